"""Where the facts of documents came from: files, their rows, and cells as they were typed."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from kskd.registry.session import Session


class SourceCell(NamedTuple):
    """The field that a cell told of, the letters of its column, and what was typed, None where it is personal."""

    field: str
    column: str
    typed: str | None


class SourceRow(NamedTuple):
    """A row of a file, by the number that ``keep_file`` gave, and its cells; without sheets that is empty."""

    file: int
    sheet: str
    row: int
    cells: tuple[SourceCell, ...]


def keep_file(session: Session, name: str, digest: str) -> int:
    """The number of a file of this name and SHA-256, entered where it is new."""
    known = session.con.execute(
        "SELECT id FROM source_file WHERE digest = ? AND name = ?", (digest, name)
    ).fetchone()
    if known is not None:
        return int(known[0])
    made = session.con.execute("INSERT INTO source_file (name, digest) VALUES (?, ?)", (name, digest))
    return int(made.lastrowid or 0)


def keep_row(session: Session, agreement: str, one: SourceRow) -> None:
    """Keep what a row told of a document; told again from the same file, the cells are those told last."""
    cells = json.dumps(one.cells, ensure_ascii=False, separators=(",", ":"))
    session.con.execute(
        "INSERT INTO source (agreement, file, sheet, row, cells) VALUES (?, ?, ?, ?, ?)"
        " ON CONFLICT DO UPDATE SET cells = excluded.cells WHERE cells <> excluded.cells",
        (agreement, one.file, one.sheet, one.row, cells),
    )
