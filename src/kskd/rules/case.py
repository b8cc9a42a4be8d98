"""One document as the rules see it: what is recorded of it, of what it hangs on, and of the office, on a day.

Its days may be known in part; the rules are given ``readings``, in which all are known.
"""

from collections.abc import Callable, Mapping
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from kskd.domain.document.chain import Doc, Scheme, is_umbrella
from kskd.domain.document.ends import EndKind
from kskd.domain.document.status import Status
from kskd.domain.reporting_day import january_day, owes_report, semester_day
from kskd.domain.settings import Government
from kskd.domain.values.dates import FIRST_YEAR
from kskd.domain.values.days import Day
from kskd.domain.values.period import Period, PeriodKind
from kskd.domain.values.workdays import Calendar
from kskd.rules.recorded import Recorded

if TYPE_CHECKING:
    from kskd.domain.evaluation import Realisation, Target
    from kskd.rules.parts import Addendum, Seat, SharedFile, Trouble


class Relative(NamedTuple):
    """A parent, child, predecessor or successor, with its days as recorded.

    ``ended_on`` is the last day before an early end, if that had come by the day of the question.
    """

    id: str
    doc: Doc
    signed: Day | None
    starts: Day | None
    end_kind: str | None
    ends: Day | None
    ended_on: date | None = None

    @property
    def signed_on(self) -> date | None:
        """The day of signing, where it is known exactly."""
        return self.signed and self.signed.exact

    @property
    def starts_on(self) -> date | None:
        """The start, or the day of signing without one, where it is known exactly."""
        start = self.starts or self.signed
        return start and start.exact

    @property
    def ends_on(self) -> date | None:
        """The dated end, where it is known exactly."""
        return self.ends.exact if self.ends and self.end_kind != EndKind.CONDITION else None

    @property
    def last_day(self) -> date | None:
        """The last day in force: of an early end, else the dated one; None without either."""
        return self.ended_on or self.ends_on

    @property
    def how_ended(self) -> str:
        """The verb for its end: it ends by itself, or was ended."""
        return "diakhiri" if self.ended_on else "berakhir"


class Report(NamedTuple):
    """One evaluation: the first and last day of its period, and what it says of implementation.

    ``sheet_sent_on`` is the day on which the sheet was made by which the OPD answered, None where it was none.
    """

    period: str
    begins: date
    ends: date
    implementation: str | None
    recommendation: str | None
    has_evidence: bool
    reported_on: date | None = None
    sheet_sent_on: date | None = None


class Promise(NamedTuple):
    """An action agreed on that is not done."""

    number: int
    what: str
    due_on: date | None


class Asked(NamedTuple):
    """A clock that was started for the document by the day: an offer or a request."""

    kind: str
    started_on: date


class OwnTerm(NamedTuple):
    """An adendum signed by the day that ends by itself, whatever its document does."""

    number: int
    ends: Day


class Office(NamedTuple):
    """What the Pemda's own settings, its papers and the day of the question decide."""

    as_of: date
    level: str
    term_max_years: int
    soon_days: int
    follow_up_months: int
    evaluation_months: int
    draft_days: int
    report_days: int
    scan: bool
    number_pattern: str | None
    semester: Period
    year: Period
    calendar: Calendar = Calendar()
    reports_since: date = date.min
    recorded: Recorded = Recorded()

    @classmethod
    def of(cls, government: Government, as_of: date, calendar: Calendar | None = None) -> "Office":
        """The settings, and the latest semester and year whose reports are due on the day.

        The calendar is only needed where working days are counted.
        """
        report_days, level = int(government.text("report-days")), government.text("level")
        return cls(
            as_of=as_of,
            level=level,
            term_max_years=int(government.text("term-max-years")),
            soon_days=government.soon_days,
            follow_up_months=int(government.text("follow-up-months")),
            evaluation_months=int(government.text("evaluation-months")),
            draft_days=int(government.text("draft-days")),
            report_days=report_days,
            scan=government.text("scan") == "ya",
            number_pattern=government.get("number-pattern"),
            semester=_latest_due(as_of, PeriodKind.SEMESTER, lambda one: semester_day(one, report_days)),
            year=_latest_due(as_of, PeriodKind.YEAR, lambda one: january_day(one.year, level)),
            calendar=calendar or Calendar(),
            reports_since=since.start if (since := government.reports_since) else date.min,
        )


def _latest_due(as_of: date, kind: PeriodKind, due_on: Callable[[Period], date]) -> Period:
    """The latest period whose report is due; the first of the calendar where none is."""
    period, first = Period.of(as_of, kind), Period(FIRST_YEAR, kind)
    while period > first and due_on(period) >= as_of:
        period = period.previous()
    return period


class Case(NamedTuple):
    """One document with what belongs to it, as known on the day.

    ``ended_on`` is the last day before an early end, if that had come by the day. An umbrella and what extends it
    are one line of life: ``parents`` are its links, the oldest first, ``children`` those of every link. ``moved``
    is the day of the last adendum by then that spoke of the term.
    """

    office: Office
    id: str
    doc: Doc
    scheme: Scheme
    opd: str
    status: Status
    entered_on: date
    signed: Day | None = None
    starts: Day | None = None
    end_kind: str | None = None
    ends: Day | None = None
    duration_typed: str | None = None
    original_place: str | None = None
    has_scope: bool = False
    has_target: bool = False
    has_file: bool = False
    opd_ended_on: date | None = None
    ended_on: date | None = None
    end_ground: str | None = None
    planned_for: int | None = None
    parents: tuple[Relative, ...] = ()
    predecessor: Relative | None = None
    successor: Relative | None = None
    parent_partners: tuple[int, ...] = ()
    parent_affairs: tuple[str, ...] = ()
    children: tuple[Relative, ...] = ()
    seats: "tuple[Seat, ...]" = ()
    affairs: tuple[str, ...] = ()
    facts: Mapping[str, str] = {}
    clauses: frozenset[str] = frozenset()
    addendums: "tuple[Addendum, ...]" = ()
    reports: tuple[Report, ...] = ()
    troubles: "tuple[Trouble, ...]" = ()
    promises: tuple[Promise, ...] = ()
    asked: tuple[Asked, ...] = ()
    moved: Day | None = None
    own_terms: tuple[OwnTerm, ...] = ()
    targets: "tuple[Target, ...]" = ()
    realisations: "tuple[Realisation, ...]" = ()
    shared_files: "tuple[SharedFile, ...]" = ()

    @property
    def is_exact(self) -> bool:
        """Whether each of its days and of its relatives' is known to the day or not recorded; nearly always."""
        near = (self, self.predecessor, self.successor, *self.parents, *self.children)
        days = (day for one in near if one for day in (one.signed, one.starts, one.ends) if day)
        return all(day.exact for day in days)

    @property
    def parent(self) -> Relative | None:
        """What it is derived from: of a line of life the last link that is signed, else the last."""
        signed = [one for one in self.parents if one.signed]
        return (signed or self.parents or (None,))[-1]

    @property
    def first_parent(self) -> Relative | None:
        """The first link of the line that it is derived from."""
        return self.parents[0] if self.parents else None

    @property
    def own(self) -> "Seat":
        """The Pemda as a party."""
        return self.seats[0]

    @property
    def partners(self) -> "tuple[Seat, ...]":
        """The other parties."""
        return self.seats[1:]

    @property
    def signed_on(self) -> date | None:
        """The day of signing, where it is known exactly."""
        return self.signed and self.signed.exact

    @property
    def starts_on(self) -> date | None:
        """The start, or the day of signing without one, where it is known exactly."""
        start = self.starts or self.signed
        return start and start.exact

    @property
    def dated_end(self) -> Day | None:
        """The end that passes by itself; a first end beside a condition does not."""
        return None if self.end_kind == EndKind.CONDITION else self.ends

    @property
    def ends_on(self) -> date | None:
        """The dated end, where it is known exactly."""
        return self.dated_end and self.dated_end.exact

    @property
    def first_end(self) -> date | None:
        """The first end beside a condition, where it is known exactly."""
        return self.ends.exact if self.ends and self.end_kind == EndKind.CONDITION else None

    @property
    def signing(self) -> date:
        """The day of signing, for rules that look at signed documents only."""
        if (on := self.signed_on) is None:
            raise ValueError(self.id)
        return on

    @property
    def begins(self) -> date:
        """The start, or the day of signing without one, for rules that look at signed documents only."""
        return self.starts_on or self.signing

    @property
    def last_day(self) -> date | None:
        """The last day in force: of an early end, else the dated one; None without either."""
        return self.ended_on or self.ends_on

    def changed_since(self, first: date) -> "tuple[Addendum, ...]":
        """The addendums that were surely signed on a day or later."""
        return tuple(one for one in self.addendums if one.signed.earliest >= first)

    def perhaps_changed_since(self, first: date) -> "tuple[Addendum, ...]":
        """The addendums of which it cannot be told, since their day is known in part."""
        return tuple(one for one in self.addendums if one.signed.earliest < first <= one.signed.latest)

    def day(self, fact: str) -> date | None:
        """The day that a fact tells, None while unknown."""
        value = self.facts.get(fact)
        return date.fromisoformat(value) if value else None


def owed(case: Case, last: Period) -> tuple[Period, ...]:
    """The periods of one kind, up to the last that is due, whose reports have not come in, the oldest first.

    What ended before the semester that ``reports-since`` names is not asked for.
    """
    first = Period.of(max(case.begins, case.office.reports_since), last.kind)
    found, period = [], last
    while period >= first:
        if owes(case, period):
            found.append(period)
        if period == first:  # it may be the first of the calendar
            break
        period = period.previous()
    return tuple(reversed(found))


def is_unevaluated(case: Case) -> bool:
    """Whether nothing was ever reported, though a semester that is asked for and in which it was in force is due.

    Where the first day is known in part it is taken to be the latest that it may be.
    """
    begins, asked = case.starts or case.signed, case.office.semester.end
    return not case.reports and begins is not None and max(begins.latest, case.office.reports_since) <= asked


def missing_in_words(late: tuple[Period, ...]) -> str:
    """Of reports that have not come in the oldest, and how many there are: "Semester I Tahun 2024 belum masuk"."""
    count = f"; seluruhnya {len(late)} laporan, ini yang tertua" if len(late) > 1 else ""
    return f"{late[0].label} belum masuk{count}"


def owes(case: Case, period: Period) -> bool:
    """Whether a report of the period is asked for, and none is in."""
    return must_report(case, period) and not is_reported(case, period)


def must_report(case: Case, period: Period) -> bool:
    """Whether the document is in force for 30 days of a period, and nothing below it reports for it."""
    return owes_report(case.begins, case.last_day, period) and not _is_told_below(case, period)


def is_reported(case: Case, period: Period) -> bool:
    """Whether an evaluation reaches the end of the period, or of the document in it.

    One of a shorter period inside does, and one of a year that holds all of it.
    """
    last = min(case.last_day or period.end, period.end)
    return any(
        last <= one.ends and (one.ends <= period.end or one.begins <= period.start) for one in case.reports
    )


def _is_told_below(case: Case, period: Period) -> bool:
    """Whether the report of an umbrella is that of what carries it out in the period, or of the next link of its line.

    So that one cooperation is not asked about twice.
    """
    kin = [one for one in (*case.children, case.successor) if one is not None and one.signed_on]
    return is_umbrella(case.doc) and any(
        owes_report(start, one.last_day, period) for one in kin if (start := one.starts_on)
    )
