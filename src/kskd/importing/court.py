"""The order of day and month in a column: from all its evidence, never from one cell.

``gather`` counts, ``judge`` decides on the counts, ``read`` gives the day of each cell, or says why it has none.
A cell of two readings is read in the order of its column unless its own row speaks against it; where the column
has none, only as its own row proves.
"""

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from kskd.domain.values.days import Day
from kskd.importing.day_readings import ORDERS, Doubt, Form, Kind, Order
from kskd.importing.witnesses import (
    BOTH,
    LESS,
    MONTH_WITNESSES,
    NEITHER,
    OTHER,
    SAME,
    YEAR_WITNESSES,
    Exhibit,
    Testimony,
    testify,
)

Evidence = Counter[Testimony]
"""How many rows give each testimony: as large as these are different, however many rows there are."""

MONTH_HEARD = 0.85
"""Share of a column's own certain days whose month a witness must name: numbers of signings did in 90 to 95 of
100, those of starts in 46. Reckoned as if one more had agreed and one not, so that few days prove nothing."""
YEAR_HEARD = 0.95
"""The same of years: 99 of 100 where the number follows the day, 86 where it does not."""
NOISE = 0.05
"""Share of votes for the other order that is only noise: 2 of 84 and 1 of 37 were counted."""
TEXT_BY_FORMAT = 0.2
"""Share of texts readable both ways from which they are no remains of swapping: by the calendar it is 0.36."""
NEEDS = ((1, 4), (3, 2))
"""For the expected order and for the other: so many proofs, and at least one for so many open cells."""
CONFIRMED_BY = {
    Doubt.SHORT_YEAR: {"weekday", "duration", "year"},
    Doubt.TYPING: {"weekday", "duration", "month"},
    Doubt.NO_YEAR: {"weekday", "duration", "month"},
    Doubt.SERIAL: {"duration", "year", "month"},
    Doubt.ODD: {"duration", "year"},
}
"""What makes a doubtful reading certain."""

_Group = tuple[str, Kind]


class Verdict(NamedTuple):
    """How a column is read.

    ``orders`` are the settled ones by source and kind, 0 or 1; ``proposed`` those that a person may confirm;
    ``suspects`` the sources in which a spreadsheet swapped days; ``months`` and ``years`` the witnesses heard.
    ``words`` tells counts and evidence; ``settled`` and ``undecided`` are counts of cells that say something.
    """

    orders: dict[_Group, int]
    suspects: frozenset[str]
    months: frozenset[int]
    years: frozenset[int]
    proposed: tuple[tuple[str, Order], ...] = ()
    settled: int = 0
    undecided: int = 0
    words: str = ""


class Reading(NamedTuple):
    """The day, or None with the readings there are and why none is taken; ``proof`` says why this one is."""

    day: Day | None
    readings: tuple[Day, ...] = ()
    why: str = ""
    proof: str = ""


def gather(exhibits: Iterable[Exhibit]) -> Evidence:
    """Count what the rows of one column say."""
    return Counter(testify(exhibit)[0] for exhibit in exhibits)


def judge(evidence: Evidence, decided: frozenset[Order] = frozenset()) -> Verdict:
    """Decide on the counts; ``decided`` are orders that a person or a rules file gives."""
    months = frozenset(at for at in range(len(MONTH_WITNESSES)) if _hears_month(evidence, at))
    years = frozenset(at for at in range(len(YEAR_WITNESSES)) if _hears_year(evidence, at))
    orders: dict[_Group, int] = {}
    proposed: list[tuple[str, Order]] = []
    suspects = set()
    parts = []
    for group in sorted({(one.source, one.kind) for one in evidence if one.kind is not Kind.WORDS}):
        source, kind = group
        only, proved, votes, unheard = _tally(evidence, group, months)
        given = [at for at in (0, 1) if ORDERS[kind][at] in decided]
        order = None
        if kind is Kind.SHOWN:
            if _is_swapped(evidence, source, proved, votes):
                suspects.add(source)
            else:
                order = 0
        else:
            order, meant = _order(only, proved, votes, unheard)
            if meant is not None and not given:
                proposed.append((source, ORDERS[kind][meant]))
        order = given[0] if len(given) == 1 else order
        if order is not None:
            orders[group] = order
        parts.append((group, only))
    verdict = Verdict(orders, frozenset(suspects), months, years, tuple(proposed))
    tally = Counter[bool]()
    for one, count in evidence.items():
        if one.form is not Form.EMPTY:
            tally[_decide(one, verdict)[0] is not None] += count
    words = " ".join(_told(evidence, group, only, verdict) for group, only in parts)
    return verdict._replace(settled=tally[True], undecided=tally[False], words=words)


def read(exhibit: Exhibit, verdict: Verdict) -> Reading:
    """The day of one cell under the verdict on its column."""
    testimony, seen = testify(exhibit)
    if seen.form is Form.EMPTY:
        return Reading(None)
    at, said = _decide(testimony, verdict)
    day = None if at is None else seen.days[at]
    if day is None:
        return Reading(None, seen.readings(), seen.why or said)
    return Reading(day, (day,), "", said)


def _decide(one: Testimony, verdict: Verdict) -> tuple[int | None, str]:
    """Which of two readings is taken, and why it or none is."""
    if one.form in {Form.EMPTY, Form.NONE}:
        return None, "Tanggal ini tidak dapat dibaca."
    if one.row == "x":
        return None, "Akhir mendahului mulai, bagaimanapun tanggalnya dibaca."
    suspect = one.kind is Kind.SHOWN and one.source in verdict.suspects
    votes = {one.months[at] for at in verdict.months} & {"0", "1"}
    if one.kind is not Kind.WORDS and any(one.years[at] == OTHER for at in verdict.years):
        return None, "Tahunnya bukan yang disebut baris ini."
    if suspect and one.computed:
        return None, "Hasil rumus dari tanggal yang mungkin tertukar."
    at: int | None
    if one.form is Form.TWO:
        at, said = _of_two(one, verdict, votes, suspect=suspect)
    else:
        at, said = one.only, "hanya dapat dibaca begini"
        if suspect and one.shadow and not any(one.months[at] == BOTH for at in verdict.months):
            return None, "Mungkin dihitung dari mulai yang tertukar."
    if at is not None and one.doubt and not _is_confirmed(one, at, verdict):
        return None, f"Perlu diputuskan: {one.doubt}."
    return at, said


def _of_two(one: Testimony, verdict: Verdict, votes: set[str], *, suspect: bool) -> tuple[int | None, str]:
    row = "" if suspect and one.leans and one.row == "0" and one.by == "duration" else one.row
    order = verdict.orders.get((one.source, one.kind))
    if row and votes and votes != {row}:
        return None, "Bukti di baris ini saling bertentangan."
    if proofs := ({row} if row else votes if len(votes) == 1 else set()):
        at = int(proofs.pop())
        if order is not None and order != at:
            return None, f"Kolom ini dibaca {ORDERS[one.kind][order]}, tetapi barisnya membantahnya."
        by = {"duration": "jangka waktu", "order": "mulai sebelum akhir"}.get(one.by if row else "", "nomor")
        return at, f"{ORDERS[one.kind][at]} menurut {by} di baris ini"
    if order is None:
        return None, "Dapat dibaca dua cara, dan urutan kolom ini belum terbukti."
    return order, f"urutan kolom: {ORDERS[one.kind][order]}"


def _is_confirmed(one: Testimony, at: int, verdict: Verdict) -> bool:
    by = CONFIRMED_BY[one.doubt] if one.doubt else set()
    return (
        ("weekday" in by and one.has_weekday and not one.has_rival)
        or ("duration" in by and str(at) in one.fits)
        or ("year" in by and any(one.years[w] == SAME for w in verdict.years))
        or ("month" in by and any(one.months[w] in {BOTH, str(at)} for w in verdict.months))
    )


def _hears_month(evidence: Evidence, at: int) -> bool:
    agree, off = 0, 0
    for one, count in evidence.items():
        if one.form not in {Form.EMPTY, Form.NONE, Form.TWO} and not one.doubt and one.months[at]:
            agree, off = (agree, off + count) if one.months[at] == NEITHER else (agree + count, off)
    return (agree + 1) / (agree + off + 2) >= MONTH_HEARD


def _hears_year(evidence: Evidence, at: int) -> bool:
    said: Counter[str] = Counter()
    for one, count in evidence.items():
        if not one.doubt and one.years[at]:
            said[one.years[at]] += count
    return (said[SAME] + said[LESS] + 1) / (said.total() + 2) >= YEAR_HEARD


def _tally(
    evidence: Evidence, group: _Group, months: frozenset[int]
) -> tuple[list[int], list[int], list[int], int]:
    """By order: proofs of the calendar, of rows, votes of the months heard; and the cells without any."""
    only, proved, votes, unheard = [0, 0], [0, 0], [0, 0], 0
    for one, count in evidence.items():
        if (one.source, one.kind) != group or one.doubt:
            continue
        named = {one.months[at] for at in months} & {"0", "1"}
        if one.form is Form.ONE:
            (proved if one.by_weekday else only)[one.only] += count
        elif one.form is Form.TWO and one.row in {"0", "1"}:
            proved[int(one.row)] += count
        elif one.form is Form.TWO and len(named) == 1:
            votes[int(named.pop())] += count
        elif one.form is Form.TWO:
            unheard += count
    return only, proved, votes, unheard


def _order(
    only: list[int], proved: list[int], votes: list[int], unheard: int
) -> tuple[int | None, int | None]:
    """The order that is proven, else None and the one that may be proposed."""
    if all(only):
        return None, None
    lead = max((0, 1), key=lambda at: (only[at], proved[at], votes[at], -at))
    if proved[1 - lead] > 1 or _is_more_than_noise(votes, 1 - lead):
        return None, None
    cells, share = NEEDS[lead]
    support = only[lead] + proved[lead] + votes[lead]
    return (lead, None) if support >= cells and support * share >= unheard else (None, lead)


def _is_more_than_noise(votes: list[int], at: int) -> bool:
    return votes[at] > 1 and votes[at] > NOISE * sum(votes)


def _is_swapped(evidence: Evidence, source: str, proved: list[int], votes: list[int]) -> bool:
    """Whether a spreadsheet took days apart: texts it could not read as days lie beside those it could.

    In this column or in another day of the same rows.
    """
    if proved[1] > 1 or _is_more_than_noise(votes, 1):
        return True
    texts: dict[str, Counter[Form]] = {}
    for one, count in evidence.items():
        if one.source != source:
            continue
        if one.kind is Kind.YEAR_FIRST and one.form is Form.ONE and one.only == 1:
            return True
        if one.kind is Kind.SLASHED and not one.doubt and not one.has_weekday:
            texts.setdefault("", Counter())[one.form] += count
        for concept, form in one.beside:
            texts.setdefault(concept, Counter())[form] += count
    return any(
        forms[Form.ONE] and forms[Form.TWO] < TEXT_BY_FORMAT * (forms[Form.ONE] + forms[Form.TWO])
        for forms in texts.values()
    )


def _told(evidence: Evidence, group: _Group, only: list[int], verdict: Verdict) -> str:
    source, kind = group
    two: Counter[bool] = Counter()
    total = 0
    for one, count in evidence.items():
        if (one.source, one.kind) == group and one.form is not Form.EMPTY:
            total += count
            if one.form is Form.TWO:
                two[_decide(one, verdict)[0] is not None] += count
    first, second = ORDERS[kind]
    told = f"{source}: " if source else ""
    told += f"{only[1]} dari {total} {kind} hanya dapat dibaca {second}; {only[0]} hanya {first}; "
    told += f"{two.total()} dapat dibaca dua cara, {two[False]} di antaranya perlu diputuskan."
    order = verdict.orders.get(group)
    if order is not None:
        return f"{told} Urutan: {ORDERS[kind][order]}."
    return (
        f"{told} Sel tanggal pernah tertukar."
        if source in verdict.suspects
        else f"{told} Urutan tidak terbukti."
    )
