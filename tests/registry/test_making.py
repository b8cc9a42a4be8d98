"""A registry is made whole, for its owner only, and stays one file whatever happens to it."""

from __future__ import annotations

import errno
import os
import signal
import sqlite3
import stat
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from kskd import system
from kskd.errors import AlreadyThere, RegistryError
from kskd.registry import database
from kskd.registry.act import Act
from kskd.registry.database import snapshot, writing
from kskd.registry.tables.settings import write_setting
from tests.registry.harness import ACT, WAYS, beside, create, dump, enter, forked, raw

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from typing import Any

pytestmark = pytest.mark.slow


# -- making a registry ----------------------------------------------------------------------------------


def test_a_new_registry_is_only_for_its_owner_whatever_the_umask(tmp_path: Path) -> None:
    old = os.umask(0)
    try:
        create(tmp_path / "kskd.db")
        enter("write", tmp_path / "kskd.db")
    finally:
        os.umask(old)
    assert stat.S_IMODE((tmp_path / "kskd.db").stat().st_mode) == 0o600
    assert [one.name for one in tmp_path.iterdir()] == ["kskd.db"]


@pytest.mark.parametrize("before", [b"", b"id;judul\n", b"SQLite format 3\x00"])
def test_making_never_overwrites(tmp_path: Path, before: bytes) -> None:
    path = tmp_path / "kskd.db"
    path.write_bytes(before)
    with pytest.raises(AlreadyThere, match="tidak menimpanya"):
        create(path)
    assert path.read_bytes() == before
    assert [one.name for one in tmp_path.iterdir()] == ["kskd.db"]


def test_a_file_that_appears_while_the_registry_is_made_is_not_overwritten(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "kskd.db"
    migrate = database.migrate

    def slowly(con: sqlite3.Connection) -> None:
        path.write_text("milik orang lain", "utf-8")
        migrate(con)

    monkeypatch.setattr(database, "migrate", slowly)
    with pytest.raises(AlreadyThere):
        create(path)
    assert path.read_text("utf-8") == "milik orang lain"
    assert [one.name for one in tmp_path.iterdir()] == ["kskd.db"]


@pytest.mark.parametrize(
    "fault", [KeyboardInterrupt(), MemoryError(), sqlite3.OperationalError("disk I/O error")]
)
def test_a_fault_while_making_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fault: BaseException
) -> None:
    def fail(con: sqlite3.Connection) -> None:
        con.execute("CREATE TABLE half (a)")
        raise fault

    monkeypatch.setattr(database, "migrate", fail)
    with pytest.raises(type(fault)):
        create(tmp_path / "kskd.db")
    assert list(tmp_path.iterdir()) == []


def test_a_disk_that_fails_once_the_name_is_given_is_told_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_: Path) -> None:
        raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr(system, "sync_file", fail)
    with pytest.raises(RegistryError, match="mungkin sudah tersimpan"):
        create(tmp_path / "kskd.db")
    assert ("name", "Kabupaten Contoh") in dump(tmp_path / "kskd.db")["setting"]


def test_what_a_killed_attempt_left_does_not_stand_in_the_way(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In a container every command may have the same process number."""
    monkeypatch.setattr(os, "getpid", lambda: 1)
    (tmp_path / ".kskd.db.1.baru").write_bytes(b"")
    create(tmp_path / "kskd.db")
    assert ("name", "Kabupaten Contoh") in dump(tmp_path / "kskd.db")["setting"]
    enter("write", tmp_path / "kskd.db")


def test_a_registry_is_made_where_there_are_no_hard_links(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(os, "link", refuse)
    create(tmp_path / "kskd.db")
    enter("write", tmp_path / "kskd.db")
    assert [one.name for one in tmp_path.iterdir()] == ["kskd.db"]
    with pytest.raises(AlreadyThere):
        create(tmp_path / "kskd.db")


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("tidak-ada/kskd.db", "folder tidak ada"),
        ("a" * 250, "terlalu panjang"),
        ("berkas/kskd.db", "bukan folder"),
    ],
)
def test_where_a_registry_cannot_be_made_the_sentence_says_why(
    tmp_path: Path, name: str, reason: str
) -> None:
    (tmp_path / "berkas").write_text("", "utf-8")
    with pytest.raises(RegistryError, match=rf"tidak dapat dibuat di .*{reason}"):
        create(tmp_path / name)


def test_a_kill_after_the_name_is_given_leaves_a_registry_that_works(tmp_path: Path) -> None:
    """Between the link and the removal of the temporary name the file has two names."""
    path = tmp_path / "kskd.db"

    def work() -> str:
        link = os.link

        def killed(source: Path, target: Path) -> None:
            link(source, target)
            os.kill(os.getpid(), signal.SIGKILL)

        os.link = killed  # type: ignore[assignment]
        create(path)
        return ""

    status, _ = forked(work)
    assert os.WTERMSIG(status) == signal.SIGKILL
    assert path.stat().st_nlink == 2
    enter("read", path)
    enter("write", path)
    assert [one.name for one in tmp_path.iterdir()] == ["kskd.db"]


# -- one file -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "args",
    [
        ("status",),
        ("list",),
        ("show", "KB-2024-001"),
        ("log",),
        ("search", "bidan"),
        ("opd", "list"),
        ("partner", "list"),
        ("opd", "add", "BARU", "--name", "Badan Baru"),
        ("opd", "add", "BARU", "--name", "Badan Baru", "--dry-run"),
        ("setting", "set", "seat", "Lain"),
        ("update", "KB-2024-001", "--title", "Lain"),  # refused: no reason
        ("evaluate", "PKS-2024-001", "--period", "2024-S2", "--implementation", "penuh"),
    ],
)
def test_no_command_leaves_a_file_beside_the_registry(
    run: Callable[..., Any], office: Path, args: tuple[str, ...]
) -> None:
    run(*args)
    assert beside(office) == []


def test_a_registry_that_another_program_switched_to_wal_is_one_file_again_after_the_next_act(
    blank: Path,
) -> None:
    raw(blank, "PRAGMA journal_mode = WAL")
    with closing(sqlite3.connect(blank)) as other:
        other.execute("INSERT INTO setting VALUES ('office', 'Bagian Contoh')")
        other.commit()
        enter("read", blank)
    assert blank.read_bytes()[18:20] == b"\x02\x02"
    with writing(blank, ACT) as session:
        assert session.con.execute("PRAGMA journal_mode").fetchone() == ("delete",)
        write_setting(session, "seat", "Contoh")
    assert blank.read_bytes()[18:20] == b"\x01\x01"
    assert beside(blank) == []
    assert ("office", "Bagian Contoh") in dump(blank)["setting"]


def test_writing_is_as_safe_as_promised(blank: Path) -> None:
    with writing(blank, ACT, dry_run=True) as session:
        seen = {
            name: session.con.execute(f"PRAGMA {name}").fetchone()[0]
            for name in (
                "journal_mode",
                "synchronous",
                "foreign_keys",
                "recursive_triggers",
                "secure_delete",
                "cell_size_check",
            )
        }
    assert seen == {
        "journal_mode": "delete",
        "synchronous": 3,
        "foreign_keys": 1,
        "recursive_triggers": 1,
        "secure_delete": 1,
        "cell_size_check": 1,
    }


def test_a_reading_command_cannot_write(blank: Path) -> None:
    with pytest.raises(RegistryError, match="hanya dapat dibaca"), snapshot(blank) as session:
        session.con.execute("DELETE FROM serial")


def _die_in_a_large_change(path: Path) -> None:
    """Leave a hot journal: the file holds part of a change that was never committed."""

    def work() -> str:
        con = sqlite3.connect(path, isolation_level=None)
        con.execute("PRAGMA cache_size = 5")
        con.execute("BEGIN IMMEDIATE")
        con.executemany("INSERT INTO setting VALUES (?, ?)", [(f"k{at}", "x" * 900) for at in range(500)])
        con.execute("UPDATE opd SET name = 'Setengah'")
        os.kill(os.getpid(), signal.SIGKILL)
        return ""

    status, _ = forked(work)
    assert os.WTERMSIG(status) == signal.SIGKILL


@pytest.mark.parametrize("way", WAYS)
def test_what_a_killed_program_left_half_written_is_taken_back_by_any_command(blank: Path, way: str) -> None:
    before, size = dump(blank), blank.stat().st_size
    _die_in_a_large_change(blank)
    assert beside(blank) == ["kskd.db-journal"]
    assert blank.stat().st_size > size
    enter(way, blank)
    assert beside(blank) == []
    after = dump(blank)
    assert after["opd"] == before["opd"]
    assert [row for row in after["setting"] if row[0] != "seat"] == before["setting"]


def test_an_unreadable_middle_is_told_in_a_sentence(blank: Path) -> None:
    content = blank.read_bytes()
    blank.write_bytes(content[:4096] + b"\xff" * (len(content) - 4096))
    with pytest.raises(RegistryError, match="tidak terbaca sebagai basis data yang utuh"):
        enter("read", blank)


def test_the_act_carries_time_user_command_and_reason(blank: Path) -> None:
    with writing(blank, Act(ACT.at, "analis", "setting set", "pindah kantor")) as session:
        write_setting(session, "seat", "Contoh")
    assert dump(blank)["act"][-1][1:6] == (
        "2025-01-15T00:00:00+00:00",
        "analis",
        "setting set",
        "pindah kantor",
        1,
    )
