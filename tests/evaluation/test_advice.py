"""What the rules propose: a table of situations, and what holds of all of them."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kskd.domain.choices import Implementation, Recommendation
from kskd.evaluation.advice import Limits, Situation, propose

PENUH, SEBAGIAN, BELUM, TIDAK = Implementation


def at(score: str | None, state: Implementation | None = SEBAGIAN, **more: object) -> Situation:
    plain = {"before": None, "days_left": 900, "open_obstacles": 0} | more
    return Situation(state, score=None if score is None else Decimal(score), **plain)  # type: ignore[arg-type]


ROWS = [
    (at("95", PENUH), "perluas", "nilai 95,00 di atas 90"),
    (at("95", PENUH, open_obstacles=1), "lanjut", "nilai 95,00 di atas 65"),
    (at("95"), "lanjut", "nilai 95,00"),
    (at("90", PENUH), "lanjut", "nilai 90,00"),
    (at("65"), "perbaiki", "nilai 65,00 tidak di atas 65"),
    (at("80", days_left=90), "perpanjang", "tinggal 90 hari"),
    (at("80", days_left=-5), "perpanjang", "lewat 5 hari"),
    (at("99", PENUH, days_left=30), "perpanjang", "tinggal 30 hari"),
    (at("80", days_left=90, is_succeeded=True), "lanjut", "nilai 80,00"),
    (at("75", days_left=90), "lanjut", "nilai 75,00"),
    (at("80", days_left=None), "lanjut", "nilai 80,00"),
    (at("40", days_left=10), "perbaiki", "nilai 40,00"),  # the end is near: that alone never stops anything
    (at("5", TIDAK), "perbaiki", "dalam periode ini"),
    (at(None, BELUM), "perbaiki", "dalam periode ini"),
    (at("5", TIDAK, before=BELUM), "hentikan", "dua evaluasi berturut-turut"),
    (at(None, BELUM, before=TIDAK), "hentikan", "dua evaluasi berturut-turut"),
    (at("5", TIDAK, before=SEBAGIAN), "perbaiki", "dalam periode ini"),
]


@pytest.mark.parametrize(("situation", "code", "reason"), ROWS)
def test_the_first_rule_that_fits_is_proposed(situation: Situation, code: str, reason: str) -> None:
    advice = propose(situation)
    assert advice is not None
    assert advice.recommendation == code
    assert reason in advice.reason


@pytest.mark.parametrize("situation", [at(None), at(None, PENUH), at("80", None)])
def test_nothing_is_proposed_where_too_little_is_known(situation: Situation) -> None:
    assert propose(situation) is None


def test_the_limits_are_data() -> None:
    advice = propose(at("80"), Limits(go_on=Decimal(85)))
    assert advice is not None
    assert (advice.recommendation, advice.reason) == (Recommendation.PERBAIKI, "nilai 80,00 tidak di atas 85")


@given(
    st.builds(
        Situation,
        st.sampled_from([PENUH, SEBAGIAN]),
        st.none() | st.sampled_from(list(Implementation)),
        st.decimals(0, 100, places=2),
        st.none() | st.integers(-4000, 4000),
        st.integers(0, 5),
        st.booleans(),
    )
)
def test_what_was_carried_out_is_never_proposed_to_be_stopped(situation: Situation) -> None:
    """However near or far its end, and whatever its score."""
    advice = propose(situation)
    assert advice is not None
    assert advice.recommendation is not Recommendation.HENTIKAN
