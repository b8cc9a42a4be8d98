"""Days off, as lists that offices import; nothing is known beyond them."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from kskd.domain.values.workdays import Calendar, Holiday

if TYPE_CHECKING:
    import sqlite3


def read_holidays(con: sqlite3.Connection, year: int | None = None) -> list[Holiday]:
    """All of them, or those of a year, in order."""
    rows = con.execute(
        "SELECT day, name, source FROM holiday WHERE ?1 IS NULL OR substr(day, 1, 4) = ?1 ORDER BY day",
        (None if year is None else f"{year:04}",),
    )
    return [Holiday(date.fromisoformat(day), name, source) for day, name, source in rows]


def read_calendar(con: sqlite3.Connection) -> Calendar:
    """The days off, for counting working days."""
    return Calendar(frozenset(date.fromisoformat(day) for (day,) in con.execute("SELECT day FROM holiday")))


def write_holiday(con: sqlite3.Connection, one: Holiday) -> None:
    """Keep it, in place of what was known of the day."""
    con.execute(
        "INSERT INTO holiday (day, name, source) VALUES (?, ?, ?)"
        " ON CONFLICT (day) DO UPDATE SET name = excluded.name, source = excluded.source",
        (one.day.isoformat(), one.name, one.source),
    )


def drop_holiday(con: sqlite3.Connection, day: date) -> None:
    """The day is a working day after all."""
    con.execute("DELETE FROM holiday WHERE day = ?", (day.isoformat(),))
