"""What one cell of a column of days can mean by itself, as people type it."""

import pytest

from kskd.domain.values.grid import Cell
from kskd.importing.day_readings import DayDoubt, Form, see


@pytest.mark.parametrize(
    ("text", "concept", "day"),
    [
        ("Maret 2020", "signed", "2020-03"),
        ("14/3/2020 00:00:00", "signed", "2020-03-14"),
        ("2020-03-14 08:30", "signed", "2020-03-14"),
        ("14/03/2020 10.15 WIB", "starts", "2020-03-14"),
        ("'14/3/2020", "signed", "2020-03-14"),
        ("14/III/2020", "signed", "2020-03-14"),
        ("14-iii-2020", "signed", "2020-03-14"),
        ("Kota Umpama, 14 Maret 2020", "signed", "2020-03-14"),
        ("Umpama, 14/3/2020", "umbrella_signed", "2020-03-14"),
        ("s.d. 31 Desember 2024", "ends", "2024-12-31"),
        ("s/d 31-12-2024", "ends", "2024-12-31"),
        ("sd 31/12/2024", "umbrella_ends", "2024-12-31"),
        ("Sampai dengan tanggal 31 Desember 2024", "ends", "2024-12-31"),
        ("hingga Desember 2024", "ends", "2024-12"),
        ("TMT 14 Maret 2020", "starts", "2020-03-14"),
        ("terhitung mulai 14 Maret 2020", "starts", "2020-03-14"),
        ("per 14/3/2020", "starts", "2020-03-14"),
    ],
)
def test_what_stands_around_a_day_is_passed_over(text: str, concept: str, day: str) -> None:
    seen = see(Cell(text), concept)
    assert [one.edtf for one in seen.readings()] == [day]
    assert not seen.doubt


@pytest.mark.parametrize(
    ("text", "concept"),
    [
        ("s.d. 31 Desember 2024", "signed"),
        ("s.d. 31 Desember 2024", "starts"),
        ("TMT 14 Maret 2020", "ends"),
        ("hingga terbitnya sertifikat", "ends"),
        ("14/IIX/2020", "signed"),
        ("19 Rajab 1441 H", "signed"),
        ("14 & 15 Maret 2020", "signed"),
    ],
)
def test_what_says_that_another_day_is_meant_is_not(text: str, concept: str) -> None:
    assert see(Cell(text), concept).form is Form.NONE


@pytest.mark.parametrize(
    ("text", "doubt"),
    [
        ("Sabtu (14/3/20)", DayDoubt.SHORT_YEAR),
        ("14-03-'20", DayDoubt.SHORT_YEAR),
        ("14/3/\u201920", DayDoubt.SHORT_YEAR),
        ("14 Maret 20", DayDoubt.SHORT_YEAR),
        ("43904", DayDoubt.SERIAL),
        ("43904.0", DayDoubt.SERIAL),
        ("43904.354", DayDoubt.SERIAL),
    ],
)
def test_what_may_be_meant_otherwise_is_read_with_its_doubt(text: str, doubt: DayDoubt) -> None:
    seen = see(Cell(text))
    assert ([one.edtf for one in seen.readings()], seen.doubt) == (["2020-03-14"], doubt)


@pytest.mark.parametrize(
    "between", [" s.d. ", " s/d ", " - ", "-", " \u2013 ", "; ", "\n", " hingga ", " sampai dengan "]
)
@pytest.mark.parametrize("concept", ["signed", "starts", "ends"])
def test_two_days_in_one_cell_are_named_and_none_is_taken(between: str, concept: str) -> None:
    seen = see(Cell(f"14 Maret 2020{between}13/3/2025"), concept)
    assert seen.form is Form.NONE
    assert [one.edtf for one in seen.readings()] == ["2020-03-14", "2025-03-13"]
    assert seen.why == "Sel ini memuat dua tanggal; tulis satu dalam tiap kolom."
