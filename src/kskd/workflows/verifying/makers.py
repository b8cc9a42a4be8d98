"""How each kind of page is made again: one table for all that kskd writes."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from kskd.reporting.reports import REPORTS
from kskd.workflows.desk import sending
from kskd.workflows.handing import handover, packages, sets
from kskd.workflows.reports import making, quality_page, reminding

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from kskd.pages.tree import Page
    from kskd.workflows.reports.origins import Again


class Maker(NamedTuple):
    """Makes the pages of a kind again, the one whose stamp it is given among them.

    ``beside`` names what no registry knows, and is taken as the stamp says it.
    """

    make: Callable[[Again], Iterable[Page]]
    beside: str | None = None


def _index(one: Again) -> Iterable[Page]:
    """The index of a set, by the command that made it; none of a set that there is not."""
    return (page for name in one.given("set") or () if name in _SETS for page in _SETS[name](one))


_SETS: Mapping[str, Callable[[Again], Iterable[Page]]] = {
    packages.KIND: packages.again,
    handover.KIND: handover.again,
}

MAKERS: Mapping[str, Maker] = {
    **dict.fromkeys(REPORTS, Maker(making.again)),
    **dict.fromkeys(("mutu-data", "permintaan", "permintaan-pesan"), Maker(quality_page.again)),
    **dict.fromkeys(("pengingat", "pengingat-pesan"), Maker(reminding.again)),
    "lembar-desk": Maker(sending.again),
    handover.KIND: Maker(handover.again, "cadangan dan keadaan berkas"),
    sets.INDEX: Maker(_index, "berkas yang tidak berasal dari registri"),
}
"""By kind; a kind that is written and not here cannot be made again."""
