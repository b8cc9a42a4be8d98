"""The table of clauses: what each kind of document contains at the least, and by which article."""

from __future__ import annotations

import pytest

from kskd.domain.document import clauses
from kskd.domain.document.chain import KSDD, KSDPK, Doc, Scheme
from kskd.domain.document.clauses import CLAUSES, CONTENTS, clause_code, contents_of, read_clause


def test_every_clause_that_the_law_asks_for_has_a_code_that_comes_back() -> None:
    asked = {code for content in CONTENTS for code in content.clauses}
    assert asked == set(CLAUSES)
    assert all(clause_code(read_clause(code.upper())) == code for code in asked)


@pytest.mark.parametrize(
    ("content", "count", "article"),
    [
        (clauses.KB, 7, "Permendagri 22/2020 Pasal 40"),
        (clauses.PKS, 10, "Permendagri 22/2020 Pasal 41"),
        (clauses.THIRD_PARTY, 1, "UU 23/2014 Pasal 366 ayat (2)"),
        (clauses.KONTRAK, 4, "UU 23/2014 Pasal 366 ayat (2)"),
        (clauses.NK, 10, "Permendagri 22/2020 Pasal 42"),
        (clauses.LOI, 6, "Permendagri 25/2020 Pasal 13 ayat (2)"),
        (clauses.MOU, 11, "Permendagri 25/2020 Pasal 20 ayat (5)"),
        (clauses.RKT, 4, "Permendagri 25/2020 Pasal 26 ayat (4)"),
    ],
    ids=lambda one: one.doc if isinstance(one, clauses.Content) else "",
)
def test_a_kind_of_document_has_as_many_clauses_as_its_article_lists(
    content: clauses.Content, count: int, article: str
) -> None:
    assert (len(set(content.clauses)), content.article) == (count, article)
    assert content in CONTENTS


@pytest.mark.parametrize("scheme", Scheme)
def test_only_a_contract_with_a_third_party_says_what_follows_a_breach(scheme: Scheme) -> None:
    asked = [code for one in contents_of(Doc.PKS, scheme) for code in one.clauses]
    assert ("sanksi" in asked) == (scheme in KSDPK)
    assert ("keadaan-kahar" in asked) == (scheme in (*KSDD, *KSDPK))


def test_no_content_is_listed_for_a_work_plan() -> None:
    assert all(contents_of(Doc.RK, scheme) == () for scheme in Scheme)


def test_the_parts_of_the_form_are_told_around_the_clauses() -> None:
    told = clauses.KB.in_words()
    assert told.startswith("komparisi, para pihak, konsideran, batang tubuh (maksud dan tujuan, objek,")
    assert told.endswith("surat-menyurat, lain-lain), penutup")
    assert "premis, konsideran" in clauses.NK.in_words()
    assert clauses.RKT.in_words() == "kegiatan per tahun, peran para pihak, hasil yang diharapkan, pembiayaan"


def test_what_is_lacking_is_told_in_the_order_of_the_article() -> None:
    assert clauses.KONTRAK.lacks(frozenset({"sanksi"})) == (
        "hak dan kewajiban", "jangka waktu", "penyelesaian perselisihan"
    )  # fmt: skip
