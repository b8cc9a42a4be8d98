"""The registry as it was recorded earlier: a copy in memory whose later acts are taken back."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing, contextmanager
from typing import TYPE_CHECKING

from kskd.registry.history.seals import links
from kskd.registry.schema.images import columns_of, complete
from kskd.registry.session import Session

if TYPE_CHECKING:
    from collections.abc import Iterator

_Row = tuple[str, str]  # table, and key as the journal writes it


def seal_of(session: Session, act: int) -> str:
    """The link of an act in the chain of the history; empty where there is no such act."""
    return links(session.con, [act]).get(act, "")


@contextmanager
def rewound(session: Session, act: int) -> Iterator[Session]:
    """The registry as that act left it, to be read within the block; what was erased since is so here too.

    What was changed after it is taken back in a copy, which is thrown away; where nothing was, the registry
    itself is read. A row that another program changed after the act counts as changed later.
    """
    (last,) = session.con.execute("SELECT ifnull(max(seq), 0) FROM journal WHERE act <= ?", (act,)).fetchone()
    if session.con.execute("SELECT 1 FROM journal WHERE seq > ? LIMIT 1", (last,)).fetchone() is None:
        yield session
        return
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as con:
        session.con.backup(con)  # with no function of ours registered, nothing in it can reach out
        con.execute("PRAGMA ignore_check_constraints = ON")  # an older row may lack what is asked for since
        con.execute("BEGIN")
        for (name,) in con.execute("SELECT name FROM sqlite_schema WHERE type = 'trigger'").fetchall():
            con.execute('DROP TRIGGER "{}"'.format(name.replace('"', '""')))
        _take_back(con, int(last))
        con.execute("DELETE FROM journal WHERE seq > ?", (last,))
        con.execute("DELETE FROM act WHERE id > ?", (act,))
        con.execute("COMMIT")
        yield Session(con)


def _take_back(con: sqlite3.Connection, last: int) -> None:
    """Give every row that was changed after an entry the image that it had then."""
    keys: dict[str, list[str]] = {}
    then: dict[_Row, str | None] = {}
    for table, key, old, new in con.execute(
        "SELECT tbl, key, old, new FROM journal WHERE seq > ? ORDER BY seq", (last,)
    ).fetchall():
        names = keys.setdefault(table, columns_of(con, table)[1])
        came = key
        if old is not None and new is not None:  # filed under the key that the row has since
            image = json.loads(old)
            came = json.dumps([image[name] for name in names], ensure_ascii=False, separators=(",", ":"))
        then.setdefault((table, came), old)
        then.setdefault((table, key), None)
    for table, key in then:
        where = " AND ".join(f"{name} IS ?" for name in keys[table])
        con.execute(f"DELETE FROM {table} WHERE {where}", json.loads(key))
    for (table, _), old in then.items():
        if (values := complete(con, table, old)) is not None:
            marks = ", ".join("?" * len(values))
            con.execute(f"INSERT INTO {table} ({', '.join(values)}) VALUES ({marks})", tuple(values.values()))
