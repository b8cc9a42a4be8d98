"""Where a part of the sheet stands in what came back: which row names the columns, which column is which."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from kskd.desk.sheet import END, ID, TROUBLE, SheetColumn, SheetPart, read_code
from kskd.domain.values import names
from kskd.domain.values.grid import column_name
from kskd.domain.values.text import fold, quote

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from kskd.domain.values.grid import Cell, Grid

NAMING = frozenset({ID, END.key})
"""Keys of the columns that name the document of a row."""
_BY_HEADING = 3  # headings that make a row the row of headings


class Doubt(NamedTuple):
    """What is wrong with a table, at a cell of it; ``is_problem`` where something is not read for it."""

    row: int
    column: int
    what: str
    of: SheetColumn | None = None
    is_problem: bool = False


class SheetTable(NamedTuple):
    """A part where it stands in a grid: its columns by their place, its rows and those of headings."""

    part: SheetPart
    columns: Mapping[int, SheetColumn]
    rows: tuple[int, ...]
    headings: tuple[int, ...]
    doubts: tuple[Doubt, ...]

    def place(self, key: str) -> int | None:
        """The place of a column, None where it is not there."""
        return next((place for place, column in self.columns.items() if column.key == key), None)


def find_table(grid: Grid, parts: Mapping[str, SheetPart]) -> SheetTable | None:
    """The part that a grid holds; None where it holds none, or what the sheet has beside its parts.

    Columns are known by the row of keys and by the headings, wherever these rows stand. Where the two
    contradict each other, that one is believed which finds the documents; where both do, what differs is
    not read.
    """
    codes = [
        (number, at, code.part)
        for number, row in sorted(grid.rows.items())
        for at, cell in row.items()
        if (code := read_code(cell.text)) is not None
    ]
    keyed = [(number, at, parts[key]) for number, at, key in codes if key and key in parts]
    key_row, by_key, possible = 0, {}, list(parts.values())
    if keyed:
        key_row, at, part = max(keyed, key=lambda one: _keys(grid.rows[one[0]], one[2]))
        texts = {place: cell.text.strip() for place, cell in grid.rows[key_row].items()} | {at: ID}
        by_key = {place: column for place, key in texts.items() if (column := part.column(key))}
        possible = [part]
    headed = _headed(grid, possible)
    if not (keyed or headed):
        return None
    heading_row, part, by_heading = headed or (key_row, possible[0], {})
    first = key_row or heading_row
    columns, doubt = by_heading | by_key, None
    if not keyed:
        doubt = "baris kunci tidak ada; kolom dikenali dari judulnya."
    elif any(by_heading.get(place, column) != column for place, column in by_key.items()):
        ways = sorted((by_heading, by_key), key=lambda one: _finds(grid.rows, part, one))
        columns, doubt = ways[-1], "kolom dikenali dari salah satunya."
        if _finds(grid.rows, part, ways[0]) == _finds(grid.rows, part, ways[-1]):
            columns = {
                at: one for at, one in columns.items() if by_heading.get(at, one) == by_key.get(at, one)
            }
            doubt = "kolom yang berlainan tidak dibaca."
        doubt = f"baris kunci tidak sesuai dengan judul kolom; {doubt}"
    told, known = _once(part, first, _naming(grid.rows, part, columns))
    doubts = [Doubt(first, min(grid.rows[first]), doubt), *told] if doubt else told
    rows = [number for number, row in sorted(grid.rows.items()) if _is_row(part, known, row)]
    headings = [number for number in sorted(grid.rows) if number not in rows and number != key_row]
    return SheetTable(part, known, tuple(rows), tuple(headings), tuple(doubts))


def _is_row(part: SheetPart, columns: Mapping[int, SheetColumn], row: Mapping[int, Cell]) -> bool:
    """Whether a row tells of something: it has an id of the part, or neither headings nor keys."""
    if _finds({0: row}, part, columns):
        return True
    headings = {names.key(column.heading) for column in columns.values()}
    is_heading = sum(_heading(cell) in headings for cell in row.values()) * 2 > len(row)
    return not (is_heading or any(read_code(cell.text) for cell in row.values()))


def _keys(row: Mapping[int, Cell], part: SheetPart) -> int:
    """How many keys of columns a row has."""
    return sum(part.column(cell.text.strip()) is not None for cell in row.values())


def _headed(grid: Grid, parts: list[SheetPart]) -> tuple[int, SheetPart, dict[int, SheetColumn]] | None:
    """The row with most headings of a part, that part, and the columns that they name."""
    best = None
    for number, row in sorted(grid.rows.items()):
        for part in parts:
            by_heading = {names.key(column.heading): column for column in (*part.table, TROUBLE)}
            columns = {
                place: column for place, cell in row.items() if (column := by_heading.get(_heading(cell)))
            }
            if len(columns) >= _BY_HEADING and (best is None or len(columns) > len(best[2])):
                best = (number, part, columns)
    return best


def _finds(
    rows: Mapping[int, Mapping[int, Cell]], part: SheetPart, columns: Mapping[int, SheetColumn]
) -> int:
    """How often the columns find the id of a row where it should be."""
    at = [place for place, column in columns.items() if column.key in NAMING]
    return sum(
        fold(row[place].text).upper() in part.rows for row in rows.values() for place in at if place in row
    )


def _naming(
    rows: Mapping[int, Mapping[int, Cell]], part: SheetPart, columns: Mapping[int, SheetColumn]
) -> Mapping[int, SheetColumn]:
    """The columns; of two that say that they name the rows the one that does: keys may have been moved."""
    does = {place for place, one in columns.items() if one.key in NAMING and _finds(rows, part, {place: one})}
    named = {columns[place] for place in does}
    return {place: one for place, one in columns.items() if one not in named or place in does}


def _once(
    part: SheetPart, number: int, columns: Mapping[int, SheetColumn]
) -> tuple[list[Doubt], dict[int, SheetColumn]]:
    """The columns of the part that are there once; what is missing or doubled is told."""
    places: dict[SheetColumn, list[int]] = {}
    for place, column in sorted(columns.items()):
        places.setdefault(column, []).append(place)
    doubts = []
    for column, doubled in places.items():
        if len(doubled) > 1:
            letters = " dan ".join(map(column_name, doubled))
            what = f"kolom ini ada lebih dari satu ({letters}); sisakan satu."
            doubts.append(Doubt(number, doubled[0], what, column, is_problem=True))
    for column in part.table:
        if column not in places and (column.key in NAMING or not column.locked):
            what = f"kolom {quote(column.heading)} tidak ada; isinya tidak dibaca."
            if column.key == ID:
                what = f"{what} Minta OPD mengirim lembar yang kolom itu masih ada."
            if column is END:
                what = f"kolom {quote(column.heading)} tidak ada; barisnya hanya diperiksa dari judulnya."
            doubts.append(Doubt(number, 1, what, is_problem=column.key == ID))
    return doubts, {only[0]: column for column, only in places.items() if len(only) == 1}


def extra(grid: Grid, table: SheetTable) -> Iterator[Doubt]:
    """Cells beside the known columns, once a column: not read for want of a heading, where one is missing."""
    known = {column.key for column in table.columns.values()}
    lost = [one.heading for one in table.part.open_columns if one.key not in known]
    told: set[int] = set()
    for number in sorted((*table.headings, *table.rows)):
        for place, cell in sorted(grid.rows[number].items()):
            if place not in table.columns and place not in told:
                told.add(place)
                what = f"kolom {column_name(place)} bukan bagian lembar dan tidak dibaca, mulai dari"
                more = f" Bila ini {quote(lost[0])}, pulihkan judul kolomnya." if lost else ""
                yield Doubt(number, place, f"{what} {quote(cell.text)}.{more}", is_problem=bool(lost))


def _heading(cell: Cell) -> str:
    """A heading as it is compared; CSV has the choices in brackets behind it."""
    return names.key(cell.text.partition(" [")[0])


def sorted_apart(grid: Grid, table: SheetTable) -> dict[tuple[int, int], int]:
    """Open cells that changed places among each other and left their rows, with the row each comes from.

    Spreadsheets move the ink of a cell with what it holds when they sort; what was copied leaves its ink at
    the place it comes from, what was cut and pasted leaves none, and both are as whoever typed meant it.
    """
    if (at := table.place(ID)) is None:
        return {}
    row_of = _single({number: grid.inks.get(number, {}).get(at) for number in table.rows})
    found: dict[tuple[int, int], int] = {}
    for place, column in table.columns.items():
        if column.locked:
            continue
        comes_from = {number: row_of.get(grid.inks.get(number, {}).get(place)) for number in table.rows}
        for ring in _rings(comes_from):
            found |= {(number, place): other for number, other in ring}
    return found


def _rings(comes_from: Mapping[int, int | None]) -> Iterator[list[tuple[int, int]]]:
    """Rows that have each other's cells, all round, each with the row that its own comes from."""
    walked: set[int] = set()
    for first in comes_from:
        path: dict[int, int] = {}
        one: int | None = first
        while one is not None and one not in walked:
            walked.add(one)
            if (other := comes_from[one]) is not None:
                path[one] = other
            one = other
        if one in path and path[one] != one:
            steps = list(path.items())
            yield steps[list(path).index(one) :]


def _single(inks: Mapping[int, str | None]) -> dict[str | None, int]:
    """The row of each ink that only one has."""
    counts = Counter(inks.values())
    return {ink: number for number, ink in inks.items() if ink and counts[ink] == 1}
