"""Chapter 3: how long a document runs, beside its parent, its predecessor and its successor."""

from datetime import date
from itertools import islice

from kskd.domain.document.chain import ABROAD, CONTRACTS, FOLLOWED, KSDD, KSDPK, LOCAL, SINERGI, Doc
from kskd.domain.document.ends import EndKind
from kskd.domain.finding import Severity
from kskd.domain.footing import Footing
from kskd.domain.values.dates import format_date
from kskd.domain.values.durations import ends_from
from kskd.domain.values.moving import moved
from kskd.rules.case import Case
from kskd.rules.chapters.chain import STAGES
from kskd.rules.decided import decision
from kskd.rules.laws import P22, P25, PP28
from kskd.rules.rule import Unknown, Verdict, Violated, rule
from kskd.rules.status_groups import ACTIVE, IN_FORCE

_END = Unknown("tanggal akhir", "--ends")


def _longer_than(case: Case, years: int, *, start: date | None = None, counted: str = "Berlaku") -> Verdict:
    """Violated by an end more than so many years after the start, or by none at all.

    Beside a condition the first end counts, and each renewal by itself as an extension does.
    """
    if case.end_kind == EndKind.OPEN:
        return Violated(f"Berlaku tanpa batas waktu, padahal paling lama {years} tahun.")
    end, start = case.ends_on or case.first_end, start or case.begins
    if end is None:
        return _END
    if end > moved(start, years=years):
        which = "" if case.ends_on else "akhir pertama "
        return Violated(
            f"{counted} {format_date(start)} s.d. {which}{format_date(end)}, lebih dari {years} tahun."
        )
    every = case.facts.get("renews_every")
    if every is not None and case.first_end and _renewed(end, every) > moved(end, years=years):
        return Violated(f"Diperpanjang otomatis tiap {every}, lebih dari {years} tahun.")
    return None


def _renewed(end: date, every: str) -> date:
    return next(islice(ends_from(end, every), 1, None), date.max)


def _extended_from(case: Case) -> date | None:
    """The end that the last adendum on the term put off, from which the years of an extension count."""
    ends = [one.last_day for one in case.addendums if "term" in one.changed and one.last_day]
    return max((day for day in ends if case.ends_on and day < case.ends_on), default=None)


@rule(
    "KS301",
    Severity.ERROR,
    "Kesepakatan Bersama lebih dari 5 tahun",
    {KSDD: "Permendagri 22/2020 Pasal 9 ayat (3)", KSDPK: "Permendagri 22/2020 Pasal 32 ayat (3)"},
    docs=(Doc.KB,),
    schemes=LOCAL,
    since=P22,
    applied="Dihitung dari tanggal mulai; hari yang sama lima tahun kemudian masih diterima. KB yang diperpanjang dengan"
    " adendum dihitung dari akhirnya yang lama, sebab KB dapat diperpanjang. Tanpa batas waktu berarti lebih dari 5"
    " tahun. Tidak berlaku bagi KB sebelum 14 April 2020.",
    remedy='sepakati jangka waktu paling lama 5 tahun dengan adendum (kskd amend {id} --signed TANGGAL --what "…" --ends'
    " TANGGAL); bila salah catat, kskd update {id} --ends TANGGAL --reason …",
)
def umbrella_too_long(case: Case) -> Verdict:
    """A KB runs five years at most, and so does each extension."""
    return _longer_than(case, 5, start=_extended_from(case))


@rule(
    "KS302",
    Severity.ERROR,
    "Kerja sama luar negeri lebih dari 5 tahun",
    "Permendagri 25/2020 Pasal 32",
    docs=(Doc.MOU,),
    schemes=ABROAD,
    since=P25,
    applied="MoU KSDPL dan KSDLL paling lama 5 tahun dan dapat diperpanjang; perpanjangan dengan adendum dihitung dari"
    " akhirnya yang lama.",
    remedy="sepakati jangka waktu paling lama 5 tahun menurut klausul amandemennya, atas persetujuan para pihak (kskd amend"
    ' {id} --signed TANGGAL --what "…" --ends TANGGAL); bila salah catat, kskd update {id} --ends TANGGAL --reason …',
)
def memorandum_too_long(case: Case) -> Verdict:
    """Cooperation abroad runs five years at most, and so does each extension."""
    return _longer_than(case, 5, start=_extended_from(case))


@rule(
    "KS303",
    Severity.ERROR,
    "Pernyataan Kehendak lebih dari 1 tahun",
    "Permendagri 25/2020 Pasal 13 ayat (3)",
    docs=(Doc.LOI,),
    schemes=ABROAD,
    since=P25,
    applied="LoI berlaku paling lama 1 tahun sejak ditandatangani; setahun itu dihitung dari tanggal penandatanganan,"
    " juga bila naskahnya menyebut tanggal mulai yang lain.",
    remedy="anggap LoI berakhir setahun sejak ditandatangani, dan susun MoU atau LoI baru sebelum itu; LoI tidak diberi"
    " adendum; bila salah catat, kskd update {id} --ends TANGGAL --reason …",
)
def letter_too_long(case: Case) -> Verdict:
    """A letter of intent runs one year at most from its signing, whatever start the paper names."""
    return _longer_than(case, 1, start=case.signing, counted="Berlaku sejak ditandatangani")


@rule(
    "KS304",
    Severity.WARNING,
    "Jangka waktu melampaui batas kantor",
    "term-max-years",
    docs=(*CONTRACTS, Doc.NK, Doc.RK),
    schemes=(*LOCAL, *SINERGI),
    since=PP28,
    footing=Footing.SETTING,
    applied="Peraturan tidak membatasi jangka waktu PKS dan NK; kantor membatasinya dengan pengaturan ini. KSDPK berupa"
    " pengelolaan aset atau investasi mengikuti aturan sektornya; selama jenis KSDPK belum tercatat, yang"
    " melampaui batas tidak dinilai.",
    remedy='sepakati jangka waktu yang lebih pendek dengan adendum (kskd amend {id} --signed TANGGAL --what "…" --ends'
    " TANGGAL), atau catat dasarnya dengan kskd check --accept {id} KS304 --reason …; bila menyangkut aset daerah, kskd update"
    " {id} --ksdpk-kind aset",
)
def longer_than_the_office_allows(case: Case) -> Verdict:
    """The law gives a PKS no longest term; the office does."""
    years = case.office.term_max_years
    if (case.ends_on or case.first_end) is None or _longer_than(case, years) is None:
        return None
    if case.scheme in KSDPK:
        kind = case.facts.get("ksdpk_kind")
        if kind is None:
            return Unknown("ksdpk_kind")
        if kind in {"aset", "investasi"}:
            return None
    return _longer_than(case, years)


_ASSET_YEARS = {"ksp": 30, "ksp-infrastruktur": 50, "bgs-bsg": 30}


@rule(
    "KS305",
    Severity.WARNING,
    "Pemanfaatan aset melampaui batas waktunya",
    "PP 27/2014 Pasal 29; PP 27/2014 Pasal 33; PP 27/2014 Pasal 36",
    docs=CONTRACTS,
    schemes=KSDPK,
    since=PP28,
    applied="Hanya KSDPK pengelolaan aset: kerja sama pemanfaatan paling lama 30 tahun (infrastruktur 50), bangun"
    " guna serah 30; sewa mempunyai aturannya sendiri. Perubahan oleh PP 28/2020 belum diperiksa.",
    remedy='sepakati jangka waktu menurut batasnya dengan adendum (kskd amend {id} --signed TANGGAL --what "…" --ends'
    " TANGGAL); bila salah catat, kskd update {id} --asset-form BENTUK --reason …",
)
def assets_let_too_long(case: Case) -> Verdict:
    """Regional assets are given into use for a limited time."""
    if case.facts.get("ksdpk_kind") != "aset":
        return None
    form = case.facts.get("asset_form")
    if form is None:
        return Unknown("asset_form")
    return _longer_than(case, _ASSET_YEARS[form]) if form in _ASSET_YEARS else None


@rule(
    "KS306",
    Severity.WARNING,
    "Ditandatangani di luar masa berlaku induknya",
    STAGES,
    docs=(*CONTRACTS, Doc.RK, Doc.RKT, Doc.MOU),
    since=PP28,
    footing=Footing.INFERENCE,
    applied="Peraturan tidak mengatur hal ini; turunan yang ditandatangani sesudah induknya berakhir tidak lagi mempunyai dasar.",
    remedy="bahas kelanjutannya dalam TKKSD dan perpanjang induknya: kskd extend {parent}, yang turunannya tetap di bawahnya;"
    " bila salah catat, kskd update {id} --signed TANGGAL --reason …",
)
def signed_after_parent_ended(case: Case) -> Verdict:
    """What is derived is signed while its parent is in force."""
    parent = case.parent
    if parent is None or parent.last_day is None or case.signing <= parent.last_day:
        return None
    return Violated(
        f"Ditandatangani {format_date(case.signing)}, sesudah induknya {parent.id} {parent.how_ended}"
        f" {format_date(parent.last_day)}."
    )


@rule(
    "KS307",
    Severity.WARNING,
    "Berakhir sesudah induknya",
    STAGES,
    docs=(*CONTRACTS, Doc.RK, Doc.RKT),
    stages=IN_FORCE,
    since=PP28,
    footing=Footing.INFERENCE,
    applied="Peraturan tidak mengatur hal ini; turunan yang berlaku lebih lama akan kehilangan dasarnya. Diperiksa selama"
    " induknya belum berakhir; sesudahnya KS118.",
    remedy="rencanakan perpanjangan induknya sebelum berakhir: kskd extend {parent}",
)
def outlives_its_parent(case: Case) -> Verdict:
    """What is derived ends no later than its parent."""
    parent, last = case.parent, case.last_day
    if parent is None or parent.last_day is None or parent.last_day < case.office.as_of:
        return None
    if last is None and case.end_kind == EndKind.OPEN:
        return Violated(
            f"Tanpa batas waktu, sedangkan induknya {parent.id} {parent.how_ended} {format_date(parent.last_day)}."
        )
    last = last or case.first_end
    if last is None:
        return None if case.end_kind else _END
    if last <= parent.last_day:
        return None
    return Violated(
        f"Berakhir {format_date(last)}, sesudah induknya {parent.id} ({format_date(parent.last_day)})."
    )


@rule(
    "KS308",
    Severity.WARNING,
    "Perjanjian tanpa batas waktu",
    {
        KSDD: "Permendagri 22/2020 Pasal 41",
        KSDPK: "UU 23/2014 Pasal 366 ayat (2)",
        SINERGI: "Permendagri 22/2020 Pasal 42",
    },
    docs=(*CONTRACTS, Doc.NK),
    schemes=(*LOCAL, *SINERGI),
    stages=IN_FORCE,
    since=PP28,
    footing=Footing.INFERENCE,
    applied="Jangka waktu ialah isi yang wajib; naskah tanpa batas waktu tidak pernah ditinjau kembali karena masa berlakunya"
    " habis.",
    remedy='sepakati tanggal akhirnya, lalu kskd amend {id} --signed TANGGAL --what "…" --ends TANGGAL',
)
def open_ended(case: Case) -> Verdict:
    """A term is part of the least content."""
    if case.end_kind == EndKind.OPEN:
        return Violated(f"Berlaku sejak {format_date(case.begins)} tanpa batas waktu.")
    return None if case.end_kind else _END


@rule(
    "KS309",
    Severity.INFO,
    "Segera berakhir dan belum ada penerusnya",
    "soon-days",
    stages=ACTIVE,
    footing=Footing.SETTING,
    applied="Sisa masa berlakunya tidak lebih dari jumlah hari dalam pengaturan ini; LoI dan RKT tidak diperiksa,"
    " sebab diteruskan naskah lain, begitu pula yang keputusannya sudah tercatat (--decision).",
    remedy="putuskan diperpanjang atau tidak (kskd update {id} --decision KEPUTUSAN --decision-on TANGGAL); penerusnya"
    " dicatat dengan kskd extend {id}",
)
def ends_soon(case: Case) -> Verdict:
    """What ends soon and has no successor."""
    if case.ends_on is None or case.ended_on or case.successor or case.doc in FOLLOWED or decision(case):
        return None
    left = (case.ends_on - case.office.as_of).days
    if left > case.office.soon_days:
        return None
    return Violated(f"Berakhir {format_date(case.ends_on)}, {left} hari lagi; belum ada penerusnya.")


RULES = (
    umbrella_too_long,
    memorandum_too_long,
    letter_too_long,
    longer_than_the_office_allows,
    assets_let_too_long,
    signed_after_parent_ended,
    outlives_its_parent,
    open_ended,
    ends_soon,
)
