"""Periods in words: what names one is read, what names none or more is not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kskd.domain.values.period import Period, PeriodKind
from kskd.importing.about.periods import joined_period, period_in, read_period

PERIODS = st.builds(
    lambda year, number: Period(year, PeriodKind.SEMESTER, number), st.integers(1950, 2099), st.integers(1, 2)
)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Semester I 2024", "2024-S1"),
        ("Semester II Tahun 2024", "2024-S2"),
        ("Sem 1/2024", "2024-S1"),
        ("Smt. II TA 2023", "2023-S2"),
        ("semester kedua tahun 2022", "2022-S2"),
        ("2024 Semester 2", "2024-S2"),
        ("2024-s1", "2024-S1"),
        ("S1 2024", "2024-S1"),
        ("TW II/2024", "2024-Q2"),
        ("Triwulan IV Tahun 2024", "2024-Q4"),
        ("Januari - Juni 2024", "2024-S1"),
        ("Juli s.d. Desember 2024", "2024-S2"),
        ("Periode Semester II Tahun Anggaran 2024", "2024-S2"),
        ("Januari 2024", "2024-01"),
        ("Tahun 2024", "2024"),
        ("2024", "2024"),
    ],
)
def test_a_period_in_words_is_read(text: str, code: str) -> None:
    assert str(read_period(text)) == code


@pytest.mark.parametrize(
    "text",
    [
        "",
        "-",
        "Semester I",
        "3 Tahun",
        "Semester 3 2024",
        "Semester I dan II 2024",
        "Semester I 2024 - Semester II 2024",
        "Semester ganjil 2024/2025",
        "II/2024",
        "1 tahun 2024",
        "Semester I Tahun 2024-2025",
    ],
)
def test_what_names_none_or_more_is_not(text: str) -> None:
    assert read_period(text) is None


@given(period=PERIODS, shape=st.sampled_from(["Semester {} {}", "SMT {}/{}", "sem. {} tahun {}", "S{}, {}"]))
def test_every_way_of_saying_a_semester_is_the_same(period: Period, shape: str) -> None:
    for number in (str(period.number), "I" * period.number):
        assert read_period(shape.format(number, period.year)) == period
    assert read_period(period.label) == read_period(str(period)) == period


@pytest.mark.parametrize(
    ("part", "year", "code"),
    [("I", "2024", "2024-S1"), ("Semester 2", "2024.0", "2024-S2"), ("TW 3", "2024", "2024-Q3")],
)
def test_a_year_and_a_part_of_it_are_one(part: str, year: str, code: str) -> None:
    assert str(joined_period(part, year)) == code


def test_a_part_that_says_no_semester_is_none() -> None:
    assert joined_period("ganjil", "2024") is None


def test_a_title_names_the_period_of_its_list_if_it_names_one() -> None:
    assert str(period_in(["HASIL EVALUASI SEMESTER I TAHUN 2024", "Kabupaten Contoh"])) == "2024-S1"
    assert period_in(["EVALUASI SEMESTER I DAN II TAHUN 2024"]) is None
    assert period_in(["Evaluasi", "Semester I 2024", "Semester II 2024"]) is None
