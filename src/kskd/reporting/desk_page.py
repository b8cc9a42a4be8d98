"""The desk sheet as a page for pen and paper."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kskd.desk.sheet import how_to_write
from kskd.reporting.build import head_of_page

if TYPE_CHECKING:
    from datetime import date

    from kskd.desk.sheet import Sheet
    from kskd.reporting.facts import Facts
    from kskd.reporting.model import Head


@dataclass(frozen=True, slots=True)
class SheetPage:
    """The sheet, and how it is filled, step by step."""

    head: Head
    digest: str  # of the sheet, as its code has it
    sheet: Sheet
    steps: tuple[str, ...]


def sheet_page(facts: Facts, sheet: Sheet, as_of: date) -> SheetPage:
    """The page of one OPD."""
    digest = sheet.sealed or " ".join(sheet.digest[start : start + 4] for start in range(0, 16, 4))
    return SheetPage(head_of_page(facts, sheet.period, as_of), digest, sheet, how_to_write(sheet))
