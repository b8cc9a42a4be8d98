"""The status of a document on a day: always computed from facts, never stored.

Where a day is known in part, the status is the one that every day gives which it may be, else unknown.
"""

from datetime import date
from enum import Enum
from typing import TYPE_CHECKING, NamedTuple

from kskd.domain.document.status import Status

if TYPE_CHECKING:
    from kskd.domain.document.ends import EndKind
    from kskd.domain.values.days import Day


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


def spans(
    signed: "Day | None", starts: "Day | None", ends: "Day | None", as_of: date
) -> tuple[Span | None, Span | None, Span | None]:
    """When a document may have been signed, have started, and end, asked about on a day.

    What may have been signed by the day is taken to have been, for else there would be nothing to ask about
    (see ``Agreement.is_known``). A start of which nothing is known has come, and none lies after the end.
    """
    signing = start = end = None
    if signed is not None:
        first, last = _by(signed, as_of)
        signing = first, last if as_of < first else min(last, as_of)
    if starts is not None:
        start = _by(starts, as_of)
    if ends is not None:
        end = ends.earliest, ends.latest
        if start is not None:
            start, end = _in_order(start, end)
        elif signing is not None:
            signing, end = _in_order(signing, end)
    return signing, start, end


def _by(day: "Day", as_of: date) -> Span:
    return day.between(day.earliest, max(day.earliest, as_of))


def _in_order(start: Span, end: Span) -> tuple[Span, Span]:
    return (
        (start[0], max(start[0], min(start[1], end[1]))),
        (min(end[1], max(end[0], start[0])), end[1]),
    )


def stand(
    *,
    is_void: bool,
    signed: "Day | None",
    starts: "Day | None",
    end_kind: "EndKind | str | None",
    ends: "Day | None",
    ended_on: date | None = None,
    as_of: date,
) -> Stand:
    """Where the facts let a document stand on ``as_of``, and by which steps; in SQL: ``registry.twins``.

    Only a dated end can pass: an open or conditional term stays in force (product page, "How a thing
    changes"). ``ended_on`` is the last day before an early end; what is ended early would have gone on
    longer, so an end known in part has not passed on it. Without a recorded start the day of signing
    counts (Permendagri 22/2020 is silent). A document signed after ``as_of`` was not yet in force then.
    """
    if is_void:
        return Stand(Status.VOID, (Step.VOIDING,))
    if signed is None:
        return Stand(Status.DRAFT, (Step.SIGNING,))
    if ended_on is not None and as_of > ended_on:
        return Stand(Status.ENDED, (Step.SIGNING, Step.ENDING))
    signing, start, end = spans(signed, starts, ends, as_of)
    begun = [one for one in (signing, start) if one is not None]
    if as_of < max(last for _, last in begun):
        is_before = as_of < max(first for first, _ in begun)
        return Stand(Status.UPCOMING if is_before else Status.UNKNOWN, (Step.SIGNING, Step.START))
    found = Status.ACTIVE
    if end_kind == "date" and end is not None and as_of > end[0]:
        maybe = Status.ACTIVE if as_of == ended_on else Status.UNKNOWN
        found = Status.EXPIRED if as_of > end[1] else maybe
    by = Step.ENDING if ended_on == as_of and found is Status.ACTIVE else Step.END
    return Stand(found, (Step.SIGNING, Step.START, by))
