"""A fact of a target, an evaluation, a partner or an OPD is one entry too: these stand in no line of kskd."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from functools import partial
from typing import TYPE_CHECKING

import pytest

from kskd.domain.field import Field, Place
from kskd.domain.subjects import SUBJECTS
from kskd.domain.values.kinds import FieldKind
from kskd.registry.schema.images import install_triggers
from tests.cli.test_one_field import over

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Result

SHELF = Field(
    "shelf", "rak bukti", FieldKind.TEXT, place=Place.COLUMN, help="Rak tempat buktinya.", is_asked=True
)
BOX = SHELF._replace(
    key="box", label="kotak bukti", help="Kotak tempat buktinya."
)  # an option of ``evaluate`` too
TABLES = ("target", "evaluation", "partner", "opd", "action", "official", "office_paper")
KNOWN = SUBJECTS._replace(
    obstacle=SUBJECTS.obstacle.beside(BOX),
    **{table: getattr(SUBJECTS, table).beside(SHELF) for table in TABLES},
)
PKS = "PKS-2024-001"

kskd = partial(over, KNOWN)


def said(*args: str | Path) -> Result:
    done = kskd(*args)
    assert done.status == 0, done.err
    return done


@pytest.fixture(autouse=True)
def registry(office: Path) -> Path:
    """The small office with a column more in each table, journalled like the others."""
    with closing(sqlite3.connect(office)) as con, con:
        for table in TABLES:
            con.execute(f"ALTER TABLE {table} ADD COLUMN shelf TEXT CHECK (trim(shelf) <> '')")
        con.execute("ALTER TABLE obstacle ADD COLUMN box TEXT CHECK (trim(box) <> '')")
        install_triggers(con)
    return office


def _shown(what: str) -> object:
    (one,) = json.loads(said("show", PKS, "--format", "json").out)[what]
    return one["shelf"]


def _clears(*command: str) -> None:
    """Only with a reason does "Rak 1" become unknown again."""
    assert "--shelf" in said(*command[:2], "--help").out.partition("--clear")[2]
    refused = kskd(*command, "--clear", "shelf")
    assert (refused.status, "Rak bukti sudah tercatat" in refused.err) == (1, True)
    both = kskd(*command, "--clear", "shelf", "--shelf", "Rak 2", "--reason", "salah")
    assert (both.status, "--clear shelf dan --shelf" in both.err) == (2, True)
    cleared = said(*command, "--clear", "--shelf", "--reason", "salah catat")
    assert "Rak bukti: Rak 1 → dihapus" in cleared.err
    assert "Tidak ada yang berubah" in said(*command, "--clear", "shelf").err


def test_a_fact_of_a_target(registry: Path) -> None:
    assert "--shelf TEKS" in said("target", "add", "--help").out
    said("target", "add", PKS, "--indicator", "Bidan", "--shelf", " Rak  1 ")
    assert _shown("targets") == "Rak 1"
    assert "; rak bukti: Rak 1" in said("show", PKS, "--format", "table").out
    (listed,) = json.loads(said("target", "list", "--format", "json").out)["items"]
    assert listed["shelf"] == "Rak 1"
    assert "Rak bukti" in said("target", "list", "--format", "md").out
    refused = kskd("target", "update", PKS, "1", "--shelf", "Rak 2")
    assert refused.status == 1
    assert "Rak bukti sudah tercatat" in refused.err
    changed = said("target", "update", PKS, "1", "--shelf", "Rak 2", "--reason", "dipindah")
    assert "Rak bukti: Rak 1 → Rak 2" in changed.err
    said("target", "update", PKS, "1", "--unit", "orang")
    assert _shown("targets") == "Rak 2"
    assert "rak bukti Rak 1 → Rak 2" in said("log", PKS, "--format", "tsv").out
    said("undo", "--yes")
    said("undo", "--yes")
    assert _shown("targets") == "Rak 1"
    _clears("target", "update", PKS, "1")
    assert _shown("targets") is None
    assert kskd("target", "update", PKS, "1", "--shelf", "x" * 301).status == 1


def test_a_fact_of_an_evaluation(registry: Path) -> None:
    assert "--shelf TEKS" in said("evaluate", "--help").out
    evaluate = ("evaluate", PKS, "--period", "2024-S2", "--no-input")
    said(*evaluate, "--implementation", "penuh", "--shelf", "Rak 1")
    assert _shown("evaluations") == "Rak 1"
    assert "  rak bukti " in said("show", PKS, "--format", "table").out
    refused = kskd(*evaluate, "--shelf", "Rak 2")
    assert refused.status == 1
    assert "Rak bukti sudah tercatat" in refused.err
    changed = said(*evaluate, "--shelf", "Rak 2", "--reason", "dipindah")
    assert "Rak bukti: Rak 1 → Rak 2" in changed.err
    said(*evaluate, "--note", "Lengkap")
    assert _shown("evaluations") == "Rak 2"
    assert "rak bukti Rak 1 → Rak 2" in said("log", PKS, "--format", "tsv").out
    said("undo", "--yes")
    said("undo", "--yes")
    assert _shown("evaluations") == "Rak 1"
    _clears(*evaluate)
    assert _shown("evaluations") is None


def test_a_fact_of_an_evaluation_is_asked_for_until_it_is_known(
    registry: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is too long is refused at once, and the question comes again."""
    answers = {"Rak bukti (boleh kosong)": ["Rak 1", "x" * 301]}

    def prompt(label: str, default: str = "", **_: object) -> str:
        return answers[label].pop() if label in answers else default

    monkeypatch.setattr("kskd.cli.kit.command.is_attended", lambda: True)
    monkeypatch.setattr("typer.prompt", prompt)
    for _ in range(2):
        said("evaluate", PKS, "--period", "2024-S2", "--implementation", "penuh")
        assert _shown("evaluations") == "Rak 1"
    said("evaluate", PKS, "--period", "2024-S1", "--implementation", "penuh", "--shelf", "Rak 2")
    assert answers == {"Rak bukti (boleh kosong)": []}


def test_a_fact_of_an_obstacle(registry: Path) -> None:
    """It goes by the order of the obstacles, as their categories do, and fills one that is told again."""
    assert "--box TEKS" in said("evaluate", "--help").out
    evaluate = ("evaluate", PKS, "--period", "2024-S2", "--no-input")
    told = said(*evaluate, "--obstacle", "Dana", "--obstacle", "Data", "--box", "-", "--box", " Kotak  1 ")
    assert "Kotak bukti kendala 2: belum tercatat → Kotak 1" in told.err
    assert _boxes() == [None, "Kotak 1"]
    assert "  kotak bukti " in said("show", PKS, "--format", "table").out
    filled = said(
        *evaluate, "--obstacle", "dana", "--obstacle", "data", "--box", "Kotak 2", "--box", "Kotak 3"
    )
    assert filled.err.count("Kotak bukti kendala") == 1
    assert _boxes() == ["Kotak 2", "Kotak 1"]
    assert "kotak bukti Kotak 1" in said("log", PKS, "--format", "tsv").out
    said("undo", "--yes")
    assert _boxes() == [None, "Kotak 1"]
    refused = kskd(*evaluate, "--obstacle", "Ruang", "--box", "Kotak 4", "--box", "Kotak 5")
    assert (refused.status, "--box lebih banyak daripada --obstacle" in refused.err) == (2, True)
    assert kskd(*evaluate, "--obstacle", "Ruang", "--box", "x" * 301).status == 1
    assert "--box" not in said("evaluate", "--help").out.partition("--clear")[2]


def _boxes() -> list[object]:
    return [one["box"] for one in json.loads(said("show", PKS, "--format", "json").out)["obstacles"]]


def test_a_fact_of_an_obstacle_is_asked_for(registry: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    answers = {"Kendala baru (boleh kosong)": "Dana", "Kotak bukti (boleh kosong)": "Kotak 1"}

    def prompt(label: str, default: str = "", **_: object) -> str:
        return answers.get(label, default)

    monkeypatch.setattr("kskd.cli.kit.command.is_attended", lambda: True)
    monkeypatch.setattr("typer.prompt", prompt)
    said("evaluate", PKS, "--period", "2024-S2", "--implementation", "penuh")
    assert _boxes() == ["Kotak 1"]


def test_a_fact_of_an_action(registry: Path) -> None:
    said("action", "add", PKS, "--what", "Rapat", "--period", "2024-S2", "--shelf", "Rak 1")
    assert _shown("actions") == "Rak 1"
    assert "; rak bukti: Rak 1" in said("show", PKS, "--format", "table").out
    said("action", "done", PKS, "1", "--on", "2025-01-10", "--proof", "Notula")
    said("action", "done", PKS, "1", "--clear", "on", "--reason", "rapat batal")
    assert _shown("actions") == "Rak 1"
    assert "rak bukti Rak 1" in said("log", PKS, "--format", "tsv").out


def test_a_fact_of_a_partner(registry: Path) -> None:
    said("partner", "add", "Koperasi Contoh", "--shelf", "Rak 1")
    assert kskd("partner", "update", "Koperasi Contoh", "--shelf", "Rak 2").status == 1
    changed = said("partner", "update", "Koperasi Contoh", "--shelf", "Rak 2", "--reason", "dipindah")
    assert "Rak bukti: Rak 1 → Rak 2" in changed.err
    said("partner", "update", "Koperasi Contoh", "--kind", "koperasi")
    (one,) = json.loads(said("partner", "show", "Koperasi Contoh", "--format", "json").out)["items"]
    assert (one["shelf"], one["kind"]) == ("Rak 2", "koperasi")
    assert "rak bukti Rak 1 → Rak 2" in said("log", "--format", "tsv").out
    said("undo", "--yes")
    said("undo", "--yes")
    _clears("partner", "update", "Koperasi Contoh")
    (one,) = json.loads(said("partner", "show", "Koperasi Contoh", "--format", "json").out)["items"]
    assert one["shelf"] is None


def test_a_fact_of_an_opd(registry: Path) -> None:
    said("opd", "add", "DISHUB", "--name", "Dinas Perhubungan", "--shelf", "Rak 1")
    said("opd", "rename", "DISHUB", "--name", "Dinas Angkutan")
    (one,) = json.loads(said("opd", "show", "DISHUB", "--format", "json").out)["items"]
    assert (one["name"], one["shelf"]) == ("Dinas Angkutan", "Rak 1")
    assert "rak bukti Rak 1" in said("log", "--format", "tsv").out
    assert kskd("opd", "update", "DISHUB", "--shelf", "Rak 2").status == 1
    changed = said("opd", "update", "DISHUB", "--shelf", "Rak 2", "--reason", "dipindah")
    assert (changed.out, "Rak bukti: Rak 1 → Rak 2" in changed.err) == ("DISHUB\n", True)
    assert "rak bukti Rak 1 → Rak 2" in said("log", "--format", "tsv").out
    said("undo", "--yes")
    _clears("opd", "update", "DISHUB")
    (one,) = json.loads(said("opd", "show", "DISHUB", "--format", "json").out)["items"]
    assert (one["name"], one["aliases"], one["shelf"]) == ("Dinas Angkutan", ["Dinas Perhubungan"], None)


def test_a_fact_of_an_opd_is_a_column_that_a_file_may_have(registry: Path) -> None:
    file = registry.with_name("opd.csv")
    file.write_text("Rak Bukti,kode,nama\nRak 1,DLH,Dinas Lingkungan Hidup\n,DISHUB,Dinas Perhubungan\n")
    said("opd", "import", file)
    items = json.loads(said("opd", "list", "--format", "json").out)["items"]
    shelves = {one["code"]: one["shelf"] for one in items}
    assert (shelves["DLH"], shelves["DISHUB"]) == ("Rak 1", None)
    assert over(SUBJECTS, "opd", "import", file).status == 1


@pytest.mark.parametrize(
    ("group", "new"),
    [
        ("official", ("--role", "kontak", "--office", "Analis")),
        ("paper", ("keputusan-tkksd", "--on", "2024-01-05")),
    ],
)
def test_a_fact_of_an_official_and_of_a_paper(registry: Path, group: str, new: tuple[str, ...]) -> None:
    assert "--shelf TEKS" in said(group, "add", "--help").out
    assert said(group, "add", *new, "--shelf", " Rak  1 ").out == "1\n"
    (one,) = json.loads(said(group, "list", "--format", "json").out)["items"]
    assert one["shelf"] == "Rak 1"
    assert "Rak bukti" in said(group, "list", "--format", "md").out
    assert "rak bukti Rak 1" in said("log", "--format", "tsv").out
    assert kskd(group, "update", "1", "--shelf", "Rak 2").status == 1
    changed = said(group, "update", "1", "--shelf", "Rak 2", "--reason", "dipindah")
    assert (changed.out, "Rak bukti: Rak 1 → Rak 2" in changed.err) == ("1\n", True)
    said("undo", "--yes")
    _clears(group, "update", "1")
    (one,) = json.loads(said(group, "list", "--format", "json").out)["items"]
    assert one["shelf"] is None


def test_without_the_entry_the_option_does_not_exist() -> None:
    assert over(SUBJECTS, "target", "add", PKS, "--indicator", "Bidan", "--shelf", "Rak 1").status == 2
