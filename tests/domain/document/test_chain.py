"""The chains of the law: which document opens a scheme, and what may be derived from what."""

from __future__ import annotations

from datetime import date

import pytest

from kskd.domain.document.chain import (
    DERIVED,
    DOC_NAMES,
    LEGACY_BEFORE,
    SCHEME_NAMES,
    SCHEME_SHORT,
    UMBRELLAS,
    Doc,
    Scheme,
    children_of,
    derived_default,
    first_doc,
    is_umbrella,
)

AFTER = date(2024, 1, 1)


def test_every_document_is_umbrella_or_derived_and_has_a_name() -> None:
    """The two lists part the kinds; every kind and scheme can be printed."""
    assert sorted([*UMBRELLAS, *DERIVED]) == sorted(Doc)
    assert set(DOC_NAMES) == set(Doc)
    assert set(SCHEME_NAMES) == set(SCHEME_SHORT) == set(Scheme)


@pytest.mark.parametrize(
    ("scheme", "first", "derived"),
    [
        (Scheme.KSDD_WAJIB, Doc.KB, Doc.PKS),
        (Scheme.KSDD_SUKARELA, Doc.KB, Doc.PKS),
        (Scheme.KSDPK, Doc.KB, Doc.PKS),
        (Scheme.SINERGI, Doc.NK, Doc.RK),
        (Scheme.KSDPL, Doc.LOI, Doc.RKT),
        (Scheme.KSDLL, Doc.LOI, Doc.RKT),
    ],
)
def test_each_scheme_has_its_usual_chain(scheme: Scheme, first: Doc, derived: Doc) -> None:
    """PP 28/2018 Pasal 6, 19, 30, 46; Permendagri 25/2020 Pasal 9, 26."""
    assert first_doc(scheme) is first
    assert is_umbrella(first)
    assert derived_default(scheme) is derived


@pytest.mark.parametrize(
    ("parent", "children"),
    [
        (Doc.KB, {Doc.PKS, Doc.KONTRAK}),
        (Doc.NK, {Doc.RK}),
        (Doc.LOI, {Doc.MOU}),
        (Doc.MOU, {Doc.RKT, Doc.PKS}),
        (Doc.PKS, set()),
        (Doc.KONTRAK, set()),
        (Doc.RK, set()),
        (Doc.RKT, set()),
    ],
)
def test_children_of_each_document(parent: Doc, children: set[Doc]) -> None:
    """From an NK comes a Rencana Kerja and no PKS; from a derived document comes nothing."""
    assert set(children_of(parent, AFTER)) == children
    assert set(children_of(parent, None)) == children


def test_before_13_july_2018_an_nk_could_have_a_pks() -> None:
    """Contracts of before PP 28/2018 stay valid (Pasal 48-49); the day itself is under the new law."""
    assert Doc.PKS in children_of(Doc.NK, date(2018, 7, 12))
    assert Doc.PKS not in children_of(Doc.NK, LEGACY_BEFORE)


@pytest.mark.parametrize("doc", Doc)
def test_the_older_chain_allows_all_that_the_present_one_does(doc: Doc) -> None:
    """Nothing became possible only after 2018."""
    assert set(children_of(doc, AFTER)) <= set(children_of(doc, date(2010, 1, 1)))
