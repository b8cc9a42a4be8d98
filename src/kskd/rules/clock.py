"""What a clock is: from which day it runs, how long, what stops it, what it stands on, and one pure function."""

from collections.abc import Callable, Mapping
from datetime import date
from enum import StrEnum
from types import MappingProxyType
from typing import NamedTuple

from kskd.domain.deadline import Deadline
from kskd.domain.document.chain import Doc, Scheme
from kskd.domain.document.status import Status
from kskd.domain.finding import Footing
from kskd.domain.values.workdays import Calendar
from kskd.rules.case import Case
from kskd.rules.rule import ALWAYS

FAR, NEAR = 3650, 30  # days: worth telling from the beginning, or when it comes near


class TimeUnit(StrEnum):
    """How a clock counts; a date is one that is given, such as the end that a document states."""

    DAYS = "hari"
    WORKDAYS = "hari kerja"
    MONTHS = "bulan"
    YEARS = "tahun"
    DATE = "tanggal"


class Renewals(NamedTuple):
    """How early the office has renewed so far: the median of days before the end, and of how many renewals."""

    median: float | None = None
    past: int = 0


class Frame(NamedTuple):
    """What clocks need beside the document: holidays, the office's settings and habits.

    ``requested`` are the kinds of request ever started for a document, ``any_started`` whether there is any.
    """

    calendar: Calendar = Calendar()
    renewal_days: int = 90
    ended_days: int = 365
    renewals: Renewals = Renewals()
    any_started: bool = False
    requested: Mapping[str, frozenset[str]] = MappingProxyType({})


class Due(NamedTuple):
    """One due day that a clock gives, what must happen by then, and what the reader should know of it.

    ``remedy`` stands in the place of the clock's own.
    """

    on: date
    what: str
    note: str | None = None
    number: int | None = None
    period: str | None = None
    remedy: str | None = None


class Basis(NamedTuple):
    """What a clock stands on for these documents and schemes, signed since that came into force."""

    article: str
    docs: tuple[Doc, ...]
    schemes: tuple[Scheme, ...]
    since: date = ALWAYS


class Clock(NamedTuple):
    """One legal period of documents. ``start``, ``length`` and ``stops`` say in words how it runs.

    ``since`` is the first day of signing to which it applies, ``lead`` the days before the due day from which
    it is worth telling, ``remedy`` the command that settles it (see ``_filled``).
    """

    kind: str
    title: str
    bases: tuple[Basis, ...]
    start: str
    length: str
    days: TimeUnit
    stops: str
    stages: frozenset[Status]
    lead: int
    since: date
    footing: Footing
    remedy: str
    run: Callable[[Case, Frame], tuple[Due, ...]]

    @property
    def article(self) -> str:
        """All that it stands on."""
        return "; ".join(dict.fromkeys(basis.article for basis in self.bases))

    def basis(self, case: Case) -> Basis | None:
        """What it stands on for the document; None where it does not run."""
        if case.status not in self.stages:
            return None
        if case.signed_on is not None and case.signed_on < self.since:
            return None
        return next(
            (
                one
                for one in self.bases
                if case.doc in one.docs
                and case.scheme in one.schemes
                and (case.signed_on is None or case.signed_on >= one.since)
            ),
            None,
        )

    def deadlines(self, case: Case, frame: Frame) -> tuple[Deadline, ...]:
        """Its due days for the document, those that were stopped left out."""
        basis = self.basis(case)
        if basis is None:
            return ()
        return tuple(
            Deadline(
                self.kind,
                case.id,
                case.opd,
                due.on,
                (due.on - case.office.as_of).days,
                basis.article,
                due.what,
                due.note,
                due.number,
                self.lead,
                self._filled(case, due),
            )
            for due in self.run(case, frame)
        )

    def _filled(self, case: Case, due: Due) -> str:
        """The command that settles it, for the document."""
        remedy = due.remedy or self.remedy
        return remedy.format(id=case.id, number=due.number, period=due.period, scheme=case.scheme.value)


def clock(
    kind: str,
    title: str,
    *bases: Basis,
    start: str,
    length: str,
    days: TimeUnit,
    stops: str,
    stages: frozenset[Status],
    lead: int,
    remedy: str,
    since: date = ALWAYS,
    footing: Footing = Footing.LAW,
) -> Callable[[Callable[[Case, Frame], tuple[Due, ...]]], Clock]:
    """Make a clock of the function below; it runs only once the table of clocks names it."""

    def made(run: Callable[[Case, Frame], tuple[Due, ...]]) -> Clock:
        return Clock(
            kind, title, bases, start, length, days, stops, stages, lead, since, footing, remedy, run
        )

    return made


def unlisted(calendar: Calendar, first: date, last: date) -> str | None:
    """A sentence for working days counted through years without a list of holidays; None where all have one."""
    missing = calendar.missing(first, last)
    if not missing:
        return None
    years = ", ".join(map(str, missing))
    return f"daftar hari libur {years} belum ada: hanya Sabtu dan Minggu yang dilewati"
