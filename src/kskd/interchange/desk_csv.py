"""The desk sheet as CSV: one file a part, with the choices in the headings, which has no drop-downs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kskd.interchange.csvfile import grid_bytes

if TYPE_CHECKING:
    from kskd.desk.sheet import Sheet, SheetColumn, SheetPart


def part_bytes(sheet: Sheet, part: SheetPart) -> bytes:
    """A part with its keys and headings, as the workbook has them; the code twice, as CSV has no cover."""
    keys, _, *rows = sheet.lines(part)
    *headings, end = (_heading(column) for column in part.table)
    return grid_bytes([keys, [*headings, f"{end} [{keys[0]}]"], *rows])


def _heading(column: SheetColumn) -> str:
    offered = " / ".join(label for _, label in column.choices)
    return f"{column.heading} [{offered}]" if offered else column.heading
