"""The last day on which a report of a period is in time: one source for clocks, rules and rates."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from kskd.domain.document.chain import Doc, Scheme
from kskd.domain.values.period import Period, PeriodKind

if TYPE_CHECKING:
    from kskd.domain.settings import Government

SHORTEST = timedelta(days=30)
"""A document in force for less than this of a period, or of all of a shorter one, owes no report of it."""

_ABROAD = frozenset({Scheme.KSDPL, Scheme.KSDLL})


def january_day(year: int, level: str) -> date:
    """When the report on cooperation abroad in a year is due (Permendagri 25/2020 Pasal 35-37)."""
    return date(year + 1, 1, 14 if level == "provinsi" else 7)


def semester_day(semester: Period, report_days: int) -> date:
    """When the report of a semester is due: the law names no day, the setting ``report-days`` does."""
    return semester.end + timedelta(days=report_days)


def owes_report(starts_on: date, ends_on: date | None, period: Period) -> bool:
    """Whether a document from the one day to the other (None: without end) owes a report of the period."""
    wanted = min(SHORTEST, period.end - period.start)
    return min(ends_on or period.end, period.end) - max(starts_on, period.start) >= wanted


def is_reported_itself(doc: Doc, scheme: Scheme) -> bool:
    """Whether an umbrella is reported on where nothing carries it out: an MoU abroad, each year."""
    return doc is Doc.MOU and scheme in _ABROAD


def report_due(scheme: Scheme, period: Period, government: Government) -> date | None:
    """When the report on a document of this scheme is due; None where none is owed for such a period.

    Abroad it is owed for a year, all else for a semester (Permendagri 22/2020 Pasal 17, 39 and 60).
    """
    if scheme in _ABROAD:
        is_year = period.kind is PeriodKind.YEAR
        return january_day(period.year, government.text("level")) if is_year else None
    if period.kind is not PeriodKind.SEMESTER:
        return None
    return semester_day(period, int(government.text("report-days")))


def is_report_late(scheme: Scheme, period: Period, government: Government, as_of: date) -> bool:
    """Whether on a day every report owed within a period is late; for a year at home that of its second half.

    Never for a period of which none is owed, nor on the day on which it is due.
    """
    if period.kind is PeriodKind.YEAR and scheme not in _ABROAD:
        period = Period(period.year, PeriodKind.SEMESTER, 2)
    due = report_due(scheme, period, government)
    return due is not None and due < as_of
