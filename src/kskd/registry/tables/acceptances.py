"""Findings that the office accepts; the journal keeps also those that were withdrawn."""

from kskd.domain.finding import Acceptance
from kskd.registry.session import Session


def read_acceptances(session: Session) -> dict[tuple[str, str], Acceptance]:
    """All of them by document and rule, in that order."""
    rows = session.con.execute(
        "SELECT agreement, rule, reason, accepted_on, until FROM acceptance ORDER BY agreement, rule"
    )
    return {(one.agreement, one.rule): one for one in (Acceptance(*row) for row in rows)}


def write_acceptance(session: Session, one: Acceptance) -> None:
    """Keep it, in place of an earlier one of the same rule for the same document."""
    session.con.execute(
        "INSERT INTO acceptance (agreement, rule, reason, accepted_on, until)"
        " VALUES (:agreement, :rule, :reason, :accepted_on, :until) ON CONFLICT (agreement, rule) DO UPDATE SET"
        " reason = excluded.reason, accepted_on = excluded.accepted_on, until = excluded.until",
        one._asdict(),
    )


def drop_acceptance(session: Session, agreement: str, rule: str) -> None:
    """Accept it no longer."""
    session.con.execute("DELETE FROM acceptance WHERE agreement = ? AND rule = ?", (agreement, rule))
