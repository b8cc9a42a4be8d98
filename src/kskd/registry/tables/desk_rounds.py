"""Rows of the round of desk evaluasi: sheets sent, files returned, meetings."""

from datetime import date

from kskd.domain.desk_round import Meeting, Return, Sent
from kskd.domain.values.period import Period
from kskd.registry.session import Session
from kskd.registry.values import iso


def read_sent(session: Session, period: Period) -> list[Sent]:
    """Sheets sent for a period, the earliest first."""
    rows = session.con.execute(
        "SELECT digest, opd, instrument, sent_on, due_on FROM desk_sheet WHERE period = ?"
        " ORDER BY sent_on, digest",
        (str(period),),
    )
    return [
        Sent(digest, period, opd, instrument, date.fromisoformat(sent), date.fromisoformat(due))
        for digest, opd, instrument, sent, due in rows
    ]


def find_sent(session: Session, digest: str) -> Sent | None:
    """The sheet of this digest, if it was sent from here."""
    row = session.con.execute(
        "SELECT period, opd, instrument, sent_on, due_on FROM desk_sheet WHERE digest = ?", (digest,)
    ).fetchone()
    if row is None:
        return None
    period, opd, instrument, sent, due = row
    return Sent(
        digest, Period.parse(period), opd, instrument, date.fromisoformat(sent), date.fromisoformat(due)
    )


def write_sent(session: Session, one: Sent) -> None:
    """Keep that a sheet went out; one that went out before keeps its first day, and takes the new due day."""
    session.con.execute(
        "INSERT INTO desk_sheet (digest, period, opd, instrument, sent_on, due_on) VALUES (?, ?, ?, ?, ?, ?)"
        " ON CONFLICT (digest) DO UPDATE SET due_on = excluded.due_on",
        (one.digest, str(one.period), one.opd, one.instrument, iso(one.sent_on), iso(one.due_on)),
    )


def read_returns(session: Session, period: Period) -> list[Return]:
    """Files that came back of a period's sheets, the earliest first."""
    rows = session.con.execute(
        "SELECT r.sheet, r.file, r.returned_on, r.taken, r.problems FROM desk_return AS r"
        " JOIN desk_sheet AS s ON s.digest = r.sheet WHERE s.period = ? ORDER BY r.returned_on, r.sheet, r.file",
        (str(period),),
    )
    return [
        Return(sheet, file, date.fromisoformat(on), taken, problems)
        for sheet, file, on, taken, problems in rows
    ]


def write_return(session: Session, one: Return) -> bool:
    """Keep that a file came back; False for a file that came back before, which is the same return."""
    done = session.con.execute(
        "INSERT INTO desk_return (sheet, file, returned_on, taken, problems) VALUES (?, ?, ?, ?, ?)"
        " ON CONFLICT (sheet, file) DO NOTHING",
        (one.sheet, one.file, iso(one.returned_on), one.taken, one.problems),
    )
    return done.rowcount > 0


def read_meetings(session: Session, period: Period | None = None) -> list[Meeting]:
    """The desk meetings of a period, or of all, in the order in which they are held."""
    rows = session.con.execute(
        "SELECT period, opd, day, starts, ends, place FROM desk_meeting WHERE ?1 IS NULL OR period = ?1"
        " ORDER BY day, starts, opd",
        (period and str(period),),
    )
    return [Meeting(Period.parse(of), opd, date.fromisoformat(day), *rest) for of, opd, day, *rest in rows]


def write_meeting(session: Session, one: Meeting) -> None:
    """Keep a meeting, in place of the one that the OPD had in the period."""
    session.con.execute(
        "INSERT INTO desk_meeting (period, opd, day, starts, ends, place) VALUES (?, ?, ?, ?, ?, ?)"
        " ON CONFLICT (period, opd) DO UPDATE SET day = excluded.day, starts = excluded.starts,"
        " ends = excluded.ends, place = excluded.place",
        (str(one.period), one.opd, iso(one.day), one.starts, one.ends, one.place),
    )
