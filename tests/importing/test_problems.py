"""Problems as lines for a person: those of one kind stand together."""

from __future__ import annotations

from kskd.importing.problems import Problem, together

WHY = "Tulis bulannya dengan kata, misalnya {}."


def _day(row: int, typed: str, *readings: str, column: int = 5) -> Problem:
    return Problem("PKS", row, column, "Tgl", typed, readings, WHY.format(readings[0]))


def test_days_of_a_column_that_may_be_read_in_two_ways_are_one_line() -> None:
    days = (
        _day(3, "5/4/2024", "5 April 2024", "4 Mei 2024"),
        _day(4, "6/4/2024", "6 April 2024", "4 Juni 2024"),
        _day(5, "6/4/2024", "6 April 2024", "4 Juni 2024"),
    )
    other = _day(3, "5/4/2024", "5 April 2024", "4 Mei 2024", column=6)
    assert together((*days, other)) == [
        'lembar "PKS", baris 3, 4, 5, kolom E "Tgl": "5/4/2024" dan 1 lainnya: Tulis bulannya dengan kata,'
        " misalnya 5 April 2024. Dapat dibaca 5 April 2024 atau 4 Mei 2024.",
        f"{other}",
    ]


def test_others_stand_together_only_where_all_but_their_row_is_the_same() -> None:
    one = Problem("", 3, 9, "OPD", "Dinas Tiada", ("Dinas Ada",), "belum tercatat.")
    assert together((one, one._replace(row=7), one._replace(typed="Dinas Lain"), one)) == [
        'baris 3, 7, kolom I "OPD": "Dinas Tiada": belum tercatat. Dapat dibaca Dinas Ada.',
        'baris 3, kolom I "OPD": "Dinas Lain": belum tercatat. Dapat dibaca Dinas Ada.',
    ]
