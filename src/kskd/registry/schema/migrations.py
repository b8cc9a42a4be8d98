"""The schema, as append-only steps of plain SQL. A step that has been released is never edited again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kskd.registry.schema.images import install_triggers

if TYPE_CHECKING:
    import sqlite3

    from sqlite_utils import Database, Migrations

SCHEMA = 4  # number of steps below; kept in the file's user_version


def steps() -> Migrations:
    """Every step in order, the oldest first; names are unique and never change."""
    from sqlite_utils import Migrations

    from kskd.registry.schema import schema_1, schema_2, schema_3, schema_4

    migrations = Migrations("kskd")

    @migrations(name="0001_registry")
    def _registry(db: Database) -> None:
        db.executescript(schema_1.SQL)

    @migrations(name="0002_safety")
    def _safety(db: Database) -> None:
        db.executescript(schema_2.SQL)

    @migrations(name="0003_law")
    def _law(db: Database) -> None:
        db.executescript(schema_3.SQL)

    @migrations(name="0004_evaluation")
    def _evaluation(db: Database) -> None:
        db.executescript(schema_4.SQL)

    return migrations


def make_tables(con: sqlite3.Connection, schema: int) -> None:
    """The bare tables of an older schema, in a file that has none: rows go in unjournalled, then ``apply``."""
    from sqlite_utils import Database

    database, ours = Database(con, execute_plugins=False), steps()
    ours.apply(database, stop_before=[step.name for step in ours.pending(database)[schema:]])


def apply(con: sqlite3.Connection) -> None:
    """Bring ``con`` to SCHEMA inside the caller's transaction, with journal triggers for every table."""
    from sqlite_utils import Database

    steps().apply(Database(con, execute_plugins=False))
    install_triggers(con)
    con.execute(f"PRAGMA user_version = {SCHEMA:d}")
