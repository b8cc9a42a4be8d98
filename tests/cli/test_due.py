"""``due``: what it lists, how far ahead, for whom, in every format, and its exit status."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.cli.command_line import document, on_screen, table

if TYPE_CHECKING:
    from pathlib import Path

    from .command_line import Ok, Refused, Run

KB, PKS = "KB-2024-001", "PKS-2024-001"


@pytest.fixture
def busy(busy: Path, ok: Ok) -> Path:
    """The registry began with the semester that is reported on; of the office itself nothing is owed."""
    ok("setting", "set", "reports-since", "2024-S2")
    for kind in ("laporan-tkksd-semester", "laporan-berjenjang"):
        for period in ("2024-S2", "2025-S1"):
            ok("paper", "add", kind, "--period", period, "--on", "2025-01-10")
    return busy


def kinds(text: str) -> list[tuple[str, str, str, str]]:
    return [(row["due_on"], row["days_left"], row["kind"], row["agreement"]) for row in table(text)]


def test_due_is_what_the_documents_and_settings_say(busy: Path, ok: Ok) -> None:
    """Overdue first with negative days, then the next ninety days, each with its article."""
    assert kinds(ok("due", "--as-of", "2025-03-10")) == [
        ("2025-03-01", "-9", "tindak-lanjut", PKS),
    ]
    found = table(ok("due", "--as-of", "2025-06-30", "--within", "3 bulan"))
    assert [(row["due_on"], row["kind"], row["article"]) for row in found] == [
        ("2025-03-01", "tindak-lanjut", "hasil evaluasi"),
        ("2025-07-30", "laporan-semester", "Permendagri 22/2020 Pasal 39 ayat (1)"),
    ]


@pytest.mark.parametrize(
    ("within", "last"),
    [
        ("29d", None),
        ("30d", "2025-07-30"),
        ("30", "2025-07-30"),
        ("1 bulan", "2025-07-30"),
        ("4 minggu", None),
    ],
)
def test_within_reaches_so_far_and_no_further(busy: Path, ok: Ok, within: str, last: str | None) -> None:
    """The last day counts."""
    found = kinds(ok("due", "--as-of", "2025-06-30", "--within", within))
    assert [row[0] for row in found[1:]] == [last] * bool(last)


def test_exit_code_is_three_only_with_something_overdue(busy: Path, ok: Ok, run: Run) -> None:
    """And only when asked; --overdue shows nothing else."""
    asked = ("due", "--as-of", "2025-06-30", "--within", "60d")
    assert len(kinds(ok(*asked))) == 2
    late = run(*asked, "--exit-code", "--overdue")
    assert (late.status, [row[0] for row in kinds(late.out)], late.err) == (3, ["2025-03-01"], "")
    ok("action", "done", PKS, "1", "--on", "2025-01-14")
    assert run(*asked, "--exit-code").status == 0


def test_due_json_has_the_documented_keys(busy: Path, ok: Ok) -> None:
    """Keys that scripts read come first; unknown is null."""
    found = document(ok("due", "--as-of", "2025-03-10", "--format", "json"))
    assert (found["schema"], found["as_of"]) == ("kskd/deadline-list/1", "2025-03-10")
    assert found["items"] == [
        {
            "kind": "tindak-lanjut", "agreement": PKS, "opd": "DINKES", "due_on": "2025-03-01",
            "days_left": -9, "article": "hasil evaluasi",
            "what": "Tindak lanjut 1: Rapat koordinasi", "note": None, "number": 1,
            "remedy": f"kskd action done {PKS} 1 --on TANGGAL", "earliest": None,
        }
    ]  # fmt: skip


def test_due_of_one_opd_follows_its_successor(busy: Path, ok: Ok) -> None:
    """The unit that carries on has the deadlines of the one that is gone."""
    assert kinds(ok("due", "--as-of", "2025-03-10", "--opd", "DIKBUD")) == []
    ok("opd", "rename", "DINKES", "--into", "DIKBUD", "--on", "2025-01-02")
    assert len(kinds(ok("due", "--as-of", "2025-03-10", "--opd", "DIKBUD"))) == 1


def test_nothing_due_is_said_on_stderr_only(busy: Path, run: Run) -> None:
    """A table without rows is empty, and a terminal is told why; what there is, is a table."""
    empty = run("due", "--as-of", "2024-06-01", "--within", "5d", "--format", "table")
    assert (empty.out, empty.err) == ("", "Tidak ada tenggat yang cocok.\n")
    assert "DINKES" in on_screen("due", "--as-of", "2025-03-10")


@pytest.mark.parametrize("within", ["besok", "3 ekor", "", "-3d", "9000 tahun"])
def test_an_unclear_reach_is_refused(busy: Path, refused: Refused, within: str) -> None:
    """With how to type it."""
    said = refused("due", "--within", within, status=2 if not within else 1)
    assert ("ketik seperti 90d" if within else "Nilai untuk --within kosong") in said


def test_every_semester_owed_is_asked_for_the_oldest_first(office: Path, ok: Ok, run: Run) -> None:
    """One line a document says how many, from the semester that the office names; so do check and gaps."""
    asked = ("due", "--as-of", "2025-08-15", "--opd", "DINKES")
    (one,) = [
        row for row in table(ok(*asked)) if row["kind"] == "laporan-semester" and row["days_left"] < "0"
    ]
    assert (one["due_on"], one["remedy"]) == ("2024-07-30", f"kskd evaluate {PKS} --period 2024-S1")
    assert "Semester I Tahun 2024 belum masuk; seluruhnya 3 laporan, ini yang tertua" in one["what"]
    found = document(run("check", "--as-of", "2025-08-15", "--format", "json").out)["items"]
    assert [one["message"] for one in found if one["rule"] == "KS501"] == [
        "Laporan Semester I Tahun 2024 belum masuk; seluruhnya 3 laporan, ini yang tertua; belum pernah ada"
        " laporan."
    ]
    (gap,) = table(ok("gaps", "--as-of", "2025-08-15", "--kind", "no-report"))
    assert (gap["what"], gap["command"]) == (
        "Laporan Semester I Tahun 2024 belum masuk; seluruhnya 3 laporan, ini yang tertua",
        f"kskd evaluate {PKS} --period 2024-S1",
    )
    ok("setting", "set", "reports-since", "2025-S1")
    (one,) = [
        row for row in table(ok(*asked)) if row["kind"] == "laporan-semester" and row["days_left"] < "0"
    ]
    assert (one["due_on"], one["what"]) == ("2025-07-30", "Laporan Semester I Tahun 2025 belum masuk")


def test_a_semester_since_which_reports_are_asked_for_is_one(refused: Refused) -> None:
    assert "bukan 2024-11" in refused("setting", "set", "reports-since", "2024-11")
