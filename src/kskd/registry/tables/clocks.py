"""Clocks that were started by hand: offers and requests."""

from collections.abc import Mapping, Sequence
from datetime import date

from kskd.registry.session import Session
from kskd.registry.values import day
from kskd.rules.clocks.requests import Started

_STARTED = (
    "SELECT c.number, c.kind, c.agreement, p.name, coalesce(a.lead_opd, c.opd), c.started_on, c.letter,"
    " CASE WHEN c.stopped_on <= :as_of THEN c.stopped_on END, CASE WHEN c.stopped_on <= :as_of THEN c.outcome END"
    " FROM clock AS c LEFT JOIN partner AS p ON p.id = c.partner LEFT JOIN agreement AS a ON a.id = c.agreement"
    " WHERE c.started_on <= :as_of AND a.void_reason IS NULL AND {} ORDER BY c.number"
)


_AMONG = {
    "agreements": "c.agreement IN (SELECT value FROM json_each(:agreements))",
    "opd": "c.opd IN (SELECT value FROM json_each(:opd))",
    "partner": "c.partner IN (SELECT value FROM json_each(:partner))",
}


def read_started(
    session: Session,
    as_of: date,
    *,
    running: bool,
    agreements: Sequence[str] | None = None,
    of_others: Mapping[str, str] | None = None,
) -> list[Started]:
    """Clocks started by the day, as they were on it; with ``running`` only those not stopped by then.

    With ``agreements`` only those of some documents, and those without one that meet ``of_others``: codes of
    units (``opd``) and ids of partners (``partner``), each a JSON list. With None none of these does.
    """
    where, params = ["1"], {"as_of": as_of.isoformat()}
    if running:
        where.append("(c.stopped_on IS NULL OR c.stopped_on > :as_of)")
    if agreements is not None:
        others = "0" if of_others is None else " AND ".join(_AMONG[key] for key in of_others)
        where.append(f"iif(c.agreement IS NULL, {others}, {_AMONG['agreements']})")
        import json

        params |= {"agreements": json.dumps(list(agreements)), **(of_others or {})}
    rows = session.con.execute(_STARTED.format(" AND ".join(where)), params)
    return [
        Started(number, kind, agreement, partner, opd, date.fromisoformat(on), letter, day(stopped), outcome)
        for number, kind, agreement, partner, opd, on, letter, stopped, outcome in rows
    ]


def insert_started(session: Session, one: Started, partner: int | None) -> int:
    """Start it; gives its number."""
    (number,) = session.con.execute("SELECT coalesce(max(number), 0) + 1 FROM clock").fetchone()
    session.con.execute(
        "INSERT INTO clock (number, kind, agreement, partner, opd, started_on, letter) VALUES (?, ?, ?, ?, ?, ?, ?)",
        (number, one.kind, one.agreement, partner, one.opd, one.started_on.isoformat(), one.letter),
    )
    return int(number)


def stop(session: Session, number: int, on: date, outcome: str) -> None:
    """Stop it on the day, with what came of it."""
    session.con.execute(
        "UPDATE clock SET stopped_on = ?, outcome = ? WHERE number = ?", (on.isoformat(), outcome, number)
    )
