"""The map: each document under each of its affairs, once in the whole."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from kskd.domain.document.affairs import AFFAIRS
from kskd.domain.values.days import Day
from kskd.reporting.basis import Basis
from kskd.reporting.kinds.pemetaan import pemetaan
from tests.reporting.reporting_facts import S2, YEAR_END, agreement, draft, facts, term

SOME = st.sets(st.sampled_from([*AFFAIRS]), max_size=4)


@given(st.lists(st.tuples(st.sampled_from(["KB", "PKS"]), SOME), max_size=8))
def test_every_document_stands_under_each_of_its_affairs(drawn: list[tuple[str, set[str]]]) -> None:
    ones = [
        agreement(f"{doc}-2024-{at:03}", affairs=tuple(sorted(affairs)))
        for at, (doc, affairs) in enumerate(drawn)
    ]
    page = pemetaan(Basis(facts(*ones), S2, YEAR_END))
    assert page.total == len(ones)
    for line in page.lines:
        under = {one.id for one in ones if line.code in one.affairs}
        assert {*line.ids} == under
        assert (line.umbrellas, line.derived) == (
            sum(one.startswith("KB") for one in under), sum(one.startswith("PKS") for one in under),
        )  # fmt: skip
        assert line.name == AFFAIRS[line.code]
    assert {one.code for one in page.lines} == {code for one in ones for code in one.affairs}
    assert {one.code for one in page.lines}.isdisjoint(one.code for one in page.empty)
    assert len(page.lines) + len(page.empty) == len(AFFAIRS)
    assert {*page.unclassed} == {one.id for one in ones if not one.affairs}


def test_only_what_is_in_force_on_the_day_is_on_the_map_and_what_is_unsure_apart() -> None:
    ones = [
        agreement("PKS-2024-001", affairs=("1.02",)),
        agreement("PKS-2024-002", affairs=("1.02",), term=term(date(2024, 5, 2), date(2024, 12, 30))),
        agreement("PKS-2024-003", affairs=("1.02",), term=term(date(2025, 1, 1), None)),
        draft("PKS-2024-004", affairs=("1.02",)),
        agreement("PKS-2024-005", affairs=("1.02",), void_reason="tercatat dua kali"),
    ]
    page = pemetaan(Basis(facts(*ones), S2, YEAR_END))
    assert page.total == 1
    (line,) = page.lines
    assert line.ids == ("PKS-2024-001",)
    assert page.unsure == ()
    days = replace(term(date(2024, 5, 2), None), starts=Day.parse("2024-12"))
    known_in_part = agreement("PKS-2024-007", signed_on=date(2024, 5, 2), affairs=("1.02",), term=days)
    page = pemetaan(Basis(facts(ones[0], known_in_part), S2, date(2024, 12, 15)))
    assert (page.total, page.unsure) == (1, ("PKS-2024-007",))
