"""What the rules propose: a table of situations, and what holds of all of them."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kskd.domain.choices import Implementation, Recommendation
from kskd.evaluation.advice import RULES, Situation, propose

PENUH, SEBAGIAN, BELUM, TIDAK = Implementation
NEAR = 90


def at(score: str | None, state: Implementation | None = SEBAGIAN, **more: int | bool) -> Situation:
    plain: dict[str, int | bool] = {"days_left": 900} | more
    return Situation(state, None if score is None else Decimal(score), **plain)  # type: ignore[arg-type]


ROWS = [
    (at("50", TIDAK), "R1", "hentikan"),
    (at("50.01", TIDAK), "R2", "perbaiki"),
    (at("50", BELUM), "R2", "perbaiki"),
    (at("65"), "R2", "perbaiki"),
    (at("65", days_left=0), "R2", "perbaiki"),  # the end is near: that alone never stops anything
    (at("65.01", days_left=NEAR), "R3", "perpanjang"),
    (at("99", PENUH, days_left=-5), "R3", "perpanjang"),
    (at("80", days_left=NEAR, has_successor=True), "R6", "lanjut"),
    (at("80", days_left=NEAR + 1), "R6", "lanjut"),
    (at("75"), "R4", "perbaiki"),
    (at("90", PENUH), "R6", "lanjut"),
    (at("90.01", PENUH), "R5", "perluas"),
    (at("90.01"), "R6", "lanjut"),
]


@pytest.mark.parametrize(("situation", "rule", "code"), ROWS)
def test_the_first_rule_that_fits_is_proposed(situation: Situation, rule: str, code: str) -> None:
    proposal = propose(situation, NEAR)
    assert (proposal.rule, proposal.advice) == (rule, code)


def test_every_rule_is_in_the_table() -> None:
    assert {rule for _, rule, _ in ROWS} == {rule.code for rule in RULES}


@pytest.mark.parametrize("situation", [at(None), at(None, PENUH), at("80", is_ended=True)])
def test_nothing_is_proposed_where_too_little_is_known_or_all_is_over(situation: Situation) -> None:
    proposal = propose(situation, NEAR)
    assert (proposal.advice, proposal.rule) == (None, None)
    assert proposal.says


@given(
    st.sampled_from([PENUH, SEBAGIAN, BELUM]),
    st.decimals(0, 100, places=2),
    st.none() | st.integers(-4000, 4000),
    st.booleans(),
)
def test_what_was_not_given_up_is_never_proposed_to_be_stopped(
    state: Implementation, score: Decimal, days_left: int | None, has_successor: bool
) -> None:
    """However near or far its end, and whatever its score."""
    found = propose(Situation(state, score, days_left, has_successor), NEAR)
    assert found.advice is not Recommendation.HENTIKAN
