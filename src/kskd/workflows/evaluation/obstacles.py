"""Obstacles and efforts as an evaluation reports them: new ones, further efforts, and what is over."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kskd.domain.choices import OBSTACLE_CATEGORIES
from kskd.domain.evaluation import Effort, Obstacle
from kskd.domain.values.text import headed
from kskd.errors import refusal
from kskd.registry.tables import evaluations
from kskd.workflows.changes import Change

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kskd.domain.field import Field
    from kskd.domain.reported import NewObstacle, Reported
    from kskd.domain.values.period import Period
    from kskd.registry.session import Session


def take_in(
    session: Session, beside: Sequence[Field], agreement: str, period: Period, report: Reported
) -> tuple[list[Obstacle], tuple[Change, ...]]:
    """Keep what the report says of obstacles; gives all of the document's, and what changed.

    ``beside`` are the fields that are told with a new one.
    """
    before = {one.number: one for one in evaluations.read_obstacles(session, [agreement])}
    known = _entered(dict(before), agreement, period, report.obstacles)
    for effort in report.efforts:
        one = _existing(known, effort.obstacle, agreement)
        if period.end < one.opened.start:
            raise refusal("obstacle-not-yet-there", number=one.number, id=agreement, period=one.opened)
        if one.closed is not None and one.closed < period:
            raise refusal("obstacle-closed-for-effort", number=one.number, id=agreement, period=one.closed)
        known[one.number] = _with_effort(one, period, effort.text)
    for number in report.closed:
        one = _existing(known, number, agreement)
        if one.closed is not None:
            raise refusal("obstacle-closed", number=number, id=agreement, period=one.closed)
        known[number] = replace(one, closed=period)
    changes: list[Change] = []
    for number, one in known.items():
        if before.get(number) != one:
            evaluations.write_obstacle(session, one)
            changes += _changes(beside, before.get(number), one)
    return list(known.values()), tuple(changes)


def _entered(
    known: dict[int, Obstacle], agreement: str, period: Period, told: Iterable[NewObstacle]
) -> dict[int, Obstacle]:
    """The known obstacles with the new ones; one that is told again while it is open is not doubled."""
    for new in told:
        same = (one for one in known.values() if one.text.casefold() == new.text.casefold())
        obstacle = next((one for one in same if one.is_open_in(period)), None)
        obstacle = obstacle or Obstacle(agreement, max(known, default=0) + 1, new.text, None, period)
        said = {"category": new.category, **dict(new.more)}
        unknown = {key: now for key, now in said.items() if now is not None and obstacle.fact(key) is None}
        obstacle = obstacle.telling(unknown)
        known[obstacle.number] = _with_effort(obstacle, period, new.effort) if new.effort else obstacle
    return known


def _changes(beside: Iterable[Field], old: Obstacle | None, new: Obstacle) -> list[Change]:
    name = f"Kendala {new.number}"
    changes = [Change(name, None, new.text)] if old is None else []
    for field in beside:
        value = new.fact(field.key)
        if value is not None and (old is None or old.fact(field.key) != value):
            word = OBSTACLE_CATEGORIES.get(value) if field.key == "category" else field.changed(value)
            changes.append(Change(f"{headed(field.label)} kendala {new.number}", None, word))
    efforts = new.efforts[len(old.efforts) if old else 0 :]
    changes += [Change(f"Upaya atas kendala {new.number}", None, effort.text) for effort in efforts]
    if new.closed is not None and (old is None or old.closed != new.closed):
        changes.append(Change(name, "terbuka", f"selesai pada {new.closed}"))
    return changes


def _existing(known: dict[int, Obstacle], number: int, agreement: str) -> Obstacle:
    if number not in known:
        there = ", ".join(map(str, known)) or "belum ada"
        raise refusal("obstacle-not-found", number=number, id=agreement, known=there)
    return known[number]


def _with_effort(obstacle: Obstacle, period: Period, text: str) -> Obstacle:
    effort = Effort(period, text)
    return obstacle if effort in obstacle.efforts else replace(obstacle, efforts=(*obstacle.efforts, effort))
