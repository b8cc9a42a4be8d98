"""Closing a period once it was reported, and opening it again."""

from datetime import date
from typing import NamedTuple

from kskd.domain.values.dates import format_date
from kskd.domain.values.period import Period
from kskd.errors import refusal
from kskd.registry.tables import closings
from kskd.workflows.access import Access


class PeriodLine(NamedTuple):
    """A period: documents evaluated, those of which the day of reporting is known, and when it was closed."""

    period: Period
    evaluated: int
    reported: int
    closed_on: date | None


def begun_period(text: str, today: date) -> Period:
    """A period of which something can be reported: one that has begun."""
    period = Period.parse(text)
    if period.start > today:
        raise refusal("evaluation-period-ahead", period=period)
    return period


def close(access: Access, text: str) -> Period:
    """Close a period that has ended; from then on changes to what it says need a reason."""
    period = Period.parse(text)
    if period.end >= access.today:
        raise refusal("period-still-running", period=period, end=format_date(period.end))
    with access.writing() as session:
        known = closings.read_closings(session)
        if period in known:
            raise refusal("period-closed-already", period=period, day=format_date(known[period]))
        closings.close(session, period, access.today)
    return period


def reopen(access: Access, text: str) -> Period:
    """Open a closed period again, which needs a reason."""
    period = Period.parse(text)
    with access.writing() as session:
        known = closings.read_closings(session)
        if period not in known:
            there = ", ".join(map(str, known)) or "belum ada"
            raise refusal("period-not-closed", period=period, closed=there)
        if access.reason is None:
            raise refusal("reopening-without-reason", period=period)
        closings.reopen(session, period)
    return period


def list_periods(access: Access, as_of: date) -> list[PeriodLine]:
    """Periods of which evaluations are known on the day, or that are closed on it, the latest first."""
    with access.reading() as session:
        told = closings.reporting_of(session, as_of)
        closed = {one: on for one, on in closings.read_closings(session).items() if on <= as_of}
    periods = sorted({*closed, *told}, reverse=True)
    return [PeriodLine(one, *told.get(one, (0, 0)), closed.get(one)) for one in periods]
