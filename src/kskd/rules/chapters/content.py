"""Chapter 1, third part: what comes before a document, what it may be about, and what it must contain."""

from kskd.domain.document.chain import Doc
from kskd.domain.document.facts import CLAUSES, CONTENT
from kskd.domain.field import NO
from kskd.domain.finding import Severity
from kskd.rules.case import Case
from kskd.rules.kinds import ABROAD, ANY, HOME, KSDD, KSDPK, LOCAL, SINERGI
from kskd.rules.laws import P22, P25, PP28
from kskd.rules.rule import Unknown, Verdict, Violated, denied, rule


@rule(
    "KS121",
    Severity.WARNING,
    "Tanpa kerangka acuan kerja (KAK)",
    {
        KSDD: "Permendagri 22/2020 Pasal 7 ayat (2)",
        KSDPK: "Permendagri 22/2020 Pasal 29 ayat (2)",
        SINERGI: "Permendagri 22/2020 Pasal 53 ayat (3)",
    },
    docs=(Doc.KB, Doc.NK),
    schemes=HOME,
    stages=ANY,
    since=P22,
    applied="KAK disusun pada tahap persiapan, sebelum penawaran.",
    remedy="bila belum ditandatangani, susun KAK; bila sudah, susun untuk perubahan atau perpanjangannya dan sebut dalam"
    " evaluasi; bila ternyata ada, kskd update {id} --kak ya --reason …",
)
def no_terms_of_reference(case: Case) -> Verdict:
    """Preparation makes a KAK."""
    return denied(case, "kak", "KAK tercatat tidak ada.")


@rule(
    "KS122",
    Severity.WARNING,
    "KSDPK tanpa studi kelayakan",
    "UU 23/2014 Pasal 366 ayat (3)",
    docs=(Doc.KB,),
    schemes=KSDPK,
    stages=ANY,
    since=PP28,
    applied="KSDPK didahului studi kelayakan; bila mitra yang memprakarsai, mitra yang menyusunnya.",
    remedy="minta studi kelayakan dari pemrakarsanya, sebelum KB atau sekurang-kurangnya sebelum PKS-nya ditandatangani; bila"
    " ternyata ada, kskd update {id} --feasibility-study ya --reason …",
)
def no_feasibility_study(case: Case) -> Verdict:
    """A third party comes after a feasibility study."""
    return denied(case, "feasibility_study", "Studi kelayakan tercatat tidak ada.")


@rule(
    "KS123",
    Severity.WARNING,
    "LoI tanpa kajian",
    "Permendagri 25/2020 Pasal 12 ayat (3)",
    docs=(Doc.LOI,),
    schemes=ABROAD,
    stages=ANY,
    since=P25,
    applied="Kajian disusun pada tahap penjajakan, sebelum Pernyataan Kehendak Kerja Sama.",
    remedy="susun kajian, sebelum LoI atau sekurang-kurangnya sebelum Rencana Kerja Sama diajukan; bila ternyata ada, kskd update {id} --kajian ya --reason …",
)
def no_study_before_letter(case: Case) -> Verdict:
    """Exploring makes a study before the letter of intent."""
    return denied(case, "kajian", "Kajian sebelum LoI tercatat tidak ada.")


@rule(
    "KS124",
    Severity.ERROR,
    "Objek Sinergi tidak tercantum dalam RKPD",
    "Permendagri 22/2020 Pasal 53 ayat (2)",
    docs=(Doc.NK,),
    schemes=SINERGI,
    stages=ANY,
    since=P22,
    applied="Objek Sinergi wajib tercantum dalam RKPD.",
    remedy="usulkan objeknya dalam perubahan RKPD melalui perangkat daerah perencanaan; bila ternyata ada, kskd update {id} --in-rkpd ya --reason …",
)
def synergy_outside_yearly_plan(case: Case) -> Verdict:
    """The object of a Sinergi stands in the RKPD."""
    return denied(case, "in_rkpd", "Objek Sinergi tercatat tidak ada dalam RKPD.")


@rule(
    "KS125",
    Severity.WARNING,
    "Objek di luar rencana pembangunan tanpa dasar pengecualian",
    {KSDD: "PP 28/2018 Pasal 4 ayat (3)", KSDPK: "PP 28/2018 Pasal 16 ayat (3)"},
    docs=(Doc.KB,),
    schemes=LOCAL,
    stages=ANY,
    since=PP28,
    applied="Objek yang tidak tercantum dalam rencana pembangunan hanya boleh karena kondisi darurat, program"
    " strategis nasional, atau tugas pembantuan. Dinilai bila tercatat bahwa tidak satu pun ada (--plan-exception"
    " tidak-ada).",
    remedy="usulkan objeknya dalam perubahan rencana pembangunan; bila ternyata ada dasarnya, kskd update {id}"
    " --plan-exception DASAR --reason …",
)
def object_outside_plan(case: Case) -> Verdict:
    """What is not planned needs one of three grounds."""
    planned = case.facts.get("in_plan")
    if planned is None:
        return Unknown("in_plan")
    ground = case.facts.get("plan_exception")
    if planned == NO and ground is None:
        return Unknown("plan_exception")
    if planned != NO or ground != "tidak-ada":
        return None
    return Violated("Objek tercatat di luar rencana pembangunan tanpa dasar pengecualian.")


_NO_LIST = Unknown("daftar klausul naskah", "--clause")


def _missing(case: Case, wanted: tuple[str, ...]) -> Verdict:
    """The clauses that a document lacks; unknown while none at all is recorded."""
    if not case.clauses:
        return _NO_LIST
    missing = [CLAUSES[code] for code in wanted if code not in case.clauses]
    return Violated(f"Klausul yang tidak ada: {', '.join(missing)}.") if missing else None


_APPLIED = (
    "Dinilai bila klausul naskah sudah dicatat (--clause, diulang); yang tidak disebut dianggap tidak ada."
)
_NOTE = "klausul yang ternyata ada dicatat dengan kskd update {id} --clause KLAUSUL"
_REMEDY = (
    "lengkapi rancangannya sebelum ditandatangani, atau naskahnya dengan adendum (kskd amend {id} --signed TANGGAL"
    f' --what "…"); {_NOTE}'
)


@rule(
    "KS131",
    Severity.ERROR,
    "Isi Kesepakatan Bersama tidak lengkap",
    "Permendagri 22/2020 Pasal 40",
    docs=(Doc.KB,),
    schemes=LOCAL,
    stages=ANY,
    since=P22,
    applied=f"{_APPLIED} KB memuat tujuh klausul.",
    remedy=_REMEDY,
)
def umbrella_lacks_clauses(case: Case) -> Verdict:
    """The least content of a KB."""
    return _missing(case, CONTENT[Doc.KB])


@rule(
    "KS132",
    Severity.ERROR,
    "Isi Perjanjian Kerja Sama tidak lengkap",
    "Permendagri 22/2020 Pasal 41",
    docs=(Doc.PKS,),
    schemes=LOCAL,
    stages=ANY,
    since=P22,
    applied=f"{_APPLIED} PKS memuat sepuluh klausul.",
    remedy=_REMEDY,
)
def contract_lacks_clauses(case: Case) -> Verdict:
    """The least content of a PKS."""
    return _missing(case, CONTENT[Doc.PKS])


@rule(
    "KS133",
    Severity.ERROR,
    "Perjanjian dengan pihak ketiga tanpa sanksi",
    "UU 23/2014 Pasal 366 ayat (2)",
    docs=(Doc.PKS,),
    schemes=KSDPK,
    stages=ANY,
    since=PP28,
    applied=f"{_APPLIED} PKS KSDPK memuat juga sanksi bagi pihak yang tidak memenuhi perjanjian.",
    remedy=_REMEDY,
)
def contract_without_sanction(case: Case) -> Verdict:
    """An agreement with a third party says what follows a breach."""
    return _missing(case, ("sanksi",))


@rule(
    "KS134",
    Severity.ERROR,
    "Isi Kontrak tidak lengkap",
    "UU 23/2014 Pasal 366 ayat (2)",
    docs=(Doc.KONTRAK,),
    schemes=KSDPK,
    stages=ANY,
    since=PP28,
    applied=f"{_APPLIED} Kontrak memuat hak dan kewajiban, jangka waktu, penyelesaian perselisihan, dan sanksi.",
    remedy=_REMEDY,
)
def deal_lacks_clauses(case: Case) -> Verdict:
    """The least content of a contract with a third party."""
    return _missing(case, CONTENT[Doc.KONTRAK])


@rule(
    "KS135",
    Severity.ERROR,
    "Isi Nota Kesepakatan tidak lengkap",
    "Permendagri 22/2020 Pasal 42",
    docs=(Doc.NK,),
    schemes=SINERGI,
    stages=ANY,
    since=P22,
    applied=f"{_APPLIED} NK memuat sepuluh klausul.",
    remedy=_REMEDY,
)
def note_lacks_clauses(case: Case) -> Verdict:
    """The least content of an NK."""
    return _missing(case, CONTENT[Doc.NK])


@rule(
    "KS136",
    Severity.ERROR,
    "Isi Pernyataan Kehendak Kerja Sama tidak lengkap",
    "Permendagri 25/2020 Pasal 13 ayat (2)",
    docs=(Doc.LOI,),
    schemes=ABROAD,
    stages=ANY,
    since=P25,
    applied=f"{_APPLIED} LoI memuat enam hal.",
    remedy="lengkapi rancangannya sebelum ditandatangani; LoI yang sudah ditandatangani tidak diberi adendum: yang kurang"
    f" dimuat dalam Rencana Kerja Sama dan MoU-nya; {_NOTE}",
)
def letter_lacks_clauses(case: Case) -> Verdict:
    """The least content of an LoI."""
    return _missing(case, CONTENT[Doc.LOI])


@rule(
    "KS137",
    Severity.ERROR,
    "Isi MoU tidak lengkap",
    "Permendagri 25/2020 Pasal 20 ayat (5)",
    docs=(Doc.MOU,),
    schemes=ABROAD,
    stages=ANY,
    since=P25,
    applied=f"{_APPLIED} MoU memuat sebelas hal.",
    remedy=_REMEDY,
)
def memorandum_lacks_clauses(case: Case) -> Verdict:
    """The least content of an MoU."""
    return _missing(case, CONTENT[Doc.MOU])


@rule(
    "KS138",
    Severity.WARNING,
    "Isi rencana kegiatan tahunan tidak lengkap",
    "Permendagri 25/2020 Pasal 26 ayat (4)",
    docs=(Doc.RKT,),
    schemes=ABROAD,
    stages=ANY,
    since=P25,
    applied=f"{_APPLIED} RKT memuat kegiatan, peran para pihak, hasil, dan rencana pembiayaan.",
    remedy="lengkapi rancangannya sebelum ditandatangani; RKT yang sudah ditandatangani tidak diberi adendum: yang kurang"
    f" dimuat dalam RKT tahun berikutnya; {_NOTE}",
)
def plan_lacks_clauses(case: Case) -> Verdict:
    """The least content of a yearly plan."""
    return _missing(case, CONTENT[Doc.RKT])


RULES = (
    no_terms_of_reference,
    no_feasibility_study,
    no_study_before_letter,
    synergy_outside_yearly_plan,
    object_outside_plan,
    umbrella_lacks_clauses,
    contract_lacks_clauses,
    contract_without_sanction,
    deal_lacks_clauses,
    note_lacks_clauses,
    letter_lacks_clauses,
    memorandum_lacks_clauses,
    plan_lacks_clauses,
)
