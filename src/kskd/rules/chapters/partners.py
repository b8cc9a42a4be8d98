"""Chapter 1, second part: with whom a document may be made, and under what it may go on."""

import re

from kskd.domain.choices import KIND_NAMES, PartnerKind
from kskd.domain.document.chain import (
    ABROAD,
    CONTRACTS,
    DERIVED,
    DOC_NAMES,
    KSDD,
    KSDPK,
    LOCAL,
    SCHEME_SHORT,
    SINERGI,
    Doc,
    Scheme,
    children_of,
)
from kskd.domain.finding import Severity
from kskd.domain.footing import Footing
from kskd.domain.values.dates import format_date
from kskd.domain.values.kinds import NO, YES
from kskd.domain.values.text import word
from kskd.rules.case import Case
from kskd.rules.chapters.chain import ALLOWED, STAGES
from kskd.rules.laws import PP28
from kskd.rules.rule import Unknown, Verdict, Violated, rule
from kskd.rules.status_groups import ACTIVE, ANY

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
    remedy="tuangkan kerja sama itu dalam bentuk yang sesuai dengan mitranya; bila salah catat, perbaiki jenis mitra dengan kskd partner update MITRA --kind JENIS --reason …, atau bentuknya dengan"
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


# Only what cannot be anything else: "PD" is a Perusahaan Daerah as well, and "Fa" opens many a name.
_NO_ENTITY = re.compile(r"(?:CV|UD|FIRMA)\b", re.IGNORECASE)


_ENTITY = re.compile(r"(PT|PERSERO|PERSERODA|PERUM|PERUMDA|KOPERASI)\b", re.IGNORECASE)


@rule(
    "KS114",
    Severity.WARNING,
    "Badan usaha mitra tidak berbadan hukum",
    "PP 28/2018 Pasal 14",
    schemes=KSDPK,
    stages=ANY,
    since=PP28,
    applied="Badan usaha harus berbadan hukum; ormas dan perseorangan tidak. PT, BUMN, BUMD (juga yang bernama PD,"
    " Perusahaan Daerah), dan koperasi dianggap berbadan hukum. Dinilai bila tercatat bahwa mitra tidak berbadan hukum"
    " (--legal-entity tidak); nama CV, UD, atau firma hanya menjadi keterangan.",
    remedy="minta akta dan pengesahan badan hukum mitra; bila memang tidak berbadan hukum, TKKSD meninjau kelanjutannya;"
    " bila berbadan hukum, kskd update {id} --legal-entity ya --reason …",
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
        return Unknown(
            f"status badan hukum {'; '.join(suspect)}, yang menurut namanya bukan badan hukum,",
            "--legal-entity",
        )
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
    applied="KSDD wajib diadakan antara daerah yang berbatasan; selain itu kerja samanya sukarela.",
    remedy="bila memang tidak berbatasan, kerja samanya sukarela: kskd update {id} --scheme ksdd-sukarela --reason …; bila"
    " salah catat, kskd update {id} --bordering ya --reason …",
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
    remedy="keluarkan urusan itu dari naskah, atau serahkan objeknya kepada provinsi; bila objeknya taman hutan raya atau"
    " panas bumi langsung, kskd check --accept {id} KS116 --reason …",
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
    remedy="naskah yang belum ditandatangani tidak diteruskan; yang sudah ditandatangani dilaporkan kepada Menteri"
    " dan, bila masih berlaku, diakhiri bersama mitra (kskd end {id} --on TANGGAL --ground kesepakatan); bila salah catat, kskd update {id}"
    " --diplomatic-relations ya --reason …",
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
    STAGES,
    docs=(*CONTRACTS, Doc.RK, Doc.RKT),
    stages=ACTIVE,
    since=PP28,
    footing=Footing.INFERENCE,
    applied="Pada tanggal pemeriksaan naskahnya masih berlaku, sedangkan masa berlaku induknya sudah lewat atau induknya"
    " sudah diakhiri lebih awal.",
    remedy="perpanjang induknya: kskd extend {parent}, yang turunannya tetap di bawahnya; atau akhiri turunannya: kskd end"
    " {id} --on TANGGAL --ground DASAR",
)
def in_force_under_an_ended_parent(case: Case) -> Verdict:
    """What is derived runs on although its parent has ended."""
    parent = case.parent
    if parent is None or parent.last_day is None or parent.last_day >= case.office.as_of:
        return None
    return Violated(
        f"Masih berlaku, sedangkan induknya {parent.id} {parent.how_ended} {format_date(parent.last_day)}."
    )


@rule(
    "KS119",
    Severity.ERROR,
    "Naskah di bawah induk yang tidak mendahuluinya menurut peraturan",
    STAGES,
    docs=(*DERIVED, Doc.MOU),
    stages=ANY,
    since=PP28,
    applied="Menurut tahapnya PKS dan Kontrak berada di bawah KB, RK di bawah NK, MoU di bawah LoI, RKT dan PKS luar negeri di"
    " bawah MoU. Naskah yang memang bukan naskah bentuk kerja samanya disebut KS101, tidak di sini; induk dari sebelum 13 Juli"
    " 2018 boleh lebih bebas.",
    remedy="bahas dalam TKKSD, dan dahului atau susul dengan induk yang ditentukan peraturan; bila salah catat, kskd update"
    " {id} --parent INDUK --reason …",
)
def under_a_strange_parent(case: Case) -> Verdict:
    """Which document comes from which."""
    parent = case.parent
    if parent is None or case.doc not in ALLOWED[case.scheme]:
        return None
    if any(case.doc in children_of(one.doc, one.signed_on) for one in case.parents):
        return None
    name = f"{DOC_NAMES[case.doc]} di bawah {DOC_NAMES[parent.doc]} ({parent.id})"
    return Violated(f"{name}, padahal bukan naskah itu yang mendahuluinya.")


RULES = (
    wrong_kind_of_partner,
    partner_no_legal_entity,
    compulsory_without_border,
    affair_of_another_level,
    no_diplomatic_relations,
    in_force_under_an_ended_parent,
    under_a_strange_parent,
)
