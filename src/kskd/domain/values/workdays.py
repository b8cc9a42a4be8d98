"""Working days (hari kerja): Monday to Friday without the holidays of the years whose list is known."""

from datetime import date, timedelta
from typing import NamedTuple

_SATURDAY = 5


class Calendar(NamedTuple):
    """The holidays known; a year without any counts as one whose list is missing."""

    holidays: frozenset[date] = frozenset()

    def is_workday(self, day: date) -> bool:
        """Whether offices work on the day, as far as is known."""
        return day.weekday() < _SATURDAY and day not in self.holidays

    def after(self, start: date, count: int) -> date:
        """The last of ``count`` working days after ``start``, whose own day does not count."""
        day = start
        while count:
            day += timedelta(days=1)
            count -= self.is_workday(day)
        return day

    def missing(self, first: date, last: date) -> tuple[int, ...]:
        """The years between two days whose list of holidays is not known."""
        known = {day.year for day in self.holidays}
        return tuple(year for year in range(first.year, last.year + 1) if year not in known)
