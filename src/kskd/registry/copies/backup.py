"""A copy of a registry in one file: made of one moment, and called done only once it was opened and counted."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager, suppress
from pathlib import Path
from typing import Any, NamedTuple

from kskd import system
from kskd.errors import KskdError, os_reason, refusal
from kskd.registry.file.opening import APPLICATION_ID, connect
from kskd.registry.history import seals
from kskd.registry.schema.images import table_names
from kskd.registry.schema.steps import SCHEMA

# Nothing of a copy counts before it was checked and is on disk as a whole.
_UNSAFE = ("PRAGMA synchronous = OFF", "PRAGMA journal_mode = OFF", "PRAGMA cache_spill = ON")
_ENDING = ".salin"  # what is being copied ends so, which no command takes for a registry or a backup


class Account(NamedTuple):
    """What a registry holds, to compare: schema, first link of its chain, latest act and link, rows per table.

    Journal rows count what other programs changed too, so that equal accounts mean equal registries.
    """

    schema: int
    origin: str
    act: int
    link: str
    rows: tuple[tuple[str, int], ...]

    @property
    def agreements(self) -> int:
        """How many documents there are."""
        return dict(self.rows)["agreement"]


class Unsound(Exception):
    """A file is no whole registry; the text says in Indonesian what is wrong with it, after "karena"."""


def account(con: sqlite3.Connection) -> Account:
    """Read the account of an open registry of any schema."""
    (schema,) = con.execute("PRAGMA user_version").fetchone()
    names = con.execute(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite#_%' ESCAPE '#' ORDER BY name"
    )
    rows = tuple(
        (name, int(con.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0]))
        for (name,) in names.fetchall()
    )
    origin = con.execute("SELECT link FROM act ORDER BY id LIMIT 1").fetchone()
    act, link = seals.head(con) or (0, "0" * 64)
    return Account(int(schema), str(origin[0]) if origin else link, act, link, rows)


@contextmanager
def temporary(folder: Path, name: str, mode: int, group: int = -1) -> Iterator[Path]:
    """An empty file of ours in ``folder`` for a copy of the registry called ``name``.

    It is created for its owner before SQLite touches it, then gets ``mode``; after the block it is gone
    unless it was given another name. What killed commands left there is taken away.
    """
    _sweep(folder, name)
    with ExitStack() as stack:
        while True:
            path = folder / f".{name}.{os.urandom(4).hex()}{_ENDING}"
            stack.callback(path.unlink, missing_ok=True)  # first: a signal may come just after it is made
            stream = stack.enter_context(system.new_file(path, 0o600))
            system.hold(stream, wait=True)
            if os.fstat(stream.fileno()).st_nlink:  # else somebody swept before it was held
                break
        system.share(stream, mode, group)
        yield path


def mode_of(path: Path) -> int:
    """The permissions of a registry, which its copies share; never any for everybody."""
    return system.mode_of(path) & 0o660


def copy(source: Path, target: Path) -> Account:
    """Copy a settled registry into the empty file ``target``, check it, and give the account of both.

    Raises Unsound for a damaged source, OutputError where the copy cannot be written, and the driver's busy
    error. The caller's own transaction on the source may be open, as long as nothing of it is in the file.
    """
    try:
        with closing(connect(source, "ro")) as con, closing(connect(target, "rw")) as copied:
            for pragma in _UNSAFE:
                copied.execute(pragma)
            # Not VACUUM INTO: SQLite 3.40 refuses it on a read-only connection to a table with a generated
            # column, and it takes no part in a transaction. Here the account is of the very moment copied.
            con.execute("BEGIN")
            told = account(con)
            con.backup(copied, progress=never_wait)
            con.execute("COMMIT")
            copied.execute("PRAGMA journal_mode = DELETE")  # one file, also of a registry in WAL
        system.sync_file(target)
        if verified(target) != told:
            raise Unsound("salinannya tidak sama dengan aslinya")
    except sqlite3.Error as error:
        raise _explained(error, target.parent) from error
    except ValueError as error:
        raise Unsound("isinya rusak") from error
    except OSError as error:
        raise unwritable(target.parent, os_reason(error)) from error
    return told


def plain_copy(source: Path, target: Path) -> None:
    """Copy a registry that is too damaged to be a backup, page by page and unchecked."""
    try:
        system.new_file(target, 0o600).close()
        with closing(connect(source, "ro")) as con, closing(connect(target, "rw")) as copied:
            con.backup(copied)
    except sqlite3.Error as error:
        raise _explained(error, target.parent) from error
    except OSError as error:
        raise unwritable(target.parent, os_reason(error)) from error


def never_wait(status: int, *_: Any) -> None:
    """For SQLite's backup where both files are locked for it already: a wait would be one without end."""
    if status & 0xFF in {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}:
        raise AssertionError(status)


def verified(path: Path) -> Account:
    """The account of a file that was found whole; Unsound says what it lacks.

    A killed copy opens as a valid empty database, so being readable proves nothing.
    """
    try:
        with closing(connect(path, "ro")) as con:
            return sound(con)
    except sqlite3.Error as error:
        raise _explained(error, path.parent) from error
    except ValueError as error:  # a flipped bit in a text, or in what SQLite itself says of the schema
        raise Unsound("isinya rusak") from error


def sound(con: sqlite3.Connection) -> Account:
    """As ``verified``, of an open registry.

    The chain of acts is left to ``restore`` and ``log --verify``: it takes twice as long as a whole backup.
    """
    if con.execute("PRAGMA application_id").fetchone() != (APPLICATION_ID,):
        raise Unsound("bukan registri kskd, atau belum selesai disalin")
    if con.execute("PRAGMA integrity_check(1)").fetchone() != ("ok",):
        raise Unsound("isinya rusak")
    if con.execute("PRAGMA foreign_key_check").fetchone() is not None:
        raise Unsound("ada baris yang merujuk ke baris yang tidak ada")
    told = account(con)
    missing = table_names() - dict(told.rows).keys() if told.schema == SCHEMA else ()
    if missing:
        raise Unsound(f"tabel {min(missing)} tidak ada")
    return told


def glimpse(path: Path) -> tuple[str, int, str]:
    """Origin, latest act and its link, of a file that is as long as its header says; else Unsound.

    Cheap, for looking through a folder; ``verified`` is what a restore trusts.
    """
    try:
        with path.open("rb") as stream:
            header = stream.read(100)
        if header[:16] != b"SQLite format 3\x00" or int.from_bytes(header[68:72], "big") != APPLICATION_ID:
            raise Unsound("bukan registri kskd, atau belum selesai disalin")
        page = int.from_bytes(header[16:18], "big")
        if path.stat().st_size != (65536 if page == 1 else page) * int.from_bytes(header[28:32], "big"):
            raise Unsound("terpotong, atau belum selesai disalin")
        with closing(connect(path, "ro")) as con:
            (origin,) = con.execute("SELECT link FROM act ORDER BY id LIMIT 1").fetchone() or ("0" * 64,)
            return (str(origin), *(seals.head(con) or (0, "0" * 64)))
    except (OSError, sqlite3.Error, ValueError) as error:
        raise Unsound("tidak terbaca") from error


def unwritable(folder: Path, reason: str) -> KskdError:
    """Our sentence for a folder of backups that takes none."""
    return refusal("backup-not-made", folder=folder, reason=reason)


_DAMAGE = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}
_FOLDER_FAULTS = {
    sqlite3.SQLITE_FULL: "penyimpanan penuh",
    sqlite3.SQLITE_IOERR: "tidak dapat dibaca atau ditulis oleh sistem (penyimpanan penuh atau bermasalah)",
    sqlite3.SQLITE_CANTOPEN: "tidak dapat dibuka",
    sqlite3.SQLITE_READONLY: "hanya dapat dibaca",
}


def is_damage(error: sqlite3.Error) -> bool:
    """Whether the driver says that the file is no whole database."""
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    return code in _DAMAGE or (code == sqlite3.SQLITE_ERROR and "no such table" in str(error))


@contextmanager
def damage_told() -> Iterator[None]:
    """Unsound in place of what the driver says of a damaged file."""
    try:
        yield
    except sqlite3.Error as error:
        raise Unsound("isinya rusak") if is_damage(error) else error from error


def _explained(error: sqlite3.Error, folder: Path) -> Exception:
    """What went wrong, where it is the copy; a lock on the source is for the caller to explain."""
    if is_damage(error):
        return Unsound("isinya rusak")
    reason = folder_fault(error)
    return unwritable(folder, reason) if reason else error


def folder_fault(error: sqlite3.Error) -> str | None:
    """What the disk refused, in words after a colon; None for any other trouble."""
    return _FOLDER_FAULTS.get(getattr(error, "sqlite_errorcode", 0) & 0xFF)


def _sweep(folder: Path, name: str) -> None:
    """Take away what nobody holds any more."""
    from glob import escape

    for left in folder.glob(f".{escape(name)}.????????{_ENDING}"):
        with suppress(OSError), left.open("rb") as stream:
            if system.hold(stream, wait=False):
                left.with_name(f"{left.name}-journal").unlink(missing_ok=True)
                left.unlink()
