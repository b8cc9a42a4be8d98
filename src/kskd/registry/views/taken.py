"""Rows of sheets that an act has taken, and those of acts before it, each with its document.

Both are kept beside the registry, not in memory.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kskd.registry.session import Session

_TABLE = """
CREATE TEMP TABLE taken (agreement TEXT NOT NULL, sheet TEXT NOT NULL, row INTEGER NOT NULL, "left" INTEGER NOT NULL, is_new INTEGER NOT NULL);
CREATE INDEX temp.taken_row ON taken (sheet, row, "left");
CREATE INDEX temp.taken_agreement ON taken (agreement);
CREATE TEMP TABLE taken_adendum (agreement TEXT NOT NULL, signed TEXT NOT NULL, sheet TEXT NOT NULL, row INTEGER NOT NULL, "left" INTEGER NOT NULL,
  PRIMARY KEY (agreement, signed)) WITHOUT ROWID
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

    def first_adendum(self, agreement: str, signed: str, row: tuple[str, int, int]) -> tuple[str, int, int]:
        """The row that was taken first of the adendum of a document signed on a day: this one, if none was."""
        key = (agreement, signed)
        self._con.execute("INSERT OR IGNORE INTO temp.taken_adendum VALUES (?, ?, ?, ?, ?)", (*key, *row))
        sql = 'SELECT sheet, row, "left" FROM temp.taken_adendum WHERE agreement = ? AND signed = ?'
        sheet, number, left = self._con.execute(sql, key).fetchone()
        return str(sheet), int(number), int(left)

    def is_new(self, agreement: str) -> bool:
        """Whether a row of this act made the document."""
        return self._one("SELECT 1 FROM temp.taken WHERE agreement = ? AND is_new", agreement) is not None

    def _one(self, sql: str, *given: str | int) -> str | None:
        found = self._con.execute(f"{sql} LIMIT 1", given).fetchone()
        return str(found[0]) if found else None


_BEFORE = """
CREATE TEMP TABLE came (sheet TEXT NOT NULL, row INTEGER NOT NULL, "column" TEXT NOT NULL, agreement TEXT NOT NULL,
  PRIMARY KEY (sheet, row, "column", agreement)) WITHOUT ROWID;
CREATE TEMP TABLE called (told TEXT NOT NULL, agreement TEXT NOT NULL, PRIMARY KEY (told, agreement)) WITHOUT ROWID
"""


class EarlierRows:
    """Rows that were taken before this act, as their sources tell of them."""

    def __init__(self, session: Session, digests: Iterable[str], *, has_ids: bool) -> None:
        """Take the files that are imported; of other files only the ids, where they are wanted."""
        self._con = session.con
        for statement in _BEFORE.split(";"):
            self._con.execute(statement)
        for digest in set(digests):
            self._con.execute(
                "INSERT OR IGNORE INTO temp.came SELECT sheet, row, cells ->> '$[0][1]', agreement FROM source"
                " WHERE file IN (SELECT id FROM source_file WHERE digest = ?)",
                (digest,),
            )
        if has_ids:
            self._con.execute(
                "INSERT OR IGNORE INTO temp.called SELECT upper(c.value ->> 2), agreement"
                " FROM source, json_each(cells) AS c WHERE c.value ->> 0 = 'id' AND c.value ->> 2 IS NOT NULL"
            )

    def documents(self, sheet: str, row: int) -> list[tuple[str, str]]:
        """What this row of the same file told of before: the letters of a column of it, and the document."""
        sql = 'SELECT "column", agreement FROM temp.came WHERE sheet = ? AND row = ? ORDER BY agreement'
        return [(str(column), str(one)) for column, one in self._con.execute(sql, (sheet, row))]

    def called(self, told: str) -> list[str]:
        """Documents of which a list said that they have this id."""
        sql = "SELECT agreement FROM temp.called WHERE told = ? ORDER BY agreement"
        return [str(one) for (one,) in self._con.execute(sql, (told.upper(),))]

    @property
    def has_ids(self) -> bool:
        """Whether a list ever told an id."""
        return self._con.execute("SELECT 1 FROM temp.called LIMIT 1").fetchone() is not None
