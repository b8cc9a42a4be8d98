"""Numbers of the Pemda: the pattern behind them, the next one, and what is missing between."""

from __future__ import annotations

import string
from typing import TYPE_CHECKING

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from kskd.domain.document.chain import Doc
from kskd.domain.office.numbering import (
    GivenNumber,
    Hole,
    Parts,
    Pattern,
    Twice,
    follows,
    gaps,
    learnt,
    propose,
)
from kskd.domain.values.dates import ROMAN
from kskd.errors import InvalidFact

if TYPE_CHECKING:
    from collections.abc import Callable

FIXED = st.text(string.ascii_uppercase + string.digits + "./- ", min_size=0, max_size=8)
APART = st.sampled_from(["/", "-", ".", "/KB/", "/Um/", " - "])
MARKS = st.permutations(["{n}", "{n:3}", "{year}", "{month}", "{doc}"])


@st.composite
def patterns(draw: st.DrawFn) -> Pattern:
    """Patterns with some marks, parted by fixed texts."""
    marks = draw(MARKS)[: draw(st.integers(1, 4))]
    told = {mark.partition(":")[0].strip("{}") for mark in marks}
    assume("n" in told and len(told) == len(marks))
    text = marks[0] + "".join(f"{draw(APART)}{mark}" for mark in marks[1:])
    head, tail = draw(st.sampled_from(["", "100.3.7.1/", "No. "])), draw(st.sampled_from(["", "/KB", "-Um"]))
    return Pattern.parse(head + text + tail)


PARTS = st.builds(
    Parts, st.integers(1, 99_999), st.integers(1945, 2150), st.integers(1, 12), st.sampled_from(list(Doc))
)


@given(patterns(), PARTS)
def test_a_number_says_what_it_was_written_from(pattern: Pattern, parts: Parts) -> None:
    number = pattern.write(parts)
    said = pattern.read(number)
    assert said is not None
    wanted = parts._replace(
        **{mark: None for mark in ("year", "month", "doc") if mark not in pattern.marks}  # type: ignore[arg-type]
    )
    assert said == wanted
    assert pattern.fits(number)
    assert Pattern.parse(pattern.text) == pattern


@given(patterns(), st.lists(PARTS, max_size=8), PARTS)
def test_the_next_number_is_new(pattern: Pattern, before: list[Parts], parts: Parts) -> None:
    held = [
        GivenNumber(pattern.write(one), f"KB-2024-{at:03}", one.doc or Doc.KB, one.year or 2024)
        for at, one in enumerate(before)
    ]
    found = propose(pattern, held, _among([one.number for one in held]), parts, is_told=True)
    assert found is not None
    assert found.number not in {one.number for one in held}
    assert pattern.fits(found.number)


@given(st.lists(st.integers(1, 400), min_size=3, max_size=20, unique=True), st.integers(1, 12))
def test_what_is_learnt_from_numbers_reads_them(runs: list[int], month: int) -> None:
    held = _numbers(*(f"100.3.7.1/{n}/KB/2024" for n in runs), month=month)
    pattern = learnt(held)
    assert pattern == Pattern.parse("100.3.7.1/{n}/KB/{year}")
    holes, twice = gaps(pattern, held, 2024)
    assert twice == []
    assert sum(one.length for one in holes) == max(runs) - min(runs) + 1 - len(runs)


def _among(taken: list[str]) -> Callable[[str], bool]:
    return lambda number: number in taken


def _numbers(*texts: str, year: int = 2024, month: int | None = None) -> list[GivenNumber]:
    return [GivenNumber(text, f"KB-{year}-{at:03}", Doc.KB, year, month) for at, text in enumerate(texts, 1)]


@pytest.mark.parametrize(
    ("texts", "pattern"),
    [
        (["100.3.7.1/12/KB/2024", "100.3.7.1/13/KB/2024"], "100.3.7.1/{n}/KB/{year}"),
        (["007/KB/2024", "012/KB/2024", "123/KB/2024"], "{n:3}/KB/{year}"),
        (["KB.9/X/2024", "KB.11/XI/2024"], "KB.{n}/{month}/{year}"),
        (["1 / V / 2024", "2 / V / 2024"], "{n} / V / {year}"),  # nothing says that it is a month
        (["12/KB", "13/KB", "15/KB"], "{n}/KB"),
        (["2023/5/KB", "2024/6/KB"], "{year}/{n}/KB"),
    ],
)
def test_which_part_runs_and_which_tells_the_day(texts: list[str], pattern: str) -> None:
    found = learnt(_numbers(*texts))
    assert found is not None
    assert found.text == pattern


def test_a_roman_part_that_is_the_month_of_the_document_is_one() -> None:
    found = learnt(_numbers("1/V/2024", "2/V/2024", month=5))
    assert found is not None
    assert found.text == "{n}/{month}/{year}"


@pytest.mark.parametrize(
    "texts",
    [
        [],
        ["100.3.7.1/12/KB/2024"],  # one shows nothing
        ["12/KB/2024", "13-PKS-2024"],
        ["1/5", "1/6", "2/5"],  # either part may run
        ["tanpa nomor", "nomor"],
        ["1*/KB/2024", "2*/KB/2024"],
        ["1/{doc}/2024", "2/{doc}/2024"],
        ["1/KB/2024", "2/KB/2024", "A-1", "B-2"],  # not most of them
    ],
)
def test_where_no_pattern_stands_out_none_is_guessed(texts: list[str]) -> None:
    assert learnt(_numbers(*texts)) is None


PATTERN = Pattern.parse("{n}/KB/{year}")


@pytest.mark.parametrize(
    ("texts", "year", "number", "doubt"),
    [
        (["1/KB/2024", "2/KB/2024"], 2024, "3/KB/2024", None),
        (["2/KB/2024", "1/KB/2024"], 2024, "3/KB/2024", None),
        (["1/KB/2024", "2/KB/2024"], 2025, "1/KB/2025", "belum ada nomor lain"),
        (["1/KB/2024", "1/KB/2024"], 2024, "2/KB/2024", "lebih dari sekali"),
        (["5/KB/2024"], 2024, "6/KB/2024", "baru satu"),
        (["1/KB/2024", "51/KB/2024"], 2024, "52/KB/2024", None),
        (["1/KB/2024", "52/KB/2024"], 2024, "53/KB/2024", "melompat"),
    ],
)
def test_the_next_number_and_how_sure_it_is(
    texts: list[str], year: int, number: str, doubt: str | None
) -> None:
    found = propose(PATTERN, _numbers(*texts), _among(texts), Parts(0, year), is_told=False)
    assert found is not None
    assert found.number == number
    assert (found.doubt is None) == (doubt is None)
    assert (doubt or "") in (found.doubt or "")


def test_a_number_that_another_kind_of_document_took_is_passed_over() -> None:
    found = propose(
        PATTERN, _numbers("1/KB/2024", "2/KB/2024"), _among(["3/KB/2024"]), Parts(0, 2024), is_told=True
    )
    assert found is not None
    assert found.number == "4/KB/2024"


@pytest.mark.parametrize(
    ("others", "is_doubted"),
    [
        ([], False),
        ([13, 15], True),  # between those of this kind, and none twice
        ([18], True),  # the very number
        ([1, 2, 3], False),  # a run of their own, which ended before this one began
        ([19], False),
        ([12, 13], False),  # both kinds have a 12
    ],
)
def test_numbers_of_other_kinds_may_be_of_the_same_run(others: list[int], is_doubted: bool) -> None:
    held = _numbers("12/KB/2024", "14/KB/2024", "17/KB/2024")
    beside = [GivenNumber(f"{n}/PKS/2024", "PKS-2024-001", Doc.PKS, 2024) for n in others]
    parts = Parts(0, 2024, None, Doc.KB)
    found = propose(PATTERN, held, _among([]), parts, is_told=False, others=beside)
    assert found is not None
    assert found.number == "18/KB/2024"
    assert ("urutan yang sama" in (found.doubt or "")) is is_doubted


def test_a_month_that_is_not_known_is_not_made_up() -> None:
    dated = Pattern.parse("{n}/{month}/{year}")
    assert propose(dated, [], _among([]), Parts(0, 2024), is_told=True) is None
    assert propose(Pattern.parse("{n}/*"), [], _among([]), Parts(0, 2024, 1), is_told=True) is None
    found = propose(dated, [], _among([]), Parts(0, 2024, 9), is_told=True)
    assert found is not None
    assert found.number == f"1/{ROMAN[8]}/2024"


def test_a_pattern_without_a_year_runs_on() -> None:
    held = [*_numbers("7/KB", "8/KB"), *_numbers("9/KB", year=2025)]
    found = propose(Pattern.parse("{n}/KB"), held, _among([]), Parts(0, 2026), is_told=True)
    assert found is not None
    assert (found.number, found.doubt) == ("10/KB", None)


def test_what_is_missing_and_what_is_there_twice() -> None:
    held = _numbers("3/KB/2024", "4/KB/2024", "4/KB/2024", "8/KB/2024", "10/KB/2024", "1/KB/2023", "apa saja")
    holes, twice = gaps(PATTERN, held, 2024)
    assert holes == [Hole("5/KB/2024", "7/KB/2024", 3), Hole("9/KB/2024", "9/KB/2024", 1)]
    assert twice == [Twice("4/KB/2024", ("KB-2024-002", "KB-2024-003"))]
    assert gaps(PATTERN, held, 2025) == ([], [])


def test_a_missing_number_has_no_month() -> None:
    holes, _ = gaps(Pattern.parse("{n}/{month}/{year}"), _numbers("1/I/2024", "3/II/2024"), 2024)
    assert holes == [Hole("2/…/2024", "2/…/2024", 1)]


@pytest.mark.parametrize(
    "text",
    [
        "{n}{year}",
        "{n}/{n}",
        "{year}/KB",
        "1{n}/KB",
        "{n}*",
        "{m}/{n}",
        "{n}/{x}",
        "KB{month}/{n}",
        "{n:0}/KB",
    ],
)
def test_a_pattern_that_could_be_read_in_two_ways_is_refused(text: str) -> None:
    with pytest.raises(InvalidFact, match="Pola nomor"):
        Pattern.parse(text)


@pytest.mark.parametrize(
    ("number", "pattern", "is_so"),
    [
        ("100.3.7.1/2", "100.3.7.*/*", True),
        ("1/KB/2024", "100.3.7.*/*", False),
        ("100.3.7.1/12/kb/2024", "100.3.7.1/{n}/{doc}/{year}", True),
        ("100.3.7.1/12/XX/2024", "100.3.7.1/{n}/{doc}/{year}", False),
        ("100.3.7.1/a/KB/2024", "100.3.7.1/{n}/*/{year}", False),
        ("100.3.7.1/1/apa pun/2024", "100.3.7.1/{n}/*/{year}", True),
    ],
)
def test_whether_a_number_is_as_the_office_says(number: str, pattern: str, is_so: bool) -> None:
    assert follows(number, pattern) is is_so
