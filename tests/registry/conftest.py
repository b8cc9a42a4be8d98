"""Registries for the tests of the registry layer."""

from __future__ import annotations

import os
import shutil
import sqlite3
import tempfile
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from kskd.domain.opd import Opd
from kskd.domain.partner import Partner
from kskd.registry.database import creating
from kskd.registry.schema import migrations
from kskd.registry.session import Session
from kskd.registry.tables import settings
from kskd.registry.tables.agreements import insert_agreement
from kskd.registry.tables.opds import insert_opd
from kskd.registry.tables.partners import insert_partner
from tests.registry.harness import ACT, PARTNERS, UNITS, plain
from tests.registry.office import make_office

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture(scope="session")
def _blank_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("blank") / "kskd.db"
    with creating(path, ACT) as session:
        settings.write_setting(session, "name", "Kabupaten Contoh")
        insert_opd(session, Opd("DINKES", "Dinas Kesehatan"))
    return path


@pytest.fixture
def blank(_blank_once: Path, tmp_path: Path) -> Path:
    """A registry with a name and one OPD, made through the layer itself."""
    return Path(shutil.copy(_blank_once, tmp_path / "kskd.db"))


@contextmanager
def _in_memory(content: bytes | None) -> Iterator[sqlite3.Connection]:
    """A database in one open transaction, with foreign keys enforced."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as con:
        if content is not None:
            con.deserialize(content)
        con.execute("PRAGMA foreign_keys = ON")
        con.execute("PRAGMA recursive_triggers = ON")
        con.execute("BEGIN")
        yield con


@pytest.fixture(scope="session")
def _schema_once() -> bytes:
    with _in_memory(None) as con:
        migrations.apply(con)
        con.execute("COMMIT")
        return con.serialize()


@pytest.fixture
def memory(_schema_once: bytes) -> Iterator[sqlite3.Connection]:
    """The schema in memory."""
    with _in_memory(_schema_once) as con:
        yield con


@pytest.fixture(scope="session")
def _filled_once(_schema_once: bytes) -> bytes:
    with _in_memory(_schema_once) as con:
        settings.write_setting(Session(con), "name", "Kabupaten Contoh")
        for code in UNITS:
            insert_opd(Session(con), Opd(code, f"Dinas {code}"))
        for name in PARTNERS.values():
            insert_partner(Session(con), Partner(0, name))
        insert_agreement(Session(con), plain("KB-2020-001"))
        con.execute("COMMIT")
        return con.serialize()


@pytest.fixture
def con(_filled_once: bytes) -> Iterator[sqlite3.Connection]:
    """A registry in memory with units, partners and one older document."""
    with _in_memory(_filled_once) as con:
        yield con


@pytest.fixture
def shared() -> Iterator[Path]:
    """A folder that every user of this computer can enter, unlike pytest's own."""
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o755)
    yield folder
    folder.chmod(0o755)
    shutil.rmtree(folder)


@pytest.fixture
def nobody() -> int:
    """A user without rights: root gives its own up to be this one, anybody else already is."""
    return 65534 if os.getuid() == 0 else os.getuid()


@pytest.fixture(scope="session")
def office_bytes(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A small office, made once through the use cases."""
    path = tmp_path_factory.mktemp("office") / "kskd.db"
    make_office(path)
    return path.read_bytes()
