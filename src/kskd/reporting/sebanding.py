"""Sebanding: do umbrellas become documents, and are these carried out? Counted by line of life."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from kskd.domain.document.agreement import Agreement
from kskd.domain.implementation import Implementation
from kskd.reporting.rollups import TOTAL, By, groups_of
from kskd.reporting.survey import Survey

_CARRIED_OUT = frozenset({Implementation.PENUH, Implementation.SEBAGIAN})


@dataclass(frozen=True, slots=True)
class Reached:
    """How many lines came as far, which (each by the link that is in force), and how many a period before.

    ``before`` is None where there is no period before.
    """

    count: int
    ids: tuple[str, ...]
    before: int | None


class Sebanding(NamedTuple):
    """One group: lines in force, those with a signed child, those with a child carried out in the period."""

    code: str
    label: str
    umbrellas: Reached
    with_child: Reached
    carried_out: Reached


def sebanding(survey: Survey, before: Survey | None, by: By) -> tuple[Sebanding, ...]:
    """The lines in force by lead OPD, scheme or affair, and last the Pemda, where each counts once.

    ``before`` surveys the period before. A line with several affairs counts under each.
    """
    past = _ids_by_group(before, by) if before else {}
    found = []
    for code, (label, steps) in _ids_by_group(survey, by).items():
        then = past[code][1] if code in past else ((),) * len(steps)
        counts = [len(ids) if before else None for ids in then]
        made = [Reached(len(ids), ids, count) for ids, count in zip(steps, counts, strict=True)]
        found.append(Sebanding(code, label, *made))
    return tuple(found)


def _ids_by_group(survey: Survey, by: By) -> Mapping[str, tuple[str, tuple[tuple[str, ...], ...]]]:
    """By code of the group its label, and the ids of the lines that came to each step."""
    lines = survey.lines_in_force(survey.agreements.values())
    groups = [*groups_of(survey, lines, by), (TOTAL, survey.facts.government.name, lines)]
    return {code: (label, _steps(survey, group)) for code, label, group in groups}


def _steps(survey: Survey, lines: Iterable[Agreement]) -> tuple[tuple[str, ...], ...]:
    all_, with_child, carried_out = [], [], []
    for one in lines:
        children = [child for child in survey.derived_from(one.id) if survey.is_signed(child)]
        all_.append(one.id)
        if children:
            with_child.append(one.id)
        if _CARRIED_OUT & {*survey.states(children)}:
            carried_out.append(one.id)
    return tuple(all_), tuple(with_child), tuple(carried_out)
