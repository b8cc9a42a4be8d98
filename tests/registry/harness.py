"""What the registry's tests share: looking into a file from outside, and a child process to be killed."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any

from kskd.domain.document.agreement import Agreement, Party
from kskd.domain.document.chain import Doc, Scheme
from kskd.domain.document.fields import FIELDS
from kskd.domain.document.term import Term
from kskd.registry.act import Act
from kskd.registry.database import creating, snapshot, upgrade, writing
from kskd.registry.history import seals
from kskd.registry.schema.images import UNTRACKED as _UNTRACKED
from kskd.registry.session import Session
from kskd.registry.tables.settings import write_setting

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

ACT = Act(datetime(2025, 1, 15, tzinfo=UTC), "analis", "uji")

UNTRACKED = set(_UNTRACKED)
SEALS = {
    "journal": ("salt", "digest"),
    "act": ("link", "salt", "digest"),
}  # by chance, or standing on what is
_connect = sqlite3.connect  # as it is before a test puts a watch on it

PARTNERS = {number: f"Mitra Contoh {number}" for number in range(1, 6)}
UNITS = ("BAPPEDA", "DIKBUD", "DINKES")
PLAIN = {field.key for field in FIELDS.plain}
WAYS = ("read", "write", "upgrade")

Dump = dict[str, list[tuple[Any, ...]]]


def plain(one: str, **more: Any) -> Agreement:
    """A small document."""
    fields: dict[str, Any] = {
        "doc": Doc(one.split("-", 1)[0].lower()), "scheme": Scheme.KSDPK,
        "lead_opd": "DINKES",
        "entered_on": date(2024, 1, 1), "term": Term(), "parties": (Party(0, "Kabupaten Contoh"),),
    }  # fmt: skip
    plain = {"title": "Kota sehat"} | {key: more.pop(key) for key in PLAIN & more.keys()}
    return Agreement(id=one, **(fields | more)).with_facts(**plain)


def create(path: Path) -> None:
    """A registry with nothing but a name."""
    with creating(path, ACT) as session:
        write_setting(session, "name", "Kabupaten Contoh")


def tables_of(con: sqlite3.Connection) -> list[str]:
    """Names of all tables but SQLite's own."""
    rows = con.execute(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite#_%' ESCAPE '#'"
    )
    return sorted(name for (name,) in rows)


def content(con: sqlite3.Connection) -> Dump:
    """Every row of every table, without the seals of the journal."""
    return {
        table: sorted(con.execute(f"SELECT {_columns(con, table)} FROM {table}"), key=repr)  # noqa: S608 - names from the schema
        for table in tables_of(con)
    }


def _columns(con: sqlite3.Connection, table: str) -> str:
    names = [name for (name,) in con.execute("SELECT name FROM pragma_table_info(?)", (table,))]
    return ", ".join(name for name in names if name not in SEALS.get(table, ()))


def dump(path: Path) -> Dump:
    """Every row of a sound registry file with an unbroken chain of acts, seen by another program."""
    with closing(_connect(path)) as con:
        assert con.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert con.execute("PRAGMA foreign_key_check").fetchall() == []
        if "journal" in tables_of(con):
            assert seals.verify(Session(con)).broken is None
        return content(con)


def tracked(seen: Dump) -> Dump:
    """The part of a dump that the journal tells about."""
    return {table: rows for table, rows in seen.items() if table not in UNTRACKED}


def raw(path: Path, *statements: str) -> None:
    """Change a file as another program would, each statement on its own."""
    with closing(_connect(path, isolation_level=None)) as con:
        con.execute("PRAGMA foreign_keys = ON")
        for statement in statements:
            con.execute(statement)


def beside(path: Path) -> list[str]:
    """Names of files left beside the registry that belong to it."""
    return sorted(
        other.name for other in path.parent.iterdir() if other.name != path.name and path.name in other.name
    )


def forked(work: Callable[[], str]) -> tuple[int, str]:
    """Run in a child process; gives how it ended, as ``waitpid`` says, and the text that ``work`` gave."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        status = 1
        try:
            os.close(reading)
            os.write(writing, work().encode())
            status = 0
        except BaseException as error:
            os.write(writing, f"{type(error).__name__}: {error}".encode())
        finally:
            os._exit(status)
    os.close(writing)
    with os.fdopen(reading, "rb") as stream:
        text = stream.read().decode()
    return os.waitpid(child, 0)[1], text


def enter(way: str, path: Path) -> None:
    """Open the registry in one of the three ways there are."""
    if way == "read":
        with snapshot(path) as session:
            session.con.execute("SELECT count(*) FROM setting").fetchone()
    elif way == "write":
        with writing(path, ACT) as session:
            write_setting(session, "seat", "Contoh")
    else:
        upgrade(path, ACT.at)
