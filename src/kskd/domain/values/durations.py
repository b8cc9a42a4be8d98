"""Durations as documents state them and people type them, and the day on which one ends."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from kskd.domain.values.dates import LAST_YEAR, format_date
from kskd.domain.values.days import UNKNOWN, Day
from kskd.domain.values.moving import moved
from kskd.domain.values.text import fold, quote
from kskd.errors import InvalidDate, refusal


class TermRule(StrEnum):
    """Whether n years end on the same day n years on, or on the day before."""

    SAME_DAY = "same-day"
    DAY_BEFORE = "day-before"


@dataclass(frozen=True, slots=True)
class Duration:
    """A length of time as documents state it; months are never turned into years or days."""

    years: int = 0
    months: int = 0
    days: int = 0

    def __post_init__(self) -> None:
        """Raise InvalidDate for a negative part, or when nothing is left."""
        parts = (self.years, self.months, self.days)
        if min(parts) < 0 or not any(parts):
            raise refusal("duration-not-positive")

    def __str__(self) -> str:
        """Return the duration as ``read_duration`` reads it: "1 tahun 6 bulan"."""
        parts = ((self.years, "tahun"), (self.months, "bulan"), (self.days, "hari"))
        return " ".join(f"{count} {unit}" for count, unit in parts if count)


def read_duration(text: str) -> Duration:
    """Return a duration such as "5 tahun", "5 (lima) tahun", "Lima (5) Tahun" or "1 tahun 6 bulan".

    Read are also "2 thn", "6 bln", "30 hr", "3 years", "setahun", "sebulan"; a part of a year is read
    where it is whole months ("1,5 tahun", "1.25 tahun"), and a week is 7 days. Raises InvalidDate for vague
    texts ("terlampir", "0"), for a figure without its unit, for anything beside the duration, and for a
    figure and a word that disagree.
    """
    typed = fold(text).lower().removesuffix(".") if len(text) <= 100 else ""
    typed = re.sub(r"\bse(tahun|bulan)\b", r"1 \1", typed)
    counts: dict[str, int] = {}
    tokens: list[str] = []
    for token in re.findall(_PIECE, typed):
        unit = _UNITS.get(token.removesuffix("."))
        if unit is None:
            tokens.append(token)
            continue
        if counts and tokens[:1] == ["dan"]:
            del tokens[0]
        if unit == "tahun" and (part := re.fullmatch(_PART, " ".join(tokens))) and "bulan" not in counts:
            counts["bulan"], rest = divmod(12 * int(part[2].ljust(2, "0")), 100)
            tokens = [*tokens, part[1]] if rest else [part[1]]
        count = _count(tokens, text)
        if count is None or unit in counts:
            raise refusal("duration-unclear", text=quote(text))
        counts[unit] = count
        tokens = []
    if not counts and (count := _count(tokens, text)):
        readings = f"{count} tahun atau {count} bulan"
        raise refusal("duration-without-unit", text=quote(text), readings=readings)
    if tokens or not any(counts.values()):
        raise refusal("duration-unclear", text=quote(text))
    days = counts.get("hari", 0) + 7 * counts.get("minggu", 0)
    return Duration(counts.get("tahun", 0), counts.get("bulan", 0), days)


def units_in(text: str) -> set[str]:
    """The units of time that a heading names, as ``tahun`` of "Masa (th)"."""
    return {_UNITS[word] for word in re.findall(r"[a-z]+", text.casefold()) if word in _UNITS}


def end_of(start: date, duration: Duration, rule: TermRule) -> date:
    """Return the last day of a duration that begins on ``start``.

    Raises InvalidDate beyond the last year that the registry takes.
    """
    days = duration.days - (rule is TermRule.DAY_BEFORE)
    end = moved(start, years=duration.years, months=duration.months, days=days)
    if end.year > LAST_YEAR:
        raise refusal("duration-too-long", duration=duration, start=format_date(start), last=LAST_YEAR)
    return end


def partial_end_of(start: Day, duration: Duration, rule: TermRule) -> Day | None:
    """As ``end_of``; of a start known in part the year or month in which the duration ends.

    None where the end cannot be told so: of days beside a month, of months beside a year, and of a start of
    which nothing is known. With ``DAY_BEFORE`` what began on the first day ends one day before it.
    """
    if start.exact is not None:
        return Day.of(end_of(start.exact, duration, rule))
    months = 12 * duration.years + duration.months
    knows_month = "-" in start.edtf
    if start.edtf == UNKNOWN or duration.days or (months % 12 and not knows_month):
        return None
    end = end_of(start.earliest, duration, TermRule.SAME_DAY).isoformat()
    return Day.parse(end[: len(start.edtf)])


def duration_agrees(start: date, duration: Duration, ends_on: date) -> bool:
    """Whether an end date and a duration, both typed, say the same.

    A difference of up to n + 1 days for n whole years is normal: registers end on the same day, on the
    day before, or after n times 365 days.
    """
    try:
        expected = end_of(start, duration, TermRule.SAME_DAY)
    except InvalidDate:
        return False
    years = duration.years + duration.months // 12
    return abs((ends_on - expected).days) <= years + 1


def notice_day(end: date, notice: str) -> date:
    """The last day on which a party may say that a term is not to go on after its end."""
    length = read_duration(notice)
    return moved(end, years=-length.years, months=-length.months, days=-length.days)


def ends_from(first: date, every: str) -> Iterator[date]:
    """The first end, then the end of each renewal, as far as the calendar of the registry goes.

    Each is counted from the first, so that no short month moves the following ones.
    """
    length, end, times = read_duration(every), first, 0
    while end.year <= LAST_YEAR:
        yield end
        times += 1
        end = moved(first, years=times * length.years, months=times * length.months, days=times * length.days)


def coming_end(first: date, every: str, day: date) -> date | None:
    """The end at which the term that runs on a day is over or renewed; None beyond the calendar."""
    return next((end for end in ends_from(first, every) if end >= day), None)


_UNITS = {
    "tahun": "tahun",
    "thn": "tahun",
    "th": "tahun",
    "bulan": "bulan",
    "bln": "bulan",
    "bl": "bulan",
    "minggu": "minggu",
    "hari": "hari",
    "hr": "hari",
    "year": "tahun",
    "years": "tahun",
    "month": "bulan",
    "months": "bulan",
    "week": "minggu",
    "weeks": "minggu",
    "day": "hari",
    "days": "hari",
}
_PART = r"([0-9]+)[,.]([0-9]{1,2})"
_PIECE = r"[0-9]+(?:[,.][0-9]{1,2}(?![0-9]))?|(?:thn|th|bln|bl|hr)\.|[a-z]+|[^ ]"
_DIGIT_WORDS = ("", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan")


def _count(tokens: list[str], text: str) -> int | None:
    """Return the count before a unit, None when there is none, and refuse a bracket that disagrees."""
    if "(" not in tokens:
        return _figure(tokens)
    opening = tokens.index("(")
    outer, inner = _figure(tokens[:opening]), _figure(tokens[opening + 1 : -1])
    if tokens[-1] != ")" or outer is None or inner is None:
        return None
    if outer != inner:
        raise refusal("duration-contradicts-itself", text=quote(text), outer=outer, inner=inner)
    return outer


def _figure(tokens: list[str]) -> int | None:
    word = "".join(tokens)
    if re.fullmatch(r"[0-9]{1,5}", word):
        return int(word) if len(tokens) == 1 else None
    return next((number for number in range(1, 101) if _spelled(number) == word), None)


def _spelled(number: int) -> str:
    """Return the number word for 1 to 100 without its spaces, which people set as they like."""
    tens, units = divmod(number, 10)
    if number in {10, 11, 100}:
        return {10: "sepuluh", 11: "sebelas", 100: "seratus"}[number]
    if tens == 1:
        return f"{_DIGIT_WORDS[units]}belas"
    return f"{_DIGIT_WORDS[tens]}puluh{_DIGIT_WORDS[units]}" if tens else _DIGIT_WORDS[units]
