"""Counting: every figure keeps its parts, unknown stays apart, and the parts add up to the whole."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kskd.domain.evaluation import Evaluation
from kskd.domain.implementation import Implementation
from kskd.domain.values.period import Period
from kskd.evaluation.rollup import (
    ImplementationCount,
    Ratio,
    Timeliness,
    assumed_range,
    count_implementation,
    count_timeliness,
    follow_up_ratio,
    latest_evaluation,
    mean_score,
)
from kskd.evaluation.score import Score, ScoreLine


def evaluation(period: str) -> Evaluation:
    return Evaluation("PKS-2024-001", Period.parse(period), "inti/1")


def scored(value: str | None, instrument: str = "inti/1") -> Score:
    return Score(instrument, None if value is None else Decimal(value), Decimal(1), None, (), (), ())


@pytest.mark.parametrize(
    ("numerator", "denominator", "percent"),
    [(0, 0, None), (0, 3, "0.00"), (1, 3, "33.33"), (2, 3, "66.67"), (1, 800, "0.13"), (3, 3, "100.00")],
)
def test_a_ratio_of_nothing_is_unknown_not_zero(
    numerator: int, denominator: int, percent: str | None
) -> None:
    found = Ratio(numerator, denominator).percent
    assert (None if found is None else str(found)) == percent


def test_the_five_classes_are_counted_apart() -> None:
    count = count_implementation([*Implementation, Implementation.BELUM, None, None, None])
    assert count == ImplementationCount(penuh=1, sebagian=1, belum=2, tidak=1, belum_dilaporkan=3)
    assert (count.total, count.reported, count.coverage) == (8, 5, Ratio(5, 8))


STATES = st.lists(st.none() | st.sampled_from([*Implementation]), max_size=30)


@given(STATES, STATES)
def test_the_counts_of_the_opd_add_up_to_that_of_the_pemda(
    one: list[Implementation | None], other: list[Implementation | None]
) -> None:
    whole = count_implementation(one + other)
    assert count_implementation(one) + count_implementation(other) == whole
    assert whole.total == len(one) + len(other)
    assert whole.total - whole.reported == whole.belum_dilaporkan == (one + other).count(None)


def test_the_mean_leaves_out_what_has_no_score_and_says_so() -> None:
    mean = mean_score([scored("80"), scored("75.01"), scored(None), None])
    assert (mean.value, mean.scored, mean.total) == (Decimal("77.51"), 2, 4)
    assert (mean.instruments, mean.coverage) == (("inti/1",), Ratio(2, 4))


@pytest.mark.parametrize("total", [0, 2])
def test_without_any_score_there_is_no_mean(total: int) -> None:
    mean = mean_score([scored(None)] * total)
    assert (mean.value, mean.scored, mean.total, mean.instruments) == (None, 0, total, ())


def test_a_mean_over_two_instruments_names_both() -> None:
    mean = mean_score([scored("80", "inti/2"), scored("60"), scored(None, "lain/1")])
    assert (mean.value, mean.instruments) == (Decimal(70), ("inti/1", "inti/2"))


@given(st.lists(st.decimals(0, 100, places=2), min_size=1, max_size=20))
def test_the_mean_lies_between_the_lowest_and_the_highest(values: list[Decimal]) -> None:
    mean = mean_score([scored(str(value)) for value in values]).value
    assert mean is not None
    assert min(values) <= mean <= max(values)


def test_the_follow_up_ratio_counts_umbrellas_in_force_only() -> None:
    assert follow_up_ratio([(True, True), (True, False), (False, True), (False, False)]) == Ratio(1, 2)


def test_the_follow_up_ratio_of_no_umbrella_is_unknown() -> None:
    assert follow_up_ratio([(False, True)]).percent is None


UMBRELLAS = st.lists(st.tuples(st.booleans(), st.booleans()), max_size=20)


@given(UMBRELLAS, UMBRELLAS)
def test_follow_up_ratios_add_up(one: list[tuple[bool, bool]], other: list[tuple[bool, bool]]) -> None:
    first, second, whole = follow_up_ratio(one), follow_up_ratio(other), follow_up_ratio(one + other)
    assert whole.numerator == first.numerator + second.numerator
    assert whole.denominator == first.denominator + second.denominator
    assert whole.numerator <= whole.denominator


@pytest.mark.parametrize(
    ("recorded", "report", "shown"),
    [
        ("", "2024-S2", None),
        ("2024-S1 2024-S2", "2024-S2", "2024-S2"),
        ("2024-S1 2024-S2", "2024-S1", "2024-S1"),
        ("2024-S1 2024-S2", "2024", "2024-S2"),
        ("2024-S1", "2024", "2024-S1"),
        # an older evaluation never hides that nothing was reported
        ("2024-S1", "2024-S2", None),
        ("2023", "2024", None),
        ("2023", "2024-S2", None),
        # a wider one is not broken down
        ("2024", "2024-S2", None),
        # periods inside
        ("2024-Q3 2024-10", "2024-S2", "2024-10"),
        ("2024-Q3 2024-Q4", "2024-S2", "2024-Q4"),
        # that very period first, among those that end together
        ("2024-S2 2024", "2024", "2024"),
        ("2024-12 2024-S2", "2024-S2", "2024-S2"),
        ("2024-12 2024-S2", "2024", "2024-12"),
        # a month shows the latest that had ended on its last day
        ("2024-S1", "2024-11", "2024-S1"),
        ("2024-S1 2024-S2", "2024-11", "2024-S1"),
        ("2024-S1 2024-S2", "2024-12", "2024-S2"),
        ("2024-S1 2024-S2", "2025-03", "2024-S2"),
        ("2024-S1 2024-10", "2024-11", "2024-10"),
        ("2024-S1", "2024-05", None),
        ("2024-S1", "2024-Q3", "2024-S1"),
        ("2024-12 2024-S2", "2024-12", "2024-12"),
    ],
)
@pytest.mark.parametrize("backwards", [False, True])
def test_which_evaluation_a_report_shows(
    recorded: str, report: str, shown: str | None, backwards: bool
) -> None:
    """The order in which evaluations are stored plays no part."""
    evaluations = [evaluation(code) for code in recorded.split()]
    found = latest_evaluation(evaluations[::-1] if backwards else evaluations, Period.parse(report))
    assert (None if found is None else str(found.period)) == shown


@pytest.mark.parametrize(
    ("rhythm_months", "report", "shown"),
    [(1, "2024-11", None), (3, "2024-11", "2024-10"), (3, "2024-Q4", "2024-10"), (12, "2025-S1", "2024-10")],
)
def test_what_counts_as_a_shorter_report_follows_the_rhythm_of_evaluation(
    rhythm_months: int, report: str, shown: str | None
) -> None:
    evaluations = [evaluation("2024-S1"), evaluation("2024-10")]
    found = latest_evaluation(evaluations, Period.parse(report), rhythm_months=rhythm_months)
    assert (None if found is None else str(found.period)) == shown


DUE = date(2025, 1, 30)
REPORTS = st.lists(
    st.tuples(
        st.booleans(), st.none() | st.dates(date(2024, 12, 1), date(2025, 3, 1)), st.just(DUE)
    ),
    max_size=20,
)  # fmt: skip


def test_a_report_is_in_time_up_to_the_due_day_and_an_unknown_day_is_neither() -> None:
    reports = [
        (True, date(2024, 12, 20), DUE), (True, DUE, DUE), (True, date(2025, 1, 31), DUE), (True, None, DUE),
        (False, None, DUE),
    ]  # fmt: skip
    counted = count_timeliness(reports)
    assert counted == Timeliness(on_time=2, late=1, unknown_day=1, missing=1)
    assert (counted.reported, counted.in_time) == (Ratio(4, 5), Ratio(2, 5))


@given(REPORTS, REPORTS)
def test_timeliness_of_the_opd_adds_up_to_that_of_the_pemda(
    one: list[tuple[bool, date | None, date]], other: list[tuple[bool, date | None, date]]
) -> None:
    whole = count_timeliness([*one, *other])
    assert count_timeliness(one) + count_timeliness(other) == whole
    assert whole.owed == len(one) + len(other)


def test_what_was_not_reported_could_be_anything_and_what_was_stays() -> None:
    line = ScoreLine("a", "b", "?", "ya", "Ya", Decimal(100), Decimal("0.8"), Decimal(80))
    eighty = scored("80")._replace(lines=(line,))
    open_item = line._replace(weight=Decimal(20), points=None)
    partly = scored(None)._replace(lines=(line._replace(weight=Decimal(80)), open_item))
    assert assumed_range([eighty, None]) == (Decimal("40.00"), Decimal("90.00"))
    assert assumed_range([eighty, partly]) == (Decimal("80.00"), Decimal("90.00"))
    assert assumed_range([]) is None
