"""Every option and argument of the command line, once: its name, type, default and help."""

from kskd.cli.kit.fact_options import FACT_OPTIONS
from kskd.cli.kit.spec import Spec, argument, many, number, numbers, one, pair, switch


class _Options(dict[str, Spec]):
    """All of them; those for facts of law are made when one is first asked for, which few commands do."""

    def __missing__(self, name: str) -> Spec:
        from kskd.cli.kit.law_options import law_options

        self.update(law_options())
        if name not in self:
            raise KeyError(name)
        return self[name]


_PLAIN: dict[str, Spec] = {
    **FACT_OPTIONS,
    # everywhere
    "db": one(
        "--db",
        "BERKAS",
        "Berkas registri [bawaan: KSKD_DB, lalu ./kskd.db].",
        envvar="KSKD_DB",
        show_envvar=False,
    ),
    "format": one(
        "--format", "BENTUK", "table, json, csv, tsv, atau md [bawaan: table di terminal, selain itu tsv]."
    ),
    "as_of": one("--as-of", "TANGGAL", "Keadaan pada tanggal ini [bawaan: hari ini]."),
    "dry_run": switch("--dry-run", "Memeriksa dan menampilkan hasilnya tanpa menyimpan."),
    "reason": one("--reason", "ALASAN", "Alasan; wajib bila mengubah yang sudah tercatat."),
    "why": one("--reason", "ALASAN", "Alasan, untuk riwayat."),
    "letter": one("--letter", "NOMOR", "Nomor surat yang memintanya."),
    "who": one("--who", "NAMA", "Siapa yang mengubah [bawaan: KSKD_WHO, lalu nama pengguna komputer]."),
    "no_input": switch("--no-input", "Tidak bertanya apa pun."),
    "limit": number("--limit", "N", "Paling banyak sekian baris."),
    # beginning and reporting
    "level": one("--level", "TINGKAT", "kabupaten, kota, atau provinsi [bawaan: kabupaten]."),
    "seat": one("--seat", "TEMPAT", "Tempat kedudukan, untuk penandatanganan laporan."),
    "upgrade": switch("--upgrade", "Memutakhirkan skema registri yang sudah ada."),
    "verify": switch("--verify", "Memeriksa apakah riwayat masih utuh."),
    "most_acts": number(
        "--limit", "N", "Paling banyak sekian catatan [bawaan: semua; dalam bentuk table 20 yang terakhir]."
    ),
    "expect": one("--expect", "SEGEL", "Bersama --verify: segel yang pernah dicatat di luar registri."),
    "commands": many("--command", "PERINTAH", "Hanya perintah ini, misalnya update atau “opd import”."),
    "by": one("--by", "NAMA", "Hanya oleh orang ini."),
    "day": one("--on", "TANGGAL", "Hanya pada tanggal ini."),
    "since": one("--since", "TANGGAL", "Sejak tanggal ini."),
    "out": one("--out", "FOLDER", "Folder hasil [bawaan: laporan]."),
    "assume_reported": switch(
        "--assume-reported", "Juga rentang angka seandainya semua laporan masuk; bukan ramalan."
    ),
    # exchange
    "what_part": one("--what", "BAGIAN", "all: seluruh registri [bawaan: all]."),
    "export_format": one("--format", "BENTUK", "json [bawaan: json]."),
    "out_file": one("--out", "BERKAS", "Berkas hasil [bawaan: keluaran baku]."),
    "out_folder": one("--out", "FOLDER", "Bersama --extract: folder hasil [bawaan: folder ini]."),
    "embed": switch("--embed", "Menyimpan isi berkas di dalam registri."),
    "extract": switch("--extract", "Menulis berkas yang tersimpan di registri ke folder."),
    "drop_file": many("--drop", "BERKAS", "Melepaskan berkas dari naskah; perlu --reason."),
    "public": switch("--public", "Untuk umum: tanpa riwayat dan data pribadi; tidak dapat diimpor."),
    "recap_by": one("--by", "HAL", "opd, scheme, affair, atau period untuk tren [bawaan: opd]."),
    "templates": one(
        "--templates", "FOLDER", "Folder templat sendiri; yang tidak ada di situ diambil dari bawaan."
    ),
    # law
    "rules": many("--rule", "ATURAN", "Hanya aturan ini, misalnya KS101."),
    "chapters": numbers("--chapter", "BAB", "Hanya aturan bab ini, 1 sampai 7."),
    "severities": many(
        "--severity",
        "TINGKAT",
        "Hanya tingkat ini: “error”, “warning”, “info” [bawaan: “error” dan “warning”].",
    ),
    "agreements": many("--agreement", "NASKAH", "Hanya naskah ini."),
    "fail_on": one("--fail-on", "TINGKAT", "Kode keluar 3 bila ada temuan setingkat ini atau lebih berat."),
    "group_by": one("--by", "CARA", "Dikelompokkan menurut opd atau rule [bawaan: opd]."),
    "list_rules": switch("--list", "Menampilkan semua aturan."),
    "accept": pair("--accept", "NASKAH ATURAN", "Menerima temuan ini; wajib dengan --reason."),
    "withdraw": pair("--withdraw", "NASKAH ATURAN", "Mencabut penerimaan itu; wajib dengan --reason."),
    "accepted": switch("--accepted", "Menampilkan temuan yang diterima."),
    "accept_until": one("--until", "TANGGAL", "Bersama --accept: diterima sampai tanggal itu."),
    "what_to_explain": argument(
        "YANG...",
        "Aturan (KS101), pasal (“pasal 17”), istilah (kesepakatan-bersama), atau jenis galat.",
        kind=list[str],
    ),
    # deadlines
    "within": one(
        "--within", "LAMA", "Sejauh ini ke depan: 90d, atau “3 bulan” [bawaan: pengaturan soon-days]."
    ),
    "overdue": switch("--overdue", "Hanya yang sudah lewat."),
    "of_agreement": one("--agreement", "NASKAH", "Naskah yang dimaksud."),
    "of_partner": one("--partner", "MITRA", "Mitra yang dimaksud, bila belum ada naskahnya."),
    "of_opd": one("--opd", "OPD", "OPD pemrakarsa, bila belum ada naskahnya."),
    "holiday_year": number("--year", "TAHUN", "Hanya tahun ini."),
    "started": one("--on", "TANGGAL", "Hari mulainya; lihat kskd clock kinds."),
    "stopped": one("--on", "TANGGAL", "Hari berhentinya."),
    "outcome": one("--outcome", "HASIL", "Hasilnya, misalnya “menerima” atau “permintaan kedua dikirim”."),
    "all_clocks": switch("--all", "Juga yang sudah berhenti."),
    "replace": switch("--replace", "Menghapus hari lain dalam tahun yang disebut berkas; perlu --reason."),
    "exit_code": switch("--exit-code", "Kode keluar 3 bila ada yang sudah lewat."),
    "gap_exit_code": switch("--exit-code", "Kode keluar 3 bila ada yang kurang."),
    "gap_kinds": many("--kind", "JENIS", "Hanya jenis ini, misalnya no-child atau no-report."),
    "form": one("--form", "BENTUK", "surat atau pesan [bawaan: surat]."),
    "since_last": switch("--since-last", "Hanya OPD yang ada hal barunya; tanpa itu tidak menulis apa pun."),
    "out_texts": one("--out", "FOLDER", "Satu berkas per OPD di folder ini [bawaan: keluaran baku]."),
    # desk evaluasi
    "out_sheets": one("--out", "FOLDER", "Folder hasil [bawaan: desk]."),
    "sheet_formats": many("--format", "BENTUK", "xlsx, csv, atau html [bawaan: semuanya]."),
    "due_back": one("--due", "TANGGAL", "Dikembalikan paling lambat [bawaan: menurut report-days]."),
    "sheet_files": argument("BERKAS...", "Lembar yang kembali: .xlsx atau .csv.", kind=list[str]),
    "returned": one("--on", "TANGGAL", "Hari lembar diterima [bawaan: hari ini]."),
    "from_day": one("--from", "TANGGAL", "Hari pertama; tanpa ini ditampilkan jadwal yang tercatat."),
    "per_day": number("--per-day", "N", "Pertemuan sehari [bawaan: 4]."),
    "desk_hours": one("--hours", "JAM", "Jam pertemuan [bawaan: 09.00-12.00,13.00-15.00]."),
    "place": one("--place", "TEMPAT", "Tempat pertemuan."),
    "save": switch("--save", "Mencatat jadwal yang diusulkan."),
    # safety
    "to": one("--to", "FOLDER", "Folder cadangan untuk kali ini [bawaan: pengaturan backup-dir]."),
    "keep": number("--keep", "N", "Cadangan yang disimpan [bawaan: pengaturan backup-keep]."),
    "fix": switch("--fix", "Memperbaiki yang aman diperbaiki."),
    "yes": switch("--yes", "Setuju tanpa ditanya."),
    # arguments
    "agreement": argument("NASKAH", "ID, awal ID yang unik, atau nomor naskah."),
    "agreement_or_all": argument(
        "[NASKAH]", "ID, awal ID yang unik, atau nomor naskah.", kind=str | None, default=None
    ),
    "files": argument("[BERKAS]...", "Berkas naskah.", kind=list[str], default=[]),
    "from_parent": argument(
        "[INDUK]", "Naskah induk: ID, awal ID yang unik, atau nomor.", kind=str | None, default=None
    ),
    "acts": argument(
        "[CATATAN...]",
        "Nomor catatan menurut kskd log, misalnya 57 atau 57..61 [bawaan: yang terakhir].",
        kind=list[str] | None,
        default=None,
    ),
    "personal_text": argument("DATA", "Isi lengkap data pribadi yang dihapus, misalnya nama seseorang."),
    "no": argument("NO", "Nomor urut pada naskah itu.", kind=int),
    "opd_text": argument("OPD", "Kode, nama, atau nama lain."),
    "opd_code": argument("KODE", "Kode OPD, misalnya DINKES."),
    "partner_text": argument("MITRA", "Nama atau nama lain."),
    "other_partner": argument("MITRA_TUJUAN", "Mitra yang dipertahankan."),
    "alias_text": argument("ALIAS", "Nama lain."),
    "csv_file": argument("BERKAS", "Berkas CSV: kode,nama,alias,berlaku_sejak; alias dipisah titik koma."),
    "holiday_csv": argument(
        "BERKAS", "Berkas CSV: date,name,source; setiap hari libur dan cuti bersama satu baris."
    ),
    "clock_kind": argument("JENIS", "Jenisnya, misalnya penawaran-ksdd; lihat kskd clock kinds."),
    "clock_number": argument("NO", "Nomor jam menurut kskd clock list.", kind=int),
    "export_json": argument("BERKAS", "Berkas hasil kskd export."),
    "backup_file": argument("BERKAS", "Berkas cadangan."),
    "toml_file": argument("BERKAS", "Berkas instrumen (TOML)."),
    "toml_or_id": argument("INSTRUMEN", "Berkas instrumen (TOML), atau id menurut kskd instrument list."),
    "instrument_id": argument(
        "[INSTRUMEN]",
        "Id menurut kskd instrument list [bawaan: yang dipakai].",
        kind=str | None,
        default=None,
    ),
    "period_code": argument("PERIODE", "Periode: 2024, 2024-S2, 2024-Q3, atau 2024-11."),
    "folder": argument("FOLDER", "Folder tujuan."),
    "folder_or_demo": argument("[FOLDER]", "Folder tujuan [bawaan: demo].", default="demo"),
    "words": argument("KATA...", "Kata yang dicari; semua harus ada.", kind=list[str]),
    "key": argument("KUNCI", "Nama pengaturan; lihat kskd setting list."),
    "setting_value": argument("NILAI", "Nilainya."),
}
OPTIONS = _Options(_PLAIN)
