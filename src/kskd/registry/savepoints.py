"""A part of an act that is taken back alone, while the rest of the act goes on."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterator


@contextmanager
def savepoint(con: sqlite3.Connection) -> Iterator[Callable[[], None]]:
    """What the block is given takes back all that the block has written so far; so does an exception."""

    def take_back() -> None:
        con.execute("ROLLBACK TO part")

    con.execute("SAVEPOINT part")
    try:
        yield take_back
    except BaseException:
        take_back()
        raise
    finally:
        con.execute("RELEASE part")
