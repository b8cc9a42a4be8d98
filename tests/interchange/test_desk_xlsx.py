"""The desk sheet as workbook and CSV: the same bytes, nothing that runs, and the way back."""

from __future__ import annotations

import csv
import re
import sys
from datetime import date
from io import BytesIO, StringIO
from typing import Any

import openpyxl
import pytest

from kskd.desk.returned import find_code, read_returned
from kskd.desk.sheet import EVALUATION
from kskd.errors import OutputError
from kskd.interchange.csvfile import grid_bytes
from kskd.interchange.desk_csv import part_bytes
from kskd.interchange.desk_xlsx import workbook_bytes
from kskd.interchange.sheets.csvrows import grid_of
from kskd.interchange.sheets.xlsxfile import workbook_of
from tests.desk.desk_sheet import IDS, SHEET

DAY = date(2025, 1, 15)
MADE = workbook_bytes(SHEET, DAY)


@pytest.fixture(scope="module")
def book() -> Any:
    """The workbook as another program sees it."""
    return openpyxl.load_workbook(BytesIO(MADE))


def test_the_same_sheet_on_the_same_day_is_the_same_bytes() -> None:
    assert workbook_bytes(SHEET, DAY) == MADE
    assert workbook_bytes(SHEET._replace(contact="Lain"), DAY) != MADE


def test_an_untouched_workbook_comes_home_and_says_nothing() -> None:
    grids = workbook_of("x.xlsx", MADE)
    assert find_code("x.xlsx", grids).digest == SHEET.digest
    assert read_returned("x.xlsx", grids, SHEET) == ((), (), ())


def test_what_the_registry_knows_is_locked_and_what_is_asked_is_open(book: Any) -> None:
    page = book["Evaluasi"]
    assert page.protection.sheet
    assert page.protection.password is None
    columns = SHEET.parts[0].columns
    for row in range(3, 3 + len(IDS)):
        assert [page.cell(row, at).protection.locked for at in range(1, len(columns) + 1)] == [
            column.locked for column in columns
        ]
    assert all(sheet.protection.sheet for sheet in book)


def test_fixed_answers_are_drop_downs_of_the_labels(book: Any) -> None:
    page, lists = book["Evaluasi"], book["Daftar"]
    assert lists.sheet_state == "veryHidden"
    offered = {}
    for one in page.data_validations.dataValidation:
        if one.type != "list":
            continue
        (first,) = one.sqref.ranges
        assert (first.min_row, first.max_row) == (3, 2 + len(IDS))
        cells = lists[one.formula1.partition("!")[2].replace("$", "")]
        offered[page.cell(1, first.min_col).value] = tuple(row[0].value for row in cells)
    columns = [column for column in SHEET.parts[0].columns if column.choices]
    assert offered == {column.key: tuple(label for _, label in column.choices) for column in columns}
    assert all("Tidak dapat dinilai" in offered[key] for key in offered if key.startswith("item:"))


def test_nothing_in_a_cell_can_run(book: Any) -> None:
    """A title that begins with = is a text, in the workbook as in CSV."""
    assert book["Evaluasi"]["B3"].value == "=Judul 1"
    kinds = {cell.data_type for page in book for row in page.iter_rows() for cell in row}
    assert kinds <= {"s", "n"}
    assert b";'=Judul 1;" in part_bytes(SHEET, SHEET.parts[0])


def test_it_is_laid_out_for_the_screen_and_for_f4_paper(book: Any) -> None:
    page = book["Evaluasi"]
    assert page.freeze_panes == "C3"
    assert (page.page_setup.orientation, page.page_setup.paperSize) == ("landscape", 14)
    assert page.print_title_rows == "$2:$2"
    assert page.print_title_cols == "$A:$B"
    assert page.row_dimensions[1].hidden
    assert page["F3"].value == "belum tercatat"
    assert all(page.cell(2, at).alignment.wrap_text for at in range(1, 10))


def test_the_cover_says_who_what_until_when_and_its_code(book: Any) -> None:
    told = " ".join(str(cell.value) for row in book["Petunjuk"].iter_rows() for cell in row if cell.value)
    for what in ("Dinas Kesehatan", "Semester II Tahun 2024", "30 Januari 2025", SHEET.code, "3 naskah"):
        assert what in told
    texts = " ".join(
        str(cell.value) for page in book for row in page.iter_rows() for cell in row if cell.value
    )
    hints = " ".join(str(one.prompt) for page in book for one in page.data_validations.dataValidation)
    assert not re.search(r"--[a-z]|\bkskd\b(?!-desk)", texts + hints), "no OPD is told to type a command"


def test_without_the_extra_the_sentence_says_how_to_install_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "xlsxwriter", None)
    with pytest.raises(OutputError, match=r"pip install 'kskd\[xlsx\]'"):
        workbook_bytes(SHEET, DAY)


def test_csv_goes_out_and_comes_home_like_the_workbook() -> None:
    made = part_bytes(SHEET, SHEET.parts[0])
    assert made.startswith(b"\xef\xbb\xbfkskd-desk/1 2024-S2 DINKES ")
    rows = list(csv.reader(StringIO(made.decode("utf-8-sig"), newline=""), delimiter=";"))
    rows[3][rows[0].index("implementation")] = "belum dilaksanakan"
    grid = grid_of("evaluasi.csv", grid_bytes(rows))
    assert find_code("evaluasi.csv", [grid]).part is None
    found = read_returned("evaluasi.csv", [grid], SHEET)
    assert [(one.part, one.row, one.key, one.value) for one in found.answers] == [
        (EVALUATION, IDS[1], "implementation", "belum")
    ]
    assert found.problems == ()
    assert grid.rows[3][2] == workbook_of("x.xlsx", MADE)[1].rows[3][2], "the apostrophe is not the title's"


def test_a_part_without_rows_is_not_sent() -> None:
    first, *rest = SHEET.parts
    bare = SHEET._replace(parts=(first, *(part._replace(rows={}) for part in rest)))
    grids = workbook_of("x.xlsx", workbook_bytes(bare, DAY))
    assert [one.name for one in grids] == ["Petunjuk", "Evaluasi", "Daftar"]
    assert read_returned("x.xlsx", grids, bare) == ((), (), ())
