"""Evaluation rows: what was reported per agreement and period, with targets, obstacles and actions."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from typing import TYPE_CHECKING

from kskd.domain.choices import (
    Channel,
    Counting,
    FillerRole,
    Implementation,
    OwedBy,
    Recommendation,
    TargetKind,
)
from kskd.domain.evaluation import Action, Effort, Evaluation, Evidence, Filler, Obstacle, Realisation, Target
from kskd.registry.tables.records import Records, read_period, select

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable

_day = date.fromisoformat
_EVALUATIONS = Records(
    "evaluation",
    Evaluation,
    ("agreement", "period"),
    {
        "period": read_period,
        "implementation": Implementation,
        "opd_implementation": Implementation,
        "reported_on": _day,
        "channel": Channel,
        "recommendation": Recommendation,
        "unchanged": bool,
    },
    apart=("answers", "opd_answers", "evidence", "fillers"),
)
_EVIDENCE = Records("evidence", Evidence, ("agreement", "period", "number"), {})
_FILLERS = Records(
    "filler", Filler, ("agreement", "period", "number"), {"role": FillerRole, "filled_on": _day}
)
_TARGETS = Records(
    "target",
    Target,
    ("agreement", "number"),
    {"kind": TargetKind, "due_on": _day, "owed_by": OwedBy, "lower_is_better": bool, "counting": Counting},
)
_REALISATIONS = Records(
    "realisation", Realisation, ("agreement", "target", "period"), {"period": read_period}
)
_OBSTACLES = Records(
    "obstacle",
    Obstacle,
    ("agreement", "number"),
    {"opened": read_period, "closed": read_period},
    apart=("efforts",),
)
_EFFORTS = Records("effort", Effort, ("agreement", "obstacle", "number"), {"period": read_period})
_ACTIONS = Records(
    "action", Action, ("agreement", "number"), {"agreed": read_period, "due_on": _day, "done_on": _day}
)
# Most rows of a registry are answers: unpacked, they cost half of what named ones would.
_ANSWERS = (
    "SELECT agreement, period, item, option, opd_option FROM answer {} ORDER BY agreement, period, item"
)


def read_evaluations(con: sqlite3.Connection, agreements: Iterable[str] | None = None) -> list[Evaluation]:
    """Evaluations of all agreements, or of those named, in order of agreement and period code."""
    agreements = None if agreements is None else list(agreements)
    answers: dict[tuple[str, str], dict[str, str]] = defaultdict(dict)
    voices: dict[tuple[str, str], dict[str, str]] = defaultdict(dict)
    for agreement, period, item, option, opd_option in select(con, _ANSWERS, agreements):
        answers[agreement, period][item] = option
        if opd_option is not None:
            voices[agreement, period][item] = opd_option
    evidence, fillers = _EVIDENCE.grouped(con, agreements), _FILLERS.grouped(con, agreements)
    found = []
    for row in _EVALUATIONS.rows(con, agreements):
        key = (row["agreement"], str(row["period"]))
        found.append(
            Evaluation(
                **row,
                answers=answers.get(key, {}),
                opd_answers=voices.get(key, {}),
                evidence=evidence.get(key, ()),
                fillers=fillers.get(key, ()),
            )
        )
    return found


def write_evaluation(con: sqlite3.Connection, evaluation: Evaluation) -> None:
    """Keep an evaluation, new or changed. Answers, evidence and fillers are never dropped."""
    key = (evaluation.agreement, str(evaluation.period))
    _EVALUATIONS.write(con, [evaluation])
    con.executemany(
        "INSERT INTO answer (agreement, period, item, option, opd_option) VALUES (?, ?, ?, ?, ?)"
        " ON CONFLICT (agreement, period, item) DO UPDATE SET option = excluded.option,"
        " opd_option = excluded.opd_option",
        [
            (*key, item, option, evaluation.opd_answers.get(item))
            for item, option in sorted(evaluation.answers.items())
        ],
    )
    _EVIDENCE.write(con, evaluation.evidence, *key)
    _FILLERS.write(con, evaluation.fillers, *key)


def read_targets(con: sqlite3.Connection, agreements: Iterable[str] | None = None) -> list[Target]:
    """Targets of all agreements, or of those named, in order."""
    return _TARGETS.read(con, agreements)


def write_target(con: sqlite3.Connection, target: Target) -> None:
    """Keep a target under its number in the agreement, new or changed."""
    _TARGETS.write(con, [target])


def read_realisations(con: sqlite3.Connection, agreements: Iterable[str] | None = None) -> list[Realisation]:
    """Realisations of all agreements, or of those named, in order of target and period code."""
    return _REALISATIONS.read(con, agreements)


def write_realisation(con: sqlite3.Connection, realisation: Realisation) -> None:
    """Keep what was reached of a target by the end of a period."""
    _REALISATIONS.write(con, [realisation])


def read_obstacles(con: sqlite3.Connection, agreements: Iterable[str] | None = None) -> list[Obstacle]:
    """Obstacles with the efforts against them, of all agreements or of those named, in order."""
    agreements = None if agreements is None else list(agreements)
    efforts = _EFFORTS.grouped(con, agreements)
    return [
        Obstacle(**row, efforts=efforts.get((row["agreement"], row["number"]), ()))
        for row in _OBSTACLES.rows(con, agreements)
    ]


def write_obstacle(con: sqlite3.Connection, obstacle: Obstacle) -> None:
    """Keep an obstacle, new or changed, and the efforts against it."""
    _OBSTACLES.write(con, [obstacle])
    _EFFORTS.write(con, obstacle.efforts, obstacle.agreement, obstacle.number)


def read_actions(con: sqlite3.Connection, agreements: Iterable[str] | None = None) -> list[Action]:
    """Actions agreed on, of all agreements or of those named, in order."""
    return _ACTIONS.read(con, agreements)


def write_action(con: sqlite3.Connection, action: Action) -> None:
    """Keep an action under its number in the agreement, new or changed."""
    _ACTIONS.write(con, [action])
