"""What a reminder tells on a day: each threshold of a deadline once; what has passed is a standing list."""

from collections.abc import Collection, Iterable, Sequence
from typing import NamedTuple

from kskd.domain.deadline import Deadline

Key = tuple[str, str, str, int]
"""A threshold of a deadline, as the ledger keeps it: kind, subject, due day (ISO), days before it."""


class Telling(NamedTuple):
    """A deadline that is told now at a threshold; ``skipped`` are larger ones that no run had told."""

    deadline: Deadline
    threshold: int
    skipped: tuple[int, ...]


class Plan(NamedTuple):
    """What is told now, and what has passed and was told before: the standing list."""

    new: tuple[Telling, ...]
    standing: tuple[Deadline, ...]


def plan(
    deadlines: Iterable[Deadline],
    thresholds: Sequence[int],
    told: Collection[Key],
    *,
    seen: Collection[Key] = (),
) -> Plan:
    """Sort out deadlines by what the ledger says was told.

    A deadline is told when the threshold at which it stands was not told yet, whatever was told at others: so
    a missed run is caught up once, with the count of the day, and a clock set back tells nothing twice and
    loses nothing. ``seen`` are thresholds that were passed over; they are named as skipped once only.
    """
    new: list[Telling] = []
    standing: list[Deadline] = []
    for one in deadlines:
        threshold = standing_at(one, thresholds)
        if threshold is None:
            continue
        if key(one, threshold) in told:
            if one.days_left < 0:
                standing.append(one)
            continue
        larger = [other for other in applying(one, thresholds) if other > threshold]
        skipped = tuple(
            other for other in larger if key(one, other) not in told and key(one, other) not in seen
        )
        new.append(Telling(one, threshold, skipped))
    return Plan(tuple(new), tuple(standing))


def standing_at(deadline: Deadline, thresholds: Sequence[int]) -> int | None:
    """The smallest threshold that the deadline has come to, which for one that has passed is the last.

    None while it is far.
    """
    reached = [one for one in applying(deadline, thresholds) if deadline.days_left <= one]
    return min(reached, default=None)


def applying(deadline: Deadline, thresholds: Sequence[int]) -> list[int]:
    """The thresholds within the deadline's lead; the smallest of all where none is."""
    return [one for one in thresholds if one <= deadline.lead] or [min(thresholds)]


def key(deadline: Deadline, threshold: int) -> Key:
    """The threshold of a deadline as the ledger keeps it."""
    return (deadline.kind, deadline.subject, deadline.due_on.isoformat(), threshold)
