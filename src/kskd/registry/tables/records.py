"""Rows as values: a column is called as the attribute that it fills, so that no row is read by position."""

from __future__ import annotations

import json
from dataclasses import fields
from datetime import date
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from kskd.domain.values.period import Period

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from kskd.domain.field import Field
    from kskd.registry.session import Session

T = TypeVar("T")


class Records(Generic[T]):
    """The rows of one table as values of a dataclass; columns beside its attributes are its ``more``."""

    def __init__(
        self,
        table: str,
        make: Callable[..., T],
        key: tuple[str, ...],
        kinds: Mapping[str, Callable[[Any], Any] | None],
        *,
        apart: tuple[str, ...] = (),
        order: str = "",
    ) -> None:
        """``key`` are the columns of the primary key, which may be attributes of the value or not.

        ``kinds`` says how a value is made of what a column holds, where that is not the value itself;
        attributes ``apart`` are kept elsewhere. ``order`` is that of the key, where nothing else is said.
        """
        names = [one.name for one in fields(make)]  # type: ignore[arg-type]
        self.table = table
        self._make = make
        self._key = key
        self._may_have_more = "more" in names
        self._attributes = tuple(name for name in names if name not in {"more", *apart})
        self._owner = tuple(name for name in key if name not in self._attributes)
        self._kinds = {name: kind for name, kind in kinds.items() if kind is not None}
        self.columns = (*self._owner, *self._attributes)
        columns = "*" if self._may_have_more else ", ".join(self.columns)
        self._select = f"SELECT {columns} FROM {table} {{}} ORDER BY {order or ', '.join(key)}"

    def rows(self, con: sqlite3.Connection, owners: Iterable[str | int] | None) -> Iterator[dict[str, Any]]:
        """Each row, or of those named, by the names of its attributes, in order.

        The first column of the key names them: mostly the agreement.
        """
        found = select(con, self._select, owners, self._key[0])
        names = [column[0] for column in found.description]
        own = set(self.columns)
        more = [name for name in sorted(names) if name not in own]
        kinds = [(name, kind) for name, kind in self._kinds.items() if name in own and name in names]
        for values in found:
            row = dict(zip(names, values, strict=True))
            for name, kind in kinds:
                if row[name] is not None:
                    row[name] = kind(row[name])
            if more:
                told = ((name, row.pop(name)) for name in more)
                row["more"] = tuple((name, value) for name, value in told if value is not None)
            yield row

    def read(self, session: Session, agreements: Iterable[str] | None = None) -> list[T]:
        """The values of all agreements, or of those named, in order, the key being part of them."""
        return [self._make(**row) for row in self.rows(session.con, agreements)]

    def grouped(
        self, con: sqlite3.Connection, agreements: Iterable[str] | None
    ) -> dict[tuple[Any, ...], tuple[T, ...]]:
        """The values by what they belong to: the columns of the key that are not part of them, but the last."""
        found: dict[tuple[Any, ...], list[T]] = {}
        for row in self.rows(con, agreements):
            *owner, _ = [row.pop(name) for name in self._owner]
            found.setdefault(tuple(owner), []).append(self._make(**row))
        return {owner: tuple(values) for owner, values in found.items()}

    def add(self, con: sqlite3.Connection, value: T) -> int:
        """Add a row for a value and give its number; a key of 0 is left to the registry."""
        row = {name: one for name, one in self._row(value).items() if one != 0 or name not in self._key}
        return con.execute(self._insert(row), row).lastrowid or 0

    def keep(self, session: Session, value: T) -> None:
        """Keep a value under the key that is part of it, new or changed."""
        row = self._row(value)
        session.con.execute(self._insert(row) + self._or_update(row), row)

    def keep_all(self, con: sqlite3.Connection, values: Iterable[T], *owner: str | int) -> None:
        """Keep all values that belong to something, numbered from 1 under it."""
        for number, value in enumerate(values, 1):
            row = dict(zip(self._owner, (*owner, number), strict=True)) | self._row(value)
            con.execute(self._insert(row) + self._or_update(row), row)

    def _row(self, value: T) -> dict[str, Any]:
        told = {name: getattr(value, name) for name in self._attributes} | dict(getattr(value, "more", ()))
        return {name: _kept(one) for name, one in told.items()}

    def _insert(self, row: Iterable[str]) -> str:
        return f"INSERT INTO {self.table} ({', '.join(row)}) VALUES ({', '.join(f':{name}' for name in row)})"

    def _or_update(self, row: Iterable[str]) -> str:
        changed = ", ".join(f"{name} = excluded.{name}" for name in row if name not in self._key)
        return f" ON CONFLICT ({', '.join(self._key)}) DO UPDATE SET {changed}"


def kinds_of(told: Iterable[Field]) -> dict[str, Callable[[Any], Any] | None]:
    """How the values of these fields are made of what their columns hold."""
    return {field.key: field.maker for field in told}


def select(
    con: sqlite3.Connection, sql: str, owners: Iterable[str | int] | None, column: str = "agreement"
) -> sqlite3.Cursor:
    """The rows of all, or of those owners named in ``column``; ``sql`` has ``{}`` where its WHERE stands."""
    if owners is None:
        return con.execute(sql.format(""))
    where = f"WHERE {column} IN (SELECT value FROM json_each(?))"
    return con.execute(sql.format(where), (json.dumps(list(owners)),))


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
