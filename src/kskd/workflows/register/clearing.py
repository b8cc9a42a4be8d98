"""Taking back what was recorded by mistake: a fact becomes unknown again, as a correction."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kskd.domain.document.parts import PARTS
from kskd.domain.told import clearable, cleared

if TYPE_CHECKING:
    from kskd.domain.document.agreement import Agreement
    from kskd.domain.document.said import Said
    from kskd.domain.field import Fields


def clear(fields: Fields, agreement: Agreement, said: Said) -> Agreement:
    """The document with these fields unknown again; UsageError lists those that may be cleared."""
    parts = {key.replace("_", "-"): key for key, part in PARTS.items() if part.clear}
    for key in cleared(clearable(fields) | parts, said.clear, said.says):
        way = PARTS[key].clear if key in PARTS else None
        agreement = way(agreement) if way else agreement.with_facts(**{key: None})
    return agreement
