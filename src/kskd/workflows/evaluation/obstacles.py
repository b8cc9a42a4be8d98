"""Obstacles and efforts as an evaluation reports them: new ones, further efforts, and what is over."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from kskd.domain.choices import OBSTACLE_CATEGORIES
from kskd.domain.evaluation import Effort, Obstacle
from kskd.domain.values.text import headed
from kskd.errors import refusal
from kskd.registry.tables import evaluations
from kskd.workflows.changes import Change, require_reason

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from kskd.domain.field import Field
    from kskd.domain.reported import Reported
    from kskd.domain.values.period import Period
    from kskd.registry.session import Session


def take_in(
    session: Session,
    beside: Sequence[Field],
    agreement: str,
    period: Period,
    report: Reported,
    *,
    reason: str | None,
) -> tuple[list[Obstacle], tuple[Change, ...]]:
    """Keep what the report says of obstacles; gives all of the document's, and what changed.

    ``beside`` are the fields that are told with a new one. An obstacle or effort of the report's ``own`` that
    it does not tell again gives way to one that it tells instead, which is a correction and needs a reason.
    """
    before = {one.number: one for one in evaluations.read_obstacles(session, [agreement])}
    known = _entered(dict(before), agreement, period, report)
    for effort in report.efforts:
        one = _existing(known, effort.obstacle, agreement)
        if period.end < one.opened.start:
            raise refusal("obstacle-not-yet-there", number=one.number, id=agreement, period=one.opened)
        if one.closed is not None and one.closed < period:
            raise refusal("obstacle-closed-for-effort", number=one.number, id=agreement, period=one.closed)
        told = {other.text for other in report.efforts if other.obstacle == effort.obstacle}
        known[one.number] = _with_effort(one, period, effort.text, told, report)
    for number in report.closed:
        one = _existing(known, number, agreement)
        if one.closed is not None:
            raise refusal("obstacle-closed", number=number, id=agreement, period=one.closed)
        known[number] = replace(one, closed=period)
    changes: list[Change] = []
    for number, one in known.items():
        if before.get(number) != one:
            evaluations.write_obstacle(session, one)
            new = _told(beside, before.get(number), one)
            require_reason(new, reason)
            changes += new
            changes += _closing(before.get(number), one)
    return list(known.values()), tuple(changes)


def _entered(
    known: dict[int, Obstacle], agreement: str, period: Period, report: Reported
) -> dict[int, Obstacle]:
    """The known obstacles with the new ones; one that is told again while it is open is not doubled."""
    texts = {new.text.casefold() for new in report.obstacles}
    stale = [
        one
        for one in known.values()
        if ("obstacle", one.number) in report.own
        and one.opened == period
        and one.closed is None
        and one.text.casefold() not in texts
    ]
    for new in report.obstacles:
        same = (one for one in known.values() if one.text.casefold() == new.text.casefold())
        obstacle = next((one for one in same if one.is_open_on(period.end)), None)
        if obstacle is None and stale:
            obstacle = replace(stale.pop(0), text=new.text)
        obstacle = obstacle or Obstacle(agreement, max(known, default=0) + 1, new.text, None, period)
        is_own = ("obstacle", obstacle.number) in report.own
        said = {"category": new.category, **dict(new.more)}
        obstacle = obstacle.telling(
            {
                key: now
                for key, now in said.items()
                if now is not None and (is_own or obstacle.fact(key) is None)
            }
        )
        if new.effort:
            obstacle = _with_effort(obstacle, period, new.effort, {new.effort}, report)
        known[obstacle.number] = obstacle
    return known


def _told(beside: Iterable[Field], old: Obstacle | None, new: Obstacle) -> list[Change]:
    name = f"Kendala {new.number}"
    changes = (
        [Change(name, old.text if old else None, new.text)] if old is None or old.text != new.text else []
    )
    for field in beside:
        was, value = old.fact(field.key) if old else None, new.fact(field.key)
        if value is not None and was != value:
            label = f"{headed(field.label)} kendala {new.number}"
            changes.append(Change(label, _word(field, was), _word(field, value)))
    label = f"Upaya atas kendala {new.number}"
    for at, effort in enumerate(new.efforts):
        before = old.efforts[at].text if old and at < len(old.efforts) else None
        if before != effort.text:
            changes.append(Change(label, before, effort.text))
    return changes


def _word(field: Field, value: Any) -> str | None:
    if value is None:
        return None
    return OBSTACLE_CATEGORIES.get(value) if field.key == "category" else field.changed(value)


def _closing(old: Obstacle | None, new: Obstacle) -> list[Change]:
    if new.closed is None or (old and old.closed == new.closed):
        return []
    return [Change(f"Kendala {new.number}", "terbuka", f"selesai pada {new.closed}")]


def _existing(known: dict[int, Obstacle], number: int, agreement: str) -> Obstacle:
    if number not in known:
        there = ", ".join(map(str, known)) or "belum ada"
        raise refusal("obstacle-not-found", number=number, id=agreement, known=there)
    return known[number]


def _with_effort(
    obstacle: Obstacle, period: Period, text: str, told: Collection[str], report: Reported
) -> Obstacle:
    """The obstacle with an effort, in the place of one of the report's own that it does not tell again."""
    effort = Effort(period, text)
    if effort in obstacle.efforts:
        return obstacle
    efforts = list(obstacle.efforts)
    for at, one in enumerate(efforts):
        is_own = ("effort", obstacle.number, at + 1) in report.own
        if is_own and one.period == period and one.text not in told:
            efforts[at] = effort
            break
    else:
        efforts.append(effort)
    return replace(obstacle, efforts=tuple(efforts))
