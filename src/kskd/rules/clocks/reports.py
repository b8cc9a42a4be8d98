"""The clocks of reports, every one that is owed for a period and to whom, and of what was agreed on in them."""

from collections.abc import Callable
from datetime import date

from kskd.domain.document.chain import ABROAD, CONTRACTS, DERIVED, KSDD, KSDPK, SINERGI, Doc, Scheme
from kskd.domain.footing import Footing
from kskd.domain.reporting_day import january_day, semester_day
from kskd.domain.values.period import Period
from kskd.rules.case import Case, missing_in_words, owed
from kskd.rules.clock import NEAR, ClockBasis, ClockFrame, Due, TimeUnit, clock
from kskd.rules.laws import AGREED
from kskd.rules.status_groups import ANY, SIGNED


def _reports(case: Case, last: Period, on: Callable[[Period], date], what: str) -> tuple[Due, ...]:
    """The oldest report that is overdue, with how many are, and those of the periods after it that have begun."""
    asked = owed(case, Period.of(case.office.as_of, last.kind))
    late = tuple(one for one in asked if one <= last)
    told = (late, *((one,) for one in asked[len(late) :]))
    return tuple(
        Due(on(each[0]), f"{what} {missing_in_words(each)}", period=str(each[0])) for each in told if each
    )


def _semesters(case: Case, what: str) -> tuple[Due, ...]:
    office = case.office
    return _reports(case, office.semester, lambda one: semester_day(one, office.report_days), what)


@clock(
    "laporan-semester",
    "Laporan semester OPD",
    ClockBasis("Permendagri 22/2020 Pasal 17 ayat (1)", CONTRACTS, KSDD),
    ClockBasis("Permendagri 22/2020 Pasal 39 ayat (1)", CONTRACTS, KSDPK),
    start="akhir semester",
    length="sejumlah hari menurut pengaturan report-days (peraturan tidak menentukan tanggalnya)",
    days=TimeUnit.DAYS,
    stops="evaluasi yang sampai akhir semester itu tercatat",
    stages=SIGNED,
    lead=NEAR,
    remedy="kskd evaluate {id} --period {period}",
)
def semester_report(case: Case, frame: ClockFrame) -> tuple[Due, ...]:  # noqa: ARG001
    """Who carries a contract out reports each semester."""
    return _semesters(case, "Laporan")


@clock(
    "laporan-sinergi",
    "Laporan Sinergi enam bulanan",
    ClockBasis("Permendagri 22/2020 Pasal 60 ayat (1)", (Doc.RK,), SINERGI),
    start="akhir semester",
    length="sejumlah hari menurut pengaturan report-days (peraturan tidak menentukan tanggalnya)",
    days=TimeUnit.DAYS,
    stops="evaluasi yang sampai akhir semester itu tercatat",
    stages=SIGNED,
    lead=NEAR,
    remedy="kskd evaluate {id} --period {period}",
)
def synergy_report(case: Case, frame: ClockFrame) -> tuple[Due, ...]:  # noqa: ARG001
    """A Sinergi is reported on every six months."""
    return _semesters(case, "Laporan Sinergi")


@clock(
    "laporan-januari",
    "Laporan tahunan kerja sama luar negeri",
    ClockBasis(
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
def january_report(case: Case, frame: ClockFrame) -> tuple[Due, ...]:  # noqa: ARG001
    """Cooperation abroad is reported on in January."""
    office = case.office
    what = f"Laporan kepada {'Menteri' if office.level == 'provinsi' else 'Gubernur'}"
    return _reports(case, office.year, lambda one: january_day(one.year, office.level), what)


@clock(
    "tindak-lanjut",
    "Tindak lanjut yang disepakati dalam evaluasi",
    ClockBasis(AGREED, tuple(Doc), tuple(Scheme)),
    start="kesepakatan dalam evaluasi",
    length="tenggat yang disepakati",
    days=TimeUnit.DATE,
    stops="tindak lanjut tercatat selesai",
    stages=ANY,
    lead=NEAR,
    footing=Footing.EVALUATION,
    remedy="kskd action done {id} {number} --on TANGGAL",
)
def action_due(case: Case, frame: ClockFrame) -> tuple[Due, ...]:  # noqa: ARG001
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
