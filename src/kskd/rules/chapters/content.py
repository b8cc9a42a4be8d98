"""Chapter 1, fourth part: what a document must contain, and that there is somebody to cooperate with."""

from kskd.domain.document import clauses
from kskd.domain.document.chain import KSDD, KSDPK, SINERGI, Scheme
from kskd.domain.finding import Severity
from kskd.domain.footing import Footing
from kskd.rules.case import Case
from kskd.rules.laws import PP28, in_force_since
from kskd.rules.rule import Rule, Unknown, Verdict, Violated, rule
from kskd.rules.status_groups import ANY, IN_FORCE

_APPLIED = (
    "Dinilai bila klausul naskah sudah dicatat (--clause, diulang); yang tidak disebut dianggap tidak ada."
)
_NOTE = "klausul yang ternyata ada dicatat dengan kskd update {id} --clause KLAUSUL"
_REMEDY = (
    "lengkapi rancangannya sebelum ditandatangani, atau naskahnya dengan adendum (kskd amend {id} --signed TANGGAL"
    f' --what "…"); {_NOTE}'
)


def _incomplete(
    code: str,
    title: str,
    content: clauses.Content,
    says: str,
    *,
    severity: Severity = Severity.ERROR,
    remedy: str = _REMEDY,
) -> Rule:
    """The rule that a document contains what one article lists; unknown while no clause at all is recorded."""

    def judge(case: Case) -> Verdict:
        if not case.clauses:
            return Unknown("daftar klausul naskah", "--clause")
        missing = content.lacks(case.clauses)
        return Violated(f"Klausul yang tidak ada: {', '.join(missing)}.") if missing else None

    return rule(
        code,
        severity,
        title,
        content.article,
        docs=(content.doc,),
        schemes=content.schemes,
        stages=ANY,
        since=max(PP28, in_force_since(content.article)),
        applied=f"{_APPLIED} {says}",
        remedy=remedy,
    )(judge)


def _completed_by(following: str) -> str:
    """The remedy of a document that gets no adendum: what it lacks stands in those that follow it."""
    return f"lengkapi rancangannya sebelum ditandatangani; {following}; {_NOTE}"


@rule(
    "KS139",
    Severity.WARNING,
    "Semua mitra sudah keluar",
    {
        KSDD: "UU 23/2014 Pasal 363",
        KSDPK: "PP 28/2018 Pasal 14",
        SINERGI: "PP 28/2018 Pasal 46",
        (Scheme.KSDPL,): "PP 28/2018 Pasal 24",
        (Scheme.KSDLL,): "PP 28/2018 Pasal 25",
    },
    stages=IN_FORCE,
    since=PP28,
    looks_at_today=True,
    footing=Footing.INFERENCE,
    applied="Kerja sama diadakan dengan pihak lain; naskah yang semua mitranya tercatat keluar (--partner-left, atau kskd amend"
    " --partner-leaves) tidak lagi mempunyai pihak itu, tetapi masih berlaku.",
    remedy="sepakati pengakhirannya dan catat dengan kskd end {id}; bila ada mitra baru, catat adendumnya dengan kskd amend {id}"
    ' --signed TANGGAL --what "…" --partner-joins MITRA; bila salah catat, kskd update {id} --clear partner-left --reason …',
)
def all_partners_left(case: Case) -> Verdict:
    """Nobody cooperates alone."""
    return None if case.partners else Violated("Tidak ada lagi mitra yang menjadi pihak dalam naskah ini.")


RULES = (
    _incomplete("KS131", "Isi Kesepakatan Bersama tidak lengkap", clauses.KB, "KB memuat tujuh klausul."),
    _incomplete(
        "KS132", "Isi Perjanjian Kerja Sama tidak lengkap", clauses.PKS, "PKS memuat sepuluh klausul."
    ),
    _incomplete(
        "KS133",
        "Perjanjian dengan pihak ketiga tanpa sanksi",
        clauses.THIRD_PARTY,
        "PKS KSDPK memuat juga sanksi bagi pihak yang tidak memenuhi perjanjian.",
    ),
    _incomplete(
        "KS134",
        "Isi Kontrak tidak lengkap",
        clauses.KONTRAK,
        "Kontrak memuat hak dan kewajiban, jangka waktu, penyelesaian perselisihan, dan sanksi.",
    ),
    _incomplete("KS135", "Isi Nota Kesepakatan tidak lengkap", clauses.NK, "NK memuat sepuluh klausul."),
    _incomplete(
        "KS136",
        "Isi Pernyataan Kehendak Kerja Sama tidak lengkap",
        clauses.LOI,
        "LoI memuat enam hal.",
        remedy=_completed_by(
            "LoI yang sudah ditandatangani tidak diberi adendum: yang kurang dimuat dalam Rencana Kerja Sama dan"
            " MoU-nya"
        ),
    ),
    _incomplete("KS137", "Isi MoU tidak lengkap", clauses.MOU, "MoU memuat sebelas hal."),
    _incomplete(
        "KS138",
        "Isi rencana kegiatan tahunan tidak lengkap",
        clauses.RKT,
        "RKT memuat kegiatan, peran para pihak, hasil, dan rencana pembiayaan.",
        severity=Severity.WARNING,
        remedy=_completed_by(
            "RKT yang sudah ditandatangani tidak diberi adendum: yang kurang dimuat dalam RKT tahun berikutnya"
        ),
    ),
    all_partners_left,
)
