"""Changed rows in words, for ``log`` and ``undo``."""

import json
import re
from typing import TYPE_CHECKING, NamedTuple

from kskd.cli.office.entry_names import COLUMNS, DAYS, TABLES
from kskd.domain.document.fields import AMENDMENT
from kskd.domain.field import Field, Fields, Place
from kskd.domain.subjects import Subjects
from kskd.domain.values.dates import ISO
from kskd.domain.values.days import Day
from kskd.domain.values.kinds import NO, YES, FieldKind
from kskd.domain.values.money import format_money
from kskd.domain.values.text import quote
from kskd.errors import InvalidDate

if TYPE_CHECKING:
    from kskd.registry.history.journal import Entry
    from kskd.registry.schema.images import Image

_ANSWERS: dict[object, str] = {0: "tidak", 1: "ya", NO: "tidak", YES: "ya"}
_ANSWERED = {"embedded", "as_lead"}


class Words(NamedTuple):
    """Rows and values in words, where fields are called as their catalogue says."""

    subjects: Subjects

    def line(self, entry: "Entry", signs: tuple[str, str, str] = ("+", "-", "~")) -> str:
        """One changed row: new and gone rows by their values, others by what changed.

        ``signs`` stand for a new, a gone and a changed row.
        """
        field = self._fact(entry.table, entry.key)
        if field is not None and (field.is_own or field.kind is FieldKind.DATE):
            entry = entry._replace(old=_said(field, entry.old), new=_said(field, entry.new))
        name = self.place(entry.table, entry.key)
        if entry.old is None or entry.new is None:
            sign, image = (signs[0], entry.new) if entry.old is None else (signs[1], entry.old)
            values = [
                self._told(entry.table, key, value)
                for key, value in (image or {}).items()
                if value is not None and value not in entry.key
            ]
            return f"{sign} {name}: {'; '.join(values)}" if values else f"{sign} {name}"
        old, new = entry.old, entry.new
        changed = [
            f"{self._told(entry.table, key, old.get(key))} → {self.shown(entry.table, key, new[key])}"
            for key in new
            if old.get(key) != new[key]
        ]
        return f"{signs[2]} {name}: {'; '.join(changed) or 'yang berubah sudah dihapus'}"

    def place(self, table: str, key: tuple[str | int, ...]) -> str:
        """A row by the name of its table and its key; a value of a field of the office's own by its label."""
        if (field := self._own(table, key)) is not None:
            return f"isian kantor {key[0]}, {field.label}"
        return " ".join(
            (
                TABLES.get(table, table),
                *(_day(part) if _is_day(part) else str(part) for part in key if part != ""),
            )
        )

    def _own(self, table: str, key: tuple[str | int, ...]) -> Field | None:
        """The field of the office's own whose value a row is."""
        field = self._fact(table, key)
        return field if field is not None and field.is_own else None

    def _fact(self, table: str, key: tuple[str | int, ...]) -> Field | None:
        """The field whose value a row of facts is."""
        return self.subjects.agreement.get(str(key[-1])) if table == "fact" else None

    def word(self, table: str, column: str) -> str:
        """A column as people call it."""
        field = self._field(table, column)
        return COLUMNS.get(column, column.replace("_", " ")) if field is None else field.logged or field.label

    def shown(self, table: str, column: str, value: object) -> str:
        """A value in words, cut where it is long."""
        field = self._field(table, column)
        if value is None:
            text = "kosong"
        elif field is not None and field.kind is FieldKind.YES_NO:
            text = field.word(str(value))
        elif column in _ANSWERED or (field and field.kind is FieldKind.SWITCH):
            text = _ANSWERS.get(value, str(value))
        elif isinstance(value, int) and (
            column == "contribution" or (field and field.kind is FieldKind.MONEY)
        ):
            text = format_money(value)
        elif isinstance(value, float):
            text = str(value).removesuffix(".0").replace(".", ",")  # as exact as it is kept
        elif column in DAYS or column.endswith("_on"):
            text = _day(value)
        elif column == "old":
            text = self._unpacked(str(value))
        elif column == "cells":
            text = _cells(str(value))
        else:
            text = str(value)
        return text if len(text) <= 80 else f"{text[:79]}…"

    def _told(self, table: str, column: str, value: object) -> str:
        return f"{self.word(table, column)} {self.shown(table, column, value)}"

    def _field(self, table: str, column: str) -> Field | None:
        """The field of a column of a subject's row; those of a document stand in several tables."""
        if table != "agreement" and table in Subjects._fields:
            fields: Fields = getattr(self.subjects, table)
            return fields.get(column)
        field = self.subjects.agreement.get(column)
        stands_here = (
            field is not None and field.is_plain and (field.place is Place.FACT or table == "agreement")
        )
        return field if stands_here else AMENDMENT.get(column)

    def _unpacked(self, text: str) -> str:
        """What a field was before an adendum, which is kept as JSON."""
        try:
            value = json.loads(text)
        except ValueError:
            return text
        if isinstance(value, dict):
            told = ((key, one) for key, one in value.items() if one is not None)
            return ", ".join(self._told("agreement", key, one) for key, one in told)
        return "; ".join(map(str, value)) if isinstance(value, list) else str(value)


def _said(field: Field, image: "Image | None") -> "Image | None":
    """The row of a fact as people read it: its value in words, or that this was erased."""
    value, called = str((image or {}).get("value")), "isi" if field.is_own else "value"
    try:
        return image and {called: field.word(value)}
    except ValueError:  # erased in part
        return {called: value}


def _cells(text: str) -> str:
    """The cells of a source, which are kept as JSON, by their columns: ``A "PKS", B "7/PKS/2024"``."""
    try:
        return ", ".join(
            f"{column} {quote(typed)}" if typed else column for _, column, typed in json.loads(text)
        )
    except (TypeError, ValueError):  # erased, or written by another program
        return text


def _is_day(part: str | int) -> bool:
    return isinstance(part, str) and re.fullmatch(ISO, part) is not None


def _day(text: object) -> str:
    """A day in words; what is none, as another program may have written it, as it stands."""
    try:
        return Day.parse(str(text)).words
    except InvalidDate:
        return str(text)
