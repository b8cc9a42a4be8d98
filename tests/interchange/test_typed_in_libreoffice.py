"""A desk round typed into LibreOffice: what comes back is what was typed, or its cell is named.

LibreOffice and a Python with its ``uno`` are needed; where they are not, the summary of the run says so.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from datetime import date
from itertools import cycle
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from kskd.desk.cells import read_cell
from kskd.desk.returned import read_returned
from kskd.desk.sheet import ACTIONS, EVALUATION, OBSTACLES, TARGETS, CellKind, SheetColumn, part_of
from kskd.domain.values.grid import Cell, address
from kskd.errors import KskdError
from kskd.interchange.desk_xlsx import workbook_bytes
from kskd.interchange.sheets.grids import read_grids
from tests.desk.desk_sheet import INTI, SHEET

if TYPE_CHECKING:
    from collections.abc import Sequence

OFFICE = shutil.which("soffice") or shutil.which("libreoffice")
PYTHONS = [one for one in ("/usr/bin/python3", shutil.which("python3")) if one and Path(one).exists()]


def _has_uno(python: str) -> bool:
    return subprocess.run([python, "-c", "import uno"], capture_output=True, check=False).returncode == 0


PYTHON = next((one for one in PYTHONS if OFFICE and _has_uno(one)), None)
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(PYTHON is None, reason="LibreOffice with python3-uno is not installed"),
]

TYPED = {
    CellKind.DAY: ("5/7/2025", "05-07-2025", "5.7.2025", "2025-07-05", "5 Juli 2025", "12/5", "5 Jul"),
    CellKind.NUMBER: ("13.500", "12,5", "12.5", "1.250.000", "75%", "005", "1e3", "0", "1,250,000", "13500"),
    CellKind.TEXT: (
        "12/5", "005", "198503122010011001", "=1+1", "TRUE", "1/2", "5 Mei", "+62 21", "13.500", "-", "10:30",
        "1E5", "Rp1.000,00", "@nama", "belum ada", "3-4",
    ),
    CellKind.BLOCK: ("12/5", "001", "Foto 1/2", "1. Foto 2. Notula", "nihil", "2025-07-05", "100%", "=A1"),
}  # fmt: skip
DOCUMENTS = [f"PKS-2024-{number:03}" for number in range(1, 13)]
ROWS = {
    EVALUATION: {one: {"title": f"Judul {one}"} for one in DOCUMENTS},
    TARGETS: {f"{one}/1": {"title": f"Judul {one}", "indicator": f"Bidan {one}"} for one in DOCUMENTS},
    OBSTACLES: {f"{one}/1": {"title": f"Judul {one}", "text": f"Dana {one}"} for one in DOCUMENTS},
    ACTIONS: {f"{one}/1": {"title": f"Judul {one}", "what": f"Rapat {one}"} for one in DOCUMENTS},
}
LARGE = SHEET._replace(parts=tuple(part_of(key, INTI, rows) for key, rows in ROWS.items()))
_PROFILE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema"
 xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Setup/L10N">
<prop oor:name="ooSetupSystemLocale" oor:op="fuse"><value>{}</value></prop></item>
</oor:items>
"""


def _typed() -> list[tuple[str, str, str, str, str]]:
    """Part, row, key, cell and text of everything that is typed: each kind of cell with each kind of text."""
    texts = {kind: cycle(values) for kind, values in TYPED.items()}
    found = []
    for part in LARGE.parts:
        for number, row in enumerate(part.rows, 3):
            for at, column in enumerate(part.columns, 1):
                if not column.locked:
                    labels = [label for _, label in column.choices]
                    text = labels[number % len(labels)] if labels else next(texts[column.kind])
                    found.append((part.key, row, column.key, address(number, at), text))
    return found


def _meant(column: SheetColumn, text: str) -> object:
    """What the text says to whoever typed it; None where it cannot be taken, or says nothing."""
    try:
        return read_cell(Cell(text), column)[0]
    except KskdError:
        return None


def _typed_into(sent: Path, cells: Sequence[tuple[str, str, str | None]], locale: str, folder: Path) -> Path:
    """The workbook as LibreOffice saved it after all that was typed into it; None sorts the cells.

    LibreOffice itself may end in a signal, which tells nothing of a workbook: then it is tried once more.
    """
    back, told = folder / "back.xlsx", folder / "cells.json"
    told.write_text(json.dumps(cells), "utf-8")
    done = _type(sent, back, told, locale, folder / "profile")
    if done.returncode < 0:
        done = _type(sent, back, told, locale, folder / "second")
    assert done.returncode == 0, done.stderr
    return back


def _type(sent: Path, back: Path, told: Path, locale: str, profile: Path) -> subprocess.CompletedProcess[str]:
    """One run of the typing in a LibreOffice of its own, which is gone at the end."""
    (profile / "user").mkdir(parents=True)
    (profile / "user/registrymodifications.xcu").write_text(_PROFILE.format(locale), "utf-8")
    pipe = f"kskd-{os.getpid()}-{locale}-{profile.name}"
    office = subprocess.Popen(
        [
            str(OFFICE), "--headless", "--norestore", f"-env:UserInstallation={profile.as_uri()}",
            f"--accept=pipe,name={pipe};urp;",
        ],
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    try:
        script = Path(__file__).with_name("type_in_libreoffice.py")
        done = subprocess.run(
            [str(PYTHON), str(script), pipe, str(sent), str(back), str(told)],
            capture_output=True, check=False, timeout=300, text=True,
        )  # fmt: skip
        if done.returncode == 0:
            office.wait(60)
    finally:
        office.kill()
        office.wait()
    return done


@pytest.mark.parametrize("locale", ["en-US", "id-ID"])
def test_what_is_typed_comes_back_or_its_cell_is_named(locale: str, tmp_path: Path) -> None:
    sent = tmp_path / "sent.xlsx"
    sent.write_bytes(workbook_bytes(LARGE, date(2025, 7, 1)))
    typed = _typed()
    columns = {(part.key, column.key): column for part in LARGE.parts for column in part.columns}
    assert len(typed) > 200
    assert {columns[part, key].kind for part, _, key, _, _ in typed} == set(CellKind)
    titles = {part.key: part.title for part in LARGE.parts}
    back = _typed_into(
        sent, [(titles[part], cell, text) for part, _, _, cell, text in typed], locale, tmp_path
    )
    grids, _ = read_grids(str(back))
    found = read_returned("back.xlsx", grids, LARGE)
    answers = {(one.part, one.row, one.key): one.value for one in found.answers}
    named = {(one.place.sheet, one.place.cell) for one in (*found.problems, *found.notes)}
    silent = [
        (part, cell, text, answers.get((part, row, key)))
        for part, row, key, cell, text in typed
        if answers.get((part, row, key)) != _meant(columns[part, key], text)
        and (titles[part], cell) not in named
    ]
    assert silent == []
    same = sum(
        answers.get((part, row, key)) == _meant(columns[part, key], text) for part, row, key, _, text in typed
    )
    assert same > len(typed) * 0.9


def test_a_column_that_was_sorted_alone_is_named_cell_by_cell(tmp_path: Path) -> None:
    """LibreOffice takes the looks of cells along unless told otherwise, and so the ink of their rows."""
    sent = tmp_path / "sent.xlsx"
    sent.write_bytes(workbook_bytes(LARGE, date(2025, 7, 1)))
    (part,) = (one for one in LARGE.parts if one.key == EVALUATION)
    at = [column.key for column in part.columns].index("others") + 1
    texts = ["d", "b", "", "c", "a"]
    cells: list[tuple[str, str, str | None]] = [
        ("Evaluasi", address(row, at), text) for row, text in enumerate(texts, 3) if text
    ]
    whole = ("Evaluasi", f"{address(3, at)}:{address(7, at)}", None)
    grids, _ = read_grids(str(_typed_into(sent, [*cells, whole], "id-ID", tmp_path)))
    found = read_returned("back.xlsx", grids, LARGE)
    assert {(one.row, one.value) for one in found.answers} == {(DOCUMENTS[1], "b")}
    assert [one.place.cell for one in found.problems] == [address(row, at) for row in (3, 5, 6)]
    assert all("terurut tanpa barisnya" in one.what for one in found.problems)
