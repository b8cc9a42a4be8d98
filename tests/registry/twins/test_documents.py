"""SQL and the domain agree on what a document is on a day."""

from __future__ import annotations

import sqlite3
from contextlib import closing, suppress
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import example as also
from hypothesis import given, settings
from hypothesis import strategies as st

from kskd.domain.document.agreement import Party
from kskd.domain.document.chain import DERIVED, Doc, is_umbrella
from kskd.domain.document.ending import Ending
from kskd.domain.document.ends import EndKind, gap_days
from kskd.domain.document.lines import lines_of
from kskd.domain.document.standing import stand
from kskd.domain.document.term import Term
from kskd.domain.opd import Opd
from kskd.domain.partner import check_seats
from kskd.domain.settings import Government
from kskd.domain.values.days import UNKNOWN, Day
from kskd.domain.values.period import Period, PeriodKind
from kskd.errors import InvalidFact
from kskd.registry.twins.documents import (
    CARRIES_ON_OF,
    DAYS_LEFT,
    DERIVED_BELOW,
    FIRST_OF_LINE,
    FOLLOWED_UP,
    GAP,
    KNOWN,
    LINE,
    LINE_IN_FORCE,
    PARTY_OF,
    STATUS,
    UMBRELLA,
)
from kskd.reporting.facts import Facts
from kskd.reporting.survey import Survey
from tests.registry.harness import plain

if TYPE_CHECKING:
    from kskd.domain.document.agreement import Agreement

# Few days close together, so that equal days and days one apart come up again and again.
DAYS = st.dates(date(2024, 2, 27), date(2024, 3, 3)) | st.dates(date(1945, 1, 1), date(2150, 12, 31))
IN_PART = DAYS.map(Day.of) | st.builds(
    lambda day, part: Day.parse(day.strftime(part)),
    st.dates(date(2023, 12, 30), date(2025, 1, 2)) | DAYS,
    st.sampled_from(["%Y", "%Y-%m", UNKNOWN]),
)
EDGES = st.sampled_from([date(2023, 12, 31), date(2024, 1, 1), date(2024, 12, 31), date(2025, 1, 1)])
AS_OF = DAYS | EDGES | st.builds(lambda day: day.replace(day=1), DAYS)
ENDS = st.one_of(
    st.sampled_from([(None, None), (EndKind.OPEN, None), (EndKind.CONDITION, None)]),
    st.tuples(st.sampled_from([EndKind.DATE, EndKind.CONDITION]), IN_PART),  # beside a condition the first
)
COLUMNS = (
    "id",
    "doc",
    "parent",
    "predecessor",
    "void_reason",
    "entered_on",
    "signed_on",
    "starts_on",
    "end_kind",
    "ends_on",
    "ended_on",
)


def _on(edtf: str) -> Day:
    return Day.parse(edtf)


def _document(
    one: str = "KB-2024-001",
    *,
    signed: Day | None,
    starts: Day | None = None,
    end: tuple[EndKind | None, Day | None] = (None, None),
    ended: date | None = None,
    is_void: bool = False,
    **more: Any,
) -> Agreement:
    """A document with these days; its start is left out where it would lie behind its end."""
    kind, ends = end
    first = starts if ends is None or (starts and starts.earliest <= ends.latest) else None
    return plain(
        one,
        signed=signed,
        term=Term(first, kind, ends, "selesai" if kind is EndKind.CONDITION else None),
        ending=Ending(ended, "tujuan") if ended else None,
        void_reason="x" if is_void else None,
        **more,
    )


DOCUMENTS = st.builds(
    _document,
    signed=st.none() | IN_PART,
    starts=st.none() | IN_PART,
    end=ENDS,
    ended=st.none() | DAYS,
    is_void=st.booleans(),
    entered_on=DAYS,
    doc=st.sampled_from(Doc),
)


def _asked(sql: str, as_of: date, *documents: Agreement) -> list[Any]:
    """What SQLite makes of each document, in their order."""
    return _computed(sql, as_of, *map(_row, documents))


def _row(one: Agreement) -> tuple[object, ...]:
    days = (one.entered_on, one.signed, one.term.starts)
    last = (one.term.end_kind, one.term.ends, one.ending.on if one.ending else None)
    return (one.id, one.doc, one.parent, one.predecessor, one.void_reason, *days, *last)


def _computed(sql: str, as_of: date, *rows: tuple[object, ...]) -> list[Any]:
    with closing(sqlite3.connect(":memory:")) as con:
        con.execute(f"CREATE TABLE agreement ({', '.join(COLUMNS)})")
        con.executemany(
            f"INSERT INTO agreement VALUES ({', '.join('?' * len(COLUMNS))})",  # noqa: S608
            [[str(value) if isinstance(value, date | Day) else value for value in row] for row in rows],
        )
        found = con.execute(f"SELECT {sql} FROM agreement AS a ORDER BY rowid", {"as_of": as_of.isoformat()})  # noqa: S608
        return [value for (value,) in found]


Stands = tuple[bool, Day | None, Day | None, tuple[EndKind | None, Day | None], date | None]


@settings(max_examples=600)
@given(st.tuples(st.booleans(), st.none() | IN_PART, st.none() | IN_PART, ENDS, st.none() | DAYS), AS_OF)
@also((False, _on("2024-03-01"), None, (EndKind.DATE, _on("2024-03-01")), None), date(2024, 3, 1))
@also((False, _on("2024-03-01"), _on("2024-03-02"), (EndKind.OPEN, None), date(2024, 3, 1)), date(2024, 3, 2))
@also((False, _on("2024-03-01"), _on("2024-02-28"), (None, None), None), date(2024, 2, 29))
@also((False, _on("XXXX"), None, (EndKind.DATE, _on("XXXX")), None), date(1945, 1, 1))
@also((False, _on("2024-03"), None, (EndKind.DATE, _on("2024")), None), date(2024, 12, 31))
@also((False, _on("2024-01"), _on("2024"), (EndKind.DATE, _on("2024-03")), None), date(2024, 3, 30))
def test_the_status_is_the_domains_for_every_combination(stands: Stands, as_of: date) -> None:
    is_void, signed, starts, (kind, ends), ended_on = stands
    expected = stand(
        is_void=is_void,
        signed=signed,
        starts=starts,
        end_kind=kind,
        ends=ends,
        ended_on=ended_on,
        as_of=as_of,
    )
    row = (None, None, None, None, "x" if is_void else None, None, signed, starts, kind, ends, ended_on)
    assert _computed(STATUS, as_of, row) == [expected.status]


@given(DOCUMENTS, AS_OF)
@also(_document(signed=None, end=(EndKind.DATE, _on("2024-03-01"))), date(2024, 2, 28))
@also(_document(signed=None, end=(EndKind.DATE, _on("2150-12-31"))), date(1945, 1, 1))
def test_the_days_left_are_the_domains(one: Agreement, as_of: date) -> None:
    assert _asked(DAYS_LEFT, as_of, one) == [one.days_left(as_of)]


@given(DOCUMENTS, AS_OF)
def test_what_there_was_on_a_day_is_the_domains(one: Agreement, as_of: date) -> None:
    assert _asked(f"coalesce({KNOWN}, 0)", as_of, one) == [one.is_known(as_of)]


@given(DOCUMENTS, DOCUMENTS, AS_OF)
def test_the_gap_is_the_domains(before: Agreement, after: Agreement, as_of: date) -> None:
    begins = after.term.starts or after.signed
    expected = gap_days(before.last_day(as_of), begins and begins.exact)
    before = _renamed(before, "KB-2023-001")
    assert _asked(GAP, as_of, before, _renamed(after, "KB-2024-001", predecessor="KB-2023-001")) == [
        None,
        expected,
    ]


def test_an_umbrella_is_the_domains() -> None:
    kinds = [_document(signed=None, doc=doc) for doc in Doc]
    assert _asked(UMBRELLA, date(2024, 3, 1), *kinds) == [is_umbrella(doc) for doc in Doc]


@st.composite
def forests(draw: st.DrawFn) -> list[Agreement]:
    """A few documents, under an earlier one or none, and in the place of one that none else follows."""
    found: list[Agreement] = []
    for at in range(draw(st.integers(1, 7))):
        parent = draw(st.none() | st.sampled_from(found)) if found else None
        followed = {one.predecessor for one in found}
        free = [one for one in found if one.id not in followed]
        before = draw(st.none() | st.sampled_from(free)) if free else None
        one = draw(DOCUMENTS)
        found.append(
            _renamed(
                one,
                f"{one.doc.upper()}-2024-{at:03}",
                parent=parent.id if parent else None,
                predecessor=before.id if before else None,
            )
        )
    return found


@given(forests(), AS_OF)
def test_the_first_of_a_line_is_the_domains(forest: list[Agreement], as_of: date) -> None:
    lines = lines_of(forest, as_of)
    assert _asked(FIRST_OF_LINE, as_of, *forest) == [lines.get(one.id, (one.id,))[0] for one in forest]


@given(forests(), AS_OF)
def test_a_line_in_force_is_the_reports(forest: list[Agreement], as_of: date) -> None:
    survey = Survey(_facts(forest), Period.of(as_of, PeriodKind.YEAR), as_of)
    found = {one.id for one in survey.lines_in_force(survey.agreements.values())}
    assert _asked(f"coalesce({LINE_IN_FORCE}, 0)", as_of, *forest) == [one.id in found for one in forest]


@given(DOCUMENTS, AS_OF)
@also(
    _document(
        signed=_on("2024-03-01"),
        starts=_on("2024-03-03"),
        end=(EndKind.DATE, _on("2025-01-01")),
        ended=date(2024, 3, 2),
    ),
    date(2024, 3, 2),
)
@also(
    _document(
        signed=_on("2024-03-01"),
        starts=_on("2024-03-03"),
        end=(EndKind.DATE, _on("2025-01-01")),
        ended=date(2024, 3, 2),
    ),
    date(2024, 3, 1),
)
def test_what_carries_on_is_the_domains(one: Agreement, as_of: date) -> None:
    assert _asked(f"coalesce({CARRIES_ON_OF.format('a')}, 0)", as_of, one) == [one.carries_on(as_of)]


@given(forests(), AS_OF)
def test_a_line_of_life_is_the_domains(forest: list[Agreement], as_of: date) -> None:
    """SQL knows the lines of two and more."""
    links = (
        f"(WITH RECURSIVE {LINE} SELECT group_concat(id, ' ') FROM (SELECT m.id FROM line AS o"  # noqa: S608
        " JOIN line AS m ON m.first = o.first WHERE o.id = a.id ORDER BY m.at))"
    )
    lines = lines_of(forest, as_of)
    expected = [lines.get(one.id, ()) for one in forest]
    found = [tuple((text or "").split()) for text in _asked(links, as_of, *forest)]
    assert found == [line if len(line) > 1 else () for line in expected]


@pytest.mark.slow
@settings(max_examples=300)
@given(forests(), AS_OF)
def test_what_is_derived_from_an_umbrella_is_what_reports_count(forest: list[Agreement], as_of: date) -> None:
    survey = Survey(_facts(forest), Period.of(as_of, PeriodKind.YEAR), as_of)
    below = {
        one.id: sorted(each.id for each in survey.derived_from(one.id) if survey.is_signed(each))
        for one in forest
    }
    listed = f"(SELECT group_concat(id, ' ') FROM (SELECT id FROM ({DERIVED_BELOW}) ORDER BY id))"  # noqa: S608
    assert [(text or "").split() for text in _asked(listed, as_of, *forest)] == list(below.values())
    assert _asked(FOLLOWED_UP, as_of, *forest) == [bool(ids) for ids in below.values()]
    assert {one.id.split("-")[0] for ids in below.values() for one in forest if one.id in ids} <= {
        doc.upper() for doc in DERIVED
    }


def _renamed(one: Agreement, name: str, **more: Any) -> Agreement:
    return replace(one, id=name, **more)


def _facts(forest: list[Agreement]) -> Facts:
    return Facts(
        government=Government({"name": "Kabupaten Contoh"}),
        opds={"DINKES": Opd("DINKES", "Dinas Kesehatan")},
        agreements={one.id: one for one in forest},
        evaluations=[],
        obstacles=[],
        actions=[],
        targets=[],
        realisations=[],
        instruments={},
        version="",
    )


def test_what_is_void_stands_in_no_line() -> None:
    """Whatever names it as predecessor is derived from another: nothing comes from the void one."""
    forest = (
        _document("KB-2024-001", signed=None, is_void=True),
        _document("KB-2024-002", signed=None, predecessor="KB-2024-001"),
        _document("PKS-2024-003", signed=_on("2024-02-27"), parent="KB-2024-002"),
    )
    assert _asked(FOLLOWED_UP, date(2024, 3, 1), *forest) == [False, True, False]


@given(st.none() | IN_PART, st.none() | IN_PART, DAYS)
def test_who_is_a_party_on_a_day_is_the_domains(joined: Day | None, left: Day | None, as_of: date) -> None:
    party = Party(1, "Mitra Contoh", 1, joined=joined, left=left)
    row = [day and str(day) for day in (joined, left)]
    with closing(sqlite3.connect(":memory:")) as con:
        con.execute("CREATE TABLE party (agreement, seat, partner, joined_on, left_on)")
        con.execute("INSERT INTO party VALUES (1, 1, 1, ?, ?)", row)
        found = con.execute(f"SELECT {PARTY_OF.format('y')} FROM party AS y", {"as_of": as_of.isoformat()})  # noqa: S608
        assert found.fetchone() == (party.has_joined(as_of) and not party.has_left(as_of),)
    document = plain("KB-2024-001", parties=(party,)).on(as_of)
    assert bool(document.partners) == (party.has_joined(as_of) and not party.has_left(as_of))


@given(st.none() | IN_PART, IN_PART, IN_PART, st.none() | IN_PART, DAYS)
def test_who_came_again_is_one_party_at_most_as_the_domain_says(
    joined: Day | None, left: Day, again: Day, left_again: Day | None, as_of: date
) -> None:
    parties = tuple(
        Party(seat, "Mitra Contoh", 1, joined=first, left=last)
        for seat, first, last in ((1, joined, left), (2, again, left_again))
    )
    with suppress(InvalidFact):
        check_seats(parties)
        with closing(sqlite3.connect(":memory:")) as con:
            con.execute("CREATE TABLE party (agreement, seat, partner, joined_on, left_on)")
            rows = [(one.seat, one.joined and str(one.joined), one.left and str(one.left)) for one in parties]
            con.executemany("INSERT INTO party VALUES (1, ?, 1, ?, ?)", rows)
            asked = f"SELECT 'Mitra Contoh' FROM party AS y WHERE {PARTY_OF.format('y')}"  # noqa: S608
            found = con.execute(asked, {"as_of": as_of.isoformat()}).fetchall()
        assert [name for (name,) in found] == list(plain("KB-2024-001", parties=parties).on(as_of).partners)
        assert len(found) <= 1
