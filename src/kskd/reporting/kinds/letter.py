"""The frame of a letter: what an office has set of it; what is not set is not there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kskd.reporting.notes import head_of

if TYPE_CHECKING:
    from kskd.reporting.basis import Basis


_HEADS = {"kabupaten": "Bupati", "kota": "Wali Kota", "provinsi": "Gubernur"}


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


def frame(basis: Basis, opd_name: str | None, subject: str) -> Frame:
    """The frame of a letter to the head of an OPD, or without one to the head of the region."""
    government = basis.facts.government
    copies, seat = government.get("letter-copies"), government.get("seat")
    level = government.text("level")
    return Frame(
        number=government.get("letter-number"),
        nature=government.get("letter-nature"),
        annexes=None,
        subject=subject,
        place=seat,
        to=(
            f"Yth. {_HEADS[level] if opd_name is None else head_of(opd_name)}",
            *((f"di {seat}",) if seat else ()),
        ),
        copies=tuple(part.strip() for part in copies.split(";")) if copies else (),
    )
