"""Counting working days: against counting one by one, and what is said of years without a list."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from kskd.domain.values.workdays import Calendar

DAYS = st.dates(date(2019, 12, 1), date(2024, 3, 1))
CALENDARS = st.builds(Calendar, st.frozensets(DAYS, max_size=60))


@given(CALENDARS, DAYS, st.integers(0, 60))
def test_the_last_of_n_working_days_has_n_of_them_behind_it(
    calendar: Calendar, start: date, count: int
) -> None:
    """Between the start (left out) and the due day lie exactly n working days, and the due day is one."""
    due = calendar.after(start, count)
    days = [start + timedelta(days=at) for at in range(1, (due - start).days + 1)]
    assert sum(map(calendar.is_workday, days)) == count
    assert due == start if count == 0 else calendar.is_workday(due)


@given(CALENDARS, DAYS, st.integers(1, 60), DAYS)
def test_one_more_day_off_never_brings_the_due_day_nearer(
    calendar: Calendar, start: date, count: int, off: date
) -> None:
    """So a due day counted without a list is the earliest that it can be."""
    assert Calendar(calendar.holidays | {off}).after(start, count) >= calendar.after(start, count)


def test_years_without_a_list_are_named() -> None:
    """One day off makes a list; years touched by neither end are named too."""
    calendar = Calendar(frozenset({date(2022, 1, 1)}))
    assert calendar.missing(date(2021, 12, 1), date(2023, 2, 1)) == (2021, 2023)
    assert calendar.missing(date(2022, 1, 3), date(2022, 12, 31)) == ()


def test_five_working_days_over_a_weekend_and_a_holiday() -> None:
    """Friday 8 March 2024, with Monday and Tuesday off: Wednesday is the first, Tuesday the fifth."""
    calendar = Calendar(frozenset({date(2024, 3, 11), date(2024, 3, 12)}))
    assert calendar.after(date(2024, 3, 8), 5) == date(2024, 3, 19)
