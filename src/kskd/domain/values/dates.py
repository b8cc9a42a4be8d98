"""Reading dates as Indonesian offices type them, and writing them; nothing is guessed.

Day always comes before month. What can be read in two ways, or not at all, is refused with a sentence.
"""

import re
from datetime import date, timedelta

from kskd.domain.values.text import fold, quote
from kskd.errors import KskdError, refusal

FIRST_YEAR, LAST_YEAR = 1945, 2150

ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
MONTHS = (
    "Januari",
    "Februari",
    "Maret",
    "April",
    "Mei",
    "Juni",
    "Juli",
    "Agustus",
    "September",
    "Oktober",
    "November",
    "Desember",
)
WEEKDAYS = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")

_MONTH_VARIANTS = (
    "jan djanuari january",
    "feb peb pebruari febuari pebuari february",
    "mar mrt march",
    "apr",
    "may",
    "jun djuni june",
    "jul djuli july",
    "agu agt agust ags agst ag aug august",
    "sep sept",
    "okt oct october",
    "nov nop nopember",
    "des dec december",
)
_MISSPELT = r"(?i)\b(?:febuari|pebuari)\b"  # read all the same, and told
_APOSTROPHES = str.maketrans("`\u00b4\u2018\u2019", "'" * 4)
_MONTH_WORDS = {
    word: number
    for number, (name, variants) in enumerate(zip(MONTHS, _MONTH_VARIANTS, strict=True), 1)
    for word in (name.lower(), *variants.split())
}
_WEEKDAY_VARIANTS = (
    "monday mon",
    "tuesday tue",
    "wednesday wed",
    "thursday thu",
    "friday fri jum'at",
    "saturday sat",
    "sunday sun ahad",
)
_WEEKDAY_WORDS = {
    word: number
    for number, (name, variants) in enumerate(zip(WEEKDAYS, _WEEKDAY_VARIANTS, strict=True))
    for word in (name.lower(), *variants.split())
}

ISO = r"([0-9]{4})-([0-9]{2})-([0-9]{2})"
_ISO_SLASHED = r"([0-9]{4})/([0-9]{2})/([0-9]{2})"
_YEAR_FIRST = r"([0-9]{4})([/.-])([0-9]{1,2})\2([0-9]{1,2})"
_NUMERIC = r"([0-9]{1,2})(?: ?([/.-]) ?| )([0-9]{1,2})(?(2) ?\2 ?| )([0-9]+)"
_NAMED = r"([0-9]{1,2})(?:st|nd|rd|th)?([ -])(?:(?<= )bulan )?([a-z]+)[.,]?\2(?:(?<= )tahun )?([0-9]+)"
_MONTH_FIRST = (
    r"([a-z]+)\.? ([0-9]{1,2})(?:st|nd|rd|th)?,? ([0-9]+)"  # by its word, so that nothing is in doubt
)
_END_OF = r"akhir (?:bulan )?(?:([a-z]+)\.? )??(?:tahun )?([0-9]{4})"
_NO_YEAR = r"[0-9]{1,2}(?:[/.-][0-9]{1,2}|[ -]([a-z]+)\.?)"
_WEEKDAY = r"(?:pada )?(?:hari (?:ini,? )?)?([a-z']+)(?:, ?| |(?=\())"
_LABEL = r"(?:(?:pada )?tanggal |tgl(?: |\. ?))(?=[0-9])"
_TIME = (
    r"(?:t|,? (?:pukul |jam )?)(?:[01]?[0-9]|2[0-4])[:.][0-5][0-9](?:[:.][0-5][0-9](?:[.,][0-9]+)?)?"
    r"(?: ?(?:wib|wita|wit|z|[+-][0-9]{2}:?[0-9]{2}))?\Z"
)
_BESIDE_TODAY = {"hari ini": 0, "besok": 1, "lusa": 2, "kemarin": -1}


def format_date(day: date) -> str:
    """Return the day as letters write it: "2 Mei 2024"."""
    return f"{day.day} {format_month(day.year, day.month)}"


def format_month(year: int, month: int) -> str:
    """Return the month as letters write it: "November 2024"."""
    return f"{MONTHS[month - 1]} {year}"


def read_month_name(word: str) -> int | None:
    """The number of the month with this name or short form, in small letters; None of any other word."""
    return _MONTH_WORDS.get(word)


def last_of_month(year: int, month: int) -> date:
    """Return the last day of the month; ValueError for one that the calendar does not have."""
    later = date(year, month, 28) + timedelta(days=4)  # in the next month, whatever the month
    return later - timedelta(days=later.day)


def read_date(text: str) -> date:
    """The day typed as ``2024-05-02``, ``2/5/2024`` (also ``-`` ``.``), ``2 Mei 2024`` or ``May 2, 2024``.

    A weekday may stand in front (``Kamis, 2 Mei 2024``, ``Kamis (2/5/2024)``) and must be the true one;
    "tanggal" or "tgl." before the day, "tahun" before the year, a time of day behind it (databases have one)
    and a full stop are passed over. ``2024/05/02`` is how spreadsheets show ISO; other dates with the year
    first are refused.
    "Akhir Mei 2024" may be any day at its end, and is read for what ends only (``read_last_day``).
    Raises InvalidDate with the readings a refused text could have, and how to type it.
    """
    if found := re.fullmatch(ISO, text):  # what scripts say: no other pattern need be compiled
        return _existing(int(found[1]), int(found[2]), int(found[3]), text)
    typed, weekday = undressed(text)
    day = _read_day(typed, text)
    if weekday is not None and day.weekday() != weekday:
        raise refusal(
            "date-weekday-differs",
            text=quote(text),
            day=format_date(day),
            weekday=WEEKDAYS[day.weekday()],
            said=WEEKDAYS[weekday],
        )
    return day


def undressed(text: str) -> tuple[str, int | None]:
    """What is typed of a date, folded and small, without what stands around it; the weekday, Monday 0.

    Left out are a weekday, "tanggal", a time of day and a full stop. InvalidDate for signs no date has.
    """
    typed = fold(text.translate(_APOSTROPHES)) if len(text) <= 60 else ""
    if not typed.isascii():
        raise refusal("date-unreadable", text=quote(text))
    typed = re.sub(_TIME, "", typed.lower().removesuffix("."))
    weekday = None
    if (found := re.match(_WEEKDAY, typed)) and found[1] in _WEEKDAY_WORDS:
        weekday = _WEEKDAY_WORDS[found[1]]
        typed = typed[found.end() :]
        if typed.startswith("(") and typed.endswith(")"):
            typed = typed[1:-1].strip(" ")
    return re.sub(f"^{_LABEL}", "", typed), weekday


def read_last_day(text: str) -> date | None:
    """The last day of a month or year whose end is typed: "akhir Mei 2024", "akhir tahun 2024"; else None."""
    return last[0] if len(text) <= 60 and (last := _end_of(fold(text).lower().removesuffix("."))) else None


def _end_of(typed: str) -> tuple[date, str] | None:
    """The last day of the month or year whose end is typed, and that month or year in words."""
    found = re.fullmatch(_END_OF, typed)
    if found is None or not FIRST_YEAR <= (year := int(found[2])) <= LAST_YEAR:
        return None
    if found[1] is None:
        return date(year, 12, 31), str(year)
    month = _MONTH_WORDS.get(found[1])
    return (last_of_month(year, month), format_month(year, month)) if month else None


def respelt_month(text: str) -> str | None:
    """A sentence that tells as which month one that is spelt wrong is read; None where none is."""
    found = re.search(_MISSPELT, text)
    return found and f"{quote(text)}: {quote(found[0])} dibaca {MONTHS[_MONTH_WORDS[found[0].lower()] - 1]}."


def beside_today(text: str, today: date) -> date | None:
    """The day that a person at the keyboard means by "besok", "kemarin" or "akhir bulan (ini)"; else None.

    Only for what is typed now: in a file nobody knows when it was written.
    """
    typed = fold(text).casefold()
    if typed in {"akhir bulan", "akhir bulan ini"}:
        return last_of_month(today.year, today.month)
    days = _BESIDE_TODAY.get(typed)
    return None if days is None else today + timedelta(days=days)


def _read_day(typed: str, text: str) -> date:
    if found := re.fullmatch(ISO, typed):
        return _existing(int(found[1]), int(found[2]), int(found[3]), text)
    if (found := re.fullmatch(_ISO_SLASHED, typed)) and (slashed := _possible(*map(int, found.groups()))):
        return slashed
    if found := re.fullmatch(_YEAR_FIRST, typed):
        raise _unclear(int(found[1]), int(found[3]), int(found[4]), text)
    if found := re.fullmatch(_NUMERIC, typed):
        day, month, year = int(found[1]), int(found[3]), _full_year(found[4], text)
        if month > 12 and (meant := _possible(year, day, month)):
            raise refusal(
                "date-month-first",
                text=quote(text),
                meant=format_date(meant),
                typed=f"{meant.day}/{meant.month}/{meant.year}",
            )
        return _existing(year, month, day, text)
    if (found := re.fullmatch(_NAMED, typed)) and found[3] in _MONTH_WORDS:
        return _existing(_full_year(found[4], text), _MONTH_WORDS[found[3]], int(found[1]), text)
    if (found := re.fullmatch(_MONTH_FIRST, typed)) and found[1] in _MONTH_WORDS:
        return _existing(_full_year(found[3], text), _MONTH_WORDS[found[1]], int(found[2]), text)
    if last := _end_of(typed):
        raise refusal("date-unclear", text=quote(text), readings=f"{format_date(last[0])} atau {last[1]}")
    if (found := re.fullmatch(_NO_YEAR, typed)) and (found[1] is None or found[1] in _MONTH_WORDS):
        raise refusal("date-year-missing", text=quote(text))
    raise refusal("date-unreadable", text=quote(text))


def _full_year(digits: str, text: str) -> int:
    if len(digits) != 4:
        raise refusal("date-year-short", text=quote(text))
    return int(digits)


def _existing(year: int, month: int, day: int, text: str) -> date:
    _check_year(year, text)
    if (found := _possible(year, month, day)) is None:
        raise refusal("date-not-in-calendar", text=quote(text))
    return found


def _check_year(year: int, text: str) -> None:
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise refusal("date-year-outside", text=quote(text), year=year, first=FIRST_YEAR, last=LAST_YEAR)


def _possible(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day) if FIRST_YEAR <= year <= LAST_YEAR else None
    except ValueError:
        return None


def _unclear(year: int, first: int, second: int, text: str) -> KskdError:
    _check_year(year, text)
    both = (_possible(year, first, second), _possible(year, second, first))
    readings = list(dict.fromkeys(format_date(day) for day in both if day))
    if not readings:
        return refusal("date-not-in-calendar", text=quote(text))
    return refusal("date-unclear", text=quote(text), readings=" atau ".join(readings))
