"""The quarantine: rows as they were, each with why it was left, in a CSV that can be imported after repair."""

from __future__ import annotations

import csv
import io
from pathlib import Path
from typing import TYPE_CHECKING

from kskd.domain.values.text import harmless, says_nothing
from kskd.importing.problems import reasons
from kskd.interchange.own_files import refuse_foreign, write_own

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kskd.workflows.importing.outcome import Left

OWN_HEADS = ("mengapa", "ID", "lembar", "baris")
"""Headings that it adds behind those of the lists."""


def usual_place(path: str) -> Path:
    """Where it stands if nothing else is said: beside the file, else in the folder of work."""
    beside = Path(path).with_name(f"{Path(path).stem}.karantina.csv")
    try:
        is_ours = beside.exists() or _may_write(beside.parent)
    except OSError:
        is_ours = False
    return beside if is_ours else Path(beside.name)


def _may_write(folder: Path) -> bool:
    import os

    return os.access(folder, os.W_OK)


def refuse_other(place: Path) -> None:
    """AlreadyThere where a file stands there that is not kskd's, before anything is done."""
    refuse_foreign(place.parent, {place.name: b""})


def write(place: Path, left: Sequence[Left]) -> None:
    """Write the rows in the order of the file, days that could be read so that nobody need ask again."""
    write_own(place.parent, {place.name: text_of(left).encode("utf-8-sig")})


def text_of(left: Sequence[Left]) -> str:
    """The CSV: the headings of all lists that left a row, then why, the document, the sheet and the row."""
    heads = list(dict.fromkeys(column.heading for one in left for column in one.batch.plans))
    heads = [head for head in heads if head and head not in OWN_HEADS]
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow([*map(_safe, heads), *OWN_HEADS])
    for one in sorted(left, key=lambda one: (one.record.sheet, one.record.row)):
        cells = {column.heading: _cell(one, column.column) for column in one.batch.plans}
        row = [cells.get(head, "") for head in heads]
        place = (one.record.sheet, str(one.record.row))
        writer.writerow([*map(_safe, row), _safe(reasons(one.problems)), one.id, *map(_safe, place)])
    return out.getvalue()


def _cell(one: Left, column: int) -> str:
    if (day := one.days.get(column)) is not None:
        return day
    cell = one.record.cells.get(column)
    return cell.text if cell else ""


def _safe(text: str) -> str:
    return text if says_nothing(text) else harmless(text)
