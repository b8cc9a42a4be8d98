"""The example as it would be if one unit led more: for what a page must hold, with words as they are said."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kskd.reporting.facts import Facts

FULLEST = ("RK-2023-001", "RKT-2024-002", "PKS-2022-004")
"""Documents of the example of which the most is told."""
LEADS = "DPUPR"


def gathered(facts: Facts) -> Facts:
    """The facts with the three fullest documents led by the unit that has two of them."""
    moved = {one: replace(facts.agreements[one], lead_opd=LEADS) for one in FULLEST}
    return replace(facts, agreements={**facts.agreements, **moved})
