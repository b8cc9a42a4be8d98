"""What is decided of an end, what is renewed by itself, and when notice must be given: stories of one PKS."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tests.cli.command_line import document

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.command_line import Ok, Refused, Run

KB, PKS = "KB-2024-001", "PKS-2024-001"
DERIVE = ("derive-pks", KB, "--title", "Rujukan ibu hamil", "--signed", "2024-05-02")
YEARLY = (*DERIVE, "--years", "2", "--renews-every", "12 bulan", "--notice", "3 bulan")
END_KINDS = {"masa-berlaku", "perpanjangan", "akhir-pertama", "perpanjangan-otomatis", "pemberitahuan"}


@pytest.fixture
def due(ok: Ok, desk: Path) -> Any:
    """The deadlines of a document that speak of its end, as kind and day, on a day."""

    def look(agreement: str, as_of: str) -> list[tuple[str, str]]:
        found = document(ok("due", "--within", "3000", "--as-of", as_of, "--format", "json"))["items"]
        return [
            (one["kind"], one["due_on"])
            for one in found
            if one["agreement"] == agreement and one["kind"] in END_KINDS
        ]

    return look


def _show(ok: Ok, agreement: str, *more: str) -> dict[str, Any]:
    shown: dict[str, Any] = document(ok("show", agreement, "--format", "json", *more))
    return shown


def test_a_decision_silences_the_coming_end_and_is_told_where_it_was_not_done(ok: Ok, due: Any) -> None:
    assert due(PKS, "2026-01-01") == [("perpanjangan", "2026-02-01"), ("masa-berlaku", "2026-05-02")]
    ok("update", PKS, "--decision", "diperpanjang", "--decision-by", "TKKSD", "--decision-on", "2025-01-10",
       "--decision-letter", "100/1/2025")  # fmt: skip
    assert due(PKS, "2025-01-09") == [("perpanjangan", "2026-02-01"), ("masa-berlaku", "2026-05-02")]
    assert due(PKS, "2026-05-02") == []
    assert due(PKS, "2026-05-03") == [("masa-berlaku", "2026-05-02")]
    told = document(ok("gaps", "--kind", "no-successor", "--as-of", "2026-05-03", "--format", "json"))
    assert [one["agreement"] for one in told["items"]] == [PKS]
    found = document(ok("check", "--rule", "KS318", "--as-of", "2026-05-03", "--format", "json"))["items"]
    assert [one["message"] for one in found] == [
        "Diputuskan diperpanjang oleh TKKSD (100/1/2025), tetapi berakhir 2 Mei 2026 tanpa penerus yang"
        " tercatat."
    ]
    decision = {"decision": "diperpanjang", "by": "TKKSD", "on": "2025-01-10", "letter": "100/1/2025"}
    assert _show(ok, PKS)["decision"] == decision
    assert _show(ok, PKS, "--as-of", "2025-01-09")["decision"] is None
    assert "diperpanjang, oleh TKKSD, 10 Januari 2025, surat 100/1/2025" in ok("show", PKS)
    listed = document(ok("list", "--format", "json"))["items"]
    assert [one["decision"] for one in listed if one["id"] in {KB, PKS}] == [decision, None]
    rows = ok("list", "--where", "decision=diperpanjang", "--columns", "id,decision", "--format", "csv")
    assert rows == f"id,decision\n{PKS},diperpanjang\n"


def test_a_later_adendum_on_the_end_opens_the_question_again(ok: Ok, due: Any) -> None:
    ok("update", PKS, "--decision", "diperpanjang", "--decision-on", "2024-09-01")
    ok("amend", PKS, "--signed", "2024-09-02", "--what", "Alamat")
    assert due(PKS, "2025-01-01") == []
    ok("amend", PKS, "--signed", "2024-09-03", "--what", "Diperpanjang", "--ends", "2028-05-02")
    assert due(PKS, "2025-01-01") == [("perpanjangan", "2028-02-02"), ("masa-berlaku", "2028-05-02")]


def test_a_decision_is_corrected_with_a_reason_and_can_be_unsaid(
    ok: Ok, refused: Refused, desk: Path
) -> None:
    ok("update", PKS, "--decision", "diganti")
    assert "--reason" in refused("update", PKS, "--decision", "tidak-diperpanjang")
    assert "tidak dikenal" in refused("update", PKS, "--decision", "mungkin")
    ok("update", PKS, "--clear", "decision", "--reason", "keliru")
    assert _show(ok, PKS)["decision"] is None


def test_what_is_renewed_by_itself_has_each_end_and_each_day_of_notice_as_deadlines(
    ok: Ok, due: Any, run: Run
) -> None:
    entered = run(*YEARLY)
    one = entered.out.strip()
    assert "Akhir pertama 2 Mei 2026, dihitung dari 2 tahun" in entered.err
    shown = _show(ok, one)
    assert (shown["end_kind"], shown["ends_on"], shown["days_left"]) == ("condition", "2026-05-02", None)
    unless = "diperpanjang otomatis tiap 12 bulan, kecuali diberitahukan 3 bulan sebelumnya"
    assert f"{unless}; akhir pertama 2 Mei 2026" in ok("show", one)
    first = [("pemberitahuan", "2026-02-02"), ("perpanjangan-otomatis", "2026-05-02")]
    between = [("perpanjangan-otomatis", "2026-05-02"), ("pemberitahuan", "2027-02-02")]
    second = [("pemberitahuan", "2027-02-02"), ("perpanjangan-otomatis", "2027-05-02")]
    days = {"2026-02-02": first, "2026-02-03": between, "2026-05-02": between, "2026-05-03": second}
    assert {day: due(one, day) for day in days} == days
    assert _show(ok, one, "--as-of", "2040-01-01")["status"] == "active"


def test_notice_in_time_makes_the_coming_end_the_real_one(ok: Ok, due: Any, run: Run) -> None:
    one = run(*YEARLY).out.strip()
    ok("update", one, "--decision", "tidak-diperpanjang", "--decision-on", "2025-01-02")
    assert due(one, "2026-05-03") == [("perpanjangan-otomatis", "2026-05-02")]
    (found,) = document(ok("check", "--rule", "KS320", "--as-of", "2026-05-03", "--format", "json"))["items"]
    assert found["agreement"] == one
    assert (
        document(ok("check", "--rule", "KS320", "--as-of", "2026-05-02", "--format", "json"))["items"] == []
    )


def test_a_renewal_is_told_afterwards_corrected_and_taken_away(ok: Ok, desk: Path) -> None:
    ok("update", PKS, "--renews-every", "12 bulan")
    assert _show(ok, PKS)["end_condition"] == "diperpanjang otomatis tiap 12 bulan"
    ok("update", PKS, "--notice", "1 bulan")
    kept = _show(ok, PKS)
    assert kept["end_condition"].endswith("tiap 12 bulan, kecuali diberitahukan 1 bulan sebelumnya")
    ok("amend", PKS, "--signed", "2024-09-02", "--what", "Diperpanjang", "--ends", "2027-01-01")
    assert (_show(ok, PKS)["end_kind"], _show(ok, PKS)["ends_on"]) == ("condition", "2027-01-01")
    ok("update", PKS, "--clear", "renews-every", "--reason", "salah baca")
    kept = _show(ok, PKS)
    assert (kept["end_kind"], kept["ends_on"], kept["end_condition"]) == ("date", "2027-01-01", None)
    before = _show(ok, PKS, "--as-of", "2024-09-01")
    assert (before["end_kind"], before["ends_on"]) == ("date", "2026-05-02")


def test_a_length_and_a_condition_make_no_document_that_is_never_due(ok: Ok, due: Any, run: Run) -> None:
    entered = run(*DERIVE, "--years", "2", "--until", "sampai predikat WBK")
    one = entered.out.strip()
    assert "Akhir pertama 2 Mei 2026" in entered.err
    assert "sejak 2 Mei 2024, sampai predikat WBK; akhir pertama 2 Mei 2026 (2 tahun)" in ok("show", one)
    assert due(one, "2026-05-02") == due(one, "2026-06-01") == [("akhir-pertama", "2026-05-02")]
    assert _show(ok, one, "--as-of", "2026-06-01")["status"] == "active"
    ok("end", one, "--on", "2025-01-10", "--ground", "tujuan")
    assert due(one, "2026-05-02") == []


def test_a_length_and_a_condition_of_a_draft_have_a_first_end_once_it_is_signed(
    ok: Ok, run: Run, desk: Path
) -> None:
    one = run(
        "derive-pks", KB, "--title", "Rancangan", "--duration", "18 bulan", "--until", "WBK"
    ).out.strip()
    assert _show(ok, one)["ends_on"] is None
    ok("update", one, "--signed", "2024-06-02")
    assert (_show(ok, one)["end_kind"], _show(ok, one)["ends_on"]) == ("condition", "2025-12-02")
    ok("update", one, "--signed", "2024-06-03", "--reason", "salah baca")
    assert _show(ok, one)["ends_on"] == "2025-12-03"


@pytest.mark.parametrize("length", ["terlampir", "0", "tiap tahun anggaran"])
def test_a_length_that_cannot_be_counted_is_refused(length: str, refused: Refused, desk: Path) -> None:
    assert length in refused("update", PKS, "--renews-every", length)
