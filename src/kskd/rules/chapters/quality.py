"""Chapter 7: what the registry itself lacks or contradicts, before any law is asked."""

from datetime import timedelta
from functools import lru_cache

from kskd.domain.document import clauses
from kskd.domain.document.chain import ABROAD, CONTRACTS, HOME, KSDD, KSDPK, LOCAL, SINERGI, Doc
from kskd.domain.finding import Severity
from kskd.domain.footing import Footing
from kskd.domain.values.dated_number import named_elsewhere
from kskd.domain.values.dates import format_date
from kskd.domain.values.durations import duration_agrees, read_duration
from kskd.rules.case import Case
from kskd.rules.chapters.chain import STAGES
from kskd.rules.chapters.filing import NUMBERED
from kskd.rules.laws import P22, PP28, ByKind
from kskd.rules.rule import Verdict, Violated, rule
from kskd.rules.status_groups import ANY, DRAFT, IN_FORCE

_duration = lru_cache(read_duration)  # documents state few different ones

_LEAST: ByKind = {
    (*KSDD, Doc.KB): (clauses.KB.article, "PP 28/2018 Pasal 6"),
    (*KSDD, *CONTRACTS): (clauses.PKS.article, "PP 28/2018 Pasal 6"),
    (*KSDPK, Doc.KB): (clauses.KB.article, "PP 28/2018 Pasal 19"),
    (*KSDPK, *CONTRACTS): (clauses.PKS.article, "PP 28/2018 Pasal 19"),
    SINERGI: clauses.NK.article,
}
_OLD_ABROAD = "PP 28/2018 Pasal 24; PP 28/2018 Pasal 25"
_TERM: ByKind = {
    **_LEAST,
    (*ABROAD, Doc.LOI): (clauses.LOI.article, _OLD_ABROAD),
    (*ABROAD, Doc.MOU, Doc.RKT, *CONTRACTS): ("Permendagri 25/2020 Pasal 32", _OLD_ABROAD),
}


@rule(
    "KS701",
    Severity.INFO,
    "Masa berlaku belum tercatat",
    _TERM,
    stages=IN_FORCE,
    since=PP28,
    footing=Footing.INFERENCE,
    applied="Naskah yang ditandatangani tanpa tanggal akhir, tanpa --open-ended, dan tanpa syarat berakhir; kskd"
    " menganggapnya berlaku terus.",
    remedy="kskd update {id} --ends TANGGAL",
)
def term_missing(case: Case) -> Verdict:
    """A term is part of every document."""
    return None if case.end_kind else Violated("Tanggal akhir atau syarat berakhir tidak tercatat.")


@rule(
    "KS702",
    Severity.WARNING,
    "Tanggal akhir tidak sesuai dengan jangka waktu",
    "term-rule",
    stages=ANY,
    footing=Footing.SETTING,
    applied="Tanggal akhir dan jangka waktu, keduanya menurut naskah, dibandingkan; selisih sehari per tahun dan"
    " satu hari lagi diterima.",
    remedy="bila naskahnya memang menyebut keduanya berbeda, sepakati tanggal akhirnya dengan adendum; bila salah catat, kskd"
    " update {id} --ends TANGGAL --reason …",
)
def end_and_duration_disagree(case: Case) -> Verdict:
    """The document states both, and they differ."""
    start = case.starts_on or case.signed_on
    if case.duration_typed is None or case.ends_on is None or start is None:
        return None
    if duration_agrees(start, _duration(case.duration_typed), case.ends_on):
        return None
    return Violated(
        f"Jangka waktu {case.duration_typed} sejak {format_date(start)} tidak berakhir pada {format_date(case.ends_on)}."
    )


@rule(
    "KS703",
    Severity.WARNING,
    "Mulai berlaku sebelum ditandatangani",
    STAGES,
    since=PP28,
    footing=Footing.INFERENCE,
    applied="Pelaksanaan adalah tahap sesudah penandatanganan; peraturan tidak mengatur masa berlaku surut.",
    remedy="yang dikerjakan sebelum penandatanganan tidak berdasar pada naskah ini: sebutkan dalam evaluasi, lalu kskd check"
    " --accept {id} KS703 --reason …; bila salah catat, kskd update {id} --starts TANGGAL --reason …",
)
def begins_before_signing(case: Case) -> Verdict:
    """Carrying out comes after the signature."""
    if case.starts_on is None or case.starts_on >= case.signing:
        return None
    return Violated(
        f"Mulai berlaku {format_date(case.starts_on)}, sedangkan ditandatangani {format_date(case.signing)}."
    )


@rule(
    "KS704",
    Severity.INFO,
    "Urusan pemerintahan belum tercatat",
    {KSDD: "PP 28/2018 Pasal 4", KSDPK: "PP 28/2018 Pasal 16"},
    docs=(Doc.KB, *CONTRACTS),
    schemes=LOCAL,
    stages=ANY,
    since=PP28,
    footing=Footing.INFERENCE,
    applied="Objek kerja sama ialah urusan yang menjadi kewenangan daerah, jadi sekurang-kurangnya satu urusan disebut.",
    remedy="kskd update {id} --affair URUSAN",
)
def affair_missing(case: Case) -> Verdict:
    """The object is an affair within the region's authority."""
    return None if case.affairs else Violated("Tidak satu pun urusan pemerintahan tercatat.")


@rule(
    "KS705",
    Severity.INFO,
    "Ruang lingkup belum tercatat",
    {**_LEAST, ABROAD: (clauses.MOU.article, _OLD_ABROAD)},
    docs=(Doc.KB, Doc.NK, Doc.MOU, *CONTRACTS),
    stages=ANY,
    since=PP28,
    footing=Footing.INFERENCE,
    applied="Ruang lingkup ialah isi wajib setiap naskah dan menjadi dasar penilaian pelaksanaannya.",
    remedy='kskd update {id} --scope "…"',
)
def scope_missing(case: Case) -> Verdict:
    """Every document has a scope."""
    return None if case.has_scope else Violated("Tidak satu pun butir ruang lingkup tercatat.")


@rule(
    "KS706",
    Severity.INFO,
    "Target naskah turunan belum tercatat",
    {
        KSDD: "Permendagri 22/2020 Pasal 17 ayat (1)",
        KSDPK: "Permendagri 22/2020 Pasal 39 ayat (1)",
        SINERGI: "Permendagri 22/2020 Pasal 60 ayat (1)",
        ABROAD: clauses.RKT.article,
    },
    docs=(*CONTRACTS, Doc.RK, Doc.RKT),
    stages=IN_FORCE,
    since=P22,
    footing=Footing.INFERENCE,
    applied="Tanpa target keluaran, hasil, atau kewajiban, pelaksanaannya tidak dapat dilaporkan dengan angka.",
    remedy='kskd target add {id} --indicator "…" --value NILAI --unit SATUAN',
)
def target_missing(case: Case) -> Verdict:
    """What is reported on has something to be measured by."""
    return None if case.has_target else Violated("Tidak satu pun target tercatat.")


@rule(
    "KS707",
    Severity.WARNING,
    "Rancangan terlalu lama belum ditandatangani",
    "draft-days",
    stages=DRAFT,
    footing=Footing.SETTING,
    applied="Jumlah hari sejak rancangan dicatat melampaui pengaturan ini. Yang direncanakan (--planned) tidak diperiksa sampai"
    " tahun rencananya lewat.",
    remedy="selesaikan penandatanganannya, lalu kskd update {id} --signed TANGGAL; yang tidak jadi dibatalkan dengan kskd void {id}"
    " --reason …",
)
def draft_waits_too_long(case: Case) -> Verdict:
    """A draft is signed some day or given up."""
    limit = case.office.draft_days
    today = case.office.as_of
    is_planned = case.planned_for is not None and case.planned_for >= today.year
    if is_planned or case.entered_on + timedelta(days=limit) >= today:
        return None
    return Violated(
        f"Dicatat {format_date(case.entered_on)} sebagai rancangan, lebih dari {limit} hari yang lalu."
    )


@rule(
    "KS708",
    Severity.WARNING,
    "Bulan atau tahun pada nomor berbeda dari tanggal penandatanganan",
    NUMBERED,
    schemes=HOME,
    looks_at_today=True,
    footing=Footing.INFERENCE,
    applied="Bulannya hanya pada nomor Pemda yang berakhir /BULAN ROMAWI/TAHUN. Tahunnya pada nomor setiap pihak: di akhir nomor,"
    " sesudah bulan Romawi, sesudah kata tahun, atau sebagai satu-satunya bagian berupa tahun di samping nomor urut satu atau dua"
    " angka. Tahun dua angka dibaca sesudah bulan Romawi, kata tahun, atau tanda petik ('24), dan di akhir nomor bila tidak dapat"
    " berarti bulan serta ada nomor urut dan kata di depannya (12/KB/24). Nomor lain dari setiap pihak ikut diperiksa. Tanggal yang tertukar sering tampak di sini.",
    remedy="bila naskahnya memang demikian, kskd check --accept {id} KS708 --reason …; bila salah catat, kskd update {id}"
    " --signed TANGGAL --reason …, atau kskd update {id} --number NOMOR --reason … (nomor mitra: --partner MITRA --partner-number"
    " NOMOR; nomor lain: --drop-more-number, --drop-partner-more-number)",
)
def number_tells_another_day(case: Case) -> Verdict:
    """A number often carries the month and the year of the signature, a partner's at least the year."""
    apart = []
    for seat, number in ((one, number) for one in case.seats for number in one.numbers):
        told = named_elsewhere(number, case.signing, case.signing, is_own=seat.seat == 0)
        if told is not None:
            whose = f" dari {seat.name}" if seat.name else ""
            apart.append(f"nomor {number}{whose} menunjuk {told}")
    if not apart:
        return None
    told = "; ".join(apart)
    return Violated(
        f"{told[:1].upper()}{told[1:]}, sedangkan naskahnya ditandatangani {format_date(case.signing)}."
    )


@rule(
    "KS709",
    Severity.INFO,
    "OPD pemrakarsa sudah tidak ada",
    {
        KSDD: "Permendagri 22/2020 Pasal 17 ayat (1)",
        KSDPK: "Permendagri 22/2020 Pasal 39 ayat (1)",
        SINERGI: "Permendagri 22/2020 Pasal 60 ayat (1)",
        ABROAD: "Permendagri 25/2020 Pasal 35 ayat (2)",
    },
    stages=IN_FORCE,
    looks_at_today=True,
    footing=Footing.INFERENCE,
    applied="OPD-nya sudah berakhir atau diteruskan OPD lain; laporan kini menjadi tugas penerusnya.",
    remedy="kskd update {id} --opd OPD --reason …",
)
def unit_is_gone(case: Case) -> Verdict:
    """Who carries it out must exist."""
    if case.opd_ended_on is None or case.opd_ended_on >= case.office.as_of:
        return None
    return Violated(
        f"{case.opd} berakhir {format_date(case.opd_ended_on)}, sedangkan naskahnya masih berlaku."
    )


@rule(
    "KS710",
    Severity.WARNING,
    "Urusan pada turunan tidak ada pada induknya",
    {KSDD: STAGES[KSDD], KSDPK: STAGES[KSDPK]},
    docs=CONTRACTS,
    schemes=LOCAL,
    stages=ANY,
    since=PP28,
    footing=Footing.INFERENCE,
    applied="Turunan merinci objek induknya; urusannya ada di antara urusan induk. Tidak diperiksa bila urusan"
    " induk belum tercatat.",
    remedy="sepakati agar objek induknya mencakup urusan itu; bila urusan induknya kurang tercatat, lengkapi dengan kskd update"
    " {parent} --affair URUSAN; bila salah catat, kskd update {id} --drop-affair URUSAN --reason …",
)
def affair_strange_to_parent(case: Case) -> Verdict:
    """What is derived stays within the object of its parent."""
    strange = [code for code in case.affairs if code not in case.parent_affairs]
    if case.parent is None or not case.parent_affairs or not strange:
        return None
    return Violated(f"Urusan {', '.join(strange)} tidak ada pada induknya, {case.parent.id}.")


RULES = (
    term_missing,
    end_and_duration_disagree,
    begins_before_signing,
    affair_missing,
    scope_missing,
    target_missing,
    draft_waits_too_long,
    number_tells_another_day,
    unit_is_gone,
    affair_strange_to_parent,
)
