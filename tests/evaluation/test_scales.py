"""National scales: each limit belongs to the class below it, and every score has one class."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kskd.evaluation.scales import SCALES

EXPECTED = {
    "permendagri-86-2017": [
        ("100", "Sangat Tinggi"), ("90.01", "Sangat Tinggi"), ("90", "Tinggi"), ("75.01", "Tinggi"),
        ("75", "Sedang"), ("65", "Rendah"), ("50.01", "Rendah"),
        ("50", "Sangat Rendah"), ("0", "Sangat Rendah"),
    ],
    "permenpanrb-88-2021": [
        ("100", "AA"), ("90.01", "AA"), ("90", "A"), ("80", "BB"), ("70", "B"), ("60", "CC"), ("50", "C"),
        ("30.01", "C"), ("30", "D"), ("0", "D"),
    ],
}  # fmt: skip
ROWS = [(scale, *row) for scale in SCALES for row in EXPECTED[scale.code]]


@pytest.mark.parametrize(("scale", "score", "name"), ROWS, ids=lambda one: getattr(one, "code", one))
def test_a_score_has_the_class_that_the_boundary_rule_says(scale, score: str, name: str) -> None:  # type: ignore[no-untyped-def]
    assert scale.category(Decimal(score)) == name


@given(st.decimals(0, 100, places=2), st.decimals(0, 100, places=2))
def test_a_higher_score_is_never_in_a_lower_class(one: Decimal, other: Decimal) -> None:
    for scale in SCALES:
        names = [band.name for band in scale.bands]
        low, high = sorted([one, other])
        assert names.index(scale.category(high)) <= names.index(scale.category(low))
