"""Chapter 2: who signed, by what power, and how the paper was made."""

from collections.abc import Sequence

from kskd.domain.document.chain import ABROAD, CONTRACTS, HOME, KSDD, KSDPK, LOCAL, SINERGI, Doc
from kskd.domain.document.offices import is_head
from kskd.domain.finding import Severity
from kskd.domain.footing import Footing
from kskd.domain.values.dates import format_date
from kskd.domain.values.kinds import NO, YES
from kskd.domain.values.text import word
from kskd.rules.case import Case
from kskd.rules.laws import P22, PP28, ByKind
from kskd.rules.parts import Seat
from kskd.rules.rule import Unknown, Verdict, Violated, day_of_addendum, denied, rule

_SIGNER = Unknown("penanda tangan dari Pemda", "--signer")


def _not_the_head(office: str) -> Verdict:
    """Violated by an office that is clearly another's, unknown where its form is."""
    head = is_head(office)
    if head is None:
        return Unknown(
            f"apakah {office}, penanda tangan dari Pemda, ialah kepala daerah", "--reason … --signer"
        )
    return None if head else Violated(f"Ditandatangani {office}, bukan kepala daerah.")


_UMBRELLA: ByKind = {
    KSDD: ("Permendagri 22/2020 Pasal 10 ayat (2)", "PP 28/2018 Pasal 2"),
    KSDPK: ("Permendagri 22/2020 Pasal 33", "PP 28/2018 Pasal 13"),
    SINERGI: "Permendagri 22/2020 Pasal 57",
    (*ABROAD, Doc.LOI): "Permendagri 25/2020 Pasal 2; Permendagri 25/2020 Pasal 14 ayat (4)",
    (*ABROAD, Doc.MOU): "Permendagri 25/2020 Pasal 24 ayat (2); Permendagri 25/2020 Pasal 25 ayat (1)",
}
CONTRACT: ByKind = {
    KSDD: ("Permendagri 22/2020 Pasal 14", "PP 28/2018 Pasal 2 ayat (2)"),
    KSDPK: ("Permendagri 22/2020 Pasal 36", "PP 28/2018 Pasal 13 ayat (2)"),
}


@rule(
    "KS201",
    Severity.ERROR,
    "Naskah payung tidak ditandatangani kepala daerah",
    _UMBRELLA,
    docs=(Doc.KB, Doc.NK, Doc.LOI, Doc.MOU),
    since=PP28,
    applied="KB, NK, LoI, dan MoU ditandatangani bupati, wali kota, atau gubernur, juga penjabat atau"
    " pelaksana tugasnya, dan penandatanganannya tidak dapat dikuasakan.",
    remedy="naskahnya ditandatangani ulang oleh kepala daerah bersama mitra, atau ditegaskan dengan surat kepala daerah"
    " kepada mitra; bila salah catat, kskd update {id} --signer JABATAN --reason …",
)
def umbrella_signed_by_another(case: Case) -> Verdict:
    """An umbrella is signed by the head of the region only."""
    office = case.own.office
    if office is None:
        return _SIGNER
    return _not_the_head(office)


@rule(
    "KS202",
    Severity.ERROR,
    "Perjanjian ditandatangani tanpa surat kuasa",
    CONTRACT,
    docs=CONTRACTS,
    schemes=LOCAL,
    since=PP28,
    applied="Bila penanda tangannya bukan kepala daerah, komparisi menyebut nomor dan tanggal surat kuasa khusus"
    " kepala daerah. Dinilai bila tercatat bahwa surat kuasanya tidak ada (--has-power tidak); selama belum tercatat,"
    " kskd gaps menyebut OPD yang ditanya.",
    remedy="minta kepala daerah menegaskan penandatanganan itu secara tertulis, atau sepakati adendum yang ditandatangani"
    " kepala daerah atau kuasanya; tanggal surat kuasa tidak dimundurkan; bila surat kuasanya ternyata ada, kskd update {id}"
    " --power-of-attorney NOMOR --power-of-attorney-date TANGGAL",
)
def contract_without_power(case: Case) -> Verdict:
    """Another than the head of the region signs a contract under a power of attorney."""
    own = case.own
    if own.office is None:
        return _SIGNER
    other = _not_the_head(own.office)
    if other is None or own.power_number is not None or own.power_date is not None:
        return None
    value = case.facts.get("has_power")
    if isinstance(other, Unknown) and value != YES:
        return other
    message = f"Ditandatangani {own.office}; surat kuasa kepala daerah tercatat tidak ada."
    return Violated(message) if value == NO else None


def lacks_power(case: Case) -> bool:
    """Whether clearly another than the head signed a contract, and of his power nothing is recorded at all."""
    own = case.own
    return (
        own.office is not None
        and contract_without_power.applies(
            case.doc, case.scheme, case.status, case.signed_on, case.office.as_of
        )
        and is_head(own.office) is False
        and not (own.power_number or own.power_date or case.facts.get("has_power"))
    )


@rule(
    "KS203",
    Severity.ERROR,
    "Surat kuasa bertanggal sesudah perjanjiannya",
    CONTRACT,
    docs=CONTRACTS,
    schemes=LOCAL,
    since=PP28,
    applied="Kuasa diberikan paling lambat pada hari penandatanganan.",
    remedy="minta kepala daerah menegaskan penandatanganan itu secara tertulis, atau sepakati adendum yang ditandatangani"
    " sesudah tanggal surat kuasa; tanggal surat kuasa tidak dimundurkan; bila salah catat, kskd update {id}"
    " --power-of-attorney-date TANGGAL --reason …",
)
def power_after_signing(case: Case) -> Verdict:
    """The power is given before it is used."""
    own = case.own
    if own.power_number is None and own.power_date is None:
        return None
    if own.power_date is None:
        return Unknown("tanggal surat kuasa", "--power-of-attorney-date")
    if own.power_date <= case.signing:
        return None
    return Violated(
        f"Surat kuasa tertanggal {format_date(own.power_date)}, sesudah penandatanganan"
        f" {format_date(case.signing)}."
    )


@rule(
    "KS204",
    Severity.ERROR,
    "Surat kuasa untuk naskah payung",
    _UMBRELLA,
    docs=(Doc.KB, Doc.NK, Doc.LOI, Doc.MOU),
    since=PP28,
    applied="Kuasa hanya berlaku untuk PKS dan Kontrak, tidak untuk KB, NK, LoI, atau MoU.",
    remedy="naskahnya ditandatangani ulang oleh kepala daerah bersama mitra, atau ditegaskan dengan surat kepala daerah"
    " kepada mitra; bila salah catat, kskd update {id} --clear power-of-attorney --reason …",
)
def power_for_an_umbrella(case: Case) -> Verdict:
    """A power of attorney does not reach an umbrella."""
    number = case.own.power_number
    return Violated(f"Tercatat surat kuasa {number} pada naskah payung.") if number else None


@rule(
    "KS205",
    Severity.WARNING,
    "Tembusan surat kuasa tidak diterima Bagian",
    "Permendagri 22/2020 Pasal 14 ayat (3)",
    docs=CONTRACTS,
    schemes=KSDD,
    since=P22,
    applied="Hanya bila naskahnya ditandatangani dengan surat kuasa.",
    remedy="minta tembusannya, lalu kskd update {id} --power-copy-sent ya --reason …",
)
def power_copy_not_sent(case: Case) -> Verdict:
    """The unit for cooperation gets a copy of the power of attorney."""
    own = case.own
    if own.power_number is None and own.power_date is None and case.facts.get("has_power") != YES:
        return None
    named = f" {own.power_number}" if own.power_number else ""
    return denied(case, "power_copy_sent", f"Tembusan surat kuasa{named} tidak diterima.")


@rule(
    "KS206",
    Severity.ERROR,
    "Rencana Kerja tidak ditandatangani kepala daerah",
    "Permendagri 22/2020 Pasal 57",
    docs=(Doc.RK,),
    schemes=SINERGI,
    since=P22,
    applied="Permendagri tidak mengatur kuasa kepala daerah untuk menandatangani NK dan RK.",
    remedy="RK-nya ditandatangani ulang oleh kepala daerah bersama mitra, atau ditegaskan dengan surat kepala daerah kepada"
    " mitra; bila salah catat, kskd update {id} --signer JABATAN --reason …",
)
def work_plan_signed_by_another(case: Case) -> Verdict:
    """A Rencana Kerja is signed by the head of the region."""
    office = case.own.office
    if office is None:
        return _SIGNER
    return _not_the_head(office)


@rule(
    "KS207",
    Severity.ERROR,
    "Kesepakatan Bersama tidak ditandatangani kepala daerah mitra",
    _UMBRELLA[KSDD],
    docs=(Doc.KB,),
    schemes=KSDD,
    since=PP28,
    applied="KB KSDD ditandatangani para kepala daerah; jabatan penanda tangan setiap mitra diperiksa.",
    remedy="minta daerah mitra mengajukan naskahnya kepada kepala daerahnya untuk ditandatangani atau ditegaskan dengan"
    ' surat; bila salah catat, kskd update {id} --partner MITRA --partner-signer "JABATAN" --reason …',
)
def neighbour_signed_by_another(case: Case) -> Verdict:
    """The other region's head signs a KB too."""
    heads = [(seat, is_head(seat.office) if seat.office else None) for seat in case.partners]
    wrong = [f"{seat.name}: {seat.office}" for seat, head in heads if head is False]
    if wrong:
        return Violated(f"Penanda tangan mitra bukan kepala daerah ({'; '.join(wrong)}).")
    return unread([seat for seat, head in heads if head is None])


def unread(seats: Sequence[Seat]) -> Unknown | None:
    """That the offices of these partners' signers are not recorded, or not in a form that is known."""
    if not seats:
        return None
    silent = [one for one in seats if not one.office]
    if silent:
        what = f"penanda tangan {'; '.join(one.name or '' for one in silent)}"
    else:
        named = "; ".join(f"{one.office} ({one.name})" for one in seats)
        what = f"apakah {named} berwenang menandatangani"
    again = "" if silent else "--reason … "  # what is recorded is corrected, not filled in
    return Unknown(what, f"{again}--partner {word((silent or seats)[0].name or '')} --partner-signer")


@rule(
    "KS208",
    Severity.ERROR,
    "Tidak ada naskah berbahasa Indonesia",
    "UU 24/2009 Pasal 31",
    applied="Naskah lembaga negara wajib berbahasa Indonesia; dengan pihak asing ditulis juga dalam bahasa pihak itu"
    " dan/atau bahasa Inggris.",
    remedy="buat naskah berbahasa Indonesia; bila ternyata ada, kskd update {id} --indonesian-text ya --reason …",
)
def not_in_indonesian(case: Case) -> Verdict:
    """Bahasa Indonesia is compulsory; without a partner abroad it is taken for granted until denied."""
    if "indonesian_text" not in case.facts and case.scheme not in ABROAD:
        return None
    return denied(case, "indonesian_text", "Tercatat tidak ada naskah berbahasa Indonesia.")


@rule(
    "KS209",
    Severity.WARNING,
    "Naskah tidak bermeterai cukup",
    ("UU 10/2020 Pasal 3 ayat (2)", "UU 13/1985 Pasal 2 ayat (1)"),
    docs=(Doc.KB, *CONTRACTS),
    schemes=LOCAL,
    since=PP28,
    applied="Setiap rangkap asli bermeterai: Rp10.000 sejak 1 Januari 2021, sebelumnya menurut UU 13/1985.",
    remedy="lunasi bea meterainya, lalu kskd update {id} --stamp-duty ya --reason …",
)
def without_stamp_duty(case: Case) -> Verdict:
    """Every original bears a stamp."""
    return denied(case, "stamp_duty", "Naskah asli tercatat tidak bermeterai cukup.")


@rule(
    "KS210",
    Severity.WARNING,
    "Ditandatangani tanpa atau mendahului rekomendasi TKKSD",
    "Permendagri 22/2020 Pasal 46 ayat (2) huruf g",
    docs=(Doc.KB, Doc.NK, *CONTRACTS),
    schemes=HOME,
    since=P22,
    footing=Footing.INFERENCE,
    applied="Tugas TKKSD ialah memberi rekomendasi kepada kepala daerah sebelum penandatanganan; tanggalnya dibandingkan.",
    remedy="TKKSD menelaah naskahnya dan menyampaikan saran kepada kepala daerah, misalnya untuk adendum atau perpanjangan;"
    " tanggal rekomendasi tidak dimundurkan; bila salah catat, kskd update {id} --tkksd-recommended-on TANGGAL --reason …",
)
def signed_before_recommendation(case: Case) -> Verdict:
    """The team recommends before anything is signed."""
    day = case.day("tkksd_recommended_on")
    if day is None:
        return Unknown("tkksd_recommended_on")
    if day <= case.signing:
        return None
    return Violated(
        f"Rekomendasi TKKSD tertanggal {format_date(day)}, sesudah penandatanganan {format_date(case.signing)}."
    )


@rule(
    "KS211",
    Severity.WARNING,
    "Adendum tanpa catatan TKKSD",
    {
        KSDD: "Permendagri 22/2020 Pasal 15 ayat (3) sampai dengan ayat (5)",
        KSDPK: "Permendagri 22/2020 Pasal 37 ayat (2) sampai dengan ayat (4)",
    },
    docs=CONTRACTS,
    schemes=LOCAL,
    since=PP28,
    looks_at_today=True,
    applied="Rancangan perubahan disiapkan OPD pemrakarsa bersama TKKSD; dinilai bila tercatat bagi adendumnya"
    " (--tkksd-note).",
    remedy="minta catatan TKKSD, lalu kskd amend {id} --amendment {about} --tkksd-note ya --reason …",
)
def amended_without_the_team(case: Case) -> Verdict:
    """A change is prepared with the team too."""
    without = [one.number for one in case.changed_since(P22) if one.tkksd_note is False]
    if without:
        return Violated(f"Adendum {', '.join(map(str, without))} tercatat tanpa catatan TKKSD.", without[0])
    silent = [one.number for one in case.changed_since(P22) if one.tkksd_note is None]
    if not silent:
        return day_of_addendum(case, [one for one in case.perhaps_changed_since(P22) if not one.tkksd_note])
    return Unknown(
        f"catatan TKKSD atas adendum {', '.join(map(str, silent))}",
        f"kskd amend {case.id} --amendment {silent[0]} --tkksd-note",
    )


RULES = (
    umbrella_signed_by_another,
    contract_without_power,
    power_after_signing,
    power_for_an_umbrella,
    power_copy_not_sent,
    work_plan_signed_by_another,
    neighbour_signed_by_another,
    not_in_indonesian,
    without_stamp_duty,
    signed_before_recommendation,
    amended_without_the_team,
)
