"""Days off, as lists that offices import; nothing is known beyond them."""

from datetime import date
from typing import TYPE_CHECKING

from kskd.domain.values.workdays import Calendar
from kskd.registry.session import Session

if TYPE_CHECKING:
    from kskd.domain.holiday import Holiday


def read_holidays(session: Session, year: int | None = None) -> "list[Holiday]":
    """All of them, or those of a year, in order."""
    from kskd.domain.holiday import Holiday

    rows = session.con.execute(
        "SELECT day, name, source FROM holiday WHERE ?1 IS NULL OR substr(day, 1, 4) = ?1 ORDER BY day",
        (None if year is None else f"{year:04}",),
    )
    return [Holiday(date.fromisoformat(day), name, source) for day, name, source in rows]


def read_calendar(session: Session) -> Calendar:
    """The days off, for counting working days."""
    return Calendar(
        frozenset(date.fromisoformat(day) for (day,) in session.con.execute("SELECT day FROM holiday"))
    )


def write_holiday(session: Session, one: "Holiday") -> None:
    """Keep it, in place of what was known of the day."""
    session.con.execute(
        "INSERT INTO holiday (day, name, source) VALUES (?, ?, ?)"
        " ON CONFLICT (day) DO UPDATE SET name = excluded.name, source = excluded.source",
        (one.day.isoformat(), one.name, one.source),
    )


def drop_holiday(session: Session, day: date) -> None:
    """The day is a working day after all."""
    session.con.execute("DELETE FROM holiday WHERE day = ?", (day.isoformat(),))
