"""What a clock is: from which day it runs, how long, what stops it, what it stands on, and one pure function."""

from collections.abc import Callable
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from kskd.domain.deadline import Deadline
from kskd.domain.document.chain import Doc, Scheme
from kskd.domain.document.status import Status
from kskd.domain.footing import Footing
from kskd.domain.values.workdays import Calendar
from kskd.rules.case import Case
from kskd.rules.laws import in_force_since

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

    median: float
    past: int


class ClockFrame(NamedTuple):
    """What clocks need beside the document: the office's settings and habits."""

    renewal_days: int = 90
    ended_days: int = 365
    renewals: Renewals | None = None


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


class ClockBasis(NamedTuple):
    """What a clock stands on for these documents and schemes, where it was in force on the day of signing.

    Of drafts that is the day of the question, and always so where ``looks_at_today``. ``since`` takes the place of the
    day on which its law began; ``before`` is the day before which a document of a transition was signed.
    """

    article: str
    docs: tuple[Doc, ...]
    schemes: tuple[Scheme, ...]
    looks_at_today: bool = False
    since: date | None = None
    before: date = date.max

    def holds(self, case: Case) -> bool:
        """Whether the document stands on it."""
        if case.doc not in self.docs or case.scheme not in self.schemes:
            return False
        signed_on, today = case.signed_on, case.office.as_of
        day = today if self.looks_at_today or signed_on is None else signed_on
        return (self.since or in_force_since(self.article)) <= day and (signed_on or today) < self.before


class Clock(NamedTuple):
    """One legal period of documents. ``start``, ``length`` and ``stops`` say in words how it runs.

    ``lead`` are the days before the due day from which it is worth telling, ``remedy`` is the command that settles it
    (see ``_filled``).
    """

    kind: str
    title: str
    bases: tuple[ClockBasis, ...]
    start: str
    length: str
    days: TimeUnit
    stops: str
    stages: frozenset[Status]
    lead: int
    footing: Footing
    remedy: str
    run: Callable[[Case, ClockFrame], tuple[Due, ...]]

    @property
    def article(self) -> str:
        """All that it stands on."""
        return "; ".join(dict.fromkeys(basis.article for basis in self.bases))

    def basis(self, case: Case) -> ClockBasis | None:
        """What it stands on for the document; None where it does not run."""
        if case.status not in self.stages:
            return None
        return next((one for one in self.bases if one.holds(case)), None)

    def deadlines(self, case: Case, frame: ClockFrame) -> tuple[Deadline, ...]:
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
    *bases: ClockBasis,
    start: str,
    length: str,
    days: TimeUnit,
    stops: str,
    stages: frozenset[Status],
    lead: int,
    remedy: str,
    footing: Footing = Footing.LAW,
) -> Callable[[Callable[[Case, ClockFrame], tuple[Due, ...]]], Clock]:
    """Make a clock of the function below; it runs only once the table of clocks names it."""

    def made(run: Callable[[Case, ClockFrame], tuple[Due, ...]]) -> Clock:
        return Clock(kind, title, bases, start, length, days, stops, stages, lead, footing, remedy, run)

    return made


def unlisted(calendar: Calendar, first: date, last: date) -> str | None:
    """A sentence for working days counted through years without a list of holidays; None where all have one."""
    missing = calendar.missing(first, last)
    if not missing:
        return None
    years = ", ".join(map(str, missing))
    return f"daftar hari libur {years} belum ada: hanya Sabtu dan Minggu yang dilewati"
