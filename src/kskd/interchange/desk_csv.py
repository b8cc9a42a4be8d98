"""The desk sheet as CSV: one file a part, with the choices in the headings, which has no drop-downs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kskd.interchange.csvfile import grid_bytes

if TYPE_CHECKING:
    from kskd.desk.sheet import Sheet, SheetColumn, SheetPart


def part_bytes(sheet: Sheet, part: SheetPart) -> bytes:
    """A part with its keys and headings, as the workbook has them."""
    keys, _, *rows = sheet.lines(part)
    return grid_bytes([keys, [_heading(column) for column in part.table], *rows])


def _heading(column: SheetColumn) -> str:
    offered = " / ".join(label for _, label in column.choices)
    return f"{column.heading} [{offered}]" if offered else column.heading
