"""Every change, kept by triggers in the transaction that made it: act (who, when, why) and row images."""

import json
import sqlite3
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from kskd.registry.history.versions import touches
from kskd.registry.session import Session


class Entry(NamedTuple):
    """One changed row: ``old`` is None for a new row, ``new`` for a removed one."""

    table: str
    key: tuple[str | int, ...]
    old: dict[str, object] | None
    new: dict[str, object] | None


class ActRecord(NamedTuple):
    """One command that changed the registry, with what it changed in order, and the act that took it back."""

    id: int
    at: str
    who: str
    command: str
    reason: str | None
    letter: str | None
    undoes: tuple[int, ...]
    undone_by: int | None
    entries: tuple[Entry, ...]


class Search(NamedTuple):
    """Which acts are wanted; days are ISO texts, and empty means all."""

    agreement: str | None = None
    commands: tuple[str, ...] = ()
    who: str | None = None
    since: str = "0000-01-01"
    until: str = "9999-12-31"


def read_acts(session: Session, search: Search, limit: int | None) -> list[ActRecord]:
    """The latest acts that fit first, all of them without a ``limit``; of a document those that touched it or
    what is its own.
    """
    where, params = "substr(at, 1, 10) BETWEEN :since AND :until", search._asdict()
    if search.agreement is not None:
        where += (
            f" AND id IN (SELECT act FROM journal WHERE {touches(session.con, search.agreement, params)})"
        )
    if search.commands:
        where += " AND command IN (SELECT value FROM json_each(:commands))"
        params["commands"] = json.dumps(search.commands)
    if search.who is not None:
        where += " AND who = :who COLLATE NOCASE"
    params["most"] = -1 if limit is None else limit
    ids = session.con.execute(f"SELECT id FROM act WHERE {where} ORDER BY id DESC LIMIT :most", params)
    return acts(session, [act for (act,) in ids])


def acts(session: Session, ids: Sequence[int]) -> list[ActRecord]:
    """These acts in the order given; those that there are not are left out."""
    rows = session.con.execute(
        "SELECT id, at, who, command, reason, letter, undoes FROM act"
        " WHERE id IN (SELECT value FROM json_each(?))",
        (json.dumps(list(ids)),),
    )
    taken_back = undone(session.con)
    found = {
        act: ActRecord(
            act,
            at,
            who,
            command,
            reason,
            letter,
            _numbers(undoes),
            taken_back.get(act),
            tuple(entries(session.con, act)),
        )
        for act, at, who, command, reason, letter, undoes in rows.fetchall()
    }
    return [found[act] for act in ids if act in found]


def entries(con: sqlite3.Connection, act: int) -> list[Entry]:
    """What one act changed, in order."""
    rows = con.execute("SELECT tbl, key, old, new FROM journal WHERE act = ? ORDER BY seq", (act,))
    return [_entry(*row) for row in rows]


def undone(con: sqlite3.Connection) -> dict[int, int]:
    """Acts that are taken back, each with the act that did; one whose undoing was itself undone is not."""
    taken_back: dict[int, int] = {}
    for act, undoes in con.execute("SELECT id, undoes FROM act WHERE undoes IS NOT NULL ORDER BY id DESC"):
        if act not in taken_back:
            taken_back |= dict.fromkeys(_numbers(undoes), act)
    return taken_back


def latest_standing(session: Session) -> int | None:
    """The last act that is neither taken back nor took something back itself; None where there is none."""
    taken_back = undone(session.con)
    rows = session.con.execute(
        "SELECT id FROM act WHERE undoes IS NULL AND entries IS NOT NULL ORDER BY id DESC"
    )
    return next((act for (act,) in rows if act not in taken_back), None)


def undone_last(session: Session) -> tuple[int, ...]:
    """The acts that the last act took back; none where it did something else."""
    row = session.con.execute(
        "SELECT undoes FROM act WHERE entries IS NOT NULL ORDER BY id DESC LIMIT 1"
    ).fetchone()
    return _numbers(row[0]) if row else ()


class Latest(NamedTuple):
    """When, by whom and by which command the registry was last changed; its act, and the head of the chain."""

    at: str
    who: str
    command: str
    act: int
    head: str


def latest_act(session: Session, until: str | None = None) -> Latest | None:
    """The last change, of those made by the end of a day; None where there is none."""
    row = session.con.execute(
        "SELECT at, who, command, id, link FROM act WHERE ?1 IS NULL OR substr(at, 1, 10) <= ?1"
        " ORDER BY id DESC LIMIT 1",
        (until,),
    ).fetchone()
    return None if row is None else Latest(*row)


def first_after(session: Session, act: int) -> date | None:
    """The day of the first change after the act of this number; None where it was the last."""
    row = session.con.execute("SELECT at FROM act WHERE id > ? ORDER BY id LIMIT 1", (act,)).fetchone()
    return None if row is None else date.fromisoformat(row[0][:10])


# What no act accounts for, nor any act of doctor later on, which is where a change from outside is accepted.
_OUTSIDE = (
    "FROM journal WHERE act IS NULL AND seq > coalesce((SELECT max(e.outside) FROM event AS e"
    " JOIN journal AS j ON j.tbl = 'event' AND j.key = json_array(e.number) AND j.new ->> '$.outside' = e.outside"
    " JOIN act AS a ON a.id = j.act WHERE a.command = 'doctor' AND j.seq > e.outside), 0)"
)


def count_outside(session: Session) -> int:
    """Changes that another program made and nobody has accepted."""
    return int(session.con.execute(f"SELECT count(*) {_OUTSIDE}").fetchone()[0])


def outside(session: Session) -> list[Entry]:
    """As ``count_outside``, each change in order."""
    return [_entry(*row) for row in session.con.execute(f"SELECT tbl, key, old, new {_OUTSIDE} ORDER BY seq")]


def last_outside(session: Session) -> int | None:
    """The number of the last of them."""
    row = session.con.execute(f"SELECT max(seq) {_OUTSIDE}").fetchone()
    return None if row[0] is None else int(row[0])


def _entry(table: str, key: str, old: str | None, new: str | None) -> Entry:
    return Entry(
        table,
        tuple(json.loads(key)),
        json.loads(old) if old is not None else None,
        json.loads(new) if new is not None else None,
    )


def _numbers(text: str | None) -> tuple[int, ...]:
    return tuple(json.loads(text)) if text else ()
