"""A registry that was begun yesterday with the documents of many years: nothing of before is asked for."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

from tests.cli.command_line import document, table

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.command_line import Ok

DOCUMENTS = 24
"""Of four years, all in force until 2027: twelve umbrellas with a Perjanjian each."""


@pytest.fixture
def begun(tmp_path: Path, ok: Ok) -> Path:
    """A registry made on 15 January 2025 with nothing but documents, no report of any."""
    ok("init", "--name", "Kabupaten Contoh")
    for unit in ("DINKES", "DIKBUD"):
        ok("opd", "add", unit, "--name", f"Dinas {unit}")
    for at in range(DOCUMENTS // 2):
        signed = date(2020 + at // 3, 9, 3) + timedelta(days=at)
        common = ("--opd", ("DINKES", "DIKBUD")[at % 2], "--ends", "2027-01-02")
        partner = ("--partner", f"Kabupaten Umpama {at}", "--new", "--scheme", "ksdd-sukarela")
        kb = ok(
            "add-mou", "--title", f"Kerja sama {at}", *partner, "--signed", signed.isoformat(), *common
        ).strip()
        ok(
            "derive-pks",
            kb,
            "--title",
            f"Pelaksanaan {at}",
            "--signed",
            (signed + timedelta(days=90)).isoformat(),
            *common,
        )
    return tmp_path / "kskd.db"


def test_no_line_is_printed_for_what_was_before(begun: Path, ok: Ok) -> None:
    """Neither overdue nor missing nor "never evaluated"; the next report is told."""
    assert begun.exists()
    late = [row for row in table(ok("due", "--overdue")) if row["kind"].startswith("laporan")]
    assert late == []
    coming = [row for row in table(ok("due")) if row["kind"] == "laporan-semester"]
    assert {row["due_on"] for row in coming} <= {"2025-07-30"}
    kinds = {row["kind"] for row in table(ok("gaps"))}
    assert kinds & {"no-report", "never-evaluated", "no-activity"} == set()
    assert {row["rule"] for row in table(ok("check"))} & {
        "KS501",
        "KS502",
        "KS503",
        "KS506",
        "KS804",
        "KS805",
    } == set()
    assert not [row for row in table(ok("next")) if row["kind"].startswith(("laporan", "evaluasi"))]
    assert "Laporan" not in ok("remind", "--dry-run")


def test_the_rates_of_a_period_before_say_that_nothing_was_asked(begun: Path, ok: Ok) -> None:
    """No rate of zero: nothing of the semester before was owed, and the page says why."""
    assert begun.exists()
    ok("report", "--period", "2024-S2", "--out", "laporan")
    page = (begun.parent / "laporan" / "2024-S2" / "rekap.md").read_text("utf-8")
    assert "Sebelum registri dimulai (Semester I Tahun 2025): belum tercatat." in page
    figures = document(ok("recap", "--period", "2024-S2", "--format", "json"))["items"]
    assert figures
    assert {row["owed"] for row in figures} == {0}


def test_from_the_first_semester_on_all_is_asked_for(begun: Path, ok: Ok) -> None:
    """Each document in force owes it, once, with its command."""
    assert begun.exists()
    owed = [
        row
        for row in table(ok("due", "--overdue", "--as-of", "2025-07-31"))
        if row["kind"] == "laporan-semester"
    ]
    assert len(owed) == DOCUMENTS // 2
    assert {row["remedy"].split()[-1] for row in owed} == {"2025-S1"}
    assert "belum masuk; seluruhnya" not in "".join(row["what"] for row in owed)
