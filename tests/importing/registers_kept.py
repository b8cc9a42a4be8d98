"""The registers beside this module: each file as an office keeps it, invented, and what is true of its rows.

A register is a text: a line of what mess it holds, then ``@csv ENCODING`` with the lines as they stand,
``@raw SUFFIX ENCODING`` likewise, or ``@xlsx`` with ``@sheet NAME``, ``@merge``, ``@hide ROW`` and rows of
cells between ``|``, of which ``date:``, ``formula:`` and ``link:`` are such cells and ``⏎`` is a line break.
Under ``@truth`` stands by hand what is true of each row: ``-`` is nothing, ``?`` is what nobody can tell and
must be named, and `` / `` parts what may be.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from openpyxl import Workbook

FOLDER = Path(__file__).with_name("registers")
UNITS = (
    ("DINKES", "Dinas Kesehatan"),
    ("DISDIK", "Dinas Pendidikan"),
    ("DPUPR", "Dinas Pekerjaan Umum dan Penataan Ruang"),
    ("DISKOMINFO", "Dinas Komunikasi dan Informatika"),
    ("DISHUB", "Dinas Perhubungan"),
    ("BAPPEDA", "Badan Perencanaan Pembangunan Daerah"),
    ("RSUD", "Rumah Sakit Umum Daerah"),
)
"""The units that the office has recorded before it imports."""


@dataclass(frozen=True, slots=True)
class Truth:
    """What is true of a row: by key what may be recorded; with ``?`` it may be left open, if named."""

    sheet: str | None
    row: int | None
    facts: dict[str, tuple[str, ...]]

    @property
    def needs_a_question(self) -> bool:
        """Whether something of the row cannot be told."""
        return any("?" in may for may in self.facts.values())


@dataclass(frozen=True, slots=True)
class Register:
    """One of them."""

    name: str
    kind: list[str]
    body: list[str]
    truths: tuple[Truth, ...]

    def write(self, folder: Path) -> Path:
        """Write the file as the office has it."""
        how, *rest = self.kind
        path = folder / f"{self.name}{'.xls' if how == 'raw' else f'.{how}'}"
        if how == "xlsx":
            _write_workbook(self.body, path)
        else:
            path.write_bytes(("\n".join(self.body) + "\n").encode(rest[-1]))
        return path


def read_registers() -> list[Register]:
    """All of them, in order."""
    return [_read(path) for path in sorted(FOLDER.glob("*.txt"))]


def _read(path: Path) -> Register:
    lines = [line for line in path.read_text("utf-8").split("\n") if not line.startswith("# ")]
    at = lines.index("@truth")
    header, *rows = [[cell.strip() for cell in line.split(" | ")] for line in lines[at + 1 :] if line]
    return Register(path.stem, lines[0][1:].split(), lines[1:at], tuple(_truth(header, row) for row in rows))


def _truth(header: list[str], row: list[str]) -> Truth:
    cells = dict(zip(header, row, strict=True))
    cells.pop("order", None)
    number = cells.pop("row", None)
    sheet = cells.pop("sheet", None)
    facts = {key: tuple(one.strip() for one in text.split(" / ")) for key, text in cells.items()}
    return Truth(sheet, int(number) if number else None, facts)


def _write_workbook(body: list[str], path: Path) -> None:
    book = Workbook()
    book.remove(book.worksheets[0])
    sheet: Any = None
    row, merged = 0, []
    for line in body:
        word, _, rest = line.partition(" ")
        if word == "@sheet":
            sheet, row = book.create_sheet(rest), 0
        elif word == "@hide":
            sheet.row_dimensions[int(rest)].hidden = True
        elif word == "@merge":
            merged += [(sheet, one) for one in rest.split()]
        else:
            row += 1
            for column, text in enumerate(line.split("|"), 1):
                _put(sheet, row, column, text.strip())
    for sheet, one in merged:
        sheet.merge_cells(one)
    book.save(path)


def _put(sheet: Any, row: int, column: int, text: str) -> None:
    if not text:
        return
    cell = sheet.cell(row, column)
    how, _, rest = text.partition(":")
    if how == "date":
        cell.value, cell.number_format = date.fromisoformat(rest), "dd/mm/yyyy"
    elif how == "formula":
        cell.value = rest
    elif how == "link":
        cell.value, cell.hyperlink = rest, f"https://contoh.example/{row}"
    else:
        cell.value = int(text) if text.isdigit() and len(text) < 5 else text.replace("⏎", "\n")
