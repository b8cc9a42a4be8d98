"""The office's own settings and its instruments, as kept in the registry."""

from kskd.domain.settings import Government
from kskd.registry.session import Session


def read_government(session: Session) -> Government:
    """The Pemda with all that its office has set."""
    return Government(dict(session.con.execute("SELECT key, value FROM setting")))


def write_setting(session: Session, key: str, value: str) -> None:
    """Set ``key``; the value has passed ``Setting.read``."""
    session.con.execute(
        "INSERT INTO setting (key, value) VALUES (?, ?)"
        " ON CONFLICT (key) DO UPDATE SET value = excluded.value",
        (key, value),
    )


def drop_setting(session: Session, key: str) -> None:
    """Leave ``key`` at its default."""
    session.con.execute("DELETE FROM setting WHERE key = ?", (key,))


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
