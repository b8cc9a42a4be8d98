"""The plain fields of one document, for people: those of its row, facts of law, the office's own."""

from typing import TYPE_CHECKING

from kskd.domain.field import OWN, Fields, Value
from kskd.domain.values.text import headed, quote

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kskd.domain.document.record import DocumentRecord, SourceRecord

Pairs = list[tuple[str, str]]

_PLACED = {"title", "planned_for", "paper_name"}  # shown where they belong, further up


def plain_pairs(fields: Fields, one: "DocumentRecord") -> Pairs:
    """The plain fields of the document's row."""
    values = ((field, _value(one, field.key)) for field in fields.columns if field.key not in _PLACED)
    return [(headed(field.label), field.word(value)) for field, value in values if value is not None]


def _value(one: "DocumentRecord", key: str) -> Value | None:
    value = dict(one).get(key)
    return value if isinstance(value, str | int) else None


def fact_pairs(fields: Fields, one: "DocumentRecord") -> Pairs:
    """The facts that the rules of law ask for, and the clauses."""
    from kskd.domain.document.clauses import CLAUSES

    pairs = [fields.in_words(key, value) for key, value in one["facts"].items()]
    clauses = ", ".join(CLAUSES.get(code, code) for code in one["clauses"])
    return [*pairs, ("klausul", clauses)] if clauses else pairs


def own_pairs(fields: Fields, one: "DocumentRecord") -> Pairs:
    """What is recorded in fields of the office's own, those that are not used any more too."""
    told = ((field, one["fields"].get(field.key.removeprefix(OWN))) for field in fields.own)
    return [(field.label, field.word(value)) for field, value in told if value is not None]


def source_pairs(fields: Fields, sources: "Iterable[SourceRecord]") -> Pairs:
    """What each field is called, and the cell of a file from which it came with what was typed there."""
    return [(_called(fields, one["field"]), _cell(one)) for one in sources]


def _called(fields: Fields, key: str) -> str:
    """The label of a field of a document, or behind what it tells of one of another subject; else its key."""
    if key in fields:
        return fields[key].label
    if key == "id":
        return "ID"
    from kskd.domain.subjects import SUBJECTS

    name, _, inner = key.partition(".")
    heads = {"evaluation": ("evaluasi", SUBJECTS.evaluation), "action": ("tindak lanjut", SUBJECTS.action)}
    head, known = heads.get(name, ("", fields))
    return f"{head}: {known[inner].label}" if head and inner in known else key


def _cell(one: "SourceRecord") -> str:
    sheet = "" if one["sheet"] is None else f"lembar {one['sheet']}, "
    typed = "" if one["typed"] is None else f": {quote(one['typed'])}"
    return f"{one['file']}, {sheet}baris {one['row']}, kolom {one['column']}{typed}"
