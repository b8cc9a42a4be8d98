"""Fields of the office's own: described once, then an entry of the one table of fields."""

import re
from collections.abc import Iterable
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from kskd.domain.choices import read_choice
from kskd.domain.document.chain import Doc
from kskd.domain.field import OWN, Field, Place
from kskd.domain.values.kinds import NO, YES, FieldKind
from kskd.domain.values.text import clean, quote
from kskd.errors import refusal

LIMIT = 500


class OwnKind(StrEnum):
    """What a field of the office's own may hold."""

    TEXT = "text"
    NUMBER = "number"
    DATE = "date"
    MONEY = "money"
    CHOICE = "choice"


class OwnField(NamedTuple):
    """One of them: ``key`` as in JSON; ``docs`` are empty where it is told of any document.

    One that was retired is shown and can be cleared, but is not asked for nor set any more.
    """

    key: str
    label: str
    kind: OwnKind = OwnKind.TEXT
    choices: tuple[str, ...] = ()
    docs: tuple[Doc, ...] = ()
    is_personal: bool = False
    retired_on: date | None = None

    @property
    def field(self) -> Field:
        """Its entry in the table of fields; its values are facts of a document."""
        is_used = self.retired_on is None
        return Field(
            f"{OWN}{self.key}",
            self.label,
            FieldKind(self.kind),
            self.docs,
            choices=tuple((choice, choice) for choice in self.choices),
            place=Place.FACT,
            limit=LIMIT,
            is_asked=is_used,
            is_typed=is_used,
            personal=("fact.value",) if self.is_personal else (),
        )

    def words(self) -> dict[str, str | None]:
        """What can be changed of it, by label, to be compared."""
        told: dict[str, str | None] = {"Sebutan": self.label, "Data pribadi": _WORDS[self.is_personal]}
        return told | {f"Pilihan {quote(choice)}": "ada" for choice in self.choices}


_WORDS = {True: "ya", False: "tidak"}
PERSONAL = Field("personal", "data pribadi")
"""How it is read whether values name or describe a person."""


def read_key(text: str) -> str:
    """A key as it is kept, ``lokasi-kerja`` as ``lokasi_kerja``."""
    key = text.strip().casefold().replace("-", "_")
    if not re.fullmatch(r"[a-z][a-z0-9_]{1,39}", key, re.ASCII):
        raise refusal("own-field-key-unusable", text=quote(text))
    return key


def read_label(text: str) -> str:
    """What it is called, in the middle of a sentence."""
    return clean(text, "sebutan isian", limit=100)


def read_kind(text: str) -> OwnKind:
    """What it holds."""
    return read_choice(text, OwnKind, "Jenis isian")


def read_personal(text: str | None) -> bool:
    """Whether its values are personal data; not, where nothing was said."""
    return text is not None and PERSONAL.read(text) == YES


def read_choices(texts: Iterable[str]) -> tuple[str, ...]:
    """The choices in their order, each once, whatever its case."""
    choices: dict[str, str] = {}
    for text in texts:
        choice = clean(text, "pilihan", limit=LIMIT)
        choices.setdefault(choice.casefold(), choice)
    return tuple(choices.values())


def kept_answer(is_so: bool) -> str:
    """A truth as the registry keeps it."""
    return YES if is_so else NO
