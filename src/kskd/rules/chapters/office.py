"""Chapter 8: the TKKSD and what the office itself owes, and documents against the lists that it makes."""

from kskd.domain.choices import TeamPosition
from kskd.domain.document.chain import KSDPK, Doc, Scheme
from kskd.domain.document.offices import fits_team
from kskd.domain.finding import Severity
from kskd.domain.footing import Footing
from kskd.domain.values.kinds import NO
from kskd.rules.case import Case
from kskd.rules.office_rule import OfficeCase, office_rule
from kskd.rules.papers import KINDS
from kskd.rules.rule import Unknown, Verdict, Violated, rule
from kskd.rules.status_groups import ANY

_LEAST = 6  # members of the TKKSD: Permendagri 22/2020 Pasal 47
_ADD = "kskd official add --role tkksd"
_LEADERS = (TeamPosition.HEAD, TeamPosition.VICE, TeamPosition.SECRETARY)


@office_rule(
    "KS801",
    Severity.INFO,
    "TKKSD tanpa keputusan kepala daerah",
    "Permendagri 22/2020 Pasal 46 ayat (1)",
    applied="Diperiksa pada hari pemeriksaan. Nomor keputusan pada seorang anggota (--decree) sudah cukup. Selama"
    " tentang TKKSD tidak ada yang tercatat, aturan lain tentang TKKSD tidak menambah keterangan.",
    remedy="minta keputusan kepala daerah tentang TKKSD, atau bila sudah ada, kskd paper add keputusan-tkksd --on TANGGAL",
)
def team_without_decree(case: OfficeCase) -> Verdict:
    """The TKKSD is set up by a decree of the head of the region."""
    if not case.knows_team:
        return Unknown("keputusan pembentukan TKKSD")
    if case.duties.recorded.has("keputusan-tkksd") or any(one.decree for one in case.ever):
        return None
    return Violated("Tentang TKKSD sudah ada yang tercatat, tetapi keputusan pembentukannya belum.")


@office_rule(
    "KS802",
    Severity.INFO,
    "Anggota TKKSD kurang dari enam",
    "Permendagri 22/2020 Pasal 47",
    footing=Footing.INFERENCE,
    applied="Dihitung yang menjabat pada hari pemeriksaan, dengan ketua, wakil, dan sekretaris. Pasalnya menambahkan"
    " “atau menurut kebutuhan”, sehingga hanya berupa keterangan.",
    remedy=f"lengkapi menurut keputusannya: {_ADD} --office JABATAN",
)
def team_too_small(case: OfficeCase) -> Verdict:
    """The TKKSD has at least six members, or as many as are needed."""
    if not case.knows_team:
        return None
    if not case.team:
        return Unknown("anggota TKKSD", f"{_ADD} --office JABATAN")
    if len(case.team) >= _LEAST:
        return None
    return Violated(f"Tercatat {len(case.team)} anggota TKKSD, kurang dari {_LEAST}.")


@office_rule(
    "KS803",
    Severity.WARNING,
    "Ketua, wakil ketua, atau sekretaris TKKSD bukan yang ditetapkan pasal",
    "Permendagri 22/2020 Pasal 47",
    applied="Ketuanya Sekretaris Daerah, wakilnya asisten, sekretarisnya kepala Biro atau Bagian; juga pelaksana tugas"
    " dan penjabatnya. Jabatan yang bentuknya tidak dikenali tidak menuduh.",
    remedy="mintakan perubahan keputusan TKKSD kepada kepala daerah; bila salah catat, kskd official update {about} --office JABATAN"
    " --reason …",
)
def team_led_by_another(case: OfficeCase) -> Verdict:
    """Head, vice and secretary of the TKKSD hold the offices that the law names."""
    if not case.team:
        return None
    seats = [(one, fits_team(one.position, one.office)) for one in case.team if one.position in _LEADERS]
    wrong = [one for one, fits in seats if fits is False]
    if wrong:
        said = "; ".join(f"{one.position and one.position.label} {one.office}" for one in wrong)
        return Violated(f"Dalam TKKSD tercatat {said}.", wrong[0].id)
    unread = [one for one, fits in seats if fits is None]
    if unread:
        what = f"jabatan pimpinan TKKSD yang dikenali (tercatat: {'; '.join(one.office for one in unread)})"
        return Unknown(what, f"kskd official update {unread[0].id} --office JABATAN --reason …")
    missing = [seat for seat in _LEADERS if seat not in {one.position for one, _ in seats}]
    if not missing:
        return None
    return Unknown(
        f"{', '.join(seat.label.lower() for seat in missing)} TKKSD",
        f"{_ADD} --position {missing[0]} --office JABATAN",
    )


def _not_in_year(case: OfficeCase, kind: str) -> Verdict:
    """Of a yearly paper that was owed for the last full year: missing where others are kept, else unknown."""
    last = case.duties.as_of.year - 1
    year = next((one for one in case.duties.open.get(kind, ()) if one.year == last), None)
    if year is None:
        return None
    what = f"{KINDS[kind].name} {year.label}"
    if case.duties.recorded.has(kind):
        return Violated(f"{what} tidak tercatat, sedangkan tahun lain tercatat.")
    return Unknown(what)


@office_rule(
    "KS804",
    Severity.WARNING,
    "Rapat pleno TKKSD tidak tercatat setahun penuh terakhir",
    "Permendagri 22/2020 Pasal 48 ayat (2)",
    applied="Diperiksa bagi tahun penuh terakhir yang mempunyai naskah berlaku. Peringatan hanya bila rapat pleno tahun lain"
    " tercatat; selain itu belum dapat dinilai.",
    remedy="adakan rapat pleno tahun ini, atau bila sudah diadakan,"
    " kskd paper add rapat-pleno-tkksd --period {year} --on TANGGAL",
)
def no_plenary(case: OfficeCase) -> Verdict:
    """The TKKSD meets in plenary at least once a year."""
    return _not_in_year(case, "rapat-pleno-tkksd") if case.knows_team else None


@office_rule(
    "KS805",
    Severity.WARNING,
    "Daftar rencana KSDPK tidak tercatat setahun penuh terakhir",
    "Permendagri 22/2020 Pasal 25 ayat (2)",
    applied="Diperiksa bagi tahun penuh terakhir yang mempunyai naskah KSDPK berlaku, setelah kantor mencatat naskahnya"
    " dengan kskd paper. Peringatan hanya bila daftar tahun lain tercatat; selain itu belum dapat dinilai.",
    remedy="siapkan daftar tahun ini untuk ditetapkan kepala daerah, atau bila daftarnya ada,"
    " kskd paper add daftar-ksdpk --period {year} --on TANGGAL",
)
def no_list(case: OfficeCase) -> Verdict:
    """The planned cooperation with third parties is listed each year by a decree."""
    return _not_in_year(case, "daftar-ksdpk") if case.duties.recorded.papers else None


def _outside(case: Case, fact: str, kind: str, what: str) -> Verdict:
    """Violated where the document is known to be outside; unknown where the year's paper is recorded."""
    year = str(case.signed_on.year if case.signed_on else case.planned_for or case.office.as_of.year)
    told = case.facts.get(fact)
    if told is None:
        paper = any((one.kind, one.period) == (kind, year) for one in case.office.recorded.papers)
        return Unknown(fact) if paper else None
    return Violated(f"Naskah ini tercatat di luar {what} Tahun {year}.") if told == NO else None


@rule(
    "KS806",
    Severity.INFO,
    "KB di luar daftar tahunan rencana KSDPK",
    "Permendagri 22/2020 Pasal 25 ayat (2)",
    docs=(Doc.KB,),
    schemes=KSDPK,
    stages=ANY,
    footing=Footing.INFERENCE,
    applied="Daftar itu memuat yang direncanakan; pasalnya tidak melarang yang di luarnya. Ditanyakan hanya bila daftar tahun"
    " penandatanganannya tercatat (kskd paper add daftar-ksdpk).",
    remedy="usulkan perubahan daftarnya kepada kepala daerah; bila ternyata tercantum,"
    " kskd update {id} --in-ksdpk-list ya --reason …",
)
def outside_the_list(case: Case) -> Verdict:
    """Cooperation with a third party is planned in the list of its year."""
    return _outside(case, "in_ksdpk_list", "daftar-ksdpk", "daftar rencana KSDPK")


@rule(
    "KS807",
    Severity.INFO,
    "KB KSDD wajib di luar berita acara pemetaan",
    "Permendagri 22/2020 Pasal 5 ayat (6)",
    docs=(Doc.KB,),
    schemes=(Scheme.KSDD_WAJIB,),
    stages=ANY,
    footing=Footing.INFERENCE,
    applied="Berita acara memuat hasil pembahasan pemetaan; pasalnya tidak melarang yang di luarnya. Ditanyakan hanya bila"
    " berita acara tahun penandatanganannya tercatat (kskd paper add berita-acara-ksdd-wajib).",
    remedy="bahas dalam pemetaan tahun berikutnya; bila ternyata tercantum, kskd update {id} --in-ksdd-minutes ya --reason …",
)
def outside_the_minutes(case: Case) -> Verdict:
    """Mandatory cooperation between regions is agreed on in the minutes of its year."""
    return _outside(case, "in_ksdd_minutes", "berita-acara-ksdd-wajib", "berita acara pemetaan KSDD wajib")


OFFICE_RULES = (team_without_decree, team_too_small, team_led_by_another, no_plenary, no_list)
RULES = (outside_the_list, outside_the_minutes)
