"""All that is due on a day, counted again from the registry's rows; see ``recounted`` and ``readings``."""

from __future__ import annotations

import sqlite3
from calendar import monthrange
from contextlib import closing
from datetime import date, timedelta
from itertools import product
from typing import TYPE_CHECKING

from tests.golden.readings import NEVER, last_of
from tests.golden.recounted import ABROAD, DERIVED, Registry, before, first_day, last_day

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.golden.readings import Reading

ASKED_SINCE = "2020-04-14"  # Permendagri 22/2020; what was signed before is not bound by its days
PAPERS = [  # kind, what is told of it, days after the period, whether it is of a year
    ("rencana-ksdpk", "Daftar rencana KSDPK", 0, True), ("rapat-pleno-tkksd", "Rapat pleno TKKSD", 0, True),
    ("laporan-luar-negeri", "Laporan kerja sama luar negeri", 7, True),
    ("laporan-sinergi", "Laporan Sinergi", 30, True),
    ("laporan-tkksd-tahunan", "Laporan tahunan TKKSD", 30, True),
    ("laporan-tkksd-semester", "Laporan TKKSD Semester", 30, False),
    ("laporan-berjenjang", "Laporan berjenjang", 30, False),
]  # fmt: skip
Due = tuple[str, str | None, str, str]
"""When it is due, of which document, what it is about, and the first day that it may be due."""


def due(path: Path, rows: Registry, running: str) -> list[Due]:
    """All that is due on the day: when at the latest, of which document, about what, when at the first."""
    exact = [
        *_papers(path, rows, running), *_waited_for(path, rows),
        *((one["due_on"], one["agreement"], "Tindak") for one in rows.open_actions() if one["due_on"]),
    ]  # fmt: skip
    return [
        *_ends(rows), *_extensions(rows), *_umbrellas(rows), *_reports(rows, running),
        *((on, key, what, on) for on, key, what in exact),
    ]  # fmt: skip


def _later(day: str, days: int) -> str:
    return (date.fromisoformat(day) + timedelta(days)).isoformat()


def _has_child(rows: Registry, key: str) -> bool:
    return any(one["parent"] == key and one["signed_on"] for one in rows.known.values())


def _told(days: list[str | None], as_of: str) -> Iterator[tuple[str, str]]:
    """The day of a deadline by what each reading of the document's days says, None where it is not asked.

    It is the last that it may be, so that nothing is called overdue before it is, and behind it the first;
    what some reading does not ask for is told until that day only.
    """
    real = [day for day in days if day]
    if real and (None not in days or max(real) >= as_of):
        yield max(real), min(real)


def _ends(rows: Registry) -> Iterator[Due]:
    """Ends that nothing carries on, for a year after them, and 90 days before an end the talk of it."""
    for key in rows.signed():
        one, on, day = rows.known[key], rows.ends(key), rows.as_of
        is_ended = one["ended_on"] and one["ended_on"] <= day
        if on is None or rows.successor(key) or is_ended or _last_advice(rows, key) == "hentikan":
            continue
        is_plan, all_ = one["doc"] in {"loi", "rkt"}, rows.readings(key, day)
        is_settled = one["doc"] == "loi" and _has_child(rows, key)
        if rows.days(day, last_of(on)) <= 365 and not is_settled:
            is_next = one["doc"] == "rkt"  # its place is taken by the next one, once it is over
            begun = [it for it in all_ if it.begins <= day] if len(all_) > 1 else all_
            asked = [None if is_next and it.ends < day else it.ends for it in begun]
            yield from ((on, key, "berakhir", first) for on, first in _told(asked, day))
        if not is_plan:
            talks = [_later(it.ends, -90) if it.begins <= day <= it.ends else None for it in all_]
            yield from ((on, key, "Bahas", first) for on, first in _told(talks, day))


def _extensions(rows: Registry) -> Iterator[Due]:
    """An MoU abroad in force is to be extended, if at all, six months before its end."""
    for key in rows.signed():
        one, day = rows.known[key], rows.as_of
        if one["doc"] != "mou" or rows.successor(key) or _last_advice(rows, key) == "hentikan":
            continue
        asked = [
            _half_a_year_before(it.ends) if it.begins <= day <= it.ends < NEVER else None
            for it in rows.readings(key, day)
        ]
        yield from ((on, key, "Usul", first) for on, first in _told(asked, day))


def _half_a_year_before(day: str) -> str:
    year, month, number = map(int, day.split("-"))
    year, month = (year, month - 6) if month > 6 else (year - 1, month + 6)
    return f"{year}-{month:02}-{min(number, monthrange(year, month)[1]):02}"


def _last_advice(rows: Registry, key: str) -> str | None:
    """What the last evaluation known on the day says is to be done."""
    known = [
        (last_day(one["period"]), one["recommendation"])
        for one in rows.evaluations
        if one["agreement"] == key and rows.told(key, one["period"]) <= rows.as_of
    ]
    return max(known, key=lambda one: one[0])[1] if known else None


def _umbrellas(rows: Registry) -> Iterator[Due]:
    """Kesepakatan in force of which a year after their day no document was signed."""
    for key in rows.signed():
        one, day = rows.known[key], rows.as_of
        if one["doc"] == "kb" and not rows.below(key) and not rows.successor(key):
            asked = [
                _year_on(it.signed) if it.begins <= day <= it.ends else None for it in rows.readings(key, day)
            ]
            yield from ((on, key, "Susun", first) for on, first in _told(asked, day))


def _year_on(day: str) -> str:
    return f"{int(day[:4]) + 1}{day[4:]}"


def _reports(rows: Registry, running: str) -> Iterator[Due]:
    """Reports that have not come in: the oldest of the late ones, and each that is not late yet."""
    for key in rows.signed():
        if rows.known[key]["doc"] not in {"mou", *DERIVED}:
            continue
        late: list[str | None] = []
        coming: dict[str, list[str | None]] = {}
        all_ = [*product(rows.readings(key, rows.as_of, *_edges(rows, running)), (True, None))]
        for at, (it, told) in enumerate(all_):
            days = [] if it.signed < ASKED_SINCE else list(_owed(rows, key, it, running, told))
            late.append(min((on for on in days if on < rows.as_of), default=None))
            for on in days:
                if on >= rows.as_of:
                    coming.setdefault(on, [None] * len(all_))[at] = on
        for each in (late, *coming.values()):
            yield from ((on, key, "Laporan", first) for on, first in _told(each, rows.as_of))


def _owed(rows: Registry, key: str, it: Reading, running: str, told: object) -> Iterator[str]:
    """The days of the reports that are owed of a document, read so, and have not come in.

    Of an MoU only where nothing below it tells of it, or what follows it; ``told`` is None where what may do
    so is taken to do it.
    """
    is_abroad, is_mou = rows.known[key]["scheme"] in ABROAD, rows.known[key]["doc"] == "mou"
    kin = {*rows.below(key), *filter(None, [rows.successor(key)])} if is_mou else set()
    period = running[:4] if is_abroad else running
    while last_day(period) >= rows.since:
        tells = {rows.lasts_in(one, first_day(period), last_day(period)) for one in kin}
        if not tells & {True, told} and _owes(rows, key, it, period):
            yield f"{int(period) + 1}-01-07" if is_abroad else _later(last_day(period), 30)
        period = before(period)


def _edges(rows: Registry, running: str) -> Iterator[str]:
    """Days at which it turns whether a report is owed: those of every period, and 30 days from its edges."""
    for period in [running, running[:4]]:
        asked = period
        while last_day(asked) >= rows.since:
            first, last = first_day(asked), last_day(asked)
            yield from (first, last, _later(first, 30), _later(last, -30))
            asked = before(asked)


def _owes(rows: Registry, key: str, it: Reading, period: str) -> bool:
    """Whether it was in force for 30 days of the period, and no report reaches to the end of that."""
    start, end = max(first_day(period), it.begins), min(last_day(period), it.ends)
    told = [
        (first_day(one["period"]), last_day(one["period"]))
        for one in rows.evaluations
        if one["agreement"] == key and rows.told(key, one["period"]) <= rows.as_of
    ]
    is_in = any(
        end <= last and (last <= last_day(period) or first <= first_day(period)) for first, last in told
    )
    return end >= start and rows.days(end, start) >= 30 and not is_in


def _papers(path: Path, rows: Registry, running: str) -> Iterator[tuple[str, None, str]]:
    """The papers of the office not given by the day: the oldest of the periods that have begun."""
    with closing(sqlite3.connect(path)) as con:
        given = {*con.execute("SELECT kind, period FROM office_paper WHERE given_on <= ?", (rows.as_of,))}
    for kind, what, days, is_yearly in PAPERS:
        period, asked = running[:4] if is_yearly else running, []
        while last_day(period) >= rows.since:
            if (kind, period) not in given:
                asked.append(period)
            period = before(period)
        yield from ((_later(last_day(one), days), None, what) for one in asked[-1:])


def _waited_for(path: Path, rows: Registry) -> Iterator[tuple[str, str | None, str]]:
    """Answers to what was sent by the day: of partners within 30 days, of the DPRD on drafts within 45."""
    with closing(sqlite3.connect(path)) as con:
        for agreement, on in con.execute(
            "SELECT agreement, date(started_on, '+30 days') FROM clock WHERE started_on <= ?1"
            " AND (stopped_on IS NULL OR stopped_on > ?1)",
            (rows.as_of,),
        ):
            yield on, agreement, "Jawaban"
        received = con.execute(
            "SELECT agreement, date(value, '+45 days') FROM fact WHERE key = 'dprd_received_on'"
            " AND value <= ?1 AND agreement NOT IN (SELECT agreement FROM fact WHERE key = 'dprd_answer')",
            (rows.as_of,),
        )
        for agreement, on in received:
            if agreement in rows.known and not rows.known[agreement]["signed_on"]:
                yield on, agreement, "DPRD"
