"""How an agreement can end, and the days between an end and what carries it on."""

from datetime import date
from enum import StrEnum


class EndKind(StrEnum):
    """How an agreement ends: on a day, never by itself, or when something happens."""

    DATE = "date"
    OPEN = "open"
    CONDITION = "condition"


def gap_days(last_day: date | None, starts_on: date | None) -> int | None:
    """Return the days without a document between an end and what carries it on.

    0 from one day to the next, negative for days on which both are in force, None while either is unknown.
    """
    return None if last_day is None or starts_on is None else (starts_on - last_day).days - 1
