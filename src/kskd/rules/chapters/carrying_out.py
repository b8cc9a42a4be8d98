"""Chapter 5, second part: what came of a cooperation: its proceeds and its disputes."""

from kskd.domain.document.chain import CONTRACTS, KSDD, KSDPK, LOCAL, Doc
from kskd.domain.document.facts import FACTS
from kskd.domain.finding import Severity
from kskd.domain.implementation import Implementation
from kskd.rules.case import Case
from kskd.rules.laws import P22, PP28
from kskd.rules.rule import Unknown, Verdict, Violated, denied, lacking, rule

_RECORDED = {
    "uang": ("proceeds_paid",),
    "barang": ("proceeds_recorded",),
    "uang-barang": ("proceeds_paid", "proceeds_recorded"),
}
_DONE = frozenset({Implementation.PENUH, Implementation.SEBAGIAN})
_DISPUTED = (Doc.KB, *CONTRACTS)
_HIGHER = frozenset({"tkksd-provinsi", "gubernur", "menteri"})
_OF_ONE_PROVINCE = frozenset({"tkksd-provinsi", "gubernur"})


@rule(
    "KS512",
    Severity.ERROR,
    "Hasil kerja sama tidak masuk ke kas atau aset daerah",
    "PP 28/2018 Pasal 20",
    docs=CONTRACTS,
    schemes=KSDPK,
    since=PP28,
    applied="Hasil berupa uang disetor ke kas daerah sebagai pendapatan, dan yang berupa barang dicatat sebagai aset daerah;"
    " bentuk hasilnya dicatat dengan --proceeds, dan baru ditanyakan bila suatu evaluasi menyebut naskahnya dilaksanakan.",
    remedy="setorkan uangnya ke kas daerah dan catat barangnya sebagai aset daerah bersama pengelola keuangan dan aset; bila"
    " ternyata sudah, kskd update {id} --proceeds-paid ya --proceeds-recorded ya --reason …",
)
def proceeds_kept_outside(case: Case) -> Verdict:
    """Money goes to the region's treasury, goods among its assets."""
    form = case.facts.get("proceeds")
    if form is None:
        return Unknown("proceeds") if any(one.implementation in _DONE for one in case.reports) else None
    return lacking(case, _RECORDED.get(form, ()))


def _step(case: Case) -> str | None:
    """The last step taken in a dispute; where none is recorded there was none, as far as is known."""
    step = case.facts.get("dispute")
    return None if step == "tidak-ada" else step


@rule(
    "KS513",
    Severity.WARNING,
    "Perselisihan tanpa berita acara musyawarah",
    "Permendagri 22/2020 Pasal 18",
    docs=_DISPUTED,
    schemes=KSDD,
    since=P22,
    applied="Perselisihan KSDD diselesaikan dengan musyawarah, yang dicatat dalam berita acara, sebelum langkah lain. Dinilai"
    " bila langkah perselisihannya tercatat (--dispute).",
    remedy="adakan musyawarah atau susun berita acaranya bersama daerah mitra; bila ternyata ada, kskd update {id}"
    " --dispute-minutes ya --reason …",
)
def dispute_without_minutes(case: Case) -> Verdict:
    """Whoever disagrees deliberates first, and writes down what came of it."""
    if _step(case) is None:
        return None
    return denied(case, "dispute_minutes", "Berita acara musyawarah atas perselisihan tercatat tidak ada.")


@rule(
    "KS514",
    Severity.WARNING,
    "Langkah penyelesaian perselisihan yang bukan jalannya",
    {
        KSDD: "Permendagri 22/2020 Pasal 18; Permendagri 22/2020 Pasal 19; Permendagri 22/2020 Pasal 20;"
        " Permendagri 22/2020 Pasal 21",
        KSDPK: "PP 28/2018 Pasal 21",
    },
    docs=_DISPUTED,
    schemes=LOCAL,
    since=PP28,
    applied="KSDD: musyawarah; antardaerah dalam satu provinsi TKKSD provinsi, lalu Gubernur meminta keputusan Menteri; antarprovinsi"
    " Menteri. KSDPK: musyawarah, lalu menurut perjanjiannya. Dinilai bila langkahnya tercatat (--dispute).",
    remedy="tempuh jalan yang ditentukan peraturan bersama mitra, dengan saran TKKSD; bila salah catat, kskd update {id}"
    " --dispute LANGKAH --reason …",
)
def dispute_on_a_strange_way(case: Case) -> Verdict:
    """Where a dispute goes is decided by who the parties are."""
    step = _step(case)
    if step is None:
        return None
    message = f"Perselisihan tercatat sampai langkah {FACTS['dispute'].word(step)}"
    if case.scheme in KSDPK:
        return Violated(f"{message}, yang bukan jalan bagi KSDPK.") if step in _HIGHER else None
    if step == "menurut-perjanjian":
        return Violated(f"{message}, yang bukan jalan bagi KSDD.")
    if step not in _OF_ONE_PROVINCE:
        return None
    return denied(case, "same_province", f"{message}, sedangkan para pihak dari provinsi yang berbeda.")


@rule(
    "KS515",
    Severity.WARNING,
    "Hasil perselisihan tidak dilaporkan kepada kepala daerah",
    "Permendagri 22/2020 Pasal 18 ayat (3) dan ayat (4)",
    docs=_DISPUTED,
    schemes=KSDD,
    since=P22,
    applied="Perangkat Daerah melaporkan hasilnya kepada kepala daerah, disertai berita acara. Dinilai bila langkah"
    " perselisihannya tercatat (--dispute).",
    remedy="sampaikan laporan itu dengan berita acaranya, lalu kskd update {id} --dispute-reported ya --reason …",
)
def dispute_not_reported(case: Case) -> Verdict:
    """What came of a dispute is told to the head of the region."""
    if _step(case) is None:
        return None
    return denied(case, "dispute_reported", "Hasil perselisihan tercatat tidak dilaporkan.")


RULES = (
    proceeds_kept_outside,
    dispute_without_minutes,
    dispute_on_a_strange_way,
    dispute_not_reported,
)
