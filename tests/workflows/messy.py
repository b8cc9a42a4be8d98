"""Filling desk workbooks as messy people do, by a second program; what was said is remembered apart.

Everything is drawn from a seed. ``Said`` is what must land, ``wrong`` the cells that must be named.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any

import openpyxl
from openpyxl.utils import get_column_letter

if TYPE_CHECKING:
    import random
    from pathlib import Path

DAYS = (
    ("3/7/2025", date(2025, 7, 3)),
    ("3 Juli 2025", date(2025, 7, 3)),
    (45841, date(2025, 7, 3)),
    (date(2025, 7, 3), date(2025, 7, 3)),
    ("2025-07-03", date(2025, 7, 3)),
)
NUMBERS = (("12,5", 12.5), (40, 40.0), ("1.250.000", 1_250_000.0), ("75", 75.0), (7.25, 7.25))
BAD = {
    "implementation": "lumayan", "reported_on": "31/2/2025", "category": "cuaca", "item": "entah",
    "realisation": "1.250", "closed": "mungkin", "done_on": "kemarin",
}  # fmt: skip


@dataclass
class Said:
    """What the workbooks say: values and cells by part, row and column; cells that cannot be taken.

    ``spoilt`` are the rows with such a cell, ``dayless`` those where it is the day of the report.
    """

    answers: dict[tuple[str, str, str], object] = field(default_factory=dict)
    wrong: set[str] = field(default_factory=set)
    cells: dict[tuple[str, str, str], str] = field(default_factory=dict)
    spoilt: set[tuple[str, str]] = field(default_factory=set)
    dayless: set[str] = field(default_factory=set)


class Messy:
    """One workbook under the hands of somebody in a hurry."""

    def __init__(self, path: Path, chance: random.Random, said: Said) -> None:
        """Open what was sent."""
        self._path = path
        self._chance = chance
        self._said = said
        self._book = openpyxl.load_workbook(path)
        self._lists = self._choices()

    def fill(self) -> None:
        """Fill it, spoil its order, and save it under the same name."""
        for page in self._book.worksheets[1:-1]:
            part = str(page.cell(1, 1).value).split()[-1]
            self._upset(page)
            for row in range(3, page.max_row + 1):
                if page.cell(row, 1).value:
                    self._row(page, part, row)
        self._book.save(self._path)

    def _upset(self, page: Any) -> None:
        """Turn the rows round, drop one, put a column between, and give the sheet a name of its own."""
        chance = self._chance
        rows = [[cell.value for cell in row] for row in page.iter_rows(min_row=3)]
        chance.shuffle(rows)
        for number, values in enumerate(rows, 3):
            for at, value in enumerate(values, 1):
                page.cell(number, at).value = value
        if len(rows) > 1 and chance.random() < 0.3:
            page.delete_rows(3 + chance.randrange(len(rows)))
        if chance.random() < 0.4:
            page.insert_cols(4)
            page.cell(2, 4).value = "Catatan kami"
            page.cell(3, 4).value = "sudah dibahas"
        if chance.random() < 0.4:
            page.title = f"{page.title} isian {chance.randrange(9)}"

    def _row(self, page: Any, part: str, row: int) -> None:
        chance, id_ = self._chance, str(page.cell(row, 1).value)
        if chance.random() < 0.1:
            return  # left out altogether
        names = {str(page.cell(1, at).value): at for at in range(2, page.max_column + 1)}
        asked = [key for key in names if (part, key) in self._lists or key.partition(":")[0] in _TYPED[part]]
        if part == "tindak-lanjut" and chance.random() < 0.5:
            return
        chosen = [key for key in asked if chance.random() < 0.7]
        for key in chosen:
            self._cell(page, (part, id_, key), row, names[key])
        for needed, others in _NEEDED.items():
            told = [key for key in others if (part, id_, key) in self._said.answers]
            if part in _NEEDED_IN[needed] and told and (part, id_, needed) not in self._said.answers:
                self._wrong(page, (part, id_, told[0]), row, names[told[0]])
                for key in told:
                    del self._said.answers[part, id_, key]

    def _cell(self, page: Any, place: tuple[str, str, str], row: int, at: int) -> None:
        chance, (part, _, key) = self._chance, place
        kind = "item" if key.startswith("item:") else key
        if kind in BAD and chance.random() < 0.06:
            page.cell(row, at).value = BAD[kind]
            self._wrong(page, place, row, at)
            return
        if (part, key) in self._lists:
            code, label = chance.choice(self._lists[part, key])
            typed: object = chance.choice([label, label.upper(), f" {label} ", f"{label}."])
            value: object = code
        elif key in {"reported_on", "done_on"}:
            typed, value = chance.choice(DAYS)
        elif key == "realisation":
            typed, value = chance.choice(NUMBERS)
        elif key.startswith("evidence"):
            typed, value = "Foto kegiatan\nDaftar hadir", ("Foto kegiatan", "Daftar hadir")
        else:
            typed = value = f"{key} {part} {chance.randrange(10**6)}"
        page.cell(row, at).value = typed
        self._said.answers[place] = value
        self._said.cells[place] = self._named(page, row, at)

    def _wrong(self, page: Any, place: tuple[str, str, str], row: int, at: int) -> None:
        self._said.wrong.add(self._named(page, row, at))
        self._said.spoilt.add(place[:2])
        if place[2] == "reported_on":
            self._said.dayless.add(place[1])

    def _named(self, page: Any, row: int, at: int) -> str:
        return f'{self._path.name} lembar "{page.title}" sel {get_column_letter(at)}{row} '

    def _choices(self) -> dict[tuple[str, str], list[tuple[str, str]]]:
        from kskd.desk.sheet import columns_of
        from tests.desk.desk_sheet import INTI

        return {
            (part, column.key): list(column.choices)
            for part in ("evaluasi", "kendala")
            for column in columns_of(part, INTI)
            if column.choices and not column.locked
        }


_TYPED = {
    "evaluasi": ("obstacle", "effort", "others", "evidence", "filler", "reported_on"),
    "target": ("realisation",),
    "kendala": ("effort",),
    "tindak-lanjut": ("done_on", "proof"),
}
_NEEDED = {"obstacle": ("category", "effort"), "done_on": ("proof",)}  # what says nothing alone
_NEEDED_IN = {"obstacle": ("evaluasi",), "done_on": ("tindak-lanjut",)}
