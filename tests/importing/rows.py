"""Rows of sheets for tests, and days read by themselves where no court of dates is at hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kskd.domain.document.fields import FIELDS
from kskd.domain.values.days import Day, read_day
from kskd.domain.values.grid import Cell
from kskd.domain.values.kinds import FieldKind
from kskd.errors import InvalidDate
from kskd.importing.columns import ColumnPlan
from kskd.importing.problems import Problem
from kskd.importing.reading import RowReading, read_record
from kskd.importing.records import Record

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_DAYS = {"signed", "starts", "ends", "partner_joined", "partner_left", "umbrella_signed"}


def plans_of(*columns: str) -> tuple[ColumnPlan, ...]:
    """Columns by concept, each with its concept as heading; ``concept:heading`` names it otherwise."""
    parts = [one.partition(":") for one in columns]
    return tuple(
        ColumnPlan(at, heading or concept, concept, "pasti", "")
        for at, (concept, _, heading) in enumerate(parts, 1)
    )


def record_of(row: int, *cells: str | Cell, sheet: str = "Data", indent: int = 0) -> Record:
    """A record of these cells; an empty text is no cell."""
    made = [Cell(one) if isinstance(one, str) else one for one in cells]
    return Record(sheet, row, {at: one for at, one in enumerate(made, 1) if one.text}, indent=indent)


def days_alone(record: Record, plans: Sequence[ColumnPlan]) -> Mapping[int, Day | Problem]:
    """The days of a record; figures that are a day in both orders are left undecided."""
    days: dict[int, Day | Problem] = {}
    for plan in plans:
        known = FIELDS.get(plan.concept or "")
        if not (plan.concept in _DAYS or (known and known.kind is FieldKind.DATE)):
            continue
        if (cell := record.cells.get(plan.column)) is not None:
            days[plan.column] = _day(record, plan, cell.text)
    return days


def _day(record: Record, plan: ColumnPlan, text: str) -> Day | Problem:
    problem = Problem(record.sheet, record.row, plan.column, plan.heading, text, (), "bukan tanggal.")
    try:
        day = read_day(text)
    except InvalidDate:
        return problem
    one = day.exact
    if one is not None and "/" in text and one.day <= 12 and one.day != one.month:
        other = Day.of(one.replace(month=one.day, day=one.month))
        return problem._replace(readings=(day.words, other.words), why="Perlu diputuskan.")
    return day


def reading_of(columns: str, *cells: str | Cell, row: int = 2, indent: int = 0) -> RowReading:
    """A record under columns named in one text, read."""
    plans, record = plans_of(*columns.split()), record_of(row, *cells, indent=indent)
    return read_record(record, plans, FIELDS, days_alone(record, plans))
