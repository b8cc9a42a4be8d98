"""``number``: the next number of the Pemda, and those missing between."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.cli.command_line import document, on_screen, table

if TYPE_CHECKING:
    from pathlib import Path

    from .command_line import Ok, Refused, Run

MOU = ("add-mou", "--scheme", "ksdpk", "--partner", "PT Maju Contoh", "--opd", "DINKES", "--years", "3")


@pytest.fixture
def numbered(desk: Path, ok: Ok) -> Path:
    """``desk``, whose KB has number 12, with KB 13 and 17 of 2024; a draft of 2025 has number 1."""
    for n in (13, 17):
        _mou(ok, f"100.3.7.1/{n}/KB/2024", "--signed", "2024-06-03")
    _mou(ok, "100.3.7.1/1/KB/2025")
    return desk


def _mou(ok: Ok, number: str, *more: str) -> str:
    return ok(*MOU, "--title", f"Naskah {number}", "--number", number, *more).strip()


def test_the_next_number_and_what_it_follows(numbered: Path, ok: Ok, run: Run) -> None:
    found = run("number", "next", "--doc", "kb", "--year", "2024")
    assert found.out == "100.3.7.1/18/KB/2024\n"
    assert "Sesudah 100.3.7.1/17/KB/2024 (KB-2024-003), yang terakhir dari 3 nomor." in found.err
    assert "Peringatan" not in found.err
    said = document(ok("number", "next", "--doc", "KB", "--year", "2024", "--format", "json"))
    assert said == {
        "schema": "kskd/number-next/1",
        "as_of": "2025-01-15",
        "number": "100.3.7.1/18/KB/2024",
        "pattern": "100.3.7.1/{n}/KB/{year}",
        "after": {"number": "100.3.7.1/17/KB/2024", "agreement": "KB-2024-003"},
        "count": 3,
        "is_certain": True,
        "doubt": None,
    }
    (row,) = table(ok("number", "next", "--doc", "kb", "--year", "2024", "--format", "tsv"))
    assert (row["number"], row["after"], row["doubt"]) == (said["number"], "100.3.7.1/17/KB/2024", "")
    _mou(ok, said["number"], "--signed", "2024-07-01")  # it is new


def test_the_number_of_a_draft_is_taken_and_that_of_a_void_document_is_not(
    numbered: Path, ok: Ok, run: Run
) -> None:
    this_year = run("number", "next", "--doc", "kb")
    assert this_year.out == "100.3.7.1/2/KB/2025\n"
    assert "Peringatan: usulan ini belum pasti, sebab pada tahun itu baru satu nomor" in this_year.err
    ok("void", "KB-2025-001", "--reason", "salah catat")
    assert ok("number", "next", "--doc", "kb") == "100.3.7.1/1/KB/2025\n"


def test_without_a_pattern_nothing_is_proposed(numbered: Path, ok: Ok, refused: Refused) -> None:
    said = refused("number", "next", "--doc", "pks")
    assert "belum dapat dikenali" in said
    assert 'kskd setting set number-pattern "100.3.7.1/{n}/{doc}/{year}"' in said
    assert "--doc" in refused("number", "next", status=2)
    assert "1945" in refused("number", "next", "--doc", "kb", "--year", "1900", status=2)
    ok("setting", "set", "number-pattern", "100.3.7.1/{n:3}/{doc}/{month}/{year}")
    assert ok("number", "next", "--doc", "pks") == "100.3.7.1/001/PKS/I/2025\n"
    assert ok("number", "next", "--doc", "pks", "--on", "2 Mei 2024") == "100.3.7.1/001/PKS/V/2024\n"
    assert "--on" in refused("number", "next", "--doc", "pks", "--year", "2024")
    assert "tidak jelas" in refused("setting", "set", "number-pattern", "{n}{year}")


def test_what_is_missing_and_what_is_there_twice(numbered: Path, ok: Ok, run: Run) -> None:
    _mou(ok, "100.3.7.1/17/KB/2024", "--signed", "2024-07-01", "--allow-duplicate")
    done = run("number", "holes", "--year", "2024")
    assert table(done.out) == [
        {"doc": "kb", "kind": "missing", "number": "100.3.7.1/14/KB/2024", "until": "100.3.7.1/16/KB/2024",
         "count": "3", "agreements": ""},
        {"doc": "kb", "kind": "twice", "number": "100.3.7.1/17/KB/2024", "until": "", "count": "2",
         "agreements": "KB-2024-003; KB-2024-004"},
    ]  # fmt: skip
    assert "Tidak tercatat bukan berarti hilang" in done.err
    assert "PKS 2024: pola nomornya belum dapat dikenali" in done.err
    shown = on_screen("number", "holes", "--year", "2024", "--doc", "kb")
    assert "tidak tercatat" in shown
    assert "hilang" not in shown
    assert table(ok("number", "holes", "--year", "2024", "--doc", "pks")) == []
    assert document(ok("number", "holes", "--format", "json"))["items"] == []


def test_a_number_unlike_the_others_is_taken_with_a_warning(numbered: Path, ok: Ok, run: Run) -> None:
    odd = run(*MOU, "--title", "Aneh", "--number", "100.3.7.1-19/KB/2024", "--signed", "2024-06-03")
    assert odd.status == 0
    assert "Peringatan: nomor 100.3.7.1-19/KB/2024 tidak menurut pola 100.3.7.1/{n}/KB/{year}" in odd.err
    assert "kskd update KB-2024-004 --number NOMOR --reason ALASAN" in odd.err
    put_right = run("update", "KB-2024-004", "--number", "100.3.7.1/19/KB/2024", "--reason", "salah ketik")
    assert "Peringatan" not in put_right.err
    assert "Peringatan" not in run("update", "KB-2024-004", "--note", "x").err
    ok("setting", "set", "number-pattern", "{n}/{doc}/{year}")
    assert (
        "menurut pola {n}/{doc}/{year}"
        in run("update", "PKS-2024-001", "--number", "7-PKS", "--reason", "x").err
    )


def _asked(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, object]]:
    asked: list[tuple[str, object]] = []

    def prompt(label: str, default: object = None, **_: object) -> object:
        asked.append((label, default))
        return "t" if label.endswith("(y/t)") else default

    monkeypatch.setattr("kskd.cli.kit.command.is_attended", lambda: True)
    monkeypatch.setattr("typer.prompt", prompt)
    return asked


def test_a_certain_number_is_offered_once_the_day_is_known(
    numbered: Path, ok: Ok, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = _asked(monkeypatch)
    done = run(*MOU, "--title", "Riset", "--signed", "2024-08-01")
    assert ("Nomor dari Pemda (- bila belum ada)", "100.3.7.1/18/KB/2024") in asked
    assert "Nomor berikutnya: 100.3.7.1/18/KB/2024." in done.err
    assert (
        document(ok("show", done.out.strip(), "--format", "json"))["numbers"][0]["number"]
        == "100.3.7.1/18/KB/2024"
    )


def test_without_the_day_or_without_certainty_nothing_is_filled_in(
    numbered: Path, ok: Ok, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = _asked(monkeypatch)
    run(*MOU, "--title", "Riset", "--signed", "2025-01-02")  # of this year there is but one number
    assert ("Nomor dari Pemda (boleh kosong)", "") in asked
    _mou(ok, "100.3.7.1/2/KB/2025", "--signed", "2025-01-03")
    asked.clear()
    hinted = run(*MOU, "--title", "Riset lagi")
    assert ("Nomor dari Pemda (boleh kosong)", "") in asked
    assert "Nomor berikutnya: 100.3.7.1/3/KB/2025." in hinted.err
    run("derive-pks", "KB-2024-001", "--title", "Gizi", "--signed", "2025-01-03")
    assert asked[-1] != ("Nomor dari Pemda (- bila belum ada)", "")
