"""How an office numbers its documents: the pattern of its numbers, the next one, what is missing between.

A pattern is learnt from numbers already given, or told by a setting; nothing is taken from a single number.
It is text in which ``{n}`` stands for the running number (``{n:3}``: with zeros to three figures),
``{year}``, ``{month}`` (Roman) and ``{doc}`` for what they say, and ``*`` for any text.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from fnmatch import fnmatchcase
from itertools import pairwise
from typing import NamedTuple

from kskd.domain.document.chain import Doc
from kskd.domain.values.dates import ROMAN
from kskd.domain.values.text import fold, quote
from kskd.errors import refusal

_MARK = r"(\{(?:n(?::[1-9])?|year|month|doc)\}|\*)"
_KNOWN = "{n} atau {n:3} nomor urut, {year} tahun, {month} bulan Romawi, {doc} jenis naskah, * teks apa pun"
_READS = {
    "n": r"([0-9]{1,6})",
    "year": r"((?:19|20|21)[0-9]{2})",
    "month": rf"({'|'.join(sorted(ROMAN, key=len, reverse=True))})",
    "doc": f"({'|'.join(sorted(Doc, key=len, reverse=True))})",
    "*": "(?:.*)",
}
_FIGURES, _LETTERS = {"n", "year"}, {"month", "doc"}
_FEWEST = 2  # numbers that make a pattern
_LEAP = 50  # a last number so far above the one before is rather a slip


class GivenNumber(NamedTuple):
    """A number that the Pemda gave: of which document, and the year and month (None: not known) of that."""

    number: str
    agreement: str
    doc: Doc
    year: int
    month: int | None = None


class Parts(NamedTuple):
    """What a number says by its pattern; None where the pattern has no such part."""

    n: int
    year: int | None = None
    month: int | None = None
    doc: Doc | None = None


class Pattern(NamedTuple):
    """Fixed texts and marks in turn, as the text of the pattern has them."""

    pieces: tuple[str, ...]

    @classmethod
    def parse(cls, text: str) -> "Pattern":
        """The pattern that a text describes; InvalidFact for one whose numbers could be read in two ways."""
        pieces = tuple(filter(None, re.split(_MARK, fold(text))))
        marks = [_mark(piece) for piece in pieces]
        told = [mark for mark in marks if mark not in {None, "*"}]
        if any(re.search(r"[{}]", piece) for piece, mark in zip(pieces, marks, strict=True) if mark is None):
            raise refusal("number-pattern-unreadable", text=quote(text), known=_KNOWN)
        if len(set(told)) != len(told) or (told and "n" not in told) or _run_together(pieces):
            raise refusal("number-pattern-unclear", text=quote(text), known=_KNOWN)
        return cls(pieces)

    @property
    def text(self) -> str:
        """As it is typed."""
        return "".join(self.pieces)

    @property
    def marks(self) -> set[str]:
        """Names of the parts that it has."""
        return {mark for piece in self.pieces if (mark := _mark(piece)) is not None}

    @property
    def is_whole(self) -> bool:
        """Whether it says all of a number, so that one can be written by it."""
        return "n" in self.marks and "*" not in self.marks

    def fits(self, number: str) -> bool:
        """Whether a number follows it."""
        return self._found(number) is not None

    def read(self, number: str) -> Parts | None:
        """What a number says; None for one that does not follow it, or where nothing runs."""
        found = self._found(number)
        if found is None or "n" not in self.marks:
            return None
        order = [mark for piece in self.pieces if (mark := _mark(piece)) not in {None, "*"}]
        said = dict(zip(order, found.groups(), strict=True))
        return Parts(
            int(said["n"]),
            int(said["year"]) if "year" in said else None,
            ROMAN.index(said["month"].upper()) + 1 if "month" in said else None,
            Doc(said["doc"].casefold()) if "doc" in said else None,
        )

    def write(self, parts: Parts) -> str:
        """The number that says this; of a whole pattern, whose parts are all there."""
        return "".join(_written(piece, parts) for piece in self.pieces)

    def figures(self, number: str) -> str:
        """The running number as it is written in one that follows it."""
        found = self._found(number)
        order = [mark for piece in self.pieces if (mark := _mark(piece)) not in {None, "*"}]
        return found[order.index("n") + 1] if found else ""

    def _found(self, number: str) -> re.Match[str] | None:
        reads = (re.escape(one) if (mark := _mark(one)) is None else _READS[mark] for one in self.pieces)
        return re.fullmatch("".join(reads), fold(number), re.IGNORECASE)


def follows(number: str, pattern: str) -> bool:
    """Whether a number is as the setting ``number-pattern`` says."""
    return Pattern.parse(pattern).fits(number) if "{" in pattern else fnmatchcase(number, pattern)


class NextNumber(NamedTuple):
    """The next number: its pattern, the last number before it (None: it is the first of its year).

    ``followers`` counts the numbers of the year that follow the pattern. ``doubt`` says why it is not
    certain, None where it is.
    """

    number: str
    pattern: Pattern
    after: GivenNumber | None
    followers: int
    doubt: str | None = None


class Hole(NamedTuple):
    """Numbers that no document has, between the first and the last used, as one run."""

    first: str
    last: str
    length: int


class Twice(NamedTuple):
    """A number that several documents have."""

    number: str
    agreements: tuple[str, ...]


def learnt(given: Sequence[GivenNumber]) -> Pattern | None:
    """The pattern that most of the numbers follow; None where none stands out."""
    followers: dict[tuple[str, ...], set[int]] = defaultdict(set)
    agree: Counter[tuple[str, ...]] = Counter()
    for at, one in enumerate(given):
        for pieces, is_month_right in _readings(one):
            followers[pieces].add(at)
            agree[pieces] += is_month_right

    def weight(pieces: tuple[str, ...]) -> tuple[int, bool, bool]:
        """What most follow; among those a month that mostly is that of the document, else fixed text."""
        count = len(followers[pieces])
        return count, 2 * agree[pieces] > count, "{month}" not in pieces

    best = max(followers, key=weight, default=())
    count = len(followers[best])
    is_only = [weight(one) for one in followers].count(weight(best)) == 1
    if not is_only or count < _FEWEST or 2 * count <= len(given):
        return None
    return _padded(best, [given[at].number for at in followers[best]])


def propose(
    pattern: Pattern,
    given: Iterable[GivenNumber],
    is_taken: Callable[[str], object],
    parts: Parts,
    *,
    is_told: bool,
    others: Iterable[GivenNumber] = (),
) -> NextNumber | None:
    """The next number of a kind, for the year and month in ``parts``, that is not taken.

    ``others`` are numbers of other kinds, which may be counted in the same run. None where the pattern
    needs a month that is not known, or says only part of a number.
    """
    if not pattern.is_whole or ("month" in pattern.marks and parts.month is None):
        return None
    year = parts.year if "year" in pattern.marks else None
    mine = _of_year(pattern, given, year)
    last = max(mine, key=lambda one: one[0], default=(0, None))
    number = last[0] + 1
    while is_taken(pattern.write(parts._replace(n=number))):
        number += 1
    runs = [n for n, _ in mine]
    beside = dict(_of_year(_of_any_kind(pattern, parts.doc), others, year))
    doubt = _doubt(runs, beside, number, fewest=1 if is_told else _FEWEST)
    return NextNumber(pattern.write(parts._replace(n=number)), pattern, last[1], len(mine), doubt)


def _doubt(runs: Sequence[int], beside: Mapping[int, GivenNumber], number: int, fewest: int) -> str | None:
    """Why a number may not be the next one after these; ``beside`` are those of other kinds of document."""
    if not runs:
        return "belum ada nomor lain pada tahun itu"
    if len(set(runs)) < len(runs):
        return "ada nomor yang dipakai lebih dari sekali"
    *before, last = sorted(runs)
    if before and last - before[-1] > _LEAP:
        return f"nomor terakhir melompat dari {before[-1]} ke {last}"
    between = [n for n in beside if min(runs) < n <= number]
    if between and beside.keys().isdisjoint(runs):
        return f"{beside[max(between)].number} tampaknya berada dalam urutan yang sama"
    return "pada tahun itu baru satu nomor yang mengikuti pola" if len(runs) < fewest else None


def _of_any_kind(pattern: Pattern, doc: Doc | None) -> Pattern:
    """The pattern with any kind of document where it names this one."""
    named = re.sub(rf"(?<![A-Za-z]){doc}(?![A-Za-z])", "{doc}", pattern.text, flags=re.IGNORECASE)
    return Pattern.parse(named) if named.count("{doc}") == 1 else pattern


def gaps(pattern: Pattern, given: Iterable[GivenNumber], year: int) -> tuple[list[Hole], list[Twice]]:
    """What no document of the year has between its first and last number, and what several have."""
    held: dict[int, list[GivenNumber]] = defaultdict(list)
    for n, one in _of_year(pattern, given, year):
        held[n].append(one)
    twice = [
        Twice(same[0].number, tuple(dict.fromkeys(one.agreement for one in same)))
        for _, same in sorted(held.items())
        if len({one.agreement for one in same}) > 1
    ]
    holes = [
        Hole(_near(pattern, held[low][0], low + 1), _near(pattern, held[low][0], high - 1), high - low - 1)
        for low, high in pairwise(sorted(held))
        if high > low + 1
    ]
    return holes, twice


def _of_year(
    pattern: Pattern, given: Iterable[GivenNumber], year: int | None
) -> list[tuple[int, GivenNumber]]:
    """The running numbers of a year; of a pattern without the year those of documents of that year."""
    read = ((pattern.read(one.number), one) for one in given)
    return [
        (parts.n, one) for parts, one in read if parts is not None and year in {None, parts.year or one.year}
    ]


def _near(pattern: Pattern, one: GivenNumber, n: int) -> str:
    """The number beside a known one; its month is not known, so that it stands as in the pattern."""
    said = pattern.read(one.number)
    if said is None:
        return str(n)
    beside = said._replace(n=n)
    return "".join(
        "…" if _mark(piece) in {"month", "*"} else _written(piece, beside) for piece in pattern.pieces
    )


def _readings(one: GivenNumber) -> Iterator[tuple[tuple[str, ...], bool]]:
    """The ways to take a number apart, and whether a month in it is that of the document."""
    if set("{}*") & set(one.number):
        return  # they mean something in a pattern
    tokens = re.findall(r"[0-9]+|[A-Za-z]+|[^A-Za-z0-9]+", fold(one.number))
    years = [at for at, text in enumerate(tokens) if _is_year(text, one.year)]
    if years:
        tokens[years[-1]] = "{year}"
    months = [at for at, text in enumerate(tokens) if text in ROMAN]
    for at, text in enumerate(tokens):
        if not (text.isdigit() and len(text) <= 6):
            continue
        run = [*tokens[:at], "{n}", *tokens[at + 1 :]]
        yield _joined(run), False
        for month in months:
            is_right = one.month is not None and tokens[month] == ROMAN[one.month - 1]
            yield _joined([*run[:month], "{month}", *run[month + 1 :]]), is_right


def _is_year(text: str, year: int) -> bool:
    return len(text) == 4 and text.isdigit() and abs(int(text) - year) <= 1


def _joined(tokens: Iterable[str]) -> tuple[str, ...]:
    return tuple(filter(None, re.split(_MARK, "".join(tokens))))


def _padded(pieces: tuple[str, ...], numbers: Iterable[str]) -> Pattern:
    """The pattern with as many figures as numbers that begin with a zero have."""
    plain = Pattern(pieces)
    widths = [len(n) for number in numbers if (n := plain.figures(number)).startswith("0")]
    width = Counter(widths).most_common(1)[0][0] if widths else 0
    return Pattern(tuple(f"{{n:{width}}}" if piece == "{n}" and width else piece for piece in pieces))


def _mark(piece: str) -> str | None:
    """The name of the part that a piece stands for, None for fixed text."""
    return piece.strip("{}").partition(":")[0] if re.fullmatch(_MARK, piece) else None


def _run_together(pieces: Sequence[str]) -> bool:
    """Whether where one part ends and the next begins cannot be told."""
    for before, after in pairwise(pieces):
        for mark, beside, at in ((_mark(before), after, 0), (_mark(after), before, -1)):
            other = _mark(beside)
            edge = beside[at]
            is_figure = other in _FIGURES if other else edge.isdigit()
            is_letter = other in _LETTERS if other else edge.isalpha()
            if other == "*" and mark:
                return True
            if (mark in _FIGURES and is_figure) or (mark in _LETTERS and is_letter):
                return True
    return False


def _written(piece: str, parts: Parts) -> str:
    match _mark(piece):
        case "n":
            return str(parts.n).zfill(int(piece[3]) if ":" in piece else 1)
        case "year":
            return str(parts.year)
        case "month":
            return ROMAN[(parts.month or 1) - 1]
        case "doc":
            return str(parts.doc).upper()
        case _:
            return piece
