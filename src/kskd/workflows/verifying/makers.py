"""How each kind of page is made again: one table for all that kskd writes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TypeAlias

from kskd.pages.tree import Page
from kskd.reporting.reports import REPORTS
from kskd.workflows.desk import sending
from kskd.workflows.reports import making, quality_page, reminding
from kskd.workflows.reports.origins import Again

Maker: TypeAlias = Callable[[Again], Iterable[Page]]
"""Makes the pages of a kind again that the stamp asks for, the one that bears it among them."""

MAKERS: Mapping[str, Maker] = {
    **dict.fromkeys(REPORTS, making.again),
    "mutu-data": quality_page.again,
    "permintaan": quality_page.again,
    "permintaan-pesan": quality_page.again,
    "pengingat": reminding.again,
    "pengingat-pesan": reminding.again,
    "lembar-desk": sending.again,
}
"""By kind; a kind that is written and not here cannot be made again."""
