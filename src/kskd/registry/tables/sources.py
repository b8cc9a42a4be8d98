"""Where the facts of documents came from: files, their rows, and cells as they were typed."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kskd.domain.document.record import SourceRecord
    from kskd.registry.session import Session

SOURCES = (  # {0} is the document
    "(SELECT json_group_array(json_object('field', cell ->> 0, 'file', name, 'sha256', digest,"
    " 'sheet', nullif(sheet, ''), 'row', row, 'column', cell ->> 1, 'typed', cell ->> 2))"
    " FROM (SELECT c.value AS cell, n.name, n.digest, s.sheet, s.row FROM source AS s JOIN source_file AS n"
    " ON n.id = s.file JOIN json_each(s.cells) AS c WHERE s.agreement = {0} ORDER BY s.file, s.sheet, s.row, c.key))"
)
"""The cells that told of a document, as JSON (``SourceRecord``)."""


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


def read_sources(session: Session, agreement: str, fields: Iterable[str]) -> tuple[SourceRecord, ...]:
    """The cells that told of these fields of a document, in the order of files and rows."""
    (text,) = session.con.execute(f"SELECT {SOURCES.format(':id')}", {"id": agreement}).fetchone()
    wanted = set(fields)
    return tuple(one for one in json.loads(text) if one["field"] in wanted)
