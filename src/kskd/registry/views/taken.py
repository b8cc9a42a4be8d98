"""Rows of sheets that an act has taken, each with its document: kept beside the registry, not in memory."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kskd.registry.session import Session

_TABLE = """
CREATE TEMP TABLE taken (agreement TEXT NOT NULL, sheet TEXT NOT NULL, row INTEGER NOT NULL, "left" INTEGER NOT NULL, is_new INTEGER NOT NULL);
CREATE INDEX temp.taken_row ON taken (sheet, row, "left");
CREATE INDEX temp.taken_agreement ON taken (agreement)
"""


class TakenRows:
    """What became of rows in this act; gone with it.

    A row is one of a sheet, and of the list in it of which the first column is ``left``.
    """

    def __init__(self, session: Session) -> None:
        """None yet."""
        self._con = session.con
        for statement in _TABLE.split(";"):
            self._con.execute(statement)

    def put(self, sheet: str, row: int, left: int, agreement: str, *, is_new: bool = False) -> None:
        """A row is of this document, which it made if ``is_new``."""
        self._con.execute(
            "INSERT INTO temp.taken VALUES (?, ?, ?, ?, ?)", (agreement, sheet, row, left, is_new)
        )

    def document(self, sheet: str, row: int, left: int) -> str | None:
        """The document of a row, of several the last."""
        sql = (
            'SELECT agreement FROM temp.taken WHERE sheet = ? AND row = ? AND "left" = ? ORDER BY rowid DESC'
        )
        return self._one(sql, sheet, row, left)

    def first(self, agreement: str) -> tuple[str, int, int] | None:
        """The row that was taken first of a document: its sheet, its number and ``left``."""
        found = self._con.execute(
            'SELECT sheet, row, "left" FROM temp.taken WHERE agreement = ? ORDER BY rowid LIMIT 1',
            (agreement,),
        ).fetchone()
        return (str(found[0]), int(found[1]), int(found[2])) if found else None

    def is_new(self, agreement: str) -> bool:
        """Whether a row of this act made the document."""
        return self._one("SELECT 1 FROM temp.taken WHERE agreement = ? AND is_new", agreement) is not None

    def _one(self, sql: str, *given: str | int) -> str | None:
        found = self._con.execute(f"{sql} LIMIT 1", given).fetchone()
        return str(found[0]) if found else None
