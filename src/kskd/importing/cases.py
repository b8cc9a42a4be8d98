"""The days of one row together: each is decided by its column, then they must be able to stand together."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from kskd.importing.day_readings import Form, Kind, Order
from kskd.importing.orders import (
    NOISE,
    WITNESS_HEARD,
    Decision,
    Evidence,
    Ruling,
    decide,
    rule,
    votes_of,
)
from kskd.importing.witnesses import TermFit, Testimony

Links = Sequence[tuple[int, int]]
"""Columns that are start and end of one term, by their places among the columns of days."""
_LENGTH_AGAINST = "menurut urutan kolomnya tanggal ini tidak cocok dengan jangka waktu di baris ini."
_TERM_AGAINST = "menurut urutan kolomnya akhir mendahului mulai."
NO_TERM = "akhir mendahului mulai, bagaimanapun tanggalnya dibaca."
"""Why days are left of which the end comes before the start in any reading."""


class RowCase(NamedTuple):
    """What all the days of a row say: a testimony for each column, and for each link how both can stand."""

    testimonies: tuple[Testimony, ...]
    standings: tuple[TermFit | None, ...]


def settle(case: RowCase, links: Links, rulings: Sequence[Ruling]) -> list[Decision]:
    """What is decided of each day of a row; none that the row disproves is taken."""
    decisions = [decide(*both) for both in zip(case.testimonies, rulings, strict=True)]
    told = [(link, one) for link, one in zip(links, case.standings, strict=True) if one is not None]
    for link, standing in told:
        for side in (0, 1):
            own, other = link[side], link[1 - side]
            left = standing.left(side, decisions[other].at)
            is_whole = len(left) > 1 and rulings[own].witnesses.terms
            left = standing.whole_left(side, decisions[other].at) if is_whole else left
            if decisions[own].is_open and decisions[other].at is not None and left in ({0}, {1}):
                is_shown = case.testimonies[own].kind is case.testimonies[other].kind is Kind.SHOWN
                leans = is_shown and (standing.measured or is_whole)  # as if one were computed from the other
                decisions[own] = _narrowed(
                    case.testimonies[own], rulings[own], left.pop(), standing, leans=leans
                )
    for link, standing in told:
        _check(case, link, standing, decisions)
    return decisions


def judge(
    cases: Mapping[RowCase, int], links: Links, columns: int, decided: Mapping[int, frozenset[Order]]
) -> list[Ruling]:
    """Decide on each column: alone, then with what the column beside proves, then against what it disproves.

    ``decided`` are orders given for columns, by their places.
    """
    evidence = [_of_column(cases, at) for at in range(columns)]
    suspects = [_has_remains(cases, at) for at in range(columns)]
    more: list[Counter[tuple[Kind, int]]] = [Counter() for _ in range(columns)]
    unsettled: list[set[Kind]] = [set() for _ in range(columns)]
    hears_terms = _hears_terms(cases, links)

    def ruled() -> list[Ruling]:
        return [
            rule(
                evidence[at],
                more=more[at],
                is_suspect=suspects[at],
                unsettled=unsettled[at],
                hears_terms=hears_terms,
                decided=decided.get(at, frozenset()),
            )
            for at in range(columns)
        ]

    alone = ruled()
    for case, count in cases.items():
        for at, decision in enumerate(settle(case, links, alone)):
            one = case.testimonies[at]
            if decision.at is not None and one.form is Form.TWO and decide(one, alone[at]).is_open:
                more[at][one.kind, decision.at] += count
    helped = ruled()
    for at, kinds in enumerate(_disproved(cases, links, helped)):
        unsettled[at] |= kinds
    return ruled() if any(unsettled) else helped


def _hears_terms(cases: Mapping[RowCase, int], links: Links) -> bool:
    """Whether the terms of the list are whole years, by those whose two days are certain.

    Not where one is short of them by a month or two: with day and month changed it looks as if it were whole.
    """
    whole = total = 0
    for case, count in cases.items():
        for link, standing in zip(links, case.standings, strict=True):
            both = [case.testimonies[at] for at in link]
            is_certain = not any(one.doubt or one.form in {Form.TWO, Form.NONE} for one in both)
            if is_certain and standing is not None and standing.is_short:
                return False
            if is_certain and standing is not None and standing.whole is not None:
                total += count
                whole += count * bool(standing.whole)
    return (whole + 1) / (total + 2) >= WITNESS_HEARD


def _narrowed(one: Testimony, ruling: Ruling, at: int, standing: TermFit, *, leans: bool) -> Decision:
    """The reading that the other end, once it is decided, leaves of a day that nothing else decides."""
    if votes_of(one, ruling) - {at}:
        return Decision(None, "bukti di baris ini saling bertentangan.")
    is_weak = (one.doubt and not standing.measured) or (at == 0 and leans and ruling.is_suspect)
    return Decision(None, decide(one, ruling).why, is_open=True) if is_weak else Decision(at)


def _check(case: RowCase, link: tuple[int, int], standing: TermFit, decisions: list[Decision]) -> None:
    """Take back what cannot stand together: the days of two readings, or all where no reading is better."""
    start, end = (decisions[at].at for at in link)
    if not standing.pairs:
        for at in link:
            decisions[at] = Decision(None, NO_TERM)
    elif start is not None and end is not None and (start, end) not in standing.pairs:
        why = _LENGTH_AGAINST if standing.measured else _TERM_AGAINST
        two = [at for at in link if case.testimonies[at].form is Form.TWO]
        for at in two or link:
            decisions[at] = Decision(None, why)


def _disproved(cases: Mapping[RowCase, int], links: Links, rulings: Sequence[Ruling]) -> list[set[Kind]]:
    """The kinds, by column, whose settled order the durations of more rows than noise speak against.

    So do two orders of the ends of one term: a list has one, unless durations confirm that these differ.
    """
    held: Counter[tuple[int, Kind]] = Counter()
    against: Counter[tuple[int, Kind]] = Counter()
    for case, count in cases.items():
        for link, standing in zip(links, case.standings, strict=True):
            if standing is None or not standing.measured:
                continue
            said = [decide(case.testimonies[at], rulings[at]).at for at in link]
            if said[0] is None or said[1] is None:
                continue
            for at in link:
                one = case.testimonies[at]
                if one.form is Form.TWO and one.kind in rulings[at].orders:
                    tally = held if (said[0], said[1]) in standing.pairs else against
                    tally[at, one.kind] += count
    found: list[set[Kind]] = [set() for _ in rulings]
    for (at, kind), count in against.items():
        if count > 1 and count > NOISE * (count + held[at, kind]):
            found[at].add(kind)
    for ends, kind in _differing(links, rulings):
        if not all(held[at, kind] for at in ends):
            for at in ends:
                found[at].add(kind)
    return found


def _differing(links: Links, rulings: Sequence[Ruling]) -> Iterator[tuple[tuple[int, int], Kind]]:
    """Links whose ends are typed in two orders."""
    for start, end in links:
        for kind in (Kind.SLASHED, Kind.YEAR_FIRST):
            if {rulings[at].orders.get(kind) for at in (start, end)} == {0, 1}:
                yield (start, end), kind


def _of_column(cases: Mapping[RowCase, int], at: int) -> Evidence:
    evidence: Counter[Testimony] = Counter()
    for case, count in cases.items():
        evidence[case.testimonies[at]] += count
    return evidence


TEXT_BY_FORMAT = 0.2
"""Share of texts readable both ways from which they are no remains of swapping: by the calendar it is
0.36."""
CELLS_UNCHANGED = 0.5
"""Share of date cells whose day no locale could have swapped, from which those beside texts may be right as
they stand: by the calendar it is 0.61."""


def _has_remains(cases: Mapping[RowCase, int], at: int) -> bool:
    """Whether texts that a spreadsheet could not read as days lie beside those cells that it could.

    In this column, or in another one of the same rows.
    """
    texts: dict[int, Counter[Form]] = {}
    shown: Counter[Form] = Counter()
    for case, count in cases.items():
        own = case.testimonies[at]
        if own.kind is Kind.YEAR_FIRST and own.form is Form.ONE and own.only == 1:
            texts.setdefault(at, Counter())[Form.ONE] += count
        shown[own.form] += count * (own.kind is Kind.SHOWN)
        for column, one in enumerate(case.testimonies):
            is_plain = one.kind is Kind.SLASHED and not one.doubt and not one.has_weekday
            if is_plain and (column == at or own.kind is Kind.SHOWN):
                texts.setdefault(column, Counter())[one.form] += count
    unchanged, two = shown[Form.ONE], shown[Form.TWO]
    is_right = unchanged > 2 and unchanged >= CELLS_UNCHANGED * (unchanged + two)
    return shown.total() > 0 and any(
        forms[Form.ONE]
        and (
            not is_right
            or forms[Form.TWO] < 2
            or forms[Form.TWO] < TEXT_BY_FORMAT * (forms[Form.ONE] + forms[Form.TWO])
        )
        for forms in texts.values()
    )
