"""A clock that ran ahead: a backup made then hides nothing, and does not push the right ones out."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from ..conftest import CLOCK

if TYPE_CHECKING:
    from collections.abc import Callable

    from ..conftest import Result

    Run = Callable[..., Result]
    Ok = Callable[..., str]

pytestmark = pytest.mark.slow

DAY = 86_400
NOW = int(CLOCK)
AHEAD = NOW + 2_000 * DAY


@pytest.fixture
def at(monkeypatch: pytest.MonkeyPatch) -> Callable[[int], None]:
    """Set the clock of the computer."""
    return lambda seconds: monkeypatch.setenv("SOURCE_DATE_EPOCH", str(seconds))


def _codes(run: Run) -> list[str]:
    return [one["code"] for one in json.loads(run("doctor", "--format", "json").out)["items"]]


def test_a_backup_of_the_future_is_told_and_does_not_hide_that_there_is_none(
    office: Path, run: Run, ok: Ok, at: Callable[[int], None]
) -> None:
    at(AHEAD)
    ahead = Path(ok("backup").strip())
    at(NOW)
    assert _codes(run) == ["backup-ahead", "backup"]
    seen = run("status")
    assert f"({ahead.name}: bertanggal 2030-07-08, sesudah hari ini)" in seen.err
    assert json.loads(ok("status", "--format", "json"))["latest_backup"] is None
    made = Path(ok("backup").strip())
    assert made != ahead, "the same content, but with a time that can be counted from"
    assert _codes(run) == ["backup-ahead"]
    at(NOW + 30 * DAY)
    assert _codes(run) == ["backup-ahead", "backup"]


def test_rotation_keeps_those_that_hold_the_most(office: Path, ok: Ok, at: Callable[[int], None]) -> None:
    made = []
    for number in range(6):
        at(AHEAD - number * DAY if number < 3 else NOW + number * DAY)
        ok("setting", "set", "seat", f"Kota {number}", *(["--reason", "uji"] if number else []))
        made.append(Path(ok("backup", "--keep", "3").strip()))
    assert [one.exists() for one in made] == [False, False, False, True, True, True]


def test_the_safety_copy_of_a_branch_that_a_restore_left_goes_by_its_time(
    office: Path, ok: Ok, at: Callable[[int], None]
) -> None:
    """It holds more acts than the registry, and is the only way back."""
    first = ok("backup").strip()
    ok("setting", "set", "backup-keep", "2")
    for number in range(5):
        ok("opd", "add", f"OPD{number}", "--name", f"Dinas {number}")
    at(NOW + DAY)
    ok("restore", first, "--yes")
    (safety,) = Path("cadangan").glob("*-sebelum-restore.db")
    ok("setting", "set", "backup-keep", "2")
    at(NOW + 2 * DAY)
    ok("restore", first, "--yes")
    assert safety.exists()
    at(NOW + 3 * DAY)
    ok("restore", first, "--yes")
    assert len(list(Path("cadangan").glob("*-sebelum-restore.db"))) == 3, "the default number again"


def test_an_act_of_the_future_is_told_by_status_and_doctor(
    office: Path, run: Run, ok: Ok, at: Callable[[int], None]
) -> None:
    at(AHEAD)
    ok("opd", "add", "DLH", "--name", "Dinas Lingkungan Hidup")
    at(NOW)
    assert "clock" in _codes(run)
    assert "bertanggal 2030-07-08, sesudah hari ini" in run("status").err
