"""Where the lists of a sheet stand, and their rows one by one."""

from __future__ import annotations

import sys
from collections import deque
from functools import partial
from itertools import islice, pairwise
from typing import TYPE_CHECKING, NamedTuple

from kskd.domain.values.grid import Area, day_of
from kskd.domain.values.text import fold
from kskd.importing.heads import (
    MOST_LINES,
    ListHead,
    have_contents_of_records,
    is_known_head,
    is_likely_head,
    is_text,
    made_head,
    made_without,
)
from kskd.importing.passing import Passing, begins_footer
from kskd.importing.records import FoundList, LeftRow, Record

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence, Set

    from kskd.domain.values.grid import Cell, RawSheet, Row
    from kskd.importing.kamus import Kamus

ABOVE = "di atas daftar"
_TITLES = 12  # rows above the headings among which a title is looked for
_CELLS_OF_TITLE = 2
_LOOKED_AT = 60  # rows by which a sheet without headings is judged


class _Start(NamedTuple):
    """Where a list begins: the rows above it, and its headings."""

    head: ListHead
    above: tuple[str, ...]
    before: tuple[LeftRow, ...]

    @property
    def first(self) -> int:
        """The first row that belongs to it and to no list above."""
        return self.before[0].row if self.before else self.head.first


def find_tables(sheet: RawSheet, kamus: Kamus) -> tuple[FoundList, ...]:
    """The lists of a sheet from the top, found by headings that the dictionary knows.

    Where it knows none, a row of words over rows that are none is taken for headings. A sheet without either
    has no list. Lists beside one another are each a list. All rows are read once for it, more often only
    where columns are empty in between.
    """
    if is_across(sheet, kamus):
        return ()
    used: set[int] = set()
    starts = list(_starts(sheet, kamus, used, is_known=True))
    if parts := _beside(sheet, used, kamus) if starts else []:
        return tuple(found for part, known in parts for found in _lists(part, known, kamus))
    return _lists(sheet, starts or list(_starts(sheet, kamus, used, is_known=False)), kamus)


def is_across(sheet: RawSheet, kamus: Kamus) -> bool:
    """Whether the headings of a sheet stand under one another, and its documents beside one another."""
    rows = (_held(cells) for _, cells in islice(sheet.rows(), _LOOKED_AT))
    first = [fold(cells[min(cells)].text) for cells in rows if len(cells) > 1]
    known = {one.casefold() for one in first if kamus.is_heading(one) and not kamus.names_kind(one)}
    return len(known) >= MOST_LINES and len(known) * 3 >= 2 * len(first)


def find_headless(sheet: RawSheet, kamus: Kamus) -> tuple[FoundList, ...]:
    """The list of a sheet in which rows alike stand under no headings; each column is "Kolom A" and so on.

    What its columns are, only their contents tell, which is never certain.
    """
    rows = [(row, held) for row, cells in islice(sheet.rows(), _LOOKED_AT) if (held := _held(cells))]
    wide = [one for one in rows if len(one[1]) > _CELLS_OF_TITLE]
    by_column: dict[int, list[Cell]] = {}
    for _, cells in wide:
        for column, cell in cells.items():
            by_column.setdefault(column, []).append(cell)
    if not any(have_contents_of_records(cells, kamus) for cells in by_column.values()):
        return ()
    first = wide[0][0]
    before = [one for one in rows if one[0] < first]
    above = tuple(fold(cell.text) for _, cells in before for cell in cells.values())
    head = made_without(first, sorted(by_column))
    start = _Start(head, above, tuple(LeftRow(row, ABOVE) for row, _ in before))
    return tuple(one._replace(head_rows=()) for one in _lists(sheet, [start], kamus))


def _lists(sheet: RawSheet, starts: Sequence[_Start], kamus: Kamus) -> tuple[FoundList, ...]:
    """The lists that begin at ``starts``, each up to the next."""
    ends = (*(start.first for start in starts[1:]), 0)
    return tuple(
        FoundList(
            sheet.name,
            start.head.headings,
            partial(_records, sheet, start.head, end, kamus),
            tuple(row for row, _ in start.head.lines),
            start.above,
            start.before,
        )
        for start, end in zip(starts, ends, strict=False)
    )


def _beside(sheet: RawSheet, used: set[int], kamus: Kamus) -> list[tuple[RawSheet, list[_Start]]]:
    """The parts of a sheet with a list each, between columns where nothing stands; none where it is one list.

    Parts of one list, set apart by an empty column, have not each their own partners under headings of
    which two are the same.
    """
    spans: list[list[int]] = []
    for column in sorted(used):
        if not spans or column > spans[-1][1] + 1:
            spans.append([column, column])
        spans[-1][1] = column
    if len(spans) < 2:
        return []
    bounds = [*(first for first, _ in spans), sys.maxsize]
    views = [_part(sheet, first, end) for first, end in pairwise(bounds)]
    parts = [(view, list(_starts(view, kamus, set(), is_known=True))) for view in views]
    heads = [
        {kamus.spelt(one.parts[-1]) for start in starts for one in start.head.headings} for _, starts in parts
    ]
    are_lists = all(any("partner" in kamus.read((text,)).concepts[:1] for text in head) for head in heads)
    return parts if are_lists and all(len(one & other) > 1 for one, other in pairwise(heads)) else []


def _part(sheet: RawSheet, first: int, end: int) -> RawSheet:
    """The columns of a sheet from the first up to before ``end``, as a sheet; a wider cell is of both."""
    merged = tuple(
        Area(one.top, max(one.left, first), one.bottom, min(one.right, end - 1))
        for one in sheet.merged
        if one.left < end and one.right >= first
    )
    wide = {one.top: one.left for one in sheet.merged if one.left < first <= one.right}

    def rows() -> Iterator[Row]:
        for row, cells in sheet.rows():
            own = {column: cell for column, cell in cells.items() if first <= column < end}
            own |= dict.fromkeys([first], cells[wide[row]]) if wide.get(row) in cells else {}
            if own:
                yield row, own

    return sheet._replace(rows=rows, merged=merged)


def _starts(sheet: RawSheet, kamus: Kamus, used: set[int], *, is_known: bool) -> Iterator[_Start]:
    """Each place where headings stand; of headings that are only likely, the first.

    ``used`` comes to have the columns in which more than titles stand.
    """
    rows = ((row, _held(cells)) for row, cells in sheet.rows())
    coming: deque[Row] = deque()
    filled = (one for one in rows if one[1])
    behind: deque[Row] = deque(maxlen=_TITLES)
    left: list[LeftRow] = []
    head: ListHead | None = None
    while True:
        coming.extend(islice(filled, MOST_LINES + 1 - len(coming)))
        if not coming:
            return
        row = coming.popleft()
        if len(row[1]) > _CELLS_OF_TITLE:
            used.update(row[1])
        if is_known:
            is_head = is_known_head(row[1], kamus)
        else:
            is_head = bool(coming) and head is None and is_likely_head(row[1], coming[0][1], kamus)
        if not is_head or (head is not None and head.is_repeated_by(row[1])):
            behind.append(row)
            if head is None:
                left.append(LeftRow(row[0], ABOVE))
            continue
        found = made_head(behind, row, coming, sheet.merged, kamus)
        titles = _titles(behind, found, is_first=head is None)
        before = left if head is None else [LeftRow(one[0], ABOVE) for one in titles]
        before = [one for one in before if one.row < found.first]
        texts = tuple(fold(cell.text) for _, cells in titles for _, cell in sorted(cells.items()))
        head = found
        yield _Start(found, texts, tuple(before))
        while coming and coming[0][0] <= found.last:
            used.update(coming.popleft()[1])
        behind.clear()


def _titles(behind: Iterable[Row], head: ListHead, *, is_first: bool) -> list[Row]:
    """The rows above headings that are no records, few words each, down from what ends another list."""
    titles: list[Row] = []
    block: list[Row] = []  # rows without a blank one between
    for row, cells in reversed([one for one in behind if one[0] < head.first]):
        is_title = len(cells) <= _CELLS_OF_TITLE and all(map(is_text, cells.values()))
        if block and block[0][0] != row + 1:
            titles, block = block + titles, []
        if not is_first and begins_footer(cells):
            return titles
        if not is_first and not is_title:
            break
        block.insert(0, (row, cells))
    return block + titles


def _held(cells: Mapping[int, Cell]) -> dict[int, Cell]:
    """The cells that hold something, by column from the left."""
    kept = {
        column: cell
        for column, cell in cells.items()
        if cell.fault is not None or cell.number is not None or cell.link or not cell.text.isspace()
    }
    return {
        column: kept[column] for column in sorted(kept) if kept[column] != ("", None, "", None, False, "")
    }


def _as_shown(cell: Cell, sheet: RawSheet) -> Cell:
    """A cell that shows a day with that day as its text, and not with the number by which it is counted."""
    if cell.shown_as != "date" or cell.number is None:
        return cell
    day = day_of(cell.number, from_1904=sheet.from_1904)
    return cell._replace(text=day.isoformat()) if day else cell


def _records(sheet: RawSheet, head: ListHead, end: int, kamus: Kamus) -> Iterator[Record]:
    """Every row below the headings that holds something, up to where the next list begins (0: to the end)."""
    passing = Passing(head, sheet.merged, kamus)
    filling = _Filling(sheet.merged, head.last)
    left = min((heading.column for heading in head.headings), default=1)
    indents = _Indents(left)
    for row, cells in sheet.rows():
        if row <= head.last:
            continue
        if end and row >= end:
            return
        own = {column: _as_shown(cell, sheet) for column, cell in _held(cells).items()}
        if not own:
            continue
        carried = filling.carried(row, own)
        why = passing.why(row, own, is_carried=bool(carried))
        yield Record(
            sheet.name,
            row,
            own if why else own | carried,
            frozenset() if why else frozenset(carried),
            0 if why else indents.of(own | carried),
            row in sheet.hidden,
            row in sheet.struck,
            why,
            passing.section,
            left,
        )


class _Indents:
    """How far to the right the first words of each record stand: columns, and blanks before them.

    A column counts for further only where the record above has nothing in it: one in which its first cell
    is unknown, or filled by a merged one, stands under none.
    """

    def __init__(self, left: int) -> None:
        """None yet, in a list of which this is the first column."""
        self._left = left
        self._levels: set[int] = set()
        self._above: Set[int] = set()

    def of(self, cells: Mapping[int, Cell]) -> int:
        """That of the next record."""
        column = min((column for column, cell in cells.items() if is_text(cell)), default=0)
        if not column:
            return 0
        level = column
        self._levels -= {one for one in self._levels & cells.keys() if one > column}
        if column in self._above:
            level = max((one for one in self._levels if one <= column), default=column)
        self._levels.add(level)
        self._above = cells.keys()
        text = cells[column].text
        return max(0, level - self._left) + len(text) - len(text.lstrip())


class _Filling:
    """Cells that a merged one above them fills, row by row."""

    def __init__(self, merged: Iterable[Area], after: int) -> None:
        """Those that begin below a row and reach over several."""
        self._areas: dict[int, list[Area]] = {}
        for area in merged:
            if area.bottom > area.top > after:
                self._areas.setdefault(area.top, []).append(area)
        self._open: dict[int, tuple[int, Cell]] = {}

    def carried(self, row: int, own: Mapping[int, Cell]) -> dict[int, Cell]:
        """What a row has of merged cells above it, by column."""
        self._open = {column: kept for column, kept in self._open.items() if kept[0] >= row}
        carried = {column: cell for column, (_, cell) in self._open.items() if column not in own}
        for area in self._areas.get(row, ()):
            if area.left in own:
                self._open[area.left] = (area.bottom, own[area.left])
        return carried
