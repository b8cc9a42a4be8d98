"""Counting over many evaluations: each figure keeps its numerator, denominator and what it left out.

Callers choose the rows: an agreement counts once for the Pemda and once for its lead OPD.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from kskd.domain.implementation import Implementation
from kskd.evaluation.score import round_half_up

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from kskd.domain.evaluation import Evaluation
    from kskd.domain.values.period import Period
    from kskd.evaluation.score import Score

SEMESTER_MONTHS = 6
"""The rhythm of the reports from OPD to the head of region: Permendagri 22/2020 Pasal 17 and 39."""


@dataclass(frozen=True, slots=True)
class Ratio:
    """Some out of all."""

    numerator: int
    denominator: int

    @property
    def percent(self) -> Decimal | None:
        """The share in percent with two decimals; ``None``, not 0, where there is nothing to divide by."""
        if self.denominator == 0:
            return None
        return round_half_up(Decimal(100 * self.numerator) / self.denominator)


@dataclass(frozen=True, slots=True)
class ImplementationCount:
    """*Tingkat pelaksanaan*: five classes, *belum dilaporkan* apart from *belum dilaksanakan*."""

    penuh: int = 0
    sebagian: int = 0
    belum: int = 0
    tidak: int = 0
    belum_dilaporkan: int = 0

    @property
    def total(self) -> int:
        """All that were counted."""
        return self.reported + self.belum_dilaporkan

    @property
    def reported(self) -> int:
        """All of which the state is known."""
        return self.penuh + self.sebagian + self.belum + self.tidak

    @property
    def coverage(self) -> Ratio:
        """Reported out of all."""
        return Ratio(self.reported, self.total)

    def __add__(self, other: ImplementationCount) -> ImplementationCount:
        """Return both counts together, as when the OPD are summed up for the Pemda."""
        return ImplementationCount(
            penuh=self.penuh + other.penuh,
            sebagian=self.sebagian + other.sebagian,
            belum=self.belum + other.belum,
            tidak=self.tidak + other.tidak,
            belum_dilaporkan=self.belum_dilaporkan + other.belum_dilaporkan,
        )


@dataclass(frozen=True, slots=True)
class MeanScore:
    """The mean of the scores there are, out of how many, and by which instruments they were made.

    More than one instrument means that unlike things were averaged: whoever prints it must say so.
    """

    value: Decimal | None
    scored: int
    total: int
    instruments: tuple[str, ...]

    @property
    def coverage(self) -> Ratio:
        """Scored out of all."""
        return Ratio(self.scored, self.total)


@dataclass(frozen=True, slots=True)
class Timeliness:
    """Reports owed for a period: in time, late, on a day that is not recorded, and not come at all."""

    on_time: int = 0
    late: int = 0
    unknown_day: int = 0
    missing: int = 0

    @property
    def owed(self) -> int:
        """All that were owed."""
        return self.on_time + self.late + self.unknown_day + self.missing

    @property
    def reported(self) -> Ratio:
        """The reporting rate: those that came, whenever, out of those owed."""
        return Ratio(self.owed - self.missing, self.owed)

    @property
    def in_time(self) -> Ratio:
        """The on-time rate: those known to have come in time out of those owed; an unknown day is none."""
        return Ratio(self.on_time, self.owed)

    def __add__(self, other: Timeliness) -> Timeliness:
        """Return both counts together."""
        return Timeliness(
            self.on_time + other.on_time,
            self.late + other.late,
            self.unknown_day + other.unknown_day,
            self.missing + other.missing,
        )


def count_timeliness(reports: Iterable[tuple[bool, date | None, date]]) -> Timeliness:
    """Count reports: whether one came, on which day (None: not recorded), and the last day in time."""
    counts = Counter(_timely(*one) for one in reports)
    return Timeliness(**counts)


def _timely(came: bool, on: date | None, due: date) -> str:
    if not came:
        return "missing"
    if on is None:
        return "unknown_day"
    return "on_time" if on <= due else "late"


def assumed_range(scores: Iterable[Score | None]) -> tuple[Decimal, Decimal] | None:
    """The lowest and highest mean if everything were reported; None of nothing.

    What is answered stays as it is. A document without an evaluation may come to anything from 0 to 100,
    an incomplete one to what its open items leave; no single figure is invented.
    """
    bounds = [(Decimal(0), Decimal(100)) if one is None else one.bounds for one in scores]
    if not bounds:
        return None
    low = sum((low for low, _ in bounds), Decimal(0)) / len(bounds)
    high = sum((high for _, high in bounds), Decimal(0)) / len(bounds)
    return round_half_up(low), round_half_up(high)


def count_implementation(states: Iterable[Implementation | None]) -> ImplementationCount:
    """Count each agreement's state, ``None`` being *belum dilaporkan*."""
    counts = Counter(states)
    return ImplementationCount(
        penuh=counts[Implementation.PENUH],
        sebagian=counts[Implementation.SEBAGIAN],
        belum=counts[Implementation.BELUM],
        tidak=counts[Implementation.TIDAK],
        belum_dilaporkan=counts[None],
    )


def mean_score(scores: Iterable[Score | None]) -> MeanScore:
    """Average the complete scores; ``None`` (no evaluation) and incomplete ones only add to the total."""
    everyone = list(scores)
    scored = [(one.instrument, one.value) for one in everyone if one is not None and one.value is not None]
    total = sum((value for _, value in scored), Decimal(0))
    return MeanScore(
        value=round_half_up(total / len(scored)) if scored else None,
        scored=len(scored),
        total=len(everyone),
        instruments=tuple(sorted({instrument for instrument, _ in scored})),
    )


def follow_up_ratio(umbrellas: Iterable[tuple[bool, bool]]) -> Ratio:
    """*Rasio tindak lanjut*: umbrella documents in force with a signed derived document ÷ those in force.

    Each umbrella document is a pair: in force on the day, has at least one derived document that is
    signed. Those not in force count on neither side.
    """
    followed = [has_signed_child for in_force, has_signed_child in umbrellas if in_force]
    return Ratio(sum(followed), len(followed))


def latest_evaluation(
    evaluations: Iterable[Evaluation], period: Period, *, rhythm_months: int = SEMESTER_MONTHS
) -> Evaluation | None:
    """Return the evaluation of one agreement that a report for the period shows, or ``None``.

    A report as long as the rhythm of evaluation, or longer, uses the evaluations of that period and of
    periods inside it, so that an older one never hides a *belum dilaporkan*. A shorter one (a month in
    an office that evaluates by semester) shows the latest whose period ended on or before its last
    day; the caller names that period. Of several the one that ends last is shown; among those that end
    on the same day the one for the very period, then the one that begins last.
    """
    shorter = _months(period) < rhythm_months
    candidates = [
        one
        for one in evaluations
        if period.contains(one.period) or (shorter and one.period.end <= period.end)
    ]
    return max(
        candidates,
        key=lambda one: (one.period.end, one.period == period, one.period),
        default=None,
    )


def _months(period: Period) -> int:
    return (period.end.year - period.start.year) * 12 + period.end.month - period.start.month + 1
