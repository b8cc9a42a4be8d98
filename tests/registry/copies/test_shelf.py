"""Rotation: the newest of each sort stay, the last good one always, and no strange file is touched."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kskd.registry.copies.shelf import Backup, Shelf, in_order, surplus

if TYPE_CHECKING:
    from collections.abc import Callable


def one(day: int, before: str | None = None) -> Backup:
    """A backup of that day in January."""
    return Backup(Path(f"{day}{before or ''}"), f"202501{day:02d}-080000", day, "0" * 8, before)


CASES = [
    # made on (a = automatic), keep, just made, gone
    ("", 3, "", ""),
    ("1 2 3", 3, "3", ""),
    ("1 2 3 4", 3, "4", "1"),
    ("4 2 1 3", 2, "4", "2 1"),
    ("1a 2a 3a 4", 3, "4", ""),  # automatic ones push no ordinary one out
    ("1 2 3a 4a 5a", 2, "2", "3a"),
    ("1 2 3 4 5", 2, "1", "3 2"),  # the clock went backwards: the one just made stays all the same
]


@given(st.lists(st.tuples(st.integers(1, 28), st.integers(1, 9), st.booleans()), unique=True, max_size=12))
def test_of_one_history_what_holds_more_is_newer_whatever_the_clock_said(
    made: list[tuple[int, int, bool]],
) -> None:
    """The others, of a branch that was left, go by their time among themselves."""
    found = [
        one(day)._replace(act=act, link=("a" if is_own else "b") * 8, path=Path(f"{day}-{act}-{is_own}"))
        for day, act, is_own in made
    ]
    ordered = in_order(found, dict.fromkeys(range(1, 10), "a" * 64))
    assert sorted(ordered) == sorted(found)
    own = [each.act for each in ordered if each.link[0] == "a"]
    assert own == sorted(own, reverse=True)
    left = [each.stamp for each in ordered if each.link[0] == "b"]
    assert left == sorted(left, reverse=True)


@pytest.mark.parametrize(("made", "keep", "newest", "gone"), CASES)
def test_rotation(made: str, keep: int, newest: str, gone: str) -> None:
    def read(text: str) -> Backup:
        return one(int(text.rstrip("a")), "restore" if text.endswith("a") else None)

    found = [read(text) for text in made.split()]
    assert surplus(found, keep, {read(newest).path} if newest else ()) == [
        read(text) for text in gone.split()
    ]


@given(
    st.sets(st.tuples(st.integers(1, 31), st.sampled_from([None, "restore", "upgrade"])), min_size=1),
    st.integers(1, 40),
    st.data(),
)
def test_never_more_than_asked_nor_the_newest_nor_the_one_just_made(
    days: set[tuple[int, str | None]], keep: int, data: st.DataObject
) -> None:
    found = [one(*day) for day in days]
    newest = data.draw(st.sampled_from(found))
    gone = surplus(found, keep, {newest.path})
    left = [each for each in found if each not in gone]
    assert newest in left
    for is_automatic in (False, True):
        sort = [each for each in found if (each.before is not None) is is_automatic]
        stay = [each for each in left if each in sort]
        assert min(len(sort), keep) <= len(stay) <= keep + 1
        if sort:
            assert max(sort, key=lambda each: each.stamp) in left
        assert all(
            each.stamp <= min(other.stamp for other in stay)
            for each in sort
            if each in gone and newest not in stay
        )


NAMES = [
    ("kskd-20250115-080000-7-0a1b2c3d.db", True),
    ("kskd-20250115-080000-7-0a1b2c3d-sebelum-agreement-import.db", True),
    ("kskd-2-20250115-080000-7-0a1b2c3d.db", False),
    ("kskd-20250115-080000-7-0a1b2c3d.db.salinan", False),
    ("kskd-20250115-080000-7-0a1b2c3d (1).db", False),
    ("kskd.db", False),
    (".kskd.db.0a1b2c3d.salin", False),
    ("laporan.pdf", False),
]


@pytest.mark.parametrize(("name", "is_ours"), NAMES)
def test_files_are_ours_by_their_whole_name(tmp_path: Path, name: str, is_ours: bool) -> None:
    (tmp_path / name).write_text("", "utf-8")
    found = Shelf(tmp_path / "kskd.db", tmp_path, 1).backups()
    assert [(each.path.name, each.at) for each in found] == [(name, "2025-01-15T08:00:00")] * is_ours


def _backup_of_every_act(
    ok: Callable[..., str], monkeypatch: pytest.MonkeyPatch, *options: str
) -> list[Path]:
    made = []
    for at in range(4):
        monkeypatch.setenv("SOURCE_DATE_EPOCH", str(1736899200 + 86400 * at))
        ok("setting", "set", "seat", f"Kota {at}")
        made.append(Path(ok("backup", *options).strip()))
    return made


def test_the_oldest_go_and_strange_and_damaged_files_stay(
    office: Path, ok: Callable[..., str], run: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    made = _backup_of_every_act(ok, monkeypatch)
    assert all(path.exists() for path in made)
    folder = office.parent / "cadangan"
    (folder / "catatan.txt").write_text("milik orang lain", "utf-8")
    made[2].write_bytes(made[2].read_bytes()[:-4096])
    result = run("backup", "--keep", "2")
    assert f"{made[2].name} terpotong" in result.err
    left = {"catatan.txt", made[1].name, made[2].name, made[3].name}
    assert {path.name for path in folder.iterdir()} == left


def test_the_setting_says_how_many_and_where(
    office: Path, ok: Callable[..., str], monkeypatch: pytest.MonkeyPatch
) -> None:
    ok("setting", "set", "backup-keep", "2")
    ok("setting", "set", "backup-dir", "aman")
    made = _backup_of_every_act(ok, monkeypatch)
    assert sorted((office.parent / "aman").iterdir()) == made[2:]


def test_backups_of_another_registry_of_the_same_name_are_left_alone(
    office: Path, tmp_path: Path, ok: Callable[..., str], monkeypatch: pytest.MonkeyPatch
) -> None:
    other = tmp_path / "lain"
    other.mkdir()
    ok("init", "--name", "Kota Contoh", "--db", other / "kskd.db")
    theirs = Path(ok("backup", "--db", other / "kskd.db", "--out", tmp_path / "usb").strip())
    made = _backup_of_every_act(ok, monkeypatch, "--out", str(tmp_path / "usb"), "--keep", "1")
    assert sorted((tmp_path / "usb").iterdir()) == sorted([theirs, made[-1]])


def test_a_missing_disk_is_not_made(office: Path, tmp_path: Path, run: Callable[..., Any]) -> None:
    result = run("backup", "--out", tmp_path / "usb" / "cadangan")
    assert result.status == 1
    assert "folder tidak ada" in result.err
    assert not (tmp_path / "usb").exists()


def test_a_backup_can_itself_be_looked_into(office: Path, ok: Callable[..., str]) -> None:
    copy = shutil.copy(ok("backup").strip(), office.parent / "lihat.db")
    with closing(sqlite3.connect(copy)) as con:
        assert con.execute("PRAGMA journal_mode").fetchone() == ("delete",)
    assert ok("list", "--db", copy) == ok("list")
