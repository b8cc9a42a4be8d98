"""What an import is given and what it comes to: rows by what became of them, and all that is left."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from kskd.domain.document.fields import FIELDS
from kskd.importing.concepts import Subject

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from kskd.domain.field import Fields
    from kskd.importing.columns import ColumnPlan
    from kskd.importing.problems import Problem
    from kskd.importing.reading import RowReading
    from kskd.importing.records import Record, RowPlace
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

    ``fields`` is what may be told of its ``subject``. ``kind`` is what the name of the sheet or a title above
    the list calls its documents, if it does.
    """

    file: str
    digest: str
    plans: tuple[ColumnPlan, ...]
    readings: Callable[[], Iterable[RowReading]]
    kind: str = ""
    subject: Subject = Subject.DOCUMENT
    fields: Fields = FIELDS


class Wishes(NamedTuple):
    """What was decided before: ``opds`` and ``partners`` by name as typed, and whether units are made."""

    opds: Mapping[str, str] = {}
    partners: Mapping[str, str] = {}
    new_opd: bool = False


class Left(NamedTuple):
    """A row that goes to quarantine: as it was, its cells made plain, its document, and why.

    ``stood`` is what no cell of it tells and only where it stands (a title, the sheet), by concept.
    """

    batch: Batch
    record: Record
    plain: Mapping[int, str]
    id: str
    problems: tuple[Problem, ...]
    stood: Mapping[str, str] = {}


class RowChange(NamedTuple):
    """A fact that a row of the file changed, of a document, a unit or a partner by its id, code or name."""

    id: str
    row: int
    change: Change


class Merged(NamedTuple):
    """A row of a document of which an earlier row (``first``) of the file told already."""

    id: str
    title: str
    place: RowPlace
    first: RowPlace


@dataclass(slots=True)
class Outcome:
    """What became of the rows, and what is left for a person.

    ``subjects`` counts the same as ``fates`` by what the lists are about.
    ``unknown_opds`` has units that are not found, each with those that resemble it; ``remarks`` are doubtful
    and hold nothing up; ``merged`` are rows of one document that stands in the file more than once;
    ``open_schemes`` counts the rows left for want of a scheme by those that it may be;
    ``open_columns`` were not taken at all, and ``links`` lead elsewhere, so that they are no files.
    """

    fates: Counter[Fate] = field(default_factory=Counter)
    subjects: dict[Subject, Counter[Fate]] = field(default_factory=dict)
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
    merged: list[Merged] = field(default_factory=list)
    open_columns: int = 0

    @property
    def takes_something(self) -> bool:
        """Whether a document came or changed."""
        return bool(self.fates[Fate.NEW] or self.fates[Fate.CHANGED])

    @property
    def is_whole(self) -> bool:
        """Whether nothing is left to be decided."""
        return not (self.left or self.merged or self.open_columns)
