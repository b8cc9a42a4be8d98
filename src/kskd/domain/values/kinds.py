"""What the value of a fact is: the kinds of fields, and the two answers that most facts have."""

from enum import StrEnum

YES, NO = "yes", "no"


class FieldKind(StrEnum):
    """What the value of a fact is, and so how it is read, said and looked for."""

    NUMBER = "number"
    MONEY = "money"
    """Whole rupiah."""
    PERIOD = "period"

    YES_NO = "yes-no"
    DATE = "date"
    TEXT = "text"
    BLOCK = "block"
    """Text in lines."""
    YEAR = "year"
    DURATION = "duration"
    """A length of time as typed, one that can be counted."""
    CHOICE = "choice"
    PART = "part"
    """A part of its subject with a reader of its own."""
    SWITCH = "switch"
    """What is said without a value; kept as 0 or 1."""


METAVARS = {
    FieldKind.MONEY: "RUPIAH",
    FieldKind.YES_NO: "YA|TIDAK",
    FieldKind.DATE: "TANGGAL",
    FieldKind.YEAR: "TAHUN",
    FieldKind.DURATION: "LAMA",
    FieldKind.CHOICE: "PILIHAN",
    FieldKind.PERIOD: "PERIODE",
}
