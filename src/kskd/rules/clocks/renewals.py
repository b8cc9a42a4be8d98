"""The clocks of what a document itself says of its end: a first end, renewal by itself, and the day of notice."""

from kskd.domain.document.chain import Doc, Scheme
from kskd.domain.footing import Footing
from kskd.domain.values.dates import format_date
from kskd.rules.case import Case
from kskd.rules.clock import FAR, NEAR, ClockBasis, ClockFrame, Due, TimeUnit, clock
from kskd.rules.decided import STOPS, decided_end, decision
from kskd.rules.laws import BY_PAPER
from kskd.rules.status_groups import IN_FORCE

_BY_PAPER = ClockBasis(BY_PAPER, tuple(Doc), tuple(Scheme))
_SETTLED = "keputusan atas akhirnya tercatat, ada penerus, atau naskahnya diakhiri"
_DECIDE = "kskd update {id} --decision KEPUTUSAN --decision-on TANGGAL"


@clock(
    "akhir-pertama",
    "Akhir pertama",
    _BY_PAPER,
    start="tanggal mulai",
    length="menurut naskah",
    days=TimeUnit.DATE,
    stops=_SETTLED,
    stages=IN_FORCE,
    lead=FAR,
    footing=Footing.PAPER,
    remedy=_DECIDE,
)
def first_end(case: Case, frame: ClockFrame) -> tuple[Due, ...]:  # noqa: ARG001
    """A first end beside a condition does not pass by itself, so it is asked for until somebody decides."""
    end = case.first_end
    if end is None or "renews_every" in case.facts or _is_over(case) or decision(case):
        return ()
    return (Due(end, "Akhir pertama; periksa apakah syarat berakhirnya sudah terpenuhi"),)


@clock(
    "perpanjangan-otomatis",
    "Perpanjangan otomatis",
    _BY_PAPER,
    start="akhir pertama",
    length="menurut naskah",
    days=TimeUnit.DATE,
    stops=_SETTLED,
    stages=IN_FORCE,
    lead=FAR,
    footing=Footing.PAPER,
    remedy=_DECIDE,
)
def renewed_by_itself(case: Case, frame: ClockFrame) -> tuple[Due, ...]:  # noqa: ARG001
    """Each end at which a document goes on unless notice was given; once it was given in time, its real end."""
    every, said = case.facts.get("renews_every"), decision(case)
    if case.first_end is None or every is None or _is_over(case):
        return ()
    if said is None:
        from kskd.domain.values.durations import coming_end  # noqa: PLC0415 - start-up

        end = coming_end(case.first_end, every, case.office.as_of)
        return (Due(end, f"Diperpanjang otomatis {every} bila tidak ada pemberitahuan"),) if end else ()
    last = decided_end(case)
    if said != STOPS or last is None:
        return ()
    what = "Berakhir, sebab diputuskan tidak diperpanjang; catat pengakhirannya sesudah hari itu"
    return (Due(last, what, remedy=f"kskd end {{id}} --on {last} --ground DASAR"),)


@clock(
    "pemberitahuan",
    "Batas pemberitahuan",
    _BY_PAPER,
    start="tanggal akhir, atau akhir pertama dan tiap perpanjangannya",
    length="menurut naskah",
    days=TimeUnit.DATE,
    stops=_SETTLED,
    stages=IN_FORCE,
    lead=NEAR,
    footing=Footing.PAPER,
    remedy=_DECIDE,
)
def notice(case: Case, frame: ClockFrame) -> tuple[Due, ...]:  # noqa: ARG001
    """The last day to say that a document is not to go on; where it is renewed by itself, always the next one."""
    before, every = case.facts.get("notice_period"), case.facts.get("renews_every")
    end = case.ends_on or case.first_end
    if before is None or end is None or _is_over(case) or decision(case):
        return ()
    from kskd.domain.values.durations import ends_from, notice_day  # noqa: PLC0415 - start-up

    if every is not None and case.first_end:
        coming = (one for one in ends_from(end, every) if notice_day(one, before) >= case.office.as_of)
        end = next(coming, None)
        if end is None:
            return ()
    what = f"Batas pemberitahuan bila tidak diperpanjang; berakhir {format_date(end)}"
    return (Due(notice_day(end, before), what),)


@clock(
    "akhir-adendum",
    "Masa berlaku adendum berakhir",
    _BY_PAPER,
    start="mulai berlaku adendum",
    length="menurut adendum",
    days=TimeUnit.DATE,
    stops="naskahnya berakhir",
    stages=IN_FORCE,
    lead=FAR,
    footing=Footing.PAPER,
    remedy='kskd amend {id} --signed TANGGAL --what "…"',
)
def addendum_ends(case: Case, frame: ClockFrame) -> tuple[Due, ...]:
    """The term of an adendum that has one of its own."""
    return tuple(
        Due(one.ends.latest, f"Masa berlaku adendum {one.number} berakhir", number=one.number)
        for one in case.own_terms
        if not _is_over(case) and (case.office.as_of - one.ends.latest).days <= frame.ended_days
    )


def _is_over(case: Case) -> bool:
    return case.successor is not None or case.ended_on is not None


CLOCKS = (first_end, renewed_by_itself, notice, addendum_ends)
