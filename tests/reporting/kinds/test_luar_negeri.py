"""Cooperation abroad: the plans of a year, and the MoU that nothing carried out."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from kskd.domain.document.chain import Scheme
from kskd.domain.evaluation import Action, Obstacle
from kskd.domain.values.period import Period
from kskd.reporting.basis import Basis
from kskd.reporting.kinds.luar_negeri import LuarNegeri, luar_negeri
from tests.reporting.reporting_facts import S1, YEAR_END, agreement, facts, target, term

if TYPE_CHECKING:
    from kskd.domain.document.agreement import Agreement

MOU, RKT = "MOU-2023-001", "RKT-2024-001"
YEAR = Period.parse("2024")
SINCE = date(2023, 3, 1)


def page(*documents: Agreement, **told: Any) -> LuarNegeri:
    return luar_negeri(Basis(facts(*documents, **told), YEAR, YEAR_END))


def mou(**changes: Any) -> Agreement:
    return agreement(MOU, scheme=Scheme.KSDPL, signed_on=SINCE, term=term(SINCE, date(2028, 3, 1)), **changes)


def plan(start: date = date(2024, 1, 15), end: date = YEAR_END) -> Agreement:
    return agreement(RKT, scheme=Scheme.KSDPL, parent=MOU, signed_on=start, term=term(start, end))


def test_a_plan_tells_of_its_mou_and_an_mou_without_one_owes_its_own_report() -> None:
    assert [one.row.id for one in page(mou(), plan()).items] == [RKT]
    assert [one.row.id for one in page(mou()).items] == [MOU]


def test_cooperation_within_the_country_is_not_in_it() -> None:
    assert page(agreement("PKS-2024-001"), agreement("KB-2024-001")).items == ()


def test_the_items_are_those_of_the_document_alone() -> None:
    found = page(
        mou(purpose="Persahabatan"), plan(),
        obstacles=[Obstacle(RKT, 1, "Visa", None, S1), Obstacle(MOU, 1, "Bahasa", None, S1)],
        actions=[Action(RKT, 1, S1, "Rapat"), Action(RKT, 2, S1, "Surat", None, None, date(2024, 8, 1))],
        targets=[target(RKT), target(RKT, 2)],
    )  # fmt: skip
    (one,) = found.items
    assert [each.text for each in one.obstacles] == ["Visa"]
    assert [each.what for each in one.actions] == ["Rapat", "Surat"]
    assert [each.number for each in one.results] == [1, 2]
    assert one.purpose is None


def test_the_report_is_due_in_the_first_week_of_january() -> None:
    assert page(mou()).due_on == date(2025, 1, 7)
