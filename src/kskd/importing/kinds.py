"""What an office calls a document, as a kind of document; and what a partner is, where that is certain."""

import re
from typing import NamedTuple

from kskd.domain.choices import KIND_NAMES, PartnerKind
from kskd.domain.document.chain import DERIVED, DOC_NAMES, FIRST_DOC, UMBRELLAS, Doc, Scheme, derived_default
from kskd.domain.values.names import key


class NamedKind(NamedTuple):
    """A kind as told: the document where that is certain, else among which it is (``kinds``).

    ``paper_name`` is what the paper calls itself, where that is not the name of its kind.
    """

    doc: Doc | None
    kinds: tuple[Doc, ...]
    paper_name: str | None = None
    is_amendment: bool = False

    def under(self, scheme: Scheme) -> Doc:
        """The document that such a one is under a scheme."""
        if self.doc is not None:
            return self.doc
        if self.kinds is DERIVED:
            return derived_default(scheme)
        return Doc.MOU if FIRST_DOC[scheme] is Doc.LOI else FIRST_DOC[scheme]


_ADENDUM = r"\b(?:adendum|addendum|adendun|amandemen|amendment)\b"
_AMENDMENT = re.compile(_ADENDUM)
_WHICH = (
    r"(?:ke)?\W*(?:(?:[ivx]+|[0-9]+|(?:ke)?(?:satu|dua|tiga|empat|lima)|pertama)\b)?"
    r"\W*(?:(?:atas|terhadap|dari|pada|untuk|tentang|of|to)\b)?\W*"
)
_WORDS: tuple[tuple[str, Doc | None, tuple[Doc, ...]], ...] = (
    (r"rencana kegiatan tahunan|rkt", Doc.RKT, DERIVED),
    (r"rencana kerja|rk", Doc.RK, DERIVED),
    (r"pernyataan kehendak.*|letter of intent|loi", Doc.LOI, UMBRELLAS),
    (r"perjanjian kerja ?sama.*|pks|agreement", Doc.PKS, DERIVED),
    (r"kontrak.*|surat perjanjian.*", Doc.KONTRAK, DERIVED),
    (r"nota kesepa(?:katan|haman).*|nk|nk", None, UMBRELLAS),
    (r"kese(?:pakatan|pahaman) bersama|kb", None, UMBRELLAS),
    (r"naskah kerja sama.*|memorandum.*|mou|moa|piagam.*", None, UMBRELLAS),
)


def read_kind(text: str) -> NamedKind | None:
    """The kind that the words name; None where they name none."""
    folded = key(text)
    if len({_CODES[word] for word in folded.split() if word in _CODES}) > 1:
        return None  # "MoU/PKS" is either
    if _AMENDMENT.search(folded):
        return NamedKind(None, (), text, is_amendment=True)
    bare = re.sub(r"\b(pks|kb|nk|mou|loi|rk|rkt)$", "", folded).strip() or folded
    for pattern, doc, kinds in _WORDS:
        if any(re.fullmatch(pattern, one) for one in (folded, bare)):
            names = {key(name) for name in (*DOC_NAMES.values(), *Doc)}
            return NamedKind(doc, kinds, None if {folded, bare} & names else text.strip())
    return None


def amended_title(text: str) -> str:
    """The title of the document that that of an adendum names ("Adendum I PKS Gizi"); empty for none."""
    found = re.match(rf"\W*{_ADENDUM}\W*{_WHICH}", text, re.IGNORECASE)
    return text[found.end() :].strip() if found else ""


_CODES = dict.fromkeys(("pks", "kontrak", "rk", "rkt"), DERIVED) | dict.fromkeys(
    ("mou", "kb", "nk", "loi"), UMBRELLAS
)
_PARTNER_WORDS: tuple[tuple[str, PartnerKind], ...] = (
    (r"pemda|pemerintah daerah.*|daerah lain|pemkab.*|pemkot.*|pemprov.*", PartnerKind.PEMDA),
    (r"k l|kementerian.*|lembaga negara|lpnk", PartnerKind.KEMENTERIAN),
    (r"instansi vertikal", PartnerKind.INSTANSI_VERTIKAL),
    (r"bumn", PartnerKind.BUMN),
    (r"bumd", PartnerKind.BUMD),
    (r"swasta|perusahaan.*|badan usaha swasta", PartnerKind.PERUSAHAAN),
    (r"koperasi", PartnerKind.KOPERASI),
    (r"universitas|perguruan tinggi.*|kampus|pt negeri|pt swasta|ptn|pts", PartnerKind.PERGURUAN_TINGGI),
    (r"ormas|organisasi kemasyarakatan|yayasan|lsm", PartnerKind.ORMAS),
    (r"perseorangan|perorangan", PartnerKind.PERSEORANGAN),
)
_NAMES: tuple[tuple[str, PartnerKind], ...] = (
    (r"kementerian .*", PartnerKind.KEMENTERIAN),
    (
        r"(?:pemerintah (?:daerah )?|pemda |pem)(?:kab|kabupaten|kot|kota|prov|provinsi)\b.*",
        PartnerKind.PEMDA,
    ),
    (r"(?:universitas|institut|politeknik|sekolah tinggi|akademi|stikes) .*", PartnerKind.PERGURUAN_TINGGI),
    (r"(?:koperasi|kud) .*", PartnerKind.KOPERASI),
    (r"(?:yayasan|perkumpulan) .*", PartnerKind.ORMAS),
    (r"cv .*", PartnerKind.PERUSAHAAN),
)
_LOCAL_NAMES = r"(?:pt|cv|ud|bank|rs|rumah sakit|klinik) .*"


def read_partner_kind(text: str) -> PartnerKind | None:
    """The kind that a cell about the partner's kind names; None where it names none."""
    folded = key(text)
    named = {key(word): kind for kind, word in KIND_NAMES.items()} | {key(kind): kind for kind in PartnerKind}
    found = named.get(folded)
    return found or next((kind for words, kind in _PARTNER_WORDS if re.fullmatch(words, folded)), None)


def kind_of_name(name: str) -> PartnerKind | None:
    """The kind of a partner that its name alone makes certain."""
    folded = key(name)
    return next((kind for words, kind in _NAMES if re.fullmatch(words, folded)), None)


_THIRD = frozenset(
    {
        PartnerKind.BUMN,
        PartnerKind.BUMD,
        PartnerKind.PERUSAHAAN,
        PartnerKind.KOPERASI,
        PartnerKind.PERGURUAN_TINGGI,
        PartnerKind.ORMAS,
        PartnerKind.PERSEORANGAN,
    }
)
_SCHEMES: dict[PartnerKind, tuple[Scheme, ...]] = {
    **dict.fromkeys(_THIRD, (Scheme.KSDPK,)),
    PartnerKind.PEMDA: (Scheme.KSDD_WAJIB, Scheme.KSDD_SUKARELA),
    PartnerKind.KEMENTERIAN: (Scheme.SINERGI,),
    PartnerKind.INSTANSI_VERTIKAL: (Scheme.SINERGI,),
    PartnerKind.PEMDA_LUAR_NEGERI: (Scheme.KSDPL,),
    PartnerKind.LEMBAGA_LUAR_NEGERI: (Scheme.KSDLL,),
}


def schemes_for(name: str, kind: PartnerKind | None) -> tuple[Scheme, ...]:
    """The schemes that a partner may be under: one where that is certain, none where nothing is known."""
    if kind is not None:
        return _SCHEMES[kind]
    return (Scheme.KSDPK,) if re.fullmatch(_LOCAL_NAMES, key(name)) else ()
