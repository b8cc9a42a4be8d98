"""Every option and argument of the command line, once: its name, type, default and help."""

from typing import Any

# An option is kept as its Python type, default, flag (None for an argument) and what Typer is told of it;
# Typer's own objects are made only for the command that runs.
_Spec = tuple[Any, Any, str | None, dict[str, Any]]


def _one(flag: str, metavar: str, text: str, **more: Any) -> _Spec:
    return str | None, None, flag, {"metavar": metavar, "help": text, **more}


def _many(flag: str, metavar: str, text: str) -> _Spec:
    return list[str], [], flag, {"metavar": metavar, "help": f"{text} Dapat diulang."}


def _number(flag: str, metavar: str, text: str) -> _Spec:
    return int | None, None, flag, {"metavar": metavar, "help": text}


def _numbers(flag: str, metavar: str, text: str) -> _Spec:
    return list[int], [], flag, {"metavar": metavar, "help": f"{text} Dapat diulang."}


def _switch(flag: str, text: str) -> _Spec:
    return bool, False, flag, {"help": text}


def _argument(metavar: str, text: str, *, kind: Any = str, default: Any = ...) -> _Spec:
    return kind, default, None, {"metavar": metavar, "help": text}


_SCHEMES = "ksdd-wajib, ksdd-sukarela, ksdpk, ksdpl, ksdll, sinergi"

OPTIONS: dict[str, _Spec] = {
    # everywhere
    "db": _one(
        "--db",
        "BERKAS",
        "Berkas registri [bawaan: KSKD_DB, lalu ./kskd.db].",
        envvar="KSKD_DB",
        show_envvar=False,
    ),
    "format": _one(
        "--format", "BENTUK", "table, json, csv, tsv, atau md [bawaan: table di terminal, selain itu tsv]."
    ),
    "as_of": _one("--as-of", "TANGGAL", "Keadaan pada tanggal ini [bawaan: hari ini]."),
    "dry_run": _switch("--dry-run", "Memeriksa dan menampilkan hasilnya tanpa menyimpan."),
    "reason": _one("--reason", "ALASAN", "Alasan; wajib bila mengubah yang sudah tercatat."),
    "no_input": _switch("--no-input", "Tidak bertanya apa pun."),
    "limit": _number("--limit", "N", "Paling banyak sekian baris."),
    # documents
    "scheme": _one("--scheme", "BENTUK", f"Bentuk kerja sama: {_SCHEMES}."),
    "doc": _one("--doc", "JENIS", "Jenis naskah [bawaan: menurut rantai bentuk kerja sama]."),
    "title": _one("--title", "JUDUL", "Judul (tentang)."),
    "partner": _many("--partner", "MITRA", "Mitra, nama atau nama lainnya."),
    "new": _switch("--new", "Nama yang belum tercatat memang baru."),
    "partner_kind": _one(
        "--partner-kind",
        "JENIS",
        "Jenis mitra baru, misalnya perguruan-tinggi; lihat kskd partner add --help.",
    ),
    "partner_number": _many(
        "--partner-number", "NOMOR", "Nomor dari mitra, menurut urutan mitra; - bila tidak diketahui."
    ),
    "partner_signer": _many(
        "--partner-signer", "JABATAN", "Penanda tangan mitra, menurut urutan mitra; - bila tidak diketahui."
    ),
    "opd": _one("--opd", "OPD", "OPD pemrakarsa: kode, nama, atau nama lainnya."),
    "support_opd": _many("--support-opd", "OPD", "OPD pendukung."),
    "number": _one("--number", "NOMOR", "Nomor dari Pemda."),
    "signed": _one(
        "--signed", "TANGGAL", "Tanggal penandatanganan; tanpa ini naskah dicatat sebagai rancangan."
    ),
    "starts": _one("--starts", "TANGGAL", "Tanggal mulai berlaku [bawaan: tanggal penandatanganan]."),
    "years": _one("--years", "N", "Jangka waktu dalam tahun."),
    "duration": _one("--duration", "LAMA", "Jangka waktu, misalnya “18 bulan”."),
    "ends": _one("--ends", "TANGGAL", "Tanggal berakhir menurut naskah."),
    "open_ended": _switch("--open-ended", "Tanpa batas waktu."),
    "until": _one("--until", "SYARAT", "Berakhir dengan syarat, misalnya “sampai predikat WBK”."),
    "affair": _many("--affair", "URUSAN", "Urusan pemerintahan: kode (1.02) atau nama."),
    "scope": _many("--scope", "TEKS", "Satu butir ruang lingkup."),
    "signer": _one("--signer", "JABATAN", "Jabatan penanda tangan dari Pemda."),
    "signer_name": _one("--signer-name", "NAMA", "Nama penanda tangan dari Pemda."),
    "power_of_attorney": _one("--power-of-attorney", "NOMOR", "Nomor surat kuasa kepala daerah."),
    "power_of_attorney_date": _one("--power-of-attorney-date", "TANGGAL", "Tanggal surat kuasa."),
    "parent": _one("--parent", "NASKAH", "Naskah induk: ID, awal ID yang unik, atau nomor naskah."),
    "replaces": _one("--replaces", "NASKAH", "Naskah pendahulu yang diteruskan naskah ini."),
    "file": _many("--file", "BERKAS", "Berkas naskah; dicatat tempat dan sidik jarinya."),
    "note": _one("--note", "TEKS", "Catatan."),
    "allow_duplicate": _switch("--allow-duplicate", "Nomor atau judul yang sama memang naskah lain."),
    "drop_partner": _many("--drop-partner", "MITRA", "Mengeluarkan mitra."),
    "drop_support_opd": _many("--drop-support-opd", "OPD", "Mengeluarkan OPD pendukung."),
    "drop_affair": _many("--drop-affair", "URUSAN", "Mengeluarkan urusan."),
    "drop_scope": _many("--drop-scope", "TEKS", "Mengeluarkan butir ruang lingkup yang berbunyi demikian."),
    "clear": _many("--clear", "FAKTA", "Mengosongkan fakta yang salah catat, misalnya number, parent, ends."),
    "no_parent": _switch("--no-parent", "Induknya tidak diketahui; bentuk, mitra, dan OPD disebut sendiri."),
    # listings
    "opds": _many("--opd", "OPD", "Hanya OPD ini."),
    "schemes": _many("--scheme", "BENTUK", f"Hanya bentuk ini: {_SCHEMES}."),
    "docs": _many("--doc", "JENIS", "Hanya jenis naskah ini: kb, nk, loi, mou, pks, kontrak, rk, rkt."),
    "statuses": _many(
        "--status", "STATUS", "Hanya status ini: draft, upcoming, active, expired, ended, void."
    ),
    "partners": _many("--partner", "MITRA", "Hanya dengan mitra ini."),
    "affairs": _many("--affair", "URUSAN", "Hanya urusan ini."),
    "year": _number("--year", "TAHUN", "Hanya yang ditandatangani pada tahun ini."),
    "ends_before": _one("--ends-before", "TANGGAL", "Hanya yang berakhir sebelum tanggal ini."),
    "ends_after": _one("--ends-after", "TANGGAL", "Hanya yang berakhir sesudah tanggal ini."),
    "no_child": _switch("--no-child", "Hanya naskah payung tanpa turunan yang ditandatangani."),
    "sort": _many(
        "--sort", "KUNCI", "Urutan, misalnya ends_on; awali dengan - untuk terbalik (--sort=-ends_on)."
    ),
    "columns": _one("--columns", "KOLOM", "Kolom yang ditampilkan, dipisah koma, misalnya id,title,ends_on."),
    # evaluation
    "period": _one("--period", "PERIODE", "Periode: 2024, 2024-S2, 2024-Q3, atau 2024-11."),
    "implementation": _one(
        "--implementation", "KEADAAN", "Keadaan pelaksanaan: penuh, sebagian, belum, tidak."
    ),
    "answer": _many("--answer", "BUTIR=JAWABAN", "Jawaban atas butir instrumen; lihat kskd instrument show."),
    "reported_on": _one("--reported-on", "TANGGAL", "Tanggal OPD melapor."),
    "filler": _one("--filler", "PENGISI", "Jabatan atau unit yang mengisi."),
    "obstacle": _many("--obstacle", "TEKS", "Kendala baru."),
    "category": _many(
        "--category",
        "KATEGORI",
        "Kategori kendala baru, menurut urutan --obstacle: anggaran, sdm, sarana, data, regulasi, koordinasi,"
        " mitra, lainnya; - bila tidak tentu.",
    ),
    "effort": _many(
        "--effort", "TEKS", "Upaya, menurut urutan --obstacle; NOMOR=TEKS untuk kendala yang sudah tercatat."
    ),
    "close_obstacle": _numbers("--close-obstacle", "NO", "Kendala bernomor ini selesai dalam periode ini."),
    "realisation": _many("--realisation", "NO=NILAI", "Realisasi target bernomor ini."),
    "evidence": _many("--evidence", "BUKTI", "Bukti: nama berkas atau uraian."),
    "recommendation": _one("--recommendation", "PILIHAN", "lanjut, perbaiki, perpanjang, perluas, hentikan."),
    "what": _one("--what", "TEKS", "Tindak lanjut yang disepakati."),
    "who_acts": _one("--who-acts", "SIAPA", "Siapa yang mengerjakan."),
    "on": _one("--on", "TANGGAL", "Tanggal kejadiannya."),
    "proof": _one("--proof", "BUKTI", "Bukti selesainya."),
    "due": _one("--due", "TANGGAL", "Tenggat."),
    # targets
    "indicator": _one("--indicator", "TEKS", "Indikator."),
    "unit": _one("--unit", "SATUAN", "Satuan."),
    "value": _one("--value", "NILAI", "Nilai target, misalnya 75 atau 1250,5."),
    "target_kind": _one("--kind", "JENIS", "output, outcome, atau duty [bawaan: output]."),
    "owed_by": _one("--owed-by", "PIHAK", "pemda atau mitra [bawaan: pemda]."),
    "lower_is_better": _switch("--lower-is-better", "Makin kecil makin baik."),
    "higher_is_better": _switch("--higher-is-better", "Makin besar makin baik."),
    # units and partners
    "name": _one("--name", "NAMA", "Nama."),
    "code": _one("--code", "KODE", "Kode OPD yang baru."),
    "into": _one("--into", "OPD", "OPD yang meneruskan (penggabungan)."),
    "alias": _many("--alias", "NAMA", "Nama lain."),
    "valid_from": _one("--valid-from", "TANGGAL", "Berlaku sejak."),
    "kind": _one(
        "--kind",
        "JENIS",
        "pemda, kementerian, instansi-vertikal, bumn, bumd, perusahaan, koperasi, perguruan-tinggi, ormas,"
        " perseorangan, pemda-luar-negeri, lembaga-luar-negeri.",
    ),
    # beginning and reporting
    "level": _one("--level", "TINGKAT", "kabupaten, kota, atau provinsi [bawaan: kabupaten]."),
    "seat": _one("--seat", "TEMPAT", "Tempat kedudukan, untuk penandatanganan laporan."),
    "upgrade": _switch("--upgrade", "Memutakhirkan skema registri yang sudah ada."),
    "verify": _switch("--verify", "Memeriksa apakah riwayat masih utuh."),
    "out": _one("--out", "FOLDER", "Folder hasil [bawaan: laporan]."),
    "templates": _one(
        "--templates", "FOLDER", "Folder templat sendiri; yang tidak ada di situ diambil dari bawaan."
    ),
    # arguments
    "agreement": _argument("NASKAH", "ID, awal ID yang unik, atau nomor naskah."),
    "agreement_or_all": _argument(
        "[NASKAH]", "ID, awal ID yang unik, atau nomor naskah.", kind=str | None, default=None
    ),
    "from_parent": _argument(
        "[INDUK]", "Naskah induk: ID, awal ID yang unik, atau nomor.", kind=str | None, default=None
    ),
    "no": _argument("NO", "Nomor urut pada naskah itu.", kind=int),
    "opd_text": _argument("OPD", "Kode, nama, atau nama lain."),
    "opd_code": _argument("KODE", "Kode OPD, misalnya DINKES."),
    "partner_text": _argument("MITRA", "Nama atau nama lain."),
    "other_partner": _argument("MITRA_TUJUAN", "Mitra yang dipertahankan."),
    "alias_text": _argument("ALIAS", "Nama lain."),
    "csv_file": _argument("BERKAS", "Berkas CSV: kode,nama,alias,berlaku_sejak; alias dipisah titik koma."),
    "toml_file": _argument("BERKAS", "Berkas instrumen (TOML)."),
    "folder": _argument("FOLDER", "Folder tujuan."),
    "folder_or_demo": _argument("[FOLDER]", "Folder tujuan [bawaan: demo].", default="demo"),
    "words": _argument("KATA...", "Kata yang dicari; semua harus ada.", kind=list[str]),
    "key": _argument("KUNCI", "Nama pengaturan; lihat kskd setting list."),
    "setting_value": _argument("NILAI", "Nilainya."),
}
