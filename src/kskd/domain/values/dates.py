"""Reading dates as Indonesian offices type them, and writing them; nothing is guessed.

Day always comes before month. What can be read in two ways, or not at all, is refused with a sentence.
"""

import re
from datetime import date, timedelta

from kskd.domain.values.text import fold, quote
from kskd.errors import KskdError, refusal

FIRST_YEAR, LAST_YEAR = 1945, 2150

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
    "jan",
    "feb peb pebruari",
    "mar",
    "apr",
    "",
    "jun",
    "jul",
    "agu agt agust ags",
    "sep sept",
    "okt",
    "nov nop nopember",
    "des",
)
_MONTH_WORDS = {
    word: number
    for number, (name, variants) in enumerate(zip(MONTHS, _MONTH_VARIANTS, strict=True), 1)
    for word in (name.lower(), *variants.split())
}
_WEEKDAY_WORDS = {name.lower(): number for number, name in enumerate(WEEKDAYS)} | {"jum'at": 4, "ahad": 6}

ISO = r"([0-9]{4})-([0-9]{2})-([0-9]{2})"
_ISO_SLASHED = r"([0-9]{4})/([0-9]{2})/([0-9]{2})"
_YEAR_FIRST = r"([0-9]{4})([/.-])([0-9]{1,2})\2([0-9]{1,2})"
_NUMERIC = r"([0-9]{1,2})([/.-])([0-9]{1,2})\2([0-9]+)"
_NAMED = r"([0-9]{1,2})([ -])([a-z]+)\.?\2(?:(?<= )tahun )?([0-9]+)"
_NO_YEAR = r"[0-9]{1,2}(?:[/.-][0-9]{1,2}|[ -]([a-z]+)\.?)"
_WEEKDAY = r"([a-z']+)(?:, ?| |(?=\())"
_LABEL = r"(?:tanggal |tgl(?: |\. ?))(?=[0-9])"


def format_date(day: date) -> str:
    """Return the day as letters write it: "2 Mei 2024"."""
    return f"{day.day} {format_month(day.year, day.month)}"


def format_month(year: int, month: int) -> str:
    """Return the month as letters write it: "November 2024"."""
    return f"{MONTHS[month - 1]} {year}"


def last_of_month(year: int, month: int) -> date:
    """Return the last day of the month; ValueError for one that the calendar does not have."""
    later = date(year, month, 28) + timedelta(days=4)  # in the next month, whatever the month
    return later - timedelta(days=later.day)


def read_date(text: str) -> date:
    """Return the day typed as ``2024-05-02``, ``2/5/2024`` (also ``-`` ``.``) or ``2 Mei 2024``.

    A weekday may stand in front (``Kamis, 2 Mei 2024``, ``Kamis (2/5/2024)``) and must be the true one;
    "tanggal" or "tgl." before the day and "tahun" before the year are passed over. ``2024/05/02`` is how
    spreadsheets show ISO; other dates with the year first are refused.
    Raises InvalidDate with the readings a refused text could have, and how to type it.
    """
    if found := re.fullmatch(ISO, text):  # what scripts say: no other pattern need be compiled
        return _existing(int(found[1]), int(found[2]), int(found[3]), text)
    typed = fold(text.replace("\u2019", "'")) if len(text) <= 60 else ""
    if not typed.isascii():
        raise refusal("date-unreadable", text=quote(text))
    typed = typed.lower()
    weekday = None
    if (found := re.match(_WEEKDAY, typed)) and found[1] in _WEEKDAY_WORDS:
        weekday = _WEEKDAY_WORDS[found[1]]
        typed = typed[found.end() :]
        if typed.startswith("(") and typed.endswith(")"):
            typed = typed[1:-1].strip(" ")
    typed = re.sub(f"^{_LABEL}", "", typed)
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
