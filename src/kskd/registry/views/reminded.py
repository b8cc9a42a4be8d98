"""When ``remind`` last ran."""

from datetime import date

from kskd.registry.session import Session
from kskd.registry.values import day


def read_last_run(session: Session) -> date | None:
    """The day of the last run for all units; None before the first."""
    (text,) = session.con.execute(
        "SELECT (SELECT ran_on FROM reminder_run WHERE opds IS NULL ORDER BY number DESC LIMIT 1)"
    ).fetchone()
    return day(text)
