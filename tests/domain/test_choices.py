"""The lists that evaluations choose from are closed, and each choice has its words."""

from __future__ import annotations

import pytest

from kskd.domain.choices import OwedBy, Recommendation, TargetKind
from kskd.domain.implementation import Implementation, implementation_label


@pytest.mark.parametrize(
    ("state", "label"),
    [
        (Implementation.PENUH, "Dilaksanakan penuh"),
        (Implementation.SEBAGIAN, "Dilaksanakan sebagian"),
        (Implementation.BELUM, "Belum dilaksanakan"),
        (Implementation.TIDAK, "Tidak dilaksanakan"),
        (None, "Belum dilaporkan"),
    ],
)
def test_the_five_classes_have_five_labels(state: Implementation | None, label: str) -> None:
    assert implementation_label(state) == label


@pytest.mark.parametrize(
    ("code", "label"),
    [
        ("lanjut", "Dilanjutkan"),
        ("perbaiki", "Dilanjutkan dengan perbaikan"),
        ("perpanjang", "Diperpanjang"),
        ("perluas", "Diperluas"),
        ("hentikan", "Dihentikan"),
    ],
)
def test_recommendations_are_typed_by_code_and_printed_by_label(code: str, label: str) -> None:
    assert Recommendation(code).label == label


def test_recommendations_are_a_closed_list() -> None:
    with pytest.raises(ValueError, match="replikasi"):
        Recommendation("replikasi")


@pytest.mark.parametrize("kind", [*TargetKind, *OwedBy])
def test_every_target_kind_and_debtor_has_a_label(kind: TargetKind | OwedBy) -> None:
    assert kind.label.istitle()
