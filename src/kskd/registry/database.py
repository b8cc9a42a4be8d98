"""The one door to the registry file: make it, read one snapshot of it, write one act into it."""

from __future__ import annotations

import os
import sqlite3
import stat
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import quote

from kskd.domain.text import quote_path
from kskd.errors import AlreadyThere, RegistryError, os_reason
from kskd.registry.migrations import SCHEMA

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import datetime

    Tell = Callable[[str], None]

APPLICATION_ID = 0x6B736B64  # "kskd" in the file's header
WAIT_SECONDS = 30.0
OLDEST_SQLITE = (3, 38, 0)  # STRICT tables and ->>

_PRAGMAS = (
    "PRAGMA foreign_keys = ON",
    "PRAGMA recursive_triggers = ON",  # a REPLACE by mistake would otherwise skip the journal
    "PRAGMA cell_size_check = ON",
)
# Not for writing: SQLite up to 3.40 at least calls json_object in a trigger "unsafe", and the journal
# stands on it. No function of ours is registered, so a hostile schema finds none to call.
_READ_PRAGMAS = ("PRAGMA trusted_schema = OFF",)
_WRITE_PRAGMAS = (
    # FULL can lose the last acknowledged commit in a power cut in this journal mode; EXTRA cannot.
    "PRAGMA synchronous = EXTRA",
    "PRAGMA secure_delete = ON",
)


class Act(NamedTuple):
    """What the journal says about a change: when, who, by which command, and why if a reason was given."""

    at: datetime
    who: str
    command: str
    reason: str | None = None


class NothingKept(Exception):
    """Ends ``writing`` without keeping anything: a dry run, or nothing was changed; never leaves it."""


@contextmanager
def creating(path: Path, act: Act, *, dry_run: bool = False) -> Iterator[sqlite3.Connection]:
    """A new registry, filled in the block as its first act, readable by its owner only.

    The folder must exist and the file must not. The file takes its name only when it is complete, so a kill
    leaves no half registry behind; with ``dry_run`` it never does.
    """
    path = _resolved(path)
    temporary = path.with_name(f".{path.name}.{os.urandom(4).hex()}.baru")
    try:
        if path.exists():
            raise _already_there(path)
        os.close(os.open(temporary, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    except OSError as error:
        raise RegistryError(f"Registri tidak dapat dibuat di {path.parent}: {os_reason(error)}.") from error
    try:
        with _closing(_connect(temporary, "rw")) as con:
            con.execute(f"PRAGMA application_id = {APPLICATION_ID:d}")
            con.execute("BEGIN IMMEDIATE")
            _migrate(con)
            yield from _as_act(con, path, act)
            con.execute("COMMIT")
        if not dry_run:
            _give_name(temporary, path)
    except sqlite3.Error as error:
        raise _translated(error, path) from error
    finally:
        temporary.unlink(missing_ok=True)
    if not dry_run:
        _sync_folder(path.parent)


def _give_name(temporary: Path, path: Path) -> None:
    """Give the finished file its name, never taking the place of a file made meanwhile."""
    _hold_signals()
    try:
        try:
            os.link(temporary, path)
        except FileExistsError:
            raise
        except OSError:  # file systems of USB sticks know no hard links: take the name, then the place
            os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
            temporary.replace(path)
    except FileExistsError:
        raise _already_there(path) from None
    except OSError as error:
        raise RegistryError(f"Registri tidak dapat dibuat di {path.parent}: {os_reason(error)}.") from error


def _as_act(con: sqlite3.Connection, path: Path, act: Act) -> Iterator[sqlite3.Connection]:
    """What is done to ``con`` in the caller's block, read back and sealed as one act of the journal."""
    from kskd.registry import journal

    number = journal.open_act(
        con, at=act.at.isoformat(timespec="seconds"), who=act.who, command=act.command, reason=act.reason
    )
    yield con
    if not journal.is_faithful(con, number):
        raise RegistryError(
            f"Registri {path} tidak menyimpan apa yang ditulis; tidak ada yang diubah."
            " Periksa penyimpanan komputer ini, lalu ulangi."
        )
    if not journal.close_act(con, number):
        raise NothingKept


def upgrade(path: Path, *, dry_run: bool = False, tell: Tell = lambda _: None) -> tuple[int, int]:
    """Bring an older registry to SCHEMA in one transaction; gives the schema numbers before and after."""
    path = _checked(path)
    try:
        with _closing(_connect(path, "rw")) as con:
            _use_rollback_journal(con, tell)
            con.execute("BEGIN IMMEDIATE")
            try:
                before = _require_schema(con, path, older_is_fine=True)
                if before < SCHEMA:
                    _migrate(con)
                if dry_run:
                    con.execute("ROLLBACK")
                else:
                    _commit(con)
            except BaseException:
                if con.in_transaction:
                    con.execute("ROLLBACK")
                raise
    except sqlite3.Error as error:
        raise _translated(error, path) from error
    return before, SCHEMA


@contextmanager
def snapshot(path: Path, *, tell: Tell = lambda _: None) -> Iterator[sqlite3.Connection]:
    """One consistent reading of the registry. Nothing is written, and no lock outlives the block.

    ``tell`` is told, in a sentence for the user, what had to be settled first.
    """
    path = _checked(path)
    try:
        if _is_unsettled(path):
            with _closing(_connect(path, "rw")) as con:
                con.execute("SELECT count(*) FROM sqlite_schema").fetchone()
                con.execute("PRAGMA busy_timeout = 200")
                with suppress(sqlite3.OperationalError):  # somebody reads it in WAL: then it can be read so
                    _use_rollback_journal(con, tell)
        with _closing(_connect(path, "ro")) as con:
            con.execute("BEGIN")
            _require_schema(con, path)
            yield con
            con.execute("COMMIT")
    except sqlite3.Error as error:
        raise _translated(error, path) from error


@contextmanager
def writing(
    path: Path, act: Act, *, dry_run: bool = False, tell: Tell = lambda _: None
) -> Iterator[sqlite3.Connection]:
    """One act: everything inside is kept together or not at all, and journalled under ``act``.

    With ``dry_run`` all checks run and nothing is kept. Ask and read files before, never inside.
    From the commit on, signals wait until the command has told what it did (the error door lets them in).
    """
    path = _checked(path)
    identity = _identity(path)
    try:
        with _closing(_connect(path, "rw")) as con:
            _use_rollback_journal(con, tell)
            con.execute("BEGIN IMMEDIATE")
            try:
                if _require_schema(con, path, older_is_fine=True) < SCHEMA:
                    _migrate(con)
                yield from _as_act(con, path, act)
                if dry_run:
                    raise NothingKept
                _commit(con)
            except BaseException:
                if con.in_transaction:
                    con.execute("ROLLBACK")
                raise
    except NothingKept:
        return
    except sqlite3.Error as error:
        raise _translated(error, path) from error
    if _identity(path) != identity:
        raise RegistryError(
            f"Berkas {path} diganti oleh program lain saat perintah berjalan; perubahan ini mungkin tidak ada"
            " di berkas yang baru. Periksa dengan kskd log, lalu ulangi bila perlu."
        )


def _commit(con: sqlite3.Connection) -> None:
    """COMMIT, again and again while a reader is in the way; the transaction stays open in between.

    Signals wait from here on until the success is told, but one that comes while a reader is in the way
    ends the waiting: nothing is kept yet.
    """
    from time import monotonic

    con.execute("PRAGMA busy_timeout = 200")
    deadline = monotonic() + WAIT_SECONDS
    while True:
        _hold_signals()
        try:
            con.execute("COMMIT")
        except sqlite3.OperationalError as error:
            _let_signals_in()
            if error.sqlite_errorcode != sqlite3.SQLITE_BUSY or monotonic() > deadline:
                raise
        else:
            return


def _hold_signals() -> None:
    import signal

    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT, signal.SIGTERM, signal.SIGHUP})


def _let_signals_in() -> None:
    import signal

    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT, signal.SIGTERM, signal.SIGHUP})


def _migrate(con: sqlite3.Connection) -> None:
    from kskd.registry.migrations import apply

    apply(con)


def _connect(path: Path, mode: str) -> sqlite3.Connection:
    if sqlite3.sqlite_version_info < OLDEST_SQLITE:
        raise RegistryError(
            f"Pustaka SQLite {sqlite3.sqlite_version} pada Python ini terlalu lama; kskd memerlukan"
            f" {'.'.join(map(str, OLDEST_SQLITE))} atau yang lebih baru."
        )
    con = sqlite3.connect(
        f"file:{quote(os.fsencode(path))}?mode={mode}", uri=True, timeout=WAIT_SECONDS, isolation_level=None
    )
    for pragma in _PRAGMAS + (_READ_PRAGMAS if mode == "ro" else _WRITE_PRAGMAS):
        con.execute(pragma)
    return con


@contextmanager
def _closing(con: sqlite3.Connection) -> Iterator[sqlite3.Connection]:
    try:
        yield con
    finally:
        con.close()


def _use_rollback_journal(con: sqlite3.Connection, tell: Tell) -> None:
    """One file between two commands: a registry that another tool switched to WAL is switched back."""
    (mode,) = con.execute("PRAGMA journal_mode").fetchone()
    if mode != "delete":
        con.execute("PRAGMA journal_mode = DELETE")
        tell(f"Program lain mengubah cara simpan registri ({mode}); kskd mengembalikannya ke satu berkas.")


def _require_schema(con: sqlite3.Connection, path: Path, *, older_is_fine: bool = False) -> int:
    (version,) = con.execute("PRAGMA user_version").fetchone()
    if version > SCHEMA:
        raise RegistryError(
            f"Registri {path} dibuat oleh kskd yang lebih baru"
            f" (skema {version}; kskd ini mengenal sampai {SCHEMA})."
            " Mutakhirkan kskd, lalu ulangi."
        )
    if version < SCHEMA and not older_is_fine:
        raise RegistryError(
            f"Registri {path} berskema {version}; kskd ini memerlukan skema {SCHEMA}."
            " Jalankan kskd init --upgrade untuk memutakhirkannya."
        )
    return int(version)


def _resolved(path: Path) -> Path:
    try:
        return path.expanduser().resolve()
    except (OSError, RuntimeError, ValueError) as error:
        raise RegistryError(f"Nama berkas registri {quote_path(str(path))} tidak dapat dipakai.") from error


def _checked(path: Path) -> Path:
    """The real path of a file that is ours by its header; every other case gets its own sentence."""
    path = _resolved(path)
    try:
        status = path.stat()
        if stat.S_ISDIR(status.st_mode):
            raise RegistryError(f"{path} adalah folder, bukan registri. Sebut berkasnya dengan --db.")
        if not stat.S_ISREG(status.st_mode):
            raise RegistryError(f"{path} bukan berkas biasa. Sebut berkas registri dengan --db.")
        with path.open("rb") as stream:
            header = stream.read(100)
        is_doubled = status.st_nlink > 1 and _has_second_name(path)
    except FileNotFoundError:
        raise RegistryError(
            f"Registri {path} tidak ditemukan. Buat dengan kskd init --name NAMA_PEMDA, atau sebut tempatnya"
            " dengan --db atau KSKD_DB."
        ) from None
    except OSError as error:
        raise RegistryError(f"Registri {path} tidak dapat dibaca: {os_reason(error)}.") from error
    if is_doubled:
        # Two names mean two rollback journals: after a crash the wrong one could be looked for.
        raise RegistryError(
            f"{path} mempunyai lebih dari satu nama (hard link). Salin ke berkas tersendiri dahulu."
        )
    if header[:16] != b"SQLite format 3\x00":
        raise RegistryError(
            f"{path} bukan berkas SQLite, jadi bukan registri kskd. Sebut berkas yang benar dengan --db."
        )
    if int.from_bytes(header[68:72], "big") != APPLICATION_ID:
        raise RegistryError(
            f"{path} adalah basis data program lain, bukan registri kskd. Tidak ada yang diubah."
        )
    return path


def _has_second_name(path: Path) -> bool:
    """Whether the file goes by another name, once the one that a killed ``create`` left is taken away."""
    for other in path.parent.iterdir():
        if other.name.startswith(f".{path.name}.") and other.name.endswith(".baru"):
            with suppress(OSError):
                if other.samefile(path):
                    other.unlink()
    return path.stat().st_nlink > 1


def _is_unsettled(path: Path) -> bool:
    """Whether a command died here, or another tool switched the file to WAL: opening for writing mends both."""
    with path.open("rb") as stream:
        is_wal = stream.read(20)[18:20] == b"\x02\x02"
    return is_wal or any(side.exists() for side in (Path(f"{path}-journal"), Path(f"{path}-wal")))


def _identity(path: Path) -> tuple[int, int] | None:
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_dev, status.st_ino


def _sync_folder(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _already_there(path: Path) -> AlreadyThere:
    return AlreadyThere(f"{path} sudah ada; kskd tidak menimpanya. Pilih nama lain dengan --db.")


_REASONS = {
    sqlite3.SQLITE_BUSY: "sedang dipakai proses lain lebih dari setengah menit; ulangi sebentar lagi",
    sqlite3.SQLITE_READONLY: "hanya dapat dibaca; periksa izin berkas dan foldernya",
    sqlite3.SQLITE_FULL: "tidak dapat ditulis karena penyimpanan penuh; kosongkan ruang, lalu ulangi",
    sqlite3.SQLITE_CORRUPT: "tidak terbaca sebagai basis data yang utuh; ulangi sekali, lalu pulihkan dari cadangan",
    sqlite3.SQLITE_NOTADB: "bukan basis data",
    sqlite3.SQLITE_CANTOPEN: "tidak dapat dibuka; periksa izin berkas dan foldernya",
    sqlite3.SQLITE_IOERR: "tidak dapat dibaca atau ditulis oleh sistem; perubahan mungkin sudah tersimpan,"
    " periksa dengan kskd status",
    sqlite3.SQLITE_NOMEM: "tidak dapat diolah karena memori habis",
}


def _translated(error: sqlite3.Error, path: Path) -> Exception:
    """Our sentence for what the disk or another process did; a broken promise of our own stays as it is."""
    code = getattr(error, "sqlite_errorcode", None)
    reason = _REASONS.get(code & 0xFF) if code is not None else None
    return RegistryError(f"Registri {path} {reason}.") if reason else error
