"""Columns of days by the way in which they came to be: whatever stands beside them, no day is wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from kskd.importing.day_readings import Form, see
from tests.importing.dated_rows import (
    Truth,
    Writer,
    court_of,
    day_first,
    dice,
    in_words,
    iso,
    month_first,
    right_cell,
    rows,
    score,
    swapped_by_locale,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

SOURCES: dict[str, Writer] = {
    "typed day first": day_first,
    "typed month first": month_first,
    "typed day first where the locale is month first": swapped_by_locale(later=0),
    "the same, some typed later": swapped_by_locale(later=0.1),
    "typed month first where the locale is day first": swapped_by_locale(month_first, later=0),
    "days of a spreadsheet": right_cell,
    "days of a database": iso,
    "words": in_words,
}


class Evidence(TypedDict):
    """What stands beside the days, as shares of the rows."""

    numbered: float
    off: float
    stated: float
    odd: float
    late: float | None


EVIDENCE: st.SearchStrategy[Evidence] = st.fixed_dictionaries(  # type: ignore[assignment]
    {
        "numbered": st.sampled_from([0, 0.3, 0.9, 1]),
        "off": st.sampled_from([0, 0.08, 0.2]),
        "stated": st.sampled_from([0, 0.3, 0.8, 1]),
        "odd": st.sampled_from([0, 0.05, 0.15]),
        "late": st.sampled_from([None, 0, 0.05, 0.3]),
    }
)


def _typed(seed: int, count: int, writer: Writer, evidence: Evidence, *, has_ends: bool) -> list[Truth]:
    return rows(dice(seed), count, writer, writer if has_ends else None, **evidence)


def _shows_itself(truths: Iterable[Truth]) -> bool:
    """Whether in each column some cell can be read in one order only.

    A few days of another order that all are below 13 cannot be told from the others by anyone.
    """
    seen: dict[int, set[Form]] = {}
    for truth in truths:
        for column in truth.days:
            seen.setdefault(column, set()).add(see(truth.record.cells[column]).form)
    return all(forms & {Form.ONE, Form.SURE} for forms in seen.values())


@settings(max_examples=150, deadline=None)
@given(st.integers(0, 10**6), st.integers(5, 80), st.sampled_from(sorted(SOURCES)), EVIDENCE, st.booleans())
def test_no_day_of_a_column_typed_in_one_way_is_wrong(
    seed: int, count: int, name: str, evidence: Evidence, has_ends: bool
) -> None:
    truths = _typed(seed, count, SOURCES[name], evidence, has_ends=has_ends)
    assume(_shows_itself(truths))
    assert score(truths, court_of(truths, has_ends=has_ends)).wrong == 0


@settings(max_examples=300, deadline=None)
@given(
    st.integers(0, 10**6),
    st.lists(st.tuples(st.integers(5, 60), st.sampled_from(sorted(SOURCES))), min_size=2, max_size=2),
    EVIDENCE,
    st.booleans(),
)
def test_no_day_of_a_column_pasted_together_is_wrong(
    seed: int, parts: list[tuple[int, str]], evidence: Evidence, has_ends: bool
) -> None:
    sources = [
        _typed(seed + at, count, SOURCES[name], evidence, has_ends=has_ends)
        for at, (count, name) in enumerate(parts)
    ]
    assume(all(map(_shows_itself, sources)))
    truths = [truth for one in sources for truth in one]
    assert score(truths, court_of(truths, has_ends=has_ends)).wrong == 0
