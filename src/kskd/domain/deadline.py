"""A deadline as people and programs get it: what must happen by when, and what says so."""

from datetime import date
from typing import NamedTuple


class Deadline(NamedTuple):
    """One due day. ``article`` names the law, or a setting where it is silent.

    ``number`` is that of the action on the document or, without a document's action, of the started clock.
    ``lead`` is from how many days before the due day on it is worth telling; ``remedy`` is the command
    that settles it. Where it follows from a day that is known in part, ``due_on`` is the latest that it may
    be, so that it is not called overdue before it is, and ``earliest`` the first; else None.
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
    earliest: date | None = None

    @property
    def first_day(self) -> date:
        """The first day that it may be due."""
        return self.earliest or self.due_on

    @property
    def subject(self) -> str:
        """What the deadline is about, for a ledger: with kind and due day it names the deadline for good."""
        own = "" if self.number is None else f"#{self.number}"
        return f"{self.agreement or ''}{own}"
