"""National scales of other figures, beside which a score may be read: borrowed, for none was made for it."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from kskd.evaluation.instrument import Band

if TYPE_CHECKING:
    from collections.abc import Iterator


class Scale(NamedTuple):
    """Where it comes from, what it was made for, how limits are read, and its classes, highest first."""

    code: str
    source: str
    made_for: str
    boundary_rule: str
    bands: tuple[Band, ...]

    def place(self, score: Decimal) -> str:
        """The class of a score from 0 to 100."""
        return next(band.name for band in self.bands if band.above is None or score > band.above)


def _bands(*limits: tuple[str, int | None]) -> tuple[Band, ...]:
    return tuple(Band(name, None if above is None else Decimal(above)) for name, above in limits)


SCALES = (
    Scale(
        "permendagri-86-2017",
        "Permendagri 86/2017",
        "realisasi kinerja rencana pembangunan daerah",
        "Ditulis dalam bilangan bulat (91–100, 76–90, 66–75, 51–65, 50 ke bawah); nilai pecahan di antaranya"
        " dibaca sebagai di atas batas bawahnya: di atas 90, di atas 75, di atas 65, di atas 50.",
        _bands(
            ("Sangat Tinggi", 90), ("Tinggi", 75), ("Sedang", 65), ("Rendah", 50), ("Sangat Rendah", None)
        ),
    ),
    Scale(
        "permenpanrb-88-2021",
        "PermenPANRB 88/2021",
        "akuntabilitas kinerja instansi pemerintah",
        "Di atas batas bawah sampai dengan batas atas: AA di atas 90; A di atas 80; BB di atas 70; B di atas"
        " 60; CC di atas 50; C di atas 30; D sampai dengan 30.",
        _bands(("AA", 90), ("A", 80), ("BB", 70), ("B", 60), ("CC", 50), ("C", 30), ("D", None)),
    ),
)
"""Both are borrowed: no regulation sets a scale for cooperation (Permendagri 22/2020 gives none)."""


def places(score: Decimal | None) -> Iterator[tuple[Scale, str]]:
    """Each scale with the class of a score; nothing without one."""
    if score is not None:
        for scale in SCALES:
            yield scale, scale.place(score)
