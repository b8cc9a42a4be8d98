"""Mitra: the other parties of a cooperation, and what kinds of them the law knows."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from kskd.domain.values.text import quote
from kskd.errors import refusal


class PartnerKind(StrEnum):
    """What a partner is; decides which scheme may fit (PP 28/2018 Pasal 2, 14, 24-25, 46)."""

    PEMDA = "pemda"
    KEMENTERIAN = "kementerian"
    INSTANSI_VERTIKAL = "instansi-vertikal"
    BUMN = "bumn"
    BUMD = "bumd"
    PERUSAHAAN = "perusahaan"
    KOPERASI = "koperasi"
    PERGURUAN_TINGGI = "perguruan-tinggi"
    ORMAS = "ormas"
    PERSEORANGAN = "perseorangan"
    PEMDA_LUAR_NEGERI = "pemda-luar-negeri"
    LEMBAGA_LUAR_NEGERI = "lembaga-luar-negeri"


KIND_NAMES = {
    PartnerKind.PEMDA: "Pemerintah daerah lain",
    PartnerKind.KEMENTERIAN: "Kementerian/lembaga",
    PartnerKind.INSTANSI_VERTIKAL: "Instansi vertikal",
    PartnerKind.BUMN: "BUMN",
    PartnerKind.BUMD: "BUMD",
    PartnerKind.PERUSAHAAN: "Perusahaan swasta",
    PartnerKind.KOPERASI: "Koperasi",
    PartnerKind.PERGURUAN_TINGGI: "Perguruan tinggi",
    PartnerKind.ORMAS: "Organisasi kemasyarakatan",
    PartnerKind.PERSEORANGAN: "Perseorangan",
    PartnerKind.PEMDA_LUAR_NEGERI: "Pemerintah daerah di luar negeri",
    PartnerKind.LEMBAGA_LUAR_NEGERI: "Lembaga di luar negeri",
}


@dataclass(frozen=True, slots=True)
class Partner:
    """One partner under today's name; ``kind`` is None while unknown."""

    id: int
    name: str
    kind: PartnerKind | None = None
    aliases: tuple[str, ...] = ()
    merged_into: int | None = None


def read_kind(text: str | None) -> PartnerKind | None:
    """The kind of partner meant by a code; UsageError lists the codes."""
    if text is None:
        return None
    try:
        return PartnerKind(text.strip().casefold())
    except ValueError:
        raise refusal(
            "choice-unknown", what="Jenis mitra", text=quote(text), known=", ".join(PartnerKind)
        ) from None
