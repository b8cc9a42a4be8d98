"""What one cell of a column of days can mean by itself: every reading it has, before anything is judged.

A cell has at most two readings, in the two orders of its kind; the first of these is the one expected where
nothing speaks against it. Nothing is chosen here, save by the weekday that stands in the cell itself.
"""

import re
from datetime import date
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from kskd.domain.values.dates import (
    FIRST_YEAR,
    LAST_YEAR,
    ROMAN,
    WEEKDAYS,
    read_last_day,
    read_month_name,
    undressed,
)
from kskd.domain.values.days import Day, read_day
from kskd.domain.values.grid import Cell, day_of
from kskd.domain.values.text import fold, quote, says_nothing
from kskd.errors import InvalidDate
from kskd.importing.spelled_days import read_spelled


class Order(StrEnum):
    """The ways in which day and month are read; the values are words, and what a rules file says."""

    DAY_FIRST = "hari/bulan"
    MONTH_FIRST = "bulan/hari"
    YEAR_MONTH = "tahun/bulan/hari"
    YEAR_DAY = "tahun/hari/bulan"
    AS_SHOWN = "seperti tertulis"
    SWAPPED = "hari dan bulan tertukar"


class Kind(StrEnum):
    """Cells whose order is decided together; the values name them in sentences."""

    SLASHED = "teks"
    YEAR_FIRST = "teks bertahun di depan"
    SHOWN = "sel tanggal"
    """What a spreadsheet keeps as a day, and ISO, as which programs write it: a locale may have swapped
    it."""
    WORDS = "kata"


ORDERS = {
    Kind.SLASHED: (Order.DAY_FIRST, Order.MONTH_FIRST),
    Kind.YEAR_FIRST: (Order.YEAR_MONTH, Order.YEAR_DAY),
    Kind.SHOWN: (Order.AS_SHOWN, Order.SWAPPED),
    Kind.WORDS: (Order.AS_SHOWN, Order.AS_SHOWN),
}


class Form(StrEnum):
    """How much a cell says."""

    EMPTY = "empty"
    NONE = "none"
    SURE = "sure"
    """In words, or in part: one reading in whatever order."""
    ONE = "one"
    """In figures of which the calendar, or the weekday, leaves one order."""
    SAME = "same"
    """In figures that give the same day in both orders."""
    TWO = "two"


class DayDoubt(StrEnum):
    """Why a reading may not be what was meant, and so needs a witness of its own; the values are
    sentences."""

    SHORT_YEAR = "tahunnya hanya dua angka"
    TYPING = "salah ketik"
    NO_YEAR = "tahunnya tidak tertulis"
    SERIAL = "bilangan urut spreadsheet, bukan tanggal"
    ODD = "tahunnya tidak lazim"


USUAL = range(1970, 2101)
"""Years in which documents begin and end: others are typing errors as often as not."""

Days = tuple[Day | None, Day | None]


class Seen(NamedTuple):
    """What a cell says: its readings by the orders of its kind, and what is to be held against them.

    ``by_weekday`` says that the weekday left one order of two; ``rival`` is a reading in no order of the
    kind; ``figures`` and ``weekday`` are of a day without a year; ``why`` says why nothing can be read, and
    ``stated`` what was struck out for that reason.
    """

    form: Form
    kind: Kind = Kind.WORDS
    days: Days = (None, None)
    doubt: DayDoubt | None = None
    weekday: int | None = None
    by_weekday: bool = False
    rival: Day | None = None
    figures: tuple[int, int] | None = None
    stated: tuple[Day, ...] = ()
    why: str = ""

    @property
    def only(self) -> int:
        """The order of the one reading that there is, 0 or 1."""
        return 0 if self.days[0] else 1

    @property
    def certain(self) -> date | None:
        """The one day that it can be, whatever the column says."""
        day = None if self.doubt or self.form in {Form.TWO, Form.NONE} else self.days[self.only]
        return day and day.exact

    def readings(self) -> tuple[Day, ...]:
        """All that the cell may mean, each once."""
        told = (*self.days, self.rival) if any(self.days) else self.stated
        return tuple(dict.fromkeys(day for day in told if day))

    def in_year(self, year: int) -> "Seen":
        """What is typed without a year, read in one."""
        if self.figures is None:
            return self
        return _in_figures(*self.figures, year, self)


_SEPARATED = r"([0-9]{1,2})(?: ?[/.-] ?| )([0-9]{1,2})(?: ?[/.-] ?| )([0-9]{4}|'?[0-9]{2})"
_TYPING = r"([0-9]{1,2})[/.-]+([0-9]{1,2})[/.-]*([0-9]{4})"  # a sign too few or too many
_YEAR_FIRST = r"([0-9]{4})([/.-])([0-9]{1,2})\2([0-9]{1,2})"
_COMPACT = r"((?:19|20)[0-9]{2})([0-9]{2})([0-9]{2})"
_NAMED_SHORT = r"([0-9]{1,2})[ -]([a-z]+)\.?[ -]([0-9]{2})"
_NO_YEAR = r"([0-9]{1,2})(?: ?[/.-] ?([0-9]{1,2})|[ -]([a-z]+)\.?)"
_ROMAN = r"([0-9]{1,2})([ /.-])([ivx]+)\2([0-9]{4})"
_BEFORE = {
    "ends": r"(?:berlaku )?(?:s\.? ?[d/]\.? ?d?\.?|sampai(?: dengan)?|hingga)",
    "starts": r"(?:berlaku |terhitung )?(?:tmt\.?|per|sejak|mulai(?: dari)?|terhitung)",
}
"""What may stand before an end and before a start, in small letters."""
_CITY = r"(?:di )?[a-z][a-z. ]{2,30}, (?=[0-9])"
_BETWEEN = r" ?(?:\bs\.? ?[d/]\.? ?d?\.?|\bsampai(?: dengan)?\b|\bhingga\b|[-\u2013;&\n]|\bdan\b) ?"
_ZEROS = r"[0/.: -]*0[0/.: -]*"


def see(cell: Cell, concept: str = "", *, from_1904: bool = False) -> Seen:
    """The readings of a cell, whatever it holds, in a column of that concept."""
    if cell.fault is not None:
        return Seen(Form.NONE, why=cell.fault)
    if cell.number is not None:
        return _number(cell.number, cell.shown_as, from_1904)
    if concept == "ends" and (last := read_last_day(cell.text)):
        return Seen(Form.SURE, days=(Day.of(last), None))
    return _text(cell.text, _BEFORE.get(concept.removeprefix("umbrella_"), ""))


@lru_cache(maxsize=8192)  # a sheet of any size has few different days
def _number(number: float, shown_as: str, from_1904: bool) -> Seen:
    if number == 0:
        return Seen(Form.EMPTY)
    if shown_as == "date":
        if day := day_of(number, from_1904=from_1904):
            return _in_figures(day.month, day.day, day.year, Seen(Form.TWO, Kind.SHOWN))
        return Seen(Form.NONE, why="Sel tanggal ini tidak memuat hari yang ada dalam kalender.")
    if shown_as or number != int(number):
        return Seen(Form.NONE, why="Sel ini memuat bilangan, bukan tanggal.")
    return _bare(str(int(number)), from_1904) or Seen(
        Form.NONE, why="Sel ini memuat bilangan, bukan tanggal."
    )


def _bare(digits: str, from_1904: bool = False) -> Seen | None:
    """A number alone: a year, the number by which a spreadsheet counts days, or a day without its signs."""
    if re.fullmatch(r"[0-9]{4}", digits) and FIRST_YEAR <= int(digits) <= LAST_YEAR:
        odd = None if int(digits) in USUAL else DayDoubt.ODD
        return Seen(Form.SURE, days=(Day.parse(digits), None), doubt=odd)
    if re.fullmatch(r"[0-9]{5}", digits) and (day := day_of(int(digits), from_1904=from_1904)):
        read = _in_figures(day.month, day.day, day.year, Seen(Form.TWO, Kind.SHOWN))
        return read._replace(doubt=DayDoubt.SERIAL)
    if found := re.fullmatch(_COMPACT, digits):
        year, month, day_ = map(int, found.groups())
        if any(two := _both(month, day_, year)):
            return _formed(Seen(Form.TWO, Kind.YEAR_FIRST, two, DayDoubt.TYPING))
    return None


@lru_cache(maxsize=8192)
def _text(text: str, before: str) -> Seen:
    if says_nothing(text) or re.fullmatch(_ZEROS, fold(text)):
        return Seen(Form.EMPTY)
    if spelled := read_spelled(text):
        day = _day(spelled.year, spelled.month, spelled.day)
        sure = Seen(Form.SURE, days=(day, None), weekday=spelled.weekday)
        return _by_weekday(sure) if day else Seen(Form.NONE, why=f"{quote(text)} tidak ada dalam kalender.")
    try:
        typed, weekday = undressed(_bared(text, before))
    except InvalidDate as error:
        return _two_days(text) or Seen(Form.NONE, why=str(error))
    seen = _figures(typed, weekday) or _words(typed, weekday, text)
    return (_two_days(text) or seen) if seen.form is Form.NONE and not seen.doubt else seen


def _bared(text: str, before: str) -> str:
    """A text without what only says what day it is: "s.d.", "TMT", the city of a letter, an apostrophe."""
    typed = fold(text).lower().lstrip("'\u2019")
    if before:
        typed = re.sub(rf"^{before}(?: ?(?=[0-9])| (?=[a-z]))", "", typed)
    city = re.match(_CITY, typed)
    if city and not re.match(rf"(?:hari )?(?:{'|'.join(WEEKDAYS)}|jum'at|ahad)\b", typed, re.IGNORECASE):
        return typed[city.end() :]
    return typed if typed != fold(text).lower() else text


def _two_days(text: str) -> Seen | None:
    """Two days in one cell, of which nobody can tell which is meant here."""
    folded = text.strip().lower() if len(text) <= 120 else ""
    for found in re.finditer(_BETWEEN, folded):
        parts = [folded[: found.start()], folded[found.end() :]]
        both = [_text(part, "") for part in parts if re.search("[0-9]{4}", part)]
        if len(both) == 2 and all(one.readings() for one in both):
            days = tuple(dict.fromkeys(day for one in both for day in one.readings()))
            return Seen(
                Form.NONE, stated=days, why="Sel ini memuat dua tanggal; tulis satu dalam tiap kolom."
            )
    return None


def _figures(typed: str, weekday: int | None) -> Seen | None:
    """What is typed in figures alone; None for all else."""
    base = Seen(Form.TWO, Kind.SLASHED, weekday=weekday)
    if found := re.fullmatch(_YEAR_FIRST, typed):
        year, sign, month, day = found.groups()
        iso = len(month) == len(day) == 2 and sign != "."
        kind = Kind.SHOWN if iso else Kind.YEAR_FIRST
        return _in_figures(int(month), int(day), int(year), base._replace(kind=kind))
    if found := re.fullmatch(_SEPARATED, typed):
        first, second, year = found.groups()
        if len(year) == 4:
            return _in_figures(int(second), int(first), int(year), base)
        rival = None if year[0] == "'" else _rival(first, second, year, weekday)
        short = base._replace(doubt=DayDoubt.SHORT_YEAR, rival=rival)
        return _in_figures(int(second), int(first), 2000 + int(year[-2:]), short)
    if found := re.fullmatch(_TYPING, typed):
        base = base._replace(doubt=DayDoubt.TYPING)
        return _in_figures(int(found[2]), int(found[1]), int(found[3]), base)
    if (found := re.fullmatch(_NO_YEAR, typed)) and found[2]:
        return base._replace(form=Form.NONE, doubt=DayDoubt.NO_YEAR, figures=(int(found[2]), int(found[1])))
    return _bare(re.sub(r"^([0-9]{5})\.[0-9]+$", r"\1", typed))


def _words(typed: str, weekday: int | None, text: str) -> Seen:
    """What has the month in words, or is known in part."""
    if (found := re.fullmatch(_NAMED_SHORT, typed)) and (month := read_month_name(found[2])):
        day = _day(2000 + int(found[3]), month, int(found[1]))
        sure = Seen(Form.SURE, days=(day, None), doubt=DayDoubt.SHORT_YEAR, weekday=weekday)
        return _by_weekday(sure) if day else Seen(Form.NONE, why=f"{quote(text)} tidak ada dalam kalender.")
    if (found := re.fullmatch(_ROMAN, typed)) and found[3].upper() in ROMAN:
        sure = Seen(Form.SURE, weekday=weekday)
        return _in_figures(ROMAN.index(found[3].upper()) + 1, int(found[1]), int(found[4]), sure)
    if (found := re.fullmatch(_NO_YEAR, typed)) and found[3] and (month := read_month_name(found[3])):
        figures = (month, int(found[1]))
        return Seen(Form.NONE, Kind.WORDS, doubt=DayDoubt.NO_YEAR, weekday=weekday, figures=figures)
    try:
        return _by_weekday(Seen(Form.SURE, days=(read_day(typed), None), weekday=weekday))
    except InvalidDate as error:
        return Seen(Form.NONE, why=str(error).replace(quote(typed), quote(text)))


def _in_figures(month: int, day: int, year: int, base: Seen) -> Seen:
    """Both readings, the first as the arguments are named."""
    two = _both(month, day, year)
    if base.kind is Kind.WORDS:
        two = (two[0], None)
    if base.kind is Kind.SHOWN and two[0] is None:  # no program writes such a day
        base = base._replace(kind=Kind.YEAR_FIRST)
    odd = None if year in USUAL else DayDoubt.ODD
    return _formed(base._replace(days=two, doubt=base.doubt or odd))


def _formed(seen: Seen) -> Seen:
    """With the form that the readings give; the weekday strikes those out on which it does not fall."""
    if not any(seen.days):
        return seen._replace(form=Form.NONE, why="Hari ini tidak ada dalam kalender.")
    seen = _by_weekday(seen)
    first, second = seen.days
    if seen.form is Form.NONE:
        return seen
    if seen.kind is Kind.WORDS:
        return seen._replace(form=Form.SURE)
    form = Form.SAME if first == second else Form.TWO if first and second else Form.ONE
    return seen._replace(form=form)


def _by_weekday(seen: Seen) -> Seen:
    if seen.weekday is None:
        return seen
    kept = tuple(day if day and _falls(day, seen.weekday) else None for day in seen.days)
    if not any(kept):
        told = tuple(dict.fromkeys(day for day in seen.days if day))
        falls = ", ".join(f"{day.words} hari {WEEKDAYS[day.exact.weekday()]}" for day in told if day.exact)
        why = f"Tertulis hari {WEEKDAYS[seen.weekday]}, padahal {falls}."
        return seen._replace(form=Form.NONE, days=(None, None), stated=told, why=why)
    return seen._replace(days=(kept[0], kept[1]), by_weekday=kept != seen.days)


def _falls(day: Day, weekday: int) -> bool:
    return day.exact is None or day.exact.weekday() == weekday


def _rival(first: str, second: str, year: str, weekday: int | None) -> Day | None:
    """What is typed with a year of two figures, read with the year first."""
    day = _day(2000 + int(first), int(second), int(year))
    return day if day and (weekday is None or _falls(day, weekday)) else None


def _both(month: int, day: int, year: int) -> Days:
    return _day(year, month, day), _day(year, day, month)


def _day(year: int, month: int, day: int) -> Day | None:
    try:
        return Day.of(date(year, month, day)) if FIRST_YEAR <= year <= LAST_YEAR else None
    except ValueError:
        return None
