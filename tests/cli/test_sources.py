"""Where a fact came from: told by ``show`` and ``why``, as the sheet had it."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from kskd.registry.act import Act
from kskd.registry.database import writing
from kskd.registry.tables.sources import SourceCell, SourceRow, keep_file, keep_row

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.command_line import Run

DIGEST = "5" * 64
CELLS = (
    SourceCell("title", "C", "Pelatihan bidan dan perawat"),
    SourceCell("signed", "E", "2/5/2024"),
    SourceCell("signer_name", "F", None),
)


@pytest.fixture
def sourced(desk: Path) -> Path:
    """``desk`` of which a row of a sheet, told twice, and one of a CSV tell of PKS-2024-001."""
    with writing(desk, Act(datetime(2025, 1, 15, tzinfo=UTC), "analis", "import")) as session:
        book = keep_file(session, "Register.xlsx", DIGEST)
        assert keep_file(session, "Register.xlsx", DIGEST) == book
        for cells in ((SourceCell("title", "C", "Lama"),), CELLS):
            keep_row(session, "PKS-2024-001", SourceRow(book, "2024", 12, cells))
        other = keep_file(session, "Register.csv", DIGEST)
        keep_row(session, "PKS-2024-001", SourceRow(other, "", 7, (SourceCell("ends", "B", "2028"),)))
    return desk


@pytest.mark.usefixtures("sourced")
def test_show_tells_every_cell_that_told_of_a_document(run: Run) -> None:
    told = json.loads(run("show", "PKS-2024-001", "--format", "json").out)["sources"]
    assert told == [
        {
            "field": field,
            "file": file,
            "sha256": DIGEST,
            "sheet": sheet,
            "row": row,
            "column": column,
            "typed": typed,
        }
        for file, sheet, row, cells in (
            ("Register.xlsx", "2024", 12, CELLS),
            ("Register.csv", None, 7, (SourceCell("ends", "B", "2028"),)),
        )
        for field, column, typed in cells
    ]
    said = run("show", "PKS-2024-001", "--format", "tsv").out
    assert (
        'Sumber\ttanggal penandatanganan\tRegister.xlsx, lembar 2024, baris 12, kolom E: "2/5/2024"\n' in said
    )
    assert "Sumber\tnama penanda tangan\tRegister.xlsx, lembar 2024, baris 12, kolom F\n" in said
    assert 'Sumber\ttanggal akhir\tRegister.csv, baris 7, kolom B: "2028"\n' in said


@pytest.mark.usefixtures("sourced")
def test_why_tells_where_the_days_came_from_and_nothing_else(run: Run) -> None:
    found = json.loads(run("why", "PKS-2024-001", "--format", "json").out)
    assert [one["field"] for one in found["sources"]] == ["signed", "ends"]
    said = run("why", "PKS-2024-001", "--format", "tsv").out
    assert (
        'sumber tanggal penandatanganan\tRegister.xlsx, lembar 2024, baris 12, kolom E: "2/5/2024"\t\n'
        in said
    )


@pytest.mark.usefixtures("desk")
def test_a_document_that_was_typed_has_no_source(run: Run) -> None:
    assert json.loads(run("show", "PKS-2024-001", "--format", "json").out)["sources"] == []
    assert "Sumber" not in run("show", "PKS-2024-001").out


@pytest.mark.usefixtures("sourced")
def test_one_undo_takes_the_sources_of_an_import_back(run: Run) -> None:
    assert run("undo", "--yes").status == 0
    assert json.loads(run("show", "PKS-2024-001", "--format", "json").out)["sources"] == []
