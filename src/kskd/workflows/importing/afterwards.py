"""What is done of the rows once all are in, whatever their order: bonds between them, early ends, voids."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from kskd.domain.document.reading import read_said
from kskd.errors import KskdError
from kskd.importing.concepts import without_options
from kskd.registry.tables import agreements
from kskd.workflows.changes import compare, of_document
from kskd.workflows.importing.outcome import Fate, Left, RowChange
from kskd.workflows.register.agreements import voided
from kskd.workflows.register.ending import end_within, last_day
from kskd.workflows.register.updating import change

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from kskd.domain.field import Typed
    from kskd.importing.reading import RowReading
    from kskd.importing.records import RowPlace
    from kskd.interchange.sheets.spool import Aside
    from kskd.workflows.importing.outcome import Batch
    from kskd.workflows.importing.taking import Taking

_BONDS = ("replaces", "relates")
_LIFE = ("ended_on", "void_reason")
_BOUND, _VOID = range(2)


class _Row(NamedTuple):
    """A row that is in; ``batch`` is the number of its list among those that have such rows."""

    batch: int
    reading: RowReading
    agreement: str
    fate: Fate
    bonds: Mapping[str, Typed]


def bonds_of(reading: RowReading) -> dict[str, Typed]:
    """Take out of a row what it is to other documents, which may stand in rows further down."""
    return {key: reading.typed.pop(key) for key in _BONDS if key in reading.typed}


class Afterwards:
    """The rows of an act that tell of more than their own document as it began."""

    def __init__(self, taking: Taking, find: Callable[[str], str], rows: Aside) -> None:
        """Take the act, what finds a document that a row names, and where the rows are put aside."""
        self._access, self._session, self._outcome = taking.access, taking.session, taking.outcome
        self._find, self._fields = find, self._access.fields_in(self._session)
        self._rows = rows
        self._batches: dict[int, Batch] = {}
        self._left: dict[tuple[int, RowPlace], int] = {}

    def keep(
        self, batch: Batch, reading: RowReading, agreement: str, fate: Fate, bonds: Mapping[str, Typed]
    ) -> None:
        """Remember a row that is in, for as long as there is something left to do of it."""
        if bonds or any(key in reading.beside for key in _LIFE):
            self._batches[id(batch)] = batch
            self._rows.put(_BOUND, _Row(id(batch), reading, agreement, fate, bonds))
            if "void_reason" in reading.beside:
                self._rows.put(_VOID, _Row(id(batch), reading, agreement, fate, {}))

    def finish(self) -> None:
        """Do all of it; what is void comes last, a child before what it hangs on."""
        self._left = {(id(one.batch), one.record.place): at for at, one in enumerate(self._outcome.left)}
        for row in self._rows.taken(_BOUND):
            self._try(row, self._bind)
            self._try(row, self._end)
        for row in self._rows.taken(_VOID, is_backwards=True):
            self._try(row, self._void)

    def _try(self, row: _Row, step: Callable[[_Row], None]) -> None:
        before = agreements.read_agreement(self._session, row.agreement)
        if before.void_reason is not None:
            return
        try:
            with self._session.savepoint():
                step(row)
        except KskdError as error:
            self._leave(row, without_options(self._fields, str(error)))
            return
        if row.fate is Fate.NEW:
            return
        now = agreements.read_agreement(self._session, row.agreement)
        if changes := compare(of_document(self._fields, before), of_document(self._fields, now)):
            number = row.reading.record.row
            self._outcome.changes += [RowChange(row.agreement, number, one) for one in changes]
            if row.fate is Fate.SAME:
                for counts in (self._outcome.fates, self._outcome.subjects[self._batches[row.batch].subject]):
                    counts.subtract({Fate.SAME: 1, Fate.CHANGED: -1})

    def _bind(self, row: _Row) -> None:
        typed: dict[str, Typed] = {"allow_duplicate": True}
        for key, told in row.bonds.items():
            if isinstance(told, str):
                typed[key] = self._find(told)
            elif isinstance(told, list):
                parts = [str(one).partition("=") for one in told]
                typed[key] = [f"{kind}={self._find(other)}" if sign else kind for kind, sign, other in parts]
        if row.bonds:
            said = read_said(self._fields, typed)
            change(self._access, self._session, row.agreement, said, doubts=False)

    def _end(self, row: _Row) -> None:
        told = row.reading.beside.get("ended_on")
        if told is None:
            return
        one = agreements.read_agreement(self._session, row.agreement)
        ground = row.reading.beside.get("end_ground")
        ending = one.ending
        if ending is None or (ending.on.isoformat(), ending.ground) != (told, ground):
            end_within(self._session, row.agreement, last_day(self._access, told), ground)

    def _void(self, row: _Row) -> None:
        reason = row.reading.beside.get("void_reason")
        one = agreements.read_agreement(self._session, row.agreement)
        if reason is not None:
            agreements.update_agreement(self._session, one, voided(one, reason))

    def _leave(self, row: _Row, why: str) -> None:
        """Leave the row too, with its document, for what could not be done of it."""
        row.reading.problem(why)
        problem = row.reading.problems[-1]
        self._outcome.problems.append(problem)
        left, reading = self._outcome.left, row.reading
        at = self._left.setdefault((row.batch, reading.record.place), len(left))
        if at < len(left):
            left[at] = left[at]._replace(problems=(*left[at].problems, problem))
            return
        batch = self._batches[row.batch]
        left.append(Left(batch, reading.record, reading.plain, row.agreement, (problem,), reading.stood))
