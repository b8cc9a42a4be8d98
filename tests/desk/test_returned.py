"""A returned sheet: whatever people did to it, each cell is taken, or named with what is wrong."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kskd.desk.returned import Returned, find_code, read_returned
from kskd.desk.sheet import ACTIONS, EVALUATION, OBSTACLES, TARGETS
from kskd.domain.values.grid import Cell, Grid, address, column_name, day_of
from kskd.errors import InputFileError
from tests.desk.desk_sheet import IDS, SHEET, grid

if TYPE_CHECKING:
    from collections.abc import Callable

ONE, TWO, THREE = IDS
FILLED: dict[tuple[str, str], Cell | str] = {
    (ONE, "implementation"): "Dilaksanakan sebagian",
    (ONE, "item:hasil"): "Tidak dapat dinilai",
    (TWO, "obstacle"): "Pelatih kurang",
    (THREE, "reported_on"): "15 Januari 2025",
}
TAKEN = {
    (ONE, "implementation", "sebagian"),
    (ONE, "item:hasil", "tidak-dapat-dinilai"),
    (TWO, "obstacle", ("Pelatih kurang",)),
    (THREE, "reported_on", date(2025, 1, 15)),
}


def read(*grids: Grid) -> Returned:
    """What a file of these sheets says."""
    return read_returned("DINKES.xlsx", grids, SHEET)


def taken(found: Returned) -> set[tuple[str, str, object]]:
    """Row, column and value of every answer."""
    return {(one.row, one.key, one.value) for one in found.answers}


def _moved(one: Grid, order: Callable[[int], int]) -> Grid:
    return one._replace(rows={order(number): row for number, row in one.rows.items()})


def _shifted(one: Grid, by: int) -> Grid:
    return one._replace(
        rows={number: {at + by: cell for at, cell in row.items()} for number, row in one.rows.items()}
    )


def _without(one: Grid, number: int) -> Grid:
    return one._replace(rows={at: row for at, row in one.rows.items() if at != number})


SENT = grid(EVALUATION, FILLED)
STATE = next(at for at, cell in SENT.rows[1].items() if cell.text == "implementation")


@pytest.mark.parametrize(
    "one",
    [
        SENT,
        SENT._replace(name="Isian dinas (final) rev2"),
        _moved(SENT, lambda number: number if number < 3 else 8 - number),
        _moved(SENT, lambda number: number + 7),
        _shifted(SENT, 3),
        SENT._replace(rows={number: SENT.rows[number] for number in sorted(SENT.rows, reverse=True)}),
    ],
    ids=["as sent", "renamed", "rows turned round", "pushed down", "pushed right", "stored backwards"],
)
def test_answers_find_their_way_home_wherever_they_stand(one: Grid) -> None:
    found = read(one)
    assert taken(found) == TAKEN
    assert (found.problems, found.notes) == ((), ())


def test_a_sheet_without_its_row_of_keys_is_known_by_its_headings_and_says_so() -> None:
    found = read(_without(SENT, 1))
    assert taken(found) == TAKEN
    assert [one.what for one in found.notes] == ["baris kunci tidak ada; kolom dikenali dari judulnya."]


def test_a_deleted_row_and_a_deleted_column_take_nothing_else_with_them() -> None:
    kept = _without(SENT, 4)
    kept = kept._replace(
        rows={
            number: {at: cell for at, cell in row.items() if at != STATE} for number, row in kept.rows.items()
        }
    )
    found = read(kept)
    assert taken(found) == {one for one in TAKEN if one[0] != TWO and one[1] != "implementation"}
    assert [str(one.what) for one in found.notes] == [
        'kolom "Keadaan pelaksanaan" tidak ada; isinya tidak dibaca.',
        "PKS-2024-002 tidak ada pada lembar ini: barisnya terhapus atau terpotong, atau baru tercatat sesudah"
        " lembar dikirim.",
    ]


def test_a_column_and_a_sheet_of_their_own_are_told_and_left_alone() -> None:
    rows = {number: {**row, 60: Cell(f"catatan {number}")} for number, row in SENT.rows.items()}
    found = read(SENT._replace(rows=rows), Grid("Catatan kami", {2: {2: Cell("rapat Senin")}}))
    assert taken(found) == TAKEN
    assert [one.place.cell for one in found.notes] == ["BH2", "B2"]
    assert found.problems == ()


@pytest.mark.parametrize(
    ("key", "cell", "value", "note"),
    [
        ("implementation", "DILAKSANAKAN SEBAGIAN", "sebagian", False),
        ("implementation", " dilaksanakan  Sebagian. ", "sebagian", True),
        ("reported_on", "15 Januari 2025", date(2025, 1, 15), False),
        ("implementation", "Tidak  dilaksanakan", "tidak", False),
        ("item:tepat-waktu", "tepat waktu", "tepat", False),
        ("unchanged", "TRUE", "ya", True),
        ("reported_on", "15/1/2025", date(2025, 1, 15), True),
        ("reported_on", "Rabu, 15 Januari 2025", date(2025, 1, 15), True),
        ("reported_on", Cell("45672", 45672), date(2025, 1, 15), True),
        ("reported_on", Cell("45672.5", 45672.5, "date"), date(2025, 1, 15), True),
        ("filler", Cell("42", 42), "42", True),
        ("filler", Cell("Sekretaris", computed=True), "Sekretaris", True),
        ("effort", "=HYPERLINK(1)", ("=HYPERLINK(1)",), False),
        ("evidence", "Foto\n\nDaftar hadir\n", ("Foto", "Daftar hadir"), False),
    ],
)
def test_what_people_type_is_read_and_every_reading_is_told(
    key: str, cell: Cell | str, value: object, note: bool
) -> None:
    found = read(grid(EVALUATION, {(ONE, key): cell}))
    assert taken(found) == {(ONE, key, value)}
    assert bool(found.notes) == note
    assert found.problems == ()


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        (Cell("12.5", 12.5), 12.5),
        ("12,5", 12.5),
        ("1.250.000", 1_250_000.0),
        ("75 %", 75.0),
        (Cell("0.75", 0.75, "percent"), 75.0),
        (Cell("0.07", 0.07, "percent"), 7.0),
        (Cell("0.12345678901234567", 0.12345678901234567), 0.12345678901234567),
        (Cell("0.30000000000000004", 0.1 + 0.2, computed=True), 0.3),
        (Cell("0", 0.0), 0.0),
    ],
)
def test_a_realisation_is_read_as_offices_write_numbers(cell: Cell | str, value: float) -> None:
    assert taken(read(grid(TARGETS, {("PKS-2024-001/1", "realisation"): cell}))) == {
        ("PKS-2024-001/1", "realisation", value)
    }


@pytest.mark.parametrize(
    ("part", "row", "key", "cell", "said"),
    [
        (EVALUATION, ONE, "implementation", "lumayan", "Dilaksanakan penuh; Dilaksanakan sebagian"),
        (EVALUATION, ONE, "implementation", "sebagian", "lengkap seperti tertulis"),
        (EVALUATION, ONE, "item:sesuai-tujuan", "Ya", "Ya, seluruhnya; Sebagian"),
        (EVALUATION, ONE, "item:keluaran", "Tercapai", "Tercapai seluruhnya"),
        (EVALUATION, ONE, "item:tepat-waktu", "Tidak", "Tidak dikerjakan menurut jadwal"),
        (EVALUATION, ONE, "evidence", Cell("46361", 46361, "date"), "dibuat spreadsheet"),
        (EVALUATION, ONE, "filler", Cell("1.97e+17", 1.97e17), "dibulatkan"),
        (EVALUATION, ONE, "reported_on", "31/2/2025", "tidak ada"),
        (EVALUATION, ONE, "reported_on", Cell("2025", 2025), "bukan tanggal"),
        (EVALUATION, ONE, "reported_on", "03-25", "tidak memuat tahun"),
        (EVALUATION, ONE, "filler", "x" * 201, "terlalu panjang"),
        (EVALUATION, ONE, "effort", "a\u202eb", "tak terlihat"),
        (EVALUATION, ONE, "effort", Cell("#REF!", fault="memuat galat #REF!"), "#REF!"),
        (TARGETS, "PKS-2024-001/1", "realisation", "1.250", "tidak jelas"),
        (TARGETS, "PKS-2024-001/1", "realisation", "belum", "tidak dapat dibaca"),
        (TARGETS, "PKS-2024-001/1", "realisation", Cell("1e+16", 1e16), "di luar batas"),
        (TARGETS, "PKS-2024-001/1", "realisation", Cell("45781", 45781, "date"), "berisi tanggal"),
        (OBSTACLES, "PKS-2024-001/1", "closed", "mungkin", "Ya; Belum"),
        (ACTIONS, "PKS-2024-001/1", "done_on", "kemarin", "tidak dapat dibaca"),
    ],
)
def test_what_cannot_be_taken_is_named_by_cell_and_said(
    part: str, row: str, key: str, cell: Cell | str, said: str
) -> None:
    sent = grid(part, {(row, key): cell})
    found = read(sent)
    (problem,) = found.problems
    at = next(at for at, one in sent.rows[1].items() if one.text == key)
    assert (problem.place.file, problem.place.sheet, problem.place.cell) == (
        "DINKES.xlsx",
        sent.name,
        address(3, at),
    )
    assert said in problem.what
    assert found.answers == ()


def test_all_problems_come_at_once_and_take_no_good_cell_with_them() -> None:
    bad: dict[tuple[str, str], Cell | str] = {(one, "item:koordinasi"): "entah" for one in IDS}
    found = read(grid(EVALUATION, FILLED | bad))
    assert taken(found) == TAKEN
    assert [one.place.cell[-1] for one in found.problems] == ["3", "4", "5"]


def test_an_empty_cell_and_a_dash_say_nothing() -> None:
    found = read(grid(EVALUATION, {(ONE, "obstacle"): "-", (ONE, "effort"): " – "}))
    assert found.answers == ()
    assert len(found.notes) == 2


def test_a_locked_cell_that_was_changed_is_told_and_never_taken() -> None:
    found = read(grid(EVALUATION, {**FILLED, (ONE, "title"): "Judul yang benar", (ONE, "object"): "Gizi"}))
    assert taken(found) == TAKEN
    assert [one.place.heading for one in found.notes] == ["Judul", "Objek"]
    assert "kskd update" in found.notes[0].what


def test_an_id_that_was_not_sent_is_refused_by_cell_and_the_others_stay() -> None:
    strange = grid(EVALUATION, {**FILLED, (ONE, "id"): "PKS-2099-009"})
    found = read(strange)
    assert taken(found) == {one for one in TAKEN if one[0] != ONE}
    (problem,) = found.problems
    assert (problem.place.cell, problem.place.heading) == ("A3", "Naskah")


def test_an_answer_without_an_id_is_named_by_its_cell() -> None:
    lost = grid(EVALUATION, FILLED)
    lost.rows[4].pop(1)  # type: ignore[attr-defined]
    (problem,) = read(lost).problems
    assert "tanpa ID" in problem.what


def test_a_row_that_was_copied_counts_once_unless_it_says_something_else() -> None:
    again = {**SENT.rows, 9: SENT.rows[3]}
    assert taken(read(SENT._replace(rows=again))) == TAKEN
    other = {
        at: Cell("Dilaksanakan penuh") if cell.text == "Dilaksanakan sebagian" else cell
        for at, cell in again[9].items()
    }
    found = read(SENT._replace(rows={**again, 9: other}))
    assert taken(found) == {one for one in TAKEN if one[1] != "implementation"}
    (problem,) = found.problems
    assert f"{address(3, STATE)} dan {address(9, STATE)}" in problem.what


def test_a_column_that_was_doubled_is_not_chosen_from() -> None:
    rows = {number: {**row, 50: row[STATE]} if STATE in row else row for number, row in SENT.rows.items()}
    found = read(SENT._replace(rows=rows))
    assert (ONE, "implementation", "sebagian") not in taken(found)
    assert f"{column_name(STATE)} dan AX" in found.problems[0].what


def test_a_file_without_code_or_with_two_is_refused() -> None:
    with pytest.raises(InputFileError, match="tidak memuat kode"):
        find_code("a.xlsx", [Grid("x", {1: {1: Cell("kskd-desk/1 2024-S2")}})])
    other = Grid("y", {1: {1: Cell(SHEET._replace(opd="DIKBUD").code)}})
    with pytest.raises(InputFileError, match="lebih dari satu"):
        find_code("a.xlsx", [SENT, other])
    assert find_code("a.xlsx", [SENT]).digest == SHEET.digest


def test_the_digest_is_of_what_the_registry_put_in() -> None:
    first, *rest = SHEET.parts
    changed = first._replace(rows={**first.rows, ONE: {**first.rows[ONE], "title": "Lain"}})
    assert SHEET._replace(parts=(changed, *rest)).digest != SHEET.digest
    assert SHEET._replace(due_on=date(2030, 1, 1)).digest == SHEET.digest


@given(
    st.dictionaries(
        st.integers(1, 9),
        st.dictionaries(st.integers(1, 40), st.text(max_size=30) | st.sampled_from(
            [cell.text for row in SENT.rows.values() for cell in row.values()]), max_size=9),
        max_size=9,
    ),
    st.booleans(),
)  # fmt: skip
def test_any_cells_are_read_without_a_fault(texts: dict[int, dict[int, str]], keep: bool) -> None:
    """Whatever stands where: a value is an answer, a note or a problem, and never an exception."""
    rows = {number: {at: Cell(text) for at, text in row.items()} for number, row in texts.items() if row}
    base = dict(SENT.rows) if keep else {}
    found = read(Grid("x", {**base, **rows}))
    assert {one.row for one in found.answers} <= {key for part in SHEET.parts for key in part.rows}


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_a_serial_is_a_day_of_the_registry_or_none(serial: float) -> None:
    day = day_of(serial)
    assert day is None or 1945 <= day.year <= 2150
