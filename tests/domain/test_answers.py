"""The answers that need no instrument have their words."""

from __future__ import annotations

import pytest

from kskd.domain.answers import Implementation, implementation_label


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
