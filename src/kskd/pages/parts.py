"""The parts that a page is made of: what a kind can say, and what every format can show.

A part holds plain text and data, never a drawing and never a word of a format. A new part is a class here
and a macro of its name in each library of ``templates/formats``; ``templates check`` and the tests ask for
all of them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias, get_args


@dataclass(frozen=True, slots=True)
class Strong:
    """Words that are to be seen first."""

    text: str


@dataclass(frozen=True, slots=True)
class Small:
    """Words that may be passed over: a number, a source."""

    text: str


@dataclass(frozen=True, slots=True)
class Ids:
    """Documents by id, in printing order; none of them is broken over two lines."""

    ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Marks:
    """One mark a document, by state: a code of ``MARKS``, told apart without colour."""

    codes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Bar:
    """A share of a whole, 0 to 1 (above 1 is drawn as full), with what it says in figures."""

    share: float
    label: str


@dataclass(frozen=True, slots=True)
class Check:
    """A box to be ticked by hand."""

    label: str


@dataclass(frozen=True, slots=True)
class Blank:
    """A dotted line to be written on; ``what`` stays blank is told to who made the page."""

    what: str


@dataclass(frozen=True, slots=True)
class Link:
    """A way to another page of the same set, by its name without ending."""

    text: str
    page: str


Inline: TypeAlias = Strong | Small | Ids | Marks | Bar | Check | Blank | Link
Text: TypeAlias = tuple[str | Inline, ...]
"""Running text: words, and parts within a line."""


@dataclass(frozen=True, slots=True)
class Letterhead:
    """The head of the government's paper: its lines, the last the largest; ``image`` is a data URI."""

    lines: tuple[str, ...]
    address: str | None = None
    image: str | None = None


@dataclass(frozen=True, slots=True)
class Title:
    """What the page is, and of what."""

    text: str
    sub: str = ""


@dataclass(frozen=True, slots=True)
class Pair:
    """A label and what is said under it."""

    label: str
    body: Text


@dataclass(frozen=True, slots=True)
class Letter:
    """The frame of a letter: Nomor, Sifat, Lampiran, Hal; place and day; whom it goes to, line by line."""

    place: Text
    to: tuple[str, ...]
    body: tuple[Pair, ...]


@dataclass(frozen=True, slots=True)
class Message:
    """What the page has to say, before all else."""

    lead: Text
    body: Text = ()


@dataclass(frozen=True, slots=True)
class Para:
    """A paragraph."""

    body: Text


@dataclass(frozen=True, slots=True)
class Note:
    """A paragraph in small print."""

    body: Text


@dataclass(frozen=True, slots=True)
class Heading:
    """The head of a section; ``level`` 2 or 3."""

    text: str
    small: str = ""
    level: int = 2


@dataclass(frozen=True, slots=True)
class State:
    """The documents of one state, in the squares of a figure."""

    code: str
    label: str
    ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Figure:
    """A question answered by one square a document; ``body`` are its states in order."""

    title: str
    note: str
    body: tuple[State, ...]


@dataclass(frozen=True, slots=True)
class Squares:
    """Figures side by side where there is room."""

    body: tuple[Figure, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """A column: ``kind`` is ``text`` or ``num``; ``weight`` its share of the width among the others."""

    label: str
    kind: str = "text"
    weight: int = 10


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table, cell by cell."""

    cells: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table; ``caption`` says what it shows where no heading does."""

    columns: tuple[Column, ...]
    body: tuple[Row, ...]
    caption: str = ""


@dataclass(frozen=True, slots=True)
class Pairs:
    """Labels and values under one another, numbered where the law numbers them."""

    body: tuple[Pair, ...]
    caption: str = ""
    numbered: bool = False


@dataclass(frozen=True, slots=True)
class Item:
    """One of a list; ``lead`` says by when, or how late."""

    body: Text
    lead: str = ""


@dataclass(frozen=True, slots=True)
class Items:
    """A list, numbered or not."""

    body: tuple[Item, ...]
    numbered: bool = False


@dataclass(frozen=True, slots=True)
class Requests:
    """What is asked of the reader, in a frame."""

    title: str
    body: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Timeline:
    """A term: ``done`` is the share of it gone by, 0 to 1, ``left`` what is left, ``after`` what follows.

    ``today`` is the day of the page, or where several terms stand under one another what each is of.
    """

    start: str
    end: str
    today: str
    left: str
    done: float
    after: str = ""


@dataclass(frozen=True, slots=True)
class Bars:
    """Rows of label, figures and share, the longest first; for what is too much for squares."""

    body: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Nil:
    """What was looked for and not found, in one line."""

    body: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Annex:
    """The beginning of an annex, on a page of its own; ``wide``: from here on the paper lies on its side."""

    title: str
    wide: bool = False


@dataclass(frozen=True, slots=True)
class Signer:
    """Who signs: ``caption`` above the office; what is None is a dotted line, an empty ``number`` no NIP."""

    caption: str
    office: str
    name: str | None = None
    number: str | None = None


@dataclass(frozen=True, slots=True)
class Signatures:
    """Who signs, side by side, never alone on a page."""

    body: tuple[Signer, ...]


@dataclass(frozen=True, slots=True)
class Copies:
    """Tembusan."""

    body: tuple[Item, ...]


Block: TypeAlias = (
    Letterhead
    | Title
    | Letter
    | Message
    | Para
    | Note
    | Heading
    | Squares
    | Table
    | Pairs
    | Items
    | Requests
    | Timeline
    | Bars
    | Nil
    | Annex
    | Signatures
    | Copies
)
Child: TypeAlias = Pair | State | Figure | Column | Row | Item | Signer
"""What stands only within a block."""
Part: TypeAlias = Block | Child | Inline

BLOCKS, CHILDREN, INLINE = (
    {one.__name__.lower(): one for one in get_args(kinds)} for kinds in (Block, Child, Inline)
)
"""The parts by the names that templates call them by."""

MARKS = {
    "penuh": "■",
    "sebagian": "◧",
    "belum": "□",
    "tidak": "☒",
    "belum-dilaporkan": "?",
}
"""States of carrying-out as marks, for formats without drawings."""
