"""A month tells what happened in it: on its first and last day, and on no day outside."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import pytest

from kskd.domain.document.chain import Scheme
from kskd.domain.document.ending import Ending
from kskd.domain.evaluation import Action
from kskd.domain.values.period import Period
from kskd.reporting.basis import Basis
from kskd.reporting.kinds.bulanan import Bulanan, bulanan
from tests.reporting.reporting_facts import S1, S2, agreement, draft, evaluation, facts, term

if TYPE_CHECKING:
    from kskd.domain.document.agreement import Agreement

PKS, NOVEMBER = "PKS-2024-001", Period.parse("2024-11")
LAST = date(2024, 11, 30)
DAYS = [(date(2024, 10, 31), False), (date(2024, 11, 1), True), (LAST, True), (date(2024, 12, 1), False)]

around = pytest.mark.parametrize(("day", "is_in"), DAYS)


def month(*documents: Agreement, as_of: date = date(2024, 12, 31), **told: Any) -> Bulanan:
    return bulanan(Basis(facts(*documents, **told), NOVEMBER, as_of))


def ids(rows: Any) -> list[str]:
    return [one.id for one in rows]


@around
def test_what_was_signed_or_began_in_the_month(day: date, *, is_in: bool) -> None:
    signed = month(agreement(PKS, signed_on=day, term=term(date(2025, 1, 1), date(2026, 1, 1))))
    begun = month(agreement(PKS, signed_on=date(2024, 1, 1), term=term(day, date(2026, 1, 1))))
    assert ids(signed.signed) == [PKS] * is_in
    assert ids(begun.begun) == [PKS] * is_in
    assert (signed.begun, begun.signed) == ((), ())


@around
def test_what_ended_in_the_month(day: date, *, is_in: bool) -> None:
    dated = agreement(PKS, term=term(date(2024, 1, 1), day))
    early = replace(agreement(PKS), ending=Ending(day, "tujuan"))
    assert ids(month(dated).ended) == [PKS] * is_in
    assert ids(month(early).ended) == [PKS] * is_in


def test_nothing_has_ended_on_its_last_day() -> None:
    one = agreement(PKS, term=term(date(2024, 1, 1), LAST))
    assert month(one, as_of=LAST).ended == ()
    assert ids(month(one, as_of=LAST + timedelta(days=1)).ended) == [PKS]


@around
def test_reports_and_actions_of_the_month(day: date, *, is_in: bool) -> None:
    told = evaluation(PKS, S2, reported_on=day)
    done = Action(PKS, 1, S1, "Rapat", None, None, day)
    found = month(agreement(PKS), evaluations=[told], actions=[done])
    assert [(one.agreement, one.reported_on) for one in found.reports] == [(PKS, day)] * is_in
    assert [one.done_on for one in found.done] == [day] * is_in


def test_what_lies_after_the_day_looked_at_has_not_happened() -> None:
    told = evaluation(PKS, S2, reported_on=date(2024, 11, 20))
    done = Action(PKS, 1, S1, "Rapat", None, date(2024, 11, 1), date(2024, 11, 20))
    found = month(agreement(PKS), as_of=date(2024, 11, 19), evaluations=[told], actions=[done])
    assert (found.reports, found.done) == ((), ())
    assert [one.days_overdue for one in found.overdue] == [18]


def test_a_month_has_the_rate_of_its_semester_and_none_of_its_own() -> None:
    ones = [agreement(f"PKS-2024-00{at}") for at in (1, 2, 3)]
    told = [
        evaluation(ones[0].id, S1, reported_on=S1.end),  # of the semester before: does not count here
        evaluation(ones[1].id, S2, reported_on=date(2024, 11, 5)),
    ]
    found = month(*ones, as_of=LAST, evaluations=told)
    assert found.semester == S2.label
    assert (found.reported.numerator, found.reported.denominator) == (1, 3)
    assert found.silent == (ones[0].id, ones[2].id)


@pytest.mark.parametrize(("left", "is_near"), [(0, True), (90, True), (91, False)])
def test_what_ends_soon_without_a_successor(left: int, *, is_near: bool) -> None:
    end = LAST + timedelta(days=left)
    one = agreement(PKS, term=term(date(2024, 1, 1), end))
    follows = agreement("PKS-2024-002", signed_on=date(2024, 11, 1), term=term(end, None), predecessor=PKS)
    plan = agreement("RKT-2024-001", scheme=Scheme.KSDPL, term=term(date(2024, 1, 1), end))
    assert ids(month(one, as_of=LAST).ending) == [PKS] * is_near
    assert month(one, follows, as_of=LAST).ending == ()
    assert month(plan, as_of=LAST).ending == ()


def test_documents_in_force_now_and_a_month_before() -> None:
    ones = [
        agreement("PKS-2024-001"),
        agreement("PKS-2024-002", term=term(date(2024, 5, 2), date(2024, 11, 15))),
        agreement("PKS-2024-003", signed_on=date(2024, 11, 10), term=term(date(2024, 11, 10), None)),
        agreement("PKS-2024-004", signed_on=date(2024, 11, 11), term=term(date(2024, 11, 11), None)),
        draft("PKS-2024-005"),
    ]
    found = month(*ones, as_of=LAST)
    assert (found.before_label, found.in_force, found.in_force_before) == ("Oktober 2024", 3, 2)
