"""Rows that were left as a table: as they were, under headings that are read alike when it is imported."""

from __future__ import annotations

import csv
import io
import re
from typing import TYPE_CHECKING, NamedTuple

from kskd.domain.values.durations import units_in
from kskd.domain.values.money import in_unit_of
from kskd.domain.values.text import harmless, headed, says_nothing
from kskd.importing.concepts import PASSED, is_amount, label_of
from kskd.importing.kamus import SURE
from kskd.importing.problems import reasons

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from kskd.domain.field import Fields
    from kskd.importing.columns import ColumnPlan
    from kskd.importing.concepts import Subject
    from kskd.importing.kamus import Kamus
    from kskd.workflows.importing.outcome import Batch, Left

OWN_HEADS = ("mengapa", "ID", "lembar", "baris")
"""Headings that a quarantine adds behind those of the lists: why, the document, and whence the row came."""
_STOOD = {
    "above": "judul di atasnya",
    "end_typed": "Akhir menurut naskah",
    "kind": "Jenis naskah",
    "opd": "OPD",
    "parent": "Induk",
    "partner_kind": "Jenis mitra",
    "period": "Periode",
    "scheme": "Bentuk kerja sama daerah",
    "year": "Tahun",
}
"""Headings for what the cells of a row alone would lose: what its place tells, and how an end was worded."""
_BY_HEADING = frozenset({None, *PASSED, "years"})
"""What a column of another heading may not be laid together with, whose cells mean something by it alone."""
_MOST = 10_000


class _Column(NamedTuple):
    """A column of the table: its heading, and what it is, None where that is not certain."""

    head: str
    concept: str | None


def is_quarantine(headings: Iterable[str]) -> bool:
    """Whether a list with these headings is one that kskd wrote."""
    return set(OWN_HEADS) <= set(headings)


def text_of(left: Sequence[Left], kamus: Mapping[Subject, Kamus]) -> str:
    """The CSV: the columns of all lists that left a row, then why, the document, the sheet and the row.

    Columns of two lists are one only where they have one heading and one meaning.
    """
    lists = {id(one.batch): one.batch for one in left}
    places = _placed(lists, kamus)
    columns = list(dict.fromkeys(column for found in places.values() for column in found.values()))
    columns, stood = _with_stood(columns, left)
    heads = [column.head for column in columns]
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow([*(safe_cell(_as_typed(head, heads)) for head in heads), *OWN_HEADS])
    for same in _by_row(left):
        one = same[0]
        cells = {column: _cell(one, at) for at, column in places.get(id(one.batch), {}).items()}
        told = {key: text for each in reversed(same) for key, text in each.stood.items()}
        row = [cells.get(column) or told.get(stood.get(column, ""), "") for column in columns]
        why = reasons(problem for each in same for problem in each.problems)
        writer.writerow(map(safe_cell, (*row, why, *_whence(same))))
    return out.getvalue()


def _with_stood(columns: Sequence[_Column], left: Iterable[Left]) -> tuple[list[_Column], dict[_Column, str]]:
    """The columns with those for what stood over rows, and which of it each has where a cell is empty."""
    found, places = list(columns), {}
    for concept in dict.fromkeys(concept for one in left for concept in one.stood):
        own = _Column(_STOOD[concept], concept)
        same = [one for one in found if one.concept == concept]
        same += [one for one in found if one.head.casefold() == own.head.casefold()]
        place = next(iter(same), own)
        places[place] = concept
        found += [] if same else [own]
    return found, places


def _by_row(left: Iterable[Left]) -> Iterable[Sequence[Left]]:
    """What was left of each row, which may have told of two documents."""
    rows: dict[tuple[int, int], list[Left]] = {}
    for one in left:
        rows.setdefault((id(one.batch), one.record.row), []).append(one)
    return rows.values()


def _placed(lists: Mapping[int, Batch], kamus: Mapping[Subject, Kamus]) -> dict[int, dict[int, _Column]]:
    """For each list the column of the table in which each of its own stands: one for each meaning."""
    known = {head.casefold(): _Column(head, "") for head in OWN_HEADS}
    places: dict[int, dict[int, _Column]] = {}
    for key, batch in lists.items():
        mine: dict[str, _Column] = {}
        for plan in _kept(batch):
            concept = plan.concept if plan.sure == SURE else None
            alike = [
                one.head for one in known.values() if one.concept == concept and concept not in _BY_HEADING
            ]
            column = next(
                _Column(head, concept)
                for head in (
                    *sorted(alike, key=plan.heading.__ne__),
                    *_heads(plan, batch, kamus[batch.subject]),
                )
                if head.casefold() not in mine
                and known.get(head.casefold(), _Column(head, concept)).concept == concept
            )
            mine[column.head.casefold()] = places.setdefault(key, {})[plan.column] = column
        known |= mine
    return places


def _kept(batch: Batch) -> Iterable[ColumnPlan]:
    """The columns of a list but for those that stand at the end of the table again."""
    is_ours = is_quarantine(plan.heading for plan in batch.plans)
    for plan in batch.plans:
        if plan.heading and plan.concept != "id" and not (is_ours and plan.heading in OWN_HEADS):
            yield plan


def _heads(plan: ColumnPlan, batch: Batch, kamus: Kamus) -> Iterable[str]:
    """What a column may be called: as it is, unless that would not be read so again; then what it means."""
    concept = plan.concept if plan.sure == SURE else None
    base = headed(label_of(batch.fields, concept or "")) if _tells_unit(plan, batch.fields) else plan.heading
    if concept is not None and concept not in PASSED:
        has_umbrellas = any((one.concept or "").startswith("umbrella_") for one in batch.plans)
        for head in (base, headed(label_of(batch.fields, concept))):
            meaning = kamus.read((head,), is_beside_umbrella=has_umbrellas)
            if meaning.sure == SURE and concept in meaning.concepts:
                yield head
    yield base
    yield from (f"{base} ({at})" for at in range(2, _MOST))


def _tells_unit(plan: ColumnPlan, fields: Fields) -> bool:
    """Whether figures of a column are in a unit that its heading alone tells: here each has its own."""
    if plan.sure != SURE or not is_amount(fields, plan.concept):
        return plan.sure == SURE and plan.concept == "duration" and bool(units_in(plan.heading))
    return in_unit_of(plan.heading, "1") != "1"


def _as_typed(head: str, heads: Collection[str]) -> str:
    """A heading without the number by which it is told from another of the same words."""
    bare = re.sub(r" \([0-9]+\)$", "", head)
    return bare if bare in heads else head


def _whence(same: Sequence[Left]) -> tuple[str, str, str]:
    """The document of a row as far as it is known, and the sheet and row in which it stood first."""
    one = same[0]
    told = {
        "ID" if plan.concept == "id" else plan.heading: one.record.cells[plan.column].text
        for plan in one.batch.plans
        if plan.column in one.record.cells
    }
    agreement = next((each.id for each in same if each.id), told.get("ID", ""))
    if is_quarantine(plan.heading for plan in one.batch.plans) and told.get("baris"):
        return agreement, told.get("lembar", ""), told["baris"]
    return agreement, one.record.sheet, str(one.record.row)


def _cell(one: Left, column: int) -> str:
    """A cell as it was; a day that was read so that nobody need ask again, a figure with its unit.

    Of a cell of a day that may be another, both stand: in figures it would be read as those beside it are.
    """
    if (plain := one.plain.get(column)) is not None:
        return plain
    if (cell := one.record.cells.get(column)) is None:
        return ""
    if cell.shown_as == "date":
        readings = next((each.readings for each in one.problems if each.column == column), ())
        return " atau ".join(readings) or cell.text
    return cell.link if cell.link and _is_file(one.batch, column) else cell.text


def _is_file(batch: Batch, column: int) -> bool:
    return any(plan.column == column and plan.concept == "file" for plan in batch.plans)


def safe_cell(text: str) -> str:
    """A text as a cell that no spreadsheet runs."""
    return text if says_nothing(text) else harmless(text)
