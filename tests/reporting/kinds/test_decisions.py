"""What a leader has to decide: each reason on the days around its boundary, and how rows are made."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kskd.domain.choices import OwedBy, Recommendation, TargetKind
from kskd.domain.document.chain import Doc, Scheme
from kskd.domain.document.ending import Ending
from kskd.domain.implementation import Implementation
from kskd.domain.values.days import Day
from kskd.domain.values.period import Period
from kskd.reporting.basis import Basis
from kskd.reporting.kinds.decisions import MOST, REST, ToDecide, decisions
from tests.reporting.reporting_facts import (
    S1,
    S2,
    agreement,
    draft,
    evaluation,
    facts,
    realisation,
    target,
    term,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kskd.domain.document.agreement import Agreement

PKS, KB = "PKS-2024-001", "KB-2024-001"
SOON, ENDED, DAYS = 90, 180, 14  # the settings, as this test sets them
SETTINGS = {
    "soon-days": str(SOON),
    "ended-days": str(ENDED),
    "decision-days": str(DAYS),
    "follow-up-months": "12",
    "report-days": "30",
}
TODAY = date(2025, 1, 31)
"""The day after that on which the reports of the second semester are due."""
DUE = TODAY + timedelta(days=DAYS)


def made(*documents: Agreement, as_of: date = TODAY, **told: Any) -> tuple[ToDecide, ...]:
    return decisions(Basis(facts(*documents, settings=SETTINGS, **told), S2, as_of))


def reasons(found: Sequence[ToDecide]) -> dict[str, list[str]]:
    return {one.reason: [row.id for row in one.rows] for one in found}


def ends(days: int, document: str = PKS, **changes: Any) -> Agreement:
    """A document whose last day is so many days after the day of the page."""
    return agreement(document, term=term(date(2024, 7, 2), TODAY + timedelta(days=days)), **changes)


def new(document: str = PKS, **changes: Any) -> Agreement:
    """A document in force that did not count in the period before."""
    return agreement(document, term=term(date(2024, 7, 2), date(2026, 5, 2)), **changes)


def told(state: Implementation | None = Implementation.PENUH, document: str = PKS, **changes: Any) -> Any:
    return evaluation(document, implementation=state, reported_on=date(2024, 12, 20), **changes)


# -- over, carried out, and nothing takes its place -----------------------------------------------------


@pytest.mark.parametrize(("days", "is_found"), [(0, False), (-1, True), (-ENDED, True), (-ENDED - 1, False)])
def test_what_is_over_is_decided_on_from_the_day_after_to_the_last_of_the_setting(
    days: int, *, is_found: bool
) -> None:
    found = made(ends(days), evaluations=[told()])
    assert ("lapsed" in reasons(found)) is is_found
    if is_found:
        (one,) = found
        assert (one.days, one.due) == ((-days,), DUE)


@pytest.mark.parametrize(
    ("state", "is_found"),
    [
        (Implementation.PENUH, True),
        (Implementation.SEBAGIAN, True),
        (Implementation.BELUM, False),
        (Implementation.TIDAK, False),
        (None, False),
    ],
)
def test_only_what_was_carried_out_is_missed_when_it_is_over(
    state: Implementation | None, *, is_found: bool
) -> None:
    assert ("lapsed" in reasons(made(ends(-10), evaluations=[told(state)]))) is is_found


def test_what_has_a_successor_or_was_ended_on_purpose_is_not_asked_about() -> None:
    follows = agreement("PKS-2024-009", term=term(date(2024, 12, 22), None), predecessor=PKS)
    ending = Ending(TODAY - timedelta(days=9), "tujuan")
    assert "lapsed" in reasons(made(ends(-10), evaluations=[told()]))
    assert "lapsed" not in reasons(made(ends(-10), follows, evaluations=[told()]))
    assert "lapsed" not in reasons(made(replace(ends(500), ending=ending), evaluations=[told()]))
    unsigned = draft("PKS-2024-009", predecessor=PKS)
    assert "lapsed" in reasons(made(ends(-10), unsigned, evaluations=[told()]))


def test_a_yearly_plan_is_followed_by_another_document_and_never_extended() -> None:
    plan = ends(-10, "RKT-2024-001", scheme=Scheme.KSDPL)
    assert made(plan, evaluations=[told(document=plan.id)]) == ()
    assert made(ends(10, "RKT-2024-001", scheme=Scheme.KSDPL)) == ()


# -- in force, over soon, and nothing takes its place ---------------------------------------------------


@pytest.mark.parametrize(
    ("days", "is_found"), [(-1, False), (0, True), (1, True), (SOON, True), (SOON + 1, False)]
)
def test_what_ends_within_the_days_of_the_setting_is_decided_on(days: int, *, is_found: bool) -> None:
    found = made(ends(days))
    assert ("ending" in reasons(found)) is is_found
    if is_found:
        (one,) = found
        assert (one.days, one.due) == ((days,), TODAY + timedelta(days=min(days, DAYS)))


def test_umbrellas_end_too_and_a_signed_successor_answers_it() -> None:
    child = new(parent=KB)
    assert reasons(made(ends(10, KB), child)) == {"ending": [KB]}
    follows = agreement("KB-2024-009", term=term(date(2025, 1, 11), None), predecessor=KB)
    assert reasons(made(ends(10, KB), follows, child)) == {}


# -- what a partner owes --------------------------------------------------------------------------------


def owed(due: date | None, value: float | None, reached: float | None, by: OwedBy = OwedBy.MITRA) -> Any:
    """What is found of one duty."""
    one = target(PKS, kind=TargetKind.DUTY, owed_by=by, due_on=due, value=value, indicator="Kompensasi")
    reports = [] if reached is None else [realisation(PKS, value=reached)]
    return made(new(), targets=[one], realisations=reports)


@pytest.mark.parametrize(("days", "is_found"), [(0, False), (-1, True)])
def test_a_duty_of_a_partner_is_late_from_the_day_after_its_day(days: int, *, is_found: bool) -> None:
    found = owed(TODAY + timedelta(days=days), 100.0, 99.0)
    assert ("owed" in reasons(found)) is is_found
    if is_found:
        assert (found[0].days, found[0].detail, found[0].due) == ((1,), "Kompensasi", DUE)


@pytest.mark.parametrize(
    ("value", "reached", "by"),
    [
        (100.0, 100.0, OwedBy.MITRA),
        (100.0, 250.0, OwedBy.MITRA),
        (100.0, None, OwedBy.MITRA),  # nobody recorded it: unknown accuses nobody
        (None, 5.0, OwedBy.MITRA),
        (100.0, 1.0, OwedBy.PEMDA),
    ],
)
def test_what_is_reached_unknown_or_owed_by_the_government_is_no_duty_missed(
    value: float | None, reached: float | None, by: OwedBy
) -> None:
    assert "owed" not in reasons(owed(date(2024, 12, 1), value, reached, by))
    assert "owed" not in reasons(owed(None, value, reached, by))


def test_two_late_duties_of_a_document_in_one_row_are_one_document() -> None:
    duties = [
        target(
            f"PKS-2024-00{at}", number, kind=TargetKind.DUTY, owed_by=OwedBy.MITRA, due_on=date(2024, 12, 1)
        )
        for at in (1, 2, 3)
        for number in (1, 2)
    ]
    reached = [realisation(one.agreement, one.number, 1.0) for one in duties]
    ones = [new(f"PKS-2024-00{at}") for at in (1, 2, 3)]
    (found,) = made(*ones, targets=duties, realisations=reached)
    assert [row.id for row in found.rows] == [one.id for one in ones]


# -- to stop --------------------------------------------------------------------------------------------


def test_a_recommendation_to_stop_is_decided_on_while_the_document_is_in_force() -> None:
    stop = told(recommendation=Recommendation.HENTIKAN, recommendation_reason="mitra bubar")
    (found,) = made(new(), evaluations=[stop])
    assert (found.reason, found.detail, found.due) == ("stopping", "mitra bubar", DUE)
    assert "stopping" not in reasons(made(ends(-1), evaluations=[stop]))
    assert made(new(), evaluations=[told(recommendation=Recommendation.LANJUT)]) == ()


# -- an umbrella without a derived document -------------------------------------------------------------


@pytest.mark.parametrize(
    ("signed", "is_found"),
    [(date(2024, 1, 31), False), (date(2024, 1, 30), True), (date(2024, 6, 1), False)],
)
def test_an_umbrella_is_barren_from_the_day_after_its_months(signed: date, *, is_found: bool) -> None:
    one = agreement(KB, signed_on=signed, term=term(signed, date(2028, 1, 1)))
    found = made(one)
    assert ("barren" in reasons(found)) is is_found
    if is_found:
        assert (found[0].days, found[0].due) == (((TODAY - signed).days,), DUE)


def test_a_signed_child_or_an_end_answers_a_barren_umbrella_and_a_draft_does_not() -> None:
    old = agreement(KB, signed_on=date(2022, 1, 1), term=term(date(2022, 1, 1), date(2028, 1, 1)))
    assert reasons(made(old, draft(PKS, parent=KB))) == {"barren": [KB]}
    assert reasons(made(old, new(parent=KB))) == {}
    assert reasons(made(replace(old, term=term(date(2022, 1, 1), date(2024, 12, 1))))) == {}
    assert reasons(made(replace(old, signed=None))) == {}
    assert reasons(made(replace(old, signed=Day.parse("XXXX")))) == {}


def test_an_umbrella_signed_on_a_day_in_part_is_barren_once_its_months_are_surely_over() -> None:
    old = agreement(KB, signed_on=date(2022, 1, 1), term=term(date(2022, 1, 1), date(2028, 1, 1)))
    (found,) = made(replace(old, signed=Day.parse("2022")))
    assert (found.reason, found.days, found.in_part) == ("barren", ((TODAY - date(2022, 12, 31)).days,), True)
    assert reasons(made(replace(old, signed=Day.parse("2024-01")))) == {}


# -- silent for two periods -----------------------------------------------------------------------------


OLD_PKS = agreement(PKS, signed_on=date(2023, 5, 2), term=term(date(2023, 5, 2), date(2026, 5, 2)))


def test_two_periods_in_a_row_without_a_report_are_decided_on() -> None:
    (found,) = made(OLD_PKS)
    assert (found.reason, [row.id for row in found.rows], found.due) == ("silent", [PKS], DUE)


@pytest.mark.parametrize("period", [S1, S2])
def test_one_report_of_the_two_answers_it(period: Any) -> None:
    assert made(OLD_PKS, evaluations=[evaluation(PKS, period, reported_on=period.end)]) == ()


@pytest.mark.parametrize(
    ("first", "last", "is_silent"),
    [
        (date(2024, 7, 1), date(2026, 5, 2), False),  # not of the first semester
        (date(2024, 6, 1), date(2026, 5, 2), False),  # for less of it than owes a report
        (date(2024, 5, 31), date(2026, 5, 2), True),
        (date(2023, 5, 2), date(2024, 7, 30), False),  # for less of the second
        (date(2023, 5, 2), date(2024, 7, 31), True),
    ],
)
def test_only_what_owed_a_report_of_both_periods_is_silent_for_two(
    first: date, last: date, *, is_silent: bool
) -> None:
    one = agreement(PKS, signed_on=first, term=term(first, last))
    assert ("silent" in reasons(made(one))) is is_silent


@pytest.mark.parametrize(("since", "is_silent"), [("2024-S1", True), ("2024-S2", False), ("2025-S1", False)])
def test_nobody_is_silent_for_a_period_before_the_first_that_is_asked_for(
    since: str, *, is_silent: bool
) -> None:
    known = facts(OLD_PKS, settings=SETTINGS | {"reports-since": since})
    assert bool(decisions(Basis(known, S2, TODAY))) is is_silent


@pytest.mark.parametrize("period", ["2024-12", "2024-Q4"])
def test_nobody_is_silent_for_a_month_or_a_quarter(period: str) -> None:
    assert decisions(Basis(facts(OLD_PKS, settings=SETTINGS), Period.parse(period), TODAY)) == ()


def silent(period: str, as_of: date, **changes: Any) -> bool:
    """Whether one document, unreported for years, is found."""
    one = replace(OLD_PKS, **changes)
    return bool(decisions(Basis(facts(one, settings=SETTINGS), Period.parse(period), as_of)))


@pytest.mark.parametrize(
    ("period", "due"),
    [
        ("2024-S1", date(2024, 7, 30)),
        ("2024-S2", date(2025, 1, 30)),
        ("2024", date(2025, 1, 30)),
    ],
)
def test_nobody_is_silent_before_the_day_after_that_on_which_the_report_is_due(
    period: str, due: date
) -> None:
    assert not silent(period, date(2024, 6, 30))
    assert not silent(period, due)
    assert silent(period, due + timedelta(days=1))


def test_cooperation_abroad_is_reported_in_january_for_the_year_and_not_for_the_semester() -> None:
    abroad = {"id": "RKT-2023-001", "doc": Doc.RKT, "scheme": Scheme.KSDPL}
    assert not silent("2024-S2", TODAY, **abroad)
    assert not silent("2024", date(2025, 1, 7), **abroad)
    assert silent("2024", date(2025, 1, 8), **abroad)


# -- rows -----------------------------------------------------------------------------------------------


def many(*counts: int) -> tuple[list[Agreement], dict[str, Any]]:
    """A registry with so many documents under each reason, in their order, and under no other."""
    lapsed, ending, late, stopping, barren, silent = (*counts, 0, 0, 0, 0, 0, 0)[:6]
    count = iter(range(1, 1000))
    documents: list[Agreement] = []
    evaluations, targets, reached = [], [], []

    def pks() -> str:
        return f"PKS-2024-{next(count):03}"

    for at in range(lapsed):
        documents.append(ends(-1 - at, pks()))
        evaluations.append(told(document=documents[-1].id))
    documents += [ends(1 + at, pks()) for at in range(ending)]
    for _ in range(late):
        documents.append(new(pks()))
        targets.append(
            target(documents[-1].id, kind=TargetKind.DUTY, owed_by=OwedBy.MITRA, due_on=date(2024, 12, 1))
        )
        reached.append(realisation(documents[-1].id, value=1.0))
        evaluations.append(told(document=documents[-1].id))
    for _ in range(stopping):
        documents.append(new(pks()))
        evaluations.append(told(document=documents[-1].id, recommendation=Recommendation.HENTIKAN))
    documents += [
        agreement(f"KB-2022-{at + 1:03}", signed_on=date(2022, 1, 1), term=term(date(2022, 1, 1), None))
        for at in range(barren)
    ]
    evaluations += [evaluation(one.id, S1, reported_on=S1.end) for one in documents]
    documents += [replace(OLD_PKS, id=pks()) for _ in range(silent)]
    return documents, {"evaluations": evaluations, "targets": targets, "realisations": reached}


ORDER = ["lapsed", "ending", "owed", "stopping", "barren", "silent"]


@given(st.lists(st.integers(0, 7), min_size=6, max_size=6))
def test_no_document_is_lost_in_at_most_five_rows_in_the_order_of_reasons(counts: list[int]) -> None:
    documents, stated = many(*counts)
    found = made(*documents, **stated)
    assert len(found) <= MOST
    assert sorted(row.id for one in found for row in one.rows) == sorted(one.id for one in documents)
    shown = [one.reason for one in found]
    known = [reason for reason, count in zip(ORDER, counts, strict=True) if count]
    assert list(dict.fromkeys(shown)) == (known if len(known) <= MOST else [*known[: MOST - 1], REST])
    for reason, count in zip(ORDER, counts, strict=True):
        rows = [one for one in found if one.reason == reason]
        assert len(rows) in {0, 1, count}
        if len(rows) > 1:  # one by one, the most pressing first
            assert [one.due for one in rows] == sorted(one.due for one in rows)
    assert all(one.due == min(one.due, DUE) for one in found)


def test_the_most_pressing_reason_gets_rows_of_its_own_first() -> None:
    documents, stated = many(2, 4)
    assert [(one.reason, len(one.rows)) for one in made(*documents, **stated)] == [
        ("lapsed", 1), ("lapsed", 1), ("ending", 4),
    ]  # fmt: skip
    documents, stated = many(1, 4)
    assert [len(one.rows) for one in made(*documents, **stated)] == [1, 1, 1, 1, 1]


def test_six_reasons_stand_in_five_rows() -> None:
    documents, stated = many(1, 1, 1, 1, 2, 3)
    found = made(*documents, **stated)
    assert [(one.reason, len(one.rows)) for one in found] == [
        ("lapsed", 1), ("ending", 1), ("owed", 1), ("stopping", 1), (REST, 5),
    ]  # fmt: skip


def test_nothing_to_decide_is_nothing() -> None:
    assert made() == ()
    assert made(agreement(KB, signed_on=date(2024, 5, 2)), new(parent=KB)) == ()
