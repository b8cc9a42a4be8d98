"""A case whose days are known in part, read in full: rules and clocks know plain dates, and see each reading.

Read are the first and the last day that each may be, and between them the days on which an outcome can turn:
the other days of the document and its relatives, and those at which its duration and its number point.
"""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import product
from typing import NamedTuple, TypeVar

from kskd.domain.document.standing import spans, stand
from kskd.domain.document.status import Status
from kskd.domain.values.dated_number import months_named, years_named
from kskd.domain.values.days import UNKNOWN, Day
from kskd.domain.values.moving import moved
from kskd.rules.case import Case, Relative
from kskd.rules.laws import ADJUSTED, DAWNS
from kskd.rules.rule import Rule, Unknown, Verdict, Violated

D = TypeVar("D", "Case", "Relative")

_SIGNING, _START, _END = range(3)
_NAMES = ("tanggal penandatanganan", "tanggal mulai", "tanggal akhir")
_OPTIONS = ("--signed", "--starts", "--ends")
_FEW = 4  # of so many days every mixture of first and last is read, of more only all first and all last


class DayInPart(NamedTuple):
    """A day that a case knows in part: which day of which document, and the first and last that it may be.

    ``document`` is 0 for the case itself, then its predecessor, successor, parents and children.
    """

    document: int
    which: int
    owner: str
    day: Day
    first: date
    last: date

    @property
    def name(self) -> str:
        """What it is called, with the id of a relative."""
        return f"{_NAMES[self.which]} {self.owner}" if self.document else _NAMES[self.which]

    @property
    def missing(self) -> Unknown:
        """That it is not known, as a rule says it."""
        known = "" if self.day.edtf == UNKNOWN else f" yang tepat (diketahui: {self.day.words})"
        option = _OPTIONS[self.which]
        return Unknown(
            f"{self.name}{known}", f"kskd update {self.owner} {option}" if self.document else option
        )


class Reading(NamedTuple):
    """One reading: the day taken for each that is known in part, and the case with these."""

    taken: tuple[date, ...]
    case: Case


def _documents(case: Case) -> tuple[Case | Relative | None, ...]:
    return (case, case.predecessor, case.successor, *case.parents, *case.children)


def days_in_part(case: Case) -> tuple[DayInPart, ...]:
    """The days of a case that are known in part; nearly always none."""
    found: tuple[DayInPart, ...] = ()
    for at, one in enumerate(_documents(case)):
        if one is not None:
            for day in (one.signed, one.starts, one.ends):
                if day is not None and day.exact is None:
                    found += tuple(_in_part(at, one, case.office.as_of))
                    break
    return found


def _in_part(at: int, one: Case | Relative, as_of: date) -> Iterator[DayInPart]:
    days = (one.signed, one.starts, one.ends)
    for which, span in enumerate(spans(*days, as_of)):
        day = days[which]
        if day is not None and day.exact is None and span is not None:
            yield DayInPart(at, which, one.id, day, *span)


def readings(case: Case, days: Sequence[DayInPart]) -> list[Reading]:
    """The case in every reading of these days that is looked at; no document starts after its end in any."""
    if not days:
        return [Reading((), case)]
    edges = tuple(day.first for day in days), tuple(day.last for day in days)
    taken = dict.fromkeys(product(*((day.first, day.last) for day in days)) if len(days) <= _FEW else edges)
    for at, turns in enumerate(_turns(case, days)):
        for base in edges:
            taken |= dict.fromkeys((*base[:at], turn, *base[at + 1 :]) for turn in turns)
    terms = tuple(_terms(case, days))
    ordered = dict.fromkeys(one for each in taken for one in _in_order(each, terms))
    return [Reading(one, _read(case, days, one)) for one in ordered]


def _terms(case: Case, days: Sequence[DayInPart]) -> Iterator[tuple[int, int]]:
    """The places of start and end of each document that knows both in part."""
    places = {(day.document, day.which): at for at, day in enumerate(days)}
    for at, one in enumerate(_documents(case)):
        start = places.get((at, _START if one and one.starts else _SIGNING))
        end = places.get((at, _END))
        if start is not None and end is not None:
            yield start, end


def _in_order(taken: tuple[date, ...], terms: Sequence[tuple[int, int]]) -> list[tuple[date, ...]]:
    """The days taken; where a document starts after its end, once with both at the end and once at the start."""
    found = [taken]
    for start, end in terms:
        if taken[start] > taken[end]:
            ways = ((start, end), (end, start))
            found = [(*one[:at], one[other], *one[at + 1 :]) for one in found for at, other in ways]
    return found


def _turns(case: Case, days: Sequence[DayInPart]) -> Iterator[set[date]]:
    """For each day those between its first and last at which an outcome can turn."""
    near = (case, case.predecessor, case.successor, *case.parents)
    known = {case.office.as_of, *DAWNS, ADJUSTED}
    known |= {
        day for one in near if one for day in (one.signed_on, one.starts_on, one.ends_on, one.ended_on) if day
    }
    known |= {day for one in case.addendums for day in (one.signed.exact, one.last_day) if day}
    known |= {edge for day in days for edge in (day.first, day.last)}
    for day in days:
        turns = known | _pointed_at(case, day)
        turns |= {turn + timedelta(days=1) for turn in turns}
        yield {turn for turn in turns if day.first <= turn <= day.last}


def _pointed_at(case: Case, day: DayInPart) -> set[date]:
    """What the papers point at: the end by the duration, the start by the duration, the month of the number.

    Beside them the anniversary of the day asked about, at which what is due every year turns.
    """
    yearly = moved(case.office.as_of, years=day.last.year - case.office.as_of.year)
    found = {yearly, moved(yearly, days=-1)}
    if day.document:
        return found
    if day.which == _SIGNING:
        for number in (number for seat in case.seats for number in seat.numbers):
            found.update(months_named(number))
            found.update(date(year, *end) for year in years_named(number) for end in ((1, 1), (12, 31)))
    other, way = ((case.starts or case.signed), 1) if day.which == _END else (case.ends, -1)
    if case.duration_typed is not None and other is not None:
        from kskd.domain.values.durations import read_duration  # noqa: PLC0415 - start-up

        length = read_duration(case.duration_typed)
        years, months, more = (way * part for part in (length.years, length.months, length.days))
        found |= {moved(on, years=years, months=months, days=more) for on in (other.earliest, other.latest)}
    return found


def _read(case: Case, days: Sequence[DayInPart], taken: Sequence[date]) -> Case:
    """The case with a day taken for each that is known in part."""
    known = {(day.document, day.which): Day.of(taken[at]) for at, day in enumerate(days)}

    def read(at: int, one: D) -> D:
        signed, starts, ends = (
            known.get((at, which), day) for which, day in enumerate((one.signed, one.starts, one.ends))
        )
        return one._replace(signed=signed, starts=starts, ends=ends)

    own = read(0, case)
    predecessor, successor = (
        one and read(at, one) for at, one in enumerate((case.predecessor, case.successor), 1)
    )
    stands = stand(
        is_void=case.status is Status.VOID,
        signed=own.signed,
        starts=own.starts,
        end_kind=own.end_kind,
        ends=own.ends,
        ended_on=own.ended_on,
        as_of=own.office.as_of,
    )
    return own._replace(
        status=stands.status,
        parents=tuple(read(at, one) for at, one in enumerate(case.parents, 3)),
        predecessor=predecessor,
        successor=successor,
        children=tuple(read(at, one) for at, one in enumerate(case.children, 3 + len(case.parents))),
        addendums=tuple(
            one._replace(last=own.dated_end) if one.last == case.dated_end else one for one in case.addendums
        ),
    )


def turning(
    days: Sequence[DayInPart], seen: Sequence[Reading], outcomes: Sequence[object]
) -> list[DayInPart]:
    """The days on which the outcome turns: it differs between two readings that differ in nothing else."""
    found = []
    for at, day in enumerate(days):
        beside: dict[tuple[date, ...], object] = {}
        for position, reading in enumerate(seen):
            others = reading.taken[:at] + reading.taken[at + 1 :]
            if beside.setdefault(others, outcomes[position]) != outcomes[position]:
                found.append(day)
                break
    return found or list(days)


def agreed(
    rule: Rule, verdicts: Sequence[Verdict], seen: Sequence[Reading], days: Sequence[DayInPart]
) -> Violated | Unknown:
    """What a rule says that says something of at least one reading: what it says of all, else unknown."""
    kinds = [type(verdict) for verdict in verdicts]
    first = next(one for one in verdicts if one is not None)
    if len(set(kinds)) > 1:
        missing = [day.missing for day in turning(days, seen, kinds)]
        return Unknown("; ".join(one.what for one in missing), missing[0].option)
    if isinstance(first, Violated) and any(verdict != first for verdict in verdicts):
        turn = turning(days, seen, verdicts)
        known = "; ".join(f"{day.name}: {day.day.words}" for day in turn)
        return Violated(f"{rule.title}, apa pun hari tepatnya ({known}).", first.about, first.facts)
    return first
