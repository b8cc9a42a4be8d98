"""Which papers of the office are recorded by a day."""

from datetime import date
from typing import NamedTuple


class Given(NamedTuple):
    """A paper that was given by the day."""

    kind: str
    period: str | None
    on: date
    number: str | None = None


class Recorded(NamedTuple):
    """What the registry knows of the office's papers by a day.

    ``told`` are the days of the fact ``governor_reported_on``, ``started`` those of the clocks ``laporan-tkksd``: what
    older records say of papers. ``since`` is the day from which papers are asked for, None where nothing is.
    """

    papers: tuple[Given, ...] = ()
    told: tuple[date, ...] = ()
    started: tuple[date, ...] = ()
    since: date | None = None

    def has(self, kind: str) -> bool:
        """Whether any paper of a kind is recorded."""
        return any(one.kind == kind for one in self.papers)

    def latest(self, kind: str) -> date | None:
        """The day of the latest paper of a kind."""
        return max((one.on for one in self.papers if one.kind == kind), default=None)
