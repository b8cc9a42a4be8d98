"""A document is found by what users type of it, and its likes by number and title."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from kskd.domain.document.agreement import Party
from kskd.domain.document.chain import Doc
from kskd.domain.values.days import Day
from kskd.registry.session import Session
from kskd.registry.tables import agreements as store
from kskd.registry.views import ids
from tests.registry.harness import PARTNERS, plain

if TYPE_CHECKING:
    import sqlite3


@pytest.fixture
def library(con: sqlite3.Connection) -> sqlite3.Connection:
    """Documents to be found."""
    numbers = {
        "KB-2024-001": ("100.3.7.1/12/KB/2024", "77/UC/KS/2024"),
        "KB-2024-002": (None, "415.4//26 SETDA"),
        "KB-2024-010": ("B-1/X", None),
        "KB-2024-1000": ("%", "_"),
        "PKS-2024-001": ("B-1/X", None),
        "PKS-2023-001": ("KB-2024", None),
    }
    for one, (own, theirs) in numbers.items():
        parties = (Party(0, "Kabupaten Contoh", None, own), Party(1, PARTNERS[1], 1, theirs))
        store.insert_agreement(Session(con), plain(one, parties=parties))
    return con


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("KB-2024-001", ["KB-2024-001"]),
        (" kb-2024-001 ", ["KB-2024-001"]),
        ("KB-2024-00", ["KB-2024-001", "KB-2024-002"]),
        ("kb-2020", ["KB-2020-001"]),
        ("KB-2024-1", ["KB-2024-1000"]),
        ("KB-2024-01", ["KB-2024-010"]),
        ("PKS-2024", ["PKS-2024-001"]),
        ("KB-2024", ["KB-2024-001", "KB-2024-002", "KB-2024-010", "KB-2024-1000"]),  # ids before numbers
        ("100.3.7.1/12/KB/2024", ["KB-2024-001"]),
        ("100,3,7,1/12/kb/2024", ["KB-2024-001"]),
        (" 100.3.7.1 / 12 / KB / 2024 ", ["KB-2024-001"]),
        ("100.3.7.1//12///KB/2024", ["KB-2024-001"]),
        ("77/uc/ks/2024", ["KB-2024-001"]),
        ("415.4/26setda", ["KB-2024-002"]),
        ("B-1/X", ["KB-2024-010", "PKS-2024-001"]),
        ("%", ["KB-2024-1000"]),
        ("_", ["KB-2024-1000"]),
        ("100.3.7.1/12", []),  # a number is found whole
        ("B", []),
        ("", []),
        ("   ", []),
        ("KB-2024-003", []),
        ("KB_2024", []),
        ("*", []),
        ("~", []),
        ("\udcff", []),  # a stray byte of the command line
        ("KB-2024-001\udcff", []),
        ("a\0b", []),
        ("9" * 5000, []),
    ],
)
def test_a_document_is_found_by_id_by_its_beginning_or_by_any_partys_number(
    library: sqlite3.Connection, typed: str, found: list[str]
) -> None:
    assert ids.find_ids(Session(library), typed) == found


def test_not_more_are_found_than_asked_for(library: sqlite3.Connection) -> None:
    assert len(ids.find_ids(Session(library), "KB-2024", limit=2)) == 2


def test_the_same_number_is_looked_for_per_party_and_without_void_documents(
    library: sqlite3.Connection,
) -> None:
    assert ids.numbered(Session(library), "b-1 / x", None) == ["KB-2024-010", "PKS-2024-001"]
    assert ids.numbered(Session(library), "B-1/X", 1) == []
    assert ids.numbered(Session(library), "77/UC/KS/2024", 1) == ["KB-2024-001"]
    library.execute("UPDATE agreement SET void_reason = 'salah catat' WHERE id = 'KB-2024-010'")
    assert ids.numbered(Session(library), "B-1/X", None) == ["PKS-2024-001"]


def test_the_same_title_is_looked_for_in_the_same_kind_among_documents_of_the_partners(
    con: sqlite3.Connection,
) -> None:
    signed = Day.of(date(2024, 2, 20))
    parties = (Party(0, "Kabupaten Contoh"), Party(1, PARTNERS[1], 1))
    for one, day in (("KB-2024-001", signed), ("KB-2024-002", None), ("PKS-2024-001", signed)):
        store.insert_agreement(Session(con), plain(one, title="Kota Sehat", signed=day, parties=parties))
    store.insert_agreement(Session(con), plain("KB-2024-003", title="Kota Sehat", signed=signed))
    found = ids.alike(Session(con), "KOTA SEHAT", Doc.KB, [1])
    assert [one for one in found if one[0] > "KB-2024"] == [("KB-2024-001", signed), ("KB-2024-002", None)]
    assert ids.alike(Session(con), "Kota Sehat", Doc.KB, [2, None]) == []
    assert ids.alike(Session(con), "Kota", Doc.KB, [1]) == []
