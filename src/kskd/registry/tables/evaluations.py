"""Evaluation rows: what was reported per agreement and period, with targets, obstacles and actions."""

from __future__ import annotations

import json
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
from kskd.domain.values.period import Period
from kskd.registry.values import day, iso

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Iterator


_COLUMNS = (
    "implementation",
    "reported_on",
    "filler",
    "recommendation",
    "note",
    "instrument",
    "others",
    "channel",
    "unchanged",
    "recommendation_reason",
    "opd_implementation",
)


def read_evaluations(con: sqlite3.Connection, agreements: Iterable[str] | None = None) -> list[Evaluation]:
    """Evaluations of all agreements, or of those named, in order of agreement and period code."""
    answers: dict[tuple[str, str], dict[str, str]] = {}
    voices: dict[tuple[str, str], dict[str, str]] = {}
    for agreement, period, item, option, opd_option in _rows(
        con, "period, item, option, opd_option", "answer", "period, item", agreements
    ):
        answers.setdefault((agreement, period), {})[item] = option
        if opd_option is not None:
            voices.setdefault((agreement, period), {})[item] = opd_option
    evidence: dict[tuple[str, str], list[Evidence]] = {}
    for agreement, period, *proof in _rows(
        con, "period, text, digest, size, item", "evidence", "period, number", agreements
    ):
        evidence.setdefault((agreement, period), []).append(Evidence(*proof))
    fillers: dict[tuple[str, str], list[Filler]] = {}
    for agreement, period, name, role, opd, on in _rows(
        con, "period, name, role, opd, filled_on", "filler", "period, number", agreements
    ):
        fillers.setdefault((agreement, period), []).append(Filler(name, FillerRole(role), opd, day(on)))
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
            opd_answers=voices.get((agreement, period), {}),
            fillers=tuple(fillers.get((agreement, period), ())),
            others=others,
            channel=Channel(channel) if channel else None,
            unchanged=bool(unchanged),
            recommendation_reason=reason,
            opd_implementation=Implementation(opd_implementation) if opd_implementation else None,
        )
        for (
            agreement,
            period,
            implementation,
            reported_on,
            filler,
            recommendation,
            note,
            instrument,
            others,
            channel,
            unchanged,
            reason,
            opd_implementation,
        ) in _rows(con, ", ".join(("period", *_COLUMNS)), "evaluation", "period", agreements)
    ]


def write_evaluation(con: sqlite3.Connection, old: Evaluation | None, new: Evaluation) -> None:
    """Keep ``new`` in place of ``old``. Answers, evidence and fillers are never dropped."""
    key = (new.agreement, str(new.period))
    values = (
        new.implementation,
        iso(new.reported_on),
        new.filler,
        new.recommendation,
        new.note,
        new.instrument,
        new.others,
        new.channel,
        int(new.unchanged),
        new.recommendation_reason,
        new.opd_implementation,
    )
    if old is None:
        con.execute(
            f"INSERT INTO evaluation (agreement, period, {', '.join(_COLUMNS)})"
            f" VALUES (?, ?{', ?' * len(_COLUMNS)})",
            (*key, *values),
        )
    else:
        con.execute(
            f"UPDATE evaluation SET {' = ?, '.join(_COLUMNS)} = ? WHERE agreement = ? AND period = ?",
            (*values, *key),
        )
    con.executemany(
        "INSERT INTO answer (agreement, period, item, option, opd_option) VALUES (?, ?, ?, ?, ?)"
        " ON CONFLICT (agreement, period, item) DO UPDATE SET option = excluded.option,"
        " opd_option = excluded.opd_option",
        [(*key, item, option, new.opd_answers.get(item)) for item, option in sorted(new.answers.items())],
    )
    con.executemany(
        "INSERT INTO evidence (agreement, period, number, text, digest, size, item) VALUES (?, ?, ?, ?, ?, ?, ?)"
        " ON CONFLICT (agreement, period, number) DO UPDATE SET digest = excluded.digest, size = excluded.size",
        [
            (*key, number, proof.text, proof.digest, proof.size, proof.item)
            for number, proof in enumerate(new.evidence, 1)
        ],
    )
    con.executemany(
        "INSERT INTO filler (agreement, period, number, name, role, opd, filled_on) VALUES (?, ?, ?, ?, ?, ?, ?)"
        " ON CONFLICT (agreement, period, number) DO UPDATE SET filled_on = excluded.filled_on",
        [
            (*key, number, one.name, one.role, one.opd, iso(one.filled_on))
            for number, one in enumerate(new.fillers, 1)
        ],
    )


def read_targets(con: sqlite3.Connection, agreements: Iterable[str] | None = None) -> list[Target]:
    """Targets of all agreements, or of those named, in order."""
    columns = "number, kind, indicator, unit, value, due_on, owed_by, lower_is_better, counting, source"
    return [
        Target(
            agreement,
            number,
            TargetKind(kind),
            indicator,
            unit,
            value,
            day(due),
            OwedBy(owed),
            bool(lower),
            Counting(counting),
            source,
        )
        for agreement, number, kind, indicator, unit, value, due, owed, lower, counting, source in _rows(
            con, columns, "target", "number", agreements
        )
    ]


def write_target(con: sqlite3.Connection, target: Target) -> None:
    """Keep a target under its number in the agreement, new or changed."""
    con.execute(
        "INSERT INTO target"
        " (agreement, number, kind, indicator, unit, value, due_on, owed_by, lower_is_better, counting, source)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (agreement, number) DO UPDATE SET"
        " kind = excluded.kind, indicator = excluded.indicator, unit = excluded.unit, value = excluded.value,"
        " due_on = excluded.due_on, owed_by = excluded.owed_by, lower_is_better = excluded.lower_is_better,"
        " counting = excluded.counting, source = excluded.source",
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
            target.counting,
            target.source,
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
