"""The status of a document on a day: always computed from facts, never stored.

Where a day is known in part, the status is the one that every day gives which it may be, else unknown.
"""

from __future__ import annotations

from enum import Enum, StrEnum
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from datetime import date

    from kskd.domain.document.term import EndKind
    from kskd.domain.values.days import Day


class Status(StrEnum):
    """Where an agreement stands on a day. Always computed, never stored."""

    DRAFT = "draft"
    UPCOMING = "upcoming"
    ACTIVE = "active"
    EXPIRED = "expired"
    ENDED = "ended"
    VOID = "void"
    UNKNOWN = "unknown"


STATUS_NAMES = {
    Status.DRAFT: "rancangan",
    Status.UPCOMING: "akan berlaku",
    Status.ACTIVE: "berlaku",
    Status.EXPIRED: "berakhir",
    Status.ENDED: "diakhiri",
    Status.VOID: "dibatalkan",
    Status.UNKNOWN: "belum dapat dipastikan",
}


class Step(Enum):
    """A fact that is looked at on the way to a status, as people call it."""

    VOIDING = "Pembatalan"
    SIGNING = "Penandatanganan"
    START = "Mulai berlaku"
    ENDING = "Pengakhiran"
    END = "Akhir"


class Stand(NamedTuple):
    """Where a document stands on a day: the status, and the steps that lead to it, the deciding one last."""

    status: Status
    steps: tuple[Step, ...]


Span = tuple["date", "date"]
"""The first and the last day that a day may be."""


def span_of_signing(signed: Day, as_of: date) -> Span:
    """When a document may have been signed, asked about on a day.

    What may have been signed by then is taken to have been, for else there would be nothing to ask about
    (see ``Agreement.is_known``).
    """
    first, last = span_of_start(signed, as_of)
    return first, last if as_of < first else min(last, as_of)


def span_of_start(starts: Day, as_of: date) -> Span:
    """When a document may have started; of a start of which nothing is known, that it has come by the day."""
    return starts.between(starts.earliest, max(starts.earliest, as_of))


def stand(
    *,
    is_void: bool,
    signed: Day | None,
    starts: Day | None,
    end_kind: EndKind | str | None,
    ends: Day | None,
    ended_on: date | None = None,
    as_of: date,
) -> Stand:
    """Where the facts let a document stand on ``as_of``, and by which steps; in SQL: ``registry.twins``.

    Only a dated end can pass: an open or conditional term stays in force (product page, "How a thing
    changes"). ``ended_on`` is the last day before an early end. Without a recorded start the day of signing
    counts (Permendagri 22/2020 is silent). A document signed after ``as_of`` was not yet in force then.
    """
    if is_void:
        return Stand(Status.VOID, (Step.VOIDING,))
    if signed is None:
        return Stand(Status.DRAFT, (Step.SIGNING,))
    if ended_on is not None and as_of > ended_on:
        return Stand(Status.ENDED, (Step.SIGNING, Step.ENDING))
    first, last = span_of_signing(signed, as_of)
    start, latest = (first, last) if starts is None else span_of_start(starts, as_of)
    if ends is not None:  # no document starts after its end
        latest = max(start, min(latest, ends.latest))
    last = latest if starts is None else max(last, latest)
    if as_of < last:
        is_before = as_of < max(first, start)
        return Stand(Status.UPCOMING if is_before else Status.UNKNOWN, (Step.SIGNING, Step.START))
    found = Status.ACTIVE
    if end_kind == "date" and ends is not None and as_of > min(ends.latest, max(start, ends.earliest)):
        found = Status.EXPIRED if as_of > ends.latest else Status.UNKNOWN
    by = Step.ENDING if ended_on == as_of and found is Status.ACTIVE else Step.END
    return Stand(found, (Step.SIGNING, Step.START, by))
