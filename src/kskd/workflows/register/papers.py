"""The office's own papers: recording reports, decrees and meetings, and taking back what was wrong."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from kskd.domain.field import Typed
from kskd.domain.office.paper import OfficePaper
from kskd.domain.told import read_told, worded
from kskd.domain.values.dates import format_date
from kskd.domain.values.period import Period
from kskd.domain.values.text import quote
from kskd.errors import refusal
from kskd.registry.session import Session
from kskd.registry.tables import office_papers as store
from kskd.rules.papers import KINDS, PaperKind
from kskd.workflows.access import Access
from kskd.workflows.changes import Change, confirm


def find_kind(text: str) -> PaperKind:
    """The kind of paper meant by its code; NotFound lists those there are."""
    found = KINDS.get(text.strip().casefold())
    if found is None:
        raise refusal("paper-kind-unknown", text=quote(text), known=", ".join(KINDS))
    return found


def add(access: Access, text: str, typed: Mapping[str, Typed]) -> OfficePaper:
    """Record that a paper was given, or a meeting held; the same paper is recorded once."""
    kind = find_kind(text)
    said = read_told(access.subjects.office_paper, typed)
    one = OfficePaper(0, kind.kind, said["given_on"]).telling(said)
    _refuse_impossible(kind, one, access.today)
    with access.writing() as session:
        for other in store.read_papers(session).values():
            if other.void_reason is None and _fingerprint(other) == _fingerprint(one):
                raise refusal("paper-known", number=other.id)
        return replace(one, id=store.insert_paper(session, one))


def update(access: Access, number: int, typed: Mapping[str, Typed]) -> tuple[OfficePaper, tuple[Change, ...]]:
    """Fill or correct what is recorded of a paper; a correction needs a reason."""
    fields = access.subjects.office_paper
    said = read_told(fields, typed)
    with access.writing() as session:
        old = _live(session, number)
        new = old.telling(said)
        if (kind := KINDS.get(new.kind)) is not None:
            _refuse_impossible(kind, new, access.today)
        changes = confirm(worded(fields, old), worded(fields, new), access.reason)
        store.update_paper(session, new)
    return new, changes


def void(access: Access, number: int) -> OfficePaper:
    """Let a paper that was recorded wrongly count no more; needs a reason, which is kept with it."""
    if access.reason is None:
        raise refusal("reason-missing", what="pembatalan")
    with access.writing() as session:
        one = replace(_live(session, number), void_reason=access.reason)
        store.update_paper(session, one)
    return one


def listing(
    access: Access, *, as_of: date, kinds: tuple[str, ...], period: str | None, everything: bool
) -> list[OfficePaper]:
    """The papers given by the day, the latest first; with ``everything`` also void ones."""
    wanted, of = {find_kind(text).kind for text in kinds}, Period.parse(period) if period else None
    with access.reading() as session:
        found = [
            one
            for one in store.read_papers(session).values()
            if one.given_on <= as_of
            and (everything or one.void_reason is None)
            and (not wanted or one.kind in wanted)
            and (of is None or one.period == of)
        ]
    return sorted(found, key=lambda one: (one.given_on, one.id), reverse=True)


def _live(session: Session, number: int) -> OfficePaper:
    one = store.read_papers(session).get(number)
    if one is None:
        raise refusal("paper-not-found", number=number)
    if one.void_reason is not None:
        raise refusal("paper-void", number=number, reason=one.void_reason)
    return one


def _refuse_impossible(kind: PaperKind, one: OfficePaper, today: date) -> None:
    """Refuse what cannot be true: a period of another length, a report on what had not begun."""
    if one.period is None and kind.period is not None:
        raise refusal("paper-period-missing", kind=kind.kind)
    if one.period is not None and kind.period is None:
        raise refusal("paper-without-period", kind=kind.kind)
    if one.period is not None and one.period.kind is not kind.period:
        raise refusal("paper-period-other", kind=kind.kind, period=one.period)
    for what, day in (("Tanggal", one.given_on), ("Tanggal diterima", one.received_on)):
        if day is not None and day > today:
            raise refusal("day-in-future", what=what, day=format_date(day))
    if kind.looks_back and one.period is not None and one.given_on < one.period.start:
        raise refusal("day-before-period", what="Tanggal", day=format_date(one.given_on), period=one.period)
    if one.received_on is not None and one.received_on < one.given_on:
        raise refusal(
            "paper-received-before", day=format_date(one.received_on), given=format_date(one.given_on)
        )


def _fingerprint(one: OfficePaper) -> tuple[object, ...]:
    """What makes two entries one, so that a command may be repeated without harm."""
    return one.kind, one.period, one.given_on, one.number, one.addressee
