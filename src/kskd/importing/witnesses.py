"""What the row of a day says about it, put so briefly that a column of any length is a table of counts.

Nothing is believed here: which witness is heard, and how far, is for the court.
"""

from collections.abc import Mapping
from typing import NamedTuple

from kskd.domain.values.dated_number import year_named
from kskd.domain.values.dates import ROMAN
from kskd.domain.values.days import Day
from kskd.domain.values.durations import Duration, duration_agrees
from kskd.domain.values.grid import Cell
from kskd.importing.day_readings import Doubt, Form, Kind, Seen, see

MONTH_WITNESSES = ("nomor sendiri", "nomor mitra", "bulan di sampingnya")
YEAR_WITNESSES = ("nomor sendiri", "nomor mitra", "kolom tahun")

BOTH, NEITHER, SILENT = "2", "-", ""
"""What a witness of the month fits, beside ``0`` and ``1``, the one reading that it fits."""
SAME, LESS, OTHER = "=", "<", "x"
"""The year that a witness names beside that of the day: the same, one less (drawn before), or another."""

_NO_CELL = Cell("")


class Exhibit(NamedTuple):
    """The cell of a day, where it came from, and what else its row says.

    ``concept`` is what the column is: ``signed``, ``starts`` or ``ends``; ``source`` the file and sheet, whose
    cells are judged together; ``days`` are the other days of the row by concept. A number may hold several, in
    lines. ``duration`` is what is stated, None where it is not or cannot be counted; ``month`` and ``year`` are
    what other columns say of this very day.
    """

    cell: Cell
    concept: str
    source: str = ""
    from_1904: bool = False
    own_number: str = ""
    partner_number: str = ""
    days: Mapping[str, Cell] = {}
    duration: Duration | None = None
    month: int | None = None
    year: int | None = None


class Testimony(NamedTuple):
    """All that counts of an exhibit, in few words: many rows of a column give the same.

    ``row`` tells what the other day of the row leaves of the readings: ``""`` says nothing, ``0`` or ``1`` the
    one that is left, ``x`` none. ``by`` is ``duration`` or ``order``. ``fits`` are the readings that agree with
    the stated duration. ``leans`` says that the other day is one that a spreadsheet may have computed.
    ``shadow`` that the day is as far from such a start as if it were computed from it.
    ``beside`` are the forms of text of the other days by concept, from which swapping in them is seen.
    """

    source: str
    kind: Kind
    form: Form
    strain: str
    only: int
    doubt: Doubt | None
    by_weekday: bool
    has_weekday: bool
    has_rival: bool
    row: str
    by: str
    fits: str
    leans: bool
    shadow: bool
    computed: bool
    months: tuple[str, ...]
    years: tuple[str, ...]
    beside: tuple[tuple[str, Form], ...]


def testify(exhibit: Exhibit) -> tuple[Testimony, Seen]:
    """What the row says, and the readings of the cell, in the year that the row names where it has none."""
    seen = see(exhibit.cell, from_1904=exhibit.from_1904)
    named = [_years_in(text) for text in (exhibit.own_number, exhibit.partner_number)]
    named.append({exhibit.year} if exhibit.year is not None else set())
    told = set[int]().union(*named)
    if seen.doubt is Doubt.NO_YEAR and len(told) == 1:
        seen = seen.in_year(told.pop())
    pair = _pair(exhibit)
    other = see(pair, from_1904=exhibit.from_1904)
    row, by, fits = _row(exhibit, seen, other)
    months = (_months_in(exhibit.own_number), _months_in(exhibit.partner_number))
    said = (*months, {exhibit.month} if exhibit.month is not None else set[int]())
    cells = exhibit.days.items() if exhibit.cell.number is not None or seen.kind is Kind.SHOWN else ()
    days = ((concept, see(cell, from_1904=exhibit.from_1904)) for concept, cell in cells)
    testimony = Testimony(
        exhibit.source,
        seen.kind,
        seen.form,
        seen.strain,
        seen.only,
        seen.doubt,
        seen.by_weekday,
        seen.weekday is not None,
        seen.rival is not None,
        row,
        by,
        fits,
        leans=other.kind is Kind.SHOWN,
        shadow=_is_shadow(exhibit, seen, other),
        computed=exhibit.cell.computed,
        months=tuple(_fits_month(seen, one) for one in said),
        years=tuple(_fits_year(seen, one) for one in named),
        beside=tuple((concept, day.form) for concept, day in days if _tells_order(day)),
    )
    return testimony, seen


def _tells_order(seen: Seen) -> bool:
    is_plain = not seen.doubt and seen.weekday is None  # no spreadsheet takes a weekday for a day
    return is_plain and seen.kind is Kind.SLASHED and seen.form in {Form.ONE, Form.TWO}


def _pair(exhibit: Exhibit) -> Cell:
    """The other end of the term; a signing is its start where the row has none."""
    days = exhibit.days
    if exhibit.concept == "ends":
        return days.get("starts") or days.get("signed") or _NO_CELL
    return days.get("ends", _NO_CELL)


def _row(exhibit: Exhibit, seen: Seen, other: Seen) -> tuple[str, str, str]:
    """What the other end of the term leaves of the readings, by what, and which agree with the duration."""
    is_end = exhibit.concept == "ends"
    others = other.readings()
    pairs = [[(one, day) if is_end else (day, one) for one in others] if day else [] for day in seen.days]
    if not others:
        return SILENT, SILENT, SILENT
    stands = [any(start.earliest <= end.latest for start, end in two) for two in pairs]
    if not any(stands):
        return ("x", "order", SILENT) if any(seen.days) else (SILENT, SILENT, SILENT)
    length = exhibit.duration
    measures = length is not None and (exhibit.concept != "signed" or "starts" not in exhibit.days)
    fits = [measures and any(_agrees(start, length, end) for start, end in two) for two in pairs]
    agreed = "".join(str(at) for at in (0, 1) if fits[at])
    if seen.form is not Form.TWO:
        return SILENT, SILENT, agreed
    if stands[0] != stands[1]:
        only = "0" if stands[0] else "1"
        return ("x" if agreed and agreed != only else only), "order", agreed
    return (agreed, "duration", agreed) if len(agreed) == 1 else (SILENT, SILENT, agreed)


def _agrees(start: Day, length: Duration | None, end: Day) -> bool:
    if length is None or start.exact is None or end.exact is None:
        return False
    return duration_agrees(start.exact, length, end.exact)


def _is_shadow(exhibit: Exhibit, seen: Seen, other: Seen) -> bool:
    """Whether an end that cannot be swapped is whole years from a start that can, as it is shown.

    A formula makes such an end from a start that is wrong.
    """
    if exhibit.concept != "ends" or seen.kind is not Kind.SHOWN or other.kind is not Kind.SHOWN:
        return False
    if seen.form is not Form.ONE or other.form is not Form.TWO:
        return False
    end = seen.days[0]
    as_shown, swapped = (_whole_years(start, end) for start in other.days)
    return as_shown and not swapped


def _whole_years(start: Day | None, end: Day | None) -> bool:
    if start is None or end is None or start.exact is None or end.exact is None:
        return False
    days = (end.exact - start.exact).days
    return abs(days - 365.25 * round(days / 365.25)) <= 4


def _months_in(number: str) -> set[int]:
    """The months that numbers name by a Roman figure between strokes; none where one has two of them."""
    months = set()
    for line in number.splitlines():
        parts = [part.strip().upper() for part in line.split("/")]
        roman = [part for part in parts if part in ROMAN] if len(parts) > 1 else []
        if len(roman) == 1:
            months.add(ROMAN.index(roman[0]) + 1)
    return months


def _years_in(number: str) -> set[int]:
    return {year for line in number.splitlines() if (year := year_named(line)) is not None}


def _fits_month(seen: Seen, months: set[int]) -> str:
    exact = [day.exact.month if day and day.exact else None for day in seen.days]
    if not months or not any(exact):
        return SILENT
    fits = [month in months for month in exact]
    if all(fits) or (seen.form is not Form.TWO and any(fits)):
        return BOTH
    return "0" if fits[0] else "1" if fits[1] else NEITHER


def _fits_year(seen: Seen, years: set[int]) -> str:
    """Beside the year of the readings, which is the same in both orders."""
    day = seen.days[seen.only]
    if not years or day is None or day.earliest.year != day.latest.year:
        return SILENT
    year = day.earliest.year
    return SAME if year in years else LESS if year - 1 in years else OTHER
