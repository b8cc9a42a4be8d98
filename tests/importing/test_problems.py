"""Problems as a person is told them."""

from __future__ import annotations

from kskd.importing.problems import Problem, reasons, together

WHY = "tidak dapat dibaca."


def _problem(row: int, why: str = WHY, typed: str = "") -> Problem:
    return Problem("PKS", row, 3, "Mulai", typed, (), why)


def test_problems_that_differ_by_their_row_alone_stand_in_one_line() -> None:
    told = together([_problem(4), _problem(7), _problem(4), _problem(9, "lain.")])
    assert told == [
        f'lembar "PKS", baris 4, 7, kolom C "Mulai": {WHY}',
        'lembar "PKS", baris 9, kolom C "Mulai": lain.',
    ]


def test_what_was_typed_is_told_of_each() -> None:
    assert together([_problem(4, typed="a"), _problem(5, typed="b")]) == [
        f'lembar "PKS", baris 4, kolom C "Mulai": "a": {WHY}',
        f'lembar "PKS", baris 5, kolom C "Mulai": "b": {WHY}',
    ]


def test_many_rows_are_counted() -> None:
    (told,) = together(_problem(row) for row in range(1, 14))
    assert told.startswith('lembar "PKS", baris 1, 2, 3, 4, 5, 6, 7, 8, 9, 10 dan 3 lagi, kolom C')


def test_the_reasons_of_a_row_have_the_headings() -> None:
    whole = Problem("", 4, None, "", "", ("a", "b"), "mungkin sama.")
    assert (
        reasons([_problem(4), _problem(4), whole]) == f"Mulai: {WHY} | mungkin sama. Dapat dibaca a atau b."
    )
