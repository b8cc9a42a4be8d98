"""What a successor is told equals what SQL counts in the registry by itself."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

import pytest

from kskd.domain.settings import SETTINGS
from kskd.domain.values.period import Period
from kskd.reporting.basis import Basis
from kskd.reporting.kinds.serah_terima import serah_terima
from kskd.workflows.access import Access
from kskd.workflows.handing.page import read_around, read_beside
from kskd.workflows.reports.making import read_facts

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from kskd.reporting.kinds.serah_terima import SerahTerima

DAY = date(2025, 1, 15)


def _page(registry: Path) -> SerahTerima:
    access = Access(registry, datetime(2025, 1, 15, 8, tzinfo=UTC), "penguji", "handover")
    with access.reading() as session:
        facts = read_facts(session)
        beside = read_beside(session, access, facts, DAY, read_around(session, access))
    return serah_terima(Basis(facts, Period.parse("2024-S2"), DAY), beside)


@pytest.fixture
def con(example: Path) -> sqlite3.Connection:
    return sqlite3.connect(example)


def test_what_is_open_and_where_originals_are(example: Path, con: sqlite3.Connection) -> None:
    page = _page(example)
    opened = con.execute(
        "SELECT o.agreement, o.number FROM obstacle AS o JOIN agreement AS a ON a.id = o.agreement"
        " WHERE o.closed IS NULL AND a.void_reason IS NULL"
    ).fetchall()
    assert sorted((one.agreement, one.number) for one in page.obstacles) == sorted(opened)
    undone = con.execute("SELECT agreement, number FROM action WHERE done_on IS NULL").fetchall()
    assert sorted((one.agreement, one.number) for one in page.actions) == sorted(undone)
    places = defaultdict(set)
    for agreement, place in con.execute(
        "SELECT id, original_place FROM agreement WHERE original_place IS NOT NULL AND void_reason IS NULL"
    ):
        places[place].add(agreement)
    assert {one.name: set(one.ids) for one in page.places} == dict(places)
    signed = {
        one
        for (one,) in con.execute(
            "SELECT id FROM agreement WHERE void_reason IS NULL AND signed_on <= '2025-01-15'"
        )
    }
    assert set(page.placeless) == signed.difference(*places.values())
    assert page.total == con.execute("SELECT count(*) FROM agreement WHERE void_reason IS NULL").fetchone()[0]


def test_settings_are_all_there_and_say_who_set_them(example: Path, con: sqlite3.Connection) -> None:
    own = dict(con.execute("SELECT key, value FROM setting"))
    told = {one.key: one for one in _page(example).settings}
    assert told.keys() == SETTINGS.keys()
    assert {key for key, one in told.items() if not one.is_default} == own.keys()
    assert all(told[key].value == value for key, value in own.items())


def test_the_backup_is_the_newest_and_says_whether_it_is_current(
    example: Path, ok: Callable[..., str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert _page(example).beside.backup is None
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1736899200")
    ok("backup")
    made = _page(example).beside.backup
    assert made is not None
    assert (made.at, made.is_current) == ("2025-01-15T00:00:00", True)
    ok("setting", "set", "soon-days", "60")
    made = _page(example).beside.backup
    assert made is not None
    assert not made.is_current


def test_a_file_that_is_gone_or_changed_is_named(example: Path, ok: Callable[..., str]) -> None:
    (example.parent / "satu.pdf").write_bytes(b"satu")
    (example.parent / "dua.pdf").write_bytes(b"dua")
    ok("attach", "KB-2024-001", "satu.pdf", "dua.pdf")
    assert _page(example).beside.files == ()
    (example.parent / "satu.pdf").unlink()
    (example.parent / "dua.pdf").write_bytes(b"lain")
    found = {one.path: one.state for one in _page(example).beside.files}
    assert found == {"dua.pdf": "isinya berubah", "satu.pdf": "tidak ada"}
