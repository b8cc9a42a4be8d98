"""The import of lists as one act: OPD and partners, documents from above to below, then evaluations."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kskd.domain.document.chain import Doc
from kskd.domain.values.names import key
from kskd.importing.concepts import NOT_TOLD, WHOLE, Subject
from kskd.importing.reading import RowReading
from kskd.interchange.sheets.spool import Aside, scratch
from kskd.registry.tables import settings
from kskd.registry.views import ids
from kskd.workflows.importing import telling
from kskd.workflows.importing.entering import Entering
from kskd.workflows.importing.evaluations import EvaluationRows
from kskd.workflows.importing.linking import SheetFiles
from kskd.workflows.importing.names import Names
from kskd.workflows.importing.outcome import Outcome
from kskd.workflows.importing.recognising import Recognising
from kskd.workflows.importing.taking import Taking
from kskd.workflows.importing.units import PartnerRows, Units

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from kskd.domain.field import Typed
    from kskd.importing.kinds import NamedKind
    from kskd.importing.records import Record
    from kskd.workflows.access import Access
    from kskd.workflows.importing.outcome import Batch, Wishes

_UNITS, _PARTNERS, _HEADS, _UMBRELLAS, _DERIVED, _BELOW, _ADENDUMS = range(7)
_VOID = _ADENDUMS - _HEADS + 1
"""Turns of an act: those of documents are umbrellas, those under one, PKS, what hangs on one, and adendums.

Those of void documents come ``_VOID`` later, and evaluations at the end.
"""
_EVALUATIONS = _ADENDUMS + _VOID + 1
_DOCUMENTS = range(_HEADS, _EVALUATIONS)
_TURNS = {Subject.OPD: _UNITS, Subject.PARTNER: _PARTNERS, Subject.EVALUATION: _EVALUATIONS}
_OF_UMBRELLA = {f"umbrella_{key}": key for key in ("number", "title", "signed", "starts", "ends")}
_LEFT_OUT = f"daftar ini tidak memuat {', '.join(NOT_TOLD.values())}; semuanya dibawa kskd export."
_UMBRELLA = frozenset({"umbrella_number", "umbrella_title"})
_SHARED = ("partner", "opd", "scheme")
_OF_ONE = frozenset({"title", "number", "partner_number", "signed", "starts", "ends", "until", "duration"})
"""What a row tells at least one of that has a document of its own beside its umbrella."""


def take(
    access: Access,
    batches: Sequence[Batch],
    wishes: Wishes,
    done: Callable[[], None] = lambda: None,
    *,
    is_large: bool = False,
) -> Outcome:
    """Take the rows of all lists in one act; of a dry run nothing is kept.

    All rows and the files that they name are read before anything is written; ``done`` is called when a row
    has been read, and when it has been taken. An act that ``is_large`` may be larger than the memory. A row
    that cannot be taken is left with its reasons, and ends nothing.
    """
    outcome = Outcome()
    with scratch() as stream, scratch() as later:
        rows = _read(access, batches, outcome, Aside(stream), done)

        def each(turn: int, take: Callable[..., None]) -> None:
            for at, *given in rows.taken(turn):
                take(batches[at], *given)
                done()

        with access.writing(is_large=is_large) as session:
            session.memory = {}
            ids.index_titles(session)
            taking = Taking(access, session, outcome)
            each(_UNITS, Units(taking, wishes).take)
            each(_PARTNERS, PartnerRows(taking, wishes).take)
            government = settings.read_government(session).name
            names = Names(session, wishes, outcome, government)
            has_ids = any(plan.concept == "id" for one in batches for plan in one.plans)
            known = Recognising(session, (one.digest for one in batches), has_ids=has_ids)
            known.weigh(lambda: (given[1] for turn in _DOCUMENTS for given in rows.taken(turn)))
            entering = Entering(taking, names, known, Aside(later))
            for turn in _DOCUMENTS:
                each(turn, entering.take)
            entering.afterwards.finish()
            each(_EVALUATIONS, EvaluationRows(taking, entering).take)
    if outcome.takes_something and any({plan.concept for plan in one.plans} >= WHOLE for one in batches):
        outcome.remarks.insert(0, _LEFT_OUT)
    _sort(outcome, batches)
    return outcome


def _sort(outcome: Outcome, batches: Sequence[Batch]) -> None:
    """Let what is left stand in the order of the file, its sheets as they follow each other there."""
    order = {id(one): at for at, one in enumerate(batches)}
    outcome.left.sort(key=lambda one: order[id(one.batch)])
    sheets: dict[str, int] = {}
    for one in outcome.left:
        sheets.setdefault(one.record.sheet, order[id(one.batch)])
    outcome.left.sort(key=lambda one: (sheets[one.record.sheet], *one.record.place[1:]))
    outcome.problems.sort(key=lambda one: (sheets[one.sheet], one.row, one.column or 0))


def _read(
    access: Access, batches: Iterable[Batch], outcome: Outcome, rows: Aside, done: Callable[[], None]
) -> Aside:
    """All rows, each by the number of its list, put aside for the turn in which it is taken."""
    links = SheetFiles(access.path, outcome)
    for at, batch in enumerate(batches):
        if batch.subject is not Subject.DOCUMENT:
            for reading in _rows_of(batch, outcome):
                rows.put(_TURNS[batch.subject], (at, reading))
                done()
            continue
        for reading, kind, above in _placed(batch, outcome):
            links.follow(reading)
            rows.put(_turn(reading, kind), (at, reading, kind, above))
            done()
    return rows


def _rows_of(batch: Batch, outcome: Outcome) -> Iterator[RowReading]:
    """The rows of a list; those that are passed over are counted."""
    for row in batch.readings():
        if row.record.passed:
            outcome.passed += 1
        else:
            yield row


def _placed(batch: Batch, outcome: Outcome) -> Iterator[tuple[RowReading, NamedKind | None, int | None]]:
    """The rows of a list with their kind, each with the row further to the left that it stands under."""
    above: list[tuple[tuple[int, int], int]] = []
    umbrellas: set[tuple[str | None, ...]] = set()
    counted = next((one.column for one in batch.plans if one.concept == "row_number"), None)
    is_beside = any(one.concept in _OF_UMBRELLA for one in batch.plans)
    before: RowReading | None = None
    beside: RowReading | None = None
    for row in _rows_of(batch, outcome):
        if row.is_whole:  # each row names what it stands under
            yield row, telling.kind_of(row, batch.kind, has_parent="parent" in row.typed), None
            continue
        if is_beside:
            beside = _beside(row, beside, counted)
        for reading in _unfolded(row, umbrellas):
            indent, number = (_depth(reading.record, counted), reading.record.indent), reading.record.row
            while above and above[-1][0] >= indent:
                above.pop()
            over = above[-1][1] if above and not is_beside else None
            has_parent = (
                over is not None or "parent" in reading.typed or not _UMBRELLA.isdisjoint(reading.beside)
            )
            kind = telling.kind_of(reading, batch.kind, has_parent=has_parent)
            above.append((indent, number))
            if kind is None or not kind.is_amendment:
                before = reading
            elif over is None and before is not None and _is_of(reading, before):
                over = before.record.row
            yield reading, kind, over


def _beside(row: RowReading, above: RowReading | None, counted: int | None) -> RowReading | None:
    """The row that tells the umbrella of this one, in a list with columns for umbrellas: itself or one above.

    A row whose cells of the umbrella are all blank has those of the row above, as if they were merged; one
    with a number of its own in the list, or with other partners, has none.
    """
    if any(key in row.beside for key in _OF_UMBRELLA):
        return row
    is_counted = counted in row.record.cells.keys() - row.record.carried
    if above is None or is_counted or not _is_of(row, above):
        return None
    told = [one for one in above.told if one.concept in {*_OF_UMBRELLA, "partner"}]
    told = [one for one in told if one.column not in row.record.cells]
    columns = [one.column for one in told]
    cells = {**row.record.cells, **{at: above.record.cells[at] for at in columns}}
    row.record = row.record._replace(cells=cells, carried=row.record.carried | frozenset(columns))
    row.told += told
    row.plain |= {at: above.plain[at] for at in columns if at in above.plain}
    row.beside |= {key: above.beside[key] for key in _OF_UMBRELLA if key in above.beside}
    if "partner" in above.typed:
        row.typed.setdefault("partner", above.typed["partner"])
    return above


def _is_of(row: RowReading, above: RowReading) -> bool:
    """Whether what names no document is of the one above: with its partners, or none."""
    named = set(map(key, row.names("partner")))
    return named <= set(map(key, above.names("partner")))


def _depth(record: Record, counted: int | None) -> int:
    """How deep the number of a row is: "1" 0, "a" or "1.1" or "1a" under it 1; 0 where it has none."""
    cell = record.cells.get(counted) if counted is not None else None
    text = cell.text.strip().casefold() if cell is not None else ""
    return len(re.findall(r"[0-9]+|[a-z]+", text)) - 1 + (text[:1].isalpha()) if text else 0


def _unfolded(row: RowReading, seen: set[tuple[str | None, ...]]) -> Iterable[RowReading]:
    """A row that tells of its umbrella too, as two: the umbrella with its partners and unit, then itself.

    An umbrella told again in the same words (``seen``) is the one above, whose unit is that of its first row.
    A row of an umbrella from which nothing was derived yet is the umbrella.
    """
    umbrella = tuple(row.beside.get(key) for key in _OF_UMBRELLA)
    if not umbrella[1] or umbrella in seen:
        return (row,)
    seen.add(umbrella)
    is_alone = _OF_ONE.isdisjoint(row.typed.keys() | row.undecided)
    told = [
        one._replace(concept=_OF_UMBRELLA.get(one.concept, one.concept))
        for one in row.told
        if one.concept in {*_OF_UMBRELLA, *_SHARED} or (is_alone and one.concept in row.typed)
    ]
    typed: dict[str, Typed] = {key: row.typed[key] for key in row.typed if is_alone or key in _SHARED}
    typed |= {own: row.beside[key] for key, own in _OF_UMBRELLA.items() if key in row.beside}
    beside = {key: text for key, text in row.beside.items() if key == "partner_kind"}
    record = row.record._replace(carried=frozenset(), indent=0, section="")
    beside["kind"] = "kesepakatan bersama"
    first = RowReading(record, typed, beside, told, plain=row.plain, stood=dict(row.stood))
    if is_alone:
        first.problems, first.undecided = row.problems, row.undecided
    return (first,) if is_alone else (first, row)


def _turn(reading: RowReading, kind: NamedKind | None) -> int:
    """The turn in which a row is taken; what has no kind is left in the first."""
    later = _VOID if "void_reason" in reading.beside else 0
    if kind is None:
        return later + _HEADS
    if kind.is_amendment:
        return later + _ADENDUMS
    if not telling.is_umbrella(kind):
        return later + (_DERIVED if kind.doc in {None, Doc.PKS} else _BELOW)
    return later + (_UMBRELLAS if "parent" in reading.typed else _HEADS)
