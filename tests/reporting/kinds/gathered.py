"""Pages of the example as it would be on another paper, or if one unit led more of it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kskd.domain.settings import Government
from kskd.domain.values.period import Period
from kskd.pages.kinds import environment
from kskd.pages.templates import folders_of
from kskd.reporting.basis import Basis
from kskd.reporting.reports import REPORTS, pages

if TYPE_CHECKING:
    from datetime import date

    from kskd.pages.tree import Page
    from kskd.reporting.facts import Facts

FULLEST = ("RK-2023-001", "RKT-2024-002", "PKS-2022-004")
"""Documents of the example of which the most is told."""
LEADS = "DPUPR"


def on(facts: Facts, paper: str) -> Facts:
    """The facts of an office that prints on this paper."""
    return replace(facts, government=Government({**facts.government.values, "paper": paper}))


def told(facts: Facts, kind: str, period: str, as_of: date) -> list[Page]:
    """The pages of a kind."""
    basis = Basis(facts, Period.parse(period), as_of)
    return list(pages(REPORTS[kind], basis, environment(folders_of(None))))


def gathered(facts: Facts) -> Facts:
    """The facts with the three fullest documents led by the unit that has two of them."""
    moved = {one: replace(facts.agreements[one], lead_opd=LEADS) for one in FULLEST}
    return replace(facts, agreements={**facts.agreements, **moved})
