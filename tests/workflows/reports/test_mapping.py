"""``map`` counts what is in force on a day, and writes the yearly list of what is planned."""

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


def test_the_map_counts_what_is_in_force_on_the_day(ok: Told, desk: Path) -> None:
    made = json.loads(ok("map", "--format", "json"))
    counts = {one["key"]: one["counts"] for one in made["items"]}
    assert counts["1.02"] == made["total"] == {"umbrellas": 1, "derived": 1, "total": 2}
    assert len(made["empty"]) == 31
    earlier = json.loads(ok("map", "--format", "json", "--as-of", "2024-03-01"))
    assert earlier["total"]["total"] == 1
    assert json.loads(ok("map", "--format", "json", "--status", "draft"))["total"]["total"] == 0


def test_what_cannot_be_classed_stands_apart(told: Told, ok: Told) -> None:
    told("update", PKS, "--drop-affair", "1.02", "--reason", "koreksi")
    made = json.loads(ok("map", "--format", "json"))
    assert (made["unclassed"]["total"], made["total"]["total"]) == (1, 2)
    assert "unclassed\tUrusan tidak tercatat\t0\t1\t1" in ok("map", "--format", "tsv")


def test_a_crosstab_has_the_classes_that_occur(ok: Told, desk: Path) -> None:
    made = ok("map", "--by", "opd", "--by", "partner-kind", "--format", "csv").splitlines()
    assert made[0] == "key,name,perguruan-tinggi,unclassed,total"
    assert "DINKES,Dinas Kesehatan,2,0,2" in made


@pytest.mark.parametrize(
    ("args", "sentence"),
    [
        (("--by", "bulan"), "Yang ada: affair, opd, scheme, partner-kind"),
        (("--by", "opd", "--by", "opd"), "dua hal yang berbeda"),
        (("--plan", "dua ribu"), "Tahun rencana"),
        (("--plan", "2025", "--by", "opd"), "--plan"),
        (("--out", "x"), "bersama --plan"),
    ],
)
def test_what_cannot_be_mapped_is_refused(args: tuple[str, ...], sentence: str, refused: Told) -> None:
    assert sentence in refused("map", *args)


def test_what_is_planned_is_a_draft_until_it_is_signed(told: Told, show: Show, ok: Told, desk: Path) -> None:
    told("add-mou", "--scheme", "ksdpk", "--title", "Rencana <b>gizi</b> | desa", "--partner",
         "PT Maju Contoh", "--opd", "DINKES", "--planned", "2026", "--years", "3",
         "--affair", "1.02", "--affair", "1.06", "--in-plan", "ya")  # fmt: skip
    planned = "KB-2025-001"
    assert (show(planned)["status"], show(planned)["planned_for"]) == ("draft", 2026)
    listed = json.loads(ok("list", "--planned", "2026", "--format", "json"))["items"]
    assert [one["id"] for one in listed] == [planned]
    assert ok("list", "--planned", "2025", "--format", "tsv").count("\n") == 1
    assert planned in ok("map", "--plan", "2026", "--format", "csv")
    paths = ok("map", "--plan", "2026", "--out", "rencana").split()
    assert paths == ["rencana/rencana-2026.md", "rencana/rencana-2026.html"]
    page, html = ((desk.parent / path).read_text("utf-8") for path in paths)
    for text in (page, html):
        assert "Permendagri 22/2020 Pasal 5" in text
        assert "Direncanakan 1 naskah; belum ada yang ditandatangani" in text
        assert text.count("PT Maju Contoh") == 2
        assert "<b>" not in text
    told("update", planned, "--signed", "10/1/2025")
    assert show(planned)["status"] == "active"
    ok("map", "--plan", "2026", "--out", "rencana")
    assert "1 sudah ditandatangani" in (desk.parent / paths[0]).read_text("utf-8")


def test_a_year_without_plans_says_so(ok: Told, desk: Path) -> None:
    ok("map", "--plan", "2030", "--out", ".")
    assert "Tidak ada kerja sama yang direncanakan" in (desk.parent / "rencana-2030.md").read_text("utf-8")


@pytest.mark.parametrize("typed", ["26", "1944", "2151", "２０２６", "dua"])
def test_a_year_that_cannot_be_planned_for_is_refused(typed: str, refused: Told) -> None:
    assert "Tahun rencana" in refused("update", PKS, "--planned", typed)
