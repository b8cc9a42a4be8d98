"""National scales that are shown beside a score. They were made for something else: borrowed, and said so."""

from collections.abc import Mapping
from decimal import Decimal
from typing import NamedTuple

from kskd.evaluation.instrument import Band


class Scale(NamedTuple):
    """A scale over 0–100 with its source, what it was made for, and how its limits are read here."""

    code: str
    source: str
    made_for: str
    boundary_rule: str
    bands: tuple[Band, ...]
    meanings: Mapping[str, str]

    def category(self, value: Decimal) -> str:
        """The name of the class that holds a score rounded to two decimals."""
        return next(band.name for band in self.bands if band.above is None or value > band.above)


def _bands(*named: tuple[str, int | None]) -> tuple[Band, ...]:
    return tuple(Band(name, None if above is None else Decimal(above)) for name, above in named)


SCALES = (
    Scale(
        "permendagri-86-2017",
        "Permendagri 86/2017",
        "realisasi kinerja rencana pembangunan daerah",
        "Ditulis dalam bilangan bulat (91–100, 76–90, 66–75, 51–65, 50 ke bawah); nilai di antaranya, seperti"
        " 90,5, dibaca masuk kelas yang lebih tinggi: di atas 90, 75, 65, dan 50.",
        _bands(
            ("Sangat Tinggi", 90), ("Tinggi", 75), ("Sedang", 65), ("Rendah", 50), ("Sangat Rendah", None)
        ),
        {},
    ),
    Scale(
        "permenpanrb-88-2021",
        "PermenPANRB 88/2021",
        "evaluasi akuntabilitas kinerja instansi pemerintah",
        "Batas bawah tidak termasuk, batas atas termasuk: AA di atas 90 sampai dengan 100, A di atas 80,"
        " BB di atas 70, B di atas 60, CC di atas 50, C di atas 30, D 0 sampai dengan 30.",
        _bands(("AA", 90), ("A", 80), ("BB", 70), ("B", 60), ("CC", 50), ("C", 30), ("D", None)),
        {
            "AA": "Sangat Memuaskan",
            "A": "Memuaskan",
            "BB": "Sangat Baik",
            "B": "Baik",
            "CC": "Cukup",
            "C": "Kurang",
            "D": "Sangat Kurang",
        },
    ),
)
"""Both, in the order in which they are printed."""
