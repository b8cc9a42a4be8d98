"""Chapter 1, third part: what comes before a document, what it may be about, and what it must contain."""

from kskd.domain.document import clauses
from kskd.domain.document.chain import Doc
from kskd.domain.field import NO
from kskd.domain.finding import Severity
from kskd.rules.case import Case
from kskd.rules.kinds import ABROAD, ANY, HOME, KSDD, KSDPK, LOCAL, SINERGI
from kskd.rules.laws import P22, P25, PP28, in_force_since
from kskd.rules.rule import Rule, Unknown, Verdict, Violated, denied, rule


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


_APPLIED = (
    "Dinilai bila klausul naskah sudah dicatat (--clause, diulang); yang tidak disebut dianggap tidak ada."
)
_NOTE = "klausul yang ternyata ada dicatat dengan kskd update {id} --clause KLAUSUL"
_REMEDY = (
    "lengkapi rancangannya sebelum ditandatangani, atau naskahnya dengan adendum (kskd amend {id} --signed TANGGAL"
    f' --what "…"); {_NOTE}'
)


def _incomplete(
    code: str,
    title: str,
    content: clauses.Content,
    says: str,
    *,
    severity: Severity = Severity.ERROR,
    remedy: str = _REMEDY,
) -> Rule:
    """The rule that a document contains what one article lists; unknown while no clause at all is recorded."""

    def judge(case: Case) -> Verdict:
        if not case.clauses:
            return Unknown("daftar klausul naskah", "--clause")
        missing = content.lacks(case.clauses)
        return Violated(f"Klausul yang tidak ada: {', '.join(missing)}.") if missing else None

    return rule(
        code,
        severity,
        title,
        content.article,
        docs=(content.doc,),
        schemes=content.schemes,
        stages=ANY,
        since=max(PP28, in_force_since(content.article)),
        applied=f"{_APPLIED} {says}",
        remedy=remedy,
    )(judge)


def _completed_by(following: str) -> str:
    """The remedy of a document that gets no adendum: what it lacks stands in those that follow it."""
    return f"lengkapi rancangannya sebelum ditandatangani; {following}; {_NOTE}"


RULES = (
    no_terms_of_reference,
    no_feasibility_study,
    no_study_before_letter,
    synergy_outside_yearly_plan,
    object_outside_plan,
    _incomplete("KS131", "Isi Kesepakatan Bersama tidak lengkap", clauses.KB, "KB memuat tujuh klausul."),
    _incomplete(
        "KS132", "Isi Perjanjian Kerja Sama tidak lengkap", clauses.PKS, "PKS memuat sepuluh klausul."
    ),
    _incomplete(
        "KS133",
        "Perjanjian dengan pihak ketiga tanpa sanksi",
        clauses.THIRD_PARTY,
        "PKS KSDPK memuat juga sanksi bagi pihak yang tidak memenuhi perjanjian.",
    ),
    _incomplete(
        "KS134",
        "Isi Kontrak tidak lengkap",
        clauses.KONTRAK,
        "Kontrak memuat hak dan kewajiban, jangka waktu, penyelesaian perselisihan, dan sanksi.",
    ),
    _incomplete("KS135", "Isi Nota Kesepakatan tidak lengkap", clauses.NK, "NK memuat sepuluh klausul."),
    _incomplete(
        "KS136",
        "Isi Pernyataan Kehendak Kerja Sama tidak lengkap",
        clauses.LOI,
        "LoI memuat enam hal.",
        remedy=_completed_by(
            "LoI yang sudah ditandatangani tidak diberi adendum: yang kurang dimuat dalam Rencana Kerja Sama dan"
            " MoU-nya"
        ),
    ),
    _incomplete("KS137", "Isi MoU tidak lengkap", clauses.MOU, "MoU memuat sebelas hal."),
    _incomplete(
        "KS138",
        "Isi rencana kegiatan tahunan tidak lengkap",
        clauses.RKT,
        "RKT memuat kegiatan, peran para pihak, hasil, dan rencana pembiayaan.",
        severity=Severity.WARNING,
        remedy=_completed_by(
            "RKT yang sudah ditandatangani tidak diberi adendum: yang kurang dimuat dalam RKT tahun berikutnya"
        ),
    ),
)
