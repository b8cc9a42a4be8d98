"""What is due: the deadlines of documents and of started clocks, the nearest first."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kskd.domain.values.moving import moved
from kskd.domain.values.text import quote
from kskd.errors import InvalidDate
from kskd.registry.tables import holidays, settings
from kskd.registry.views import clock_facts
from kskd.registry.views.cases import read_cases
from kskd.rules.case import Office
from kskd.rules.clock import Frame
from kskd.rules.clocks import deadlines

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Collection, Iterator, Sequence
    from datetime import date

    from kskd.domain.deadline import Deadline
    from kskd.domain.settings import Government
    from kskd.rules.case import Case
    from kskd.workflows.access import Access


ASKED = ("facts", "children", "reports", "promises")
"""The parts of a document that clocks look at."""


def due(
    access: Access, *, as_of: date, within: str | None = None, overdue: bool = False, opd: Sequence[str] = ()
) -> list[Deadline]:
    """Deadlines up to the last day asked for, those that have passed included, the earliest first.

    Without ``within`` the setting ``soon-days`` says how far ahead.
    """
    with access.reading() as con:
        government = settings.read_government(con)
        last = read_last(within, government, as_of)
        units = None
        if opd:
            from kskd.workflows.lookup import units as meant

            units = meant(con, opd, as_of)
        found = read_deadlines(con, government, as_of, opds=units)
    return [one for one in found if one.first_day <= last and not (overdue and one.days_left >= 0)]


def read_deadlines(
    con: sqlite3.Connection, government: Government, as_of: date, *, opds: Sequence[str] | None = None
) -> list[Deadline]:
    """Every deadline that is not stopped on the day, of some units or of all, the earliest first."""
    found = [one for _, due in read_open(con, government, as_of, opds=opds) for one in due]
    return sorted(found, key=lambda one: (one.due_on, one.subject, one.kind))


def read_open(
    con: sqlite3.Connection,
    government: Government,
    as_of: date,
    *,
    opds: Sequence[str] | None = None,
    only: Collection[str] = ASKED,
) -> Iterator[tuple[Case | None, tuple[Deadline, ...]]]:
    """Each document with its deadlines, then None with those of the started clocks.

    ``only`` names the parts of the documents that are asked about (see ``read_cases``).
    """
    frame = read_frame(con, government, as_of)
    office = Office.of(government, as_of)
    for case in read_cases(con, office, opds=opds, only=only):
        yield case, tuple(deadlines(case, frame))
    if frame.any_started:
        from kskd.registry.tables.clocks import read_started
        from kskd.rules.requests import deadline

        running = read_started(con, as_of, running=True)
        chosen = [one for one in running if opds is None or one.opd in opds]
        yield None, tuple(deadline(one, frame, office.report_days, as_of) for one in chosen)


def read_frame(con: sqlite3.Connection, government: Government, as_of: date) -> Frame:
    """What the clocks need of the office."""
    return Frame(
        calendar=holidays.read_calendar(con),
        renewal_days=int(government.text("renewal-days")),
        ended_days=int(government.text("ended-days")),
        renewals=clock_facts.read_renewals(con, as_of),
        requested=clock_facts.read_requested(con, as_of),
        any_started=clock_facts.any_started(con),
    )


def read_last(within: str | None, government: Government, as_of: date) -> date:
    """The last day asked for: ``90d``, ``90``, or a duration in words such as ``3 bulan``."""
    days = re.fullmatch(r"([0-9]{1,5})d?", within.strip().casefold()) if within is not None else None
    if within is None or days:
        count = government.soon_days if days is None else int(days[1])
        return moved(as_of, days=count)
    from kskd.domain.document.term import TermRule, end_of, read_duration

    try:
        return end_of(as_of, read_duration(within), TermRule.SAME_DAY)
    except InvalidDate:
        raise InvalidDate(
            f'--within {quote(within)} tidak dikenal; ketik seperti 90d, "3 bulan", atau "1 tahun".'
        ) from None
