"""Rows as values: a column is called as the attribute that it fills, so that no row is read by position."""

from __future__ import annotations

import json
from dataclasses import fields
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from kskd.domain.values.period import Period

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterable, Iterator, Mapping

T = TypeVar("T")

kept_period = cache(Period.parse)  # many rows are of few periods


class Records(Generic[T]):
    """The rows of one table that hangs on agreements, as values of a dataclass."""

    def __init__(
        self,
        table: str,
        make: Callable[..., T],
        key: tuple[str, ...],
        kinds: Mapping[str, Callable[[Any], Any]],
        apart: tuple[str, ...] = (),
    ) -> None:
        """``key`` are the columns of the primary key, which may be attributes of the value or not.

        ``kinds`` says how a value is made of what a column holds, where that is not the value itself;
        attributes ``apart`` are kept elsewhere.
        """
        attributes = [one.name for one in fields(make) if one.name not in apart]  # type: ignore[arg-type]
        self.table = table
        self._make = make
        self._owner = tuple(name for name in key if name not in attributes)
        self.columns = (*self._owner, *attributes)
        self._kinds = [(self.columns.index(name), kind) for name, kind in kinds.items()]
        order = ", ".join(key)
        self._select = f"SELECT {', '.join(self.columns)} FROM {table} {{}} ORDER BY {order}"
        self._upsert = (
            f"INSERT INTO {table} ({', '.join(self.columns)}) VALUES ({', '.join('?' * len(self.columns))})"
            f" ON CONFLICT ({order}) DO UPDATE SET"
            f" {', '.join(f'{name} = excluded.{name}' for name in attributes if name not in key)}"
        )

    def rows(self, con: sqlite3.Connection, agreements: Iterable[str] | None) -> Iterator[dict[str, Any]]:
        """Each row of all agreements, or of those named, by the names of its columns, in order of key."""
        for row in select(con, self._select, agreements):
            values = list(row)
            for at, kind in self._kinds:
                if values[at] is not None:
                    values[at] = kind(values[at])
            yield dict(zip(self.columns, values, strict=True))

    def read(self, con: sqlite3.Connection, agreements: Iterable[str] | None = None) -> list[T]:
        """The values of all agreements, or of those named, in order of key, which is part of them."""
        return [self._make(**row) for row in self.rows(con, agreements)]

    def grouped(
        self, con: sqlite3.Connection, agreements: Iterable[str] | None
    ) -> dict[tuple[Any, ...], tuple[T, ...]]:
        """The values by what they belong to: the columns of the key that are not part of them, but the last."""
        found: dict[tuple[Any, ...], list[T]] = {}
        for row in self.rows(con, agreements):
            *owner, _ = [row.pop(name) for name in self._owner]
            found.setdefault(tuple(owner), []).append(self._make(**row))
        return {owner: tuple(values) for owner, values in found.items()}

    def keep(self, con: sqlite3.Connection, value: T) -> None:
        """Keep a value under the key that is part of it, new or changed."""
        con.execute(self._upsert, self._row(value))

    def keep_all(self, con: sqlite3.Connection, values: Iterable[T], *owner: str | int) -> None:
        """Keep all values that belong to something, numbered from 1 under it."""
        rows = ([*owner, number, *self._row(value)] for number, value in enumerate(values, 1))
        con.executemany(self._upsert, rows)

    def _row(self, value: T) -> list[object]:
        return [_kept(getattr(value, name)) for name in self.columns[len(self._owner) :]]


def select(con: sqlite3.Connection, sql: str, agreements: Iterable[str] | None) -> sqlite3.Cursor:
    """The rows of all agreements, or of those named; ``sql`` has ``{}`` where its WHERE stands."""
    if agreements is None:
        return con.execute(sql.format(""))
    where = "WHERE agreement IN (SELECT value FROM json_each(?))"
    return con.execute(sql.format(where), (json.dumps(list(agreements)),))


def _kept(value: object) -> object:
    """What a column holds for a value: ISO text for a day, the code of a period, 0 or 1."""
    match value:
        case date():
            return value.isoformat()
        case Period():
            return str(value)
        case bool():
            return int(value)
        case _:
            return value
