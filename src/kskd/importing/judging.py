"""What a cell says of a day: the day as ``read_day`` reads it, or the readings that it leaves open."""

from collections.abc import Callable
from typing import NamedTuple

from kskd.domain.values.days import read_day
from kskd.domain.values.grid import Cell, day_of
from kskd.errors import InvalidDate


class Judged(NamedTuple):
    """The day as it is to be typed; None where it is undecided, with the readings and why."""

    typed: str | None
    readings: tuple[str, ...] = ()
    why: str = ""


Judge = Callable[[int, int, Cell], Judged]
"""What a cell of a row and a column says of a day."""


def judge_alone(row: int, column: int, cell: Cell) -> Judged:
    """A stand-in for the court: a day only where the cell leaves nothing open, whatever its column says."""
    del row, column
    if cell.shown_as == "date" and cell.number is not None and (day := day_of(cell.number)):
        return Judged(day.isoformat())
    try:
        found = read_day(cell.text)
    except InvalidDate as error:
        return Judged(None, (), str(error))
    exact = found.exact
    is_numeric = not any(map(str.isalpha, cell.text)) and not cell.text[:4].isdigit()
    if is_numeric and exact is not None and exact.day <= 12 and exact.day != exact.month:
        swapped = exact.replace(month=exact.day, day=exact.month)
        return Judged(None, (found.words, _words(swapped.isoformat())), "urutan hari dan bulan belum pasti.")
    return Judged(found.edtf)


def _words(iso: str) -> str:
    return read_day(iso).words
