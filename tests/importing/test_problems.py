"""Problems as lines for a person: those of one kind stand together."""

from __future__ import annotations

from kskd.importing.problems import Problem, reasons, together

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


PLAIN = "tidak dapat dibaca."


def _problem(row: int, why: str = PLAIN, typed: str = "") -> Problem:
    return Problem("PKS", row, 3, "Mulai", typed, (), why)


def test_problems_that_differ_by_their_row_alone_stand_in_one_line() -> None:
    told = together([_problem(4), _problem(7), _problem(4), _problem(9, "lain.")])
    assert told == [
        f'lembar "PKS", baris 4, 7, kolom C "Mulai": {PLAIN}',
        'lembar "PKS", baris 9, kolom C "Mulai": lain.',
    ]


def test_what_was_typed_is_told_of_each() -> None:
    assert together([_problem(4, typed="a"), _problem(5, typed="b")]) == [
        f'lembar "PKS", baris 4, kolom C "Mulai": "a": {PLAIN}',
        f'lembar "PKS", baris 5, kolom C "Mulai": "b": {PLAIN}',
    ]


def test_many_rows_are_counted() -> None:
    (told,) = together(_problem(row) for row in range(1, 14))
    assert told.startswith('lembar "PKS", baris 1, 2, 3, 4, 5, 6, 7, 8, 9, 10 dan 3 lagi, kolom C')


def test_the_reasons_of_a_row_have_the_headings() -> None:
    whole = Problem("", 4, None, "", "", ("a", "b"), "mungkin sama.")
    assert (
        reasons([_problem(4), _problem(4), whole]) == f"Mulai: {PLAIN} | mungkin sama. Dapat dibaca a atau b."
    )
