"""Rows of sheets that an act has taken, each with its document: kept beside the registry, not in memory."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kskd.registry.session import Session

_TABLE = """
CREATE TEMP TABLE taken (agreement TEXT NOT NULL, sheet TEXT NOT NULL, row INTEGER NOT NULL, is_new INTEGER NOT NULL);
CREATE INDEX temp.taken_row ON taken (sheet, row);
CREATE INDEX temp.taken_agreement ON taken (agreement)
"""


class TakenRows:
    """What became of rows in this act; gone with it."""

    def __init__(self, session: Session) -> None:
        """None yet."""
        self._con = session.con
        for statement in _TABLE.split(";"):
            self._con.execute(statement)

    def put(self, sheet: str, row: int, agreement: str, *, is_new: bool = False) -> None:
        """A row is of this document, which it made if ``is_new``."""
        self._con.execute("INSERT INTO temp.taken VALUES (?, ?, ?, ?)", (agreement, sheet, row, is_new))

    def document(self, sheet: str, row: int) -> str | None:
        """The document of a row, of several the last."""
        return self._one(
            "SELECT agreement FROM temp.taken WHERE sheet = ? AND row = ? ORDER BY rowid DESC", sheet, row
        )

    def first(self, agreement: str) -> tuple[str, int] | None:
        """The sheet and row that was taken first of a document."""
        found = self._con.execute(
            "SELECT sheet, row FROM temp.taken WHERE agreement = ? ORDER BY rowid LIMIT 1", (agreement,)
        ).fetchone()
        return (str(found[0]), int(found[1])) if found else None

    def is_new(self, agreement: str) -> bool:
        """Whether a row of this act made the document."""
        return self._one("SELECT 1 FROM temp.taken WHERE agreement = ? AND is_new", agreement) is not None

    def _one(self, sql: str, *given: str | int) -> str | None:
        found = self._con.execute(f"{sql} LIMIT 1", given).fetchone()
        return str(found[0]) if found else None
