"""Reminders and requests: what one unit is told or asked, as a letter or a short message."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from kskd.reporting.kinds.letter import LetterFrame
    from kskd.reporting.model import Head, Signature

FORMS = {"surat": "", "pesan": "-pesan"}
"""The forms, with the ending that the kind's name has in them."""


@dataclass(frozen=True, slots=True)
class MessageItem:
    """One deadline: of which document (None for an offer without one), what it is, and the days left."""

    agreement: str | None
    title: str | None
    partners: str | None
    what: str
    due_on: date
    days_left: int
    article: str
    note: str | None

    @property
    def days(self) -> str:
        """The days left in words."""
        if self.days_left == 0:
            return "hari ini"
        return f"{self.days_left} hari lagi" if self.days_left > 0 else f"lewat {-self.days_left} hari"


@dataclass(frozen=True, slots=True)
class OpenItem:
    """An obstacle or an action without a day that is still open."""

    agreement: str
    what: str


@dataclass(frozen=True, slots=True)
class Notice:
    """What one unit is told: what is new, what has passed and was told before, what is still open."""

    head: Head
    frame: LetterFrame
    opd: str
    opd_name: str
    new: tuple[MessageItem, ...]
    passed: tuple[MessageItem, ...]
    open: tuple[OpenItem, ...]
    signature: Signature


@dataclass(frozen=True, slots=True)
class DataRequestItem:
    """What is asked of one document, in questions."""

    agreement: str
    title: str
    number: str | None
    partners: str
    questions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DataRequest:
    """What one unit is asked, to make the registry complete: of itself, and of its documents."""

    head: Head
    frame: LetterFrame
    opd: str
    opd_name: str
    questions: tuple[str, ...]
    items: tuple[DataRequestItem, ...]
    signature: Signature
