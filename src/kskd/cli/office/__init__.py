"""Commands for the registry as a whole, and the groups that some of them form."""

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
