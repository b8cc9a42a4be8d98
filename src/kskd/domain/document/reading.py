"""What was typed of a document, read once into what was said."""

from collections.abc import Iterable, Mapping
from typing import Any

from kskd.domain.choices import PartnerKind, read_choice
from kskd.domain.document.parts import PARTS
from kskd.domain.document.said import Said, one_of_term
from kskd.domain.field import Fields, Typed, Value, texts
from kskd.domain.values.kinds import FieldKind
from kskd.domain.values.text import quote
from kskd.errors import refusal


def told_own(fields: Fields, lines: Iterable[str]) -> dict[str, Typed]:
    """What ``KEY=VALUE`` tells of fields of the office's own, as typed, by key of the field."""
    told: dict[str, Typed] = {}
    for line in lines:
        name, sign, text = line.partition("=")
        field = fields.named(name)
        if field is None or not field.is_own or not sign:
            known = ", ".join(one.name for one in fields.own if one.is_typed)
            raise refusal("own-field-unset", text=quote(line), known=known or "belum ada")
        if not field.is_typed:
            raise refusal("own-field-retired", name=field.name)
        if not text.strip():
            raise refusal("option-value-empty", name=field.option)
        if field.key in told:
            raise refusal("option-given-twice-of-field", name=field.option)
        told[field.key] = text
    return told


def read_said(fields: Fields, typed: Mapping[str, Typed]) -> Said:
    """The values of what was typed, by key of the field, ``drop_…``, and the ways of ``Said``.

    Raises the error of the first field, in the order of the table, whose text cannot be read, and UsageError
    for two ends or two lengths.
    """
    parts: dict[str, Any] = {}
    facts: list[tuple[str, Value]] = []
    for field in fields:
        text = typed.get(field.key)
        part = PARTS.get(field.key)
        if field.is_plain or part is None:
            if isinstance(text, str) and text:
                facts.append((field.key, field.read(text)))
            continue
        if field.kind is FieldKind.SWITCH:
            parts[field.key] = bool(text)
        elif isinstance(text, str):
            parts[field.key] = part.read(text)
        elif text:
            parts[field.key] = tuple(map(part.read, texts(text)))
        if field.drop:
            parts[f"drop_{field.key}"] = tuple(map(part.read, texts(typed.get(f"drop_{field.key}"))))
    kind = typed.get("partner_kind")
    said = Said(
        **parts,
        facts=tuple(facts),
        clear=texts(typed.get("clear")),
        new=bool(typed.get("new")),
        partner_kind=read_choice(kind, PartnerKind, "Jenis mitra") if isinstance(kind, str) else None,
        allow_duplicate=bool(typed.get("allow_duplicate")),
    )
    one_of_term(said)
    return said
