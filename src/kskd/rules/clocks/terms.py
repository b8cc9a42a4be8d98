"""The clocks of a term: when a document ends, what is asked for before that, and what should have followed it."""

from kskd.domain.document.chain import (
    ABROAD,
    CONTRACTS,
    DOC_NAMES,
    FOLLOWED,
    KSDD,
    KSDPK,
    LOCAL,
    SINERGI,
    Doc,
    Scheme,
)
from kskd.domain.footing import Footing
from kskd.domain.values.dates import format_date
from kskd.domain.values.moving import moved
from kskd.rules.case import Case
from kskd.rules.clock import FAR, NEAR, ClockBasis, ClockFrame, Due, TimeUnit, clock
from kskd.rules.decided import GOES_ON, STOPS, decision
from kskd.rules.laws import ALWAYS, P25
from kskd.rules.status_groups import ACTIVE, EXPIRED, IN_FORCE

_TERMS = (
    ClockBasis("Permendagri 22/2020 Pasal 9 ayat (3)", (Doc.KB,), KSDD),
    ClockBasis("Permendagri 22/2020 Pasal 32 ayat (3)", (Doc.KB,), KSDPK),
    ClockBasis("Permendagri 22/2020 Pasal 41", CONTRACTS, LOCAL),
    ClockBasis("Permendagri 22/2020 Pasal 42", (Doc.NK, Doc.RK), SINERGI),
    ClockBasis("Permendagri 25/2020 Pasal 32", (Doc.MOU, Doc.PKS), ABROAD),
    ClockBasis("Permendagri 25/2020 Pasal 26 ayat (4)", (Doc.RKT,), ABROAD),
    ClockBasis("Permendagri 25/2020 Pasal 13 ayat (3)", (Doc.LOI,), ABROAD),
    # What was there on the day of Permendagri 25/2020 runs to its end by that; at home it was PP 28/2018 alone.
    ClockBasis("Permendagri 25/2020 Pasal 42", tuple(Doc), ABROAD, looks_at_today=True, before=P25),
    ClockBasis("PP 28/2018 Pasal 6", (Doc.KB, *CONTRACTS), KSDD),
    ClockBasis("PP 28/2018 Pasal 19 ayat (2)", (Doc.KB, *CONTRACTS), KSDPK),
    ClockBasis("PP 28/2018 Pasal 46", (Doc.NK, Doc.RK), SINERGI),
    ClockBasis("PP 28/2018 Pasal 24; PP 28/2018 Pasal 25", tuple(Doc), ABROAD),
    # Chains of before PP 28/2018 were freer (its Pasal 48-49).
    ClockBasis("PP 28/2018 Pasal 48; PP 28/2018 Pasal 49", tuple(Doc), tuple(Scheme), since=ALWAYS),
)
_MEMORANDUM = "kskd add-mou --scheme {scheme} --doc mou --parent {id} …"
_LET_GO = (
    "naskah penerus tercatat, naskahnya diakhiri, keputusan atas akhirnya tercatat, atau evaluasi terakhir"
    " menganjurkan dihentikan"
)


def _let_go(case: Case) -> bool:
    """Whether a document has a successor, was ended, or its last evaluation says to stop: its end asks nothing."""
    return (
        case.successor is not None
        or case.ended_on is not None
        or bool(case.reports and case.reports[-1].recommendation == "hentikan")
    )


@clock(
    "masa-berlaku",
    "Masa berlaku berakhir",
    *_TERMS,
    start="tanggal mulai",
    length="menurut naskah",
    days=TimeUnit.DATE,
    stops=_LET_GO,
    stages=IN_FORCE | EXPIRED,
    lead=FAR,
    remedy="kskd extend {id}",
)
def term_ends(case: Case, frame: ClockFrame) -> tuple[Due, ...]:
    """A term ends; once it has, the office is asked for a decision for as long as it has set.

    What was decided before the end is asked for again only where it was not done when the end had come.
    A letter of intent is followed by a memorandum, a yearly plan by the next one, which is no successor.
    """
    said = decision(case)
    if case.ends_on is None or _let_go(case) or said == STOPS:
        return ()
    passed, name = (case.office.as_of - case.ends_on).days, DOC_NAMES[case.doc]
    if said is not None:
        what = "diperpanjang" if said == GOES_ON else "diganti"
        due = Due(case.ends_on, f"Diputuskan {what}, tetapi {name} berakhir dan penerusnya belum tercatat")
        return (due,) if 0 < passed <= frame.ended_days else ()
    if case.doc is Doc.LOI:
        settled = any(child.signed_on for child in case.children)
        due = Due(case.ends_on, f"{name} berakhir; belum ada MoU", remedy=_MEMORANDUM)
    elif case.doc is Doc.RKT and case.parent is not None:
        settled = passed > 0
        plan = f'kskd derive-pks {case.parent.id} --doc rkt --title "…" --signed TANGGAL'
        due = Due(case.ends_on, f"{name} berakhir; susun rencana tahun berikutnya", remedy=plan)
    else:
        settled, due = False, Due(case.ends_on, f"{name} berakhir; belum ada penerusnya")
    return () if settled or passed > frame.ended_days else (due,)


@clock(
    "perpanjangan",
    "Mulai membahas perpanjangan",
    ClockBasis("renewal-days", tuple(doc for doc in Doc if doc not in FOLLOWED), tuple(Scheme)),
    start="tanggal akhir",
    length="renewal-days hari sebelumnya",
    days=TimeUnit.DAYS,
    stops=_LET_GO,
    stages=ACTIVE,
    lead=NEAR,
    footing=Footing.SETTING,
    remedy="kskd extend {id}",
)
def renewal_begins(case: Case, frame: ClockFrame) -> tuple[Due, ...]:
    """The office begins to talk of renewal early enough; beside it, how early it has renewed so far."""
    if case.ends_on is None or _let_go(case) or decision(case):
        return ()
    if frame.renewals is None:
        habit = "belum ada perpanjangan yang tercatat sebagai pembanding"
    else:
        median, past = frame.renewals
        words = f"{abs(median):g}".replace(".", ",")  # a whole number or a half
        side = "sebelum" if median >= 0 else "sesudah"
        habit = (
            f"median {past} perpanjangan yang lalu: ditandatangani {words} hari {side} pendahulunya berakhir"
        )
    on = moved(case.ends_on, days=-frame.renewal_days)
    return (Due(on, f"Bahas perpanjangan; berakhir {format_date(case.ends_on)}", habit),)


@clock(
    "loi-setahun",
    "Batas satu tahun Pernyataan Kehendak",
    ClockBasis("Permendagri 25/2020 Pasal 13 ayat (3)", (Doc.LOI,), ABROAD),
    start="tanggal penandatanganan LoI",
    length="1 tahun",
    days=TimeUnit.YEARS,
    stops="MoU ditandatangani, ada penerus, atau LoI sendiri berakhir lebih awal",
    stages=ACTIVE,
    lead=FAR,
    remedy=_MEMORANDUM,
)
def letter_of_intent_lapses(case: Case, frame: ClockFrame) -> tuple[Due, ...]:  # noqa: ARG001
    """A letter of intent runs a year at most, whatever it says of its own end."""
    last = moved(case.signing, years=1)
    if case.successor or case.ended_on or any(child.signed_on for child in case.children):
        return ()
    if case.ends_on is not None and case.ends_on <= last:
        return ()
    return (Due(last, "Pernyataan Kehendak paling lama setahun; tindak lanjuti dengan MoU"),)


@clock(
    "usul-perpanjangan",
    "Usul perpanjangan kerja sama luar negeri",
    ClockBasis("Permendagri 25/2020 Pasal 33 ayat (2)", (Doc.MOU,), ABROAD),
    start="tanggal akhir MoU",
    length="6 bulan sebelumnya",
    days=TimeUnit.MONTHS,
    stops="tanggal usul perpanjangan tercatat, atau ada penerus",
    stages=ACTIVE,
    lead=FAR,
    remedy="kskd update {id} --extension-requested-on TANGGAL",
)
def extension_abroad(case: Case, frame: ClockFrame) -> tuple[Due, ...]:  # noqa: ARG001
    """An extension abroad is asked of the Menteri six months before the end at the latest."""
    if case.ends_on is None or _let_go(case) or case.day("extension_requested_on"):
        return ()
    if decision(case) not in {None, GOES_ON}:
        return ()
    what = "Usul perpanjangan kepada Menteri, dengan tembusan kepada Gubernur dan DPRD, belum tercatat"
    return (Due(moved(case.ends_on, months=-6), what),)


@clock(
    "tindak-lanjut-kb",
    "KB ditindaklanjuti dengan PKS",
    ClockBasis("follow-up-months", (Doc.KB,), LOCAL),
    start="tanggal penandatanganan KB",
    length="sejumlah bulan menurut pengaturan follow-up-months",
    days=TimeUnit.MONTHS,
    stops="PKS atau Kontrak ditandatangani, atau ada penerus",
    stages=ACTIVE,
    lead=90,
    footing=Footing.SETTING,
    remedy="kskd derive-pks {id} …",
)
def umbrella_followed_up(case: Case, frame: ClockFrame) -> tuple[Due, ...]:  # noqa: ARG001
    """The law gives no time between KB and PKS; the office does."""
    if _let_go(case) or any(child.signed_on for child in case.children):
        return ()
    return (
        Due(
            moved(case.signing, months=case.office.follow_up_months),
            "Susun PKS; belum ada yang ditandatangani",
        ),
    )


CLOCKS = (
    term_ends,
    renewal_begins,
    letter_of_intent_lapses,
    extension_abroad,
    umbrella_followed_up,
)
