"""A workbook that LibreOffice opened and saved is read like the one that was sent."""

from __future__ import annotations

import shutil
import subprocess
from datetime import date
from typing import TYPE_CHECKING, Any

import openpyxl
import pytest

from kskd.desk.returned import find_code, read_returned
from kskd.interchange.desk_xlsx import workbook_bytes
from kskd.interchange.sheets.grids import read_grids
from tests.desk.desk_sheet import IDS, SHEET

if TYPE_CHECKING:
    from pathlib import Path

OFFICE = shutil.which("soffice") or shutil.which("libreoffice")


@pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not installed")
def test_a_workbook_saved_by_libreoffice_says_the_same(tmp_path: Path) -> None:
    sent = tmp_path / "DINKES.xlsx"
    sent.write_bytes(workbook_bytes(SHEET, date(2025, 1, 15)))
    book = openpyxl.load_workbook(sent)
    page = book["Evaluasi"]
    keys = [str(cell.value) for cell in page[1]]
    filled: dict[str, Any] = {
        "implementation": "Dilaksanakan sebagian", "reported_on": date(2025, 1, 14),
        "filler": "=1+1 bukan rumus",
        "evidence": "Foto\nDaftar hadir", "effort": "=2+3",
    }  # fmt: skip
    for key, value in filled.items():
        cell = page.cell(4, keys.index(key) + 1)
        cell.value = value
        if key == "filler":
            cell.data_type = "s"
    book.save(sent)
    done = subprocess.run(
        [
            str(OFFICE), "--headless", f"-env:UserInstallation={(tmp_path / 'lo').as_uri()}",
            "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", str(tmp_path / "kembali"), str(sent),
        ],
        capture_output=True, check=False, timeout=120,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    grids, _ = read_grids(str(tmp_path / "kembali" / "DINKES.xlsx"))
    assert find_code("x", grids).digest == SHEET.digest
    found = read_returned("x", grids, SHEET)
    assert {(one.row, one.key, one.value) for one in found.answers} == {
        (IDS[1], "implementation", "sebagian"),
        (IDS[1], "reported_on", date(2025, 1, 14)),
        (IDS[1], "filler", "=1+1 bukan rumus"),
        (IDS[1], "evidence", ("Foto", "Daftar hadir")),
        (IDS[1], "effort", ("5",)),
    }
    assert found.problems == ()
    assert sorted(one.what.partition(":")[0].partition(";")[0] for one in found.notes) == [
        "hasil rumus dipakai",
        "sel berisi tanggal menurut spreadsheet",
    ]
