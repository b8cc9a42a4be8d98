"""The round of desk evaluasi: sheets that were sent, files that came back, and when whom is met."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from kskd.domain.values.text import quote
from kskd.errors import refusal

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from kskd.domain.values.period import Period
    from kskd.domain.values.workdays import Calendar

SHORTEST = 15  # minutes; less is no meeting
_STEP = 5
_HOUR = r"([01]?[0-9]|2[0-3])[.:]([0-5][0-9])"


class Sent(NamedTuple):
    """A sheet that went out: its digest, for whom, and until when it was wanted back."""

    digest: str
    period: Period
    opd: str
    instrument: str
    sent_on: date
    due_on: date


class Return(NamedTuple):
    """A file that came back: of which sheet, SHA-256, when, and how much of it was taken."""

    sheet: str
    file: str
    returned_on: date
    taken: int
    problems: int


class Meeting(NamedTuple):
    """When an OPD is met at the desk: ``starts`` and ``ends`` as ``09.00``."""

    period: Period
    opd: str
    day: date
    starts: str
    ends: str
    place: str | None = None


def read_hours(text: str) -> tuple[tuple[int, int], ...]:
    """Working hours as minutes of the day, from ``09.00-12.00,13.00-15.00``; else InvalidFact."""
    windows: list[tuple[int, int]] = []
    for part in text.split(","):
        found = re.fullmatch(rf"\s*{_HOUR}\s*[-–]\s*{_HOUR}\s*", part)
        start, end = (_minutes(found[1], found[2]), _minutes(found[3], found[4])) if found else (0, 0)
        if end - start < SHORTEST or (windows and start < windows[-1][1]):
            raise refusal("desk-hours-unusable", text=quote(text))
        windows.append((start, end))
    return tuple(windows)


def slots(hours: Sequence[tuple[int, int]], per_day: int) -> list[tuple[str, str]]:
    """The first ``per_day`` meetings of a day, all of one length, the longest that fits into the hours."""
    longest = max(end - start for start, end in hours)
    for length in range(longest - longest % _STEP, SHORTEST - 1, -_STEP):
        found = [
            (_clock(at), _clock(at + length))
            for start, end in hours
            for at in range(start, end - length + 1, length)
        ]
        if len(found) >= per_day:
            return found[:per_day]
    raise refusal("desk-day-too-full", count=per_day, shortest=SHORTEST)


def propose(
    period: Period,
    opds: Sequence[str],
    start: date,
    calendar: Calendar,
    times: Sequence[tuple[str, str]],
    *,
    place: str | None,
) -> list[Meeting]:
    """A meeting for each OPD in the order given, on working days from ``start`` on."""
    rounds = _rounds(start, calendar, times)
    return [
        Meeting(period, opd, day, starts, ends, place)
        for opd, (day, starts, ends) in zip(opds, rounds, strict=False)
    ]


def _rounds(
    start: date, calendar: Calendar, times: Sequence[tuple[str, str]]
) -> Iterator[tuple[date, str, str]]:
    day = start if calendar.is_workday(start) else calendar.after(start, 1)
    while True:
        for starts, ends in times:
            yield day, starts, ends
        day = calendar.after(day, 1)


def _minutes(hours: str, minutes: str) -> int:
    return int(hours) * 60 + int(minutes)


def _clock(minutes: int) -> str:
    return f"{minutes // 60:02}.{minutes % 60:02}"
