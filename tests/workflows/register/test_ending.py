"""Ending early: once, after the signing, before the dated end, on a ground of the scheme; and taken back."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Told = Callable[..., str]
    Show = Callable[..., dict[str, Any]]

KB, PKS = "KB-2024-001", "PKS-2024-001"
END = ("end", PKS, "--on", "30/6/2024", "--ground", "tujuan tercapai")


def test_an_ended_document_is_in_force_up_to_its_last_day(told: Told, show: Show, ok: Told) -> None:
    assert "PP 28/2018 Pasal 22" in told(*END)
    last, after = (show(PKS, "--as-of", day) for day in ("2024-06-30", "2024-07-01"))
    assert (last["status"], after["status"]) == ("active", "ended")
    assert (last["days_left"], after["days_left"]) == (None, None)  # those of its term are no longer true
    assert (after["ended_on"], after["end_ground"]) == ("2024-06-30", "tujuan")
    before = show(PKS, "--as-of", "2024-06-29")
    assert (before["ended_on"], before["end_ground"]) == (None, None)
    assert "30 Juni 2024, tujuan tercapai" in ok("show", PKS, "--format", "md")
    assert "diakhiri" in ok("why", PKS, "--format", "md")
    listed = json.loads(ok("list", "--status", "ended", "--format", "json"))["items"]
    assert [one["id"] for one in listed] == [PKS]


def test_derived_documents_go_on_and_are_told_of(told: Told, show: Show) -> None:
    said = told("end", KB, "--on", "30/6/2024", "--ground", "kesepakatan")
    assert f"{PKS} tetap berlaku" in said
    assert show(PKS)["status"] == "active"


@pytest.mark.parametrize(
    ("args", "sentence"),
    [
        ((PKS, "--ground", "tujuan"), "--on"),
        ((PKS, "--on", "30/6/2024"), "tujuan (tujuan tercapai)"),
        ((PKS, "--on", "1/1/2024", "--ground", "tujuan"), "ditandatangani 2 Mei 2024"),
        ((PKS, "--on", "16/1/2025", "--ground", "tujuan"), "belum tiba"),
        ((PKS, "--on", "30/6/2024", "--ground", "entah apa"), "lain (dasar lain, di luar daftar peraturan)"),
    ],
)
def test_what_cannot_be_is_refused(args: tuple[str, ...], sentence: str, refused: Told) -> None:
    assert sentence in refused("end", *args)


@pytest.mark.parametrize(
    ("ground", "code"),
    [
        ("pergantian bupati", "pergantian-pejabat"),
        ("lain", "lain"),
        ("diganti dengan perjanjian baru", "penggantian"),
    ],
)
def test_a_ground_that_the_law_does_not_give_is_recorded_and_found(
    ground: str, code: str, told: Told, show: Show, run: Callable[..., Any]
) -> None:
    assert "bukan dasar pengakhiran KSDPK" in told("end", PKS, "--on", "30/6/2024", "--ground", ground)
    assert show(PKS)["end_ground"] == code
    assert "yang bukan dasar pengakhiran KSDPK" in run("check", "--rule", "KS314").out


def test_what_has_expired_is_said_to_have_expired(told: Told, refused: Told) -> None:
    told("update", PKS, "--ends", "31/12/2024", "--reason", "koreksi")
    sentence = refused("end", PKS, "--on", "31/12/2024", "--ground", "tujuan")
    assert "berakhir dengan sendirinya 31 Desember 2024" in sentence


def test_twice_is_refused_with_the_way_back(told: Told, refused: Told, show: Show) -> None:
    told(*END)
    assert "--clear ended" in refused(*END)
    assert "--reason" in refused("update", PKS, "--clear", "ended")
    told("update", PKS, "--clear", "ended", "--reason", "salah naskah")
    assert show(PKS)["status"] == "active"


def test_drafts_and_void_documents_do_not_end(told: Told, refused: Told) -> None:
    told("add-mou", "--scheme", "ksdpk", "--title", "Baru", "--partner", "Universitas Contoh",
         "--opd", "DINKES")  # fmt: skip
    assert "rancangan" in refused("end", "KB-2025-001", "--on", "1/1/2025", "--ground", "tujuan")
    told("void", PKS, "--reason", "salah catat")
    assert "dibatalkan" in refused(*END)


@pytest.mark.parametrize("change", [("--ends", "30/6/2024"), ("--signed", "1/7/2024"), ("--clear", "signed")])
def test_a_correction_may_not_contradict_an_early_end(
    change: tuple[str, ...], told: Told, refused: Told
) -> None:
    told(*END)
    assert PKS in refused("update", PKS, *change, "--reason", "koreksi")


def test_a_report_has_it_among_what_ended_with_its_ground(told: Told, desk: Path) -> None:
    told(*END)
    told("report", "--period", "2024-S1", "--out", "laporan")
    recap, page = (
        (desk.parent / "laporan" / "2024-S1" / f"{name}.md").read_text("utf-8")
        for name in ("rekap", "DINKES")
    )
    assert f"| {PKS} | Pelatihan bidan desa | DINKES | 30 Juni 2024 (diakhiri: tujuan tercapai) |" in recap
    assert "diakhiri 30 Juni 2024 (tujuan tercapai)." in page
    assert "2 Mei 2024 s.d. 2 Mei 2026; diakhiri 30 Juni 2024 (tujuan tercapai) |" in page
    assert "30 Juni 2024 (30 Juni 2024: diakhiri: tujuan tercapai)" in page
