"""Live rows against the journal: what changed behind its back, by a flipped bit or another program's hand."""

import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from kskd.registry.schema.images import columns_of, defaults_of, image_of, tracked_tables


class Stray(NamedTuple):
    """A row that is not as the journal last told: ``live`` is None where the row is gone, ``last`` where the
    journal knows no such row, knows it as removed, or cannot be read any more.
    """

    table: str
    key: tuple[str | int, ...]
    live: dict[str, object] | None
    last: dict[str, object] | None

    @property
    def differing(self) -> tuple[str, ...]:
        """Names of the columns that differ; none where a whole row is gone or came."""
        if self.live is None or self.last is None:
            return ()
        return tuple(name for name, value in self.live.items() if not _is_same(value, self.last.get(name)))


class Break(NamedTuple):
    """An entry that found another row than the journal had last told: it changed unseen before that act.

    ``found`` and ``told`` are None where there was no such row.
    """

    table: str
    key: tuple[str | int, ...]
    act: int
    told: dict[str, object] | None
    found: dict[str, object] | None

    @property
    def differing(self) -> tuple[str, ...]:
        """Names of the columns that differ; none where a whole row had gone or come."""
        if self.told is None or self.found is None:
            return ()
        return tuple(name for name, value in self.found.items() if not _is_same(value, self.told.get(name)))


def breaks(con: sqlite3.Connection, *, listed: bool = False) -> list[Break]:
    """Every entry, or those ``listed`` of one act (``seals.list_entries``), whose old image is not the row
    that the journal told before.

    Without this a later change of the same row would make official what was changed behind the journal's
    back. An entry that only puts back what was told is none: ``doctor`` mends so.
    """
    tables = tracked_tables(con)
    if listed:
        touched = {table for (table,) in con.execute("SELECT DISTINCT tbl FROM temp.entry")}
        tables = [table for table in tables if table in touched]
    return [one for table in tables for one in _breaks(con, table, listed=listed)]


def _breaks(con: sqlite3.Connection, table: str, *, listed: bool) -> Iterator[Break]:
    import json

    defaults = defaults_of(con, table)
    key = columns_of(con, table)[1]
    before = f"iif(old IS NULL, key, {_old_key(key)})"
    among = "seq IN (SELECT seq FROM temp.entry WHERE tbl = :table)" if listed else "tbl = :table"
    rows = con.execute(
        "SELECT * FROM (SELECT e.seq, e.act, e.before, e.old, e.new, (SELECT p.new FROM journal AS p"
        " WHERE p.tbl = :table AND p.key = e.before AND p.seq < e.seq ORDER BY p.seq DESC LIMIT 1) AS told"
        f" FROM (SELECT seq, act, {before} AS before, old, new FROM journal WHERE {among} AND {_IS_KEY}) AS e)"
        " WHERE told IS NOT old ORDER BY seq",
        {"table": table},
    )
    for seq, number, key_text, *texts in rows.fetchall():
        found, new, told = (_completed(_image(text), defaults) for text in texts)
        if _is_one(found, told) or _is_one(new, told):
            continue
        if found is None and _moved_away(con, table, key, key_text, seq):
            continue
        yield Break(table, tuple(json.loads(key_text)), number or 0, told, found)


def _moved_away(con: sqlite3.Connection, table: str, key: Sequence[str], key_text: str, seq: int) -> bool:
    """Whether the row that last had a key was given another one, under which its entry is filed."""
    row = con.execute(
        f"SELECT {_old_key(key)} = :key AND journal.key <> :key FROM journal WHERE tbl = :table AND {_IS_KEY}"
        f" AND seq < :seq AND (journal.key = :key OR {_old_key(key)} = :key) ORDER BY seq DESC LIMIT 1",
        {"table": table, "key": key_text, "seq": seq},
    ).fetchone()
    return bool(row and row[0])


def _completed(image: dict[str, object] | None, defaults: Mapping[str, object]) -> dict[str, object] | None:
    """An image with the columns that came after it."""
    if image is None:
        return None
    return {name: image.get(name, default) for name, default in defaults.items()}


def _is_one(one: dict[str, object] | None, other: dict[str, object] | None) -> bool:
    if one is None or other is None:
        return one is other
    return all(_is_same(value, other[name]) for name, value in one.items())


def strays(con: sqlite3.Connection) -> list[Stray]:
    """Every row of a journalled table that differs from its last image, in order of table.

    A row that another program changed while the triggers stood is none: its image was kept (see
    ``journal.count_outside``). What is compared is only as good as the journal: ``seals.verify`` it first.
    """
    return [stray for table in tracked_tables(con) for stray in _strays(con, table)]


def _strays(con: sqlite3.Connection, table: str) -> Iterator[Stray]:
    import json

    columns, key = columns_of(con, table)
    defaults = defaults_of(con, table)
    for key_text, live_text, last_text in con.execute(_sql(table, columns, key), {"table": table}):
        live, last = _image(live_text), _completed(_image(last_text), defaults)
        stray = Stray(table, tuple(json.loads(key_text)), live, last)
        # Texts differ also where only the image is older than a column.
        if live is None or last is None or stray.differing:
            yield stray


def _image(text: str | None) -> dict[str, object] | None:
    import json

    try:
        image = None if text is None else json.loads(text)
    except ValueError:
        return None
    return image if isinstance(image, dict) else None


def _sql(table: str, columns: Mapping[str, str], key: Sequence[str]) -> str:
    """Key, image of the row as it is, and last image, of all rows for which the two texts differ."""
    joined = " AND ".join(f"t.{name} = last.key ->> {at}" for at, name in enumerate(key))
    old_key = _old_key(key)
    live_key = f"json_array({', '.join(f't.{name}' for name in key)})"
    live = image_of("t", dict(columns))
    return (
        # An entry is filed under the new key: a row whose key changed is gone from the old one.
        f"WITH entry (seq, key, image) AS (SELECT seq, key, new FROM journal WHERE tbl = :table AND {_IS_KEY}"
        f" UNION ALL SELECT seq, {old_key}, NULL FROM journal WHERE tbl = :table AND {_IS_KEY}"
        f" AND old IS NOT NULL AND new IS NOT NULL AND key <> {old_key}),"
        " last AS (SELECT key, image, max(seq) FROM entry GROUP BY key)"
        f" SELECT last.key, CASE WHEN t.{key[0]} IS NULL THEN NULL ELSE {live} END AS live, last.image"
        f" FROM last LEFT JOIN {table} AS t ON {joined} AND {live_key} = last.key WHERE last.image IS NOT live"
        f" UNION ALL SELECT {live_key}, {live}, NULL FROM {table} AS t"
        f" WHERE NOT EXISTS (SELECT 1 FROM journal WHERE tbl = :table AND key = {live_key})"
    )


_IS_KEY = "iif(json_valid(key), json_type(key) = 'array', 0)"


def _old_key(key: Sequence[str]) -> str:
    """The key of the row that an entry changed, which is filed under its new one."""
    return "iif(json_valid(old), json_array(" + ", ".join(f"old ->> '$.{name}'" for name in key) + "), key)"


def _is_same(one: object, other: object) -> bool:
    """Whether two values of images are one: 1 and 1.0 are not."""
    return type(one) is type(other) and one == other


def put_back(con: sqlite3.Connection, stray: Stray) -> None:
    """Give a row its last image again, inside the caller's act."""
    where = " AND ".join(f"{name} IS ?" for name in columns_of(con, stray.table)[1])
    if stray.last is None:
        con.execute(f"DELETE FROM {stray.table} WHERE {where}", stray.key)
    elif stray.live is None:
        marks = ", ".join("?" * len(stray.last))
        con.execute(
            f"INSERT INTO {stray.table} ({', '.join(stray.last)}) VALUES ({marks})",
            tuple(stray.last.values()),
        )
    else:
        con.execute(
            f"UPDATE {stray.table} SET {', '.join(f'{name} = ?' for name in stray.differing)} WHERE {where}",
            (*(stray.last[name] for name in stray.differing), *stray.key),
        )
