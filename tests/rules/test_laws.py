"""Which law a rule or a clock names on which day, at the edges of each."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import pytest

from kskd.domain.document.chain import Scheme
from kskd.domain.values.days import Day
from kskd.domain.values.moving import moved
from kskd.rules.catalogue import RULES, Bench
from kskd.rules.clock import ClockFrame
from kskd.rules.clocks.catalogue import deadlines
from kskd.rules.laws import ADJUSTED, DAWNS, P22, P25, PP28, STAMPS, in_force_since, of_day
from kskd.rules.parts import Addendum
from kskd.workflows.law.explaining import explain
from tests.rules.tables import OTHER, made, own, partner

if TYPE_CHECKING:
    from kskd.rules.rule import Rule

DAY = timedelta(days=1)
KSDD: dict[str, Any] = {"scheme": Scheme.KSDD_SUKARELA}
UNSIGNED: dict[str, Any] = {"seats": (own(OTHER), partner(kind="pemda"))}
NO_STAMP = {"facts": {"stamp_duty": "no"}}
NO_POWER = UNSIGNED | {"facts": {"has_power": "no"}}
REFUSED: dict[str, Any] = {"facts": {"dprd_answer": "menolak", "ksdll_kind": "lainnya"}}
NEVER_OLD = date(2016, 3, 1)

# rule, document, what is wrong with it, day of signing, article of that day (None: no law knew the duty)
ROWS: list[tuple[str, str, dict[str, Any], date | str, str | None]] = [
    ("KS201", "KB-2018-001", UNSIGNED | KSDD, PP28 - DAY, None),
    ("KS201", "KB-2018-001", UNSIGNED | KSDD, PP28, "PP 28/2018 Pasal 2"),
    ("KS201", "KB-2018-001", UNSIGNED | KSDD, PP28 + DAY, "PP 28/2018 Pasal 2"),
    ("KS201", "KB-2020-001", UNSIGNED | KSDD, P22 - DAY, "PP 28/2018 Pasal 2"),
    ("KS201", "KB-2020-001", UNSIGNED | KSDD, P22, "Permendagri 22/2020 Pasal 10 ayat (2)"),
    ("KS201", "KB-2020-001", UNSIGNED | KSDD, P22 + DAY, "Permendagri 22/2020 Pasal 10 ayat (2)"),
    ("KS201", "KB-2020-001", UNSIGNED | KSDD, "2020", "Permendagri 22/2020 Pasal 10 ayat (2); PP 28/2018 Pasal 2"),
    ("KS201", "KB-2019-001", UNSIGNED, "2019", "PP 28/2018 Pasal 13"),
    ("KS201", "NK-2020-001", UNSIGNED, P22 - DAY, None),
    ("KS201", "NK-2020-001", UNSIGNED, P22, "Permendagri 22/2020 Pasal 57"),
    ("KS201", "MOU-2020-001", UNSIGNED, P25 - DAY, None),
    ("KS202", "PKS-2018-001", NO_POWER, PP28 - DAY, None),
    ("KS202", "PKS-2018-001", NO_POWER, PP28, "PP 28/2018 Pasal 13 ayat (2)"),
    ("KS202", "PKS-2020-001", NO_POWER | KSDD, P22 - DAY, "PP 28/2018 Pasal 2 ayat (2)"),
    ("KS209", "PKS-2018-001", NO_STAMP, PP28 - DAY, None),
    ("KS209", "PKS-2018-001", NO_STAMP, PP28, "UU 13/1985 Pasal 2 ayat (1)"),
    ("KS209", "PKS-2020-001", NO_STAMP, STAMPS - DAY, "UU 13/1985 Pasal 2 ayat (1)"),
    ("KS209", "PKS-2021-001", NO_STAMP, STAMPS, "UU 10/2020 Pasal 3 ayat (2)"),
    ("KS209", "PKS-2021-001", NO_STAMP, STAMPS + DAY, "UU 10/2020 Pasal 3 ayat (2)"),
    ("KS403", "MOU-2020-001", REFUSED, P25 - DAY, "PP 28/2018 Pasal 30"),
    ("KS403", "MOU-2020-001", REFUSED | {"scheme": Scheme.KSDLL}, P25 - DAY, "PP 28/2018 Pasal 38"),
    ("KS403", "MOU-2020-001", REFUSED, P25, "Permendagri 25/2020 Pasal 16"),
    ("KS403", "MOU-2019-001", REFUSED, "2019", "PP 28/2018 Pasal 30"),
    ("KS208", "MOU-2009-001", {"facts": {"indonesian_text": "no"}}, date(2009, 7, 8), None),
    ("KS208", "MOU-2009-001", {"facts": {"indonesian_text": "no"}}, date(2009, 7, 9), "UU 24/2009 Pasal 31"),
    ("KS708", "KB-2016-001", {"seats": (own(number="1/X/2015"), partner())}, NEVER_OLD, "Permendagri 22/2020 Pasal 40 ayat (2)"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("code", "one", "wrong", "signed", "article"), ROWS, ids=lambda it: str(it) if isinstance(it, str | date) else ""
)  # fmt: skip
def test_a_finding_names_the_article_of_the_day(
    code: str, one: str, wrong: dict[str, Any], signed: date | str, article: str | None
) -> None:
    case = made(one, signed_on=signed, **wrong)
    found = [rule.finding(case, said) for rule, said in Bench(_only(code)).judge(case)]
    assert [finding.article for finding in found] == ([article] if article else [])


def test_of_a_year_in_which_the_law_began_nothing_is_said_that_not_every_day_of_it_agrees_with() -> None:
    """In 2018 a document may be older than any of these laws."""
    case = made("KB-2018-001", signed_on="2018", **UNSIGNED)
    (said,) = [rule.finding(case, said) for rule, said in Bench(_only("KS201")).judge(case)]
    assert said.severity == "info"
    assert "tanggal penandatanganan yang tepat (diketahui: 2018)" in said.message


def test_an_adendum_is_judged_by_the_law_of_its_own_day() -> None:
    """Permendagri 22/2020 looks at adendums from its first day on, also of an older agreement."""

    def said(signed_on: date) -> list[str]:
        one = Addendum(1, Day.of(signed_on), tkksd_note=False, adds_burden=True, dprd_answer="menolak")
        case = made(
            "PKS-2019-001", signed_on=date(2019, 5, 2), addendums=(one,), facts={"ksdpk_kind": "pelayanan"}
        )
        return [
            rule.code for rule, _ in Bench([*_only("KS211"), *_only("KS411"), *_only("KS612")]).judge(case)
        ]

    assert said(P22 - DAY) == []
    assert said(P22) == ["KS211", "KS411", "KS612"]


def test_the_first_day_of_each_law_is_that_of_the_law() -> None:
    """Files that were in process on 14 April 2020 had six months from then (Permendagri 22/2020 Pasal 62)."""
    assert [day.isoformat() for day in (PP28, P22, P25, STAMPS)] == [
        "2018-07-13",
        "2020-04-14",
        "2020-05-22",
        "2021-01-01",
    ]
    assert moved(P22, months=6) == ADJUSTED


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_every_rule_names_only_laws_in_force_on_the_day_that_it_judges(rule: Rule) -> None:
    for day in (NEVER_OLD, *(dawn + step for dawn in DAWNS for step in (-DAY, DAY * 0, DAY))):
        for scheme in rule.schemes:
            applies = any(
                rule.applies(doc, scheme, one, day, day) for doc in rule.docs for one in rule.stages
            )
            law = of_day(rule.eras(scheme), day)
            assert not applies or (law is not None and in_force_since(law) <= day)


def test_explain_tells_from_which_day_which_article_counts() -> None:
    (told,) = explain("KS209")
    words = dict(told.sections)["Menurut hari penandatanganan"]
    assert words == (
        "sejak 1 Januari 2021: UU 10/2020 Pasal 3 ayat (2); sejak 13 Juli 2018: UU 13/1985 Pasal 2 ayat (1)."
    )
    assert [one.key for one in explain("UU 13/1985 Pasal 2")] == ["UU 13/1985 Pasal 2"]
    assert "KS209" in dict(explain("UU 13/1985 Pasal 2")[0].sections)["Aturan"]


@pytest.mark.parametrize(
    ("signed_on", "as_of", "article"),
    [
        (P25 - DAY, date(2024, 7, 1), "Permendagri 25/2020 Pasal 42"),
        (P25, date(2024, 7, 1), "Permendagri 25/2020 Pasal 32"),
        (P25 - DAY, P25 - DAY, "PP 28/2018 Pasal 24; PP 28/2018 Pasal 25"),
        (NEVER_OLD, P25 - DAY, "PP 28/2018 Pasal 48; PP 28/2018 Pasal 49"),
    ],
)
def test_cooperation_abroad_that_was_there_before_runs_to_its_end(
    signed_on: date, as_of: date, article: str
) -> None:
    """Permendagri 25/2020 Pasal 42: it keeps its term, and none of the duties of that begins for it."""
    case = made("MOU-2020-001", signed_on=signed_on, ends_on=date(2030, 1, 1), as_of=as_of)
    (end,) = (one for one in deadlines(case, ClockFrame()) if one.kind == "masa-berlaku")
    assert end.article == article
    kinds = {one.kind for one in deadlines(case, ClockFrame())}
    assert ("usul-perpanjangan" in kinds) == (signed_on == P25)
    codes = {rule.code for rule, _ in Bench(_only("KS302")).judge(case)}
    assert codes == ({"KS302"} if signed_on == P25 else set())


def test_what_was_signed_on_the_first_day_of_a_law_is_of_that_law() -> None:
    """Also a document that the chain does not know, which the transition is not for."""
    odd = made("KB-2020-001", signed_on=P25, ends_on=date(2030, 1, 1), scheme=Scheme.KSDPL)
    assert [one.article for one in deadlines(odd, ClockFrame()) if one.kind == "masa-berlaku"] == [
        "PP 28/2018 Pasal 24; PP 28/2018 Pasal 25"
    ]
    for signed_on, article in (
        (P22 - DAY, "PP 28/2018 Pasal 6"),
        (P22, "Permendagri 22/2020 Pasal 9 ayat (3)"),
    ):
        umbrella = made("KB-2020-001", signed_on=signed_on, ends_on=date(2030, 1, 1), **KSDD)
        assert [one.article for one in deadlines(umbrella, ClockFrame()) if one.kind == "masa-berlaku"] == [
            article
        ]


@pytest.mark.parametrize("signed_on", [P22 - DAY, P22, P22 + DAY, ADJUSTED - DAY, ADJUSTED, ADJUSTED + DAY])
@pytest.mark.parametrize("in_process", [None, "yes", "no"])
def test_a_file_that_was_in_process_had_six_months(signed_on: date, in_process: str | None) -> None:
    """Permendagri 22/2020 Pasal 62; what PP 28/2018 asked for too (KS201) is judged all the same, and what comes after."""

    def said(code: str, one: str, facts: dict[str, str], **more: Any) -> list[str]:
        told = facts | ({"in_process": in_process} if in_process else {})
        case = made(one, signed_on=signed_on, facts=told, **more)
        return [str(rule.finding(case, said).severity) for rule, said in Bench(_only(code)).judge(case)]

    during = P22 <= signed_on <= ADJUSTED
    new_law = [] if signed_on < P22 else ["warning"]
    if during and in_process != "no":
        new_law = ["info"] if in_process is None else []
    assert said("KS121", "KB-2020-001", {"kak": "no"}) == new_law
    assert said("KS201", "KB-2020-001", {}, **UNSIGNED) == ["error"]
    assert said("KS601", "KB-2020-001", {"original_held": "no"}) == ["warning"] * (signed_on >= P22)


@pytest.mark.parametrize(
    ("signed", "expected"), [("2020-10", "info"), ("2020-11", "warning"), ("2020-09", "info")]
)
def test_of_a_month_known_in_part_the_transition_is_read_too(signed: str, expected: str) -> None:
    case = made("KB-2020-001", signed_on=signed, facts={"kak": "no"})
    assert [str(rule.finding(case, said).severity) for rule, said in Bench(_only("KS121")).judge(case)] == [
        expected
    ]


def test_a_draft_is_judged_by_the_law_of_the_day_of_the_question() -> None:
    asked = {"dprd_received_on": "2020-03-02"}
    for as_of, runs in ((P22 - DAY, False), (P22, True)):
        draft = made("PKS-2020-001", signed_on=None, as_of=as_of, facts=asked)
        assert any(one.kind == "dprd-45-hari" for one in deadlines(draft, ClockFrame())) is runs


def _only(code: str) -> list[Rule]:
    return [rule for rule in RULES if rule.code == code]
