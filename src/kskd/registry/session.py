"""The registry as workflows hold it: one snapshot of it or one act in it, with verbs and no SQL."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterator


class Session:
    """What ``database`` yields and the verbs of ``registry`` take; only they look at ``con``.

    ``memory`` keeps tables, or what finds their rows, that an act of many documents asks for again and again, by
    name; it is None where each is read anew. Who writes to such a table keeps it up or forgets it.
    """

    __slots__ = ("con", "memory")

    def __init__(self, con: sqlite3.Connection) -> None:
        """Stand for an open connection, in a transaction."""
        self.con = con
        self.memory: dict[str, Any] | None = None

    def has_any(self, table: str) -> bool:
        """Whether a table has a row at all."""
        return self.con.execute(f"SELECT 1 FROM {table} LIMIT 1").fetchone() is not None

    @contextmanager
    def savepoint(self) -> Iterator[Callable[[], None]]:
        """What the block is given takes back all that the block has written so far; so does an exception."""

        def take_back() -> None:
            self.con.execute("ROLLBACK TO part")
            if self.memory is not None:
                kept = {name: table for name, table in self.memory.items() if before.get(name) is table}
                self.memory = kept

        before = dict(self.memory or {})
        self.con.execute("SAVEPOINT part")
        try:
            yield take_back
        except BaseException:
            take_back()
            raise
        finally:
            self.con.execute("RELEASE part")
