"""What changed behind the journal's back is found, named by table, key and column; nothing else is."""

from __future__ import annotations

import sqlite3
import tempfile
from contextlib import closing, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kskd.errors import KskdError
from kskd.registry.history.live_rows import Stray, breaks, strays
from kskd.registry.schema import migrations
from kskd.registry.schema.images import install_triggers, tracked_tables
from kskd.workflows.access import Access
from tests.registry.office import COMMANDS, Command
from tests.registry.test_upgrading import OLD

if TYPE_CHECKING:
    from collections.abc import Iterator

pytestmark = pytest.mark.slow


def behind_its_back(con: sqlite3.Connection, *statements: str) -> None:
    """Change rows as a program would that has no triggers, or a disk."""
    con.execute("PRAGMA foreign_keys = OFF")
    con.execute("PRAGMA ignore_check_constraints = ON")
    for (name,) in con.execute("SELECT name FROM sqlite_schema WHERE type = 'trigger'").fetchall():
        con.execute(f"DROP TRIGGER {name}")
    for statement in statements:
        con.execute(statement)


@pytest.fixture
def con(example: Path) -> Iterator[sqlite3.Connection]:
    """The example, open for changes."""
    with closing(sqlite3.connect(example, isolation_level=None)) as one:
        yield one


@settings(max_examples=25)
@given(commands=st.lists(COMMANDS, min_size=1, max_size=6))
def test_whatever_commands_do_no_row_is_a_stray_and_no_entry_a_break(
    office_bytes: bytes, commands: list[Command]
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "kskd.db"
        path.write_bytes(office_bytes)
        way = Access(path, datetime(2025, 1, 15, tzinfo=UTC), "analis", "uji", "koreksi")
        for work, args, more in commands:
            with suppress(KskdError):
                work(way, *args, **more)
        with closing(sqlite3.connect(path)) as con:
            assert strays(con) == []
            assert breaks(con) == []


def test_every_change_of_a_single_column_is_found_and_named(con: sqlite3.Connection) -> None:
    """Each column of a row of every table, changed in turn, as a flipped bit would."""
    behind_its_back(con)
    seen = 0
    for table in tracked_tables(con):
        columns = con.execute(
            "SELECT name, type, pk FROM pragma_table_info(?) ORDER BY pk", (table,)
        ).fetchall()
        keys = ", ".join(name for name, _, pk in columns if pk)
        first = f"({keys}) IN (SELECT {keys} FROM {table} LIMIT 1)"  # noqa: S608
        for name, kind in [(name, kind) for name, kind, pk in columns if not pk]:
            other = f"coalesce({name}, '') || 'x'" if kind == "TEXT" else f"coalesce({name}, 0) + 1000"
            con.execute("BEGIN")
            if con.execute(f"UPDATE {table} SET {name} = {other} WHERE {first}").rowcount:  # noqa: S608
                (found,) = strays(con)
                assert (found.table, found.differing) == (table, (name,))
                seen += 1
            con.execute("ROLLBACK")
    assert strays(con) == []
    assert seen > 60


def test_what_changed_unseen_is_found_also_when_the_row_was_written_since(memory: sqlite3.Connection) -> None:
    """Changed, gone or come while no trigger looked: the next entry of that row tells on it."""
    memory.execute("INSERT INTO setting VALUES ('seat', 'Contoh'), ('level', 'kota')")
    assert breaks(memory) == []
    triggers = memory.execute(
        "SELECT name, sql FROM sqlite_schema WHERE tbl_name = 'setting' AND type = 'trigger'"
    )
    for name, sql in (kept := triggers.fetchall()):
        assert sql
        memory.execute(f"DROP TRIGGER {name}")
    memory.execute("UPDATE setting SET value = 'Kontoh' WHERE key = 'seat'")
    memory.execute("DELETE FROM setting WHERE key = 'level'")
    memory.execute("INSERT INTO setting VALUES ('paper', 'a4')")
    for _, sql in kept:
        memory.execute(sql)
    memory.execute("UPDATE setting SET value = value || '!' WHERE key IN ('seat', 'paper')")
    memory.execute("INSERT INTO setting VALUES ('level', 'provinsi')")
    found = {one.key[0]: one for one in breaks(memory)}
    assert found.keys() == {"seat", "level", "paper"}
    assert found["seat"].differing == ("value",)
    assert (found["level"].found, found["paper"].told) == (None, None)


def test_putting_back_what_was_told_is_no_break(memory: sqlite3.Connection) -> None:
    """As ``doctor --fix`` does."""
    memory.execute("INSERT INTO setting VALUES ('seat', 'Contoh')")
    (sql,) = memory.execute("SELECT sql FROM sqlite_schema WHERE name = 'journal_setting_update'").fetchone()
    memory.execute("DROP TRIGGER journal_setting_update")
    memory.execute("UPDATE setting SET value = 'Kontoh'")
    memory.execute(sql)
    memory.execute("UPDATE setting SET value = 'Contoh'")
    assert breaks(memory) == []


def test_a_row_under_a_key_that_another_gave_up_is_no_break(memory: sqlite3.Connection) -> None:
    memory.execute("INSERT INTO opd (code, name) VALUES ('DINKES', 'Dinas Kesehatan')")
    memory.execute("INSERT INTO opd_alias VALUES ('kes', 'DINKES')")
    memory.execute("UPDATE opd_alias SET alias = 'Dinas' WHERE alias = 'kes'")
    memory.execute("INSERT INTO opd_alias VALUES ('kes', 'DINKES')")
    memory.execute("DELETE FROM opd_alias")
    assert breaks(memory) == []


def test_the_smallest_change_of_a_number_is_found(con: sqlite3.Connection) -> None:
    """A REAL differs in its last bit, and by no rounding of the image."""
    behind_its_back(con, "UPDATE target SET value = value + 1e-13 WHERE value BETWEEN 1 AND 100")
    assert {(one.table, one.differing) for one in strays(con)} == {("target", ("value",))}


def test_a_row_that_went_and_a_row_that_came_are_told_apart(con: sqlite3.Connection) -> None:
    behind_its_back(
        con,
        "DELETE FROM setting WHERE key = 'name'",
        "INSERT INTO affair (agreement, code) SELECT min(id), '3.09' FROM agreement",
    )
    came, went = strays(con)
    assert (came.table, came.last, came.differing) == ("affair", None, ())
    assert came.live is not None
    assert went == Stray("setting", ("name",), None, {"key": "name", "value": "Kabupaten Contoh Raya"})


def test_a_removed_row_that_is_back_is_a_stray(memory: sqlite3.Connection) -> None:
    memory.execute("INSERT INTO setting VALUES ('seat', 'Contoh')")
    memory.execute("DELETE FROM setting")
    assert strays(memory) == []
    memory.execute("DROP TRIGGER journal_setting_insert")
    memory.execute("INSERT INTO setting VALUES ('seat', 'Contoh')")
    assert strays(memory) == [Stray("setting", ("seat",), {"key": "seat", "value": "Contoh"}, None)]


def test_a_row_whose_key_changed_is_none_under_either_key(memory: sqlite3.Connection) -> None:
    """Capitals too: the column compares without them, the journal does not."""
    memory.execute("INSERT INTO opd (code, name) VALUES ('DINKES', 'Dinas Kesehatan')")
    memory.execute("INSERT INTO opd_alias VALUES ('dinkes', 'DINKES'), ('kes', 'DINKES')")
    memory.execute("UPDATE opd_alias SET alias = 'Dinkes' WHERE alias = 'dinkes'")
    memory.execute("UPDATE opd_alias SET alias = 'Dinas' WHERE alias = 'kes'")
    assert strays(memory) == []
    memory.execute("DROP TRIGGER journal_opd_alias_update")
    memory.execute("UPDATE opd_alias SET alias = 'DINKES' WHERE alias = 'Dinkes'")
    assert {one.key for one in strays(memory)} == {("Dinkes",), ("DINKES",)}


def test_what_another_program_changed_through_the_triggers_is_no_stray(con: sqlite3.Connection) -> None:
    """``journal.count_outside`` tells of that."""
    con.execute("UPDATE agreement SET note = 'dari luar'")
    assert strays(con) == []


def test_an_image_older_than_a_column_holds_its_default(memory: sqlite3.Connection) -> None:
    memory.execute("INSERT INTO setting VALUES ('seat', 'Contoh')")
    memory.execute("ALTER TABLE setting ADD COLUMN rank INTEGER NOT NULL DEFAULT 7")
    memory.execute("ALTER TABLE setting ADD COLUMN remark TEXT")
    install_triggers(memory)
    assert strays(memory) == []
    memory.execute("DROP TRIGGER journal_setting_update")
    memory.execute("UPDATE setting SET rank = 8")
    assert [one.differing for one in strays(memory)] == [("rank",)]
    memory.execute("UPDATE setting SET rank = 7, remark = 'x'")
    assert [one.differing for one in strays(memory)] == [("remark",)]


@pytest.mark.parametrize("column", ["key", "old", "new"])
@pytest.mark.parametrize("text", ["{", "7", ""])
def test_a_journal_that_cannot_be_read_hides_no_row(
    memory: sqlite3.Connection, column: str, text: str
) -> None:
    """Who looks for damage meets it in the journal too; ``seals.verify`` says where."""
    memory.execute("INSERT INTO setting VALUES ('seat', 'Contoh')")
    memory.execute("UPDATE setting SET value = 'Lain'")
    memory.execute("DROP TRIGGER journal_no_update")
    memory.execute(f"UPDATE journal SET {column} = ? WHERE {column} IS NOT NULL", (text,))  # noqa: S608
    found = [] if column == "old" else [("seat",)]
    assert [one.key for one in strays(memory) if one.live is not None] == found


@pytest.mark.parametrize("schema", sorted(OLD))
def test_an_upgraded_registry_has_none(schema: int) -> None:
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as con:
        con.executescript(OLD[schema].read_text("utf-8"))
        con.execute("BEGIN")
        migrations.apply(con)
        assert strays(con) == []
