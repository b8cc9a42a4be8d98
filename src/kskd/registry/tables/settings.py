"""The office's own settings, as kept in the registry."""

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
