"""What the office itself owes on a day: which papers of which periods, and what falls due of them."""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import NamedTuple

from kskd.domain.deadline import Deadline
from kskd.domain.values.period import Period, PeriodKind
from kskd.rules.clock import NEAR
from kskd.rules.laws import in_force_since
from kskd.rules.papers import KINDS, PaperKind
from kskd.rules.recorded import Recorded

_OF_OLD = ("laporan-tkksd-semester", "laporan-tkksd-tahunan")
"""The papers for which a clock was started by hand, before they were papers."""


class Duties(NamedTuple):
    """What is owed on a day: by kind the periods whose paper is not recorded, the oldest first."""

    as_of: date
    level: str
    report_days: int
    recorded: Recorded = Recorded()
    open: Mapping[str, tuple[Period, ...]] = {}

    def due_on(self, kind: PaperKind, period: Period) -> date:
        """The last day for a paper that falls due."""
        if kind.due is None:
            raise ValueError(kind.kind)
        return kind.due.day(period, self.level, self.report_days)

    def deadlines(self) -> Iterator[Deadline]:
        """One for each kind that is owed: the oldest that has passed, with how many have, else the next."""
        for code, periods in self.open.items():
            kind = KINDS[code]
            late = [one for one in periods if self.due_on(kind, one) < self.as_of]
            first = (late or periods)[0]
            on, way = self.due_on(kind, first), kind.at(self.level)
            to = f" kepada {way.to}" if way.to else ""
            count = f"; seluruhnya {len(late)} periode, ini yang tertua" if len(late) > 1 else ""
            yield Deadline(
                code,
                None,
                None,
                on,
                (on - self.as_of).days,
                way.article,
                f"{kind.name} {first.label}{to} belum tercatat{count}",
                None,
                None,
                NEAR,
                kind.remedy.format(period=first),
            )


class OwedPaper(NamedTuple):
    """A paper that is owed if a document was in force in its period."""

    kind: PaperKind
    period: Period


def asked(recorded: Recorded, as_of: date, report_days: int, level: str) -> list[OwedPaper]:
    """The papers of all whole periods since the first that is asked for, that are not recorded, the oldest first.

    Nothing is asked of a period before the law that asks for it, or that had begun before either.
    """
    if recorded.since is None:
        return []
    known = {(one.kind, one.period) for one in recorded.papers}
    found = []
    for kind in KINDS.values():
        if kind.due is None or kind.period is None:
            continue
        first = max(recorded.since, *(in_force_since(way.article) for way in kind.ways))
        for period in _periods(kind.period, first, as_of):
            due_on = kind.due.day(period, level, report_days)
            if (kind.kind, str(period)) not in known and not _of_old(recorded, kind, period, due_on):
                found.append(OwedPaper(kind, period))
    return found


def _periods(kind: PeriodKind, first: date, as_of: date) -> Iterator[Period]:
    """The periods that begin from the one day to the other."""
    last, found = Period.of(as_of, kind), []
    while last.start >= first:
        found.append(last)
        last = last.previous()
    return reversed(found)


def _of_old(recorded: Recorded, kind: PaperKind, period: Period, due_on: date) -> bool:
    """Whether an older record tells that the paper was given or asked for; of a doubt it has the benefit.

    A report to the Gubernur on any document of the year counts. A clock that was started when a period had ended
    stands for its report, and asks for that by itself while it runs.
    """
    if kind.kind == "laporan-sinergi-tahunan":
        return any(period.start <= day <= due_on for day in recorded.told)
    return kind.kind in _OF_OLD and any(_ended_by(day, period) for day in recorded.started)


def _ended_by(day: date, period: Period) -> bool:
    """Whether a period is the last of its kind that had ended by the day."""
    this = Period.of(day, period.kind)
    return period.end == (day if day == this.end else this.start - timedelta(days=1))
