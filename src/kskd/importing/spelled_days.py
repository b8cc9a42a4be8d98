"""Days whose figures are words, as the opening sentence of a document has them."""

import re
from typing import NamedTuple

from kskd.domain.values.dates import WEEKDAYS, read_month_name
from kskd.domain.values.text import fold

_UNITS = ("se", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan")
_FIGURES = {word: max(figure, 1) for figure, word in enumerate(_UNITS)}
_TIMES = {"puluh": 10, "ratus": 100}
_JOINED = r"(?<=[a-z])(puluh|belas|ratus|ribu)\b"
_WEEKDAYS = {name.lower(): number for number, name in enumerate(WEEKDAYS)} | {"jum'at": 4, "ahad": 6}
_OPENING = r"^(?:pada )?(?:hari )?(?:ini,? )?"
_YEAR = r"(?P<year>(?:se|satu |dua )ribu[a-z ]*)"
_SPELLED = rf"(?:tanggal )?(?P<day>[a-z ]+?) (?:bulan )?(?P<month>[a-z]+),? (?:tahun )?{_YEAR}"


class SpelledDay(NamedTuple):
    """A day in figures, and the weekday, Monday 0, where one stands before it."""

    year: int
    month: int
    day: int
    weekday: int | None


def read_spelled(text: str) -> SpelledDay | None:
    """The day of "Senin tanggal empat bulan Januari tahun dua ribu enam belas"; None of all else."""
    typed = fold(text).lower().removesuffix(".") if len(text) <= 120 else ""
    typed = re.sub(_OPENING, "", typed)
    first, _, rest = typed.partition(" ")
    weekday = _WEEKDAYS.get(first.removesuffix(","))
    found = re.fullmatch(_SPELLED, typed if weekday is None else rest)
    if found is None:
        return None
    day, month, year = _number(found["day"]), read_month_name(found["month"]), _number(found["year"])
    if day is None or month is None or year is None:
        return None
    return SpelledDay(year, month, day, weekday)


def _number(words: str) -> int | None:
    """The number below 10.000 that the words spell; None where they spell none."""
    total, figure = 0, 0
    for word in re.sub(_JOINED, r" \1", words).split():
        if word in _FIGURES and not figure:
            figure = _FIGURES[word]
        elif word in _TIMES and figure:
            total, figure = total + figure * _TIMES[word], 0
        elif word == "belas" and figure:
            total, figure = total + 10 + figure, 0
        elif word == "ribu" and figure and not total:
            total, figure = figure * 1000, 0
        else:
            return None
    return total + figure or None
