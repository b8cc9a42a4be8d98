"""Counting over many evaluations: each figure keeps its numerator, denominator and what it left out.

Callers choose the rows: an agreement counts once for the Pemda and once for its lead OPD.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from kskd.domain.choices import Implementation
from kskd.evaluation.score import round_half_up

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kskd.domain.evaluation import Evaluation
    from kskd.domain.period import Period
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


@dataclass(frozen=True, slots=True)
class FullReporting:
    """What could come out if all had reported: not a forecast, but the lowest and the highest there can be.

    ``carried_out`` is *penuh* or *sebagian* out of all; ``mean`` over all, those without a score counted as 0
    and as 100.
    """

    missing: int
    carried_out: tuple[Ratio, Ratio]
    mean: tuple[Decimal, Decimal] | None


def full_reporting(count: ImplementationCount, scores: Iterable[Score | None]) -> FullReporting:
    """The range in which the figures would lie if nothing were missing; no mean without documents."""
    carried_out = count.penuh + count.sebagian
    everyone = [None if one is None else one.value for one in scores]
    known = [value for value in everyone if value is not None]
    lowest = sum(known, Decimal(0))
    highest = lowest + 100 * (len(everyone) - len(known))
    return FullReporting(
        missing=count.belum_dilaporkan,
        carried_out=(
            Ratio(carried_out, count.total),
            Ratio(carried_out + count.belum_dilaporkan, count.total),
        ),
        mean=(round_half_up(lowest / len(everyone)), round_half_up(highest / len(everyone)))
        if everyone
        else None,
    )


def is_comparable(one: MeanScore, other: MeanScore) -> bool:
    """Whether two means may be set against each other: both there, and made by the same one instrument."""
    return one.instruments == other.instruments and len(one.instruments) == 1
