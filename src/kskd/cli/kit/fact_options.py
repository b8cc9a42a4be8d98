"""The options by which facts are told or looked for: of documents, evaluations, targets, units, partners."""

from kskd.cli.kit.spec import Spec, many, number, numbers, one, switch

_SCHEMES = "ksdd-wajib, ksdd-sukarela, ksdpk, ksdpl, ksdll, sinergi"

FACT_OPTIONS: dict[str, Spec] = {
    # documents
    "scheme": one("--scheme", "BENTUK", f"Bentuk kerja sama: {_SCHEMES}."),
    "doc": one("--doc", "JENIS", "Jenis naskah [bawaan: menurut rantai bentuk kerja sama]."),
    "title": one("--title", "JUDUL", "Judul (tentang)."),
    "partner": many("--partner", "MITRA", "Mitra, nama atau nama lainnya."),
    "new": switch("--new", "Nama yang belum tercatat memang baru."),
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
    "support_opd": many("--support-opd", "OPD", "OPD pendukung."),
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
    "affair": many("--affair", "URUSAN", "Urusan pemerintahan: kode (1.02) atau nama."),
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
    "clause": many("--clause", "KLAUSUL", "Klausul yang ada dalam naskah, misalnya objek atau jangka-waktu."),
    "allow_duplicate": switch("--allow-duplicate", "Nomor atau judul yang sama memang naskah lain."),
    "drop_partner": many("--drop-partner", "MITRA", "Mengeluarkan mitra."),
    "drop_support_opd": many("--drop-support-opd", "OPD", "Mengeluarkan OPD pendukung."),
    "drop_affair": many("--drop-affair", "URUSAN", "Mengeluarkan urusan."),
    "drop_scope": many("--drop-scope", "TEKS", "Mengeluarkan butir ruang lingkup yang berbunyi demikian."),
    "drop_clause": many("--drop-clause", "KLAUSUL", "Mengeluarkan klausul yang ternyata tidak ada."),
    "clear": many("--clear", "FAKTA", "Mengosongkan fakta yang salah catat, misalnya number, parent, ends."),
    "seen": number(
        "--seen", "VERSI", "Versi naskah yang dilihat (kskd show); ditolak bila naskah berubah sejak itu."
    ),
    "no_parent": switch("--no-parent", "Induknya tidak diketahui; bentuk, mitra, dan OPD disebut sendiri."),
    # the life of a document
    "planned": one(
        "--planned", "TAHUN", "Tahun yang direncanakan; naskahnya rancangan sampai ditandatangani."
    ),
    "amended_on": one("--signed", "TANGGAL", "Tanggal penandatanganan adendum."),
    "what_changes": one("--what", "TEKS", "Apa yang diubah, dengan kata-kata."),
    "adds_burden": one("--adds-burden", "YA/TIDAK", "Apakah perubahan menambah beban masyarakat dan daerah."),
    "dprd_approved": one("--dprd-approved", "TANGGAL", "Tanggal persetujuan DPRD atas perubahan itu."),
    "amendment_dprd": one(
        "--dprd-answer",
        "PILIHAN",
        "Sikap DPRD atas perubahan itu: setuju, menolak, tidak-menjawab, belum-diminta.",
    ),
    "tkksd_note": one("--tkksd-note", "YA/TIDAK", "Apakah ada catatan TKKSD atas perubahan itu."),
    "amendment": number("--amendment", "NO", "Melengkapi adendum bernomor ini (kskd show)."),
    "ground": one("--ground", "DASAR", "Dasar pengakhiran: kode atau kata, misalnya “tujuan tercapai”."),
    # listings
    "opds": many("--opd", "OPD", "Hanya OPD ini."),
    "schemes": many("--scheme", "BENTUK", f"Hanya bentuk ini: {_SCHEMES}."),
    "docs": many("--doc", "JENIS", "Hanya jenis naskah ini: kb, nk, loi, mou, pks, kontrak, rk, rkt."),
    "statuses": many(
        "--status", "STATUS", "Hanya status ini: draft, upcoming, active, expired, ended, void."
    ),
    "partners": many("--partner", "MITRA", "Hanya dengan mitra ini."),
    "affairs": many("--affair", "URUSAN", "Hanya urusan ini."),
    "year": number("--year", "TAHUN", "Hanya yang ditandatangani pada tahun ini."),
    "planned_in": number("--planned", "TAHUN", "Hanya yang direncanakan untuk tahun ini."),
    "ends_before": one("--ends-before", "TANGGAL", "Hanya yang berakhir sebelum tanggal ini."),
    "ends_after": one("--ends-after", "TANGGAL", "Hanya yang berakhir sesudah tanggal ini."),
    "no_child": switch("--no-child", "Hanya naskah payung tanpa turunan yang ditandatangani."),
    "no_file": switch("--no-file", "Hanya naskah tanpa satu berkas pun."),
    "no_original": switch("--no-original", "Hanya naskah yang tempat aslinya belum diketahui."),
    "where": many(
        "--where",
        "FAKTA=NILAI",
        "Hanya yang faktanya bernilai demikian, misalnya in-apbd=tidak; FAKTA= untuk yang belum tercatat.",
    ),
    "sort": many(
        "--sort", "KUNCI", "Urutan, misalnya ends_on; awali dengan - untuk terbalik (--sort=-ends_on)."
    ),
    "columns": one("--columns", "KOLOM", "Kolom yang ditampilkan, dipisah koma, misalnya id,title,ends_on."),
    "map_by": many("--by", "HAL", "affair, opd, scheme, atau partner-kind [bawaan: affair]."),
    "plan_year": one("--plan", "TAHUN", "Daftar rencana kerja sama untuk tahun ini."),
    "plan_out": one("--out", "FOLDER", "Bersama --plan: folder untuk dokumen .md dan .html."),
    # evaluation
    "period": one("--period", "PERIODE", "Periode: 2024, 2024-S2, 2024-Q3, atau 2024-11."),
    "why_period": one(
        "--period", "PERIODE", "Menjelaskan nilai evaluasi yang tampil dalam laporan periode ini."
    ),
    "implementation": one(
        "--implementation", "KEADAAN", "Keadaan pelaksanaan: penuh, sebagian, belum, tidak."
    ),
    "answer": many("--answer", "BUTIR=JAWABAN", "Jawaban atas butir instrumen; lihat kskd instrument show."),
    "reported_on": one("--reported-on", "TANGGAL", "Tanggal OPD melapor."),
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
    "channel": one(
        "--channel", "SALURAN", "Laporan masuk lewat: surat, desk, formulir, surel, pesan, lainnya."
    ),
    "filler": many(
        "--filler",
        "PENGISI",
        "NAMA yang bertanggung jawab atas laporan; pengisi lain sebagai PERAN=NAMA, dengan PERAN opd, bagian,"
        " mitra, atau kode OPD.",
    ),
    "obstacle": many("--obstacle", "TEKS", "Kendala baru."),
    "category": many(
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
    "recommendation": one("--recommendation", "PILIHAN", "lanjut, perbaiki, perpanjang, perluas, hentikan."),
    "recommendation_reason": one(
        "--recommendation-reason", "ALASAN", "Alasan rekomendasi; wajib bila lain daripada yang diusulkan."
    ),
    "others": one("--others", "TEKS", "Hal lain yang disepakati."),
    "what": one("--what", "TEKS", "Tindak lanjut yang disepakati."),
    "who_acts": one("--who-acts", "SIAPA", "Siapa yang mengerjakan."),
    "on": one("--on", "TANGGAL", "Tanggal kejadiannya."),
    "proof": one("--proof", "BUKTI", "Bukti selesainya."),
    "due": one("--due", "TANGGAL", "Tenggat."),
    # targets
    "indicator": one("--indicator", "TEKS", "Indikator."),
    "unit": one("--unit", "SATUAN", "Satuan."),
    "value": one("--value", "NILAI", "Nilai target, misalnya 75 atau 1250,5."),
    "target_kind": one("--kind", "JENIS", "output, outcome, atau duty [bawaan: output]."),
    "owed_by": one("--owed-by", "PIHAK", "pemda atau mitra [bawaan: pemda]."),
    "counting": one(
        "--counting",
        "CARA",
        "Realisasi setiap periode: kumulatif (sampai akhir periode) atau per-periode [bawaan: kumulatif].",
    ),
    "target_source": one("--source", "TEKS", "Sumber data target dan realisasinya."),
    "lower_is_better": switch("--lower-is-better", "Makin kecil makin baik."),
    "higher_is_better": switch("--higher-is-better", "Makin besar makin baik."),
    # units and partners
    "name": one("--name", "NAMA", "Nama."),
    "code": one("--code", "KODE", "Kode OPD yang baru."),
    "into": one("--into", "OPD", "OPD yang meneruskan (penggabungan)."),
    "alias": many("--alias", "NAMA", "Nama lain."),
    "valid_from": one("--valid-from", "TANGGAL", "Berlaku sejak."),
    "kind": one(
        "--kind",
        "JENIS",
        "pemda, kementerian, instansi-vertikal, bumn, bumd, perusahaan, koperasi, perguruan-tinggi, ormas,"
        " perseorangan, pemda-luar-negeri, lembaga-luar-negeri.",
    ),
}
