"""The quarantine: rows as they were, each with why it was left, in a CSV to be imported after repair."""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path
from typing import TYPE_CHECKING

from kskd.domain.values.text import harmless, says_nothing
from kskd.importing.problems import reasons
from kskd.interchange.own_files import refuse_foreign, write_own
from kskd.system import may_write
from kskd.workflows.importing.names import new_code
from kskd.workflows.importing.telling import kind_in

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kskd.workflows.importing.outcome import Left, Outcome

OWN_HEADS = ("mengapa", "ID", "lembar", "baris")
"""Headings that it adds behind those of the lists."""
_STOOD = {
    "kind": "Jenis naskah",
    "opd": "OPD",
    "year": "Tahun",
    "scheme": "Bentuk kerja sama daerah",
    "partner_kind": "Jenis mitra",
}
"""Headings for what only a title over rows says, which a row alone would lose."""


def place_of(path: str, told: str | None) -> Path:
    """Where the quarantine of a file stands: as told, else beside it, else in the folder of work.

    AlreadyThere where a file stands there that is not kskd's, before anything is done.
    """
    stem = Path(path).stem
    again = re.fullmatch(r"(.+\.karantina)(?:-([0-9]+))?", stem)
    name = f"{again[1]}-{int(again[2] or 1) + 1}" if again else f"{stem}.karantina"
    beside = Path(path).with_name(f"{name}.csv")
    place = Path(told) if told else beside if may_write(beside.parent) else Path(beside.name)
    refuse_foreign(place.parent, {place.name: b""}, is_desk=False)
    return place


def write_left(place: Path, left: Sequence[Left]) -> None:
    """Write the rows in the order of the file, days that could be read so that nobody need ask again."""
    write_own(place.parent, {place.name: text_of(left).encode("utf-8-sig")}, is_desk=False)


def write_units(place: Path, outcome: Outcome) -> None:
    """Write units that are not known as a file for ``opd import``, their codes and names to be corrected."""
    lines = [f"{new_code(name, ())};{_safe(name).replace(';', ',')}" for name in sorted(outcome.unknown_opds)]
    content = "\r\n".join(("kode;nama", *lines, ""))
    write_own(place.parent, {place.name: content.encode("utf-8-sig")}, is_desk=False)


def text_of(left: Sequence[Left]) -> str:
    """The CSV: the headings of all lists that left a row, then why, the document, the sheet and the row."""
    ordered = sorted(left, key=lambda one: (one.record.sheet, one.record.row))
    rows = [_cells(one) for one in ordered]
    own = (column.heading for one in left for column in one.batch.plans)
    heads = [head for head in dict.fromkeys((*own, *(head for row in rows for head in row))) if head]
    heads = [head for head in heads if head not in OWN_HEADS]
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow([*map(_safe, heads), *OWN_HEADS])
    for one, cells in zip(ordered, rows, strict=True):
        row = [cells.get(head, "") for head in heads]
        place = (one.record.sheet, str(one.record.row))
        writer.writerow([*map(_safe, row), _safe(reasons(one.problems)), one.id, *map(_safe, place)])
    return out.getvalue()


def _cells(one: Left) -> dict[str, str]:
    """A row by headings, with what stands over it where no cell of it says so."""
    plans = one.batch.plans
    cells = {column.heading: _cell(one, column.column) for column in plans}
    heads = {column.concept: column.heading for column in plans if column.concept and column.heading}
    kind = "" if "doc" in heads else kind_in([one.record.section]) or one.batch.kind
    for concept, text in {**one.stood, "kind": kind}.items():
        head = heads.get(concept, _STOOD[concept])
        if text and not cells.get(head):
            cells[head] = text
    return cells


def _cell(one: Left, column: int) -> str:
    if (day := one.days.get(column)) is not None:
        return day
    cell = one.record.cells.get(column)
    return cell.text if cell else ""


def _safe(text: str) -> str:
    return text if says_nothing(text) else harmless(text)
