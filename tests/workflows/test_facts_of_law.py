"""Facts and clauses on the way in: told, shown, corrected with a reason, cleared; unknown stays unknown."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

PKS = "PKS-2024-001"


def _shown(ok: Callable[..., str]) -> dict[str, Any]:
    read: dict[str, Any] = json.loads(ok("show", PKS, "--format", "json"))
    return read


def test_what_was_not_told_is_unknown(office: Path, ok: Callable[..., str]) -> None:
    one = _shown(ok)
    assert (one["facts"], one["clauses"], one["original_place"]) == ({}, [], None)


def test_facts_are_told_when_a_document_is_registered_or_later(office: Path, ok: Callable[..., str]) -> None:
    ok(
        "derive-pks",
        "KB-2024-001",
        "--title",
        "Gizi",
        "--in-apbd",
        "ya",
        "--clause",
        "objek",
        "--clause",
        "Sanksi",
    )
    ok("update", PKS, "--burdens-public", "tidak", "--dprd-answered-on", "2/5/2024",
       "--original-place", "Lemari 3", "--clause", "jangka waktu")  # fmt: skip
    one = _shown(ok)
    assert one["facts"] == {"burdens_public": "no", "dprd_answered_on": "2024-05-02"}
    assert (one["clauses"], one["original_place"]) == (["jangka-waktu"], "Lemari 3")
    text = ok("show", "PKS-2025-001")
    assert "pendanaan sudah ada dalam APBD tahun berjalan\tya" in text
    assert "klausul\tobjek, sanksi" in text


def test_a_correction_needs_a_reason_and_clearing_makes_it_unknown_again(
    office: Path, ok: Callable[..., str], run: Callable[..., Any]
) -> None:
    ok(
        "update",
        PKS,
        "--in-apbd",
        "ya",
        "--clause",
        "objek",
        "--clause",
        "sanksi",
        "--original-place",
        "Lemari 3",
    )
    refused = run("update", PKS, "--in-apbd", "tidak")
    assert (refused.status, "--reason" in refused.err) == (1, True)
    ok("update", PKS, "--in-apbd", "tidak", "--drop-clause", "objek", "--reason", "salah baca")
    assert _shown(ok)["facts"] == {"in_apbd": "no"}
    assert _shown(ok)["clauses"] == ["sanksi"]
    ok(
        "update",
        PKS,
        "--clear",
        "in-apbd",
        "--clear",
        "clause",
        "--clear",
        "original-place",
        "--reason",
        "salah catat",
    )
    one = _shown(ok)
    assert (one["facts"], one["clauses"], one["original_place"]) == ({}, [], None)


def test_a_fact_that_no_rule_asks_of_the_document_is_kept_and_said_to_be_idle(
    office: Path, run: Callable[..., Any], ok: Callable[..., str]
) -> None:
    told = run("update", PKS, "--sent-to-minister", "ya", "--in-apbd", "ya").err
    assert "--sent-to-minister disimpan, tetapi tidak diperiksa pada Perjanjian Kerja Sama KSDPK" in told
    assert "--in-apbd" not in told
    assert _shown(ok)["facts"]["sent_to_minister"] == "yes"


def test_clearing_and_telling_the_same_fact_is_refused(office: Path, run: Callable[..., Any]) -> None:
    refused = run("update", PKS, "--in-apbd", "ya", "--clear", "in-apbd")
    assert (refused.status, "bersama" in refused.err) == (2, True)
