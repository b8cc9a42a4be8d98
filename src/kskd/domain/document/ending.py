"""Early ends: the grounds that the law gives per scheme, those that it does not, and what a typed text means.

A change of the head of the region or of an official ends no cooperation (PP 28/2018 Pasal 9, 22); where one
was ended so all the same, a rule finds it.
"""

import re
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from kskd.domain.document.chain import SCHEME_SHORT, Scheme
from kskd.domain.values import names
from kskd.domain.values.dates import format_date
from kskd.domain.values.text import clean, quote
from kskd.errors import refusal

if TYPE_CHECKING:
    from kskd.domain.values.days import Day

_KSDD = (Scheme.KSDD_WAJIB, Scheme.KSDD_SUKARELA)
_ABROAD = (Scheme.KSDPL, Scheme.KSDLL)
_PP_KSDD = "PP 28/2018 Pasal 9 ayat (1)"
_PP_KSDPK = "PP 28/2018 Pasal 22"
_P25 = "Permendagri 25/2020 Pasal 34"

# Of Sinergi no article says how it ends (PP 28/2018 Pasal 46, Permendagri 22/2020 Pasal 52-60).
BY_AGREEMENT = "tidak diatur untuk Sinergi; menurut kesepakatan para pihak"


CHANGE_OF_LEADER = "pergantian-pejabat"
NOTHING = r"(?!)"  # is never meant by words of its own


class Ground(NamedTuple):
    """One ground: its code, what it is called, the article per scheme, and how people write it."""

    code: str
    label: str
    articles: dict[Scheme, str]
    pattern: str

    def article(self, scheme: Scheme) -> str:
        """The article that gives this ground to the scheme; a scheme corrected later may have none."""
        return self.articles.get(scheme, f"bukan dasar pengakhiran {SCHEME_SHORT[scheme]}")


def _domestic() -> dict[Scheme, str]:
    return {**dict.fromkeys(_KSDD, _PP_KSDD), Scheme.KSDPK: _PP_KSDPK, Scheme.SINERGI: BY_AGREEMENT}


GROUNDS = {
    ground.code: ground
    for ground in (
        Ground(
            "tujuan",
            "tujuan tercapai",
            {**_domestic(), **dict.fromkeys(_ABROAD, _P25)},
            r"\b(tujuan|sasaran|maksud)\b.*\b(ter|di)(capai|penuhi|wujud)"
            r"|\btercapai\w* (tujuan|sasaran|maksud)\b",
        ),
        Ground(
            "kesepakatan",
            "kesepakatan para pihak",
            {**_domestic(), **dict.fromkeys(_ABROAD, _P25)},
            r"\b(ke|di|ber|meny)?s?epakat(i|an|nya)*\b(?! (bersama )?baru)"
            r"|\bpersetujuan (para|kedua)\b|\bkehendak bersama\b",
        ),
        Ground(
            "peraturan",
            "perubahan kebijakan atau peraturan",
            _domestic(),
            r"\b(peraturan|kebijakan|undang|regulasi|perpu\w*|perbup|perwali|perda)\b.*\b(ber|per)?ubah\w*"
            r"|\b(per|ber)?ubah\w*\b.*\b(peraturan|kebijakan|undang|regulasi)"
            r"|\b(peraturan|kebijakan|regulasi|undang undang|perbup|perwali|perda)\b.*\bbaru\b",
        ),
        Ground(
            "objek",
            "objek kerja sama hilang atau musnah",
            _domestic(),
            r"\b(objek|obyek)\b.*\b(hilang|musnah|hancur|tidak ada lagi|rusak)"
            r"|\b(hilang|musnah|hancur)nya\b.*\b(objek|obyek)",
        ),
        Ground(
            "pengadilan",
            "putusan pengadilan yang berkekuatan hukum tetap",
            {Scheme.KSDPK: _PP_KSDPK},
            r"\b(pengadilan|inkrah\w*|inkracht|kekuatan hukum tetap|berkekuatan hukum)\b",
        ),
        Ground(
            "pailit",
            "pihak ketiga dinyatakan pailit",
            {Scheme.KSDPK: _PP_KSDPK},
            r"\b(pailit|kepailitan|bangkrut)\b",
        ),
        Ground(
            "penggantian",
            "diganti dengan perjanjian baru",
            dict.fromkeys(_ABROAD, _P25),
            r"\b(di|meng|peng|ter)?ganti\w*\b.*\b(perjanjian|naskah|kesepakatan|mou|kerja sama)\b"
            r"|\b(perjanjian|naskah|kesepakatan bersama|kesepakatan|mou)\b.*\bbaru\b",
        ),
        # In no list of the law.
        Ground(CHANGE_OF_LEADER, "pergantian kepala daerah atau pejabat", {}, NOTHING),
        Ground("lain", "dasar lain, di luar daftar peraturan", {}, NOTHING),
    )
}

_OFFICES = (
    r"\b(bupati|wali ?kota|gubernur|kepala (daerah|dinas|badan|kantor|bagian|biro|opd)|kadis|kaban|sekda|"
    r"sekretaris daerah|camat|pejabat|pimpinan|pemimpin|pj|plt|menteri|direktur|rektor|dirut|ketua|"
    r"kepemimpinan|penanda ?tangan)\b"
)
_CHANGES = (
    r"\b(\w*ganti\w*|\w*mutasi\w*|\w*pensiun\w*|purna\w*|(di|pe)?lantik\w*|pelantikan|terpilih|rotasi|"
    r"\w*berhenti\w*|baru|lama|meninggal|mundur|mengundurkan|lengser|turun|beralih|peralihan|(ber|per)?ubah\w*|"
    r"serah terima|tidak menjabat|masa jabatan|habis jabatan|berakhir jabatan)\b"
)
_WORDS_OF_OFFICE = (
    r"\b(peraturan|keputusan|kebijakan|surat|instruksi|sk)"
    r" (kepala daerah|bupati|wali ?kota|gubernur|menteri)\b"
)
_LEADER_ALONE = r"\b(pilkada|pemilihan kepala daerah|serah terima jabatan|masa jabatan|habis jabatan)\b"
_EXPIRY = (
    r"\b(habis|lewat|selesai|berakhir\w*)\b.*\b(masa|jangka|waktu)\b"
    r"|\b(masa|jangka)\b.*\b(habis|lewat|selesai|berakhir)\b"
)


class Ending(NamedTuple):
    """An early end: the last day in force, and the code of its ground."""

    on: date
    ground: str

    @property
    def label(self) -> str:
        """The ground in words; a code that this kskd does not know stands for itself."""
        return GROUNDS[self.ground].label if self.ground in GROUNDS else self.ground

    def check(self, agreement: str, signed: "Day | None", ends: "Day | None") -> None:
        """Raise InvalidFact where the document cannot have been signed by then, or is over by then anyhow."""
        if signed is None or self.on < signed.earliest:
            when = "belum ditandatangani" if signed is None else f"ditandatangani {signed.words}"
            raise refusal("ending-before-signing", id=agreement, when=when, day=format_date(self.on))
        if ends is not None and self.on >= ends.latest:
            raise refusal("ending-after-end", id=agreement, end=ends.words, day=format_date(self.on))


def grounds_of(scheme: Scheme) -> tuple[Ground, ...]:
    """The grounds on which a cooperation of this scheme may end early."""
    return tuple(ground for ground in GROUNDS.values() if scheme in ground.articles)


def read_ground(text: str, scheme: Scheme) -> Ground:
    """The one ground that is meant by a code or by words, whether or not the law gives it to the scheme.

    Raises InvalidFact, with the grounds there are, for none or several.
    """
    typed = names.key(clean(text, "dasar pengakhiran"))
    exact = [one for one in GROUNDS.values() if typed in {names.key(one.code), names.key(one.label)}]
    if exact:
        return exact[0]
    if _is_change_of_leader(typed):
        return GROUNDS[CHANGE_OF_LEADER]
    allowed = grounds_of(scheme)
    choices = "; ".join(f"{one.code} ({one.label})" for one in (*allowed, GROUNDS["lain"]))
    if re.search(_EXPIRY, typed):
        raise refusal("ground-expiry", scheme=SCHEME_SHORT[scheme], known=choices)
    found = [one for one in GROUNDS.values() if re.search(one.pattern, typed)] or _resembling(typed)
    meant = [one for one in found if one in allowed] or found
    if len(meant) == 1:
        return meant[0]
    raise refusal("ground-unclear" if found else "ground-unknown", text=quote(text), known=choices)


def _is_change_of_leader(typed: str) -> bool:
    rest = re.sub(_WORDS_OF_OFFICE, " ", typed)
    return bool(re.search(_LEADER_ALONE, rest) or (re.search(_OFFICES, rest) and re.search(_CHANGES, rest)))


def _resembling(typed: str) -> list[Ground]:
    near = names.closest(typed, [(one.label, one.code) for one in GROUNDS.values()], limit=1)
    return [GROUNDS[code] for _, code in near]
