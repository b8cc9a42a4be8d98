"""Commands of reports, and the groups that some of them form."""

from kskd.cli.kit.group import Group

TEMPLATES = Group.of(
    "templates",
    "Templat laporan.",
    {
        "eject": ("reports.reports:eject", "Menyalin templat ke folder untuk disesuaikan."),
        "check": ("reports.reports:check", "Memeriksa templat yang telah disesuaikan."),
    },
)
