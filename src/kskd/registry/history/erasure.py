"""Destroying personal data, in rows and in the journal, so that the chain of acts still holds."""

import json
import re
import secrets
import sqlite3
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from kskd.domain.field import OWN
from kskd.domain.values.text import ERASED, fold
from kskd.registry.history import seals
from kskd.registry.schema.images import Image, columns_of, image_of, tracked_tables
from kskd.registry.session import Session

_NAMED = {"opd", "opd_alias", "partner", "partner_alias"}


class PersonalField(NamedTuple):
    """A column that the schema marks as personal data; of some rows only, where ``only`` says which.

    ``only`` is a column, of the row or of what the row belongs to, and its values.
    """

    table: str
    column: str
    label: str
    basis: str
    only: tuple[str, tuple[str, ...]] | None


class Mention(NamedTuple):
    """A column of a row where a text stands, and whether the schema marks it as personal data."""

    table: str
    key: tuple[str | int, ...]
    column: str
    value: str
    is_personal: bool


class Found(NamedTuple):
    """Where a text stands in the rows as they are, and in how many entries and acts of the journal.

    ``sealed`` are acts of the oldest schema, whose chain stands on the text itself: it cannot be erased there.
    """

    mentions: tuple[Mention, ...]
    entries: tuple[int, ...]
    acts: tuple[int, ...]
    sealed: tuple[int, ...]


def personal_fields(session: Session) -> list[PersonalField]:
    """The columns that the schema marks as personal data, in order; of facts those fields that the office marks."""
    own = session.con.execute("SELECT key FROM own_field WHERE personal = 'yes' ORDER BY key")
    keys = tuple(f"{OWN}{key}" for (key,) in own)
    rows = session.con.execute(
        "SELECT tbl, col, label, basis, only_col, only_value FROM personal_field ORDER BY tbl, col"
    )
    return [
        PersonalField(
            table,
            column,
            label,
            basis,
            (only, keys if table == "fact" else tuple(values.split(","))) if only else None,
        )
        for table, column, label, basis, only, values in rows
    ]


def find(session: Session, text: str) -> Found:
    """Everywhere that ``text`` stands as words of its own, capitals aside."""
    words = _words(text)
    entries = session.con.execute("SELECT seq, key, old, new FROM journal ORDER BY seq")
    acts = session.con.execute(
        "SELECT id, digest, who, reason, letter FROM act WHERE entries IS NOT NULL ORDER BY id"
    )
    said = [
        (act, sealed) for act, sealed, *values in acts if any(one and words.search(one) for one in values)
    ]
    return Found(
        tuple(_mentions(session.con, personal_fields(session), words)),
        tuple(
            seq
            for seq, *images in entries
            if any(words.search(one) for image in images for one in _texts(image))
        ),
        tuple(act for act, sealed in said if sealed is not None),
        tuple(act for act, sealed in said if sealed is None),
    )


def is_personal(session: Session, text: str, found: Found) -> bool:
    """Whether ``text`` is who changed something, or the whole of a field marked as personal, now or once."""
    if any(one.is_personal and _same(one.value, text) for one in found.mentions):
        return True
    people = session.con.execute(
        "SELECT DISTINCT who FROM act WHERE id IN (SELECT value FROM json_each(?))",
        (json.dumps([*found.acts, *found.sealed]),),
    )
    if any(_same(who, text) for (who,) in people):
        return True
    marks = _Marks(session.con, personal_fields(session))
    rows = session.con.execute(
        "SELECT tbl, old, new FROM journal WHERE seq IN (SELECT value FROM json_each(?))",
        (json.dumps(found.entries),),
    )
    return any(
        isinstance(value, str) and _same(value, text) and marks.hold(table, column, json.loads(image))
        for table, *images in rows.fetchall()
        for image in images
        if image
        for column, value in json.loads(image).items()
    )


def office_name(text: str, found: Found) -> Mention | None:
    """Where ``text`` is the name of an OPD or of a partner that is no person: then it is nobody's own data."""
    return next(
        (
            one
            for one in found.mentions
            if one.table in _NAMED and not one.is_personal and _same(one.value, text)
        ),
        None,
    )


def other_names(session: Session, text: str, found: Found) -> list[str]:
    """Names, now or once, of a partner that is a person called ``text``, which erasing that one leaves."""
    called = [
        one for one in found.mentions if one.table in _NAMED and one.is_personal and _same(one.value, text)
    ]
    owners = [
        session.con.execute("SELECT partner FROM partner_alias WHERE alias = ?", (one.value,)).fetchone()[0]
        if one.table == "partner_alias"
        else one.key[0]
        for one in called
    ]
    rows = session.con.execute(
        "WITH owner (id) AS (SELECT value FROM json_each(:owners)),"
        " same (id) AS (SELECT id FROM owner UNION SELECT p.id FROM partner AS p JOIN owner AS o"
        " ON p.merged_into = o.id UNION SELECT p.merged_into FROM partner AS p JOIN owner AS o ON p.id = o.id),"
        " image (tbl, row) AS (SELECT tbl, old FROM journal UNION ALL SELECT tbl, new FROM journal)"
        " SELECT row ->> '$.name' AS name FROM image WHERE tbl = 'partner' AND row ->> '$.id' IN same"
        " UNION SELECT row ->> '$.alias' FROM image WHERE tbl = 'partner_alias' AND row ->> '$.partner' IN same"
        " ORDER BY name",
        {"owners": json.dumps(owners)},
    )
    words = _words(text)
    return [name for (name,) in rows if name and ERASED not in name and not words.search(name)]


def erase(session: Session, text: str, found: Found) -> None:
    """Destroy ``text`` where ``find`` found it, inside the caller's act, whose command must be ``erase``.

    A field that is it becomes unknown (or a mark where something must stand), a longer text keeps the rest.
    What the act itself writes into the journal is cleaned before it is sealed.
    """
    words = _words(text)
    for mention in found.mentions:
        _erase_in_row(session, mention, text, words)
    for seq in found.entries:
        key, old, new = session.con.execute(
            "SELECT key, old, new FROM journal WHERE seq = ?", (seq,)
        ).fetchone()
        salt = secrets.token_hex(16)
        left = (_clean(key, words) or key, _clean(old, words), _clean(new, words))
        _note(session.con, "journal", seq, seals.digest(*left, salt))
        session.con.execute(
            "UPDATE journal SET key = ?, old = ?, new = ?, salt = ? WHERE seq = ?", (*left, salt, seq)
        )
    for act in found.acts:
        values = session.con.execute("SELECT who, reason, letter FROM act WHERE id = ?", (act,)).fetchone()
        salt = secrets.token_hex(16)
        who, reason, letter = (one and words.sub(ERASED, one) for one in values)
        _note(session.con, "act", act, seals.act_digest(who, reason, letter, salt))
        session.con.execute(
            "UPDATE act SET who = ?, reason = ?, letter = ?, salt = ? WHERE id = ?",
            (who, reason, letter, salt, act),
        )
    own = session.con.execute(
        "SELECT seq, key, old, new FROM journal WHERE act = (SELECT id FROM act WHERE entries IS NULL)"
    ).fetchall()
    for seq, *images in own:
        session.con.execute(
            "UPDATE journal SET key = ?, old = ?, new = ? WHERE seq = ?",
            (*(_clean(one, words) for one in images), seq),
        )
    said = session.con.execute("SELECT who, reason, letter FROM act WHERE entries IS NULL").fetchone()
    session.con.execute(
        "UPDATE act SET who = ?, reason = ?, letter = ? WHERE entries IS NULL",
        [one and words.sub(ERASED, one) for one in said],
    )


class _Marks:
    """What the schema marks as personal data, asked of many values."""

    def __init__(self, con: sqlite3.Connection, fields: Iterable[PersonalField]) -> None:
        self._con = con
        self._fields = {(one.table, one.column): one for one in fields}

    def hold(self, table: str, column: str, row: Image) -> bool:
        """Whether this column of this row is personal data."""
        field = self._fields.get((table, column))
        if field is None or field.only is None:
            return field is not None
        told_by, values = field.only
        if told_by in row:
            return row[told_by] in values
        # Another name: it is as personal as what it is another name of.
        owner = self._con.execute("SELECT kind FROM partner WHERE id = ?", (row.get("partner"),)).fetchone()
        return owner is not None and owner[0] in values


def _mentions(
    con: sqlite3.Connection, fields: Iterable[PersonalField], words: re.Pattern[str]
) -> Iterator[Mention]:
    marks = _Marks(con, fields)
    for table in tracked_tables(con):
        columns, names = columns_of(con, table)
        key = ", ".join(f"t.{name}" for name in names)
        rows = con.execute(f"SELECT json_array({key}), {image_of('t', columns)} FROM {table} AS t").fetchall()
        for one, image in rows:
            row = json.loads(image)
            for column, value in row.items():
                if isinstance(value, str) and words.search(value):
                    is_personal = marks.hold(table, column, row)
                    yield Mention(table, tuple(json.loads(one)), column, value, is_personal)


def _erase_in_row(session: Session, mention: Mention, text: str, words: re.Pattern[str]) -> None:
    table, key, column, value, is_personal = mention
    where = " AND ".join(f"{name} IS ?" for name in columns_of(session.con, table)[1])
    (is_needed,) = session.con.execute(
        'SELECT "notnull" OR pk > 0 FROM pragma_table_info(?) WHERE name = ?', (table, column)
    ).fetchone()
    left: str | None = words.sub(ERASED, value)
    if is_personal and _same(value, text):
        if is_needed and table != "partner":
            session.con.execute(f"DELETE FROM {table} WHERE {where}", key)
            return
        # A partner's documents still need it, under a name that is there only once.
        left = f"{ERASED} {key[0]}" if is_needed else None
    session.con.execute(f"UPDATE {table} SET {column} = ? WHERE {where}", (left, *key))


def _note(con: sqlite3.Connection, what: str, number: int, digest: str) -> None:
    con.execute(
        "INSERT INTO erasure (what, number, digest) VALUES (?, ?, ?)"
        " ON CONFLICT (what, number) DO UPDATE SET digest = excluded.digest",
        (what, number, digest),
    )


def _clean(image: str | None, words: re.Pattern[str]) -> str | None:
    """A key or image of the journal without the text."""
    if image is None or not any(words.search(one) for one in _texts(image)):
        return image
    values = json.loads(image)
    if isinstance(values, list):
        left: object = [words.sub(ERASED, one) if isinstance(one, str) else one for one in values]
    else:
        left = {at: words.sub(ERASED, one) if isinstance(one, str) else one for at, one in values.items()}
    return json.dumps(left, ensure_ascii=False, separators=(",", ":"))


def _texts(image: str | None) -> list[str]:
    """The texts in a key or image of the journal."""
    values = json.loads(image) if image else []
    return [one for one in (values.values() if isinstance(values, dict) else values) if isinstance(one, str)]


def _words(text: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){re.escape(fold(text))}(?!\w)", re.IGNORECASE)


def _same(value: str, text: str) -> bool:
    return fold(value).casefold() == fold(text).casefold()
