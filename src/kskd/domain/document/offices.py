"""What the words for a signer's office say: a head of region, the leader of a partner, another, nothing sure.

Names, academic titles and office stand in one cell, in any order, as people write them.
"""

import re

# "Mayor" is a rank too, with the branch of the forces behind it; "Kepala Daerah Operasi" is of the railway.
_RANK = r"(?![ ,]+(?:inf|cpl|cpm|czi|arh|arm|kav|caj|cba|chb|ckm|cku|laut|pnb|tek|mar|pol|purn)\b)"
_HEAD = (
    rf"(?:bupati|wali[ -]?kota|gubernur|kepala daerah(?! operasi)|regent|mayor{_RANK}|governor"
    r"|head of (?:the )?region)\b"
)
_ACTING = r"(?:(?:pj|pjs|plt|plh|penjabat(?: sementara)?|pelaksana (?:tugas|harian)|acting|interim)\b[. ]*)"
_OTHER = (
    r"\b(?:wakil|sekretaris|sekda|setda|asisten|staf|ajudan|juru bicara|tenaga ahli"
    r"|kepala(?! daerah| pemerintah)"
    r"|kadis\w*|kadin\w*|kaban\w*|kabag\w*|kabid\w*|ka\.? ?(?:dinas|badan|bagian|bidang|upt\w*)"
    r"|camat|lurah|direktur|inspektur|manajer"
    r"|deputy|vice|secretary|head of (?!(?:the )?region)|director|manager|assistant|chief)\b"
)
# Whose name it is done in: of the region itself nothing follows, of its head that another signed.
_FOR = (
    r"\b(?:a\.? ?n\.|a/n\b|a\.n\b|u\.? ?b\.|(?:untuk dan )?atas nama\b|mewakili\b"
    r"|(?:selaku )?kuasa(?: dari)?\b"
    r"|(?:for and )?on behalf of\b)"
)
_CAPACITY = r"\b(?:selaku|sebagai|as|in (?:his|her|the) capacity (?:as|of))\b(?: the\b)?"

_IS_ACTING_HEAD = _ACTING + _HEAD
_IS_UNSURE = rf"\b(?:pejabat|mantan|calon|former|ex)\b[ -]*{_HEAD}"
_PRINCIPAL = rf"(?s:{_FOR}.*?(?=[,;:/\n]|{_OTHER}|{_CAPACITY}|\Z))"
_REPRESENTED = r"(?s:.*)\bdiwakili(?: oleh)?\b"
_LEADING_UP = rf"(?s:.*){_CAPACITY}"
_DONE = r"(?= *(?:\Z|[,;/\n]|dan\b))"
_IS_LEADER = (
    r"\b(?:direktur utama|presiden direktur|pimpinan|pemimpin|rektor|ketua (?:umum|yayasan|pengurus|koperasi)"
    r"|president director|chief executive officer|ceo|chair(?:man|person)"
    rf"|(?:direktur|ketua){_DONE})"
)
_IS_BELOW = (
    r"\b(?:wakil|sekretaris|manajer|manager|supervisor|staf|asisten|bendahara|deputi|deputy|vice|kasubag|kabag|kabid"
    r"|(?:kepala|koordinator) (?:bagian|bidang|seksi|divisi|departemen|sub|tata usaha|biro)"
    r"|(?:ketua|kepala) (?:program studi|prodi|jurusan))"
)
_OF_PART = (
    r"\b(?:(?:kepala|pimpinan|pemimpin|direktur)(?: kantor)?"
    r" (?P<part>cabang|wilayah|area|unit|perwakilan|regional)"
    r"|(?P<dean>dekan))\b"
)
_IS_MINISTER = r"(?:\A|[,;:/\n.] *)(?:menteri|minister)\b"
_PARTS = r"[,;:/\n]| [-–] "
_NOT_ITSELF = r"\b(?:wakil|asisten|staf|ajudan|sekretariat|deputi|vice|deputy)\b.*"
# Who leads the TKKSD (Permendagri 22/2020 Pasal 47), by the position there.
_LEADS_TEAM = {
    "ketua": rf"(?!.*{_NOT_ITSELF})(?:.*\b(?:sekretaris daerah|sekda)\b)",
    "wakil-ketua": r"(?:.*\basisten\b)",
    "sekretaris": r"(?:.*\b(?:kepala (?:biro|bagian)|karo|kabag)\b)",
}


def is_head(office: str) -> bool | None:
    """Whether an office is that of a head of region, or of one who acts for him; None for an unknown form."""
    words = _own_words(office)
    capacity = re.sub(_LEADING_UP, "", words)
    if re.search(_HEAD, capacity):
        words = capacity
    if re.search(_IS_UNSURE, words):
        return None
    if re.search(_IS_ACTING_HEAD, words):
        return True
    found = [said for part in re.split(_PARTS, words) if (said := _of_part(part)) is not None]
    if not found:
        return None
    # The office comes first, or after nothing but a name; two offices side by side leave it open.
    return found[0] if found[0] or not any(found) else None


def _own_words(office: str) -> str:
    """What is said of the one who signs, without those in whose name it is done."""
    words = re.sub(
        r"[\"' \t]+", " ", re.sub(r" *[()] *", ", ", re.sub(r"\(purn\.?\)", "purn", office.casefold()))
    )
    return re.sub(_PRINCIPAL, ", ", re.sub(_REPRESENTED, "", words)).strip(" ,")


def is_leader(office: str, partner: str) -> bool | None:
    """Whether an office leads a partner (pimpinan); False where clearly below, None for an unknown form.

    Who leads a part, such as a branch or a faculty, stands below unless the partner itself is that part;
    beside the partner's own name a director, chairman or head is that of the whole.
    """
    words, name = _own_words(office), partner.casefold()
    part = re.search(_OF_PART, words)
    if part is not None:
        return None if (part["part"] or "fakultas") in name else False
    below, leads = re.search(_IS_BELOW, words), re.search(_IS_LEADER, words)
    if below is not None and (leads is None or below.start() < leads.start()):
        return False
    if leads is None and name and re.search(rf"\b(?:direktur|ketua|kepala) {re.escape(name)}{_DONE}", words):
        return True
    return True if leads is not None else None


def is_minister(office: str) -> bool:
    """Whether a minister signs himself, who needs no power."""
    return re.search(_IS_MINISTER, _own_words(office)) is not None


def fits_team(position: str | None, office: str) -> bool | None:
    """Whether an office is the one that leads the TKKSD in a position; None for an unknown form.

    Of positions that the law does not fill it says None.
    """
    pattern = _LEADS_TEAM.get(position or "")
    if pattern is None:
        return None
    if re.match(pattern, _own_words(office), re.DOTALL):
        return True
    return None if is_head(office) is None else False


def _of_part(part: str) -> bool | None:
    head, other = re.search(_HEAD, part), re.search(_OTHER, part)
    if head is None:
        return None if other is None else False
    return other is None or head.start() < other.start()
