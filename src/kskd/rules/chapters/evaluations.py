"""Chapter 5: what was reported and evaluated, when, and what came of it."""

from kskd.domain.document.chain import ABROAD, CONTRACTS, DERIVED, HOME, KSDD, KSDPK, LOCAL, SINERGI, Doc
from kskd.domain.finding import Severity
from kskd.domain.footing import Footing
from kskd.domain.implementation import IDLE, Implementation
from kskd.domain.values.dates import format_date
from kskd.domain.values.moving import moved
from kskd.domain.values.period import Period
from kskd.rules.case import Case, missing_in_words, owed
from kskd.rules.laws import AGREED, P22, P25, ByKind
from kskd.rules.rule import Unknown, Verdict, Violated, rule
from kskd.rules.status_groups import ACTIVE, SIGNED

_NINE: ByKind = {KSDD: "Permendagri 22/2020 Pasal 17", KSDPK: "Permendagri 22/2020 Pasal 39"}
_EVERY_SEMESTER: ByKind = {
    KSDD: "Permendagri 22/2020 Pasal 17 ayat (1)",
    KSDPK: "Permendagri 22/2020 Pasal 39 ayat (1)",
}
_SEMESTER: ByKind = {**_EVERY_SEMESTER, SINERGI: "Permendagri 22/2020 Pasal 60 ayat (1)"}
_YEARLY = (
    "Permendagri 25/2020 Pasal 35 ayat (2); Permendagri 25/2020 Pasal 36 ayat (2); Permendagri 25/2020 Pasal 37;"
    " Permendagri 25/2020 Pasal 38"
)


def _late(case: Case, late: tuple[Period, ...]) -> Verdict:
    return Violated(f"Laporan {missing_in_words(late)}{_last(case)}.") if late else None


def _last(case: Case) -> str:
    return f"; yang terakhir {case.reports[-1].period}" if case.reports else "; belum pernah ada laporan"


@rule(
    "KS501",
    Severity.ERROR,
    "Laporan semester belum masuk",
    _EVERY_SEMESTER,
    docs=CONTRACTS,
    schemes=LOCAL,
    since=P22,
    applied="OPD pemrakarsa melapor setiap semester. Permendagri tidak menentukan tanggalnya; kantor menetapkan"
    " sejumlah hari sesudah akhir semester (report-days). Yang diperiksa setiap semester yang sudah jatuh tempo, sejak"
    " semester menurut reports-since, bagi naskah yang berlaku sedikitnya 30 hari dalam semester itu. Evaluasi triwulan atau bulan cukup bila sampai akhir"
    " semester itu, atau sampai akhir naskahnya.",
    remedy="kskd evaluate {id} --period {owed_semester}",
)
def semester_not_reported(case: Case) -> Verdict:
    """Who carries a contract out reports each semester."""
    return _late(case, owed(case, case.office.semester))


@rule(
    "KS502",
    Severity.ERROR,
    "Laporan Sinergi enam bulanan belum masuk",
    "Permendagri 22/2020 Pasal 60 ayat (1)",
    docs=(Doc.RK,),
    schemes=SINERGI,
    since=P22,
    applied="TKKSD melaporkan pelaksanaan Sinergi setiap 6 bulan; dihitung seperti KS501.",
    remedy="kskd evaluate {id} --period {owed_semester}",
)
def synergy_not_reported(case: Case) -> Verdict:
    """A Sinergi is reported on every six months."""
    return _late(case, owed(case, case.office.semester))


@rule(
    "KS503",
    Severity.ERROR,
    "Laporan tahunan kerja sama luar negeri belum masuk",
    _YEARLY,
    docs=(Doc.MOU, *DERIVED),
    schemes=ABROAD,
    since=P25,
    applied="Setiap kerja sama yang berlaku sedikitnya 30 hari dalam setahun dilaporkan pada minggu pertama Januari; bagi"
    " provinsi minggu kedua. Laporan MoU ialah laporan turunannya (RKT, PKS) yang berlaku dalam tahun itu; tanpa turunan,"
    " atau sesudah turunannya berakhir, MoU dilaporkan sendiri, oleh penerusnya bila sudah diperpanjang. Yang diperiksa"
    " setiap tahun yang sudah jatuh tempo, sejak reports-since, dan evaluasi yang sampai akhir tahun itu. Setahun tanpa"
    " laporan membuat Menteri menolak Rencana Kerja Sama berikutnya (Pasal 38).",
    remedy="kskd evaluate {id} --period {owed_year}",
)
def year_abroad_not_reported(case: Case) -> Verdict:
    """Cooperation abroad is reported on once a year."""
    return _late(case, owed(case, case.office.year))


@rule(
    "KS504",
    Severity.WARNING,
    "Kendala tanpa upaya penyelesaian",
    _NINE,
    docs=CONTRACTS,
    schemes=LOCAL,
    since=P22,
    applied="Laporan memuat permasalahan dan upaya penyelesaiannya; yang diperiksa kendala yang masih terbuka.",
    remedy='kskd evaluate {id} --period {last} --effort {about}="…"',
)
def trouble_without_effort(case: Case) -> Verdict:
    """A report names the trouble and what is done about it."""
    idle = [one for one in case.troubles if not one.has_effort]
    if not idle:
        return None
    named = "; ".join(f"{one.number} sejak {one.opened} ({one.text})" for one in idle)
    return Violated(f"Kendala tanpa upaya: {named}.", idle[0].number)


@rule(
    "KS505",
    Severity.INFO,
    "Bahan pengawasan kerja sama luar negeri belum cukup",
    "Permendagri 25/2020 Pasal 39 ayat (1), ayat (2), dan ayat (5)",
    docs=(Doc.RKT, Doc.PKS),
    schemes=ABROAD,
    since=P25,
    footing=Footing.INFERENCE,
    applied="Pemantauan dan evaluasi sedikitnya dua kali setahun ialah tugas Menteri dan Gubernur, bukan tugas OPD; dua"
    " evaluasi setahun menyiapkan bahannya. Diperiksa atas tahun yang sudah lewat, bila naskahnya berlaku sepanjang tahun"
    " itu.",
    remedy="siapkan bahannya bersama OPD, lalu kskd evaluate {id} --period {semester}",
)
def abroad_watched_too_seldom(case: Case) -> Verdict:
    """Cooperation abroad is looked at twice a year, by the Menteri and the Gubernur."""
    year = case.office.year
    if case.begins > year.start or (case.last_day or year.end) < year.end:
        return None
    count = sum(1 for one in case.reports if year.start <= one.begins and one.ends <= year.end)
    told = f"{count} evaluasi tercatat dalam tahun {year}, sedangkan pengawasan dilakukan sedikitnya 2 kali setahun."
    return Violated(told) if count < 2 else None


@rule(
    "KS506",
    Severity.WARNING,
    "Sudah lama tidak dievaluasi",
    "evaluation-months",
    docs=(*CONTRACTS, Doc.RK, Doc.RKT),
    stages=ACTIVE,
    footing=Footing.SETTING,
    applied="Jarak sejak evaluasi terakhir, atau sejak mulai berlaku, melampaui jumlah bulan dalam pengaturan ini; yang mendahului"
    " reports-since tidak dihitung.",
    remedy="kskd evaluate {id} --period {semester}",
)
def long_not_evaluated(case: Case) -> Verdict:
    """The office says how long a cooperation may go without an evaluation."""
    months = case.office.evaluation_months
    since, what = max(
        (case.begins, "Belum pernah dievaluasi sejak berlaku"),
        (case.office.reports_since, "Belum pernah dievaluasi sejak laporannya ditagih"),
    )
    if case.reports:
        since, what = case.reports[-1].ends, f"Evaluasi terakhir {case.reports[-1].period}"
    if moved(since, months=months) >= case.office.as_of:
        return None
    return Violated(f"{what} ({format_date(since)}), lebih dari {months} bulan yang lalu.")


@rule(
    "KS507",
    Severity.WARNING,
    "Pelaksanaan dilaporkan tanpa bukti",
    _SEMESTER,
    docs=(*CONTRACTS, Doc.RK),
    schemes=HOME,
    since=P22,
    footing=Footing.INFERENCE,
    applied="Evaluasi terakhir menyebut dilaksanakan penuh atau sebagian tanpa satu pun bukti.",
    remedy='kskd evaluate {id} --period {last} --evidence "…"',
)
def carried_out_without_proof(case: Case) -> Verdict:
    """What was carried out leaves something to show."""
    if not case.reports:
        return None
    last = case.reports[-1]
    if last.has_evidence or last.implementation not in {Implementation.PENUH, Implementation.SEBAGIAN}:
        return None
    words = Implementation(last.implementation).label.lower()
    return Violated(f"Evaluasi {last.period} menyebut {words}, tetapi buktinya tidak disebut.")


@rule(
    "KS508",
    Severity.WARNING,
    "Tindak lanjut lewat tenggat",
    AGREED,
    docs=tuple(Doc),
    footing=Footing.EVALUATION,
    applied="Tindak lanjut yang disepakati dalam evaluasi dan belum tercatat selesai sesudah tenggatnya.",
    remedy="minta penanggung jawabnya menyelesaikannya, atau sepakati tenggat yang baru dalam evaluasi berikutnya; yang sudah"
    " selesai dicatat dengan kskd action done {id} {about} --on TANGGAL",
)
def action_overdue(case: Case) -> Verdict:
    """What was agreed on is done in time."""
    late = [one for one in case.promises if one.due_on and one.due_on < case.office.as_of]
    if not late:
        return None
    named = "; ".join(
        f"{one.number} ({one.what}), tenggat {format_date(one.due_on)}" for one in late if one.due_on
    )
    return Violated(f"Belum selesai: {named}.", late[0].number)


@rule(
    "KS509",
    Severity.WARNING,
    "Tidak dilaksanakan dalam dua evaluasi terakhir",
    {**_SEMESTER, ABROAD: "Permendagri 25/2020 Pasal 37"},
    docs=(*CONTRACTS, Doc.RK, Doc.RKT),
    stages=ACTIVE,
    looks_at_today=True,
    footing=Footing.INFERENCE,
    applied="Dua evaluasi terakhir menyebut belum atau tidak dilaksanakan.",
    remedy="bahas dalam desk evaluasi: perbaiki, atau akhiri dengan kesepakatan para pihak",
)
def not_carried_out_twice(case: Case) -> Verdict:
    """Signed only, twice in a row."""
    last = case.reports[-2:]
    if len(last) < 2 or any(one.implementation not in IDLE for one in last):
        return None
    return Violated(f"Evaluasi {last[0].period} dan {last[1].period} menyebut belum atau tidak dilaksanakan.")


@rule(
    "KS510",
    Severity.ERROR,
    "Sinergi tidak dilaporkan kepada Gubernur dalam setahun",
    "Permendagri 22/2020 Pasal 60 ayat (2)",
    docs=(Doc.NK,),
    schemes=SINERGI,
    stages=ACTIVE,
    since=P22,
    applied="Bupati atau wali kota melapor sedikitnya setahun sekali; diperiksa sesudah NK berlaku setahun. Laporan yang"
    " dicatat dengan kskd paper berlaku bagi semua NK. Tidak diperiksa bagi provinsi, yang melapor kepada Menteri.",
    remedy="sampaikan laporannya, lalu kskd paper add laporan-sinergi-tahunan --period {year} --on TANGGAL",
)
def synergy_not_passed_on(case: Case) -> Verdict:
    """A Sinergi is reported upwards once a year."""
    today = case.office.as_of
    if case.office.level == "provinsi" or moved(case.begins, years=1) >= today:
        return None
    days = (case.day("governor_reported_on"), case.office.recorded.latest("laporan-sinergi-tahunan"))
    told = max((day for day in days if day), default=None)
    if told is None:
        return Unknown("governor_reported_on")
    if moved(told, years=1) >= today:
        return None
    return Violated(f"Laporan terakhir kepada Gubernur {format_date(told)}, lebih dari setahun yang lalu.")


@rule(
    "KS511",
    Severity.INFO,
    "Keadaan pelaksanaan belum diisi",
    _SEMESTER,
    docs=(*CONTRACTS, Doc.RK),
    schemes=HOME,
    stages=SIGNED,
    since=P22,
    footing=Footing.INFERENCE,
    applied="Evaluasi terakhir tidak menyebut penuh, sebagian, belum, atau tidak.",
    remedy="kskd evaluate {id} --period {last} --implementation KEADAAN",
)
def state_not_told(case: Case) -> Verdict:
    """A report says how far the cooperation was carried out."""
    if not case.reports or case.reports[-1].implementation:
        return None
    return Violated(f"Evaluasi {case.reports[-1].period} tidak menyebut keadaan pelaksanaan.")


RULES = (
    semester_not_reported,
    synergy_not_reported,
    year_abroad_not_reported,
    trouble_without_effort,
    abroad_watched_too_seldom,
    long_not_evaluated,
    carried_out_without_proof,
    action_overdue,
    not_carried_out_twice,
    synergy_not_passed_on,
    state_not_told,
)
