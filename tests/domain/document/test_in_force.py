"""Whether a document of days known in part was in force in a period is what every full day says, or open."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from itertools import product
from typing import TYPE_CHECKING

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from kskd.domain.document.ends import EndKind
from kskd.domain.document.term import Term
from kskd.domain.values.days import Day
from kskd.domain.values.durations import Duration, TermRule, end_of, partial_end_of
from tests.registry.harness import plain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kskd.domain.document.agreement import Agreement

NEAR = st.dates(date(2023, 11, 20), date(2025, 2, 10))
IN_PART = st.builds(
    lambda day, part: Day.parse(day.strftime(part)), NEAR, st.sampled_from(["%Y", "%Y-%m", "%Y-%m-%d"])
)


def _document(signed: Day, starts: Day | None, ends: Day | None) -> Agreement:
    return plain("PKS-2024-001", signed=signed, term=Term(starts, EndKind.DATE if ends else None, ends))


def _full(one: Agreement, first: date, last: date) -> Iterator[Agreement]:
    """The document on the days that each of its may be: the edges, and those around the period.

    What may have been signed by the last day has been, and nothing was signed after its end.
    """
    near = {day + timedelta(days=more) for day in (first, last) for more in (-1, 0, 1)}
    days = (one.signed, one.term.starts, one.term.ends)
    near |= {edge for day in days if day for edge in (day.earliest, day.latest)}

    def may_be(day: Day | None) -> list[Day | None]:
        return [None] if day is None else [Day.of(on) for on in near if day.earliest <= on <= day.latest]

    for signed, starts, ends in product(*map(may_be, days)):
        begins = starts or signed
        if ends is None or (begins and signed and max(begins, signed) <= ends):
            yield replace(one, signed=signed, term=replace(one.term, starts=starts, ends=ends))


@settings(max_examples=300)
@given(IN_PART, st.none() | IN_PART, st.none() | IN_PART, NEAR, st.integers(0, 200))
def test_in_force_in_a_period_is_what_all_days_say(
    signed: Day, starts: Day | None, ends: Day | None, first: date, length: int
) -> None:
    assume(ends is None or max(signed, starts or signed).earliest <= ends.latest)
    last = first + timedelta(days=length)
    one = _document(signed, starts, ends)
    seen = {
        full.in_force_between(first, last, last)
        for full in _full(one, first, last)
        if not (signed.earliest <= last and full.signed and full.signed.earliest > last)
    }
    assert None not in seen
    assert one.in_force_between(first, last, last) is (seen.pop() if len(seen) == 1 else None)


@given(NEAR, st.sampled_from(["%Y", "%Y-%m"]), st.integers(0, 5), st.integers(0, 30))
def test_an_end_from_a_start_in_part_holds_the_end_of_every_day(
    day: date, part: str, years: int, months: int
) -> None:
    assume(years or months)
    start, length = Day.parse(day.strftime(part)), Duration(years, months)
    end = partial_end_of(start, length, TermRule.SAME_DAY)
    assert partial_end_of(Day.of(day), length, TermRule.SAME_DAY) == Day.of(
        end_of(day, length, TermRule.SAME_DAY)
    )
    if end is None:
        assert part == "%Y"
        assert months % 12
        return
    assert len(str(end)) == len(str(start))
    assert Day.of(end_of(day, length, TermRule.SAME_DAY)).lies_in(end)
    before = end_of(day, length, TermRule.DAY_BEFORE)
    assert end.earliest - timedelta(days=1) <= before <= end.latest


@pytest.mark.parametrize(("start", "length"), [("XXXX", Duration(5)), ("2014", Duration(0, 0, 30))])
def test_no_end_is_made_up(start: str, length: Duration) -> None:
    assert partial_end_of(Day.parse(start), length, TermRule.SAME_DAY) is None
