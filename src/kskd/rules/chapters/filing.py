"""Chapter 6: originals, copies, numbers, and what the public may see."""

from kskd.domain.document.chain import ABROAD, CONTRACTS, HOME, KSDD, KSDPK, SINERGI, Doc
from kskd.domain.finding import Severity
from kskd.domain.footing import Footing
from kskd.domain.values.dates import format_date
from kskd.domain.values.kinds import NO, YES
from kskd.domain.values.text import word
from kskd.rules.case import Case
from kskd.rules.laws import P22, P25, PP28, ByKind
from kskd.rules.rule import Verdict, Violated, day_of_addendum, denied, rule

# The forms in its Lampiran have a line for the number.
NUMBERED: ByKind = {
    (*KSDD, Doc.KB): ("Permendagri 22/2020 Pasal 40 ayat (2)", "PP 28/2018 Pasal 6"),
    (*KSDD, *CONTRACTS): ("Permendagri 22/2020 Pasal 41 ayat (2)", "PP 28/2018 Pasal 6"),
    (*KSDPK, Doc.KB): ("Permendagri 22/2020 Pasal 40 ayat (2)", "PP 28/2018 Pasal 19"),
    (*KSDPK, *CONTRACTS): ("Permendagri 22/2020 Pasal 41 ayat (2)", "PP 28/2018 Pasal 19"),
    SINERGI: "Permendagri 22/2020 Pasal 42 ayat (2)",
}
_ORIGINAL: ByKind = {
    KSDD: "Permendagri 22/2020 Pasal 16 ayat (2)",
    KSDPK: "Permendagri 22/2020 Pasal 38 ayat (2)",
    SINERGI: "Permendagri 22/2020 Pasal 59 ayat (2)",
}


@rule(
    "KS601",
    Severity.WARNING,
    "Naskah asli tidak dipegang TKKSD",
    _ORIGINAL,
    schemes=HOME,
    since=P22,
    applied="TKKSD menyimpan satu naskah asli dari setiap KSDD, KSDPK, dan Sinergi. Tempat yang tercatat"
    " (--original-place) sudah berarti dipegang.",
    remedy="minta satu naskah asli kepada OPD pemrakarsa, lalu kskd update {id} --original-held ya --original-place TEMPAT --reason …",
)
def original_not_held(case: Case) -> Verdict:
    """One original stays with the team."""
    if case.original_place and case.facts.get("original_held") != NO:
        return None
    return denied(case, "original_held", "Naskah asli tercatat tidak dipegang TKKSD.")


@rule(
    "KS602",
    Severity.INFO,
    "Tempat naskah asli belum tercatat",
    _ORIGINAL,
    schemes=HOME,
    since=P22,
    footing=Footing.INFERENCE,
    applied="Naskah asli tercatat dipegang, tetapi tempatnya tidak; naskah yang tempatnya tidak tercatat sulit"
    " ditemukan kembali.",
    remedy="kskd update {id} --original-place TEMPAT",
)
def place_of_original_unknown(case: Case) -> Verdict:
    """What is held can be found."""
    if case.facts.get("original_held") != YES or case.original_place:
        return None
    return Violated("Naskah asli dipegang TKKSD, tetapi tempatnya tidak tercatat.")


@rule(
    "KS603",
    Severity.WARNING,
    "Salinan tidak dipegang Bagian",
    "Permendagri 22/2020 Pasal 10 ayat (3); Permendagri 22/2020 Pasal 14 ayat (4)",
    docs=(Doc.KB, Doc.PKS),
    schemes=KSDD,
    since=P22,
    applied="KB dan PKS KSDD dibuat sebanyak pihaknya, ditambah satu salinan bagi Biro atau Bagian.",
    remedy="minta salinannya kepada OPD pemrakarsa, lalu kskd update {id} --copy-held ya --reason …",
)
def copy_not_held(case: Case) -> Verdict:
    """The unit for cooperation gets a photocopy."""
    return denied(case, "copy_held", "Salinan tercatat tidak dipegang Bagian.")


@rule(
    "KS604",
    Severity.WARNING,
    "Nota Kesepakatan belum dikirim kepada Menteri",
    "Permendagri 22/2020 Pasal 57 ayat (3)",
    docs=(Doc.NK,),
    schemes=SINERGI,
    since=P22,
    applied="NK dan RK yang sudah ditandatangani dikirim kepada Menteri sebagai laporan.",
    remedy="kirim NK dan RK kepada Menteri, lalu kskd update {id} --sent-to-minister ya --reason …",
)
def note_not_sent(case: Case) -> Verdict:
    """A signed NK goes to the Menteri as a report."""
    return denied(case, "sent_to_minister", f"NK tanggal {format_date(case.signing)} tercatat belum dikirim.")


@rule(
    "KS605",
    Severity.WARNING,
    "Salinan LoI belum dikirim kepada Menteri",
    "Permendagri 25/2020 Pasal 14 ayat (5)",
    docs=(Doc.LOI,),
    schemes=ABROAD,
    since=P25,
    applied="Salinan LoI yang sudah ditandatangani dikirim kepada Menteri.",
    remedy="kirim salinannya kepada Menteri, lalu kskd update {id} --sent-to-minister ya --reason …",
)
def letter_not_sent(case: Case) -> Verdict:
    """A copy of a signed LoI goes to the Menteri."""
    return denied(
        case, "sent_to_minister", f"LoI tanggal {format_date(case.signing)} tercatat belum dikirim."
    )


@rule(
    "KS606",
    Severity.WARNING,
    "Naskah asli MoU tidak ada pada Menteri",
    "Permendagri 25/2020 Pasal 25 ayat (2)",
    docs=(Doc.MOU,),
    schemes=ABROAD,
    since=P25,
    applied="Naskah asli kerja sama luar negeri disimpan Menteri; daerah mendapat salinannya.",
    remedy="serahkan naskah asli kepada Menteri, lalu kskd update {id} --minister-original ya --reason …",
)
def original_not_at_ministry(case: Case) -> Verdict:
    """The original of a memorandum abroad is kept by the Menteri."""
    return denied(case, "minister_original", "Naskah asli tercatat tidak ada pada Menteri.")


@rule(
    "KS607",
    Severity.WARNING,
    "Naskah tidak tersedia bagi publik",
    "UU 14/2008 Pasal 11 ayat (1)",
    schemes=(*KSDPK, *ABROAD),
    applied="Perjanjian badan publik dengan pihak ketiga tersedia setiap saat, kecuali dikecualikan PPID setelah"
    " uji konsekuensi (Pasal 17 dan 19).",
    remedy="umumkan melalui PPID, lalu kskd update {id} --published ya --reason …; bila dikecualikan, kskd check"
    " --accept {id} KS607 --reason …",
)
def not_public(case: Case) -> Verdict:
    """Agreements of a public body with others are public."""
    return denied(case, "published", "Naskah tercatat tidak tersedia bagi publik.")


@rule(
    "KS608",
    Severity.INFO,
    "Nomor Pemda belum tercatat",
    NUMBERED,
    schemes=HOME,
    since=PP28,
    footing=Footing.INFERENCE,
    applied="Bentuk naskah dalam Lampiran menyediakan NOMOR, dan setiap pihak memberi nomornya sendiri.",
    remedy="kskd update {id} --number NOMOR",
)
def own_number_missing(case: Case) -> Verdict:
    """The form has a number."""
    if case.own.number:
        return None
    return Violated(f"Naskah tanggal {format_date(case.signing)} tanpa nomor dari Pemda.")


@rule(
    "KS609",
    Severity.INFO,
    "Nomor mitra belum tercatat",
    NUMBERED,
    schemes=HOME,
    since=PP28,
    footing=Footing.INFERENCE,
    applied="Setiap pihak memberi nomornya sendiri; mitra perseorangan tidak diperiksa.",
    remedy='kskd update {id} --partner {about} --partner-number "NOMOR"',
)
def partner_number_missing(case: Case) -> Verdict:
    """Every party numbers the document."""
    missing = [seat.name or "" for seat in case.partners if not seat.number and seat.kind != "perseorangan"]
    if not missing:
        return None
    return Violated(f"Nomor dari {'; '.join(missing)} belum tercatat.", word(missing[0]))


@rule(
    "KS610",
    Severity.WARNING,
    "Nomor Pemda tidak menurut pola kantor",
    "number-pattern",
    footing=Footing.SETTING,
    applied='Hanya bila kantor menetapkan pola (kskd setting set number-pattern "100.3.7.*/*"); * berarti teks'
    " apa pun; tanda bagi nomor urut, tahun, bulan, dan jenis naskah: kskd number next --help.",
    remedy="nomor yang sudah tertulis pada naskah tidak diubah: terima dengan kskd check --accept {id} KS610 --reason …; bila"
    " salah ketik, kskd update {id} --number NOMOR --reason …",
)
def number_off_pattern(case: Case) -> Verdict:
    """The office has a pattern for its numbers."""
    pattern, number = case.office.number_pattern, case.own.number
    if pattern is None or number is None:
        return None
    from kskd.domain.office.numbering import follows  # noqa: PLC0415 - start-up

    return None if follows(number, pattern) else Violated(f"Nomor {number} tidak menurut pola {pattern}.")


@rule(
    "KS611",
    Severity.INFO,
    "Berkas naskah belum ada",
    "scan",
    footing=Footing.SETTING,
    applied="Setiap naskah yang ditandatangani mempunyai sedikitnya satu berkas; dimatikan dengan"
    " kskd setting set scan tidak.",
    remedy="kskd update {id} --file BERKAS",
)
def no_file(case: Case) -> Verdict:
    """What was signed has been scanned."""
    if case.has_file or not case.office.scan:
        return None
    return Violated("Tidak ada berkas naskah yang tercatat.")


@rule(
    "KS612",
    Severity.INFO,
    "Nomor adendum belum tercatat",
    NUMBERED,
    schemes=HOME,
    since=PP28,
    looks_at_today=True,
    footing=Footing.INFERENCE,
    applied="Adendum diberi nomor seperti naskahnya; yang dicari nomor dari Pemda.",
    remedy="kskd amend {id} --amendment {about} --number NOMOR",
)
def addendum_number_missing(case: Case) -> Verdict:
    """An adendum is numbered as the document is."""
    missing = [one for one in case.changed_since(P22) if one.own_number is None]
    if not missing:
        return day_of_addendum(
            case, [one for one in case.perhaps_changed_since(P22) if one.own_number is None]
        )
    named = "; ".join(f"{one.number} ({one.signed.words})" for one in missing)
    return Violated(f"Adendum {named} tanpa nomor dari Pemda.", missing[0].number)


RULES = (
    original_not_held,
    place_of_original_unknown,
    copy_not_held,
    note_not_sent,
    letter_not_sent,
    original_not_at_ministry,
    not_public,
    own_number_missing,
    partner_number_missing,
    number_off_pattern,
    no_file,
    addendum_number_missing,
)
