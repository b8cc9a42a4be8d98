"""Evaluation rows: what was reported per agreement and period, with targets, obstacles and actions."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from kskd.domain.choices import Implementation, OwedBy, Recommendation, TargetKind
from kskd.domain.evaluation import Action, Effort, Evaluation, Evidence, Obstacle, Realisation, Target
from kskd.domain.period import Period
from kskd.registry.values import day, iso

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Iterator


def read_evaluations(con: sqlite3.Connection, agreements: Iterable[str] | None = None) -> list[Evaluation]:
    """Evaluations of all agreements, or of those named, in order of agreement and period code."""
    answers: dict[tuple[str, str], dict[str, str]] = {}
    for agreement, period, item, option in _rows(
        con, "period, item, option", "answer", "period, item", agreements
    ):
        answers.setdefault((agreement, period), {})[item] = option
    evidence: dict[tuple[str, str], list[Evidence]] = {}
    for agreement, period, *proof in _rows(
        con, "period, text, digest, size", "evidence", "period, number", agreements
    ):
        evidence.setdefault((agreement, period), []).append(Evidence(*proof))
    columns = "period, implementation, reported_on, filler, recommendation, note, instrument"
    return [
        Evaluation(
            agreement=agreement,
            period=Period.parse(period),
            implementation=Implementation(implementation) if implementation else None,
            reported_on=day(reported_on),
            filler=filler,
            answers=answers.get((agreement, period), {}),
            recommendation=Recommendation(recommendation) if recommendation else None,
            note=note,
            instrument=instrument,
            evidence=tuple(evidence.get((agreement, period), ())),
        )
        for agreement, period, implementation, reported_on, filler, recommendation, note, instrument in _rows(
            con, columns, "evaluation", "period", agreements
        )
    ]


def write_evaluation(con: sqlite3.Connection, old: Evaluation | None, new: Evaluation) -> None:
    """Keep ``new`` in place of ``old``. Answers and evidence are never dropped."""
    key = (new.agreement, str(new.period))
    values = (
        new.implementation,
        iso(new.reported_on),
        new.filler,
        new.recommendation,
        new.note,
        new.instrument,
    )
    if old is None:
        con.execute(
            "INSERT INTO evaluation (agreement, period, implementation, reported_on, filler, recommendation,"
            " note, instrument) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            (*key, *values),
        )
    else:
        con.execute(
            "UPDATE evaluation SET implementation = ?, reported_on = ?, filler = ?, recommendation = ?, note = ?,"
            " instrument = ? WHERE agreement = ? AND period = ?",
            (*values, *key),
        )
    con.executemany(
        "INSERT INTO answer (agreement, period, item, option) VALUES (?, ?, ?, ?)"
        " ON CONFLICT (agreement, period, item) DO UPDATE SET option = excluded.option",
        [(*key, item, option) for item, option in sorted(new.answers.items())],
    )
    con.executemany(
        "INSERT INTO evidence (agreement, period, number, text, digest, size) VALUES (?, ?, ?, ?, ?, ?)"
        " ON CONFLICT (agreement, period, number) DO UPDATE SET digest = excluded.digest, size = excluded.size",
        [
            (*key, number, proof.text, proof.digest, proof.size)
            for number, proof in enumerate(new.evidence, 1)
        ],
    )


def read_targets(con: sqlite3.Connection, agreements: Iterable[str] | None = None) -> list[Target]:
    """Targets of all agreements, or of those named, in order."""
    columns = "number, kind, indicator, unit, value, due_on, owed_by, lower_is_better"
    return [
        Target(
            agreement, number, TargetKind(kind), indicator, unit, value, day(due), OwedBy(owed), bool(lower)
        )
        for agreement, number, kind, indicator, unit, value, due, owed, lower in _rows(
            con, columns, "target", "number", agreements
        )
    ]


def write_target(con: sqlite3.Connection, target: Target) -> None:
    """Keep a target under its number in the agreement, new or changed."""
    con.execute(
        "INSERT INTO target"
        " (agreement, number, kind, indicator, unit, value, due_on, owed_by, lower_is_better)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (agreement, number) DO UPDATE SET kind = excluded.kind,"
        " indicator = excluded.indicator, unit = excluded.unit, value = excluded.value, due_on = excluded.due_on,"
        " owed_by = excluded.owed_by, lower_is_better = excluded.lower_is_better",
        (
            target.agreement,
            target.number,
            target.kind,
            target.indicator,
            target.unit,
            target.value,
            iso(target.due_on),
            target.owed_by,
            int(target.lower_is_better),
        ),
    )


def read_realisations(con: sqlite3.Connection, agreements: Iterable[str] | None = None) -> list[Realisation]:
    """Realisations of all agreements, or of those named, in order of target and period code."""
    return [
        Realisation(agreement, target, Period.parse(period), value)
        for agreement, target, period, value in _rows(
            con, "target, period, value", "realisation", "target, period", agreements
        )
    ]


def write_realisation(con: sqlite3.Connection, realisation: Realisation) -> None:
    """Keep what was reached of a target by the end of a period."""
    con.execute(
        "INSERT INTO realisation (agreement, target, period, value) VALUES (?, ?, ?, ?)"
        " ON CONFLICT (agreement, target, period) DO UPDATE SET value = excluded.value",
        (realisation.agreement, realisation.number, str(realisation.period), realisation.value),
    )


def read_obstacles(con: sqlite3.Connection, agreements: Iterable[str] | None = None) -> list[Obstacle]:
    """Obstacles with the efforts against them, of all agreements or of those named, in order."""
    efforts: dict[tuple[str, int], list[Effort]] = {}
    for agreement, obstacle, period, text in _rows(
        con, "obstacle, period, text", "effort", "obstacle, number", agreements
    ):
        efforts.setdefault((agreement, obstacle), []).append(Effort(Period.parse(period), text))
    return [
        Obstacle(
            agreement,
            number,
            text,
            category,
            Period.parse(opened),
            Period.parse(closed) if closed else None,
            tuple(efforts.get((agreement, number), ())),
        )
        for agreement, number, text, category, opened, closed in _rows(
            con, "number, text, category, opened, closed", "obstacle", "number", agreements
        )
    ]


def write_obstacle(con: sqlite3.Connection, old: Obstacle | None, new: Obstacle) -> None:
    """Keep an obstacle, new or changed, and the efforts that came to it."""
    closed = str(new.closed) if new.closed else None
    con.execute(
        "INSERT INTO obstacle (agreement, number, text, category, opened, closed) VALUES (?, ?, ?, ?, ?, ?)"
        " ON CONFLICT (agreement, number) DO UPDATE SET category = excluded.category, closed = excluded.closed",
        (new.agreement, new.number, new.text, new.category, str(new.opened), closed),
    )
    known = len(old.efforts) if old else 0
    con.executemany(
        "INSERT INTO effort (agreement, obstacle, number, period, text) VALUES (?, ?, ?, ?, ?)",
        [
            (new.agreement, new.number, number, str(effort.period), effort.text)
            for number, effort in enumerate(new.efforts[known:], known + 1)
        ],
    )


def read_actions(con: sqlite3.Connection, agreements: Iterable[str] | None = None) -> list[Action]:
    """Actions agreed on, of all agreements or of those named, in order."""
    return [
        Action(agreement, number, Period.parse(agreed), what, who, day(due), day(done), proof)
        for agreement, number, agreed, what, who, due, done, proof in _rows(
            con, "number, agreed, what, who, due_on, done_on, proof", "action", "number", agreements
        )
    ]


def write_action(con: sqlite3.Connection, action: Action) -> None:
    """Keep an action under its number in the agreement, new or changed."""
    con.execute(
        "INSERT INTO action (agreement, number, agreed, what, who, due_on, done_on, proof)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (agreement, number) DO UPDATE SET what = excluded.what,"
        " who = excluded.who, due_on = excluded.due_on, done_on = excluded.done_on, proof = excluded.proof",
        (
            action.agreement,
            action.number,
            str(action.agreed),
            action.what,
            action.who,
            iso(action.due_on),
            iso(action.done_on),
            action.proof,
        ),
    )


def _rows(
    con: sqlite3.Connection,
    columns: str,
    table: str,
    order: str,
    agreements: Iterable[str] | None,
) -> Iterator[tuple]:  # type: ignore[type-arg]  # sqlite rows have no static shape
    """Rows of a table that hangs on agreements, of all of them or of those named, the agreement first."""
    where = "" if agreements is None else "WHERE agreement IN (SELECT value FROM json_each(?))"
    params = () if agreements is None else (json.dumps(list(agreements)),)
    return con.execute(
        f"SELECT agreement, {columns} FROM {table} {where} ORDER BY agreement, {order}", params
    )
