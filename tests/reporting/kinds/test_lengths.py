"""How long pages are: the leader's page is one, an OPD's sheet one for one agreement and two for three."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, date, datetime
from functools import cache
from typing import TYPE_CHECKING

import pytest

from kskd.domain.values.period import Period, PeriodKind
from kskd.pages.formats import Writer, find_format
from kskd.pages.parts import Annex, Signatures
from kskd.pages.templates import folders_of
from kskd.reporting.basis import Basis
from kskd.reporting.kinds.opd import opd_sheets
from kskd.reporting.reports import REPORTS
from kskd.reporting.survey import order
from kskd.workflows.access import Access
from kskd.workflows.reports.making import read_facts
from tests.reporting.kinds.crowd import crowd
from tests.reporting.kinds.gathered import FULLEST, LEADS, gathered, on, told
from tests.reporting.kinds.words_before import WORDS_BEFORE

if TYPE_CHECKING:
    from pathlib import Path

    from kskd.pages.tree import Page
    from kskd.reporting.facts import Facts

PAPERS = ("f4", "a4")


def sheets(page: Page) -> int:
    """The sheets of paper that a page takes, without its annexes."""
    at = next((place for place, one in enumerate(page.parts) if isinstance(one, Annex)), len(page.parts))
    short = replace(page, parts=page.parts[:at])
    assert any(isinstance(one, Signatures) for one in short.parts)
    made = written("pdf", short)
    return len(re.findall(rb"/Type\s*/Page\b(?!s)", made))


def written(format_: str, page: Page) -> bytes:
    """The page in a format."""
    return Writer(find_format(format_), folders_of(None)).write(page)


@pytest.fixture(scope="module")
def facts(example_registry: Path) -> Facts:
    with Access(example_registry, datetime(2025, 1, 15, tzinfo=UTC), "analis", "uji").reading() as session:
        return read_facts(session)


many = cache(crowd)


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("as_of", [date(2024, 12, 31), date(2025, 1, 15)])
def test_the_leaders_page_of_the_example_is_one(facts: Facts, paper: str, as_of: date) -> None:
    (page,) = told(on(facts, paper), "ringkasan", "2024-S2", as_of)
    assert sheets(page) == 1


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("count", [60, 150, 300])
def test_the_leaders_page_of_many_documents_is_one(paper: str, count: int) -> None:
    (page,) = told(on(many(count), paper), "ringkasan", "2024-S2", date(2024, 12, 31))
    assert sheets(page) == 1


@pytest.mark.parametrize("paper", PAPERS)
def test_a_month_of_the_example_is_one_page(facts: Facts, paper: str) -> None:
    for month in ("2024-01", "2024-06", "2024-11", "2024-12"):
        (page,) = told(on(facts, paper), "bulanan", month, Period.parse(month).end)
        assert sheets(page) == 1


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize(("period", "day"), [("2024-S1", date(2024, 6, 30)), ("2024-S2", date(2024, 12, 31))])
def test_the_sheet_of_an_opd_is_one_page_for_one_agreement_and_two_for_three(
    facts: Facts, paper: str, period: str, day: date
) -> None:
    given = on(facts, paper)
    agreements = [len(one.sheets) for one in opd_sheets(Basis(given, Period.parse(period), day))]
    found = {page.name: sheets(page) for page in told(given, "opd", period, day)}
    limits = dict(zip(found, ((1 if count < 2 else 2) for count in agreements), strict=True))
    assert {name: count for name, count in found.items() if count > limits[name]} == {}


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("day", [date(2024, 12, 31), date(2025, 6, 30)])
def test_the_sheet_of_three_full_agreements_is_two_pages(facts: Facts, paper: str, day: date) -> None:
    given = gathered(on(facts, paper))
    (sheet,) = [one for one in opd_sheets(Basis(given, Period.parse("2024-S2"), day)) if one.code == LEADS]
    assert [one.row.id for one in sheet.sheets] == sorted(FULLEST, key=order)
    (page,) = [one for one in told(given, "opd", "2024-S2", day) if one.name.endswith(LEADS)]
    assert sheets(page) <= 2


@pytest.mark.parametrize("period", WORDS_BEFORE)
def test_an_opd_reads_a_third_of_what_it_did(example_reports: Path, period: str) -> None:
    pages = [one for one in (example_reports / period).glob("*.md") if one.stem in WORDS_BEFORE[period]]
    words = {one.stem: len(re.findall(r"\S*\w\S*", one.read_text("utf-8"))) for one in pages}
    assert words.keys() == WORDS_BEFORE[period].keys()
    assert {code: count for code, count in words.items() if count > WORDS_BEFORE[period][code] / 3} == {}


@pytest.mark.parametrize("kind", [key for key, one in REPORTS.items() if one.of != "agreement"])
def test_every_kind_is_made_of_many_documents(kind: str) -> None:
    """Also where there are too many for squares, and more units than a page has room for."""
    kinds = REPORTS[kind].periods or {PeriodKind.YEAR}
    for day in (date(2024, 12, 31), date(2019, 6, 30)):
        for one in kinds:
            period = Period.of(day, one)
            for page in told(many(150), kind, str(period), min(day, period.end)):
                text = written("md", page).decode()
                assert " ; " not in text
                assert "None" not in text
                assert not re.search(r"; ?(\||\*\*|$)", text, re.MULTILINE)
                assert not re.search(r"\b0 (naskah|tindak lanjut|kendala|hal) ", text)
