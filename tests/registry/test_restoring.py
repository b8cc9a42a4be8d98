"""A restore loses nothing unseen: the present state is kept, and a writer is waited for."""

from __future__ import annotations

import os
import resource
import shutil
import signal
import sqlite3
import stat
import subprocess
import sys
import time
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import pytest

from kskd.registry import restoring
from kskd.registry.copies import backup
from kskd.registry.database import snapshot, writing
from kskd.registry.file import locks
from kskd.registry.schema.steps import SCHEMA
from kskd.registry.session import Session
from kskd.registry.tables.settings import write_setting
from tests.registry.harness import ACT, beside, dump, forked, raw
from tests.registry.test_upgrading import made as made_old

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractContextManager

pytestmark = pytest.mark.slow


@pytest.fixture
def candidate(office: Path, ok: Callable[..., str]) -> Path:
    """A backup of the office, to which an OPD was added since."""
    path = Path(ok("backup").strip())
    ok("opd", "add", "DISHUB", "--name", "Dinas Perhubungan")
    return path


def safety(candidate: Path) -> Path:
    """The backup made before the restore."""
    (path,) = candidate.parent.glob("*-sebelum-restore.db")
    return path


# -- the drill ------------------------------------------------------------------------------------------


def test_a_restored_registry_answers_as_it_did(example: Path, ok: Callable[..., str]) -> None:
    """Every list and every document of the example, after acts of several kinds."""
    ids = [line.split("\t")[0] for line in ok("list", "--format", "tsv").splitlines()[1:]]
    asked = [
        ("list",), ("opd", "list"), ("partner", "list"), ("target", "list"), ("action", "list"),
        *(("show", one) for one in ids),
    ]  # fmt: skip
    assert len(asked) > 20
    before = [ok(*words, "--format", "json") for words in asked]
    candidate = ok("backup").strip()
    ok("update", ids[0], "--title", "Judul lain", "--reason", "uji")
    ok("void", ids[-1], "--reason", "uji")
    assert [ok(*words, "--format", "json") for words in asked] != before
    ok("restore", candidate, "--yes")
    assert [ok(*words, "--format", "json") for words in asked] == before
    assert ok("log", "--verify")


def test_the_journal_tells_of_the_restore(candidate: Path, office: Path, ok: Callable[..., str]) -> None:
    lost = dump(office)["act"][-1]
    with closing(sqlite3.connect(office)) as con:
        (lost_link,) = con.execute("SELECT link FROM act WHERE id = ?", (lost[0],)).fetchone()
    ok("restore", candidate, "--yes", "--reason", "salah impor")
    (event,) = dump(office)["event"]
    assert event[1] == "restore"
    for told in (candidate.name, f"sebelumnya catatan {lost[0]}, segel {lost_link}", safety(candidate).name):
        assert told in event[2]
    assert dump(office)["act"][-1][2:5] == ("analis", "restore", "salah impor")


def test_a_restore_can_be_taken_back(candidate: Path, office: Path, ok: Callable[..., str]) -> None:
    before = dump(office)
    ok("restore", candidate, "--yes")
    ok("restore", safety(candidate), "--yes")
    assert dump(office)["opd"] == before["opd"]


def test_the_backup_restored_from_is_not_thinned_out_by_the_restore(
    candidate: Path, office: Path, ok: Callable[..., str], monkeypatch: pytest.MonkeyPatch
) -> None:
    ok("restore", candidate, "--yes")
    old = safety(candidate)
    ok("setting", "set", "backup-keep", "1")
    for at in (1, 2):
        monkeypatch.setenv("SOURCE_DATE_EPOCH", str(1736899200 + at))
        ok("restore", old, "--yes")
    assert old.exists()
    assert len(list(candidate.parent.glob("*-sebelum-restore.db"))) == 3


def test_a_missing_registry_is_made(candidate: Path, office: Path, ok: Callable[..., str]) -> None:
    office.unlink()
    ok("restore", candidate)
    assert len(dump(office)["opd"]) == 2
    assert stat.S_IMODE(office.stat().st_mode) == 0o600
    assert beside(office) == []
    assert [one.name for one in candidate.parent.iterdir()] == [candidate.name]


def test_an_older_backup_comes_to_todays_schema_in_the_same_step(
    office: Path, tmp_path: Path, run: Callable[..., Any]
) -> None:
    old = made_old(tmp_path / "lama.db", 1)
    result = run("restore", old, "--yes")
    assert result.status == 0
    assert f"1 → {SCHEMA}" in result.err
    with snapshot(office) as session:
        assert session.con.execute("SELECT count(*) FROM event").fetchone() == (1,)
    assert dump(office)["agreement"]
    with closing(sqlite3.connect(old)) as con:
        assert con.execute("PRAGMA user_version").fetchone() == (1,)


# -- what is refused ------------------------------------------------------------------------------------


def _broken_chain(path: Path) -> None:
    raw(path, "DROP TRIGGER act_no_update", "UPDATE act SET who = 'orang lain' WHERE id = 2")


def _folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def _other_program(path: Path) -> None:
    path.unlink()
    raw(path, "CREATE TABLE t (a)")


BAD: dict[str, tuple[Callable[[Path], object], str]] = {
    "missing": (Path.unlink, "tidak ada berkas"),
    "folder": (_folder, "tidak ada berkas"),
    "empty": (lambda path: path.write_bytes(b""), "bukan registri kskd"),
    "text": (lambda path: path.write_text("kode;nama\n" * 50, "utf-8"), "bukan registri kskd"),
    "other program": (_other_program, "bukan registri kskd"),
    "cut": (lambda path: path.write_bytes(path.read_bytes()[:-4096]), "terpotong"),
    "newer": (lambda path: raw(path, f"PRAGMA user_version = {SCHEMA + 1}"), "lebih baru"),
    "orphan": (
        lambda path: raw(path, "PRAGMA foreign_keys = OFF", "DELETE FROM opd WHERE code = 'DINKES'"),
        "merujuk",
    ),
    "chain": (_broken_chain, "tidak lagi seperti saat dicatat"),
}


@pytest.mark.parametrize("bad", BAD)
def test_a_bad_candidate_changes_nothing(
    candidate: Path, office: Path, run: Callable[..., Any], bad: str
) -> None:
    spoil, told = BAD[bad]
    spoil(candidate)
    before = office.read_bytes()
    result = run("restore", candidate, "--yes")
    assert (result.status, result.out) == (1, "")
    assert told in result.err
    assert office.read_bytes() == before
    assert beside(office) == []
    assert {one.name for one in candidate.parent.iterdir()} <= {candidate.name}


def test_the_live_registry_is_no_backup_of_itself(office: Path, run: Callable[..., Any]) -> None:
    assert "sedang dipakai" in run("restore", office, "--yes").err


def test_another_programs_file_is_not_replaced(
    candidate: Path, office: Path, run: Callable[..., Any]
) -> None:
    _other_program(office)
    before = office.read_bytes()
    assert "program lain" in run("restore", candidate, "--yes").err
    assert office.read_bytes() == before


def test_without_room_for_the_safety_copy_nothing_is_restored(
    candidate: Path, office: Path, run: Callable[..., Any]
) -> None:
    before = office.read_bytes()
    shutil.copy(candidate, office.parent / "luar.db")
    shutil.rmtree(candidate.parent)
    candidate.parent.write_text("bukan folder", "utf-8")
    result = run("restore", office.parent / "luar.db", "--yes")
    assert result.status == 1
    assert "backup-dir" in result.err
    assert office.read_bytes() == before


# -- a damaged registry ---------------------------------------------------------------------------------

DAMAGE: dict[str, Callable[[Path], object]] = {
    "cut": lambda path: path.write_bytes(path.read_bytes()[:20000]),
    "no header": lambda path: path.write_bytes(bytes(100) + path.read_bytes()[100:]),
    "empty": lambda path: path.write_bytes(b""),
    "middle": lambda path: path.write_bytes(path.read_bytes()[:8192] + bytes(200_000)),
    "orphan": lambda path: raw(path, "PRAGMA foreign_keys = OFF", "DELETE FROM opd WHERE code = 'DINKES'"),
}


@pytest.mark.parametrize("damage", DAMAGE)
def test_a_damaged_registry_is_set_aside_as_it_is(
    candidate: Path, office: Path, run: Callable[..., Any], damage: str
) -> None:
    DAMAGE[damage](office)
    damaged = office.read_bytes()
    result = run("restore", candidate, "--yes")
    assert result.status == 0, result.err
    aside = office.with_name("kskd.db.rusak-20250115-000000")
    assert str(aside) in result.err
    assert aside.read_bytes() == damaged
    assert aside.name in dump(office)["event"][0][2]
    assert len(dump(office)["opd"]) == 2
    assert stat.S_IMODE(aside.stat().st_mode) == 0o600


def test_a_journal_left_beside_a_damaged_registry_is_not_played_into_the_restored_one(
    candidate: Path, office: Path, run: Callable[..., Any]
) -> None:
    journal = Path(f"{office}-journal")
    shutil.copy(office, journal)
    office.write_bytes(b"rusak" * 1000)
    assert run("restore", candidate, "--yes").status == 0
    assert not journal.exists()
    assert len(dump(office)["opd"]) == 2


def test_a_read_that_failed_once_is_no_damage(
    candidate: Path, office: Path, run: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    keep, failed = restoring._keep_present, list[int]()

    def once(*args: Any) -> str:
        if not failed:
            failed.append(1)
            raise backup.Unsound("isinya rusak")
        return keep(*args)

    monkeypatch.setattr(restoring, "_keep_present", once)
    assert run("restore", candidate, "--yes").status == 0
    assert not list(office.parent.glob("*.rusak-*"))
    assert safety(candidate).exists()


# -- others at work -------------------------------------------------------------------------------------

_TRY = """
import sqlite3, sys
con = sqlite3.connect(sys.argv[1], isolation_level=None, timeout=0)
try:
    con.execute(sys.argv[2])
except sqlite3.OperationalError as error:
    print(error)
"""


def _tried(path: Path, sql: str) -> str:
    """What another process is told."""
    done = subprocess.run([sys.executable, "-c", _TRY, path, sql], capture_output=True, text=True, check=True)
    return done.stdout.strip()


def test_from_the_safety_copy_to_the_end_nobody_else_writes(
    candidate: Path, office: Path, ok: Callable[..., str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Between the two an act could be in neither; reading goes on until the last moment."""
    seen: list[str] = []
    seal, commit = restoring._seal, locks.commit

    def look(*args: Any) -> None:
        seen.extend((_tried(office, "BEGIN IMMEDIATE"), _tried(office, "SELECT count(*) FROM opd")))
        seal(*args)

    def look_again(con: sqlite3.Connection) -> None:
        commit(con)
        seen.append(_tried(office, "BEGIN IMMEDIATE"))

    monkeypatch.setattr(restoring, "_seal", look)
    monkeypatch.setattr(locks, "commit", look_again)
    ok("restore", candidate, "--yes")
    assert seen == ["database is locked", "", "database is locked"]
    assert _tried(office, "BEGIN IMMEDIATE") == ""


def _held(work: AbstractContextManager[Session], act: Callable[[sqlite3.Connection], object]) -> Held:
    """Another process in the middle of its work."""
    (ready, told), (may_go, go) = os.pipe(), os.pipe()
    child = os.fork()
    if child == 0:
        status = 1
        try:
            with work as con:
                act(con.con)
                os.write(told, b"x")
                os.read(may_go, 1)
                time.sleep(0.3)
            status = 0
        finally:
            os._exit(status)
    os.read(ready, 1)
    return Held(child, go)


class Held(NamedTuple):
    """A process that holds the file, and the pipe by which it is let go."""

    child: int
    go: int

    def let_go_by(self, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
        """When this function of the locks is called."""
        work = getattr(locks, name)

        def called(*args: Any) -> None:
            os.write(self.go, b"x")
            work(*args)

        monkeypatch.setattr(locks, name, called)

    def status(self) -> int:
        """How it ended."""
        return os.waitpid(self.child, 0)[1]


def test_a_writer_in_the_middle_of_its_act_is_waited_for(
    candidate: Path,
    office: Path,
    ok: Callable[..., str],
    run: Callable[..., Any],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    writer = _held(writing(office, ACT), lambda con: write_setting(Session(con), "office", "Bagian Lain"))
    writer.let_go_by(monkeypatch, "begin")
    refused = run("restore", candidate, "--yes")
    assert writer.status() == 0
    assert (refused.status, "berubah sejak ditampilkan" in refused.err) == (1, True)
    assert ("office", "Bagian Lain") in dump(office)["setting"], "nobody agreed to lose it"
    ok("restore", candidate, "--yes")
    assert ("office", "Bagian Lain") in dump(safety(candidate))["setting"]
    assert ("office", "Bagian Lain") not in dump(office)["setting"]


def test_a_reader_in_the_way_is_waited_for(
    candidate: Path, office: Path, ok: Callable[..., str], monkeypatch: pytest.MonkeyPatch
) -> None:
    reader = _held(snapshot(office), lambda _: None)
    reader.let_go_by(monkeypatch, "commit")
    ok("restore", candidate, "--yes")
    assert reader.status() == 0
    assert len(dump(office)["opd"]) == 2


def test_every_act_that_was_acknowledged_is_in_the_registry_or_in_a_safety_copy(
    office: Path, ok: Callable[..., str], run: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    """One process writes a hundred acts, another restores the same backup again and again."""
    ok("setting", "set", "backup-keep", "1000")
    candidate = Path(ok("backup").strip())
    child = os.fork()
    if child == 0:
        status = 1
        try:
            for at in range(100):
                with writing(office, ACT) as session:
                    session.con.execute("INSERT INTO opd_alias VALUES (?, 'DINKES')", (f"alias {at}",))
            status = 0
        finally:
            os._exit(status)
    restores = 0
    while os.waitpid(child, os.WNOHANG)[0] == 0:
        monkeypatch.setenv("SOURCE_DATE_EPOCH", str(1736899200 + restores))
        result = run("restore", candidate, "--yes")
        assert result.status == 0 or "berubah sejak ditampilkan" in result.err, result.err
        restores += result.status == 0
    ok("restore", candidate, "--yes")
    restores += 1
    kept = [office, *candidate.parent.glob("*-sebelum-restore.db")]
    assert len(kept) == restores + 1
    aliases = {alias for path in kept for alias, _ in dump(path)["opd_alias"]}
    assert {f"alias {at}" for at in range(100)} <= aliases


@pytest.mark.parametrize("ending", [signal.SIG_IGN, signal.SIG_DFL], ids=["out of room", "killed"])
def test_stopped_at_any_write_the_live_registry_is_as_it_was(
    office: Path, run: Callable[..., Any], monkeypatch: pytest.MonkeyPatch, ending: signal.Handlers
) -> None:
    """In its journal, and in the pages that a larger backup adds. The limit falls after the safety copy."""
    small = Path(shutil.copy(office, office.with_name("awal")))
    with writing(office, ACT) as session:
        session.con.executemany(
            "INSERT INTO setting VALUES (?, ?)", [(f"k{at}", "x" * 900) for at in range(500)]
        )
    large = Path(run("backup").out.strip())
    before, sizes = dump(small), (small.stat().st_size, large.stat().st_size)
    assert sizes[1] > 3 * sizes[0]
    seal = restoring._seal

    def work(limit: int) -> str:
        def limited(*args: Any) -> None:
            seal(*args)
            resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
            signal.signal(signal.SIGXFSZ, ending)

        monkeypatch.setattr(restoring, "_seal", limited)
        assert run("restore", large, "--yes").status == 1
        return ""

    hot = 0
    for limit in range(4096, sizes[1] + 1, sizes[1] // 12):
        shutil.copy(small, office)
        status, said = forked(partial(work, limit))
        assert os.WIFSIGNALED(status) if ending is signal.SIG_DFL else status == 0, said
        hot += Path(f"{office}-journal").exists()
        assert run("opd", "list").status == 0
        assert dump(Path(shutil.copy(office, office.with_name("salinan")))) == before
    assert bool(hot) is (ending is signal.SIG_DFL)
