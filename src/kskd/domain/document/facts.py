"""What the rules of law ask about a document beyond its title, parties and term: one table of facts.

A fact that is not recorded is unknown; it is never taken for "no".
"""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from kskd.domain.document.chain import DERIVED, UMBRELLAS, Doc, Scheme
from kskd.domain.values.text import clean, quote
from kskd.errors import InvalidFact


class FactKind(StrEnum):
    """What the value of a fact is."""

    YES_NO = "yes-no"
    DATE = "date"
    TEXT = "text"
    CHOICE = "choice"


YES, NO = "yes", "no"
_WORDS = {"ya": YES, "yes": YES, "y": YES, "tidak": NO, "no": NO, "t": NO}


class Fact(NamedTuple):
    """One fact: key in registry and JSON, what it is called, and the documents that it may be told of."""

    key: str
    label: str
    kind: FactKind = FactKind.YES_NO
    docs: tuple[Doc, ...] = tuple(Doc)
    schemes: tuple[Scheme, ...] = tuple(Scheme)
    choices: tuple[tuple[str, str], ...] = ()

    @property
    def option(self) -> str:
        """The option that tells it."""
        return f"--{self.key.replace('_', '-')}"

    def read(self, text: str) -> str:
        """The value as it is kept, from what was typed; InvalidFact or InvalidDate says what is allowed."""
        match self.kind:
            case FactKind.TEXT:
                return clean(text, self.label, limit=300)
            case FactKind.DATE:
                from kskd.domain.values.dates import read_date  # noqa: PLC0415 - start-up

                return read_date(text).isoformat()
            case FactKind.YES_NO:
                value = _WORDS.get(text.strip().casefold())
                allowed = "ya atau tidak"
            case _:
                typed = text.strip().casefold()
                value = typed if typed in dict(self.choices) else None
                allowed = ", ".join(code for code, _ in self.choices)
        if value is None:
            raise InvalidFact(f"{self.option} {quote(text)} tidak dikenal; yang ada: {allowed}.")
        return value

    def word(self, value: str) -> str:
        """A kept value in words, for people."""
        if self.kind is FactKind.YES_NO:
            return "ya" if value == YES else "tidak"
        if self.kind is FactKind.DATE:
            from datetime import date  # noqa: PLC0415 - start-up

            from kskd.domain.values.dates import format_date  # noqa: PLC0415 - start-up

            return format_date(date.fromisoformat(value))
        return dict(self.choices).get(value, value)


_KSDD = (Scheme.KSDD_WAJIB, Scheme.KSDD_SUKARELA)
_KSDPK = (Scheme.KSDPK,)
_ABROAD = (Scheme.KSDPL, Scheme.KSDLL)
_SINERGI = (Scheme.SINERGI,)
_LOCAL = (*_KSDD, *_KSDPK)
_HOME = (*_LOCAL, *_SINERGI)
_CONTRACTS = (Doc.PKS, Doc.KONTRAK)
_VOTED = (*_CONTRACTS, Doc.NK, Doc.MOU)
_YES_NO, _DATE, _TEXT, _CHOICE = FactKind.YES_NO, FactKind.DATE, FactKind.TEXT, FactKind.CHOICE

FACTS = {
    fact.key: fact
    for fact in (
        # two of the nine items of a semester report (Permendagri 22/2020 Pasal 17, 39)
        Fact("purpose", "maksud dan tujuan", _TEXT),
        Fact("object", "objek kerja sama", _TEXT),
        # preparation
        Fact("kak", "kerangka acuan kerja (KAK) ada", docs=(Doc.KB, Doc.NK), schemes=_HOME),
        Fact("feasibility_study", "studi kelayakan ada", docs=(Doc.KB, *_CONTRACTS), schemes=_KSDPK),
        Fact("kajian", "kajian sebelum Pernyataan Kehendak ada", docs=(Doc.LOI,), schemes=_ABROAD),
        Fact("in_rkpd", "objek tercantum dalam RKPD", docs=(Doc.NK,), schemes=_SINERGI),
        Fact("in_plan", "objek tercantum dalam rencana pembangunan", docs=(Doc.KB,), schemes=_LOCAL),
        Fact(
            "plan_exception",
            "dasar objek di luar rencana pembangunan",
            _CHOICE,
            (Doc.KB,),
            _LOCAL,
            (
                ("darurat", "kondisi darurat"),
                ("psn", "program strategis nasional"),
                ("tugas-pembantuan", "tugas pembantuan"),
                ("tidak-ada", "tidak ada"),
            ),
        ),
        Fact(
            "ksdpk_kind",
            "jenis KSDPK",
            _CHOICE,
            (Doc.KB, *_CONTRACTS),
            _KSDPK,
            (
                ("pelayanan", "penyediaan pelayanan publik"),
                ("aset", "pengelolaan aset"),
                ("investasi", "investasi"),
                ("lainnya", "lainnya, misalnya pengadaan"),
            ),
        ),
        Fact(
            "asset_form",
            "bentuk pemanfaatan aset",
            _CHOICE,
            _CONTRACTS,
            _KSDPK,
            (
                ("ksp", "kerja sama pemanfaatan"),
                ("ksp-infrastruktur", "kerja sama pemanfaatan infrastruktur"),
                ("bgs-bsg", "bangun guna serah/bangun serah guna"),
                ("sewa", "sewa"),
            ),
        ),
        Fact(
            "ksdll_kind",
            "jenis KSDLL",
            _CHOICE,
            schemes=(Scheme.KSDLL,),
            choices=(("penerusan", "penerusan kerja sama Pemerintah Pusat"), ("lainnya", "KSDLL lainnya")),
        ),
        Fact("bordering", "semua mitra berbatasan langsung", schemes=(Scheme.KSDD_WAJIB,), docs=(Doc.KB,)),
        Fact("legal_entity", "mitra berbadan hukum", schemes=_KSDPK),
        Fact("diplomatic_relations", "ada hubungan diplomatik", docs=(Doc.LOI, Doc.MOU), schemes=_ABROAD),
        Fact("tkksd_recommended_on", "tanggal rekomendasi TKKSD", _DATE, schemes=_HOME),
        # chain and signing
        Fact("has_parent", "naskah induk ada", docs=(*_CONTRACTS, Doc.RK, Doc.MOU)),
        Fact("has_power", "surat kuasa kepala daerah ada", docs=_CONTRACTS, schemes=_LOCAL),
        # approvals
        Fact("burdens_public", "membebani masyarakat dan daerah", docs=_VOTED, schemes=_HOME),
        Fact("in_apbd", "pendanaan sudah ada dalam APBD tahun berjalan", docs=_VOTED, schemes=_HOME),
        Fact("dprd_received_on", "tanggal permintaan diterima DPRD", _DATE, _VOTED),
        Fact(
            "dprd_answer",
            "sikap DPRD",
            _CHOICE,
            _VOTED,
            choices=(
                ("setuju", "menyetujui"),
                ("menolak", "menolak"),
                ("tidak-menjawab", "tidak menyatakan sikap"),
                ("belum-diminta", "belum diminta"),
            ),
        ),
        Fact("dprd_answered_on", "tanggal sikap DPRD", _DATE, _VOTED),
        Fact("dprd_letter", "nomor surat DPRD", _TEXT, _VOTED),
        Fact("company_profile", "profil perusahaan mitra dilampirkan", docs=_CONTRACTS, schemes=_KSDPK),
        Fact("minister_reply", "jawaban tertulis Menteri sebelum LoI ada", docs=(Doc.LOI,), schemes=_ABROAD),
        Fact("minister_approved", "persetujuan Menteri ada", docs=(Doc.MOU,), schemes=_ABROAD),
        Fact("minister_approved_on", "tanggal persetujuan Menteri", _DATE, (Doc.MOU,), _ABROAD),
        Fact("foreign_confirmation", "surat konfirmasi Kemenlu ada", _YES_NO, (Doc.MOU,), _ABROAD),
        # the paper itself
        Fact("indonesian_text", "ada naskah berbahasa Indonesia"),
        Fact("stamp_duty", "bermeterai cukup", docs=(Doc.KB, *_CONTRACTS), schemes=_LOCAL),
        Fact("power_copy_sent", "tembusan surat kuasa diterima Bagian", docs=_CONTRACTS, schemes=_KSDD),
        # keeping and reporting
        Fact("original_held", "naskah asli dipegang TKKSD", schemes=_HOME),
        Fact("copy_held", "salinan dipegang Bagian", docs=(Doc.KB, Doc.PKS), schemes=_KSDD),
        Fact("sent_to_minister", "naskah dikirim kepada Menteri", docs=(Doc.NK, Doc.LOI)),
        Fact("minister_original", "naskah asli ada pada Menteri", docs=(Doc.MOU,), schemes=_ABROAD),
        Fact("published", "tersedia bagi publik"),
        Fact("governor_reported_on", "tanggal laporan terakhir kepada Gubernur", _DATE, (Doc.NK,), _SINERGI),
        Fact("extension_requested_on", "tanggal usul perpanjangan", _DATE, (Doc.MOU,), _ABROAD),
    )
}

CLAUSE = "clause_"  # begins the keys of clauses, whose rows say that the document has them

CLAUSES = {
    "maksud-tujuan": "maksud dan tujuan",
    "objek": "objek",
    "ruang-lingkup": "ruang lingkup",
    "pelaksanaan": "pelaksanaan",
    "jangka-waktu": "jangka waktu",
    "surat-menyurat": "surat-menyurat",
    "lain-lain": "lain-lain",
    "hak-kewajiban": "hak dan kewajiban",
    "pembiayaan": "pembiayaan",
    "perselisihan": "penyelesaian perselisihan",
    "keadaan-kahar": "keadaan kahar",
    "pengakhiran": "pengakhiran",
    "sanksi": "sanksi",
    "latar-belakang": "latar belakang",
    "lokasi": "lokasi",
    "tugas-tanggung-jawab": "tugas dan tanggung jawab",
    "judul": "judul",
    "subjek": "subjek",
    "tempat-tanggal": "tempat dan tanggal",
    "kelompok-kerja": "kelompok kerja bersama",
    "amandemen": "amandemen",
    "kegiatan": "kegiatan per tahun",
    "peran-pihak": "peran para pihak",
    "hasil": "hasil yang diharapkan",
}

_COMMON = ("maksud-tujuan", "objek", "ruang-lingkup", "pelaksanaan", "jangka-waktu")
CONTENT: dict[Doc, tuple[str, ...]] = {
    Doc.KB: (*_COMMON, "surat-menyurat", "lain-lain"),
    Doc.PKS: (
        *_COMMON,
        "hak-kewajiban",
        "pembiayaan",
        "perselisihan",
        "keadaan-kahar",
        "pengakhiran",
    ),
    Doc.KONTRAK: ("hak-kewajiban", "jangka-waktu", "perselisihan", "sanksi"),
    Doc.NK: (
        "latar-belakang",
        "maksud-tujuan",
        "lokasi",
        "objek",
        "ruang-lingkup",
        "tugas-tanggung-jawab",
        "pelaksanaan",
        "jangka-waktu",
        "pembiayaan",
        "lain-lain",
    ),
    Doc.LOI: ("judul", "subjek", "maksud-tujuan", "ruang-lingkup", "jangka-waktu", "tempat-tanggal"),
    Doc.MOU: (
        "judul",
        "subjek",
        "maksud-tujuan",
        "ruang-lingkup",
        "pelaksanaan",
        "pembiayaan",
        "kelompok-kerja",
        "perselisihan",
        "amandemen",
        "jangka-waktu",
        "tempat-tanggal",
    ),
    Doc.RKT: ("kegiatan", "peran-pihak", "hasil", "pembiayaan"),
}
"""The least that each kind of document must contain: Permendagri 22/2020 Pasal 40-42, UU 23/2014 Pasal 366
ayat (2), Permendagri 25/2020 Pasal 13, 20, 26. The law gives no content for a Rencana Kerja."""


def of_umbrellas() -> tuple[str, ...]:
    """Keys of the facts that an umbrella document may have."""
    return tuple(key for key, fact in FACTS.items() if not set(fact.docs).isdisjoint(UMBRELLAS))


def of_derived() -> tuple[str, ...]:
    """Keys of the facts that a derived document may have."""
    return tuple(key for key, fact in FACTS.items() if not set(fact.docs).isdisjoint(DERIVED))


def read_clause(text: str) -> str:
    """The key of the clause meant by its code; InvalidFact lists the codes."""
    code = "-".join(text.strip().casefold().split())
    if code not in CLAUSES:
        raise InvalidFact(f"Klausul {quote(text)} tidak dikenal; yang ada: {', '.join(CLAUSES)}.")
    return clause_key(code)


def clause_key(code: str) -> str:
    """The key under which a clause is kept."""
    return CLAUSE + code.replace("-", "_")


def clause_code(key: str) -> str | None:
    """The code of the clause that a key stands for, None for any other fact."""
    return key.removeprefix(CLAUSE).replace("_", "-") if key.startswith(CLAUSE) else None


def label_of(key: str) -> str:
    """What a kept fact is called; a key that this kskd does not know is shown as it is."""
    code = clause_code(key)
    if code is not None:
        return f"klausul {CLAUSES.get(code, code)}"
    return FACTS[key].label if key in FACTS else key


def word_of(key: str, value: str) -> str:
    """A kept value in words."""
    if key in FACTS:
        return FACTS[key].word(value)
    return "ada" if clause_code(key) is not None else value
