"""Kinds of document and of cooperation, and which document may follow which: the law's chains as tables."""

from datetime import date
from enum import StrEnum

from kskd.domain.values.text import quote
from kskd.errors import refusal


class Doc(StrEnum):
    """A kind of document (naskah). The code is also the prefix of an agreement's id."""

    KB = "kb"
    NK = "nk"
    LOI = "loi"
    MOU = "mou"
    PKS = "pks"
    KONTRAK = "kontrak"
    RK = "rk"
    RKT = "rkt"


class Scheme(StrEnum):
    """With whom, and under which chapter of the law, the Pemda cooperates (bentuk kerja sama)."""

    KSDD_WAJIB = "ksdd-wajib"
    KSDD_SUKARELA = "ksdd-sukarela"
    KSDPK = "ksdpk"
    KSDPL = "ksdpl"
    KSDLL = "ksdll"
    SINERGI = "sinergi"


class RelationKind(StrEnum):
    """What a document is to another beside its place in the chain; recorded are TOLD_RELATIONS only."""

    REPLACES = "menggantikan"
    COMPLETES = "melengkapi"
    RELATED = "terkait"
    REPLACED = "digantikan"
    COMPLETED = "dilengkapi"

    @property
    def reverse(self) -> "RelationKind":
        """The same seen from the other document."""
        return {
            self.REPLACES: RelationKind.REPLACED,
            self.REPLACED: RelationKind.REPLACES,
            self.COMPLETES: RelationKind.COMPLETED,
            self.COMPLETED: RelationKind.COMPLETES,
        }.get(self, self)

    @property
    def words(self) -> str:
        """The words that stand before the other document."""
        return {self.RELATED: "terkait dengan"}.get(self, f"{self}{' oleh' if self.startswith('di') else ''}")


TOLD_RELATIONS = (RelationKind.REPLACES, RelationKind.COMPLETES, RelationKind.RELATED)
"""Those that are recorded, with the younger document; the others are read from there."""

DOC_NAMES = {
    Doc.KB: "Kesepakatan Bersama",
    Doc.NK: "Nota Kesepakatan",
    Doc.LOI: "Pernyataan Kehendak Kerja Sama (LoI)",
    Doc.MOU: "Naskah Kerja Sama (MoU)",
    Doc.PKS: "Perjanjian Kerja Sama",
    Doc.KONTRAK: "Kontrak",
    Doc.RK: "Rencana Kerja",
    Doc.RKT: "Rencana Kegiatan Tahunan",
}

# What is followed by another document when its time is over, and neither extended nor amended.
FOLLOWED = frozenset({Doc.LOI, Doc.RKT})

SCHEME_NAMES = {
    Scheme.KSDD_WAJIB: "Kerja Sama Daerah dengan Daerah Lain (wajib)",
    Scheme.KSDD_SUKARELA: "Kerja Sama Daerah dengan Daerah Lain (sukarela)",
    Scheme.KSDPK: "Kerja Sama Daerah dengan Pihak Ketiga",
    Scheme.KSDPL: "Kerja Sama Daerah dengan Pemerintah Daerah di Luar Negeri",
    Scheme.KSDLL: "Kerja Sama Daerah dengan Lembaga di Luar Negeri",
    Scheme.SINERGI: "Sinergi Perencanaan dan Pelaksanaan Pembangunan",
}

SCHEME_SHORT = {
    Scheme.KSDD_WAJIB: "KSDD wajib",
    Scheme.KSDD_SUKARELA: "KSDD sukarela",
    Scheme.KSDPK: "KSDPK",
    Scheme.KSDPL: "KSDPL",
    Scheme.KSDLL: "KSDLL",
    Scheme.SINERGI: "Sinergi",
}

KSDD = (Scheme.KSDD_WAJIB, Scheme.KSDD_SUKARELA)
KSDPK = (Scheme.KSDPK,)
LOCAL = (*KSDD, *KSDPK)
SINERGI = (Scheme.SINERGI,)
HOME = (*LOCAL, *SINERGI)
ABROAD = (Scheme.KSDPL, Scheme.KSDLL)

CONTRACTS = (Doc.PKS, Doc.KONTRAK)
UMBRELLAS = (Doc.KB, Doc.NK, Doc.LOI, Doc.MOU)
DERIVED = (*CONTRACTS, Doc.RK, Doc.RKT)

HEADS = frozenset({Doc.KB, Doc.NK, Doc.LOI})  # each begins its chain, and hangs on nothing

# Default chain per scheme: first document, then what is derived from it, the usual one first.
# PP 28/2018 Pasal 6, 19, 30, 46; Permendagri 22/2020 Pasal 6, 28, 52; Permendagri 25/2020 Pasal 9, 26.
FIRST_DOC = {
    Scheme.KSDD_WAJIB: Doc.KB,
    Scheme.KSDD_SUKARELA: Doc.KB,
    Scheme.KSDPK: Doc.KB,
    Scheme.KSDPL: Doc.LOI,
    Scheme.KSDLL: Doc.LOI,
    Scheme.SINERGI: Doc.NK,
}

CHILDREN: dict[Doc, tuple[Doc, ...]] = {
    Doc.KB: (Doc.PKS, Doc.KONTRAK),
    Doc.NK: (Doc.RK,),
    Doc.LOI: (Doc.MOU,),
    Doc.MOU: (Doc.RKT, Doc.PKS),
}

# Contracts of before PP 28/2018, also those with the central government, stay valid until they end
# (PP 28/2018 Pasal 48-49): their chains were freer.
LEGACY_BEFORE = date(2018, 7, 13)
LEGACY_CHILDREN: dict[Doc, tuple[Doc, ...]] = {
    Doc.KB: (Doc.PKS, Doc.KONTRAK, Doc.RK),
    Doc.NK: (Doc.RK, Doc.PKS, Doc.KONTRAK),
    Doc.LOI: (Doc.MOU,),
    Doc.MOU: (Doc.PKS, Doc.RKT, Doc.KONTRAK, Doc.RK),
}


# Which kind may carry on which, with the article on extending it; "" where none does. What was made with the
# central government is carried on as Sinergi, by an NK with its RK (PP 28/2018 Pasal 46, 49).
_AS_SINERGI = "PP 28/2018 Pasal 46 dan Pasal 49"
SUCCESSORS: dict[Doc, dict[Doc, str]] = {
    Doc.KB: {
        Doc.KB: "Permendagri 22/2020 Pasal 9 ayat (3) dan Pasal 32 ayat (3)",
        Doc.NK: _AS_SINERGI,
    },
    Doc.NK: {Doc.NK: ""},
    Doc.LOI: {Doc.LOI: ""},
    Doc.MOU: {
        Doc.MOU: "Permendagri 25/2020 Pasal 32 dan Pasal 33",
        Doc.KB: "PP 28/2018 Pasal 48",
        Doc.NK: _AS_SINERGI,
    },
    Doc.PKS: {Doc.PKS: "", Doc.KONTRAK: "", Doc.NK: _AS_SINERGI, Doc.RK: _AS_SINERGI},
    Doc.KONTRAK: {Doc.KONTRAK: "", Doc.PKS: "", Doc.NK: _AS_SINERGI, Doc.RK: _AS_SINERGI},
    Doc.RK: {Doc.RK: ""},
    Doc.RKT: {Doc.RKT: "Permendagri 25/2020 Pasal 26"},
}


def first_doc(scheme: Scheme) -> Doc:
    """The umbrella that opens the chain of ``scheme``."""
    return FIRST_DOC[scheme]


def children_of(doc: Doc, signed_on: date | None) -> tuple[Doc, ...]:
    """The documents that may come from ``doc``, the usual one first; none for a derived document.

    ``signed_on`` is the day of the parent's signing: before 13 July 2018 the older, freer chain holds.
    """
    table = LEGACY_CHILDREN if signed_on is not None and signed_on < LEGACY_BEFORE else CHILDREN
    return table.get(doc, ())


def derived_default(scheme: Scheme) -> Doc:
    """The derived document that a scheme's chain usually ends in, for one whose parent is unknown."""
    return children_of(Doc.MOU if first_doc(scheme) is Doc.LOI else first_doc(scheme), None)[0]


def is_umbrella(doc: Doc) -> bool:
    """Whether ``doc`` is an umbrella document (naskah payung), not one that is carried out."""
    return doc in UMBRELLAS


def is_of_sinergi(doc: Doc) -> bool:
    """Whether only Sinergi has such a document (Permendagri 22/2020 Pasal 52)."""
    return doc in {Doc.NK, Doc.RK}


def read_scheme(text: str) -> Scheme:
    """The scheme meant by a code; UsageError lists the codes."""
    try:
        return Scheme(text.strip().casefold())
    except ValueError:
        raise refusal(
            "choice-unknown", what="Bentuk kerja sama", text=quote(text), known=", ".join(Scheme)
        ) from None


def read_doc(text: str) -> Doc:
    """The kind of document meant by a code; UsageError lists the codes."""
    try:
        return Doc(text.strip().casefold())
    except ValueError:
        raise refusal("choice-unknown", what="Jenis naskah", text=quote(text), known=", ".join(Doc)) from None
