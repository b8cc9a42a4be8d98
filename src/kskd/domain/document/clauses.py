"""The least that each kind of document contains, with the article that asks for it: one table of clauses.

In the order in which the law lists them, which is that of the articles of a form. Where the law at hand names
no ayat, the article stands without one. It lists nothing for a Rencana Kerja.
"""

from typing import NamedTuple

from kskd.domain.document.chain import ABROAD, KSDPK, LOCAL, SINERGI, Doc, Scheme
from kskd.domain.values.text import quote
from kskd.errors import refusal

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


class Content(NamedTuple):
    """What one article asks of a kind of document: clauses by code, and the parts of its form, if any.

    Several rows of one kind and scheme add up.
    """

    doc: Doc
    schemes: tuple[Scheme, ...]
    article: str
    clauses: tuple[str, ...]
    parts: tuple[str, ...] = ()

    def lacks(self, clauses: frozenset[str]) -> tuple[str, ...]:
        """What the asked clauses are called that are not among these codes."""
        return tuple(CLAUSES[code] for code in self.clauses if code not in clauses)

    def in_words(self) -> str:
        """The clauses, and the parts that they stand between."""
        listed = ", ".join(CLAUSES[code] for code in self.clauses)
        before, _, after = ", ".join(self.parts).partition("batang tubuh")
        return f"{before}batang tubuh ({listed}){after}" if self.parts else listed


_COMMON = ("maksud-tujuan", "objek", "ruang-lingkup", "pelaksanaan")
_PARTS = ("komparisi", "para pihak", "konsideran", "batang tubuh", "penutup")

KB = Content(
    Doc.KB,
    LOCAL,
    "Permendagri 22/2020 Pasal 40",
    (*_COMMON, "jangka-waktu", "surat-menyurat", "lain-lain"),
    _PARTS,
)
PKS = Content(
    Doc.PKS,
    LOCAL,
    "Permendagri 22/2020 Pasal 41",
    (
        *_COMMON,
        "hak-kewajiban",
        "pembiayaan",
        "jangka-waktu",
        "perselisihan",
        "keadaan-kahar",
        "pengakhiran",
    ),
    _PARTS,
)
THIRD_PARTY = Content(Doc.PKS, KSDPK, "UU 23/2014 Pasal 366 ayat (2)", ("sanksi",))
"""What a PKS with a third party has beside the content of any PKS."""
KONTRAK = Content(
    Doc.KONTRAK,
    KSDPK,
    "UU 23/2014 Pasal 366 ayat (2)",
    ("hak-kewajiban", "jangka-waktu", "perselisihan", "sanksi"),
)
NK = Content(
    Doc.NK,
    SINERGI,
    "Permendagri 22/2020 Pasal 42",
    (
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
    ("komparisi", "para pihak", "premis", "konsideran", "batang tubuh", "penutup"),
)
LOI = Content(
    Doc.LOI,
    ABROAD,
    "Permendagri 25/2020 Pasal 13 ayat (2)",
    ("judul", "subjek", "maksud-tujuan", "ruang-lingkup", "jangka-waktu", "tempat-tanggal"),
)
MOU = Content(
    Doc.MOU,
    ABROAD,
    "Permendagri 25/2020 Pasal 20 ayat (5)",
    (
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
)
RKT = Content(
    Doc.RKT,
    ABROAD,
    "Permendagri 25/2020 Pasal 26 ayat (4)",
    ("kegiatan", "peran-pihak", "hasil", "pembiayaan"),
)

CONTENTS = (KB, PKS, THIRD_PARTY, KONTRAK, NK, LOI, MOU, RKT)


def contents_of(doc: Doc, scheme: Scheme) -> tuple[Content, ...]:
    """All that a document of this kind and scheme contains at the least; none where the law lists nothing."""
    return tuple(one for one in CONTENTS if one.doc is doc and scheme in one.schemes)


def read_clause(text: str) -> str:
    """The key of the clause meant by its code; InvalidFact lists the codes."""
    code = "-".join(text.strip().casefold().split())
    if code not in CLAUSES:
        raise refusal("clause-unknown", text=quote(text), known=", ".join(CLAUSES))
    return clause_key(code)


def clause_key(code: str) -> str:
    """The key under which a clause is kept."""
    return CLAUSE + code.replace("-", "_")


def clause_code(key: str) -> str | None:
    """The code of the clause that a key stands for, None for any other fact."""
    return key.removeprefix(CLAUSE).replace("_", "-") if key.startswith(CLAUSE) else None


def clause_label(key: str) -> str:
    """What the clause of a key is called; a code that this kskd does not know is shown as it is."""
    code = clause_code(key) or key
    return CLAUSES.get(code, code)
