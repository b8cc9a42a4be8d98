"""What the templates of a report are given: their contract, field by field.

Conventions: every text is Indonesian and ready to print; numbers, days and ``Decimal`` scores are left to
the filters of ``render``; ``None`` means unknown, never zero; tuples are in printing order. Fields are
added, not renamed: people's own templates rely on them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date
    from decimal import Decimal

    from kskd.domain.values.days import Day
    from kskd.domain.values.money import Worth
    from kskd.evaluation.rollup import MeanScore, Ratio, Timeliness

OwnValues = tuple[str, str, tuple[tuple[str, str], ...]]
"""What a document says in fields of the office's own: its id and title, labels and values."""


@dataclass(frozen=True, slots=True)
class Head:
    """What stands on every page."""

    government: str  # "Kabupaten Contoh"
    letterhead: str  # "Pemerintah Kabupaten Contoh"
    office: str  # the unit that keeps the registry
    period: str  # code, "2024-S2"
    period_label: str  # "Semester II Tahun 2024"
    period_start: date
    period_end: date
    as_of: date  # the day on which status, remaining days and ratios hold
    paper: str  # "f4" or "a4"
    version: str  # of kskd; not part of the digest
    filtered: str | None = None  # by what the documents were chosen; None, and no part of the digest: all
    lines: tuple[str, ...] = ()  # of the letterhead, the last the unit
    address: str | None = None  # below it
    image: str | None = None  # lambang, as a data URI


@dataclass(frozen=True, slots=True)
class Share:
    """One class of a count. ``code`` is stable, for colours and conditions; ``label`` is printed."""

    code: str
    label: str
    count: int
    ids: tuple[str, ...] = ()  # of the documents, where they stand nowhere else by class


@dataclass(frozen=True, slots=True)
class Borrowed:
    """The class of a score on a national scale that was made for something else."""

    source: str  # "Permendagri 86/2017"
    category: str


@dataclass(frozen=True, slots=True)
class TimelyLine:
    """Reports owed for a semester (abroad: a year), and when they came."""

    period: str  # code
    label: str
    counts: Timeliness  # on_time, late, unknown_day, missing; reported and in_time are ratios


@dataclass(frozen=True, slots=True)
class TargetTally:
    """Targets of one kind, so that output and outcome are never mixed."""

    kind: str  # output, outcome, duty
    label: str
    total: int
    measured: int  # with an achievement in percent
    reached: int  # of those, at 100 % or more


@dataclass(frozen=True, slots=True)
class RollupLine:
    """Counted derived documents of one scheme or affair."""

    code: str
    label: str
    total: int
    reported: Ratio
    mean: MeanScore


@dataclass(frozen=True, slots=True)
class TrendLine:
    """The figures of the Pemda in one period, as a report for it on its last day has them."""

    period: str
    label: str
    total: int
    reported: Ratio
    mean: MeanScore
    changed: bool  # scored by other instruments or versions than the period before: not comparable


@dataclass(frozen=True, slots=True)
class AssumedLine:
    """What full reporting could change: the mean as it is, and the lowest and highest it could become."""

    label: str
    total: int
    mean: MeanScore
    low: Decimal
    high: Decimal


@dataclass(frozen=True, slots=True)
class Totals:
    """Documents recorded, signed by ``as_of`` or still drafts, without void ones; each counted once."""

    total: int
    in_force: int
    umbrellas: int
    derived: int
    by_doc: tuple[Share, ...]  # only kinds that occur
    by_scheme: tuple[Share, ...]  # only schemes that occur
    end_unknown: int  # of those in force
    by_status: tuple[Share, ...]  # draft, upcoming, active, expired, ended; those that occur


@dataclass(frozen=True, slots=True)
class Result:
    """How an agreement was carried out, as its evaluation for this report says."""

    state: str  # penuh, sebagian, belum, tidak, belum-dilaporkan
    state_label: str  # "Dilaksanakan penuh" … "Belum dilaporkan"
    period: str | None  # label of the evaluation's period; None without an evaluation
    other_period: bool  # the evaluation is of another period than the report's
    reported_on: date | None
    filler: str | None
    score: Decimal | None  # 0–100, two decimals; None while incomplete
    coverage: Decimal | None  # 0–1, the weight of answered items; None without an evaluation
    category: str | None  # "Tinggi"; None without a score
    instrument: str | None  # "inti/1"
    recommendation: str | None
    note: str | None
    borrowed: tuple[Borrowed, ...] = ()  # national scales, none without a score
    claims: tuple[str, ...] = ()  # items answered without the evidence that the instrument demands
    disputed: tuple[str, ...] = ()  # items for which the OPD answered otherwise than the office
    proposal: str | None = None  # what is proposed by rule; None where nothing is
    proposal_rule: str | None = None  # "R3: …", or why nothing is proposed
    differs: bool = False  # a person recommended otherwise than proposed
    recommendation_reason: str | None = None


@dataclass(frozen=True, slots=True)
class AgreementRow:
    """One document, umbrella or derived, on ``as_of``."""

    id: str
    doc: str  # "PKS"
    kind: str  # "Perjanjian Kerja Sama"
    scheme: str  # "KSDPK"
    title: str
    number: str | None  # the Pemda's own number
    partners: tuple[str, ...]
    scope: tuple[str, ...]
    affairs: tuple[str, ...]  # names of affairs
    opd: str  # code of the lead OPD as carried on to as_of
    opd_name: str
    former_opd: str | None  # the code recorded, where another OPD carries on its work
    support: tuple[str, ...]  # codes of supporting OPD
    derived: bool  # a derived document: PKS, Kontrak, RK, RKT
    parent: str | None
    successor: str | None  # a signed successor, else None
    signed_on: date | Day | None  # a Day where it is known in part
    term: str  # "2 Mei 2024 s.d. 2 Mei 2026", or what is known of it
    ends_on: date | Day | None  # likewise
    ended_on: date | None  # the last day before an early end that had come by as_of
    ground: str | None  # of that end: "tujuan tercapai"
    days_left: int | None  # 0 on the last day, negative after it; None without a dated end, or ended early
    status: str  # draft, upcoming, active, expired, ended
    status_label: str
    counted: bool  # a derived document that counts in the level of carrying-out
    result: Result
    paper_name: str | None = None  # as the paper calls itself, beside ``kind``
    money: int | None = None  # its value in whole rupiah
    co_leads: tuple[str, ...] = ()  # codes of other OPD that the paper names as leads


@dataclass(frozen=True, slots=True)
class UmbrellaRow:
    """An umbrella document with what has become of it, by its derived documents or by its own report."""

    agreement: AgreementRow
    days_since_signing: int | None  # None for a draft, and where the day is not known exactly
    derived: int  # derived documents signed by as_of
    drafts: int  # derived documents not signed yet
    states: tuple[Share, ...]  # five classes over its counted derived documents
    reported: Ratio  # reported ÷ counted derived documents
    mean: MeanScore  # over its counted derived documents
    own_result: bool  # it has no derived document: ``agreement.result`` is its own evaluation


@dataclass(frozen=True, slots=True)
class EffortLine:
    """What was done about an obstacle, and in which period."""

    period: str
    text: str


@dataclass(frozen=True, slots=True)
class ObstacleRow:
    """An obstacle that is open, or was closed within the period."""

    agreement: str
    title: str
    opd: str  # code of the lead OPD as carried on to as_of
    number: int
    text: str
    category: str | None
    opened: str  # label of a period
    closed: str | None  # label of a period not after the report's; None while open
    age_days: int | None  # since the last day of the period that first told it; None once closed
    efforts: tuple[EffortLine, ...]


@dataclass(frozen=True, slots=True)
class ActionRow:
    """A follow-up agreed on that is open on ``as_of``, or was done within the period."""

    agreement: str
    title: str
    number: int
    what: str
    who: str | None
    agreed: str  # label of a period
    due_on: date | None
    days_overdue: int | None  # None unless open after its due day
    done_on: date | None  # None while open
    proof: str | None


@dataclass(frozen=True, slots=True)
class TargetRow:
    """A promise of a document, and what was reached of it."""

    agreement: str
    title: str
    number: int
    kind: str  # "Keluaran", "Hasil", "Kewajiban"
    indicator: str
    owed_by: str  # "Pemda" or "Mitra"
    unit: str | None
    value: float | None  # None where promised in words only
    due_on: date | None
    lower_is_better: bool
    realised: float | None
    realised_in: str | None  # label of the realisation's period
    achievement: float | None  # percent, not capped
    counting: str  # "Kumulatif" or "Per periode": realised is then the sum of the periods so far
    source: str | None


@dataclass(frozen=True, slots=True)
class ReportGap:
    """Something that is missing, and who must give it."""

    kind: str  # code: report, state, answers, evidence, target, realisation, number, …
    what: str
    agreement: str
    title: str
    opd: str  # code of the lead OPD
    who: str  # the name of an OPD, or of the unit that keeps the registry
    command: str  # records it; to be printed only where ``who`` is the office: an OPD has no kskd


@dataclass(frozen=True, slots=True)
class Signature:
    """One half of the signature block; what is ``None`` is left as a dotted line."""

    caption: str  # "Mengetahui," or ""
    place: str | None  # asked for with ``dated``
    dated: bool  # carries a line for place and day
    office: str
    name: str | None
    number: str | None  # NIP


@dataclass(frozen=True, slots=True)
class Figures:
    """What is counted alike for one OPD and for the whole Pemda."""

    totals: Totals
    follow_up: Ratio  # umbrellas in force with a signed derived document ÷ umbrellas in force
    states: tuple[Share, ...]  # five classes over the counted derived documents, in fixed order
    reported: Ratio  # reported ÷ counted derived documents
    mean: MeanScore  # over the counted derived documents; says how many have a score
    recommendations: tuple[Share, ...]  # those that occur, among the reported counted documents
    without_derived: tuple[UmbrellaRow, ...]  # in force, no signed derived document, oldest first
    soon: tuple[AgreementRow, ...]  # ends within ``soon_days`` of as_of
    soon_days: int
    ended: tuple[AgreementRow, ...]  # last day between the period's start and as_of
    lapsed: tuple[AgreementRow, ...]  # ended before the period, no signed successor
    renewed: tuple[AgreementRow, ...]  # ended before the period, with a signed successor
    notes: tuple[str, ...]  # counting rules and what was left out, as footnotes
    timely: tuple[TimelyLine, ...]  # the periods for which reports are owed
    targets: tuple[TargetTally, ...]  # kinds that occur, over the counted derived documents
    mean_scales: tuple[Borrowed, ...]  # the mean on national scales; none without one
    claims: int  # counted documents with at least one claim without evidence
    disputed: int  # counted documents with at least one item on which OPD and office disagree
    worth: Worth | None = None  # of all documents (amount, known, total); None while none is recorded


@dataclass(frozen=True, slots=True)
class OpdReport:
    """The report of one OPD."""

    head: Head
    code: str
    name: str
    page: str  # file name without its ending
    figures: Figures
    umbrellas: tuple[UmbrellaRow, ...]  # drafts, upcoming and in force
    agreements: tuple[AgreementRow, ...]  # the counted derived documents
    uncounted: tuple[AgreementRow, ...]  # derived: drafts, those that begin after the period, those unsure
    supporting: tuple[AgreementRow, ...]  # led by another OPD; in none of the figures
    obstacles: tuple[ObstacleRow, ...]
    actions_open: tuple[ActionRow, ...]
    actions_done: tuple[ActionRow, ...]
    targets: tuple[TargetRow, ...]
    gaps: tuple[ReportGap, ...]
    signatures: tuple[Signature, Signature]
    own: tuple[OwnValues, ...] = ()  # of documents led; no part of the digest where there are none


@dataclass(frozen=True, slots=True)
class OpdLine:
    """One OPD in the recap and the index."""

    code: str
    name: str
    page: str  # file name without its ending
    total: int
    in_force: int
    supporting: int  # documents led by another OPD, counted there
    follow_up: Ratio
    states: tuple[Share, ...]
    reported: Ratio
    mean: MeanScore
    timely: tuple[TimelyLine, ...]
    soon: int
    open_obstacles: int
    open_actions: int
    overdue_actions: int
    gaps: int
    worth: Worth | None = None  # as in ``Figures``


@dataclass(frozen=True, slots=True)
class RecapReport:
    """The report of the whole Pemda."""

    head: Head
    figures: Figures
    opds: tuple[OpdLine, ...]
    idle: tuple[Share, ...]  # OPD without any cooperation: code, name, 0
    open_obstacles: tuple[Share, ...]  # by category, most first
    oldest_obstacles: tuple[ObstacleRow, ...]  # open, oldest first, no more than a page holds
    more_obstacles: int  # open ones beyond those
    gaps: tuple[Share, ...]  # by kind, in the order of the OPD reports
    signatures: tuple[Signature, Signature]
    by_scheme: tuple[RollupLine, ...]  # each counted document once
    by_affair: tuple[RollupLine, ...]  # once under each of its affairs; without one under "–"
    trend: tuple[TrendLine, ...]  # periods of the same kind with evaluations, oldest first, this one last
    assumed: tuple[AssumedLine, ...]  # with --assume-reported: the Pemda, then each OPD; else none


@dataclass(frozen=True, slots=True)
class IndexPage:
    """The page that leads to the others."""

    head: Head
    opds: tuple[OpdLine, ...]
    idle: tuple[Share, ...]
    totals: Totals
