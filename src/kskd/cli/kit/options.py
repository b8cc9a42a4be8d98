"""How options and arguments are made, and those that several commands have."""

from typing import Annotated

from typer.models import ArgumentInfo, OptionInfo


def option(flag: str, metavar: str, text: str, *, envvar: str | None = None) -> OptionInfo:
    """An option with a value, which may be given once; without it, that of the variable counts."""
    return OptionInfo(
        default=...,
        param_decls=[flag],
        metavar=metavar,
        help=text,
        envvar=envvar,
        show_envvar=False,
        show_default=False,
    )


def switch(flag: str, text: str) -> OptionInfo:
    """An option without a value."""
    return OptionInfo(default=..., param_decls=[flag], help=text, show_default=False)


def many(flag: str, metavar: str, text: str) -> OptionInfo:
    """An option that may be repeated; its parameter is a list, empty where nothing was said."""
    made = option(flag, metavar, f"{text} Dapat diulang.")
    made.default_factory = list
    return made


class Codes(OptionInfo):
    """An option whose values are codes: it may be repeated, and one value may hold several with commas."""

    or_names = False

    def split(self, text: str) -> list[str]:
        """The codes in one value; where names are understood too, one with a space in it stays whole."""
        return [text] if self.or_names and " " in text.strip() else [code.strip() for code in text.split(",")]


def codes(flag: str, metavar: str, text: str, *, or_names: bool = False) -> Codes:
    """An option for codes; its parameter is a list, empty where nothing was said."""
    text += " Dapat diulang; kode dapat dipisah koma." if or_names else " Dapat diulang atau dipisah koma."
    made = Codes(default=..., param_decls=[flag], metavar=metavar, help=text, show_default=False)
    made.default_factory, made.or_names = list, or_names
    return made


def argument(metavar: str, text: str) -> ArgumentInfo:
    """A word of the command line without a flag."""
    return ArgumentInfo(default=..., metavar=metavar, help=text, show_default=False)


def some(metavar: str, text: str) -> ArgumentInfo:
    """Words without a flag, none of which is needed; the parameter is a list."""
    made = argument(metavar, text)
    made.default_factory = list
    return made


# which document
AgreementArgument = Annotated[str, argument("NASKAH", "ID, awal ID yang unik, atau nomor naskah.")]
AgreementOrAll = Annotated[str | None, argument("[NASKAH]", "ID, awal ID yang unik, atau nomor naskah.")]
NumberArgument = Annotated[int, argument("NO", "Nomor urut pada naskah itu.")]

# when
PeriodOption = Annotated[
    str | None, option("--period", "PERIODE", "Periode: 2024, 2024-S2, 2024-Q3, atau 2024-11.")
]
KnownOn = Annotated[
    str | None, option("--known-on", "TANGGAL", "Menurut yang sudah tercatat pada akhir hari ini.")
]
OnOption = Annotated[str | None, option("--on", "TANGGAL", "Tanggal kejadiannya.")]

# only some of them
OnlyOpds = Annotated[list[str], codes("--opd", "OPD", "Hanya OPD ini.", or_names=True)]

# units and partners
NameOption = Annotated[str | None, option("--name", "NAMA", "Nama.")]
NewOption = Annotated[bool, switch("--new", "Nama yang belum tercatat memang baru.")]

# how files and figures are made
TemplatesOption = Annotated[
    str | None,
    option("--templates", "FOLDER", "Folder templat sendiri; yang tidak ada di situ diambil dari bawaan."),
]
AssumeReported = Annotated[
    bool, switch("--assume-reported", "Juga rentang angka seandainya semua laporan masuk; bukan ramalan.")
]
