"""Rows of a list, each a record or passed over for a reason: none is lost."""

from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

from kskd.domain.values.grid import Cell
from kskd.domain.values.text import quote


class RecordHeading(NamedTuple):
    """What stands over a column: the texts of its rows from the top, a group over several columns first."""

    column: int
    parts: tuple[str, ...]

    @property
    def text(self) -> str:
        """All of it in one line."""
        return " / ".join(self.parts)


class RowPlace(NamedTuple):
    """A row of a sheet, by its number as a spreadsheet shows it; ``left`` parts it from a list beside it."""

    sheet: str
    row: int
    left: int = 1

    def __str__(self) -> str:
        """In words: ``lembar "PKS", baris 7``."""
        return f"{f'lembar {quote(self.sheet)}, ' if self.sheet else ''}baris {self.row}"


class Record(NamedTuple):
    """A row below the headings, its cells by column.

    ``carried`` are the columns whose cell a merged one above it fills; ``indent`` how far its first text
    stands to the right; ``is_struck`` says that most of it is struck through, ``passed`` why the row is none
    of the list (a total, a repeated heading), empty where it is one. ``section`` is the title of its group
    within the list ("I. Dalam negeri / Tahun 2023"), ``left`` the first column of the list.
    """

    sheet: str
    row: int
    cells: Mapping[int, Cell]
    carried: frozenset[int] = frozenset()
    indent: int = 0
    is_hidden: bool = False
    is_struck: bool = False
    passed: str = ""
    section: str = ""
    left: int = 1

    @property
    def place(self) -> RowPlace:
        """Where it stands."""
        return RowPlace(self.sheet, self.row, self.left)


class LeftRow(NamedTuple):
    """A row that belongs to no record, and why."""

    row: int
    why: str


class FoundList(NamedTuple):
    """A list found in a sheet; its records are read anew, in their order, each time they are asked for.

    ``above`` are the texts that stand over the headings, such as a title with a year or a kind of document;
    ``before`` has their rows. Every row of a sheet that holds something stands in ``before``, in
    ``head_rows``, or is a record of one of its lists.
    """

    sheet: str
    headings: tuple[RecordHeading, ...]
    records: Callable[[], Iterable[Record]]
    head_rows: tuple[int, ...]
    above: tuple[str, ...] = ()
    before: tuple[LeftRow, ...] = ()

    @property
    def head(self) -> int:
        """The last row of its headings; of a list without any its first row."""
        return self.head_rows[-1] if self.head_rows else next(iter(self.records())).row
