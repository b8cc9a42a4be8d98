"""Real files of a sheet, cut, shuffled and sorted: the same answers, or none of another document."""

from __future__ import annotations

from copy import copy
from datetime import date
from functools import cache
from io import BytesIO
from typing import TYPE_CHECKING, Any, NamedTuple

import openpyxl
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kskd.desk.returned import Returned, find_code, read_returned
from kskd.desk.sheet import EVALUATION, part_of
from kskd.interchange.csvfile import grid_bytes
from kskd.interchange.desk_csv import part_bytes
from kskd.interchange.desk_xlsx import workbook_bytes
from kskd.interchange.sheets.csvrows import grid_of
from kskd.interchange.sheets.xlsxfile import workbook_of
from tests.desk.desk_sheet import INTI, SHEET

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


IDS = tuple(f"PKS-2024-{number:03}" for number in range(1, 7))
PART = part_of(EVALUATION, INTI, {one: {"title": f"Judul {one}", "doc": "PKS"} for one in IDS})
FIVE = SHEET._replace(parts=(PART,))
TEXTS = ("obstacle", "effort", "others", "evidence", "filler")
KEYS = [column.key for column in PART.table]
WIDTH = len(KEYS)
OPEN = [at for at, column in enumerate(PART.table) if not column.locked]
LAST = 2 + len(IDS)


class Held(NamedTuple):
    """What a cell of a workbook holds, with how it looks; of CSV a text only."""

    value: str | None
    like: Any = None


Cells = list[list[Held]]


def _typed(row: int, key: str) -> str | None:
    """What is typed into an open cell; one in three stays empty."""
    empty = (row + KEYS.index(key)) % 3 == 0 and key != "others"
    return f"{IDS[row]} {key}" if key in TEXTS and not empty else None


ALL = {(IDS[row], key, said) for row in range(len(IDS)) for key in TEXTS if (said := _typed(row, key))}


@cache
def _book() -> bytes:
    return workbook_bytes(FIVE, date(2025, 1, 15))


class Xlsx:
    """The sheet as a workbook: cells move with their looks, as in every spreadsheet."""

    def cells(self) -> Cells:
        """The cells as sent, filled."""
        page = openpyxl.load_workbook(BytesIO(_book()))["Evaluasi"]
        return [
            [Held(str(cell.value) if cell.value else _of(row, at), cell) for at, cell in enumerate(line)]
            for row, line in enumerate(page.iter_rows(max_row=LAST, max_col=WIDTH))
        ]

    def read(self, cells: Cells) -> Returned:
        """What kskd reads of these cells, saved to a file."""
        book = openpyxl.load_workbook(BytesIO(_book()))
        page = book["Evaluasi"]
        del book["Petunjuk"]
        page.delete_rows(1, LAST)
        for row, line in enumerate(cells, 1):
            for at, held in enumerate(line, 1):
                cell: Any = page.cell(row, at, held.value)
                if held.like is not None:
                    cell._style = copy(held.like._style)
        stream = BytesIO()
        book.save(stream)
        return read_returned("a.xlsx", workbook_of("a.xlsx", stream.getvalue()), FIVE)


class Csv:
    """The sheet as CSV, which holds texts and nothing else."""

    def cells(self) -> Cells:
        """The cells as sent, filled."""
        grid = grid_of("a.csv", part_bytes(FIVE, PART))
        return [
            [
                Held(cell.text if (cell := grid.rows[row + 1].get(at + 1)) else _of(row, at))
                for at in range(WIDTH)
            ]
            for row in range(LAST)
        ]

    def read(self, cells: Cells) -> Returned:
        """What kskd reads of these cells, saved to a file."""
        content = grid_bytes([[held.value for held in line] for line in cells])
        grids = [grid_of("a.csv", content)]
        assert find_code("a.csv", grids).digest == FIVE.digest
        return read_returned("a.csv", grids, FIVE)


def _of(row: int, at: int) -> str | None:
    return _typed(row - 2, KEYS[at]) if row > 1 else None


FORMS = pytest.mark.parametrize("form", [Xlsx(), Csv()], ids=["xlsx", "csv"])


def answers(found: Returned) -> set[tuple[str, str, str]]:
    """Row and column of every answer, and what it says of where it was typed."""
    return {
        (one.row, one.key, str(one.value[0] if isinstance(one.value, tuple) else one.value))
        for one in found.answers
    }


def _swap(cells: Cells, one: tuple[int, int], other: tuple[int, int]) -> None:
    (row, at), (to, place) = one, other
    cells[row][at], cells[to][place] = cells[to][place], cells[row][at]


def _sort(cells: Cells, columns: Iterable[int], order: Sequence[int]) -> None:
    """Put the cells of some columns into another order, without the rest of their rows."""
    lines = [list(cells[2 + row]) for row in order]
    for number, line in enumerate(lines, 2):
        for at in columns:
            cells[number][at] = line[at]


@FORMS
@given(rows=st.permutations(range(LAST)), columns=st.permutations(range(WIDTH)))
def test_whole_rows_and_columns_may_stand_anywhere(
    form: Xlsx | Csv, rows: Sequence[int], columns: Sequence[int]
) -> None:
    cells = form.cells()
    found = form.read([[cells[row][at] for at in columns] for row in rows])
    assert answers(found) == ALL
    assert (found.problems, found.notes) == ((), ())


ROW, COLUMN = st.integers(2, LAST - 1), st.integers(0, WIDTH - 1)
# One of these: two together may put the id, the title and the end of a row back and leave the rest moved.
MOVED = st.one_of(
    st.tuples(st.just("ids"), ROW, ROW),
    st.tuples(st.just("titles"), ROW, ROW),
    st.tuples(st.just("sort"), st.integers(1, WIDTH - 1), st.integers(1, 99)),
)
HURT = st.one_of(
    st.tuples(st.just("shift"), st.integers(0, LAST - 1), COLUMN),
    st.tuples(st.just("cut"), st.integers(3, LAST - 1), st.just(0)),
    st.tuples(st.just("keys"), st.just(0), st.just(0)),
)


def _do(cells: Cells, what: str, one: int, other: int) -> None:
    match what:
        case "ids":
            _swap(cells, (one, 0), (other, 0))
            _swap(cells, (one, WIDTH - 1), (other, WIDTH - 1))
        case "titles":
            _swap(cells, (one, 1), (other, 1))
        case "sort":
            order = [*range(len(IDS))]
            _sort(cells, range(one), [*order[other % len(IDS) :], *order[: other % len(IDS)]])
        case "shift" if one < len(cells):
            cells[one] = [*cells[one][:other], Held(None), *cells[one][other:]]
        case "cut":
            del cells[one:]
        case "keys":
            cells[0] = [Held(None)] * WIDTH


@FORMS
@example(moved=[("sort", 2, 1)], hurt=[("shift", 0, 28)])  # the key of the id at the far end pushed away
@given(moved=st.lists(MOVED, max_size=1), hurt=st.lists(HURT, max_size=3))
def test_no_shuffle_gives_an_answer_of_another_document(
    form: Xlsx | Csv, moved: list[tuple[str, int, int]], hurt: list[tuple[str, int, int]]
) -> None:
    """Ids or titles swapped, some columns sorted, cells inserted, rows cut off at the end, keys lost."""
    cells = form.cells()
    for step in (*moved, *hurt):
        _do(cells, *step)
    found = form.read(cells)
    for answered, key, said in answers(found):
        assert said.split()[0] == answered, (answered, key, said)
    if answers(found) != ALL:
        assert found.problems or found.notes


def test_ids_and_titles_that_were_swapped_together_are_told_by_the_ink() -> None:
    form = Xlsx()
    cells = form.cells()
    for at in (0, 1, WIDTH - 1):
        _swap(cells, (2, at), (3, at))
    found = form.read(cells)
    assert {row for row, _, _ in answers(found)} == set(IDS[2:])
    assert all("isinya semula di sel" in one.what for one in found.problems)


@given(st.sets(st.sampled_from(OPEN), min_size=1), st.permutations(range(len(IDS))))
def test_open_columns_that_were_sorted_alone_give_no_answer_of_another_document(
    columns: set[int], order: Sequence[int]
) -> None:
    """Between both ends of a row; the ink of the cells tells. What did not move is taken as it is."""
    form = Xlsx()
    cells = form.cells()
    _sort(cells, columns, order)
    found = form.read(cells)
    assert answers(found) <= ALL
    sorted_keys = {KEYS[at] for at in columns}
    moved = {IDS[to] for to, row in enumerate(order) if to != row}
    lost = {(row, key) for row, key, _ in ALL - answers(found)}
    assert lost == {(row, key) for row, key, _ in ALL if key in sorted_keys and row in moved}
    named = {(one.row, one.key) for problem in found.problems for one in problem.again}
    assert {(row, key) for row, key in named if key in TEXTS} == {
        (IDS[to], KEYS[at])
        for at in columns
        if KEYS[at] in TEXTS
        for to, row in enumerate(order)
        if to != row and _typed(row, KEYS[at])
    }


def test_cells_that_were_copied_or_cut_and_pasted_are_taken_as_meant() -> None:
    form, at = Xlsx(), KEYS.index("others")
    cells = form.cells()
    cells[5][at] = cells[2][at]
    cells[6][at], cells[7][at] = cells[7][at], Held(None)
    found = form.read(cells)
    assert found.problems == ()
    said = {row: text for row, key, text in answers(found) if key == "others"}
    assert (said[IDS[3]], said[IDS[4]], IDS[5] in said) == (f"{IDS[0]} others", f"{IDS[5]} others", False)


def test_a_sorted_column_names_the_cell_that_each_came_from() -> None:
    form, at = Xlsx(), KEYS.index("others")
    cells = form.cells()
    _swap(cells, (2, at), (3, at))
    first, second = form.read(cells).problems
    assert "isinya semula di sel" in first.what
    assert (first.place.cell, second.place.cell) == (
        second.what.split()[4].strip(":"),
        first.what.split()[4].strip(":"),
    )
    assert first.place.heading == "Hal lain yang disepakati"


def test_the_inks_are_black_for_people_and_few_enough_for_excel() -> None:
    many = tuple(f"PKS-2024-{number:03}" for number in range(1, 700))
    part = part_of(EVALUATION, INTI, {one: {"title": one} for one in many})
    content = workbook_bytes(SHEET._replace(parts=(part,)), date(2025, 1, 15))
    book: Any = openpyxl.load_workbook(BytesIO(content))
    inks = {cell.font.color.rgb for cell in book["Evaluasi"]["A"][2:]}
    assert len(inks) == 240
    assert all(int(ink[2:4], 16) < 16 and int(ink[4:6], 16) < 16 for ink in inks)
    assert len(book._fonts) < 512
