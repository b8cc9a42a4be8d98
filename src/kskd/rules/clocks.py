"""The clocks of documents: every period of law or of the office that follows from what is recorded."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from kskd.domain.chain import DOC_NAMES, Doc, Scheme
from kskd.domain.dates import LAST_YEAR, format_date
from kskd.domain.finding import Footing
from kskd.domain.period import Period, PeriodKind
from kskd.domain.reporting_day import january_day, owes_report, semester_day
from kskd.rules.case import Case, months_on, years_on
from kskd.rules.clock import Basis, Days, Due, Frame, clock, unlisted
from kskd.rules.rule import (
    ABROAD,
    ACTIVE,
    ANY,
    CONTRACTS,
    DRAFT,
    EXPIRED,
    IN_FORCE,
    KSDD,
    KSDPK,
    LOCAL,
    P22,
    P25,
    SINERGI,
)  # fmt: skip

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kskd.domain.deadline import Deadline

_FAR, _NEAR = 3650, 30  # days: worth telling from the beginning, or when it comes near

_TERMS = (
    Basis("Permendagri 22/2020 Pasal 9 ayat (3)", (Doc.KB,), KSDD),
    Basis("Permendagri 22/2020 Pasal 32 ayat (3)", (Doc.KB,), KSDPK),
    Basis("Permendagri 22/2020 Pasal 41", CONTRACTS, LOCAL),
    Basis("Permendagri 22/2020 Pasal 42", (Doc.NK, Doc.RK), SINERGI),
    Basis("Permendagri 25/2020 Pasal 32", (Doc.MOU, Doc.PKS), ABROAD),
    Basis("Permendagri 25/2020 Pasal 26 ayat (4)", (Doc.RKT,), ABROAD),
    Basis("Permendagri 25/2020 Pasal 13 ayat (3)", (Doc.LOI,), ABROAD),
    # Chains of before PP 28/2018 were freer (its Pasal 48-49).
    Basis("PP 28/2018 Pasal 48; PP 28/2018 Pasal 49", tuple(Doc), tuple(Scheme)),
)
_LET_GO = "naskah penerus tercatat, atau evaluasi terakhir menganjurkan dihentikan"


def _let_go(case: Case) -> bool:
    """Whether a document has a successor, or its last evaluation says to stop: then its end asks nothing."""
    return case.successor is not None or bool(case.reports and case.reports[-1].recommendation == "hentikan")


@clock(
    "masa-berlaku", "Masa berlaku berakhir", *_TERMS,
    start="tanggal mulai", length="menurut naskah", days=Days.DATE, stops=_LET_GO,
    stages=IN_FORCE | EXPIRED, lead=_FAR,
    remedy="kskd {renew} … --replaces {id}",
)  # fmt: skip
def term_ends(case: Case, frame: Frame) -> tuple[Due, ...]:
    """A term ends; once it has, the office is asked for a decision for as long as it has set."""
    if case.ends_on is None or _let_go(case):
        return ()
    if (case.office.as_of - case.ends_on).days > frame.ended_days:
        return ()
    if case.doc is Doc.LOI and any(child.signed_on for child in case.children):
        return ()
    return (Due(case.ends_on, f"{DOC_NAMES[case.doc]} berakhir; belum ada penerusnya"),)


@clock(
    "perpanjangan", "Mulai membahas perpanjangan",
    Basis("renewal-days", tuple(doc for doc in Doc if doc not in {Doc.LOI, Doc.RKT}), tuple(Scheme)),
    start="tanggal akhir", length="renewal-days hari sebelumnya", days=Days.DAYS, stops=_LET_GO,
    stages=ACTIVE, lead=_NEAR, footing=Footing.SETTING,
    remedy="kskd {renew} … --replaces {id}",
)  # fmt: skip
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
    on = case.ends_on - timedelta(days=min(frame.renewal_days, (case.ends_on - date.min).days))
    return (Due(on, f"Bahas perpanjangan; berakhir {format_date(case.ends_on)}", habit),)


@clock(
    "loi-setahun", "Pernyataan Kehendak habis setahun",
    Basis("Permendagri 25/2020 Pasal 13 ayat (3)", (Doc.LOI,), ABROAD),
    start="tanggal penandatanganan LoI", length="1 tahun", days=Days.YEARS,
    stops="MoU ditandatangani, ada penerus, atau LoI sendiri berakhir lebih awal", stages=ACTIVE, lead=_FAR, since=P25,
    remedy="kskd add-mou --scheme {scheme} --doc mou --parent {id} …",
)  # fmt: skip
def letter_of_intent_lapses(case: Case, frame: Frame) -> tuple[Due, ...]:  # noqa: ARG001
    """A letter of intent runs a year at most, whatever it says of its own end."""
    last = years_on(case.signing, 1)
    if case.successor or any(child.signed_on for child in case.children):
        return ()
    if case.ends_on is not None and case.ends_on <= last:
        return ()
    return (Due(last, "Pernyataan Kehendak paling lama setahun; tindak lanjuti dengan MoU"),)


@clock(
    "usul-perpanjangan", "Usul perpanjangan kerja sama luar negeri",
    Basis("Permendagri 25/2020 Pasal 33 ayat (2)", (Doc.MOU,), ABROAD),
    start="tanggal akhir MoU", length="6 bulan sebelumnya", days=Days.MONTHS,
    stops="tanggal usul perpanjangan tercatat, atau ada penerus", stages=ACTIVE, lead=_FAR, since=P25,
    remedy="kskd update {id} --extension-requested-on TANGGAL",
)  # fmt: skip
def extension_abroad(case: Case, frame: Frame) -> tuple[Due, ...]:  # noqa: ARG001
    """An extension abroad is asked of the Menteri six months before the end at the latest."""
    if case.ends_on is None or _let_go(case) or case.day("extension_requested_on"):
        return ()
    what = "Usul perpanjangan kepada Menteri, tembusan Gubernur dan DPRD; belum tercatat"
    return (Due(months_on(case.ends_on, -6), what),)


@clock(
    "tindak-lanjut-kb", "KB ditindaklanjuti dengan PKS",
    Basis("follow-up-months", (Doc.KB,), LOCAL),
    start="tanggal penandatanganan KB", length="follow-up-months bulan", days=Days.MONTHS,
    stops="PKS atau Kontrak ditandatangani, atau ada penerus", stages=ACTIVE, lead=90, footing=Footing.SETTING,
    remedy="kskd derive-pks {id} …",
)  # fmt: skip
def umbrella_followed_up(case: Case, frame: Frame) -> tuple[Due, ...]:  # noqa: ARG001
    """The law gives no time between KB and PKS; the office does."""
    if _let_go(case) or any(child.signed_on for child in case.children):
        return ()
    return (
        Due(
            months_on(case.signing, case.office.follow_up_months),
            "Susun PKS; belum ada yang ditandatangani",
        ),
    )


def _awaits_dprd(case: Case) -> date | None:
    """The day on which the DPRD got the request, while it has neither agreed nor refused."""
    if case.facts.get("dprd_answer") in {"setuju", "menolak", "belum-diminta"}:
        return None
    return case.day("dprd_received_on")


@clock(
    "dprd-pimpinan", "Jawaban pimpinan DPRD",
    Basis("Permendagri 22/2020 Pasal 12 ayat (1) huruf b", CONTRACTS, KSDD),
    start="tanggal permintaan diterima DPRD", length="15 hari", days=Days.DAYS,
    stops="sikap DPRD tercatat, atau langkah berikutnya dimulai (kskd clock start dprd-tindak-lanjut)",
    stages=DRAFT, lead=_NEAR,
    remedy="kskd update {id} --dprd-answer SIKAP --dprd-answered-on TANGGAL",
)  # fmt: skip
def dprd_leaders_answer(case: Case, frame: Frame) -> tuple[Due, ...]:
    """The leaders of the DPRD answer within 15 days of receipt."""
    received = _awaits_dprd(case)
    later = frame.requested.get(case.id, frozenset())
    if received is None or "dprd_answer" in case.facts or later & {"dprd-tindak-lanjut", "dprd-persetujuan"}:
        return ()
    return (Due(received + timedelta(days=15), "Jawaban pimpinan DPRD atas permintaan persetujuan"),)


def _deemed(case: Case, on: date, note: str | None) -> tuple[Due, ...]:
    if case.office.as_of > on and "dprd_answer" in case.facts:
        return ()  # silence is recorded: it is settled
    what = "Batas sikap DPRD; diam berarti dianggap menyetujui"
    if case.office.as_of > on:
        what = "DPRD dianggap menyetujui; catat dengan --dprd-answer tidak-menjawab dan lanjutkan"
    return (Due(on, what, note),)


@clock(
    "dprd-45-hari", "DPRD dianggap menyetujui",
    Basis("Permendagri 22/2020 Pasal 12 ayat (4)", CONTRACTS, KSDD),
    Basis("Permendagri 22/2020 Pasal 34 ayat (6)", CONTRACTS, KSDPK),
    Basis("Permendagri 22/2020 Pasal 56 ayat (6)", (Doc.NK,), SINERGI),
    start="tanggal permintaan diterima DPRD (naskah peraturan tidak menyebut hari pertamanya)", length="45 hari",
    days=Days.DAYS, stops="sikap DPRD tercatat", stages=DRAFT, lead=_NEAR,
    remedy="kskd update {id} --dprd-answer SIKAP --dprd-answered-on TANGGAL",
)  # fmt: skip
def dprd_deemed(case: Case, frame: Frame) -> tuple[Due, ...]:  # noqa: ARG001
    """A DPRD that takes no stand within 45 days is deemed to agree."""
    received = _awaits_dprd(case)
    return () if received is None else _deemed(case, received + timedelta(days=45), None)


@clock(
    "dprd-45-hari-kerja", "DPRD dianggap menyetujui (luar negeri)",
    Basis("Permendagri 25/2020 Pasal 17 ayat (2); Permendagri 25/2020 Pasal 17 ayat (3)", (Doc.MOU,), ABROAD),
    start="tanggal permintaan diterima sekretariat DPRD", length="45 hari kerja", days=Days.WORKDAYS,
    stops="sikap DPRD tercatat", stages=DRAFT, lead=90,
    remedy="kskd update {id} --dprd-answer SIKAP --dprd-answered-on TANGGAL",
)  # fmt: skip
def dprd_deemed_abroad(case: Case, frame: Frame) -> tuple[Due, ...]:
    """Abroad the DPRD has 45 working days; silence is consent there too."""
    received = _awaits_dprd(case)
    if received is None:
        return ()
    on = frame.calendar.after(received, 45)
    return _deemed(case, on, unlisted(frame.calendar, received, on))


def _owed(case: Case, period: Period) -> bool:
    """Whether the document is in force for 30 days of the period, and no evaluation covers it yet."""
    begins, ends = period.start, period.end
    if not owes_report(case.starts_on or case.signing, case.ends_on, period):
        return False
    return not any(begins <= one.begins and one.ends <= ends for one in case.reports)


def _reports(case: Case, last: Period, due: Iterable[tuple[Period, date]], what: str) -> Iterator[Due]:
    """The report that is overdue, if any, and those of the periods after it that have begun."""
    for period, on in due:
        if (period == last or period.start <= case.office.as_of) and _owed(case, period):
            yield Due(on, f"{what} {period.label}; belum masuk", period=str(period))


def _semesters(case: Case, what: str) -> tuple[Due, ...]:
    last, allowed = case.office.semester, case.office.report_days
    starts = [day for day in (months_on(last.start, 6), months_on(last.start, 12)) if day.year <= LAST_YEAR]
    periods = [last, *(Period.of(day, PeriodKind.SEMESTER) for day in starts)]
    return tuple(_reports(case, last, [(one, semester_day(one, allowed)) for one in periods], what))


@clock(
    "laporan-semester", "Laporan semester OPD",
    Basis("Permendagri 22/2020 Pasal 17", CONTRACTS, KSDD), Basis("Permendagri 22/2020 Pasal 39", CONTRACTS, KSDPK),
    start="akhir semester", length="report-days hari (peraturan tidak memberi tanggal)", days=Days.DAYS,
    stops="evaluasi atas semester itu, atau periode di dalamnya, tercatat", stages=IN_FORCE | EXPIRED, lead=_NEAR,
    since=P22,
    remedy="kskd evaluate {id} --period {period}",
)  # fmt: skip
def semester_report(case: Case, frame: Frame) -> tuple[Due, ...]:  # noqa: ARG001
    """Who carries a contract out reports each semester."""
    return _semesters(case, "Laporan")


@clock(
    "laporan-sinergi", "Laporan Sinergi enam bulanan",
    Basis("Permendagri 22/2020 Pasal 60 ayat (1)", (Doc.RK,), SINERGI),
    start="akhir semester", length="report-days hari (peraturan tidak memberi tanggal)", days=Days.DAYS,
    stops="evaluasi atas semester itu, atau periode di dalamnya, tercatat", stages=IN_FORCE | EXPIRED, lead=_NEAR,
    since=P22,
    remedy="kskd evaluate {id} --period {period}",
)  # fmt: skip
def synergy_report(case: Case, frame: Frame) -> tuple[Due, ...]:  # noqa: ARG001
    """A Sinergi is reported on every six months."""
    return _semesters(case, "Laporan Sinergi")


@clock(
    "laporan-sinergi-tahunan", "Laporan Sinergi kepada Gubernur",
    Basis("Permendagri 22/2020 Pasal 60 ayat (2)", (Doc.NK,), SINERGI),
    start="laporan terakhir kepada Gubernur, atau mulai berlaku", length="1 tahun", days=Days.YEARS,
    stops="tanggal laporan kepada Gubernur tercatat; tidak bagi provinsi", stages=ACTIVE, lead=_NEAR, since=P22,
    remedy="kskd update {id} --governor-reported-on TANGGAL --reason …",
)  # fmt: skip
def synergy_passed_on(case: Case, frame: Frame) -> tuple[Due, ...]:  # noqa: ARG001
    """A Sinergi is reported to the Gubernur once a year; an unknown last report accuses nobody."""
    if case.office.level == "provinsi":
        return ()
    what = "Laporan Sinergi kepada Gubernur"
    told = case.day("governor_reported_on")
    if told is not None:
        return (Due(years_on(told, 1), what),)
    start = case.starts_on or case.signing
    years = max(1, case.office.as_of.year - start.year)
    on = years_on(start, years)
    on = on if on >= case.office.as_of else years_on(start, years + 1)
    return (Due(on, what, "laporan terakhir belum tercatat; dihitung dari mulai berlaku"),)


@clock(
    "laporan-januari", "Laporan tahunan kerja sama luar negeri",
    Basis(
        "Permendagri 25/2020 Pasal 35; Permendagri 25/2020 Pasal 36; Permendagri 25/2020 Pasal 37",
        (Doc.RKT, Doc.PKS), ABROAD,
    ),
    start="akhir tahun", length="minggu pertama Januari; bagi provinsi minggu kedua", days=Days.DATE,
    stops="evaluasi atas tahun itu, atau periode di dalamnya, tercatat", stages=IN_FORCE | EXPIRED, lead=_NEAR, since=P25,
    remedy="kskd evaluate {id} --period {period}",
)  # fmt: skip
def january_report(case: Case, frame: Frame) -> tuple[Due, ...]:  # noqa: ARG001
    """Cooperation abroad is reported on in January."""
    last = case.office.year
    is_province = case.office.level == "provinsi"
    years = [Period(year, PeriodKind.YEAR) for year in range(last.year, min(last.year + 2, LAST_YEAR) + 1)]
    what = f"Laporan kepada {'Menteri' if is_province else 'Gubernur'}"
    return tuple(
        _reports(case, last, [(one, january_day(one.year, case.office.level)) for one in years], what)
    )


_AGREED = (
    Basis("Permendagri 22/2020 Pasal 17", tuple(Doc), KSDD),
    Basis("Permendagri 22/2020 Pasal 39", tuple(Doc), KSDPK),
    Basis("Permendagri 22/2020 Pasal 60 ayat (1)", tuple(Doc), SINERGI),
    Basis("Permendagri 25/2020 Pasal 39", tuple(Doc), ABROAD),
)


@clock(
    "tindak-lanjut", "Tindak lanjut yang disepakati dalam evaluasi", *_AGREED,
    start="kesepakatan dalam evaluasi", length="tenggat yang disepakati", days=Days.DATE,
    stops="tindak lanjut tercatat selesai", stages=ANY, lead=_NEAR, footing=Footing.INFERENCE,
    remedy="kskd action done {id} {number} --on TANGGAL",
)  # fmt: skip
def action_due(case: Case, frame: Frame) -> tuple[Due, ...]:  # noqa: ARG001
    """What was agreed on in an evaluation is done by the day agreed on."""
    return tuple(
        Due(one.due_on, f"Tindak lanjut {one.number}: {one.what}", number=one.number)
        for one in case.promises
        if one.due_on
    )


CLOCKS = (
    term_ends, renewal_begins, letter_of_intent_lapses, extension_abroad, umbrella_followed_up, dprd_leaders_answer,
    dprd_deemed, dprd_deemed_abroad, semester_report, synergy_report, synergy_passed_on, january_report, action_due,
)  # fmt: skip


def deadlines(case: Case, frame: Frame) -> Iterator[Deadline]:
    """All due days of a document, clock by clock."""
    for one in CLOCKS:
        yield from one.deadlines(case, frame)
