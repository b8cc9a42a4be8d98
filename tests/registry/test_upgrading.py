"""Registries of every older schema, kept as files, are brought to today's with nothing lost."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from kskd.registry.database import snapshot, upgrade, writing
from kskd.registry.file.opening import APPLICATION_ID
from kskd.registry.history import seals
from kskd.registry.schema.steps import SCHEMA
from kskd.registry.session import Session
from kskd.registry.tables.settings import write_setting
from tests.registry.harness import ACT, content, dump, tables_of

if TYPE_CHECKING:
    from collections.abc import Callable

OLD = {int(one.stem.rpartition("-")[2]): one for one in (Path(__file__).parent / "data").glob("schema-*.sql")}


def made(path: Path, schema: int) -> Path:
    """A registry file of an older schema, as that kskd left it."""
    with closing(sqlite3.connect(path)) as con:
        con.executescript(OLD[schema].read_text("utf-8"))
        con.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        con.execute(f"PRAGMA user_version = {schema}")
        con.commit()
    return path


def test_every_older_schema_is_kept_as_a_file() -> None:
    assert sorted(OLD) == list(range(1, SCHEMA))


@pytest.mark.parametrize("schema", sorted(OLD))
@pytest.mark.parametrize("way", ["upgrade", "write"])
def test_every_value_and_the_whole_history_are_there_afterwards(
    tmp_path: Path, schema: int, way: str
) -> None:
    path = made(tmp_path / "kskd.db", schema)
    with closing(sqlite3.connect(path)) as con:
        before, columns = content(con), {table: _columns(con, table) for table in tables_of(con)}
        head = seals_head(con)
    if way == "upgrade":
        assert upgrade(path, ACT.at) == (schema, SCHEMA)
    else:
        with writing(path, ACT) as session:
            write_setting(session, "seat", "Contoh Baru")
    after = dump(path)  # sound, and its chain unbroken
    assert {"content", "event", "erasure", "personal_field", "fact", "acceptance"} <= set(after)
    with closing(sqlite3.connect(path)) as con:
        for table, names in columns.items():
            rows = con.execute(f"SELECT {', '.join(names)} FROM {table}").fetchall()  # noqa: S608
            if table in {"_sqlite_migrations", "act", "journal", "setting"}:
                assert len(rows) >= len(before[table])
            elif table == "personal_field":  # later steps mark more
                assert set(rows) >= set(before[table])
            else:
                assert sorted(rows, key=repr) == before[table]
        assert seals.verify(Session(con), head).is_expected


def seals_head(con: sqlite3.Connection) -> str:
    """The link of the latest act, as the old kskd sealed it."""
    return str(con.execute("SELECT link FROM act ORDER BY id DESC LIMIT 1").fetchone()[0])


def _columns(con: sqlite3.Connection, table: str) -> list[str]:
    names = [row[0] for row in con.execute("SELECT name FROM pragma_table_info(?)", (table,))]
    hidden = {"journal": ("salt", "digest"), "act": ("link", "salt", "digest")}.get(table, ())
    return [name for name in names if name not in hidden]


def test_an_older_registry_is_named_as_such_to_who_only_reads(
    tmp_path: Path, run: Callable[..., Any]
) -> None:
    made(tmp_path / "kskd.db", 1)
    result = run("list")
    assert (result.status, result.out) == (1, "")
    assert "kskd init --upgrade" in result.err


def test_an_upgraded_registry_answers(tmp_path: Path, ok: Callable[..., str]) -> None:
    path = made(tmp_path / "kskd.db", 1)
    ok("init", "--upgrade")
    assert "Pelatihan bidan" in ok("show", "PKS-2024-001")
    with snapshot(path) as session:
        assert session.con.execute("SELECT embedded, count(*) FROM file").fetchall() == [(0, 1)]
