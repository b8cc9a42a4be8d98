"""What ``import`` asks at a terminal: the meaning of columns, the order of days, units, and schemes."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from tests.cli.test_interactive import Terminal, terminal

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.command_line import Ok

__all__ = ["terminal"]
pytestmark = pytest.mark.slow

SHEET = """\
Nomor;Tentang;Mitra;Tanggal Penandatanganan;OPD;Kolom Lain
7/KB/2020;Kesepakatan Bersama Air Contoh;Pemerintah Kabupaten Misal;03/04/2020;Dikbud;lemari 3
8/KB/2020;Kesepakatan Bersama Guru Contoh;Pemerintah Kota Umpama;05/06/2020;Dinas Umpama;lemari 4
"""


@pytest.fixture
def sheet(desk: Path) -> Path:
    """A register of which a person must say much."""
    path = desk.with_name("lama.csv")
    path.write_text(SHEET, "utf-8")
    return path


def test_what_a_person_says_of_columns_days_units_and_schemes_is_taken(
    sheet: Path, ok: Ok, terminal: Callable[..., Terminal]
) -> None:
    """And kept as rules, by which the next sheet of this kind needs no question."""
    screen = terminal("import", "lama.csv", "--save-rules", "aturan.toml")
    screen.answer("Kolom lain yang salah", "Z")
    screen.answer("A, B, C, D, E, F", "F")
    screen.answer("Isinya", "catatan")
    screen.answer("Kolom lain yang salah", "")
    screen.wait_for("2 tanggal belum terbukti urutannya")
    screen.answer("Dibaca sebagai", "hari-bulan")
    screen.wait_for("tidak menyebut bentuk")
    screen.answer("Bentuk yang tidak menyebutnya", "ksdd-sukarela")
    screen.wait_for("Dinas Umpama")
    screen.answer("Catat semuanya sebagai OPD baru?", "y")
    screen.answer("Catat yang pasti?", "y")
    assert screen.ends() == 0, screen.screen
    one = json.loads(ok("show", "7/KB/2020", "--format", "json"))
    assert (one["signed_on"], one["scheme"], one["note"]) == ("2020-04-03", "ksdd-sukarela", "lemari 3")
    assert json.loads(ok("show", "8/KB/2020", "--format", "json"))["signed_on"] == "2020-06-05"
    sheet.write_text(SHEET.replace("/KB/2020", "/KB/2021").replace("Contoh", "Kedua"), "utf-8")
    ok("import", "lama.csv", "--rules", "aturan.toml", "--yes", "--no-input")
    assert json.loads(ok("show", "7/KB/2021", "--format", "json"))["signed_on"] == "2020-04-03"


@pytest.mark.usefixtures("sheet")
def test_what_is_not_agreed_to_changes_nothing(ok: Ok, terminal: Callable[..., Terminal]) -> None:
    before = ok("log", "--format", "json")
    screen = terminal("import", "lama.csv")
    screen.answer("Kolom lain yang salah", "")
    screen.answer("Dibaca sebagai", "")
    screen.answer("Bentuk yang tidak menyebutnya", "")
    screen.answer("Catat semuanya sebagai OPD baru?", "")
    screen.answer("Catat yang pasti?", "t")
    assert screen.ends() == 1
    assert ok("log", "--format", "json") == before
