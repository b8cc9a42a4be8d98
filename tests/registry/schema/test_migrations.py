"""The schema: its steps, and what every table has."""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing
from typing import Any

import pytest

from kskd.registry.schema import migrations
from kskd.registry.schema.images import install_triggers
from kskd.registry.schema.steps import SCHEMA, STEPS, sql_of
from tests.registry.harness import UNTRACKED, content, tables_of


def test_every_table_is_strict(memory: sqlite3.Connection) -> None:
    loose = memory.execute(
        "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND NOT strict"
        " AND name NOT LIKE 'sqlite_%' AND name <> '_sqlite_migrations'"
    ).fetchall()
    assert loose == []


def test_every_table_that_is_told_about_has_its_three_triggers(memory: sqlite3.Connection) -> None:
    triggers = {
        name
        for (name,) in memory.execute("SELECT name FROM sqlite_schema WHERE type = 'trigger'")
        if not name.startswith(("act_no_", "journal_no_"))
    }
    tables = set(tables_of(memory)) - UNTRACKED
    assert len(tables) >= 19
    assert triggers == {
        f"journal_{table}_{event}" for table in tables for event in ("insert", "update", "delete")
    }


def test_every_trigger_keeps_every_stored_column(memory: sqlite3.Connection) -> None:
    for table in set(tables_of(memory)) - UNTRACKED:
        columns = [row[1] for row in memory.execute(f"PRAGMA table_info({table})")]
        for event, images in (("insert", ["new"]), ("update", ["old", "new"]), ("delete", ["old"])):
            (sql,) = memory.execute(
                "SELECT sql FROM sqlite_schema WHERE name = ?", (f"journal_{table}_{event}",)
            ).fetchone()
            for image in images:
                assert all(f"'{column}', " in sql and f"{image}.{column}" in sql for column in columns), sql


_SMALL = {
    ("opd", "successor"),
    ("partner", "merged_into"),
    ("evaluation", "instrument"),
    ("clock", "opd"),
    ("reminder", "opd"),
    ("desk_sheet", "opd"),
    ("desk_sheet", "instrument"),
    ("desk_meeting", "opd"),
}


def test_every_foreign_key_has_an_index_to_find_its_rows_by(memory: sqlite3.Connection) -> None:
    """Else each change of a parent would read the whole child table."""
    for table in tables_of(memory):
        keys: dict[int, list[str]] = {}
        for row in memory.execute(f"PRAGMA foreign_key_list({table})").fetchall():
            keys.setdefault(row[0], []).append(row[3])
        indexes = [
            [column for (column,) in memory.execute("SELECT name FROM pragma_index_info(?)", (name,))]
            for (name,) in memory.execute("SELECT name FROM pragma_index_list(?)", (table,)).fetchall()
        ]
        for columns in keys.values():
            if (table, *columns) in _SMALL:
                continue  # the parents change once in years
            assert any(set(index[: len(columns)]) == set(columns) for index in indexes), (table, columns)


# -- steps ----------------------------------------------------------------------------------------------


def test_schema_is_the_number_of_steps_and_their_names_rise(memory: sqlite3.Connection) -> None:
    names = [name for (name,) in memory.execute("SELECT name FROM _sqlite_migrations ORDER BY id")]
    assert len(names) == SCHEMA
    assert all(re.fullmatch(r"[0-9]{4}_[a-z_]+", name) for name in names)
    assert [int(name[:4]) for name in names] == list(range(1, SCHEMA + 1))
    assert memory.execute("PRAGMA user_version").fetchone() == (SCHEMA,)


def _schema(con: sqlite3.Connection) -> list[Any]:
    return con.execute("SELECT type, name, sql FROM sqlite_schema ORDER BY type, name").fetchall()


def test_applying_twice_changes_nothing(memory: sqlite3.Connection) -> None:
    memory.execute("INSERT INTO opd (code, name) VALUES ('DINKES', 'Dinas Kesehatan')")
    before = (_schema(memory), content(memory))
    migrations.apply(memory)
    assert (_schema(memory), content(memory)) == before


def test_nothing_of_a_failing_step_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    """Also nothing of the steps before it: they share one transaction."""
    failing = "CREATE TABLE half (a) STRICT; INSERT INTO tiada VALUES (1);"
    monkeypatch.setattr(migrations, "STEPS", (*STEPS[:-1], "9999_fails"))
    monkeypatch.setattr(migrations, "sql_of", lambda step: failing if step == "9999_fails" else sql_of(step))
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as con:
        con.execute("BEGIN IMMEDIATE")
        with pytest.raises(sqlite3.OperationalError):
            migrations.apply(con)
        con.execute("ROLLBACK")
        assert _schema(con) == []
        assert con.execute("PRAGMA user_version").fetchone() == (0,)


def test_steps_stay_inside_the_callers_transaction() -> None:
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as con:
        con.execute("BEGIN")
        migrations.apply(con)
        assert con.in_transaction
        con.execute("ROLLBACK")
        assert _schema(con) == []


def test_a_column_that_a_step_adds_is_journalled(memory: sqlite3.Connection) -> None:
    memory.execute("ALTER TABLE setting ADD COLUMN remark TEXT")
    install_triggers(memory)
    memory.execute("INSERT INTO setting VALUES ('seat', 'Contoh', 'baru')")
    assert memory.execute("SELECT new ->> 'remark' FROM journal").fetchall() == [("baru",)]


@pytest.mark.parametrize("step", STEPS)
def test_the_statements_of_a_step_are_all_of_it_one_by_one(step: str) -> None:
    """None is cut at a semicolon inside a trigger or a text, and none is passed over."""
    found = list(migrations.statements(sql_of(step)))
    assert "".join(found) == sql_of(step)
    assert all(sqlite3.complete_statement(one) for one in found if one.strip())
    assert not any(
        sqlite3.complete_statement(one[: one.rindex("\n", 0, -1)]) for one in found if "\n" in one[:-1]
    )


def test_a_statement_without_its_end_is_not_passed_over() -> None:
    assert list(migrations.statements("CREATE TABLE a (b);\nCREATE TABLE c (d)")) == [
        "CREATE TABLE a (b);\n",
        "CREATE TABLE c (d)",
    ]


def test_a_wider_list_of_grounds_keeps_every_end_and_what_takes_whose_place() -> None:
    """Of two successors the one that was called off takes no place, also while the column is exchanged."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as con:
        migrations.make_tables(con, 5)
        con.execute("INSERT INTO opd (code, name) VALUES ('DINKES', 'Dinas Kesehatan')")
        add = (
            "INSERT INTO agreement (id, doc, scheme, title, lead_opd, entered_on, signed_on, starts_on,"
            " predecessor, ended_on, end_ground) VALUES (?, 'kb', 'ksdpk', 'Contoh', 'DINKES', '2024-01-02',"
            " '2024-01-02', ?, ?, ?, ?)"
        )
        first, off, next_one = "KB-2024-001", "KB-2024-002", "KB-2024-003"
        ends = [(first, None), (off, "pailit"), (next_one, None)]
        con.execute(add, (first, None, None, None, None))
        con.execute(add, (off, "2024-06-01", first, "2024-03-01", "pailit"))
        con.execute(add, (next_one, "2024-06-01", first, None, None))
        migrations.apply(con)
        assert con.execute("SELECT id, end_ground FROM agreement ORDER BY id").fetchall() == ends
        assert con.execute("SELECT ended_on FROM agreement WHERE id = ?", (off,)).fetchone() == (
            "2024-03-01",
        )
        with pytest.raises(sqlite3.IntegrityError, match="UNIQUE"):
            con.execute(add, ("KB-2024-004", "2024-06-01", first, None, None))
        assert con.execute("SELECT count(*) FROM journal").fetchone() == (0,)
