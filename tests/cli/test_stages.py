"""The stage of a draft where people see it: ``list --stage``, its columns, ``show`` and ``next``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.cli.command_line import document, table

if TYPE_CHECKING:
    from pathlib import Path

    from .command_line import Ok, Run

DRAFT = "KB-2025-001"


def _draft(ok: Ok) -> None:
    """A Kesepakatan Bersama that is entered on 15 January 2025."""
    ok("add-mou", "--scheme", "ksdd-sukarela", "--title", "Pasar Tani", "--partner", "Kabupaten Umpama",
       "--opd", "DINKES", "--new")  # fmt: skip


def test_a_stage_chooses_drafts_and_brings_its_columns(desk: Path, ok: Ok) -> None:
    """With whose turn it is and for how many days; what is signed is in no stage."""
    _draft(ok)
    (row,) = table(ok("list", "--stage", "persiapan,penawaran", "--as-of", "2025-01-25"))
    assert (row["id"], row["stage"], row["stage_turn"], row["stage_days"]) == (
        DRAFT, "persiapan", "perangkat daerah pemrakarsa", "10",
    )  # fmt: skip
    assert table(ok("list", "--stage", "penandatanganan")) == []
    (item,) = document(ok("list", "--stage", "persiapan", "--format", "json"))["items"]
    assert (item["stage"], item["stage_since"], item["stage_days"]) == ("persiapan", "2025-01-15", 0)
    assert "stage" not in document(ok("list", "--format", "json"))["items"][0]


def test_an_offer_moves_the_draft_and_the_turn(desk: Path, ok: Ok) -> None:
    """By a clock that is started for it, then by the facts of the acceptance and of the recommendation."""
    _draft(ok)
    ok("clock", "start", "penawaran-ksdd", "--agreement", DRAFT, "--on", "2025-01-06")
    columns = ("--columns", "id,stage,stage_turn,stage_since,stage_days", "--sort=-stage_days")
    (first, *others) = table(ok("list", "--as-of", "2025-01-15", *columns))
    assert list(first.values()) == [DRAFT, "penawaran", "mitra", "2025-01-06", "9"]
    assert {row["stage"] for row in others} == {""}
    ok("update", DRAFT, "--offer-accepted-on", "2025-01-13")
    stage = document(ok("show", DRAFT, "--format", "json"))["stage"]
    assert (stage["stage"], stage["turn"], stage["since"], stage["days"]) == (
        "penyusunan", "perangkat daerah pemrakarsa", "2025-01-13", 2,
    )  # fmt: skip
    assert stage["article"] == "Permendagri 22/2020 Pasal 9"
    shown = ok("show", DRAFT)
    assert "Penyusunan naskah, menunggu perangkat daerah pemrakarsa; sejak 13 Januari 2025, 2 hari" in shown
    ok(*stage["command"].replace("TANGGAL", "2025-01-14").split()[1:])
    assert document(ok("show", DRAFT, "--format", "json"))["stage"]["stage"] == "penandatanganan"


def test_a_signed_document_has_no_stage(desk: Path, ok: Ok) -> None:
    """Null for programs, no line for people."""
    assert document(ok("show", "KB-2024-001", "--format", "json"))["stage"] is None
    assert "Tahap" not in ok("show", "KB-2024-001")


def test_next_tells_what_has_waited_longest_with_the_command(desk: Path, ok: Ok) -> None:
    """After more than thirty days; what is planned for a year to come does not wait."""
    _draft(ok)

    def waiting(as_of: str) -> list[tuple[str, str, str]]:
        rows = table(ok("next", "--agreement", DRAFT, "--as-of", as_of))
        return [
            (row["what"], row["reason"].split(";")[0], row["command"])
            for row in rows
            if row["kind"] == "tahap"
        ]

    told = (
        "Persiapan: menunggu perangkat daerah pemrakarsa",
        "31 hari dalam tahap ini",
        f"kskd update {DRAFT} --kak ya",
    )
    assert (waiting("2025-02-14"), waiting("2025-02-15")) == ([], [told])
    ok("update", DRAFT, "--kak", "ya")
    assert waiting("2025-02-15") == [
        (
            "Penawaran: menunggu TKKSD",
            "dicatat 31 hari lalu",
            f"kskd clock start penawaran-ksdd --agreement {DRAFT} --on TANGGAL",
        )
    ]
    ok("update", DRAFT, "--planned", "2025")
    assert waiting("2025-12-31") == []
    assert [one[0] for one in waiting("2026-01-01")] == ["Penawaran: menunggu TKKSD"]


def test_an_unknown_stage_is_refused_with_those_there_are(desk: Path, run: Run) -> None:
    """Exit status 2."""
    result = run("list", "--stage", "selesai")
    assert result.status == 2
    assert "persiapan, penawaran, penjajakan, penyusunan, rencana-kerja-sama, persetujuan-dprd" in result.err
