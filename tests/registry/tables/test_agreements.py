"""Documents go in and come out whole, a change writes just what differs, and ids are never given twice."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kskd.domain.document.agreement import Agreement, FileLink, PaperSigner, Party, Relation
from kskd.domain.document.chain import TOLD_RELATIONS, Doc, Scheme
from kskd.domain.document.ends import EndKind
from kskd.domain.document.term import Term
from kskd.domain.values.days import Day
from kskd.registry.session import Session
from kskd.registry.tables import agreements as store
from kskd.registry.views.ids import find_ids
from tests.registry.harness import PARTNERS, UNITS, UNTRACKED, Dump, content, plain

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable

pytestmark = pytest.mark.slow

SAME_MEMORY = settings(max_examples=120, suppress_health_check=[HealthCheck.function_scoped_fixture])

TEXT = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cc", "Cf", "Cs", "Zl", "Zp", "Zs")),
    min_size=1,
    max_size=20,
)
DAY = st.dates(date(1945, 1, 1), date(2150, 12, 31))
FIRST = Day.of(date(1945, 1, 1))


def _as_known(days: st.SearchStrategy[date]) -> st.SearchStrategy[Day]:
    """Days known exactly, to the month, to the year, or not at all."""
    parts = st.sampled_from(["%Y-%m-%d", "%Y-%m", "%Y", "XXXX"])
    return st.builds(lambda day, part: Day.parse(day.strftime(part)), days, parts)


AS_KNOWN = _as_known(DAY)


def known(values: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """A value, or None for what is not known."""
    return st.none() | values


MONEY = st.integers(0, 10**15)
BROUGHT = st.tuples(known(MONEY), known(TEXT), st.lists(TEXT, max_size=2).map(tuple))
RELATED = st.builds(Relation, st.sampled_from(TOLD_RELATIONS), st.just("KB-2020-001"))
DIGEST = st.text("0123456789abcdef", min_size=64, max_size=64)


@st.composite
def documents(draw: st.DrawFn, one: str = "KB-2024-001") -> Agreement:
    """Any document that the registry can hold, under a given id."""
    signed, starts = draw(known(AS_KNOWN)), draw(known(AS_KNOWN))
    first = (starts or signed or FIRST).earliest
    kind = draw(known(st.sampled_from(EndKind)))
    term = Term(
        starts,
        kind,
        draw(_as_known(st.dates(first, date(2150, 12, 31)))) if kind is EndKind.DATE else None,
        draw(TEXT) if kind is EndKind.CONDITION else None,
        draw(known(TEXT)),
        draw(known(TEXT)),
    )
    signers = st.builds(PaperSigner, known(TEXT), known(TEXT), known(TEXT), known(DAY))
    chosen = draw(st.lists(st.sampled_from(sorted(PARTNERS)), min_size=1, max_size=4, unique=True))
    seats = sorted(
        draw(st.lists(st.integers(1, 999), min_size=len(chosen), max_size=len(chosen), unique=True))
    )
    parties = [Party(0, "Kabupaten Contoh", None, draw(known(TEXT)), draw(signers), *draw(BROUGHT))]
    parties += [
        Party(seat, PARTNERS[partner], partner, draw(known(TEXT)), draw(signers), *draw(BROUGHT))
        for seat, partner in zip(seats, chosen, strict=True)
    ]
    paths = draw(st.lists(TEXT, max_size=3, unique=True).map(sorted))
    leads = draw(st.sets(st.sampled_from(UNITS)))
    plain = {"title": draw(TEXT), "note": draw(known(st.lists(TEXT, min_size=1, max_size=3).map("\n".join)))}
    document = Agreement(
        id=one,
        doc=Doc.KB,
        scheme=draw(st.sampled_from(Scheme)),
        lead_opd=draw(st.sampled_from(UNITS)),
        entered_on=draw(DAY),
        term=term,
        signed=signed,
        predecessor=draw(st.sampled_from([None, "KB-2020-001"])),
        void_reason=draw(known(TEXT)),
        parties=tuple(parties),
        support_opds=tuple(sorted(draw(st.sets(st.sampled_from(UNITS))) - leads)),
        co_leads=tuple(sorted(leads)),
        relations=tuple(sorted(draw(st.sets(RELATED)))),
        affairs=tuple(sorted(draw(st.sets(st.sampled_from(["1.01", "1.02", "3.08"]))))),
        scope=tuple(draw(st.lists(TEXT, max_size=4))),
        files=tuple(
            FileLink(path, draw(DIGEST), draw(st.integers(0, 2**40)), draw(st.booleans())) for path in paths
        ),
    )
    return document.with_facts(
        **plain, original_place=draw(known(TEXT)), paper_name=draw(known(TEXT)), value=draw(known(MONEY))
    )


@SAME_MEMORY
@given(one=documents())
def test_what_goes_in_comes_out_equal(con: sqlite3.Connection, one: Agreement) -> None:
    con.execute("SAVEPOINT test")
    store.insert_agreement(Session(con), one)
    assert store.read_agreement(Session(con), one.id) == one
    assert store.read_agreements(Session(con))[one.id] == one
    con.execute("ROLLBACK TO test")


def _keyed(con: sqlite3.Connection, seen: Dump) -> dict[tuple[str, str], tuple[Any, ...]]:
    """Rows by table and key, as the journal names them."""
    found = {}
    for table, rows in seen.items():
        if table in UNTRACKED:
            continue
        columns = con.execute(f"PRAGMA table_info({table})").fetchall()
        key = [column[0] for column in sorted(columns, key=lambda column: column[5]) if column[5]]
        for row in rows:
            found[table, json.dumps([row[at] for at in key], ensure_ascii=False)] = row
    return found


@SAME_MEMORY
@given(old=documents(), new=documents())
def test_a_change_writes_just_the_rows_that_differ(
    con: sqlite3.Connection, old: Agreement, new: Agreement
) -> None:
    """The journal names these rows and no others."""
    con.execute("SAVEPOINT test")
    store.insert_agreement(Session(con), old)
    before = _keyed(con, content(con))
    (mark,) = con.execute("SELECT max(seq) FROM journal").fetchone()
    store.update_agreement(Session(con), old, new)
    assert store.read_agreement(Session(con), new.id) == new
    after = _keyed(con, content(con))
    touched = {
        (table, json.dumps(json.loads(key), ensure_ascii=False))
        for table, key in con.execute("SELECT tbl, key FROM journal WHERE seq > ?", (mark,))
    }
    assert touched == {key for key in before.keys() | after.keys() if before.get(key) != after.get(key)}
    con.execute("ROLLBACK TO test")


@SAME_MEMORY
@given(one=documents())
def test_a_change_to_the_same_writes_nothing(con: sqlite3.Connection, one: Agreement) -> None:
    con.execute("SAVEPOINT test")
    store.insert_agreement(Session(con), one)
    (before,) = con.execute("SELECT count(*) FROM journal").fetchone()
    store.update_agreement(Session(con), one, replace(one))
    assert con.execute("SELECT count(*) FROM journal").fetchone() == (before,)
    con.execute("ROLLBACK TO test")


def test_one_column_changed_is_one_column_in_the_journal(con: sqlite3.Connection) -> None:
    old = plain("KB-2024-001", scope=("Gizi", "Bidan"))
    store.insert_agreement(Session(con), old)
    store.update_agreement(
        Session(con), old, replace(old.with_facts(title="Kota bersih"), scope=("Gizi", "Dokter"))
    )
    changes = [
        {name: (old_row[name], new_row[name]) for name in new_row if old_row[name] != new_row[name]}
        for old_row, new_row in (
            (json.loads(was), json.loads(now))
            for was, now in con.execute("SELECT old, new FROM journal WHERE old IS NOT NULL ORDER BY seq")
        )
    ]
    assert changes == [{"title": ("Kota sehat", "Kota bersih")}, {"text": ("Bidan", "Dokter")}]


@pytest.mark.parametrize("order", [(2, 1), (3, 1, 2), (2, 3, 1), (4, 1), (2,), (1, 2, 3)])
def test_partners_may_change_seats(con: sqlite3.Connection, order: tuple[int, ...]) -> None:
    """A partner sits once in a document; on the way from seat to seat it must not sit twice."""

    def seated(partners: Iterable[int]) -> tuple[Party, ...]:
        others = (Party(seat, PARTNERS[partner], partner) for seat, partner in enumerate(partners, 1))
        return (Party(0, "Kabupaten Contoh"), *others)

    old = plain("KB-2024-001", parties=seated((1, 2, 3)))
    store.insert_agreement(Session(con), old)
    new = replace(old, parties=seated(order))
    store.update_agreement(Session(con), old, new)
    assert store.read_agreement(Session(con), old.id) == new


def test_the_pemdas_own_number_changes_without_touching_the_partners(con: sqlite3.Connection) -> None:
    old = plain(
        "KB-2024-001", parties=(Party(0, "Kabupaten Contoh", None, "1/KB"), Party(1, PARTNERS[1], 1, "2/X"))
    )
    store.insert_agreement(Session(con), old)
    new = replace(old, parties=(replace(old.parties[0], number="9/KB"), old.parties[1]))
    store.update_agreement(Session(con), old, new)
    assert store.read_agreement(Session(con), old.id) == new


def test_children_and_successor_are_read_from_the_others_void_ones_left_out(con: sqlite3.Connection) -> None:
    for one in (
        plain("KB-2024-001", predecessor="KB-2020-001", void_reason="salah catat"),
        plain("KB-2024-002", predecessor="KB-2020-001"),
        *(plain(f"PKS-2024-{number:03}", parent="KB-2020-001") for number in (2, 1000, 999, 1)),
        plain("PKS-2024-003", parent="KB-2020-001", void_reason="salah catat"),
    ):
        store.insert_agreement(Session(con), one)
    umbrella = store.read_agreement(Session(con), "KB-2020-001")
    assert umbrella.successor == "KB-2024-002"
    assert umbrella.children == ("PKS-2024-001", "PKS-2024-002", "PKS-2024-999", "PKS-2024-1000")
    assert store.read_agreement(Session(con), "PKS-2024-001").children == ()


def test_documents_are_read_in_order_of_kind_year_and_number(con: sqlite3.Connection) -> None:
    ids = ["KB-2024-002", "KB-2024-999", "KB-2024-1000", "KB-2025-001", "MOU-2023-001", "PKS-2019-001"]
    for one in reversed(ids):
        store.insert_agreement(Session(con), plain(one))
    assert list(store.read_agreements(Session(con))) == ["KB-2020-001", *ids]
    assert list(store.read_agreements(Session(con), ["PKS-2019-001", "KB-2024-002", "TIADA"])) == [
        "KB-2024-002",
        "PKS-2019-001",
    ]
    assert store.read_agreements(Session(con), []) == {}


# -- ids ------------------------------------------------------------------------------------------------


def test_ids_count_by_kind_and_year_and_go_on_after_999(con: sqlite3.Connection) -> None:
    assert [store.next_id(Session(con), Doc.KB, 2024) for _ in range(3)] == [
        "KB-2024-001",
        "KB-2024-002",
        "KB-2024-003",
    ]
    assert store.next_id(Session(con), Doc.KB, 2025) == "KB-2025-001"
    assert store.next_id(Session(con), Doc.PKS, 2024) == "PKS-2024-001"
    con.execute("UPDATE serial SET last = 998 WHERE doc = 'kb' AND year = 2024")
    after = [store.next_id(Session(con), Doc.KB, 2024) for _ in range(3)]
    assert after == ["KB-2024-999", "KB-2024-1000", "KB-2024-1001"]
    for one in after:
        store.insert_agreement(Session(con), plain(one))
    assert find_ids(Session(con), "kb-2024-1000") == ["KB-2024-1000"]


def test_an_id_is_never_given_again(con: sqlite3.Connection) -> None:
    given_id = store.next_id(Session(con), Doc.KB, 2024)
    store.insert_agreement(Session(con), plain(given_id))
    con.execute("DELETE FROM party WHERE agreement = ?", (given_id,))
    con.execute("DELETE FROM agreement WHERE id = ?", (given_id,))
    assert store.next_id(Session(con), Doc.KB, 2024) == "KB-2024-002"
