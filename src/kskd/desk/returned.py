"""A sheet that comes back: which cell answers what, what had to be read into it, and what cannot be taken.

Rows are known by their id and columns by their key or heading, wherever they stand. Nothing is taken from
a cell that is locked, doubled or unclear, and all of that is told by cell, never only the first.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from kskd.desk.cells import Value, read_cell
from kskd.desk.sheet import ID, UNKNOWN, Code, Sheet, SheetColumn, SheetPart, read_code
from kskd.domain.values import names
from kskd.domain.values.grid import Cell, Grid, address, column_name
from kskd.domain.values.text import fold, quote
from kskd.errors import KskdError, refusal

_BY_HEADING = 3


class CellPlace(NamedTuple):
    """Where a cell is: file, sheet, A1 address, and the heading of its column."""

    file: str
    sheet: str
    cell: str
    heading: str | None = None

    @property
    def row(self) -> tuple[str, str]:
        """The row of the sheet in which it lies."""
        return self.sheet, self.cell.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")

    def __str__(self) -> str:
        """As a sentence names it."""
        sheet = f" lembar {quote(self.sheet)}" if self.sheet else ""
        short = self.heading and (self.heading[:40] + "…" if len(self.heading) > 41 else self.heading)
        heading = f" ({short})" if short else ""
        return f"{self.file}{sheet} sel {self.cell}{heading}"


class Remark(NamedTuple):
    """Something to know about a cell."""

    place: CellPlace
    what: str

    def __str__(self) -> str:
        """As a line for the user."""
        return f"{self.place}: {self.what}"


class Answer(NamedTuple):
    """What one cell says: of which part and row, in which column."""

    part: str
    row: str
    key: str
    value: Value
    place: CellPlace


class Returned(NamedTuple):
    """What a file says. ``problems`` are cells not taken; ``notes`` are what was read into others."""

    answers: tuple[Answer, ...]
    problems: tuple[Remark, ...]
    notes: tuple[Remark, ...]


def find_code(file: str, grids: Iterable[Grid]) -> Code:
    """The code of the sheet that a file is; InputFileError where it is none, or several at once."""
    found = {
        code._replace(part=None)
        for grid in grids
        for row in grid.rows.values()
        for cell in row.values()
        if (code := read_code(cell.text)) is not None
    }
    if not found:
        raise refusal("sheet-without-code", file=quote(file))
    if len(found) > 1:
        codes = "; ".join(sorted(f"{one.opd} {one.period} ({one.digest})" for one in found))
        raise refusal("sheet-with-several-codes", file=quote(file), codes=codes)
    return found.pop()


def read_returned(file: str, grids: Sequence[Grid], sheet: Sheet) -> Returned:
    """What the grids of one file say, against the sheet as it is now."""
    reading = _Reading(file, sheet)
    for grid in grids:
        reading.take(grid)
    answers = reading.agreeing()
    return Returned(tuple(answers), tuple(reading.problems), tuple(reading.notes))


class _Table(NamedTuple):
    """Where a part stands in a grid: the row that names the columns, and the columns by their place."""

    part: SheetPart
    row: int
    columns: Mapping[int, SheetColumn]


class _Reading:
    """One file while it is read."""

    def __init__(self, file: str, sheet: Sheet) -> None:
        self.problems: list[Remark] = []
        self.notes: list[Remark] = []
        self._file = file
        self._parts = {part.key: part for part in sheet.parts}
        self._found: dict[tuple[str, str, str], list[Answer]] = {}
        self._grid: Grid

    def take(self, grid: Grid) -> None:
        """Read one sheet of the file."""
        self._grid = grid
        table = self._table()
        if table is not None:
            self._read(table)

    def agreeing(self) -> list[Answer]:
        """One answer for each cell asked for; cells that answer the same differently are all problems."""
        kept = []
        for same in self._found.values():
            if all(one.value == same[0].value for one in same):
                kept.append(same[0])
                continue
            cells = " dan ".join(one.place.cell for one in same)
            self.problems.append(
                Remark(
                    same[0].place,
                    f"{same[0].row} dijawab berbeda di sel {cells}; sisakan satu baris untuk satu naskah.",
                )
            )
        return kept

    def _table(self) -> _Table | None:
        """The part that the grid holds; None, with a note where anything stands in it, for other sheets."""
        for number, row in sorted(self._grid.rows.items()):
            for at, cell in row.items():
                code = read_code(cell.text)
                if code is None:
                    continue
                if code.part in self._parts:
                    return self._keyed(self._parts[code.part], number, at)
                return None
        if (headed := self._headed()) is not None:
            return headed
        if self._grid.rows:
            first = min(self._grid.rows)
            self._note(
                first, min(self._grid.rows[first]), "lembar ini bukan bagian dari yang dikirim; tidak dibaca."
            )
        return None

    def _keyed(self, part: SheetPart, number: int, at: int) -> _Table:
        typed = {column: cell.text.strip() for column, cell in self._grid.rows[number].items()} | {at: ID}
        columns = self._known(part, number, {place: part.column(key) for place, key in typed.items()})
        return _Table(part, number, columns)

    def _headed(self) -> _Table | None:
        """A table whose row of keys was taken away, by its headings."""
        for number, row in sorted(self._grid.rows.items())[:20]:
            for part in self._parts.values():
                by_heading = {names.key(column.heading): column for column in part.columns}
                columns = {place: by_heading.get(_heading(cell)) for place, cell in row.items()}
                if sum(column is not None for column in columns.values()) >= _BY_HEADING:
                    self._note(number, min(row), "baris kunci tidak ada; kolom dikenali dari judulnya.")
                    return _Table(part, number, self._known(part, number, columns))
        return None

    def _known(
        self, part: SheetPart, number: int, columns: Mapping[int, SheetColumn | None]
    ) -> dict[int, SheetColumn]:
        """The columns of the part that are there once; what is missing, doubled or extra is told."""
        places: dict[SheetColumn, list[int]] = {}
        for place, column in columns.items():
            if column is not None:
                places.setdefault(column, []).append(place)
        for column, doubled in places.items():
            if len(doubled) > 1:
                letters = " dan ".join(map(column_name, doubled))
                self._problem(
                    number, doubled[0], f"kolom ini ada lebih dari satu ({letters}); sisakan satu.", column
                )
        missing = [one for one in part.columns if one not in places and (one.key == ID or not one.locked)]
        for column in missing:
            tell = self._problem if column.key == ID else self._note
            tell(number, 1, f"kolom {quote(column.heading)} tidak ada; isinya tidak dibaca.")
        return {only[0]: column for column, only in places.items() if len(only) == 1}

    def _read(self, table: _Table) -> None:
        places = {column.key: place for place, column in table.columns.items()}
        at = places.get(ID)
        if at is None:
            return
        self._tell_extra(table)
        for number, row in sorted(self._grid.rows.items()):
            if number <= table.row or self._is_heading(table, row):
                continue
            filled = [place for place, column in table.columns.items() if not column.locked and place in row]
            row_id = fold(row[at].text).upper() if at in row else ""
            if row_id in table.part.rows:
                self._read_row(table, number, row_id)
            elif row_id:
                tell = self._problem if filled else self._note
                tell(
                    number,
                    at,
                    f"{quote(row_id)} tidak termasuk yang dievaluasi OPD ini pada periode ini; barisnya tidak"
                    " dibaca. Periksa ID-nya, atau catat dengan kskd evaluate.",
                    table.columns[at],
                )
            else:
                for place in filled:
                    self._problem(
                        number, place, "baris ini tanpa ID naskah; isi kolom Naskah.", table.columns[place]
                    )

    def _read_row(self, table: _Table, number: int, row_id: str) -> None:
        row = self._grid.rows[number]
        for place, column in sorted(table.columns.items()):
            cell = row.get(place)
            if cell is None or column.key == ID:
                continue
            if column.locked:
                self._compare(number, place, cell, column, table.part.rows[row_id].get(column.key))
                continue
            try:
                value, note = read_cell(cell, column, from_1904=self._grid.from_1904)
            except KskdError as error:
                self._problem(number, place, str(error), column)
                continue
            if note:
                self._note(number, place, note, column)
            if value is not None:
                answer = Answer(table.part.key, row_id, column.key, value, self._place(number, place, column))
                self._found.setdefault((table.part.key, row_id, column.key), []).append(answer)

    def _compare(self, number: int, place: int, cell: Cell, column: SheetColumn, known: str | None) -> None:
        if not column.moves and fold(cell.text) != fold(known or UNKNOWN):
            self._note(
                number,
                place,
                f"{quote(cell.text)} berbeda dari registri ({quote(known or UNKNOWN)}) dan tidak dipakai;"
                " yang keliru dikoreksi dengan kskd update.",
                column,
            )

    def _tell_extra(self, table: _Table) -> None:
        """Cells beside the known columns, once a column."""
        told: set[int] = set()
        for number, row in sorted(self._grid.rows.items()):
            for place, cell in sorted(row.items()):
                if number > table.row and place not in table.columns and place not in told:
                    told.add(place)
                    self._note(
                        number,
                        place,
                        f"kolom {column_name(place)} bukan bagian lembar dan tidak dibaca, mulai dari"
                        f" {quote(cell.text)}.",
                    )

    def _is_heading(self, table: _Table, row: Mapping[int, Cell]) -> bool:
        """Whether most of what a row says are the headings of its columns."""
        same = sum(
            place in row and _heading(row[place]) == names.key(column.heading)
            for place, column in table.columns.items()
        )
        return same * 2 > len(row)

    def _place(self, number: int, place: int, column: SheetColumn | None = None) -> CellPlace:
        return CellPlace(
            self._file, self._grid.name, address(number, place), column.heading if column else None
        )

    def _problem(self, number: int, place: int, what: str, column: SheetColumn | None = None) -> None:
        self.problems.append(Remark(self._place(number, place, column), what))

    def _note(self, number: int, place: int, what: str, column: SheetColumn | None = None) -> None:
        self.notes.append(Remark(self._place(number, place, column), what))


def _heading(cell: Cell) -> str:
    """A heading as it is compared; CSV has the choices in brackets behind it."""
    return names.key(cell.text.partition(" [")[0])
