"""What could not be taken from a cell or a row: where it stands, what was typed, and what to do."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from kskd.domain.values.grid import column_name
from kskd.domain.values.text import quote

_ROWS = 10  # rows with the same problem that a person is told; the quarantine has all
_SHOWN = 200  # characters of what was typed that a machine is told


class Problem(NamedTuple):
    """One thing that is left for a person: its place, the cell as typed, how it could be read, and why.

    ``column`` is None where it is about the whole row.
    """

    sheet: str
    row: int
    column: int | None
    heading: str
    typed: str
    readings: tuple[str, ...]
    why: str

    @property
    def place(self) -> str:
        """Where it stands, in words: ``lembar "PKS", baris 7, kolom C "Mulai"``."""
        return self._place((self.row,))

    @property
    def reason(self) -> str:
        """Why, with what was typed and how that could be read."""
        typed = f"{quote(self.typed)}: " if self.typed and self.column is not None else ""
        readings = f" Dapat dibaca {' atau '.join(self.readings)}." if self.readings else ""
        return f"{typed}{self.why}{readings}"

    def __str__(self) -> str:
        """As one line for a person."""
        return self.line((self.row,))

    def line(self, rows: Sequence[int]) -> str:
        """As one line for a person, for all the rows that have it."""
        return f"{self._place(rows)}: {self.reason}"

    def _place(self, rows: Sequence[int]) -> str:
        sheet = f"lembar {quote(self.sheet)}, " if self.sheet else ""
        more = f" dan {len(rows) - _ROWS} lagi" if len(rows) > _ROWS else ""
        place = f"{sheet}baris {', '.join(map(str, rows[:_ROWS]))}{more}"
        if self.column is None:
            return place
        heading = f" {quote(self.heading)}" if self.heading else ""
        return f"{place}, kolom {column_name(self.column)}{heading}"

    def as_json(self) -> dict[str, object]:
        """As programs read it; the column by its letters."""
        return {
            "sheet": self.sheet,
            "row": self.row,
            "column": None if self.column is None else column_name(self.column),
            "heading": self.heading or None,
            "typed": self.typed[:_SHOWN],
            "readings": list(self.readings),
            "why": self.why,
        }


def reasons(problems: Iterable[Problem]) -> str:
    """The problems of one row in one cell, each with the heading of its column."""
    return " | ".join(
        f"{one.heading}: {one.reason}" if one.heading else one.reason for one in dict.fromkeys(problems)
    )


def together(problems: Iterable[Problem]) -> list[str]:
    """The problems for a person: those that differ by their row alone stand in one line."""
    rows: dict[Problem, list[int]] = {}
    for one in dict.fromkeys(problems):
        rows.setdefault(one._replace(row=0), []).append(one.row)
    return [one.line(found) for one, found in rows.items()]
