"""What the templates of pages beside the reports are given; the conventions are those of ``model``."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kskd.reporting.model import AgreementRow, Head, Signature


@dataclass(frozen=True, slots=True)
class PlanRow:
    """One planned document."""

    agreement: AgreementRow
    duration: str | None  # as typed
    in_plan: str | None  # whether its object is in the development plan: "ya", "tidak"; None while unknown
    scope: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PlanGroup:
    """The planned documents of one affair."""

    code: str
    name: str
    rows: tuple[PlanRow, ...]


@dataclass(frozen=True, slots=True)
class PlanPage:
    """The list of cooperation planned for a year."""

    head: Head
    year: int
    total: int  # each document once
    signed: int
    groups: tuple[PlanGroup, ...]  # affairs with something planned, in order of code
    unclassed: tuple[PlanRow, ...]  # without an affair
    signatures: tuple[Signature, Signature]


@dataclass(frozen=True, slots=True)
class QualityLine:
    """How far one field is recorded; the counts are those of ``kskd quality``."""

    label: str
    applies: int
    recorded: int
    partial: int
    missing: int
    share: int  # in percent, of the wholly recorded
    severity: str | None  # "pelanggaran": of the gravest rule that asks for it; None where none does
    asked: int  # documents of which a rule asks for it
    rules: tuple[str, ...]
    command: str  # lists what is missing, one by one


@dataclass(frozen=True, slots=True)
class QualityRow:
    """What is to be asked of one document, or of the unit itself where ``id`` is None."""

    id: str | None
    title: str | None
    number: str | None
    partners: str | None
    questions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class QualityUnit:
    """What is to be asked of one unit."""

    code: str
    name: str
    documents: int  # with something to be asked
    facts: int  # to be asked
    further: int  # neither recorded nor asked for by any rule
    rows: tuple[QualityRow, ...]  # no more than a page holds
    left_out: int  # further documents
    command: str  # writes the letter
    each: str  # lists everything


@dataclass(frozen=True, slots=True)
class PageStep:
    """What to do next, with its command."""

    what: str
    command: str


@dataclass(frozen=True, slots=True)
class QualityPage:
    """How complete the registry is, and what is to be asked of whom."""

    head: Head
    documents: int
    asked: tuple[QualityLine, ...]  # rules ask for it, the gravest first
    lacking: tuple[QualityLine, ...]  # lacks somewhere, and no rule asks for it
    whole: tuple[str, ...]  # labels of fields that lack nowhere
    units: tuple[QualityUnit, ...]  # of which something is to be asked
    steps: tuple[PageStep, ...]
