"""Days that may be known in part: to the year, the month or the day, or only as one that has come.

Texts are EDTF (ISO 8601-2): ``2014``, ``2014-05``, ``2014-05-02``; of its unspecified digits only ``XXXX``.
"""

import re
from datetime import date
from functools import lru_cache
from typing import NamedTuple, overload

from kskd.domain.values.dates import FIRST_YEAR, ISO, LAST_YEAR, format_date, format_month, last_of_month
from kskd.domain.values.text import quote
from kskd.errors import refusal

UNKNOWN = "XXXX"
FIRST_DAY, LAST_DAY = date(FIRST_YEAR, 1, 1), date(LAST_YEAR, 12, 31)
_PARTIAL = r"([0-9]{4})(?:-(0[1-9]|1[0-2]))?"


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

        What people type is read by ``read_date``. ``XXXX`` lies between the first and the last day of the
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

    def between(self, first: date, last: date) -> tuple[date, date]:
        """The earliest and the latest day, of ``XXXX`` those that are given; the others keep their own."""
        return (first, last) if self.edtf == UNKNOWN else (self.earliest, self.latest)


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
    raise refusal("day-unreadable", text=quote(edtf), unknown=UNKNOWN)


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
