"""A field is one entry: this one stands in no line of kskd, only in a table and a column made here."""

from __future__ import annotations

import io
import json
import sqlite3
from contextlib import closing, redirect_stderr, redirect_stdout
from typing import TYPE_CHECKING

import pytest

from kskd.cli import ROOT
from kskd.cli.kit.group import build
from kskd.domain.document.fields import FIELDS
from kskd.domain.field import Field, Fields, Place
from kskd.domain.subjects import SUBJECTS, Subjects
from kskd.domain.values.kinds import FieldKind
from kskd.registry.schema import migrations, steps
from kskd.registry.schema.images import install_triggers
from tests.conftest import Result

if TYPE_CHECKING:
    from pathlib import Path

CABINET = Field(
    "cabinet", "lemari arsip", FieldKind.TEXT, place=Place.COLUMN, help="Lemari tempat berkas.", is_asked=True
)
STYLED = Field("styled", "memakai kop dinas", FieldKind.YES_NO)  # a row of facts, as those of the law
TABLE = FIELDS.beside(CABINET, STYLED)
COLUMN = "ALTER TABLE agreement ADD COLUMN cabinet TEXT CHECK (trim(cabinet) <> '');"
UMBRELLA = (
    "add-mou",
    "--scheme",
    "ksdpk",
    "--title",
    "Arsip daerah",
    "--partner",
    "PT Maju Contoh",
    "--opd",
    "DINKES",
)


def kskd(*args: str | Path, fields: Fields = TABLE) -> Result:
    """A command line over a document's fields of its own."""
    return over(SUBJECTS._replace(agreement=fields), *args)


def over(subjects: Subjects, *args: str | Path) -> Result:
    """A command line over a catalogue of its own."""
    out, err = io.StringIO(), io.StringIO()
    status: object = 0
    try:
        with redirect_stdout(out), redirect_stderr(err):
            build(ROOT, subjects).main([str(arg) for arg in args])
    except SystemExit as end:
        status = end.code
    return Result(status if isinstance(status, int) else 0, out.getvalue(), err.getvalue())


def said(*args: str | Path) -> str:
    done = kskd(*args)
    assert done.status == 0, done.err
    return done.out


@pytest.fixture
def registry(office: Path) -> Path:
    """The small office with a column more, journalled like the others."""
    with closing(sqlite3.connect(office)) as con, con:
        con.execute(COLUMN)
        install_triggers(con)
    return office


def _shown(one: str = "KB-2024-001") -> dict[str, object]:
    document: dict[str, object] = json.loads(said("show", one, "--format", "json"))
    return document


def test_it_is_entered_shown_listed_and_found(registry: Path) -> None:
    said(*UMBRELLA, "--cabinet", " Lemari  3 ", "--styled", "ya")
    assert _shown("KB-2025-001")["cabinet"] == "Lemari 3"
    assert "Lemari arsip  " in said("show", "KB-2025-001", "--format", "table")
    assert "memakai kop dinas" in said("show", "KB-2025-001", "--format", "table")
    assert said("list", "--columns", "id,cabinet,styled", "--where", "cabinet=lemari 3").splitlines() == [
        "id\tcabinet\tstyled",
        "KB-2025-001\tLemari 3\tyes",
    ]
    assert said("list", "--columns", "id", "--where", "cabinet=").splitlines()[1:] == [
        "PKS-2024-001",
        "KB-2024-001",
    ]
    assert said("list", "--columns", "id", "--where", "styled=ya").splitlines()[1:] == ["KB-2025-001"]
    assert (
        json.loads(said("list", "--format", "json", "--where", "cabinet=3"))["items"][0]["cabinet"]
        == "Lemari 3"
    )


def test_it_is_filled_corrected_cleared_told_in_the_log_and_undone(registry: Path) -> None:
    said("update", "KB-2024-001", "--cabinet", "A1")
    refused = kskd("update", "KB-2024-001", "--cabinet", "B2")
    assert refused.status == 1
    assert "Lemari arsip sudah tercatat" in refused.err
    said("update", "KB-2024-001", "--cabinet", "B2", "--reason", "dipindah")
    changed = kskd("update", "KB-2024-001", "--clear", "cabinet", "--reason", "hilang")
    assert "Lemari arsip: B2 → dihapus" in changed.err
    assert _shown()["cabinet"] is None
    assert "lemari arsip A1 → B2" in said("log", "KB-2024-001", "--format", "tsv")
    said("undo", "--yes")
    assert _shown()["cabinet"] == "B2"


def test_it_is_inherited_by_no_child_and_kept_by_an_extension_that_says_it(registry: Path) -> None:
    said("update", "KB-2024-001", "--cabinet", "A1")
    said("derive-pks", "KB-2024-001", "--title", "Gizi", "--cabinet", "C3")
    said("extend", "KB-2024-001", "--signed", "2025-01-10", "--cabinet", "D4")
    found = said("list", "--columns", "id,cabinet", "--sort", "id").splitlines()[1:]
    assert found == ["KB-2024-001\tA1", "KB-2025-001\tD4", "PKS-2024-001\t", "PKS-2025-001\tC3"]


def test_it_is_asked_for(registry: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is too long is refused at once, and the question comes again."""
    asked: list[str] = []
    answers = {"Lemari arsip (boleh kosong)": iter(["x" * 301, "E5"])}

    def prompt(label: str, **_: object) -> str:
        asked.append(label)
        return next(answers.get(label, iter(["t" if label.endswith("(y/t)") else ""])))

    monkeypatch.setattr("kskd.cli.kit.command.is_attended", lambda: True)
    monkeypatch.setattr("typer.prompt", prompt)
    said(*UMBRELLA)
    assert asked.count("Lemari arsip (boleh kosong)") == 2
    assert _shown("KB-2025-001")["cabinet"] == "E5"


def test_it_goes_out_and_comes_back(registry: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Into a registry whose schema has the column too."""
    said("update", "KB-2024-001", "--cabinet", "A1")
    said("export", "--out", "semua.json")
    monkeypatch.setattr(
        migrations, "sql_of", lambda name: steps.sql_of(name) + (COLUMN if name == steps.STEPS[-1] else "")
    )
    said("import", "semua.json", "--db", tmp_path / "lain.db")
    items = json.loads(said("list", "--db", tmp_path / "lain.db", "--format", "json"))["items"]
    assert {one["id"]: one["cabinet"] for one in items} == {"KB-2024-001": "A1", "PKS-2024-001": None}


def test_without_the_entry_the_option_does_not_exist(registry: Path) -> None:
    assert kskd("update", "KB-2024-001", "--cabinet", "A1", fields=FIELDS).status == 2
