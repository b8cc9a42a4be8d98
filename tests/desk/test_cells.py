"""Lists in one cell, and what only says that there is nothing."""

from __future__ import annotations

import pytest

from kskd.desk.cells import read_cell
from kskd.desk.sheet import CellKind, SheetColumn
from kskd.domain.values.grid import Cell
from kskd.domain.values.text import listed, says_nothing

EVIDENCE = SheetColumn("evidence", "Bukti lain", 26, CellKind.BLOCK)
TROUBLES = SheetColumn("obstacle", "Permasalahan", 30, CellKind.BLOCK, several="permasalahan")


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Armada rusak", ["Armada rusak"]),
        ("1. Armada rusak 2. Dana belum cair", ["Armada rusak", "Dana belum cair"]),
        ("1) Armada rusak\n2) Dana belum cair", ["Armada rusak", "Dana belum cair"]),
        ("1. Armada\nrusak\n2. Dana", ["Armada\nrusak", "Dana"]),
        ("- Armada rusak\n• Dana belum cair\n", ["Armada rusak", "Dana belum cair"]),
        ("Armada rusak\n\nDana belum cair", ["Armada rusak", "Dana belum cair"]),
        ("3. Armada rusak 7. Dana", ["3. Armada rusak 7. Dana"]),
        ("Pasal 1. dan 2. belum jalan", ["Pasal 1. dan 2. belum jalan"]),
        ("- Armada rusak", ["- Armada rusak"]),
        ("1. Armada rusak", ["1. Armada rusak"]),
    ],
)
def test_a_list_is_taken_apart_and_no_other_text(text: str, parts: list[str]) -> None:
    assert [part.strip() for part in listed(text)] == parts


@pytest.mark.parametrize(
    "text",
    ["-", " – ", "…", ".", "nihil", "NIHIL.", "Tidak ada", "belum ada", "Belum ada bukti", "tdk ada", "n/a",
     "(tidak ada)", "belum tersedia", "Tidak ada permasalahan", "kosong", "belum"],
)  # fmt: skip
def test_many_texts_say_nothing(text: str) -> None:
    assert says_nothing(text)
    value, note = read_cell(Cell(text), EVIDENCE)
    assert value is None
    assert note is not None
    assert "dibaca sebagai kosong" in note


@pytest.mark.parametrize(
    "text",
    ["0", "Tidak ada bukti tertulis, foto menyusul", "Nihilisme", "ada", "belum cair", "12/5", "A-1", "ya"],
)
def test_a_text_that_says_something_is_one(text: str) -> None:
    assert not says_nothing(text)
    assert read_cell(Cell(text), EVIDENCE)[0] == (text,)


def test_lines_that_say_nothing_are_left_out_of_evidence_and_nihil_is_an_answer_to_a_problem() -> None:
    assert read_cell(Cell("belum ada\nFoto"), EVIDENCE)[0] == ("Foto",)
    assert read_cell(Cell("nihil"), TROUBLES) == (("nihil",), None)
    assert read_cell(Cell("-"), TROUBLES)[0] is None
