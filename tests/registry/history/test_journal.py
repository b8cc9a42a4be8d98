"""The journal: every change with what was before and after, by triggers that nothing gets around."""

from __future__ import annotations

import json
import sqlite3
from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kskd.domain.document.chain import Doc
from kskd.errors import RegistryError
from kskd.registry.act import Act
from kskd.registry.database import snapshot, writing
from kskd.registry.history import journal, seals
from kskd.registry.history.journal import Search
from kskd.registry.schema import images
from kskd.registry.session import Session
from kskd.registry.tables import agreements, opds, settings
from tests.registry.harness import ACT, dump, raw

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from typing import Any


def _entries(con: sqlite3.Connection) -> list[tuple[Any, ...]]:
    return [
        (table, json.loads(key), old and json.loads(old), new and json.loads(new))
        for table, key, old, new in con.execute("SELECT tbl, key, old, new FROM journal ORDER BY seq")
    ]


def test_a_row_is_journalled_when_it_comes_when_it_changes_and_when_it_goes(
    memory: sqlite3.Connection,
) -> None:
    memory.execute("INSERT INTO setting VALUES ('seat', 'Contoh')")
    memory.execute("UPDATE setting SET value = 'Lain'")
    memory.execute("DELETE FROM setting")
    first, second = {"key": "seat", "value": "Contoh"}, {"key": "seat", "value": "Lain"}
    assert _entries(memory) == [
        ("setting", ["seat"], None, first),
        ("setting", ["seat"], first, second),
        ("setting", ["seat"], second, None),
    ]


def test_replacing_a_row_is_journalled_as_going_and_coming(memory: sqlite3.Connection) -> None:
    memory.execute("INSERT INTO setting VALUES ('seat', 'Contoh')")
    memory.execute("REPLACE INTO setting VALUES ('seat', 'Lain')")
    assert [(old and old["value"], new and new["value"]) for _, _, old, new in _entries(memory)] == [
        (None, "Contoh"),
        ("Contoh", None),
        (None, "Lain"),
    ]


def test_an_update_that_changes_nothing_writes_nothing(memory: sqlite3.Connection) -> None:
    memory.execute("INSERT INTO opd (code, name) VALUES ('DINKES', 'Dinas Kesehatan')")
    memory.execute("UPDATE opd SET name = name, valid_from = NULL, code = 'DINKES'")
    memory.execute(
        "INSERT INTO opd (code, name) VALUES ('DINKES', 'Dinas Kesehatan')"
        " ON CONFLICT (code) DO UPDATE SET name = excluded.name"
    )
    assert len(_entries(memory)) == 1


@pytest.mark.parametrize(
    ("before", "after"), [("Dinas Kesehatan", "Dinas KESEHATAN"), ("dinas kesehatan", "Dinas Kesehatan")]
)
def test_a_correction_of_capitals_is_a_change(blank: Path, before: str, after: str) -> None:
    """The column compares names without capitals; the journal must not."""
    with writing(blank, ACT) as session:
        session.con.execute("UPDATE opd SET name = ?", (before,))
    with writing(blank, ACT) as session:
        session.con.execute("UPDATE opd SET name = ?", (after,))
    seen = dump(blank)
    assert seen["opd"][0][1] == after
    assert json.loads(seen["journal"][-1][5])["name"] == after


@given(st.floats(min_value=-1e15, max_value=1e15, allow_subnormal=False))
@example(0.1 + 0.2)
@example(1 / 3)
@example(999999999999999.9)
@example(5e-300)
def test_a_number_comes_back_exactly(value: float) -> None:
    """Fifteen digits, which SQLite writes by itself, are not enough."""
    con = sqlite3.connect(":memory:")
    con.execute("CREATE TABLE target (number INTEGER PRIMARY KEY, value REAL) STRICT")
    con.execute("CREATE TABLE act (id INTEGER PRIMARY KEY, entries INTEGER)")
    con.execute(
        "CREATE TABLE journal (seq INTEGER PRIMARY KEY, act INTEGER, tbl TEXT, key TEXT, old TEXT, new TEXT)"
    )
    images.install_triggers(con)
    con.executemany("INSERT INTO target VALUES (?, ?)", [(1, value), (2, None)])
    first, second = (json.loads(new) for (new,) in con.execute("SELECT new FROM journal ORDER BY seq"))
    con.close()
    assert first == {"number": 1, "value": value}
    assert second == {"number": 2, "value": None}


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE journal SET new = '{}' WHERE seq = 1",
        "UPDATE journal SET act = NULL",
        "DELETE FROM journal",
        "REPLACE INTO journal SELECT seq, act, tbl, key, old, '{}', salt, digest FROM journal",
        "UPDATE act SET who = 'orang lain'",
        "UPDATE act SET entries = NULL",
        "DELETE FROM act",
    ],
)
def test_the_journal_is_append_only(blank: Path, statement: str) -> None:
    before = blank.read_bytes()
    with (
        pytest.raises(sqlite3.IntegrityError, match="journal is append-only"),
        writing(blank, ACT) as session,
    ):
        session.con.execute(statement)
    assert blank.read_bytes() == before


def test_an_act_counts_its_entries_and_owns_them(blank: Path) -> None:
    with writing(blank, Act(ACT.at, "analis", "opd add", "baru")) as session:
        opds.add_alias(session, "DINKES", "Dinkes")
        settings.write_setting(session, "seat", "Contoh")
    with snapshot(blank) as session:
        latest, first = journal.read_acts(session, Search(), 2)
    assert (latest.who, latest.command, latest.reason) == ("analis", "opd add", "baru")
    assert [(entry.table, entry.key) for entry in latest.entries] == [
        ("opd_alias", ("Dinkes",)),
        ("setting", ("seat",)),
    ]
    assert latest.id == first.id + 1
    assert dump(blank)["act"][-1][5] == 2


def test_what_another_program_changed_has_no_act_and_is_counted(blank: Path, run: Callable[..., Any]) -> None:
    with snapshot(blank) as session:
        assert journal.count_outside(session) == 0
    raw(blank, "UPDATE opd SET name = 'Dinas Lain'", "INSERT INTO setting VALUES ('seat', 'X')")
    with snapshot(blank) as session:
        assert journal.count_outside(session) == 2
        assert len(journal.read_acts(session, Search(), 20)) == 1
    with writing(blank, ACT) as session:
        settings.write_setting(session, "seat", "Y")
    assert dump(blank)["journal"][-1][1] == 2, "the next act owns only what it did itself"
    with snapshot(blank) as session:
        assert journal.count_outside(session) == 2


def test_what_a_foreign_trigger_changes_is_journalled_under_the_act_too(
    blank: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(images, "intruders", lambda _: [])  # else nothing would be written
    raw(
        blank,
        "CREATE TRIGGER intruder AFTER INSERT ON journal WHEN new.tbl = 'opd'"
        " BEGIN UPDATE setting SET value = value || '!'; END",
    )
    with writing(blank, ACT) as session:
        session.con.execute("UPDATE opd SET name = 'Dinas Lain'")
    assert [row[1:3] for row in dump(blank)["journal"][-2:]] == [(2, "opd"), (2, "setting")]


def test_a_foreign_trigger_that_undoes_the_change_is_noticed(
    blank: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(images, "intruders", lambda _: [])  # else nothing would be written
    raw(blank, "CREATE TRIGGER intruder AFTER UPDATE ON opd BEGIN DELETE FROM opd WHERE code = new.code; END")
    before = blank.read_bytes()
    with (
        pytest.raises(RegistryError, match="tidak menyimpan apa yang ditulis"),
        writing(blank, ACT) as session,
    ):
        session.con.execute("UPDATE opd SET name = 'Dinas Lain'")
    assert blank.read_bytes() == before


@pytest.mark.parametrize(
    ("table", "column"),
    [("opd", "name = 'Palsu'"), ("opd", "valid_from = '2020-01-01'"), ("setting", "value = 'Palsu'")],
)
def test_a_row_that_does_not_read_as_it_was_written_is_noticed(blank: Path, table: str, column: str) -> None:
    """As if the disk had kept another value: the journal's trigger is gone when a row is altered."""
    before = dump(blank)

    def work() -> None:
        with writing(blank, ACT) as session:
            session.con.execute("UPDATE opd SET name = 'Dinas Lain'")
            settings.write_setting(session, "seat", "Contoh")
            session.con.execute(f"DROP TRIGGER journal_{table}_update")
            session.con.execute(f"UPDATE {table} SET {column}")  # noqa: S608

    with pytest.raises(RegistryError, match="tidak menyimpan apa yang ditulis"):
        work()
    assert dump(blank) == before


@pytest.mark.parametrize(
    ("event", "honest", "secret"),
    [
        ("delete", "INSERT INTO setting VALUES ('seat', 'X')", "DELETE FROM setting WHERE key = 'seat'"),
        ("insert", "DELETE FROM setting", "INSERT INTO setting VALUES ('name', 'Kabupaten Contoh')"),
    ],
)
def test_a_row_that_is_gone_or_still_there_is_noticed(
    blank: Path, event: str, honest: str, secret: str
) -> None:
    before = blank.read_bytes()

    def work() -> None:
        with writing(blank, ACT) as session:
            session.con.execute(honest)
            seals.list_entries(session.con, 2)
            assert seals.is_faithful(session.con)
            session.con.execute(f"DROP TRIGGER journal_setting_{event}")
            session.con.execute(secret)

    with pytest.raises(RegistryError, match="tidak menyimpan apa yang ditulis"):
        work()
    assert blank.read_bytes() == before


def test_the_log_of_a_document_holds_what_belongs_to_it_and_nothing_else(
    ok: Callable[..., str], office: Path
) -> None:
    ok("update", "KB-2024-001", "--note", "Arsip di rak 3")
    ok("target", "add", "PKS-2024-001", "--indicator", "Bidan terlatih", "--value", "75")
    ok("partner", "merge", "Universitas Contoh", "PT Maju Contoh", "--reason", "sama")
    with snapshot(office) as session:
        umbrella = [act.command for act in journal.read_acts(session, Search("KB-2024-001"), 20)]
        derived = [act.command for act in journal.read_acts(session, Search("PKS-2024-001"), 20)]
        assert [act.command for act in journal.read_acts(session, Search(), 1)] == ["partner merge"]
    assert umbrella == ["partner merge", "update", "add-mou"]
    assert derived == ["partner merge", "target add", "derive-pks"]


def test_numbers_once_given_are_not_journalled(blank: Path) -> None:
    with writing(blank, ACT) as session:
        agreements.next_id(session, Doc.KB, 2024)
        settings.write_setting(session, "seat", "Contoh")
    assert [row[2] for row in dump(blank)["journal"] if row[1] == 2] == ["setting"]


@pytest.fixture
def history(blank: Path) -> Path:
    """A registry with four acts."""
    for seat in ("Satu", "Dua", "Tiga"):
        with writing(blank, ACT) as session:
            settings.write_setting(session, "seat", seat)
            opds.add_alias(session, "DINKES", f"Kesehatan {seat}")
    return blank


UNGUARD = [
    f"DROP TRIGGER {table}_no_{event}" for table in ("journal", "act") for event in ("update", "delete")
]


def _verdict(path: Path) -> seals.Verdict:
    with snapshot(path) as session:
        return seals.verify(session)


def test_a_history_that_nobody_touched_is_whole_and_every_act_gives_another_head(history: Path) -> None:
    before = _verdict(history)
    assert (before.acts, before.broken) == (4, None)
    with writing(history, ACT) as session:
        settings.write_setting(session, "seat", "Empat")
    after = _verdict(history)
    assert (after.acts, after.broken) == (5, None)
    assert after.head != before.head


def test_without_acts_there_is_no_head(memory: sqlite3.Connection) -> None:
    assert seals.verify(Session(memory)) == (0, None, None, True)


@pytest.mark.parametrize(
    ("tampering", "broken"),
    [
        ("""UPDATE journal SET new = replace(new, 'Dua', 'Lain') WHERE act = 3""", 3),
        ("""UPDATE journal SET old = replace(old, 'Dua', 'Lain') WHERE act = 4""", 4),
        ("""UPDATE journal SET key = '["SKPD"]' WHERE act = 3""", 3),
        ("UPDATE journal SET tbl = 'partner' WHERE act = 3", 3),
        ("UPDATE journal SET salt = '' WHERE act = 3", 3),
        ("UPDATE journal SET digest = NULL WHERE act = 3", 3),
        ("UPDATE journal SET old = new, new = old WHERE act = 3 AND old IS NOT NULL", 3),
        ("UPDATE journal SET act = 3 WHERE seq = (SELECT max(seq) FROM journal)", 3),
        ("UPDATE journal SET seq = seq + 100 WHERE act = 4", 4),
        ("DELETE FROM journal WHERE seq = (SELECT min(seq) FROM journal WHERE act = 2)", 2),
        ("DELETE FROM journal WHERE act = 2", 2),
        ("INSERT INTO journal (act, tbl, key, new) VALUES (2, 'opd', '[\"X\"]', '{}')", 2),
        ("UPDATE act SET who = 'orang lain' WHERE id = 2", 2),
        ("UPDATE act SET at = '2024-01-01T00:00:00+00:00' WHERE id = 2", 2),
        ("UPDATE act SET reason = 'salah ketik' WHERE id = 2", 2),
        ("UPDATE act SET command = 'lain' WHERE id = 2", 2),
        ("UPDATE act SET letter = '7/2025' WHERE id = 2", 2),
        ("UPDATE act SET undoes = '[1]' WHERE id = 2", 2),
        ("UPDATE act SET salt = 'ab' WHERE id = 2", 2),
        ("UPDATE act SET digest = NULL WHERE id = 2", 2),
        ("UPDATE act SET digest = NULL, letter = '7/2025' WHERE id = 2", 2),
        ("UPDATE act SET entries = 1 WHERE id = 2", 2),
        ("UPDATE act SET link = (SELECT link FROM act WHERE id = 1) WHERE id = 2", 2),
        ("UPDATE journal SET act = NULL WHERE act = 2; DELETE FROM act WHERE id = 2", 3),
    ],
)
def test_tampering_with_the_history_is_noticed_at_the_act_that_was_changed(
    history: Path, tampering: str, broken: int
) -> None:
    raw(history, *UNGUARD, *tampering.split("; "))
    verdict = _verdict(history)
    assert verdict.broken == broken
    assert verdict.acts == (broken - 1 if "DELETE FROM act" not in tampering else 1)


def test_a_tail_that_was_cut_off_shows_against_a_noted_head(history: Path) -> None:
    noted = _verdict(history)
    raw(history, *UNGUARD, "DELETE FROM journal WHERE act = 4", "DELETE FROM act WHERE id = 4")
    assert (_verdict(history).acts, _verdict(history).broken) == (3, None)
    assert _verdict(history).head != noted.head
