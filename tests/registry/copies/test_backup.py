"""A copy is of one moment, is checked before it is called one, and is made before dangerous acts unasked."""

from __future__ import annotations

import json
import os
import re
import resource
import shutil
import signal
import sqlite3
import stat
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from kskd.errors import OutputError, RegistryError
from kskd.registry import database
from kskd.registry.act import Act
from kskd.registry.copies import backup
from kskd.registry.database import upgrade, writing
from kskd.registry.tables.settings import write_setting
from tests.registry.harness import ACT, dump, forked, raw
from tests.registry.test_upgrading import made as made_old

if TYPE_CHECKING:
    from collections.abc import Callable

pytestmark = pytest.mark.slow


def shelf(folder: Path) -> list[Path]:
    """Everything in the folder of backups, in order."""
    return sorted((folder / "cadangan").iterdir()) if (folder / "cadangan").exists() else []


def copied(source: Path) -> Path:
    """A copy by the layer itself, under a name of its own."""
    with backup.temporary(source.parent, source.name, 0o600) as path:
        backup.copy(source, path)
        return path.replace(source.with_name("salinan.db"))


# -- the copy -------------------------------------------------------------------------------------------


def test_a_backup_holds_every_row_and_is_named_after_time_and_seal(
    office: Path, ok: Callable[..., str]
) -> None:
    (line,) = ok("backup").splitlines()
    path = Path(line)
    assert dump(path) == dump(office)
    with closing(sqlite3.connect(office)) as con:
        act, link = con.execute("SELECT id, link FROM act ORDER BY id DESC LIMIT 1").fetchone()
    assert path == office.parent / "cadangan" / f"kskd-20250115-000000-{act}-{link[:8]}.db"
    assert shelf(office.parent) == [path]


def test_the_same_content_is_not_copied_twice(office: Path, run: Callable[..., Any]) -> None:
    first, second = run("backup"), run("backup")
    assert (second.status, second.out) == (0, first.out)
    assert "sudah ada" in second.err
    raw(office, "UPDATE opd SET name = 'Dinas Lain' WHERE code = 'DIKBUD'")  # journalled, though in no act
    before = dump(Path(first.out.strip()))
    third = run("backup")
    assert "sudah ada" not in third.err
    made = [Path(one.out.strip()) for one in (first, third)]  # of the same second and seal
    assert shelf(office.parent) == made
    assert [dump(one) for one in made] == [before, dump(office)]


def test_a_damaged_copy_does_not_stand_for_a_good_one(office: Path, run: Callable[..., Any]) -> None:
    path = Path(run("backup").out.strip())
    path.write_bytes(path.read_bytes()[:-4096])
    again = run("backup")
    assert "sudah ada" not in again.err
    assert dump(Path(again.out.strip())) == dump(office)


def test_a_copy_with_a_damaged_schema_does_not_stand_for_a_good_one(
    office: Path, run: Callable[..., Any]
) -> None:
    """Over which SQLite speaks of bytes that are no text."""
    path = Path(run("backup").out.strip())
    path.write_bytes(path.read_bytes().replace(b"CREATE TRIGGER", b"CREATE\xacTRIGGER"))
    for args in (("restore", path, "--yes"), ("backup", "--keep", "1")):
        result = run(*args)
        assert result.status == (args[0] == "restore"), result.err
    assert "sudah ada" not in result.err
    assert dump(Path(result.out.strip())) == dump(office)


def test_a_backup_is_for_its_owner_whatever_the_umask(office: Path, ok: Callable[..., str]) -> None:
    old = os.umask(0)
    try:
        path = Path(ok("backup").strip())
    finally:
        os.umask(old)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


@pytest.mark.parametrize(("mode", "given"), [(0o660, 0o660), (0o644, 0o640), (0o666, 0o660)])
def test_a_backup_follows_the_registry_but_is_never_for_everybody(
    office: Path, ok: Callable[..., str], mode: int, given: int
) -> None:
    office.chmod(mode)
    assert stat.S_IMODE(Path(ok("backup").strip()).stat().st_mode) == given


def test_a_backup_of_a_registry_in_wal_is_one_file(office: Path, ok: Callable[..., str]) -> None:
    with closing(sqlite3.connect(office)) as other:
        other.execute("PRAGMA journal_mode = WAL")
        other.execute("INSERT INTO setting VALUES ('paper', 'a4')")
        other.commit()
        path = Path(ok("backup").strip())
    assert path.read_bytes()[18:20] == b"\x01\x01"
    assert ("paper", "a4") in dump(path)["setting"]
    assert shelf(office.parent) == [path]


def test_every_backup_made_while_others_write_is_of_one_moment(blank: Path, run: Callable[..., Any]) -> None:
    """The writer keeps two settings equal; every one of its acts goes through."""
    child = os.fork()
    if child == 0:
        status = 1
        try:
            for at in range(60):
                with writing(blank, ACT) as session:
                    write_setting(session, "seat", f"k{at}")
                    write_setting(session, "office", f"k{at}")
            status = 0
        finally:
            os._exit(status)
    seen = set()
    while os.waitpid(child, os.WNOHANG)[0] == 0:
        result = run("backup", "--keep", "1000")
        assert result.status == 0, result.err
        seen.add(Path(result.out.strip()))
    with closing(sqlite3.connect(blank)) as con:
        assert con.execute("SELECT count(*) FROM act").fetchone() == (61,)
    assert len(seen) > 3
    for path in seen:
        settings: dict[str, str] = dict(dump(path)["setting"])
        assert settings.get("seat") == settings.get("office")


# -- what is not a copy -----------------------------------------------------------------------------------


def test_a_copy_killed_at_any_write_is_found_out(office: Path, run: Callable[..., Any]) -> None:
    """Also the next backup takes it away. The system kills who writes beyond the limit."""
    pages = office.stat().st_size // 4096
    for limit in [0, *range(1, pages, 7), pages - 1]:

        def work(limit: int = limit) -> str:
            signal.signal(signal.SIGXFSZ, signal.SIG_DFL)
            resource.setrlimit(resource.RLIMIT_FSIZE, (limit * 4096, limit * 4096))
            run("backup")
            return ""

        status, said = forked(work)
        assert os.WIFSIGNALED(status), said
        (left,) = shelf(office.parent)
        assert left.name.startswith(".kskd.db.")
        with pytest.raises(backup.Unsound):
            backup.verified(left)
        named = Path(shutil.copy(left, left.with_name("kskd-20990101-000000-9-00000000.db")))
        assert run("restore", named, "--yes").status == 1
        result = run("backup")
        assert result.status == 0
        assert f"{named.name} " in result.err
        assert shelf(office.parent) == [Path(result.out.strip()), named]
        shutil.rmtree(left.parent)


def _flip(path: Path, text: bytes) -> None:
    """Change one bit of a name so that its index still says the other."""
    content = path.read_bytes()
    for found in re.finditer(re.escape(text), content):
        at = found.start()
        path.write_bytes(content[:at] + bytes([content[at] ^ 1]) + content[at + 1 :])
        with closing(sqlite3.connect(path)) as con:
            if con.execute("PRAGMA integrity_check").fetchone() != ("ok",):
                return
    pytest.fail("no index holds the name")


def _orphan(path: Path) -> None:
    raw(
        path,
        "PRAGMA foreign_keys = OFF",
        "DELETE FROM opd WHERE code = 'DINKES'",
    )


@pytest.mark.parametrize(
    "damage",
    [
        lambda path: path.write_bytes(path.read_bytes()[:-8192]),
        lambda path: path.write_bytes(path.read_bytes()[:8192] + bytes(8192) + path.read_bytes()[16384:]),
        lambda path: _flip(path, b"Universitas Contoh"),
        _orphan,
    ],
    ids=["cut", "zeroed", "flipped", "orphaned"],
)
def test_of_a_damaged_registry_no_backup_is_made_and_none_is_taken_away(
    office: Path, run: Callable[..., Any], damage: Callable[[Path], object]
) -> None:
    run("backup")
    before = [(one, one.read_bytes()) for one in shelf(office.parent)]
    damage(office)
    result = run("backup", "--keep", "1")
    assert (result.status, result.out) == (1, "")
    assert "kskd restore" in result.err
    assert [(one, one.read_bytes()) for one in shelf(office.parent)] == before


@pytest.mark.parametrize(
    "damage",
    [
        lambda path: _unseen(path, "UPDATE act SET who = 'orang lain' WHERE id = 3", "act_no_update"),
        lambda path: _unseen(path, "UPDATE party SET number = 'X' WHERE seat = 0", "journal_party_update"),
    ],
    ids=["history", "row"],
)
def test_a_registry_with_a_wrong_history_or_row_is_kept_but_never_as_a_good_backup(
    office: Path, run: Callable[..., Any], damage: Callable[[Path], object]
) -> None:
    """Told each time, with status 3; no good backup goes for it, and ``status`` still names the good one."""
    good = run("backup").out.strip()
    damage(office)
    first = run("backup", "--keep", "1")
    assert (first.status, first.out[-10:]) == (3, "-rusak.db\n")
    assert "diperiksa" not in first.err
    assert "Peringatan: registri ini rusak" in first.err
    assert "kskd doctor" in first.err
    again = run("backup", "--keep", "1")
    assert (again.status, again.out) == (3, first.out)
    assert "Peringatan: registri ini rusak" in again.err
    assert {str(one) for one in shelf(office.parent)} == {good, first.out.strip()}
    assert json.loads(run("status", "--format", "json").out)["latest_backup"]["path"] == good


def _unseen(path: Path, change: str, trigger: str) -> None:
    """Change a row as a flipped bit would: the journal hears nothing of it."""
    with closing(sqlite3.connect(path)) as con:
        (sql,) = con.execute("SELECT sql FROM sqlite_schema WHERE name = ?", (trigger,)).fetchone()
    raw(path, f"DROP TRIGGER {trigger}", change, sql)


@pytest.mark.parametrize("pages", [0, 1, 20])
def test_without_room_no_backup_and_nothing_left(office: Path, run: Callable[..., Any], pages: int) -> None:
    before = office.read_bytes()

    def work() -> str:
        resource.setrlimit(resource.RLIMIT_FSIZE, (pages * 4096, pages * 4096))
        result = run("backup")
        assert (result.status, result.out) == (1, "")
        return str(result.err)

    status, said = forked(work)
    assert status == 0, said
    assert "Cadangan tidak dapat dibuat di" in said
    assert shelf(office.parent) == []
    assert office.read_bytes() == before


# -- made unasked -------------------------------------------------------------------------------------------


def enter_many(con: sqlite3.Connection, count: int, note: str | None = None) -> None:
    """Enter drafts, each a document of its own."""
    con.executemany(
        "INSERT INTO agreement (id, doc, scheme, title, lead_opd, entered_on, note)"
        " VALUES (?, 'kb', 'ksdpk', 'Kota sehat', 'DINKES', '2025-01-15', ?)",
        [(f"KB-2025-{at:03d}", note) for at in range(1, count + 1)],
    )


IMPORT = Act(ACT.at, "analis", "agreement import")


@pytest.mark.parametrize(("count", "names"), [(9, []), (10, ["-sebelum-agreement-import.db"])])
def test_before_an_act_over_many_agreements_the_state_is_kept(
    blank: Path, count: int, names: list[str]
) -> None:
    before, told = dump(blank), list[str]()
    with writing(blank, IMPORT, tell=told.append) as session:
        enter_many(session.con, count)
    assert len(dump(blank)["agreement"]) == count
    kept = shelf(blank.parent)
    assert [one.name[-len(name) :] for one, name in zip(kept, names, strict=True)] == names
    assert [str(one) in sentence for one, sentence in zip(kept, told[:-1], strict=True)] == [True] * len(
        names
    )
    assert told[-1] == "Catatan riwayat 2."
    assert [dump(one) for one in kept] == [before] * len(names)


def test_an_act_larger_than_the_cache_is_not_in_the_backup_before_it(blank: Path) -> None:
    before = dump(blank)
    with writing(blank, IMPORT) as session:
        enter_many(session.con, 900, "x" * 4000)
        (pages,) = session.con.execute("PRAGMA page_count").fetchone()
        assert pages > 2 * 2000 / 4  # more than the cache holds, which is 2 MB
    assert [dump(one) for one in shelf(blank.parent)] == [before]


def test_a_dry_run_keeps_no_backup(blank: Path) -> None:
    with writing(blank, IMPORT, dry_run=True) as session:
        enter_many(session.con, 20)
    assert shelf(blank.parent) == []


def test_without_a_backup_the_act_is_refused(blank: Path) -> None:
    (blank.parent / "cadangan").write_text("bukan folder", "utf-8")
    before = blank.read_bytes()
    with pytest.raises(OutputError, match=r"backup-dir"), writing(blank, IMPORT) as session:
        enter_many(session.con, 10)
    assert blank.read_bytes() == before


def test_a_damaged_registry_takes_no_act_over_many_agreements(blank: Path) -> None:
    _flip(blank, b"Dinas Kesehatan")
    with pytest.raises(RegistryError, match="tidak dicadangkan"), writing(blank, IMPORT) as session:
        enter_many(session.con, 10)
    with closing(sqlite3.connect(blank)) as con:
        assert con.execute("SELECT count(*) FROM agreement").fetchone() == (0,)
    assert shelf(blank.parent) == []


@pytest.mark.parametrize("way", ["upgrade", "write"])
def test_before_a_migration_the_old_registry_is_kept(tmp_path: Path, way: str) -> None:
    path = made_old(tmp_path / "kskd.db", 1)
    before, told = dump_old(path), list[str]()
    if way == "upgrade":
        upgrade(path, ACT.at, dry_run=True)
        assert shelf(tmp_path) == []
        upgrade(path, ACT.at, tell=told.append)
    else:
        with writing(path, ACT, tell=told.append) as session:
            write_setting(session, "seat", "Contoh Baru")
    (kept,) = shelf(tmp_path)
    assert kept.name.endswith("-sebelum-upgrade.db")
    assert str(kept) in told[0]
    assert dump_old(kept) == before


def dump_old(path: Path) -> list[str]:
    """A registry of an older schema, whose chain today's code cannot read, as SQL."""
    with closing(sqlite3.connect(path)) as con:
        assert con.execute("PRAGMA user_version").fetchone() == (1,)
        return list(con.iterdump())


def test_a_backup_is_made_of_an_older_registry_too(tmp_path: Path, ok: Callable[..., str]) -> None:
    path = made_old(tmp_path / "kskd.db", 1)
    assert dump_old(Path(ok("backup").strip())) == dump_old(path)


def test_many_is_what_the_guide_says() -> None:
    guide = Path(__file__).parents[3] / "docs" / "panduan.md"
    assert f"{database.MANY} naskah atau lebih" in " ".join(guide.read_text("utf-8").split())
