"""Opening the registry file: what it must be, how it is connected to, and our sentences where it cannot be."""

import os
import sqlite3
import stat
from contextlib import suppress
from pathlib import Path
from urllib.parse import quote

from kskd import system
from kskd.domain.values.text import quote_path
from kskd.errors import os_reason, refusal

APPLICATION_ID = 0x6B736B64  # "kskd" in the file's header
READ_PATIENCE = 30.0  # seconds that a reader waits for a writer's commit
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
    # Changes stay in memory until COMMIT, so that the file holds the state before the act until then and a
    # second connection can copy it; spilling would also shut out every reader long before.
    "PRAGMA cache_spill = OFF",
)


def connect(path: Path, mode: str) -> sqlite3.Connection:
    """A connection to a file that is there, ``mode`` being ``ro`` or ``rw``; nothing is ever created.

    Never open and close the file by other means while a connection of this process holds a lock on it: the
    system lets all locks of a process go with its first close.
    """
    if sqlite3.sqlite_version_info < OLDEST_SQLITE:
        raise refusal(
            "sqlite-too-old", version=sqlite3.sqlite_version, needed=".".join(map(str, OLDEST_SQLITE))
        )
    con = sqlite3.connect(
        f"file:{quote(os.fsencode(path))}?mode={mode}", uri=True, timeout=READ_PATIENCE, isolation_level=None
    )
    for pragma in _PRAGMAS + (_READ_PRAGMAS if mode == "ro" else _WRITE_PRAGMAS):
        con.execute(pragma)
    return con


def resolved(path: Path) -> Path:
    """The path with links followed, since the rollback journal lies beside the real file."""
    try:
        return path.expanduser().resolve()
    except (OSError, RuntimeError, ValueError) as error:
        raise refusal("registry-name-unusable", path=quote_path(str(path))) from error


def checked(path: Path) -> Path:
    """The real path of a file that is ours by its header; every other case gets its own sentence."""
    path = resolved(path)
    try:
        status = path.stat()
        if stat.S_ISDIR(status.st_mode):
            raise refusal("registry-is-folder", path=path)
        if not stat.S_ISREG(status.st_mode):
            raise refusal("registry-not-a-file", path=path)
        with path.open("rb") as stream:
            header = stream.read(100)
        is_doubled = status.st_nlink > 1 and _has_second_name(path)
    except FileNotFoundError:
        raise refusal("registry-not-found", path=path) from None
    except OSError as error:
        raise refusal("registry-not-readable", path=path, reason=os_reason(error)) from error
    if is_doubled:
        # Two names mean two rollback journals: after a crash the wrong one could be looked for.
        raise refusal("registry-has-two-names", path=path)
    if header[:16] != b"SQLite format 3\x00":
        raise refusal("registry-not-sqlite", path=path)
    if int.from_bytes(header[68:72], "big") != APPLICATION_ID:
        raise refusal("registry-of-other-program", path=path)
    return path


def _has_second_name(path: Path) -> bool:
    """Whether the file goes by another name, once the one that a killed ``create`` left is taken away."""
    for other in path.parent.iterdir():
        if other.name.startswith(f".{path.name}.") and other.name.endswith(".baru"):
            with suppress(OSError):
                if other.samefile(path):
                    other.unlink()
    return path.stat().st_nlink > 1


def is_unsettled(path: Path) -> bool:
    """Whether a command died here, or another tool switched the file to WAL: opening for writing mends both."""
    with path.open("rb") as stream:
        is_wal = stream.read(20)[18:20] == b"\x02\x02"
    return is_wal or any(side.exists() for side in (Path(f"{path}-journal"), Path(f"{path}-wal")))


def identity(path: Path) -> tuple[int, int] | None:
    """Device and inode, which tell whether another file took the place of this one; None for no file."""
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_dev, status.st_ino


def sync_name(path: Path) -> None:
    """Have the name of a registry on disk that is there already; RegistryError says so where the disk fails."""
    try:
        system.sync_file(path.parent)
    except OSError as error:
        raise refusal("registry-perhaps-kept", reason=os_reason(error), path=path) from error


_REASONS = {
    sqlite3.SQLITE_READONLY: "registry-read-only",
    sqlite3.SQLITE_FULL: "registry-disk-full",
    sqlite3.SQLITE_CORRUPT: "registry-not-whole",
    sqlite3.SQLITE_NOTADB: "registry-not-a-database",
    sqlite3.SQLITE_CANTOPEN: "registry-not-opened",
    sqlite3.SQLITE_IOERR: "registry-disk-failing",
    sqlite3.SQLITE_NOMEM: "registry-memory-full",
}
# Extended codes that say more than their family.
_FINER_REASONS = {sqlite3.SQLITE_READONLY_DBMOVED: "registry-moved"}


def translated(error: sqlite3.Error, path: Path) -> Exception:
    """Our sentence for what the disk or another process did; a broken promise of our own stays as it is.

    The connection must be closed: telling who is in the way opens the file (see ``connect``).
    """
    code = getattr(error, "sqlite_errorcode", None)
    if code is None:
        return error
    if code & 0xFF == sqlite3.SQLITE_BUSY:
        from kskd.registry.file.locks import holder

        user = holder(path) or "proses lain"
        return refusal("registry-busy", path=path, user=user)
    reason = _FINER_REASONS.get(code) or _REASONS.get(code & 0xFF)
    return refusal(reason, path=path) if reason else error
