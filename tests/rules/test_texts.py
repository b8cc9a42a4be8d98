"""What rules and clocks say: the article of each document, remedies that begin with the fact, fitting words."""

from __future__ import annotations

from importlib.resources import files
from typing import TYPE_CHECKING

import pytest

from kskd.domain.document.chain import FOLLOWED, Doc, Scheme
from kskd.domain.finding import Severity
from kskd.domain.footing import Footing
from kskd.errors.table import REFUSALS as ERRORS
from kskd.evaluation import advice
from kskd.rules.catalogue import OFFICE_RULES, RULES
from kskd.rules.clocks.catalogue import CLOCKS
from kskd.rules.clocks.requests import REQUESTS
from kskd.rules.papers import KINDS
from kskd.rules.rule import Unknown
from kskd.rules.stages import WAYS
from kskd.workflows.law.explaining import explain
from tests.rules.tables import made

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kskd.rules.rule import Rule

BY_CODE = {rule.code: rule for rule in RULES}
LOI_SIGNED = "Permendagri 25/2020 Pasal 2; Permendagri 25/2020 Pasal 14 ayat (4)"
MOU_SIGNED = "Permendagri 25/2020 Pasal 24 ayat (2); Permendagri 25/2020 Pasal 25 ayat (1)"


def _cited() -> Iterator[str]:
    for articles in (
        *(rule.articles() for rule in RULES),
        *(clock.article for clock in CLOCKS),
        *(request.article for request in REQUESTS.values()),
        *(rule.articles() for rule in OFFICE_RULES),
        *(kind.article for kind in KINDS.values()),
        *(turn.article for turns in WAYS.values() for turn in turns),
    ):
        yield from articles.split("; ")


@pytest.mark.parametrize("article", sorted(set(_cited())))
def test_whatever_a_rule_or_a_clock_cites_is_explained(article: str) -> None:
    told = explain(article)
    assert told
    assert all(one.sections for one in told)
    if " Pasal " in article:
        assert all(article.startswith(one.key) for one in told)
        labels = {label for one in told for label, _ in one.sections}
        assert labels & {"Aturan", "Tenggat", "Tahap"}


@pytest.mark.parametrize(
    ("article", "says"),
    [
        ("PP 28/2018 Pasal 2", "memberi kuasa"),
        ("PP 28/2018 Pasal 13", "memberi kuasa"),
        ("PP 28/2018 Pasal 9", "tidak dapat dilaksanakan"),
        ("PP 28/2018 Pasal 46", "Naskahnya tidak disebut di sini"),
        ("PP 28/2018 Pasal 49", "dapat dilanjutkan sebagai Sinergi"),
        ("Permendagri 22/2020 Pasal 17", "kepada bupati atau wali kota setiap semester (ayat 1)"),
        ("Permendagri 22/2020 Pasal 53", "wajib tercantum dalam RKPD"),
        ("Permendagri 22/2020 Pasal 57", "Hari yang sama tidak disyaratkan"),
        ("Permendagri 22/2020 Pasal 62", "disesuaikan dalam 6 bulan"),
        ("Permendagri 25/2020 Pasal 13 ayat (3)", "1 tahun sejak ditandatangani (ayat 3)"),
        ("Permendagri 25/2020 Pasal 18", "dalam 5 hari kerja (ayat 4)"),
        ("Permendagri 25/2020 Pasal 35", "kepada Gubernur, paling lambat minggu pertama Januari (ayat 2)"),
        ("Permendagri 25/2020 Pasal 36", "kepada Menteri, paling lambat minggu kedua Januari (ayat 2)"),
        ("Permendagri 25/2020 Pasal 37", "penerima manfaat"),
        ("Permendagri 25/2020 Pasal 39", "tidak memberi tugas kepada OPD"),
        ("Permendagri 25/2020 Pasal 42", "22 Mei 2020 tetap berlaku sampai berakhir"),
        ("loi", "Pasal 1 angka 15"),
        ("persetujuan-dprd", "di dalam negeri sesudah 45 hari (Permendagri 22/2020"),
        ("persetujuan-dprd", "luar negeri sesudah 45 hari kerja"),
    ],
)
def test_an_article_is_told_as_it_was_read(article: str, says: str) -> None:
    (told,) = explain(article)
    assert says in told.sections[0][1]


@pytest.mark.parametrize(
    ("code", "scheme", "doc", "article"),
    [
        ("KS101", Scheme.SINERGI, Doc.PKS, "Permendagri 22/2020 Pasal 52 ayat (2)"),
        ("KS201", Scheme.KSDPL, Doc.LOI, LOI_SIGNED),
        ("KS201", Scheme.KSDLL, Doc.MOU, MOU_SIGNED),
        ("KS204", Scheme.KSDPL, Doc.MOU, MOU_SIGNED),
        ("KS210", Scheme.KSDPK, Doc.KB, "Permendagri 22/2020 Pasal 46 ayat (2) huruf g"),
        ("KS310", Scheme.KSDPL, Doc.MOU, "hasil evaluasi"),
        ("KS501", Scheme.KSDPK, Doc.PKS, "Permendagri 22/2020 Pasal 39 ayat (1)"),
        ("KS508", Scheme.KSDD_WAJIB, Doc.PKS, "hasil evaluasi"),
        ("KS509", Scheme.KSDPL, Doc.RKT, "Permendagri 25/2020 Pasal 37"),
        ("KS608", Scheme.KSDD_WAJIB, Doc.KB, "Permendagri 22/2020 Pasal 40 ayat (2)"),
        ("KS609", Scheme.KSDPK, Doc.PKS, "Permendagri 22/2020 Pasal 41 ayat (2)"),
        ("KS612", Scheme.SINERGI, Doc.NK, "Permendagri 22/2020 Pasal 42 ayat (2)"),
        ("KS708", Scheme.KSDPK, Doc.KONTRAK, "Permendagri 22/2020 Pasal 41 ayat (2)"),
        ("KS608", Scheme.SINERGI, Doc.PKS, "Permendagri 22/2020 Pasal 42 ayat (2)"),  # of no kind that it has
        ("KS701", Scheme.KSDPL, Doc.LOI, "Permendagri 25/2020 Pasal 13 ayat (2)"),
        ("KS701", Scheme.KSDPK, Doc.KB, "Permendagri 22/2020 Pasal 40"),
        ("KS705", Scheme.KSDD_WAJIB, Doc.PKS, "Permendagri 22/2020 Pasal 41"),
        ("KS709", Scheme.KSDPK, Doc.PKS, "Permendagri 22/2020 Pasal 39 ayat (1)"),
    ],
)
def test_a_rule_names_the_article_of_the_document(code: str, scheme: Scheme, doc: Doc, article: str) -> None:
    assert BY_CODE[code].eras(scheme, doc)[0] == article


@pytest.mark.parametrize(
    ("code", "severity", "footing"),
    [
        ("KS106", Severity.WARNING, Footing.INFERENCE),
        ("KS124", Severity.ERROR, Footing.LAW),
        ("KS210", Severity.WARNING, Footing.INFERENCE),
        ("KS310", Severity.WARNING, Footing.EVALUATION),
        ("KS502", Severity.ERROR, Footing.LAW),
        ("KS505", Severity.INFO, Footing.INFERENCE),
        ("KS508", Severity.WARNING, Footing.EVALUATION),
        ("KS510", Severity.ERROR, Footing.LAW),
    ],
)
def test_a_rule_weighs_what_its_article_does(code: str, severity: Severity, footing: Footing) -> None:
    assert (BY_CODE[code].severity, BY_CODE[code].footing) == (severity, footing)


_SIGNED_FACTS = ("KS103 KS105 KS201 KS202 KS203 KS204 KS206 KS207 KS210 KS402 KS405 KS407 KS408 KS409 KS109"
                 " KS101 KS102 KS106 KS107 KS113 KS114 KS117 KS301 KS302 KS303 KS304 KS305 KS314 KS610 KS702"
                 " KS703")  # fmt: skip


@pytest.mark.parametrize("code", _SIGNED_FACTS.split())
def test_a_remedy_says_first_what_to_do_if_the_fact_is_true(code: str) -> None:
    """To change the record of what was signed comes last, and under a condition."""
    remedy = BY_CODE[code].remedy
    first, found, last = remedy.rpartition("; bila")
    assert found
    assert len(first) > 40
    assert "kskd update {id}" not in first.replace("kskd update {id} --clause", "")
    assert "kskd update {id}" in last or "kskd check --accept {id}" in first


@pytest.mark.parametrize("code", ["KS301", "KS302", "KS304", "KS305"])
def test_a_term_too_long_is_shortened_by_an_adendum(code: str) -> None:
    remedy = BY_CODE[code].remedy
    assert 'kskd amend {id} --signed TANGGAL --what "…" --ends TANGGAL' in remedy
    assert "kskd extend" not in remedy


@pytest.mark.parametrize(
    "rule", [one for one in RULES if set(one.docs) <= FOLLOWED], ids=lambda one: one.code
)
def test_a_letter_of_intent_and_a_yearly_plan_get_no_adendum(rule: Rule) -> None:
    assert "kskd amend" not in rule.remedy
    assert "kskd extend" not in rule.remedy


def test_a_signed_memorandum_is_not_stopped_in_process() -> None:
    said = BY_CODE["KS117"].remedy
    assert "kskd end {id} --on TANGGAL --ground kesepakatan" in said.split("yang sudah ditandatangani")[1]


def test_the_gap_between_two_documents_says_which_ground_to_record() -> None:
    assert "nomor dan tanggal kesepakatannya" in BY_CODE["KS311"].remedy


@pytest.mark.parametrize(
    ("code", "one", "verdict", "says"),
    [
        ("KS210", "KB-2024-001", "tkksd_recommended_on", "(ditandatangani tanpa atau mendahului rekomendasi TKKSD): tanggal rekomendasi TKKSD belum tercatat."),
        ("KS122", "KB-2024-001", "feasibility_study", "(KSDPK tanpa studi kelayakan): belum tercatat apakah studi kelayakan ada."),
        ("KS123", "LOI-2024-001", "kajian", "(LoI tanpa kajian): belum tercatat apakah kajian sebelum Pernyataan Kehendak ada."),
        ("KS604", "NK-2024-001", "sent_to_minister", "(Nota Kesepakatan belum dikirim kepada Menteri): belum tercatat apakah naskah dikirim kepada Menteri."),
        ("KS806", "KB-2024-001", "in_ksdpk_list", "(KB di luar daftar tahunan rencana KSDPK): belum tercatat"),
        ("KS209", "PKS-2024-001", "stamp_duty", "(naskah tidak bermeterai cukup): belum tercatat apakah naskah bermeterai cukup."),
        ("KS510", "NK-2024-001", "governor_reported_on", "(Sinergi tidak dilaporkan kepada Gubernur dalam setahun): tanggal laporan"),
        ("KS411", "PKS-2024-001", "apakah adendum 1 menambah beban", "persetujuan DPRD): belum tercatat apakah adendum 1 menambah beban."),
        ("KS121", "KB-2024-001", "kak", "(tanpa kerangka acuan kerja (KAK)): belum tercatat apakah kerangka acuan kerja (KAK) ada."),
    ],
)  # fmt: skip
def test_what_cannot_be_judged_is_a_sentence_with_its_proper_names(
    code: str, one: str, verdict: str, says: str
) -> None:
    message = BY_CODE[code].finding(made(one), Unknown(verdict, "--x")).message
    assert message.startswith("Belum dapat dinilai (")
    assert says in message


def _texts() -> Iterator[str]:
    for name in ("peraturan.toml", "kewajiban.toml"):
        yield (files("kskd") / "explanations" / name).read_text("utf-8")
    for rule in RULES:
        yield from (rule.title, rule.applied, rule.remedy)
    for clock in CLOCKS:
        yield from (clock.title, clock.start, clock.length, clock.stops, clock.remedy)
    for request in REQUESTS.values():
        yield from (request.title, request.start, request.then, request.length)
    for one in ERRORS.values():
        yield from filter(None, one.in_general())
    yield from (rule.says for rule in advice.RULES)


@pytest.mark.parametrize(
    "word",
    [
        "diam ",
        "diamnya",
        "lebih muda",
        "ingkar",
        "mustahil",
        "peraturan diam",
        "berumur",
        "bersama-sama",
        "sandar",
        "jadi tentu",
        "lewat ppid",
        "hari lain daripada",
        "kuasa tidak berlaku",
        "peraturan tidak memberi",
    ],
)
def test_no_word_stands_there_that_does_not_fit_official_paper(word: str) -> None:
    assert [text[:80] for text in _texts() if word in text.casefold()] == []
