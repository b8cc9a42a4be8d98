"""Chapter 1, third part: what comes before a document, and what it may be about."""

from kskd.domain.document.chain import ABROAD, HOME, KSDD, KSDPK, LOCAL, SINERGI, Doc, Scheme
from kskd.domain.finding import Severity
from kskd.domain.values.kinds import NO, YES
from kskd.rules.case import Case
from kskd.rules.laws import P22, P25, PP28
from kskd.rules.rule import Unknown, Verdict, Violated, denied, lacking, rule
from kskd.rules.status_groups import ANY

_KSDLL = (Scheme.KSDLL,)
_CRITERIA = ("fits_sector_plan", "feasible", "partner_can_finance", "partner_study")
_ANNEXES = ("needs_mapped", "activity_outline", "willingness_letter")


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


@rule(
    "KS126",
    Severity.WARNING,
    "MoU tanpa Rencana Kerja Sama",
    ("Permendagri 25/2020 Pasal 15 ayat (3)", "PP 28/2018 Pasal 30 ayat (3)"),
    docs=(Doc.MOU,),
    schemes=ABROAD,
    stages=ANY,
    since=PP28,
    applied="Rencana Kerja Sama disusun sesudah LoI, disetujui DPRD, dan diverifikasi Menteri, lalu menjadi MoU; keterangannya"
    " dicatat pada MoU-nya, juga selagi masih rancangan.",
    remedy="bila MoU belum ditandatangani, susun Rencana Kerja Sama lebih dahulu; bila sudah, laporkan keadaannya kepada"
    " Menteri dan minta petunjuknya; bila ternyata ada, kskd update {id} --cooperation-plan ya --reason …",
)
def memorandum_without_plan(case: Case) -> Verdict:
    """A plan of the cooperation comes before its memorandum; a day of it says that there is one."""
    if "cooperation_plan_on" in case.facts:
        return None
    return denied(case, "cooperation_plan", "Rencana Kerja Sama tercatat tidak ada.")


@rule(
    "KS127",
    Severity.WARNING,
    "Isi Rencana Kerja Sama tidak lengkap",
    ("Permendagri 25/2020 Pasal 15 ayat (3)", "PP 28/2018 Pasal 30 ayat (3)"),
    docs=(Doc.MOU,),
    schemes=ABROAD,
    stages=ANY,
    since=PP28,
    applied="Isinya tujuh: subjek; latar belakang; maksud, tujuan, dan sasaran; objek; ruang lingkup; sumber pembiayaan;"
    " jangka waktu. Diperiksa bila Rencana Kerja Sama tercatat ada.",
    remedy="lengkapi Rencana Kerja Sama sebelum diverifikasi Menteri, atau muat yang kurang dalam MoU-nya; bila ternyata"
    " lengkap, kskd update {id} --plan-complete ya --reason …",
)
def plan_lacks_content(case: Case) -> Verdict:
    """The least content of a plan of cooperation."""
    there_is = case.facts.get("cooperation_plan") or (YES if "cooperation_plan_on" in case.facts else None)
    if there_is is None and case.facts.get("plan_complete") == NO:
        return Unknown("cooperation_plan")
    if there_is != YES:
        return None
    return denied(case, "plan_complete", "Rencana Kerja Sama tercatat tidak memuat ketujuh isinya.")


@rule(
    "KS128",
    Severity.WARNING,
    "Lampiran Rencana Kerja Sama penerusan tidak lengkap",
    "Permendagri 25/2020 Pasal 29; Permendagri 25/2020 Pasal 30",
    docs=(Doc.MOU,),
    schemes=_KSDLL,
    stages=ANY,
    since=P25,
    applied="Diperiksa pada penerusan kerja sama Pemerintah Pusat (--ksdll-kind penerusan): pemetaan potensi dan kebutuhan,"
    " kerangka acuan kegiatan, dan surat pernyataan kesediaan; studi kelayakan hanya bila kerja samanya bersifat teknis, atau"
    " membebani atau memakai aset daerah (--needs-study).",
    remedy="susun lampiran yang kurang dan susulkan kepada Menteri; bila ternyata ada, catat dengan kskd update {id}"
    " --needs-mapped ya --activity-outline ya --willingness-letter ya --feasibility-study ya --reason …",
)
def passed_on_without_annexes(case: Case) -> Verdict:
    """What passes on a national cooperation carries its annexes to the Menteri."""
    kind = case.facts.get("ksdll_kind")
    if kind != "penerusan":
        return None if kind else Unknown("ksdll_kind")
    study = ("feasibility_study",) if case.facts.get("needs_study") == YES else ()
    verdict = lacking(case, (*_ANNEXES, *study))
    if verdict is None and "needs_study" not in case.facts:
        return Unknown("needs_study")
    return verdict


@rule(
    "KS129",
    Severity.WARNING,
    "Lembaga nonprofit luar negeri tanpa izin atau rencana tahunan",
    "Permendagri 25/2020 Pasal 29; Permendagri 25/2020 Pasal 30",
    docs=(Doc.MOU,),
    schemes=_KSDLL,
    stages=ANY,
    since=P25,
    applied="Dalam penerusan kerja sama Pemerintah Pusat lembaga nonprofit memerlukan Izin Prinsip, Izin Operasional, dan"
    " rencana tahunan. Lembaga lain (--foreign-body) tidak diperiksa.",
    remedy="minta izin dan rencana tahunan itu dari mitra, dan tunda pelaksanaan sampai ada; bila ternyata ada, catat dengan"
    " kskd update {id} --principle-permit ya --operating-permit ya --nonprofit-plan ya --reason …",
)
def nonprofit_without_permits(case: Case) -> Verdict:
    """A nonprofit body has its permits and a plan of the year."""
    if case.facts.get("ksdll_kind") != "penerusan":
        return None  # KS128 asks for the kind
    body = case.facts.get("foreign_body")
    if body is None:
        return Unknown("foreign_body")
    wanted = ("principle_permit", "operating_permit", "nonprofit_plan") if body == "nonprofit" else ()
    return lacking(case, wanted)


@rule(
    "KS130",
    Severity.WARNING,
    "Prakarsa pihak ketiga tidak memenuhi kriterianya",
    ("Permendagri 22/2020 Pasal 26", "PP 28/2018 Pasal 18"),
    docs=(Doc.KB,),
    schemes=KSDPK,
    stages=ANY,
    since=PP28,
    applied="Diperiksa bila mitra yang memprakarsai (--initiator mitra): sesuai dengan rencana induk sektor, layak secara"
    " ekonomi dan finansial, mitra mampu membiayainya, dan mitra yang menyusun studi kelayakannya. KSDPK berupa pengelolaan"
    " aset, investasi, atau pengadaan mengikuti aturan sektornya (PP 28/2018 Pasal 15) dan tidak diperiksa.",
    remedy="bahas dalam TKKSD apakah prakarsanya diteruskan, dan minta mitra melengkapi yang kurang, sekurang-kurangnya"
    " sebelum PKS-nya ditandatangani; bila ternyata terpenuhi, catat dengan kskd update {id} --fits-sector-plan ya"
    " --feasible ya --partner-can-finance ya --partner-study ya --reason …",
)
def initiative_unfit(case: Case) -> Verdict:
    """What a third party begins itself fits, pays, and can be paid for by it."""
    kind, initiator = case.facts.get("ksdpk_kind"), case.facts.get("initiator")
    if kind not in {"pelayanan", None} or initiator == "pemda":
        return None
    if initiator is None:
        return Unknown("initiator")
    verdict = lacking(case, _CRITERIA)
    return Unknown("ksdpk_kind") if isinstance(verdict, Violated) and kind is None else verdict


RULES = (
    no_terms_of_reference,
    no_feasibility_study,
    no_study_before_letter,
    synergy_outside_yearly_plan,
    object_outside_plan,
    memorandum_without_plan,
    plan_lacks_content,
    passed_on_without_annexes,
    nonprofit_without_permits,
    initiative_unfit,
)
