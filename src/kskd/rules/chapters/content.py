"""Chapter 1, fourth part: what a document must contain."""

from kskd.domain.document.chain import Doc
from kskd.domain.document.facts import CLAUSES, CONTENT
from kskd.domain.finding import Severity
from kskd.rules.case import Case
from kskd.rules.laws import P22, P25, PP28
from kskd.rules.rule import (
    ABROAD,
    ANY,
    KSDPK,
    LOCAL,
    SINERGI,
    Unknown,
    Verdict,
    Violated,
    rule,
)

_NO_LIST = Unknown("daftar klausul naskah", "--clause")


def _missing(case: Case, wanted: tuple[str, ...]) -> Verdict:
    """The clauses that a document lacks; unknown while none at all is recorded."""
    if not case.clauses:
        return _NO_LIST
    missing = [CLAUSES[code] for code in wanted if code not in case.clauses]
    return Violated(f"Klausul yang tidak ada: {', '.join(missing)}.") if missing else None


_APPLIED = (
    "Dinilai bila klausul naskah sudah dicatat (--clause, diulang); yang tidak disebut dianggap tidak ada."
)
_NOTE = "klausul yang ternyata ada dicatat dengan kskd update {id} --clause KLAUSUL"
_REMEDY = (
    "lengkapi rancangannya sebelum ditandatangani, atau naskahnya dengan adendum (kskd amend {id} --signed TANGGAL"
    f' --what "…"); {_NOTE}'
)


@rule(
    "KS131",
    Severity.ERROR,
    "Isi Kesepakatan Bersama tidak lengkap",
    "Permendagri 22/2020 Pasal 40",
    docs=(Doc.KB,),
    schemes=LOCAL,
    stages=ANY,
    since=P22,
    applied=f"{_APPLIED} KB memuat tujuh klausul.",
    remedy=_REMEDY,
)
def umbrella_lacks_clauses(case: Case) -> Verdict:
    """The least content of a KB."""
    return _missing(case, CONTENT[Doc.KB])


@rule(
    "KS132",
    Severity.ERROR,
    "Isi Perjanjian Kerja Sama tidak lengkap",
    "Permendagri 22/2020 Pasal 41",
    docs=(Doc.PKS,),
    schemes=LOCAL,
    stages=ANY,
    since=P22,
    applied=f"{_APPLIED} PKS memuat sepuluh klausul.",
    remedy=_REMEDY,
)
def contract_lacks_clauses(case: Case) -> Verdict:
    """The least content of a PKS."""
    return _missing(case, CONTENT[Doc.PKS])


@rule(
    "KS133",
    Severity.ERROR,
    "Perjanjian dengan pihak ketiga tanpa sanksi",
    "UU 23/2014 Pasal 366 ayat (2)",
    docs=(Doc.PKS,),
    schemes=KSDPK,
    stages=ANY,
    since=PP28,
    applied=f"{_APPLIED} PKS KSDPK memuat juga sanksi bagi pihak yang tidak memenuhi perjanjian.",
    remedy=_REMEDY,
)
def contract_without_sanction(case: Case) -> Verdict:
    """An agreement with a third party says what follows a breach."""
    return _missing(case, ("sanksi",))


@rule(
    "KS134",
    Severity.ERROR,
    "Isi Kontrak tidak lengkap",
    "UU 23/2014 Pasal 366 ayat (2)",
    docs=(Doc.KONTRAK,),
    schemes=KSDPK,
    stages=ANY,
    since=PP28,
    applied=f"{_APPLIED} Kontrak memuat hak dan kewajiban, jangka waktu, penyelesaian perselisihan, dan sanksi.",
    remedy=_REMEDY,
)
def deal_lacks_clauses(case: Case) -> Verdict:
    """The least content of a contract with a third party."""
    return _missing(case, CONTENT[Doc.KONTRAK])


@rule(
    "KS135",
    Severity.ERROR,
    "Isi Nota Kesepakatan tidak lengkap",
    "Permendagri 22/2020 Pasal 42",
    docs=(Doc.NK,),
    schemes=SINERGI,
    stages=ANY,
    since=P22,
    applied=f"{_APPLIED} NK memuat sepuluh klausul.",
    remedy=_REMEDY,
)
def note_lacks_clauses(case: Case) -> Verdict:
    """The least content of an NK."""
    return _missing(case, CONTENT[Doc.NK])


@rule(
    "KS136",
    Severity.ERROR,
    "Isi Pernyataan Kehendak Kerja Sama tidak lengkap",
    "Permendagri 25/2020 Pasal 13 ayat (2)",
    docs=(Doc.LOI,),
    schemes=ABROAD,
    stages=ANY,
    since=P25,
    applied=f"{_APPLIED} LoI memuat enam hal.",
    remedy="lengkapi rancangannya sebelum ditandatangani; LoI yang sudah ditandatangani tidak diberi adendum: yang kurang"
    f" dimuat dalam Rencana Kerja Sama dan MoU-nya; {_NOTE}",
)
def letter_lacks_clauses(case: Case) -> Verdict:
    """The least content of an LoI."""
    return _missing(case, CONTENT[Doc.LOI])


@rule(
    "KS137",
    Severity.ERROR,
    "Isi MoU tidak lengkap",
    "Permendagri 25/2020 Pasal 20 ayat (5)",
    docs=(Doc.MOU,),
    schemes=ABROAD,
    stages=ANY,
    since=P25,
    applied=f"{_APPLIED} MoU memuat sebelas hal.",
    remedy=_REMEDY,
)
def memorandum_lacks_clauses(case: Case) -> Verdict:
    """The least content of an MoU."""
    return _missing(case, CONTENT[Doc.MOU])


@rule(
    "KS138",
    Severity.WARNING,
    "Isi rencana kegiatan tahunan tidak lengkap",
    "Permendagri 25/2020 Pasal 26 ayat (4)",
    docs=(Doc.RKT,),
    schemes=ABROAD,
    stages=ANY,
    since=P25,
    applied=f"{_APPLIED} RKT memuat kegiatan, peran para pihak, hasil, dan rencana pembiayaan.",
    remedy="lengkapi rancangannya sebelum ditandatangani; RKT yang sudah ditandatangani tidak diberi adendum: yang kurang"
    f" dimuat dalam RKT tahun berikutnya; {_NOTE}",
)
def plan_lacks_clauses(case: Case) -> Verdict:
    """The least content of a yearly plan."""
    return _missing(case, CONTENT[Doc.RKT])


RULES = (
    umbrella_lacks_clauses,
    contract_lacks_clauses,
    contract_without_sanction,
    deal_lacks_clauses,
    note_lacks_clauses,
    letter_lacks_clauses,
    memorandum_lacks_clauses,
    plan_lacks_clauses,
)
