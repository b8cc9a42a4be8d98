"""The office's own settings and its instruments, as kept in the registry."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kskd.domain.settings import Government

if TYPE_CHECKING:
    import sqlite3


def read_government(con: sqlite3.Connection) -> Government:
    """The Pemda with all that its office has set."""
    return Government(dict(con.execute("SELECT key, value FROM setting")))


def write_setting(con: sqlite3.Connection, key: str, value: str) -> None:
    """Set ``key``; the value has passed ``Setting.read``."""
    con.execute(
        "INSERT INTO setting (key, value) VALUES (?, ?)"
        " ON CONFLICT (key) DO UPDATE SET value = excluded.value",
        (key, value),
    )


def drop_setting(con: sqlite3.Connection, key: str) -> None:
    """Leave ``key`` at its default."""
    con.execute("DELETE FROM setting WHERE key = ?", (key,))


def read_instrument(con: sqlite3.Connection, instrument: str) -> str | None:
    """The TOML text of the instrument with this id, or None."""
    row = con.execute("SELECT text FROM instrument WHERE id = ?", (instrument,)).fetchone()
    return str(row[0]) if row else None


def add_instrument(con: sqlite3.Connection, instrument: str, text: str) -> None:
    """Keep the TOML text of an instrument under its id."""
    con.execute("INSERT INTO instrument (id, text) VALUES (?, ?)", (instrument, text))


def instrument_ids(con: sqlite3.Connection) -> list[str]:
    """Ids of all instruments kept, in order."""
    return [row[0] for row in con.execute("SELECT id FROM instrument ORDER BY id")]


def evaluations_by_instrument(con: sqlite3.Connection) -> dict[str, int]:
    """How many evaluations were made by each instrument."""
    return dict(con.execute("SELECT instrument, count(*) FROM evaluation GROUP BY instrument"))
