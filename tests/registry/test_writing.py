"""One act is kept whole or not at all, by one writer at a time, and seen by everybody once acknowledged."""

from __future__ import annotations

import shutil
import sqlite3
import threading
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from kskd.domain.document.chain import Doc
from kskd.errors import RegistryError
from kskd.registry.database import NothingKept, snapshot, writing
from kskd.registry.file import locks
from kskd.registry.tables import agreements, opds, settings
from tests.registry.harness import ACT, beside, dump, raw

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

pytestmark = pytest.mark.slow


@pytest.mark.parametrize("fault", [ValueError("x"), KeyboardInterrupt(), MemoryError(), SystemExit(1)])
def test_an_exception_takes_everything_back(blank: Path, fault: BaseException) -> None:
    before = blank.read_bytes()

    def work() -> None:
        with writing(blank, ACT) as session:
            settings.write_setting(session, "seat", "Contoh")
            agreements.next_id(session, Doc.KB, 2024)
            raise fault

    with pytest.raises(type(fault)):
        work()
    assert blank.read_bytes() == before
    assert beside(blank) == []


def test_a_dry_run_checks_but_keeps_nothing(blank: Path) -> None:
    before = blank.read_bytes()
    with writing(blank, ACT, dry_run=True) as session:
        settings.write_setting(session, "seat", "Contoh")
        assert agreements.next_id(session, Doc.KB, 2024) == "KB-2024-001"
        with pytest.raises(sqlite3.IntegrityError):
            opds.add_alias(session, "TIADA", "x")
    assert blank.read_bytes() == before
    with writing(blank, ACT) as session:
        assert agreements.next_id(session, Doc.KB, 2024) == "KB-2024-001"
        settings.write_setting(session, "seat", "Contoh")


def test_an_act_that_changes_nothing_leaves_no_trace(blank: Path) -> None:
    before = blank.read_bytes()
    with writing(blank, ACT) as session:
        settings.write_setting(session, "name", "Kabupaten Contoh")
        session.con.execute("UPDATE opd SET name = name")
    assert blank.read_bytes() == before


def test_dry_run_raised_inside_ends_the_act_without_a_word(blank: Path) -> None:
    before = blank.read_bytes()
    with writing(blank, ACT) as session:
        settings.write_setting(session, "seat", "Contoh")
        raise NothingKept
    assert blank.read_bytes() == before


def test_a_row_that_belongs_nowhere_is_not_kept(blank: Path) -> None:
    before = blank.read_bytes()
    with pytest.raises(sqlite3.IntegrityError, match="FOREIGN KEY"), writing(blank, ACT) as session:
        opds.add_alias(session, "TIADA", "Dinas Tiada")
    assert blank.read_bytes() == before


def test_nothing_stays_locked_after_an_act_or_a_reading(blank: Path) -> None:
    """A second program gets the whole file to itself without waiting."""
    with writing(blank, ACT) as session:
        settings.write_setting(session, "seat", "Contoh")
    raw(blank, "PRAGMA busy_timeout = 0", "BEGIN EXCLUSIVE", "ROLLBACK")
    with snapshot(blank) as session:
        session.con.execute("SELECT * FROM setting").fetchone()
    raw(blank, "PRAGMA busy_timeout = 0", "BEGIN EXCLUSIVE", "ROLLBACK")
    with pytest.raises(ValueError, match="x"), snapshot(blank):
        raise ValueError("x")
    raw(blank, "PRAGMA busy_timeout = 0", "BEGIN EXCLUSIVE", "ROLLBACK")


@pytest.mark.parametrize("how", ["replaced", "removed"])
def test_a_file_replaced_before_the_commit_is_told(blank: Path, tmp_path: Path, how: str) -> None:
    """As a program that keeps folders in step does: SQLite itself would report success."""
    copy = Path(shutil.copy(blank, tmp_path / "salinan"))

    def work() -> None:
        with writing(blank, ACT) as session:
            settings.write_setting(session, "seat", "Contoh")
            if how == "replaced":
                copy.replace(blank)
            else:
                blank.unlink()

    with pytest.raises(RegistryError, match="diganti oleh program lain"):
        work()


def _reader(path: Path, is_in: threading.Event, may_go: threading.Event) -> threading.Thread:
    def read() -> None:
        with snapshot(path) as session:
            session.con.execute("SELECT count(*) FROM setting").fetchone()
            is_in.set()
            may_go.wait(10)

    thread = threading.Thread(target=read)
    thread.start()
    is_in.wait(10)
    return thread


def test_a_commit_waits_for_a_reader_and_succeeds_when_it_goes(
    blank: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The first waits time out inside SQLite; the transaction stays open and is committed in the end."""
    monkeypatch.setattr(locks, "WAIT_SECONDS", 5.0)
    is_in, may_go = threading.Event(), threading.Event()
    reader = _reader(blank, is_in, may_go)
    timer = threading.Timer(0.5, may_go.set)
    try:
        with writing(blank, ACT) as session:
            settings.write_setting(session, "seat", "Contoh")
            timer.start()
    finally:
        may_go.set()
        reader.join()
        timer.join()
    assert ("seat", "Contoh") in dump(blank)["setting"]
    assert beside(blank) == []


def test_a_reader_that_never_goes_makes_the_act_fail_whole(
    blank: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(locks, "WAIT_SECONDS", 0.02)
    before = blank.read_bytes()
    is_in, may_go = threading.Event(), threading.Event()
    reader = _reader(blank, is_in, may_go)
    try:
        with pytest.raises(RegistryError, match="masih dipakai proses lain"), writing(blank, ACT) as session:
            settings.write_setting(session, "seat", "Contoh")
    finally:
        may_go.set()
        reader.join()
    assert blank.read_bytes() == before
    assert beside(blank) == []


def test_a_second_writer_is_told_when_the_first_does_not_end(
    blank: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(locks, "WAIT_SECONDS", 0.02)
    with writing(blank, ACT) as session:
        settings.write_setting(session, "seat", "Contoh")
        with pytest.raises(RegistryError, match="masih dipakai"), writing(blank, ACT):
            pytest.fail("two writers at once")
    assert ("seat", "Contoh") in dump(blank)["setting"]


def test_writers_wait_for_one_another_and_none_is_lost(blank: Path) -> None:
    """Each reads a number and writes the next: nothing is lost only if nobody comes between."""
    faults: list[BaseException] = []

    def count() -> None:
        try:
            for _ in range(8):
                with writing(blank, ACT) as session:
                    seen = int(settings.read_government(session).values.get("seat", "0"))
                    settings.write_setting(session, "seat", str(seen + 1))
        except BaseException as error:
            faults.append(error)

    threads = [threading.Thread(target=count) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert faults == []
    seen = dump(blank)
    assert ("seat", "24") in seen["setting"]
    assert len(seen["act"]) == 25


def test_a_reading_shows_one_moment_though_a_writer_goes_on(
    blank: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(locks, "WAIT_SECONDS", 0.01)
    with snapshot(blank) as session:
        first = session.con.execute("SELECT count(*) FROM setting").fetchone()
        with pytest.raises(RegistryError), writing(blank, ACT) as other:
            settings.write_setting(other, "seat", "Contoh")
        assert session.con.execute("SELECT count(*) FROM setting").fetchone() == first


@pytest.mark.parametrize(
    "args",
    [
        ("opd", "add", "BARU", "--name", "Badan Baru"),
        ("opd", "alias", "DINKES", "Dinas Kes"),
        ("opd", "rename", "DINKES", "--name", "Dinas Kesehatan Masyarakat"),
        ("opd", "rename", "DINKES", "--name", "Dinas KESEHATAN"),
        ("partner", "add", "Koperasi Contoh"),
        ("partner", "alias", "Universitas Contoh", "UC"),
        ("partner", "merge", "PT Maju Contoh", "Universitas Contoh", "--reason", "sama"),
        ("setting", "set", "seat", "Lain"),
        (
            "add-mou",
            "--scheme",
            "sinergi",
            "--title",
            "Pangan",
            "--partner",
            "PT Maju Contoh",
            "--opd",
            "DINKES",
        ),
        ("derive-pks", "KB-2024-001", "--title", "Gizi desa"),
        ("update", "KB-2024-001", "--note", "Catatan"),
        ("void", "PKS-2024-001", "--reason", "salah catat"),
        ("target", "add", "PKS-2024-001", "--indicator", "Bidan terlatih", "--value", "75"),
        ("evaluate", "PKS-2024-001", "--period", "2024-S2", "--implementation", "penuh"),
        ("action", "add", "PKS-2024-001", "--period", "2024-S2", "--what", "Menambah pelatih"),
    ],
)
def test_whatever_was_acknowledged_is_seen_by_another_program(
    ok: Callable[..., str], run: Callable[..., Any], office: Path, args: tuple[str, ...]
) -> None:
    """And with ``--dry-run`` the same command, acknowledged alike, leaves every byte as it was."""
    before, acts = office.read_bytes(), len(dump(office)["act"])
    dry = run(*args, "--dry-run")
    assert (dry.status, office.read_bytes()) == (0, before)
    ok(*args)
    after = dump(office)
    assert len(after["act"]) == acts + 1
    assert after["act"][-1][5] == sum(row[1] == acts + 1 for row in after["journal"])
    assert beside(office) == []
