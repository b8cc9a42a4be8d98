"""What was changed, by whom, when and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kskd.registry import journal
from kskd.workflows import lookup
from kskd.workflows.listing import check_limit

if TYPE_CHECKING:
    from datetime import date

    from kskd.registry.journal import ActRecord, Verdict
    from kskd.workflows.access import Access


def log(access: Access, text: str | None, limit: int, as_of: date) -> list[ActRecord]:
    """The latest acts up to the day first, of the whole registry or of one document."""
    check_limit(limit)
    with access.reading() as con:
        agreement = None if text is None else lookup.agreement_id(con, text)
        return list(journal.read_acts(con, agreement=agreement, limit=limit, as_of=as_of.isoformat()))


def verify(access: Access) -> tuple[Verdict, int]:
    """Whether the chain of acts holds, and how many rows other programs changed."""
    with access.reading() as con:
        return journal.verify(con), journal.count_outside(con)
