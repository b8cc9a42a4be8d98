"""Clocks that were started by hand: offers and requests."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from kskd.registry.values import day
from kskd.rules.requests import Started

if TYPE_CHECKING:
    import sqlite3

_STARTED = (
    "SELECT c.number, c.kind, c.agreement, p.name, coalesce(a.lead_opd, c.opd), c.started_on, c.letter,"
    " CASE WHEN c.stopped_on <= :as_of THEN c.stopped_on END, CASE WHEN c.stopped_on <= :as_of THEN c.outcome END"
    " FROM clock AS c LEFT JOIN partner AS p ON p.id = c.partner LEFT JOIN agreement AS a ON a.id = c.agreement"
    " WHERE c.started_on <= :as_of AND a.void_reason IS NULL {} ORDER BY c.number"
)


def read_started(con: sqlite3.Connection, as_of: date, *, running: bool) -> list[Started]:
    """Clocks started by the day, as they were on it; with ``running`` only those not stopped by then."""
    which = "AND (c.stopped_on IS NULL OR c.stopped_on > :as_of)" if running else ""
    rows = con.execute(_STARTED.format(which), {"as_of": as_of.isoformat()})
    return [
        Started(number, kind, agreement, partner, opd, date.fromisoformat(on), letter, day(stopped), outcome)
        for number, kind, agreement, partner, opd, on, letter, stopped, outcome in rows
    ]


def insert_started(con: sqlite3.Connection, one: Started, partner: int | None) -> int:
    """Start it; gives its number."""
    (number,) = con.execute("SELECT coalesce(max(number), 0) + 1 FROM clock").fetchone()
    con.execute(
        "INSERT INTO clock (number, kind, agreement, partner, opd, started_on, letter) VALUES (?, ?, ?, ?, ?, ?, ?)",
        (number, one.kind, one.agreement, partner, one.opd, one.started_on.isoformat(), one.letter),
    )
    return int(number)


def stop(con: sqlite3.Connection, number: int, on: date, outcome: str) -> None:
    """Stop it on the day, with what came of it."""
    con.execute(
        "UPDATE clock SET stopped_on = ?, outcome = ? WHERE number = ?", (on.isoformat(), outcome, number)
    )
