"""The catalogue of facts: how each is read, kept and shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kskd.domain.document.chain import Doc, Scheme
from kskd.domain.document.facts import FACTS
from kskd.domain.document.fields import FIELDS
from kskd.domain.values.kinds import FieldKind
from kskd.errors import KskdError

if TYPE_CHECKING:
    from kskd.domain.field import Field


@pytest.mark.parametrize(
    ("key", "typed", "kept", "shown"),
    [
        ("in_apbd", "Ya", "yes", "ya"),
        ("in_apbd", "tidak", "no", "tidak"),
        ("dprd_answered_on", "2 Mei 2024", "2024-05-02", "2 Mei 2024"),
        ("dprd_letter", "  170/12  /DPRD ", "170/12 /DPRD", "170/12 /DPRD"),
        ("ksdpk_kind", "Aset", "aset", "pengelolaan aset"),
    ],
)
def test_a_fact_is_read_as_typed_kept_in_a_code_and_shown_in_words(
    key: str, typed: str, kept: str, shown: str
) -> None:
    assert FACTS[key].read(typed) == kept
    assert FACTS[key].word(kept) == shown


@pytest.mark.parametrize(
    ("key", "typed", "told"),
    [
        ("in_apbd", "mungkin", "ya atau tidak"),
        ("ksdpk_kind", "jasa", "investasi"),
        ("dprd_answered_on", "kemarin", "tidak dapat dibaca"),
        ("dprd_letter", " ", "kosong"),
    ],
)
def test_what_cannot_be_read_is_refused_with_what_is_allowed(key: str, typed: str, told: str) -> None:
    with pytest.raises(KskdError, match=told):
        FACTS[key].read(typed)


@pytest.mark.parametrize("fact", FACTS, ids=lambda fact: fact.key)
def test_every_fact_can_be_told_of_some_document_and_a_choice_has_choices(fact: Field) -> None:
    assert any(fact.applies_to(doc, scheme) for doc in Doc for scheme in Scheme)
    assert (fact.kind is FieldKind.CHOICE) == bool(fact.choices)


def test_a_key_of_a_newer_kskd_is_shown_as_it_is() -> None:
    assert FIELDS.in_words("belum_dikenal", "x") == ("belum_dikenal", "x")
