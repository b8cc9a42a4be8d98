"""The catalogue as a whole: codes, citations, remedies, and a table row of every kind for every rule."""

from __future__ import annotations

import inspect
import re
from typing import TYPE_CHECKING

import pytest

from kskd.domain.document.facts import FACTS
from kskd.domain.footing import Footing
from kskd.domain.settings import SETTINGS
from kskd.rules import decided, stages
from kskd.rules import rule as rule_module
from kskd.rules.catalogue import CHAPTERS, OFFICE_RULES, RULES, Bench
from kskd.rules.laws import AGREED
from kskd.workflows.desk import contents
from kskd.workflows.law.explaining import article_text, texts

from .chapters import (
    test_approval,
    test_carrying_out,
    test_chain,
    test_content,
    test_evaluations,
    test_filing,
    test_office,
    test_plausibility,
    test_preparation,
    test_quality,
    test_signing,
    test_term,
    test_verification,
)
from .tables import S1, S2, made

if TYPE_CHECKING:
    from kskd.rules.office_rule import OfficeRule
    from kskd.rules.rule import Rule

ROWS = [
    row
    for chapter in (
        test_chain, test_content, test_signing, test_term, test_approval, test_evaluations, test_filing, test_quality,
        test_plausibility,
        test_preparation, test_verification, test_carrying_out, test_office,
    )
    for row in chapter.ROWS
]  # fmt: skip
_CANNOT_TELL = r"Unknown\(|\bdenied\(|\b_SIGNER|\b_unpowered\(|\bunread\(|\blacking\(|\bis_over\(|\b_END|\b_missing\(|\b_longer_than\(|\bis_needed\(|\b_parentless\(|\b_outside\(|day_of_addendum"
_PART = r"ayat \(\d+\)(?: huruf [a-z])?"
_CITATION = re.compile(
    rf"(?:UU|PP|Permendagri) \d+/\d{{4}} Pasal \d+(?: {_PART}(?:(?:,|, dan| dan| sampai dengan) {_PART})*)?"
)
_BY_CODE = pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
_OF_OFFICE = pytest.mark.parametrize("rule", OFFICE_RULES, ids=lambda rule: rule.code)


def test_codes_rise_and_are_never_given_twice() -> None:
    codes = [rule.code for rule in RULES]
    assert codes == sorted(set(codes))
    of_office = [rule.code for rule in OFFICE_RULES]
    assert of_office == sorted(set(of_office) - set(codes))
    chapters = {rule.chapter for rule in RULES} | {rule.chapter for rule in OFFICE_RULES}
    assert chapters == set(CHAPTERS)
    assert len(codes) >= 45


@_BY_CODE
def test_every_rule_has_a_row_that_fires_one_that_must_not_and_one_that_cannot_tell(rule: Rule) -> None:
    """The last only where the rule can lack a fact."""
    kinds = {row.kind for row in ROWS if row.code == rule.code}
    wanted = {"fires", "quiet"}
    if re.search(_CANNOT_TELL, inspect.getsource(rule.judge)):
        wanted.add("unknown")
    assert kinds == wanted


@_OF_OFFICE
def test_every_rule_of_the_office_has_rows_of_each_kind_an_article_and_a_remedy(rule: OfficeRule) -> None:
    kinds = {row.kind for row in test_office.OF_OFFICE if row.code == rule.code}
    assert kinds == {"fires", "quiet", "unknown"}
    told = texts()
    for article in rule.articles().split("; "):
        assert article_text(article, told)
        assert _CITATION.fullmatch(article)
    assert rule.applied.endswith(".")
    assert set(re.findall(r"\{(\w+)\}", rule.remedy)) <= {"year", "about"}


@_BY_CODE
def test_every_rule_stands_on_articles_that_are_explained_or_on_a_setting(rule: Rule) -> None:
    told = texts()
    for scheme in rule.schemes:
        assert rule.articles(scheme)
        for doc in rule.docs:
            assert rule.articles(scheme, doc)
    for article in rule.articles().split("; "):
        assert article_text(article, told)
        assert (article in SETTINGS) == (rule.footing is Footing.SETTING)
        assert (article == AGREED) == (rule.footing is Footing.EVALUATION)
        assert article in {*SETTINGS, AGREED} or _CITATION.fullmatch(article)


@_BY_CODE
def test_every_rule_says_how_it_is_applied_and_what_to_do(rule: Rule) -> None:
    assert rule.applied.endswith(".")
    assert rule.title[0].isupper()
    assert rule.remedy
    assert set(re.findall(r"\{(\w+)\}", rule.remedy)) <= {
        "id",
        "parent",
        "owed_semester",
        "owed_year",
        "semester",
        "year",
        "last",
        "about",
    }
    options = {f.option for f in FACTS}
    named = set(re.findall(r"--[a-z-]+", rule.remedy))
    assert {one for one in named if one.removeprefix("--").replace("-", "_") in FACTS} <= options


@pytest.mark.parametrize("key", [fact.key for fact in FACTS])
def test_every_fact_is_asked_for_by_a_rule_or_a_stage_or_shown_on_the_desk_sheet(key: str) -> None:
    """A fact that nobody looks at would be asked of people for nothing."""
    sources = "".join(inspect.getsource(inspect.getmodule(rule.judge) or pytest) for rule in RULES)
    sources += "".join(map(inspect.getsource, (contents, decided, rule_module, stages)))
    assert f'"{key}"' in sources


@pytest.mark.parametrize("key", [fact.key for fact in FACTS])
def test_a_rule_only_lacks_facts_that_the_document_may_have(key: str) -> None:
    """What a rule reports as unknown can be told: the option exists for that kind of document and scheme."""
    fact = FACTS[key]
    for row in ROWS:
        if row.kind == "unknown" and row.says == key:
            assert fact.applies_to(row.case.doc, row.case.scheme)


def test_a_remedy_names_the_latest_report() -> None:
    """The one that can still be completed, not the first."""
    case = made("PKS-2024-001", reports=(S1, S2._replace(has_evidence=False)))
    (finding,) = (
        rule.finding(case, verdict) for rule, verdict in Bench().judge(case) if rule.code == "KS507"
    )
    assert finding.remedy == 'kskd evaluate PKS-2024-001 --period 2024-S2 --evidence "…"'
