"""Starting and stopping the clocks of offers and requests."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from kskd.domain.values.dates import format_date, read_date
from kskd.domain.values.text import clean, quote
from kskd.errors import InvalidFact, NotFound, Refused, UsageError
from kskd.registry.tables import clocks as store
from kskd.registry.tables import opds, settings
from kskd.registry.tables.agreements import read_agreement
from kskd.rules.requests import REQUESTS, Request, Started, deadline
from kskd.workflows import lookup
from kskd.workflows.law.due import read_frame

if TYPE_CHECKING:
    import sqlite3
    from datetime import date

    from kskd.domain.deadline import Deadline
    from kskd.domain.settings import Government
    from kskd.rules.clock import Frame
    from kskd.workflows.access import Access


class Running(NamedTuple):
    """A started clock with its due day; what it was about stays when it is stopped."""

    started: Started
    deadline: Deadline


def find_request(text: str) -> Request:
    """The kind of request meant by its code; NotFound lists those there are."""
    request = REQUESTS.get(text.strip().casefold())
    if request is None:
        raise NotFound(f"Jenis jam {quote(text)} tidak dikenal. Yang ada: {', '.join(REQUESTS)}.")
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
    if on is None:
        raise UsageError(f"Sebut hari mulainya dengan --on: {request.start}.")
    day = read_date(on)
    if day > access.today:
        raise InvalidFact(f"--on {format_date(day)} belum terjadi; sebut hari {request.start}.")
    if agreement is None and request.on_document:
        raise UsageError(f"{request.kind} perlu --agreement: naskah yang diminta persetujuannya.")
    if agreement is None and partner is None and request.kind != "laporan-tkksd":
        raise UsageError("Sebut --agreement, atau --partner bila belum ada naskahnya.")
    if agreement is not None and opd is not None:
        raise UsageError("--opd hanya tanpa --agreement; OPD naskah sudah tercatat.")
    with access.writing() as con:
        government = settings.read_government(con)
        _refuse_level(request, government)
        one = Started(0, request.kind, _document(con, agreement), None, None, day, access.letter, None, None)
        other = lookup.read_partner(con, partner) if partner else None
        unit = lookup.opd_code(opds.read_opds(con), opd) if opd else None
        one = one._replace(opd=unit, partner=other.name if other else None)
        before = [
            found
            for found in store.read_started(con, access.today, running=True)
            if (found.agreement, found.partner) == (one.agreement, one.partner)
            and found.kind.partition("-")[0] == request.kind.partition("-")[0]
        ]
        one = one._replace(number=store.insert_started(con, one, other.id if other else None))
        made = _running(read_frame(con, government, access.today), government, one, access.today)
    return made, tuple(
        f"Jam {found.number} ({found.kind}) masih berjalan; bila sudah selesai:"
        f" kskd clock stop {found.number} --on {day.isoformat()} --outcome …"
        for found in before
    )


def stop(access: Access, number: int, *, on: str | None, outcome: str | None) -> Started:
    """Stop a clock on a day, with what came of it."""
    if on is None or outcome is None:
        raise UsageError("Sebut hari berhentinya dengan --on dan hasilnya dengan --outcome.")
    day = read_date(on)
    result = clean(outcome, "hasil", limit=300)
    if day > access.today:
        raise InvalidFact(f"--on {format_date(day)} belum terjadi.")
    with access.writing() as con:
        known = {one.number: one for one in store.read_started(con, day.max, running=False)}
        one = known.get(number)
        if one is None:
            raise NotFound(f"Jam {number} tidak ada. Lihat kskd clock list --all.")
        if one.stopped_on is not None:
            raise Refused(f"Jam {number} sudah berhenti pada {format_date(one.stopped_on)}: {one.outcome}.")
        if day < one.started_on:
            raise InvalidFact(
                f"--on {format_date(day)} mendahului mulainya {format_date(one.started_on)}; periksa lagi."
            )
        store.stop(con, number, day, result)
    return one._replace(stopped_on=day, outcome=result)


def listing(access: Access, *, as_of: date, stopped: bool) -> list[Running]:
    """Started clocks in order of number; with ``stopped`` also those that no longer run."""
    with access.reading() as con:
        government = settings.read_government(con)
        frame = read_frame(con, government, as_of)
        found = store.read_started(con, as_of, running=not stopped)
        return [_running(frame, government, one, as_of) for one in found]


def _running(frame: Frame, government: Government, one: Started, as_of: date) -> Running:
    return Running(one, deadline(one, frame, int(government.text("report-days")), one.stopped_on or as_of))


def _document(con: sqlite3.Connection, text: str | None) -> str | None:
    if text is None:
        return None
    found = read_agreement(con, lookup.agreement_id(con, text))
    if found.void_reason is not None:
        raise Refused(f"{found.id} sudah dibatalkan; jamnya tidak dapat dimulai.")
    return found.id


def _refuse_level(request: Request, government: Government) -> None:
    if request.kind.startswith("gubernur-") and government.text("level") == "provinsi":
        raise Refused("Hanya kabupaten/kota yang menyampaikan rencana dan rancangan melalui Gubernur.")
