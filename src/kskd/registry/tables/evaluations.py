"""Evaluation rows: what was reported per agreement and period, with targets, obstacles and actions."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from kskd.domain.choices import FillerRole
from kskd.domain.evaluation import (
    Action,
    Effort,
    Evaluation,
    Evidence,
    Filler,
    Obstacle,
    Realisation,
    Target,
)
from kskd.domain.subjects import ACTION, EVALUATION, OBSTACLE, TARGET
from kskd.domain.values.period import Period, kept_period
from kskd.registry.session import Session
from kskd.registry.tables.records import Records, kinds_of, select
from kskd.registry.twins.periods import TOLD_ON, made_on
from kskd.registry.values import day

_EVALUATIONS = Records(
    "evaluation",
    Evaluation,
    ("agreement", "period"),
    kinds_of(EVALUATION),
    apart=("answers", "opd_answers", "evidence", "fillers", "told_on"),
)
_EVIDENCE = Records("evidence", Evidence, ("agreement", "period", "number"), {})
_FILLERS = Records(
    "filler",
    Filler,
    ("agreement", "period", "number"),
    {"role": FillerRole, "filled_on": date.fromisoformat},
)
_TARGETS = Records("target", Target, ("agreement", "number"), kinds_of(TARGET))
_REALISATIONS = Records(
    "realisation",
    Realisation,
    ("agreement", "target", "period"),
    {"period": kept_period},
    apart=("told_on",),
)
_OBSTACLES = Records(
    "obstacle", Obstacle, ("agreement", "number"), kinds_of(OBSTACLE), apart=("efforts", "told_on")
)
_EFFORTS = Records("effort", Effort, ("agreement", "obstacle", "number"), {"period": kept_period})
_ACTIONS = Records("action", Action, ("agreement", "number"), kinds_of(ACTION), apart=("told_on",))
# Most rows of a registry are answers: unpacked, they cost half of what named ones would.
_ANSWERS = (
    "SELECT agreement, period, item, option, opd_option FROM answer {} ORDER BY agreement, period, item"
)
_REPORTS = f"SELECT agreement, period, {TOLD_ON.format('evaluation')} FROM evaluation {{}}"
_AGREED = (
    "SELECT agreement, number, coalesce(min(report, made), report, made) FROM (SELECT n.agreement, n.number,"
    f" {made_on('action', 'n.agreement', 'n.number')} AS made, (SELECT {TOLD_ON.format('e')} FROM evaluation AS e"
    " WHERE e.agreement = n.agreement AND e.period = n.agreed) AS report FROM action AS n) {}"
)

read_targets, write_target = _TARGETS.read, _TARGETS.keep
write_realisation, write_action = _REALISATIONS.keep, _ACTIONS.keep


def read_evaluations(session: Session, agreements: Iterable[str] | None = None) -> list[Evaluation]:
    """Evaluations of all agreements, or of those named, in order of agreement and period code."""
    agreements = None if agreements is None else list(agreements)
    answers: dict[tuple[str, str], dict[str, str]] = defaultdict(dict)
    voices: dict[tuple[str, str], dict[str, str]] = defaultdict(dict)
    for agreement, period, item, option, opd_option in select(session.con, _ANSWERS, agreements):
        answers[agreement, period][item] = option
        if opd_option is not None:
            voices[agreement, period][item] = opd_option
    evidence, fillers = _EVIDENCE.grouped(session.con, agreements), _FILLERS.grouped(session.con, agreements)
    reports = _reports(session, agreements)
    found = []
    for row in _EVALUATIONS.rows(session.con, agreements):
        key = (row["agreement"], str(row["period"]))
        found.append(
            Evaluation(
                **row,
                answers=answers.get(key, {}),
                opd_answers=voices.get(key, {}),
                evidence=evidence.get(key, ()),
                fillers=fillers.get(key, ()),
                told_on=reports[row["agreement"]][row["period"]],
            )
        )
    return found


def write_evaluation(session: Session, evaluation: Evaluation) -> None:
    """Keep an evaluation, new or changed. Answers and fillers are never dropped, evidence is what it has."""
    key = (evaluation.agreement, str(evaluation.period))
    _EVALUATIONS.keep(session, evaluation)
    session.con.executemany(
        "INSERT INTO answer (agreement, period, item, option, opd_option) VALUES (?, ?, ?, ?, ?)"
        " ON CONFLICT (agreement, period, item) DO UPDATE SET option = excluded.option,"
        " opd_option = excluded.opd_option",
        [
            (*key, item, option, evaluation.opd_answers.get(item))
            for item, option in sorted(evaluation.answers.items())
        ],
    )
    _EVIDENCE.keep_all(session.con, evaluation.evidence, *key)
    session.con.execute(
        "DELETE FROM evidence WHERE agreement = ? AND period = ? AND number > ?",
        (*key, len(evaluation.evidence)),
    )
    _FILLERS.keep_all(session.con, evaluation.fillers, *key)


def _reports(session: Session, agreements: list[str] | None) -> dict[str, dict[Period, date | None]]:
    """By document and period the day on which a report was told, as far as known."""
    found: dict[str, dict[Period, date | None]] = defaultdict(dict)
    for agreement, period, on in select(session.con, _REPORTS, agreements):
        found[agreement][kept_period(period)] = day(on)
    return found


def read_realisations(session: Session, agreements: Iterable[str] | None = None) -> list[Realisation]:
    """What was reached of targets, of all agreements or of those named, in order."""
    agreements = None if agreements is None else list(agreements)
    reports = _reports(session, agreements)
    return [
        Realisation(**row, told_on=reports[row["agreement"]].get(row["period"]))
        for row in _REALISATIONS.rows(session.con, agreements)
    ]


def read_actions(session: Session, agreements: Iterable[str] | None = None) -> list[Action]:
    """Actions agreed on, of all agreements or of those named, in order."""
    agreements = None if agreements is None else list(agreements)
    days = {(owner, number): day(on) for owner, number, on in select(session.con, _AGREED, agreements)}
    return [
        Action(**row, told_on=days[row["agreement"], row["number"]])
        for row in _ACTIONS.rows(session.con, agreements)
    ]


def read_obstacles(session: Session, agreements: Iterable[str] | None = None) -> list[Obstacle]:
    """Obstacles with the efforts against them, of all agreements or of those named, in order."""
    agreements = None if agreements is None else list(agreements)
    efforts, reports = _EFFORTS.grouped(session.con, agreements), _reports(session, agreements)
    return [
        Obstacle(
            **row,
            efforts=efforts.get((row["agreement"], row["number"]), ()),
            told_on=reports[row["agreement"]],
        )
        for row in _OBSTACLES.rows(session.con, agreements)
    ]


def write_obstacle(session: Session, obstacle: Obstacle) -> None:
    """Keep an obstacle, new or changed, and the efforts against it."""
    _OBSTACLES.keep(session, obstacle)
    _EFFORTS.keep_all(session.con, obstacle.efforts, obstacle.agreement, obstacle.number)
