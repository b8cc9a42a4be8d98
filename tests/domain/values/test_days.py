"""Days known in part: their texts, the days that they may be, their words, their order."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kskd.domain.values.dates import format_date
from kskd.domain.values.days import FIRST_DAY, LAST_DAY, UNKNOWN, Day, read_day
from kskd.errors import InvalidDate

DATES = st.dates(date(1945, 1, 1), date(2150, 12, 31))
DAYS = st.one_of(
    DATES.map(Day.of),
    DATES.map(lambda day: Day.parse(f"{day:%Y-%m}")),
    DATES.map(lambda day: Day.parse(f"{day:%Y}")),
    st.just(Day.parse(UNKNOWN)),
)


@pytest.mark.parametrize(
    ("edtf", "earliest", "latest", "words"),
    [
        ("2014", date(2014, 1, 1), date(2014, 12, 31), "2014"),
        ("2014-05", date(2014, 5, 1), date(2014, 5, 31), "Mei 2014"),
        ("2014-12", date(2014, 12, 1), date(2014, 12, 31), "Desember 2014"),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29), "Februari 2024"),
        ("2023-02", date(2023, 2, 1), date(2023, 2, 28), "Februari 2023"),
        ("2014-05-02", date(2014, 5, 2), date(2014, 5, 2), "2 Mei 2014"),
        ("XXXX", date(1945, 1, 1), date(2150, 12, 31), "tanggal tidak diketahui"),
    ],
)
def test_a_text_names_the_days_it_may_be_and_its_words(
    edtf: str, earliest: date, latest: date, words: str
) -> None:
    day = Day.parse(edtf)
    assert (day.earliest, day.latest, day.words) == (earliest, latest, words)
    assert str(day) == f"{day}" == edtf
    assert day.exact == (earliest if earliest == latest else None)


NO_DAYS = (
    "14 2014- 2014-13 2014-00 2014-5 2014-02-30 2023-02-29 2014-05-2 20140502 2014-W18-5 0000 0000-05"
    " xxxx 201X 2014-XX XXXX-05 2014? 2014~ 2014/2015 ٢٠١٤"
)


@pytest.mark.parametrize("edtf", [*NO_DAYS.split(), "", " 2014", "2014\n", "2 Mei 2014"])
def test_any_other_text_is_refused_and_the_four_forms_are_named(edtf: str) -> None:
    with pytest.raises(InvalidDate) as refusal:
        Day.parse(edtf)
    assert all(form in str(refusal.value) for form in ("(2014)", "2014-05)", "2014-05-02", "XXXX"))


TYPED = {
    "2014": "2014|tahun 2014|Tahun 2014.|thn. 2014|th 2014|pada tahun 2014",
    "2014-05": "2014-05|2014/05|2014-5|05/2014|5-2014|05.2014|5 / 2014|Mei 2014|MEI-2014|Mei, 2014",
    "2014-08": "bulan Agustus tahun 2014|Agst 2014|agustus 2014|Ag. 2014",
    "2014-05-02": "2014-05-02|2/5/2014|Jumat, 2 Mei 2014",
    "XXXX": "XXXX|xxxx|tidak-diketahui|Tidak diketahui",
    "2004-05": "2004-05|05/2004",
}


@pytest.mark.parametrize(
    ("edtf", "typed"), [(edtf, one) for edtf, all_ in TYPED.items() for one in all_.split("|")]
)
def test_a_day_is_read_as_far_as_it_was_typed(edtf: str, typed: str) -> None:
    assert str(read_day(typed)) == edtf


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("2014/2015", "dapat berarti 2014 atau 2015"),
        ("2013-14", "dapat berarti 2013 atau 2014"),
        ("2004/05", "dapat berarti Mei 2004, 2004 atau 2005"),
        ("Mei 14", "tahun harus empat angka"),
        ("05/14", "tidak memuat tahun"),
        ("2014-13", "tidak ada dalam kalender"),
        ("1900", "di luar 1945–2150"),
        ("awal 2014", "tidak dapat dibaca; yang dikenal ialah tahun (2014), bulan (2014-05)"),
        ("201X", "yang dikenal ialah tahun (2014), bulan (2014-05)"),
        ("20XX", "yang dikenal ialah tahun (2014), bulan (2014-05)"),
        ("awal Mei 2014", "yang dikenal ialah tahun (2014), bulan (2014-05)"),
        ("akhir Mei 2014", "dapat berarti 31 Mei 2014 atau Mei 2014"),
        ("Juno 2014", "tidak dapat dibaca"),
        ("2014?", "tidak dapat dibaca"),
        ("201405", "tidak dapat dibaca"),
        ("٢٠١٤", "tidak dapat dibaca"),
        ("", "tidak dapat dibaca"),
    ],
)
def test_what_cannot_be_told_apart_is_refused_with_its_readings(typed: str, said: str) -> None:
    with pytest.raises(InvalidDate) as refusal:
        read_day(typed)
    assert said in " ".join(str(refusal.value).split())


@given(DAYS)
def test_its_words_and_its_text_are_read_as_the_same_day(day: Day) -> None:
    assert read_day(str(day)) == day
    assert day.edtf == UNKNOWN or read_day(day.words) == day


@given(DAYS)
def test_a_text_is_read_back_as_the_same_day(day: Day) -> None:
    assert Day.parse(str(day)) == day
    assert hash(Day.parse(str(day))) == hash(day)


@given(DATES)
def test_an_exact_day_is_that_day_in_every_way(day: date) -> None:
    known = Day.of(day)
    assert (known.earliest, known.latest, known.exact) == (day, day, day)
    assert known == Day.parse(day.isoformat())
    assert known.words == format_date(day)
    assert known.between(date.min, date.max) == (day, day)


@given(DAYS, DATES)
def test_a_day_in_part_holds_every_day_of_its_text_and_no_other(day: Day, other: date) -> None:
    assert (day.earliest <= other <= day.latest) == (
        str(day) == UNKNOWN or other.isoformat().startswith(str(day))
    )


@given(st.lists(DAYS))
def test_the_order_is_that_of_the_texts(days: list[Day]) -> None:
    assert [str(day) for day in sorted(days)] == sorted(map(str, days))


@given(DAYS, DAYS)
def test_what_is_wholly_earlier_comes_first(one: Day, other: Day) -> None:
    if one.latest < other.earliest:
        assert one < other
    if UNKNOWN not in (str(one), str(other)):
        assert (one.earliest <= other.earliest) or one > other


@given(DAYS, DATES, st.integers(0, 9999))
def test_only_a_day_of_which_nothing_is_known_takes_the_bounds_of_its_reader(
    day: Day, first: date, length: int
) -> None:
    last = first + timedelta(days=length)
    own = (day.earliest, day.latest)
    assert day.between(first, last) == ((first, last) if str(day) == UNKNOWN else own)
    assert day.between(FIRST_DAY, LAST_DAY) == own


def test_a_day_cannot_be_changed() -> None:
    with pytest.raises(AttributeError):
        Day.parse("2014").edtf = "2015"  # type: ignore[misc]
