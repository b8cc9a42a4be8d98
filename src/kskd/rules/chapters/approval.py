"""Chapter 4: what the DPRD, the Menteri and others have to say before a signature."""

from kskd.domain.document.chain import ABROAD, CONTRACTS, HOME, KSDD, KSDPK, SINERGI, Doc, Scheme
from kskd.domain.finding import Severity
from kskd.domain.footing import Footing
from kskd.domain.values.dates import format_date
from kskd.domain.values.kinds import NO, YES
from kskd.rules.case import Case
from kskd.rules.council import is_deemed, is_needed, is_over
from kskd.rules.deemed import DEEMED_DAYS, last_day
from kskd.rules.laws import P22, P25, PP28, ByKind
from kskd.rules.parts import Addendum
from kskd.rules.rule import Unknown, Verdict, Violated, day_of_addendum, denied, rule
from kskd.rules.status_groups import ANY, DRAFT

_NEEDED: ByKind = {
    KSDD: ("Permendagri 22/2020 Pasal 11", "PP 28/2018 Pasal 6 ayat (2)"),
    KSDPK: ("Permendagri 22/2020 Pasal 34 ayat (1)", "PP 28/2018 Pasal 19 ayat (1)"),
    SINERGI: "Permendagri 22/2020 Pasal 56 ayat (1)",
}
_NEEDED_ABROAD: ByKind = {
    (Scheme.KSDPL,): ("Permendagri 25/2020 Pasal 16", "PP 28/2018 Pasal 30"),
    (Scheme.KSDLL,): ("Permendagri 25/2020 Pasal 16", "PP 28/2018 Pasal 38"),
}
_DEEMED: ByKind = {
    KSDD: "Permendagri 22/2020 Pasal 12 ayat (4)",
    KSDPK: "Permendagri 22/2020 Pasal 34 ayat (6)",
    SINERGI: "Permendagri 22/2020 Pasal 56 ayat (6)",
    (Scheme.KSDPL,): ("Permendagri 25/2020 Pasal 17 ayat (3)", "PP 28/2018 Pasal 30 ayat (4)"),
    (Scheme.KSDLL,): ("Permendagri 25/2020 Pasal 17 ayat (3)", "PP 28/2018 Pasal 38"),
}
_VOTED = (*CONTRACTS, Doc.NK)
_ASKED = (
    "kepala daerah meminta persetujuan DPRD, dan pelaksanaan ditunda; bila DPRD menolak, sepakati perubahan atau"
    " pengakhirannya dengan mitra; jawabannya dicatat dengan kskd update {id} --dprd-answer setuju --reason …"
)


def _why(case: Case) -> str:
    grounds = []
    if case.facts.get("burdens_public") == YES:
        grounds.append("membebani masyarakat dan daerah")
    if case.facts.get("in_apbd") == NO:
        grounds.append("pendanaannya belum ada dalam APBD tahun berjalan")
    return " dan ".join(grounds)


@rule(
    "KS401",
    Severity.ERROR,
    "Ditandatangani tanpa persetujuan DPRD",
    _NEEDED,
    docs=_VOTED,
    schemes=HOME,
    since=PP28,
    applied="Persetujuan perlu bila membebani masyarakat dan daerah, atau pendanaannya belum ada dalam APBD tahun"
    " berjalan. DPRD yang tidak menyatakan sikap 45 hari sejak permintaan diterima dianggap menyetujui. KSDPK"
    " berupa aset, investasi, atau pengadaan mengikuti aturan sektornya; selama jenis KSDPK belum tercatat, tidak"
    " dinilai.",
    remedy=_ASKED,
)
def without_council(case: Case) -> Verdict:
    """What burdens the public or is not funded is agreed to by the DPRD."""
    needed = is_needed(case)
    if not needed or case.facts.get("dprd_answer") == "setuju":
        return None
    return needed if isinstance(needed, Unknown) else _without_stand(case)


def _without_stand(case: Case) -> Verdict:
    """What was signed although the DPRD, whose consent it needs, did not give it."""
    answer = case.facts.get("dprd_answer")
    if answer in {"menolak", "belum-diminta"}:
        said = "menolak" if answer == "menolak" else "belum diminta menyetujui"
        why = f"Naskah ini {_why(case)}, sedangkan " if case.scheme in HOME else ""
        return Violated(f"{why}DPRD {said}.")
    deemed = is_deemed(case)
    if deemed is True:
        return None
    if answer is None or "dprd_received_on" not in case.facts:
        return Unknown("dprd_received_on" if answer else "dprd_answer")
    if isinstance(deemed, Unknown):
        return deemed
    if case.scheme in HOME and case.signing < P22:
        return None  # PP 28/2018 does not say what silence means
    counted = "hari" if case.scheme in HOME else "hari kerja"
    return Violated(
        f"DPRD belum menyatakan sikap, dan {DEEMED_DAYS} {counted} belum lewat ketika ditandatangani."
    )


@rule(
    "KS402",
    Severity.ERROR,
    "Persetujuan DPRD sesudah penandatanganan",
    {**_NEEDED, **_NEEDED_ABROAD},
    docs=(*_VOTED, Doc.MOU),
    since=PP28,
    applied="Tanggal sikap DPRD dibandingkan dengan tanggal penandatanganan, bila DPRD menyetujui dan persetujuannya"
    " memang perlu (KS401, KS403).",
    remedy="lampirkan persetujuan itu pada naskahnya dan sebutkan dalam laporan bahwa persetujuan itu diberikan sesudah penandatanganan; tanggal"
    " surat DPRD tidak dimundurkan; bila salah catat, kskd update {id} --dprd-answered-on TANGGAL --reason …",
)
def council_after_signing(case: Case) -> Verdict:
    """The DPRD agrees before the signature."""
    needed = is_needed(case)
    if case.facts.get("dprd_answer") != "setuju" or not needed:
        return None
    answered = case.day("dprd_answered_on")
    if answered is None:
        return Unknown("dprd_answered_on")
    if answered <= case.signing:
        return None
    deemed = is_deemed(case)
    if deemed is True:
        return None
    for open_question in (needed, deemed):
        if isinstance(open_question, Unknown):
            return open_question
    return Violated(
        f"DPRD menyetujui {format_date(answered)}, sesudah penandatanganan {format_date(case.signing)}."
    )


@rule(
    "KS403",
    Severity.ERROR,
    "Kerja sama luar negeri tanpa persetujuan DPRD",
    _NEEDED_ABROAD,
    docs=(Doc.MOU,),
    schemes=ABROAD,
    since=PP28,
    applied="KSDPL dan KSDLL lainnya selalu memerlukan persetujuan DPRD; penerusan kerja sama Pemerintah Pusat"
    " tidak. DPRD yang tidak menyatakan sikap sampai lewat 45 hari kerja sejak permintaan diterima sekretariatnya dianggap"
    " menyetujui: catat sebagai tidak-menjawab.",
    remedy=_ASKED,
)
def abroad_without_council(case: Case) -> Verdict:
    """Cooperation abroad always goes to the DPRD."""
    needed = is_needed(case)
    if isinstance(needed, Unknown):
        return needed
    if not needed:
        return None
    return None if case.facts.get("dprd_answer") == "setuju" else _without_stand(case)


@rule(
    "KS404",
    Severity.INFO,
    "DPRD dianggap menyetujui",
    _DEEMED,
    docs=(*_VOTED, Doc.MOU),
    stages=DRAFT,
    applied="Rancangan yang permintaannya diterima DPRD lebih dari 45 hari (luar negeri: hari kerja) yang lalu tanpa"
    " pernyataan sikap; dihitung sejak hari sesudah penerimaan surat, dan pada hari ke-45 DPRD masih dapat menyatakan sikap.",
    remedy="lanjutkan ke penandatanganan; kskd update {id} --dprd-answer tidak-menjawab",
)
def council_silent(case: Case) -> Verdict:
    """Silence of 45 days is consent."""
    received = case.day("dprd_received_on")
    if received is None or case.facts.get("dprd_answer"):
        return None
    over = is_over(case, case.office.as_of)
    if over is not True:
        return over or None
    counted, last = "hari" if case.scheme in HOME else "hari kerja", format_date(last_day(case, received))
    return Violated(
        f"Permintaan diterima {format_date(received)}; {DEEMED_DAYS} {counted} berakhir {last} tanpa pernyataan sikap."
    )


@rule(
    "KS405",
    Severity.ERROR,
    "Permintaan kepada DPRD mendahului penandatanganan induknya",
    {KSDD: "Permendagri 22/2020 Pasal 12 ayat (1)", KSDPK: "Permendagri 22/2020 Pasal 34 ayat (3)"},
    docs=CONTRACTS,
    schemes=(*KSDD, *KSDPK),
    stages=ANY,
    since=P22,
    applied="Permintaan dilampiri KB yang sudah ditandatangani dan rancangan PKS. KB yang tercatat sebagai rancangan"
    " tidak dinilai; KS104 menyebutnya.",
    remedy="susulkan kepada DPRD, dengan surat kepala daerah, KB yang sudah ditandatangani, dan minta penegasan sikapnya;"
    " bila salah catat, kskd update {id} --dprd-received-on TANGGAL --reason …",
)
def council_asked_before_umbrella(case: Case) -> Verdict:
    """The request carries the signed KB."""
    received = case.day("dprd_received_on")
    parent = case.first_parent
    if received is None or parent is None:
        return None
    if parent.signed_on is None:
        return Unknown(f"tanggal penandatanganan {parent.id}", f"kskd update {parent.id} --signed")
    if parent.signed_on <= received:
        return None
    return Violated(
        f"Permintaan diterima DPRD {format_date(received)}, sedangkan {parent.id} baru ditandatangani"
        f" {format_date(parent.signed_on)}."
    )


@rule(
    "KS406",
    Severity.WARNING,
    "Profil perusahaan tidak dilampirkan pada permintaan kepada DPRD",
    "Permendagri 22/2020 Pasal 34 ayat (3)",
    docs=CONTRACTS,
    schemes=KSDPK,
    stages=ANY,
    since=P22,
    applied="Hanya bila permintaan kepada DPRD tercatat.",
    remedy="susulkan profil perusahaan mitra kepada DPRD, lalu kskd update {id} --company-profile ya --reason …",
)
def profile_not_attached(case: Case) -> Verdict:
    """A request about a third party carries its profile."""
    if "dprd_received_on" not in case.facts:
        return Unknown("dprd_received_on") if case.facts.get("company_profile") == NO else None
    return denied(case, "company_profile", "Profil perusahaan mitra tercatat tidak dilampirkan.")


@rule(
    "KS407",
    Severity.ERROR,
    "MoU tanpa persetujuan Menteri",
    "UU 23/2014 Pasal 367 ayat (2)",
    docs=(Doc.MOU,),
    schemes=ABROAD,
    since=PP28,
    applied="Surat persetujuan Menteri adalah dasar penandatanganan; tanggalnya, bila tercatat, tidak boleh"
    " sesudah penandatanganan.",
    remedy="minta persetujuan Menteri melalui Gubernur, dan tunda pelaksanaannya; bila ternyata ada, kskd update {id}"
    " --minister-approved ya --minister-approved-on TANGGAL --reason …",
)
def without_minister(case: Case) -> Verdict:
    """A memorandum is signed on the Menteri's approval."""
    approved_on = case.day("minister_approved_on")
    if approved_on is not None and approved_on > case.signing:
        return Violated(
            f"Menteri menyetujui {format_date(approved_on)}, sesudah penandatanganan"
            f" {format_date(case.signing)}.",
            facts=("minister_approved_on",),
        )
    if approved_on is not None:
        return None
    return denied(case, "minister_approved", "Persetujuan Menteri tercatat tidak ada.")


@rule(
    "KS408",
    Severity.ERROR,
    "MoU tanpa surat konfirmasi Kementerian Luar Negeri",
    "Permendagri 25/2020 Pasal 22; Permendagri 25/2020 Pasal 23; Permendagri 25/2020 Pasal 24",
    docs=(Doc.MOU,),
    schemes=ABROAD,
    since=P25,
    applied="Surat konfirmasi kementerian yang membidangi urusan luar negeri mendahului persetujuan Menteri; tidak"
    " diperiksa pada penerusan kerja sama Pemerintah Pusat.",
    remedy="minta surat konfirmasi itu melalui Menteri, dan tunda pelaksanaan sampai ada; bila ternyata ada, kskd update {id}"
    " --foreign-confirmation ya --reason …",
)
def without_confirmation(case: Case) -> Verdict:
    """The foreign ministry confirms, except where a national cooperation is passed on."""
    if case.facts.get("ksdll_kind") == "penerusan":
        return None
    return denied(
        case, "foreign_confirmation", "Surat konfirmasi Kementerian Luar Negeri tercatat tidak ada."
    )


@rule(
    "KS409",
    Severity.ERROR,
    "LoI tanpa jawaban tertulis Menteri",
    "Permendagri 25/2020 Pasal 14",
    docs=(Doc.LOI,),
    schemes=ABROAD,
    since=P25,
    applied="LoI ditandatangani sesudah jawaban tertulis Menteri.",
    remedy="mintakan jawaban tertulis Menteri sebelum melanjutkan ke Rencana Kerja Sama; bila ternyata ada, kskd update {id}"
    " --minister-reply ya --reason …",
)
def letter_without_reply(case: Case) -> Verdict:
    """The Menteri answers before a letter of intent."""
    return denied(case, "minister_reply", "Jawaban tertulis Menteri sebelum LoI tercatat tidak ada.")


@rule(
    "KS410",
    Severity.INFO,
    "Nomor surat persetujuan DPRD belum tercatat",
    {KSDPK: "Permendagri 22/2020 Pasal 34 ayat (5)", SINERGI: "Permendagri 22/2020 Pasal 56 ayat (5)"},
    docs=_VOTED,
    schemes=(*KSDPK, *SINERGI),
    stages=ANY,
    since=P22,
    footing=Footing.INFERENCE,
    applied="Persetujuan dituangkan dalam surat pimpinan DPRD. Pada KSDD pimpinan DPRD menandatangani rancangan PKS.",
    remedy="kskd update {id} --dprd-letter NOMOR",
)
def council_without_letter(case: Case) -> Verdict:
    """Consent is a letter of the DPRD's leaders."""
    if case.facts.get("dprd_answer") != "setuju" or "dprd_letter" in case.facts:
        return None
    return Violated("DPRD tercatat menyetujui, tetapi nomor suratnya tidak tercatat.")


_AGAIN: ByKind = {
    KSDD: "Permendagri 22/2020 Pasal 15 ayat (6)",
    KSDPK: "Permendagri 22/2020 Pasal 37 ayat (5)",
    SINERGI: "Permendagri 22/2020 Pasal 58",
}


@rule(
    "KS411",
    Severity.ERROR,
    "Adendum yang menambah beban tanpa persetujuan DPRD",
    _AGAIN,
    docs=_VOTED,
    schemes=HOME,
    since=PP28,
    looks_at_today=True,
    applied="Perubahan yang menambah beban masyarakat dan daerah disetujui DPRD lagi, paling lambat pada hari"
    " penandatanganan adendumnya. DPRD yang tidak menyatakan sikap dianggap menyetujui (--dprd-answer tidak-menjawab)."
    " KSDPK berupa aset, investasi, atau pengadaan mengikuti aturan sektornya.",
    remedy="sampaikan permintaan kepada DPRD; jawabannya dicatat dengan kskd amend {id} --amendment {about}"
    " --dprd-approved TANGGAL --reason …",
)
def burden_added_without_council(case: Case) -> Verdict:
    """A change that burdens the public goes to the DPRD again."""
    own_rules = case.scheme in KSDPK and case.facts.get("ksdpk_kind") not in {"pelayanan", None}
    if own_rules:
        return None
    wrong = [(one, said) for one in case.changed_since(P22) if (said := _against_burden(one)) is not None]
    if wrong and case.scheme in KSDPK and "ksdpk_kind" not in case.facts:
        return Unknown("ksdpk_kind")
    if wrong:
        told = "; ".join(f"{one.number} ({one.signed.words}) {said}" for one, said in wrong)
        return Violated(f"Menambah beban: adendum {told}.", wrong[0][0].number)
    for one in case.changed_since(P22):
        command = f"kskd amend {case.id} --amendment {one.number}"
        if one.adds_burden is None:
            return Unknown(f"apakah adendum {one.number} menambah beban", f"{command} --adds-burden")
        if one.adds_burden and one.dprd_approved_on is None and one.dprd_answer is None:
            return Unknown(f"sikap DPRD atas adendum {one.number}", f"{command} --dprd-answer")
    return day_of_addendum(
        case, [one for one in case.perhaps_changed_since(P22) if one.adds_burden is not False]
    )


def _against_burden(one: Addendum) -> str | None:
    """What is known to be wrong with an adendum that adds a burden."""
    if not one.adds_burden:
        return None
    if one.dprd_answer == "menolak":
        return "ditolak DPRD"
    if one.dprd_answer == "belum-diminta":
        return "belum dimintakan persetujuan DPRD"
    if one.dprd_approved_on is not None and one.dprd_approved_on > one.signed.latest:
        return f"baru disetujui DPRD {format_date(one.dprd_approved_on)}"
    return None


RULES = (
    without_council,
    council_after_signing,
    abroad_without_council,
    council_silent,
    council_asked_before_umbrella,
    profile_not_attached,
    without_minister,
    without_confirmation,
    letter_without_reply,
    council_without_letter,
    burden_added_without_council,
)
