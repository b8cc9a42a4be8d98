"""Changed rows in words, for ``log`` and ``undo``."""

import json
from typing import TYPE_CHECKING, NamedTuple

from kskd.cli.office.entry_names import COLUMNS, TABLES
from kskd.domain.document.fields import AMENDMENT
from kskd.domain.field import Field, FieldKind, Fields

if TYPE_CHECKING:
    from kskd.registry.history.journal import Entry

_ANSWERS = {0: "tidak", 1: "ya"}
_ANSWERED = {"embedded", "lower_is_better", "unchanged"}


class Words(NamedTuple):
    """Rows and values in words, where plain fields are called as their catalogue says."""

    fields: Fields

    def line(self, entry: "Entry", signs: tuple[str, str, str] = ("+", "-", "~")) -> str:
        """One changed row: new and gone rows by their values, others by what changed.

        ``signs`` stand for a new, a gone and a changed row.
        """
        name = self.place(entry.table, entry.key)
        if entry.old is None or entry.new is None:
            sign, image = (signs[0], entry.new) if entry.old is None else (signs[1], entry.old)
            values = [
                f"{self.word(key)} {self.shown(key, value)}"
                for key, value in (image or {}).items()
                if value is not None and value not in entry.key
            ]
            return f"{sign} {name}: {'; '.join(values)}" if values else f"{sign} {name}"
        old, new = entry.old, entry.new
        changed = [
            f"{self.word(key)} {self.shown(key, old.get(key))} → {self.shown(key, new[key])}"
            for key in new
            if old.get(key) != new[key]
        ]
        return f"{signs[2]} {name}: {'; '.join(changed) or 'yang berubah sudah dihapus'}"

    def place(self, table: str, key: tuple[str | int, ...]) -> str:
        """A row by the name of its table and its key."""
        return " ".join((TABLES.get(table, table), *map(str, key)))

    def word(self, column: str) -> str:
        """A column as people call it."""
        field = self._field(column)
        return field.label if field else COLUMNS.get(column) or _attribute(column)

    def shown(self, column: str, value: object) -> str:
        """A value in words, cut where it is long."""
        field = self._field(column)
        if value is None:
            text = "kosong"
        elif field is not None and field.kind is FieldKind.YES_NO:
            text = field.word(str(value))
        elif column in _ANSWERED and isinstance(value, int):
            text = _ANSWERS.get(value, str(value))
        elif isinstance(value, float):
            text = str(value).removesuffix(".0").replace(".", ",")  # as exact as it is kept
        elif column == "old":
            text = self._unpacked(str(value))
        else:
            text = str(value)
        return text if len(text) <= 80 else f"{text[:79]}…"

    def _field(self, column: str) -> Field | None:
        field = self.fields.get(column)
        return field if field is not None and field.is_plain else AMENDMENT.get(column)

    def _unpacked(self, text: str) -> str:
        """What a field was before an adendum, which is kept as JSON."""
        try:
            value = json.loads(text)
        except ValueError:
            return text
        if isinstance(value, dict):
            told = ((key, one) for key, one in value.items() if one is not None)
            return ", ".join(f"{self.word(key)} {self.shown(key, one)}" for key, one in told)
        return "; ".join(map(str, value)) if isinstance(value, list) else str(value)


def _attribute(column: str) -> str:
    """What an attribute of an evaluation, a target or an action is called."""
    from kskd.domain.attributes import attributes
    from kskd.domain.evaluation import Action, PlainFacts, Target

    known = attributes(PlainFacts) | attributes(Target) | attributes(Action)
    return known[column].label.lower() if column in known else column.replace("_", " ")
