"""``clock`` and ``holiday``: due until stopped, and working days by imported lists only."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.cli.command_line import document, table

if TYPE_CHECKING:
    from pathlib import Path

    from .command_line import Ok, Refused, Run

KB, PKS = "KB-2024-001", "PKS-2024-001"
MAJU, DAY = ("--partner", "PT Maju Contoh"), ("--on", "2025-01-02")
OFFER = (
    "clock", "start", "penawaran-ksdd", "--partner", "PT Maju Contoh", "--on", "2025-01-02",
    "--letter", "100/7/2025",
)  # fmt: skip


def due(ok: Ok, as_of: str) -> list[tuple[str, str]]:
    found = table(ok("due", "--as-of", as_of, "--within", "60d"))
    return [
        (row["due_on"], row["kind"]) for row in found if row["kind"].startswith(("penawaran", "gubernur"))
    ]


def test_an_offer_is_due_until_it_is_answered(busy: Path, ok: Ok, run: Run) -> None:
    """Thirty days from receipt; past it the next step of the law is named; stopped, it is only history."""
    begun = run(*OFFER)
    assert (begun.status, begun.out) == (0, "1\n")
    assert "Tenggat 1 Februari 2025 (Permendagri 22/2020 Pasal 8 ayat (3)" in begun.err
    assert due(ok, "2025-01-10") == [("2025-02-01", "penawaran-ksdd")]
    (late,) = (
        row
        for row in table(ok("due", "--as-of", "2025-02-02", "--overdue"))
        if row["kind"] == "penawaran-ksdd"
    )
    assert "permintaan jawaban kedua" in late["what"]
    ok("clock", "stop", "1", "--on", "2025-01-15", "--outcome", "menerima")
    assert due(ok, "2025-01-16") == []
    assert due(ok, "2025-01-14") == [("2025-02-01", "penawaran-ksdd")], "as of a day before it was stopped"
    assert table(ok("clock", "list", "--as-of", "2025-01-16")) == []
    (kept,) = document(ok("clock", "list", "--all", "--format", "json", "--as-of", "2025-01-16"))["items"]
    assert (kept["letter"], kept["stopped_on"], kept["outcome"]) == ("100/7/2025", "2025-01-15", "menerima")
    assert kept["days_left"] is None


def test_a_second_request_names_the_first_that_still_runs(busy: Path, ok: Ok, run: Run) -> None:
    """Nothing is stopped unasked: the command that would is told."""
    ok(*OFFER)
    second = run(
        "clock", "start", "penawaran-ksdd-kedua", "--partner", "PT Maju Contoh", "--on", "2025-01-14"
    )
    assert "kskd clock stop 1 --on 2025-01-14" in second.err
    assert len(table(ok("clock", "list"))) == 2


def test_a_request_about_a_document_is_its_opds(busy: Path, ok: Ok) -> None:
    """It has the unit of the document, and ends with it when that is void."""
    ok("clock", "start", "dprd-persetujuan", "--agreement", PKS, "--on", "2025-01-02")
    found = table(ok("due", "--as-of", "2025-01-05", "--within", "30d", "--opd", "DINKES"))
    assert [row["agreement"] for row in found if row["kind"] == "dprd-persetujuan"] == [PKS]
    ok("void", PKS, "--reason", "salah catat")
    assert table(ok("clock", "list", "--as-of", "2025-01-05")) == []


@pytest.mark.parametrize(
    ("args", "status", "said"),
    [
        (("start", "penawaran", *MAJU, *DAY), 1, 'Jenis penghitung tenggat "penawaran"'),
        (("start", "penawaran-ksdd", *DAY), 2, "Sebut --agreement, atau --partner"),
        (("start", "penawaran-ksdd", *MAJU), 2, "Sebut hari mulainya dengan --on"),
        (("start", "penawaran-ksdd", "--partner", "Entah Siapa", *DAY), 1, "belum tercatat"),
        (("start", "penawaran-ksdd", *MAJU, "--on", "2030-01-02"), 1, "belum terjadi"),
        (("start", "dprd-persetujuan", *MAJU, *DAY), 2, "perlu --agreement"),
        (("start", "penawaran-ksdd", "--agreement", KB, "--opd", "DIKBUD", *DAY), 2, "--opd hanya tanpa"),
        (("stop", "1", *DAY, "--outcome", "menerima"), 1, "Penghitung tenggat 1 tidak ada"),
        (("stop", "1", *DAY), 2, "hasilnya dengan --outcome"),
    ],
)
def test_a_clock_that_cannot_be_is_refused(
    busy: Path, refused: Refused, args: tuple[str, ...], status: int, said: str
) -> None:
    """With a sentence that says what is missing."""
    assert said in refused("clock", *args, status=status)


def test_a_clock_stops_once_and_after_it_began(busy: Path, ok: Ok, refused: Refused) -> None:
    """Neither before its start nor a second time."""
    ok(*OFFER)
    assert "mendahului" in refused("clock", "stop", "1", "--on", "2025-01-01", "--outcome", "menerima")
    ok("clock", "stop", "1", "--on", "2025-01-03", "--outcome", "menolak")
    assert "menolak" in refused("clock", "stop", "1", "--on", "2025-01-04", "--outcome", "menerima")


def test_a_province_has_no_gubernur_above_it(busy: Path, ok: Ok, refused: Refused) -> None:
    """Permendagri 25/2020 Pasal 18: only kabupaten and kota go through the Gubernur."""
    ok("setting", "set", "level", "provinsi")
    start = ("clock", "start", "gubernur-naskah", "--partner", "PT Maju Contoh", "--on", "2025-01-02")
    assert "Hanya kabupaten/kota" in refused(*start)


def test_merging_partners_takes_the_clocks_along(busy: Path, ok: Ok) -> None:
    """An offer made to the one is an offer made to the other."""
    ok(*OFFER)
    ok("partner", "add", "PT Maju Jaya Contoh", "--new")
    ok("partner", "merge", "PT Maju Contoh", "PT Maju Jaya Contoh", "--reason", "satu perusahaan")
    assert [row["partner"] for row in table(ok("clock", "list"))] == ["PT Maju Jaya Contoh"]


def test_undo_takes_a_clock_back(busy: Path, ok: Ok) -> None:
    """As every act."""
    ok(*OFFER)
    ok("undo", "--yes")
    assert table(ok("clock", "list", "--all")) == []


def test_all_kinds_are_listed_with_article_and_footing(busy: Path, ok: Ok) -> None:
    """One row a kind, each with its basis; those started by hand are marked."""
    rows = table(ok("clock", "kinds"))
    assert {row["kind"] for row in rows if row["by_hand"] == "True"} >= {"penawaran-ksdd", "gubernur-naskah"}
    assert all(row["article"] and row["start"] and row["stops"] and row["footing"] for row in rows)


LIST = "date,name,source\n2025-01-01,Tahun Baru,Uji 1/2024\n27/1/2025,Isra Mikraj,Uji 1/2024\n"


def test_an_imported_list_moves_working_days(busy: Path, ok: Ok, tmp_path: Path) -> None:
    """Five working days from 24 January 2025: a day later with the 27th off; without a list it says so."""
    ok("clock", "start", "gubernur-naskah", "--partner", "PT Maju Contoh", "--on", "2025-01-10")
    (before,) = table(ok("clock", "list"))
    assert (before["due_on"], "daftar hari libur 2025 belum ada" in before["note"]) == ("2025-01-17", True)
    (tmp_path / "libur.csv").write_text(
        "date,name,source\n2025-01-14,Libur Uji,Uji 1/2024\n", encoding="utf-8"
    )
    assert ok("holiday", "import", tmp_path / "libur.csv") == "+\t2025-01-14\tLibur Uji\tUji 1/2024\n"
    (after,) = table(ok("clock", "list"))
    assert (after["due_on"], after["note"]) == ("2025-01-20", "")


def test_holidays_are_previewed_taken_in_and_replaced(busy: Path, ok: Ok, run: Run, tmp_path: Path) -> None:
    """A dry run shows the changes and keeps none; a day that a later list leaves out goes only when asked."""
    path = tmp_path / "libur.csv"
    path.write_text(LIST, encoding="utf-8")
    preview = ok("holiday", "import", path, "--dry-run")
    assert table(ok("holiday", "list")) == []
    assert ok("holiday", "import", path) == preview
    assert [row["date"] for row in table(ok("holiday", "list", "--year", "2025"))] == [
        "2025-01-01",
        "2025-01-27",
    ]
    assert run("holiday", "import", path).out == ""
    path.write_text(LIST.replace("27/1/2025", "28/1/2025"), encoding="utf-8")
    said = run("holiday", "import", path)
    assert (said.out, "27 Januari 2025" in said.err) == ("+\t2025-01-28\tIsra Mikraj\tUji 1/2024\n", True)
    gone = ok("holiday", "import", path, "--replace", "--reason", "SKB perubahan")
    assert gone == "-\t2025-01-27\tIsra Mikraj\tUji 1/2024\n"


def test_a_bad_list_is_refused_with_all_its_lines(busy: Path, refused: Refused, tmp_path: Path) -> None:
    """Every problem at once, by line; nothing is taken in."""
    path = tmp_path / "libur.csv"
    path.write_text(LIST + "2025-02-30,Tiada,Uji\n2025-03-01,,Uji\n2025-01-01,Lagi,Uji\n", encoding="utf-8")
    said = refused("holiday", "import", path)
    assert all(f"baris {line}:" in said for line in (4, 5, 6))
    path.write_text("date,name,source\n", encoding="utf-8")
    refused("holiday", "import", path)
    path.write_text("date,name\n2025-01-01,Tahun Baru\n", encoding="utf-8")
    assert "source" in refused("holiday", "import", path)
