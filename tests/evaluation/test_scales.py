"""The borrowed national scales, at their limits."""

from __future__ import annotations

from decimal import Decimal

import pytest

from kskd.evaluation.scales import SCALES


@pytest.mark.parametrize(
    ("value", "ministry", "panrb"),
    [
        ("100", "Sangat Tinggi", "AA"), ("90.01", "Sangat Tinggi", "AA"), ("90.5", "Sangat Tinggi", "AA"),
        ("90", "Tinggi", "A"), ("80.01", "Tinggi", "A"), ("80", "Tinggi", "BB"), ("75.01", "Tinggi", "BB"),
        ("75", "Sedang", "BB"), ("70", "Sedang", "B"), ("65", "Rendah", "B"), ("60", "Rendah", "CC"),
        ("50.01", "Rendah", "CC"), ("50", "Sangat Rendah", "C"), ("30.01", "Sangat Rendah", "C"),
        ("30", "Sangat Rendah", "D"), ("0", "Sangat Rendah", "D"),
    ],
)  # fmt: skip
def test_each_scale_reads_its_limits_as_its_rule_says(value: str, ministry: str, panrb: str) -> None:
    """Permendagri 86/2017 in whole numbers, what lies between in the higher class; PANRB above each limit."""
    assert [scale.category(Decimal(value)) for scale in SCALES] == [ministry, panrb]


def test_each_says_where_it_is_from_and_what_it_was_made_for() -> None:
    assert [scale.source for scale in SCALES] == ["Permendagri 86/2017", "PermenPANRB 88/2021"]
    assert all(scale.made_for and scale.boundary_rule for scale in SCALES)
