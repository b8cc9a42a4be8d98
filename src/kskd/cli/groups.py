"""The groups of commands: what `kskd NAME` leads to, and where each command lives."""

from kskd.cli.kit.group import Group

SETTING = Group.of(
    "setting",
    "Pengaturan kantor.",
    {
        "list": ("office.begin:list_settings", "Menampilkan semua pengaturan."),
        "set": ("office.begin:set_setting", "Mengubah satu pengaturan."),
        "reset": ("office.begin:reset_setting", "Mengembalikan satu pengaturan ke bawaannya."),
    },
)
OPD = Group.of(
    "opd",
    "Perangkat daerah: mencatat, mencari, mengganti nama.",
    {
        "add": ("register.opds:add", "Mencatat satu OPD."),
        "import": ("register.opds:import_csv", "Mencatat banyak OPD dari berkas CSV atau Excel."),
        "list": ("register.opds:list_all", "Menampilkan semua OPD."),
        "show": ("register.opds:show", "Menampilkan satu OPD."),
        "alias": ("register.opds:alias", "Menambah nama lain untuk OPD."),
        "update": ("register.opds:update", "Melengkapi atau mengoreksi keterangan lain tentang OPD."),
        "rename": ("register.opds:rename", "Mencatat perubahan nomenklatur atau penggabungan."),
    },
)
PARTNER = Group.of(
    "partner",
    "Mitra: mencatat, mencari, menggabungkan.",
    {
        "add": ("register.partners:add", "Mencatat satu mitra."),
        "list": ("register.partners:list_all", "Menampilkan semua mitra."),
        "show": ("register.partners:show", "Menampilkan satu mitra."),
        "alias": ("register.partners:alias", "Menambah nama lain untuk mitra."),
        "update": ("register.partners:update", "Melengkapi atau mengoreksi nama dan jenis mitra."),
        "merge": ("register.partners:merge", "Menggabungkan dua catatan mitra yang sama."),
    },
)
OFFICIAL = Group.of(
    "official",
    "Pejabat: penanda tangan, anggota TKKSD, penghubung OPD, kontak.",
    {
        "add": ("register.officials:add", "Mencatat seorang pejabat dan masa jabatannya."),
        "list": ("register.officials:list_all", "Menampilkan siapa yang menjabat pada suatu hari."),
        "show": ("register.officials:show", "Menampilkan seorang pejabat."),
        "update": ("register.officials:update", "Melengkapi atau mengoreksi keterangan seorang pejabat."),
    },
)
FIELD = Group.of(
    "field",
    "Isian milik kantor sendiri: menambah, mengubah, menghentikan.",
    {
        "add": ("office.own_fields:add", "Menambah satu isian kantor."),
        "list": ("office.own_fields:list_all", "Menampilkan isian kantor dan berapa yang terisi."),
        "update": ("office.own_fields:update", "Mengubah sebutan atau pilihan isian kantor."),
        "retire": ("office.own_fields:retire", "Menghentikan pemakaian isian kantor."),
        "resume": ("office.own_fields:resume", "Memakai lagi isian kantor yang dihentikan."),
    },
)
NUMBER = Group.of(
    "number",
    "Nomor naskah dari Pemda: yang berikutnya, yang kosong.",
    {
        "next": ("register.numbering:following", "Mengusulkan nomor berikutnya."),
        "holes": ("register.numbering:holes", "Menampilkan nomor yang tidak tercatat atau ganda."),
    },
)
PAPER = Group.of(
    "paper",
    "Naskah dinas: laporan TKKSD dan berjenjang, keputusan, rapat, daftar.",
    {
        "add": ("register.papers:add", "Mencatat laporan, keputusan, rapat, atau daftar."),
        "list": ("register.papers:list_all", "Menampilkan yang tercatat."),
        "update": ("register.papers:update", "Melengkapi atau mengoreksi yang tercatat."),
        "void": ("register.papers:void", "Membatalkan yang salah catat."),
        "kinds": ("register.papers:kinds", "Menampilkan semua jenis beserta dasarnya."),
    },
)
TARGET = Group.of(
    "target",
    "Target yang dijanjikan naskah turunan.",
    {
        "add": ("register.targets:add", "Mencatat satu target."),
        "list": ("register.targets:list_all", "Menampilkan target."),
        "update": ("register.targets:update", "Melengkapi atau mengoreksi target."),
    },
)
CLOCK = Group.of(
    "clock",
    "Penghitung tenggat untuk penawaran dan permintaan.",
    {
        "start": ("law.clocks:start", "Memulai penghitung tenggat: penawaran atau permintaan dikirim."),
        "stop": (
            "law.clocks:stop",
            "Menghentikan penghitung tenggat: jawaban diterima, atau tidak perlu lagi.",
        ),
        "list": ("law.clocks:list_all", "Menampilkan penghitung tenggat yang dimulai dengan tangan."),
        "kinds": ("law.clocks:kinds", "Menampilkan semua tenggat yang dikenal beserta dasarnya."),
    },
)
HOLIDAY = Group.of(
    "holiday",
    "Hari libur, untuk menghitung hari kerja.",
    {
        "import": ("law.holidays:import_csv", "Mencatat daftar hari libur dari berkas CSV atau Excel."),
        "list": ("law.holidays:list_all", "Menampilkan hari libur yang tercatat."),
    },
)
ACTION = Group.of(
    "action",
    "Tindak lanjut yang disepakati dalam evaluasi.",
    {
        "add": ("evaluation.actions:add", "Mencatat satu tindak lanjut."),
        "list": ("evaluation.actions:list_all", "Menampilkan tindak lanjut."),
        "done": ("evaluation.actions:done", "Mencatat bahwa tindak lanjut selesai."),
    },
)
DESK = Group.of(
    "desk",
    "Desk evaluasi: lembar untuk OPD, keluar dan kembali.",
    {
        "export": ("evaluation.desk_sheets:export", "Membuat lembar isian satu per OPD."),
        "import": ("evaluation.desk_sheets:take_in", "Memasukkan lembar yang sudah diisi."),
        "status": (
            "evaluation.desk_rounds:status",
            "Menampilkan OPD yang sudah dan belum mengembalikan lembar.",
        ),
        "schedule": ("evaluation.desk_rounds:schedule", "Menyusun jadwal pertemuan dengan OPD."),
    },
)
INSTRUMENT = Group.of(
    "instrument",
    "Instrumen evaluasi: butir, jawaban, bobot.",
    {
        "list": ("evaluation.instruments:list_all", "Menampilkan semua instrumen."),
        "show": ("evaluation.instruments:show", "Menampilkan instrumen yang dipakai."),
        "check": ("evaluation.instruments:check", "Memeriksa berkas instrumen seluruhnya."),
        "eject": ("evaluation.instruments:eject", "Menyalin instrumen ke berkas untuk disesuaikan."),
        "use": ("evaluation.instruments:use", "Memakai instrumen dari berkas, atau yang sudah ada."),
    },
)
PERIOD = Group.of(
    "period",
    "Periode evaluasi: menutup setelah dilaporkan, membuka kembali.",
    {
        "list": ("evaluation.periods:list_all", "Menampilkan periode yang dievaluasi atau ditutup."),
        "close": ("evaluation.periods:close", "Menutup periode yang sudah dilaporkan."),
        "reopen": ("evaluation.periods:reopen", "Membuka kembali periode yang ditutup."),
    },
)
TEMPLATES = Group.of(
    "templates",
    "Templat laporan.",
    {
        "eject": ("reports.reports:eject", "Menyalin templat ke folder untuk disesuaikan."),
        "check": ("reports.reports:check", "Memeriksa templat yang telah disesuaikan."),
    },
)
