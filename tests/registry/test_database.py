"""The door to the file: what is refused, with which sentence, and that a refusal changes nothing."""

from __future__ import annotations

import os
import re
import shutil
import sqlite3
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from kskd.errors import RegistryError
from kskd.registry.database import snapshot, upgrade, writing
from kskd.registry.schema.steps import SCHEMA
from kskd.registry.tables.settings import write_setting
from tests.registry.harness import ACT, WAYS, beside, create, dump, enter, forked, raw

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any


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
    with pytest.raises(RegistryError, match=r"tidak ditemukan\. Buat dengan kskd init"):
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

    def watch(name: str, **more: Any) -> Any:
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
    with snapshot(blank) as session:
        assert session.con.execute("PRAGMA user_version").fetchone() == (SCHEMA,)
        assert session.con.execute(
            "SELECT new ->> 'value' FROM journal ORDER BY seq DESC LIMIT 1"
        ).fetchone() == ("Contoh",)


def test_a_dry_run_leaves_an_older_registry_old(blank: Path) -> None:
    raw(blank, f"PRAGMA user_version = {SCHEMA - 1}")
    before = blank.read_bytes()
    with writing(blank, ACT, dry_run=True) as session:
        write_setting(session, "seat", "Contoh")
    assert blank.read_bytes() == before


def test_upgrading_tells_both_numbers_and_a_second_time_nothing_is_left_to_do(blank: Path) -> None:
    raw(blank, f"PRAGMA user_version = {SCHEMA - 1}")
    assert upgrade(blank, ACT.at) == (SCHEMA - 1, SCHEMA)
    before = dump(blank)
    assert upgrade(blank, ACT.at) == (SCHEMA, SCHEMA)
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
    ("modes", "refusals"),
    [
        ((0o555, 0o444), ("", "hanya dapat dibaca")),
        ((0o555, 0o666), ("", "tidak dapat dibuka|hanya dapat dibaca")),
        ((0o777, 0o444), ("", "hanya dapat dibaca")),
        ((0o755, 0o000), ("tidak diizinkan", "tidak diizinkan")),
    ],
)
def test_without_the_right_to_write_reading_works_and_writing_is_refused(
    blank: Path, shared: Path, nobody: int, modes: tuple[int, int], refusals: tuple[str, str]
) -> None:
    path = Path(shutil.copy(blank, shared / "kskd.db"))
    before = dump(path)
    enter("read", path)  # whatever is loaded late is loaded now: another user may not see our Python
    with writing(path, ACT, dry_run=True):
        pass
    shared.chmod(modes[0])
    path.chmod(modes[1])
    for way, sentence in zip(("read", "write"), refusals, strict=True):
        said = _refusal(way, path, nobody)
        assert re.search(sentence, said) if sentence else not said
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


def test_an_sqlite_that_is_too_old_is_told(blank: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """STRICT tables and ``->>`` need 3.38; older libraries would fail in the middle."""
    monkeypatch.setattr(sqlite3, "sqlite_version_info", (3, 34, 1))
    with pytest.raises(RegistryError, match="terlalu lama"), snapshot(blank):
        pytest.fail("opened")
