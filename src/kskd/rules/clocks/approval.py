"""The clocks of the DPRD: how long it has to answer, and when its silence is consent."""

from datetime import date, timedelta

from kskd.domain.document.chain import ABROAD, CONTRACTS, KSDD, KSDPK, SINERGI, Doc, Scheme
from kskd.rules.case import Case
from kskd.rules.clock import NEAR, ClockBasis, ClockFrame, Due, TimeUnit, clock, unlisted
from kskd.rules.deemed import last_day
from kskd.rules.status_groups import DRAFT


def _awaits_dprd(case: Case) -> date | None:
    """The day on which the DPRD got the request, while it has neither agreed nor refused."""
    if case.facts.get("dprd_answer") in {"setuju", "menolak", "belum-diminta"}:
        return None
    return case.day("dprd_received_on")


@clock(
    "dprd-pimpinan",
    "Jawaban pimpinan DPRD",
    ClockBasis("Permendagri 22/2020 Pasal 12 ayat (1) huruf b", CONTRACTS, KSDD),
    start="tanggal permintaan diterima DPRD",
    length="15 hari",
    days=TimeUnit.DAYS,
    stops="sikap DPRD tercatat, 45 hari lewat, atau langkah berikutnya dimulai (kskd clock start dprd-tindak-lanjut)",
    stages=DRAFT,
    lead=NEAR,
    remedy="kskd update {id} --dprd-answer SIKAP --dprd-answered-on TANGGAL",
)
def dprd_leaders_answer(case: Case, frame: ClockFrame) -> tuple[Due, ...]:  # noqa: ARG001
    """The leaders of the DPRD answer within 15 days of receipt."""
    received = _awaits_dprd(case)
    later = {one.kind for one in case.asked}
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
    return (Due(on, "Batas waktu DPRD menyatakan sikap; sesudahnya DPRD dianggap menyetujui", note),)


@clock(
    "dprd-45-hari",
    "DPRD dianggap menyetujui",
    ClockBasis("Permendagri 22/2020 Pasal 12 ayat (4)", CONTRACTS, KSDD),
    ClockBasis("Permendagri 22/2020 Pasal 34 ayat (6)", CONTRACTS, KSDPK),
    ClockBasis("Permendagri 22/2020 Pasal 56 ayat (6)", (Doc.NK,), SINERGI),
    start="tanggal permintaan diterima DPRD (peraturan tidak menyebut hari pertamanya)",
    length="45 hari",
    days=TimeUnit.DAYS,
    stops="sikap DPRD tercatat",
    stages=DRAFT,
    lead=NEAR,
    remedy="kskd update {id} --dprd-answer SIKAP --dprd-answered-on TANGGAL",
)
def dprd_deemed(case: Case, frame: ClockFrame) -> tuple[Due, ...]:  # noqa: ARG001
    """A DPRD that takes no stand within 45 days is deemed to agree."""
    received = _awaits_dprd(case)
    return () if received is None else _deemed(case, last_day(case, received), None)


@clock(
    "dprd-45-hari-kerja",
    "DPRD dianggap menyetujui (luar negeri)",
    ClockBasis(
        "Permendagri 25/2020 Pasal 17 ayat (2); Permendagri 25/2020 Pasal 17 ayat (3)", (Doc.MOU,), ABROAD
    ),
    ClockBasis("PP 28/2018 Pasal 30 ayat (4)", (Doc.MOU,), (Scheme.KSDPL,)),
    ClockBasis("PP 28/2018 Pasal 38", (Doc.MOU,), (Scheme.KSDLL,)),
    start="tanggal permintaan diterima sekretariat DPRD",
    length="45 hari kerja",
    days=TimeUnit.WORKDAYS,
    stops="sikap DPRD tercatat",
    stages=DRAFT,
    lead=90,
    remedy="kskd update {id} --dprd-answer SIKAP --dprd-answered-on TANGGAL",
)
def dprd_deemed_abroad(case: Case, frame: ClockFrame) -> tuple[Due, ...]:  # noqa: ARG001
    """Abroad the DPRD has 45 working days; silence is consent there too."""
    received = _awaits_dprd(case)
    if received is None:
        return ()
    on = last_day(case, received)
    return _deemed(case, on, unlisted(case.office.calendar, received, on))


CLOCKS = (
    dprd_leaders_answer,
    dprd_deemed,
    dprd_deemed_abroad,
)
