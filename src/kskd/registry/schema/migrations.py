"""Applying the steps of the schema: each once, noted in the file itself."""

from __future__ import annotations

from sqlite3 import complete_statement
from typing import TYPE_CHECKING

from kskd.registry.schema.images import install_triggers
from kskd.registry.schema.steps import SCHEMA, STEPS, sql_of

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator

    from sqlite_utils import Database


def make_tables(con: sqlite3.Connection, schema: int) -> None:
    """The tables of a schema, in a file that has none or those of an older one, inside the caller's transaction.

    They are bare: rows go in unjournalled, then ``apply``.
    """
    from sqlite_utils import Database, Migrations

    migrations = Migrations("kskd")
    for name in STEPS[:schema]:

        @migrations(name=name)
        def _step(db: Database, sql: str = sql_of(name)) -> None:
            for statement in statements(sql):
                db.execute(statement)

    migrations.apply(Database(con, execute_plugins=False))


def statements(sql: str) -> Iterator[str]:
    """The statements of a script, each of which ends with its line.

    ``Database.executescript`` asks after every character whether one is whole, which takes a third of ``init``.
    """
    whole = ""
    for line in sql.splitlines(keepends=True):
        whole += line
        if complete_statement(whole):
            yield whole
            whole = ""
    if whole.strip():
        yield whole


def apply(con: sqlite3.Connection) -> None:
    """Bring ``con`` to SCHEMA inside the caller's transaction, with journal triggers for every table."""
    make_tables(con, SCHEMA)
    install_triggers(con)
    con.execute(f"PRAGMA user_version = {SCHEMA:d}")
