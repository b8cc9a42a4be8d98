"""The values of an evaluation: how obstacles and actions live, and achievement."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kskd.domain.evaluation import (
    Action,
    Effort,
    Evaluation,
    Obstacle,
    Realisation,
    Target,
    achievement,
    known_from,
    reached,
)
from kskd.domain.values.period import Period
from kskd.errors import InvalidFact, InvalidNumber

if TYPE_CHECKING:
    from random import Random


def obstacle(opened: str, closed: str | None) -> Obstacle:
    last = None if closed is None else Period.parse(closed)
    return Obstacle("PKS-2024-001", 1, "Anggaran belum tersedia", None, Period.parse(opened), last)


def action(due_on: date | None, done_on: date | None) -> Action:
    return Action("PKS-2024-001", 1, Period.parse("2024-S1"), "Menyusun jadwal", None, due_on, done_on)


def target(value: float | None, *, lower_is_better: bool = False) -> Target:
    return Target("PKS-2024-001", 1, "Peserta", "orang", value, lower_is_better=lower_is_better)


def realisation(value: float) -> Realisation:
    return Realisation("PKS-2024-001", 1, Period.parse("2024-S2"), value)


def test_an_evaluation_can_be_hashed_although_its_answers_are_a_mapping() -> None:
    one = Evaluation("PKS-2024-001", Period.parse("2024-S2"), "inti/1", answers={"hasil": "nyata"})
    assert len({one, one}) == 1


@pytest.mark.parametrize(
    ("opened", "closed", "period", "shown", "still_open"),
    [
        ("2024-S1", None, "2023-S2", False, False),
        ("2024-S1", None, "2024-S1", True, True),
        ("2024-S1", None, "2026-S2", True, True),
        ("2024-S1", "2025-S1", "2024-S2", True, True),
        ("2024-S1", "2025-S1", "2025-S1", True, False),
        ("2024-S1", "2025-S1", "2025-S2", False, False),
        ("2024-S1", "2024-S1", "2024-S1", True, False),
        ("2024-S2", "2024-11", "2024-S2", True, False),
        # a longer report lists what arose or was closed within it
        ("2024-S1", "2024-S2", "2024", True, False),
        ("2024-S2", None, "2024", True, True),
        # what a period says counts from its last day
        ("2024-S2", None, "2024-06", False, False),
        ("2024-S2", None, "2024-11", False, False),
        ("2024-S2", None, "2024-12", True, True),
        ("2024-S1", "2024-S2", "2024-06", True, True),
        ("2024-S1", "2024-S2", "2024-11", True, True),
        ("2024-S1", "2024-S2", "2024-12", True, False),
        ("2024-S1", "2024-S2", "2025-01", False, False),
    ],
)
def test_an_obstacle_carries_on_until_it_is_closed(
    opened: str, closed: str | None, period: str, shown: bool, still_open: bool
) -> None:
    one = obstacle(opened, closed)
    asked = Period.parse(period)
    assert (one.is_shown_in(asked, asked.end), one.is_open_on(asked.end)) == (shown, still_open)


FIRST, LAST = Period.parse("2024-S1"), Period.parse("2024-S2")


@pytest.mark.parametrize(
    ("told_on", "known"),
    [
        (None, date(2024, 6, 30)),
        (date(2024, 7, 5), date(2024, 6, 30)),  # whenever it was sent in: it tells how the semester ended
        (date(2024, 6, 30), date(2024, 6, 30)),
        (date(2024, 3, 1), date(2024, 3, 1)),  # while the semester ran
    ],
)
def test_a_report_is_known_from_the_end_of_its_period_or_from_when_it_came_before(
    told_on: date | None, known: date
) -> None:
    assert known_from(FIRST, told_on) == known
    made = Evaluation("PKS-2024-001", FIRST, "inti/1", reported_on=told_on)
    assert made.known_from == replace(made, reported_on=None, told_on=told_on).known_from == known
    assert Realisation("PKS-2024-001", 1, FIRST, 1, told_on).known_from == known
    assert Action("PKS-2024-001", 1, FIRST, "Rapat", told_on=told_on).known_from == known


def test_a_day_of_report_is_more_than_the_day_of_entry() -> None:
    made = Evaluation("PKS-2024-001", FIRST, "inti/1", reported_on=date(2024, 5, 2), told_on=date(2024, 3, 1))
    assert made.known_from == date(2024, 5, 2)


def test_an_obstacle_lives_by_the_days_of_the_reports_that_tell_of_it() -> None:
    days = {FIRST: date(2024, 3, 1), LAST: date(2024, 10, 1)}
    efforts = (Effort(FIRST, "Surat"), Effort(LAST, "Rapat"))
    one = replace(obstacle("2024-S1", "2024-S2"), efforts=efforts, told_on=days)
    asked = (date(2024, 2, 29), date(2024, 3, 1), date(2024, 9, 30), date(2024, 10, 1))
    assert [one.is_known(day) for day in asked] == [False, True, True, True]
    assert [one.is_open_on(day) for day in asked] == [False, True, True, False]
    assert [one.is_shown_in(FIRST, day) for day in asked] == [False, True, True, True]
    assert [len(one.efforts_by(day)) for day in asked] == [0, 1, 1, 2]
    assert [one.age(day) for day in asked] == [0, 0, 92, None]


def test_an_obstacle_whose_end_is_not_yet_told_is_open_in_a_later_period_too() -> None:
    one, later = obstacle("2024-S1", "2024-S2"), Period.parse("2025-S1")
    before, after = date(2024, 12, 30), date(2024, 12, 31)
    assert [one.is_open_on(day) for day in (before, after)] == [True, False]
    assert [one.is_shown_in(later, day) for day in (before, after)] == [True, False]


SEMESTERS = st.builds(lambda year, half: f"{year}-S{half}", st.integers(2020, 2026), st.integers(1, 2))


@given(SEMESTERS, st.none() | SEMESTERS, SEMESTERS)
def test_an_open_obstacle_is_shown_and_one_that_was_closed_stays_closed(
    opened: str, closed: str | None, asked: str
) -> None:
    if closed is not None and closed < opened:
        with pytest.raises(InvalidFact, match="Kendala 1 pada PKS-2024-001"):
            obstacle(opened, closed)
        return
    one = obstacle(opened, closed)
    period = Period.parse(asked)
    assert one.is_open_on(period.end) == (opened <= asked and (closed is None or asked < closed))
    assert one.is_shown_in(period, period.end) == (opened <= asked and (closed is None or asked <= closed))


@pytest.mark.parametrize(
    ("due_on", "done_on", "as_of", "is_open", "overdue"),
    [
        (None, None, date(2024, 6, 29), False, False),  # not yet agreed
        (None, None, date(2024, 6, 30), True, False),
        (None, None, date(2030, 1, 1), True, False),
        (date(2024, 9, 1), None, date(2024, 9, 1), True, False),
        (date(2024, 9, 1), None, date(2024, 9, 2), True, True),
        (date(2024, 9, 1), date(2024, 9, 5), date(2024, 9, 4), True, True),
        (date(2024, 9, 1), date(2024, 9, 5), date(2024, 9, 5), False, False),
        (date(2024, 9, 1), date(2024, 8, 1), date(2024, 9, 5), False, False),
        # what is due or done was agreed on before
        (date(2024, 4, 1), None, date(2024, 3, 31), False, False),
        (date(2024, 4, 1), None, date(2024, 4, 2), True, True),
        (date(2024, 9, 1), date(2024, 4, 1), date(2024, 4, 1), False, False),
    ],
)
def test_an_action_is_open_until_done_and_overdue_after_its_due_day(
    due_on: date | None, done_on: date | None, as_of: date, is_open: bool, overdue: bool
) -> None:
    one = action(due_on, done_on)
    assert (one.is_open(as_of), one.is_overdue(as_of)) == (is_open, overdue)


@pytest.mark.parametrize(
    ("promised", "reached", "lower_is_better", "percent"),
    [
        (200, 100, False, 50),
        (200, 0, False, 0),
        (200, 300, False, 150),  # not capped
        (None, 100, False, None),
        (0, 100, False, None),
        (-5, 100, False, None),
        (10, 10, True, 100),
        (10, 5, True, 150),
        (10, 15, True, 50),
        (10, 0, True, 200),
        (10, 20, True, 0),
        (10, 99, True, 0),  # not below zero
        (0, 0, True, None),
        (1e-308, 1e308, False, None),
    ],
)
def test_achievement_is_a_percentage_or_unknown(
    promised: float | None, reached: float, lower_is_better: bool, percent: float | None
) -> None:
    assert achievement(target(promised, lower_is_better=lower_is_better), reached) == percent


def test_achievement_without_a_realisation_is_unknown_not_zero() -> None:
    assert achievement(target(200), None) is None


@given(st.floats(0.001, 1e6), st.floats(0, 1e6), st.floats(0, 1e6), st.booleans())
def test_more_is_better_or_less_is_better_as_the_target_says(
    promised: float, one: float, other: float, lower_is_better: bool
) -> None:
    low, high = sorted((one, other))
    aim = target(promised, lower_is_better=lower_is_better)
    at_low, at_high = achievement(aim, low), achievement(aim, high)
    assert at_low is not None
    assert at_high is not None
    assert at_low >= at_high if lower_is_better else at_low <= at_high


@pytest.mark.parametrize("value", [float("nan"), float("inf"), float("-inf")])
def test_targets_and_realisations_are_finite(value: float) -> None:
    with pytest.raises(InvalidNumber, match="target 1 pada PKS-2024-001"):
        target(value)
    with pytest.raises(InvalidNumber, match="target 1 pada PKS-2024-001"):
        realisation(value)


def by_period(**values: float) -> list[Realisation]:
    """Realisations by period, 2024-Q1 written p2024_Q1."""
    return [
        Realisation("PKS-2024-001", 1, Period.parse(code[1:].replace("_", "-")), value)
        for code, value in values.items()
    ]


def test_what_counts_by_period_is_summed_up_to_the_report() -> None:
    known = by_period(p2023=5, p2024_Q1=1, p2024_Q2=2, p2024_Q3=4, p2025_Q1=100)
    assert reached(known, Period.parse("2024-S2")) == 12
    assert reached(known, Period.parse("2024-S1")) == 8
    assert reached(known, Period.parse("2022")) is None


def test_a_period_within_another_is_not_counted_twice() -> None:
    known = by_period(p2024_S1=10, p2024_Q1=4, p2024_03=1, p2024_Q3=3)
    assert reached(known, Period.parse("2024")) == 13


CODES = st.sampled_from(
    ["2023", "2023-S2", "2024", "2024-S1", "2024-S2", "2024-Q1", "2024-Q4", "2024-02", "2024-11", "2025-Q1"]
)


@given(st.dictionaries(CODES, st.integers(0, 1000), max_size=10), CODES, st.randoms())
def test_the_sum_counts_each_day_once_whatever_the_order(
    values: dict[str, int], by: str, chance: Random
) -> None:
    known = [Realisation("PKS-2024-001", 1, Period.parse(code), value) for code, value in values.items()]
    mixed = chance.sample(known, len(known))
    end = Period.parse(by)
    outer = [
        one for one in known
        if one.period.end <= end.end
        and not any(other.period != one.period and other.period.contains(one.period) for other in known
                    if other.period.end <= end.end)
    ]  # fmt: skip
    assert reached(mixed, end) == (sum(one.value for one in outer) if outer else None)
    spans = sorted((one.period.start, one.period.end) for one in outer)
    assert all(first[1] < second[0] for first, second in pairwise(spans))


@pytest.mark.parametrize(
    ("closed", "as_of", "age"),
    [
        (None, date(2024, 5, 1), 0),  # told by the end of the semester only
        (None, date(2024, 6, 30), 0),
        (None, date(2024, 12, 31), 184),
        ("2024-S2", date(2024, 6, 30), 0),
        ("2024-S2", date(2024, 12, 30), 183),
        ("2024-S2", date(2024, 12, 31), None),  # closed by what the semester says in the end
    ],
)
def test_an_obstacle_ages_from_the_end_of_the_period_that_told_it_until_it_is_closed(
    closed: str | None, as_of: date, age: int | None
) -> None:
    one = Obstacle(
        "PKS-2024-001",
        1,
        "Dana belum cair",
        None,
        Period.parse("2024-S1"),
        Period.parse(closed) if closed else None,
    )
    assert one.age(as_of) == age


@pytest.mark.parametrize(
    ("as_of", "state"),
    [(date(2025, 2, 28), "open"), (date(2025, 3, 1), "overdue"), (date(2025, 3, 5), "done")],
)
def test_an_action_is_open_then_overdue_until_it_is_done(as_of: date, state: str) -> None:
    one = Action(
        "PKS-2024-001", 1, Period.parse("2024-S2"), "Rapat", None, date(2025, 2, 28), date(2025, 3, 5)
    )
    assert one.state(as_of) == state
