"""Obstacles and efforts as an evaluation reports them: new ones, further efforts, and what is over."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from kskd.domain.choices import OBSTACLE_CATEGORIES
from kskd.domain.document.parts import UNKNOWN
from kskd.domain.evaluation import Effort, Obstacle
from kskd.domain.values.text import clean, quote
from kskd.errors import InvalidFact, NotFound, Refused, UsageError
from kskd.registry.tables import evaluations
from kskd.workflows.changes import Change

if TYPE_CHECKING:
    import sqlite3

    from kskd.domain.values.period import Period
    from kskd.workflows.evaluation.reported import EvaluationForm

_NUMBERED = re.compile(r"(\d{1,6})=(.+)", re.DOTALL | re.ASCII)


def take_in(
    con: sqlite3.Connection, agreement: str, period: Period, form: EvaluationForm
) -> tuple[list[Obstacle], tuple[Change, ...]]:
    """Keep what the form says of obstacles; gives all of the document's, and what changed.

    Efforts belong to the new obstacles in order, or to a known one by its number (``2=…``).
    """
    before = {one.number: one for one in evaluations.read_obstacles(con, [agreement])}
    known = _entered(dict(before), agreement, period, form)
    for match in filter(None, map(_NUMBERED.fullmatch, form.effort)):
        one = _existing(known, int(match[1]), agreement)
        if period.end < one.opened.start:
            raise InvalidFact(f"Kendala {one.number} pada {agreement} baru muncul pada {one.opened}.")
        if one.closed is not None and one.closed < period:
            raise Refused(
                f"Kendala {one.number} pada {agreement} sudah selesai pada {one.closed}; catat kendala baru."
            )
        known[one.number] = _with_effort(one, period, match[2])
    for number in form.close_obstacle:
        one = _existing(known, number, agreement)
        if one.closed is not None:
            raise Refused(f"Kendala {number} pada {agreement} sudah selesai pada {one.closed}.")
        known[number] = replace(one, closed=period)
    changes: list[Change] = []
    for number, one in known.items():
        if before.get(number) != one:
            evaluations.write_obstacle(con, before.get(number), one)
            changes += _changes(before.get(number), one)
    return list(known.values()), tuple(changes)


def _entered(
    known: dict[int, Obstacle], agreement: str, period: Period, form: EvaluationForm
) -> dict[int, Obstacle]:
    """The known obstacles with the new ones; one that is told again while it is open is not doubled."""
    paired = [text for text in form.effort if not _NUMBERED.fullmatch(text)]
    if len(paired) > len(form.obstacle):
        raise UsageError(
            "Upaya lebih banyak daripada kendala. Untuk kendala yang sudah tercatat, tulis"
            " --effort NOMOR=UPAYA."
        )
    categories = [_category(text) for text in form.category]
    if len(categories) > len(form.obstacle):
        raise UsageError("--category lebih banyak daripada --obstacle; sebut menurut urutan kendala.")
    for at, text in enumerate(form.obstacle):
        cleaned = clean(text, "kendala", limit=1000)
        same = (one for one in known.values() if one.text.casefold() == cleaned.casefold())
        obstacle = next((one for one in same if one.is_open_in(period)), None)
        obstacle = obstacle or Obstacle(agreement, max(known, default=0) + 1, cleaned, None, period)
        if at < len(categories) and obstacle.category is None:
            obstacle = replace(obstacle, category=categories[at])
        effort = paired[at] if at < len(paired) else UNKNOWN
        known[obstacle.number] = obstacle if effort == UNKNOWN else _with_effort(obstacle, period, effort)
    return known


def _changes(old: Obstacle | None, new: Obstacle) -> list[Change]:
    name = f"Kendala {new.number}"
    changes = [Change(name, None, new.text)] if old is None else []
    if new.category is not None and (old is None or old.category != new.category):
        changes.append(Change(f"Kategori kendala {new.number}", None, OBSTACLE_CATEGORIES[new.category]))
    efforts = new.efforts[len(old.efforts) if old else 0 :]
    changes += [Change(f"Upaya atas kendala {new.number}", None, effort.text) for effort in efforts]
    if new.closed is not None and (old is None or old.closed != new.closed):
        changes.append(Change(name, "terbuka", f"selesai pada {new.closed}"))
    return changes


def _category(text: str) -> str | None:
    code = text.strip().casefold()
    if code == UNKNOWN:
        return None
    if code not in OBSTACLE_CATEGORIES:
        raise UsageError(
            f"Kategori kendala {quote(text)} tidak dikenal. Yang ada: {', '.join(OBSTACLE_CATEGORIES)}."
        )
    return code


def _existing(known: dict[int, Obstacle], number: int, agreement: str) -> Obstacle:
    if number not in known:
        there = ", ".join(map(str, known)) or "belum ada"
        raise NotFound(f"Tidak ada kendala nomor {number} pada {agreement} (yang ada: {there}).")
    return known[number]


def _with_effort(obstacle: Obstacle, period: Period, text: str) -> Obstacle:
    effort = Effort(period, clean(text, "upaya", limit=1000))
    return obstacle if effort in obstacle.efforts else replace(obstacle, efforts=(*obstacle.efforts, effort))
