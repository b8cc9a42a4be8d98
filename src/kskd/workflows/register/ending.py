"""Ending a cooperation early, on a ground that the law gives."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from kskd.domain.document.agreement import Agreement
from kskd.domain.document.ending import Ending, grounds_of, read_ground
from kskd.domain.document.status import Status
from kskd.domain.values.dates import format_date, read_date
from kskd.domain.values.warning import warning
from kskd.errors import refusal
from kskd.registry.session import Session
from kskd.registry.tables import agreements
from kskd.workflows import lookup
from kskd.workflows.access import Access
from kskd.workflows.register.agreements import Kept


def end(access: Access, text: str, *, on: str | None, ground: str | None) -> Kept:
    """Record that a document ended before its time; ``on`` is its last day in force.

    Derived documents stay what they are, and are told of. Raises InvalidFact for a day or a ground that
    cannot be, AlreadyThere for a document that has ended.
    """
    day = last_day(access, on)
    with access.writing() as session:
        return end_within(session, lookup.to_change(session, access, text), day, ground)


def last_day(access: Access, on: str | None) -> date:
    """The last day in force as typed; InvalidFact for one that has not come."""
    if on is None:
        raise refusal("ending-day-missing")
    day = read_date(on)
    if day > access.today:
        raise refusal("ending-in-future", day=format_date(day))
    return day


def end_within(session: Session, wanted: str, day: date, ground: str | None) -> Kept:
    """As ``end``, inside an act, of the document of this id."""
    old = agreements.read_agreement(session, wanted)
    _refuse_over(old)
    if ground is None:
        choices = "; ".join(f"{one.code} ({one.label})" for one in grounds_of(old.scheme))
        raise refusal("ground-missing", known=choices)
    meant = read_ground(ground, old.scheme)
    ending = Ending(day, meant.code)
    ending.check(old.id, old.signed, old.term.dated_end)
    new = replace(old, ending=ending)
    agreements.update_agreement(session, old, new)
    return Kept(
        new,
        (
            f"Hari terakhir berlaku {format_date(day)}.",
            f"Dasar: {meant.label} ({meant.article(old.scheme)}).",
            *_children(session, new, day),
        ),
    )


def _refuse_over(one: Agreement) -> None:
    if one.void_reason is not None:
        raise refusal("agreement-void", id=one.id, done="diakhiri")
    if one.signed is None:
        raise refusal("draft-not-ended", id=one.id)
    if one.ending is not None:
        raise refusal(
            "agreement-ended-already", id=one.id, day=format_date(one.ending.on), ground=one.ending.label
        )


def _children(session: Session, ended: Agreement, day: date) -> Iterator[str]:
    """A line for each document under it that goes on."""
    for child in agreements.read_agreements(session, ended.children).values():
        state = child.status(day)
        if state in {Status.ACTIVE, Status.UPCOMING}:
            yield warning(
                f"turunannya {child.id} tetap berlaku ({child.effective_term.describe()})",
                f"bila turut berakhir, akhiri dengan kskd end {child.id} --on TANGGAL --ground DASAR",
            )
        elif state is Status.DRAFT:
            yield f"Turunannya {child.id} masih rancangan."
