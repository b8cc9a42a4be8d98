"""The score: it exists only when all is answered, is exact, and can be explained line by line."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kskd.domain.implementation import NOT_ASSESSABLE, Implementation
from kskd.errors import InvalidFact
from kskd.evaluation.instrument import AskedItem, Option, read_instrument
from kskd.evaluation.score import Proof, check_answers, round_half_up, score

if TYPE_CHECKING:
    from collections.abc import Callable

INTI = read_instrument(
    (Path(__file__).parents[2] / "src/kskd/instruments/inti-1.toml").read_text(encoding="utf-8")
)
BEST = {item.code: item.options[0].code for item in INTI.asked_items}
WORST = {item.code: item.options[-1].code for item in INTI.asked_items}
STATES = st.sampled_from([*Implementation])
COMPLETE = st.fixed_dictionaries(
    {item.code: st.sampled_from([option.code for option in item.options]) for item in INTI.asked_items}
)
PARTIAL = st.fixed_dictionaries(
    {},
    optional={
        item.code: st.sampled_from([*(option.code for option in item.options), NOT_ASSESSABLE])
        for item in INTI.asked_items
    },
)


def test_the_best_answers_give_100_and_the_lowest_0() -> None:
    best = score(INTI, Implementation.PENUH, BEST)
    worst = score(INTI, Implementation.TIDAK, WORST)
    assert (best.value, best.category, best.coverage) == (Decimal(100), "Sangat Tinggi", Decimal(1))
    assert (worst.value, worst.category, worst.coverage) == (Decimal(0), "Sangat Rendah", Decimal(1))


@pytest.mark.parametrize("item", [item.code for item in INTI.asked_items])
def test_one_item_alone_moves_the_score_by_its_weight(item: str) -> None:
    found = INTI.item(item)
    assert found is not None
    assert score(INTI, Implementation.TIDAK, WORST | {item: BEST[item]}).value == found.weight
    assert score(INTI, Implementation.PENUH, BEST | {item: WORST[item]}).value == 100 - found.weight


def test_nothing_reported_has_no_score_and_no_coverage() -> None:
    nothing = score(INTI, None, {})
    assert (nothing.value, nothing.category, nothing.coverage) == (None, None, Decimal(0))
    assert nothing.missing == tuple(item.code for item in INTI.items)
    assert nothing.not_assessable == ()


def test_without_the_state_of_carrying_out_there_is_no_score() -> None:
    incomplete = score(INTI, None, BEST)
    assert (incomplete.value, incomplete.missing, incomplete.coverage) == (
        None,
        ("terlaksana",),
        Decimal("0.9"),
    )


def test_not_assessable_is_neither_the_lowest_answer_nor_a_missing_one() -> None:
    lowest = score(INTI, Implementation.PENUH, BEST | {"hasil": "tidak"})
    unknown = score(INTI, Implementation.PENUH, BEST | {"hasil": NOT_ASSESSABLE})
    missing = score(INTI, Implementation.PENUH, {k: v for k, v in BEST.items() if k != "hasil"})
    assert (lowest.value, lowest.missing, lowest.not_assessable) == (Decimal(78), (), ())
    assert (unknown.value, unknown.missing, unknown.not_assessable) == (None, (), ("hasil",))
    assert (missing.value, missing.missing, missing.not_assessable) == (None, ("hasil",), ())
    assert unknown.coverage == missing.coverage == Decimal("0.78")
    assert [line.label for line in unknown.lines if line.item == "hasil"] == ["Tidak dapat dinilai"]


def test_each_line_explains_its_points() -> None:
    result = score(INTI, Implementation.SEBAGIAN, BEST | {"koordinasi": "baik"})
    by_item = {line.item: line for line in result.lines}
    state, contact = by_item["terlaksana"], by_item["koordinasi"]
    assert (state.answer, state.label, state.points) == ("sebagian", "Dilaksanakan sebagian", Decimal(5))
    assert (contact.weight, contact.value, contact.points) == (Decimal(5), Decimal("0.67"), Decimal("3.35"))
    assert (contact.section, contact.label) == ("pelaksanaan", "Baik")
    assert result.value == Decimal("93.35")
    assert result.instrument == "inti/1"


@pytest.mark.parametrize(
    ("exact", "rounded"),
    [("90.004", "90.00"), ("90.005", "90.01"), ("0.125", "0.13"), ("0.135", "0.14"), ("99.995", "100.00")],
)
def test_halves_are_rounded_up(exact: str, rounded: str) -> None:
    assert str(round_half_up(Decimal(exact))) == rounded


@pytest.mark.parametrize(
    ("small_value", "rounded", "category"),
    [("0.0003", "90.00", "Tinggi"), ("0.0005", "90.01", "Sangat Tinggi")],
)
def test_the_category_is_that_of_the_rounded_score(small_value: str, rounded: str, category: str) -> None:
    """Exactly 90,003 is printed as 90,00 and must not be called more than 90."""
    half, full = Option("setengah", "Setengah", Decimal(small_value)), Option("ya", "Ya", Decimal(1))
    none = Option("tidak", "Tidak", Decimal(0))
    items = (
        AskedItem("besar", "umum", "Besar?", (full, none), Decimal(90)),
        AskedItem("kecil", "umum", "Kecil?", (full, half, none), Decimal(10)),
    )
    two = INTI._replace(items=items)
    result = score(two, None, {"besar": "ya", "kecil": "setengah"})
    assert (str(result.value), result.category) == (rounded, category)


@pytest.mark.parametrize(
    ("answers", "sentence"),
    [
        ({"tepat-wktu": "tepat"}, r'Butir "tepat-wktu" tidak ada.*inti/1.*sesuai-tujuan.*bukti'),
        ({"tepat-waktu": "cepat"}, r'"cepat".*"tepat-waktu".*tepat, terlambat, tidak, tidak-dapat-dinilai'),
        ({"tepat-waktu": ""}, 'Jawaban ""'),
        ({"terlaksana": "penuh"}, "--implementation.*penuh, sebagian, belum, tidak"),
        ({"terlaksana": NOT_ASSESSABLE}, "--implementation"),
        ({"\x1b[31m": "ya"}, "␛"),
    ],
)
@pytest.mark.parametrize(
    "act",
    [check_answers, lambda instrument, answers: score(instrument, None, answers)],
    ids=["check", "score"],
)
def test_unknown_answers_are_refused_with_what_is_allowed(
    act: Callable[..., object], answers: dict[str, str], sentence: str
) -> None:
    with pytest.raises(InvalidFact, match=sentence):
        act(INTI, answers)


@given(st.none() | STATES, PARTIAL)
def test_a_score_exists_exactly_when_coverage_is_1(
    state: Implementation | None, answers: dict[str, str]
) -> None:
    result = score(INTI, state, answers)
    assert (result.value is None) == (result.coverage != 1) == bool(result.missing or result.not_assessable)
    assert (result.value is None) == (result.category is None)
    assert 0 <= result.coverage <= 1


@given(st.none() | STATES, PARTIAL)
def test_a_missing_answer_never_changes_weights(
    state: Implementation | None, answers: dict[str, str]
) -> None:
    result = score(INTI, state, answers)
    assert [line.weight for line in result.lines] == [item.weight for item in INTI.items]
    answered = {line.item for line in result.lines if line.points is not None}
    assert answered | set(result.missing) | set(result.not_assessable) == {item.code for item in INTI.items}
    assert result.coverage * 100 == sum(line.weight for line in result.lines if line.item in answered)


@given(STATES, COMPLETE)
def test_a_complete_score_is_the_sum_of_its_lines(state: Implementation, answers: dict[str, str]) -> None:
    result = score(INTI, state, answers)
    assert result.value is not None
    assert 0 <= result.value <= 100
    assert result.value == round_half_up(
        sum((line.points or Decimal(0) for line in result.lines), Decimal(0))
    )


@given(STATES, COMPLETE, st.sampled_from(INTI.asked_items))
def test_a_better_answer_never_lowers_the_score(
    state: Implementation, answers: dict[str, str], item: AskedItem
) -> None:
    values = [score(INTI, state, answers | {item.code: option.code}).value for option in item.options]
    assert all(a is not None and b is not None and a > b for a, b in pairwise(values))


@given(COMPLETE)
def test_a_better_state_never_lowers_the_score(answers: dict[str, str]) -> None:
    values = [score(INTI, state, answers).value for state in Implementation]
    assert all(a is not None and b is not None and a > b for a, b in pairwise(values))


CAPPED = read_instrument(
    (Path(__file__).parents[2] / "src/kskd/instruments/inti-2.toml").read_text(encoding="utf-8")
)
PROOFS = st.lists(
    st.builds(
        Proof,
        text=st.sampled_from(["Laporan", "Foto"]),
        digest=st.none() | st.just("0" * 64),
        item=st.none() | st.sampled_from([*(item.code for item in CAPPED.items), "tiada"]),
    ),
    max_size=6,
)


def test_a_claim_earns_at_most_the_cap_and_its_proof_lifts_it() -> None:
    claimed = score(CAPPED, Implementation.PENUH, BEST)
    assert (claimed.value, claimed.claims) == (Decimal(80), ("keluaran", "hasil"))
    proven = score(CAPPED, Implementation.PENUH, BEST, [Proof("Laporan", None, "hasil")])
    assert (proven.value, proven.claims) == (Decimal(91), ("keluaran",))
    (line,) = [line for line in proven.lines if line.item == "hasil"]
    assert (line.proofs, line.cap, line.is_claim) == (("Laporan",), None, False)


def test_evidence_of_the_whole_or_of_another_item_proves_no_item() -> None:
    proofs = [Proof("Laporan", "0" * 64, None), Proof("Foto", None, "koordinasi")]
    assert score(CAPPED, Implementation.PENUH, BEST, proofs).value == 80


def test_where_a_file_is_demanded_a_description_leaves_a_claim() -> None:
    assert CAPPED.evidence is not None
    strict = CAPPED._replace(evidence=CAPPED.evidence._replace(needs_file=True))
    described = score(strict, Implementation.PENUH, BEST, [Proof("Laporan", None, "hasil")])
    filed = score(strict, Implementation.PENUH, BEST, [Proof("Laporan", "0" * 64, "hasil")])
    assert (described.claims, filed.claims) == (("keluaran", "hasil"), ("keluaran",))


def test_an_instrument_without_a_rule_of_evidence_scores_as_it_always_did() -> None:
    """inti/1 and inti/2 differ in nothing but that rule."""
    assert INTI.evidence is None
    assert CAPPED._replace(version=1, note=INTI.note, evidence=None) == INTI
    assert score(INTI, Implementation.PENUH, BEST).claims == ()


@given(st.none() | STATES, PARTIAL, PROOFS, PROOFS)
def test_adding_evidence_never_lowers_a_score(
    state: Implementation | None, answers: dict[str, str], some: list[Proof], more: list[Proof]
) -> None:
    before = score(CAPPED, state, answers, some)
    after = score(CAPPED, state, answers, [*some, *more])
    assert after.coverage == before.coverage
    for old, new in zip(before.lines, after.lines, strict=True):
        assert (old.points is None) == (new.points is None)
        assert old.points is None or new.points is None or new.points >= old.points
    assert before.value is None or (after.value is not None and after.value >= before.value)


@given(st.none() | STATES, PARTIAL, PROOFS, st.sampled_from(sorted(BEST)))
def test_a_missing_answer_changes_nothing_of_another_item_under_a_rule_of_evidence(
    state: Implementation | None, answers: dict[str, str], proofs: list[Proof], gone: str
) -> None:
    fewer = {item: option for item, option in answers.items() if item != gone}
    for line, other in zip(
        score(CAPPED, state, answers, proofs).lines, score(CAPPED, state, fewer, proofs).lines, strict=True
    ):
        assert line.weight == other.weight
        assert line.item == gone or line == other


@given(st.none() | STATES, PARTIAL, COMPLETE, PROOFS)
def test_whatever_completes_an_evaluation_ends_within_its_bounds(
    state: Implementation | None, answers: dict[str, str], rest: dict[str, str], proofs: list[Proof]
) -> None:
    low, high = score(CAPPED, state, answers, proofs).bounds
    assert Decimal(0) <= low <= high <= Decimal(100)
    said = {item: option for item, option in answers.items() if option != NOT_ASSESSABLE}
    whole = score(CAPPED, state or Implementation.SEBAGIAN, rest | said, proofs)
    assert whole.value is not None
    assert low <= whole.value <= high
    if whole.coverage == score(CAPPED, state, answers, proofs).coverage:
        assert low == high == whole.value
