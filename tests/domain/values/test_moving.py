"""Days moved along the calendar: ends of months, leap days, and its two edges."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kskd.domain.values.dates import last_of_month
from kskd.domain.values.moving import moved

DAYS = st.dates(date(1945, 1, 1), date(2150, 12, 31))


@pytest.mark.parametrize(
    ("day", "count", "expected"),
    [
        (date(2024, 2, 29), {"years": 1}, date(2025, 2, 28)),
        (date(2024, 2, 29), {"years": 4}, date(2028, 2, 29)),
        (date(2024, 1, 31), {"months": 1}, date(2024, 2, 29)),
        (date(2023, 1, 31), {"months": 1}, date(2023, 2, 28)),
        (date(2024, 8, 31), {"months": -6}, date(2024, 2, 29)),
        (date(2024, 12, 31), {"months": 2, "days": 1}, date(2025, 3, 1)),
        (date(2024, 5, 2), {"years": 1, "months": 6, "days": -1}, date(2025, 11, 1)),
        (date(2024, 5, 2), {"years": 99_999}, date.max),
        (date(2024, 5, 2), {"months": 999_999}, date.max),
        (date(2024, 5, 2), {"days": 9_999_999}, date.max),
        (date(2024, 5, 2), {"years": -3000}, date.min),
        (date(2024, 5, 2), {"days": -9_999_999}, date.min),
        (date(2024, 5, 2), {}, date(2024, 5, 2)),
    ],
)
def test_a_day_moves_by_the_calendar(day: date, count: dict[str, int], expected: date) -> None:
    assert moved(day, **count) == expected


@given(DAYS, st.integers(-1200, 1200))
def test_months_keep_the_day_or_give_the_last_of_a_shorter_month(day: date, months: int) -> None:
    there = moved(day, months=months)
    assert (there.year * 12 + there.month) - (day.year * 12 + day.month) == months
    assert there.day == min(day.day, last_of_month(there.year, there.month).day)


@given(DAYS, st.integers(-50, 50))
def test_a_year_is_twelve_months(day: date, years: int) -> None:
    assert moved(day, years=years) == moved(day, months=12 * years)


@given(DAYS)
def test_the_last_of_a_month_is_the_day_before_the_next_month(day: date) -> None:
    last = last_of_month(day.year, day.month)
    assert last + timedelta(days=1) == moved(day.replace(day=1), months=1)
