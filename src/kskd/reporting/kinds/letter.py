"""The frame of a letter: what an office has set of it; what is not set is not there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kskd.domain.office.letter_number import letter_number
from kskd.reporting.signing import head_of

if TYPE_CHECKING:
    from datetime import date

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
    government: Government, day: date, opd_name: str | None, subject: str, annexes: str | None = None
) -> LetterFrame:
    """The frame of a letter of a day to the head of an OPD, or without one to the head of the region."""
    number, copies, seat = map(government.get, ("letter-number", "letter-copies", "seat"))
    return LetterFrame(
        number=number and letter_number(number, day),
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
