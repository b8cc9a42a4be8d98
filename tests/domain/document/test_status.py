"""The status of a document on a day, and ids."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import product
from typing import TYPE_CHECKING

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from kskd.domain.document.agreement import format_id, split_id
from kskd.domain.document.chain import Doc
from kskd.domain.document.ends import EndKind
from kskd.domain.document.standing import stand
from kskd.domain.document.status import STATUS_NAMES, Status
from kskd.domain.values.days import Day

if TYPE_CHECKING:
    from random import Random

SIGNED, START, END = date(2024, 2, 20), date(2024, 3, 1), date(2025, 2, 28)
DAYS = st.dates(date(2015, 1, 1), date(2035, 12, 31))


def _status(
    day: date,
    signed: date | None,
    start: date | None = None,
    kind: EndKind | None = None,
    end: date | None = None,
    *,
    is_void: bool = False,
) -> Status:
    """The status of a document whose days are known exactly."""
    return stand(
        is_void=is_void,
        signed=Day.of(signed),
        starts=Day.of(start),
        end_kind=kind,
        ends=Day.of(end),
        as_of=day,
    ).status


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2024, 2, 19), Status.UPCOMING),
        (SIGNED, Status.UPCOMING),
        (date(2024, 2, 29), Status.UPCOMING),
        (START, Status.ACTIVE),
        (END, Status.ACTIVE),
        (END + timedelta(days=1), Status.EXPIRED),
    ],
)
def test_status_follows_the_dates(day: date, expected: Status) -> None:
    """Signed, then in force from the first day to the last, both included."""
    assert _status(day, SIGNED, START, EndKind.DATE, END) is expected


def test_without_start_the_signing_counts() -> None:
    """Permendagri 22/2020 is silent; the day of signing is the natural reading."""
    assert _status(SIGNED, SIGNED) is Status.ACTIVE


@given(DAYS, st.none() | DAYS, st.sampled_from([None, EndKind.OPEN, EndKind.CONDITION]))
def test_only_a_dated_end_can_pass(day: date, start: date | None, kind: EndKind | None) -> None:
    """An open, conditional or unknown end never makes a document expired."""
    assert _status(day, SIGNED, start, kind) in {Status.UPCOMING, Status.ACTIVE}


@given(DAYS, st.none() | DAYS, st.none() | DAYS)
def test_void_wins_over_all_and_unsigned_is_a_draft(day: date, start: date | None, end: date | None) -> None:
    """Whatever else is recorded."""
    kind = EndKind.DATE if end else None
    void = _status(day, SIGNED, start, kind, end, is_void=True)
    draft = _status(day, None, start, kind, end)
    assert (void, draft) == (Status.VOID, Status.DRAFT)


@pytest.mark.parametrize(
    ("days", "as_of", "expected"),
    [
        ("2024-05-02 - 2024-06", "2024-06-01", Status.ACTIVE),
        ("2024-05-02 - 2024-06", "2024-06-02", Status.UNKNOWN),
        ("2024-05-02 - 2024-06", "2024-06-30", Status.UNKNOWN),
        ("2024-05-02 - 2024-06", "2024-07-01", Status.EXPIRED),
        ("2024-05-02 2024-06 -", "2024-05-31", Status.UPCOMING),
        ("2024-05-02 2024-06 -", "2024-06-01", Status.UNKNOWN),
        ("2024-05-02 2024-06 -", "2024-06-29", Status.UNKNOWN),
        ("2024-05-02 2024-06 -", "2024-06-30", Status.ACTIVE),
        ("2024 - -", "2023-12-31", Status.UPCOMING),
        ("2024 - -", "2024-01-01", Status.ACTIVE),  # what may have been signed has been
        ("2024 2024-06 -", "2024-05-31", Status.UPCOMING),
        ("XXXX - -", "2024-01-01", Status.ACTIVE),
        ("XXXX XXXX 2024", "2023-12-31", Status.ACTIVE),
        ("XXXX XXXX 2024", "2025-01-01", Status.EXPIRED),
        ("2024-05-02 - XXXX", "2024-05-03", Status.UNKNOWN),
        # Nothing starts after its end, nor ends before its start.
        ("2023 2024 2024-03", "2024-03-30", Status.UNKNOWN),
        ("2023 2024 2024-03", "2024-03-31", Status.UNKNOWN),
        ("2023 2024 2024-03", "2024-04-01", Status.EXPIRED),
        ("2024-05-02 - 2024", "2024-05-02", Status.ACTIVE),
        ("2024-05-02 - 2024", "2024-05-03", Status.UNKNOWN),
        ("2023 2024-05-02 2024", "2024-05-02", Status.ACTIVE),
    ],
)
def test_a_status_on_days_in_part_turns_on_the_first_and_the_last_day(
    days: str, as_of: str, expected: Status
) -> None:
    """Signing, start and end, ``-`` for one that is not recorded."""
    signed, starts, ends = (None if text == "-" else Day.parse(text) for text in days.split())
    kind = EndKind.DATE if ends else None
    day = date.fromisoformat(as_of)
    found = stand(is_void=False, signed=signed, starts=starts, end_kind=kind, ends=ends, as_of=day)
    assert found.status is expected


PARTS = st.sampled_from(["%Y", "%Y-%m", "%Y-%m-%d", "XXXX"])
NEAR = st.dates(date(2023, 11, 1), date(2025, 2, 28))
IN_PART = st.builds(lambda day, part: Day.parse(day.strftime(part)), NEAR, PARTS)


@st.composite
def days_in_part(draw: st.DrawFn) -> tuple[Day, Day | None, Day | None, date]:
    """Signing, start and end, of which each is known exactly, in part or (of start and end) not at all."""
    signed, starts, ends = draw(IN_PART), draw(st.none() | IN_PART), draw(st.none() | IN_PART)
    assume(not (starts and ends) or starts.earliest <= ends.latest)
    assume(starts is not None or ends is None or signed.earliest <= ends.latest)
    return signed, starts, ends, draw(NEAR)


@settings(max_examples=300)
@given(days_in_part(), st.randoms(use_true_random=False))
def test_a_status_on_days_in_part_is_that_of_all_days_or_unknown(
    days: tuple[Day, Day | None, Day | None, date], chance: Random
) -> None:
    """Every reading has full days: nothing starts after its end, and what may have been signed has been."""
    signed, starts, ends, as_of = days
    kind = EndKind.DATE if ends else None
    when = [
        _by(signed, as_of, is_past=True),
        starts and _by(starts, as_of),
        ends and (ends.earliest, ends.latest),
    ]
    edges = {as_of + timedelta(days=one) for one in (-1, 0, 1)}
    edges |= {day for span in when if span for day in span}
    readings = product(*([None] if span is None else _some(span, edges, chance) for span in when))
    seen = {
        _status(as_of, signing, start, kind, end)
        for signing, start, end in readings
        if end is None or (start or signing or end) <= end
    }
    found = stand(is_void=False, signed=signed, starts=starts, end_kind=kind, ends=ends, as_of=as_of)
    assert found.status is (seen.pop() if len(seen) == 1 else Status.UNKNOWN)


def _by(day: Day, as_of: date, *, is_past: bool = False) -> tuple[date, date]:
    """When a day may be: of XXXX up to the day asked about, as is one that is past if it may be."""
    last = as_of if str(day) == "XXXX" or (is_past and day.earliest <= as_of) else day.latest
    return day.earliest, min(last, day.latest)


def _some(span: tuple[date, date], edges: set[date], chance: Random) -> list[date]:
    """Days of a span: those at which something changes, and a few others."""
    first, last = span
    others = [first + timedelta(days=chance.randint(0, (last - first).days)) for _ in range(3)]
    return [*others, *(day for day in edges if first <= day <= last)]


def test_every_status_has_a_word() -> None:
    """For people."""
    assert set(STATUS_NAMES) == set(Status)


@given(st.sampled_from(Doc), st.integers(1945, 2150), st.integers(1, 9_999_999))
def test_ids_read_as_they_are_written(doc: Doc, year: int, number: int) -> None:
    """In any case, whatever the kind: RK is not the beginning of RKT."""
    text = format_id(doc, year, number)
    assert split_id(text) == split_id(text.lower()) == (doc, year, number)


@pytest.mark.parametrize(
    "text", ["", "KB", "KB-2024", "KB-2024-01", "XX-2024-001", "KB-24-001", "KB-2024-001 x"]
)
def test_anything_else_is_no_id(text: str) -> None:
    """None, so that it can be looked up as a number."""
    assert split_id(text) is None
