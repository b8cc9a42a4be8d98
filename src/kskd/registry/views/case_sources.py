"""Where a document, or a part of it, is read from for the rules: a source makes a statement, and values of its rows."""

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Any, NamedTuple

from kskd.domain.document.chain import Doc
from kskd.domain.values.days import Day
from kskd.registry.values import day
from kskd.rules.case import Relative

AS_RECORDED: Mapping[str, Any] = MappingProxyType({})


class Source(NamedTuple):
    """Where a document or a part of it is read from: ``made`` of ``fields``, each known by its name throughout.

    A field is selected from ``sql``, or from the column of its name, and passed through ``read`` where it is
    more than what a column holds. ``gather`` makes one thing of what all rows of an owner have made.
    """

    made: Callable[[Iterable[Any]], Any]
    fields: Sequence[str]
    tables: str
    owner: str
    order: str
    where: str = "1"
    sql: Mapping[str, str] = AS_RECORDED
    read: Mapping[str, Callable[[Any], Any]] = AS_RECORDED
    gather: Callable[[Iterable[Any]], Any] = tuple

    def select(self, condition: str) -> str:
        """The statement for owners that meet a condition, the owner first in each row."""
        columns = ", ".join(f"{self.sql.get(field, field)} AS {field}" for field in self.fields)
        where = f"{self.where} AND {condition}"
        return f"SELECT {self.owner}, {columns} FROM {self.tables} WHERE {where} ORDER BY {self.order}"

    def rows(
        self, con: sqlite3.Connection, then: str, condition: str, params: Mapping[str, str | None]
    ) -> Iterator[tuple[str, Any]]:
        """Each owner with what one row makes."""
        made = self.made
        reads = [(at, self.read[field]) for at, field in enumerate(self.fields) if field in self.read]
        for owner, *values in con.execute(then + self.select(condition), params):
            for at, read in reads:
                if (value := values[at]) is not None:
                    values[at] = read(value)
            yield owner, made(values)


def only_one(values: Iterable[Any]) -> Any:
    """The one value of a row, or what the one row of an owner makes."""
    (value,) = values
    return value


ENDED_ON = "iif({0}.ended_on <= :as_of, {0}.ended_on, NULL)"
DAYS: dict[str, Callable[[Any], Any]] = {
    "signed": Day.parse,
    "starts": Day.parse,
    "ends": Day.parse,
    "ended_on": day,
}


def relatives(tables: str, owner: str, order: str, where: str = "1", *, many: bool = False) -> Source:
    """The documents ``r`` that stand in some relation to an owner."""
    sql = {field: f"r.{field}" for field in Relative._fields}
    sql |= {
        "signed": "r.signed_on",
        "starts": "r.starts_on",
        "ends": "r.ends_on",
        "ended_on": ENDED_ON.format("r"),
    }
    gather = tuple if many else only_one
    return Source(
        Relative._make, Relative._fields, tables, owner, order, where, sql, {**DAYS, "doc": Doc}, gather
    )
