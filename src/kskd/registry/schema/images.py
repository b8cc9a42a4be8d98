"""Row images: what the journal keeps of a row, and the triggers that write it in the same transaction."""

import re
import sqlite3
from functools import cache
from typing import NamedTuple

from kskd.registry.schema.steps import STEPS, sql_of

Image = dict[str, object]

# The journal does not journal itself; numbers once given stay used (see the schema's ``serial``); bytes of
# files stand under the digest that is journalled; what is personal is part of the schema.
UNTRACKED = ("act", "journal", "serial", "content", "personal_field", "_sqlite_migrations")

# Columns that SQLite itself computes.
GENERATED = frozenset({("party", "number_key"), ("further_number", "number_key")})


@cache
def table_names() -> frozenset[str]:
    """Names of all tables that the steps make, so that another program's are never taken for ours."""
    made = r"^CREATE TABLE (\w+)"
    return frozenset(name for step in STEPS for name in re.findall(made, sql_of(step), re.MULTILINE))


def install_triggers(con: sqlite3.Connection) -> None:
    """Make the journal triggers anew from the tables as they are, so that no column is ever missed."""
    for table in tracked_tables(con):
        columns, key = columns_of(con, table)
        for event in ("INSERT", "UPDATE", "DELETE"):
            con.execute(f"DROP TRIGGER IF EXISTS journal_{table}_{event.lower()}")
            con.execute(_trigger(table, event, columns, key))


def tracked_tables(con: sqlite3.Connection) -> list[str]:
    """Names of the tables that are there and whose every change is journalled, in order."""
    names = con.execute("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")
    return [name for (name,) in names if name in table_names() and name not in UNTRACKED]


def has_all_triggers(con: sqlite3.Connection) -> bool:
    """Whether every table that should be is journalled: without a trigger an act would be kept without history."""
    held = {name for (name,) in con.execute("SELECT name FROM sqlite_schema WHERE type = 'trigger'")}
    return held >= {
        f"journal_{table}_{event}"
        for table in table_names()
        if table not in UNTRACKED
        for event in ("insert", "update", "delete")
    }


@cache
def _own_triggers() -> frozenset[str]:
    """Names of all triggers that any step makes."""
    guards = (name for step in STEPS for name in re.findall(r"CREATE TRIGGER (\w+)", sql_of(step)))
    events = ("insert", "update", "delete")
    return frozenset((*guards, *(f"journal_{table}_{event}" for table in table_names() for event in events)))


class Intruder(NamedTuple):
    """What another program put into the schema, where it works on our own tables: ``kind`` as SQL calls it."""

    kind: str
    table: str
    name: str

    @property
    def where(self) -> str:
        """How people are told of it."""
        return f"{self.table}.{self.name}" if self.kind == "column" else self.name


def intruders(con: sqlite3.Connection) -> list[Intruder]:
    """Triggers on our tables, views, and generated columns that are not ours, in the order to drop them.

    They can change, hide or refuse what is written; another program's own tables and indexes cannot.
    """
    ours = table_names()
    found = [
        Intruder(kind, table, name)
        for kind, table, name in con.execute(
            "SELECT type, tbl_name, name FROM sqlite_schema WHERE type IN ('trigger', 'view') ORDER BY type, name"
        )
        if kind == "view" or (table.casefold() in ours and name not in _own_triggers())
    ]
    columns = con.execute(
        "SELECT m.name, x.name FROM sqlite_schema AS m JOIN pragma_table_xinfo(m.name) AS x"
        " WHERE m.type = 'table' AND x.hidden IN (2, 3) ORDER BY 1, 2"
    )
    return found + [
        Intruder("column", table, name)
        for table, name in columns
        if table in ours and (table, name) not in GENERATED
    ]


def drop_intruders(con: sqlite3.Connection) -> list[str]:
    """Take them out in the running transaction; gives how people are told of each."""
    found = intruders(con)
    for one in found:
        name, table = (f'"{text.replace(chr(34), 2 * chr(34))}"' for text in (one.name, one.table))
        if one.kind != "column":
            con.execute(f"DROP {one.kind} IF EXISTS {name}")
            continue
        indexes = con.execute(
            "SELECT DISTINCT m.name FROM sqlite_schema AS m JOIN pragma_index_xinfo(m.name) AS x"
            " WHERE m.type = 'index' AND m.tbl_name = ? AND x.name = ?",
            (one.table, one.name),
        )
        for (index,) in indexes.fetchall():
            con.execute(f'DROP INDEX "{index}"')
        con.execute(f"ALTER TABLE {table} DROP COLUMN {name}")
    return [one.where for one in found]


def columns_of(con: sqlite3.Connection, table: str) -> tuple[dict[str, str], list[str]]:
    """Types of the stored columns by name, and the names that make the primary key in its order."""
    columns = con.execute("SELECT name, type, pk FROM pragma_table_info(?) ORDER BY cid", (table,)).fetchall()
    key = [name for name, _, pk in sorted(columns, key=lambda column: column[2]) if pk]
    return {name: kind for name, kind, _ in columns}, key


def image_of(row: str, columns: dict[str, str]) -> str:
    """The SQL that makes the JSON image of a row; ``row`` is the name it goes by in the statement."""
    # Left to itself json_object writes 15 digits of a REAL, from which the value cannot always be restored.
    exact = "json(CASE WHEN {0} IS NOT NULL THEN printf('%!.17g', {0}) END)"
    values = (
        f"'{name}', {(exact if kind == 'REAL' else '{0}').format(f'{row}.{name}')}"
        for name, kind in columns.items()
    )
    return f"json_object({', '.join(values)})"


def _trigger(table: str, event: str, columns: dict[str, str], key: list[str]) -> str:
    row = "old" if event == "DELETE" else "new"
    # The column's own NOCASE would call a correction of capitals no change.
    changed = " OR ".join(f"old.{name} IS NOT new.{name} COLLATE BINARY" for name in columns)
    return (
        f"CREATE TRIGGER journal_{table}_{event.lower()} AFTER {event} ON {table}"
        + (f" WHEN {changed}" if event == "UPDATE" else "")
        + " BEGIN INSERT INTO journal (act, tbl, key, old, new) VALUES ("
        "(SELECT id FROM act WHERE entries IS NULL), "
        f"'{table}', json_array({', '.join(f'{row}.{name}' for name in key)}), "
        f"{'NULL' if event == 'INSERT' else image_of('old', columns)},"
        f" {'NULL' if event == 'DELETE' else image_of('new', columns)}); END"
    )


def complete(con: sqlite3.Connection, table: str, image: str | None) -> Image | None:
    """A row image of the journal as values by column; a column that was added since then has its default."""
    import json

    if image is None:
        return None
    values = json.loads(image)
    return {name: values.get(name, default) for name, default in defaults_of(con, table).items()}


def live_image(con: sqlite3.Connection, table: str, key: str) -> Image | None:
    """The values by column of the row with this key (as the journal writes it), None where there is none."""
    import json

    columns, names = columns_of(con, table)
    where = " AND ".join(f"t.{name} IS ? COLLATE BINARY" for name in names)
    row = con.execute(
        f"SELECT {image_of('t', columns)} FROM {table} AS t WHERE {where}", json.loads(key)
    ).fetchone()
    return None if row is None else dict(json.loads(row[0]))


def defaults_of(con: sqlite3.Connection, table: str) -> Image:
    """What each stored column holds where nothing is said, as in rows that are older than the column."""
    rows = con.execute("SELECT name, dflt_value FROM pragma_table_info(?) ORDER BY cid", (table,)).fetchall()
    return {
        name: None if default is None else con.execute(f"SELECT {default}").fetchone()[0]
        for name, default in rows
    }
