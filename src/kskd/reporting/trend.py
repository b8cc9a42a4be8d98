"""The same figures over the periods before: what may be compared, and what may not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kskd.evaluation.rollup import is_comparable, mean_score
from kskd.reporting import rows
from kskd.reporting.model import TrendRow
from kskd.reporting.survey import Survey

if TYPE_CHECKING:
    from collections.abc import Collection

PERIODS = 4
"""How many periods a trend looks at, this one included: two years of semesters."""


def surveys(latest: Survey) -> list[Survey]:
    """The survey of a report, after those of the same length before it, each on its period's last day."""
    found = [latest]
    while len(found) < PERIODS:
        period = found[0].period.previous()
        found.insert(0, Survey(latest.facts, period, period.end))
    return found


def trend(periods: list[Survey], agreements: Collection[str]) -> tuple[TrendRow, ...]:
    """The figures of these documents period by period; none where only one period has any to count.

    A change is told only between means that one and the same instrument made.
    """
    found: list[TrendRow] = []
    for survey in periods:
        counted = [
            one for one in survey.agreements.values() if one.id in agreements and survey.is_counted(one)
        ]
        if not found and not any(_is_of_the_period(survey, one.id) for one in counted):
            continue  # nobody evaluated such periods yet
        states = rows.state_shares(survey, counted)
        reported = rows.reported(states)
        mean = mean_score(survey.score(one.id) for one in counted)
        change, note = None, None
        if found:
            before = found[-1].mean
            if is_comparable(before, mean) and mean.value is not None and before.value is not None:
                change = mean.value - before.value
            elif mean.instruments and before.instruments:
                note = f"instrumen berubah: {_named(before.instruments)} → {_named(mean.instruments)}"
        found.append(TrendRow(survey.period.label, states, reported, mean, change, note))
    return tuple(found) if len(found) > 1 else ()


def _is_of_the_period(survey: Survey, agreement: str) -> bool:
    """Whether the evaluation shown is of the period itself, not the latest known of a longer one."""
    shown = survey.evaluation(agreement)
    return shown is not None and survey.period.contains(shown.period)


def _named(instruments: tuple[str, ...]) -> str:
    return " dan ".join(instruments)
