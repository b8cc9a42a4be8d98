"""A row taken in an act, whatever it is about: kept whole with its sources, or left with its reasons."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from kskd.domain.values.grid import column_name
from kskd.errors import KskdError
from kskd.importing.concepts import without_options
from kskd.registry.tables import sources
from kskd.workflows.importing.outcome import Fate, Left

if TYPE_CHECKING:
    from collections.abc import Callable

    from kskd.importing.reading import RowReading
    from kskd.registry.session import Session
    from kskd.workflows.access import Access
    from kskd.workflows.importing.outcome import Batch, Outcome

    Way = Callable[[Batch, RowReading], tuple[Fate, str]]
    """Takes a row, and gives what became of it and the document that it is about, or Undecided."""

ID = "id"
"""What an import remembers beside fields: by it a list of documents that are all alike is known again."""


class Undecided(Exception):
    """Ends a row that is not taken; its reading says why. Never leaves ``Taking``."""

    def __init__(self, fate: Fate = Fate.LEFT, agreement: str = "") -> None:
        """Take what became of the row, and the document that it may be."""
        super().__init__(fate)
        self.fate, self.agreement = fate, agreement


class Taking:
    """What all rows of an act go through, one by one; none of them ends it."""

    def __init__(self, access: Access, session: Session, outcome: Outcome) -> None:
        """Take the act, and where to tell what became of the rows."""
        self.access, self.session, self.outcome = access, session, outcome
        self._files: dict[tuple[str, str], int] = {}

    def settle(self, batch: Batch, reading: RowReading, way: Way) -> None:
        """Take a row in this way, or leave it with what its reading tells of it."""
        try:
            fate, agreement = way(batch, reading)
        except Undecided as end:
            fate, agreement = end.fate, end.agreement
        except KskdError as error:
            reading.problem(without_options(batch.fields, str(error)))
            fate, agreement = Fate.LEFT, ""
        self.outcome.fates[fate] += 1
        self.outcome.subjects.setdefault(batch.subject, Counter())[fate] += 1
        self.outcome.problems += reading.problems
        if reading.problems:
            why = tuple(reading.problems)
            left = Left(batch, reading.record, reading.plain, agreement, why, reading.stood)
            self.outcome.left.append(left)

    def keep_source(
        self, batch: Batch, reading: RowReading, agreement: str, key: Callable[[str], str]
    ) -> None:
        """Keep what each cell told of a document, as typed, but for what is personal; also which id it gave.

        ``key`` gives the field of which a concept tells, empty for none.
        """
        file = (batch.file, batch.digest)
        if file not in self._files:
            self._files[file] = sources.keep_file(self.session, *file)
        cells = []
        for told in reading.told:
            name = key(told.concept)
            field = batch.fields.get(told.concept) or batch.fields.get(name)
            if name and (field is not None or (name == ID and told.typed.strip())):
                typed = None if field is not None and field.personal else told.typed
                cells.append(sources.SourceCell(name, column_name(told.column), typed))
        if cells:
            place = self._files[file], reading.record.sheet, reading.record.row
            sources.keep_row(self.session, agreement, sources.SourceRow(*place, tuple(cells)))
