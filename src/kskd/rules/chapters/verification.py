"""Chapter 4, second part: what becomes of the Rencana Kerja Sama abroad before its MoU is signed."""

from itertools import pairwise

from kskd.domain.document.chain import ABROAD, Doc
from kskd.domain.finding import Severity
from kskd.domain.footing import Footing
from kskd.domain.values.dates import format_date
from kskd.rules.case import Case
from kskd.rules.laws import P25
from kskd.rules.rule import Verdict, Violated, denied, rule
from kskd.rules.status_groups import ANY


@rule(
    "KS412",
    Severity.ERROR,
    "MoU tanpa verifikasi Menteri atas Rencana Kerja Sama",
    "Permendagri 25/2020 Pasal 19",
    docs=(Doc.MOU,),
    schemes=ABROAD,
    since=P25,
    applied="Menteri memverifikasi kajian, LoI, Rencana Kerja Sama, dan persetujuan DPRD; tanggalnya, bila tercatat, tidak"
    " boleh sesudah penandatanganan MoU. Tidak diperiksa pada penerusan kerja sama Pemerintah Pusat.",
    remedy="minta verifikasi Menteri melalui Gubernur, dan tunda pelaksanaannya; bila ternyata ada, kskd update {id}"
    " --plan-verified ya --plan-verified-on TANGGAL --reason …",
)
def plan_not_verified(case: Case) -> Verdict:
    """The Menteri verifies the plan and what led to it, except where a national cooperation is passed on."""
    if case.facts.get("ksdll_kind") == "penerusan":
        return None
    verified_on = case.day("plan_verified_on")
    if verified_on is None:
        return denied(case, "plan_verified", "Verifikasi Menteri tercatat tidak ada.")
    if verified_on <= case.signing:
        return None
    return Violated(
        f"Verifikasi Menteri tertanggal {format_date(verified_on)}, sesudah penandatanganan"
        f" {format_date(case.signing)}.",
        facts=("plan_verified_on",),
    )


@rule(
    "KS413",
    Severity.WARNING,
    "Tahap Rencana Kerja Sama tidak berurutan",
    "Permendagri 25/2020 Pasal 9",
    docs=(Doc.MOU,),
    schemes=ABROAD,
    stages=ANY,
    since=P25,
    footing=Footing.INFERENCE,
    applied="Urutannya: LoI ditandatangani, Rencana Kerja Sama, permintaan diterima DPRD, sikap DPRD, verifikasi Menteri."
    " Yang dibandingkan tanggal yang tercatat; yang tidak tercatat dilewati.",
    remedy="tanggal pada surat tidak diubah: jelaskan urutannya dalam surat kepada Menteri, dan minta penegasan atas tahap yang"
    " mendahului; bila salah catat, kskd update {id} --cooperation-plan-on TANGGAL --reason …",
)
def plan_out_of_order(case: Case) -> Verdict:
    """Letter of intent, plan, DPRD, Menteri: each stage follows the one before it."""
    letter = case.parent.signed_on if case.parent and case.parent.doc is Doc.LOI else None
    days = (
        ("LoI ditandatangani", letter),
        ("Rencana Kerja Sama tertanggal", case.day("cooperation_plan_on")),
        ("permintaan diterima DPRD", case.day("dprd_received_on")),
        ("DPRD bersikap", case.day("dprd_answered_on")),
        ("Menteri memverifikasi", case.day("plan_verified_on")),
    )
    known = [(what, on) for what, on in days if on is not None]
    wrong = [
        f"{later} {format_date(after)}, sebelum {earlier} {format_date(before)}"
        for (earlier, before), (later, after) in pairwise(known)
        if after < before
    ]
    told = "; ".join(wrong)
    return Violated(f"{told[:1].upper()}{told[1:]}.", facts=()) if wrong else None


RULES = (
    plan_not_verified,
    plan_out_of_order,
)
