"""Periods of evaluation and report: a year, semester, quarter or month, and the days they cover."""

import re
from datetime import date
from enum import StrEnum
from functools import cache
from typing import NamedTuple, assert_never

from kskd.domain.values.dates import FIRST_YEAR, LAST_YEAR, ROMAN, format_month, last_of_month
from kskd.domain.values.text import fold, quote
from kskd.errors import refusal


class PeriodKind(StrEnum):
    """How long a period is."""

    YEAR = "year"
    SEMESTER = "semester"
    QUARTER = "quarter"
    MONTH = "month"


_MONTHS_IN = {PeriodKind.YEAR: 12, PeriodKind.SEMESTER: 6, PeriodKind.QUARTER: 3, PeriodKind.MONTH: 1}
_CODE = r"([0-9]{4})(?:-(?:S([12])|Q([1-4])|(0[1-9]|1[0-2])))?"


class _Days(NamedTuple):
    end: date
    start: date
    year: int
    kind: PeriodKind
    number: int


class Period(_Days):
    """A period of the calendar, from its ``start`` to its ``end``, the first and the last day.

    ``number`` counts from 1 within the year, and is 1 for a year. Ordered by last day, then first day, so
    that the greatest is the latest and, among those that end together, the shortest.
    """

    __slots__ = ()

    def __new__(cls, year: int, kind: PeriodKind, number: int = 1) -> "Period":
        """Raise InvalidDate for a year outside the calendar of the registry, or a number outside it."""
        months = _MONTHS_IN[kind]
        if not FIRST_YEAR <= year <= LAST_YEAR:
            raise refusal("period-year-outside", year=year, first=FIRST_YEAR, last=LAST_YEAR)
        if not 1 <= number <= 12 // months:
            raise refusal("period-not-in-year", number=number, year=year)
        start = date(year, (number - 1) * months + 1, 1)
        return super().__new__(cls, last_of_month(year, number * months), start, year, kind, number)

    def __getnewargs__(self) -> tuple[int, PeriodKind, int]:
        """What a copy is made of."""
        return self.year, self.kind, self.number

    @classmethod
    def parse(cls, text: str) -> "Period":
        """Read ``2024``, ``2024-S2``, ``2024-Q3`` or ``2024-11`` in any case, or raise InvalidDate."""
        typed = fold(text) if len(text) <= 60 else ""
        found = re.fullmatch(_CODE, typed, re.IGNORECASE | re.ASCII)
        if not found:
            raise refusal("period-unreadable", text=quote(text))
        year, semester, quarter, month = found.groups()
        if semester:
            return cls(int(year), PeriodKind.SEMESTER, int(semester))
        if quarter:
            return cls(int(year), PeriodKind.QUARTER, int(quarter))
        if month:
            return cls(int(year), PeriodKind.MONTH, int(month))
        return cls(int(year), PeriodKind.YEAR)

    @classmethod
    def of(cls, day: date, kind: PeriodKind) -> "Period":
        """Return the period of this kind in which the day lies."""
        return cls(day.year, kind, (day.month - 1) // _MONTHS_IN[kind] + 1)

    def __str__(self) -> str:
        """Return the code, as ``parse`` reads it."""
        match self.kind:
            case PeriodKind.YEAR:
                return f"{self.year}"
            case PeriodKind.SEMESTER:
                return f"{self.year}-S{self.number}"
            case PeriodKind.QUARTER:
                return f"{self.year}-Q{self.number}"
            case PeriodKind.MONTH:
                return f"{self.year}-{self.number:02}"
            case _:
                assert_never(self.kind)

    @property
    def label(self) -> str:
        """The name that a report's title carries: "Semester II Tahun 2024"."""
        match self.kind:
            case PeriodKind.YEAR:
                return f"Tahun {self.year}"
            case PeriodKind.SEMESTER:
                return f"Semester {ROMAN[self.number - 1]} Tahun {self.year}"
            case PeriodKind.QUARTER:
                return f"Triwulan {ROMAN[self.number - 1]} Tahun {self.year}"
            case PeriodKind.MONTH:
                return format_month(self.year, self.number)
            case _:
                assert_never(self.kind)

    def contains(self, other: "Period") -> bool:
        """Whether every day of the other period lies in this one; a period contains itself."""
        return self.start <= other.start and other.end <= self.end

    def previous(self) -> "Period":
        """Return the period of the same kind just before; InvalidDate before the first year."""
        if self.number > 1:
            return Period(self.year, self.kind, self.number - 1)
        return Period(self.year - 1, self.kind, 12 // _MONTHS_IN[self.kind])


kept_period = cache(Period.parse)
"""A period by its code, as the registry keeps it: many rows are of few periods."""
