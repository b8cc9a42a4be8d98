"""``backup`` and ``restore`` at the command line: what is told, what is asked, and the line in ``status``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.cli.command_line import document, folder

if TYPE_CHECKING:
    from .command_line import Ok, Refused, Run


@pytest.fixture
def kept(desk: Path, ok: Ok) -> Path:
    """A backup of the desk, to which two acts were added since."""
    path = Path(ok("backup").strip())
    ok("opd", "add", "DISHUB", "--name", "Dinas Perhubungan")
    ok("partner", "add", "Koperasi Contoh")
    return path


def test_backup_says_what_is_in_it(desk: Path, run: Run) -> None:
    result = run("backup")
    assert result.err == "Cadangan dibuat dan diperiksa: 2 naskah, 7 catatan riwayat.\n"
    assert run("backup").err == "Cadangan dengan isi yang sama sudah ada: 2 naskah, 7 catatan riwayat.\n"


@pytest.mark.parametrize(
    ("args", "status", "named"),
    [
        (["--keep", "0"], 2, "--keep"),
        (["--keep", "1001"], 2, "1000"),
        (["--out", "tidak-ada/cadangan"], 1, "folder tidak ada"),
        (["--out", "kskd.db"], 1, "bukan folder"),
        (["--out", "x" * 300], 1, "terlalu panjang"),
    ],
)
def test_where_no_backup_can_be_the_sentence_says_why(
    desk: Path, refused: Refused, args: list[str], status: int, named: str
) -> None:
    assert named in refused("backup", *args, status=status)


def test_a_dry_run_shows_what_would_be_lost(kept: Path, tmp_path: Path, run: Run) -> None:
    before = folder(tmp_path)
    result = run("restore", kept, "--dry-run")
    assert (result.status, result.out) == (0, "")
    assert "(2 catatan riwayat" in result.err
    lines = result.err.splitlines()
    assert [line.split("  ")[-1] for line in lines if line.startswith("  ")] == ["partner add", "opd add"]
    assert folder(tmp_path) == before


def test_without_consent_nothing_is_restored(kept: Path, refused: Refused) -> None:
    sentence = refused("restore", kept)
    assert "--yes" in sentence
    assert "--dry-run" in sentence


def test_a_branched_history_and_another_registry_are_called_so(
    kept: Path, tmp_path: Path, ok: Ok, run: Run
) -> None:
    ok("restore", kept, "--yes")
    (before,) = kept.parent.glob("*-sebelum-restore.db")
    assert "bercabang sesudah catatan 7" in run("restore", before, "--dry-run").err
    ok("init", "--name", "Kota Contoh", "--db", "lain.db")
    assert "registri lain" in run("restore", tmp_path / "lain.db", "--dry-run").err


def test_status_shows_the_newest_backup(
    desk: Path, ok: Ok, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "Cadangan terakhir\tbelum pernah" in ok("status")
    assert document(ok("status", "--format", "json"))["latest_backup"] is None
    path = ok("backup").strip()
    assert "Cadangan terakhir\t15/01/2025 00:00 (hari ini)" in ok("status")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(1736899200 + 3 * 86400))
    assert "(3 hari yang lalu)" in ok("status")
    latest = document(ok("status", "--format", "json"))["latest_backup"]
    assert latest == {"path": path, "at": "2025-01-15T00:00:00"}
