"""Periods: their four codes, their days, their order."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kskd.domain.values.period import Period, PeriodKind
from kskd.errors import InvalidDate

KINDS = st.sampled_from(PeriodKind)
DAYS = st.dates(date(1946, 1, 1), date(2150, 12, 31))
PERIODS = st.builds(Period.of, DAYS, KINDS)


@pytest.mark.parametrize(
    ("code", "kind", "start", "end", "label"),
    [
        ("2024", PeriodKind.YEAR, date(2024, 1, 1), date(2024, 12, 31), "Tahun 2024"),
        ("2024-S1", PeriodKind.SEMESTER, date(2024, 1, 1), date(2024, 6, 30), "Semester I Tahun 2024"),
        ("2024-S2", PeriodKind.SEMESTER, date(2024, 7, 1), date(2024, 12, 31), "Semester II Tahun 2024"),
        ("2024-Q1", PeriodKind.QUARTER, date(2024, 1, 1), date(2024, 3, 31), "Triwulan I Tahun 2024"),
        ("2024-Q3", PeriodKind.QUARTER, date(2024, 7, 1), date(2024, 9, 30), "Triwulan III Tahun 2024"),
        ("2024-Q4", PeriodKind.QUARTER, date(2024, 10, 1), date(2024, 12, 31), "Triwulan IV Tahun 2024"),
        ("2024-02", PeriodKind.MONTH, date(2024, 2, 1), date(2024, 2, 29), "Februari 2024"),
        ("2023-02", PeriodKind.MONTH, date(2023, 2, 1), date(2023, 2, 28), "Februari 2023"),
        ("2024-12", PeriodKind.MONTH, date(2024, 12, 1), date(2024, 12, 31), "Desember 2024"),
        ("1945", PeriodKind.YEAR, date(1945, 1, 1), date(1945, 12, 31), "Tahun 1945"),
        ("2150-S2", PeriodKind.SEMESTER, date(2150, 7, 1), date(2150, 12, 31), "Semester II Tahun 2150"),
    ],
)
def test_a_code_names_its_days_and_its_label(
    code: str, kind: PeriodKind, start: date, end: date, label: str
) -> None:
    period = Period.parse(code)
    assert (period.kind, period.start, period.end, period.label) == (kind, start, end, label)
    assert Period.parse(f" {code.lower()} ") == period


@pytest.mark.parametrize(
    "typed",
    [
        "", "24", "2024-", "2024S2", "2024-S3", "2024-S0", "2024-Q5", "2024-TW3", "2024-13", "2024-00",
        "2024-1", "2024-11-02", "S2-2024", "2024-S2x", "2024-\u017f2", "٢٠٢٤", "2024-S2\x00",
        "2024" + " " * 99,
    ],
)  # fmt: skip
def test_any_other_form_is_refused_and_the_four_are_named(typed: str) -> None:
    with pytest.raises(InvalidDate) as refusal:
        Period.parse(typed)
    assert all(form in str(refusal.value) for form in ("2024)", "2024-S2", "2024-Q3", "2024-11"))


@pytest.mark.parametrize("code", ["1944", "2151-S1", "0000", "9999-12"])
def test_years_outside_the_calendar_are_refused(code: str) -> None:
    with pytest.raises(InvalidDate, match="di luar 1945–2150"):
        Period.parse(code)


@pytest.mark.parametrize(
    ("kind", "index"),
    [
        (PeriodKind.YEAR, 2),
        (PeriodKind.SEMESTER, 3),
        (PeriodKind.QUARTER, 0),
        (PeriodKind.MONTH, 13),
    ],
)
def test_an_index_outside_the_year_is_refused(kind: PeriodKind, index: int) -> None:
    with pytest.raises(InvalidDate, match=f"Periode ke-{index} tidak ada"):
        Period(2024, kind, index)


@given(PERIODS)
def test_a_period_is_read_back_from_its_code(period: Period) -> None:
    assert Period.parse(str(period)) == period


@given(DAYS, KINDS)
def test_the_period_of_a_day_begins_and_ends_around_it(day: date, kind: PeriodKind) -> None:
    period = Period.of(day, kind)
    assert period.start <= day <= period.end
    assert (period.start - timedelta(days=1)).month != period.start.month
    assert (period.end + timedelta(days=1)).day == 1


@given(PERIODS)
def test_the_previous_period_ends_the_day_before(period: Period) -> None:
    previous = period.previous()
    assert previous.kind == period.kind
    assert previous.end + timedelta(days=1) == period.start
    assert previous < period


def test_nothing_comes_before_the_first_year() -> None:
    with pytest.raises(InvalidDate, match="1944"):
        Period.parse("1945-Q1").previous()


def test_the_order_is_by_last_day_then_first_day() -> None:
    codes = ["2023-12", "2024-Q1", "2024-03", "2024-S1", "2024-Q2", "2024", "2024-S2", "2024-Q4", "2024-12"]
    assert [str(period) for period in sorted(Period.parse(code) for code in reversed(codes))] == codes


@given(PERIODS, PERIODS)
def test_the_order_is_total_and_agrees_with_equality(one: Period, other: Period) -> None:
    assert (one < other) + (one == other) + (one > other) == 1
    assert (one <= other) is not (one > other)


@pytest.mark.parametrize(
    ("outer", "inner", "contains"),
    [
        ("2024", "2024-S2", True),
        ("2024-S2", "2024-Q3", True),
        ("2024-S2", "2024-07", True),
        ("2024-S2", "2024-S2", True),
        ("2024-Q3", "2024-S2", False),
        ("2024-S2", "2024-Q2", False),
        ("2024", "2023-12", False),
    ],
)
def test_a_period_contains_what_lies_wholly_in_it(outer: str, inner: str, contains: bool) -> None:
    assert Period.parse(outer).contains(Period.parse(inner)) is contains
