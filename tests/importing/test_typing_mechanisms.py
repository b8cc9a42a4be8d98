"""Columns of days by the way in which they came to be: whatever stands beside them, no day is wrong."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, TypedDict

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from kskd.importing.day_readings import Form, see
from kskd.importing.layout import find_tables
from kskd.importing.rules import Rules
from kskd.interchange.sheets.book import open_sheets
from kskd.workflows.importing.listing import plan_list
from kskd.workflows.importing.titles import UnitNames
from tests.importing.dated_rows import (
    Score,
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
from tests.importing.lists import kamus
from tests.importing.registers_kept import read_registers

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

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


@given(st.integers(0, 10**6), st.integers(5, 80), st.sampled_from(sorted(SOURCES)), EVIDENCE, st.booleans())
def test_no_day_of_a_column_typed_in_one_way_is_wrong(
    seed: int, count: int, name: str, evidence: Evidence, has_ends: bool
) -> None:
    truths = _typed(seed, count, SOURCES[name], evidence, has_ends=has_ends)
    assume(_shows_itself(truths))
    assert score(truths, court_of(truths, has_ends=has_ends)).wrong == 0


@settings(max_examples=150, deadline=None)
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


BESIDE: dict[str, Evidence] = {
    "numbers and durations": {"numbered": 0.9, "off": 0.08, "stated": 0.8, "odd": 0.05, "late": None},
    "numbers": {"numbered": 0.9, "off": 0.08, "stated": 0, "odd": 0.05, "late": None},
    "durations": {"numbered": 0, "off": 0, "stated": 0.8, "odd": 0.05, "late": None},
    "row numbers": {"numbered": 0, "off": 0, "stated": 0, "odd": 0.05, "late": 0.05},
    "durations and row numbers": {"numbered": 0, "off": 0, "stated": 0.8, "odd": 0.05, "late": 0.05},
    "neither": {"numbered": 0, "off": 0, "stated": 0, "odd": 0.05, "late": None},
}
"""What a list has beside its two columns of days."""
LEAST = {
    "numbers and durations": 0.96,
    "numbers": 0.95,
    "durations": 0.85,
    "row numbers": 0.91,
    "durations and row numbers": 0.92,
    "neither": 0.82,
}
"""Of each kind of column the least share of its days that is settled, whichever way it was typed."""


def _total(scores: Iterable[Score]) -> Score:
    right, wrong, undecided = map(sum, zip(*scores, strict=True))
    return Score(right, wrong, undecided)


def _generated(name: str, beside: str) -> Score:
    lists = [_typed(seed, 200, SOURCES[name], BESIDE[beside], has_ends=True) for seed in range(2)]
    return _total(score(truths, court_of(truths)) for truths in lists)


def _kept(path: Path) -> Score:
    """The days of a register as an office keeps it: how many are settled, and how many are left."""
    words = kamus()
    lists = [found for sheet in open_sheets(str(path)).sheets for found in find_tables(sheet, words)]
    units = UnitNames({}, "")
    told = [heard for one in lists for heard in plan_list(one, words, Rules(), units).days.counts]
    return Score(sum(one.settled for one in told), 0, sum(one.undecided + one.unread for one in told))


def test_share_of_days_settled_without_a_question(tmp_path: Path) -> None:
    """Run it with ``-s`` to see the shares; whether the days of the registers are true others hold."""
    shares = {(name, beside): _generated(name, beside) for name in SOURCES for beside in BESIDE}
    kept = {one.name: _kept(one.write(tmp_path)) for one in read_registers()}
    total = _total([*shares.values(), *kept.values()])
    lines = {f"{name}, with {beside}": one for (name, beside), one in shares.items()} | kept
    lines |= {"all registers": _total(kept.values()), "all": total}
    for name, one in lines.items():
        sys.stdout.write(f"{one.share:7.2%} of {sum(one):5}  {name}\n")
    assert total.wrong == 0
    assert total.share >= 0.95
    assert not [one for one, found in shares.items() if found.share < LEAST[one[1]]]
