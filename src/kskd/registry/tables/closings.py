"""Periods that were reported, and are closed: what they say changes only with a reason."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kskd.domain.values.period import Period
from kskd.registry.values import day

if TYPE_CHECKING:
    import sqlite3
    from datetime import date


def read_closings(con: sqlite3.Connection) -> dict[Period, date]:
    """The day on which each closed period was closed, in order of time."""
    rows = con.execute("SELECT period, closed_on FROM closing")
    known = {Period.parse(period): closed for period, on in rows if (closed := day(on)) is not None}
    return dict(sorted(known.items()))


def closing_of(con: sqlite3.Connection, period: Period) -> Period | None:
    """The closed period in which this one lies, if there is one; a period lies in itself."""
    return next((one for one in read_closings(con) if one.contains(period)), None)


def close(con: sqlite3.Connection, period: Period, on: date) -> None:
    """Close a period that is open."""
    con.execute("INSERT INTO closing (period, closed_on) VALUES (?, ?)", (str(period), on.isoformat()))


def reopen(con: sqlite3.Connection, period: Period) -> None:
    """Open a period again."""
    con.execute("DELETE FROM closing WHERE period = ?", (str(period),))


def reporting_of(con: sqlite3.Connection) -> dict[Period, tuple[int, int]]:
    """How many documents were evaluated in each period, and of how many the day of reporting is known."""
    rows = con.execute("SELECT period, count(*), count(reported_on) FROM evaluation GROUP BY period")
    return {Period.parse(period): (evaluated, reported) for period, evaluated, reported in rows}
