"""Obstacles and efforts, actions, targets: what lives on from one period to the next."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

PKS = "PKS-2024-001"


@pytest.fixture
def evaluate(told: Callable[..., str]) -> Callable[..., str]:
    """Evaluate the PKS in 2024-S2; what was told."""

    def run(*options: str, period: str = "2024-S2", of: str = PKS) -> str:
        return told("evaluate", of, "--period", period, *options)

    return run


def test_efforts_go_with_obstacles_in_order_and_by_number(
    evaluate: Callable[..., str], show: Callable[..., dict[str, Any]]
) -> None:
    evaluate("--obstacle", "Dana", "--obstacle", "Tenaga", "--effort", "Usulan", "--effort", "Pelatihan")
    evaluate("--effort", "2=Rekrutmen", "--obstacle", "Sarana")
    found = {
        one["number"]: (one["text"], [effort["text"] for effort in one["efforts"]])
        for one in show(PKS)["obstacles"]
    }
    assert found == {1: ("Dana", ["Usulan"]), 2: ("Tenaga", ["Pelatihan", "Rekrutmen"]), 3: ("Sarana", [])}


def test_categories_go_with_obstacles_in_order(
    evaluate: Callable[..., str], show: Callable[..., dict[str, Any]]
) -> None:
    evaluate(
        "--obstacle",
        "Dana",
        "--obstacle",
        "Lainnya",
        "--obstacle",
        "Data",
        "--category",
        "anggaran",
        "--category",
        "-",
        "--category",
        "data",
    )
    assert [one["category"] for one in show(PKS)["obstacles"]] == ["anggaran", None, "data"]


def test_the_same_obstacle_or_effort_again_is_no_new_one(
    evaluate: Callable[..., str], show: Callable[..., dict[str, Any]]
) -> None:
    for _ in range(2):
        evaluate("--obstacle", "Dana", "--effort", "Usulan")
    evaluate("--obstacle", "DANA", period="2024-12")
    (one,) = show(PKS)["obstacles"]
    assert len(one["efforts"]) == 1


def test_an_obstacle_carries_on_until_it_is_closed(
    evaluate: Callable[..., str], show: Callable[..., dict[str, Any]], refused: Callable[..., str]
) -> None:
    evaluate("--implementation", "sebagian", "--obstacle", "Dana", period="2024-S1")
    assert "Kendala yang masih terbuka: 1." in evaluate("--implementation", "sebagian")
    assert "terbuka → selesai pada 2025-01" in evaluate(
        "--close-obstacle", "1", "--implementation", "penuh", period="2025-01"
    )
    (one,) = show(PKS)["obstacles"]
    assert (one["opened"], one["closed"]) == ("2024-S1", "2025-01")
    shown = {one["period"]: one["obstacles"] for one in show(PKS)["evaluations"]}
    assert shown == {"2024-S1": [1], "2024-S2": [1], "2025-01": [1]}
    assert "sudah selesai" in refused("evaluate", PKS, "--period", "2025-01", "--close-obstacle", "1")


def test_an_obstacle_is_not_closed_before_it_arose(
    evaluate: Callable[..., str], refused: Callable[..., str]
) -> None:
    evaluate("--obstacle", "Dana")
    assert "sebelum muncul" in refused("evaluate", PKS, "--period", "2024-S1", "--close-obstacle", "1")


def test_an_effort_comes_not_after_the_obstacle_was_closed(
    evaluate: Callable[..., str], refused: Callable[..., str]
) -> None:
    evaluate("--obstacle", "Dana", period="2024-S1")
    evaluate("--close-obstacle", "1", period="2024-Q3")
    assert "selesai" in refused("evaluate", PKS, "--period", "2025-S1", "--effort", "1=Usulan")


def test_actions_are_agreed_done_and_corrected(
    ok: Callable[..., str], refused: Callable[..., str], show: Callable[..., dict[str, Any]], desk: Path
) -> None:
    ok(
        "action",
        "add",
        PKS,
        "--what",
        "Rapat",
        "--period",
        "2024-S2",
        "--who-acts",
        "DINKES",
        "--due",
        "1/2/2025",
    )
    ok("action", "done", PKS, "1", "--on", "2025-01-10", "--proof", "Notula")
    assert "10 Januari 2025" in refused("action", "done", PKS, "1", "--on", "2025-01-11")
    ok("action", "done", PKS, "1", "--on", "2025-01-11", "--reason", "salah tanggal")
    assert show(PKS)["actions"] == [
        {
            "number": 1,
            "agreed": "2024-S2",
            "what": "Rapat",
            "who": "DINKES",
            "due_on": "2025-02-01",
            "done_on": "2025-01-11",
            "proof": "Notula",
        },
    ]


def test_an_action_that_was_not_done_after_all_is_open_again(
    ok: Callable[..., str],
    refused: Callable[..., str],
    told: Callable[..., str],
    show: Callable[..., dict[str, Any]],
    desk: Path,
) -> None:
    ok("action", "add", PKS, "--what", "Rapat", "--period", "2024-S2")
    done = ("action", "done", PKS, "1")
    assert "Belum disebut: --on" in refused(*done)
    ok(*done, "--on", "2025-01-10", "--proof", "Notula")
    assert "--reason" in refused(*done, "--clear", "on")
    assert "--on" in refused(*done, "--clear", "on", "--on", "2025-01-11", "--reason", "x")
    ok(*done, "--on", "2025-01-10", "--clear", "proof", "--reason", "notula rapat lain")
    assert (show(PKS)["actions"][0]["done_on"], show(PKS)["actions"][0]["proof"]) == ("2025-01-10", None)
    ok(*done, "--on", "2025-01-10", "--proof", "Notula", "--reason", "ketemu")
    assert told(*done, "--clear", "on", "--reason", "rapat batal").splitlines()[1:] == [
        "Belum selesai: Rapat."
    ]
    assert (show(PKS)["actions"][0]["done_on"], show(PKS)["actions"][0]["proof"]) == (None, None)


def test_what_a_target_always_has_goes_back_to_what_it_is_unsaid(
    ok: Callable[..., str], refused: Callable[..., str], told: Callable[..., str], desk: Path
) -> None:
    ok("target", "add", PKS, "--indicator", "Antre", "--kind", "duty", "--lower-is-better", "--value", "5")
    update = ("target", "update", PKS, "1", "--reason", "salah catat")
    assert "Jenis: duty → output" in told(*update, "--clear", "kind")
    assert "makin kecil makin baik → makin besar" in told(*update, "--clear", "lower-is-better,value")
    assert "Yang ada: unit" in refused(*update, "--clear", "indicator")


def test_targets_are_filled_and_corrected_with_a_reason(
    ok: Callable[..., str],
    refused: Callable[..., str],
    told: Callable[..., str],
    desk: Path,
    show: Callable[..., dict[str, Any]],
) -> None:
    ok("target", "add", PKS, "--indicator", "Posyandu")
    assert (
        told("target", "update", PKS, "1", "--unit", "buah", "--value", "1250", "--due", "2025-12-31").count(
            "→"
        )
        == 3
    )
    for option, value in (
        ("--unit", "unit"),
        ("--value", "80"),
        ("--due", "2026-01-01"),
        ("--kind", "outcome"),
        ("--owed-by", "mitra"),
        ("--indicator", "Posyandu aktif"),
    ):
        assert "--reason" in refused("target", "update", PKS, "1", option, value)
        told("target", "update", PKS, "1", option, value, "--reason", "koreksi")
    (target,) = show(PKS)["targets"]
    assert (
        target["unit"],
        target["value"],
        target["due_on"],
        target["kind"],
        target["owed_by"],
        target["indicator"],
    ) == (
        "unit",
        80,
        "2026-01-01",
        "outcome",
        "mitra",
        "Posyandu aktif",
    )


def test_a_target_cannot_take_the_name_of_another(
    ok: Callable[..., str], refused: Callable[..., str], desk: Path
) -> None:
    ok("target", "add", PKS, "--indicator", "Posyandu")
    ok("target", "add", PKS, "--indicator", "Puskesmas")
    sentence = refused("target", "update", PKS, "2", "--indicator", "POSYANDU", "--reason", "koreksi")
    assert "sudah tercatat" in sentence


def test_which_way_is_better_can_be_corrected(
    ok: Callable[..., str], desk: Path, show: Callable[..., dict[str, Any]]
) -> None:
    """A target entered the wrong way round would count the wrong way for ever."""
    ok("target", "add", PKS, "--indicator", "Lama pelayanan", "--value", "14")
    ok("target", "update", PKS, "1", "--lower-is-better", "--reason", "salah arah")
    assert show(PKS)["targets"][0]["lower_is_better"] is True


def test_an_effort_against_a_closed_obstacle_does_not_close_it_again(
    ok: Callable[..., str], evaluate: Callable[..., str], told: Callable[..., str]
) -> None:
    """Only what this command changed is told."""
    evaluate("--obstacle", "Dana")
    evaluate("--close-obstacle", "1")
    said = told("evaluate", PKS, "--period", "2024-S2", "--effort", "1=Surat kedua")
    assert "Surat kedua" in said
    assert "selesai pada" not in said
