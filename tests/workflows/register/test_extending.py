"""Extending: a successor that inherits, of a kind that may follow, with the gap and the family told."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    Told = Callable[..., str]
    Show = Callable[..., dict[str, Any]]

KB, PKS = "KB-2024-001", "PKS-2024-001"


@pytest.fixture
def over(told: Told) -> None:
    """Both documents ended on 31 August 2024."""
    for one in (KB, PKS):
        told("update", one, "--ends", "31/8/2024", "--reason", "koreksi")


@pytest.mark.usefixtures("over")
def test_a_successor_inherits_and_the_gap_is_told(told: Told, show: Show) -> None:
    said = told("extend", KB, "--signed", "10/9/2024", "--years", "5", "--number", "9/KB/2024")
    assert "Jeda 9 hari" in said
    assert "Permendagri 22/2020 Pasal 9 ayat (3)" in said
    old, new = show(KB), show("KB-2024-002")
    assert (new["predecessor"], old["successor"], new["gap_days"]) == (KB, new["id"], 9)
    for key in ("doc", "scheme", "title", "partners", "lead_opd", "affairs", "scope"):
        assert new[key] == old[key], key
    assert [one["number"] for one in new["numbers"]] == ["9/KB/2024"]


@pytest.mark.usefixtures("over")
@pytest.mark.parametrize(
    ("signed", "sentence", "gap"),
    [("1/9/2024", None, 0), ("2/9/2024", "Jeda 1 hari", 1), ("31/8/2024", "Tumpang tindih 1 hari", -1)],
)
def test_a_gap_is_counted_in_days_without_a_document(
    signed: str, sentence: str | None, gap: int, told: Told, show: Show
) -> None:
    said = told("extend", KB, "--signed", signed, "--years", "5")
    assert sentence in said if sentence else "hari antara" not in said
    assert show("KB-2024-002")["gap_days"] == gap


@pytest.mark.usefixtures("over")
def test_a_derived_successor_stands_under_what_carries_its_parent_on(told: Told, show: Show) -> None:
    told("extend", KB, "--signed", "10/9/2024", "--years", "5")
    said = told("extend", PKS, "--signed", "1/10/2024", "--years", "6", "--title", "Pelatihan lanjutan")
    assert "Induk KB-2024-002" in said
    assert "tidak mengatur tata cara perpanjangan Perjanjian Kerja Sama" in said
    assert "sesudah induknya KB-2024-002 berakhir 10 September 2029" in said
    new = show("PKS-2024-002")
    assert (new["parent"], new["title"], new["support_opds"]) == ("KB-2024-002", "Pelatihan lanjutan", [])


@pytest.mark.usefixtures("over")
def test_a_pks_with_a_ministry_becomes_an_nk_with_an_rk(told: Told, show: Show) -> None:
    said = told("extend", PKS, "--scheme", "sinergi", "--signed", "10/9/2024", "--years", "3")
    assert "kskd derive-pks NK-2024-001" in said
    assert "PP 28/2018 Pasal 46" in said
    new = show("NK-2024-001")
    assert (new["doc"], new["scheme"], new["parent"], new["predecessor"]) == ("nk", "sinergi", None, PKS)
    told("derive-pks", "NK-2024-001", "--title", "Rencana kerja", "--signed", "10/9/2024", "--years", "3")
    assert show("RK-2024-001")["scheme"] == "sinergi"


def test_the_gap_is_counted_from_an_early_end(told: Told, show: Show) -> None:
    told("end", PKS, "--on", "30/6/2024", "--ground", "tujuan")
    assert "Jeda 31 hari" in told("extend", PKS, "--signed", "1/8/2024", "--years", "1")
    assert show("PKS-2024-002")["gap_days"] == 31


@pytest.mark.parametrize(
    ("args", "sentence"),
    [
        ((KB, "--doc", "pks"), "yang dapat: kb, nk"),
        ((PKS, "--doc", "kb"), "add-mou --replaces PKS-2024-001"),
        ((PKS, "--scheme", "sinergi", "--doc", "rk", "--parent", KB), "mengikuti induk"),
        (("tiada",), "tidak ditemukan"),
    ],
)
def test_kinds_that_do_not_follow_each_other_are_refused(
    args: tuple[str, ...], sentence: str, refused: Told
) -> None:
    assert sentence in refused("extend", *args, "--signed", "10/9/2024")


def test_a_document_is_carried_on_once(told: Told, refused: Told) -> None:
    told("extend", KB, "--signed", "10/9/2024", "--years", "5")
    assert "sudah diteruskan oleh KB-2024-002" in refused("extend", KB, "--signed", "11/9/2024")


@pytest.mark.parametrize(
    ("args", "sentence"),
    [
        (("derive-pks", KB, "--title", "X", "--signed", "1/2/2024", "--years", "1"), "mendahului induknya"),
        (("derive-pks", KB, "--title", "X", "--signed", "1/3/2024", "--years", "9"), "sesudah induknya"),
        (
            ("derive-pks", KB, "--title", "X", "--signed", "1/3/2024", "--open-ended"),
            "tidak bertanggal akhir",
        ),
        (("update", PKS, "--ends", "1/1/2030", "--reason", "koreksi"), "sesudah induknya KB-2024-001"),
        (("update", KB, "--ends", "1/1/2025", "--reason", "koreksi"), "PKS-2024-001 berakhir 2 Mei 2026"),
    ],
)
def test_children_that_precede_or_outlive_their_parent_are_told_of(
    args: tuple[str, ...], sentence: str, told: Told
) -> None:
    assert sentence in told(*args)


def test_nothing_is_told_of_children_within_their_parents_term(told: Told) -> None:
    said = told("derive-pks", KB, "--title", "X", "--signed", "1/3/2024", "--years", "1")
    assert "induknya" not in said
