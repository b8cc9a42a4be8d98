"""The import of lists as one act: OPD and partners, documents from above to below, then evaluations."""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING

from kskd.domain.values.names import key
from kskd.importing.concepts import Subject
from kskd.importing.reading import RowReading
from kskd.importing.records import Record
from kskd.registry.tables import settings
from kskd.registry.views import ids
from kskd.workflows.importing import telling
from kskd.workflows.importing.entering import Entering
from kskd.workflows.importing.evaluations import EvaluationRows
from kskd.workflows.importing.names import Names
from kskd.workflows.importing.outcome import Outcome
from kskd.workflows.importing.taking import Taking
from kskd.workflows.importing.units import PartnerRows, Units

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from kskd.domain.field import Typed
    from kskd.importing.kinds import NamedKind
    from kskd.workflows.access import Access
    from kskd.workflows.importing.outcome import Batch, Wishes

_HEADS, _UMBRELLAS, _DERIVED, _ADENDUMS = range(4)
"""Turns of an act: umbrellas, those under another umbrella, what is derived, and adendums."""
_OF_UMBRELLA = {f"umbrella_{key}": key for key in ("number", "title", "signed", "starts", "ends")}
_SHARED = ("partner", "opd", "scheme")


def take(
    access: Access,
    batches: Sequence[Batch],
    wishes: Wishes,
    done: Callable[[], None] = lambda: None,
    *,
    is_large: bool = False,
) -> Outcome:
    """Take the rows of all lists in one act; of a dry run nothing is kept. ``done`` is called a row.

    One that ``is_large`` may be larger than the memory. A row that cannot be taken is left with its
    reasons, and ends nothing.
    """
    outcome = Outcome()
    with access.writing(is_large=is_large) as session:
        session.memory = {}
        ids.index_titles(session)
        taking = Taking(access, session, outcome)
        rows = partial(_take_rows, batches, done)
        rows(Subject.OPD, Units(taking, wishes).take)
        rows(Subject.PARTNER, PartnerRows(taking, wishes).take)
        government = settings.read_government(session).name
        entering = Entering(taking, Names(session, wishes, outcome, government))
        _take_documents(batches, entering, done)
        rows(Subject.EVALUATION, EvaluationRows(taking, entering).take)
    outcome.problems.sort(key=lambda one: (one.sheet, one.row, one.column or 0))
    outcome.passed = sum(1 for batch in batches for one in batch.readings() if one.record.passed)
    return outcome


def _take_rows(
    batches: Iterable[Batch],
    done: Callable[[], None],
    subject: Subject,
    take: Callable[[Batch, RowReading], None],
) -> None:
    """Take the rows of all lists of a subject, in their order."""
    for batch in batches:
        for reading in batch.readings() if batch.subject is subject else ():
            if not reading.record.passed:
                take(batch, reading)
                done()


def _take_documents(batches: Iterable[Batch], entering: Entering, done: Callable[[], None]) -> None:
    """Take the rows of documents, what stands above before what stands below."""
    lists = [batch for batch in batches if batch.subject is Subject.DOCUMENT]
    turns = {_HEADS}
    for turn in range(_ADENDUMS + 1):
        if turn not in turns:
            continue
        for batch in lists:
            for reading, kind, above in _placed(batch):
                mine = _turn(reading, kind)
                turns.add(mine)
                if mine == turn:
                    place = entering.made.get((reading.record.sheet, above)) if above else None
                    entering.take(batch, reading, kind, place)
                    done()


def _placed(batch: Batch) -> Iterator[tuple[RowReading, NamedKind | None, int | None]]:
    """The rows of a list with their kind, each with the row further to the left that it stands under."""
    above: list[tuple[tuple[int, int], int]] = []
    umbrellas: set[tuple[str | None, ...]] = set()
    counted = next((one.column for one in batch.plans if one.concept == "row_number"), None)
    before: RowReading | None = None
    for row in batch.readings():
        if row.record.passed:
            continue
        for reading in _unfolded(row, umbrellas):
            indent, number = (_depth(reading.record, counted), reading.record.indent), reading.record.row
            while above and above[-1][0] >= indent:
                above.pop()
            over = above[-1][1] if above else None
            has_parent = over is not None or "parent" in reading.typed or "umbrella_number" in reading.beside
            kind = telling.kind_of(reading, batch.kind, has_parent=has_parent)
            above.append((indent, number))
            if kind is None or not kind.is_amendment:
                before = reading
            elif over is None and before is not None and _is_of(reading, before):
                over = before.record.row
            yield reading, kind, over


def _is_of(adendum: RowReading, above: RowReading) -> bool:
    """Whether an adendum that names no document is one of the document above: with its partners, or none."""
    named = set(map(key, adendum.names("partner")))
    return named <= set(map(key, above.names("partner")))


def _depth(record: Record, counted: int | None) -> int:
    """How deep the number of a row is: "1" 0, "a" or "1.1" or "1a" under it 1; 0 where it has none."""
    cell = record.cells.get(counted) if counted is not None else None
    text = cell.text.strip().casefold() if cell is not None else ""
    return len(re.findall(r"[0-9]+|[a-z]+", text)) - 1 + (text[:1].isalpha()) if text else 0


def _unfolded(row: RowReading, seen: set[tuple[str | None, ...]]) -> Iterable[RowReading]:
    """A row that tells of its umbrella too, as two: the umbrella with its partners and unit, then itself.

    An umbrella told again in the same words (``seen``) is the one above, whose unit is that of its first row.
    """
    umbrella = tuple(row.beside.get(key) for key in _OF_UMBRELLA)
    if not all(umbrella[:2]) or umbrella in seen:
        return (row,)
    seen.add(umbrella)
    told = [
        one._replace(concept=_OF_UMBRELLA.get(one.concept, one.concept))
        for one in row.told
        if one.concept in {*_OF_UMBRELLA, *_SHARED}
    ]
    typed: dict[str, Typed] = {key: row.typed[key] for key in _SHARED if key in row.typed}
    typed |= {own: row.beside[key] for key, own in _OF_UMBRELLA.items() if key in row.beside}
    beside = {key: text for key, text in row.beside.items() if key == "partner_kind"}
    record = Record(row.record.sheet, row.record.row, row.record.cells)
    return (RowReading(record, typed, {**beside, "kind": "kesepakatan bersama"}, told), row)


def _turn(reading: RowReading, kind: NamedKind | None) -> int:
    """The turn in which a row is taken; what has no kind is left in the first."""
    if kind is None:
        return _HEADS
    if kind.is_amendment:
        return _ADENDUMS
    if not telling.is_umbrella(kind):
        return _DERIVED
    return _UMBRELLAS if "parent" in reading.typed else _HEADS
