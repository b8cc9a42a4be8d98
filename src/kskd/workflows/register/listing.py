"""Finding documents by filters and words."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from kskd.errors import UsageError
from kskd.registry.views import listing as store

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Sequence
    from datetime import date
    from enum import StrEnum

    from kskd.domain.field import Field, Fields, Value
    from kskd.workflows.access import Access

# The hottest command of all: what only some filters need is imported where they are read.

DEFAULT_COLUMNS = ("id", "title", "partners", "lead_opd", "ends_on", "days_left", "status")
LARGEST_LIMIT = 1_000_000_000


class Filters(NamedTuple):
    """What was asked for, as typed; empty means all. Void documents come only when asked for."""

    opd: tuple[str, ...] = ()
    scheme: tuple[str, ...] = ()
    doc: tuple[str, ...] = ()
    status: tuple[str, ...] = ()
    partner: tuple[str, ...] = ()
    affair: tuple[str, ...] = ()
    year: int | None = None
    planned: int | None = None
    ends_before: str | None = None
    ends_after: str | None = None
    no_child: bool = False
    no_file: bool = False
    no_original: bool = False
    where: tuple[str, ...] = ()
    words: tuple[str, ...] = ()


class Listing(NamedTuple):
    """Rows under headings; with ``as_json`` each row is one JSON object instead."""

    keys: tuple[str, ...]
    headings: tuple[str, ...]
    rows: tuple[tuple[object, ...], ...]
    objects: tuple[str, ...]


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
    shown = columns or (store.columns(access.fields) if as_json else DEFAULT_COLUMNS)
    chosen = store.read_columns(access.fields, dict.fromkeys(shown))
    check_limit(limit)
    with access.reading() as con:
        values, told = filter_values(con, filters, as_of), told_values(access.fields, filters)
        query = store.Query(as_of.isoformat(), values, sort or ("-signed_on",), limit, told)
        # All rows are taken before anything is shown, so that a slow screen never keeps a writer waiting.
        rows = () if as_json else tuple(store.rows(con, query, chosen))
        objects = tuple(store.json_rows(con, query, chosen)) if as_json else ()
    return Listing(
        tuple(column.key for column in chosen), tuple(column.heading for column in chosen), rows, objects
    )


def check_limit(limit: int | None) -> None:
    """UsageError for a number of rows that cannot be meant."""
    if limit is not None and not 1 <= limit <= LARGEST_LIMIT:
        raise UsageError(f"--limit harus bilangan bulat antara 1 dan {LARGEST_LIMIT}.")


def filter_values(con: sqlite3.Connection, filters: Filters, as_of: date) -> dict[str, str | None]:
    """Filters as the listing's SQL takes them; an unknown name is an error, not an empty list."""
    values: dict[str, str | None] = {}
    if filters.scheme or filters.doc or filters.status:
        values |= _coded(filters)
    if filters.opd or filters.partner or filters.affair:
        values |= _named(con, filters, as_of)
    if filters.planned is not None:
        values["planned"] = str(filters.planned)
    if filters.year is not None or filters.ends_before or filters.ends_after:
        values |= _dated(filters)
    if filters.words:
        from kskd.domain.values.text import clean

        words = [word for text in filters.words for word in clean(text, "kata yang dicari").split()]
        values["words"] = _json(words)
    values |= {name: None for name in ("no_child", "no_file", "no_original") if getattr(filters, name)}
    if "void" not in (values.get("status") or ""):
        values["not_void"] = None
    values["known"] = None
    return values


def told_values(fields: Fields, filters: Filters) -> tuple[tuple[Field, Value | None], ...]:
    """The plain fields asked for by ``KEY=VALUE``, with None for ``KEY=``: not recorded."""
    return tuple(_told_value(fields, text) for text in filters.where)


def _told_value(fields: Fields, text: str) -> tuple[Field, Value | None]:
    name, sign, value = text.partition("=")
    key = name.strip().casefold().removeprefix("--")
    found = next((field for field in fields.plain if key in {field.name, field.key}), None)
    if found is None or not sign:
        from kskd.domain.values.text import quote

        known = ", ".join(field.name for field in fields.plain)
        raise UsageError(f"--where {quote(text)} tidak dikenal; tulis FAKTA=NILAI, dengan FAKTA: {known}.")
    return found, found.read(value) if value.strip() else None


def _coded(filters: Filters) -> dict[str, str]:
    from kskd.domain.document.chain import Doc, Scheme
    from kskd.domain.document.status import STATUS_NAMES, Status

    words = {word.replace(" ", "-"): status.value for status, word in STATUS_NAMES.items()}
    return {
        name: _json([_choice(name, words.get(_dashed(text), text), choices, told) for text in typed])
        for name, typed, choices, told in (
            ("scheme", filters.scheme, Scheme, tuple(Scheme)),
            ("doc", filters.doc, Doc, tuple(Doc)),
            ("status", filters.status, Status, tuple(f"{word} ({code})" for word, code in words.items())),
        )
        if typed
    }


def _dashed(text: str) -> str:
    return "-".join(text.casefold().split())


def _named(con: sqlite3.Connection, filters: Filters, as_of: date) -> dict[str, str]:
    from kskd.domain.document.affairs import read_affair
    from kskd.registry.tables import opds, partners
    from kskd.workflows import lookup

    values: dict[str, str] = {}
    if filters.opd:
        known = opds.read_opds(con)
        wanted = {lookup.opd_code(known, text) for text in filters.opd}
        values["opd"] = _json(
            [code for code in known if {code, lookup.carried_on(known, code, as_of)} & wanted]
        )
    if filters.partner:
        everyone = partners.read_partners(con)
        values["partner"] = _json([lookup.partner(everyone, text).id for text in filters.partner])
    if filters.affair:
        values["affair"] = _json([read_affair(text) for text in filters.affair])
    return values


def _dated(filters: Filters) -> dict[str, str]:
    from kskd.domain.values.dates import FIRST_YEAR, LAST_YEAR, read_date

    values: dict[str, str] = {}
    if filters.year is not None:
        if not FIRST_YEAR <= filters.year <= LAST_YEAR:
            raise UsageError(f"--year harus antara {FIRST_YEAR} dan {LAST_YEAR}.")
        values["year"] = str(filters.year)
    for name, day in (("ends_before", filters.ends_before), ("ends_after", filters.ends_after)):
        if day:
            values[name] = read_date(day).isoformat()
    return values


def _choice(option: str, text: str, choices: type[StrEnum], told: tuple[str, ...]) -> str:
    from kskd.domain.values.text import quote

    try:
        return choices(text.strip().casefold())
    except ValueError:
        raise UsageError(f"--{option} {quote(text)} tidak dikenal. Yang ada: {', '.join(told)}.") from None


def _json(values: Iterable[object]) -> str:
    import json

    return json.dumps(list(values))
