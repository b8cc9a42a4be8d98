"""The sheet that asks an OPD once more for what could not be taken, and says of each cell why."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kskd.desk.sheet import TROUBLE

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kskd.desk.returned import Remark
    from kskd.desk.sheet import Sheet, SheetPart

_FOR_THE_OFFICE = r"\bkskd\b|--[a-z]"  # no OPD is told to type a command
_AFTER_TITLE = 2


def asking_again(sheet: Sheet, problems: Iterable[Remark]) -> Sheet | None:
    """The rows of the sheet with a cell that only the OPD can mend, and the reasons; None without any."""
    told = [problem for problem in problems if problem.again]
    parts = tuple(part for one in sheet.parts if (part := _part(one, told)).rows)
    return sheet._replace(parts=parts, meeting=None) if parts else None


def _part(part: SheetPart, problems: Iterable[Remark]) -> SheetPart:
    reasons: dict[str, list[str]] = {}
    again: set[tuple[str, str]] = set()
    for problem in problems:
        cells = [one for one in problem.again if one.part == part.key]
        for row in dict.fromkeys(one.row for one in cells):
            reasons.setdefault(row, []).append(_reason(problem))
        for one in cells:
            keys = [column.key for column in part.open_columns] if one.key is None else [one.key]
            again |= {(one.row, key) for key in keys}
    return part._replace(
        columns=(*part.columns[:_AFTER_TITLE], TROUBLE, *part.columns[_AFTER_TITLE:]),
        rows={
            row: {**cells, TROUBLE.key: " ".join(reasons[row])}
            for row, cells in part.rows.items()
            if row in reasons
        },
        again=frozenset(again),
    )


def _reason(problem: Remark) -> str:
    what = "isi sekali lagi." if re.search(_FOR_THE_OFFICE, problem.what) else problem.what
    return f"{problem.place.heading or 'Baris ini'}: {what}"
