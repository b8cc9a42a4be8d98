"""Taking back what was recorded by mistake: a fact becomes unknown again, as a correction."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kskd.domain.values.text import quote
from kskd.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Callable

    from kskd.domain.document.agreement import Agreement
    from kskd.domain.document.said import Said
    from kskd.domain.field import Fields


def _not_ended(one: Agreement) -> Agreement:
    return replace(one, ending=None)


def clear(fields: Fields, agreement: Agreement, said: Said) -> Agreement:
    """The document with these fields unknown again; UsageError lists those that may be cleared."""
    for text in said.clear:
        name = text.strip().casefold().removeprefix("--")
        ways = _clearable(fields)
        if name not in ways:
            raise UsageError(f"--clear {quote(text)} tidak dikenal. Yang ada: {', '.join(ways)}.")
        key, way = ways[name]
        if said.says(key):
            raise UsageError(f"--clear {name} dan --{name} tidak dapat dipakai bersama.")
        agreement = agreement.with_facts(**{key: None}) if way is None else way(agreement)
    return agreement


def _clearable(fields: Fields) -> dict[str, tuple[str, Callable[[Agreement], Agreement] | None]]:
    """Key and way of each field that may be unknown, by what follows ``--clear``; plain ones need no way."""
    ways = {
        field.name: (field.key, field.part.clear if field.part else None)
        for field in fields
        if field.key != "title" and (field.part is None or field.part.clear)
    }
    return ways | {"ended": ("ending", _not_ended)}
