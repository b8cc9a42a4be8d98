"""Pemetaan: every class is there, totals count a document once, and what cannot be classed stands apart."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kskd.domain.choices import PartnerKind
from kskd.domain.document.affairs import AFFAIRS
from kskd.domain.document.chain import UMBRELLAS, Doc, Scheme
from kskd.domain.mapping import Axis, Mapped, classes_of, cross, map_by

OPDS = {"DINKES": "Dinas Kesehatan", "DLH": "Dinas Lingkungan Hidup"}
CLASSES = {axis: classes_of(axis, OPDS) for axis in Axis}


def _some(axis: Axis) -> st.SearchStrategy[tuple[str, ...]]:
    return st.lists(st.sampled_from(list(CLASSES[axis])), unique=True, max_size=3).map(tuple)


DOCUMENTS = st.lists(
    st.builds(Mapped, st.sampled_from(Doc), st.fixed_dictionaries({axis: _some(axis) for axis in Axis})),
    max_size=8,
)


def test_the_classes_are_all_that_there_are() -> None:
    assert list(CLASSES[Axis.AFFAIR]) == list(AFFAIRS)
    assert len(CLASSES[Axis.AFFAIR]) == 32
    assert list(CLASSES[Axis.SCHEME]) == list(Scheme)
    assert list(CLASSES[Axis.PARTNER_KIND]) == list(PartnerKind)
    assert CLASSES[Axis.OPD] == OPDS


@given(DOCUMENTS, st.sampled_from(Axis))
def test_a_map_counts_each_document_in_each_of_its_classes(documents: list[Mapped], axis: Axis) -> None:
    made = map_by(documents, axis, CLASSES[axis])
    assert [line.key for line in made.lines] == list(CLASSES[axis])
    for line in made.lines:
        inside = [one for one in documents if line.key in one.keys[axis]]
        umbrellas = sum(one.doc in UMBRELLAS for one in inside)
        assert line.counts == (umbrellas, len(inside) - umbrellas, len(inside))
    assert made.total.counts[-1] == len(documents)
    assert made.unclassed.counts[-1] == sum(not one.keys[axis] for one in documents)
    assert [one.key for one in made.empty] == [
        key for key in CLASSES[axis] if not any(key in one.keys[axis] for one in documents)
    ]


@given(DOCUMENTS, st.permutations(list(Axis)))
def test_a_crosstab_counts_each_pair_of_classes(documents: list[Mapped], order: list[Axis]) -> None:
    first, second = order[:2]
    made = cross(documents, (first, second), CLASSES[first], CLASSES[second])
    keys = [key for key, _ in made.columns]
    assert keys[-2:] == ["unclassed", "total"]
    assert set(keys[:-2]) == {key for one in documents for key in one.keys[second]}
    for line in made.lines:
        inside = [one for one in documents if line.key in one.keys[first]]
        expected = [sum(key in one.keys[second] for one in inside) for key in keys[:-2]]
        assert list(line.counts) == [*expected, sum(not one.keys[second] for one in inside), len(inside)]
    assert made.total.counts[-1] == len(documents)
