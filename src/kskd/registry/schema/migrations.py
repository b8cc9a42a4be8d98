"""Applying the steps of the schema: each once, noted in the file itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kskd.registry.schema.images import install_triggers
from kskd.registry.schema.steps import SCHEMA, STEPS, sql_of

if TYPE_CHECKING:
    import sqlite3

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
            db.executescript(sql)

    migrations.apply(Database(con, execute_plugins=False))


def apply(con: sqlite3.Connection) -> None:
    """Bring ``con`` to SCHEMA inside the caller's transaction, with journal triggers for every table."""
    make_tables(con, SCHEMA)
    install_triggers(con)
    con.execute(f"PRAGMA user_version = {SCHEMA:d}")
