"""The month and the year that a number names."""

from __future__ import annotations

from datetime import date

import pytest

from kskd.domain.values.dated_number import named_elsewhere, years_named


@pytest.mark.parametrize(
    ("number", "year"),
    [
        ("12/2019/PKS", 2019), ("2021/33/PKS", 2021), ("4/UA/2019", 2019), ("12/KB/2019", 2019),
        ("V/21", None), ("PKS/24", None), ("440/DINKES/24", None), ("12/24", None), ("12/KB/05", None),
        ("12/II/24/KB", None),         ("2019/2020/7/PKS", None), ("415/2019/PKS", None),
        ("100.3.7.1/2019/SETDA", None), ("2019", None), ("", None), (None, None),
    ],
)  # fmt: skip
def test_a_year_is_read_where_nothing_else_can_be_meant(number: str | None, year: int | None) -> None:
    assert years_named(number) == (() if year is None else (year,))


@pytest.mark.parametrize(
    "number",
    [
        "12/PKS/19",
        "12/V/19",
        "12/V/'19",
        "440/PKS'19",
        "PKS \u201919",
        "4 Tahun 19",
        "KB.12/th. 19",
        "12-KB-19",
        "V.1/2/KB/XII/19.",
    ],
)
def test_of_a_year_in_two_figures_either_century_is_meant(number: str) -> None:
    assert years_named(number) == (1919, 2019)


@pytest.mark.parametrize(
    ("number", "first", "last", "is_own", "told"),
    [
        ("1/V/2024", date(2024, 5, 2), date(2024, 5, 2), True, None),
        ("1/IV/2024", date(2024, 5, 2), date(2024, 5, 2), True, "April 2024"),
        ("1/IV/2024", date(2024, 5, 2), date(2024, 5, 2), False, None),
        ("1/IV/2024", date(2024, 1, 1), date(2024, 12, 31), True, None),
        ("1/IV/2023", date(2024, 1, 1), date(2024, 12, 31), True, "April 2023"),
        ("1/KB/2023", date(2024, 1, 1), date(2024, 1, 1), True, "tahun 2023"),
        ("1/KB/23", date(2024, 1, 1), date(2024, 1, 1), True, "tahun 2023"),
        ("1/KB/24", date(2024, 1, 1), date(2024, 1, 1), True, None),
        ("1/KB/98", date(1999, 1, 1), date(1999, 1, 1), True, "tahun 1998"),
        ("1/V/24", date(2024, 5, 2), date(2024, 5, 2), True, None),
        ("1/IV/'24", date(2024, 5, 2), date(2024, 5, 2), True, "April 2024"),
        ("1/IV/23", date(2024, 5, 2), date(2024, 5, 2), False, "tahun 2023"),
        ("1/KB/2023", date(1900, 1, 1), date(2024, 1, 1), True, None),
    ],
)
def test_only_what_no_day_of_signing_agrees_with_is_told(
    number: str, first: date, last: date, *, is_own: bool, told: str | None
) -> None:
    assert named_elsewhere(number, first, last, is_own=is_own) == told
