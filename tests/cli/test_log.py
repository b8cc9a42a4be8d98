"""``log``: acts by document, day, command and person, and whether the history holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.cli.command_line import Ok, Refused, Run, document, on_screen, table

if TYPE_CHECKING:
    from pathlib import Path


def _acts(ok: Ok, *words: str) -> list[int]:
    return [one["act"] for one in document(ok("log", *words, "--format", "json"))["items"]]


@pytest.fixture
def days(desk: Path, ok: Ok, monkeypatch: pytest.MonkeyPatch) -> Path:
    """``desk``, whose seven acts are of 15 January, with an update by somebody else on 20 February 2025."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1740009600")
    ok("update", "PKS-2024-001", "--note", "x", "--who", "Sari (contoh)")
    return desk


@pytest.mark.parametrize(
    ("words", "acts"),
    [
        (["PKS-2024-001"], [8, 7]),
        (["KB-2024-001"], [6]),
        (["--command", "update"], [8]),
        (["--command", "opd add", "--command", "UPDATE"], [8, 3, 2]),
        (["--on", "2025-01-15"], [7, 6, 5, 4, 3, 2, 1]),
        (["--on", "20 Februari 2025"], [8]),
        (["--on", "2025-02-21"], []),
        (["--since", "2025-01-16"], [8]),
        (["--who", "sari (CONTOH)"], [8]),
        (["--who", "sari"], []),
        (["PKS-2024-001", "--command", "derive-pks"], [7]),
        (["--as-of", "2025-01-31", "--limit", "1"], [7]),
        (["--on", "2025-02-20", "--as-of", "2025-01-31"], []),
    ],
)
def test_log_gives_the_acts_that_fit(words: list[str], acts: list[int], days: Path, ok: Ok) -> None:
    assert _acts(ok, *words) == acts


def test_only_the_table_stops_at_twenty_acts_and_says_so(desk: Path, ok: Ok, run: Run) -> None:
    for at in range(15):
        ok("opd", "alias", "DINKES", f"Dinkes {at}")
    assert _acts(ok) == _acts(ok, "--since", "2025-01-15") == [*range(22, 0, -1)]
    assert len(_acts(ok, "--limit", "5")) == 5
    shown = run("log", "--format", "table")
    assert sum(not line.startswith(" ") for line in shown.out.splitlines()) == 20
    assert "20 catatan terakhir; lebih banyak dengan --limit." in shown.err
    assert "Paling banyak sekian catatan" in ok("log", "--help")


def test_a_command_that_does_not_exist_is_refused(desk: Path, ok: Ok, refused: Refused) -> None:
    assert 'Perintah "nosuch" tidak ada' in refused("log", "--command", "nosuch", status=2)
    assert _acts(ok, "--command", "Opd  Add") == [3, 2]


def test_values_are_told_in_words(busy: Path, ok: Ok) -> None:
    ok("amend", "PKS-2024-001", "--signed", "2024-09-02", "--what", "Diperpanjang", "--years", "4",
       "--adds-burden", "ya")  # fmt: skip
    told = ok("log", "--format", "table")
    assert "makin kecil makin baik tidak" in told
    assert "nilai 75;" in told
    assert "menambah beban ya" in told
    assert "{" not in told
    changes = [row["change"] for row in table(ok("log", "--format", "csv"), ",")]
    assert {change.split()[0] for change in changes} <= {"baru", "diubah", "dihapus"}


def test_a_seal_stands_on_one_line_of_a_narrow_screen(
    desk: Path, ok: Ok, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    head = document(ok("log", "--verify", "--format", "json"))["head"]
    assert f"Segel: {head}" in on_screen("log", "--verify").splitlines()


def test_log_says_what_is_taken_back(desk: Path, ok: Ok) -> None:
    ok("undo", "--yes")
    first, second, *_ = document(ok("log", "--format", "json"))["items"]
    assert (first["undoes"], first["undone_by"]) == ([7], None)
    assert (second["undoes"], second["undone_by"]) == ([], 8)
    assert "[dibatalkan oleh catatan 8]" in ok("log", "--format", "table")


@pytest.mark.parametrize(
    "words", [["--on", "kapan"], ["--since", "31/2/2025"], ["--on", "2025-01-15", "--since", "2025-01-01"]]
)
def test_an_unclear_day_is_refused(words: list[str], desk: Path, run: Run) -> None:
    result = run("log", *words)
    assert (result.status in {1, 2}, result.out) == (True, "")


def test_a_head_noted_elsewhere_is_found_in_the_history(desk: Path, run: Run, ok: Ok) -> None:
    """Whatever came after it."""
    head = document(ok("log", "--verify", "--format", "json"))["head"]
    ok("update", "PKS-2024-001", "--note", "x")
    found = document(ok("log", "--verify", "--expect", head.upper(), "--format", "json"))
    assert (found["is_expected"], found["acts"]) == (True, 8)
    lost = run("log", "--verify", "--expect", "0" * 64)
    assert lost.status == 3
    assert "Segel yang disebut tidak ada" in lost.err


@pytest.mark.parametrize(
    "words", [["--who", "x"], ["--command", "x"], ["--on", "2025-01-01"], ["--limit", "1"]]
)
def test_verify_is_of_the_whole_history(words: list[str], desk: Path, refused: Refused) -> None:
    assert "seluruh riwayat" in refused("log", "--verify", *words, status=2)


# -- what was seen ----------------------------------------------------------------------------------------

_CHANGES = {
    "update": ["update", "PKS-2024-001", "--note", "y"],
    "void": ["void", "PKS-2024-001", "--reason", "salah catat"],
    "evaluate": ["evaluate", "PKS-2024-001", "--period", "2024-S2", "--implementation", "penuh"],
}


@pytest.mark.parametrize("command", _CHANGES)
def test_a_change_of_what_has_changed_since_it_was_seen_is_refused(
    command: str, desk: Path, ok: Ok, refused: Refused
) -> None:
    """Two people look at version 7; the second to write is told who was first."""
    ok(
        "update",
        "PKS-2024-001",
        "--number",
        "8/PKS",
        "--reason",
        "koreksi",
        "--seen",
        "7",
        "--who",
        "Orang lain",
    )
    sentence = refused(*_CHANGES[command], "--seen", "7")
    assert "kini versi 8, diubah oleh Orang lain dengan update" in sentence
    ok(*_CHANGES[command], "--seen", "8")


def test_the_version_of_a_document_is_that_of_what_hangs_on_it_too(
    desk: Path, ok: Ok, refused: Refused
) -> None:
    ok("target", "add", "PKS-2024-001", "--indicator", "Bidan")
    assert "kini versi 8" in refused("update", "PKS-2024-001", "--note", "y", "--seen", "7")
    ok("update", "KB-2024-001", "--note", "y", "--seen", "6")
