"""Every change, kept by triggers in the transaction that made it: act (who, when, why) and row images."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator

# The journal does not journal itself; numbers once given stay used (see the schema's ``serial``).
UNTRACKED = ("act", "journal", "serial", "_sqlite_migrations")


@dataclass(frozen=True, slots=True)
class Entry:
    """One changed row: ``old`` is None for a new row, ``new`` for a removed one."""

    table: str
    key: tuple[str | int, ...]
    old: dict[str, object] | None
    new: dict[str, object] | None


@dataclass(frozen=True, slots=True)
class ActRecord:
    """One command that changed the registry, with what it changed in order."""

    id: int
    at: str
    who: str
    command: str
    reason: str | None
    entries: tuple[Entry, ...]


def install_triggers(con: sqlite3.Connection) -> None:
    """Make the journal triggers anew from the tables as they are, so that no column is ever missed."""
    tables = con.execute("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name").fetchall()
    for (table,) in tables:
        if table in UNTRACKED or table.startswith("sqlite_"):
            continue
        names, key = _columns(con, table)
        for event in ("INSERT", "UPDATE", "DELETE"):
            con.execute(f"DROP TRIGGER IF EXISTS journal_{table}_{event.lower()}")
            con.execute(_trigger(table, event, names, key))


def _columns(con: sqlite3.Connection, table: str) -> tuple[list[str], list[str]]:
    """Names of the stored columns, and of those that make the primary key in its order."""
    columns = con.execute("SELECT name, pk FROM pragma_table_info(?) ORDER BY cid", (table,)).fetchall()
    return [name for name, _ in columns], [name for name, pk in sorted(columns, key=lambda c: c[1]) if pk]


def _image(row: str, names: list[str]) -> str:
    return "json_object(" + ", ".join(f"'{name}', {row}.{name}" for name in names) + ")"


def _trigger(table: str, event: str, names: list[str], key: list[str]) -> str:
    row = "old" if event == "DELETE" else "new"
    changed = " OR ".join(f"old.{name} IS NOT new.{name}" for name in names)
    return (
        f"CREATE TRIGGER journal_{table}_{event.lower()} AFTER {event} ON {table}"
        + (f" WHEN {changed}" if event == "UPDATE" else "")
        + " BEGIN INSERT INTO journal (act, tbl, key, old, new) VALUES ("
        "(SELECT id FROM act WHERE entries IS NULL), "
        f"'{table}', json_array({', '.join(f'{row}.{name}' for name in key)}), "
        f"{'NULL' if event == 'INSERT' else _image('old', names)},"
        f" {'NULL' if event == 'DELETE' else _image('new', names)}); END"
    )


def open_act(con: sqlite3.Connection, *, at: str, who: str, command: str, reason: str | None) -> int:
    """Begin an act in the running transaction; the triggers file their entries under it."""
    cursor = con.execute(
        "INSERT INTO act (at, who, command, reason) VALUES (?, ?, ?, ?)", (at, who, command, reason)
    )
    return int(cursor.lastrowid or 0)


def close_act(con: sqlite3.Connection, act: int) -> int:
    """Seal the act with the number of its entries, which it returns; an act without any is left open."""
    (entries,) = con.execute("SELECT count(*) FROM journal WHERE act = ?", (act,)).fetchone()
    if entries:
        con.execute("UPDATE act SET entries = ? WHERE id = ?", (entries, act))
    return int(entries)


def is_faithful(con: sqlite3.Connection, act: int) -> bool:
    """Whether every row that the act changed now reads exactly as its last image in the journal says."""
    tables = con.execute("SELECT DISTINCT tbl FROM journal WHERE act = ?", (act,)).fetchall()
    for (table,) in tables:
        names, key = _columns(con, table)
        joined = " AND ".join(f"t.{name} IS j.key ->> {at}" for at, name in enumerate(key))
        live = f"CASE WHEN t.{key[0]} IS NULL THEN NULL ELSE {_image('t', names)} END"
        strays = con.execute(
            "SELECT 1 FROM (SELECT key, new, max(seq) FROM journal WHERE act = ? AND tbl = ? GROUP BY key) AS j"
            f" LEFT JOIN {table} AS t ON {joined} WHERE j.new IS NOT {live} LIMIT 1",
            (act, table),
        ).fetchone()
        if strays:
            return False
    return True


def read_acts(
    con: sqlite3.Connection, *, agreement: str | None = None, limit: int = 20
) -> Iterator[ActRecord]:
    """The latest acts first; with ``agreement`` only those that touched it or what belongs to it."""
    where, params = "", []
    if agreement is not None:
        where = (
            "WHERE id IN (SELECT act FROM journal"
            " WHERE coalesce(new, old) ->> 'agreement' = ?1 OR (tbl = 'agreement' AND key = json_array(?1)))"
        )
        params.append(agreement)
    acts = con.execute(
        f"SELECT id, at, who, command, reason FROM act {where} ORDER BY id DESC LIMIT {limit:d}",
        params,
    ).fetchall()
    for act in acts:
        rows = con.execute("SELECT tbl, key, old, new FROM journal WHERE act = ? ORDER BY seq", (act[0],))
        number, at, who, command, reason = act
        yield ActRecord(number, at, who, command, reason, tuple(_entry(*row) for row in rows))


def count_outside(con: sqlite3.Connection) -> int:
    """Entries that no act accounts for: changes that another program made."""
    return int(con.execute("SELECT count(*) FROM journal WHERE act IS NULL").fetchone()[0])


def _entry(table: str, key: str, old: str | None, new: str | None) -> Entry:
    return Entry(
        table,
        tuple(json.loads(key)),
        json.loads(old) if old is not None else None,
        json.loads(new) if new is not None else None,
    )
