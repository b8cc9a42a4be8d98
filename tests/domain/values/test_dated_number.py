"""The month and the year that a number names."""

from __future__ import annotations

from datetime import date

import pytest

from kskd.domain.values.dated_number import named_elsewhere, year_named


@pytest.mark.parametrize(
    ("number", "year"),
    [
        ("12/2019/PKS", 2019), ("2021/33/PKS", 2021), ("4/UA/2019", 2019), ("12/KB/2019", 2019),
        ("12/PKS/19", None), ("V/21", None), ("2019/2020/7/PKS", None), ("415/2019/PKS", None),
        ("100.3.7.1/2019/SETDA", None), ("2019", None), ("", None), (None, None),
    ],
)  # fmt: skip
def test_a_year_is_read_where_nothing_else_can_be_meant(number: str | None, year: int | None) -> None:
    assert year_named(number) == year


@pytest.mark.parametrize(
    ("number", "first", "last", "is_own", "told"),
    [
        ("1/V/2024", date(2024, 5, 2), date(2024, 5, 2), True, None),
        ("1/IV/2024", date(2024, 5, 2), date(2024, 5, 2), True, "April 2024"),
        ("1/IV/2024", date(2024, 5, 2), date(2024, 5, 2), False, None),
        ("1/IV/2024", date(2024, 1, 1), date(2024, 12, 31), True, None),
        ("1/IV/2023", date(2024, 1, 1), date(2024, 12, 31), True, "April 2023"),
        ("1/KB/2023", date(2024, 1, 1), date(2024, 1, 1), True, "tahun 2023"),
        ("1/KB/2023", date(1900, 1, 1), date(2024, 1, 1), True, None),
    ],
)
def test_only_what_no_day_of_signing_agrees_with_is_told(
    number: str, first: date, last: date, *, is_own: bool, told: str | None
) -> None:
    assert named_elsewhere(number, first, last, is_own=is_own) == told
