"""*Pemetaan*: where there is cooperation by affair, and where none: the affairs to propose."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kskd.domain.document.affairs import AFFAIRS
from kskd.domain.document.status import Status
from kskd.reporting.signing import signatures

if TYPE_CHECKING:
    from kskd.reporting.basis import Basis
    from kskd.reporting.model import Head, Signature


@dataclass(frozen=True, slots=True)
class AffairLine:
    """One affair: how many umbrellas and derived documents are in force under it, and which."""

    code: str
    name: str
    umbrellas: int
    derived: int
    ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Pemetaan:
    """What the map is given. A document of several affairs counts in each, in ``total`` once."""

    head: Head
    total: int
    lines: tuple[AffairLine, ...]  # affairs with a document
    empty: tuple[AffairLine, ...]  # without
    unclassed: tuple[str, ...]  # ids of those without an affair
    unsure: tuple[str, ...]  # ids of those whose status nobody can tell
    signatures: tuple[Signature, Signature]


def pemetaan(basis: Basis) -> Pemetaan:
    """The map of the documents in force on the day."""
    survey = basis.survey
    active = [one for one in survey.agreements.values() if survey.status[one.id] is Status.ACTIVE]
    by_affair = defaultdict(list)
    for one in active:
        for code in one.affairs:
            by_affair[code].append(one)
    lines = [
        AffairLine(
            code,
            name,
            sum(not one.is_derived for one in by_affair[code]),
            sum(one.is_derived for one in by_affair[code]),
            tuple(one.id for one in by_affair[code]),
        )
        for code, name in AFFAIRS.items()
    ]
    return Pemetaan(
        head=basis.head,
        total=len(active),
        lines=tuple(one for one in lines if one.ids),
        empty=tuple(one for one in lines if not one.ids),
        unclassed=tuple(one.id for one in active if not one.affairs),
        unsure=tuple(one for one in survey.agreements if survey.status[one] is Status.UNKNOWN),
        signatures=signatures(basis.facts, basis.as_of),
    )
