"""Dates as offices type them: each is read as one day only, or refused with the readings it has."""

from __future__ import annotations

from calendar import day_name, month_abbr, month_name
from datetime import date
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kskd.domain.values.dates import (
    MONTHS,
    WEEKDAYS,
    beside_today,
    format_date,
    format_month,
    read_date,
    read_last_day,
)
from kskd.domain.values.text import safe
from kskd.errors import InvalidDate

if TYPE_CHECKING:
    from collections.abc import Callable

FORMS: list[Callable[[date], str]] = [
    date.isoformat,
    lambda day: f"{day.day}/{day.month}/{day.year}",
    lambda day: f"{day:%d/%m/%Y}",
    lambda day: f"{day:%d-%m-%Y}",
    lambda day: f"{day.day}.{day.month}.{day.year}",
    format_date,
    lambda day: format_date(day).upper(),
    lambda day: f"{day.day:02}-{MONTHS[day.month - 1]}-{day.year}",
    lambda day: f"{WEEKDAYS[day.weekday()]}, {format_date(day)}",
    lambda day: f"{WEEKDAYS[day.weekday()]} {format_date(day)}",
    lambda day: f"{WEEKDAYS[day.weekday()].lower()} ({day.day}/{day.month}/{day.year})",
    lambda day: f"{day:%Y/%m/%d}",
    lambda day: f"tanggal {format_date(day)}",
    lambda day: f"tgl. {day.day}/{day.month}/{day.year}",
    lambda day: f"{day.day} {MONTHS[day.month - 1]} Tahun {day.year}",
    lambda day: f"tanggal {day.day} bulan {MONTHS[day.month - 1]} tahun {day.year}",
    lambda day: f"{day.day} {month_name[day.month]} {day.year}",
    lambda day: f"{month_abbr[day.month]} {day.day}, {day.year}",
    lambda day: f"{day_name[day.weekday()]}, {month_name[day.month]} {day.day}, {day.year}",
    lambda day: f"{day.day}th {month_abbr[day.month]}, {day.year}",
]


@given(st.dates(date(1990, 1, 1), date(2100, 12, 31)))
def test_every_day_is_read_back_from_every_form(day: date) -> None:
    assert [read_date(form(day)) for form in FORMS] == [day] * len(FORMS)


@pytest.mark.parametrize(
    ("month", "variants"),
    [
        (1, "Jan Januari"),
        (2, "Feb Peb Pebruari Februari Febuari Pebuari"),
        (3, "Mar Mrt Maret"),
        (4, "Apr April"),
        (5, "Mei mei."),
        (6, "Jun Juni Djuni"),
        (7, "Jul Juli Djuli"),
        (8, "Agu Agt Agust Ags Agst Ag Agustus"),
        (9, "Sep Sept September"),
        (10, "Okt Oktober"),
        (11, "Nov Nop Nopember November"),
        (12, "Des Desember"),
    ],
)
def test_known_month_names_are_read_in_any_case_and_with_a_dot(month: int, variants: str) -> None:
    for name in variants.split():
        for written in (name, name.upper(), name.rstrip(".") + "."):
            assert read_date(f"2 {written} 2024") == date(2024, month, 2)


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("  2 Mei\u00a02024 ", date(2024, 5, 2)),
        ("Kamis (19/8/2021)", date(2021, 8, 19)),
        ("Kamis(19/8/2021)", date(2021, 8, 19)),
        ("Kamis,2 Mei 2024", date(2024, 5, 2)),
        ("Senin 26 Agustus 2019", date(2019, 8, 26)),
        ("Jum'at (31/01/2020)", date(2020, 1, 31)),
        ("Jum\u2019at, 31 Januari 2020", date(2020, 1, 31)),
        ("Jumat, 2020-01-31", date(2020, 1, 31)),
        ("Ahad, 5 Mei 2024", date(2024, 5, 5)),
        ("MINGGU, 5 MEI 2024", date(2024, 5, 5)),
        ("1/1/1945", date(1945, 1, 1)),
        ("31 Desember 2150", date(2150, 12, 31)),
        ("29/2/2024", date(2024, 2, 29)),
        ("2024/05/02", date(2024, 5, 2)),
        ("2024/05/05", date(2024, 5, 5)),
        ("Kamis, 2024/05/02", date(2024, 5, 2)),
        ("Tanggal 2 Mei 2024", date(2024, 5, 2)),
        ("tgl 2 Mei 2024", date(2024, 5, 2)),
        ("Tgl.2 Mei 2024", date(2024, 5, 2)),
        ("TANGGAL 02-05-2024", date(2024, 5, 2)),
        ("tanggal 2024-05-02", date(2024, 5, 2)),
        ("Kamis, tanggal 2 Mei tahun 2024", date(2024, 5, 2)),
        ("2 Agustus Tahun 2024", date(2024, 8, 2)),
        ("2 Ags. tahun 2024", date(2024, 8, 2)),
        ("Jum`at, 31 Januari 2020", date(2020, 1, 31)),
        ("2 mei 2024.", date(2024, 5, 2)),
        ("02 05 2024", date(2024, 5, 2)),
        ("1 / 5 / 2024", date(2024, 5, 1)),
        ("1 - 5 - 2024", date(2024, 5, 1)),
        ("hari Kamis tanggal 2 Mei 2024", date(2024, 5, 2)),
        ("Pada hari Rabu tanggal 1 Mei 2024", date(2024, 5, 1)),
        ("pada hari ini, Rabu, tanggal 1 Mei 2024", date(2024, 5, 1)),
        ("pada tanggal 1 Mei 2024", date(2024, 5, 1)),
        ("2024-08-02 00:00:00", date(2024, 8, 2)),
        ("2024-08-02T00:00:00", date(2024, 8, 2)),
        ("2024-08-02T00:00:00.000Z", date(2024, 8, 2)),
        ("2024-08-02 00:00:00+07:00", date(2024, 8, 2)),
        ("02/08/2024 0:00:00", date(2024, 8, 2)),
        ("2/8/2024 07:30", date(2024, 8, 2)),
        ("2 Agustus 2024, pukul 07.30 WIB", date(2024, 8, 2)),
    ],
)
def test_forms_seen_in_registers_are_read(typed: str, day: date) -> None:
    assert read_date(typed) == day


@pytest.mark.parametrize(
    ("typed", "part"),
    [
        ("2/5/24", "tahun harus empat angka"),
        ("Sabtu (14/3/20)", "tahun harus empat angka"),
        ("2 Mei 24", "tahun harus empat angka"),
        ("2/5/20245", "tahun harus empat angka"),
        ("6/25/2025", "jika maksudnya 25 Juni 2025, ketik 25/6/2025"),
        ("06-25-2025", "dibaca hari/bulan/tahun; jika maksudnya 25 Juni 2025"),
        ("2024/5/2", "dapat berarti 2 Mei 2024 atau 5 Februari 2024"),
        ("2024/05/2", "dapat berarti 2 Mei 2024 atau 5 Februari 2024"),
        ("2024.05.02", "dapat berarti 2 Mei 2024 atau 5 Februari 2024"),
        ("2024-5-2", "dapat berarti 2 Mei 2024 atau 5 Februari 2024"),
        ("2024.12.25", "dapat berarti 25 Desember 2024; "),
        ("2024.05.05", "dapat berarti 5 Mei 2024; "),
        ("2024/25/12", "dapat berarti 25 Desember 2024; "),
        ("2024/02/30", "tidak ada dalam kalender"),
        ("2024/31/31", "tidak ada dalam kalender"),
        ("31/2/2024", "tidak ada dalam kalender"),
        ("29 Februari 2023", "tidak ada dalam kalender"),
        ("2024-02-30", "tidak ada dalam kalender"),
        ("2024-13-01", "tidak ada dalam kalender"),
        ("6/31/2025", "tidak ada dalam kalender"),
        ("0/5/2024", "tidak ada dalam kalender"),
        ("Selasa (6/7)", "tidak memuat tahun"),
        ("6/7", "tidak memuat tahun"),
        ("2 Mei", "tidak memuat tahun"),
        ("31 Desember 1944", "di luar 1945–2150"),
        ("2151-01-01", "di luar 1945–2150"),
        ("0024/05/02", "bertahun 0024, di luar"),
        ("Senin, 2 Mei 2024", "2 Mei 2024 jatuh pada hari Kamis, bukan Senin"),
        ("Ahad (2/5/2024)", "jatuh pada hari Kamis, bukan Minggu"),
        ("Senin, 2024/05/02", "jatuh pada hari Kamis, bukan Senin"),
        ("Senin, tanggal 2 Mei 2024", "jatuh pada hari Kamis, bukan Senin"),
        ("tanggal 2/5/24", "tahun harus empat angka"),
        ("2 Mei Tahun 24", "tahun harus empat angka"),
        ("tanggal 2 Mei", "tidak memuat tahun"),
        ("tanggal", "tidak dapat dibaca"),
        ("tanggal2 Mei 2024", "tidak dapat dibaca"),
        ("tanggal tgl. 2 Mei 2024", "tidak dapat dibaca"),
        ("bulan 2 Mei 2024", "tidak dapat dibaca"),
        ("2 Tahun 2024", "tidak dapat dibaca"),
        ("2 Mei Tahun", "tidak dapat dibaca"),
        ("2 Mei bulan 2024", "tidak dapat dibaca"),
        ("2-Mei-tahun 2024", "tidak dapat dibaca"),
        ("20240502", "tidak dapat dibaca"),
        ("2024-W01", "tidak dapat dibaca"),
        ("2024", "tidak dapat dibaca"),
        ("Mei 2024", "tidak dapat dibaca"),
        ("9/92021", "tidak dapat dibaca"),
        ("2/5-2024", "tidak dapat dibaca"),
        ("2 Maio 2024", "tidak dapat dibaca"),
        ("akhir bulan", "tidak dapat dibaca"),
        ("akhir Mei 2024", "dapat berarti 31 Mei 2024 atau Mei 2024"),
        ("akhir tahun 2024", "dapat berarti 31 Desember 2024 atau 2024"),
        ("5/13/2024", "tidak ada, sebab tanggal dibaca hari/bulan/tahun"),
        ("Jul 35, 2024", "tidak ada dalam kalender"),
        ("Jul 5, 24", "tahun harus empat angka"),
        ("Thu, 5 Jul 2024", "jatuh pada hari Jumat, bukan Kamis"),
        ("2 \u212aamis 2024", "tidak dapat dibaca"),
        ("2 / 5 - 2024", "tidak dapat dibaca"),
        ("2 5/2024", "tidak dapat dibaca"),
        ("02 05 24", "tahun harus empat angka"),
        ("2 25 2024", "jika maksudnya 25 Februari 2024"),
        ("2024-05-02 25:00", "tidak dapat dibaca"),
        ("2024-05-02 07:60", "tidak dapat dibaca"),
        ("2/5 07:30", "tidak memuat tahun"),
        ("pada hari Senin tanggal 2 Mei 2024", "jatuh pada hari Kamis, bukan Senin"),
        ("besok", "tidak dapat dibaca"),
        ("45667", "tidak dapat dibaca"),
        ("2024-05-02 WIB", "tidak dapat dibaca"),
        ("2024-05-02\x00", "tidak dapat dibaca"),
        ("2024-05-02\x1c", "tidak dapat dibaca"),
        ("PKS No. 12/2024", "tidak dapat dibaca"),
        ("٢٠٢٤-٠٥-٠٢", "tidak dapat dibaca"),
        ("Selamanya", "tidak dapat dibaca"),
        ("(2/5/2024)", "tidak dapat dibaca"),
        ("Kamis", "tidak dapat dibaca"),
        ("", "tidak dapat dibaca"),
        ("2024-05-02" + " " * 51, "tidak dapat dibaca"),
        ("2/" * 5000, "tidak dapat dibaca"),
    ],
)
def test_anything_else_is_refused_with_a_sentence(typed: str, part: str) -> None:
    with pytest.raises(InvalidDate) as refusal:
        read_date(typed)
    assert part in str(refusal.value)
    assert str(refusal.value).startswith('Tanggal "')
    assert len(str(refusal.value)) < 300


def test_the_sentence_shows_the_input_without_its_control_characters() -> None:
    with pytest.raises(InvalidDate, match=r'^Tanggal "2␛5" '):
        read_date("2\x1b5")


@given(st.text(max_size=70))
def test_any_text_is_read_or_refused_with_a_safe_sentence(typed: str) -> None:
    sentence = ""
    try:
        assert 1945 <= read_date(typed).year <= 2150
    except InvalidDate as refusal:
        sentence = str(refusal)
    assert safe(sentence) == sentence


@given(st.integers(1, 99), st.integers(1, 99), st.sampled_from("/.-"))
def test_a_numeric_date_is_never_read_as_month_before_day(first: int, second: int, mark: str) -> None:
    try:
        day = read_date(f"{first}{mark}{second}{mark}2024")
    except InvalidDate:
        with pytest.raises(ValueError, match=r"month|day"):
            date(2024, second, first)
    else:
        assert (day.day, day.month) == (first, second)


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("besok", date(2024, 3, 1)),
        ("Kemarin", date(2024, 2, 28)),
        (" hari  ini ", date(2024, 2, 29)),
        ("lusa", date(2024, 3, 2)),
        ("akhir bulan ini", date(2024, 2, 29)),
        ("Akhir bulan", date(2024, 2, 29)),
        ("2 Mei 2024", None),
        ("akhir tahun", None),
    ],
)
def test_words_of_a_person_are_counted_from_today(typed: str, day: date | None) -> None:
    assert beside_today(typed, date(2024, 2, 29)) == day


def test_days_and_months_are_written_in_indonesian() -> None:
    assert format_date(date(2024, 5, 2)) == "2 Mei 2024"
    assert format_month(2024, 11) == "November 2024"


@pytest.mark.parametrize(
    ("typed", "last"),
    [
        ("akhir Mei 2024", date(2024, 5, 31)),
        ("Akhir bulan Februari tahun 2024.", date(2024, 2, 29)),
        ("akhir des. 2024", date(2024, 12, 31)),
        ("akhir 2024", date(2024, 12, 31)),
        ("akhir tahun 2024", date(2024, 12, 31)),
        ("akhir bulan", None),
        ("akhir bulan 2024 tahun", None),
        ("akhir Juno 2024", None),
        ("akhir 1900", None),
        ("awal Mei 2024", None),
        ("Mei 2024", None),
    ],
)
def test_the_end_of_a_month_or_year_is_its_last_day_for_what_ends(typed: str, last: date | None) -> None:
    assert read_last_day(typed) == last
