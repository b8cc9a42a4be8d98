"""What is proposed, by rules that are stated."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kskd.domain.choices import Recommendation
from kskd.domain.document.chain import Scheme
from kskd.domain.document.ending import Ending
from kskd.domain.implementation import Implementation
from kskd.evaluation.advice import RULES, Situation, propose, situation_of
from kskd.evaluation.score import score
from tests.reporting.reporting_facts import agreement, answers, evaluation, inti, term

NEAR = 90
PENUH, SEBAGIAN, TIDAK = Implementation.PENUH, Implementation.SEBAGIAN, Implementation.TIDAK


@pytest.mark.parametrize(
    ("state", "score", "days_left", "advice"),
    [
        (TIDAK, "50", None, "hentikan"),
        (TIDAK, "50.01", None, "perbaiki"),
        (SEBAGIAN, "20", None, "perbaiki"),
        (SEBAGIAN, "65", 10, "perbaiki"),
        (SEBAGIAN, "65.01", 90, "perpanjang"),
        (SEBAGIAN, "75", 91, "perbaiki"),
        (PENUH, "100", 0, "perpanjang"),
        (PENUH, "100", -25, "perpanjang"),
        (PENUH, "90.01", 400, "perluas"),
        (PENUH, "90", 400, "lanjut"),
        (SEBAGIAN, "95", None, "lanjut"),
    ],
)
def test_the_first_rule_that_fits_proposes(
    state: Implementation, score: str, days_left: int | None, advice: str
) -> None:
    assert propose(Situation(state, Decimal(score), days_left), NEAR).advice == advice


SCORES = st.decimals(0, 100, places=2)


@given(st.sampled_from([*Implementation]), SCORES, st.none() | st.integers(-2000, 9000), st.booleans())
def test_every_score_has_a_proposal_that_names_its_rule(
    state: Implementation, score: Decimal, days_left: int | None, has_successor: bool
) -> None:
    made = propose(Situation(state, score, days_left, has_successor), NEAR)
    (rule,) = [rule for rule in RULES if rule.code == made.rule]
    assert (made.advice, made.says) == (rule.advice, rule.says)


@given(st.sampled_from([*Implementation]), SCORES, st.integers(-400, NEAR))
def test_the_end_coming_near_never_turns_a_proposal_into_stopping(
    state: Implementation, score: Decimal, days_left: int
) -> None:
    far, near = (propose(Situation(state, score, left), NEAR).advice for left in (NEAR + 1, days_left))
    assert near is far or near is Recommendation.PERPANJANG


def test_what_was_extended_already_is_not_proposed_to_be_extended() -> None:
    assert propose(Situation(PENUH, Decimal(95), 10, has_successor=True), NEAR).advice == "perluas"


@pytest.mark.parametrize(
    "situation", [Situation(PENUH, None, 10), Situation(PENUH, Decimal(95), 10, is_ended=True)]
)
def test_without_a_score_or_after_an_early_end_nothing_is_proposed(situation: Situation) -> None:
    made = propose(situation, NEAR)
    assert (made.advice, made.rule) == (None, None)
    assert made.says


@pytest.mark.parametrize(("day", "is_ended"), [(14, False), (15, True), (16, True)])
def test_an_early_end_counts_from_its_day(day: int, is_ended: bool) -> None:
    """A report of a day before it proposes as nobody knew of it then."""
    ending = agreement("PKS-2024-001", ending=Ending(date(2025, 1, 15), "kesepakatan"))
    made = evaluation(ending.id, implementation=PENUH)
    scored = score(inti(), made.implementation, answers(1))
    found = situation_of(ending, made, scored, date(2025, 1, day), has_successor=False)
    assert found.is_ended is is_ended


@pytest.mark.parametrize("exempt", [{"has_successor": True}, {"is_followed": True}])
def test_the_printed_rule_names_the_exceptions_by_which_it_is_passed_over(exempt: dict[str, bool]) -> None:
    """A yearly plan is followed by a new one; whoever reads R3 must see why a good one is passed over."""
    made = propose(Situation(PENUH, Decimal(80), 10, **exempt), NEAR)
    assert made.rule == "R6"
    (printed,) = [rule.says for rule in RULES if rule.code == "R3"]
    assert "penerusnya belum tercatat" in printed
    assert "kecuali LoI dan RKT" in printed


@pytest.mark.parametrize(("one", "advice"), [("RKT-2024-001", "lanjut"), ("PKS-2024-001", "perpanjang")])
def test_a_yearly_plan_near_its_end_is_never_proposed_to_be_extended(one: str, advice: str) -> None:
    ending = agreement(one, scheme=Scheme.KSDPL, term=term(date(2024, 5, 2), date(2025, 1, 15)))
    made = evaluation(one, implementation=SEBAGIAN)
    scored = score(inti(), made.implementation, answers(1))
    found = situation_of(ending, made, scored, date(2025, 1, 15), has_successor=False)
    assert propose(found._replace(score=Decimal(80)), NEAR).advice == advice
