"""The office's instruments, as kept in the registry."""

from kskd.registry.session import Session


def read_instrument(session: Session, instrument: str) -> str | None:
    """The TOML text of the instrument with this id, or None."""
    row = session.con.execute("SELECT text FROM instrument WHERE id = ?", (instrument,)).fetchone()
    return str(row[0]) if row else None


def add_instrument(session: Session, instrument: str, text: str) -> None:
    """Keep the TOML text of an instrument under its id."""
    session.con.execute("INSERT INTO instrument (id, text) VALUES (?, ?)", (instrument, text))


def instrument_ids(session: Session) -> list[str]:
    """Ids of all instruments kept, in order."""
    return [row[0] for row in session.con.execute("SELECT id FROM instrument ORDER BY id")]


def evaluations_by_instrument(session: Session) -> dict[str, int]:
    """How many evaluations were made by each instrument."""
    return dict(session.con.execute("SELECT instrument, count(*) FROM evaluation GROUP BY instrument"))
