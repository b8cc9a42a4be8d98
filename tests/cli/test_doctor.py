"""``doctor``: what it says, how it ends, and what it mends."""

from __future__ import annotations

import os
import shutil
import stat
from typing import TYPE_CHECKING

import pytest

from tests.cli.command_line import Ok, Refused, Run, document, folder, on_screen

if TYPE_CHECKING:
    from pathlib import Path

    from _pytest.monkeypatch import MonkeyPatch

pytestmark = pytest.mark.slow


def _codes(run: Run, *words: str) -> list[str]:
    return [one["code"] for one in document(run("doctor", *words, "--format", "json").out)["items"]]


@pytest.fixture
def healthy(desk: Path, ok: Ok) -> Path:
    """``desk`` with a backup of today."""
    ok("backup")
    return desk


def _raw(path: Path, *statements: str) -> None:
    import sqlite3
    from contextlib import closing

    with closing(sqlite3.connect(path, isolation_level=None)) as con:
        for statement in statements:
            con.execute(statement)


def test_a_healthy_registry_is_called_so_and_nothing_is_written(healthy: Path, run: Run) -> None:
    before = folder(healthy.parent)
    result = run("doctor")
    assert (result.status, result.err) == (0, "Registri sehat.\n")
    assert document(run("doctor", "--format", "json").out)["items"] == []
    assert folder(healthy.parent) == before


def test_damage_ends_with_3_and_names_remedy(healthy: Path, run: Run) -> None:
    _raw(healthy, "DROP TRIGGER journal_party_update", "UPDATE party SET number = 'X' WHERE seat = 0")
    result = run("doctor", "--format", "json")
    assert result.status == 3
    items = document(result.out)["items"]
    assert [one["code"] for one in items] == ["schema", "row", "row"]
    assert set(items[0]) == {"code", "severity", "where", "message", "explain", "remedy", "can_fix"}
    assert "kskd doctor --fix" in items[1]["remedy"]
    assert "RUSAK [row]" in on_screen("doctor")


def test_fix_shows_asks_keeps_a_backup_and_leaves_a_healthy_registry(
    healthy: Path, run: Run, ok: Ok, refused: Refused
) -> None:
    shown = ok("show", "PKS-2024-001")
    _raw(healthy, "DROP TRIGGER journal_party_update", "UPDATE party SET number = 'X' WHERE seat = 0")
    before = healthy.read_bytes()
    assert run("doctor", "--fix").status == 1
    assert "akan diperbaiki" in run("doctor", "--fix", "--dry-run").err
    assert healthy.read_bytes() == before
    result = run("doctor", "--fix", "--yes")
    assert result.status == 0
    assert "Diperiksa lagi: sehat." in result.err
    assert any("sebelum-doctor" in one.name for one in (healthy.parent / "cadangan").iterdir())
    assert ok("show", "PKS-2024-001").replace("8\n", "7\n") == shown.replace("8\n", "7\n")
    assert "perbaikan" in ok("log", "--command", "doctor", "--format", "table")
    assert "memperbaiki kerusakan" in refused("undo", "--yes")


def test_what_another_program_changed_is_named_until_it_is_accepted_with_a_reason(
    healthy: Path, run: Run, ok: Ok
) -> None:
    _raw(healthy, "UPDATE opd SET name = 'Dinas Sehat' WHERE code = 'DINKES'")
    result = run("doctor", "--format", "json")
    (seen,) = document(result.out)["items"]
    assert (seen["where"], seen["message"]) == ("opd DINKES", "name: Dinas Kesehatan → Dinas Sehat")
    assert "kskd doctor --fix --reason" in seen["remedy"]
    verified = run("log", "--verify")
    assert verified.status == 3
    assert "~ OPD DINKES: nama Dinas Kesehatan → Dinas Sehat" in verified.err
    assert "sebut alasannya dengan --reason" in run("doctor", "--fix", "--yes").err
    assert _codes(run) == ["outside"]
    ok("doctor", "--fix", "--yes", "--reason", "diperiksa oleh Bagian Kerja Sama")
    assert _codes(run) == []
    assert document(ok("log", "--verify", "--format", "json"))["changed_outside"] == 0
    _raw(healthy, "INSERT INTO event VALUES (9, 'repair', 'x', 99999)")  # nobody accepts for himself
    assert _codes(run) == ["outside"]


def test_from_a_broken_history_nothing_is_offered_to_be_mended(healthy: Path, run: Run) -> None:
    _raw(
        healthy,
        *(f"DROP TRIGGER {name}" for name in ("journal_no_update", "journal_no_delete", "act_no_update")),
        "UPDATE journal SET new = replace(new, 'Dinas Kesehatan', 'Dinas Kesehetan')",
    )
    run("doctor", "--fix", "--yes")  # makes the triggers anew
    result = run("doctor", "--fix", "--yes", "--format", "json")
    items = document(result.out)["items"]
    assert {(one["code"], one["can_fix"]) for one in items} == {("chain", False), ("row", False)}
    assert "Riwayatnya sendiri rusak" in items[1]["remedy"]
    assert "Tidak ada yang dapat diperbaiki dengan --fix" in result.err
    assert result.status == 3


def test_files_that_are_gone_changed_or_not_linked_are_told(healthy: Path, run: Run, ok: Ok) -> None:
    scans = healthy.parent / "naskah"
    scans.mkdir()
    for name in ("satu.pdf", "dua.pdf", "tiga.pdf"):
        (scans / name).write_text(name, "utf-8")
    ok("attach", "PKS-2024-001", "naskah/satu.pdf", "naskah/dua.pdf")
    (scans / "satu.pdf").unlink()
    (scans / "dua.pdf").write_text("lain!!!!", "utf-8")
    assert _codes(run) == ["file-changed", "file-missing", "file-unlinked"] or set(_codes(run)) == {
        "file-changed",
        "file-missing",
        "file-unlinked",
    }


def test_what_a_killed_command_left_is_swept_but_not_what_is_at_work(healthy: Path, run: Run) -> None:
    old, young = (healthy.parent / f".kskd.db.{name}.baru" for name in ("00aa00aa", "11bb11bb"))
    copy = healthy.parent / "cadangan" / ".kskd.db.22cc22cc.salin"
    for one in (old, copy, young):
        one.write_text("x", "utf-8")
        os.utime(one, (1736000000, 1736000000))
    os.utime(young, (1736899100, 1736899100))
    assert _codes(run) == ["leftover", "leftover"]
    run("doctor", "--fix", "--yes")
    assert (old.exists(), copy.exists(), young.exists()) == (False, False, True)


def test_a_registry_open_to_others_is_closed(healthy: Path, run: Run) -> None:
    healthy.chmod(0o644)
    assert _codes(run) == ["permission"]
    run("doctor", "--fix", "--yes")
    assert stat.S_IMODE(healthy.stat().st_mode) == 0o600


def test_group_mode_opens_registry_and_backups_to_the_group(healthy: Path, run: Run, ok: Ok) -> None:
    ok("setting", "set", "access", "group")
    assert stat.S_IMODE(healthy.stat().st_mode) == 0o660
    ok("backup", "--out", "bersama")
    (made,) = (healthy.parent / "bersama").iterdir()
    assert stat.S_IMODE(made.stat().st_mode) == 0o660
    assert stat.S_IMODE(made.parent.stat().st_mode) == 0o770
    own = healthy.parent / "cadangan"
    assert stat.S_IMODE(own.stat().st_mode) == 0o770
    assert _codes(run) == []
    own.chmod(0o700)
    assert _codes(run) == ["closed"]
    ok("doctor", "--fix", "--yes")
    assert stat.S_IMODE(own.stat().st_mode) == 0o770
    ok("setting", "reset", "access")
    assert [stat.S_IMODE(one.stat().st_mode) for one in (healthy, own)] == [0o600, 0o700]


def test_an_old_backup_or_none_is_told(desk: Path, run: Run, ok: Ok, monkeypatch: MonkeyPatch) -> None:
    assert _codes(run) == ["backup"]
    ok("backup")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1738000000")
    assert _codes(run) == ["backup"]


def test_a_registry_in_a_synced_folder_is_told(healthy: Path, run: Run) -> None:
    synced = healthy.parent / "OneDrive - Kantor"
    synced.mkdir()
    shutil.copy(healthy, synced / "kskd.db")
    assert "place" in _codes(run, "--db", str(synced / "kskd.db"))
    seen = run("status", "--db", str(synced / "kskd.db"))
    assert (seen.status, seen.err.count("\n")) == (0, 1)
    assert "OneDrive - Kantor: folder sinkronisasi" in seen.err


def test_a_clock_that_runs_behind_the_history_is_told(
    healthy: Path, run: Run, monkeypatch: MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    assert "clock" in _codes(run)


def test_a_file_that_is_none_of_ours_is_refused(tmp_path: Path, refused: Refused) -> None:
    (tmp_path / "lain.db").write_bytes(b"bukan basis data")
    assert "bukan berkas SQLite" in refused("doctor", "--db", "lain.db")
