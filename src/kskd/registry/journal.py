"""Every change, kept by triggers in the transaction that made it: act (who, when, why) and row images."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator, Sequence

# The journal does not journal itself; numbers once given stay used (see the schema's ``serial``).
UNTRACKED = ("act", "journal", "serial", "_sqlite_migrations")


class Entry(NamedTuple):
    """One changed row: ``old`` is None for a new row, ``new`` for a removed one."""

    table: str
    key: tuple[str | int, ...]
    old: dict[str, object] | None
    new: dict[str, object] | None


class ActRecord(NamedTuple):
    """One command that changed the registry, with what it changed in order."""

    id: int
    at: str
    who: str
    command: str
    reason: str | None
    entries: tuple[Entry, ...]


class Verdict(NamedTuple):
    """Acts found whole, the head of their chain (None for none), and the first act that is not whole, if any."""

    acts: int
    head: str | None
    broken: int | None


def install_triggers(con: sqlite3.Connection) -> None:
    """Make the journal triggers anew from the tables as they are, so that no column is ever missed."""
    tables = con.execute("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name").fetchall()
    for (table,) in tables:
        if table in UNTRACKED or table.startswith("sqlite_"):
            continue
        columns, key = _columns(con, table)
        for event in ("INSERT", "UPDATE", "DELETE"):
            con.execute(f"DROP TRIGGER IF EXISTS journal_{table}_{event.lower()}")
            con.execute(_trigger(table, event, columns, key))


def _columns(con: sqlite3.Connection, table: str) -> tuple[dict[str, str], list[str]]:
    """Types of the stored columns by name, and the names that make the primary key in its order."""
    columns = con.execute("SELECT name, type, pk FROM pragma_table_info(?) ORDER BY cid", (table,)).fetchall()
    key = [name for name, _, pk in sorted(columns, key=lambda column: column[2]) if pk]
    return {name: kind for name, kind, _ in columns}, key


def _image(row: str, columns: dict[str, str]) -> str:
    # Left to itself json_object writes 15 digits of a REAL, from which the value cannot always be restored.
    exact = "json(CASE WHEN {0} IS NOT NULL THEN printf('%!.17g', {0}) END)"
    values = (
        f"'{name}', {(exact if kind == 'REAL' else '{0}').format(f'{row}.{name}')}"
        for name, kind in columns.items()
    )
    return f"json_object({', '.join(values)})"


def _trigger(table: str, event: str, columns: dict[str, str], key: list[str]) -> str:
    row = "old" if event == "DELETE" else "new"
    # The column's own NOCASE would call a correction of capitals no change.
    changed = " OR ".join(f"old.{name} IS NOT new.{name} COLLATE BINARY" for name in columns)
    return (
        f"CREATE TRIGGER journal_{table}_{event.lower()} AFTER {event} ON {table}"
        + (f" WHEN {changed}" if event == "UPDATE" else "")
        + " BEGIN INSERT INTO journal (act, tbl, key, old, new) VALUES ("
        "(SELECT id FROM act WHERE entries IS NULL), "
        f"'{table}', json_array({', '.join(f'{row}.{name}' for name in key)}), "
        f"{'NULL' if event == 'INSERT' else _image('old', columns)},"
        f" {'NULL' if event == 'DELETE' else _image('new', columns)}); END"
    )


def open_act(con: sqlite3.Connection, *, at: str, who: str, command: str, reason: str | None) -> int:
    """Begin an act in the running transaction; the triggers file their entries under it."""
    cursor = con.execute(
        "INSERT INTO act (at, who, command, reason) VALUES (?, ?, ?, ?)", (at, who, command, reason)
    )
    return int(cursor.lastrowid or 0)


def close_act(con: sqlite3.Connection, act: int) -> int:
    """Seal the act with its link of the chain; gives the number of its entries. One without any stays open."""
    entries = con.execute(
        "SELECT seq, tbl, key, old, new, salt FROM journal WHERE act = ? ORDER BY seq", (act,)
    ).fetchall()
    if entries:
        digests = [(seq, table, _digest(*values)) for seq, table, *values in entries]
        con.executemany(
            "UPDATE journal SET digest = ? WHERE seq = ?", [(digest, seq) for seq, _, digest in digests]
        )
        row = con.execute("SELECT id, at, who, command, reason FROM act WHERE id = ?", (act,)).fetchone()
        link = _link(_link_before(con, act), row, digests)
        con.execute("UPDATE act SET entries = ?, link = ? WHERE id = ?", (len(entries), link, act))
    return len(entries)


def verify(con: sqlite3.Connection) -> Verdict:
    """Whether every act and its entries are as they were sealed.

    What another program changed in a row shows in ``count_outside``; what it changed in the journal, here. A
    tail that was cut off, or a chain made wholly anew, shows only against a head that was noted elsewhere.
    """
    before, count = "", 0
    acts = con.execute("SELECT id, at, who, command, reason, entries, link FROM act ORDER BY id").fetchall()
    for *row, entries, link in acts:
        sealed = con.execute(
            "SELECT seq, tbl, digest, key, old, new, salt FROM journal WHERE act = ? ORDER BY seq", (row[0],)
        ).fetchall()
        digests = [(seq, table, digest) for seq, table, digest, *_ in sealed]
        is_whole = len(sealed) == entries and all(
            digest == _digest(*values) for _, _, digest, *values in sealed
        )
        if not is_whole or link != _link(before, row, digests):
            return Verdict(count, before or None, int(row[0]))
        before, count = link, count + 1
    return Verdict(count, before or None, None)


def _digest(key: str, old: str | None, new: str | None, salt: str) -> str:
    """The digest of one entry: no text can be moved from one part to another without changing it."""
    return _sha256([salt, key, old, new])


def _link(before: str, act: Sequence[object], digests: Sequence[tuple[int, str, str]]) -> str:
    return _sha256([before, *act, [list(one) for one in digests]])


def _link_before(con: sqlite3.Connection, act: int) -> str:
    row = con.execute("SELECT link FROM act WHERE id < ? ORDER BY id DESC LIMIT 1", (act,)).fetchone()
    return str(row[0]) if row else ""


def _sha256(values: list[object]) -> str:
    import json
    from hashlib import sha256

    return sha256(json.dumps(values, ensure_ascii=True, separators=(",", ":")).encode("ascii")).hexdigest()


def is_faithful(con: sqlite3.Connection, act: int) -> bool:
    """Whether every row that the act changed now reads exactly as its last image in the journal says."""
    tables = con.execute("SELECT DISTINCT tbl FROM journal WHERE act = ?", (act,)).fetchall()
    for (table,) in tables:
        columns, key = _columns(con, table)
        joined = " AND ".join(f"t.{name} IS j.key ->> {at}" for at, name in enumerate(key))
        live = f"CASE WHEN t.{key[0]} IS NULL THEN NULL ELSE {_image('t', columns)} END"
        strays = con.execute(
            "SELECT 1 FROM (SELECT key, new, max(seq) FROM journal WHERE act = ? AND tbl = ? GROUP BY key) AS j"
            f" LEFT JOIN {table} AS t ON {joined} WHERE j.new IS NOT {live} LIMIT 1",
            (act, table),
        ).fetchone()
        if strays:
            return False
    return True


def read_acts(
    con: sqlite3.Connection, *, agreement: str | None = None, limit: int = 20, as_of: str = "9999-12-31"
) -> Iterator[ActRecord]:
    """The latest acts up to a day (ISO) first; with ``agreement`` only those that touched it or what is its own."""
    where = "substr(at, 1, 10) <= :as_of"
    if agreement is not None:
        where += (
            " AND id IN (SELECT act FROM journal WHERE coalesce(new, old) ->> 'agreement' = :agreement"
            " OR (tbl = 'agreement' AND key = json_array(:agreement)))"
        )
    acts = con.execute(
        f"SELECT id, at, who, command, reason FROM act WHERE {where} ORDER BY id DESC LIMIT {limit:d}",
        {"agreement": agreement, "as_of": as_of},
    ).fetchall()
    for act in acts:
        rows = con.execute("SELECT tbl, key, old, new FROM journal WHERE act = ? ORDER BY seq", (act[0],))
        number, at, who, command, reason = act
        yield ActRecord(number, at, who, command, reason, tuple(_entry(*row) for row in rows))


def latest_act(con: sqlite3.Connection) -> tuple[str, str, str] | None:
    """When, by whom and by which command the registry was last changed."""
    row = con.execute("SELECT at, who, command FROM act ORDER BY id DESC LIMIT 1").fetchone()
    return None if row is None else (str(row[0]), str(row[1]), str(row[2]))


def count_outside(con: sqlite3.Connection) -> int:
    """Entries that no act accounts for: changes that another program made."""
    return int(con.execute("SELECT count(*) FROM journal WHERE act IS NULL").fetchone()[0])


def _entry(table: str, key: str, old: str | None, new: str | None) -> Entry:
    import json

    return Entry(
        table,
        tuple(json.loads(key)),
        json.loads(old) if old is not None else None,
        json.loads(new) if new is not None else None,
    )
