"""Taking back what was recorded by mistake: a fact becomes unknown again, as a correction."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kskd.domain.document.parts import PARTS
from kskd.domain.values.text import quote
from kskd.errors import refusal

if TYPE_CHECKING:
    from kskd.domain.document.agreement import Agreement
    from kskd.domain.document.said import Said
    from kskd.domain.field import Fields


def clear(fields: Fields, agreement: Agreement, said: Said) -> Agreement:
    """The document with these fields unknown again; UsageError lists those that may be cleared."""
    ways = _clearable(fields)
    for text in said.clear:
        name = text.strip().casefold().removeprefix("--")
        if name not in ways:
            raise refusal("choice-unknown", what="--clear", text=quote(text), known=", ".join(ways))
        key = ways[name]
        if said.says(key):
            raise refusal("field-cleared-and-given", key=name)
        way = PARTS[key].clear if key in PARTS else None
        agreement = way(agreement) if way else agreement.with_facts(**{key: None})
    return agreement


def _clearable(fields: Fields) -> dict[str, str]:
    """Key of each field that may be unknown, by what follows ``--clear``."""
    plain = {field.name: field.key for field in fields.plain if field.key != "title"}
    return plain | {key.replace("_", "-"): key for key, part in PARTS.items() if part.clear}
