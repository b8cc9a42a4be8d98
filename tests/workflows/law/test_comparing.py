"""The kinds of document side by side: each kind answers each question, from the tables of the law."""

from __future__ import annotations

import pytest

from kskd.domain.document.chain import KSDD, KSDPK, SINERGI, Doc
from kskd.rules.catalogue import RULES
from kskd.rules.clocks.catalogue import CLOCKS
from kskd.workflows.law.comparing import QUESTIONS, compared
from kskd.workflows.law.duties import duties
from kskd.workflows.law.explaining import explain

SIGNERS, BEFORE, TERM, CONTENT, REPORTS = QUESTIONS.values()


def _answer(question: str, kind: str) -> str:
    """What the row that names this kind says of the question."""
    return "; ".join(text for names, text in dict(compared())[question] if kind in names.split(", "))


@pytest.mark.parametrize("question", QUESTIONS.values())
@pytest.mark.parametrize("kind", ["KB", "PKS", "Kontrak", "NK", "RK", "LoI", "MoU", "RKT"])
def test_every_kind_answers_every_question(question: str, kind: str) -> None:
    names = [name for names, _ in dict(compared())[question] for name in names.split(", ")]
    assert any(name == kind or name.startswith(f"{kind} ") for name in names)


@pytest.mark.parametrize(
    ("question", "kind", "says"),
    [
        (SIGNERS, "KB KSDD", "para kepala daerah (Permendagri 22/2020 Pasal 10 ayat (2))"),
        (SIGNERS, "PKS KSDD", "surat kuasa kepala daerah"),
        (SIGNERS, "NK", "diberi kuasa oleh kementerian atau lembaga (Permendagri 22/2020 Pasal 57 ayat (2))"),
        (SIGNERS, "LoI", "(Permendagri 25/2020 Pasal 2 dan Pasal 14 ayat (4))"),
        (SIGNERS, "RKT", "peraturan tidak mengaturnya"),
        (BEFORE, "KB KSDPK", "studi kelayakan oleh pemrakarsa (UU 23/2014 Pasal 366 ayat (3))"),
        (BEFORE, "PKS KSDD", "Kesepakatan Bersama (Permendagri 22/2020 Pasal 6); persetujuan DPRD bila"),
        (BEFORE, "RK", "Nota Kesepakatan (Permendagri 22/2020 Pasal 52 ayat (2))"),
        (BEFORE, "MoU", "surat konfirmasi dari kementerian yang membidangi urusan luar negeri (Pasal 23)"),
        (
            TERM,
            "KB KSDD",
            "paling lama 5 tahun, dan dapat diperpanjang (Permendagri 22/2020 Pasal 9 ayat (3))",
        ),
        (TERM, "LoI", "paling lama 1 tahun sejak ditandatangani (Permendagri 25/2020 Pasal 13 ayat (3))"),
        (TERM, "NK", "peraturan tidak membatasinya (term-max-years)"),
        (CONTENT, "PKS KSDPK", "juga sanksi (UU 23/2014 Pasal 366 ayat (2))"),
        (CONTENT, "RK", "peraturan tidak mengaturnya"),
        (REPORTS, "PKS KSDD", "kepada bupati atau wali kota: pelaksanaan KSDD, setiap semester"),
        (REPORTS, "RK", "bupati atau wali kota kepada Gubernur: pelaksanaan Sinergi, setiap tahun"),
        (REPORTS, "MoU", "paling lambat minggu pertama Januari (Permendagri 25/2020 Pasal 35 ayat (2))"),
    ],
)
def test_the_answer_is_that_of_the_law_with_its_article(question: str, kind: str, says: str) -> None:
    assert says in _answer(question, kind)


def test_what_is_said_of_many_kinds_stands_once_after_that_of_single_ones() -> None:
    names, text = dict(compared())[BEFORE][-1]
    assert (names, text.partition(" (")[0]) == ("KB, PKS, Kontrak, NK", "rekomendasi dari TKKSD")


def test_every_article_on_the_page_is_one_by_which_documents_of_the_kind_are_judged_or_timed() -> None:
    """So that page, rules and clocks cannot differ on who signs and for how long."""
    groups = {"ksdd": KSDD, "ksdpk": KSDPK, "sinergi": SINERGI}
    timed = {
        (doc, scheme, article)
        for clock in CLOCKS
        for basis in clock.bases
        for doc in basis.docs
        for scheme in basis.schemes
        for article in basis.article.split("; ")
    }
    judged = {
        (doc, scheme, article)
        for rule in RULES
        for doc in rule.docs
        for scheme in rule.schemes
        for article in rule.articles(scheme, doc).split("; ")
    }
    wrong = [
        (duty.article, name)
        for duty in duties()
        if duty.page in {"lama", "tanda-tangan"} and not duty.article.startswith("PP 27/2014")
        for name in duty.of
        if name.split(" ")[1] in groups
        and not any(
            (doc, scheme) == (Doc(name.split(" ")[0]), groups[name.split(" ")[1]][0])
            and any(article.startswith(one) or one.startswith(article) for one in duty.article.split("; "))
            for doc, scheme, article in judged | timed
        )
    ]
    assert wrong == []


def test_the_page_is_explained_under_its_name_question_by_question() -> None:
    told = explain("Naskah")
    assert [one.title for one in told] == list(QUESTIONS.values())
    assert all(one.kind == "comparison" and one.sections for one in told)
