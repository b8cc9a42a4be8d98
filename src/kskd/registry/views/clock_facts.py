"""What the clocks of documents need to know of the office: what it has asked for, how it has renewed."""

from datetime import date

from kskd.registry.session import Session
from kskd.rules.clock import Renewals


def read_renewals(session: Session, as_of: date) -> Renewals | None:
    """How many days before its predecessor ended each successor was signed: their median, and how many; None of none.

    What was ended early and replaced was not renewed before its end, and does not count, nor what was signed or
    ended on a day known in part.
    """
    leads = [
        int(lead)
        for (lead,) in session.con.execute(
            "SELECT julianday(p.ends_on) - julianday(s.signed_on) AS lead FROM agreement AS s"
            " JOIN agreement AS p ON p.id = s.predecessor WHERE s.predecessor IS NOT NULL AND s.void_reason IS NULL"
            " AND p.void_reason IS NULL AND s.signed_on <= ? AND p.end_kind = 'date' AND length(p.ends_on) = 10"
            " AND length(s.signed_on) = 10 AND p.ended_on IS NULL ORDER BY lead",
            (as_of.isoformat(),),
        )
    ]
    if not leads:
        return None
    return Renewals((leads[(len(leads) - 1) // 2] + leads[len(leads) // 2]) / 2, len(leads))


def any_started(session: Session) -> bool:
    """Whether any clock was ever started by hand."""
    return bool(session.con.execute("SELECT EXISTS (SELECT 1 FROM clock)").fetchone()[0])
