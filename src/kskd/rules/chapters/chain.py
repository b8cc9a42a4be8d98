"""Chapter 1, first part: which document may follow which, and with whom."""

from kskd.domain.document.chain import (
    ABROAD,
    CONTRACTS,
    DOC_NAMES,
    KSDD,
    KSDPK,
    LOCAL,
    SCHEME_SHORT,
    SINERGI,
    Doc,
    Scheme,
)
from kskd.domain.finding import Severity
from kskd.domain.footing import Footing
from kskd.domain.values.dates import format_date
from kskd.domain.values.kinds import NO
from kskd.domain.values.moving import moved
from kskd.rules.case import Case
from kskd.rules.laws import P22, P25, PP28, ByKind
from kskd.rules.rule import Unknown, Verdict, Violated, rule
from kskd.rules.status_groups import ACTIVE, ANY, EXPIRED, IN_FORCE

ALLOWED = {
    **dict.fromkeys(KSDD, (Doc.KB, Doc.PKS)),
    Scheme.KSDPK: (Doc.KB, Doc.PKS, Doc.KONTRAK),
    Scheme.SINERGI: (Doc.NK, Doc.RK),
    **dict.fromkeys(ABROAD, (Doc.LOI, Doc.MOU, Doc.RKT, Doc.PKS)),
}
STAGES: ByKind = {
    KSDD: ("Permendagri 22/2020 Pasal 6", "PP 28/2018 Pasal 6"),
    KSDPK: ("Permendagri 22/2020 Pasal 28", "PP 28/2018 Pasal 19"),
    SINERGI: "Permendagri 22/2020 Pasal 52 ayat (2)",
    ABROAD: "Permendagri 25/2020 Pasal 9",
}


@rule(
    "KS101",
    Severity.ERROR,
    "Jenis naskah tidak sesuai dengan bentuk kerja sama",
    {
        KSDD: "PP 28/2018 Pasal 6",
        KSDPK: "PP 28/2018 Pasal 19",
        SINERGI: "Permendagri 22/2020 Pasal 52 ayat (2)",
        ABROAD: "Permendagri 25/2020 Pasal 9",
    },
    stages=ANY,
    since=PP28,
    applied="KSDD memakai KB dan PKS; KSDPK KB, PKS, atau Kontrak; Sinergi NK dan RK; KSDPL dan KSDLL LoI, MoU,"
    " rencana kegiatan tahunan, dan PKS di bawah MoU. Naskah sebelum 13 Juli 2018 tetap sah sampai berakhir.",
    remedy="bahas dalam TKKSD, lalu tuangkan kerja sama itu dalam naskah yang sesuai dengan bentuknya; bila salah catat,"
    " kskd update {id} --scheme BENTUK --reason …",
)
def wrong_kind_of_document(case: Case) -> Verdict:
    """The scheme decides which documents there are."""
    if case.doc in ALLOWED[case.scheme]:
        return None
    allowed = ", ".join(DOC_NAMES[doc] for doc in ALLOWED[case.scheme])
    return Violated(
        f"{DOC_NAMES[case.doc]} bukan naskah {SCHEME_SHORT[case.scheme]}; yang dapat dipakai: {allowed}."
    )


@rule(
    "KS102",
    Severity.ERROR,
    "Perjanjian tanpa Kesepakatan Bersama",
    {
        KSDD: ("Permendagri 22/2020 Pasal 6", "PP 28/2018 Pasal 6"),
        KSDPK: ("Permendagri 22/2020 Pasal 28", "PP 28/2018 Pasal 19"),
    },
    docs=CONTRACTS,
    schemes=LOCAL,
    stages=ANY,
    since=PP28,
    applied="PKS dan Kontrak disusun sesudah KB ditandatangani. Dinilai bila tercatat bahwa KB-nya tidak ada"
    " (--has-parent tidak). KSDPK berupa pengelolaan aset, investasi, atau pengadaan mengikuti aturan sektornya"
    " (PP 28/2018 Pasal 15) dan tidak diperiksa.",
    remedy="bahas keabsahannya dalam TKKSD, dan usulkan KB kepada kepala daerah sebagai dasar kelanjutannya; bila KB-nya"
    " ternyata ada, kskd update {id} --parent KB",
)
def contract_without_umbrella(case: Case) -> Verdict:
    """A PKS or Kontrak comes after a signed KB."""
    kind = case.facts.get("ksdpk_kind")
    if kind not in {"pelayanan", None}:
        return None
    verdict = _parentless(case, "Kesepakatan Bersama")
    if isinstance(verdict, Violated) and kind is None and case.scheme in KSDPK:
        return Unknown("ksdpk_kind")
    return verdict


def _parentless(case: Case, what: str) -> Verdict:
    """Violated where it is known that there is no parent, unknown where none is recorded."""
    if case.parent is not None:
        return None
    if case.facts.get("has_parent") == NO:
        return Violated(f"{what} yang mendahului {DOC_NAMES[case.doc]} ini tercatat tidak ada.")
    return Unknown(f"{what} yang mendahuluinya", "--parent")


@rule(
    "KS103",
    Severity.ERROR,
    "Naskah turunan mendahului induknya",
    STAGES,
    docs=(*CONTRACTS, Doc.RK, Doc.RKT, Doc.MOU),
    since=PP28,
    applied="Tanggal penandatanganan turunan dibandingkan dengan tanggal penandatanganan induknya.",
    remedy="tanggal pada naskah tidak diubah: para pihak menegaskan naskah ini dengan surat atau naskah baru yang bertanggal"
    " sesudah induknya; bila salah catat, kskd update {id} --signed TANGGAL --reason …",
)
def signed_before_parent(case: Case) -> Verdict:
    """What is derived is signed after, at the earliest with, its parent."""
    parent = case.first_parent
    if parent is None or parent.signed_on is None or case.signing >= parent.signed_on:
        return None
    return Violated(
        f"Ditandatangani {format_date(case.signing)}, sebelum induknya {parent.id}"
        f" ({format_date(parent.signed_on)})."
    )


@rule(
    "KS104",
    Severity.WARNING,
    "Induknya masih rancangan",
    STAGES,
    docs=(*CONTRACTS, Doc.RK, Doc.RKT, Doc.MOU),
    since=PP28,
    applied="Naskah yang sudah ditandatangani tidak dapat didasarkan pada induk yang belum ditandatangani. Kedua"
    " catatan bertentangan; mungkin hanya tanggal penandatanganan induknya yang belum dicatat.",
    remedy="bila induknya memang belum ditandatangani, usulkan penandatanganannya kepada kepala daerah; bila sudah, catat"
    " tanggalnya dengan kskd update {parent} --signed TANGGAL",
)
def parent_is_a_draft(case: Case) -> Verdict:
    """What is derived stands on a signed document."""
    if case.parent is None or case.parent.signed_on is not None:
        return None
    return Violated(
        f"Ditandatangani {format_date(case.signing)}, sedangkan induknya {case.parent.id} tercatat sebagai"
        " rancangan."
    )


@rule(
    "KS105",
    Severity.WARNING,
    "Mitra yang bukan pihak pada induknya",
    STAGES,
    docs=(*CONTRACTS, Doc.RK, Doc.RKT, Doc.MOU),
    stages=ANY,
    since=PP28,
    footing=Footing.INFERENCE,
    applied="Turunan melaksanakan kesepakatan para pihak pada induknya, maka mitranya ada di antara mitra induk;"
    " boleh lebih sedikit.",
    remedy="sepakati dengan semua pihak agar mitra itu menjadi pihak pada naskah induknya; bila salah catat, kskd update {id}"
    " --drop-partner MITRA --reason …",
)
def partner_strange_to_parent(case: Case) -> Verdict:
    """Whoever is party to what is derived is party to its parent."""
    if case.parent is None:
        return None
    strange = [seat.name for seat in case.partners if seat.name and seat.partner not in case.parent_partners]
    if not strange:
        return None
    return Violated(f"{'; '.join(strange)} bukan pihak pada induknya, {case.parent.id}.")


@rule(
    "KS106",
    Severity.WARNING,
    "Rencana Kerja dan Nota Kesepakatannya ditandatangani pada hari yang berbeda",
    "Permendagri 22/2020 Pasal 57",
    docs=(Doc.RK,),
    schemes=SINERGI,
    since=P22,
    footing=Footing.INFERENCE,
    applied="NK dan RK keduanya ditandatangani, lalu dikirim kepada Menteri sebagai laporan; harinya tidak harus sama."
    " Perbedaan hari disebutkan, sebab RK merinci NK-nya.",
    remedy="jelaskan dalam laporan kepada Menteri mengapa harinya berbeda, lalu kskd check --accept {id} KS106 --reason …;"
    " bila salah catat, kskd update {id} --signed TANGGAL --reason …",
)
def work_plan_signed_apart(case: Case) -> Verdict:
    """Both are signed; that they bear one date is not asked, and told where it is not so."""
    note = case.parent
    if note is None or note.signed_on is None or any(one.signed_on == case.signing for one in case.parents):
        return None
    return Violated(
        f"RK ditandatangani {format_date(case.signing)}, NK-nya ({note.id}) {format_date(note.signed_on)}."
    )


@rule(
    "KS107",
    Severity.ERROR,
    "Rencana Kerja tanpa Nota Kesepakatan",
    "Permendagri 22/2020 Pasal 52 ayat (2)",
    docs=(Doc.RK,),
    schemes=SINERGI,
    stages=ANY,
    since=P22,
    applied="RK disusun bersama NK, dan keduanya ditandatangani. Dinilai bila tercatat bahwa NK-nya tidak ada (--has-parent"
    " tidak).",
    remedy="susun NK-nya melalui TKKSD dan usulkan penandatanganannya kepada kepala daerah; bila ternyata ada, kskd update"
    " {id} --parent NK",
)
def work_plan_without_note(case: Case) -> Verdict:
    """A Rencana Kerja belongs to a Nota Kesepakatan."""
    return _parentless(case, "Nota Kesepakatan")


@rule(
    "KS108",
    Severity.WARNING,
    "Nota Kesepakatan tanpa Rencana Kerja",
    "Permendagri 22/2020 Pasal 57",
    docs=(Doc.NK,),
    schemes=SINERGI,
    stages=IN_FORCE,
    since=P22,
    applied="NK dan RK keduanya ditandatangani; diperiksa pada NK yang akan atau sedang berlaku.",
    remedy="susun RK-nya dan usulkan penandatanganannya kepada kepala daerah; yang sudah ada dicatat dengan"
    ' kskd derive-pks {id} --title "…" --signed TANGGAL',
)
def note_without_work_plan(case: Case) -> Verdict:
    """A Nota Kesepakatan comes with its Rencana Kerja."""
    if any(child.doc is Doc.RK for child in case.children):
        return None
    return Violated(f"NK ditandatangani {format_date(case.signing)}, tetapi Rencana Kerjanya tidak tercatat.")


@rule(
    "KS109",
    Severity.WARNING,
    "MoU tanpa Pernyataan Kehendak (LoI)",
    "Permendagri 25/2020 Pasal 9",
    docs=(Doc.MOU,),
    schemes=ABROAD,
    stages=ANY,
    since=P25,
    applied="KSDPL dan KSDLL lainnya melalui LoI. Dinilai bila tercatat bahwa LoI-nya tidak ada (--has-parent"
    " tidak). Penerusan kerja sama Pemerintah Pusat tidak diperiksa; selama jenis KSDLL belum tercatat, aturan ini"
    " tidak menilai.",
    remedy="bila MoU belum ditandatangani, dahului dengan LoI; bila sudah, laporkan keadaannya kepada Menteri dan minta"
    " petunjuknya; bila LoI-nya ternyata ada, kskd update {id} --parent LOI",
)
def memorandum_without_letter(case: Case) -> Verdict:
    """A memorandum follows a letter of intent, except where a national cooperation is passed on."""
    if case.parent is not None:
        return None
    if case.scheme is Scheme.KSDLL and "ksdll_kind" not in case.facts:
        return Unknown("ksdll_kind")
    if case.facts.get("ksdll_kind") == "penerusan":
        return None
    return _parentless(case, "Pernyataan Kehendak Kerja Sama (LoI)")


@rule(
    "KS110",
    Severity.WARNING,
    "MoU tanpa rencana kegiatan untuk tahun berjalan",
    "Permendagri 25/2020 Pasal 26",
    docs=(Doc.MOU,),
    schemes=ABROAD,
    stages=ACTIVE,
    since=P25,
    applied="Setiap tahun pelaksanaan mempunyai rencana kegiatan tahunan (RKT) yang berlaku; diperiksa mulai tahun"
    " sesudah penandatanganan MoU.",
    remedy="susun RKT tahun ini bersama mitra; yang sudah ada dicatat dengan"
    ' kskd derive-pks {id} --doc rkt --title "…" --signed TANGGAL',
)
def memorandum_without_plan_of_the_year(case: Case) -> Verdict:
    """A memorandum is carried out by yearly plans of activities."""
    year = case.office.as_of.year
    if case.signing.year >= year:
        return None
    for plan in case.children:
        begins = plan.starts_on or plan.signed_on
        if plan.doc is Doc.RKT and begins and begins.year <= year <= (plan.last_day or begins).year:
            return None
    return Violated(f"Rencana kegiatan tahunan untuk tahun {year} tidak tercatat.")


@rule(
    "KS111",
    Severity.WARNING,
    "Kesepakatan Bersama belum ditindaklanjuti",
    "follow-up-months",
    docs=(Doc.KB,),
    schemes=LOCAL,
    stages=ACTIVE,
    footing=Footing.SETTING,
    since=PP28,
    applied="Peraturan nasional tidak menentukan batas waktu dari KB ke PKS; kantor menetapkannya dalam bulan"
    " (kskd setting set follow-up-months N). Yang dihitung turunan yang sudah ditandatangani.",
    remedy="susun PKS bersama OPD pemrakarsa, atau bahas apakah KB masih diperlukan; yang sudah ada dicatat dengan"
    ' kskd derive-pks {id} --title "…" --signed TANGGAL',
)
def umbrella_not_followed_up(case: Case) -> Verdict:
    """An umbrella that nothing was derived from within the months that the office gives."""
    limit = case.office.follow_up_months
    if (
        any(child.signed_on for child in case.children)
        or moved(case.signing, months=limit) >= case.office.as_of
    ):
        return None
    return Violated(
        f"Ditandatangani {format_date(case.signing)}; sesudah {limit} bulan belum ada PKS yang ditandatangani."
    )


@rule(
    "KS112",
    Severity.WARNING,
    "Kesepakatan Bersama berakhir tanpa pernah ditindaklanjuti",
    {
        KSDD: ("Permendagri 22/2020 Pasal 6", "PP 28/2018 Pasal 6"),
        KSDPK: ("Permendagri 22/2020 Pasal 28", "PP 28/2018 Pasal 19"),
    },
    docs=(Doc.KB,),
    schemes=LOCAL,
    stages=EXPIRED,
    footing=Footing.INFERENCE,
    since=PP28,
    applied="Hak dan kewajiban baru ada dalam PKS; KB yang berakhir tanpa PKS tidak pernah dilaksanakan.",
    remedy="bahas dalam evaluasi mengapa tidak ada PKS sebelum KB yang serupa diusulkan; yang ternyata ada dicatat dengan"
    " kskd derive-pks {id}",
)
def umbrella_never_followed_up(case: Case) -> Verdict:
    """An umbrella that ended without anything derived from it."""
    if case.successor or any(child.signed_on for child in case.children) or case.ends_on is None:
        return None
    return Violated(f"Berakhir {format_date(case.ends_on)} tanpa satu pun PKS yang tercatat ditandatangani.")


RULES = (
    wrong_kind_of_document,
    contract_without_umbrella,
    signed_before_parent,
    parent_is_a_draft,
    partner_strange_to_parent,
    work_plan_signed_apart,
    work_plan_without_note,
    note_without_work_plan,
    memorandum_without_letter,
    memorandum_without_plan_of_the_year,
    umbrella_not_followed_up,
    umbrella_never_followed_up,
)
