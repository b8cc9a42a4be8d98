"""SQL and the domain agree on what a document was before its later adendums."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kskd.domain.document.amendment import Amendment
from kskd.domain.document.ends import EndKind
from kskd.domain.document.term import Term
from kskd.domain.values.days import Day
from kskd.registry.session import Session
from kskd.registry.tables.agreements import insert_agreement
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
SCOPES = st.lists(WORDS, max_size=2).map(tuple)


@st.composite
def amended(draw: st.DrawFn) -> Agreement:
    """A document with a few adendums, each of which may have changed title, term and scope."""
    changes = st.tuples(st.none() | WORDS, st.none() | TERMS, st.none() | SCOPES)
    return plain(
        "KB-2024-001",
        signed=Day.of(date(2024, 2, 27)),
        title=draw(WORDS),
        term=draw(TERMS),
        scope=draw(SCOPES),
        amendments=tuple(
            Amendment(at, draw(DAYS), "Perubahan", old_title=title, old_term=term, old_scope=scope)
            for at, (title, term, scope) in enumerate(draw(st.lists(changes, max_size=3)), 1)
        ),
    )


@pytest.mark.slow
@settings(max_examples=200, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(one=amended(), as_of=DAYS)
def test_a_document_before_its_later_adendums_is_the_domains(
    con: sqlite3.Connection, one: Agreement, as_of: date
) -> None:
    con.execute("SAVEPOINT test")
    insert_agreement(Session(con), one)
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
    was = one.on(as_of)
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
