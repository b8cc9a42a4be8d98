"""Which documents a command looks at, of those that were asked for by filters; mostly nothing was."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from kskd.registry.session import Session

if TYPE_CHECKING:
    from kskd.workflows.access import Access

Filters: TypeAlias = "Mapping[str, Sequence[str]]"
"""What was asked for, as typed, by key of ``filters.FILTERS``.

A switch has no texts, and what was not said is not there.
"""


class Chosen(NamedTuple):
    """The documents that pass, by id, and the units that were asked for, with those whose work they carry on.

    ``of_clocks`` is what clocks without a document must meet (see ``read_started``), None where none passes.
    """

    ids: tuple[str, ...]
    of_clocks: Mapping[str, str] | None
    opds: tuple[str, ...] = ()


_OF_CLOCKS = {"opd", "partner"}
"""What may be asked of a clock that was started without a document."""


def choose(session: Session, access: "Access", filters: Filters, as_of: date) -> Chosen | None:
    """The documents that ``list`` shows with these filters on the day; None, for all, where none was said."""
    if not filters:
        return None
    import json

    from kskd.registry.views.listing import read_ids
    from kskd.workflows.register.filters import read_query

    query = read_query(session, access.fields, filters, as_of)
    of_clocks = {key: value for key, value in query.filters.items() if key in _OF_CLOCKS and value}
    return Chosen(
        tuple(read_ids(session, query)),
        of_clocks if filters.keys() <= _OF_CLOCKS else None,
        tuple(json.loads(of_clocks.get("opd", "[]"))),
    )
