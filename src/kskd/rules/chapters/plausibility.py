"""Chapter 7, what is hardly to be believed: figures, states, files and days that contradict each other."""

from kskd.domain.document.chain import ABROAD, KSDD, KSDPK, SINERGI
from kskd.domain.evaluation import all_reached, disproportion
from kskd.domain.finding import Severity
from kskd.domain.footing import Footing
from kskd.domain.implementation import IDLE, Implementation
from kskd.domain.values.dates import format_date
from kskd.domain.values.kinds import YES
from kskd.domain.values.numbers import format_number
from kskd.domain.values.period import Period
from kskd.domain.values.text import word
from kskd.rules.case import Case
from kskd.rules.laws import ByKind
from kskd.rules.rule import Verdict, Violated, rule
from kskd.rules.status_groups import ANY

_REPORTED: ByKind = {
    KSDD: "Permendagri 22/2020 Pasal 17 ayat (1)",
    KSDPK: "Permendagri 22/2020 Pasal 39 ayat (1)",
    SINERGI: "Permendagri 22/2020 Pasal 60 ayat (1)",
    ABROAD: "Permendagri 25/2020 Pasal 37",
}


@rule(
    "KS711",
    Severity.WARNING,
    "Realisasi jauh dari targetnya",
    _REPORTED,
    footing=Footing.INFERENCE,
    applied="Realisasi sepuluh kali target atau lebih, atau seperseratusnya atau kurang, lebih sering salah titik atau salah"
    " satuan; batas itu dari kskd, bukan dari peraturan. Realisasi 0 dan target 0 tidak diperiksa.",
    remedy="bila memang demikian, kskd check --accept {id} KS711 --reason …; bila salah catat, kskd evaluate {id} --period PERIODE"
    " --realisation {about}=NILAI --reason …, atau kskd target update {id} {about} --value NILAI --reason …",
)
def realised_out_of_proportion(case: Case) -> Verdict:
    """What was reached bears some proportion to what was promised."""
    targets = {one.number: one for one in case.targets}
    wrong = [
        (one, targets[one.target], percent)
        for one in case.realisations
        if (percent := disproportion(targets[one.target], one.value)) is not None
    ]
    if not wrong:
        return None
    named = "; ".join(
        f"{target.number} ({target.indicator}) {one.period}: {format_number(one.value)}, yaitu"
        f" {format_number(percent, 1)}% dari {format_number(target.value or 0)}"
        for one, target, percent in wrong
    )
    return Violated(f"Realisasi target {named}.", wrong[0][1].number)


@rule(
    "KS712",
    Severity.WARNING,
    "Belum dilaksanakan, padahal semua target tercapai",
    _REPORTED,
    footing=Footing.INFERENCE,
    applied="Evaluasi terakhir menyebut belum atau tidak dilaksanakan, sedangkan realisasi setiap target yang bernilai sudah"
    " mencapainya sampai akhir periode itu. Tidak diperiksa bila realisasi sebuah target belum tercatat.",
    remedy="tanyakan kepada OPD mana yang benar, lalu kskd evaluate {id} --period {last} --implementation KEADAAN --reason …; bila"
    " keduanya benar, kskd check --accept {id} KS712 --reason …",
)
def idle_with_all_reached(case: Case) -> Verdict:
    """What was not carried out reaches nothing."""
    if not case.reports or case.reports[-1].implementation not in IDLE:
        return None
    last = case.reports[-1]
    if not all_reached(case.targets, case.realisations, Period.parse(last.period)):
        return None
    words = Implementation(last.implementation or "").label.lower()
    return Violated(f"Evaluasi {last.period} menyebut {words}, padahal semua target tercapai.")


@rule(
    "KS713",
    Severity.WARNING,
    "Berkas yang sama pada beberapa naskah",
    "scan",
    stages=ANY,
    footing=Footing.SETTING,
    applied="Isi berkas yang ditautkan sama, byte demi byte, dengan berkas naskah lain yang tidak dibatalkan; pindaian yang salah"
    " tautan sering tampak di sini. Dimatikan dengan kskd setting set scan tidak.",
    remedy="bila satu berkas memang memuat kedua naskah, kskd check --accept {id} KS713 --reason …; bila salah tautan, kskd attach"
    " {id} --drop {about} --reason …",
)
def file_of_another_too(case: Case) -> Verdict:
    """A scan shows one document."""
    if not case.shared_files or not case.office.scan:
        return None
    named = "; ".join(f"{one.path} juga pada {one.agreement}" for one in case.shared_files)
    return Violated(f"Berkas {named}.", word(case.shared_files[0].path))


@rule(
    "KS714",
    Severity.WARNING,
    "Tanggal lapor yang tidak mungkin",
    _REPORTED,
    footing=Footing.INFERENCE,
    applied="Tanggal lapor mendahului awal periodenya, penandatanganan naskahnya, atau hari lembar desk evaluasi periode itu dibuat"
    " (bila laporannya masuk lewat desk).",
    remedy="periksa tanggal pada laporannya, lalu kskd evaluate {id} --period {about} --reported-on TANGGAL --reason …",
)
def reported_too_early(case: Case) -> Verdict:
    """Nobody reports on what has not begun."""
    for one in case.reports:
        if one.reported_on is None:
            continue
        for first, what in (
            (one.begins, "mendahului awal periodenya"),
            (case.signing, "mendahului penandatanganannya"),
            (one.sheet_sent_on, "mendahului hari lembar desk dibuat"),
        ):
            if first is not None and one.reported_on < first:
                said = f"Evaluasi {one.period} dilaporkan {format_date(one.reported_on)}, {what}"
                return Violated(f"{said} ({format_date(first)}).", one.period)
    return None


@rule(
    "KS715",
    Severity.WARNING,
    "Naskah pokok belum ditemukan",
    "scan",
    stages=ANY,
    looks_at_today=True,
    footing=Footing.SETTING,
    applied="Yang ada hanya adendumnya (kskd amend --no-document); naskah pokoknya tercatat belum ditemukan"
    " (--paper-missing ya).",
    remedy="minta naskah pokoknya kepada OPD dan mitra; bila ditemukan, kskd update {id} --paper-missing tidak --reason …;"
    " bila naskah pokoknya ternyata sudah tercatat tersendiri, pindahkan adendumnya ke naskah itu dengan pilihan"
    " --take {id} dari perintah amend",
)
def paper_is_missing(case: Case) -> Verdict:
    """An adendum without the document that it changes."""
    return (
        Violated("Naskah pokok dari adendum ini belum ditemukan.")
        if case.facts.get("paper_missing") == YES
        else None
    )


RULES = (
    realised_out_of_proportion,
    idle_with_all_reached,
    file_of_another_too,
    reported_too_early,
    paper_is_missing,
)
