"""The closed lists that partners and evaluations choose from, with the words printed."""

from enum import StrEnum
from typing import TypeVar

from kskd.domain.values.text import quote
from kskd.errors import refusal

_Choice = TypeVar("_Choice", bound=StrEnum)


class Recommendation(StrEnum):
    """The closed list of final judgements."""

    LANJUT = "lanjut"
    PERBAIKI = "perbaiki"
    PERPANJANG = "perpanjang"
    PERLUAS = "perluas"
    HENTIKAN = "hentikan"

    @property
    def label(self) -> str:
        """The words that a report prints."""
        return _RECOMMENDATION_LABELS[self]


class TargetKind(StrEnum):
    """What a document promises: a product, an effect, or something that a party must do."""

    OUTPUT = "output"
    OUTCOME = "outcome"
    DUTY = "duty"

    @property
    def label(self) -> str:
        """The words that a report prints."""
        return _TARGET_KIND_LABELS[self]


class OwedBy(StrEnum):
    """The party that owes a target."""

    PEMDA = "pemda"
    MITRA = "mitra"

    @property
    def label(self) -> str:
        """The words that a report prints."""
        return _OWED_BY_LABELS[self]


class Counting(StrEnum):
    """What the realisation of a period says: the sum so far, or what was reached in that period alone."""

    SUM = "kumulatif"
    PERIOD = "per-periode"

    @property
    def label(self) -> str:
        """The words that a report prints."""
        return "Kumulatif" if self is Counting.SUM else "Per periode"


class Channel(StrEnum):
    """The way by which a report came in."""

    LETTER = "surat"
    DESK = "desk"
    FORM = "formulir"
    MAIL = "surel"
    MESSAGE = "pesan"
    OTHER = "lainnya"


class FillerRole(StrEnum):
    """For whom somebody filled the form."""

    OPD = "opd"
    OFFICE = "bagian"
    PARTNER = "mitra"

    @property
    def label(self) -> str:
        """The words that are printed."""
        return {"opd": "OPD", "bagian": "Bagian Kerja Sama", "mitra": "Mitra"}[self]


class OfficialRole(StrEnum):
    """What somebody with an office is to the cooperation office."""

    SIGNER = "penanda-tangan"
    TEAM = "tkksd"
    LIAISON = "penghubung"
    CONTACT = "kontak"

    @property
    def label(self) -> str:
        """The words that are printed."""
        return {"tkksd": "TKKSD"}.get(self.value, self.value.replace("-", " ").capitalize())


class TeamPosition(StrEnum):
    """The places in the TKKSD (Permendagri 22/2020 Pasal 47)."""

    HEAD = "ketua"
    VICE = "wakil-ketua"
    SECRETARY = "sekretaris"
    MEMBER = "anggota"

    @property
    def label(self) -> str:
        """The words that are printed."""
        return self.value.replace("-", " ").capitalize()


_RECOMMENDATION_LABELS = {
    Recommendation.LANJUT: "Dilanjutkan",
    Recommendation.PERBAIKI: "Dilanjutkan dengan perbaikan",
    Recommendation.PERPANJANG: "Diperpanjang",
    Recommendation.PERLUAS: "Diperluas",
    Recommendation.HENTIKAN: "Dihentikan",
}
_TARGET_KIND_LABELS = {
    TargetKind.OUTPUT: "Keluaran",
    TargetKind.OUTCOME: "Hasil",
    TargetKind.DUTY: "Kewajiban",
}
_OWED_BY_LABELS = {OwedBy.PEMDA: "Pemda", OwedBy.MITRA: "Mitra"}


# What stands in the way, in the words in which offices sort it: a convention, not a list of the law.
OBSTACLE_CATEGORIES = {
    "anggaran": "Anggaran",
    "sdm": "Sumber daya manusia",
    "sarana": "Sarana dan prasarana",
    "data": "Data dan dokumen",
    "regulasi": "Peraturan dan perizinan",
    "koordinasi": "Koordinasi antarinstansi",
    "mitra": "Pemenuhan kewajiban mitra",
    "lainnya": "Lainnya",
}


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


def read_choice(text: str, choices: type[_Choice], label: str) -> _Choice:
    """One of a closed list by its code; UsageError, which calls the list by ``label``, lists them."""
    try:
        return choices(text.strip().casefold())
    except ValueError:
        raise refusal("choice-unknown", what=label, text=quote(text), known=", ".join(choices)) from None
