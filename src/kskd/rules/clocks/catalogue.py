"""All clocks, and the due days that they give a document: whatever follows from what is recorded."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kskd.domain.values.dates import format_date
from kskd.rules.clocks import approval, renewals, reports, terms

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kskd.domain.deadline import Deadline
    from kskd.rules.case import Case
    from kskd.rules.clock import Clock, ClockFrame
    from kskd.rules.readings import DayInPart, Reading

CLOCKS: tuple[Clock, ...] = (*terms.CLOCKS, *renewals.CLOCKS, *approval.CLOCKS, *reports.CLOCKS)


def deadlines(case: Case, frame: ClockFrame) -> Iterator[Deadline]:
    """All due days of a document, clock by clock; of days known in part, from the earliest to the latest."""
    if case.is_exact:
        for one in CLOCKS:
            yield from one.deadlines(case, frame)
        return
    from kskd.rules.readings import days_in_part, readings  # noqa: PLC0415 - start-up

    days = days_in_part(case)
    seen = readings(case, days)
    if (end := case.dated_end) is not None:  # so long is asked after the last day that the end may be
        frame = frame._replace(ended_days=frame.ended_days + (end.latest - end.earliest).days)
    for one in CLOCKS:
        yield from _agreed(one, frame, days, seen)


def _agreed(
    clock: Clock, frame: ClockFrame, days: Sequence[DayInPart], seen: Sequence[Reading]
) -> Iterator[Deadline]:
    """What a clock gives in the readings of a case; nothing is overdue that is not overdue in all."""
    from kskd.domain.values.days import UNKNOWN  # noqa: PLC0415 - start-up
    from kskd.rules.readings import turning  # noqa: PLC0415 - start-up

    def named(due: Deadline) -> tuple[int | None, str]:
        # The oldest of several reports that are late is not the same in each reading, and is late in each.
        is_oldest = due.days_left < 0 and "{period}" in clock.remedy
        return due.number, clock.remedy if is_oldest else due.remedy

    given = [{named(due): due for due in clock.deadlines(one.case, frame)} for one in seen]
    for key in dict.fromkeys(key for each in given for key in each):
        dues = [each.get(key) for each in given]
        running = sorted(filter(None, dues), key=lambda due: due.due_on)
        first, last, is_sure = running[0], running[-1], None not in dues
        said = [one.what.split("; ") for one in running]
        what = "; ".join(part for part in said[-1] if all(part in parts for parts in said)) or clock.title
        if is_sure and first.due_on == last.due_on:
            yield last._replace(what=what)
        elif is_sure or last.days_left >= 0:
            turn = turning(days, seen, [due and due.due_on for due in dues])
            when = f"paling awal {format_date(first.due_on)}, " if is_sure else "belum tentu, "
            if is_sure and any(day.day.edtf == UNKNOWN for day in turn):
                when = "harinya "  # the first of all days tells nobody anything
            why = f"{when}bergantung pada {'; '.join(day.missing.what for day in turn)}"
            yield last._replace(
                what=what,
                note=f"{last.note}; {why}" if last.note else why,
                earliest=first.due_on,
            )
