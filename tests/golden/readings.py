"""Days known in part, read in full: every way in which a document's days may lie, as texts.

The law knows days only; ``docs/panduan.md`` promises that what such a day leaves open is counted apart. So
what is asked of a document is asked of each reading, and holds where all of them say so. Where the handbook
is silent kskd has these readings, and the recount holds it to them:

- What may have been signed by the day asked about has been: there was nothing to ask about before.
- Of a signing of which nothing is known only that it has come is said, at whatever time before.
- Nothing ends before it has begun; what is ended early was in force till then, as is known from that day on.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from itertools import product
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

T = TypeVar("T")
UNKNOWN, LONG_AGO, NEVER = "XXXX", "1945-08-17", "9999-12-31"


class Reading(NamedTuple):
    """Full days: of signing, the first and the last of the term; without an end ``NEVER``."""

    signed: str
    begins: str
    ends: str


def first_of(day: str) -> str:
    """The first day that it may be."""
    return LONG_AGO if day == UNKNOWN else (day + "-01-01"[len(day) - 4 :] if len(day) < 10 else day)


def last_of(day: str) -> str:
    """The last day that it may be."""
    if len(day) == 7:
        return f"{day}-{monthrange(int(day[:4]), int(day[5:]))[1]}"
    return {UNKNOWN: NEVER}.get(day, f"{day}-12-31" if len(day) == 4 else day)


def exactly(day: str | None) -> str | None:
    """The day, where it is known to the day."""
    return day if day is not None and len(day) == 10 else None


def readings(one: dict[str, Any], ends: str | None, by: str, *near: str) -> list[Reading]:
    """The ways in which the days of a signed row may lie, asked about on a day; ``ends`` is what may pass.

    Looked at are the first and the last day of each, and those around the days ``near``: there answers turn.
    """

    def may_be(day: str | None, most: str = NEVER) -> list[str]:
        if day is None or len(day) == 10:
            return [day or ""]
        first, last = first_of(day), min(last_of(day), most)
        edges = {date.fromisoformat(each) for each in (first, last, by, *near) if each < NEVER}
        around = {(each + timedelta(more)).isoformat() for each in edges for more in (-1, 0, 1)}
        return sorted(each for each in around | {first, last} if first <= each <= last)

    signings = may_be(one["signed_on"], max(by, first_of(one["signed_on"])))
    starts, last_days = may_be(one["starts_on"]), may_be(ends)
    found = [
        Reading(signed, start or signed, end or NEVER)
        for signed, start, end in product(signings, starts, last_days)
    ]
    return [each for each in found if each.begins <= each.ends] or found


def agreed(ask: Callable[[Reading], T], among: Iterable[Reading]) -> T | None:
    """What all readings say; None where they do not say the same."""
    said = {ask(each) for each in among}
    return said.pop() if len(said) == 1 else None
