"""The round of desk meetings: hours as typed, slots that fit, and working days only."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kskd.domain.desk_round import Meeting, propose, read_hours, slots
from kskd.domain.values.period import Period
from kskd.domain.values.workdays import Calendar
from kskd.errors import InvalidFact

HOURS = "09.00-12.00,13.00-15.00"
S2 = Period.parse("2024-S2")


@pytest.mark.parametrize(
    "text", ["9-12", "09.00", "12.00-09.00", "09.00-09.10", "13.00-15.00,09.00-12.00", ""]
)
def test_hours_that_are_none_are_refused(text: str) -> None:
    with pytest.raises(InvalidFact, match=r"09\.00-12\.00"):
        read_hours(text)


def test_a_day_is_parted_into_meetings_of_one_length_around_the_break() -> None:
    assert slots(read_hours(HOURS), 5) == [
        ("09.00", "10.00"), ("10.00", "11.00"), ("11.00", "12.00"), ("13.00", "14.00"), ("14.00", "15.00"),
    ]  # fmt: skip
    with pytest.raises(InvalidFact, match="--per-day"):
        slots(read_hours("09:00 – 10:00"), 5)


@given(st.integers(1, 20))
def test_meetings_never_overlap_nor_run_into_the_break(count: int) -> None:
    found = slots(read_hours(HOURS), count)
    assert len(found) == count
    assert all(end <= start for (_, end), (start, _) in pairwise(found))
    assert all(end <= "12.00" or start >= "13.00" for start, end in found)


def test_weekends_and_holidays_are_passed_over() -> None:
    """From Thursday 9 January 2025 with a holiday on the Monday after."""
    calendar = Calendar(frozenset({date(2025, 1, 13)}))
    opds = ["A1", "B1", "C1", "D1", "E1"]
    times = slots(read_hours(HOURS), 2)
    found = propose(S2, opds, date(2025, 1, 9), calendar, times, place="Ruang rapat")
    assert [(one.opd, one.day.day) for one in found] == [
        ("A1", 9), ("B1", 9), ("C1", 10), ("D1", 10), ("E1", 14),
    ]  # fmt: skip
    assert found[0] == Meeting(S2, "A1", date(2025, 1, 9), *times[0], "Ruang rapat")
    assert propose(S2, opds, date(2025, 1, 11), calendar, times, place=None)[0].day == date(2025, 1, 14)
