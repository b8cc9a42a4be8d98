"""What the cells of a column look like: a witness for what its heading says, or against it."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from kskd.domain.choices import PartnerKind
from kskd.domain.document.chain import Doc
from kskd.domain.document.status import Status
from kskd.domain.values.dated_number import months_named
from kskd.domain.values.days import read_day
from kskd.domain.values.durations import read_duration
from kskd.domain.values.kinds import FieldKind
from kskd.domain.values.money import read_money
from kskd.domain.values.several import several
from kskd.domain.values.text import fold, says_nothing
from kskd.errors import KskdError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from kskd.domain.values.grid import Cell
    from kskd.importing.kamus import Kamus

ENOUGH = 3
"""Cells that say something, below which a column is no witness."""
_MOST = 100  # cells looked at, one of each text
_LONGEST = 400  # characters of a cell that are looked at
_YEAR = r"(?:19[4-9]|20[0-9])[0-9](?:[.,]0+)?"
_COUNT = r"[0-9]{1,3}(?:[.,][0-9]{1,2})?%?"
_LARGE = 100_000  # a number from which it is an amount and nothing else
_MONEY = r"(?:rp|idr)\.? ?[0-9].*|[0-9]{1,3}(?:\.[0-9]{3}){2,}(?:,[0-9]+)?"
_NUMBER = r"(?=.*[0-9])(?!https?:|www\.).*(?:/.*[/.-]|/[0-9]*[a-z]).*|.*\b[0-9]+ tahun (?:19|20)[0-9]{2}\b.*"
_OF_YEAR = r"(?:nomor |no\.? ?)?[0-9]+ tahun (?:19|20)[0-9]{2}"  # "01 Tahun 2016" is no January
_CODES = {
    name: frozenset(map(str, codes))
    for name, codes in (("doc", Doc), ("partner_kind", PartnerKind), ("status", Status))
}
_NUMERIC_DAY = r"(?:[a-z']+,? ?\(?)?(?:[0-9]{1,2}|[0-9]{4})([/. -])[0-9]{1,2}\1[0-9]{2,4}\)?"
_MARKS = (
    r"\b(?!(?:MO[UA]|PKS|KB|NK|LOI|NO|NOMOR|TAHUN|[IVX]+)\b)[A-Z]{2,}"  # no names of kinds, no months
    r"|^[0-9]{3}[0-9.]*(?=/)"
)
_NO_ANSWER = r"(?:ya|tidak|ada|belum|y|t|v|x|√|✓|✔|sudah|yes|no)"
_KINDS = {
    FieldKind.DATE: ("day",),
    FieldKind.MONEY: ("money", "count"),
    FieldKind.YEAR: ("year",),
    FieldKind.DURATION: ("duration", "count"),
    FieldKind.YES_NO: ("answer",),
    FieldKind.SWITCH: ("answer",),
    FieldKind.NUMBER: ("count", "money", "year"),
}


class Contents(NamedTuple):
    """How many cells of a column say something, what share passes each test, and how many differ.

    ``shared_mark`` is the share of numbers that have the code most of them have: an office's own have one.
    """

    filled: int
    shares: Mapping[str, float]
    kept: tuple[frozenset[str], ...] = ()
    different: int = 0
    shared_mark: float = 0

    @property
    def is_of_few_words(self) -> bool:
        """Whether the same few texts come again and again, as kinds do and titles do not."""
        return self.different <= max(2, self.filled // 2)

    @property
    def tells(self) -> bool:
        """Whether there are enough of them for a witness."""
        return self.filled >= ENOUGH

    def fits(self, tests: Sequence[str]) -> float:
        """The share of the cells that passes any of these tests."""
        if not self.filled:
            return 0
        return sum(not passed.isdisjoint(tests) for passed in self.kept) / len(self.kept)


def look_at(cells: Iterable[Cell], kamus: Kamus) -> Contents:
    """The contents of a column by some of its cells; those that say that there is nothing are passed over."""
    said = [cell for cell in cells if not says_nothing(cell.text) and cell.text.strip()]
    by_text = {cell.text: cell for cell in said}
    one_each = list(by_text.values())[:_MOST]
    kept = tuple(frozenset(_passed(cell, kamus)) | _in_each(cell, kamus) for cell in one_each)
    shares = Counter(test for passed in kept for test in passed)
    found = {test: count / len(kept) for test, count in shares.items()}
    if _runs([cell.text for cell in said]):
        found["running"] = 1.0
        kept = tuple(passed | {"running"} for passed in kept)
    return Contents(len(said), found, kept, len(by_text), _shared_mark(list(by_text)[:_MOST]))


def _shared_mark(texts: Sequence[str]) -> float:
    """The share of numbers in which the code stands that stands in most: a unit's letters, or "100.3.7.1"."""
    marks = Counter(mark for text in texts for mark in set(re.findall(_MARKS, text.upper())))
    return max(marks.values(), default=0) / len(texts) if texts else 0


def _in_each(cell: Cell, kamus: Kamus) -> frozenset[str]:
    """The tests that each of several values in a cell passes; of one value none."""
    parts = [one for one in several(cell.text[:_LONGEST]) if not says_nothing(one)] if cell.text else []
    if not parts or parts == [cell.text.strip()]:
        return frozenset()
    return frozenset.intersection(*(frozenset(_passed(cell._replace(text=one), kamus)) for one in parts))


def expected(concept: str, kamus: Kamus) -> tuple[str, ...]:
    """The tests that the contents of a concept pass; empty where anything may stand in it."""
    if told := kamus.expects.get(concept):
        return tuple(told)
    known = kamus.fields.get(concept)
    return _KINDS.get(known.kind, ()) if known else ()


def _passed(cell: Cell, kamus: Kamus) -> Iterator[str]:
    """The tests that a cell passes."""
    text = fold(cell.text[:_LONGEST]).casefold()
    number = cell.number
    if cell.link or re.fullmatch(kamus.contents["url"], text):
        yield "url"
    if cell.shown_as == "date":
        yield "day"
    elif re.fullmatch(_YEAR, text):
        yield "year"
    elif re.fullmatch(_COUNT, text):
        yield "count"
    elif (number is not None and number >= _LARGE) or re.fullmatch(_MONEY, text) or _reads(read_money, text):
        yield "money"
    elif re.fullmatch(_NUMERIC_DAY, text) or (not re.fullmatch(_OF_YEAR, text) and _reads(read_day, text)):
        yield "day"
    elif _reads(read_duration, text):
        yield "duration"
    elif re.fullmatch(_NUMBER, text) or months_named(text):
        yield "number"
    elif re.search(r"[^\W\d_]{2}", text):
        yield "words"
    yield from (name for name, codes in _CODES.items() if cell.text.strip() in codes)
    if re.fullmatch(_NO_ANSWER, text):
        yield "answer"
    yield from (name for name, pattern in kamus.contents.items() if name != "url" and pattern.fullmatch(text))


def _reads(reader: Callable[[str], object], text: str) -> bool:
    if not re.search("[0-9]", text) and reader is not read_duration:
        return False
    try:
        reader(text)
    except KskdError:
        return False
    return True


def _runs(texts: Sequence[str]) -> bool:
    """Whether they count up one by one; a start anew, under each title of a group, is allowed."""
    numbers = [
        int(found[1]) for text in texts if (found := re.fullmatch(r"([0-9]{1,6})(?:[.)]|\.0)?", text.strip()))
    ]
    if len(numbers) < ENOUGH or len(numbers) < len(texts) * 0.9:
        return False
    steps = sum(later in {before + 1, 1} for before, later in pairwise(numbers))
    return steps >= 0.9 * (len(numbers) - 1) and len(set(numbers)) > 2
