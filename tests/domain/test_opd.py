"""OPD codes, and which unit carries on another's work on a day."""

from __future__ import annotations

from datetime import date

import pytest

from kskd.domain.opd import Opd, present, read_code
from kskd.errors import InvalidText


@pytest.mark.parametrize(
    ("typed", "code"),
    [("DINKES", "DINKES"), (" dinkes ", "DINKES"), ("Kec-Hilir", "KEC-HILIR"), ("D2", "D2")],
)
def test_codes_are_in_capitals(typed: str, code: str) -> None:
    """Case and blanks around do not matter."""
    assert read_code(typed) == code


@pytest.mark.parametrize(
    "typed", ["", "D", "1DINAS", "DIN KES", "../ETC", "DINÉS", "A" * 21, "DIN_KES", "-AB"]
)
def test_other_codes_are_refused(typed: str) -> None:
    """A code is also a file name: letters, digits, hyphens, a letter first, 2 to 20."""
    with pytest.raises(InvalidText, match="Kode OPD"):
        read_code(typed)


UNITS = {
    "LAMA": Opd("LAMA", "Lama", valid_to=date(2020, 12, 31), successor="TENGAH"),
    "TENGAH": Opd("TENGAH", "Tengah", valid_to=date(2022, 12, 31), successor="BARU"),
    "BARU": Opd("BARU", "Baru"),
    "TUTUP": Opd("TUTUP", "Tutup", valid_to=date(2020, 12, 31)),
}


@pytest.mark.parametrize(
    ("code", "day", "now"),
    [
        ("LAMA", date(2020, 12, 31), "LAMA"),
        ("LAMA", date(2021, 1, 1), "TENGAH"),
        ("LAMA", date(2023, 1, 1), "BARU"),
        ("BARU", date(1990, 1, 1), "BARU"),
        ("TUTUP", date(2024, 1, 1), "TUTUP"),
    ],
)
def test_successors_are_followed_as_far_as_the_day(code: str, day: date, now: str) -> None:
    """On its last day a unit is still itself; one without successor stays."""
    assert present(code, UNITS, day) == now


def test_a_ring_of_successors_ends() -> None:
    """Damaged data does not hang a report."""
    ring = {
        "AA": Opd("AA", "A", valid_to=date(2020, 1, 1), successor="BB"),
        "BB": Opd("BB", "B", valid_to=date(2020, 1, 1), successor="AA"),
    }
    assert present("AA", ring, date(2024, 1, 1)) == "BB"
