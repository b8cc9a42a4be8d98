"""The steps of the leader's page, what it notes of an OPD, and the means that may be compared."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kskd.domain.document.chain import ABROAD, Scheme
from kskd.domain.evaluation import Action, Obstacle
from kskd.domain.implementation import Implementation
from kskd.domain.values.period import Period
from kskd.reporting.basis import Basis
from kskd.reporting.kinds.rekap import paired
from kskd.reporting.kinds.ringkasan import StepReached, carried_step, ringkasan, umbrella_step
from tests.reporting.reporting_facts import (
    S1,
    S2,
    YEAR_END,
    agreement,
    answers,
    draft,
    evaluation,
    facts,
    inti,
    rich_facts,
    term,
)

if TYPE_CHECKING:
    from kskd.domain.document.agreement import Agreement
    from kskd.domain.evaluation import Evaluation
    from kskd.reporting.kinds.ringkasan import Ringkasan

FIRST, NOW, THEN = date(2024, 7, 1), YEAR_END, date(2024, 6, 30)
HALVES = {S1: (date(2024, 1, 1), THEN), S2: (FIRST, NOW)}
CARRIED = {Implementation.PENUH, Implementation.SEBAGIAN}


def page(*documents: Agreement, as_of: date = YEAR_END, period: Period = S2, **told: Any) -> Ringkasan:
    return ringkasan(Basis(facts(*documents, **told), period, as_of))


# -- the steps, of registries drawn by chance -----------------------------------------------------------


@st.composite
def registries(draw: st.DrawFn) -> tuple[list[Agreement], list[Evaluation]]:
    """Umbrellas and documents under some of them, of many days, with or without a report."""
    documents, evaluations = [], []
    days = st.dates(date(2023, 1, 1), date(2025, 3, 1))
    for at in range(draw(st.integers(0, 4))):
        start = draw(days)
        end = start + timedelta(days=draw(st.integers(0, 700)))
        documents.append(agreement(f"KB-2024-{at:03}", signed_on=start, term=term(start, end)))
    umbrellas = [one.id for one in documents]
    for at in range(draw(st.integers(0, 6))):
        one, start = f"PKS-2024-{at:03}", draw(days)
        end = start + timedelta(days=draw(st.integers(0, 700)))
        parent = draw(st.sampled_from([None, *umbrellas]))
        scheme = draw(st.sampled_from([Scheme.KSDPK, Scheme.KSDPL]))
        signed = draw(st.sampled_from([start, start, None]))
        documents.append(
            agreement(one, signed_on=signed, term=term(start, end), parent=parent, scheme=scheme)
            if signed
            else draft(one, parent=parent)
        )
        for period in HALVES:
            state = draw(st.sampled_from([*Implementation, None, "silent"]))
            if state != "silent":
                evaluations.append(evaluation(one, period, implementation=state, reported_on=period.end))
    return documents, evaluations


def counted(documents: list[Agreement], period: Period) -> list[Agreement]:
    """Derived documents signed by the end of a half-year and in force on a day of it."""
    first, last = HALVES[period]
    return [
        one
        for one in documents
        if one.id.startswith("PKS") and one.signed_on and one.signed_on <= last
        and one.term.starts_on is not None and one.term.starts_on <= last
        and (one.term.ends_on is None or one.term.ends_on >= first)
    ]  # fmt: skip


def in_force(documents: list[Agreement], day: date) -> list[Agreement]:
    """Umbrellas in force on a day."""
    return [
        one
        for one in documents
        if one.id.startswith("KB") and one.term.starts_on and one.term.starts_on <= day
        and one.term.ends_on and one.term.ends_on >= day
    ]  # fmt: skip


def having(documents: list[Agreement], day: date) -> set[str]:
    """Umbrellas in force with a document under them that was signed by the day."""
    signed = {one.parent for one in documents if one.signed_on and one.signed_on <= day}
    return {one.id for one in in_force(documents, day)} & signed


@given(registries())
def test_the_steps_of_any_registry(drawn: tuple[list[Agreement], list[Evaluation]]) -> None:
    documents, evaluations = drawn
    found = page(*documents, evaluations=evaluations)
    assert (found.umbrellas.now, found.umbrellas.whole) == (
        len(having(documents, NOW)), len(in_force(documents, NOW)),
    )  # fmt: skip
    assert (found.umbrellas.before, found.umbrellas.whole_before) == (
        len(having(documents, THEN)), len(in_force(documents, THEN)),
    )  # fmt: skip
    state = {(one.agreement, one.period): one.implementation for one in evaluations}

    def carried(period: Period) -> tuple[int, int]:
        ones = counted(documents, period)
        return sum(state.get((one.id, period)) in CARRIED for one in ones), len(ones)

    assert (found.carried.now, found.carried.whole) == carried(S2)
    assert (found.carried.before, found.carried.whole_before) == carried(S1)
    for one in found.carried.states:
        code = None if one.code == "belum-dilaporkan" else Implementation(one.code)
        assert {*one.ids} == {each.id for each in counted(documents, S2) if state.get((each.id, S2)) == code}
    assert {*found.abroad} == {one.id for one in counted(documents, S2) if one.scheme in ABROAD}
    reached = {
        umbrella.id
        for umbrella in in_force(documents, NOW)
        if any(
            state.get((one.id, S2)) in CARRIED
            for one in documents
            if one.parent == umbrella.id and one.signed_on and one.signed_on <= NOW
        )
    }
    assert {*found.carried_lines} == reached
    assert found.lines_carried == len(reached)


@given(registries(), st.sets(st.sampled_from([*Scheme]), min_size=1))
def test_the_schemes_together_are_the_whole(
    drawn: tuple[list[Agreement], list[Evaluation]], some: set[Scheme]
) -> None:
    documents, evaluations = drawn
    basis = Basis(facts(*documents, evaluations=evaluations), S2, YEAR_END)
    for step in (umbrella_step, carried_step):
        parts = [step(basis, part) for part in (some, {*Scheme} - some)]
        whole = step(basis)
        for name in ("now", "whole", "before", "whole_before"):
            assert sum(getattr(one, name) for one in parts) == getattr(whole, name)


@given(registries())
def test_the_marks_of_the_opd_and_the_quiet_ones_are_all(
    drawn: tuple[list[Agreement], list[Evaluation]],
) -> None:
    documents, evaluations = drawn
    found = page(*documents, evaluations=evaluations)
    assert sum(len(one.marks) for one in found.opds) <= found.carried.whole
    assert not {one.code for one in found.opds} & {*found.quiet}


# -- the period before ----------------------------------------------------------------------------------


def test_the_first_period_there_is_has_none_before() -> None:
    one = agreement("PKS-2024-001")
    found = page(one, period=Period.parse("1945-S1"), as_of=date(1945, 6, 30))
    assert found.before_label is None
    assert found.umbrellas == StepReached(0, 0, None, None, found.umbrellas.states, ())
    assert (found.carried.before, found.lines_carried_before) == (None, None)


def test_a_period_before_is_seen_from_its_last_day() -> None:
    late = evaluation("PKS-2024-001", S1, reported_on=date(2024, 8, 1))
    found = page(agreement("PKS-2024-001"), evaluations=[late])
    assert (found.carried.before, found.carried.whole_before) == (1, 1)
    assert (found.carried.now, found.carried.whole) == (0, 1)


# -- what is noted of an OPD ----------------------------------------------------------------------------


def test_an_opd_with_nothing_to_note_is_named_among_the_quiet_ones() -> None:
    found = page(agreement("PKS-2024-001"), evaluations=[evaluation("PKS-2024-001", reported_on=YEAR_END)])
    assert (found.opds, found.quiet) == ((), ("DINKES",))


@pytest.mark.parametrize(("due", "late"), [(0, None), (-1, 1), (-40, 40)])
def test_an_action_is_late_from_the_day_after_its_day(due: int, late: int | None) -> None:
    action = Action("PKS-2024-001", 1, S1, "Rapat", None, YEAR_END + timedelta(days=due))
    told = evaluation("PKS-2024-001", reported_on=YEAR_END)
    found = page(agreement("PKS-2024-001"), evaluations=[told], actions=[action])
    noted = [] if late is None else [(("PKS-2024-001",), late)]
    assert [(one.overdue, one.longest) for one in found.opds] == noted


def test_an_opd_whose_document_is_to_be_decided_on_is_not_quiet() -> None:
    barren = agreement("KB-2022-001", "DLH", signed_on=date(2022, 1, 3), term=term(date(2022, 1, 3), None))
    told = evaluation("PKS-2024-001", reported_on=YEAR_END)
    found = page(barren, agreement("PKS-2024-001"), evaluations=[told])
    assert [(one.code, one.decided) for one in found.opds] == [("DLH", (1,))]
    assert found.quiet == ("DINKES",)


def test_a_document_in_force_whose_end_nobody_knows_is_named() -> None:
    unknown = agreement("PKS-2024-001", term=term(date(2024, 1, 1), None))
    assert page(unknown, agreement("PKS-2024-002")).endless == ("PKS-2024-001",)


def test_the_most_is_noted_first() -> None:
    documents = [
        agreement(f"PKS-2024-00{at}", opd) for at, opd in enumerate(("DLH", "DINSOS", "DINSOS", "DINKES"))
    ]
    told = [evaluation(one.id, reported_on=YEAR_END) for one in documents if one.lead_opd != "DINSOS"]
    obstacles = [Obstacle("PKS-2024-000", 1, "Dana", None, S1), Obstacle("PKS-2024-003", 1, "Dana", None, S1)]
    obstacles.append(Obstacle("PKS-2024-003", 2, "Data", None, S1))
    found = page(*documents, evaluations=told, obstacles=obstacles)
    assert [one.code for one in found.opds] == ["DINSOS", "DINKES", "DLH"]


# -- means that may be compared -------------------------------------------------------------------------


def test_a_mean_is_compared_over_the_same_documents() -> None:
    """PKS 1 is scored in both; PKS 2 only now; PKS 3 only then; so the means are those of PKS 1 alone."""
    documents = [agreement(f"PKS-2024-00{at}") for at in (1, 2, 3)]
    told = [
        evaluation("PKS-2024-001", S1, answers=answers(1), reported_on=S1.end),
        evaluation("PKS-2024-001", reported_on=S2.end),
        evaluation("PKS-2024-002", answers=answers(2), reported_on=S2.end),
        evaluation("PKS-2024-003", S1, answers=answers(2), reported_on=S1.end),
    ]
    basis = Basis(facts(*documents, evaluations=told), S2, YEAR_END)
    found = paired(basis)
    assert found is not None
    assert (found.before_label, found.ids) == (S1.label, ("PKS-2024-001",))
    score = basis.survey.score("PKS-2024-001")
    assert basis.before is not None
    then = basis.before.score("PKS-2024-001")
    assert score is not None
    assert then is not None
    assert (found.before, found.now) == (then.value, score.value)
    assert found.before != found.now
    summary = ringkasan(basis)
    assert summary.scored == ("PKS-2024-001", "PKS-2024-002")
    assert summary.scored_both == ("PKS-2024-001",)


def test_scores_of_two_instruments_are_not_compared() -> None:
    other = inti()._replace(code="lain")
    told = [
        evaluation("PKS-2024-001", S1, reported_on=S1.end),
        evaluation("PKS-2024-001", reported_on=S2.end, instrument=other.id),
    ]
    given_facts = facts(agreement("PKS-2024-001"), evaluations=told, instruments=[other])
    assert paired(Basis(given_facts, S2, YEAR_END)) is None


def test_nothing_scored_twice_has_no_mean_to_compare() -> None:
    assert paired(Basis(facts(), S2, YEAR_END)) is None
    found = paired(Basis(rich_facts(), S2, YEAR_END))
    assert found is not None
    assert found.ids == ("PKS-2024-001",)
    assert isinstance(found.now, Decimal)
