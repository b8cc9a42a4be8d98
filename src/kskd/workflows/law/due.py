"""What is due: the deadlines of documents and of started clocks, the nearest first."""

import re
from collections.abc import Collection, Iterator
from datetime import date
from typing import TYPE_CHECKING

from kskd.domain.deadline import Deadline
from kskd.domain.settings import Government
from kskd.domain.values.moving import moved
from kskd.domain.values.text import quote
from kskd.errors import InvalidDate, refusal
from kskd.registry.session import Session
from kskd.registry.tables import holidays, settings
from kskd.registry.views import clock_facts
from kskd.registry.views.cases import read_cases
from kskd.rules.case import Case, Office
from kskd.rules.clock import ClockFrame
from kskd.rules.clocks.catalogue import deadlines
from kskd.workflows.access import Access
from kskd.workflows.register.filtering import Filters, choose

if TYPE_CHECKING:
    from kskd.workflows.register.filters import Chosen

ASKED = ("facts", "children", "reports", "promises", "asked", "moved", "own_terms")
"""The parts of a document that clocks look at."""


def due(
    access: Access, filters: Filters, *, as_of: date, within: str | None = None, overdue: bool = False
) -> list[Deadline]:
    """Deadlines up to the last day asked for, those that have passed included, the earliest first.

    Clocks without a document pass only where no more than units and partners is asked for.

    Without ``within`` the setting ``soon-days`` says how far ahead.
    """
    with access.reading() as session:
        government = settings.read_government(session)
        last = read_last(within, government, as_of)
        chosen = choose(session, access, filters, as_of)
        found = [one for _, due in read_open(session, government, as_of, chosen) for one in due]
    found.sort(key=lambda one: (one.due_on, one.subject, one.kind))
    return [one for one in found if one.first_day <= last and not (overdue and one.days_left >= 0)]


def read_open(
    session: Session,
    government: Government,
    as_of: date,
    chosen: "Chosen | None",
    *,
    only: Collection[str] = ASKED,
) -> Iterator[tuple[Case | None, tuple[Deadline, ...]]]:
    """Each document with its deadlines, then None with those of started clocks and of the office's papers.

    ``only`` names the parts of the documents that are asked about (see ``read_cases``).
    """
    frame = read_frame(session, government, as_of)
    office = Office.of(government, as_of, holidays.read_calendar(session))
    ids = None if chosen is None else chosen.ids
    for case in read_cases(session, office, agreements=ids, only=only):
        yield case, tuple(deadlines(case, frame))
    if clock_facts.any_started(session):
        from kskd.registry.tables.clocks import read_started
        from kskd.rules.clocks.requests import deadline

        others = None if chosen is None else chosen.of_clocks
        running = read_started(session, as_of, running=True, agreements=ids, of_others=others)
        yield None, tuple(deadline(one, office.calendar, office.report_days, as_of) for one in running)
    if chosen is None:
        from kskd.workflows.law.office_duties import read_duties

        yield None, tuple(read_duties(session, government, as_of).deadlines())


def read_frame(session: Session, government: Government, as_of: date) -> ClockFrame:
    """What the clocks need of the office."""
    return ClockFrame(
        renewal_days=int(government.text("renewal-days")),
        ended_days=int(government.text("ended-days")),
        renewals=clock_facts.read_renewals(session, as_of),
    )


def read_last(within: str | None, government: Government, as_of: date) -> date:
    """The last day asked for: ``90d``, ``90``, or a duration in words such as ``3 bulan``."""
    days = re.fullmatch(r"([0-9]{1,5})d?", within.strip().casefold()) if within is not None else None
    if within is None or days:
        count = government.soon_days if days is None else int(days[1])
        return moved(as_of, days=count)
    from kskd.domain.values.durations import TermRule, end_of, read_duration

    try:
        return end_of(as_of, read_duration(within), TermRule.SAME_DAY)
    except InvalidDate:
        raise refusal("within-unreadable", text=quote(within)) from None
