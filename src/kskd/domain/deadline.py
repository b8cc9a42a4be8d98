"""A deadline as people and programs get it: what must happen by when, and what says so."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from datetime import date


class Deadline(NamedTuple):
    """One due day. ``article`` names the law, or a setting where it is silent.

    ``number`` is that of the action on the document or, without a document's action, of the started clock.
    ``lead`` is from how many days before the due day on it is worth telling; ``remedy`` is the command
    that settles it.
    """

    kind: str
    agreement: str | None
    opd: str | None
    due_on: date
    days_left: int
    article: str
    what: str
    note: str | None
    number: int | None
    lead: int
    remedy: str

    @property
    def subject(self) -> str:
        """What the deadline is about, for a ledger: with kind and due day it names the deadline for good."""
        own = "" if self.number is None else f"#{self.number}"
        return f"{self.agreement or ''}{own}"
