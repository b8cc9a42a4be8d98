"""What the templates of the list of planned cooperation are given; the conventions are those of ``model``."""

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
    digest: str
    year: int
    total: int  # each document once
    signed: int
    groups: tuple[PlanGroup, ...]  # affairs with something planned, in order of code
    unclassed: tuple[PlanRow, ...]  # without an affair
    signatures: tuple[Signature, Signature]
