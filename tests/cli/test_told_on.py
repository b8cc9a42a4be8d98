"""What a period says is shown by no day before it was told, by every command alike."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.command_line import Run

    Ok = Callable[..., str]

PKS = "PKS-2024-001"
BEFORE, AFTER = "2024-06-29", "2024-07-31"

pytestmark = pytest.mark.usefixtures("desk")


@pytest.fixture
def told(desk: Path, ok: Ok) -> None:
    """An evaluation of a semester, told in the month after it, with all that hangs on one."""
    ok("target", "add", PKS, "--indicator", "Bidan terlatih", "--unit", "orang", "--value", "75")
    said = ("--implementation", "sebagian", "--reported-on", "2024-07-05", "--realisation", "1=50")
    troubles = ("--obstacle", "Dana belum cair", "--effort", "Surat", "--obstacle", "Ruang rusak")
    ok("evaluate", PKS, "--period", "2024-S1", *said, *troubles)
    ok("action", "add", PKS, "--what", "Rapat koordinasi", "--period", "2024-S1", "--due", "2024-07-20")


def items(ok: Ok, *args: str, as_of: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(ok(*args, "--as-of", as_of, "--format", "json"))["items"]
    return found


SEEN = {
    "periods": lambda ok, day: items(ok, "period", "list", as_of=day),
    "gaps": lambda ok, day: [one for one in items(ok, "gaps", as_of=day) if "tanpa bukti" in one["what"]],
    "actions": lambda ok, day: items(ok, "action", "list", as_of=day),
    "due": lambda ok, day: [
        one for one in items(ok, "due", "--within", "999d", as_of=day) if one["kind"] == "tindak-lanjut"
    ],
    "check": lambda ok, day: [one for one in items(ok, "check", as_of=day) if one["rule"] == "KS504"],
    "sebanding": lambda ok, day: [
        one
        for one in items(ok, "sebanding", "--period", "2024-S1", as_of=day)
        if one["carried_out"]["count"] > 0
    ],
    "recap": lambda ok, day: [
        one for one in items(ok, "recap", "--period", "2024-S1", as_of=day) if one["reported"]
    ],
    "trend": lambda ok, day: [
        one
        for one in items(ok, "recap", "--period", "2024-S1", "--by", "period", as_of=day)
        if one["reported"]
    ],
}


@pytest.mark.usefixtures("told")
@pytest.mark.parametrize("command", SEEN)
def test_a_day_shows_nothing_that_was_told_later(ok: Ok, command: str) -> None:
    assert (SEEN[command](ok, "2024-06-03"), SEEN[command](ok, BEFORE)) == ([], [])
    assert SEEN[command](ok, AFTER)


@pytest.mark.usefixtures("told")
def test_a_document_on_a_day_has_nothing_that_was_told_later(ok: Ok, run: Run) -> None:
    shown = {day: json.loads(ok("show", PKS, "--as-of", day, "--format", "json")) for day in (BEFORE, AFTER)}
    for key, count in (("evaluations", 1), ("obstacles", 2), ("actions", 1)):
        assert [len(shown[day][key]) for day in (BEFORE, AFTER)] == [0, count]
    assert [len(shown[day]["targets"][0]["realisations"]) for day in (BEFORE, AFTER)] == [0, 1]
    status = {day: json.loads(ok("status", "--as-of", day, "--format", "json")) for day in (BEFORE, AFTER)}
    assert [status[day]["evaluations"] for day in (BEFORE, AFTER)] == [{}, {"2024-S1": 1}]
    assert run("why", PKS, "--period", "2024-S1", "--as-of", BEFORE).status == 1
    assert "sebagian" in ok("why", PKS, "--period", "2024-S1", "--as-of", AFTER).casefold()


@pytest.mark.usefixtures("told")
def test_a_report_of_the_period_shows_what_came_after_its_last_day(ok: Ok, tmp_path: Path) -> None:
    """By itself, and re-made as of the last day; a day before that shows nothing."""
    for folder, day in (("a", ()), ("b", ("--as-of", "2024-06-30")), ("c", ("--as-of", BEFORE))):
        ok("report", "--period", "2024-S1", "--out", tmp_path / folder, *day)
    pages = [(tmp_path / one / "2024-S1" / "DINKES.md").read_text("utf-8") for one in "abc"]
    assert pages[0] == pages[1]
    assert ["Dana belum cair" in page for page in pages] == [True, True, False]


def test_what_is_told_while_the_period_runs_is_known_from_then_on(
    ok: Ok, monkeypatch: pytest.MonkeyPatch
) -> None:
    """From the day that is told, else from that of entry: a running period hides nothing from today."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1728950400")  # 15 October 2024
    ok("action", "add", PKS, "--what", "Rapat koordinasi", "--period", "2024-S2")
    ok(
        "evaluate",
        PKS,
        "--period",
        "2024-Q4",
        "--implementation",
        "sebagian",
        "--obstacle",
        "Dana belum cair",
    )
    ok("evaluate", PKS, "--period", "2024-S2", "--implementation", "sebagian", "--reported-on", "2024-10-02")
    seen = {
        day: json.loads(ok("show", PKS, "--as-of", day, "--format", "json"))
        for day in ("2024-10-01", "2024-10-02", "2024-10-14", "2024-10-15")
    }
    periods = [[one["period"] for one in shown["evaluations"]] for shown in seen.values()]
    assert periods == [[], ["2024-S2"], ["2024-S2"], ["2024-Q4", "2024-S2"]]
    assert [len(shown["obstacles"]) for shown in seen.values()] == [0, 0, 0, 1]
    assert [len(shown["actions"]) for shown in seen.values()] == [0, 1, 1, 1]
    assert len(items(ok, "action", "list", as_of="2024-10-15")) == 1
