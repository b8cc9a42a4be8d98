"""The frame of a letter: what an office has set of it; what is not set is not there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kskd.reporting.signing import head_of

if TYPE_CHECKING:
    from kskd.domain.settings import Government


_HEADS = {"kabupaten": "Bupati", "kota": "Wali Kota", "provinsi": "Gubernur"}


@dataclass(frozen=True, slots=True)
class LetterFrame:
    """Nomor, Sifat, Lampiran, Hal, place, whom it goes to, tembusan; None and () are absent."""

    number: str | None
    nature: str | None
    annexes: str | None
    subject: str | None
    place: str | None
    to: tuple[str, ...]
    copies: tuple[str, ...]


def region_head(government: Government) -> str:
    """The head of the region: "Bupati"."""
    return _HEADS[government.text("level")]


def frame(
    government: Government, opd_name: str | None, subject: str, annexes: str | None = None
) -> LetterFrame:
    """The frame of a letter to the head of an OPD, or without one to the head of the region."""
    copies, seat = government.get("letter-copies"), government.get("seat")
    return LetterFrame(
        number=government.get("letter-number"),
        nature=government.get("letter-nature"),
        annexes=annexes,
        subject=subject,
        place=seat,
        to=(
            f"Yth. {region_head(government) if opd_name is None else head_of(opd_name)}",
            *((f"di {seat}",) if seat else ()),
        ),
        copies=tuple(part.strip() for part in copies.split(";")) if copies else (),
    )
