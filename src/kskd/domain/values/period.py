"""Periods of evaluation and report: a year, semester, quarter or month, and the days they cover."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache, total_ordering
from typing import assert_never

from kskd.domain.values.dates import FIRST_YEAR, LAST_YEAR, format_month, last_of_month
from kskd.domain.values.text import fold, quote
from kskd.errors import refusal


class PeriodKind(StrEnum):
    """How long a period is."""

    YEAR = "year"
    SEMESTER = "semester"
    QUARTER = "quarter"
    MONTH = "month"


_MONTHS_IN = {PeriodKind.YEAR: 12, PeriodKind.SEMESTER: 6, PeriodKind.QUARTER: 3, PeriodKind.MONTH: 1}
_ROMAN = ("I", "II", "III", "IV")
_CODE = r"([0-9]{4})(?:-(?:S([12])|Q([1-4])|(0[1-9]|1[0-2])))?"


@total_ordering
@dataclass(frozen=True, slots=True)
class Period:
    """A period of the calendar; ``index`` counts from 1 within the year, and is 1 for a year.

    Ordered by last day, then first day, so that the greatest is the latest and, among those that end
    together, the shortest.
    """

    year: int
    kind: PeriodKind
    index: int = 1

    def __post_init__(self) -> None:
        """Raise InvalidDate for a year outside the calendar of the registry, or an index outside it."""
        if not FIRST_YEAR <= self.year <= LAST_YEAR:
            raise refusal("period-year-outside", year=self.year, first=FIRST_YEAR, last=LAST_YEAR)
        if not 1 <= self.index <= 12 // _MONTHS_IN[self.kind]:
            raise refusal("period-not-in-year", index=self.index, year=self.year)

    @classmethod
    def parse(cls, text: str) -> Period:
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
    def of(cls, day: date, kind: PeriodKind) -> Period:
        """Return the period of this kind in which the day lies."""
        return cls(day.year, kind, (day.month - 1) // _MONTHS_IN[kind] + 1)

    def __str__(self) -> str:
        """Return the code, as ``parse`` reads it."""
        match self.kind:
            case PeriodKind.YEAR:
                return f"{self.year}"
            case PeriodKind.SEMESTER:
                return f"{self.year}-S{self.index}"
            case PeriodKind.QUARTER:
                return f"{self.year}-Q{self.index}"
            case PeriodKind.MONTH:
                return f"{self.year}-{self.index:02}"
            case _:
                assert_never(self.kind)

    def __lt__(self, other: Period) -> bool:
        """Compare by last day, then by first day."""
        return (self.end, self.start) < (other.end, other.start)

    @property
    def start(self) -> date:
        """The first day."""
        return date(self.year, (self.index - 1) * _MONTHS_IN[self.kind] + 1, 1)

    @property
    def end(self) -> date:
        """The last day."""
        return last_of_month(self.year, self.index * _MONTHS_IN[self.kind])

    @property
    def label(self) -> str:
        """The name that a report's title carries: "Semester II Tahun 2024"."""
        match self.kind:
            case PeriodKind.YEAR:
                return f"Tahun {self.year}"
            case PeriodKind.SEMESTER:
                return f"Semester {_ROMAN[self.index - 1]} Tahun {self.year}"
            case PeriodKind.QUARTER:
                return f"Triwulan {_ROMAN[self.index - 1]} Tahun {self.year}"
            case PeriodKind.MONTH:
                return format_month(self.year, self.index)
            case _:
                assert_never(self.kind)

    def contains(self, other: Period) -> bool:
        """Whether every day of the other period lies in this one; a period contains itself."""
        return self.start <= other.start and other.end <= self.end

    def previous(self) -> Period:
        """Return the period of the same kind just before; InvalidDate before the first year."""
        if self.index > 1:
            return Period(self.year, self.kind, self.index - 1)
        return Period(self.year - 1, self.kind, 12 // _MONTHS_IN[self.kind])


kept_period = cache(Period.parse)
"""A period by its code, as the registry keeps it: many rows are of few periods."""
