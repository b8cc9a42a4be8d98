"""``paper``: what the office itself sends, obtains and holds, and what it owes of that."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING, Any

import pytest

from tests.cli.command_line import document, table

if TYPE_CHECKING:
    from pathlib import Path

    from .command_line import Ok, Refused, Run

REPORT = ("paper", "add", "laporan-tkksd-semester", "--period", "2024-S2", "--on", "2025-01-10")
DECREE = ("paper", "add", "keputusan-tkksd", "--on", "2024-01-05")


@pytest.fixture
def asked(desk: Path, ok: Ok) -> Path:
    """The small office, whose papers are asked for since 2024."""
    ok("setting", "set", "reports-since", "2024-S1")
    return desk


def owed(ok: Ok, *args: str, as_of: str = "2025-01-15") -> dict[str, dict[str, str]]:
    """What is due of the office itself, by kind."""
    rows = table(ok("due", "--within", "400d", "--as-of", as_of, *args))
    return {row["kind"]: row for row in rows if not row["agreement"] and not row["number"]}


def listed(ok: Ok, *args: str) -> list[dict[str, Any]]:
    items: list[dict[str, Any]] = document(ok("paper", "list", "--format", "json", *args))["items"]
    return items


def test_a_report_is_recorded_with_to_whom_when_number_and_receipt(asked: Path, ok: Ok) -> None:
    assert (
        ok(
            *REPORT,
            "--number",
            "100/7",
            "--to",
            "Bupati Contoh",
            "--receipt",
            "12/TT",
            "--received",
            "13/1/2025",
        )
        == "1\n"
    )
    (one,) = listed(ok)
    assert one == {
        "id": 1,
        "kind": "laporan-tkksd-semester",
        "period": "2024-S2",
        "given_on": "2025-01-10",
        "number": "100/7",
        "addressee": "Bupati Contoh",
        "receipt": "12/TT",
        "received_on": "2025-01-13",
        "note": None,
        "void_reason": None,
    }
    assert "naskah dinas 1: jenis laporan-tkksd-semester; periode 2024-S2" in ok("log")
    assert listed(ok, "--as-of", "2025-01-09") == []
    assert listed(ok, "--as-of", "2025-01-10") == [one]


def test_what_is_owed_is_one_line_a_kind_until_it_is_recorded(asked: Path, ok: Ok) -> None:
    """Two semesters and a year are owed; the oldest is told, with how many have passed."""
    found = owed(ok, as_of="2025-02-01")
    line = found["laporan-tkksd-semester"]
    assert (line["due_on"], line["opd"]) == ("2024-07-30", "")
    assert "Semester I Tahun 2024 kepada kepala daerah belum tercatat; seluruhnya 2 periode" in line["what"]
    ok(*line["remedy"].split()[1:-1], "2024-07-20")
    assert (
        "Semester II Tahun 2024 kepada kepala daerah belum tercatat"
        in owed(ok, as_of="2025-02-01")["laporan-tkksd-semester"]["what"]
    )
    ok(*REPORT)
    assert owed(ok, as_of="2025-02-01")["laporan-tkksd-semester"]["due_on"] == "2025-07-30"
    ok("paper", "void", "2", "--reason", "salah catat")
    assert owed(ok, as_of="2025-02-01")["laporan-tkksd-semester"]["due_on"] == "2025-01-30"


def test_only_what_has_documents_is_owed(asked: Path, ok: Ok) -> None:
    """The small office has cooperation with third parties only: nothing abroad, no Sinergi."""
    assert set(owed(ok)) == {
        "laporan-tkksd-semester",
        "laporan-tkksd-tahunan",
        "laporan-berjenjang",
        "rapat-pleno-tkksd",
        "daftar-ksdpk",
    }
    assert owed(ok, "--opd", "DINKES") == owed(ok, "--agreement", "KB-2024-001") == {}


def test_a_registry_begun_yesterday_is_asked_for_nothing_of_before(desk: Path, ok: Ok) -> None:
    """Its first document was entered in January 2025, and the office named no other semester."""
    ok("setting", "reset", "reports-since")
    assert owed(ok, as_of="2024-12-31") == {}
    found = owed(ok)
    assert {row["due_on"] for row in found.values()} == {"2025-07-30", "2025-12-31", "2026-01-30"}
    assert table(ok("due", "--as-of", "2025-01-15")) == [
        row for row in table(ok("due", "--as-of", "2025-01-15")) if row["agreement"]
    ]
    pressing = document(ok("next", "--as-of", "2025-01-15", "--format", "json"))["items"]
    assert all(one["agreement"] for one in pressing)


def test_what_is_pressing_of_the_office_stands_in_next(asked: Path, ok: Ok) -> None:
    items = document(ok("next", "--as-of", "2025-01-25", "--format", "json"))["items"]
    (one,) = (one for one in items if one["kind"] == "laporan-berjenjang")
    assert (one["agreement"], one["opd"]) == (None, None)
    assert one["command"] == "kskd paper add laporan-berjenjang --period 2024-S1 --on TANGGAL"


def test_a_clock_of_old_still_tells_its_report_and_that_alone(
    asked: Path, ok: Ok, run: Run, refused: Refused
) -> None:
    """A new one is not started: the command to type instead is told."""
    said = refused("clock", "start", "laporan-tkksd", "--on", "2024-12-31", status=2)
    assert "kskd paper add laporan-tkksd-semester --period PERIODE --on TANGGAL" in said
    with closing(sqlite3.connect(asked)) as con, con:  # as it could be started once
        con.execute("INSERT INTO clock (number, kind, started_on) VALUES (1, 'laporan-tkksd', '2024-12-31')")
    rows = table(ok("due", "--within", "60d", "--as-of", "2025-01-15"))
    assert [row["due_on"] for row in rows if row["kind"] == "laporan-tkksd"] == ["2025-01-30"]
    assert "Semester I Tahun 2024" in owed(ok)["laporan-tkksd-semester"]["what"]
    assert "Tahun 2025" in owed(ok)["laporan-tkksd-tahunan"]["what"]
    ok("clock", "stop", "1", "--on", "2025-01-14", "--outcome", "disampaikan")
    assert "Tahun 2025" in owed(ok)["laporan-tkksd-tahunan"]["what"]
    assert "laporan-tkksd\t" not in ok("clock", "kinds")


@pytest.mark.parametrize(
    ("args", "status", "said"),
    [
        (("add", "laporan", "--on", "2025-01-10"), 1, "laporan-tkksd-semester, laporan-tkksd-tahunan"),
        (("add", "laporan-tkksd-semester", "--period", "2024-S2"), 2, "--on"),
        (("add", "laporan-tkksd-semester", "--on", "2025-01-10"), 2, "perlu --period"),
        (
            ("add", "laporan-tkksd-semester", "--on", "2025-01-10", "--period", "2024"),
            1,
            "bukan periode bagi",
        ),
        (("add", "keputusan-tkksd", "--on", "2025-01-10", "--period", "2024"), 2, "tidak mempunyai periode"),
        (("add", "keputusan-tkksd", "--on", "2025-01-16"), 1, "belum terjadi"),
        (("add", "keputusan-tkksd", "--on", "2025-01-10", "--received", "2025-01-16"), 1, "belum terjadi"),
        (
            ("add", "keputusan-tkksd", "--on", "2025-01-10", "--received", "2025-01-09"),
            1,
            "mendahului tanggal naskah",
        ),
        (("add", "laporan-tkksd-tahunan", "--on", "2023-12-31", "--period", "2024"), 1, "mendahului periode"),
        (("update", "9", "--number", "x"), 1, "Naskah dinas 9 tidak ada"),
        (("void", "9", "--reason", "x"), 1, "Naskah dinas 9 tidak ada"),
        (("void", "9"), 2, "--reason"),
        (("list", "--kind", "laporan"), 1, "tidak dikenal"),
    ],
)
def test_what_cannot_be_is_refused(
    desk: Path, refused: Refused, args: tuple[str, ...], status: int, said: str
) -> None:
    assert said in refused("paper", *args, status=status)


def test_a_list_of_plans_may_be_older_than_its_year(desk: Path, ok: Ok) -> None:
    ok("paper", "add", "daftar-ksdpk", "--period", "2025", "--on", "2024-12-02")
    ok("paper", "add", "laporan-tkksd-tahunan", "--period", "2024", "--on", "2024-01-01")
    assert [one["kind"] for one in listed(ok)] == ["daftar-ksdpk", "laporan-tkksd-tahunan"]
    assert [one["id"] for one in listed(ok, "--kind", "daftar-ksdpk")] == [1]
    assert [one["id"] for one in listed(ok, "--period", "2024")] == [2]


def test_a_paper_is_recorded_once_and_void_once(desk: Path, ok: Ok, refused: Refused) -> None:
    ok(*REPORT)
    assert "sudah tercatat dengan nomor 1" in refused(*REPORT)
    ok("paper", "void", "1", "--reason", "salah catat")
    assert listed(ok) == []
    assert [one["void_reason"] for one in listed(ok, "--all")] == ["salah catat"]
    assert "sudah dibatalkan: salah catat" in refused("paper", "void", "1", "--reason", "lagi")
    assert "sudah dibatalkan" in refused("paper", "update", "1", "--number", "x")
    assert ok(*REPORT) == "2\n"
    ok("undo", "--yes")
    ok("undo", "--yes")
    assert [one["id"] for one in listed(ok)] == [1]


def test_what_is_recorded_is_corrected_with_a_reason_and_cleared(desk: Path, ok: Ok, run: Run) -> None:
    ok(*REPORT, "--number", "100/7")
    ok("paper", "update", "1", "--to", "Bupati Contoh")
    assert run("paper", "update", "1", "--number", "100/8").status == 1
    assert (
        run("paper", "update", "1", "--on", "2024-06-30", "--reason", "salah").status == 1
    )  # before its period
    changed = run(
        "paper", "update", "1", "--period", "2024-S1", "--clear", "number", "--reason", "salah catat"
    )
    assert "Periode: 2024-S2 → 2024-S1" in changed.err
    assert "Nomor: 100/7 → dihapus" in changed.err
    assert run("paper", "update", "1", "--clear", "period", "--reason", "salah").status == 2
    (one,) = listed(ok)
    assert (one["period"], one["number"], one["addressee"]) == ("2024-S1", None, "Bupati Contoh")


def test_findings_of_the_office_stand_under_no_document(
    asked: Path, ok: Ok, run: Run, refused: Refused
) -> None:
    """Nothing recorded of the office is one line; a filter leaves them out; none is accepted by itself."""
    every = ("check", "--chapter", "8", "--severity", "error,warning,info")
    items = document(ok(*every, "--format", "json"))["items"]
    assert [(one["rule"], one["severity"], one["agreement"], one["opd"]) for one in items] == [
        ("KS801", "info", None, None)
    ]
    (row,) = table(ok(*every))
    assert (row["rule"], row["agreement"], row["opd"]) == ("KS801", "", "")
    assert "## \\(kantor\\) – Bagian Kerja Sama" in ok(*every, "--format", "md").replace(
        "(kantor)", "\\(kantor\\)"
    )
    on_screen = ok(*every, "--format", "table")
    assert "(kantor) – Bagian Kerja Sama Sekretariat Daerah (1)" in on_screen
    assert (
        "  (kantor): KS801 keterangan: Belum dapat dinilai (TKKSD tanpa keputusan kepala daerah)" in on_screen
    )
    assert "KS801 – TKKSD tanpa" in ok(*every, "--by", "rule", "--format", "table")
    assert ok(*every, "--opd", "DINKES") == ""
    assert "menyangkut kantor" in refused(
        "check", "--accept", "KB-2024-001", "KS801", "--reason", "x", status=2
    )
    assert "menyangkut kantor" in refused(
        "check", "--withdraw", "KB-2024-001", "KS801", "--reason", "x", status=2
    )
    assert run(*every, "--fail-on", "info").status == 3


def test_rules_of_the_office_follow_what_is_recorded(asked: Path, ok: Ok) -> None:
    ok("official", "add", "--role", "tkksd", "--office", "Bupati Contoh", "--position", "ketua")

    def found(*severities: str) -> set[str]:
        rows = table(ok("check", "--chapter", "8", "--severity", ",".join(severities)))
        return {row["rule"] for row in rows}

    assert found("warning") == {"KS803"}
    assert found("info") == {"KS801", "KS802", "KS804"}
    ok(*DECREE)
    assert found("info") == {"KS802", "KS804", "KS805"}
    ok("paper", "add", "rapat-pleno-tkksd", "--period", "2023", "--on", "2023-11-02")
    assert found("warning") == {"KS803", "KS804"}
    ok("paper", "add", "rapat-pleno-tkksd", "--period", "2024", "--on", "2024-11-02")
    ok("paper", "add", "daftar-ksdpk", "--period", "2024", "--on", "2024-01-09")
    assert found("warning") == {"KS803"}
    assert found("info") == {"KS802", "KS806"}
    ok("update", "KB-2024-001", "--in-ksdpk-list", "ya")
    assert found("info") == {"KS802"}


def test_a_report_to_the_gubernur_settles_every_nk(desk: Path, ok: Ok) -> None:
    for title in ("Data", "Peta"):
        ok(
            "add-mou",
            "--scheme",
            "sinergi",
            "--title",
            title,
            "--partner",
            "Badan Contoh",
            "--new",
            "--partner-kind",
            "kementerian",
            "--opd",
            "DINKES",
            "--signed",
            "2022-03-01",
            "--years",
            "5",
            "--signer",
            "Bupati Contoh",
        )
    ok("setting", "set", "reports-since", "2024-S1")

    def silent() -> list[str]:
        rows = table(ok("check", "--rule", "KS510", "--severity", "error,info"))
        return [row["severity"] for row in rows]

    assert (silent(), owed(ok)["laporan-sinergi-tahunan"]["due_on"]) == (["info", "info"], "2025-01-30")
    ok("paper", "add", "laporan-sinergi-tahunan", "--period", "2024", "--on", "2025-01-10")
    assert (silent(), owed(ok)["laporan-sinergi-tahunan"]["due_on"]) == ([], "2026-01-30")
    ok("undo", "--yes")
    ok("update", "NK-2022-001", "--governor-reported-on", "2024-11-01")
    assert (silent(), owed(ok)["laporan-sinergi-tahunan"]["due_on"]) == (["info"], "2026-01-30")


@pytest.mark.parametrize("kind", ["laporan-berjenjang", "rapat-pleno-tkksd", "keputusan-tkksd"])
def test_a_kind_of_paper_is_explained(desk: Path, ok: Ok, kind: str) -> None:
    told = {row["label"]: row["text"] for row in table(ok("explain", kind))}
    assert told["Langkah"].startswith(f"kskd paper add {kind}")
    assert "Dari dan kepada" in told
    assert ("Tenggat" in told) == (kind != "keputusan-tkksd")


def test_an_article_tells_who_owes_what_to_whom(desk: Path, ok: Ok) -> None:
    told = {row["label"]: row["text"] for row in table(ok("explain", "Permendagri 22/2020 Pasal 17"))}
    assert "Laporan berjenjang dari bupati/wali kota kepada Gubernur" in told["Tenggat"]
    told = {row["label"]: row["text"] for row in table(ok("explain", "Permendagri 22/2020 Pasal 47"))}
    assert "KS802" in told["Aturan"]
    assert "kantor" in {row["label"]: row["text"] for row in table(ok("explain", "KS803"))}["Naskah"]
