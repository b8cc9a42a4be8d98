"""A sheet whose rows or columns were moved, whole or not: the same answers, or none for another document."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kskd.desk.returned import Returned, read_returned
from kskd.desk.sheet import EVALUATION, TARGETS
from kskd.domain.values.grid import Area, Cell, Grid
from tests.desk.desk_sheet import IDS, SHEET, grid

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

ONE, TWO, THREE = IDS
TEXTS = ("obstacle", "effort", "others", "evidence", "filler")
FILLED: dict[tuple[str, str], Cell | str] = {(row, key): f"{row} {key}" for row in IDS for key in TEXTS}
SENT = grid(EVALUATION, FILLED)
WIDTH = max(SENT.rows[1])
PLACES = {cell.text: at for at, cell in SENT.rows[1].items()}


def read(*grids: Grid) -> Returned:
    """What a file of these sheets says."""
    return read_returned("DINKES.xlsx", grids, SHEET)


def answers(found: Returned) -> set[tuple[str, str, str]]:
    """Row and column of every answer, and what it says of where it was typed."""
    return {
        (one.row, one.key, str(one.value[0] if isinstance(one.value, tuple) else one.value))
        for one in found.answers
    }


ALL = {(row, key, f"{row} {key}") for row in IDS for key in TEXTS}


class Rows(NamedTuple):
    """The cells of a sheet as a list of lists, empty ones as None, to be cut and pasted."""

    cells: list[list[Cell | None]]

    @classmethod
    def of(cls, one: Grid) -> Rows:
        """The rows of a sheet."""
        width = max(max(row) for row in one.rows.values())
        return cls([[row.get(at) for at in range(1, width + 1)] for _, row in sorted(one.rows.items())])

    def grid(self) -> Grid:
        """The sheet again."""
        rows = {
            number: {at: cell for at, cell in enumerate(row, 1) if cell is not None}
            for number, row in enumerate(self.cells, 1)
        }
        return Grid("Evaluasi", {number: row for number, row in rows.items() if row})


def _ordered(one: Grid, rows: Sequence[int], columns: Sequence[int]) -> Grid:
    cells = Rows.of(one).cells
    return Rows([[cells[row][column] for column in columns] for row in rows]).grid()


@given(st.permutations(range(len(SENT.rows))), st.permutations(range(WIDTH)))
def test_whole_rows_and_whole_columns_may_stand_anywhere(rows: Sequence[int], columns: Sequence[int]) -> None:
    """The rows of keys and of headings too: the sheet says the same, and there is nothing to tell."""
    found = read(_ordered(SENT, rows, columns))
    assert answers(found) == ALL
    assert (found.problems, found.notes) == ((), ())


@given(st.integers(0, 4), st.integers(0, WIDTH - 1), st.booleans(), st.integers(1, 3))
def test_cells_inserted_into_a_row_or_deleted_from_it_give_no_answer_to_another_question(
    number: int, at: int, insert: bool, count: int
) -> None:
    cells = Rows.of(SENT).cells
    row = cells[number]
    cells[number] = [*row[:at], *[None] * count, *row[at:]] if insert else [*row[:at], *row[at + count :]]
    found = read(Rows(cells).grid())
    assert answers(found) <= ALL
    if answers(found) != ALL:
        assert found.problems or found.notes


@given(st.permutations(IDS), st.integers(1, WIDTH - 1), st.booleans())
def test_a_part_of_the_columns_sorted_apart_gives_no_answer_to_another_document(
    order: Sequence[str], at: int, left: bool
) -> None:
    """Cells between both ends that are sorted among themselves are what anybody may have typed there."""
    cells = Rows.of(SENT).cells
    lines = [cells[2 + IDS.index(one)] for one in order]
    for number in range(3):
        mine, theirs = cells[2 + number], lines[number]
        cells[2 + number] = [*theirs[:at], *mine[at:]] if left else [*mine[:at], *theirs[at:]]
    found = read(Rows(cells).grid())
    assert answers(found) <= ALL
    moved = {one for one, other in zip(IDS, order, strict=True) if one != other}
    assert {row for row, _, _ in answers(found)}.isdisjoint(moved)
    assert len(found.problems) >= len(moved)


@example([(1, 14, 1, 1), (2, 21, 3, 1)])  # two headings, and an answer in the title of another document
@given(
    st.lists(
        st.tuples(st.integers(0, 4), st.integers(0, WIDTH - 1), st.integers(0, 4), st.integers(0, 7)),
        min_size=1,
        max_size=6,
        unique_by=lambda swap: swap[2:],
    )
)
def test_whatever_is_done_to_the_cells_that_say_which_row_it_is(
    swaps: Sequence[tuple[int, int, int, int]],
) -> None:
    """Any cell in the place of a locked one and the other way: never an answer of another document.

    Each locked place once: by way of one an answer would come into the open cell of another row, as if it had
    been typed there.
    """
    cells = Rows.of(SENT).cells
    for row, at, other, locked in swaps:
        place = [*range(7), WIDTH - 1][locked]
        cells[row][at], cells[other][place] = cells[other][place], cells[row][at]
    for answered, _, said in answers(read(Rows(cells).grid())):
        assert next((one for one in IDS if said.startswith(f"{one} ")), answered) == answered


def _changed(cells: Mapping[tuple[str, str], str], part: str = EVALUATION) -> Grid:
    return grid(part, {**(FILLED if part == EVALUATION else {}), **cells})


def test_swapped_ids_are_named_with_both_documents() -> None:
    """Both ends of the rows say what the title denies."""
    found = read(_changed({(ONE, "id"): TWO, (ONE, "end"): TWO, (TWO, "id"): ONE, (TWO, "end"): ONE}))
    assert {row for row, _, _ in answers(found)} == {THREE}
    assert [one.place.cell for one in found.problems] == ["B3", "B4"]
    assert f'"=Judul 1" adalah milik {ONE}, bukan {TWO}' in found.problems[0].what


def test_a_row_that_ends_with_another_id_is_not_read() -> None:
    found = read(_changed({(ONE, "end"): TWO}))
    assert {row for row, _, _ in answers(found)} == {TWO, THREE}
    (problem,) = found.problems
    assert f"baris {ONE} berakhir dengan" in problem.what


@pytest.mark.parametrize("row", [0, 1], ids=["keys", "headings"])
def test_keys_or_headings_that_were_shifted_cost_their_help_and_no_answer(row: int) -> None:
    cells = Rows.of(SENT).cells
    cells[row] = [None, *cells[row]]
    found = read(Rows(cells).grid())
    assert answers(found) == ALL
    assert found.problems == ()
    assert "tidak sesuai dengan judul kolom" in found.notes[0].what


def test_a_sheet_without_ends_is_read_by_its_titles_and_says_so() -> None:
    """As sheets went out before their rows had ends, or where somebody deleted the column."""
    rows = {number: {at: cell for at, cell in row.items() if at < WIDTH} for number, row in SENT.rows.items()}
    found = read(SENT._replace(rows=rows))
    assert answers(found) == ALL
    (note,) = found.notes
    assert "hanya diperiksa dari judulnya" in note.what


def test_a_row_of_keys_of_which_little_is_left_is_helped_by_the_headings() -> None:
    cells = Rows.of(SENT).cells
    cells[0][5:] = [None] * (WIDTH - 5)
    found = read(Rows(cells).grid())
    assert answers(found) == ALL
    assert (found.problems, found.notes) == ((), ())


def test_a_cell_that_shows_the_code_makes_no_row_a_row_of_keys() -> None:
    """A formula that points at the first cell, say."""
    found = read(_changed({(TWO, "filler"): SENT.rows[1][1].text}))
    assert {row for row, _, _ in answers(found)} == set(IDS)


def test_what_a_file_lost_at_its_end_is_named() -> None:
    kept = SENT._replace(rows={number: row for number, row in SENT.rows.items() if number < 4})
    found = read(kept)
    assert {row for row, _, _ in answers(found)} == {ONE}
    (note,) = found.notes
    assert note.what.startswith(f"{TWO}, {THREE} tidak ada pada lembar ini")
    assert note.place.sheet == "Evaluasi"


def test_a_workbook_without_its_first_sheet_names_the_documents() -> None:
    (note,) = read(grid(TARGETS)).notes
    assert note.what.startswith(f"{ONE}, {TWO}, {THREE} tidak ada")


@pytest.mark.parametrize(
    ("area", "lost"), [((3, 0, 5, 0), {ONE, TWO, THREE}), ((4, -1, 4, 0), {TWO}), ((2, 0, 4, 0), {ONE, TWO})]
)
def test_merged_cells_are_not_taken_for_one_of_their_rows(
    area: tuple[int, int, int, int], lost: set[str]
) -> None:
    at = PLACES["others"]
    top, left, bottom, right = area
    merged = Area(top, at + left, bottom, at + right)
    rows = {
        number: {
            place: cell
            for place, cell in row.items()
            if not merged.holds(number, place) or (number, place) == (merged.top, merged.left)
        }
        for number, row in SENT.rows.items()
    }
    found = read(SENT._replace(rows=rows, merged=(merged,)))
    assert not {row for row, key, _ in answers(found) if key == "others"} & lost
    (problem,) = found.problems
    assert f"sel gabungan {merged} ({', '.join(sorted(lost))})" in problem.what
    assert {(one.row, one.key) for one in problem.again} >= {(row, "others") for row in lost}


def test_the_same_cell_answered_on_two_sheets_is_named_with_both() -> None:
    other = _changed({(ONE, "others"): "Lain"})._replace(name="Evaluasi (2)")
    (problem,) = read(SENT, other).problems
    assert 'lembar "Evaluasi" dan ' in problem.what
    assert 'lembar "Evaluasi (2)"' in problem.what
