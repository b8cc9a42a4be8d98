"""Commands of the registry, and the groups that some of them form."""

from kskd.cli.kit.group import Group

OPD = Group.of(
    "opd",
    "Perangkat daerah: mencatat, mencari, mengganti nama.",
    {
        "add": ("register.opds:add", "Mencatat satu OPD."),
        "import": ("register.opds:import_csv", "Mencatat banyak OPD dari berkas CSV."),
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
TARGET = Group.of(
    "target",
    "Target yang dijanjikan naskah turunan.",
    {
        "add": ("register.targets:add", "Mencatat satu target."),
        "list": ("register.targets:list_all", "Menampilkan target."),
        "update": ("register.targets:update", "Melengkapi atau mengoreksi target."),
    },
)
