"""The one door to the registry file: make it, fill it, read one snapshot of it, write one act into it."""

import os
import sqlite3
from collections.abc import Callable, Generator, Iterator
from contextlib import closing, contextmanager, suppress
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from kskd import system
from kskd.errors import os_reason, refusal
from kskd.registry.file.opening import (
    APPLICATION_ID,
    checked,
    connect,
    identity,
    is_unsettled,
    resolved,
    sync_name,
    translated,
)
from kskd.registry.schema.steps import SCHEMA
from kskd.registry.session import Session

if TYPE_CHECKING:
    from kskd.registry.act import Act

Tell = Callable[[str], None]

_NAMED = 5  # things of other programs that are named in one sentence
MANY = 10  # agreements in one act, before which a backup is made


class NothingKept(Exception):
    """Ends ``writing`` without keeping anything: a dry run, or nothing was changed; never leaves it."""


@contextmanager
def creating(path: Path, act: "Act", *, dry_run: bool = False) -> Iterator[Session]:
    """A new registry, filled in the block as its first act, readable by its owner only.

    The folder must exist and the file must not. The file takes its name only when it is complete, so a kill
    leaves no half registry behind; with ``dry_run`` it never does.
    """
    path = resolved(path)
    with _new_file(path, dry_run=dry_run) as con:
        migrate(con)
        yield from _as_act(con, path, act)


@contextmanager
def filling(path: Path, *, dry_run: bool = False, tell: Tell = lambda _: None) -> Iterator[Session]:
    """A registry without any table, to be filled whole in the block: a new file, or one that holds only what
    ``init`` made. No act is opened: what is filled in brings its history along. All is kept, or nothing.
    """
    from kskd.registry.copies.transfer import clear, require_empty

    path = resolved(path)
    if identity(path) is None:
        with _new_file(path, dry_run=dry_run) as con:
            yield Session(con)
        tell(f"Registri {path} belum ada, jadi {'akan ' if dry_run else ''}dibuat.")
        return
    path = checked(path)
    with _turn(path, tell, dry_run=dry_run, spills=True) as con:
        require_schema(con, path, older_is_fine=True)
        require_empty(con, path)
        clear(con)
        yield Session(con)


@contextmanager
def _new_file(path: Path, *, dry_run: bool) -> Iterator[sqlite3.Connection]:
    """A file without any table, filled in one transaction; it takes its name after the block."""
    temporary = path.with_name(f".{path.name}.{os.urandom(4).hex()}.baru")
    try:  # around the making, too: a signal may come just after it
        _make_empty(temporary, path)
        with closing(connect(temporary, "rw")) as con:
            con.execute(f"PRAGMA application_id = {APPLICATION_ID:d}")
            # Nobody reads it yet, and it may be larger than the memory.
            con.execute("PRAGMA cache_spill = ON")
            con.execute("BEGIN IMMEDIATE")
            yield con
            con.execute("COMMIT")
        if not dry_run:
            give_name(temporary, path)
    except sqlite3.Error as error:
        code = getattr(error, "sqlite_errorcode", 0) & 0xFF
        if code not in {sqlite3.SQLITE_IOERR, sqlite3.SQLITE_FULL}:
            raise translated(error, path) from error
        raise refusal("registry-not-made-disk", folder=path.parent) from error
    finally:
        with suppress(OSError):
            temporary.unlink()
    if not dry_run:
        sync_name(path)


def _make_empty(temporary: Path, path: Path) -> None:
    """The empty file under its passing name; refused where the name it is to take is taken."""
    try:
        if path.exists():
            raise refusal("registry-there", path=path)
        system.new_file(temporary, 0o600).close()
    except OSError as error:
        raise refusal("registry-not-made", folder=path.parent, reason=os_reason(error)) from error


def give_name(temporary: Path, path: Path) -> None:
    """Give the finished file its name, never taking the place of a file made meanwhile."""
    system.hold_signals()
    try:
        system.give_name(temporary, path, reserve=True)
    except FileExistsError:
        raise refusal("registry-there", path=path) from None
    except OSError as error:
        raise refusal("registry-not-made", folder=path.parent, reason=os_reason(error)) from error


def _as_act(con: sqlite3.Connection, path: Path, act: "Act") -> Generator[Session, None, tuple[int, bool]]:
    """What is done to ``con`` in the caller's block, read back and sealed as one act of the journal.

    Gives the number of the act, and whether it touches MANY agreements.
    """
    from kskd.registry.history import live_rows, seals
    from kskd.registry.schema import images

    if not images.has_all_triggers(con) or seals.has_open(con):
        raise refusal("registry-without-journal", path=path)
    number = seals.open_act(con, act)
    yield Session(con)
    seals.list_entries(con, number)
    if not seals.is_faithful(con):
        raise refusal("registry-forgets", path=path)
    if broken := live_rows.breaks(con, listed=True):
        from kskd.domain.values.text import quote

        where = quote(" ".join(map(str, broken[0].key)))
        raise refusal("registry-against-history", row=where)
    entries = seals.close_act(con, number)
    if not entries:
        raise NothingKept
    if entries < MANY:
        return number, False
    from kskd.registry.history.versions import count_agreements

    return number, count_agreements(con, number) >= MANY


def upgrade(
    path: Path, at: datetime, *, dry_run: bool = False, tell: Tell = lambda _: None
) -> tuple[int, int]:
    """Bring an older registry to SCHEMA in one transaction; gives the schema numbers before and after.

    The older state is kept as a backup, named after the time ``at``.
    """
    path = checked(path)
    with _turn(path, tell, dry_run=dry_run) as con:
        before = require_schema(con, path, older_is_fine=True)
        if before < SCHEMA:
            _migrate_safely(con, path, at, dry_run=dry_run, tell=tell)
    return before, SCHEMA


@contextmanager
def snapshot(path: Path, *, older_is_fine: bool = False, tell: Tell = lambda _: None) -> Iterator[Session]:
    """One consistent reading of the registry. Nothing is written, and no lock outlives the block.

    ``tell`` is told, in a sentence for the user, what had to be settled first.
    """
    path = checked(path)
    try:
        settle(path, tell)
        with closing(connect(path, "ro")) as con:
            con.execute("BEGIN")
            require_schema(con, path, older_is_fine=older_is_fine)
            yield Session(con)
            con.execute("COMMIT")
    except sqlite3.Error as error:
        raise translated(error, path) from error


def settle(path: Path, tell: Tell) -> None:
    """Take back what a killed command left half written, so that the file can be opened for reading only."""
    if is_unsettled(path):
        from kskd.registry.file.locks import holder

        journal = Path(f"{path}-journal")
        was_left = identity(journal)
        # Looked at twice: the journal of a command that is just ending is gone once nobody holds the lock.
        was_left = was_left if holder(path) is None and identity(journal) == was_left else None
        with _where_it_may_be_mended(path, journal), closing(connect(path, "rw")) as con:
            con.execute("SELECT count(*) FROM sqlite_schema").fetchone()
            con.execute("PRAGMA busy_timeout = 200")
            with suppress(sqlite3.OperationalError):  # somebody reads it in WAL: then it can be read so
                use_rollback_journal(con, tell)
        if was_left and not journal.exists():
            tell(
                "Perintah terdahulu terhenti di tengah jalan; yang belum selesai sudah dikembalikan seperti semula."
            )


@contextmanager
def _where_it_may_be_mended(path: Path, journal: Path) -> Iterator[None]:
    """RegistryError says that a copy is needed where a journal is to be played and nothing may be written."""
    try:
        yield
    except sqlite3.OperationalError as error:
        family = error.sqlite_errorcode & 0xFF
        if family not in {sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN} or not journal.exists():
            raise
        raise refusal("registry-needs-copy", path=path) from error


@contextmanager
def writing(
    path: Path,
    act: "Act",
    *,
    dry_run: bool = False,
    is_told: bool = True,
    is_large: bool = False,
    tell: Tell = lambda _: None,
) -> Iterator[Session]:
    """One act: everything inside is kept together or not at all, and journalled under ``act``.

    With ``dry_run`` all checks run and nothing is kept. Ask and read files before, never inside. The state
    before is kept as a backup if the schema is older, or the act touches MANY agreements; of one that
    ``is_large``, which may be larger than the memory, before anything is written.
    The number of the act is told if it ``is_told``. From the commit on, signals wait until the command has told what it did (the error door lets them in).
    """
    path, number = checked(path), 0
    is_large = is_large and not dry_run
    with _turn(path, tell, dry_run=dry_run, spills=is_large) as con:
        if require_schema(con, path, older_is_fine=True) < SCHEMA:
            _migrate_safely(con, path, act.at, dry_run=dry_run, tell=tell)
        elif is_large:
            keep_before(Session(con), path, act.at, act.command, tell)
        number, touches_many = yield from _as_act(con, path, act)
        if touches_many and not dry_run and not is_large:
            keep_before(Session(con), path, act.at, act.command, tell)
    if number and is_told and not dry_run:
        tell(f"Catatan riwayat {number}.")  # by this number alone a retried ``undo`` is a harmless one


@contextmanager
def repairing(path: Path, *, tell: Tell = lambda _: None) -> Iterator[Session]:
    """The registry for mending its schema, outside of any act: triggers must stand before one is opened."""
    path = checked(path)
    with _turn(path, tell, dry_run=False, mends=True) as con:
        require_schema(con, path)
        yield Session(con)


def _refuse_intruders(con: sqlite3.Connection, path: Path) -> None:
    from kskd.registry.schema.images import intruders

    if found := intruders(con):
        from kskd.domain.values.text import quote

        names = ", ".join(quote(one.where) for one in found[:_NAMED])
        more = f", dan {len(found) - _NAMED} lagi" if len(found) > _NAMED else ""
        raise refusal("registry-with-intruders", path=path, names=names + more)


@contextmanager
def _turn(
    path: Path, tell: Tell, *, dry_run: bool, spills: bool = False, mends: bool = False
) -> Iterator[sqlite3.Connection]:
    """The registry for one writer: what the block does is kept at its end, whole or not at all.

    What ``spills`` may be larger than the memory, and keeps readers out as soon as it is. Refused where another
    program's triggers, views or generated columns could change what is written, unless the block ``mends``.
    """
    from kskd.registry.file import locks

    before = identity(path)
    try:
        with closing(connect(path, "rw")) as con:
            use_rollback_journal(con, tell)
            if spills:
                con.execute("PRAGMA cache_spill = ON")  # heeded outside of a transaction only
            locks.begin(con, path, tell)
            try:
                if not mends:
                    _refuse_intruders(con, path)
                yield con
                if dry_run:
                    raise NothingKept
                locks.commit(con)
            except BaseException:
                if con.in_transaction:
                    con.execute("ROLLBACK")
                raise
    except NothingKept:
        return
    except sqlite3.Error as error:
        raise translated(error, path) from error
    if identity(path) != before:
        raise refusal("registry-replaced", path=path)


def migrate(con: sqlite3.Connection) -> None:
    """Bring the schema to SCHEMA in the running transaction."""
    from kskd.registry.schema.migrations import apply

    apply(con)


def _migrate_safely(con: sqlite3.Connection, path: Path, at: datetime, *, dry_run: bool, tell: Tell) -> None:
    if not dry_run:
        keep_before(Session(con), path, at, "upgrade", tell)
    migrate(con)


def keep_before(session: Session, path: Path, at: datetime, command: str, tell: Tell) -> None:
    """Keep the state that is in the file as a backup before a dangerous command changes it."""
    from kskd.registry.copies import backup, rotation

    try:
        rotation.make_backup_before(session, path, at, command, tell)
    except backup.Unsound as error:
        raise rotation.unsound(path, error) from error


def use_rollback_journal(con: sqlite3.Connection, tell: Tell) -> None:
    """One file between two commands: a registry that another tool switched to WAL is switched back."""
    (mode,) = con.execute("PRAGMA journal_mode").fetchone()
    if mode != "delete":
        con.execute("PRAGMA journal_mode = DELETE")
        tell(f"Program lain mengubah cara simpan registri ({mode}); kskd mengembalikannya ke satu berkas.")


def require_schema(con: sqlite3.Connection, path: Path, *, older_is_fine: bool = False) -> int:
    """The schema number; RegistryError where this kskd does not know it, or an older one will not do."""
    (version,) = con.execute("PRAGMA user_version").fetchone()
    if version > SCHEMA:
        raise refusal("registry-newer", path=path, schema=version, known=SCHEMA)
    if version < SCHEMA and not older_is_fine:
        raise refusal("registry-older", path=path, schema=version, needed=SCHEMA)
    return int(version)
