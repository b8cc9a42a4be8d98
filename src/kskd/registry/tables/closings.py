"""Periods that were reported, and are closed: what they say changes only with a reason."""

from datetime import date

from kskd.domain.values.period import Period
from kskd.registry.session import Session
from kskd.registry.twins.periods import known
from kskd.registry.values import day


def read_closings(session: Session) -> dict[Period, date]:
    """The day on which each closed period was closed, in order of time."""
    rows = session.con.execute("SELECT period, closed_on FROM closing")
    known = {Period.parse(period): closed for period, on in rows if (closed := day(on)) is not None}
    return dict(sorted(known.items()))


def closing_of(session: Session, period: Period) -> Period | None:
    """The closed period in which this one lies, if there is one; a period lies in itself."""
    return next((one for one in read_closings(session) if one.contains(period)), None)


def close(session: Session, period: Period, on: date) -> None:
    """Close a period that is open."""
    session.con.execute(
        "INSERT INTO closing (period, closed_on) VALUES (?, ?)", (str(period), on.isoformat())
    )


def reopen(session: Session, period: Period) -> None:
    """Open a period again."""
    session.con.execute("DELETE FROM closing WHERE period = ?", (str(period),))


def reporting_of(session: Session, as_of: date) -> dict[Period, tuple[int, int]]:
    """How many reports of each period were known on a day, and of how many that of reporting is recorded."""
    rows = session.con.execute(
        f"SELECT period, count(*), count(reported_on) FROM evaluation WHERE {known('evaluation')} GROUP BY period",
        {"as_of": as_of.isoformat()},
    )
    return {Period.parse(period): (evaluated, reported) for period, evaluated, reported in rows}
