"""The number of a letter: what its day fills in, what stays for a hand, what is refused."""

from __future__ import annotations

from datetime import date

import pytest

from kskd.domain.office.letter_number import letter_number, require_letter_number
from kskd.domain.settings import SETTINGS
from kskd.errors import InvalidFact

JANUARY = date(2025, 1, 15)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("100.3.7/{n}/BAG.KS/{month}/{year}", "100.3.7/……/BAG.KS/I/2025"),
        ("100.3.7.1/          /102.9/{year}", "100.3.7.1/          /102.9/2025"),
        ("{year}/{year}", "2025/2025"),
        ("100.2.2.3/……/BAG.KS/2024", "100.2.2.3/……/BAG.KS/2024"),
        ("986/LI.15.00", "986/LI.15.00"),
    ],
)
def test_what_a_day_tells_is_filled_in_and_all_else_stays(text: str, number: str) -> None:
    assert letter_number(require_letter_number(text), JANUARY) == number


def test_each_month_has_its_roman_number() -> None:
    said = [letter_number("{month}", date(2024, month, 1)) for month in (1, 4, 9, 12)]
    assert said == ["I", "IV", "IX", "XII"]


@pytest.mark.parametrize(
    "text", ["1/{bulan}", "{Year}", "{n:3}/{year}", "{doc}", "{}", "{year", "year}", "{{year}}"]
)
def test_braces_around_anything_else_are_refused_with_those_there_are(text: str) -> None:
    with pytest.raises(InvalidFact, match=r"\{year\} tahun, \{month\} bulan Romawi, \{n\}"):
        SETTINGS["letter-number"].read(text)


def test_what_a_registry_holds_already_is_printed_as_it_stands() -> None:
    assert letter_number("{nomor}/KS/{year}", JANUARY) == "{nomor}/KS/2025"
