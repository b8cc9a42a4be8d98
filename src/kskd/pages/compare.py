"""What differs between two pages: line by line, figures apart from words."""

from __future__ import annotations

import re
from collections import defaultdict, deque
from collections.abc import Iterable, Mapping
from difflib import SequenceMatcher
from enum import StrEnum
from typing import TYPE_CHECKING, Any, NamedTuple

from kskd.domain.values.text import ERASED
from kskd.pages.parts import MARKS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

BLANK = "……"
"""What stands on a page where something is to be written by hand."""

_FIGURE = re.compile(rf"\d+(?:[.,/:-]\d+)*|[{''.join(MARKS.values()).replace('?', '')}]")
_OPEN = re.compile(rf"(?:…|\.){{4,}}|{BLANK}…*|{re.escape(ERASED)}")
_LONGEST, _MOST_PAIRS = 20_000, 40_000
_LONGEST_FILL = 300  # characters
_AROUND = 4  # words
_HEADS = {"heading": "text", "annex": "title"}
_CODES = {"part", "kind", "code", "page", "image"}
_APART = {"row", "item", "pair", "signer", "state", "figure", "column"}


class PageLine(NamedTuple):
    """A line of a page: a row of a table, a paragraph, an item; ``where`` is the head over it."""

    where: str
    text: str


class What(StrEnum):
    """What a difference is: of figures, of words, what was erased since, what was written by hand."""

    FIGURES = "figures"
    WORDS = "words"
    ERASED = "erased"
    FILLED = "filled"


class Difference(NamedTuple):
    """A line that is not the same: as it was and as it is; None where there is none."""

    what: What
    where: str
    old: str | None
    new: str | None


def lines(tree: Any) -> list[PageLine]:
    """The lines of a page, from its parts as plain data (``tree.plain_tree``)."""
    found: list[PageLine] = []
    where = ""
    for block in tree if isinstance(tree, list) else []:
        if (head := _HEADS.get(block["part"])) is not None:
            where = tidy(block[head])
        found += [PageLine(where, text) for one in _lines_of(block) if (text := tidy(one))]
    return found


def tidy(text: str) -> str:
    """A text whose spaces of any kind are single ones."""
    return " ".join(text.split())


def figures(text: str) -> list[str]:
    """The figures in a text in order, marks of state among them."""
    return _FIGURE.findall(text)


def differences(old: Sequence[PageLine], new: Sequence[PageLine]) -> list[Difference]:
    """What differs, figures first; ``new`` is the page as it is made: blanks and erasures stand open in it.

    A line that only moved is no difference.
    """
    gone, come = _unmatched(old, new)
    found = []
    size = len(gone) * len(come)
    ways = ((_is_filled, 25 * _MOST_PAIRS), (_has_same_words, 25 * _MOST_PAIRS), (_is_alike, _MOST_PAIRS))
    for is_pair in (way for way, most in ways if size <= most):
        for before in list(gone):
            after = next((one for one in come if one.where == before.where and is_pair(before, one)), None)
            after = after or next((one for one in come if is_pair(before, one)), None)
            if after is not None:
                gone.remove(before)
                come.remove(after)
                found.append(Difference(_what(before, after), after.where, before.text, after.text))
    found += [Difference(_what(one, None), one.where, one.text, None) for one in gone]
    found += [Difference(_what(None, one), one.where, None, one.text) for one in come]
    order = list(What)
    return sorted(found, key=lambda one: order.index(one.what))


def shortened(old: str, new: str) -> tuple[str, str]:
    """Two texts with what both say alike left out, but for a few words around what differs."""
    one, other = old.split(), new.split()
    before = _alike(one, other)
    after = min(_alike(one[::-1], other[::-1]), len(one) - before, len(other) - before)

    def cut(words: list[str]) -> str:
        last = len(words) - after
        head, tail = words[:before], words[last:]
        if before > 2 * _AROUND:
            head = [*head[:_AROUND], "…", *head[-_AROUND:]]
        if after > _AROUND + 1:
            tail = [*tail[:_AROUND], "…"]
        return " ".join((*head, *words[before:last], *tail))

    return cut(one), cut(other)


def _alike(one: Sequence[str], other: Sequence[str]) -> int:
    """How many words both begin with."""
    pairs = zip(one, other, strict=False)
    return next((at for at, (this, that) in enumerate(pairs) if this != that), min(len(one), len(other)))


def _unmatched(old: Sequence[PageLine], new: Sequence[PageLine]) -> tuple[list[PageLine], list[PageLine]]:
    """The lines that the other page does not have under the same head, in order.

    Under a head that only one of the pages has, as where it was renamed, the words of a line are enough; so
    too where the heads of a page cannot be told.
    """
    heads = [{one.where for one in page} for page in (old, new)]
    common = set() if {""} in heads else heads[0] & heads[1]
    gone, come = _left(old, new, lambda one: one)
    return _left(gone, come, lambda one: one if one.where in common else one.text)


def _left(
    old: Sequence[PageLine], new: Sequence[PageLine], key: Callable[[PageLine], object]
) -> tuple[list[PageLine], list[PageLine]]:
    """The lines of each that have no fellow in the other, of those that the key calls one."""
    waiting: dict[object, deque[int]] = defaultdict(deque)
    for at, line in enumerate(new):
        waiting[key(line)].append(at)
    taken = set[int]()
    gone = []
    for line in old:
        if places := waiting[key(line)]:
            taken.add(places.popleft())
        else:
            gone.append(line)
    return gone, [line for at, line in enumerate(new) if at not in taken]


def _what(old: PageLine | None, new: PageLine | None) -> What:
    if old is not None and new is not None and _is_filled(old, new):
        return What.ERASED if ERASED in new.text else What.FILLED
    told = [figures(one.text) if one is not None else [] for one in (old, new)]
    return What.WORDS if told[0] == told[1] else What.FIGURES


def _is_filled(old: PageLine, new: PageLine) -> bool:
    """Whether the one is the other but for what stands open in it, in a line that says something itself.

    What was filled in is a day, a number or a name, no longer than a name may be.
    """
    pieces = _OPEN.split(new.text)
    if len(pieces) == 1 or len(old.text) > _LONGEST or not re.search(r"\w", "".join(pieces)):
        return False
    first, *inner, last = pieces
    at, end = len(first), len(old.text) - len(last)
    if not (old.text.startswith(first) and old.text.endswith(last) and at <= end):
        return False
    for piece in inner:
        found = old.text.find(piece, at, end)
        if not 0 <= found - at <= _LONGEST_FILL:
            return False
        at = found + len(piece)
    return end - at <= _LONGEST_FILL


def _has_same_words(old: PageLine, new: PageLine) -> bool:
    words = [_FIGURE.sub("#", one.text) for one in (old, new)]
    return words[0] == words[1] and words[0].strip("# |") != ""


def _is_alike(old: PageLine, new: PageLine) -> bool:
    """Whether most of the one stands in the other."""
    match = SequenceMatcher(None, old.text.split(), new.text.split(), autojunk=False)
    return match.quick_ratio() >= 0.5 and match.ratio() >= 0.5


def _lines_of(part: object) -> Iterator[str]:
    """A part as lines: what stands apart within it on lines of its own."""
    if isinstance(part, Mapping):
        own = [value for key, value in part.items() if key not in _CODES]
        apart = [one for value in own if isinstance(value, list) for one in value if _is_apart(one)]
        rest = [value for value in own if not (isinstance(value, list) and any(map(_is_apart, value)))]
        if part.get("part") == "row":
            yield " | ".join("".join(_texts(cell)) for cell in part["cells"])
        else:
            yield " ".join(filter(None, ("".join(_texts(one)) for one in rest)))
        for one in apart:
            yield from _lines_of(one)


def _is_apart(value: object) -> bool:
    return isinstance(value, Mapping) and value.get("part") in _APART


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        match value.get("part"):
            case "ids":
                yield ", ".join(value["ids"])
            case "marks":
                yield "".join(MARKS.get(one, one) for one in value["codes"])
            case "blank":
                yield BLANK
            case _:
                yield from (text for key, one in value.items() if key not in _CODES for text in _texts(one))
    elif isinstance(value, list) and value and all(isinstance(one, str) for one in value):
        yield ", ".join(value)
    elif isinstance(value, Iterable):
        yield from (text for one in value for text in _texts(one))
