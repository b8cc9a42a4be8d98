"""A sheet that comes back: which cell answers what, what had to be read into it, and what cannot be taken.

Rows are known by their id and columns by their key or heading, wherever they stand. Nothing is taken from
a cell that is locked, doubled, merged or unclear, nor from a row whose id, end and title are not of one
document; all of that is told by cell, never only the first.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import NamedTuple

from kskd.desk.cells import Value, read_cell
from kskd.desk.sheet import END, EVALUATION, ID, TROUBLE, UNKNOWN, Code, Sheet, SheetColumn, read_code
from kskd.desk.tables import SheetTable, extra, find_table, sorted_apart
from kskd.domain.values.grid import Cell, Grid, address
from kskd.domain.values.text import fold, quote
from kskd.errors import KskdError, refusal

_MOST_NAMED = 10  # documents named in one remark


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


class CellAsked(NamedTuple):
    """A cell of the sheet, wherever it stood: its part, row and column; without a key the whole row."""

    part: str
    row: str
    key: str | None = None


class Remark(NamedTuple):
    """Something to know about a cell; ``again`` are the cells that only the OPD can mend."""

    place: CellPlace
    what: str
    again: tuple[CellAsked, ...] = ()

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

    @property
    def asked(self) -> CellAsked:
        """The cell that it answers."""
        return CellAsked(self.part, self.row, self.key)


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
        if (code := read_code(cell.text.partition(" [")[2].removesuffix("]") or cell.text)) is not None
    }
    if not found:
        raise refusal("sheet-without-code", file=quote(file))
    if len(found) > 1:
        codes = "; ".join(sorted(f"{one.opd} {one.period} ({one.digest})" for one in found))
        raise refusal("sheet-with-several-codes", file=quote(file), codes=codes)
    return found.pop()


def read_returned(
    file: str, grids: Sequence[Grid], sheet: Sheet, expected: Mapping[str, Collection[str]] | None = None
) -> Returned:
    """What the grids of one file say, against the sheet as it is now.

    ``expected`` are the rows that each part should have, all of the sheet's where nothing is said.
    """
    reading = _Reading(file, sheet)
    for grid in grids:
        reading.take(grid)
    answers = reading.agreeing()
    reading.tell_missing(expected or {part.key: part.rows for part in sheet.parts}, grids)
    return Returned(tuple(answers), tuple(reading.problems), tuple(reading.notes))


class _Reading:
    """One file while it is read."""

    def __init__(self, file: str, sheet: Sheet) -> None:
        self.problems: list[Remark] = []
        self.notes: list[Remark] = []
        self._file = file
        self._parts = {part.key: part for part in sheet.parts}
        self._found: dict[CellAsked, list[Answer]] = {}
        self._there: dict[str, tuple[CellPlace, set[str]]] = {}  # rows of each part, and where it begins
        self._is_whole = True
        self._apart: Mapping[tuple[int, int], int] = {}
        self._grid: Grid

    def take(self, grid: Grid) -> None:
        """Read one sheet of the file."""
        self._grid = grid
        table = find_table(grid, self._parts)
        if table is not None:
            self._read(table)
        elif grid.rows and not any(
            read_code(cell.text) for row in grid.rows.values() for cell in row.values()
        ):
            first = min(grid.rows)
            what = "lembar ini bukan bagian dari yang dikirim; tidak dibaca."
            self._note(first, min(grid.rows[first]), what)

    def agreeing(self) -> list[Answer]:
        """One answer for each cell asked for; cells that answer the same differently are all problems."""
        kept = []
        for asked, same in self._found.items():
            if all(one.value == same[0].value for one in same):
                kept.append(same[0])
                continue
            sheets = {one.place.sheet for one in same}
            cells = " dan ".join(
                one.place.cell if len(sheets) == 1 else f"{one.place.cell} lembar {quote(one.place.sheet)}"
                for one in same
            )
            what = f"{same[0].row} dijawab berbeda di sel {cells}; sisakan satu baris untuk satu naskah."
            self.problems.append(Remark(same[0].place, what, (asked,)))
        return kept

    def tell_missing(self, expected: Mapping[str, Collection[str]], grids: Sequence[Grid]) -> None:
        """Name the rows that a part should have and has not; a sheet that asks again has only some."""
        if not self._is_whole:
            return
        if self._there and EVALUATION not in self._there and grids[0].name:
            self._there[EVALUATION] = (CellPlace(self._file, grids[0].name, "A1"), set())
        for part, (place, there) in self._there.items():
            if lost := [row for row in expected.get(part, ()) if row not in there]:
                more = f" dan {len(lost) - _MOST_NAMED} lainnya" if len(lost) > _MOST_NAMED else ""
                what = (
                    f"{', '.join(lost[:_MOST_NAMED])}{more} tidak ada pada lembar ini: barisnya terhapus atau"
                    " terpotong, atau baru tercatat sesudah lembar dikirim."
                )
                self.notes.append(Remark(place, what))

    def _read(self, table: SheetTable) -> None:
        for one in (*table.doubts, *extra(self._grid, table)):
            (self._problem if one.is_problem else self._note)(one.row, one.column, one.what, one.of)
        if (at := table.place(ID)) is None:
            return
        self._is_whole = self._is_whole and table.place(TROUBLE.key) is None
        corner = self._place(min(self._grid.rows), at)
        _, there = self._there.setdefault(table.part.key, (corner, set()))
        self._tell_merged(table, at)
        self._apart = sorted_apart(self._grid, table)
        for number in table.rows:
            row = self._grid.rows[number]
            filled = [place for place, column in table.columns.items() if not column.locked and place in row]
            row_id = fold(row[at].text).upper() if at in row else ""
            tell = self._problem if filled else self._note
            if row_id in table.part.rows:
                there.add(row_id)
                if doubt := self._foreign(table, number, row_id):
                    place, what = doubt
                    tell(
                        number,
                        place,
                        what,
                        table.columns[place],
                        (CellAsked(table.part.key, row_id),) if filled else (),
                    )
                else:
                    self._read_row(table, number, row_id)
            elif row_id:
                what = (
                    f"{quote(row_id)} tidak termasuk yang dievaluasi OPD ini pada periode ini; barisnya tidak"
                    " dibaca. Periksa ID-nya, atau catat dengan kskd evaluate."
                )
                tell(number, at, what, table.columns[at])
            else:
                for place in filled:
                    what = "baris ini tanpa ID naskah; isi kolom Naskah."
                    self._problem(number, place, what, table.columns[place])

    def _tell_merged(self, table: SheetTable, at: int) -> None:
        """Name every row of which a filled cell was made one with others; none of these is read."""
        for area in self._grid.merged:
            open_places = [
                (place, column)
                for place, column in sorted(table.columns.items())
                if not column.locked and area.left <= place <= area.right
            ]
            rows = {
                number: fold(self._grid.rows[number][at].text).upper()
                for number in table.rows
                if area.top <= number <= area.bottom and at in self._grid.rows[number]
            }
            if not (open_places and rows and area.left in self._grid.rows.get(area.top, {})):
                continue
            asked = tuple(
                CellAsked(table.part.key, row, column.key)
                for row in rows.values()
                if row in table.part.rows
                for _, column in open_places
            )
            said = refusal("cell-merged", cells=area, rows=", ".join(rows.values()))
            self._problem(area.top, area.left, str(said), open_places[0][1], asked)

    def _foreign(self, table: SheetTable, number: int, row_id: str) -> tuple[int, str] | None:
        """Where and why the cells of a row are not those of its document: moved apart, or shifted."""
        row, part = self._grid.rows[number], table.part
        if (end := table.place(END.key)) is not None:
            said = fold(row[end].text).upper() if end in row else ""
            if said != row_id:
                what = f"baris {row_id} berakhir dengan {quote(said)}, bukan ID-nya: selnya bergeser"
                return end, f"{what} atau terurut terpisah. Barisnya tidak dibaca."
        for place, column in sorted(table.columns.items()):
            if column.names and place in row:
                said, own = (
                    fold(text) for text in (row[place].text, part.rows[row_id].get(column.key) or "")
                )
                others = (
                    other for other, cells in part.rows.items() if fold(cells.get(column.key) or "") == said
                )
                if said != own and (other := next(others, None)):
                    what = f"{quote(said)} adalah milik {other}, bukan {row_id}: ID dan isi barisnya tertukar"
                    return place, f"{what}. Barisnya tidak dibaca."
        return None

    def _read_row(self, table: SheetTable, number: int, row_id: str) -> None:
        row = self._grid.rows[number]
        for place, column in sorted(table.columns.items()):
            cell = row.get(place)
            if cell is None or column.key in {ID, END.key}:
                continue
            if column.locked:
                self._compare(number, place, cell, column, table.part.rows[row_id].get(column.key))
                continue
            asked = CellAsked(table.part.key, row_id, column.key)
            try:
                if any(one.holds(number, place) for one in self._grid.merged):
                    continue
                if (other := self._apart.get((number, place))) is not None:
                    raise refusal("cell-sorted-apart", cell=address(other, place), id=row_id)
                value, note = read_cell(cell, column, from_1904=self._grid.from_1904)
            except KskdError as error:
                self._problem(number, place, str(error), column, (asked,))
                continue
            if note:
                self._note(number, place, note, column)
            if value is not None:
                self._found.setdefault(asked, []).append(
                    Answer(asked.part, row_id, column.key, value, self._place(number, place, column))
                )

    def _compare(self, number: int, place: int, cell: Cell, column: SheetColumn, known: str | None) -> None:
        if not column.moves and fold(cell.text) != fold(known or UNKNOWN):
            self._note(
                number,
                place,
                f"{quote(cell.text)} berbeda dari registri ({quote(known or UNKNOWN)}) dan tidak dipakai;"
                " yang keliru dikoreksi dengan kskd update.",
                column,
            )

    def _place(self, number: int, place: int, column: SheetColumn | None = None) -> CellPlace:
        return CellPlace(
            self._file, self._grid.name, address(number, place), column.heading if column else None
        )

    def _problem(
        self,
        number: int,
        place: int,
        what: str,
        column: SheetColumn | None = None,
        again: tuple[CellAsked, ...] = (),
    ) -> None:
        self.problems.append(Remark(self._place(number, place, column), what, again))

    def _note(
        self,
        number: int,
        place: int,
        what: str,
        column: SheetColumn | None = None,
        again: tuple[CellAsked, ...] = (),
    ) -> None:
        self.notes.append(Remark(self._place(number, place, column), what, again))
