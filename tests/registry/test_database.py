"""The door to the file: what is refused, with which sentence, and that a refusal changes nothing."""

from __future__ import annotations

import os
import re
import shutil
import signal
import sqlite3
import stat
import zipfile
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from kskd.errors import AlreadyThere, RegistryError
from kskd.registry import database
from kskd.registry.database import Act, create, snapshot, upgrade, writing
from kskd.registry.migrations import SCHEMA
from kskd.registry.settings import write_setting

from .harness import ACT, beside, dump, forked, raw

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

WAYS = ("read", "write", "upgrade")


def enter(way: str, path: Path) -> None:
    """Open the registry in one of the three ways there are."""
    if way == "read":
        with snapshot(path) as con:
            con.execute("SELECT count(*) FROM setting").fetchone()
    elif way == "write":
        with writing(path, ACT) as con:
            write_setting(con, "seat", "Contoh")
    else:
        upgrade(path)


def _empty(path: Path) -> None:
    path.write_bytes(b"")


def _one_byte(path: Path) -> None:
    path.write_bytes(b"\n")


def _text(path: Path) -> None:
    path.write_text("id;judul\n1;Kerja sama\n", "utf-8")


def _header_only(path: Path) -> None:
    path.write_bytes(b"SQLite format 3\x00")


def _zip(path: Path) -> None:
    with zipfile.ZipFile(path, "w") as book:
        book.writestr("xl/workbook.xml", "<workbook/>")


def _other_program(path: Path) -> None:
    raw(path, "CREATE TABLE moz_places (id INTEGER PRIMARY KEY, url TEXT)", "PRAGMA application_id = 7")


def _other_without_id(path: Path) -> None:
    raw(path, "CREATE TABLE setting (key TEXT PRIMARY KEY, value TEXT)")


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize(
    ("make", "sentence"),
    [
        (_empty, "bukan berkas SQLite"),
        (_one_byte, "bukan berkas SQLite"),
        (_text, "bukan berkas SQLite"),
        (_zip, "bukan berkas SQLite"),
        (_header_only, "basis data program lain"),
        (_other_program, "basis data program lain"),
        (_other_without_id, "basis data program lain"),
    ],
)
def test_a_file_that_is_no_registry_is_refused_and_left_as_it_is(
    tmp_path: Path, way: str, make: Callable[[Path], None], sentence: str
) -> None:
    path = tmp_path / "kskd.db"
    make(path)
    before, changed = path.read_bytes(), path.stat().st_mtime_ns
    with pytest.raises(RegistryError, match=sentence) as refusal:
        enter(way, path)
    assert str(path) in str(refusal.value)
    assert path.read_bytes() == before
    assert path.stat().st_mtime_ns == changed
    assert [one.name for one in tmp_path.iterdir()] == ["kskd.db"]


@pytest.mark.parametrize("way", WAYS)
def test_a_missing_file_is_not_made(tmp_path: Path, way: str) -> None:
    with pytest.raises(RegistryError, match="tidak ditemukan. Buat dengan kskd init"):
        enter(way, tmp_path / "salah-ketik.db")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("way", WAYS)
def test_a_folder_is_refused(tmp_path: Path, way: str) -> None:
    with pytest.raises(RegistryError, match="adalah folder"):
        enter(way, tmp_path)


@pytest.mark.parametrize("way", WAYS)
def test_a_pipe_is_refused_without_waiting_for_it(tmp_path: Path, way: str) -> None:
    os.mkfifo(tmp_path / "kskd.db")
    with pytest.raises(RegistryError, match="bukan berkas biasa"):
        enter(way, tmp_path / "kskd.db")


@pytest.mark.parametrize("way", WAYS)
def test_a_file_used_as_a_folder_is_refused(blank: Path, way: str) -> None:
    with pytest.raises(RegistryError, match="bukan folder"):
        enter(way, blank / "kskd.db")


@pytest.mark.parametrize("way", WAYS)
def test_a_name_that_is_too_long_or_no_name_is_refused(tmp_path: Path, way: str) -> None:
    with pytest.raises(RegistryError, match="terlalu panjang"):
        enter(way, tmp_path / ("a" * 300))
    with pytest.raises(RegistryError, match="tidak dapat dipakai"):
        enter(way, tmp_path / "a\0b")


@pytest.mark.parametrize("way", WAYS)
def test_a_dangling_link_is_a_missing_file(tmp_path: Path, way: str) -> None:
    link = tmp_path / "kskd.db"
    link.symlink_to(tmp_path / "hilang.db")
    with pytest.raises(RegistryError, match=r"hilang\.db tidak ditemukan"):
        enter(way, link)
    assert [one.name for one in tmp_path.iterdir()] == ["kskd.db"]


@pytest.mark.parametrize("way", WAYS)
def test_links_in_a_circle_are_refused(tmp_path: Path, way: str) -> None:
    (tmp_path / "a.db").symlink_to("b.db")
    (tmp_path / "b.db").symlink_to("a.db")
    with pytest.raises(RegistryError):
        enter(way, tmp_path / "a.db")


@pytest.mark.parametrize("way", WAYS)
def test_a_link_leads_to_the_registry_and_its_journal_lies_there(
    blank: Path, tmp_path: Path, way: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two names with a journal each would mean two truths after a crash."""
    opened: list[str] = []
    connect = sqlite3.connect

    def watch(name: str, **more: Any) -> sqlite3.Connection:
        opened.append(name)
        return connect(name, **more)

    monkeypatch.setattr(sqlite3, "connect", watch)
    folder = tmp_path / "lain"
    folder.mkdir()
    (folder / "tautan.db").symlink_to(blank)
    enter(way, folder / "tautan.db")
    assert opened
    assert all("tautan" not in name for name in opened)
    assert [one.name for one in folder.iterdir()] == ["tautan.db"]


@pytest.mark.parametrize("way", WAYS)
def test_a_file_with_two_names_is_refused(blank: Path, tmp_path: Path, way: str) -> None:
    os.link(blank, tmp_path / "kedua.db")
    before = blank.read_bytes()
    with pytest.raises(RegistryError, match="hard link"):
        enter(way, blank)
    assert blank.read_bytes() == before


@pytest.mark.parametrize("way", WAYS)
def test_a_newer_registry_is_refused_with_both_numbers(blank: Path, way: str) -> None:
    raw(blank, f"PRAGMA user_version = {SCHEMA + 1}")
    before = blank.read_bytes()
    with pytest.raises(RegistryError, match=rf"skema {SCHEMA + 1}; kskd ini mengenal sampai {SCHEMA}"):
        enter(way, blank)
    assert blank.read_bytes() == before


def test_reading_an_older_registry_says_what_to_type_and_changes_nothing(blank: Path) -> None:
    raw(blank, f"PRAGMA user_version = {SCHEMA - 1}")
    before = blank.read_bytes()
    with pytest.raises(RegistryError, match=r"Jalankan kskd init --upgrade"):
        enter("read", blank)
    assert blank.read_bytes() == before


def test_writing_to_an_older_registry_upgrades_it_in_the_same_act(blank: Path) -> None:
    raw(blank, f"PRAGMA user_version = {SCHEMA - 1}", "DROP TRIGGER journal_setting_insert")
    enter("write", blank)
    with snapshot(blank) as con:
        assert con.execute("PRAGMA user_version").fetchone() == (SCHEMA,)
        assert con.execute("SELECT new ->> 'value' FROM journal ORDER BY seq DESC LIMIT 1").fetchone() == (
            "Contoh",
        )


def test_a_dry_run_leaves_an_older_registry_old(blank: Path) -> None:
    raw(blank, f"PRAGMA user_version = {SCHEMA - 1}")
    before = blank.read_bytes()
    with writing(blank, ACT, dry_run=True) as con:
        write_setting(con, "seat", "Contoh")
    assert blank.read_bytes() == before


def test_upgrading_tells_both_numbers_and_a_second_time_nothing_is_left_to_do(blank: Path) -> None:
    raw(blank, f"PRAGMA user_version = {SCHEMA - 1}")
    assert upgrade(blank) == (SCHEMA - 1, SCHEMA)
    before = dump(blank)
    assert upgrade(blank) == (SCHEMA, SCHEMA)
    assert dump(blank) == before


@pytest.mark.parametrize(
    "name",
    [
        "kskd.db",
        "spasi dan % dan ? dan #.db",
        "naskah;é.db",
        "baris\nbaru.db",
        os.fsdecode(b"bukan-utf8-\xff.db"),
    ],
)
def test_any_name_a_file_can_have_works(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    create(path)
    enter("write", path)
    enter("read", path)
    assert [one.name for one in tmp_path.iterdir()] == [name]


# -- rights ---------------------------------------------------------------------------------------------


def _refusal(way: str, path: Path, user: int) -> str:
    """The sentence with which a user without rights is refused, or an empty text."""

    def work() -> str:
        if os.getuid() != user:
            os.setgroups([])
            os.setgid(user)
            os.setuid(user)
        try:
            enter(way, path)
        except RegistryError as error:
            return str(error)
        return ""

    status, text = forked(work)
    assert status == 0, text
    return text


@pytest.mark.parametrize(
    ("folder_mode", "file_mode", "reads", "writes"),
    [
        (0o555, 0o444, True, "hanya dapat dibaca"),
        (0o555, 0o666, True, "tidak dapat dibuka|hanya dapat dibaca"),
        (0o777, 0o444, True, "hanya dapat dibaca"),
        (0o755, 0o000, False, "tidak diizinkan"),
    ],
)
def test_without_the_right_to_write_reading_works_and_writing_is_refused(
    blank: Path, shared: Path, nobody: int, folder_mode: int, file_mode: int, reads: bool, writes: str
) -> None:
    path = Path(shutil.copy(blank, shared / "kskd.db"))
    before = dump(path)
    enter("read", path)  # whatever is loaded late is loaded now: another user may not see our Python
    with writing(path, ACT, dry_run=True):
        pass
    path.chmod(file_mode)
    shared.chmod(folder_mode)
    said = _refusal("read", path, nobody)
    assert (said == "") is reads, said
    assert re.search(writes, _refusal("write", path, nobody))
    shared.chmod(0o755)
    path.chmod(0o600)
    assert dump(path) == before
    assert beside(path) == []


def test_a_registry_is_not_made_where_one_may_not_write(shared: Path, nobody: int) -> None:
    shared.chmod(0o555)

    def work() -> str:
        os.setuid(nobody)
        try:
            create(shared / "kskd.db")
        except RegistryError as error:
            return str(error)
        return ""

    _, text = forked(work)
    assert "tidak dapat dibuat" in text
    assert "tidak diizinkan" in text
    assert list(shared.iterdir()) == []


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


@pytest.mark.parametrize("make", [_empty, _text, _other_program])
def test_making_never_overwrites(tmp_path: Path, make: Callable[[Path], None]) -> None:
    path = tmp_path / "kskd.db"
    make(path)
    before = path.read_bytes()
    with pytest.raises(AlreadyThere, match="tidak menimpanya"):
        create(path)
    assert path.read_bytes() == before
    assert [one.name for one in tmp_path.iterdir()] == ["kskd.db"]


def test_a_file_that_appears_while_the_registry_is_made_is_not_overwritten(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "kskd.db"
    migrate = database._migrate

    def slowly(con: sqlite3.Connection) -> None:
        path.write_text("milik orang lain", "utf-8")
        migrate(con)

    monkeypatch.setattr(database, "_migrate", slowly)
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

    monkeypatch.setattr(database, "_migrate", fail)
    with pytest.raises(type(fault)):
        create(tmp_path / "kskd.db")
    assert list(tmp_path.iterdir()) == []


def test_a_file_system_without_links_gets_a_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(os, "link", refuse)
    with pytest.raises(RegistryError, match="tidak dapat dibuat di"):
        create(tmp_path / "kskd.db")
    assert list(tmp_path.iterdir()) == []


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
    with writing(blank, ACT) as con:
        assert con.execute("PRAGMA journal_mode").fetchone() == ("delete",)
        write_setting(con, "seat", "Contoh")
    assert blank.read_bytes()[18:20] == b"\x01\x01"
    assert beside(blank) == []
    assert dict(dump(blank)["setting"])["office"] == "Bagian Contoh"


def test_writing_is_as_safe_as_promised(blank: Path) -> None:
    with writing(blank, ACT, dry_run=True) as con:
        seen = {
            name: con.execute(f"PRAGMA {name}").fetchone()[0]
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
    with pytest.raises(RegistryError, match="hanya dapat dibaca"), snapshot(blank) as con:
        con.execute("DELETE FROM serial")


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
    with writing(blank, Act(ACT.at, "analis", "setting set", "pindah kantor")) as con:
        write_setting(con, "seat", "Contoh")
    assert dump(blank)["act"][-1][1:] == (
        "2025-01-15T00:00:00+00:00",
        "analis",
        "setting set",
        "pindah kantor",
        1,
    )
