"""Who owes what to whom by when: each clock's article says it, and each entry stands on an article."""

from __future__ import annotations

import pytest

from kskd.domain.document.chain import Doc
from kskd.rules.clocks.catalogue import CLOCKS
from kskd.rules.clocks.requests import REQUESTS
from kskd.rules.papers import KINDS
from kskd.workflows.law.comparing import QUESTIONS
from kskd.workflows.law.duties import SORTS, Duty, duties, duties_under, in_short
from kskd.workflows.law.explaining import article_text, explain, texts

_TIMED = {one.kind: one.article for one in CLOCKS} | {one.kind: one.article for one in REQUESTS.values()}


@pytest.mark.parametrize("kind", _TIMED)
def test_each_article_of_a_clock_says_who_owes_what_and_one_of_them_when(kind: str) -> None:
    articles = _TIMED[kind].split("; ")
    assert [one for one in articles if not duties_under(one)] == []
    assert any(duty.time for one in articles for duty in duties_under(one))


@pytest.mark.parametrize("kind", KINDS)
def test_each_article_of_a_paper_of_the_office_says_who_owes_what(kind: str) -> None:
    paper, (told,) = KINDS[kind], explain(kind)
    assert [one for one in paper.article.split("; ") if not duties_under(one)] == []
    assert (told.kind, told.key, told.duties) == ("paper", kind, duties_under(paper.article))
    assert dict(told.sections)["Dari dan kepada"] == paper.who


@pytest.mark.parametrize("kind", _TIMED)
def test_a_clock_is_explained_with_what_it_stands_on(kind: str) -> None:
    (told,) = explain(kind)
    assert (told.kind, told.key) == ("clock", kind)
    assert told.duties == duties_under(_TIMED[kind])
    assert {"Lamanya", "Dihitung dari", "Pijakan"} <= {label for label, _ in told.sections}
    assert _TIMED[kind] in dict(told.sections)["Pijakan"]


@pytest.mark.parametrize("duty", duties(), ids=lambda one: f"{one.article}: {one.does}")
def test_an_entry_stands_on_what_is_explained_and_names_subject_and_verb(duty: Duty) -> None:
    told = texts()
    assert all(article_text(article, told) for article in duty.article.split("; "))
    assert duty.sort in SORTS
    assert duty.who
    assert duty.does == duty.does.strip().casefold() or "Sinergi" in duty.does
    assert (duty.page in QUESTIONS) == bool(duty.of)
    assert all(name.split(" ")[0] in set(Doc) for name in duty.of)


def test_an_entry_is_one_line_with_its_addressee_and_its_time() -> None:
    (told,) = duties_under("Permendagri 22/2020 Pasal 12 ayat (1) huruf b")
    assert told.line() == (
        "pimpinan DPRD memberi jawaban atas permintaan persetujuan · Kepada: kepala daerah"
        " · Paling lambat: 15 hari sejak menerima permintaan (Permendagri 22/2020 Pasal 12 ayat (1) huruf b)"
    )
    assert told.line("Permendagri 22/2020 Pasal 12").endswith("menerima permintaan (ayat (1) huruf b)")


def test_an_entry_of_several_articles_names_only_that_under_which_it_stands() -> None:
    (told,) = duties_under("Permendagri 22/2020 Pasal 56 ayat (6)")
    assert told.line("Permendagri 22/2020 Pasal 56").endswith("(ayat (6))")
    assert told.line().endswith(
        "(Permendagri 22/2020 Pasal 12 ayat (4), Pasal 34 ayat (6) dan Pasal 56 ayat (6))"
    )


@pytest.mark.parametrize(
    ("articles", "says"),
    [
        ("Permendagri 22/2020 Pasal 17", "melaporkan"),
        ("Permendagri 22/2020 Pasal 17 ayat (1)", "melaporkan"),
        ("Permendagri 25/2020 Pasal 35 ayat (2); Permendagri 25/2020 Pasal 99", "melaporkan"),
        ("Permendagri 22/2020 Pasal 40", "memuat"),
        ("hasil evaluasi", "menyelesaikan"),
        ("renewal-days", "mulai membahas"),
    ],
)
def test_entries_are_found_by_an_article_by_its_part_and_by_a_setting(articles: str, says: str) -> None:
    assert says in {one.does for one in duties_under(articles)}


def test_an_article_is_not_found_by_another_that_begins_alike() -> None:
    assert all("Pasal 1 " not in f"{one.article} " for one in duties_under("Permendagri 22/2020 Pasal 17"))
    assert duties_under("Permendagri 22/2020 Pasal 1") == ()


def test_the_instrument_is_named_where_it_changes() -> None:
    articles = ("A Pasal 1", "A Pasal 2", "B Pasal 3")
    assert in_short(articles) == "A Pasal 1, Pasal 2 dan B Pasal 3"
    assert in_short(articles[:1], "A") == "Pasal 1"
    assert in_short(()) == ""


def test_no_explanation_shows_the_place_of_a_name_that_is_filled_in_later() -> None:
    from kskd.rules.catalogue import RULES

    told = [one for key in (*_TIMED, *(rule.code for rule in RULES)) for one in explain(key)]
    assert [one.key for one in told if any("{" in text for _, text in one.sections)] == []
