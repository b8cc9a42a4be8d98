"""The court of dates: the order of day and month in the columns of a list, from all evidence, never a guess.

A caller lets it hear each record of a list once, closes it, and asks the verdict for the days of each record.
What is kept is how many rows say the same, never the rows: memory does not grow with the list.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol, TypeVar

from kskd.domain.values.durations import Duration, read_duration
from kskd.domain.values.text import fold
from kskd.errors import KskdError
from kskd.importing.cases import NO_TERM, Links, RowCase, judge, settle
from kskd.importing.day_readings import DayDoubt, Form, Kind, Order, Seen, see
from kskd.importing.problems import Problem
from kskd.importing.witnesses import (
    Beside,
    Neighbours,
    Numbers,
    Place,
    TermFit,
    months_in,
    stand,
    testify,
    years_in,
)
from kskd.importing.words import Heard, words_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from kskd.domain.values.days import Day
    from kskd.importing.orders import Decision, Ruling
    from kskd.importing.records import Record

T = TypeVar("T")

_EMPTY = Seen(Form.EMPTY)
_MOST_PLACED = 10_000
"""Rows of which the numbers are kept: more of them are heard without."""
_DIGITS = 7
_LENGTHS = ("duration", "years")


class Planned(Protocol):
    """A column and what it is taken for: its number, its heading and its concept."""

    @property
    def column(self) -> int:
        """Its number, counted from 1."""

    @property
    def heading(self) -> str:
        """The text over it."""

    @property
    def concept(self) -> str | None:
        """What it is: ``signed``, ``starts``, ``number`` …"""


class _Heard(NamedTuple):
    """A record as the court takes it: the readings of its days, and what they and their row say."""

    seen: tuple[Seen, ...]
    case: RowCase
    place: Place | None

    def beside(self, neighbours: Sequence[Neighbours]) -> RowCase:
        """With what the rows before and after it say of its days."""
        if self.place is None or not neighbours:
            return self.case
        told = zip(self.case.testimonies, self.seen, neighbours, strict=True)
        placed = tuple(one._replace(place=others.fit(seen, self.place)) for one, seen, others in told)
        return self.case._replace(testimonies=placed)


@dataclass(frozen=True, slots=True)
class _Bench:
    """The columns of days of a list, those beside them by concept, and which days are ends of one term."""

    days: tuple[Planned, ...]
    beside: Mapping[str, tuple[Planned, ...]]
    links: Links
    from_1904: bool

    def hear(self, record: Record) -> _Heard:
        """What the row says of each of its days."""
        numbers = [self._numbers(record, plan.concept or "") for plan in self.days]
        seen = tuple(self._seen(record, plan, said) for plan, said in zip(self.days, numbers, strict=True))
        length = self._length(record)
        places = {plan.concept: at for at, plan in reversed(list(enumerate(self.days)))}
        starts = places.get("starts")
        has_start = starts is not None and seen[starts].form is not Form.EMPTY
        standings: list[TermFit | None] = []
        near: list[list[Beside]] = [[] for _ in seen]
        for start, end in self.links:
            counts = start == starts or not has_start
            standing = stand(seen[start], seen[end], length if counts else None, is_term=counts)
            standings.append(standing)
            if standing is not None:
                near[start].append(Beside(0, seen[end], standing))
                near[end].append(Beside(1, seen[start], standing))
        cells = [record.cells.get(plan.column) for plan in self.days]
        testimonies = tuple(
            testify(one, near[at], numbers[at], computed=cell is not None and cell.computed)
            for at, (one, cell) in enumerate(zip(seen, cells, strict=True))
        )
        return _Heard(seen, RowCase(testimonies, tuple(standings)), self._place(record))

    def _seen(self, record: Record, plan: Planned, numbers: Numbers) -> Seen:
        if (cell := record.cells.get(plan.column)) is None:
            return _EMPTY
        seen = see(cell, plan.concept or "", from_1904=self.from_1904)
        years = frozenset[int]().union(*numbers.years)
        return seen.in_year(min(years)) if seen.doubt is DayDoubt.NO_YEAR and len(years) == 1 else seen

    def _numbers(self, record: Record, concept: str) -> Numbers:
        """The witnesses of a day; the year of its number says nothing of an end."""
        prefix = "umbrella_" if concept.startswith("umbrella_") else ""
        own = self._text(record, f"{prefix}number", *(() if prefix else ("numbers",)))
        partner = "" if prefix else self._text(record, "partner_number")
        year = "" if prefix else self._text(record, "year")
        months = (months_in(own), months_in(partner), frozenset[int]())
        if concept.endswith("ends"):
            return Numbers(months, (frozenset(),) * 3)
        told = frozenset({int(year)}) if year.isdigit() and len(year) == 4 else frozenset[int]()
        return Numbers(months, (years_in(own), years_in(partner), told))

    def _place(self, record: Record) -> Place | None:
        number = self._text(record, "row_number").removesuffix(".")
        return (record.section, int(number)) if number.isdecimal() and len(number) < _DIGITS else None

    def _length(self, record: Record) -> Duration | None:
        """The stated duration, None where none can be counted."""
        unit = self._text(record, "duration_unit")
        for concept in _LENGTHS:
            for plan in self.beside.get(concept, ()):
                if (cell := record.cells.get(plan.column)) is not None:
                    told = unit or ("tahun" if concept == "years" else plan.heading)
                    return _read_length(cell.text, told)
        return None

    def _text(self, record: Record, *concepts: str) -> str:
        plans = [plan for concept in concepts for plan in self.beside.get(concept, ())]
        cells = (record.cells.get(plan.column) for plan in plans)
        return "\n".join(cell.text.strip() for cell in cells if cell is not None)


class Court:
    """Hears the records of one list, one by one; ``close`` gives the verdict, as often as it is asked for."""

    def __init__(
        self, days: Sequence[Planned], beside: Iterable[Planned] = (), *, from_1904: bool = False
    ) -> None:
        """Take the columns of days by their concepts, and all others that may tell of them."""
        by_concept: dict[str, tuple[Planned, ...]] = {}
        for plan in beside:
            if plan.concept is not None:
                by_concept[plan.concept] = (*by_concept.get(plan.concept, ()), plan)
        concepts = [plan.concept for plan in days]
        links = tuple(
            (concepts.index(start), concepts.index("ends"))
            for start in ("starts", "signed")
            if start in concepts and "ends" in concepts
        )
        self._bench = _Bench(tuple(days), by_concept, links, from_1904)
        self._cases: Counter[RowCase] = Counter()
        self._placed: list[_Heard] = []
        self._said: dict[Any, Any] = {}  # what rows with a place say, of many alike one
        self._hears_places = True

    def hear(self, record: Record) -> None:
        """Count what a record says; one that is passed over says nothing."""
        if not record.passed:
            heard = self._bench.hear(record)
            if heard.place is None or not self._hears_places:
                self._cases[heard.case] += 1
            else:
                self._placed.append(self._kept_once(heard))
            if len(self._placed) > _MOST_PLACED:
                self._hears_places = False
                self._cases.update(one.case for one in self._placed)
                self._placed.clear()
                self._said.clear()

    def _kept_once(self, heard: _Heard) -> _Heard:
        """The same, of parts that rows before it have too where they said the same."""

        def once(said: T) -> T:
            kept: T = self._said.setdefault(said, said)
            return kept

        testimonies, standings = heard.case
        case = RowCase(tuple(map(once, testimonies)), tuple(map(once, standings)))
        return _Heard(tuple(map(once, heard.seen)), once(case), heard.place)

    @property
    def different(self) -> int:
        """How many rows that differ in what they say are kept."""
        return len(self._cases) + len(self._placed)

    def close(self, decided: Mapping[int, frozenset[Order]] | None = None) -> CourtVerdict:
        """Decide on all that was heard; ``decided`` are orders that a person gives, by number of column."""
        bench = self._bench
        given = {at: (decided or {}).get(plan.column, frozenset()) for at, plan in enumerate(bench.days)}
        neighbours = tuple(self._neighbours(at) for at in range(len(bench.days))) if self._placed else ()
        cases = self._cases + Counter(one.beside(neighbours) for one in self._placed)
        rulings = judge(cases, bench.links, len(bench.days), given)
        counts = [Heard() for _ in bench.days]
        for case, count in cases.items():
            for at, decision in enumerate(settle(case, bench.links, rulings)):
                counts[at] = counts[at].with_one(case.testimonies[at], decision, count)
        return CourtVerdict(bench, tuple(rulings), tuple(counts), neighbours)

    def _neighbours(self, at: int) -> Neighbours:
        certain = ((one.place, one.seen[at].certain) for one in self._placed)
        return Neighbours((place, day) for place, day in certain if place and day)


class CourtVerdict(NamedTuple):
    """How the columns of days of a list are read; ``counts`` are those of their cells."""

    bench: _Bench
    rulings: tuple[Ruling, ...]
    counts: tuple[Heard, ...]
    neighbours: tuple[Neighbours, ...] = ()

    @property
    def words(self) -> tuple[str, ...]:
        """One line for each column: its days, the evidence for its order, and what is left to decide."""
        columns = zip(self.bench.days, self.rulings, self.counts, strict=True)
        return tuple(words_of(plan.column, plan.heading, ruling, heard) for plan, ruling, heard in columns)

    @property
    def proposed(self) -> dict[int, tuple[Order, ...]]:
        """Orders that a person may confirm, by number of column."""
        columns = zip(self.bench.days, self.rulings, strict=True)
        return {plan.column: ruling.proposed for plan, ruling in columns if ruling.proposed}

    def read(self, record: Record) -> dict[int, Day | Problem]:
        """The days of a record by number of column, or why one is not decided; an empty cell has neither."""
        heard = self.bench.hear(record)
        seen, case = heard.seen, heard.beside(self.neighbours)
        told: dict[int, Day | Problem] = {}
        decisions = settle(case, self.bench.links, self.rulings)
        for plan, one, decision in zip(self.bench.days, seen, decisions, strict=True):
            if one.form is Form.EMPTY:
                continue
            day = None if decision.at is None else one.days[decision.at]
            told[plan.column] = day or _problem(record, plan, one, decision)
        return told


def _problem(record: Record, plan: Planned, seen: Seen, decision: Decision) -> Problem:
    cell = record.cells[plan.column]
    readings = tuple(day.words for day in seen.readings())
    shown = seen.days[0] if seen.kind is Kind.SHOWN and cell.number is not None else None
    why = (
        seen.why
        or decision.why
        or f"Perlu diputuskan: {seen.doubt or 'tanggalnya tidak terbaca'}; tulis selengkapnya."
    )
    if readings and decision.why:
        way = f"Tulis bulannya dengan kata, misalnya {readings[0]}."
        way = "Periksa kedua tanggalnya pada naskah." if decision.why == NO_TERM else way
        why = f"Perlu diputuskan: {why} {way}"
    typed = shown.words if shown else cell.text
    return Problem(record.sheet, record.row, plan.column, plan.heading, typed, readings, why)


@lru_cache(maxsize=1024)
def _read_length(text: str, unit: str) -> Duration | None:
    """A duration as typed; of a number alone in the unit that is told beside it or over it."""
    typed = fold(text).casefold()
    whole = typed.partition(".")[0] if typed.replace(".", "", 1).isdigit() and typed.endswith(".0") else typed
    units = {one for one in ("tahun", "bulan", "hari") if one in unit.casefold()}
    try:
        return read_duration(f"{whole} {units.pop()}" if whole.isdigit() and len(units) == 1 else typed)
    except KskdError:
        return None
