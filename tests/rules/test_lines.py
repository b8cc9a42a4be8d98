"""Rules and clocks of what stands under an umbrella that was extended: the line counts, not the one link."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from kskd.rules.clock import ClockFrame
from kskd.rules.clocks.catalogue import deadlines
from tests.rules.tables import Row, fires, holds, made, near, quiet

FIRST = near("KB-2019-001", date(2019, 6, 1), date(2024, 5, 31))
SECOND = near("KB-2024-001", date(2024, 5, 2), date(2029, 5, 31), starts=date(2024, 6, 1))
DRAFT = near("KB-2024-001", None)
PKS = "PKS-2020-001"
EARLY: dict[str, Any] = {"signed_on": date(2020, 5, 2), "ends_on": date(2027, 5, 1)}
CHILD = near("PKS-2020-009", date(2020, 6, 1))

ROWS = [
    fires("KS103", made(PKS, **EARLY, parents=(SECOND,)), "sebelum induknya KB-2024-001"),
    quiet("KS103", made(PKS, **EARLY, parents=(FIRST, SECOND))),
    fires("KS103", made(PKS, signed_on=date(2019, 5, 31), parents=(FIRST, SECOND)), "sebelum induknya KB-2019-001"),
    fires("KS104", made(PKS, **EARLY, parents=(DRAFT,)), "KB-2024-001 tercatat sebagai rancangan"),
    quiet("KS104", made(PKS, **EARLY, parents=(FIRST, DRAFT))),
    quiet("KS106", made("RK-2024-001", parents=(near("NK-2024-001"), near("NK-2024-002", date(2024, 11, 1))))),
    fires("KS106", made("RK-2024-001", parents=(near("NK-2024-001", date(2024, 5, 1)), near("NK-2024-002", date(2024, 11, 1)))), "NK-nya (NK-2024-002)"),
    fires("KS112", made("KB-2019-001", signed_on=date(2019, 6, 1), ends_on=date(2024, 5, 31)), "tanpa satu pun PKS"),
    quiet("KS112", made("KB-2019-001", signed_on=date(2019, 6, 1), ends_on=date(2024, 5, 31), successor=SECOND)),
    quiet("KS112", made("KB-2019-001", signed_on=date(2019, 6, 1), ends_on=date(2024, 5, 31), children=(CHILD,))),
    fires("KS118", made(PKS, **EARLY, parents=(FIRST,)), "berakhir 31 Mei 2024"),
    quiet("KS118", made(PKS, **EARLY, parents=(FIRST, SECOND))),
    fires("KS118", made(PKS, **EARLY, parents=(FIRST, DRAFT)), "induknya KB-2019-001 berakhir 31 Mei 2024"),
    fires("KS306", made("PKS-2024-001", signed_on=date(2024, 7, 1), parents=(FIRST,)), "sesudah induknya KB-2019-001"),
    quiet("KS306", made("PKS-2024-001", signed_on=date(2024, 7, 1), parents=(FIRST, SECOND))),
    fires("KS307", made("PKS-2024-001", signed_on=date(2024, 7, 1), ends_on=date(2029, 6, 1), parents=(FIRST, SECOND)), "sesudah induknya KB-2024-001 (31 Mei 2029)"),
    quiet("KS307", made("PKS-2024-001", signed_on=date(2024, 7, 1), ends_on=date(2029, 5, 31), parents=(FIRST, SECOND))),
]  # fmt: skip


@pytest.mark.parametrize("row", ROWS, ids=str)
def test_what_is_derived_is_judged_by_the_line_of_its_parent(row: Row) -> None:
    holds(row)


def test_a_finding_names_the_link_that_can_be_extended() -> None:
    """The one that has a successor cannot be extended again."""
    from kskd.rules.catalogue import RULES, Bench

    case = made("PKS-2024-001", signed_on=date(2024, 7, 1), ends_on=date(2029, 6, 1), parents=(FIRST, SECOND))
    found = [
        rule.finding(case, verdict) for rule, verdict in Bench(RULES).judge(case) if rule.code == "KS307"
    ]
    assert ["extend KB-2024-001" in one.remedy for one in found] == [True]


@pytest.mark.parametrize("children", [(), (CHILD,)], ids=["none", "of an earlier link"])
def test_the_clock_of_an_extension_knows_the_children_of_the_line(children: tuple[Any, ...]) -> None:
    case = made("KB-2024-001", predecessor=FIRST, children=children)
    kinds = {one.kind for one in deadlines(case, ClockFrame())}
    assert ("tindak-lanjut-kb" in kinds) is (not children)
