"""What is due: the deadlines of documents and of started clocks, the nearest first."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import TYPE_CHECKING, NamedTuple

from kskd.registry import clocks, holidays, settings
from kskd.registry.cases import read_cases
from kskd.rules.case import Office
from kskd.rules.clock import Frame
from kskd.rules.clocks import deadlines
from kskd.rules.requests import deadline
from kskd.workflows import lookup

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator, Sequence
    from datetime import date

    from kskd.domain.deadline import Deadline
    from kskd.domain.settings import Government
    from kskd.rules.case import Case
    from kskd.workflows.access import Access


class Filters(NamedTuple):
    """What was asked for, as typed: how far ahead, only what is overdue, which units."""

    within: str | None = None
    overdue: bool = False
    opds: tuple[str, ...] = ()


def due(access: Access, filters: Filters, *, as_of: date) -> list[Deadline]:
    """Deadlines up to the last day asked for, those that have passed included, the earliest first.

    Without ``within`` the setting ``soon-days`` says how far ahead.
    """
    with access.reading() as con:
        government = settings.read_government(con)
        last = read_last(filters.within, government, as_of)
        found = read_deadlines(con, government, as_of, opds=lookup.units(con, filters.opds, as_of))
    return [one for one in found if one.due_on <= last and not (filters.overdue and one.days_left >= 0)]


def read_deadlines(
    con: sqlite3.Connection, government: Government, as_of: date, *, opds: Sequence[str] | None = None
) -> list[Deadline]:
    """Every deadline that is not stopped on the day, of some units or of all, the earliest first."""
    found = [one for _, due in read_open(con, government, as_of, opds=opds) for one in due]
    return sorted(found, key=lambda one: (one.due_on, one.subject, one.kind))


def read_open(
    con: sqlite3.Connection, government: Government, as_of: date, *, opds: Sequence[str] | None = None
) -> Iterator[tuple[Case | None, tuple[Deadline, ...]]]:
    """Each document with its deadlines, then None with those of the started clocks."""
    frame = read_frame(con, government, as_of)
    office = Office.of(government, as_of)
    for case in read_cases(con, office, opds=opds):
        yield case, tuple(deadlines(case, frame))
    yield (
        None,
        tuple(
            deadline(one, frame, office.report_days, as_of)
            for one in clocks.read_started(con, as_of, running=True)
            if opds is None or one.opd in opds
        ),
    )


def read_frame(con: sqlite3.Connection, government: Government, as_of: date) -> Frame:
    """What the clocks need of the office."""
    return Frame(
        calendar=holidays.read_calendar(con),
        renewal_days=int(government.text("renewal-days")),
        ended_days=int(government.text("ended-days")),
        renewals=clocks.read_renewals(con, as_of),
        requested=clocks.read_requested(con, as_of),
    )


def read_last(within: str | None, government: Government, as_of: date) -> date:
    """The last day asked for: ``90d``, ``90``, or a duration in words such as ``3 bulan``."""
    days = re.fullmatch(r"([0-9]{1,5})d?", within.strip().casefold()) if within is not None else None
    if within is None or days:
        count = government.soon_days if days is None else int(days[1])
        return as_of + timedelta(days=min(count, (as_of.max - as_of).days))
    from kskd.domain.term import TermRule, end_of, read_duration

    return end_of(as_of, read_duration(within), TermRule.SAME_DAY)
