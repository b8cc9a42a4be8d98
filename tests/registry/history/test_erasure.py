"""Erasing personal data: gone from every byte of the file, and the chain of acts still holds."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from kskd.domain.document.fields import FIELDS
from kskd.domain.document.reading import read_said
from kskd.domain.document.said import Said
from kskd.domain.implementation import Implementation
from kskd.domain.reported import Reported
from kskd.errors import KskdError, NotFound, Refused, UsageError
from kskd.registry.database import snapshot, writing
from kskd.registry.history import erasure, seals
from kskd.workflows.evaluation import evaluating
from kskd.workflows.office import erasing, undoing
from kskd.workflows.register import agreements, partners, targets, updating
from tests.registry.harness import ACT, dump, raw
from tests.registry.office import make_office, way_into

if TYPE_CHECKING:
    from kskd.domain.field import Typed
    from tests.conftest import Once

NAME = "Nama Rahasia"


@pytest.fixture
def named(once: Once, tmp_path: Path) -> Path:
    """An office in which one person's name stands in every kind of place."""
    return Path(shutil.copy(once("bernama", _fill) / "kskd.db", tmp_path))


def _fill() -> None:
    path = Path("kskd.db")
    make_office(path)
    way = way_into(path)
    partners.add(way, NAME, kind="perseorangan", aliases=["Bapak Rahasia"])
    for form in (
        Said(signer_name=NAME, facts=(("note", f"Ditelepon oleh {NAME}, lalu sah"),)),
        Said(signer_name="Orang Lain"),
        Said(signer_name=NAME.upper()),
    ):
        updating.update(way._replace(reason=f"diminta {NAME}"), "KB-2024-001", form)
    evaluating.evaluate(
        way, "PKS-2024-001", "2024-S2", Reported(implementation=Implementation.PENUH, filler=NAME)
    )
    targets.add_action(way, "PKS-2024-001", {"what": "Bimbingan", "agreed": "2024-S2", "who": NAME})
    said: dict[str, Typed] = {
        "scheme": "ksdpk",
        "title": "Seni",
        "partner": (NAME,),
        "opd": "DINKES",
        "signed": "2024-03-01",
    }
    form = read_said(FIELDS, said)
    agreements.add_mou(way._replace(who=NAME, letter=f"surat {NAME}"), form)


def _erase(path: Path, text: str = NAME) -> None:
    way = way_into(path, "erase")
    erasing.erase(way, erasing.plan(way, text))


def test_nothing_of_it_is_left_in_any_byte_and_the_chain_holds(named: Path) -> None:
    with snapshot(named) as session:
        before = seals.verify(session)
    _erase(named)
    left = named.read_bytes().upper()
    assert NAME.upper().encode() not in left
    after = dump(named)  # sound, its chain unbroken
    with snapshot(named) as session:
        verdict = seals.verify(session, before.head)
        assert (verdict.acts, verdict.broken, verdict.is_expected) == (before.acts + 1, None, True)
        assert not any(erasure.find(session, NAME))
    (person,) = [row for row in after["partner"] if row[2] == "perseorangan"]
    assert person[1] == f"[dihapus] {person[0]}"
    assert ("Bapak Rahasia", person[0]) in after["partner_alias"]
    notes = [row for row in after["agreement"] if "KB-2024-001" in row]
    assert "Ditelepon oleh [dihapus], lalu sah" in notes[0]


def test_what_was_not_erased_is_as_it_was(named: Path) -> None:
    """Only rows that held the name differ, and only by it."""
    before = dump(named)
    _erase(named)
    after = dump(named)
    for table, rows in before.items():
        for row in rows:
            if NAME.upper() not in repr(row).upper() and table != "journal":
                assert row in after[table]


def test_an_edited_entry_is_noticed_though_something_was_erased(named: Path) -> None:
    _erase(named)
    raw(
        named,
        "DROP TRIGGER journal_no_update",
        "UPDATE journal SET new = replace(new, 'Orang Lain', 'Siapa Saja') WHERE new LIKE '%Orang Lain%'",
    )
    with snapshot(named) as session:
        assert seals.verify(session).broken is not None


@pytest.mark.parametrize("what", ["journal", "act"])
def test_a_forged_erasure_is_noticed(named: Path, what: str) -> None:
    """Somebody changes history and claims that it was erased: no act of the journal says so."""
    with snapshot(named) as session:
        (act,) = session.con.execute("SELECT max(id) FROM act").fetchone()
        (seq,) = session.con.execute("SELECT max(seq) FROM journal").fetchone()
    raw(named, f"DROP TRIGGER {what}_no_update")
    with writing(named, ACT) as session:
        session.con.execute("DROP TRIGGER journal_erasure_insert")
        session.con.execute("UPDATE setting SET value = 'x' WHERE key = 'name'")
        if what == "journal":
            session.con.execute("UPDATE journal SET new = replace(new, ':', ' :') WHERE seq = ?", (seq,))
            entry = session.con.execute(
                "SELECT key, old, new, salt FROM journal WHERE seq = ?", (seq,)
            ).fetchone()
            left = seals.digest(*entry)
        else:
            session.con.execute("UPDATE act SET who = 'Orang' WHERE id = ?", (act,))
            row = session.con.execute(
                "SELECT who, reason, letter, salt FROM act WHERE id = ?", (act,)
            ).fetchone()
            left = seals.act_digest(*row)
        session.con.execute(
            "INSERT INTO erasure VALUES (?, ?, ?)", (what, seq if what == "journal" else act, left)
        )
    with snapshot(named) as session:
        assert seals.verify(session).broken == act


def test_the_journal_refuses_edits_outside_an_erasure(named: Path) -> None:
    import sqlite3

    _erase(named)
    for statement in (
        "UPDATE journal SET new = NULL WHERE seq = (SELECT max(number) FROM erasure WHERE what = 'journal')",
        "UPDATE act SET who = 'x' WHERE id = (SELECT max(number) FROM erasure WHERE what = 'act')",
    ):
        with pytest.raises(sqlite3.IntegrityError, match="append-only"):
            raw(named, statement)


def test_what_was_erased_is_not_brought_back_by_undo(named: Path) -> None:
    _erase(named)
    way = way_into(named, "undo")
    with pytest.raises(Refused, match="tidak dapat dikembalikan"):
        undoing.plan(way, [])
    with pytest.raises(Refused, match="sudah dihapus"):
        undoing.plan(way, ["10"])


def test_a_second_erasure_of_the_same_entry_keeps_the_chain(named: Path) -> None:
    """KB-2024-001 named two people in turn; both are erased one after the other."""
    _erase(named)
    _erase(named, "Orang Lain")
    assert b"ORANG LAIN" not in named.read_bytes().upper()
    with snapshot(named) as session:
        assert seals.verify(session).broken is None


@pytest.mark.parametrize(
    ("text", "error"),
    [
        ("Universitas Contoh", NotFound),  # a body, not a person
        ("Rahasia", NotFound),  # not the whole of a name
        ("Gizi desa", NotFound),
        ("Na", KskdError),
        ("", KskdError),
        ("Nama\x1bRahasia", KskdError),
    ],
)
def test_what_is_no_personal_data_is_not_erased(named: Path, text: str, error: type[KskdError]) -> None:
    before = named.read_bytes()
    with pytest.raises(error):
        _erase(named, text)
    assert named.read_bytes() == before


def test_erasing_needs_a_reason(named: Path) -> None:
    way = way_into(named, "erase")._replace(reason=None)
    with pytest.raises(UsageError, match="--reason"):
        erasing.plan(way, NAME)


def test_an_alias_of_a_person_goes_with_its_row(named: Path) -> None:
    _erase(named, "bapak rahasia")
    assert all(alias != "Bapak Rahasia" for alias, _ in dump(named)["partner_alias"])
    assert b"Bapak Rahasia" not in named.read_bytes()


def test_the_name_of_who_signs_reports_is_personal_too(named: Path) -> None:
    from kskd.workflows.office import begin

    begin.set_setting(way_into(named), "signer-name", "Kepala Contoh")
    begin.set_setting(way_into(named), "office", "Bagian Contoh")
    _erase(named, "Kepala Contoh")
    assert all(key != "signer-name" for key, _ in dump(named)["setting"])
    with pytest.raises(NotFound):
        _erase(named, "Bagian Contoh")
