"""The round of desk meetings: proposed by rule, printed, and recorded where asked."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from kskd.domain.desk_round import Meeting, propose, read_hours, slots
from kskd.domain.values.dates import format_date, read_date
from kskd.domain.values.period import Period
from kskd.domain.values.text import clean
from kskd.errors import refusal
from kskd.registry.session import Session
from kskd.registry.tables import desk_rounds as store
from kskd.registry.tables import holidays, opds
from kskd.workflows.access import Access
from kskd.workflows.changes import Change, compare, require_reason
from kskd.workflows.desk.contents import sheets
from kskd.workflows.desk.sending import in_words
from kskd.workflows.evaluation.periods import begun_period
from kskd.workflows.reports.making import read_facts

HOURS = "09.00-12.00,13.00-15.00"
PER_DAY = 4


class Wish(NamedTuple):
    """What is wanted of a round, as typed: its first day, how many meetings a day, when and where."""

    start: str
    per_day: int | None = None
    hours: str | None = None
    place: str | None = None


class Round(NamedTuple):
    """The meetings, names of the OPD by code, years whose holidays are not known, and what was moved."""

    meetings: tuple[Meeting, ...]
    names: Mapping[str, str]
    without_holidays: tuple[int, ...] = ()
    changes: tuple[Change, ...] = ()


def recorded(access: Access, period_text: str) -> Round:
    """The meetings recorded for a period."""
    period = begun_period(period_text, access.today)
    with access.reading() as session:
        return _round(session, store.read_meetings(session, period))


def proposed(access: Access, period_text: str, wish: Wish) -> Round:
    """A meeting for each OPD that is asked in the period, in order of code, on working days only."""
    period = begun_period(period_text, access.today)
    with access.reading() as session:
        return _proposed(session, access, period, wish)


def save(access: Access, period_text: str, wish: Wish) -> Round:
    """Record what is proposed; a meeting that is moved needs a reason."""
    period = begun_period(period_text, access.today)
    with access.writing() as session:
        made = _proposed(session, access, period, wish)
        old = {one.opd: one for one in store.read_meetings(session, period)}
        moved = [one for one in made.meetings if one.opd in old]
        changes = compare(_facts(old[one.opd] for one in moved), _facts(moved))
        require_reason(changes, access.reason)
        for one in made.meetings:
            store.write_meeting(session, one)
    return made._replace(changes=changes)


def _proposed(session: Session, access: Access, period: Period, wish: Wish) -> Round:
    first = read_date(wish.start)
    if first < period.start:
        raise refusal("desk-before-period", day=format_date(first), period=period.label)
    count = PER_DAY if wish.per_day is None else wish.per_day
    if count < 1:
        raise refusal("desk-per-day-wrong")
    times = slots(read_hours(wish.hours or HOURS), count)
    place = clean(wish.place, "tempat", limit=200) if wish.place else None
    asked = list(sheets(read_facts(session), period, access.today, None, {}))
    if not asked:
        raise refusal("desk-nothing-to-evaluate", period=period.label)
    calendar = holidays.read_calendar(session)
    meetings = propose(period, asked, first, calendar, times, place=place)
    return _round(session, meetings)._replace(without_holidays=calendar.missing(first, meetings[-1].day))


def _round(session: Session, meetings: Sequence[Meeting]) -> Round:
    known = opds.read_opds(session)
    return Round(tuple(meetings), {one.opd: known[one.opd].name for one in meetings})


def _facts(meetings: Iterable[Meeting]) -> dict[str, str | None]:
    return {f"Pertemuan {one.opd}": in_words(one) for one in meetings}
