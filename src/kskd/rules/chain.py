"""Chapter 1, first part: which document may follow which, and with whom."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kskd.domain.choices import KIND_NAMES, PartnerKind
from kskd.domain.document.chain import DOC_NAMES, SCHEME_SHORT, Doc, Scheme
from kskd.domain.field import NO, YES
from kskd.domain.finding import Footing, Severity
from kskd.domain.values.dates import format_date
from kskd.domain.values.moving import moved
from kskd.domain.values.text import word
from kskd.rules.rule import (
    ABROAD,
    ACTIVE,
    ANY,
    CONTRACTS,
    EXPIRED,
    IN_FORCE,
    KSDD,
    KSDPK,
    LOCAL,
    P22,
    P25,
    PP28,
    SINERGI,
    Unknown,
    Verdict,
    Violated,
    rule,
)

if TYPE_CHECKING:
    from kskd.rules.case import Case

_ALLOWED = {
    **dict.fromkeys(KSDD, (Doc.KB, Doc.PKS)),
    Scheme.KSDPK: (Doc.KB, Doc.PKS, Doc.KONTRAK),
    Scheme.SINERGI: (Doc.NK, Doc.RK),
    **dict.fromkeys(ABROAD, (Doc.LOI, Doc.MOU, Doc.RKT, Doc.PKS)),
}
_STAGES = {
    KSDD: "Permendagri 22/2020 Pasal 6",
    KSDPK: "Permendagri 22/2020 Pasal 28",
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
        SINERGI: "PP 28/2018 Pasal 46",
        ABROAD: "Permendagri 25/2020 Pasal 9",
    },
    stages=ANY,
    since=PP28,
    applied="KSDD memakai KB dan PKS; KSDPK KB, PKS, atau Kontrak; Sinergi NK dan RK; KSDPL dan KSDLL LoI, MoU,"
    " rencana kegiatan tahunan, dan PKS di bawah MoU. Naskah sebelum 13 Juli 2018 tetap sah sampai berakhir.",
    remedy="periksa bentuknya dengan kskd show {id}; bila salah catat, kskd update {id} --scheme BENTUK --reason …",
)
def wrong_kind_of_document(case: Case) -> Verdict:
    """The scheme decides which documents there are."""
    if case.doc in _ALLOWED[case.scheme]:
        return None
    allowed = ", ".join(DOC_NAMES[doc] for doc in _ALLOWED[case.scheme])
    return Violated(
        f"{DOC_NAMES[case.doc]} bukan naskah {SCHEME_SHORT[case.scheme]}; naskahnya ialah {allowed}."
    )


@rule(
    "KS102",
    Severity.ERROR,
    "Perjanjian tanpa Kesepakatan Bersama",
    {KSDD: "Permendagri 22/2020 Pasal 6", KSDPK: "Permendagri 22/2020 Pasal 28"},
    docs=CONTRACTS,
    schemes=LOCAL,
    stages=ANY,
    since=PP28,
    applied="PKS dan Kontrak disusun sesudah KB ditandatangani. Dinilai bila tercatat bahwa KB-nya tidak ada"
    " (--has-parent tidak). KSDPK berupa pengelolaan aset, investasi, atau pengadaan mengikuti aturan sektornya"
    " (PP 28/2018 Pasal 15) dan tidak diperiksa.",
    remedy="kskd update {id} --parent KB bila ternyata ada; bila tidak, bahas keabsahannya dalam TKKSD",
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
    _STAGES,
    docs=(*CONTRACTS, Doc.RK, Doc.RKT, Doc.MOU),
    since=PP28,
    applied="Tanggal penandatanganan turunan dibandingkan dengan tanggal penandatanganan induknya.",
    remedy="periksa kedua tanggal; kskd update {id} --signed TANGGAL --reason …",
)
def signed_before_parent(case: Case) -> Verdict:
    """What is derived is signed after, at the earliest with, its parent."""
    if case.parent is None or case.parent.signed_on is None or case.signing >= case.parent.signed_on:
        return None
    return Violated(
        f"Ditandatangani {format_date(case.signing)}, sebelum induknya {case.parent.id}"
        f" ({format_date(case.parent.signed_on)})."
    )


@rule(
    "KS104",
    Severity.WARNING,
    "Induknya masih rancangan",
    _STAGES,
    docs=(*CONTRACTS, Doc.RK, Doc.RKT, Doc.MOU),
    since=PP28,
    applied="Naskah yang sudah ditandatangani tidak boleh bersandar pada induk yang belum ditandatangani. Kedua"
    " catatan bertentangan; boleh jadi hanya tanggal penandatanganan induknya yang belum dicatat.",
    remedy="catat tanggal penandatanganan induknya: kskd update {parent} --signed TANGGAL",
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
    _STAGES,
    docs=(*CONTRACTS, Doc.RK, Doc.RKT, Doc.MOU),
    stages=ANY,
    since=PP28,
    footing=Footing.INFERENCE,
    applied="Turunan melaksanakan kesepakatan para pihak pada induknya, maka mitranya ada di antara mitra induk;"
    " boleh lebih sedikit.",
    remedy="periksa para pihak dengan kskd show {id}; kskd update {id} --drop-partner MITRA --reason …",
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
    Severity.ERROR,
    "Rencana Kerja tidak ditandatangani bersama Nota Kesepakatannya",
    "Permendagri 22/2020 Pasal 57",
    docs=(Doc.RK,),
    schemes=SINERGI,
    since=P22,
    applied="NK dan RK ditandatangani bersama-sama, jadi pada hari yang sama.",
    remedy="periksa kedua tanggal; RK tahap berikutnya disertai NK baru, atau terima temuan ini dengan"
    " kskd check --accept {id} KS106 --reason …",
)
def work_plan_signed_apart(case: Case) -> Verdict:
    """A Rencana Kerja is signed together with its Nota Kesepakatan."""
    note = case.parent
    if note is None or note.signed_on is None or note.signed_on == case.signing:
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
    applied="RK disusun dan ditandatangani bersama NK. Dinilai bila tercatat bahwa NK-nya tidak ada (--has-parent"
    " tidak).",
    remedy="kskd update {id} --parent NK bila ternyata ada; bila tidak, susun NK-nya",
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
    applied="NK ditandatangani bersama RK; diperiksa pada NK yang akan atau sedang berlaku.",
    remedy='kskd derive-pks {id} --title "…" --signed TANGGAL',
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
    remedy="kskd update {id} --parent LOI bila ternyata ada",
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
    remedy='kskd derive-pks {id} --doc rkt --title "…" --signed TANGGAL',
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
    applied="Peraturan nasional tidak memberi batas waktu dari KB ke PKS; kantor menetapkannya dalam bulan"
    " (kskd setting set follow-up-months N). Yang dihitung turunan yang sudah ditandatangani.",
    remedy='kskd derive-pks {id} --title "…" --signed TANGGAL',
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
        f"Ditandatangani {format_date(case.signing)}; lewat {limit} bulan belum ada PKS yang ditandatangani."
    )


@rule(
    "KS112",
    Severity.WARNING,
    "Kesepakatan Bersama berakhir tanpa pernah ditindaklanjuti",
    {KSDD: "Permendagri 22/2020 Pasal 6", KSDPK: "Permendagri 22/2020 Pasal 28"},
    docs=(Doc.KB,),
    schemes=LOCAL,
    stages=EXPIRED,
    footing=Footing.INFERENCE,
    since=PP28,
    applied="Hak dan kewajiban baru ada dalam PKS; KB yang berakhir tanpa PKS tidak pernah dilaksanakan.",
    remedy="catat PKS yang ada dengan kskd derive-pks {id}, atau bahas dalam evaluasi mengapa tidak ada",
)
def umbrella_never_followed_up(case: Case) -> Verdict:
    """An umbrella that ended without anything derived from it."""
    if any(child.signed_on for child in case.children) or case.ends_on is None:
        return None
    return Violated(f"Berakhir {format_date(case.ends_on)} tanpa satu pun PKS yang tercatat ditandatangani.")


_CENTRAL = frozenset({PartnerKind.KEMENTERIAN, PartnerKind.INSTANSI_VERTIKAL, PartnerKind.PERGURUAN_TINGGI})
_THIRD = frozenset(
    {
        PartnerKind.BUMN,
        PartnerKind.BUMD,
        PartnerKind.PERUSAHAAN,
        PartnerKind.KOPERASI,
        PartnerKind.PERGURUAN_TINGGI,
        PartnerKind.ORMAS,
        PartnerKind.PERSEORANGAN,
    }
)
_PARTNERS: dict[Scheme, frozenset[PartnerKind]] = {
    **dict.fromkeys(KSDD, frozenset({PartnerKind.PEMDA})),
    Scheme.KSDPK: _THIRD,
    Scheme.SINERGI: _CENTRAL,
    Scheme.KSDPL: frozenset({PartnerKind.PEMDA_LUAR_NEGERI}),
    Scheme.KSDLL: frozenset({PartnerKind.LEMBAGA_LUAR_NEGERI}),
}


@rule(
    "KS113",
    Severity.ERROR,
    "Jenis mitra tidak sesuai dengan bentuk kerja sama",
    {
        KSDD: "UU 23/2014 Pasal 363",
        KSDPK: "PP 28/2018 Pasal 14",
        SINERGI: "PP 28/2018 Pasal 46",
        (Scheme.KSDPL,): "PP 28/2018 Pasal 24",
        (Scheme.KSDLL,): "PP 28/2018 Pasal 25",
    },
    stages=ANY,
    since=PP28,
    applied="Mitra KSDD daerah lain; KSDPK perseorangan, badan usaha, atau ormas; Sinergi kementerian, LPNK, atau"
    " instansi vertikal; KSDPL pemda dan KSDLL lembaga di luar negeri. Perguruan tinggi diterima pada KSDPK dan"
    " Sinergi, sebab yang negeri dihitung sebagai pusat di sebagian daerah.",
    remedy="perbaiki jenis mitra dengan kskd partner update MITRA --kind JENIS --reason …, atau bentuknya dengan"
    " kskd update {id} --scheme BENTUK --reason …",
)
def wrong_kind_of_partner(case: Case) -> Verdict:
    """The scheme says with whom."""
    wrong = [seat for seat in case.partners if seat.kind and seat.kind not in _PARTNERS[case.scheme]]
    if wrong:
        named = "; ".join(f"{seat.name} ({KIND_NAMES[PartnerKind(seat.kind or '')]})" for seat in wrong)
        return Violated(f"{named} tidak dapat menjadi mitra {SCHEME_SHORT[case.scheme]}.")
    nameless = [seat.name or "" for seat in case.partners if seat.kind is None]
    if not nameless:
        return None
    return Unknown(f"jenis mitra {'; '.join(nameless)}", f"kskd partner update {word(nameless[0])} --kind")


_BUSINESS = frozenset({PartnerKind.PERUSAHAAN, PartnerKind.BUMN, PartnerKind.BUMD, PartnerKind.KOPERASI})
_NO_ENTITY = re.compile(r"(CV|UD|FA|FIRMA|PD)\b", re.IGNORECASE)
_ENTITY = re.compile(r"(PT|PERSERO|PERSERODA|PERUM|PERUMDA|KOPERASI)\b", re.IGNORECASE)


@rule(
    "KS114",
    Severity.WARNING,
    "Badan usaha mitra tidak berbadan hukum",
    "PP 28/2018 Pasal 14",
    schemes=KSDPK,
    stages=ANY,
    since=PP28,
    applied="Badan usaha harus berbadan hukum; ormas dan perseorangan tidak. PT, BUMN, BUMD, dan koperasi dianggap"
    " berbadan hukum, CV, UD, PD, dan firma swasta tidak, kecuali --legal-entity menyatakan lain.",
    remedy="kskd update {id} --legal-entity ya bila mitra memang berbadan hukum",
)
def partner_no_legal_entity(case: Case) -> Verdict:
    """A business that is a third party is a legal entity."""
    firms = [seat.name or "" for seat in case.partners if seat.kind in _BUSINESS]
    told = case.facts.get("legal_entity")
    if not firms or told == YES:
        return None
    if told == NO:
        return Violated(f"{'; '.join(firms)} tercatat tidak berbadan hukum.")
    private = [seat.name or "" for seat in case.partners if seat.kind == PartnerKind.PERUSAHAAN]
    suspect = [name for name in private if _NO_ENTITY.match(name)]
    if suspect:
        return Violated(f"Menurut namanya {'; '.join(suspect)} tidak berbadan hukum.")
    return Unknown("legal_entity") if any(not _ENTITY.match(name) for name in private) else None


@rule(
    "KS115",
    Severity.WARNING,
    "KSDD wajib dengan daerah yang tidak berbatasan",
    "UU 23/2014 Pasal 364",
    docs=(Doc.KB,),
    schemes=(Scheme.KSDD_WAJIB,),
    stages=ANY,
    since=PP28,
    applied="KSDD wajib ialah antara daerah yang berbatasan; selain itu kerja samanya sukarela.",
    remedy="kskd update {id} --scheme ksdd-sukarela --reason …",
)
def compulsory_without_border(case: Case) -> Verdict:
    """Compulsory cooperation is between regions that share a border."""
    if "bordering" not in case.facts:
        return Unknown("bordering")
    names = "; ".join(seat.name or "" for seat in case.partners)
    message = f"Tidak semua mitra ({names}) berbatasan langsung."
    return Violated(message) if case.facts["bordering"] == NO else None


@rule(
    "KS116",
    Severity.WARNING,
    "Urusan di luar kewenangan kabupaten/kota",
    "UU 23/2014 Pasal 14",
    schemes=LOCAL,
    stages=ANY,
    since=PP28,
    applied="Kehutanan (3.28) dan energi dan sumber daya mineral (3.29) terbagi antara pusat dan provinsi; bagi"
    " kabupaten/kota tersisa taman hutan raya dan pemanfaatan langsung panas bumi. Tidak berlaku bagi provinsi.",
    remedy="periksa objeknya; bila tahura atau panas bumi langsung, kskd check --accept {id} KS116 --reason …",
)
def affair_of_another_level(case: Case) -> Verdict:
    """Two affairs are split between centre and province."""
    if case.office.level == "provinsi":
        return None
    outside = [code for code in case.affairs if code in {"3.28", "3.29"}]
    return Violated(f"Urusan {', '.join(outside)} bukan kewenangan {case.office.level}.") if outside else None


@rule(
    "KS117",
    Severity.ERROR,
    "Tidak ada hubungan diplomatik dengan negara mitra",
    "PP 28/2018 Pasal 27",
    docs=(Doc.LOI, Doc.MOU),
    schemes=ABROAD,
    stages=ANY,
    since=PP28,
    applied="Kerja sama dengan pihak luar negeri memerlukan hubungan diplomatik; diperiksa pada LoI dan MoU.",
    remedy="hentikan prosesnya, atau koreksi: kskd update {id} --diplomatic-relations ya --reason …",
)
def no_diplomatic_relations(case: Case) -> Verdict:
    """There is no cooperation with a country without diplomatic relations."""
    value = case.facts.get("diplomatic_relations")
    if value is None:
        return Unknown("diplomatic_relations")
    return Violated("Negara mitra tercatat tidak mempunyai hubungan diplomatik.") if value == NO else None


@rule(
    "KS118",
    Severity.WARNING,
    "Naskah yang masih berlaku di bawah induk yang sudah berakhir",
    _STAGES,
    docs=(*CONTRACTS, Doc.RK, Doc.RKT),
    stages=ACTIVE,
    since=PP28,
    footing=Footing.INFERENCE,
    applied="Pada tanggal pemeriksaan naskahnya berlaku sedangkan induknya sudah lewat tanggal akhirnya, atau sudah"
    " diakhiri lebih awal.",
    remedy="perpanjang induknya: kskd extend {parent}, lalu kskd update {id} --parent PENERUS --reason …; atau akhiri"
    " turunannya: kskd end {id} --on TANGGAL --ground DASAR",
)
def in_force_under_an_ended_parent(case: Case) -> Verdict:
    """What is derived runs on although its parent has ended."""
    parent = case.parent
    if parent is None or parent.last_day is None or parent.last_day >= case.office.as_of:
        return None
    return Violated(
        f"Masih berlaku, sedangkan induknya {parent.id} {parent.how_ended} {format_date(parent.last_day)}."
    )


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
    wrong_kind_of_partner,
    partner_no_legal_entity,
    compulsory_without_border,
    affair_of_another_level,
    no_diplomatic_relations,
    in_force_under_an_ended_parent,
)
