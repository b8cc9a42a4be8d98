"""Days that may be known in part: to the year, the month or the day, or only as one that has come.

Texts are EDTF (ISO 8601-2): ``2014``, ``2014-05``, ``2014-05-02``; of its unspecified digits only ``XXXX``.
"""

import re
from datetime import date
from functools import lru_cache
from typing import NamedTuple, overload

from kskd.domain.values.dates import (
    FIRST_YEAR,
    ISO,
    LAST_YEAR,
    format_date,
    format_month,
    last_of_month,
    read_date,
    read_month_name,
)
from kskd.domain.values.text import fold, quote
from kskd.errors import InvalidDate, KskdError, refusal

UNKNOWN = "XXXX"
FIRST_DAY, LAST_DAY = date(FIRST_YEAR, 1, 1), date(LAST_YEAR, 12, 31)
_PARTIAL = r"([0-9]{4})(?:-(0[1-9]|1[0-2]))?"
_TYPED = (  # year, or month and year in either order
    r"(?:pada )?(?:(?:tahun|thn\.?|th\.?) ?)?(?P<year>[0-9]{4})",
    r"(?P<year>[0-9]{4})(?P<sign>[/.-])(?P<month>[0-9]{1,2})",
    r"(?:pada )?(?:bulan )?(?P<month>[0-9]{1,2})(?: ?[/.-] ?|,? tahun )(?P<year>[0-9]{4})",
    r"(?:pada )?(?:bulan )?(?P<month>[a-z]+)\.?(?:[ /-]|, ?)(?:tahun )?(?P<year>[0-9]{4})",
)
_SHORT = r"(?:bulan )?([a-z]+)\.?[ /-][0-9]{2}"
_YEARS = r"([0-9]{4}) ?[/–-] ?([0-9]{2}|[0-9]{4})"


class Day(NamedTuple):
    """A day, made by ``parse`` or ``of``: the first and the last that it may be, and which it is if known.

    Ordered as its texts are, so that a sort in SQL gives the same: by the earliest day, what is known less
    exactly first, a day of which nothing is known last. A NamedTuple, since start-up forbids dataclasses.
    """

    edtf: str
    earliest: date
    latest: date
    exact: date | None

    @overload
    @classmethod
    def of(cls, day: date) -> "Day": ...

    @overload
    @classmethod
    def of(cls, day: None) -> None: ...

    @classmethod
    def of(cls, day: date | None) -> "Day | None":
        """The day that is known exactly; None of None."""
        return None if day is None else cls(day.isoformat(), day, day, day)

    @overload
    @classmethod
    def parse(cls, edtf: str) -> "Day": ...

    @overload
    @classmethod
    def parse(cls, edtf: None) -> None: ...

    @classmethod
    def parse(cls, edtf: str | None) -> "Day | None":
        """Read what ``str`` gives, None of None; InvalidDate for anything else.

        What people type is read by ``read_day``. ``XXXX`` lies between the first and the last day of the
        registry's calendar; see ``between``.
        """
        return None if edtf is None else _parsed(edtf)

    def __str__(self) -> str:
        """Return the EDTF text."""
        return self.edtf

    @property
    def words(self) -> str:
        """The day as letters write it, as far as it is known: "2 Mei 2014", "Mei 2014", "2014"."""
        if self.exact is not None:
            return format_date(self.exact)
        if self.edtf == UNKNOWN:
            return "tanggal tidak diketahui"
        first = self.earliest
        return format_month(first.year, first.month) if "-" in self.edtf else str(first.year)

    def lies_in(self, other: "Day") -> bool:
        """Whether it says nothing else than the other, only as exactly or more so."""
        return other.earliest <= self.earliest and self.latest <= other.latest

    def between(self, first: date, last: date) -> tuple[date, date]:
        """The earliest and the latest day, of ``XXXX`` those that are given; the others keep their own."""
        return (first, last) if self.edtf == UNKNOWN else (self.earliest, self.latest)


def says_unknown(text: str) -> bool:
    """Whether it is said of a day that it has come, and that nothing is known of it: ``tidak-diketahui``."""
    return text.strip().upper() == UNKNOWN or fold(text.replace("-", " ")).casefold() == "tidak diketahui"


def read_day(text: str) -> Day:
    """The day as far as it was typed: what ``read_date`` reads, a month, a year, or what ``says_unknown``.

    Read are ``2014``, ``tahun 2014``, ``Mei 2014``, ``05/2014``, ``2014-05``; InvalidDate for all that can be
    read in two ways, with the readings, and for what cannot be read.
    """
    if says_unknown(text):
        return _parsed(UNKNOWN)
    typed = fold(text).lower().removesuffix(".") if len(text) <= 60 else ""
    if (two := re.fullmatch(_YEARS, typed)) and (meant := _two_years(two[1], two[2], typed)):
        raise refusal("date-unclear", text=quote(text), readings=meant)
    for pattern in _TYPED:
        if found := re.fullmatch(pattern, typed):
            month = found.groupdict().get("month")
            number = int(month) if month and month.isdigit() else read_month_name(month or "")
            if month and number is None:
                break
            return _of_parts(int(found["year"]), number, text)
    if (short := re.fullmatch(_SHORT, typed)) and read_month_name(short[1]):
        raise refusal("date-year-short", text=quote(text))
    try:
        return Day.of(read_date(text))
    except InvalidDate as error:
        if error.code == "date-unreadable" and re.search(r"[0-9]", typed):
            raise _unreadable(text) from None
        raise


def _two_years(first: str, second: str, typed: str) -> str | None:
    """The readings of two numbers that may be two years in a row; None where ISO says that it is a month."""
    follows = str(int(first) + 1)
    if second not in {follows, follows[2:]} or re.fullmatch(_PARTIAL, typed):
        return None
    month = (
        f"{format_month(int(first), int(second))}, " if len(second) == 2 and 1 <= int(second) <= 12 else ""
    )
    return f"{month}{first} atau {follows}"


def _of_parts(year: int, month: int | None, text: str) -> Day:
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise refusal("date-year-outside", text=quote(text), year=year, first=FIRST_YEAR, last=LAST_YEAR)
    if month is not None and not 1 <= month <= 12:
        raise refusal("date-not-in-calendar", text=quote(text))
    return _parsed(f"{year:04}" if month is None else f"{year:04}-{month:02}")


@lru_cache(maxsize=8192)  # a registry of any size has few different days
def _parsed(edtf: str) -> Day:
    if edtf == UNKNOWN:
        return Day(UNKNOWN, FIRST_DAY, LAST_DAY, None)
    try:
        if re.fullmatch(ISO, edtf):
            return Day.of(date.fromisoformat(edtf))
        if found := re.fullmatch(_PARTIAL, edtf):
            year, month = int(found[1]), int(found[2] or 0)
            if not month:
                return Day(edtf, date(year, 1, 1), date(year, 12, 31), None)
            return Day(edtf, date(year, month, 1), last_of_month(year, month), None)
    except ValueError:
        pass  # no such day in the calendar
    raise _unreadable(edtf)


def _unreadable(text: str) -> KskdError:
    return refusal("day-unreadable", text=quote(text), unknown=UNKNOWN)


def format_term(starts: Day | None, ends: Day | None, condition: str | None, *, is_open: bool) -> str:
    """Return a term of validity in words, for tables and reports; what is unknown is said to be so.

    An end beside a condition is the first one.
    """
    start = starts.words if starts else ""
    if ends and not condition:
        return f"{start} s.d. {ends.words}".lstrip(" ")
    if is_open:
        end = "tanpa batas waktu"
    elif condition:
        end = _until(condition) + (f"; akhir pertama {ends.words}" if ends else "")
    else:
        end = "tanggal akhir belum tercatat" if start else "belum tercatat"
    return f"sejak {start}, {end}" if start else end


def _until(condition: str) -> str:
    first = condition.split(" ", 1)[0].lower()
    if first in {"sampai", "hingga", "diperpanjang"}:
        return condition[:1].lower() + condition[1:]
    return f"sampai {condition}"
