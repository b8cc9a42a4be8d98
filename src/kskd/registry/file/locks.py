"""Taking turns with other processes: who may write, how long one waits, and who is in the way."""

import sqlite3
from collections.abc import Callable
from pathlib import Path

from kskd import system

WAIT_SECONDS = 30.0
TELL_SECONDS = 2.0  # a person at the terminal is told by then what the command waits for
_POLL = 200  # milliseconds that SQLite itself waits before we look at the clock

# Bytes of the file that SQLite locks (its "File Locking And Concurrency"): pending, reserved, shared.
_LOCK_BYTES = ((0x40000000, 1), (0x40000001, 1), (0x40000002, 510))


def begin(con: sqlite3.Connection, path: Path, tell: Callable[[str], None]) -> None:
    """Begin to write once every other writer is done; the driver's busy error after WAIT_SECONDS."""
    from time import monotonic

    con.execute(f"PRAGMA busy_timeout = {_POLL:d}")
    started, is_told = monotonic(), False
    while True:
        try:
            con.execute("BEGIN IMMEDIATE")
        except sqlite3.OperationalError as error:
            waited = monotonic() - started
            if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY or waited > WAIT_SECONDS:
                raise
            if waited > TELL_SECONDS and not is_told:
                # No lock is held here, so the file may be opened (see ``opening.connect``).
                tell(f"Menunggu giliran: registri sedang dipakai {holder(path) or 'proses lain'}.")
                is_told = True
        else:
            return


def commit(con: sqlite3.Connection) -> None:
    """COMMIT, again and again while a reader is in the way; the transaction stays open in between.

    Signals wait from here on until the success is told, but one that comes while a reader is in the way
    ends the waiting: nothing is kept yet.
    """
    from time import monotonic

    con.execute(f"PRAGMA busy_timeout = {_POLL:d}")
    deadline = monotonic() + WAIT_SECONDS
    while True:
        system.hold_signals()
        try:
            con.execute("COMMIT")
        except sqlite3.OperationalError as error:
            system.let_signals_in()
            if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY or monotonic() > deadline:
                raise
        else:
            return


def holder(path: Path) -> str | None:
    """The process that holds a lock on the registry, as a person can find it; None where none is seen.

    Call it only while this process holds no lock on the file: closing any descriptor lets all of them go.
    """
    pid = system.holder(path, _LOCK_BYTES)
    return None if pid is None else f"{_program(pid)} (proses {pid})"


def _program(pid: int) -> str:
    """What a process calls itself: of kskd the command too."""
    words = system.words_of(pid)
    names = [Path(word).name for word in words]
    if "kskd" not in names:
        return (names and names[0]) or "program lain"
    after = names.index("kskd") + 1
    return " ".join(["kskd", *(word for word in words[after : after + 1] if word.replace("-", "").isalpha())])
