"""Lists of synthetic dates with a known truth: each row is made from true days, then written as a hand or a
spreadsheet would write them."""

import random
from collections.abc import Callable
from datetime import date, timedelta
from typing import NamedTuple

from kskd.domain.values.dates import ROMAN, format_date
from kskd.domain.values.days import Day
from kskd.domain.values.grid import Cell
from kskd.importing.court import Court, CourtVerdict
from kskd.importing.problems import Problem
from kskd.importing.records import Record

_EPOCH = date(1899, 12, 30)


class Column(NamedTuple):
    """A column and its concept, as a plan of columns has them."""

    column: int
    heading: str
    concept: str | None


STARTS, ENDS = Column(5, "Mulai", "starts"), Column(6, "Berakhir", "ends")
ROW, LENGTH, NUMBER, PARTNER = (
    Column(1, "No", "row_number"),
    Column(7, "Masa Berlaku", "duration"),
    Column(2, "Nomor", "number"),
    Column(3, "Nomor Mitra", "partner_number"),
)
BESIDE = (ROW, LENGTH, NUMBER, PARTNER)
Writer = Callable[[random.Random, date], Cell]


class Truth(NamedTuple):
    """A record and the true days of its columns."""

    record: Record
    days: dict[int, date]


def dice(seed: int) -> random.Random:
    """Chances that are the same every time."""
    return random.Random(seed)  # noqa: S311 - lists, not secrets


def shown(day: date, *, computed: bool = False) -> Cell:
    """A cell that a spreadsheet keeps as a day."""
    serial = (day - _EPOCH).days
    return Cell(str(serial), float(serial), "date", computed=computed)


def swapped(day: date) -> date:
    """The day whose month and day are each other's."""
    return day.replace(month=day.day, day=day.month)


def day_first(_: random.Random, day: date) -> Cell:
    """As Indonesian offices type it."""
    return Cell(f"{day.day}/{day.month}/{day.year}")


def month_first(_: random.Random, day: date) -> Cell:
    """As an American sheet shows it."""
    return Cell(f"{day.month}/{day.day}/{day.year}")


def in_words(_: random.Random, day: date) -> Cell:
    """With the name of the month."""
    return Cell(format_date(day))


def iso(_: random.Random, day: date) -> Cell:
    """As databases write it."""
    return Cell(day.isoformat())


def right_cell(_: random.Random, day: date) -> Cell:
    """A day that the spreadsheet knows as it is."""
    return shown(day)


def swapped_by_locale(write: Writer = day_first, later: float = 0.1) -> Writer:
    """What is left where a locale of the other order took what it could for a day; some come later, right."""

    def written(rng: random.Random, day: date) -> Cell:
        if rng.random() < later:
            return shown(day)
        return shown(swapped(day)) if day.day <= 12 else write(rng, day)

    return written


def mixed(*writers: Writer) -> Writer:
    """Each cell by another hand."""
    return lambda rng, day: rng.choice(writers)(rng, day)


def rows(
    rng: random.Random,
    count: int,
    starts: Writer,
    ends: Writer | None = None,
    *,
    numbered: float = 0.9,
    off: float = 0.08,
    stated: float = 0.8,
    odd: float = 0,
    late: float | None = None,
    only: Callable[[date], bool] = lambda _: True,
) -> list[Truth]:
    """So many rows: a share with a number, of which some name an earlier month, and with a stated duration.

    A share has terms of ``odd`` months, of which no duration is stated. With ``late`` the rows are numbered
    by their starts, but for that share of them.

    No number that is off names the day of the month: what then nobody could tell is no part of the truth.
    """
    found = []
    days_in_order = _in_order(rng, [_day(rng, only) for _ in range(count)], late) if late is not None else []
    for row in range(2, count + 2):
        start = days_in_order[row - 2] if late is not None else _day(rng, only)
        years = rng.choice((1, 2, 3, 3, 5, 5))
        is_odd = rng.random() < odd if odd else False
        end = _odd_end(rng, start) if is_odd else _end(rng, start, years)
        cells = {STARTS.column: starts(rng, start)}
        days = {STARTS.column: start}
        if ends is not None:
            cells[ENDS.column] = ends(rng, end)
            days[ENDS.column] = end
        if late is not None:
            cells[ROW.column] = Cell(str(row - 1))
        if rng.random() < stated and not is_odd:
            cells[LENGTH.column] = Cell(f"{years} tahun")
        if rng.random() < numbered:
            month = start.month
            if rng.random() < off:
                month = rng.choice([one for one in range(1, 13) if one not in {start.day, end.day}])
            cells[NUMBER.column] = Cell(f"{row}/KS/{ROMAN[month - 1]}/{start.year}")
        found.append(Truth(Record("PKS", row, cells), days))
    return found


def _end(rng: random.Random, start: date, years: int) -> date:
    """The end of so many years, by one of the rules that offices keep."""
    rule = rng.choice(("same day", "day before", "day before", "day before", "n x 365"))
    if rule == "n x 365":
        return start + timedelta(days=365 * years)
    leap_day = (start.month, start.day) == (2, 29)
    end = start.replace(year=start.year + years, day=28 if leap_day else start.day)
    return end - timedelta(days=rule == "day before")


def _in_order(rng: random.Random, days: list[date], late: float) -> list[date]:
    """The days from the first, but for a share of them that were entered later."""
    days.sort()
    for at in rng.sample(range(len(days)), round(late * len(days))):
        days.insert(rng.randrange(at, len(days)), days.pop(at))
    return days


def _odd_end(rng: random.Random, start: date) -> date:
    """The end of half a year, of a year and a half, or of the year."""
    months = rng.choice((3, 6, 18, 30, 0))
    if not months:
        return date(start.year + rng.randrange(3), 12, 31)
    years, month = divmod(start.month - 1 + months, 12)
    end = date(start.year + years, month + 1, min(start.day, 28))
    return end - timedelta(days=rng.randrange(2))


def _day(rng: random.Random, only: Callable[[date], bool]) -> date:
    while True:
        day = date(2014, 1, 1) + timedelta(days=rng.randrange(4000))
        if only(day):
            return day


def court_of(truths: list[Truth], *, has_ends: bool = True) -> CourtVerdict:
    """The verdict on the columns of such a list."""
    court = Court((STARTS, ENDS) if has_ends else (STARTS,), BESIDE)
    for truth in truths:
        court.hear(truth.record)
    return court.close()


class Score(NamedTuple):
    """Days read right, read wrong, and left undecided."""

    right: int
    wrong: int
    undecided: int

    @property
    def share(self) -> float:
        """Of all days those that are read."""
        return self.right / (sum(self) or 1)


def score(truths: list[Truth], verdict: CourtVerdict) -> Score:
    """How a verdict reads a list."""
    right = wrong = undecided = 0
    for truth in truths:
        for column, told in verdict.read(truth.record).items():
            if isinstance(told, Problem):
                undecided += 1
            elif told == Day.of(truth.days[column]):
                right += 1
            else:
                wrong += 1
    return Score(right, wrong, undecided)
