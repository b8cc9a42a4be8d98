"""Sealing acts: each has one link of a chain of hashes that stands on the digests of its entries."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING, Any, NamedTuple

from kskd.registry.schema.images import columns_of, image_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from kskd.registry.act import Act
    from kskd.registry.session import Session


class Verdict(NamedTuple):
    """Acts found whole, the head of their chain (None for none), and the first act that is not whole, if any.

    ``is_expected`` says whether the head that was asked for is in the chain.
    """

    acts: int
    head: str | None
    broken: int | None
    is_expected: bool = True


_SOME = 1000  # entries that are held at once
_SEALED = "id, at, who, command, reason, letter, undoes, salt, digest"


def open_act(con: sqlite3.Connection, act: Act) -> int:
    """Begin an act in the running transaction; the triggers file their entries under it."""
    cursor = con.execute(
        "INSERT INTO act (at, who, command, reason, letter, salt) VALUES (?, ?, ?, ?, ?, lower(hex(randomblob(16))))",
        (act.at.isoformat(timespec="seconds"), act.who, act.command, act.reason, act.letter),
    )
    return int(cursor.lastrowid or 0)


def has_open(con: sqlite3.Connection) -> bool:
    """Whether there is an act that was never sealed; outside of ``writing`` there must be none."""
    return con.execute("SELECT 1 FROM act WHERE entries IS NULL").fetchone() is not None


def open_number(session: Session) -> int:
    """The number of the act that is being written."""
    return int(session.con.execute("SELECT id FROM act WHERE entries IS NULL").fetchone()[0])


def mark_undoing(session: Session, undone: Iterable[int]) -> None:
    """Say of the act that is being written which earlier acts it takes back."""
    import json

    session.con.execute("UPDATE act SET undoes = ? WHERE entries IS NULL", (json.dumps(sorted(undone)),))


def close_act(con: sqlite3.Connection, act: int) -> int:
    """Seal the act with its link of the chain; gives the number of its entries. One without any stays open.

    Entries are read and sealed some at a time: an import has more of them than memory may hold.
    """
    if con.execute("SELECT 1 FROM journal WHERE act = ? LIMIT 1", (act,)).fetchone() is None:
        return 0
    who, reason, letter, salt = con.execute(
        "SELECT who, reason, letter, salt FROM act WHERE id = ?", (act,)
    ).fetchone()
    con.execute("UPDATE act SET digest = ? WHERE id = ?", (act_digest(who, reason, letter, salt), act))
    link = _Link(
        _link_before(con, act), con.execute(f"SELECT {_SEALED} FROM act WHERE id = ?", (act,)).fetchone()
    )
    for entries in _entries(con, act):
        digests = [(seq, table, digest(*values)) for seq, table, _, *values in entries]
        con.executemany(
            "UPDATE journal SET digest = ? WHERE seq = ?", [(one, seq) for seq, _, one in digests]
        )
        link.add(digests)
    con.execute("UPDATE act SET entries = ?, link = ? WHERE id = ?", (link.count, link.text(), act))
    return link.count


def _entries(con: sqlite3.Connection, act: int) -> Iterator[list[tuple[Any, ...]]]:
    """The entries of an act in order, _SOME at a time: seq, table, digest, key, old, new, salt."""
    last = 0
    while rows := con.execute(
        "SELECT seq, tbl, digest, key, old, new, salt FROM journal WHERE act = ? AND seq > ? ORDER BY seq LIMIT ?",
        (act, last, _SOME),
    ).fetchall():
        yield rows
        last = rows[-1][0]


def verify(session: Session, expect: str | None = None) -> Verdict:
    """Whether every act and its entries are as they were sealed, and whether a head once began with ``expect``.

    What another program changed in a row shows in ``count_outside``; what it changed in the journal, here. A
    tail that was cut off, or a chain made wholly anew, shows only against a head that was noted elsewhere.
    """
    erased = {
        (what, number): left
        for what, number, left in session.con.execute(  # what the journal itself says was erased
            "SELECT e.what, e.number, e.digest FROM erasure AS e JOIN journal AS j ON j.tbl = 'erasure'"
            " AND j.key = json_array(e.what, e.number) JOIN act AS a ON a.id = j.act"
            " WHERE a.command = 'erase' AND j.new ->> 'digest' = e.digest"
        )
    }
    before, count, is_expected = "", 0, expect is None
    for (act,) in session.con.execute("SELECT id FROM act ORDER BY id").fetchall():
        try:
            link = _checked_link(session.con, act, before, erased)
        except (sqlite3.Error, ValueError, TypeError):  # what cannot be read is not as it was sealed
            link = None
        if link is None:
            return Verdict(count, before or None, int(act), is_expected)
        before, count = link, count + 1
        is_expected = is_expected or (expect is not None and link.startswith(expect))
    return Verdict(count, before or None, None, is_expected)


def _checked_link(
    con: sqlite3.Connection, act: int, before: str, erased: Mapping[tuple[str, int], str]
) -> str | None:
    """The link of an act that is as it was sealed; None of one that is not."""
    *row, entries, link = con.execute(
        f"SELECT {_SEALED}, entries, link FROM act WHERE id = ?", (act,)
    ).fetchone()
    _, _, who, _, reason, letter, _, salt, sealed = row
    if erased.get(("act", act), sealed) not in {None, act_digest(who, reason, letter, salt)}:
        return None
    made = _Link(before, row)
    for rows in _entries(con, act):
        if any(erased.get(("journal", seq), one) != digest(*values) for seq, _, one, *values in rows):
            return None
        made.add((seq, table, one) for seq, table, one, *_ in rows)
    return str(link) if (made.count, made.text()) == (entries, link) else None


def head(con: sqlite3.Connection) -> tuple[int, str] | None:
    """The latest act and its link: the head of the chain, which stands for the whole history before it."""
    row = con.execute("SELECT id, link FROM act ORDER BY id DESC LIMIT 1").fetchone()
    return None if row is None else (int(row[0]), str(row[1]))


def links(con: sqlite3.Connection, acts: Iterable[int]) -> dict[int, str]:
    """The links of these acts, of those that there are."""
    import json

    found = con.execute(
        "SELECT id, link FROM act WHERE link IS NOT NULL AND id IN (SELECT value FROM json_each(?))",
        (json.dumps(list(acts)),),
    )
    return {int(act): str(link) for act, link in found}


def erased_in(session: Session, acts: Iterable[int]) -> bool:
    """Whether values of one of these acts were erased."""
    import json

    return bool(
        session.con.execute(
            "SELECT 1 FROM erasure JOIN journal ON what = 'journal' AND seq = number"
            " WHERE act IN (SELECT value FROM json_each(?)) LIMIT 1",
            (json.dumps(list(acts)),),
        ).fetchone()
    )


def digest(key: str, old: str | None, new: str | None, salt: str) -> str:
    """The digest of one entry: no text can be moved from one part to another without changing it."""
    return _sha256([salt, key, old, new])


def act_digest(who: str, reason: str | None, letter: str | None, salt: str | None) -> str:
    """The digest of what an act says of people, in words of theirs."""
    return _sha256([salt, who, reason, letter])


class _Link:
    """The link of an act: the SHA-256 of JSON that has the link before it, the act, and its entries' digests.

    Before schema 2 it stood on what the act says of people, since then on its digest.
    """

    def __init__(self, before: str, act: Sequence[object]) -> None:
        from hashlib import sha256

        number, at, who, command, reason, letter, undoes, _, sealed = act
        if sealed is not None:
            said = [number, at, command, undoes, sealed]
        else:
            said = [number, at, who, command, reason, *(one for one in (letter, undoes) if one is not None)]
        self._hash = sha256(f"{_json([before, *said])[:-1]},[".encode("ascii"))
        self.count = 0

    def add(self, digests: Iterable[tuple[int, str, str]]) -> None:
        """More entries, by number, table and digest."""
        for one in digests:
            self._hash.update(f"{',' if self.count else ''}{_json(one)}".encode("ascii"))
            self.count += 1

    def text(self) -> str:
        """The link over all that was added."""
        whole = self._hash.copy()
        whole.update(b"]]")
        return whole.hexdigest()


def _link_before(con: sqlite3.Connection, act: int) -> str:
    row = con.execute("SELECT link FROM act WHERE id < ? ORDER BY id DESC LIMIT 1", (act,)).fetchone()
    return str(row[0]) if row else ""


def _sha256(values: list[object]) -> str:
    from hashlib import sha256

    return sha256(_json(values).encode("ascii")).hexdigest()


def _json(values: Sequence[object]) -> str:
    import json

    return json.dumps(values, ensure_ascii=True, separators=(",", ":"))


def list_entries(con: sqlite3.Connection, act: int) -> None:
    """List the act's entries by table and key, for ``is_faithful`` and ``live_rows.breaks``.

    By the journal's own indexes either the whole history of a table would be read for one act, or the whole
    act once for each table.
    """
    con.execute("DROP TABLE IF EXISTS temp.entry")
    con.execute("CREATE TEMP TABLE entry (tbl, key, seq, PRIMARY KEY (tbl, key, seq)) WITHOUT ROWID")
    con.execute("INSERT INTO temp.entry SELECT tbl, key, seq FROM journal WHERE act = ?", (act,))


def is_faithful(con: sqlite3.Connection) -> bool:
    """Whether every row that the act changed now reads exactly as its last image in the journal says.

    The act is the one whose entries were listed last (``list_entries``).
    """
    for (table,) in con.execute("SELECT DISTINCT tbl FROM temp.entry").fetchall():
        columns, key = columns_of(con, table)
        joined = " AND ".join(f"t.{name} IS j.key ->> {at}" for at, name in enumerate(key))
        live = f"CASE WHEN t.{key[0]} IS NULL THEN NULL ELSE {image_of('t', columns)} END"
        strays = con.execute(
            "SELECT 1 FROM (SELECT max(seq) AS last FROM temp.entry WHERE tbl = ? GROUP BY key) AS e"
            f" JOIN journal AS j ON j.seq = e.last LEFT JOIN {table} AS t ON {joined}"
            f" WHERE j.new IS NOT {live} LIMIT 1",
            (table,),
        ).fetchone()
        if strays:
            return False
    return True
