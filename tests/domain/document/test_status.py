"""The status of a document on a day, and ids."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kskd.domain.document.agreement import format_id, split_id
from kskd.domain.document.chain import Doc
from kskd.domain.document.status import STATUS_NAMES, Status, status
from kskd.domain.document.term import EndKind

SIGNED, START, END = date(2024, 2, 20), date(2024, 3, 1), date(2025, 2, 28)
DAYS = st.dates(date(2015, 1, 1), date(2035, 12, 31))


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
    found = status(
        is_void=False, signed_on=SIGNED, starts_on=START, end_kind=EndKind.DATE, ends_on=END, as_of=day
    )
    assert found is expected


def test_without_start_the_signing_counts() -> None:
    """Permendagri 22/2020 is silent; the day of signing is the natural reading."""
    found = status(is_void=False, signed_on=SIGNED, starts_on=None, end_kind=None, ends_on=None, as_of=SIGNED)
    assert found is Status.ACTIVE


@given(DAYS, st.none() | DAYS, st.sampled_from([None, EndKind.OPEN, EndKind.CONDITION]))
def test_only_a_dated_end_can_pass(day: date, start: date | None, kind: EndKind | None) -> None:
    """An open, conditional or unknown end never makes a document expired."""
    found = status(is_void=False, signed_on=SIGNED, starts_on=start, end_kind=kind, ends_on=None, as_of=day)
    assert found in {Status.UPCOMING, Status.ACTIVE}


@given(DAYS, st.none() | DAYS, st.none() | DAYS)
def test_void_wins_over_all_and_unsigned_is_a_draft(day: date, start: date | None, end: date | None) -> None:
    """Whatever else is recorded."""
    kind = EndKind.DATE if end else None
    void = status(is_void=True, signed_on=SIGNED, starts_on=start, end_kind=kind, ends_on=end, as_of=day)
    draft = status(is_void=False, signed_on=None, starts_on=start, end_kind=kind, ends_on=end, as_of=day)
    assert (void, draft) == (Status.VOID, Status.DRAFT)


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
