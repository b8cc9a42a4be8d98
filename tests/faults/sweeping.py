"""Faults at the n-th statement of a command, and what must hold whatever came of it."""

from __future__ import annotations

import errno
import json
import os
import signal
import sqlite3
import sys
from contextlib import closing, contextmanager
from functools import partial
from typing import TYPE_CHECKING, Any

from kskd.registry.history import coherence, live_rows
from kskd.registry.schema.steps import SCHEMA

from ..conftest import Result, invoke
from ..registry.harness import Dump, content, dump, forked

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

_connect = sqlite3.connect  # as it is before a watch is put on it
_FEW = 12  # points of a command in the suite; all of them in the long run


class Traced(sqlite3.Connection):
    """Counts every statement, those of triggers and the closing too, and kills the process at one."""

    at = 0
    seen = 0

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        self.set_trace_callback(self._step)

    @classmethod
    def _step(cls, _: str) -> None:
        cls.seen += 1
        if cls.seen == cls.at:
            os.kill(os.getpid(), signal.SIGKILL)

    def close(self) -> None:
        super().close()
        self._step("close")


class Watched(Traced):
    """Notes at which statements the files differ from what they were at the statement before."""

    files: Callable[[], dict[str, bytes]]
    last: dict[str, bytes]
    turns: list[int]

    @classmethod
    def _step(cls, _: str) -> None:
        cls.seen += 1
        now = cls.files()
        if now != cls.last:
            cls.turns.append(cls.seen)
        cls.last = now


class Faulty(sqlite3.Connection):
    """Lets a fault happen in place of one statement: an exception, or a signal that comes just then."""

    fault: Callable[[], None]
    at = 0
    seen = 0

    def execute(self, *args: Any) -> sqlite3.Cursor:
        self._step()
        return super().execute(*args)

    def executemany(self, *args: Any) -> sqlite3.Cursor:
        self._step()
        return super().executemany(*args)

    def backup(self, *args: Any, **more: Any) -> None:
        self._step()
        super().backup(*args, **more)

    @classmethod
    def _step(cls) -> None:
        cls.seen += 1
        if cls.seen == cls.at:
            cls.fault()


def _io_error() -> None:
    error = sqlite3.OperationalError("disk I/O error")
    error.sqlite_errorcode = sqlite3.SQLITE_IOERR
    error.sqlite_errorname = "SQLITE_IOERR"
    raise error


def _no_memory() -> None:
    raise MemoryError


def _interrupt() -> None:
    raise KeyboardInterrupt


def _send(number: int) -> None:
    signal.raise_signal(number)  # to this thread: another, such as xdist's, would not hold it back


# The fault, and the exit status that it must give.
FAULTS: dict[str, tuple[Callable[[], None], int]] = {
    "KeyboardInterrupt": (_interrupt, 130),
    "disk I/O error": (_io_error, 1),
    "MemoryError": (_no_memory, 1),
    **{
        number.name: (partial(_send, number), 128 + number)
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
    },
}


@contextmanager
def _watch(kind: type[Traced | Faulty], at: int) -> Iterator[None]:
    kind.at, kind.seen = at, 0
    sqlite3.connect = partial(_connect, factory=kind)  # type: ignore[assignment]
    try:
        yield
    finally:
        sqlite3.connect = _connect


def killed(at: int, args: Sequence[str | Path]) -> bool:
    """Whether the command, in a child killed at its statement number ``at``, came so far."""

    def child() -> str:
        with _watch(Traced, at):
            invoke(*args)
        return ""

    status, said = forked(child)
    if os.WIFSIGNALED(status):
        assert os.WTERMSIG(status) == signal.SIGKILL
        return True
    assert status == 0, said
    return False


def turns(args: Sequence[str | Path], files: Callable[[], dict[str, bytes]]) -> list[int]:
    """Statements of a command at which ``files`` has changed since the one before; the last is its end.

    A kill leaves what the system holds of the files: those between two turns all leave the same.
    """

    def child() -> str:
        Watched.files, Watched.last, Watched.turns = staticmethod(files), {}, []
        with _watch(Watched, 0):
            done = invoke(*args)
        assert done.status == 0, done.err
        return json.dumps([*Watched.turns, Watched.seen + 1])

    status, said = forked(child)
    assert status == 0, said
    return list(json.loads(said))


def faulted(at: int, fault: str, args: Sequence[str | Path]) -> Result:
    """The end of a command that meets a fault at its statement number ``at``."""
    Faulty.fault = staticmethod(FAULTS[fault][0])
    with _watch(Faulty, at):
        return invoke(*args)


@contextmanager
def striking(mishap: Callable[[], None], at: int) -> Iterator[None]:
    """Commands in the block meet something of the caller's at their statement number ``at``."""
    Faulty.fault = staticmethod(mishap)
    with _watch(Faulty, at):
        yield


def statements(kind: type[Traced | Faulty], args: Sequence[str | Path]) -> int:
    """How many statements the command has, counted by a run that nothing happens to."""
    with _watch(kind, 0):
        done = invoke(*args)
    assert done.status == 0, done.err
    return kind.seen


def points(count: int, *, every: bool) -> list[int]:
    """Numbers of statements to try: all, or the first, the last, and the middle by a step."""
    if every or count <= _FEW:
        return list(range(1, count + 1))
    edge = _FEW // 3
    middle = range(edge + 1, count - edge + 1, -(-(count - 2 * edge) // edge))
    return [*range(1, edge + 1), *middle, *range(count - edge + 1, count + 1)]


def sound(path: Path) -> Dump:
    """Every row of a registry in which nothing contradicts anything, seen by another program.

    Without the clock's time of migrations and the salted digests of an erasure, which no two runs share.
    """
    with closing(_connect(path)) as con:
        (schema,) = con.execute("PRAGMA user_version").fetchone()
        if schema < SCHEMA:  # today's rules are for today's tables
            assert con.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
            assert con.execute("PRAGMA foreign_key_check").fetchall() == []
            rows = content(con)
        else:
            rows = dump(path)  # integrity, foreign keys, chain
            assert list(coherence.faults(con)) == []
            assert live_rows.strays(con) == []
            rows["erasure"] = [row[:2] for row in rows["erasure"]]
            rows["journal"] = [row for row in rows["journal"] if row[2] != "erasure"]
    del rows["_sqlite_migrations"]
    return rows


# What Python tells of before it asks the system for it. Taking away is not among it: that is the cleaning up.
_CALLS = {"open", "os.rename", "os.link", "os.mkdir", "os.chmod", "sqlite3.connect"}


def _full() -> None:
    raise OSError(errno.ENOSPC, "No space left on device")


CALL_FAULTS: dict[str, tuple[Callable[[], None], int]] = {
    **{name: FAULTS[name] for name in ("SIGINT", "SIGTERM", "SIGHUP", "MemoryError")},
    "disk full": (_full, 1),
    "SIGKILL": (partial(_send, signal.SIGKILL), -signal.SIGKILL),
}


def at_call(at: int, fault: str, args: Sequence[str | Path]) -> tuple[int, Result]:
    """How many calls to the system a command in a child came to, and its end, with a fault at the n-th."""
    strike = CALL_FAULTS[fault][0] if at else None
    seen = 0

    def look(event: str, _: object) -> None:
        nonlocal seen
        if event in _CALLS:
            seen += 1
            if seen == at and strike:
                strike()

    def child() -> str:
        sys.addaudithook(look)
        done = invoke(*args)
        return json.dumps([seen, done.status, done.out, done.err])

    status, said = forked(child)
    if os.WIFSIGNALED(status):
        return at, Result(-os.WTERMSIG(status), "", "")
    assert status == 0, said
    count, *rest = json.loads(said)
    return count, Result(*rest)
