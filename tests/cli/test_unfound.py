"""An adendum whose document nobody can find, and days of adendums that are known in part: stories."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tests.cli.command_line import document

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.command_line import Ok, Refused, Run

PKS, UNI = "PKS-2024-001", "Universitas Contoh"
UNFOUND = ("amend", "--no-document", "--scheme", "ksdpk", "--opd", "DINKES", "--partner", UNI)
LONGER = (*UNFOUND, "--signed", "2024-09-02", "--what", "Diperpanjang", "--ends", "2027-12-31",
          "--number", "9/AD/2024", "--partner-number", "7/AD/UC")  # fmt: skip


def _show(ok: Ok, agreement: str, *more: str) -> dict[str, Any]:
    shown: dict[str, Any] = document(ok("show", agreement, "--format", "json", *more))
    return shown


def _stub(run: Run, *args: str) -> str:
    result = run(*args)
    assert result.status == 0, result.err
    return result.out.split()[0]


def test_an_adendum_without_its_document_loses_nothing_and_is_found(ok: Ok, run: Run, desk: Path) -> None:
    stub = _stub(run, *LONGER)
    shown = _show(ok, stub)
    assert (shown["signed"], shown["ends_on"], shown["partners"]) == ("XXXX", "2027-12-31", [UNI])
    assert shown["facts"]["paper_missing"] == "yes"
    (one,) = shown["amendments"]
    assert [given["number"] for given in one["numbers"]] == ["9/AD/2024", "7/AD/UC"]
    (found,) = document(ok("check", "--rule", "KS715", "--format", "json"))["items"]
    assert (found["agreement"], f"--take {stub}" in found["remedy"]) == (stub, True)
    (gap,) = document(ok("gaps", "--kind", "no-paper", "--format", "json"))["items"]
    assert (gap["agreement"], gap["command"]) == (
        stub,
        f"kskd update {stub} --paper-missing tidak --reason …",
    )
    assert run("doctor").status == 0


def test_it_goes_to_its_document_once_that_is_found_and_can_be_undone(ok: Ok, run: Run, desk: Path) -> None:
    stub = _stub(run, *LONGER)
    ok("amend", PKS, "--signed", "2024-10-01", "--what", "Judul", "--title", "Bidan")
    before = _show(ok, PKS)
    result = run("amend", PKS, "--take", stub)
    assert f"Adendum dari {stub} menjadi adendum 2." in result.err
    assert f"{stub} dibatalkan." in result.err
    after = _show(ok, PKS)
    assert [one["what"] for one in after["amendments"]] == ["Diperpanjang", "Judul"]
    assert (after["ends_on"], after["title"]) == ("2027-12-31", "Bidan")
    assert _show(ok, PKS, "--as-of", "2024-09-01")["ends_on"] == "2026-05-02"
    assert [given["number"] for given in after["amendments"][0]["numbers"]] == ["9/AD/2024", "7/AD/UC"]
    assert _show(ok, stub)["status"] == "void"
    assert document(ok("gaps", "--kind", "no-paper", "--format", "json"))["items"] == []
    assert run("doctor").status == 0
    ok("undo", "--yes")
    for one in (undone := _show(ok, PKS), before):
        one.pop("version")
    assert undone == before
    assert _show(ok, stub)["status"] == "active"


@pytest.mark.parametrize(
    ("args", "status", "says"),
    [
        (("amend", "--signed", "2024-09-02", "--what", "X"), 2, "--no-document"),
        (("amend", PKS, "--no-document", "--signed", "2024-09-02", "--what", "X"), 2, "pakai salah satu"),
        ((*UNFOUND[:2], "--signed", "2024-09-02", "--what", "X"), 2, "--scheme"),
        ((*UNFOUND, "--what", "X"), 2, "--signed"),
        (("amend", PKS, "--take", "KB-2024-001"), 1, "--paper-missing ya"),
        (("amend", PKS, "--take", PKS), 1, "--paper-missing ya"),
    ],
)
def test_what_cannot_be_meant_is_refused(
    args: tuple[str, ...], status: int, says: str, refused: Refused, desk: Path
) -> None:
    assert says in refused(*args, status=status)


def test_a_stranger_who_numbered_it_is_asked_about(ok: Ok, run: Run, refused: Refused, desk: Path) -> None:
    stub = _stub(run, *UNFOUND[:-1], "PT Maju Contoh", "--signed", "2024-09-02", "--what", "X",
                 "--partner-number", "7")  # fmt: skip
    assert "bukan pihak dalam" in refused("amend", PKS, "--take", stub)
    ok("update", PKS, "--partner", "PT Maju Contoh")
    assert run("amend", PKS, "--take", stub).status == 0


def test_a_day_known_in_part_has_its_place_and_becomes_exacter_without_a_reason(
    ok: Ok, run: Run, refused: Refused, desk: Path
) -> None:
    ok("amend", PKS, "--signed", "2024-10-01", "--what", "Oktober", "--ends", "2028-01-01")
    result = run("amend", PKS, "--signed", "2024", "--what", "Tahun itu", "--ends", "2027-01-01")
    assert "Urutan tidak pasti terhadap adendum 1 (1 Oktober 2024)" in result.err
    shown = _show(ok, PKS)
    assert [(one["number"], one["signed"], one["signed_on"]) for one in shown["amendments"]] == [
        (2, "2024", None),
        (1, "2024-10-01", "2024-10-01"),
    ]
    assert shown["ends_on"] == "2028-01-01"
    assert ok("show", PKS).count("urutannya tidak pasti") == 2
    assert "tidak diubah" in refused("amend", PKS, "--amendment", "2", "--signed", "2023-12-01", status=2)
    ok("amend", PKS, "--amendment", "2", "--signed", "2024-12-01")
    shown = _show(ok, PKS)
    assert [one["number"] for one in shown["amendments"]] == [1, 2]
    assert shown["ends_on"] == "2027-01-01"
    assert _show(ok, PKS, "--as-of", "2024-11-30")["ends_on"] == "2028-01-01"
    assert "tidak pasti" not in ok("show", PKS)
    assert run("doctor").status == 0


def test_one_of_which_no_day_is_known_comes_first(ok: Ok, desk: Path) -> None:
    ok("amend", PKS, "--signed", "2024-10-01", "--what", "Oktober", "--ends", "2028-01-01")
    ok(
        "amend",
        PKS,
        "--signed",
        "tidak-diketahui",
        "--what",
        "Entah",
        "--ends",
        "2027-01-01",
        "--title",
        "Bidan",
    )
    shown = _show(ok, PKS)
    assert ([one["number"] for one in shown["amendments"]], shown["ends_on"]) == ([2, 1], "2028-01-01")
    assert _show(ok, PKS, "--as-of", "2024-05-02")["ends_on"] == "2027-01-01"
    assert "tanggal tidak diketahui" in ok("show", PKS)
