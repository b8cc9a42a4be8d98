"""The clocks of reports, every one that is owed for a period and to whom, and of what was agreed on in them."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date

from kskd.domain.document.chain import ABROAD, CONTRACTS, DERIVED, KSDD, KSDPK, SINERGI, Doc, Scheme
from kskd.domain.footing import Footing
from kskd.domain.reporting_day import january_day, semester_day
from kskd.domain.values.dates import LAST_YEAR
from kskd.domain.values.moving import moved
from kskd.domain.values.period import Period, PeriodKind
from kskd.rules.case import Case, missing_in_words, owed, owes
from kskd.rules.clock import NEAR, Basis, Due, Frame, TimeUnit, clock
from kskd.rules.laws import AGREED
from kskd.rules.status_groups import ANY, SIGNED


def _reports(
    case: Case, last: Period, following: Iterable[Period], on: Callable[[Period], date], what: str
) -> Iterator[Due]:
    """The oldest report that is overdue, with how many are, and those of the periods after it that have begun."""
    if late := owed(case, last):
        yield Due(on(late[0]), f"{what} {missing_in_words(late)}", period=str(late[0]))
    for period in following:
        begun = case.office.reports_since <= period.end and period.start <= case.office.as_of
        if begun and owes(case, period):
            yield Due(on(period), f"{what} {period.label} belum masuk", period=str(period))


def _semesters(case: Case, what: str) -> tuple[Due, ...]:
    last, allowed = case.office.semester, case.office.report_days
    starts = [
        day for day in (moved(last.start, months=6), moved(last.start, months=12)) if day.year <= LAST_YEAR
    ]
    periods = [Period.of(day, PeriodKind.SEMESTER) for day in starts]
    return tuple(_reports(case, last, periods, lambda one: semester_day(one, allowed), what))


@clock(
    "laporan-semester",
    "Laporan semester OPD",
    Basis("Permendagri 22/2020 Pasal 17 ayat (1)", CONTRACTS, KSDD),
    Basis("Permendagri 22/2020 Pasal 39 ayat (1)", CONTRACTS, KSDPK),
    start="akhir semester",
    length="sejumlah hari menurut pengaturan report-days (peraturan tidak menentukan tanggalnya)",
    days=TimeUnit.DAYS,
    stops="evaluasi yang sampai akhir semester itu tercatat",
    stages=SIGNED,
    lead=NEAR,
    remedy="kskd evaluate {id} --period {period}",
)
def semester_report(case: Case, frame: Frame) -> tuple[Due, ...]:  # noqa: ARG001
    """Who carries a contract out reports each semester."""
    return _semesters(case, "Laporan")


@clock(
    "laporan-sinergi",
    "Laporan Sinergi enam bulanan",
    Basis("Permendagri 22/2020 Pasal 60 ayat (1)", (Doc.RK,), SINERGI),
    start="akhir semester",
    length="sejumlah hari menurut pengaturan report-days (peraturan tidak menentukan tanggalnya)",
    days=TimeUnit.DAYS,
    stops="evaluasi yang sampai akhir semester itu tercatat",
    stages=SIGNED,
    lead=NEAR,
    remedy="kskd evaluate {id} --period {period}",
)
def synergy_report(case: Case, frame: Frame) -> tuple[Due, ...]:  # noqa: ARG001
    """A Sinergi is reported on every six months."""
    return _semesters(case, "Laporan Sinergi")


@clock(
    "laporan-januari",
    "Laporan tahunan kerja sama luar negeri",
    Basis(
        "Permendagri 25/2020 Pasal 35 ayat (2); Permendagri 25/2020 Pasal 36 ayat (2); Permendagri 25/2020 Pasal 37",
        (Doc.MOU, *DERIVED),
        ABROAD,
    ),
    start="akhir tahun",
    length="minggu pertama Januari; bagi provinsi minggu kedua",
    days=TimeUnit.DATE,
    stops="evaluasi yang sampai akhir tahun itu tercatat; bagi MoU juga turunannya, atau penerusnya, yang berlaku dalam tahun"
    " itu, sebab itulah yang dilaporkan",
    stages=SIGNED,
    lead=NEAR,
    remedy="kskd evaluate {id} --period {period}",
)
def january_report(case: Case, frame: Frame) -> tuple[Due, ...]:  # noqa: ARG001
    """Cooperation abroad is reported on in January."""
    last = case.office.year
    is_province = case.office.level == "provinsi"
    years = [
        Period(year, PeriodKind.YEAR) for year in range(last.year + 1, min(last.year + 2, LAST_YEAR) + 1)
    ]
    what = f"Laporan kepada {'Menteri' if is_province else 'Gubernur'}"
    level = case.office.level
    return tuple(_reports(case, last, years, lambda one: january_day(one.year, level), what))


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
    semester_report,
    synergy_report,
    january_report,
    action_due,
)
