"""What an import is given and what it comes to: rows by what became of them, and all that is left."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from kskd.importing.columns import ColumnPlan
    from kskd.importing.problems import Problem
    from kskd.importing.reading import RowReading
    from kskd.importing.records import Record
    from kskd.workflows.changes import Change


class Fate(StrEnum):
    """What becomes of a row."""

    NEW = "baru"
    CHANGED = "berubah"
    SAME = "sama"
    MAYBE = "mungkin sama"
    LEFT = "dikarantina"


class Batch(NamedTuple):
    """A list of a file under its plan; its rows are read anew, in their order, each time they are asked for.

    ``kind`` is what the name of the sheet or a title above the list calls its documents, if it does.
    """

    file: str
    digest: str
    plans: tuple[ColumnPlan, ...]
    readings: Callable[[], Iterable[RowReading]]
    kind: str = ""

    @property
    def left(self) -> int:
        """Its first column, which parts it from a list beside it."""
        return min((one.column for one in self.plans), default=1)


class Wishes(NamedTuple):
    """What was decided before: ``opds`` and ``partners`` by name as typed, and whether units are made."""

    opds: Mapping[str, str] = {}
    partners: Mapping[str, str] = {}
    new_opd: bool = False


class Left(NamedTuple):
    """A row that goes to quarantine: as it was, its days that could be read, its document, and why.

    ``stood`` is what a title over it says, by concept.
    """

    batch: Batch
    record: Record
    days: Mapping[int, str]
    id: str
    problems: tuple[Problem, ...]
    stood: Mapping[str, str] = {}


class RowChange(NamedTuple):
    """A fact of a document that a row of the file changed."""

    id: str
    row: int
    change: Change


@dataclass(slots=True)
class Outcome:
    """What became of the rows, and what is left for a person.

    ``unknown_opds`` has units that are not found, each with those that resemble it; ``remarks`` are doubtful
    and hold nothing up; ``merged`` are rows of one document that stands in the file more than once;
    ``open_schemes`` counts the rows left for want of a scheme by those that it may be;
    ``open_columns`` were not taken at all, and ``links`` lead elsewhere, so that they are no files.
    """

    fates: Counter[Fate] = field(default_factory=Counter)
    problems: list[Problem] = field(default_factory=list)
    left: list[Left] = field(default_factory=list)
    changes: list[RowChange] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)
    partners: list[str] = field(default_factory=list)
    opds: dict[str, str] = field(default_factory=dict)
    unknown_opds: dict[str, tuple[str, ...]] = field(default_factory=dict)
    links: int = 0
    open_schemes: Counter[tuple[str, ...]] = field(default_factory=Counter)
    passed: int = 0
    merged: int = 0
    open_columns: int = 0

    @property
    def takes_something(self) -> bool:
        """Whether a document came or changed."""
        return bool(self.fates[Fate.NEW] or self.fates[Fate.CHANGED])

    @property
    def is_whole(self) -> bool:
        """Whether nothing is left to be decided."""
        return not (self.left or self.merged or self.open_columns)
