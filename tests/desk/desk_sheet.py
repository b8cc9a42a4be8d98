"""A sheet of three documents for the tests of what makes and reads sheets, with cells filled as asked."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from kskd.desk.sheet import ACTIONS, EVALUATION, OBSTACLES, TARGETS, Sheet, part_of
from kskd.domain.values.grid import Cell, Grid
from kskd.domain.values.period import Period
from kskd.evaluation.instrument import read_instrument

if TYPE_CHECKING:
    from collections.abc import Mapping

INTI = read_instrument((Path(__file__).parents[2] / "src/kskd/instruments/inti-2.toml").read_text("utf-8"))
IDS = ("PKS-2024-001", "PKS-2024-002", "RK-2023-001")


def _row(number: int) -> dict[str, str | None]:
    return {
        "title": f"=Judul {number}",
        "doc": "Perjanjian Kerja Sama",
        "parties": "Kabupaten Contoh; Universitas Contoh",
        "purpose": "Pelatihan bidan",
        "object": None,
        "term": "2 Mei 2024 s.d. 2 Mei 2026",
    }


_ROWS: dict[str, dict[str, dict[str, str | None]]] = {
    EVALUATION: {one: _row(number) for number, one in enumerate(IDS, 1)},
    TARGETS: {"PKS-2024-001/1": {"title": "Judul", "indicator": "Bidan terlatih", "unit": "orang"}},
    OBSTACLES: {"PKS-2024-001/1": {"title": "Judul", "text": "Dana belum cair", "opened": "2024-S1"}},
    ACTIONS: {"PKS-2024-001/1": {"title": "Judul", "what": "Rapat koordinasi"}},
}
SHEET = Sheet(
    "Kabupaten Contoh",
    "Bagian Kerja Sama",
    "DINKES",
    "Dinas Kesehatan",
    Period.parse("2024-S2"),
    INTI,
    date(2025, 1, 30),
    "Kepala Bagian Kerja Sama",
    None,
    tuple(part_of(key, INTI, rows) for key, rows in _ROWS.items()),
)


def grid(part: str = EVALUATION, filled: Mapping[tuple[str, str], Cell | str] | None = None) -> Grid:
    """A part as it was sent, with cells filled by row id and column key."""
    one = next(one for one in SHEET.parts if one.key == part)
    rows: dict[int, dict[int, Cell]] = {}
    for number, line in enumerate(SHEET.lines(one), 1):
        rows[number] = {at: Cell(text) for at, text in enumerate(line, 1) if text is not None}
    for (row, key), value in (filled or {}).items():
        at = [column.key for column in one.table].index(key) + 1
        cell = value if isinstance(value, Cell) else Cell(value)
        rows[list(one.rows).index(row) + 3][at] = cell
    return Grid(one.title, rows)
