"""What the row of a day says about it, put so briefly that a list of any length is a table of counts.

Nothing is believed here: which witness is heard, and how far, is for the court.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from datetime import date, timedelta
from typing import NamedTuple

from kskd.domain.values.dated_number import years_named
from kskd.domain.values.dates import ROMAN
from kskd.domain.values.days import Day
from kskd.domain.values.durations import Duration, duration_agrees
from kskd.importing.day_readings import DayDoubt, Form, Kind, Seen

BOTH, NEITHER, SILENT = "2", "-", ""
"""What a witness of the month fits, beside ``0`` and ``1``, the one reading that it fits."""
SAME, LESS, OTHER = "=", "<", "x"
"""The year that a witness names beside that of the day: the same, one less (drawn before), or another."""
_WEAK = {DayDoubt.TYPING, DayDoubt.SERIAL, DayDoubt.ODD}
_YEAR_END = (12, 31)
"""With the year many a term ends that began on any day of it: no day before it is any the likelier."""
_NEIGHBOURS = 2
_SPLIT = r"[\n;]"  # between the numbers of one cell


class Numbers(NamedTuple):
    """The months and the years that the witnesses of a day name: numbers of documents, a column of years.

    A month is heard with the year of the same witness only, where that names one.
    """

    months: tuple[frozenset[int], ...]
    years: tuple[frozenset[int], ...]


class TermFit(NamedTuple):
    """Which readings of two ends of a term can stand together, as pairs of 0, 1 and 2 (a reading in no
    order).

    Those that agree with the stated duration, if any do (``measured``), else all that begin before they end.
    ``whole`` are those of them that are whole years apart, as nearly all terms are: None where the two are no
    ends of one term, or it ends with the year. ``is_short`` says that it may be months short of whole years.
    """

    pairs: frozenset[tuple[int, int]]
    measured: bool
    whole: frozenset[tuple[int, int]] | None = None
    is_short: bool = False

    @property
    def is_odd(self) -> bool:
        """Whether however read it is no term of whole years, whose end has the month of its start."""
        return not self.measured and self.whole is not None and not self.whole

    def left(self, side: int, other: int | None = None) -> set[int]:
        """The readings of one side, 0 the start, that stand beside any of the other, or beside that given."""
        return _of_side(self.pairs, side, other)

    def whole_left(self, side: int, other: int | None = None) -> set[int]:
        """As ``left``, of the readings whole years apart; none where the stated duration tells it."""
        return _of_side(frozenset() if self.measured else self.whole or frozenset(), side, other)


def _of_side(pairs: frozenset[tuple[int, int]], side: int, other: int | None) -> set[int]:
    return {pair[side] for pair in pairs if other is None or pair[1 - side] == other}


class Testimony(NamedTuple):
    """All that counts of a cell and its row, in few words: many rows give the same.

    ``left`` is the one reading, ``0`` or ``1``, that the other end of the term leaves, by ``duration`` or
    ``order`` (``by``); ``whole`` the one that is whole years from the other end, where no duration is stated;
    ``fits`` the readings that agree with the stated duration; ``leans`` says that the other end as it is
    shown may be computed from this day as it is shown, ``shadow`` that the day may be from such a start.
    ``place`` is what fits between the days of the rows before and after it by their numbers.
    """

    kind: Kind
    form: Form
    only: int
    doubt: DayDoubt | None
    by_weekday: bool
    has_weekday: bool
    has_rival: bool
    left: str
    by: str
    whole: str
    fits: str
    leans: bool
    shadow: bool
    computed: bool
    months: tuple[str, ...]
    years: tuple[str, ...]
    place: str = SILENT


Place = tuple[str, int]
"""Where a row stands by its own number: the section that it counts in, and the number."""


class Neighbours:
    """The certain days of a column by the places of their rows."""

    def __init__(self, certain: Iterable[tuple[Place, date]]) -> None:
        """Take them in any order."""
        placed = sorted(certain)
        self._places = [place for place, _ in placed]
        self._days = [day for _, day in placed]
        # Numbers that come twice are those of two lists under one another: whose neighbours nobody can tell.
        self._is_one = len({*self._places}) == len(self._places)

    def fit(self, seen: Seen, place: Place) -> str:
        """Which readings fit between the two rows before and the two after; silent where these are fewer.

        Two, so that one day that is off does not decide.
        """
        before = self._days[: bisect_left(self._places, place)][-_NEIGHBOURS:]
        after = self._days[(at := bisect_right(self._places, place)) : at + _NEIGHBOURS]
        few = len(before) + len(after) < 2 * _NEIGHBOURS
        if few or not self._is_one or seen.form is Form.NONE:
            return SILENT
        first, last = min(before), max(after)
        fits = [day is not None and day.exact is not None and first <= day.exact <= last for day in seen.days]
        if all(fits) or (seen.form is not Form.TWO and any(fits)):
            return BOTH
        return "0" if fits[0] else "1" if fits[1] else NEITHER


class Beside(NamedTuple):
    """The other end of a term, and how both can stand; ``side`` is that of the day itself, 0 the start."""

    side: int
    other: Seen
    standing: TermFit


def testify(seen: Seen, beside: list[Beside], numbers: Numbers, *, computed: bool) -> Testimony:
    """What the row says of a day."""
    left, by = _left(seen, beside)
    is_odd = any(one.side == 1 and one.standing.is_odd for one in beside)
    fits = {at for one in beside if one.standing.measured for at in one.standing.left(one.side)}
    return Testimony(
        seen.kind,
        seen.form,
        seen.only,
        seen.doubt,
        seen.by_weekday,
        seen.weekday is not None,
        seen.rival is not None,
        left,
        by,
        _whole(seen, beside),
        "".join(str(at) for at in (0, 1) if at in fits),
        leans=any(_leans(one) for one in beside),
        shadow=any(one.side == 1 and _is_shadow(seen, one.other) for one in beside),
        computed=computed,
        months=tuple(
            SILENT if is_odd and seen.form is Form.TWO else _fits_month(seen, months, years)
            for months, years in zip(numbers.months, numbers.years, strict=True)
        ),
        years=tuple(_fits_year(seen, one) for one in numbers.years),
    )


def stand(start: Seen, end: Seen, length: Duration | None, *, is_term: bool = True) -> TermFit | None:
    """How the readings of a start and an end stand together; None where one has none.

    Without ``is_term`` the day before the end is not the one from which the term is counted.
    """
    starts, ends = ((*one.days, one.rival) for one in (start, end))
    both = [(i, j, s, e) for i, s in enumerate(starts) for j, e in enumerate(ends) if s and e]
    if not both:
        return None
    agreed = frozenset((i, j) for i, j, s, e in both if _agrees(s, length, e))
    later = frozenset((i, j) for i, j, s, e in both if s.earliest <= e.latest)
    is_short = any(_is_short_of_years(s, e) for *_, s, e in both)
    tells = is_term and not any(e.exact and (e.exact.month, e.exact.day) == _YEAR_END for *_, e in both)
    whole = frozenset((i, j) for i, j, s, e in both if _is_whole_term(s, e)) & later if tells else None
    return TermFit(agreed & later or later, measured=bool(agreed & later), whole=whole, is_short=is_short)


def months_in(numbers: str) -> frozenset[int]:
    """The months that numbers name by a Roman figure between strokes; of one with two of them none."""
    months = set()
    for number in re.split(_SPLIT, numbers):
        parts = [part.strip().upper() for part in number.split("/")]
        roman = [part for part in parts if part in ROMAN] if len(parts) > 1 else []
        if len(roman) == 1:
            months.add(ROMAN.index(roman[0]) + 1)
    return frozenset(months)


def years_in(numbers: str) -> frozenset[int]:
    """The years that numbers name."""
    return frozenset(year for number in re.split(_SPLIT, numbers) for year in years_named(number.strip()))


def _left(seen: Seen, beside: list[Beside]) -> tuple[str, str]:
    if seen.form is not Form.TWO:
        return SILENT, SILENT
    left, by = {0, 1}, SILENT
    for one in beside:
        told = one.standing.left(one.side)
        if one.other.doubt not in _WEAK and not left <= told:
            by = "duration" if one.standing.measured and by != "order" else "order"
            left &= told
    return (str(left.pop()), by) if len(left) == 1 else (SILENT, SILENT)


def _leans(one: Beside) -> bool:
    """Whether a spreadsheet may have computed one end from the other, both as they are shown."""
    fit = one.standing
    told = fit.left(1 - one.side, 0) if fit.measured else fit.whole_left(1 - one.side, 0)
    return one.other.kind is Kind.SHOWN and 0 in told


def _whole(seen: Seen, beside: list[Beside]) -> str:
    """The one of two readings that is whole years from the other end; silent of both and of none."""
    if seen.form is not Form.TWO or seen.doubt:
        return SILENT
    told = [one.standing.whole_left(one.side) for one in beside if not one.other.doubt]
    left = {at for one in told for at in one}
    return str(left.pop()) if len(left) == 1 and left <= {0, 1} else SILENT


def _is_whole_term(start: Day, end: Day) -> bool:
    """Whether an end is the same day some years later, the day before, or a multiple of 365 days later."""
    if start.exact is None or end.exact is None:
        return False
    days = (end.exact - start.exact).days
    years = round(days / 365.25)
    month, day = start.exact.month, start.exact.day - ((start.exact.month, start.exact.day) == (2, 29))
    ends = [(one.year, one.month, one.day) for one in (end.exact, end.exact + timedelta(days=1))]
    return years > 0 and (days == 365 * years or (start.exact.year + years, month, day) in ends)


def _is_short_of_years(start: Day, end: Day) -> bool:
    """Whether it ends on the same day a month or two before: with day and month changed, such look whole."""
    if start.exact is None or end.exact is None:
        return False
    return start.exact.day == end.exact.day and (start.exact.month - end.exact.month) % 12 in {1, 2}


def _agrees(start: Day, length: Duration | None, end: Day) -> bool:
    if length is None or start.exact is None or end.exact is None:
        return False
    return duration_agrees(start.exact, length, end.exact)


def _is_shadow(seen: Seen, start: Seen) -> bool:
    """Whether an end that cannot be swapped is whole years from a start that can, as it is shown.

    A formula makes such an end from a start that is wrong.
    """
    if seen.kind is not Kind.SHOWN or start.kind is not Kind.SHOWN:
        return False
    if seen.form is not Form.ONE or start.form is not Form.TWO:
        return False
    as_shown, swapped = (_whole_years(day, seen.days[0]) for day in start.days)
    return as_shown and not swapped


def _whole_years(start: Day | None, end: Day | None) -> bool:
    if start is None or end is None or start.exact is None or end.exact is None:
        return False
    days = (end.exact - start.exact).days
    return abs(days - 365.25 * round(days / 365.25)) <= 4


def _fits_month(seen: Seen, months: frozenset[int], years: frozenset[int]) -> str:
    if _fits_year(seen, years) not in {SAME, SILENT}:
        return SILENT
    exact = [day.exact.month if day and day.exact else None for day in seen.days]
    if not months or not any(exact):
        return SILENT
    fits = [month in months for month in exact]
    if all(fits) or (seen.form is not Form.TWO and any(fits)):
        return BOTH
    return "0" if fits[0] else "1" if fits[1] else NEITHER


def _fits_year(seen: Seen, years: frozenset[int]) -> str:
    """Beside the year of the readings, which is the same in both orders."""
    day = seen.days[seen.only]
    if not years or day is None or day.earliest.year != day.latest.year:
        return SILENT
    year = day.earliest.year
    return SAME if year in years else LESS if year - 1 in years else OTHER
