"""Taking acts back: each row that they changed gets its older image again, unless a later fact stands on it."""

import json
import sqlite3
from collections.abc import Collection, Iterable, Sequence
from typing import NamedTuple

from kskd.registry.history import coherence
from kskd.registry.history.journal import Entry, undone
from kskd.registry.schema.images import Image, columns_of, complete, live_image
from kskd.registry.session import Session

_Row = tuple[str, str]  # table, and key as the journal writes it
_TWICE = {sqlite3.SQLITE_CONSTRAINT_UNIQUE, sqlite3.SQLITE_CONSTRAINT_PRIMARYKEY}


class Blocker(NamedTuple):
    """A row that stands in the way of taking something back, and the act that made it what it is.

    ``act`` is None where none did, such as when another program changed the row.
    """

    table: str
    key: tuple[str | int, ...]
    act: int | None
    command: str | None


def take_back(session: Session, acts: Collection[int]) -> tuple[tuple[Entry, ...], tuple[Blocker, ...]]:
    """Take acts back inside the caller's act; gives each row before and after, and what stands in the way.

    Where something stands in the way, nothing was changed.
    """
    entries, blockers = _plan(session.con, acts)
    if not blockers:
        session.con.execute(
            "PRAGMA defer_foreign_keys = ON"
        )  # rows come in any order; ends with the transaction
        session.con.execute("SAVEPOINT taking_back")
        blockers = _apply(session.con, entries, acts)
        if blockers:
            session.con.execute("ROLLBACK TO taking_back")
        session.con.execute("RELEASE taking_back")
    return entries, blockers


def standing_on(session: Session, acts: Iterable[int], blockers: Sequence[Blocker]) -> list[int]:
    """These acts with all that stand on them, and all that stand on those; what could be taken back at once.

    Empty where even that would not do.
    """
    chosen = set(acts)
    while blockers:
        more = {one.act for one in blockers if one.act is not None} - chosen
        if not more:
            return []
        chosen |= more
        _, blockers = take_back(session, chosen)
    return sorted(chosen)


def _plan(con: sqlite3.Connection, acts: Collection[int]) -> tuple[tuple[Entry, ...], tuple[Blocker, ...]]:
    """Each row before and after, and the rows that were changed since.

    Every entry is taken back from the state that it left, the last first. A row that is now in another
    state was changed since, by an act that is not among these.
    """
    entries = con.execute(
        "SELECT seq, tbl, key, old, new FROM journal WHERE act IN (SELECT value FROM json_each(?))"
        " AND tbl NOT IN ('event', 'erasure') ORDER BY seq DESC",  # what happened to the registry did happen
        (json.dumps(sorted(acts)),),
    ).fetchall()
    before: dict[_Row, Image | None] = {}
    after: dict[_Row, Image | None] = {}
    blockers: list[Blocker] = []
    for seq, table, key, old, new in entries:
        was, now = complete(con, table, old), complete(con, table, new)
        left = (table, key if now is None else _key(con, table, now))
        came = (table, key if was is None else _key(con, table, was))
        for row in (left, came):
            if row not in before:
                before[row] = after[row] = live_image(con, *row)
        if after[left] != now:
            blockers += _since(con, left, seq, acts)
        after[left] = None
        after[came] = was
    changed = [row for row in after if after[row] != before[row]]
    return (
        tuple(Entry(row[0], tuple(json.loads(row[1])), before[row], after[row]) for row in changed),
        tuple(dict.fromkeys(blockers)),
    )


def _apply(con: sqlite3.Connection, entries: Sequence[Entry], acts: Collection[int]) -> tuple[Blocker, ...]:
    """Give the rows their state in ``entries``; gives what stands in the way."""
    known = set(coherence.faults(con))
    con.execute("SAVEPOINT in_place")
    rivals = _put(con, entries, in_place=True)
    if rivals:  # a value may only have moved from one of the rows to another
        con.execute("ROLLBACK TO in_place")
        rivals = _put(con, entries, in_place=False)
    con.execute("RELEASE in_place")
    stranded = (
        rivals
        or coherence.orphans(con)
        or [row for fault in coherence.faults(con) if fault not in known for row in fault.rows]
    )
    found = [one for row in dict.fromkeys(stranded) for one in _acts_on(con, row, acts)]
    return tuple(found) or tuple(_unknown(row) for row in stranded[:1])


def _put(con: sqlite3.Connection, entries: Iterable[Entry], *, in_place: bool) -> list[_Row]:
    """Delete, update and insert; gives the rows that already hold what may be there only once."""
    entries = list(entries)
    stays = [one for one in entries if in_place and one.old is not None and one.new is not None]
    for entry in entries:
        if entry.old is not None and entry not in stays:
            where = _where(con, entry.table)
            con.execute(f"DELETE FROM {entry.table} WHERE {where}", entry.key)
    rivals: list[_Row] = []
    for entry in (*stays, *(one for one in entries if one.new is not None and one not in stays)):
        image = entry.new or {}
        try:
            if entry in stays:
                names = [name for name, value in image.items() if value != (entry.old or {})[name]]
                con.execute(
                    f"UPDATE {entry.table} SET {', '.join(f'{name} = ?' for name in names)}"
                    f" WHERE {_where(con, entry.table)}",
                    (*(image[name] for name in names), *entry.key),
                )
            else:
                marks = ", ".join("?" * len(image))
                con.execute(
                    f"INSERT INTO {entry.table} ({', '.join(image)}) VALUES ({marks})", tuple(image.values())
                )
        except sqlite3.IntegrityError as error:
            if error.sqlite_errorcode not in _TWICE:
                raise
            rivals += _rivals(con, entry, image)
    return rivals


def _rivals(con: sqlite3.Connection, entry: Entry, image: Image) -> list[_Row]:
    """Rows, other than this one, with a value that a unique index lets nobody else have."""
    key = ", ".join(columns_of(con, entry.table)[1])
    own = json.dumps(entry.key, ensure_ascii=False, separators=(",", ":"))
    found: list[_Row] = []
    for (index,) in con.execute(
        'SELECT name FROM pragma_index_list(?) WHERE "unique"', (entry.table,)
    ).fetchall():
        names = [name for (name,) in con.execute("SELECT name FROM pragma_index_info(?)", (index,))]
        if any(image.get(name) is None for name in names):
            continue
        rows = con.execute(
            f"SELECT json_array({key}) FROM {entry.table} WHERE {' AND '.join(f'{name} = ?' for name in names)}",
            [image[name] for name in names],
        )
        found += [(entry.table, one) for (one,) in rows if one != own]
    return found


def _where(con: sqlite3.Connection, table: str) -> str:
    return " AND ".join(f"{name} IS ?" for name in columns_of(con, table)[1])


def _key(con: sqlite3.Connection, table: str, image: Image) -> str:
    """The key of a row as the journal writes it."""
    names = columns_of(con, table)[1]
    marks = ", ".join("?" * len(names))
    (key,) = con.execute(f"SELECT json_array({marks})", [image[name] for name in names]).fetchone()
    return str(key)


def _since(con: sqlite3.Connection, row: _Row, seq: int, acts: Collection[int]) -> list[Blocker]:
    """The acts, not among these, that changed a row after an entry."""
    return _acts_on(con, row, acts, seq) or [_unknown(row)]


def _acts_on(con: sqlite3.Connection, row: _Row, acts: Collection[int], after: int = 0) -> list[Blocker]:
    """The acts, not among these, that still hold and changed a row, the first of them first.

    Acts that took something back are named only where no other is: what they restored is another's.
    """
    taken_back = undone(con)
    rows = con.execute(
        "SELECT DISTINCT j.act, a.command, a.undoes IS NOT NULL FROM journal AS j JOIN act AS a ON a.id = j.act"
        " WHERE j.tbl = ? AND j.key = ? AND j.seq > ? AND a.entries IS NOT NULL ORDER BY j.seq",
        (*row, after),
    ).fetchall()
    key = tuple(json.loads(row[1]))
    found = [
        (Blocker(row[0], key, act, command), is_undo)
        for act, command, is_undo in rows
        if act not in taken_back and act not in acts
    ]
    return [one for one, is_undo in found if not is_undo] or [one for one, _ in found]


def _unknown(row: _Row) -> Blocker:
    return Blocker(row[0], tuple(json.loads(row[1])), None, None)
