"""The month and the year that the number of a document names, and whether it was signed in them."""

import re
from datetime import date

from kskd.domain.values.dates import ROMAN, format_month

_YEAR = r"((?:19|20)[0-9]{2})"
_DATED = rf"/([IVX]+)/{_YEAR}\Z"
_OF_YEAR = (  # at the end, behind a month or behind the word; elsewhere it may be a running number
    rf"(?:[^0-9a-z]{_YEAR}[^0-9a-z]*\Z|[^0-9a-z][ivx]+[^0-9a-z]+{_YEAR}(?![0-9a-z])"
    rf"|\b(?:tahun|thn?)[ .]*{_YEAR}(?![0-9]))"
)
_RUNNING = r"[0-9]{1,2}"  # three may be a code of classification, beside which a "year" may be what runs


def month_named(number: str | None) -> date | None:
    """The first day of the month that a number ends in (/ROMAN/YEAR), None where it names none."""
    found = re.search(_DATED, number or "", re.IGNORECASE)
    if found is None or found[1].upper() not in ROMAN:
        return None
    return date(int(found[2]), ROMAN.index(found[1].upper()) + 1, 1)


def year_named(number: str | None) -> int | None:
    """The year that a number names, whatever its form; None where it names none, or perhaps none."""
    found = re.search(_OF_YEAR, number or "", re.IGNORECASE)
    if found:
        return int(next(filter(None, found.groups())))
    parts = re.split(r"[^0-9a-z.]+", (number or "").lower())
    years = [part for part in parts if re.fullmatch(_YEAR, part)]
    runs = any(re.fullmatch(_RUNNING, part) for part in parts)
    return int(years[0]) if len(years) == 1 and runs else None


def named_elsewhere(number: str | None, first: date, last: date, *, is_own: bool) -> str | None:
    """What a number names in words where no day from ``first`` to ``last``, those of signing, is in it.

    The month is looked at in the Pemda's own numbers only.
    """
    month, year = month_named(number) if is_own else None, year_named(number)
    if month is not None:
        agrees = first.replace(day=1) <= month <= last
        return None if agrees else format_month(month.year, month.month)
    return None if year is None or first.year <= year <= last.year else f"tahun {year}"
