"""``undo`` killed between its commit and its message, and said again: by number it takes back no more."""

from __future__ import annotations

import os
import signal
from typing import TYPE_CHECKING

import pytest

from kskd.cli.office import undoing

from ..conftest import invoke
from ..registry.harness import dump, forked

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from ..conftest import Result

    Run = Callable[..., Result]
    Ok = Callable[..., str]

pytestmark = pytest.mark.slow


def _die(*_: object) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


@pytest.fixture
def killed(office: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> Callable[..., int]:
    """Two notes, the last taken back by a command that dies before it says so; gives its number."""
    for note in ("Satu", "Dua"):
        told = run("update", "KB-2024-001", "--note", note, "--reason", "uji").err
    number = int(told.splitlines()[0].removeprefix("Catatan riwayat ").removesuffix("."))

    def work(*args: str) -> str:
        monkeypatch.setattr(undoing, "put", _die)
        return str(invoke("undo", *args, "--yes").status)

    def die(*, named: bool) -> int:
        status, _ = forked(lambda: work(*([str(number)] if named else [])))
        assert os.WTERMSIG(status) == signal.SIGKILL
        assert len(dump(office)["act"]) == number + 1, "it was kept"
        return number

    return die


def test_named_by_its_number_it_answers_that_it_is_undone(
    office: Path, run: Run, killed: Callable[..., int]
) -> None:
    number = killed(named=True)
    before = office.read_bytes()
    again = run("undo", str(number), "--yes")
    assert again.status == 1
    assert f"Catatan {number} (update) sudah dibatalkan oleh catatan {number + 1}" in again.err
    assert office.read_bytes() == before


def test_without_a_number_it_warns_that_the_last_command_was_one(
    run: Run, killed: Callable[..., int]
) -> None:
    number = killed(named=False)
    again = run("undo", "--dry-run")
    assert (
        f"Peringatan: perintah terakhir sudah membatalkan catatan {number}; ini membatalkan satu lagi;"
        in again.err
    )
    assert f"Akan dibatalkan: {number - 1}" in again.err or f"{number - 1}" in again.err.splitlines()[1]


def test_every_act_says_its_number_and_a_dry_run_has_none(office: Path, run: Run) -> None:
    add = ("opd", "add", "DLH", "--name", "Dinas Lingkungan Hidup")
    number = len(dump(office)["act"]) + 1
    assert "Catatan riwayat" not in run(*add, "--dry-run").err
    assert run(*add).err.splitlines()[0] == f"Catatan riwayat {number}."
