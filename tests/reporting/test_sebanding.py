"""Sebanding: lines in force, with a signed child, with a child carried out; beside the period before."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kskd.domain.implementation import Implementation
from kskd.domain.values.days import Day
from kskd.evaluation.rollup import Ratio
from kskd.reporting.build import build
from kskd.reporting.rollups import By
from kskd.reporting.sebanding import Sebanding, sebanding
from kskd.reporting.survey import Survey
from tests.reporting.reporting_facts import S1, S2, YEAR_END, agreement, draft, evaluation, facts, term

if TYPE_CHECKING:
    from kskd.domain.values.period import Period

OLD = agreement("KB-2019-001", signed=Day.of(date(2019, 7, 1)), term=term(date(2019, 7, 1), date(2024, 7, 1)))
NEW = agreement(
    "KB-2024-001", signed=Day.of(date(2024, 6, 1)), term=term(date(2024, 6, 1), None), predecessor=OLD.id
)
CHILD = agreement("PKS-2020-001", signed=Day.of(date(2020, 1, 1)), term=term(None, None), parent=OLD.id)


def _found(
    *documents: Any, by: By = By.OPD, period: Period = S2, evaluations: Any = ()
) -> dict[str, Sebanding]:
    given_facts = facts(*documents, evaluations=list(evaluations))
    before = Survey(given_facts, period.previous(), period.previous().end)
    return {one.code: one for one in sebanding(Survey(given_facts, period, period.end), before, by)}


def _counts(one: Sebanding) -> tuple[int, int, int]:
    return one.umbrellas.count, one.with_child.count, one.carried_out.count


def _told(state: Implementation | None, period: Period = S2) -> Any:
    return evaluation(CHILD.id, period, implementation=state)


@pytest.mark.parametrize(
    ("documents", "evaluations", "counts"),
    [
        ((), (), (0, 0, 0)),
        ((NEW,), (), (1, 0, 0)),
        ((NEW, draft("PKS-2024-009", parent=NEW.id)), (), (1, 0, 0)),
        ((OLD, NEW, CHILD), (), (1, 1, 0)),
        ((OLD, NEW, CHILD), (_told(Implementation.PENUH),), (1, 1, 1)),
        ((OLD, NEW, CHILD), (_told(Implementation.SEBAGIAN),), (1, 1, 1)),
        ((OLD, NEW, CHILD), (_told(Implementation.BELUM),), (1, 1, 0)),
        ((OLD, NEW, CHILD), (_told(Implementation.TIDAK),), (1, 1, 0)),
        ((OLD, NEW, CHILD), (_told(None),), (1, 1, 0)),
        ((OLD, NEW, CHILD), (_told(Implementation.PENUH, S1),), (1, 1, 0)),
    ],
    ids=[
        "nothing",
        "no child",
        "a draft below",
        "a child of an earlier link",
        "in full",
        "in part",
        "not yet",
        "not at all",
        "unknown",
        "in another period",
    ],
)
def test_a_line_comes_as_far_as_its_children(documents: Any, evaluations: Any, counts: Any) -> None:
    assert _counts(_found(*documents, evaluations=evaluations)["total"]) == counts


def test_each_number_leads_to_the_link_in_force_and_stands_beside_the_period_before() -> None:
    found = _found(OLD, NEW, CHILD, evaluations=[_told(Implementation.PENUH, S1)])
    total = found["total"]
    assert (total.umbrellas.ids, total.with_child.ids, total.carried_out.ids) == ((NEW.id,), (NEW.id,), ())
    assert (total.umbrellas.before, total.with_child.before, total.carried_out.before) == (1, 1, 1)
    assert found["DINKES"].umbrellas == total.umbrellas


def test_a_group_that_was_not_there_before_had_none() -> None:
    kb = agreement("KB-2024-002", signed=Day.of(date(2024, 9, 1)), term=term(None, None))
    assert _found(kb)["DINKES"].umbrellas.before == 0


def test_a_line_with_two_affairs_counts_under_each_and_once_for_all() -> None:
    found = _found(agreement("KB-2024-002", affairs=("1.01", "1.02")), by=By.AFFAIR)
    assert {code: one.umbrellas.count for code, one in found.items()} == {"1.01": 1, "1.02": 1, "total": 1}


def test_the_first_period_of_all_has_none_before() -> None:
    survey = Survey(facts(NEW), S2, S2.end)
    assert [one.umbrellas.before for one in sebanding(survey, None, By.OPD)] == [None, None]


@given(
    st.dates(date(2019, 7, 2), YEAR_END),
    st.none() | st.dates(date(2020, 1, 1), date(2030, 1, 1)),
    st.booleans(),
    st.booleans(),
)
def test_an_extension_never_lowers_the_ratio_by_itself(
    signed: date, ends: date | None, has_child: bool, moves_child: bool
) -> None:
    """Whenever it is signed and however long it runs, while the line goes on in force."""
    old = agreement("KB-2019-001", signed=OLD.signed, term=term(None, None))
    other = agreement("KB-2020-007", term=term(None, None))
    below = [CHILD] if has_child else []
    new = agreement(
        "KB-2024-001", signed=Day.of(signed), term=term(signed, ends if ends and ends >= signed else None),
        predecessor=old.id,
    )  # fmt: skip
    moved = [replace(one, parent=new.id) if moves_child else one for one in below]
    before = build(facts(old, other, *below), S2, YEAR_END).recap.figures.follow_up
    after = build(facts(old, other, new, *moved), S2, YEAR_END).recap.figures.follow_up
    assert before == Ratio(int(has_child), 2)
    assert after == before
