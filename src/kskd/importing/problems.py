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
        return self._reason(0)

    def _reason(self, others: int) -> str:
        more = f" dan {others} lainnya" if others else ""
        typed = f"{quote(self.typed)}{more}: " if self.typed and self.column is not None else ""
        readings = f" Dapat dibaca {' atau '.join(self.readings)}." if self.readings else ""
        return f"{typed}{self.why}{readings}"

    def __str__(self) -> str:
        """As one line for a person."""
        return self.line((self.row,))

    def line(self, rows: Sequence[int], others: int = 0) -> str:
        """As one line for a person, for all the rows that have it, or its like of ``others`` as typed."""
        return f"{self._place(rows)}: {self._reason(others)}"

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
    """The problems for a person: those of one kind and column stand in one line, the first as an example."""
    alike: dict[Problem, list[Problem]] = {}
    for one in dict.fromkeys(problems):
        alike.setdefault(_kind_of(one), []).append(one)
    return [
        found[0].line([one.row for one in found], len({one.typed for one in found}) - 1)
        for found in alike.values()
    ]


def _kind_of(one: Problem) -> Problem:
    """A problem without its row; of a day that may be read in two ways without the day too."""
    if one.readings and one.readings[0] in one.why:
        one = one._replace(typed="", readings=(), why=one.why.replace(one.readings[0], ""))
    return one._replace(row=0)
