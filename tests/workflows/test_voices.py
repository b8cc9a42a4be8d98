"""The OPD's answer beside the office's, what did not change, who filled the form, and closed periods."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tests.workflows.evaluation.test_evaluating import BEST, PKS, answers

if TYPE_CHECKING:
    from collections.abc import Callable

S1, S2 = "2024-S1", "2024-S2"


@pytest.fixture
def evaluate(told: Callable[..., str]) -> Callable[..., str]:
    """Evaluate the PKS in 2024-S2; what was told."""
    return lambda *options, period=S2: told("evaluate", PKS, "--period", period, *options)


@pytest.fixture
def evaluation(show: Callable[..., dict[str, Any]]) -> Callable[..., dict[str, Any]]:
    """The PKS's evaluation of a period."""

    def read(period: str = S2) -> dict[str, Any]:
        (found,) = [one for one in show(PKS)["evaluations"] if one["period"] == period]
        return dict(found)

    return read


def test_the_opd_is_heard_beside_the_office_whose_answer_counts(
    evaluate: Callable[..., str], evaluation: Callable[..., dict[str, Any]]
) -> None:
    evaluate("--answer", "hasil=terbatas")
    said = evaluate("--answer", "hasil=nyata", "--voice", "opd")
    assert said.splitlines()[:3] == [
        "Catatan riwayat 9.",
        "Jawaban OPD dan Bagian berbeda:",
        "  hasil: OPD menjawab nyata, yang dihitung terbatas",
    ]
    found = evaluation()
    assert (found["answers"], found["opd_answers"]) == ({"hasil": "terbatas"}, {"hasil": "nyata"})


def test_the_office_judges_otherwise_than_the_opd_without_calling_it_a_correction(
    evaluate: Callable[..., str],
    evaluation: Callable[..., dict[str, Any]],
    refused: Callable[..., str],
) -> None:
    evaluate("--answer", "hasil=nyata", "--voice", "opd")
    assert evaluation()["opd_answers"] == {}
    evaluate("--answer", "hasil=terbatas", "--voice", "bagian")
    found = evaluation()
    assert (found["answers"], found["opd_answers"]) == ({"hasil": "terbatas"}, {"hasil": "nyata"})
    again = ("evaluate", PKS, "--period", S2, "--answer", "hasil=tidak", "--voice", "bagian")
    assert "--reason" in refused(*again)


def test_the_state_has_two_voices_as_an_answer_has(
    evaluate: Callable[..., str], evaluation: Callable[..., dict[str, Any]]
) -> None:
    """The OPD's stands beside the one that counts; the office's takes its place without a reason."""
    before = "sebagian"
    evaluate("--implementation", before)
    said = evaluate("--implementation", "belum", "--voice", "opd")
    assert f"pelaksanaan: OPD menjawab belum, yang dihitung {before}" in said
    assert (evaluation()["implementation"], evaluation()["opd_implementation"]) == (before, "belum")
    evaluate("--implementation", before, "--voice", "opd", "--reason", "OPD membetulkan")
    assert evaluation()["opd_implementation"] is None
    evaluate("--implementation", "penuh", "--voice", "bagian")
    assert (evaluation()["implementation"], evaluation()["opd_implementation"]) == ("penuh", before)


def test_where_both_say_the_same_there_is_one_voice(
    evaluate: Callable[..., str], evaluation: Callable[..., dict[str, Any]]
) -> None:
    evaluate("--answer", "hasil=terbatas")
    assert "Tidak ada yang berubah." in evaluate("--answer", "hasil=terbatas", "--voice", "opd")
    evaluate("--answer", "hasil=nyata", "--voice", "opd")
    evaluate("--answer", "hasil=nyata", "--reason", "OPD benar")
    assert (evaluation()["answers"], evaluation()["opd_answers"]) == ({"hasil": "nyata"}, {})


def test_a_voice_says_only_what_the_instrument_knows(refused: Callable[..., str]) -> None:
    evaluate = ("evaluate", PKS, "--period", S2, "--answer")
    assert "terbatas" in refused(*evaluate, "hasil=mungkin", "--voice", "opd")
    assert "opd, bagian" in refused(*evaluate, "hasil=nyata", "--voice", "mitra")


def test_no_change_takes_over_state_and_answers_and_tells_each(
    evaluate: Callable[..., str], evaluation: Callable[..., dict[str, Any]], told: Callable[..., str]
) -> None:
    told("target", "add", PKS, "--indicator", "Bidan terlatih", "--value", "75")
    evaluate("--implementation", "sebagian", *answers(BEST), "--realisation", "1=30", "--evidence", "Foto",
             period=S1)  # fmt: skip
    said = evaluate("--unchanged", "--answer", "hasil=terbatas")
    found = evaluation()
    assert found["unchanged"] is True
    assert (found["implementation"], found["answers"]) == ("sebagian", {**BEST, "hasil": "terbatas"})
    assert found["evidence"] == []
    assert all(f"  Jawaban {item}: belum tercatat → " in said for item in BEST)
    assert "Realisasi" not in said


def test_no_change_since_nothing_or_since_another_instrument_is_refused(
    evaluate: Callable[..., str], refused: Callable[..., str], ok: Callable[..., str]
) -> None:
    assert "belum mempunyai evaluasi sebelum" in refused("evaluate", PKS, "--period", S2, "--unchanged")
    evaluate("--implementation", "penuh", period=S1)
    ok("instrument", "use", "inti/1")
    assert "inti/1" in refused("evaluate", PKS, "--period", S2, "--unchanged")


def test_several_people_fill_one_form_and_one_answers_for_it(
    evaluate: Callable[..., str], evaluation: Callable[..., dict[str, Any]], refused: Callable[..., str]
) -> None:
    evaluate("--filler", "Pengisi A", "--filler", "dinas kesehatan=Pengisi B", "--filler", "mitra=Pengisi C",
             "--reported-on", "2025-01-10")  # fmt: skip
    found = evaluation()
    assert found["filler"] == "Pengisi A"
    assert found["fillers"] == [
        {"name": "Pengisi B", "role": "opd", "opd": "DINKES", "filled_on": "2025-01-10"},
        {"name": "Pengisi C", "role": "mitra", "opd": None, "filled_on": "2025-01-10"},
    ]
    assert "Tidak ada yang berubah." in evaluate("--filler", "mitra=Pengisi C")
    two = ("evaluate", PKS, "--period", S1, "--filler", "A", "--filler", "B")
    assert "hanya satu" in refused(*two)
    assert "LAIN" in refused("evaluate", PKS, "--period", S1, "--filler", "LAIN=B")


def test_the_rest_of_the_report_is_kept_as_told(
    evaluate: Callable[..., str], evaluation: Callable[..., dict[str, Any]], refused: Callable[..., str]
) -> None:
    evaluate("--others", "Rapat triwulan\ndi kantor mitra", "--channel", "surel")
    assert (evaluation()["others"], evaluation()["channel"]) == ("Rapat triwulan\ndi kantor mitra", "surel")
    assert "surat, desk" in refused("evaluate", PKS, "--period", S2, "--channel", "telepon")


def test_evidence_names_its_item_by_an_item_of_the_instrument_only(
    evaluate: Callable[..., str], evaluation: Callable[..., dict[str, Any]]
) -> None:
    Path("data.csv").write_bytes(b"1")
    evaluate("--evidence", "hasil=data.csv", "--evidence", "anggaran=100 juta", "--evidence", "HASIL=Foto")
    assert [(one["item"], one["text"], one["size"]) for one in evaluation()["evidence"]] == [
        ("hasil", "data.csv", 1), (None, "anggaran=100 juta", None), ("hasil", "Foto", None),
    ]  # fmt: skip


def test_another_recommendation_than_the_proposed_one_says_why(
    evaluate: Callable[..., str], evaluation: Callable[..., dict[str, Any]], refused: Callable[..., str]
) -> None:
    whole = ("--implementation", "sebagian", *answers(BEST))
    assert "Usulan rekomendasi: perbaiki (R4" in evaluate(*whole)
    line = ("evaluate", PKS, "--period", S2, "--recommendation", "lanjut")
    sentence = refused(*line)
    assert "perbaiki" in sentence
    assert "--recommendation-reason" in sentence
    evaluate("--recommendation", "lanjut", "--recommendation-reason", "Bukti menyusul")
    found = evaluation()
    assert (found["recommendation"], found["recommendation_reason"]) == ("lanjut", "Bukti menyusul")
    clear = (*line[:4], "--clear", "recommendation-reason", "--reason", "keputusan rapat")
    assert "perbaiki" in refused(*clear)
    evaluate(*clear[4:], "--recommendation", "perbaiki")
    assert evaluation()["recommendation_reason"] is None


def test_without_a_score_any_recommendation_is_taken(evaluate: Callable[..., str]) -> None:
    assert "Usulan" not in evaluate("--recommendation", "hentikan")


@pytest.mark.parametrize(
    "options",
    [
        ("--note", "Baru"), ("--realisation", "1=5"), ("--evidence", "Foto"), ("--obstacle", "Dana kurang"),
        ("--close-obstacle", "1"), ("--filler", "bagian=Pengisi"),
    ],
    ids=lambda options: options[0],
)  # fmt: skip
def test_after_a_period_is_closed_every_change_to_it_needs_a_reason(
    options: tuple[str, ...],
    evaluate: Callable[..., str],
    refused: Callable[..., str],
    told: Callable[..., str],
) -> None:
    told("target", "add", PKS, "--indicator", "Bidan terlatih", "--value", "75")
    evaluate("--implementation", "penuh", "--obstacle", "Pelatih kurang")
    told("period", "close", S2)
    sentence = refused("evaluate", PKS, "--period", S2, *options)
    assert "kskd period reopen 2024-S2" in sentence
    assert "Tidak ada yang berubah." in evaluate("--implementation", "penuh")
    evaluate("--note", "Lain", period=S1)
    evaluate(*options, "--reason", "laporan susulan")


def test_a_period_within_a_closed_one_is_closed_with_it(
    evaluate: Callable[..., str], refused: Callable[..., str], told: Callable[..., str]
) -> None:
    told("period", "close", "2024")
    assert "Periode 2024 sudah ditutup" in refused("evaluate", PKS, "--period", "2024-11", "--note", "x")
    assert "--reason" in refused("period", "reopen", "2024")
    told("period", "reopen", "2024", "--reason", "koreksi")
    evaluate("--note", "x", period="2024-11")


def test_a_period_is_closed_once_and_after_its_end(
    refused: Callable[..., str], told: Callable[..., str]
) -> None:
    assert "berjalan sampai" in refused("period", "close", "2025-S1")
    told("period", "close", S2)
    assert "sudah ditutup" in refused("period", "close", S2)
    assert "2024-S2" in refused("period", "reopen", S1, "--reason", "x")
