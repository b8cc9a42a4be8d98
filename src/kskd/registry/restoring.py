"""Putting a backup in the place of a registry: into the live file itself, so that no running writer's act is lost."""

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path
from typing import NamedTuple

from kskd import system
from kskd.domain.values.text import quote_path
from kskd.errors import OutputError, os_reason, refusal
from kskd.registry import database
from kskd.registry.act import Act
from kskd.registry.copies import backup, rotation
from kskd.registry.copies.backup import Account
from kskd.registry.database import Tell
from kskd.registry.file import locks
from kskd.registry.file.opening import checked, connect, sync_name, translated
from kskd.registry.history import seals
from kskd.registry.schema.steps import SCHEMA
from kskd.registry.session import Session
from kskd.registry.tables.events import write_event


class Staged(NamedTuple):
    """A checked copy of a backup beside the registry, at today's schema: from which file, and what was in it."""

    path: Path
    source: Path
    account: Account


class Loss(NamedTuple):
    """What a restore takes away: how many acts, the latest of them first (number, time, who, command).

    ``common`` is the latest act that both histories share, 0 for two that share none; ``head`` the link of the
    registry's own latest act, by which a change since then is noticed; ``erasures`` how many of the acts destroyed
    personal data, which the backup still holds.
    """

    head: str
    common: int
    acts: int
    latest: tuple[tuple[int, str, str, str], ...]
    erasures: int


@contextmanager
def staged(source: Path, registry: Path) -> Iterator[Staged]:
    """Check a backup and copy it beside the registry, where it is gone after the block if nobody used it."""
    with ExitStack() as stack:
        try:
            one = _staged(stack, source, registry)
        except backup.Unsound as error:
            raise refusal("backup-unusable", file=quote_path(str(source)), why=str(error)) from error
        except (sqlite3.Error, ValueError) as error:
            raise refusal(
                "backup-unusable", file=quote_path(str(source)), why="tidak dapat dibaca"
            ) from error
        except OSError as error:
            raise refusal("backup-unusable", file=quote_path(str(source)), why=os_reason(error)) from error
        yield one


def _staged(stack: ExitStack, source: Path, registry: Path) -> Staged:
    if not source.is_file():
        raise backup.Unsound("tidak ada berkas dengan nama itu")
    if registry.exists() and source.samefile(registry):
        raise backup.Unsound("itu registri yang sedang dipakai")
    backup.glimpse(source)
    mode = backup.mode_of(registry if registry.exists() else source)
    try:
        path = stack.enter_context(backup.temporary(registry.parent, registry.name, mode))
    except OSError as error:
        raise refusal("restore-without-room", folder=registry.parent, reason=os_reason(error)) from error
    try:
        account = backup.copy(source, path)
    except OutputError as error:
        raise refusal(
            "restore-without-room", folder=registry.parent, reason="penyimpanan penuh atau bermasalah"
        ) from error
    _bring_up(path, source, account)
    return Staged(path, source, account)


def _bring_up(path: Path, source: Path, account: Account) -> None:
    if account.schema > SCHEMA:
        raise refusal("backup-newer", file=source, schema=account.schema, known=SCHEMA)
    from kskd.registry.health import mend_schema

    with closing(connect(path, "rw")) as con:
        con.execute("BEGIN IMMEDIATE")
        database.migrate(con)
        mend_schema(Session(con))  # a backup without a trigger would be a registry without a history
        con.execute("COMMIT")
        if seals.verify(Session(con)).broken is not None:
            raise backup.Unsound("riwayat di dalamnya tidak lagi seperti saat dicatat")


def loss(registry: Path, staged: Staged, show: int, tell: Tell) -> Loss | None:
    """What the registry holds and the backup does not; None if there is no registry that can be read."""
    if not registry.exists() or _is_no_database(registry):
        return None
    try:
        database.settle(registry, tell)
        with closing(connect(registry, "ro")) as live, closing(connect(staged.path, "ro")) as copy:
            common = _common(live, copy)
            _, head = seals.head(live) or (0, "")
            count, erasures = live.execute(
                "SELECT count(*), count(*) FILTER (WHERE command = 'erase') FROM act WHERE id > ?", (common,)
            ).fetchone()
            latest = live.execute(
                "SELECT id, at, who, command FROM act WHERE id > ? ORDER BY id DESC LIMIT ?", (common, show)
            ).fetchall()
    except sqlite3.Error as error:
        if backup.is_damage(error):
            return None
        raise translated(error, registry) from error
    return Loss(head, common, int(count), tuple(latest), int(erasures))


def _common(one: sqlite3.Connection, other: sqlite3.Connection) -> int:
    """The latest act with the same link in both: each link stands on all before, so that halving finds it."""
    low, high = 0, min((seals.head(con) or (0, ""))[0] for con in (one, other))
    while low < high:
        middle = (low + high + 1) // 2
        links = {
            con.execute("SELECT link FROM act WHERE id = ?", (middle,)).fetchone() for con in (one, other)
        }
        low, high = (middle, high) if len(links) == 1 and links != {None} else (low, middle - 1)
    return low


def put_back(registry: Path, staged: Staged, act: Act, shown: Loss | None, tell: Tell) -> None:
    """Make the registry what the staged copy is, with one more act that says so.

    Refused if the registry changed since its loss was ``shown``: nobody agreed to lose what came since.
    The present state is kept as an automatic backup; a file too damaged for that is set aside as it is. A
    kill leaves the one state or the other.
    """
    if not registry.exists():
        _seal(staged, act, "sebelumnya tidak ada registri")
        database.give_name(staged.path, registry)
        sync_name(registry)
        return
    for _ in range(0 if _is_no_database(registry) else 2):  # a failed read looks like damage the first time
        try:
            _put_into(registry, staged, act, shown, tell)
        except backup.Unsound:
            continue
        except sqlite3.Error as error:
            raise translated(error, registry) from error
        return
    _put_aside(registry, staged, act, tell)


def _put_into(registry: Path, staged: Staged, act: Act, shown: Loss | None, tell: Tell) -> None:
    with ExitStack() as stack:
        with backup.damage_told():
            con = stack.enter_context(closing(connect(registry, "rw")))
            database.use_rollback_journal(con, tell)
            locks.begin(con, registry, tell)
            if shown is not None and (seals.head(con) or (0, ""))[1] != shown.head:
                raise refusal("restore-outdated")
            before = _keep_present(con, registry, act, tell, staged.source)
        _seal(staged, act, before)
        locks.commit(con)
        # Takes effect, and lets the locks go, at the end of the next transaction: the restore's own.
        con.execute("PRAGMA locking_mode = NORMAL")
        con.execute("PRAGMA cache_spill = ON")  # nobody reads meanwhile, and the file may be large
        with closing(connect(staged.path, "ro")) as source:
            source.backup(con, progress=backup.never_wait)


def _keep_present(con: sqlite3.Connection, registry: Path, act: Act, tell: Tell, source: Path) -> str:
    """Keep the state of the locked file, in words for the journal; Unsound where it is too damaged."""
    # From here on no other process writes until the restore is done: the backup API takes no connection that
    # is in a transaction, but in this mode the locks outlive the commit. Set before the begin, a failed begin
    # would keep a lock, which ``locks.holder`` would let go of unseen.
    con.execute("PRAGMA locking_mode = EXCLUSIVE")
    number, link = seals.head(con) or (0, "")
    kept = rotation.make_backup_before(Session(con), registry, act.at, act.command, tell, needed=source)
    return f"sebelumnya catatan {number}, segel {link}; keadaan itu disimpan di {kept.name}"


def _is_no_database(registry: Path) -> bool:
    """Whether the file lost even its first bytes; any other file that is not ours is refused."""
    if registry.is_file() and registry.stat().st_nlink == 1:
        with registry.open("rb") as stream:
            if stream.read(16) != b"SQLite format 3\x00":
                return True
    checked(registry)
    return False


def _put_aside(registry: Path, staged: Staged, act: Act, tell: Tell) -> None:
    """Keep a damaged file, journal and all, under another name, and give its name to the staged copy."""
    aside = registry.with_name(f"{registry.name}.rusak-{act.at:%Y%m%d-%H%M%S}")
    _seal(staged, act, f"sebelumnya rusak; berkas itu disimpan sebagai {aside.name}")
    try:
        # First, for SQLite would play a journal left beside into the restored file.
        for ending in ("-journal", "-wal", "-shm"):
            side = Path(f"{registry}{ending}")
            if side.exists():
                system.replace(side, Path(f"{aside}{ending}"))
        # A copy, so that at no moment there is no registry.
        with registry.open("rb") as source, system.new_file(aside, 0o600) as target:
            shutil.copyfileobj(source, target)
            system.sync(target)
        system.hold_signals()
        system.replace(staged.path, registry)
        sync_name(registry)
    except OSError as error:
        raise refusal("damaged-registry-not-put-aside", file=aside, reason=os_reason(error)) from error
    tell(f"Registri yang rusak disimpan sebagai {aside}")


def _seal(staged: Staged, act: Act, before: str) -> None:
    """Add the act that tells of the restore to the copy, so that both reach the live file in one step."""
    detail = f"dipulihkan dari {staged.source.name} (catatan {staged.account.act}, segel {staged.account.link}); {before}"
    with closing(connect(staged.path, "rw")) as con:
        con.execute("BEGIN IMMEDIATE")
        number = seals.open_act(con, act)
        write_event(Session(con), "restore", detail)
        if not seals.close_act(con, number):
            raise backup.Unsound("riwayatnya tidak mencatat lagi")
        con.execute("COMMIT")
