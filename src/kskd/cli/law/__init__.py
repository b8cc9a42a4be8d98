"""Commands of the law, and the groups that some of them form."""

from kskd.cli.kit.group import Group

CLOCK = Group.of(
    "clock",
    "Jam tenggat untuk penawaran dan permintaan.",
    {
        "start": ("law.clocks:start", "Memulai jam: penawaran atau permintaan dikirim."),
        "stop": ("law.clocks:stop", "Menghentikan jam: jawaban diterima, atau tidak perlu lagi."),
        "list": ("law.clocks:list_all", "Menampilkan jam yang dimulai dengan tangan."),
        "kinds": ("law.clocks:kinds", "Menampilkan semua tenggat yang dikenal beserta dasarnya."),
    },
)
HOLIDAY = Group.of(
    "holiday",
    "Hari libur, untuk menghitung hari kerja.",
    {
        "import": ("law.holidays:import_csv", "Mencatat daftar hari libur dari berkas CSV."),
        "list": ("law.holidays:list_all", "Menampilkan hari libur yang tercatat."),
    },
)
