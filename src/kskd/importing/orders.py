"""The order of day and month in a column: decided on counts of all its evidence, then applied to a cell."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from functools import partial
from typing import NamedTuple

from kskd.importing.day_readings import ORDERS, DayDoubt, Form, Kind, Order
from kskd.importing.witnesses import BOTH, LESS, NEITHER, SAME, Testimony

Evidence = Mapping[Testimony, int]
"""How many rows give each testimony: as large as these are different, however many rows there are."""

WITNESS_HEARD = 0.85
"""Share of a column's own certain days whose month a witness must name: numbers of signings did in 90 to 95
of 100, those of starts in 46. So must the terms be whole years, which 95 of 100 are. Reckoned as
if one more had agreed and one not, so that few days prove nothing."""
YEAR_HEARD = 0.95
"""The same of years: 99 of 100 where the number follows the day, 86 where it does not."""
NOISE = 0.05
"""Share of votes for the other order that is only noise: 2 of 84 and 1 of 37 were counted."""
ROW_NOISE = 0.01
"""The same of proofs by the row itself, which are hardly ever wrong."""
SOLID_FROM = 20
"""So many proofs for an order let one proof by a row against it be taken for noise."""
LEADS = 0.85
"""Share of proofs with which an order that is not proven for all is the common one of a column. A number
alone settles a cell in that order only: one in a hundred names the wrong month, and fits the rare order by
chance."""
COMMON_FROM = 5
"""So many proofs make an order a common one, which one number against it does not shake."""
NEEDS = ((2, 4), (3, 1))
"""For the expected order and for the other: so many proofs, and at least one for so many open cells."""
CONFIRMED_BY = {
    DayDoubt.SHORT_YEAR: {"weekday", "duration", "year"},
    DayDoubt.TYPING: {"weekday", "duration", "month"},
    DayDoubt.NO_YEAR: {"weekday", "duration", "month"},
    DayDoubt.SERIAL: {"duration", "year", "month"},
    DayDoubt.ODD: {"duration", "year"},
}
"""What makes a doubtful reading certain."""

CALENDAR, WEEKDAY, LENGTH, TERM, WHOLE, PLACE, NUMBER = (
    "angka > 12",
    "nama hari",
    "jangka waktu",
    "mulai sebelum akhir",
    "jangka genap tahun",
    "urutan nomor baris",
    "bulan pada nomor",
)
"""Evidence for an order, in the words in which it is told."""
VOICES = (WHOLE, PLACE, NUMBER)
"""Witnesses that are right nearly always, and know nothing of each other: one settles a cell in the common
order only, two that agree in the other one too."""
_UNPROVEN = "urutan hari dan bulan di kolom ini belum terbukti."
_BY = {"duration": LENGTH, "order": TERM}


class OrderTally(NamedTuple):
    """Cells of one kind by evidence and order, 0 or 1; ``total`` of them, ``unheard`` of which nothing
    says."""

    proofs: dict[str, list[int]]
    total: int = 0
    unheard: int = 0

    def proven(self, *evidence: str) -> tuple[int, int]:
        """How many cells speak for either order, by all evidence or by some."""
        told = [self.proofs[one] for one in evidence or self.proofs]
        return sum(one[0] for one in told), sum(one[1] for one in told)

    @property
    def is_split(self) -> bool:
        """Whether there is evidence for both orders that is more than noise."""
        if all(self.proven(CALENDAR)):
            return True
        against, lead = 1 - self.lead, self.proven()[self.lead]
        allowed = int(lead >= COMMON_FROM)
        rows, votes = self.proven(CALENDAR, WEEKDAY, LENGTH, TERM), self.proven(*VOICES)
        return rows[against] > max(lead >= SOLID_FROM, ROW_NOISE * sum(rows)) or votes[against] > max(
            allowed, NOISE * sum(votes)
        )

    @property
    def lead(self) -> int:
        """The order for which more speaks; of as much for both the one expected."""
        proven = self.proven()
        return int(proven[1] > proven[0])


class Witnesses(NamedTuple):
    """Which are heard on a column: months and years by their places, whole years, and the row's own place."""

    months: frozenset[int]
    years: frozenset[int]
    terms: bool
    places: bool


class Ruling(NamedTuple):
    """How a column is read: ``orders`` settled by kind, 0 or 1; ``common`` those of most cells where none is.

    ``is_suspect`` says that a spreadsheet swapped days in the column, ``witnesses`` which are heard;
    ``proposed`` are orders that a person may confirm, ``contested`` kinds that the
    column beside speaks against, ``given`` those whose order a person gave.
    """

    tallies: dict[Kind, OrderTally]
    orders: dict[Kind, int]
    common: dict[Kind, int]
    is_suspect: bool
    witnesses: "Witnesses"
    proposed: tuple[Order, ...] = ()
    contested: frozenset[Kind] = frozenset()
    given: frozenset[Kind] = frozenset()


class Decision(NamedTuple):
    """Which of two readings is taken, None for neither, and why; ``is_open`` where only evidence is
    lacking."""

    at: int | None
    why: str = ""
    is_open: bool = False


def rule(
    evidence: Evidence,
    *,
    more: Mapping[tuple[Kind, int], int],
    is_suspect: bool,
    unsettled: Iterable[Kind] = (),
    hears_terms: bool = False,
    decided: frozenset[Order] = frozenset(),
) -> Ruling:
    """Decide on the counts.

    ``more`` are cells that the settled column beside proves, by kind and order; ``unsettled`` kinds whose
    order that column disproves; ``hears_terms`` says that terms are whole years; ``decided`` are orders that
    a person or a rules file gives.
    """
    told = range(min((len(one.months) for one in evidence), default=0))
    heard = Witnesses(
        frozenset(at for at in told if _agrees(evidence, partial(_month_of, at))),
        frozenset(at for at in told if _hears_year(evidence, at)),
        hears_terms,
        _agrees(evidence, lambda one: one.place),
    )
    tallies: dict[Kind, OrderTally] = {
        kind: _tally(evidence, kind, heard, more)
        for kind in ORDERS
        if kind is not Kind.WORDS and any(one.kind is kind for one in evidence)
    }
    shown = tallies.get(Kind.SHOWN)
    is_suspect = shown is not None and (is_suspect or _is_swapped(shown))
    ruling = Ruling(tallies, {}, {}, is_suspect, heard)
    proposed, by_person = [], set()
    for kind, tally in tallies.items():
        given = [at for at in (0, 1) if ORDERS[kind][at] in decided]
        order, meant = (given[0], None) if len(given) == 1 else _order(kind, tally, ruling)
        by_person |= {kind} if len(given) == 1 else set()
        if order is not None and (kind not in unsettled or given):
            ruling.orders[kind] = order
        elif meant is not None:
            proposed.append(ORDERS[kind][meant])
        if (common := _common(kind, tally)) is not None:
            ruling.common[kind] = common
    against = frozenset(unsettled) - ruling.orders.keys()
    return ruling._replace(proposed=tuple(proposed), contested=against, given=frozenset(by_person))


def decide(one: Testimony, ruling: Ruling) -> Decision:
    """Which reading of a cell is taken under the ruling on its column."""
    if one.form in {Form.EMPTY, Form.NONE}:
        return Decision(None)
    is_suspect = one.kind is Kind.SHOWN and ruling.is_suspect and Kind.SHOWN not in ruling.orders
    if is_suspect and one.computed:
        return Decision(None, "hasil rumus dari tanggal yang mungkin tertukar.")
    if one.form is Form.TWO:
        decision = _of_two(one, ruling, is_suspect=is_suspect)
    elif is_suspect and one.shadow and not any(one.months[at] == BOTH for at in ruling.witnesses.months):
        decision = Decision(None, "mungkin dihitung dari tanggal mulai yang tertukar.")
    else:
        decision = Decision(one.only)
    if decision.at is not None and one.doubt and not _is_confirmed(one, decision.at, ruling):
        return Decision(None, f"{one.doubt}.")
    return decision


def votes_of(one: Testimony, ruling: Ruling) -> set[int]:
    """The readings that the witnesses heard name."""
    return {at for said in _voices(one, ruling.witnesses).values() for at in said}


def _voices(one: Testimony, heard: Witnesses) -> dict[str, set[int]]:
    """The readings that each witness names; no whole years that may be reckoned from a swapped day."""
    leans = one.kind is Kind.SHOWN and one.leans and one.whole == "0"
    said = {
        WHOLE: {one.whole} if heard.terms and not leans else set(),
        PLACE: {one.place} if heard.places else set(),
        NUMBER: {one.months[at] for at in heard.months},
    }
    told = {name: {int(at) for at in each if at in {"0", "1"}} for name, each in said.items()}
    return {name: each for name, each in told.items() if each}


def _of_two(one: Testimony, ruling: Ruling, *, is_suspect: bool) -> Decision:
    voices, order = _voices(one, ruling.witnesses), ruling.orders.get(one.kind)
    votes = set().union(*voices.values())
    row = {int(one.left)} if one.left and not (is_suspect and _leans(one)) else set[int]()
    said = row | votes
    if len(said) > 1:
        return Decision(None, "bukti di baris ini saling bertentangan.")
    if order is not None and said <= {order}:
        return Decision(order)
    if order is not None:
        return Decision(None, f"kolom ini dibaca {ORDERS[one.kind][order]}, tetapi barisnya membantah.")
    if row or len(voices) > 1 or (votes and votes == {ruling.common.get(one.kind)}):
        return Decision(said.pop())
    why = "sel tanggal di kolom ini ada yang tertukar hari dan bulannya." if is_suspect else _UNPROVEN
    return Decision(None, why, is_open=True)


def _leans(one: Testimony) -> bool:
    """Whether the row's proof may be only that one end was computed from the other as it is shown."""
    return one.kind is Kind.SHOWN and one.leans and one.left == "0" and one.by == "duration"


def _is_confirmed(one: Testimony, at: int, ruling: Ruling) -> bool:
    by = CONFIRMED_BY[one.doubt] if one.doubt else set()
    return (
        (one.doubt is DayDoubt.SHORT_YEAR and one.kind in ruling.given)  # so the year stands last
        or ("weekday" in by and one.has_weekday and not one.has_rival)
        or ("duration" in by and str(at) in one.fits)
        or ("year" in by and any(one.years[witness] == SAME for witness in ruling.witnesses.years))
        or (
            "month" in by
            and any(one.months[witness] in {BOTH, str(at)} for witness in ruling.witnesses.months)
        )
    )


def _month_of(at: int, one: Testimony) -> str:
    return one.months[at]


def _agrees(evidence: Evidence, fit_of: Callable[[Testimony], str]) -> bool:
    """Whether a witness fits the certain days of the column."""
    agree, off = 0, 0
    for one, count in evidence.items():
        if one.form not in {Form.EMPTY, Form.NONE, Form.TWO} and not one.doubt and (fit := fit_of(one)):
            agree, off = (agree, off + count) if fit == NEITHER else (agree + count, off)
    return (agree + 1) / (agree + off + 2) >= WITNESS_HEARD


def _hears_year(evidence: Evidence, at: int) -> bool:
    said: Counter[str] = Counter()
    for one, count in evidence.items():
        if not one.doubt and one.years[at]:
            said[one.years[at]] += count
    return (said[SAME] + said[LESS] + 1) / (said.total() + 2) >= YEAR_HEARD


def _tally(
    evidence: Evidence,
    kind: Kind,
    heard: Witnesses,
    more: Mapping[tuple[Kind, int], int],
) -> OrderTally:
    proofs = {name: [0, 0] for name in (CALENDAR, WEEKDAY, LENGTH, TERM, *VOICES)}
    total = unheard = 0
    for one, count in evidence.items():
        if one.kind is not kind or one.form in {Form.EMPTY, Form.NONE}:
            continue
        total += count
        if one.doubt:
            continue
        if one.form is Form.ONE:
            proofs[WEEKDAY if one.by_weekday else CALENDAR][one.only] += count
        elif one.form is Form.TWO and one.left and not _leans(one):
            proofs[_BY[one.by]][int(one.left)] += count
        elif (
            one.form is Form.TWO and len(named := set().union(*(voices := _voices(one, heard)).values())) == 1
        ):
            proofs[next(iter(voices))][named.pop()] += count
        elif one.form is Form.TWO:
            unheard += count
    for at in (0, 1):
        proofs[LENGTH][at] += more.get((kind, at), 0)
    return OrderTally(proofs, total, unheard)


def _order(kind: Kind, tally: OrderTally, ruling: Ruling) -> tuple[int | None, int | None]:
    """The order that is proven, else None and the one that may be proposed."""
    if kind is Kind.SHOWN:
        # Of cells without one that stands right a person may say so; no count says it of a cell typed anew.
        return (None, None if tally.proven()[0] else 1) if ruling.is_suspect else (0, None)
    if tally.is_split:
        return None, None
    lead = tally.lead
    cells, share = NEEDS[lead]
    support = tally.proven()[lead]
    return (lead, None) if support >= cells and support * share >= tally.unheard else (None, lead)


def _common(kind: Kind, tally: OrderTally) -> int | None:
    """The order of most cells; of cells that may be swapped only those count that could be."""
    all_but_calendar = (WEEKDAY, LENGTH, TERM, *VOICES)
    proven = tally.proven(*all_but_calendar) if kind is Kind.SHOWN else tally.proven()
    lead = int(proven[1] > proven[0])
    return lead if sum(proven) >= COMMON_FROM and proven[lead] >= LEADS * sum(proven) else None


def _is_swapped(shown: OrderTally) -> bool:
    rows, votes = shown.proven(WEEKDAY, LENGTH, TERM), shown.proven(*VOICES)
    return rows[1] > 1 or (votes[1] > 1 and votes[1] > NOISE * sum(votes))
