"""Clocks started by hand, and what else the clocks of documents need to know of the office."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from kskd.registry.values import day
from kskd.rules.clock import Renewals
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


def read_requested(con: sqlite3.Connection, as_of: date) -> dict[str, frozenset[str]]:
    """Kinds of request ever started by the day, by document."""
    found: dict[str, frozenset[str]] = {}
    for agreement, kind in con.execute(
        "SELECT agreement, kind FROM clock WHERE agreement IS NOT NULL AND started_on <= ?",
        (as_of.isoformat(),),
    ):
        found[agreement] = found.get(agreement, frozenset()) | {kind}
    return found


def read_renewals(con: sqlite3.Connection, as_of: date) -> Renewals:
    """How many days before its predecessor ended each successor was signed: their median, and how many."""
    leads = [
        int(lead)
        for (lead,) in con.execute(
            "SELECT julianday(p.ends_on) - julianday(s.signed_on) AS lead FROM agreement AS s"
            " JOIN agreement AS p ON p.id = s.predecessor WHERE s.predecessor IS NOT NULL AND s.void_reason IS NULL"
            " AND p.void_reason IS NULL AND s.signed_on <= ? AND p.ends_on IS NOT NULL ORDER BY lead",
            (as_of.isoformat(),),
        )
    ]
    if not leads:
        return Renewals()
    return Renewals((leads[(len(leads) - 1) // 2] + leads[len(leads) // 2]) / 2, len(leads))


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
