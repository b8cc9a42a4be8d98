"""SQL and the domain agree on what a document was before its later adendums."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kskd.domain.document.amendment import (
    Amendable,
    Amendment,
    Effect,
    in_order,
    steps_back,
    steps_on,
)
from kskd.domain.document.ends import EndKind
from kskd.domain.document.term import Term
from kskd.domain.values.days import Day
from kskd.registry.session import Session
from kskd.registry.tables.agreements import insert_agreement, read_agreement
from kskd.registry.twins.adendums import TERM_COLUMNS, before_later
from tests.registry.harness import plain

if TYPE_CHECKING:
    import sqlite3

    from kskd.domain.document.agreement import Agreement

DAYS = st.dates(date(2024, 2, 27), date(2024, 3, 3))
IN_PART = DAYS.map(Day.of) | st.sampled_from(["2024", "2024-03", "XXXX"]).map(Day.parse)
WORDS = st.sampled_from(["Kota sehat", "Kota", "Desa"])
TERMS = st.one_of(
    st.builds(Term, end_kind=st.just(EndKind.DATE), ends=IN_PART, end_typed=st.none() | WORDS),
    st.builds(Term, end_kind=st.just(EndKind.CONDITION), condition=WORDS),
    st.sampled_from([Term(), Term(end_kind=EndKind.OPEN), Term(duration_typed="5 tahun")]),
)
SCOPES = st.lists(WORDS, max_size=2, unique=True).map(tuple)
IN_PART = st.sampled_from(["2024", "2024-02", "2024-03", "XXXX"]).map(Day.parse)
SIGNED = DAYS.map(Day.of) | IN_PART
BASE = ("Gizi", "Bidan", "Air", "Sampah")


@st.composite
def told(draw: st.DrawFn, number: int) -> Effect:
    """What an adendum says: a title, a term, an item of the scope that goes or comes by it alone."""
    goes, comes = (BASE[number - 1],), (f"Butir {number}",)
    return Effect(
        Amendment(number, draw(SIGNED), "Perubahan"),
        draw(st.none() | WORDS),
        draw(st.none() | TERMS),
        draw(st.none() | st.sampled_from([((), comes), (goes, ()), (goes, comes)])),
    )


TOLD = st.integers(0, 4).flatmap(lambda count: st.tuples(*(told(number) for number in range(1, count + 1))))


def plainly(base: Amendable, steps: list[Effect]) -> Amendable:
    """What comes of doing one after the other what adendums say."""
    title, term, scope = base
    for one in steps:
        title = one.title or title
        term = one.term or term
        goes, comes = one.scope or ((), ())
        scope = (*(text for text in scope if text not in goes), *comes)
    return Amendable(title, term, scope)


def entered(document: Agreement, one: Effect) -> Agreement:
    """The document with one adendum more, as the command enters it."""
    first, steps = steps_back(document.amendable, document.amendments)
    state, amendments = steps_on(first, in_order([*steps, one]))
    return replace(document.become(state), amendments=amendments)


@pytest.mark.slow
@settings(max_examples=200, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    steps=TOLD.flatmap(st.permutations), as_of=DAYS, base=st.builds(Amendable, WORDS, TERMS, st.just(BASE))
)
def test_a_document_on_a_day_is_what_the_adendums_of_until_then_made_of_it_in_any_order_of_entry(
    con: sqlite3.Connection, steps: list[Effect], as_of: date, base: Amendable
) -> None:
    one = plain(
        "KB-2024-001", signed=Day.of(date(2024, 2, 27)), title=base.title, term=base.term, scope=base.scope
    )
    for step in steps:
        one = entered(one, step)
    by_then = [step for step in in_order(steps) if step.amendment.is_known(as_of)]
    was = one.on(as_of)
    assert was.amendable == plainly(base, by_then)
    assert [each.number for each in was.amendments] == [step.amendment.number for step in by_then]
    con.execute("SAVEPOINT test")
    insert_agreement(Session(con), one)
    read = read_agreement(Session(con), one.id)
    assert (read.amendments, read.amendable) == (one.amendments, one.amendable)
    then, day = before_later(con, as_of.isoformat()), {"as_of": as_of.isoformat(), "id": one.id}
    row = con.execute(
        f"{then} SELECT title, {', '.join(TERM_COLUMNS)} FROM agreement WHERE id = :id",  # noqa: S608
        day,
    ).fetchone()
    scope = con.execute(
        f"{then} SELECT text FROM scope_item WHERE agreement = :id ORDER BY number",  # noqa: S608
        day,
    ).fetchall()
    con.execute("ROLLBACK TO test")
    term, ends = was.term, was.term.ends
    assert row == (
        was.title,
        term.end_kind,
        str(ends) if ends else None,
        term.condition,
        term.end_typed,
        term.duration_typed,
    )
    assert tuple(text for (text,) in scope) == was.scope
