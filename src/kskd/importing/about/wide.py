"""Evaluations of several periods beside each other, each under its own heading: a list for each period."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from kskd.importing.about.periods import read_period

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from kskd.domain.values.period import Period
    from kskd.importing.records import FoundList, Record, RecordHeading

_EMPTY = {"", "-", "–", "—"}  # "belum" is an answer
NOT_TOLD = "tanpa isi pada periode ini"


def period_over(heading: RecordHeading) -> Period | None:
    """The period that stands over a column of another heading; None where none does."""
    return read_period(heading.parts[0]) if len(heading.parts) > 1 else None


def by_period(found: FoundList) -> tuple[tuple[FoundList, Period | None], ...]:
    """A list for each period that stands over columns, each with the columns of all; else the list itself.

    A row that has nothing in the columns of a period is passed over in its list.
    """
    over = {heading.column: period_over(heading) for heading in found.headings}
    periods = sorted({one for one in over.values() if one is not None})
    if not periods:
        return ((found, None),)
    return tuple((_of(found, over, period), period) for period in periods)


def _of(found: FoundList, over: dict[int, Period | None], period: Period) -> FoundList:
    mine = {column for column, one in over.items() if one == period}
    headings = tuple(
        one._replace(parts=one.parts[1:]) if one.column in mine else one
        for one in found.headings
        if over[one.column] in {None, period}
    )
    others = {column for column, one in over.items() if one not in {None, period}}
    return found._replace(headings=headings, records=partial(_records, found, mine, others))


def _records(found: FoundList, mine: Collection[int], others: Collection[int]) -> Iterator[Record]:
    for record in found.records():
        cells = {column: cell for column, cell in record.cells.items() if column not in others}
        is_told = any(column in mine and cell.text.strip() not in _EMPTY for column, cell in cells.items())
        yield record._replace(cells=cells, passed=record.passed or ("" if is_told else NOT_TOLD))
