"""Which documents a command looks at, of those that were asked for by filters; mostly nothing was."""

from datetime import date
from typing import TYPE_CHECKING, TypeAlias

from kskd.registry.session import Session

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from kskd.workflows.access import Access
    from kskd.workflows.register.filters import Chosen

Filters: TypeAlias = "Mapping[str, Sequence[str]]"
"""What was asked for, as typed, by key of ``filters.FILTERS``.

A switch has no texts, and what was not said is not there.
"""


def choose(session: Session, access: "Access", filters: Filters, as_of: date) -> "Chosen | None":
    """The documents that ``list`` shows with these filters on the day; None, for all, where none was said."""
    if not filters:
        return None
    from kskd.workflows.register.filters import chosen

    return chosen(session, access.fields_in(session), filters, as_of)
