"""The options and arguments by which the fields of documents and evaluations are told."""

from inspect import Parameter
from typing import Annotated

from kskd.cli.kit.options import SCHEMES, Agreement, New, Period, argument
from kskd.cli.kit.spec import Spec, codes, many, number, numbers, one, switch

FIELD_OPTIONS: dict[str, Spec] = {
    # documents
    "agreement": (Agreement, Parameter.empty),
    "from_parent": (
        Annotated[str | None, argument("[INDUK]", "Naskah induk: ID, awal ID yang unik, atau nomor.")],
        None,
    ),
    "scheme": one("--scheme", "BENTUK", f"Bentuk kerja sama: {SCHEMES}."),
    "doc": one("--doc", "JENIS", "Jenis naskah [bawaan: menurut rantai bentuk kerja sama]."),
    "title": one("--title", "JUDUL", "Judul (tentang)."),
    "partner": many("--partner", "MITRA", "Mitra, nama atau nama lainnya."),
    "new": (New, False),
    "partner_kind": one(
        "--partner-kind",
        "JENIS",
        "Jenis mitra baru, misalnya perguruan-tinggi; lihat kskd partner add --help.",
    ),
    "partner_number": many(
        "--partner-number", "NOMOR", "Nomor dari mitra, menurut urutan mitra; - bila tidak diketahui."
    ),
    "partner_signer": many(
        "--partner-signer", "JABATAN", "Penanda tangan mitra, menurut urutan mitra; - bila tidak diketahui."
    ),
    "opd": one("--opd", "OPD", "OPD pemrakarsa: kode, nama, atau nama lainnya."),
    "support_opd": codes("--support-opd", "OPD", "OPD pendukung.", or_names=True),
    "number": one("--number", "NOMOR", "Nomor dari Pemda."),
    "signed": one(
        "--signed", "TANGGAL", "Tanggal penandatanganan; tanpa ini naskah dicatat sebagai rancangan."
    ),
    "starts": one("--starts", "TANGGAL", "Tanggal mulai berlaku [bawaan: tanggal penandatanganan]."),
    "years": one("--years", "N", "Jangka waktu dalam tahun."),
    "duration": one("--duration", "LAMA", "Jangka waktu, misalnya “18 bulan”."),
    "ends": one("--ends", "TANGGAL", "Tanggal berakhir menurut naskah."),
    "open_ended": switch("--open-ended", "Tanpa batas waktu."),
    "until": one("--until", "SYARAT", "Berakhir dengan syarat, misalnya “sampai predikat WBK”."),
    "affair": codes("--affair", "URUSAN", "Urusan pemerintahan: kode (1.02) atau nama.", or_names=True),
    "scope": many("--scope", "TEKS", "Satu butir ruang lingkup."),
    "signer": one("--signer", "JABATAN", "Jabatan penanda tangan dari Pemda."),
    "signer_name": one("--signer-name", "NAMA", "Nama penanda tangan dari Pemda."),
    "power_of_attorney": one("--power-of-attorney", "NOMOR", "Nomor surat kuasa kepala daerah."),
    "power_of_attorney_date": one("--power-of-attorney-date", "TANGGAL", "Tanggal surat kuasa."),
    "parent": one("--parent", "NASKAH", "Naskah induk: ID, awal ID yang unik, atau nomor naskah."),
    "replaces": one("--replaces", "NASKAH", "Naskah pendahulu yang diteruskan naskah ini."),
    "file": many("--file", "BERKAS", "Berkas naskah; dicatat tempat dan sidik jarinya."),
    "original_place": one("--original-place", "TEMPAT", "Tempat penyimpanan naskah asli."),
    "note": one("--note", "TEKS", "Catatan."),
    "clause": codes(
        "--clause", "KLAUSUL", "Klausul yang ada dalam naskah, misalnya objek atau jangka-waktu."
    ),
    "allow_duplicate": switch("--allow-duplicate", "Nomor atau judul yang sama memang naskah lain."),
    "drop_partner": many("--drop-partner", "MITRA", "Mengeluarkan mitra."),
    "drop_support_opd": codes("--drop-support-opd", "OPD", "Mengeluarkan OPD pendukung.", or_names=True),
    "drop_affair": codes("--drop-affair", "URUSAN", "Mengeluarkan urusan.", or_names=True),
    "drop_scope": many("--drop-scope", "TEKS", "Mengeluarkan butir ruang lingkup yang berbunyi demikian."),
    "drop_clause": codes("--drop-clause", "KLAUSUL", "Mengeluarkan klausul yang ternyata tidak ada."),
    "clear": codes("--clear", "FAKTA", "Mengosongkan fakta yang salah catat, misalnya number, parent, ends."),
    "no_parent": switch("--no-parent", "Induknya tidak diketahui; bentuk, mitra, dan OPD disebut sendiri."),
    # the life of a document
    "planned": one(
        "--planned", "TAHUN", "Tahun yang direncanakan; naskahnya rancangan sampai ditandatangani."
    ),
    "amended_on": one("--signed", "TANGGAL", "Tanggal penandatanganan adendum."),
    "what_changes": one("--what", "TEKS", "Apa yang diubah, dengan kata-kata."),
    "adds_burden": one("--adds-burden", "YA|TIDAK", "Apakah perubahan menambah beban masyarakat dan daerah."),
    "dprd_approved": one("--dprd-approved", "TANGGAL", "Tanggal persetujuan DPRD atas perubahan itu."),
    "amendment_dprd": one(
        "--dprd-answer",
        "PILIHAN",
        "Sikap DPRD atas perubahan itu: setuju, menolak, tidak-menjawab, belum-diminta.",
    ),
    "tkksd_note": one("--tkksd-note", "YA|TIDAK", "Apakah ada catatan TKKSD atas perubahan itu."),
    "amendment": number("--amendment", "NO", "Melengkapi adendum bernomor ini (kskd show)."),
    # evaluation
    "period": (Period, None),
    "implementation": one(
        "--implementation", "KEADAAN", "Keadaan pelaksanaan: penuh, sebagian, belum, tidak."
    ),
    "answer": many("--answer", "BUTIR=JAWABAN", "Jawaban atas butir instrumen; lihat kskd instrument show."),
    "voice": one(
        "--voice",
        "SUARA",
        "Suara siapa --answer ini bila OPD dan Bagian berbeda: opd (disimpan di samping jawaban yang"
        " dihitung), atau bagian (dihitung; yang sudah tercatat menjadi jawaban OPD).",
    ),
    "unchanged": switch(
        "--unchanged",
        "Tidak ada perubahan: pelaksanaan dan jawaban diambil dari evaluasi terakhir sebelumnya.",
    ),
    "filler": many(
        "--filler",
        "PENGISI",
        "NAMA yang bertanggung jawab atas laporan; pengisi lain sebagai PERAN=NAMA, dengan PERAN opd, bagian,"
        " mitra, atau kode OPD.",
    ),
    "obstacle": many("--obstacle", "TEKS", "Kendala baru."),
    "category": codes(
        "--category",
        "KATEGORI",
        "Kategori kendala baru, menurut urutan --obstacle: anggaran, sdm, sarana, data, regulasi, koordinasi,"
        " mitra, lainnya; - bila tidak tentu.",
    ),
    "effort": many(
        "--effort", "TEKS", "Upaya, menurut urutan --obstacle; NOMOR=TEKS untuk kendala yang sudah tercatat."
    ),
    "close_obstacle": numbers("--close-obstacle", "NO", "Kendala bernomor ini selesai dalam periode ini."),
    "realisation": many("--realisation", "NO=NILAI", "Realisasi target bernomor ini."),
    "evidence": many(
        "--evidence",
        "[BUTIR=]BUKTI",
        "Bukti: nama berkas atau uraian; didahului BUTIR= bila membuktikan jawaban butir itu.",
    ),
}
