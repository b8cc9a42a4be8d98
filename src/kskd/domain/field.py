"""What is known of one fact: its name, how it is read and said, where it applies and where it is kept.

Options, questions, reading, ``--clear``, words of change, ``show``, ``log``, JSON, columns and filters of
``list`` and the row itself all come from the entries of one catalogue (``Fields``), which is handed over as a
value: the entries of kskd, with those of one registry beside them. A fact that is not recorded is
unknown; it is never taken for "no".
"""

from collections.abc import Callable, Iterable, Iterator
from enum import StrEnum
from typing import Any, NamedTuple

from kskd.domain.values.kinds import NO, YES, FieldKind
from kskd.domain.values.text import clean, clean_block, headed, quote
from kskd.errors import refusal

Value = str | int | float
"""A value as the registry keeps it: codes, periods and ISO days as text, numbers, 0 or 1."""

Typed = str | list[str] | tuple[str, ...] | list[int] | bool | None
"""What was typed for one field: a text, several, or that it was said at all."""


def texts(typed: Typed) -> tuple[str, ...]:
    """What was typed for a field that may have several values."""
    return () if typed is None or isinstance(typed, str | bool) else tuple(map(str, typed))


OWN = "own_"
"""What the keys of fields of an office's own begin with, and none of kskd's."""

_WORDS = {"ya": YES, "yes": YES, "y": YES, "tidak": NO, "no": NO, "t": NO}


class Many(StrEnum):
    """How several values of one field are told: by repeating the option, codes also parted by commas."""

    NO = "no"
    TEXTS = "texts"
    NUMBERS = "numbers"
    CODES = "codes"
    CODES_OR_NAMES = "codes-or-names"


class Place(StrEnum):
    """Where a value stands in the registry."""

    COLUMN = "column"
    """A column of its subject's row, of the field's key."""
    FACT = "fact"
    """A row of the table of facts of a document, under the field's key."""
    PARTS = "parts"
    """Rows or columns that ``registry.tables`` knows."""


class Field(NamedTuple):
    """One fact: key in registry and JSON, what it is called, and the documents it is told of.

    ``docs`` and ``schemes`` are empty where it may be told of any. ``label`` stands in the middle of a
    sentence, ``heading`` over a column; ``full`` is what a refusal or a letter calls it and ``logged`` what
    ``log`` does, where that is not the label; ``drop`` is the help of the option that takes one of many away.
    What ``is_needed`` is never unknown, so that nothing clears it. ``members``
    is the closed list whose codes it holds. Without ``is_typed`` no option tells it. ``personal`` has the
    columns of the registry in which it holds personal data, as ``table.column``. Of several values one that
    ``passes_nothing`` leaves out those that only say that there is none. A day that
    ``knows_unknown`` may be one that has come and is not known. Where one that ``is_seldom`` is not recorded
    nothing is missing: it is told only where it happened, or another tells the same.
    """

    key: str
    label: str
    kind: FieldKind = FieldKind.YES_NO
    docs: tuple[str, ...] = ()
    schemes: tuple[str, ...] = ()
    choices: tuple[tuple[str, str], ...] = ()
    place: Place = Place.FACT
    help: str = ""
    metavar: str = ""
    heading: str = ""
    flag: str = ""
    limit: int = 300
    is_asked: bool = False
    is_needed: bool = False
    many: Many = Many.NO
    drop: str = ""
    members: type[StrEnum] | None = None
    full: str = ""
    logged: str = ""
    is_typed: bool = True
    personal: tuple[str, ...] = ()
    passes_nothing: bool = False
    knows_unknown: bool = False
    is_seldom: bool = False

    @property
    def is_plain(self) -> bool:
        """Whether its value is a kept one, in a column or a row of facts, and not a part of its own shape."""
        return self.place is not Place.PARTS

    @property
    def is_own(self) -> bool:
        """Whether the office made it (``kskd field``)."""
        return self.key.startswith(OWN)

    @property
    def option(self) -> str:
        """The option that tells it."""
        if self.is_own:
            return f"--set {self.name}"
        return self.flag or f"--{self.key.replace('_', '-')}"

    @property
    def name(self) -> str:
        """The option's name in code and after ``--clear``; of an office's own what follows ``--set``."""
        if self.is_own:
            return self.key.removeprefix(OWN).replace("_", "-")
        return self.option.removeprefix("--")

    @property
    def over(self) -> str:
        """What stands over its column."""
        return self.heading or headed(self.label)

    @property
    def told(self) -> str:
        """The help of its option."""
        if self.help:
            return self.help
        codes = ", ".join(code for code, _ in self.choices)
        return f"{headed(self.label)}: {codes}." if codes else f"{headed(self.label)}."

    def applies_to(self, doc: str, scheme: str) -> bool:
        """Whether it is told of such a document."""
        return (not self.docs or doc in self.docs) and (not self.schemes or scheme in self.schemes)

    def may_be_of(self, docs: Iterable[str]) -> bool:
        """Whether it is told of any of these kinds of document."""
        return not self.docs or not set(self.docs).isdisjoint(docs)

    def read(self, text: str) -> Value:
        """The value as it is kept, from what was typed; InvalidFact or InvalidDate says what is allowed."""
        called, typed = self.full or self.label, text.strip().casefold()
        allowed = ", ".join(code for code, _ in self.choices)
        value: Value | None
        match self.kind:
            case FieldKind.TEXT:
                value = clean(text, called, limit=self.limit)
            case FieldKind.BLOCK:
                value = clean_block(text, called)
            case FieldKind.YEAR | FieldKind.DURATION:
                value = (_year if self.kind is FieldKind.YEAR else _length)(text, called)
            case FieldKind.NUMBER:
                from kskd.domain.values.numbers import read_number  # noqa: PLC0415 - start-up

                value = read_number(text)
            case FieldKind.MONEY:
                from kskd.domain.values.money import read_money  # noqa: PLC0415 - start-up

                value = read_money(text)
            case FieldKind.PERIOD:
                from kskd.domain.values.period import Period  # noqa: PLC0415 - start-up

                value = str(Period.parse(text))
            case FieldKind.DATE:
                from kskd.domain.values.dates import read_date  # noqa: PLC0415 - start-up

                value = read_date(text).isoformat()
            case FieldKind.YES_NO:
                value, allowed = _WORDS.get(typed), "ya atau tidak"
            case _ if self.members is not None:
                from kskd.domain.choices import read_choice  # noqa: PLC0415 - start-up

                words = {word.casefold(): code for code, word in self.choices}
                value = read_choice(words.get(typed, text), self.members, headed(called))
            case _:
                value = next((code for code, _ in self.choices if code.casefold() == typed), None)
        if isinstance(value, int | float) and self.place is Place.FACT:
            value = repr(value).removesuffix(".0")  # the table of facts holds texts
        if value is None:
            raise refusal("fact-unknown", option=self.option, text=quote(text), known=allowed)
        return value

    def text(self, typed: str) -> str:
        """As ``read``, of a field whose values are texts."""
        return str(self.read(typed))

    @property
    def maker(self) -> Callable[[Any], Any] | None:
        """What makes of a kept value one that code computes with: a day, a period, a code, a truth.

        None where that is the kept value itself.
        """
        match self.kind:
            case FieldKind.DATE:
                from datetime import date  # noqa: PLC0415 - start-up

                return date.fromisoformat
            case FieldKind.PERIOD:
                from kskd.domain.values.period import kept_period  # noqa: PLC0415 - start-up

                return kept_period
            case FieldKind.SWITCH:
                return bool
            case FieldKind.NUMBER if self.place is Place.FACT:
                return float
            case FieldKind.MONEY if self.place is Place.FACT:
                return int
            case _:
                return self.members

    def value(self, kept: Value) -> Any:
        """What code computes with, of a kept value."""
        return kept if self.maker is None else self.maker(kept)

    def changed(self, value: Any) -> str:
        """A value that code computes with, as a change tells it."""
        if self.kind is FieldKind.NUMBER:
            from kskd.domain.values.numbers import format_number  # noqa: PLC0415 - start-up

            return format_number(value)
        if self.kind in {FieldKind.MONEY, FieldKind.DATE}:
            return self.word(value)
        return dict(self.choices)[str(int(value))] if self.kind is FieldKind.SWITCH else str(value)

    def word(self, value: Value) -> str:
        """A kept value in words, for people."""
        if self.kind is FieldKind.YES_NO:
            return "ya" if value == YES else "tidak"
        if self.kind is FieldKind.NUMBER:
            from kskd.domain.values.numbers import format_exactly  # noqa: PLC0415 - start-up

            return format_exactly(float(value))
        if self.kind is FieldKind.DATE:
            from datetime import date  # noqa: PLC0415 - start-up

            from kskd.domain.values.dates import format_date  # noqa: PLC0415 - start-up

            return format_date(date.fromisoformat(str(value)))
        if self.kind is FieldKind.MONEY:
            from kskd.domain.values.money import format_money  # noqa: PLC0415 - start-up

            return format_money(int(value))
        return dict(self.choices).get(str(value), str(value))


def _length(text: str, label: str) -> str:
    from kskd.domain.values.durations import read_duration  # noqa: PLC0415 - start-up

    typed = clean(text, label, limit=200)
    read_duration(typed)
    return typed


def _year(text: str, label: str) -> int:
    from kskd.domain.values.dates import FIRST_YEAR, LAST_YEAR  # noqa: PLC0415 - start-up

    typed = text.strip()
    if not (
        len(typed) == 4 and typed.isascii() and typed.isdigit() and FIRST_YEAR <= int(typed) <= LAST_YEAR
    ):
        raise refusal(
            "year-of-field-outside", field=headed(label), text=quote(text), first=FIRST_YEAR, last=LAST_YEAR
        )
    return int(typed)


class Fields:
    """A catalogue of fields, in the order in which they are told."""

    def __init__(self, *entries: Field) -> None:
        """Entries in order; ValueError for two of one key."""
        self._entries = {entry.key: entry for entry in entries}
        if len(self._entries) != len(entries) or not all(key.isidentifier() for key in self._entries):
            raise ValueError("a key is a plain name, and no two fields have the same")

    def __iter__(self) -> Iterator[Field]:
        """All entries in order."""
        return iter(self._entries.values())

    def __contains__(self, key: object) -> bool:
        """Whether there is a field of this key."""
        return key in self._entries

    def __len__(self) -> int:
        """How many there are."""
        return len(self._entries)

    def get(self, key: str) -> Field | None:
        """The field of a key, None where there is none."""
        return self._entries.get(key)

    def __getitem__(self, key: str) -> Field:
        """The field of a key, which must be there."""
        return self._entries[key]

    def named(self, text: str) -> Field | None:
        """The plain field meant by its key or by the name of its option, None where there is none."""
        name = text.strip().casefold().removeprefix("--").replace("_", "-")
        return next((one for one in self.plain if name in {one.name, one.key.replace("_", "-")}), None)

    def in_words(self, key: str, value: Value) -> tuple[str, str]:
        """What a kept value is called and says; a key that this kskd does not know is shown as it is."""
        field = self.get(key)
        return (key, str(value)) if field is None else (field.label, field.word(value))

    @property
    def own(self) -> tuple[Field, ...]:
        """Those of the office's own."""
        return tuple(field for field in self if field.is_own)

    def beside(self, *entries: Field) -> "Fields":
        """This catalogue with more entries behind its own."""
        return Fields(*self, *entries)

    def first(self, *keys: str) -> tuple[Field, ...]:
        """The plain fields, these before all others."""
        return (*map(self.__getitem__, keys), *(field for field in self.plain if field.key not in keys))

    def of(self, docs: Iterable[str]) -> tuple[Field, ...]:
        """The fields that may be told of any of these kinds of document."""
        kinds = tuple(docs)
        return tuple(field for field in self if field.may_be_of(kinds))

    @property
    def plain(self) -> tuple[Field, ...]:
        """The fields whose value is one of kept ones, in a column or a row of facts."""
        return tuple(field for field in self if field.is_plain)

    @property
    def columns(self) -> tuple[Field, ...]:
        """The plain fields that stand in their subject's row."""
        return tuple(field for field in self.plain if field.place is Place.COLUMN)

    @property
    def facts(self) -> tuple[Field, ...]:
        """The plain fields that stand in the table of facts."""
        return tuple(field for field in self.plain if field.place is Place.FACT)
