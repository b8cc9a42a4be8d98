"""What the pages of a report say otherwise than by what was recorded at the end of a day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kskd.domain.values.dates import read_date
from kskd.domain.values.period import Period
from kskd.errors import InvalidDate
from kskd.pages.compare import Difference, PageLine, What, differences, lines
from kskd.pages.kinds import environment
from kskd.pages.templates import folders_of
from kskd.pages.tree import plain_tree
from kskd.reporting.reports import pages
from kskd.workflows.reports.making import gathered

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from pathlib import Path

    from kskd.workflows.access import Access
    from kskd.workflows.register.filtering import Filters

_PAGE = "halaman ini dibuat"


def changed_since(
    access: Access,
    period_text: str | None,
    filters: Filters,
    *,
    since: str,
    kinds: Sequence[str] = (),
    templates: Path | None = None,
    as_of: date | None = None,
    assume_reported: bool = False,
) -> tuple[tuple[str, Difference], ...]:
    """What the pages that ``report`` would make say otherwise than by what was recorded at the end of a day.

    ``since`` is that day, or a period that ends with it. Gives each difference with the name of its page;
    both are looked at from the same day.
    """
    try:
        day = Period.parse(since).end
    except InvalidDate:
        day = read_date(since)
    told: list[dict[str, list[PageLine]]] = []
    for known_on in (None, day):
        basis, wanted, chosen = gathered(
            access,
            period_text,
            filters,
            kinds=kinds,
            as_of=as_of,
            known_on=known_on,
            assume_reported=assume_reported,
        )
        made = environment(folders_of(templates))
        found = (page for one in wanted for page in pages(one, basis, made, chosen))
        told.append({page.name: lines(plain_tree(page.parts)) for page in found})
    now, then = told
    changed: list[tuple[str, Difference]] = []
    for name in dict.fromkeys((*now, *then)):
        if name in now and name in then:
            changed += ((name, one) for one in differences(then[name], now[name]))
        else:
            made_then, made_now = (_PAGE if name in told else None for told in (then, now))
            changed.append((name, Difference(What.WORDS, "", made_then, made_now)))
    return tuple(changed)
