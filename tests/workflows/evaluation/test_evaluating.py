"""Evaluations: filled bit by bit, corrected with a reason, scored only when complete."""

from __future__ import annotations

import json
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

PKS = "PKS-2024-001"
BEST = {
    "sesuai-tujuan": "ya", "tepat-waktu": "tepat", "peran-mitra": "ya", "koordinasi": "sangat-baik",
    "keluaran": "tercapai", "hasil": "nyata", "kelengkapan-dokumen": "lengkap", "pelaporan": "rutin",
    "bukti": "lengkap", "relevansi": "sangat",
}  # fmt: skip
PROVEN = ["--evidence", "keluaran=Laporan akhir", "--evidence", "hasil=Data layanan"]
WORST = {**dict.fromkeys(BEST, "tidak"), "koordinasi": "kurang"}


def answers(given: dict[str, str]) -> list[str]:
    """Options for a set of answers."""
    return [part for item, option in given.items() for part in ("--answer", f"{item}={option}")]


@pytest.fixture
def evaluate(told: Callable[..., str]) -> Callable[..., str]:
    """Evaluate the PKS in 2024-S2; what was told."""

    def run(*options: str, period: str = "2024-S2", of: str = PKS) -> str:
        return told("evaluate", of, "--period", period, *options)

    return run


@pytest.fixture
def evaluation(show: Callable[..., dict[str, Any]]) -> Callable[..., dict[str, Any]]:
    """The PKS's evaluation of a period."""

    def read(period: str = "2024-S2") -> dict[str, Any]:
        (found,) = [one for one in show(PKS)["evaluations"] if one["period"] == period]
        assert isinstance(found, dict)
        return found

    return read


def test_evaluating_again_fills_what_was_missing(
    evaluate: Callable[..., str], evaluation: Callable[..., dict[str, Any]]
) -> None:
    evaluate("--implementation", "sebagian", "--answer", "tepat-waktu=tepat")
    evaluate(
        "--answer", "hasil=nyata", "--reported-on", "10 Januari 2025", "--filler", "PPKSD Dinas Kesehatan"
    )
    evaluate("--recommendation", "lanjut", "--note", "Baik")
    found = evaluation()
    assert found["answers"] == {"hasil": "nyata", "tepat-waktu": "tepat"}
    assert (
        found["implementation"],
        found["reported_on"],
        found["filler"],
        found["recommendation"],
        found["note"],
    ) == (
        "sebagian",
        "2025-01-10",
        "PPKSD Dinas Kesehatan",
        "lanjut",
        "Baik",
    )


@pytest.mark.parametrize(
    ("option", "first", "second"),
    [
        ("--implementation", "sebagian", "penuh"),
        ("--answer", "tepat-waktu=tepat", "tepat-waktu=terlambat"),
        ("--answer", "tepat-waktu=tepat", "tepat-waktu=tidak-dapat-dinilai"),
        ("--reported-on", "2025-01-09", "2025-01-10"),
        ("--filler", "PPKSD", "Sekretaris Dinas"),
        ("--recommendation", "lanjut", "hentikan"),
        ("--note", "Baik", "Buruk"),
    ],
)
def test_a_correction_needs_a_reason(
    option: str, first: str, second: str, evaluate: Callable[..., str], refused: Callable[..., str]
) -> None:
    evaluate(option, first)
    assert "Tidak ada yang berubah." in evaluate(option, first)
    assert "--reason" in refused("evaluate", PKS, "--period", "2024-S2", option, second)
    assert "→" in evaluate(option, second, "--reason", "salah baca")


def test_a_complete_evaluation_has_a_score_and_a_category(
    evaluate: Callable[..., str], evaluation: Callable[..., dict[str, Any]]
) -> None:
    assert "Nilai 100,00 (Sangat Tinggi), instrumen inti/2." in evaluate(
        "--implementation", "penuh", *answers(BEST), *PROVEN
    )
    found = evaluation()
    assert (found["score"], found["coverage"], found["category"], found["missing"]) == (
        100,
        1,
        "Sangat Tinggi",
        [],
    )


def test_the_lowest_answers_give_nought_which_is_not_unknown(
    evaluate: Callable[..., str], evaluation: Callable[..., dict[str, Any]]
) -> None:
    evaluate("--implementation", "tidak", *answers(WORST))
    found = evaluation()
    assert (found["score"], found["coverage"], found["category"]) == (0, 1, "Sangat Rendah")


@pytest.mark.parametrize(("lacking", "coverage"), [("hasil", 0.78), ("relevansi", 0.94)])
def test_an_unanswered_item_leaves_no_score(
    lacking: str, coverage: float, evaluate: Callable[..., str], evaluation: Callable[..., dict[str, Any]]
) -> None:
    said = evaluate(
        "--implementation", "penuh", *answers({key: one for key, one in BEST.items() if key != lacking})
    )
    assert f"Belum terjawab: {lacking}." in said
    found = evaluation()
    assert (found["score"], found["category"], found["coverage"], found["missing"]) == (
        None,
        None,
        coverage,
        [lacking],
    )


def test_what_cannot_be_assessed_gives_no_score_and_covers_less(
    evaluate: Callable[..., str], evaluation: Callable[..., dict[str, Any]]
) -> None:
    evaluate("--implementation", "penuh", *answers({**BEST, "hasil": "tidak-dapat-dinilai"}))
    found = evaluation()
    assert (found["score"], found["coverage"], found["missing"], found["not_assessable"]) == (
        None,
        0.78,
        [],
        ["hasil"],
    )


def test_without_the_state_of_carrying_out_there_is_no_score(
    evaluate: Callable[..., str], evaluation: Callable[..., dict[str, Any]]
) -> None:
    """Not reported is not "belum"."""
    evaluate(*answers(BEST))
    found = evaluation()
    assert (found["implementation"], found["score"], found["coverage"]) == (None, None, 0.9)


def test_realisations_are_kept_per_period_and_corrected_with_a_reason(
    ok: Callable[..., str],
    evaluate: Callable[..., str],
    refused: Callable[..., str],
    show: Callable[..., dict[str, Any]],
) -> None:
    ok("target", "add", PKS, "--indicator", "Bidan terlatih", "--unit", "orang", "--value", "75")
    evaluate("--realisation", "1=40", period="2024-S1")
    evaluate("--realisation", "1=62,5")
    assert "Tidak ada yang berubah." in evaluate("--realisation", "1=62,5")
    assert "62,5 → 70" in refused("evaluate", PKS, "--period", "2024-S2", "--realisation", "1=70")
    evaluate("--realisation", "1=70", "--reason", "salah hitung")
    (target,) = show(PKS)["targets"]
    assert target["realisations"] == [{"period": "2024-S1", "value": 40}, {"period": "2024-S2", "value": 70}]


def test_nought_is_a_realisation(
    ok: Callable[..., str], evaluate: Callable[..., str], show: Callable[..., dict[str, Any]]
) -> None:
    ok("target", "add", PKS, "--indicator", "Bidan terlatih", "--value", "0")
    assert "belum tercatat → 0" in evaluate("--realisation", "1=0")
    (target,) = show(PKS)["targets"]
    assert (target["value"], target["realisations"]) == (0, [{"period": "2024-S2", "value": 0}])


def test_evidence_that_is_a_file_has_its_digest(
    evaluate: Callable[..., str], evaluation: Callable[..., dict[str, Any]]
) -> None:
    Path("bukti.pdf").write_bytes(b"daftar hadir")
    evaluate("--evidence", "bukti.pdf", "--evidence", "Foto kegiatan")
    assert evaluation()["evidence"] == [
        {"text": "bukti.pdf", "sha256": sha256(b"daftar hadir").hexdigest(), "size": 12, "item": None},
        {"text": "Foto kegiatan", "sha256": None, "size": None, "item": None},
    ]


def test_evidence_whose_content_changed_is_not_passed_over(
    evaluate: Callable[..., str], evaluation: Callable[..., dict[str, Any]], run: Callable[..., Any]
) -> None:
    """Refused, or kept as new; never "nothing has changed" while the digest says otherwise."""
    Path("bukti.pdf").write_bytes(b"satu")
    evaluate("--evidence", "bukti.pdf")
    Path("bukti.pdf").write_bytes(b"dua")
    again = run("evaluate", PKS, "--period", "2024-S2", "--evidence", "bukti.pdf")
    digests = {one["sha256"] for one in evaluation()["evidence"]}
    assert again.status == 1 or sha256(b"dua").hexdigest() in digests


def test_the_same_evidence_twice_is_kept_once(
    evaluate: Callable[..., str], evaluation: Callable[..., dict[str, Any]]
) -> None:
    evaluate("--evidence", "Foto", "--evidence", "Foto")
    assert [one["text"] for one in evaluation()["evidence"]] == ["Foto"]


def test_an_umbrella_is_evaluated_through_its_children(refused: Callable[..., str]) -> None:
    assert PKS in refused("evaluate", "KB-2024-001", "--period", "2024-S2", "--implementation", "penuh")


def test_an_umbrella_without_children_has_an_evaluation_of_its_own(
    ok: Callable[..., str], evaluate: Callable[..., str], show: Callable[..., dict[str, Any]]
) -> None:
    ok("void", PKS, "--reason", "salah catat")
    evaluate("--implementation", "belum", of="KB-2024-001")
    assert [one["implementation"] for one in show("KB-2024-001")["evaluations"]] == ["belum"]


def test_a_draft_is_not_evaluated(ok: Callable[..., str], refused: Callable[..., str]) -> None:
    ok("derive-pks", "KB-2024-001", "--title", "Rancangan")
    assert "--signed" in refused("evaluate", "PKS-2025-001", "--period", "2024-S2")


@pytest.mark.parametrize("period", ["2025-02", "2025-Q2", "2025-S2", "2026"])
def test_a_period_that_has_not_begun_is_not_evaluated(period: str, refused: Callable[..., str]) -> None:
    assert "belum dimulai" in refused("evaluate", PKS, "--period", period, "--implementation", "penuh")


@pytest.mark.parametrize("period", ["2023", "2024-Q1", "2024-04"])
def test_a_period_before_the_signing_is_not_evaluated(period: str, refused: Callable[..., str]) -> None:
    assert "2 Mei 2024" in refused("evaluate", PKS, "--period", period, "--implementation", "penuh")


@pytest.mark.parametrize("period", ["2024-05", "2024-q2", "2024-s1", "2024", "2025-01"])
def test_a_period_may_be_a_month_a_quarter_a_semester_or_a_year(
    period: str, evaluate: Callable[..., str], evaluation: Callable[..., dict[str, Any]]
) -> None:
    evaluate("--implementation", "penuh", period=period)
    assert evaluation(period.upper())["implementation"] == "penuh"


def test_a_report_is_not_dated_before_its_period(refused: Callable[..., str]) -> None:
    """What was reported in March cannot tell of July to December."""
    assert "2024-S2" in refused("evaluate", PKS, "--period", "2024-S2", "--reported-on", "2024-03-01")


def test_a_document_that_had_ended_is_evaluated_with_a_remark(
    ok: Callable[..., str], evaluate: Callable[..., str]
) -> None:
    ok("update", PKS, "--ends", "2024-06-30", "--reason", "menurut naskah")
    assert "sudah berakhir 30 Juni 2024" in evaluate("--implementation", "penuh")


@pytest.fixture
def other_instrument(ok: Callable[..., str], desk: Path) -> str:
    """An instrument of the office's own: the shipped one with a question less heavy, in use."""
    ok("instrument", "eject", "sendiri.toml")
    own = Path("sendiri.toml")
    text = own.read_text("utf-8").replace('code = "inti"', 'code = "sendiri"', 1)
    own.write_text(text.replace("weight = 22", "weight = 20").replace("weight = 18", "weight = 20"), "utf-8")
    return "sendiri.toml"


def test_an_evaluation_keeps_the_instrument_it_began_with(
    ok: Callable[..., str],
    evaluate: Callable[..., str],
    evaluation: Callable[..., dict[str, Any]],
    other_instrument: str,
) -> None:
    evaluate("--implementation", "penuh", *answers({**BEST, "hasil": "terbatas"}), *PROVEN, period="2024-S1")
    assert evaluation("2024-S1")["score"] == 89
    assert ok("instrument", "use", other_instrument).strip() == "sendiri/2"
    evaluate("--note", "Dilengkapi kemudian", period="2024-S1")
    evaluate("--implementation", "penuh", *answers({**BEST, "hasil": "terbatas"}), *PROVEN)
    first, second = evaluation("2024-S1"), evaluation("2024-S2")
    assert (first["instrument"], first["score"]) == ("inti/2", 89)
    assert (second["instrument"], second["score"]) == ("sendiri/2", 90)
    assert json.loads(ok("instrument", "show", "--format", "json"))["id"] == "sendiri/2"
    assert ok("setting", "set", "instrument", "inti/2").split() == ["instrument", "inti/2"]
