"""``quality``: of how many documents each field is recorded, and what is missing with its command."""

from __future__ import annotations

import shlex
from datetime import date
from typing import TYPE_CHECKING

import pytest

from kskd.domain.settings import Government
from kskd.workflows.reports.quality import proposed_since
from tests.cli.command_line import document, on_screen, table

if TYPE_CHECKING:
    from pathlib import Path

    from .command_line import Ok, Run

KB, PKS = "KB-2024-001", "PKS-2024-001"


def _of(ok: Ok, field: str, *more: str) -> dict[str, object]:
    (one,) = document(ok("quality", "--field", field, *more, "--format", "json"))["items"]
    return dict(one)


def test_a_fact_is_missing_until_its_command_was_typed(desk: Path, ok: Ok) -> None:
    before = _of(ok, "value", "--agreement", PKS)
    assert (before["applies"], before["missing"], before["share"]) == (1, 1, 0)
    (row,) = table(ok("quality", "--each", "--field", "value", "--agreement", PKS))
    assert (row["opd"], row["agreement"]) == ("DINKES", PKS)
    ok(*(word.replace("…", "75") for word in shlex.split(row["command"])[1:]))
    after = _of(ok, "value", "--agreement", PKS)
    assert (after["recorded"], after["missing"], after["share"]) == (1, 0, 100)
    assert table(ok("quality", "--each", "--field", "value", "--agreement", PKS)) == []


def test_a_day_known_by_its_year_is_known_in_part(desk: Path, ok: Ok) -> None:
    ok("update", KB, "--signed", "2024", "--reason", "uji")
    one = _of(ok, "signed", "--agreement", KB)
    assert (one["recorded"], one["partial"], one["missing"], one["share"]) == (0, 1, 0, 0)
    (row,) = table(ok("quality", "--each", "--field", "signed", "--agreement", KB))
    assert (row["is_partial"], "--reason" in row["command"]) == ("ya", True)


def test_a_field_is_counted_only_where_it_may_be_told(desk: Path, ok: Ok) -> None:
    assert document(ok("quality", "--field", "parent", "--agreement", KB, "--format", "json"))["items"] == []
    assert _of(ok, "parent", "--agreement", PKS)["applies"] == 1
    assert document(ok("quality", "--field", "has-power", "--doc", "kb", "--format", "json"))["items"] == []


def test_void_documents_are_left_out(desk: Path, ok: Ok) -> None:
    before = _of(ok, "title")["applies"]
    ok("void", PKS, "--reason", "salah catat")
    assert _of(ok, "title")["applies"] == int(str(before)) - 1


def test_what_the_office_made_is_counted_with_its_command(desk: Path, ok: Ok) -> None:
    ok("field", "add", "lokasi", "--label", "lokasi", "--kind", "text")
    (row,) = table(ok("quality", "--each", "--field", "lokasi", "--agreement", PKS))
    ok(*(word.replace("…", "Desa Contoh") for word in shlex.split(row["command"])[1:]))
    assert _of(ok, "lokasi", "--agreement", PKS)["recorded"] == 1


def test_it_adds_up_by_opd(example: Path, ok: Ok) -> None:
    every = table(ok("quality", "--each"))
    opds = list(dict.fromkeys(row["opd"] for row in every))
    assert opds == sorted(opds)
    apart = [row for opd in opds for row in table(ok("quality", "--each", "--opd", opd))]
    assert apart == every
    missing = sum(int(row["missing"]) + int(row["partial"]) for row in table(ok("quality")))
    assert missing == len(every)


def test_the_exit_status_can_say_that_something_is_missing(desk: Path, run: Run) -> None:
    assert run("quality", "--exit-code").status == 3
    assert run("quality").status == 0
    assert run("quality", "--exit-code", "--field", "title").status == 0
    refused = run("quality", "--field", "lubang")
    assert (refused.status, "original-place" in refused.err) == (2, True)


def test_a_person_reads_what_a_field_is_called(desk: Path, ok: Ok) -> None:
    assert "nilai kerja sama" in on_screen("quality")
    assert ok("quality", "--format", "md").startswith("| Keterangan | Naskah |")


def test_an_import_says_what_is_lacking_most_and_who_is_asked(
    example: Path, run: Run, tmp_path: Path
) -> None:
    """What most documents lack is in it, with how many of them."""
    sheet = tmp_path / "baru.csv"
    sheet.write_text(
        "Jenis;Judul;Mitra;Tanggal;OPD\nPKS;PKS Umpama Baru;PT Umpama Fiktif;3 Mei 2024;DINKES\n", "utf-8"
    )
    said = run("import", sheet, "--yes", "--no-input").err
    assert "Yang paling banyak belum tercatat:" in said
    assert "kskd quality --each" in said
    most = max(table(run("quality").out), key=lambda row: int(row["missing"]) + int(row["partial"]))
    assert f"({int(most['missing']) + int(most['partial'])} naskah)" in said


@pytest.mark.parametrize(
    ("since", "proposed"), [("2023-S1", True), ("2024-S2", True), ("2025-S1", False), ("2025-S2", False)]
)
def test_reports_are_proposed_from_the_semester_of_the_day(since: str, proposed: bool) -> None:
    government = Government({"reports-since": since})
    said = proposed_since(government, date(2025, 1, 15))
    assert (said is not None) is proposed
    assert said is None or said.endswith("kskd setting set reports-since 2025-S1")
