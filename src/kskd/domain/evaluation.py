"""What an OPD reports about one agreement in one period: answers, targets, obstacles and actions.

Values only: how answers become a score is in ``kskd.evaluation``. From which day a report is known,
``known_from`` says, and nothing else; in SQL ``registry.twins.periods`` says it again.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from math import fsum, isfinite
from typing import TYPE_CHECKING

from kskd.domain.choices import Counting, OwedBy, TargetKind
from kskd.domain.told import Told
from kskd.errors import refusal

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping
    from datetime import date

    from kskd.domain.choices import Channel, FillerRole, Recommendation
    from kskd.domain.implementation import Implementation
    from kskd.domain.values.period import Period


def known_from(period: Period, told_on: date | None) -> date:
    """The day from which what is reported of a period is known, to whoever looks at a day.

    A report tells how the period ended, so that its last day shows it, however late it was sent in. One that
    was ``told_on`` a day while the period ran is known from then on.
    """
    return period.end if told_on is None else min(told_on, period.end)


@dataclass(frozen=True, slots=True)
class Evidence:
    """A proof in words, with digest and size in bytes where it is a file.

    ``item`` is the item of the instrument that it proves; None for the evaluation as a whole.
    """

    text: str
    digest: str | None = None
    size: int | None = None
    item: str | None = None


@dataclass(frozen=True, slots=True)
class Filler:
    """A person who filled the form beside the one who answers for the report."""

    name: str
    role: FillerRole
    opd: str | None = None
    filled_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PlainFacts(Told):
    """What is one value in a report: said as it is, kept as it is, None where it is not known.

    ``filler`` answers for the report.
    """

    reported_on: date | None = None
    channel: Channel | None = None
    filler: str | None = None
    recommendation: Recommendation | None = None
    recommendation_reason: str | None = None
    others: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Evaluation(PlainFacts):
    """One agreement in one period, as reported. ``answers`` maps item codes to option codes.

    ``opd_answers`` has what the OPD itself answered, for the items where the office's answer, which counts,
    is another one, ``opd_implementation`` likewise. ``fillers`` are the people beside the ``filler``. It was
    ``told_on`` the day of the report, or where none is recorded at the latest on that of its entry.
    """

    agreement: str
    period: Period
    instrument: str
    implementation: Implementation | None = None
    answers: Mapping[str, str] = field(hash=False, default_factory=dict)
    opd_implementation: Implementation | None = None
    opd_answers: Mapping[str, str] = field(hash=False, default_factory=dict)
    unchanged: bool = False
    fillers: tuple[Filler, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    told_on: date | None = field(default=None, compare=False)

    @property
    def known_from(self) -> date:
        """The day from which it counts, and so what it tells of targets and obstacles."""
        return known_from(self.period, self.reported_on or self.told_on)

    @property
    def disputed(self) -> dict[str, tuple[str, str]]:
        """What counts and what the OPD says, by item, where the two differ; the state is ``pelaksanaan``."""
        state = (
            {"pelaksanaan": (str(self.implementation), str(self.opd_implementation))}
            if self.opd_implementation
            else {}
        )
        return state | {item: (self.answers[item], voice) for item, voice in self.opd_answers.items()}


@dataclass(frozen=True, slots=True)
class Effort:
    """What was done in a period against an obstacle."""

    period: Period
    text: str


@dataclass(frozen=True, slots=True)
class Obstacle(Told):
    """What stood in the way; it carries on into each later period until it is closed.

    ``told_on`` has by period the days of the document's reports, as far as known. What a report says of it
    counts from the day from which that report is known, so that a letter, a list and a report that ask about
    one day are answered the same.
    """

    agreement: str
    number: int
    text: str
    category: str | None
    opened: Period
    closed: Period | None = None
    efforts: tuple[Effort, ...] = ()
    told_on: Mapping[Period, date | None] = field(default_factory=dict, compare=False)

    def __post_init__(self) -> None:
        """Refuse an obstacle that was closed before it arose."""
        if self.closed is not None and self.closed.end < self.opened.start:
            raise refusal(
                "obstacle-closed-before-opened",
                number=self.number,
                id=self.agreement,
                closed=self.closed,
                opened=self.opened,
            )

    def is_shown_in(self, period: Period, as_of: date) -> bool:
        """Whether a report for the period, made as of a day, lists it: open then, or closed in the period."""
        day = min(period.end, as_of)
        closed = self.closed_by(day)
        return self.is_known(day) and (closed is None or closed.end >= period.start)

    def closed_by(self, as_of: date) -> Period | None:
        """The period in which it was closed, once that is known on the day; None while it is open on it."""
        return self.closed if self.closed is not None and self._is_told(self.closed, as_of) else None

    def is_open_on(self, as_of: date) -> bool:
        """Whether it is known and not closed on the day."""
        return self.is_known(as_of) and self.closed_by(as_of) is None

    def is_known(self, as_of: date) -> bool:
        """Whether it was told by the day."""
        return self._is_told(self.opened, as_of)

    def efforts_by(self, as_of: date) -> tuple[Effort, ...]:
        """What was told by the day of what was done against it."""
        return tuple(one for one in self.efforts if self._is_told(one.period, as_of))

    def _is_told(self, period: Period, as_of: date) -> bool:
        return known_from(period, self.told_on.get(period)) <= as_of

    def age(self, as_of: date) -> int | None:
        """Days that it is open since the last day of the period that first told it; None once closed."""
        return None if self.closed_by(as_of) else max(0, (as_of - self.opened.end).days)


@dataclass(frozen=True, slots=True)
class Action(Told):
    """A follow-up agreed on: what, who, by when, done or not.

    It was ``told_on`` the day of the evaluation in which it was agreed on, or on the day on which it was
    recorded where that is earlier.
    """

    agreement: str
    number: int
    agreed: Period
    what: str
    who: str | None = None
    due_on: date | None = None
    done_on: date | None = None
    proof: str | None = None
    told_on: date | None = field(default=None, compare=False)

    @property
    def known_from(self) -> date:
        """The day from which it counts, as a report does; what is due, or done, was agreed on before."""
        days = (known_from(self.agreed, self.told_on), self.due_on, self.done_on)
        return min(day for day in days if day is not None)

    def on(self, as_of: date) -> Action:
        """Return the action as it stood on the day: what was done later was not yet done."""
        if self.done_on is None or self.done_on <= as_of:
            return self
        return replace(self, done_on=None, proof=None)

    def state(self, as_of: date) -> str:
        """Whether it is ``done``, ``overdue`` or ``open`` on the day."""
        if not self.is_open(as_of):
            return "done"
        return "overdue" if self.is_overdue(as_of) else "open"

    def is_open(self, as_of: date) -> bool:
        """Whether it was agreed on by that day, and not done by that day."""
        return self.known_from <= as_of and (self.done_on is None or self.done_on > as_of)

    def is_overdue(self, as_of: date) -> bool:
        """Whether it is open after its due day; without a due day it never is."""
        return self.due_on is not None and self.due_on < as_of and self.is_open(as_of)


@dataclass(frozen=True, slots=True)
class Target(Told):
    """What a derived document promises; ``value`` is ``None`` where it is said in words only.

    ``counting`` says whether a realisation is the sum so far or that of its own period; ``source`` where the
    figures come from.
    """

    agreement: str
    number: int
    indicator: str
    unit: str | None = None
    value: float | None = None
    due_on: date | None = None
    kind: TargetKind = TargetKind.OUTPUT
    owed_by: OwedBy = OwedBy.PEMDA
    lower_is_better: bool = False
    counting: Counting = Counting.SUM
    source: str | None = None

    def __post_init__(self) -> None:
        """Refuse a value that is no number."""
        if self.value is not None and not isfinite(self.value):
            raise refusal("target-not-a-number", number=self.number, id=self.agreement)


@dataclass(frozen=True, slots=True)
class Realisation:
    """What was reached of a target: by the end of a period, or in it, as the target counts.

    It was ``told_on`` the day of its report.
    """

    agreement: str
    target: int
    period: Period
    value: float
    told_on: date | None = field(default=None, compare=False)

    @property
    def known_from(self) -> date:
        """The day from which it counts."""
        return known_from(self.period, self.told_on)

    def __post_init__(self) -> None:
        """Refuse a value that is no number."""
        if not isfinite(self.value):
            raise refusal(
                "realisation-not-a-number", number=self.target, id=self.agreement, period=self.period
            )


def reached(realisations: Iterable[Realisation], by: Period) -> float | None:
    """What was reached of a target that counts by period: the sum of the periods that ended by ``by``'s end.

    A period inside another one that counts is left out, for the longer one holds it: with 2024-S2 neither
    2024-Q3 nor 2024-11 adds anything. None without any realisation.
    """
    known = {one.period: one.value for one in realisations if one.period.end <= by.end}
    counted = [
        value
        for period, value in known.items()
        if not any(other != period and other.contains(period) for other in known)
    ]
    return fsum(counted) if counted else None


_TIMES = 10  # a realisation so many times its target is rather a slip of the point, or of the unit


def disproportion(target: Target, realised: float) -> float | None:
    """The percentage of the target that was reached, where it is too much or too little to be believed.

    That is 10 times the target, or a hundredth of it and yet not nothing; a bound of ours, not of any law.
    """
    if target.value is None or target.value <= 0 or realised <= 0:
        return None
    ratio = realised / target.value
    return ratio * 100 if ratio >= _TIMES or ratio <= 1 / _TIMES**2 else None


def realised_by(target: Target, realisations: Iterable[Realisation], by: Period) -> float | None:
    """What was reached of the target by the end of a period, as the target counts; None while unknown."""
    mine = [one for one in realisations if one.target == target.number and one.period.end <= by.end]
    if target.counting is Counting.PERIOD:
        return reached(mine, by)
    return max(mine, key=lambda one: one.period).value if mine else None


def all_reached(targets: Iterable[Target], realisations: Collection[Realisation], by: Period) -> bool:
    """Whether each target that has a value is known to be reached by the end of a period; not without any."""
    reached_ones = []
    for one in targets:
        if one.value is not None:
            now = realised_by(one, realisations, by)
            less = one.lower_is_better
            reached_ones.append(now is not None and (now <= one.value if less else now >= one.value))
    return bool(reached_ones) and all(reached_ones)


def achievement(target: Target, realised: float | None) -> float | None:
    """Return what was realised in percent of the target, not capped; ``None`` where it is unknown.

    With r the realisation and t the target: r ÷ t × 100, or where lower is better (2 − r ÷ t) × 100,
    not below 0. A local convention: no regulation on cooperation gives a formula. Unknown without
    realisation or target value, and for a target of 0 or less, of which no percentage can be taken.
    """
    if realised is None or target.value is None or target.value <= 0:
        return None
    ratio = realised / target.value
    percent = max(0.0, (2 - ratio) * 100) if target.lower_is_better else ratio * 100
    return percent if isfinite(percent) else None
