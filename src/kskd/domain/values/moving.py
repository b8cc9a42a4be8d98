"""A day moved along the calendar by years, months and days."""

from datetime import date
from functools import lru_cache


@lru_cache(maxsize=8192)  # documents of any number begin and end on few different days
def moved(day: date, *, years: int = 0, months: int = 0, days: int = 0) -> date:
    """The day so much later, or earlier for negative counts; the first or last there is beyond the calendar.

    All counts are added in one go, and a month that has no such day gives its last one: 29 February and a
    year make 28 February, and so do 31 January and a month.
    """
    from dateutil.relativedelta import relativedelta  # type: ignore[import-untyped]  # noqa: PLC0415 - start-up

    try:
        on: date = day + relativedelta(years=years, months=months, days=days)
    except (ValueError, OverflowError):
        return date.max if (years, months, days) > (0, 0, 0) else date.min
    return on
