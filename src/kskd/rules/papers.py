"""The papers that the office itself owes: reports upwards, meetings, lists and decrees, as one table of kinds."""

from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from kskd.domain.document.chain import ABROAD, CONTRACTS, HOME, KSDPK, LOCAL, SINERGI, Doc, Scheme
from kskd.domain.footing import Footing
from kskd.domain.reporting_day import january_day, semester_day
from kskd.domain.values.period import Period, PeriodKind
from kskd.rules.clock import TimeUnit

_PROVINCE = "provinsi"
_HEADS = "bupati/wali kota"


class Deadlines(NamedTuple):
    """How the last day of a paper follows from its period: ``day`` of period, level and ``report-days``."""

    day: Callable[[Period, str, int], date]
    start: str
    length: str
    counted: TimeUnit


_REPORTED = Deadlines(
    lambda period, _, days: semester_day(period, days),
    "akhir periode",
    "report-days hari (peraturan tidak memberi tanggal)",
    TimeUnit.DAYS,
)
_WITHIN = Deadlines(lambda period, _, __: period.end, "awal tahun", "sampai akhir tahun", TimeUnit.DATE)
_JANUARY = Deadlines(
    lambda period, level, _: january_day(period.year, level),
    "akhir tahun",
    "minggu pertama Januari; bagi provinsi minggu kedua",
    TimeUnit.DATE,
)


class Way(NamedTuple):
    """Who owes a paper to whom (None: to nobody), and by which articles."""

    article: str
    owed_by: str
    to: str | None


class PaperKind(NamedTuple):
    """One kind of paper.

    ``name`` stands before the period in a sentence. ``province`` is the way in a province, where it is another.
    ``period`` is the kind of period that it is of, None without one. Without ``due`` nothing falls due; else it does
    for each period in which a document of ``docs`` and ``schemes`` was in force. ``looks_back`` what reports on its
    period, and so cannot be older than that.
    """

    kind: str
    name: str
    way: Way
    period: PeriodKind | None
    due: Deadlines | None = None
    province: Way | None = None
    docs: tuple[Doc, ...] = tuple(Doc)
    schemes: tuple[Scheme, ...] = HOME
    looks_back: bool = True
    footing: Footing = Footing.LAW

    def at(self, level: str) -> Way:
        """Who owes it to whom in a Pemda of this level."""
        return self.province if level == _PROVINCE and self.province else self.way

    @property
    def ways(self) -> tuple[Way, ...]:
        """All ways that it may go."""
        return (self.way, self.province) if self.province else (self.way,)

    @property
    def article(self) -> str:
        """All that it stands on."""
        return "; ".join(dict.fromkeys(one for way in self.ways for one in way.article.split("; ")))

    @property
    def who(self) -> str:
        """Who owes it to whom, in words."""
        return "; ".join(f"{way.owed_by} kepada {way.to}" if way.to else way.owed_by for way in self.ways)

    @property
    def remedy(self) -> str:
        """The command that records it; ``{period}`` stands for its period."""
        return f"kskd paper add {self.kind}{' --period {period}' if self.period else ''} --on TANGGAL"


_TEAM = Way(
    "Permendagri 22/2020 Pasal 46 ayat (2) huruf j; Permendagri 22/2020 Pasal 46 ayat (3)",
    "TKKSD",
    "kepala daerah",
)
_UPWARDS = "Permendagri 22/2020 Pasal 17 ayat (3); Permendagri 22/2020 Pasal 39 ayat (3)"
_NINE = "Permendagri 25/2020 Pasal 37"

KINDS = {
    one.kind: one
    for one in (
        PaperKind("laporan-tkksd-semester", "Laporan TKKSD", _TEAM, PeriodKind.SEMESTER, _REPORTED),
        PaperKind("laporan-tkksd-tahunan", "Laporan tahunan TKKSD", _TEAM, PeriodKind.YEAR, _REPORTED),
        PaperKind(
            "laporan-berjenjang",
            "Laporan berjenjang",
            Way(_UPWARDS, _HEADS, "Gubernur"),
            PeriodKind.SEMESTER,
            _REPORTED,
            Way(_UPWARDS, "gubernur", "Menteri"),
            CONTRACTS,
            LOCAL,
        ),
        PaperKind(
            "laporan-sinergi-tahunan",
            "Laporan Sinergi",
            Way("Permendagri 22/2020 Pasal 60 ayat (2)", _HEADS, "Gubernur"),
            PeriodKind.YEAR,
            _REPORTED,
            Way("Permendagri 22/2020 Pasal 60 ayat (3)", "gubernur", "Menteri"),
            (Doc.NK,),
            SINERGI,
        ),
        PaperKind(
            "laporan-luar-negeri",
            "Laporan kerja sama luar negeri",
            Way(f"Permendagri 25/2020 Pasal 35 ayat (2); {_NINE}", _HEADS, "Gubernur"),
            PeriodKind.YEAR,
            _JANUARY,
            Way(f"Permendagri 25/2020 Pasal 36 ayat (2); {_NINE}", "gubernur", "Menteri"),
            (Doc.MOU, Doc.RKT, Doc.PKS),
            ABROAD,
        ),
        PaperKind(
            "keputusan-tkksd",
            "Keputusan pembentukan TKKSD",
            Way("Permendagri 22/2020 Pasal 46 ayat (1)", "kepala daerah", None),
            None,
        ),
        PaperKind(
            "rapat-pleno-tkksd",
            "Rapat pleno TKKSD",
            Way("Permendagri 22/2020 Pasal 48 ayat (2)", "TKKSD", None),
            PeriodKind.YEAR,
            _WITHIN,
        ),
        PaperKind(
            "daftar-ksdpk",
            "Daftar rencana KSDPK",
            Way("Permendagri 22/2020 Pasal 25 ayat (2)", "kepala daerah", None),
            PeriodKind.YEAR,
            _WITHIN,
            schemes=KSDPK,
            looks_back=False,
        ),
        PaperKind(
            "berita-acara-ksdd-wajib",
            "Berita acara pemetaan KSDD wajib",
            Way("Permendagri 22/2020 Pasal 5 ayat (6)", "kepala daerah", None),
            PeriodKind.YEAR,
            schemes=(Scheme.KSDD_WAJIB,),
            looks_back=False,
        ),
    )
}
"""The kinds by code. Where the law names no day, the office's own ``report-days`` counts from the period's end."""
