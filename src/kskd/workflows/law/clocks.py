"""Starting and stopping the clocks of offers and requests."""

from datetime import date
from typing import NamedTuple

from kskd.domain.deadline import Deadline
from kskd.domain.settings import Government
from kskd.domain.values.dates import format_date, read_date
from kskd.domain.values.text import clean, quote
from kskd.domain.values.warning import warning
from kskd.domain.values.workdays import Calendar
from kskd.errors import refusal
from kskd.registry.session import Session
from kskd.registry.tables import clocks as store
from kskd.registry.tables import holidays, opds, settings
from kskd.registry.tables.agreements import read_agreement
from kskd.rules.clocks.requests import REQUESTS, Request, Started, deadline
from kskd.workflows import lookup
from kskd.workflows.access import Access


class Running(NamedTuple):
    """A started clock with its due day; what it was about stays when it is stopped."""

    started: Started
    deadline: Deadline


def find_request(text: str) -> Request:
    """The kind of request meant by its code; NotFound lists those there are."""
    request = REQUESTS.get(text.strip().casefold())
    if request is None:
        raise refusal("request-unknown", text=quote(text), known=", ".join(REQUESTS))
    return request


def start(
    access: Access,
    kind: str,
    *,
    agreement: str | None = None,
    partner: str | None = None,
    opd: str | None = None,
    on: str | None = None,
) -> tuple[Running, tuple[str, ...]]:
    """Start a clock on a day that has come; gives it, and a line for each earlier one that still runs."""
    request = find_request(kind)
    if request.instead is not None:
        raise refusal("clock-replaced", kind=request.kind, instead=request.instead)
    if on is None:
        raise refusal("clock-day-missing", start=request.start)
    day = read_date(on)
    if day > access.today:
        raise refusal("clock-start-in-future", day=format_date(day), start=request.start)
    if agreement is None and request.on_document:
        raise refusal("clock-agreement-missing", kind=request.kind)
    if agreement is None and partner is None:
        raise refusal("clock-subject-missing")
    if agreement is not None and opd is not None:
        raise refusal("clock-opd-and-agreement")
    with access.writing() as session:
        government = settings.read_government(session)
        _refuse_level(request, government)
        one = Started(
            0, request.kind, _document(session, agreement), None, None, day, access.letter, None, None
        )
        other = lookup.read_partner(session, partner) if partner else None
        unit = lookup.opd_code(opds.read_opds(session), opd) if opd else None
        one = one._replace(opd=unit, partner=other.name if other else None)
        before = [
            found
            for found in store.read_started(session, access.today, running=True)
            if (found.agreement, found.partner) == (one.agreement, one.partner)
            and found.kind.partition("-")[0] == request.kind.partition("-")[0]
        ]
        one = one._replace(number=store.insert_started(session, one, other.id if other else None))
        made = _running(holidays.read_calendar(session), government, one, access.today)
    return made, tuple(
        warning(
            f"penghitung tenggat {found.number} ({found.kind}) masih berjalan",
            f'bila sudah selesai, kskd clock stop {found.number} --on {day.isoformat()} --outcome "…"',
        )
        for found in before
    )


def stop(access: Access, number: int, *, on: str | None, outcome: str | None) -> Started:
    """Stop a clock on a day, with what came of it."""
    if on is None or outcome is None:
        raise refusal("clock-outcome-missing")
    day = read_date(on)
    result = clean(outcome, "hasil", limit=300)
    if day > access.today:
        raise refusal("clock-stop-in-future", day=format_date(day))
    with access.writing() as session:
        known = {one.number: one for one in store.read_started(session, day.max, running=False)}
        one = known.get(number)
        if one is None:
            raise refusal("clock-not-found", number=number)
        if one.stopped_on is not None:
            raise refusal(
                "clock-stopped", number=number, day=format_date(one.stopped_on), outcome=one.outcome
            )
        if day < one.started_on:
            raise refusal("clock-stop-before-start", day=format_date(day), start=format_date(one.started_on))
        store.stop(session, number, day, result)
    return one._replace(stopped_on=day, outcome=result)


def listing(access: Access, *, as_of: date, stopped: bool) -> list[Running]:
    """Started clocks in order of number; with ``stopped`` also those that no longer run."""
    with access.reading() as session:
        government = settings.read_government(session)
        calendar = holidays.read_calendar(session)
        found = store.read_started(session, as_of, running=not stopped)
        return [_running(calendar, government, one, as_of) for one in found]


def _running(calendar: Calendar, government: Government, one: Started, as_of: date) -> Running:
    return Running(one, deadline(one, calendar, int(government.text("report-days")), one.stopped_on or as_of))


def _document(session: Session, text: str | None) -> str | None:
    if text is None:
        return None
    found = read_agreement(session, lookup.agreement_id(session, text))
    if found.void_reason is not None:
        raise refusal("agreement-void-for-clock", id=found.id)
    return found.id


def _refuse_level(request: Request, government: Government) -> None:
    if request.kind.startswith("gubernur-") and government.text("level") == "provinsi":
        raise refusal("clock-only-below-province")
