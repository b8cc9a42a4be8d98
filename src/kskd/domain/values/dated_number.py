"""The month and the year that the number of a document names, and whether it was signed in them."""

import re
from datetime import date

from kskd.domain.values.dates import ROMAN, format_month

_YEAR = r"((?:19|20)[0-9]{2})"
_SHORT = r"['\u2018\u2019`\u00b4]?([0-9]{2})"
_ANY = rf"(?:{_YEAR}|{_SHORT})"
_DATED = rf"/([IVX]+)/{_ANY}\Z"
_OF_YEAR = (  # at the end, behind a month or behind the word; elsewhere it may be a running number
    rf"[^0-9a-z]{_YEAR}[^0-9a-z]*\Z",
    rf"[^0-9a-z][ivx]+[^0-9a-z]+{_YEAR}(?![0-9a-z])",
    rf"\b(?:tahun|thn?)[ .]*{_ANY}(?![0-9])",
    rf"[^0-9a-z][ivx]+[^0-9a-z]+{_SHORT}[^0-9a-z]*\Z",
    r"['\u2018\u2019`\u00b4]([0-9]{2})(?![0-9a-z])",
)
_RUNNING = r"[0-9]{1,2}"  # three may be a code of classification, beside which a "year" may be what runs
_CENTURIES = (1900, 2000)


def months_named(number: str | None) -> tuple[date, ...]:
    """The first day of the month that a number ends in (/ROMAN/YEAR), empty where it names none.

    Of a year in two figures the month in each century that it may be.
    """
    found = re.search(_DATED, number or "", re.IGNORECASE)
    if found is None or found[1].upper() not in ROMAN:
        return ()
    month = ROMAN.index(found[1].upper()) + 1
    return tuple(date(year, month, 1) for year in _in_full(found[2] or found[3]))


def years_named(number: str | None) -> tuple[int, ...]:
    """The year that a number names, whatever its form; empty where it names none, or perhaps none.

    Of one in two figures the year in each century that it may be.
    """
    for pattern in _OF_YEAR:
        if found := re.search(pattern, number or "", re.IGNORECASE):
            return _in_full(next(filter(None, found.groups())))
    parts = re.findall(r"[0-9a-z.]+", (number or "").lower())
    years = [part for part in parts if re.fullmatch(_YEAR, part)]
    if not years and _ends_in_short_year(parts):
        return _in_full(parts.pop())
    runs = any(re.fullmatch(_RUNNING, part) for part in parts)
    return (int(years[0]),) if len(years) == 1 and runs else ()


def _ends_in_short_year(parts: list[str]) -> bool:
    """Whether the last part can only be a year: no month, behind a running number and a word."""
    *before, last = parts or [""]
    return (
        re.fullmatch("[0-9]{2}", last) is not None
        and int(last) > len(ROMAN)
        and any(re.fullmatch(_RUNNING, part) for part in before)
        and any(re.search("[a-z]", part) for part in before)
    )


def _in_full(digits: str) -> tuple[int, ...]:
    return (int(digits),) if len(digits) > 2 else tuple(century + int(digits) for century in _CENTURIES)


def named_elsewhere(number: str | None, first: date, last: date, *, is_own: bool) -> str | None:
    """What a number names in words where no day from ``first`` to ``last``, those of signing, is in it.

    The month is looked at in the Pemda's own numbers only.
    """
    months = months_named(number) if is_own else ()
    if months:
        agrees = any(first.replace(day=1) <= month <= last for month in months)
        month = min(months, key=lambda one: abs(one - last))
        return None if agrees else format_month(month.year, month.month)
    years = years_named(number)
    if not years or any(first.year <= year <= last.year for year in years):
        return None
    return f"tahun {min(years, key=lambda one: abs(one - last.year))}"
