"""The frame of a letter: what an office has set of it; what is not set is not there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kskd.reporting.notes import head_of

if TYPE_CHECKING:
    from kskd.reporting.basis import Basis


@dataclass(frozen=True, slots=True)
class Frame:
    """Nomor, Sifat, Lampiran, Hal, place, whom it goes to, tembusan; None and () are absent."""

    number: str | None
    nature: str | None
    annexes: str | None
    subject: str | None
    place: str | None
    to: tuple[str, ...]
    copies: tuple[str, ...]


def frame(basis: Basis, opd_name: str) -> Frame:
    """The frame of a letter to the head of an OPD."""
    government = basis.facts.government
    copies = government.get("letter-copies")
    return Frame(
        number=government.get("letter-number"),
        nature=government.get("letter-nature"),
        annexes=None,
        subject=f"Hasil evaluasi kerja sama {basis.period.label}",
        place=government.get("seat"),
        to=(f"Yth. {head_of(opd_name)}", *((f"di {seat}",) if (seat := government.get("seat")) else ())),
        copies=tuple(part.strip() for part in copies.split(";")) if copies else (),
    )
