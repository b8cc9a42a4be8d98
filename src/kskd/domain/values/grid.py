"""Cells of a table as a file has them, before anything is made of them: by row and column, counted from 1."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date, timedelta
from typing import NamedTuple

from kskd.domain.values.dates import FIRST_YEAR, LAST_YEAR

_EPOCH = date(1899, 12, 30)
_FIRST_TRUE_SERIAL = 61  # below it Excel counts 29 February 1900, which never was
_1904 = 1462
_LARGEST = 100_000  # in the year 2173


class Cell(NamedTuple):
    """What a cell holds: a text as written, and the number if it holds one.

    ``shown_as`` is ``date`` or ``percent`` where the number is formatted so; ``fault`` says why nothing can
    be taken from the cell; ``computed`` that a formula made the value; ``link`` is where a
    hyperlink on it leads.
    """

    text: str
    number: float | None = None
    shown_as: str = ""
    fault: str | None = None
    computed: bool = False
    link: str = ""


class Area(NamedTuple):
    """Cells that were made one: first row and column, last row and column."""

    top: int
    left: int
    bottom: int
    right: int

    def holds(self, row: int, column: int) -> bool:
        """Whether a cell lies in it."""
        return self.top <= row <= self.bottom and self.left <= column <= self.right

    def __str__(self) -> str:
        """As spreadsheets name it: ``B7:C9``."""
        return f"{address(self.top, self.left)}:{address(self.bottom, self.right)}"


class Grid(NamedTuple):
    """One sheet of a workbook, or one CSV file: its name, the cells that are not empty, and those merged.

    ``inks`` are the colours of writing, by row and column, of empty cells too; CSV has none.
    """

    name: str
    rows: Mapping[int, Mapping[int, Cell]]
    from_1904: bool = False
    merged: tuple[Area, ...] = ()
    inks: Mapping[int, Mapping[int, str]] = {}


Row = tuple[int, Mapping[int, Cell]]
"""The number of a row, counted from 1 as the file counts it, and its cells that are not empty by column."""


class RawSheet(NamedTuple):
    """A sheet of any size: its rows are read anew, in their order, each time they are asked for.

    ``hidden`` are the rows that its reader does not see on the screen, ``struck`` those of which most is
    struck through; ``merged`` cells are made one, of which the first has the value.
    """

    name: str
    rows: Callable[[], Iterable[Row]]
    merged: tuple[Area, ...] = ()
    hidden: frozenset[int] = frozenset()
    is_hidden: bool = False
    from_1904: bool = False
    struck: frozenset[int] = frozenset()


def address(row: int, column: int) -> str:
    """The name of a cell as spreadsheets show it: ``B7``."""
    return f"{column_name(column)}{row}"


def column_name(column: int) -> str:
    """The letters of a column counted from 1: ``AA`` for 27."""
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def day_of(serial: float, *, from_1904: bool = False) -> date | None:
    """The day that a spreadsheet keeps as this number, the time of day passed over; None for no such day."""
    number = int(serial) + (_1904 if from_1904 else 0) if abs(serial) < _LARGEST else 0
    if number < _FIRST_TRUE_SERIAL:
        return None
    day = _EPOCH + timedelta(days=number)
    return day if FIRST_YEAR <= day.year <= LAST_YEAR else None
