"""Ids of documents: those there were on a day, and those that answer to what a user typed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kskd.registry.schema.constraints import NUMBER_KEY
from kskd.registry.twins.documents import DERIVED_BELOW, KNOWN
from kskd.registry.values import iso

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable
    from datetime import date

    from kskd.domain.document.chain import Doc
    from kskd.domain.values.days import Day
    from kskd.registry.session import Session


# Parties that gave the number ?1, as compared, first or further; {0} is what is asked of them.
_SAME = f"number IS NOT NULL AND number_key = {NUMBER_KEY.format('?1')}"
_NUMBERED = f"SELECT {{0}} FROM party WHERE {_SAME} UNION SELECT {{0}} FROM further_number WHERE {_SAME}"


def known_ids(session: Session, as_of: date) -> list[str]:
    """Ids of all documents, void ones left out, that there were on the day (see ``twins.documents``)."""
    rows = session.con.execute(
        f"SELECT a.id FROM agreement AS a WHERE a.void_reason IS NULL AND {KNOWN}", {"as_of": iso(as_of)}
    )
    return [row[0] for row in rows]


def derived_below(session: Session, umbrella: str, as_of: date) -> list[str]:
    """Ids of the documents derived from an umbrella, also through a further one, and signed by the day."""
    rows = session.con.execute(
        f"SELECT b.id FROM agreement AS a, agreement AS b WHERE a.id = :id AND b.id IN ({DERIVED_BELOW}) ORDER BY b.id",
        {"id": umbrella, "as_of": iso(as_of)},
    )
    return [row[0] for row in rows]


def find_ids(session: Session, text: str, *, limit: int = 6) -> list[str]:
    """Ids that a typed text may mean: the exact id, else ids it begins, else any party's document number."""
    wanted = text.strip().upper()
    if not wanted or not _is_unicode(wanted):
        return []
    if session.con.execute("SELECT 1 FROM agreement WHERE id = ?", (wanted,)).fetchone():
        return [wanted]
    queries = (
        ("SELECT id FROM agreement WHERE id >= ?1 AND id < ?1 || '~' ORDER BY id LIMIT ?2", wanted),
        (
            f"SELECT DISTINCT agreement FROM ({_NUMBERED.format('agreement')}) ORDER BY agreement LIMIT ?2",
            text,
        ),
    )
    for sql, value in queries:
        found = [row[0] for row in session.con.execute(sql, (value, limit))]
        if found:
            return found
    return []


def _is_unicode(text: str) -> bool:
    """Whether the text can be stored at all; stray bytes of a command line cannot."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def numbered(session: Session, number: str, partner: int | None) -> list[str]:
    """Ids of documents, void ones left out, that this party (None: the Pemda) gave this number, as compared."""
    return [
        row[0]
        for row in session.con.execute(
            f"SELECT agreement FROM ({_NUMBERED.format('agreement, seat')}) JOIN party USING (agreement, seat)"
            " JOIN agreement ON id = agreement WHERE partner IS ?2 AND void_reason IS NULL ORDER BY agreement",
            (number, partner),
        )
    ]


_BARE = "trim({}, ' .!?') COLLATE NOCASE"  # a full stop typed behind a title makes no other document
_TITLES = f"""
CREATE TEMP TABLE title (doc TEXT, bare TEXT COLLATE NOCASE, id TEXT, PRIMARY KEY (doc, bare, id)) WITHOUT ROWID;
INSERT INTO temp.title SELECT doc, {_BARE.format("title")}, id FROM agreement;
CREATE TEMP TRIGGER title_new AFTER INSERT ON main.agreement BEGIN
  INSERT OR IGNORE INTO title VALUES (new.doc, {_BARE.format("new.title")}, new.id);
END;
CREATE TEMP TRIGGER title_changed AFTER UPDATE OF title ON main.agreement BEGIN
  INSERT OR IGNORE INTO title VALUES (new.doc, {_BARE.format("new.title")}, new.id);
END;
"""


def index_titles(session: Session) -> None:
    """Let an act of many documents find titles by an index of its own; one of each title is looked at anyway."""
    for statement in re.split(r";\n(?=CREATE|INSERT INTO temp|$)", _TITLES.strip() + "\n"):
        if statement.strip():
            session.con.execute(statement)
    if session.memory is not None:
        session.memory["title"] = True


def alike(
    session: Session, title: str, doc: Doc, partners: Iterable[int | None], *, is_void: bool = False
) -> list[tuple[str, Day | None]]:
    """Ids and days of signing of documents of one kind and title and with one of the partners.

    Void ones are left out, or, where ``is_void``, all others.
    """
    import json

    from kskd.domain.values.days import Day

    is_indexed = session.memory is not None and "title" in session.memory
    bare = _BARE.format("?2")
    where = f"id IN (SELECT id FROM temp.title WHERE doc = ?1 AND bare = {bare}) AND" if is_indexed else ""
    rows = session.con.execute(
        f"SELECT id, signed_on FROM agreement WHERE {where} doc = ?1 AND {_BARE.format('title')} = {bare}"
        f" AND void_reason IS {'NOT NULL' if is_void else 'NULL'}"
        " AND EXISTS (SELECT 1 FROM party WHERE agreement = id AND partner IN (SELECT value FROM json_each(?3)))"
        " ORDER BY id",
        (doc, title, json.dumps(list(partners))),
    )
    return [(one, Day.parse(signed) if signed else None) for one, signed in rows]


def titled(session: Session, title: str) -> list[str]:
    """Ids of documents, void ones left out, of this title, whatever their kind."""
    import json

    from kskd.domain.document.chain import Doc

    is_indexed = session.memory is not None and "title" in session.memory
    bare = _BARE.format("?1")
    among = f"doc IN (SELECT value FROM json_each(?2)) AND bare = {bare}"
    where = f"id IN (SELECT id FROM temp.title WHERE {among}) AND" if is_indexed else ""
    rows = session.con.execute(
        f"SELECT id FROM agreement WHERE {where} {_BARE.format('title')} = {bare} AND void_reason IS NULL"
        " AND ?2 IS NOT NULL ORDER BY id",
        (title, json.dumps(list(map(str, Doc)))),
    )
    return [one for (one,) in rows]


def given_numbers(con: sqlite3.Connection) -> dict[tuple[str, int], int]:
    """The last number given by kind and year, from the history of all documents there ever were."""
    from kskd.domain.document.agreement import split_id

    last: dict[tuple[str, int], int] = {}
    for (text,) in con.execute("SELECT DISTINCT key ->> 0 FROM journal WHERE tbl = 'agreement'"):
        if given := split_id(str(text)):
            doc, year, number = given
            last[doc.value, year] = max(number, last.get((doc.value, year), 0))
    return last
