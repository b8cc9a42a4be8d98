"""Live rows against the journal: what changed behind its back, by a flipped bit or another program's hand."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from kskd.registry.images import columns_of, defaults_of, image_of, tracked_tables

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator, Mapping, Sequence


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
        live, last = _image(live_text), _image(last_text)
        if last is not None:
            last = {name: last.get(name, default) for name, default in defaults.items()}
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
    old_key = (
        "iif(json_valid(old), json_array(" + ", ".join(f"old ->> '$.{name}'" for name in key) + "), key)"
    )
    is_key = "iif(json_valid(key), json_type(key) = 'array', 0)"
    live_key = f"json_array({', '.join(f't.{name}' for name in key)})"
    live = image_of("t", dict(columns))
    return (
        # An entry is filed under the new key: a row whose key changed is gone from the old one.
        f"WITH entry (seq, key, image) AS (SELECT seq, key, new FROM journal WHERE tbl = :table AND {is_key}"
        f" UNION ALL SELECT seq, {old_key}, NULL FROM journal WHERE tbl = :table AND {is_key}"
        f" AND old IS NOT NULL AND new IS NOT NULL AND key <> {old_key}),"
        " last AS (SELECT key, image, max(seq) FROM entry GROUP BY key)"
        f" SELECT last.key, CASE WHEN t.{key[0]} IS NULL THEN NULL ELSE {live} END AS live, last.image"
        f" FROM last LEFT JOIN {table} AS t ON {joined} AND {live_key} = last.key WHERE last.image IS NOT live"
        f" UNION ALL SELECT {live_key}, {live}, NULL FROM {table} AS t"
        f" WHERE NOT EXISTS (SELECT 1 FROM journal WHERE tbl = :table AND key = {live_key})"
    )


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
