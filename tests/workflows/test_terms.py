"""Terms: computed or typed ends, durations, the office's rule, and what follows from a corrected day."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

PKS = "PKS-2024-001"
UNCHANGED = "Tidak ada yang berubah.\n"


def test_a_computed_end_follows_a_corrected_day_of_signing(
    told: Callable[..., str], refused: Callable[..., str], show: Callable[..., dict[str, Any]]
) -> None:
    assert "--reason" in refused("update", "KB-2024-001", "--signed", "2024-02-21")
    said = told("update", "KB-2024-001", "--signed", "2024-02-21", "--reason", "salah baca")
    assert "Akhir: 20 Februari 2029 → 21 Februari 2029" in said
    assert show("KB-2024-001")["ends_on"] == "2029-02-21"


def test_a_computed_end_follows_the_start_rather_than_the_signing(
    told: Callable[..., str], show: Callable[..., dict[str, Any]]
) -> None:
    told("update", PKS, "--starts", "2024-06-01", "--reason", "mulai kemudian")
    assert show(PKS)["ends_on"] == "2026-06-01"
    told("update", PKS, "--signed", "2024-05-01", "--reason", "salah baca")
    assert show(PKS)["ends_on"] == "2026-06-01"


def test_a_typed_end_wins_and_a_disagreement_is_told(
    told: Callable[..., str], show: Callable[..., dict[str, Any]]
) -> None:
    said = told("update", PKS, "--ends", "31 Desember 2027", "--reason", "menurut naskah")
    assert "tidak sesuai dengan 2 tahun" in said
    shown = show(PKS)
    assert (shown["ends_on"], shown["end_typed"], shown["duration_typed"]) == (
        "2027-12-31",
        "31 Desember 2027",
        "2 tahun",
    )
    told("update", PKS, "--signed", "2024-05-03", "--reason", "salah baca")
    assert show(PKS)["ends_on"] == "2027-12-31"


def test_an_end_typed_as_it_was_computed_is_told_and_stays_from_then_on(
    told: Callable[..., str], show: Callable[..., dict[str, Any]], desk: Path
) -> None:
    """Computed or read in the document: the difference decides what a corrected signing does."""
    before = desk.read_bytes()
    said = told("update", PKS, "--ends", "2 Mei 2026")
    assert (desk.read_bytes() == before) == (said == UNCHANGED)
    told("update", PKS, "--signed", "2024-05-03", "--reason", "salah baca")
    assert show(PKS)["ends_on"] == "2026-05-02"


@pytest.mark.parametrize(
    ("options", "kind", "ends_on", "condition"),
    [
        (["--ends", "2026-01-02"], "date", "2026-01-02", None),
        (["--open-ended"], "open", None, None),
        (["--until", "predikat WBK diraih"], "condition", None, "predikat WBK diraih"),
    ],
)
def test_one_kind_of_end_takes_the_place_of_another(
    *,
    options: list[str],
    kind: str,
    ends_on: str | None,
    condition: str | None,
    told: Callable[..., str],
    show: Callable[..., dict[str, Any]],
) -> None:
    for other in (["--open-ended"], ["--until", "sesuatu terjadi"], ["--ends", "2025-06-01"]):
        told("update", PKS, *other, "--reason", "koreksi")
        told("update", PKS, *options, "--reason", "koreksi")
        shown = show(PKS)
        assert (shown["end_kind"], shown["ends_on"], shown["end_condition"]) == (kind, ends_on, condition)
        assert shown["days_left"] is None or kind == "date"
    assert show(PKS, "--as-of", "2150-01-01")["status"] == ("expired" if kind == "date" else "active")


@pytest.mark.parametrize(("rule", "ends_on"), [("same-day", "2029-03-01"), ("day-before", "2029-02-28")])
def test_the_term_rule_decides_the_last_day(
    rule: str, ends_on: str, ok: Callable[..., str], desk: Path, show: Callable[..., dict[str, Any]]
) -> None:
    ok("setting", "set", "term-rule", rule)
    made = ok(
        "add-mou",
        "--scheme",
        "ksdpk",
        "--title",
        "x",
        "--partner",
        "PT Maju Contoh",
        "--opd",
        "DINKES",
        "--signed",
        "2024-03-01",
        "--years",
        "5",
    ).strip()
    assert show(made)["ends_on"] == ends_on


def test_a_new_term_rule_leaves_recorded_ends_alone(
    ok: Callable[..., str], told: Callable[..., str], show: Callable[..., dict[str, Any]]
) -> None:
    ok("setting", "set", "term-rule", "day-before")
    told("update", PKS, "--note", "x")
    assert show(PKS)["ends_on"] == "2026-05-02"


@pytest.mark.parametrize(
    ("duration", "ends_on"),
    [
        ("18 bulan", "2025-08-29"),
        ("1 tahun 6 bulan", "2025-08-29"),
        ("lima (5) tahun", "2029-02-28"),
        ("90 hari", "2024-05-29"),
    ],
)
def test_durations_are_read_as_documents_write_them(
    duration: str, ends_on: str, ok: Callable[..., str], desk: Path, show: Callable[..., dict[str, Any]]
) -> None:
    made = ok(
        "add-mou",
        "--scheme",
        "ksdpk",
        "--title",
        "x",
        "--partner",
        "PT Maju Contoh",
        "--opd",
        "DINKES",
        "--signed",
        "29 Februari 2024",
        "--duration",
        duration,
    ).strip()
    assert (show(made)["ends_on"], show(made)["duration_typed"]) == (ends_on, duration)


def test_a_draft_gets_its_end_when_it_is_signed(
    ok: Callable[..., str], told: Callable[..., str], show: Callable[..., dict[str, Any]]
) -> None:
    said = told(
        "add-mou",
        "--scheme",
        "ksdpk",
        "--title",
        "Rancangan",
        "--partner",
        "PT Maju Contoh",
        "--opd",
        "DINKES",
        "--years",
        "3",
    )
    assert "dihitung setelah" in said
    draft = show("KB-2025-001")
    assert (draft["status"], draft["ends_on"], draft["duration_typed"]) == ("draft", None, "3 tahun")
    told("update", "KB-2025-001", "--signed", "2025-01-10")
    signed = show("KB-2025-001")
    assert (signed["id"], signed["status"], signed["ends_on"]) == ("KB-2025-001", "active", "2028-01-10")


def test_a_document_signed_before_it_starts_is_upcoming(
    ok: Callable[..., str], desk: Path, show: Callable[..., dict[str, Any]]
) -> None:
    made = ok(
        "add-mou",
        "--scheme",
        "ksdpk",
        "--title",
        "x",
        "--partner",
        "PT Maju Contoh",
        "--opd",
        "DINKES",
        "--signed",
        "2025-01-10",
        "--starts",
        "2025-02-01",
        "--years",
        "1",
    ).strip()
    assert (show(made)["status"], show(made)["ends_on"]) == ("upcoming", "2026-02-01")
