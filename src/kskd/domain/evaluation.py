"""What an OPD reports about one agreement in one period: answers, targets, obstacles and actions.

Values only: how answers become a score is in ``kskd.evaluation``.
"""

from __future__ import annotations

from dataclasses import MISSING, dataclass, field, replace
from math import fsum, isfinite
from typing import TYPE_CHECKING, Any

from kskd.domain.attributes import attribute, block, line
from kskd.domain.choices import Channel, Counting, OwedBy, Recommendation, TargetKind, read_choice
from kskd.domain.values.dates import read_date
from kskd.domain.values.numbers import format_number, read_number
from kskd.errors import refusal

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date
    from enum import StrEnum

    from kskd.domain.choices import FillerRole, Implementation
    from kskd.domain.values.period import Period


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


read_obstacle = line("kendala", 1000)
read_effort = line("upaya", 1000)
read_evidence = line("bukti")
read_filler = line("pengisi", 200)
_DIRECTIONS = ("makin besar makin baik", "makin kecil makin baik")


def _choice(choices: type[StrEnum], label: str, told: str, metavar: str, default: Any = None) -> Any:
    return attribute(label, lambda text: read_choice(text, choices, label), told, metavar, default=default)


def _target_kind(text: str) -> TargetKind:
    """A kind by its code, or by the word that is printed."""
    words = {one.label.casefold(): one.value for one in TargetKind}
    return read_choice(words.get(text.strip().casefold(), text), TargetKind, "Jenis target")


@dataclass(frozen=True, slots=True, kw_only=True)
class PlainFacts:
    """What is one value in a report: said as it is, kept as it is, None where it is not known.

    ``filler`` answers for the report.
    """

    reported_on: date | None = attribute("Tanggal lapor", read_date, "Tanggal OPD melapor.", "TANGGAL")
    channel: Channel | None = _choice(
        Channel, "Saluran", f"Laporan masuk lewat: {', '.join(Channel)}.", "SALURAN"
    )
    filler: str | None = attribute("Pengisi", read_filler)
    recommendation: Recommendation | None = _choice(
        Recommendation, "Rekomendasi", f"{', '.join(Recommendation)}.", "PILIHAN"
    )
    recommendation_reason: str | None = attribute(
        "Alasan rekomendasi",
        line("alasan rekomendasi", 1000),
        "Alasan rekomendasi; wajib bila lain daripada yang diusulkan.",
        "ALASAN",
    )
    others: str | None = attribute("Hal lain", block("hal lain"), "Hal lain yang disepakati.")
    note: str | None = attribute("Catatan", block("catatan"), "Catatan.")


@dataclass(frozen=True, slots=True)
class Evaluation(PlainFacts):
    """One agreement in one period, as reported. ``answers`` maps item codes to option codes.

    ``opd_answers`` has what the OPD itself answered, for the items where the office's answer, which counts,
    is another one, ``opd_implementation`` likewise. ``fillers`` are the people beside the ``filler``.
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
class Obstacle:
    """What stood in the way; it carries on into each later period until it is closed.

    What a period says is known on the last day of that period: a report for 2024-11 does not change
    when the evaluation of 2024-S2 comes in.
    """

    agreement: str
    number: int
    text: str
    category: str | None
    opened: Period
    closed: Period | None = None
    efforts: tuple[Effort, ...] = ()

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

    def is_shown_in(self, period: Period) -> bool:
        """Whether a report for the period lists it: open, or closed in that very period."""
        return self.opened.end <= period.end and (self.closed is None or self.closed.end >= period.start)

    def age(self, as_of: date) -> int | None:
        """Days that it is open since the last day of the period that first told it; None once closed."""
        if self.closed is not None and self.closed.end <= as_of:
            return None
        return max(0, (as_of - self.opened.end).days)

    def is_open_in(self, period: Period) -> bool:
        """Whether it is known and not yet closed on the last day of the period."""
        return self.opened.end <= period.end and (self.closed is None or self.closed.end > period.end)


@dataclass(frozen=True, slots=True)
class Action:
    """A follow-up agreed on: what, who, by when, done or not."""

    agreement: str
    number: int
    agreed: Period
    what: str = attribute("Tindak lanjut", line("tindak lanjut"), default=MISSING)
    who: str | None = attribute("Pelaksana", line("pelaksana", 200))
    due_on: date | None = attribute("Tenggat", read_date)
    done_on: date | None = attribute("Selesai", read_date)
    proof: str | None = attribute("Bukti", read_evidence)

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
        """Whether it was agreed in a period begun by that day, and not done by that day."""
        return self.agreed.start <= as_of and (self.done_on is None or self.done_on > as_of)

    def is_overdue(self, as_of: date) -> bool:
        """Whether it is open after its due day; without a due day it never is."""
        return self.due_on is not None and self.due_on < as_of and self.is_open(as_of)


@dataclass(frozen=True, slots=True)
class Target:
    """What a derived document promises; ``value`` is ``None`` where it is said in words only.

    ``counting`` says whether a realisation is the sum so far or that of its own period; ``source`` where the
    figures come from.
    """

    agreement: str
    number: int
    indicator: str = attribute("Indikator", line("indikator"), "Indikator.", default=MISSING)
    unit: str | None = attribute("Satuan", line("satuan", 60), "Satuan.", "SATUAN")
    value: float | None = attribute(
        "Nilai", read_number, "Nilai target, misalnya 75 atau 1250,5.", "NILAI", say=format_number
    )
    due_on: date | None = attribute("Tenggat", read_date, "Tenggat.", "TANGGAL", flag="--due")
    kind: TargetKind = attribute(
        "Jenis",
        _target_kind,
        "output, outcome, atau duty [bawaan: output].",
        "JENIS",
        default=TargetKind.OUTPUT,
    )
    owed_by: OwedBy = _choice(OwedBy, "Pihak", "pemda atau mitra [bawaan: pemda].", "PIHAK", OwedBy.PEMDA)
    lower_is_better: bool = attribute("Arah", _DIRECTIONS.index, say=_DIRECTIONS.__getitem__, default=False)
    counting: Counting = _choice(
        Counting,
        "Cara hitung",
        "Realisasi setiap periode: kumulatif (sampai akhir periode) atau per-periode [bawaan: kumulatif].",
        "CARA",
        Counting.SUM,
    )
    source: str | None = attribute("Sumber", line("sumber"), "Sumber data target dan realisasinya.")

    def __post_init__(self) -> None:
        """Refuse a value that is no number."""
        if self.value is not None and not isfinite(self.value):
            raise refusal("target-not-a-number", number=self.number, id=self.agreement)


@dataclass(frozen=True, slots=True)
class Realisation:
    """What was reached of a target: by the end of a period, or in it, as the target counts."""

    agreement: str
    target: int
    period: Period
    value: float

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
