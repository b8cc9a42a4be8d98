"""Killed or interrupted at every SQL statement, a command has happened wholly or not at all."""

from __future__ import annotations

import os
import shutil
import signal
import sqlite3
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from kskd.errors import AlreadyThere

from .harness import Dump, beside, create, dump, forked

if TYPE_CHECKING:
    from collections.abc import Callable

COMMANDS = {
    "add-mou": (
        "add-mou", "--scheme", "ksdpk", "--title", "Kota sehat", "--partner", "Koperasi Contoh", "--new",
        "--opd", "DINKES", "--support-opd", "DIKBUD", "--number", "9/KB/2025", "--signed", "2025-01-10",
        "--years", "3", "--affair", "1.02", "--scope", "Imunisasi",
    ),
    "derive-pks": ("derive-pks", "KB-2024-001", "--title", "Gizi desa", "--signed", "2025-01-10", "--years",
    "1"),
    "evaluate": (
        "evaluate", "PKS-2024-001", "--period", "2024-S2", "--implementation", "sebagian",
        "--answer", "koordinasi=baik", "--obstacle", "Pelatih kurang", "--effort", "Menambah pelatih",
        "--evidence", "Daftar hadir",
    ),
    "update": (
        "update", "KB-2024-001", "--reason", "koreksi", "--title", "Mutu tenaga kesehatan", "--drop-affair",
        "1.02",
        "--scope", "Gizi", "--partner", "PT Maju Contoh", "--support-opd", "DIKBUD",
    ),
    "extend": ("extend", "PKS-2024-001", "--signed", "2025-01-10", "--years", "2", "--number", "1/P"),
    "amend": ("amend", "PKS-2024-001", "--signed", "2024-09-02", "--what", "Diperpanjang", "--years", "4",
    "--number", "8/AD", "--scope", "Gizi"),
    "end": ("end", "PKS-2024-001", "--on", "2024-12-31", "--ground", "tujuan tercapai"),
    "opd import": ("opd", "import", "opd.csv"),
    "attach --embed": ("attach", "PKS-2024-001", "opd.csv", "--embed"),
    "partner merge": ("partner", "merge", "Universitas Contoh", "PT Maju Contoh", "--reason", "sama"),
}  # fmt: skip

# A command repeated after it was killed between commit and message: told that it is there, or nothing to do.
AGAIN = {
    "add-mou": "sudah tercatat",
    "derive-pks": "sudah tercatat",
    "evaluate": "Tidak ada yang berubah",
    "update": "Tidak ada urusan 1.02",
    "extend": "sudah diteruskan",
    "amend": "sudah tercatat sebagai adendum 1",
    "end": "sudah diakhiri",
    "opd import": "Sudah ada",
    "attach --embed": "Tidak ada yang berubah",
    "partner merge": "mitra yang sama",
}


class Watched(sqlite3.Connection):
    """Counts every statement, those of triggers and the closing too, and lets a fault happen at one."""

    fault: Callable[[], None]
    at = 0
    seen = 0

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        self.set_trace_callback(self._step)

    @classmethod
    def _step(cls, _: str) -> None:
        cls.seen += 1
        if cls.seen == cls.at:
            cls.fault()

    def close(self) -> None:
        super().close()
        self._step("close")


class Interrupted(sqlite3.Connection):
    """Raises in place of one statement, as Ctrl-C does between two of them."""

    at = 0
    seen = 0

    def execute(self, *args: Any) -> sqlite3.Cursor:
        self._step()
        return super().execute(*args)

    def executemany(self, *args: Any) -> sqlite3.Cursor:
        self._step()
        return super().executemany(*args)

    @classmethod
    def _step(cls) -> None:
        cls.seen += 1
        if cls.seen == cls.at:
            raise KeyboardInterrupt


def _kill() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def _killed(at: int, work: Callable[[], object]) -> bool:
    """Whether the work, in a child killed at its statement number ``at``, came so far."""

    def child() -> str:
        Watched.fault, Watched.at, Watched.seen = staticmethod(_kill), at, 0
        sqlite3.connect = partial(sqlite3.connect, factory=Watched)  # type: ignore[assignment]
        work()
        return ""

    status, said = forked(child)
    if os.WIFSIGNALED(status):
        assert os.WTERMSIG(status) == signal.SIGKILL
        return True
    assert status == 0, said
    return False


@pytest.fixture
def base(office: Path, tmp_path: Path) -> Path:
    """The office as it was before the command, kept aside."""
    (tmp_path / "opd.csv").write_text(
        "kode;nama;alias\nDISHUB;Dinas Perhubungan;Dishub\nDISOS;Dinas Sosial;\n", "utf-8"
    )
    return Path(shutil.copy(office, tmp_path / "awal"))


@pytest.mark.parametrize("command", COMMANDS)
def test_killed_at_any_statement_a_command_is_there_whole_or_not_at_all(
    run: Callable[..., Any], office: Path, base: Path, command: str
) -> None:
    """Then the next command works without repair, and repeating it gives exactly one copy."""
    args = COMMANDS[command]
    old = dump(office)
    assert run(*args).status == 0
    new = dump(office)
    ends: list[Dump] = []
    at = 0
    while True:
        at += 1
        shutil.copy(base, office)
        if not _killed(at, lambda: run(*args)):
            break
        assert run("opd", "list").status == 0
        # SQLite passes over a journal that was never valid, and the next act takes it away: the file
        # alone, as a user may copy it now, is whole.
        seen = dump(Path(shutil.copy(office, base.with_name("salinan"))))
        assert seen in (old, new), at
        if seen == new:
            again = run(*args)
            assert AGAIN[command] in again.err
        elif at % 3 == 0:
            assert run(*args).status == 0
        else:
            continue
        assert dump(office) == new, at
        assert beside(office) == []
        ends.append(seen)
    assert at > 25
    assert ends.count(new) == 1  # the kill between the commit and the message


@pytest.mark.parametrize("command", COMMANDS)
def test_interrupted_at_any_statement_nothing_has_happened(
    run: Callable[..., Any], office: Path, base: Path, command: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    args = COMMANDS[command]
    old = office.read_bytes()
    monkeypatch.setattr(sqlite3, "connect", partial(sqlite3.connect, factory=Interrupted))
    Interrupted.at = 0
    while True:
        Interrupted.at += 1
        Interrupted.seen = 0
        result = run(*args)
        if result.status == 0:
            break
        assert result.status == 130, result.err
        assert beside(office) == []
        assert office.read_bytes() == old
    assert Interrupted.at > 15


def test_killed_at_any_statement_init_leaves_no_registry_without_a_name(
    run: Callable[..., Any], tmp_path: Path
) -> None:
    path = tmp_path / "kskd.db"
    at = 250  # before lies the schema, of which one statement is as good as its neighbours
    while at < 1000:
        at += 1
        path.unlink(missing_ok=True)
        if not _killed(at, lambda: run("init", "--name", "Kabupaten Contoh")):
            break
        assert not path.exists() or ("name", "Kabupaten Contoh") in dump(path)["setting"]
    assert path.exists()


@pytest.fixture
def emptied(office: Path, run: Callable[..., Any]) -> Path:
    """The office's export as ekspor.json, and a registry that is fresh from ``init``."""
    assert run("export", "--out", "ekspor.json").status == 0
    office.unlink()
    assert run("init", "--name", "Kota Lain").status == 0
    return office


def test_killed_at_any_statement_an_import_is_there_whole_or_not_at_all(
    run: Callable[..., Any], emptied: Path, tmp_path: Path
) -> None:
    """Over what ``init`` made: what was there before, or all of it; then it can be done again."""
    base = Path(shutil.copy(emptied, tmp_path / "awal"))
    old = dump(emptied)
    assert run("import", "ekspor.json").status == 0
    new = _undated(dump(emptied))

    def end(at: int) -> Dump | None:
        """What there is after a kill at a statement, None where there are fewer."""
        shutil.copy(base, emptied)
        if not _killed(at, lambda: run("import", "ekspor.json")):
            return None
        assert run("opd", "list").status == 0
        seen = dump(Path(shutil.copy(emptied, tmp_path / "salinan")))
        assert seen == old or _undated(seen) == new, at
        if seen == old and at % 7 == 0:
            assert run("import", "ekspor.json").status == 0
            assert _undated(dump(emptied)) == new
            assert beside(emptied) == []
        return seen

    at = 1
    while end(at) is not None:
        # In the middle lie the schema and the rows, of which one statement is as good as its neighbours.
        at += 1 if at < 30 else 12
    last = [seen for seen in map(end, range(at - 20, at)) if seen is not None]
    assert at > 300
    assert len(last) > 5
    assert [seen != old for seen in last].count(True) == 1  # the kill between the commit and the message


def _undated(seen: Dump) -> Dump:
    """Without the day on which the schema was made."""
    return {table: rows for table, rows in seen.items() if table != "_sqlite_migrations"}


def test_killed_at_any_statement_an_import_into_nothing_leaves_no_registry(
    run: Callable[..., Any], emptied: Path, tmp_path: Path
) -> None:
    at = 0
    while True:
        at += 11
        if not _killed(at, lambda: run("import", "ekspor.json", "--db", "lain.db")):
            break
        assert not (tmp_path / "lain.db").exists()  # the name is given last
    assert at > 300
    assert run("export", "--db", "lain.db").out == (tmp_path / "ekspor.json").read_text("utf-8")


def test_interrupted_at_any_statement_an_import_has_changed_nothing(
    run: Callable[..., Any], emptied: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = emptied.read_bytes()
    monkeypatch.setattr(sqlite3, "connect", partial(sqlite3.connect, factory=Interrupted))
    Interrupted.at = 0
    while True:
        Interrupted.at += 7
        Interrupted.seen = 0
        if run("import", "ekspor.json").status == 0:
            break
        assert beside(emptied) == []
        assert emptied.read_bytes() == old
    assert Interrupted.at > 100


def test_killed_while_it_is_made_a_registry_is_there_whole_or_not_at_all(tmp_path: Path) -> None:
    folder = tmp_path / "baru"
    path = folder / "kskd.db"
    at = 0
    while True:
        at += 6  # several hundred statements, of which one is as good as its neighbours
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir()
        if not _killed(at, lambda: create(path)):
            break
        assert not path.exists()  # the name is given last, after the last statement
    assert at > 200
    create(tmp_path / "lain.db")
    assert dump(path)["setting"] == dump(tmp_path / "lain.db")["setting"] != []
    with pytest.raises(AlreadyThere):
        create(path)


def test_killed_at_any_statement_backup_leaves_no_name_for_what_was_not_checked(
    run: Callable[..., Any], office: Path
) -> None:
    """Then the next backup works, and nothing but it is left."""
    folder = office.parent / "cadangan"
    before, old = office.read_bytes(), dump(office)
    at = named = 0
    while True:
        at += 1
        shutil.rmtree(folder, ignore_errors=True)
        if not _killed(at, lambda: run("backup")):
            break
        for path in folder.glob("[!.]*") if folder.exists() else ():
            named += 1
            assert dump(path) == old
        assert office.read_bytes() == before
        again = run("backup")
        assert again.status == 0, again.err
        assert list(folder.iterdir()) == [Path(again.out.strip())]
    assert at > 100
    assert named > 3  # killed while looking at what is too old


def test_killed_at_any_statement_restore_leaves_one_state_or_the_other(
    run: Callable[..., Any], office: Path, base: Path
) -> None:
    """Then the next command works, and repeating the restore gives what it would have given."""
    candidate = Path(run("backup").out.strip())
    assert run("opd", "add", "DISHUB", "--name", "Dinas Perhubungan").status == 0
    shutil.copy(office, base)
    old = dump(office)
    args = ("restore", candidate, "--yes")
    assert run(*args).status == 0
    new = dump(office)
    assert (len(old["opd"]), len(new["opd"]), len(new["event"])) == (3, 2, 1)
    (safety,) = candidate.parent.glob("*-sebelum-restore.db")
    untouched = base.read_bytes()
    ends: list[Dump] = []
    at = 0
    while True:
        at += 1
        shutil.copy(base, office)
        safety.unlink(missing_ok=True)
        if not _killed(at, lambda: run(*args)):
            break
        if office.read_bytes() == untouched:
            seen = old
        else:
            assert run("opd", "list").status == 0
            seen = dump(Path(shutil.copy(office, base.with_name("salinan"))))
        assert seen in (old, new), at
        if seen == new:
            assert dump(safety) == old
        elif at % 9 == 0:
            assert run(*args).status == 0
            assert dump(office) == new
            assert beside(office) == []
            assert sorted(candidate.parent.iterdir()) == sorted([candidate, safety])
        ends.append(seen)
    assert at > 250
    assert 0 < ends.count(new) < 10  # after the one step, what was staged is closed


@pytest.mark.parametrize("command", ["backup", "restore"])
def test_interrupted_at_any_statement_backup_and_restore_leave_the_registry_as_it_is(
    run: Callable[..., Any], office: Path, command: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And no unfinished file, though perhaps a whole backup more."""
    args: tuple[object, ...] = ("backup", "--to", office.parent / "usb")
    if command == "restore":
        args = ("restore", run("backup").out.strip(), "--yes")
    folder = office.parent / ("usb" if command == "backup" else "cadangan")
    old = office.read_bytes()
    monkeypatch.setattr(sqlite3, "connect", partial(sqlite3.connect, factory=Interrupted))
    Interrupted.at = 0
    while True:
        Interrupted.at += 1
        Interrupted.seen = 0
        result = run(*args)
        if result.status == 0:
            break
        assert result.status == 130, result.err
        assert office.read_bytes() == old
        assert [one for one in (*office.parent.iterdir(), *folder.glob(".*")) if ".salin" in one.name] == []
        if command == "backup":
            shutil.rmtree(folder, ignore_errors=True)
    assert Interrupted.at > 60
