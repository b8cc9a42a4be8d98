"""Parts of a document that rules look at and clocks do not: its parties, adendums and open obstacles."""

from datetime import date
from typing import NamedTuple

from kskd.domain.values.days import Day


class Seat(NamedTuple):
    """One party: the Pemda in seat 0 (without name and kind), then the partners.

    ``further`` are the numbers that it gave beside the first.
    """

    seat: int
    partner: int | None
    name: str | None
    kind: str | None
    number: str | None
    office: str | None
    power_number: str | None
    power_date: date | None
    further: tuple[str, ...] | None = None

    @property
    def numbers(self) -> tuple[str, ...]:
        """All numbers that it gave, the first one first."""
        return (*filter(None, (self.number,)), *(self.further or ()))


class Addendum(NamedTuple):
    """One adendum signed by the day. ``last`` is the document's dated end as it stood when this was signed.

    ``own_number`` is the Pemda's number for it, ``dprd_answer`` a choice of the fact of that name.
    """

    number: int
    signed: Day
    last: Day | None = None
    changed: frozenset[str] = frozenset()
    own_number: str | None = None
    adds_burden: bool | None = None
    dprd_answer: str | None = None
    dprd_approved_on: date | None = None
    tkksd_note: bool | None = None

    @property
    def last_day(self) -> date | None:
        """That end, where it is known exactly."""
        return self.last and self.last.exact


class SharedFile(NamedTuple):
    """A file whose very bytes are also linked to another document."""

    path: str
    agreement: str


class Trouble(NamedTuple):
    """An obstacle that is still open, when it arose, and whether anything was done against it."""

    number: int
    text: str
    opened: str
    has_effort: bool
