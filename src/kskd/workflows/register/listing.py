"""Finding documents by filters and words."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from kskd.domain.field import Fields
from kskd.errors import refusal
from kskd.registry.views import listing as store
from kskd.workflows.access import Access
from kskd.workflows.register.filtering import Filters
from kskd.workflows.register.filters import read_query

DEFAULT_COLUMNS = ("id", "title", "partners", "lead_opd", "ends_on", "days_left", "status", "last_day")
STAGE_COLUMNS = ("id", "title", "partners", "lead_opd", "stage", "stage_turn", "stage_days")
LARGEST_LIMIT = 1_000_000_000


class Listing(NamedTuple):
    """Rows under headings; with ``as_json`` each row is one JSON object instead.

    ``fields`` are all that may be recorded of a document in the registry.
    """

    keys: tuple[str, ...]
    headings: tuple[str, ...]
    rows: tuple[tuple[object, ...], ...]
    objects: tuple[str, ...]
    fields: Fields


def list_agreements(
    access: Access,
    filters: Filters,
    *,
    as_of: date,
    columns: Sequence[str] = (),
    sort: Sequence[str] = (),
    limit: int | None = None,
    as_json: bool = False,
) -> Listing:
    """Documents that pass the filters, the latest signed first unless sorted otherwise."""
    check_limit(limit)
    with access.reading() as session:
        fields = access.fields_in(session)
        shown = columns or (store.columns(fields) if as_json else DEFAULT_COLUMNS)
        if "stage" in filters and not columns:
            shown = (*shown, *store.STAGES) if as_json else STAGE_COLUMNS
        chosen = store.read_columns(fields, shown)
        query = read_query(
            session, fields, filters, as_of, columns=columns, sort=sort or ("-signed_on",), limit=limit
        )
        # All rows are taken before anything is shown, so that a slow screen never keeps a writer waiting.
        rows = () if as_json else tuple(store.rows(session, query, chosen))
        objects = tuple(store.json_rows(session, query, chosen)) if as_json else ()
    keys, headings = tuple(column.key for column in chosen), tuple(column.heading for column in chosen)
    return Listing(keys, headings, rows, objects, fields)


def check_limit(limit: int | None) -> None:
    """UsageError for a number of rows that cannot be meant."""
    if limit is not None and not 1 <= limit <= LARGEST_LIMIT:
        raise refusal("limit-outside", most=LARGEST_LIMIT)
