"""The command line: this module only lists the commands; each is loaded when it is called."""

from kskd.cli._group import Group, build

OPD = Group.of(
    "opd",
    "Perangkat daerah: mencatat, mencari, mengganti nama.",
    {
        "add": ("kskd.cli.opds:add", "Mencatat satu OPD."),
        "import": ("kskd.cli.opds:import_csv", "Mencatat banyak OPD dari berkas CSV."),
        "list": ("kskd.cli.opds:list_all", "Menampilkan semua OPD."),
        "show": ("kskd.cli.opds:show", "Menampilkan satu OPD."),
        "alias": ("kskd.cli.opds:alias", "Menambah nama lain untuk OPD."),
        "rename": ("kskd.cli.opds:rename", "Mencatat perubahan nomenklatur atau penggabungan."),
    },
)
PARTNER = Group.of(
    "partner",
    "Mitra: mencatat, mencari, menggabungkan.",
    {
        "add": ("kskd.cli.partners:add", "Mencatat satu mitra."),
        "list": ("kskd.cli.partners:list_all", "Menampilkan semua mitra."),
        "show": ("kskd.cli.partners:show", "Menampilkan satu mitra."),
        "alias": ("kskd.cli.partners:alias", "Menambah nama lain untuk mitra."),
        "update": ("kskd.cli.partners:update", "Melengkapi atau mengoreksi nama dan jenis mitra."),
        "merge": ("kskd.cli.partners:merge", "Menggabungkan dua catatan mitra yang sama."),
    },
)
TARGET = Group.of(
    "target",
    "Target yang dijanjikan naskah turunan.",
    {
        "add": ("kskd.cli.targets:add", "Mencatat satu target."),
        "list": ("kskd.cli.targets:list_all", "Menampilkan target."),
        "update": ("kskd.cli.targets:update", "Melengkapi atau mengoreksi target."),
    },
)
ACTION = Group.of(
    "action",
    "Tindak lanjut yang disepakati dalam evaluasi.",
    {
        "add": ("kskd.cli.actions:add", "Mencatat satu tindak lanjut."),
        "list": ("kskd.cli.actions:list_all", "Menampilkan tindak lanjut."),
        "done": ("kskd.cli.actions:done", "Mencatat bahwa tindak lanjut selesai."),
    },
)
DESK = Group.of(
    "desk",
    "Desk evaluasi: lembar untuk OPD, keluar dan kembali.",
    {
        "export": ("kskd.cli.desk:export", "Membuat lembar isian satu per OPD."),
        "import": ("kskd.cli.desk:take_in", "Memasukkan lembar yang sudah diisi."),
        "status": ("kskd.cli.desk:status", "Menampilkan OPD yang sudah dan belum mengembalikan lembar."),
        "schedule": ("kskd.cli.desk:schedule", "Menyusun jadwal pertemuan dengan OPD."),
    },
)
SETTING = Group.of(
    "setting",
    "Pengaturan kantor.",
    {
        "list": ("kskd.cli.begin:list_settings", "Menampilkan semua pengaturan."),
        "set": ("kskd.cli.begin:set_setting", "Mengubah satu pengaturan."),
        "reset": ("kskd.cli.begin:reset_setting", "Mengembalikan satu pengaturan ke bawaannya."),
    },
)
INSTRUMENT = Group.of(
    "instrument",
    "Instrumen evaluasi: butir, jawaban, bobot.",
    {
        "list": ("kskd.cli.instruments:list_all", "Menampilkan semua instrumen."),
        "show": ("kskd.cli.instruments:show", "Menampilkan instrumen yang dipakai."),
        "check": ("kskd.cli.instruments:check", "Memeriksa berkas instrumen seluruhnya."),
        "eject": ("kskd.cli.instruments:eject", "Menyalin instrumen ke berkas untuk disesuaikan."),
        "use": ("kskd.cli.instruments:use", "Memakai instrumen dari berkas, atau yang sudah ada."),
    },
)
PERIOD = Group.of(
    "period",
    "Periode evaluasi: menutup setelah dilaporkan, membuka kembali.",
    {
        "list": ("kskd.cli.periods:list_all", "Menampilkan periode yang dievaluasi atau ditutup."),
        "close": ("kskd.cli.periods:close", "Menutup periode yang sudah dilaporkan."),
        "reopen": ("kskd.cli.periods:reopen", "Membuka kembali periode yang ditutup."),
    },
)
TEMPLATES = Group.of(
    "templates",
    "Templat laporan.",
    {
        "eject": ("kskd.cli.reports:eject", "Menyalin templat ke folder untuk disesuaikan."),
        "check": ("kskd.cli.reports:check", "Memeriksa templat yang telah disesuaikan."),
    },
)
CLOCK = Group.of(
    "clock",
    "Jam tenggat untuk penawaran dan permintaan.",
    {
        "start": ("kskd.cli.clocks:start", "Memulai jam: penawaran atau permintaan dikirim."),
        "stop": ("kskd.cli.clocks:stop", "Menghentikan jam: jawaban diterima, atau tidak perlu lagi."),
        "list": ("kskd.cli.clocks:list_all", "Menampilkan jam yang dimulai dengan tangan."),
        "kinds": ("kskd.cli.clocks:kinds", "Menampilkan semua tenggat yang dikenal beserta dasarnya."),
    },
)
HOLIDAY = Group.of(
    "holiday",
    "Hari libur, untuk menghitung hari kerja.",
    {
        "import": ("kskd.cli.holidays:import_csv", "Mencatat daftar hari libur dari berkas CSV."),
        "list": ("kskd.cli.holidays:list_all", "Menampilkan hari libur yang tercatat."),
    },
)
ROOT = Group(
    "kskd",
    "Registri, evaluasi, dan laporan kerja sama daerah dalam satu berkas SQLite.",
    {
        "Memulai": {
            "init": ("kskd.cli.begin:init", "Membuat registri baru."),
            "demo": ("kskd.cli.begin:demo", "Membuat registri contoh beserta laporannya."),
            "next": ("kskd.cli.pressing:pressing", "Menampilkan yang paling mendesak hari ini."),
            "status": ("kskd.cli.begin:status", "Melihat isi registri sekilas."),
            "setting": (SETTING, SETTING.help),
        },
        "Registri": {
            "add-mou": ("kskd.cli.agreements:add_mou", "Mencatat naskah payung (KB, NK, LoI, MoU)."),
            "derive-pks": (
                "kskd.cli.agreements:derive_pks",
                "Mencatat naskah turunan (PKS, Kontrak, RK, RKT).",
            ),
            "update": ("kskd.cli.agreements:update", "Melengkapi atau mengoreksi naskah."),
            "attach": ("kskd.cli.files:attach", "Melampirkan, memeriksa, atau mengambil kembali berkas."),
            "amend": ("kskd.cli.life:amend", "Mencatat adendum dan yang diubahnya."),
            "extend": ("kskd.cli.life:extend", "Mencatat perpanjangan sebagai naskah penerus."),
            "end": ("kskd.cli.life:end", "Mencatat bahwa naskah diakhiri lebih awal."),
            "void": ("kskd.cli.agreements:void", "Membatalkan naskah yang salah catat."),
            "list": ("kskd.cli.listing:list_agreements", "Menampilkan daftar naskah."),
            "show": ("kskd.cli.listing:show", "Menampilkan satu naskah selengkapnya."),
            "search": ("kskd.cli.listing:search", "Mencari naskah dengan kata."),
            "opd": (OPD, OPD.help),
            "partner": (PARTNER, PARTNER.help),
            "target": (TARGET, TARGET.help),
        },
        "Peraturan": {
            "check": ("kskd.cli.checking:check", "Memeriksa naskah terhadap peraturan dan pengaturan."),
            "map": ("kskd.cli.mapping:map_agreements", "Pemetaan urusan, OPD, bentuk, dan jenis mitra."),
            "explain": ("kskd.cli.explaining:explain", "Menjelaskan aturan, pasal, istilah, atau galat."),
            "due": ("kskd.cli.due:due", "Menampilkan tenggat menurut peraturan, pengaturan, kesepakatan."),
            "clock": (CLOCK, CLOCK.help),
            "holiday": (HOLIDAY, HOLIDAY.help),
            "why": ("kskd.cli.explaining:why", "Menjelaskan status atau nilai suatu naskah."),
        },
        "Evaluasi dan laporan": {
            "evaluate": ("kskd.cli.evaluating:evaluate", "Mencatat evaluasi satu naskah pada satu periode."),
            "action": (ACTION, ACTION.help),
            "desk": (DESK, DESK.help),
            "instrument": (INSTRUMENT, INSTRUMENT.help),
            "gaps": ("kskd.cli.gaps:gaps", "Menampilkan yang belum ada: turunan, target, laporan, bukti."),
            "period": (PERIOD, PERIOD.help),
            "recap": (
                "kskd.cli.recapping:recap",
                "Menampilkan angka satu periode per OPD, bentuk, atau urusan.",
            ),
            "report": ("kskd.cli.reports:report", "Membuat laporan per OPD, rekapitulasi, dan indeks."),
            "remind": (
                "kskd.cli.reminding:remind",
                "Membuat teks pengingat per OPD; tidak mengirim apa pun.",
            ),
            "templates": (TEMPLATES, TEMPLATES.help),
        },
        "Pertukaran": {
            "export": ("kskd.cli.exchange:export", "Menulis seluruh registri ke satu berkas JSON."),
            "import": ("kskd.cli.exchange:import_registry", "Mengisi registri kosong dari hasil export."),
        },
        "Riwayat": {
            "log": ("kskd.cli.history:log", "Menampilkan riwayat perubahan."),
            "undo": ("kskd.cli.undoing:undo", "Membatalkan perubahan yang terakhir atau yang disebut."),
        },
        "Keamanan data": {
            "backup": ("kskd.cli.safety:backup", "Membuat cadangan registri."),
            "restore": ("kskd.cli.safety:restore", "Memulihkan registri dari cadangan."),
            "doctor": ("kskd.cli.doctor:doctor", "Memeriksa kesehatan registri dan memperbaikinya."),
            "erase": ("kskd.cli.erasing:erase", "Menghapus data pribadi untuk selamanya."),
        },
    },
)


def main() -> None:
    """Run the command line; ends the process with the documented exit status."""
    build(ROOT)()
