"""The clocks of documents: every period of law or of the office that follows from what is recorded."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from kskd.domain.document.chain import DOC_NAMES, FOLLOWED, Doc, Scheme
from kskd.domain.finding import Footing
from kskd.domain.values.dates import format_date
from kskd.domain.values.moving import moved
from kskd.rules import report_clocks
from kskd.rules.clock import FAR, NEAR, Basis, Due, Frame, TimeUnit, clock, unlisted
from kskd.rules.council import last_day
from kskd.rules.laws import ALWAYS, P25
from kskd.rules.rule import (
    ABROAD,
    ACTIVE,
    AGREED,
    ANY,
    CONTRACTS,
    DRAFT,
    EXPIRED,
    IN_FORCE,
    KSDD,
    KSDPK,
    LOCAL,
    SINERGI,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kskd.domain.deadline import Deadline
    from kskd.rules.case import Case
    from kskd.rules.clock import Clock
    from kskd.rules.readings import DayInPart, Reading


_TERMS = (
    Basis("Permendagri 22/2020 Pasal 9 ayat (3)", (Doc.KB,), KSDD),
    Basis("Permendagri 22/2020 Pasal 32 ayat (3)", (Doc.KB,), KSDPK),
    Basis("Permendagri 22/2020 Pasal 41", CONTRACTS, LOCAL),
    Basis("Permendagri 22/2020 Pasal 42", (Doc.NK, Doc.RK), SINERGI),
    Basis("Permendagri 25/2020 Pasal 32", (Doc.MOU, Doc.PKS), ABROAD),
    Basis("Permendagri 25/2020 Pasal 26 ayat (4)", (Doc.RKT,), ABROAD),
    Basis("Permendagri 25/2020 Pasal 13 ayat (3)", (Doc.LOI,), ABROAD),
    # What was there on the day of Permendagri 25/2020 runs to its end by that; at home it was PP 28/2018 alone.
    Basis("Permendagri 25/2020 Pasal 42", tuple(Doc), ABROAD, looks_at_today=True, before=P25),
    Basis("PP 28/2018 Pasal 6", (Doc.KB, *CONTRACTS), KSDD),
    Basis("PP 28/2018 Pasal 19 ayat (2)", (Doc.KB, *CONTRACTS), KSDPK),
    Basis("PP 28/2018 Pasal 46", (Doc.NK, Doc.RK), SINERGI),
    Basis("PP 28/2018 Pasal 24; PP 28/2018 Pasal 25", tuple(Doc), ABROAD),
    # Chains of before PP 28/2018 were freer (its Pasal 48-49).
    Basis("PP 28/2018 Pasal 48; PP 28/2018 Pasal 49", tuple(Doc), tuple(Scheme), since=ALWAYS),
)
_MEMORANDUM = "kskd add-mou --scheme {scheme} --doc mou --parent {id} …"
_LET_GO = "naskah penerus tercatat, naskahnya diakhiri, atau evaluasi terakhir menganjurkan dihentikan"


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
def term_ends(case: Case, frame: Frame) -> tuple[Due, ...]:
    """A term ends; once it has, the office is asked for a decision for as long as it has set.

    A letter of intent is followed by a memorandum, a yearly plan by the next one, which is no successor.
    """
    if case.ends_on is None or _let_go(case):
        return ()
    passed, name = (case.office.as_of - case.ends_on).days, DOC_NAMES[case.doc]
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
    Basis("renewal-days", tuple(doc for doc in Doc if doc not in FOLLOWED), tuple(Scheme)),
    start="tanggal akhir",
    length="renewal-days hari sebelumnya",
    days=TimeUnit.DAYS,
    stops=_LET_GO,
    stages=ACTIVE,
    lead=NEAR,
    footing=Footing.SETTING,
    remedy="kskd extend {id}",
)
def renewal_begins(case: Case, frame: Frame) -> tuple[Due, ...]:
    """The office begins to talk of renewal early enough; beside it, how early it has renewed so far."""
    if case.ends_on is None or _let_go(case):
        return ()
    median, past = frame.renewals
    if median is None:
        habit = "belum ada perpanjangan yang tercatat sebagai pembanding"
    else:
        words = f"{abs(median):g}".replace(".", ",")  # a whole number or a half
        side = "sebelum" if median >= 0 else "sesudah"
        habit = (
            f"median {past} perpanjangan yang lalu: ditandatangani {words} hari {side} pendahulunya berakhir"
        )
    on = moved(case.ends_on, days=-frame.renewal_days)
    return (Due(on, f"Bahas perpanjangan; berakhir {format_date(case.ends_on)}", habit),)


@clock(
    "loi-setahun",
    "Pernyataan Kehendak habis setahun",
    Basis("Permendagri 25/2020 Pasal 13 ayat (3)", (Doc.LOI,), ABROAD),
    start="tanggal penandatanganan LoI",
    length="1 tahun",
    days=TimeUnit.YEARS,
    stops="MoU ditandatangani, ada penerus, atau LoI sendiri berakhir lebih awal",
    stages=ACTIVE,
    lead=FAR,
    remedy=_MEMORANDUM,
)
def letter_of_intent_lapses(case: Case, frame: Frame) -> tuple[Due, ...]:  # noqa: ARG001
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
    Basis("Permendagri 25/2020 Pasal 33 ayat (2)", (Doc.MOU,), ABROAD),
    start="tanggal akhir MoU",
    length="6 bulan sebelumnya",
    days=TimeUnit.MONTHS,
    stops="tanggal usul perpanjangan tercatat, atau ada penerus",
    stages=ACTIVE,
    lead=FAR,
    remedy="kskd update {id} --extension-requested-on TANGGAL",
)
def extension_abroad(case: Case, frame: Frame) -> tuple[Due, ...]:  # noqa: ARG001
    """An extension abroad is asked of the Menteri six months before the end at the latest."""
    if case.ends_on is None or _let_go(case) or case.day("extension_requested_on"):
        return ()
    what = "Usul perpanjangan kepada Menteri, dengan tembusan Gubernur dan DPRD, belum tercatat"
    return (Due(moved(case.ends_on, months=-6), what),)


@clock(
    "tindak-lanjut-kb",
    "KB ditindaklanjuti dengan PKS",
    Basis("follow-up-months", (Doc.KB,), LOCAL),
    start="tanggal penandatanganan KB",
    length="follow-up-months bulan",
    days=TimeUnit.MONTHS,
    stops="PKS atau Kontrak ditandatangani, atau ada penerus",
    stages=ACTIVE,
    lead=90,
    footing=Footing.SETTING,
    remedy="kskd derive-pks {id} …",
)
def umbrella_followed_up(case: Case, frame: Frame) -> tuple[Due, ...]:  # noqa: ARG001
    """The law gives no time between KB and PKS; the office does."""
    if _let_go(case) or any(child.signed_on for child in case.children):
        return ()
    return (
        Due(
            moved(case.signing, months=case.office.follow_up_months),
            "Susun PKS; belum ada yang ditandatangani",
        ),
    )


def _awaits_dprd(case: Case) -> date | None:
    """The day on which the DPRD got the request, while it has neither agreed nor refused."""
    if case.facts.get("dprd_answer") in {"setuju", "menolak", "belum-diminta"}:
        return None
    return case.day("dprd_received_on")


@clock(
    "dprd-pimpinan",
    "Jawaban pimpinan DPRD",
    Basis("Permendagri 22/2020 Pasal 12 ayat (1) huruf b", CONTRACTS, KSDD),
    start="tanggal permintaan diterima DPRD",
    length="15 hari",
    days=TimeUnit.DAYS,
    stops="sikap DPRD tercatat, 45 hari lewat, atau langkah berikutnya dimulai (kskd clock start dprd-tindak-lanjut)",
    stages=DRAFT,
    lead=NEAR,
    remedy="kskd update {id} --dprd-answer SIKAP --dprd-answered-on TANGGAL",
)
def dprd_leaders_answer(case: Case, frame: Frame) -> tuple[Due, ...]:
    """The leaders of the DPRD answer within 15 days of receipt."""
    received = _awaits_dprd(case)
    later = frame.requested.get(case.id, frozenset())
    if received is None or "dprd_answer" in case.facts or later & {"dprd-tindak-lanjut", "dprd-persetujuan"}:
        return ()
    if last_day(case, received) < case.office.as_of:
        return ()  # the whole DPRD is deemed to agree
    return (Due(received + timedelta(days=15), "Jawaban pimpinan DPRD atas permintaan persetujuan"),)


def _deemed(case: Case, on: date, note: str | None) -> tuple[Due, ...]:
    if case.office.as_of > on and "dprd_answer" in case.facts:
        return ()  # silence is recorded: it is settled
    if case.office.as_of > on:
        settled = "kskd update {id} --dprd-answer tidak-menjawab"
        return (Due(on, "DPRD dianggap menyetujui; lanjutkan ke penandatanganan", note, remedy=settled),)
    return (Due(on, "Batas sikap DPRD; bila tidak menyatakan sikap, DPRD dianggap menyetujui", note),)


@clock(
    "dprd-45-hari",
    "DPRD dianggap menyetujui",
    Basis("Permendagri 22/2020 Pasal 12 ayat (4)", CONTRACTS, KSDD),
    Basis("Permendagri 22/2020 Pasal 34 ayat (6)", CONTRACTS, KSDPK),
    Basis("Permendagri 22/2020 Pasal 56 ayat (6)", (Doc.NK,), SINERGI),
    start="tanggal permintaan diterima DPRD (naskah peraturan tidak menyebut hari pertamanya)",
    length="45 hari",
    days=TimeUnit.DAYS,
    stops="sikap DPRD tercatat",
    stages=DRAFT,
    lead=NEAR,
    remedy="kskd update {id} --dprd-answer SIKAP --dprd-answered-on TANGGAL",
)
def dprd_deemed(case: Case, frame: Frame) -> tuple[Due, ...]:  # noqa: ARG001
    """A DPRD that takes no stand within 45 days is deemed to agree."""
    received = _awaits_dprd(case)
    return () if received is None else _deemed(case, last_day(case, received), None)


@clock(
    "dprd-45-hari-kerja",
    "DPRD dianggap menyetujui (luar negeri)",
    Basis("Permendagri 25/2020 Pasal 17 ayat (2); Permendagri 25/2020 Pasal 17 ayat (3)", (Doc.MOU,), ABROAD),
    Basis("PP 28/2018 Pasal 30 ayat (4)", (Doc.MOU,), (Scheme.KSDPL,)),
    Basis("PP 28/2018 Pasal 38", (Doc.MOU,), (Scheme.KSDLL,)),
    start="tanggal permintaan diterima sekretariat DPRD",
    length="45 hari kerja",
    days=TimeUnit.WORKDAYS,
    stops="sikap DPRD tercatat",
    stages=DRAFT,
    lead=90,
    remedy="kskd update {id} --dprd-answer SIKAP --dprd-answered-on TANGGAL",
)
def dprd_deemed_abroad(case: Case, frame: Frame) -> tuple[Due, ...]:  # noqa: ARG001
    """Abroad the DPRD has 45 working days; silence is consent there too."""
    received = _awaits_dprd(case)
    if received is None:
        return ()
    on = last_day(case, received)
    return _deemed(case, on, unlisted(case.office.calendar, received, on))


@clock(
    "tindak-lanjut",
    "Tindak lanjut yang disepakati dalam evaluasi",
    Basis(AGREED, tuple(Doc), tuple(Scheme)),
    start="kesepakatan dalam evaluasi",
    length="tenggat yang disepakati",
    days=TimeUnit.DATE,
    stops="tindak lanjut tercatat selesai",
    stages=ANY,
    lead=NEAR,
    footing=Footing.EVALUATION,
    remedy="kskd action done {id} {number} --on TANGGAL",
)
def action_due(case: Case, frame: Frame) -> tuple[Due, ...]:  # noqa: ARG001
    """What was agreed on in an evaluation is done by the day agreed on."""
    return tuple(
        Due(one.due_on, f"Tindak lanjut {one.number}: {one.what}", number=one.number)
        for one in case.promises
        if one.due_on
    )


CLOCKS = (
    term_ends,
    renewal_begins,
    letter_of_intent_lapses,
    extension_abroad,
    umbrella_followed_up,
    dprd_leaders_answer,
    dprd_deemed,
    dprd_deemed_abroad,
    *report_clocks.CLOCKS,
    action_due,
)


def deadlines(case: Case, frame: Frame) -> Iterator[Deadline]:
    """All due days of a document, clock by clock; of days known in part, from the earliest to the latest."""
    if case.is_exact:
        for one in CLOCKS:
            yield from one.deadlines(case, frame)
        return
    from kskd.rules.readings import days_in_part, readings  # noqa: PLC0415 - start-up

    days = days_in_part(case)
    seen = readings(case, days)
    for one in CLOCKS:
        yield from _agreed(one, frame, days, seen)


def _agreed(
    clock: Clock, frame: Frame, days: Sequence[DayInPart], seen: Sequence[Reading]
) -> Iterator[Deadline]:
    """What a clock gives in the readings of a case; nothing is overdue that is not overdue in all."""
    from kskd.rules.readings import turning  # noqa: PLC0415 - start-up

    given = [{(due.number, due.remedy): due for due in clock.deadlines(one.case, frame)} for one in seen]
    for key in dict.fromkeys(key for each in given for key in each):
        dues = [each.get(key) for each in given]
        running = sorted(filter(None, dues), key=lambda due: due.due_on)
        first, last, is_sure = running[0], running[-1], None not in dues
        if is_sure and first.due_on == last.due_on:
            yield last
        elif is_sure or last.days_left >= 0:
            turn = turning(days, seen, [due and due.due_on for due in dues])
            when = f"paling awal {format_date(first.due_on)}" if is_sure else "belum tentu"
            why = f"{when}, bergantung pada {'; '.join(day.missing.what for day in turn)}"
            yield last._replace(
                what=last.what if first.what == last.what else clock.title,
                note=f"{last.note}; {why}" if last.note else why,
                earliest=first.due_on,
            )
