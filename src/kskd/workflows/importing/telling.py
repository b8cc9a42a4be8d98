"""What a row comes to as options of the command line: kind, scheme, signing, and numbers of its parties."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kskd.domain.document import chain
from kskd.domain.document.chain import Doc, Scheme
from kskd.domain.document.said import several_numbers
from kskd.domain.values.days import UNKNOWN
from kskd.domain.values.text import fold, quote
from kskd.importing.kinds import NamedKind, read_kind, schemes_for

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kskd.domain.choices import PartnerKind
    from kskd.importing.reading import RowReading

_SIGNED = (
    r"(?:masih )?(?:berlaku|aktif|active|berjalan)"
    r"|.*\b(?:berakhir|habis|kedaluwarsa|expired|ended|selesai)\b.*"
)
_OVER = (
    r"(?:tidak|tdk|non)[ -]?(?:berlaku|aktif)\b.*"
    r"|di(?:cabut|hentikan|putuskan?|akhiri)\b.*|terminated|discontinued"
)
_NAMED = (
    r"\b(?:mou|pks|loi|nota kesepakatan|kesepakatan bersama|nota kesepahaman|perjanjian kerja sama"
    r"|rencana kerja|addendum|adendum)\b"
)
_BEGINNING = rf"{_NAMED}|\b(?:kesepahaman bersama|kontrak|memorandum of understanding)\b"
_CALLED_OFF = (
    r"(?:(?:status|pks|mou|kerja ?sama|naskah|dokumen)\W+)?"
    r"(?:(?:di)?batal(?:kan)?|tidak jadi|tdk jadi|gagal (?:ttd|ditandatangani)|urung|dicoret)\b.{0,40}"
)
_CODES = frozenset({"mou", "kb", "nk", "pks", "loi"})
_SCHEMES_OF = {Doc.NK: (Scheme.SINERGI,), Doc.RK: (Scheme.SINERGI,), Doc.LOI: chain.ABROAD}


def kind_of(reading: RowReading, usual: str, *, has_parent: bool) -> NamedKind | None:
    """The kind of a row by its code, its words, those over the list, else by where it stands."""
    told = reading.typed.get("doc")
    if isinstance(told, str):
        doc = chain.read_doc(told)
        return NamedKind(doc, (doc,))
    for words in (reading.beside.get("kind"), kind_in([reading.record.section]), usual):
        if words and (kind := read_kind(words)):
            return kind
    if isinstance(paper := reading.typed.get("paper_name"), str) and (kind := read_kind(paper)):
        return kind
    return _kind_of_title(reading) or (NamedKind(None, chain.DERIVED) if has_parent else None)


def _kind_of_title(reading: RowReading) -> NamedKind | None:
    """The kind with whose name the title begins ("PKS Klinik …"), else the one that stands in the number."""
    title, number = reading.typed.get("title"), reading.typed.get("number")
    if isinstance(title, str) and (found := re.match(_BEGINNING, title.strip(), re.IGNORECASE)):
        return read_kind(found[0])
    if not isinstance(number, str):
        return None
    codes = {one for one in re.split(r"[^a-z]+", number.casefold()) if one in _CODES}
    return read_kind(codes.pop()) if len(codes) == 1 else None


def kind_in(texts: Iterable[str]) -> str:
    """What the name of a sheet or a title calls the documents of a list; empty where it is not one kind."""
    found = {match.casefold() for text in texts for match in re.findall(_NAMED, text, re.IGNORECASE)}
    kinds = {kind.kinds for one in found if (kind := read_kind(one))}
    return min(found) if len(kinds) == 1 else ""


def is_umbrella(kind: NamedKind) -> bool:
    """Whether such a one is an umbrella."""
    return bool(kind.kinds) and chain.is_umbrella(kind.kinds[0])


def may_be_under(kind: NamedKind) -> tuple[Scheme, ...]:
    """The schemes that such a document may be under, whoever its partners are."""
    return _SCHEMES_OF.get(kind.doc, tuple(Scheme)) if kind.doc else tuple(Scheme)


def scheme_of(kind: NamedKind, partners: Sequence[tuple[str, PartnerKind | None]]) -> tuple[Scheme, ...]:
    """The schemes that such a document with these partners may be under; one where that is certain."""
    found = set(may_be_under(kind))
    told = [set(may) for name, sort in partners if (may := schemes_for(name, sort))]
    for one in told:
        found &= one
    return tuple(scheme for scheme in Scheme if scheme in found) if told or len(found) == 1 else ()


def pair_numbers(reading: RowReading, count: int) -> None:
    """Pair the numbers in one cell with the parties where they are as many, else leave them to a person.

    In a list that kskd made they are paired already.
    """
    typed = reading.typed
    if reading.is_whole:
        return
    if both := reading.beside.get("numbers"):
        parts = _several(both)
        given = {*reading.names("number"), *reading.names("partner_number")}
        if parts is not None and len(parts) == 1 + count and not {"number", "partner_number"} & typed.keys():
            typed["number"], typed["partner_number"] = parts[0], list(parts[1:])
        elif not given or set(parts or (both,)) - given.union(reading.names("more_number"), _more(reading)):
            reading.problem("belum jelas nomor siapa; pisahkan menurut pihak.", "numbers", parts or ())
    number = typed.get("number")
    if isinstance(number, str) and (parts := _several(number)) is not None:
        del typed["number"]
        reading.problem("beberapa nomor dalam satu sel; pisahkan menurut pihak.", "number", parts)
    theirs = reading.names("partner_number")
    is_one = any(one.concept == "partner_number" and one.typed.lstrip()[:1] == '"' for one in reading.told)
    if not is_one and len(theirs) == 1 and (parts := several_numbers(theirs[0])) is not None:
        theirs = list(parts)
    if not theirs or theirs == ["-"]:
        typed.pop("partner_number", None)
    elif len(theirs) == count:
        typed["partner_number"] = theirs
    else:
        del typed["partner_number"]
        why = f"{len(theirs)} nomor untuk {count} mitra; sebut nomor setiap mitra, - bila tidak diketahui."
        reading.problem(why, "partner_number", theirs)
    for key in ("partner_signer", "partner_brings", "partner_contribution"):
        told = reading.names(key)
        if told and len(told) != count:
            del typed[key]
            if told != ["-"]:
                reading.problem(f"{len(told)} isian untuk {count} mitra.", key, told)


def _several(cell: str) -> tuple[str, ...] | None:
    """The numbers in a cell, each perhaps in a line of its own; None of what is one number."""
    return several_numbers("; ".join(line for line in map(fold, cell.splitlines()) if line))


def _more(reading: RowReading) -> set[str]:
    """The further numbers of partners, told as PARTNER=NUMBER."""
    return {one.partition("=")[2] for one in reading.names("partner_more_number")}


def signed_at_entry(reading: RowReading) -> bool:
    """Let a new document be signed on a day known in part where the sheet tells no more; False if none is.

    Readings of one year leave the year certain. What neither has a day nor is called a draft is left.
    """
    typed = reading.typed
    if "signed" in typed or reading.is_whole:
        return True
    if "signed" in reading.undecided:
        told = [one for one in reading.problems if one.readings]
        cells = {one.column for one in reading.told if one.concept == "signed"}
        readings = [words for one in told if one.column in cells for words in one.readings]
        years = {words[-4:] for words in readings}
        is_certain = len(readings) > 1 and len(years) == 1 and min(years).isdigit()
        typed["signed"] = years.pop() if is_certain else UNKNOWN
        return True
    claim = fold(reading.beside.get("status_claim", "")).casefold()
    if reading.is_draft or "starts" in typed or {"ends", "starts"} & reading.undecided:
        if not reading.is_draft and "starts" not in typed:
            typed["signed"] = UNKNOWN
        return True
    if re.fullmatch("(?:19|20)[0-9]{2}", year := reading.beside.get("year", "").removesuffix(".0")):
        typed["signed"] = year
    elif re.fullmatch(_SIGNED, claim):
        typed["signed"] = UNKNOWN
    return "signed" in typed


def called_off(reading: RowReading) -> str:
    """The concept of the cell that says that the document was called off; empty where none does."""
    if reading.is_whole or not {"ended_on", "void_reason"}.isdisjoint(reading.beside):
        return ""
    told = {"status_claim": reading.beside.get("status_claim"), "note": reading.typed.get("note")}
    texts = ((concept, fold(text).casefold()) for concept, text in told.items() if isinstance(text, str))
    return next((concept for concept, text in texts if re.fullmatch(_CALLED_OFF, text)), "")


def require_fields(reading: RowReading) -> None:
    """Name what no column tells and no document does without."""
    for key, what in (("title", "judul"), ("partner", "mitra"), ("opd", "OPD pemrakarsa")):
        if not reading.typed.get(key) and key not in reading.undecided:
            reading.problem(f"{what} tidak disebut.", key)


def claim_differs(reading: RowReading, status: str) -> str | None:
    """A remark where the sheet says another status than follows from the days that are recorded."""
    claim = fold(reading.beside.get("status_claim", "")).casefold()
    if not claim or "ended_on" in reading.beside:
        return None
    says_active = re.fullmatch(r"(?:masih )?(?:berlaku|aktif|active|berjalan)", claim) is not None
    says_over = not says_active and re.fullmatch(f"{_SIGNED}|{_OVER}", claim) is not None
    if (says_active and status in {"active", "upcoming"}) or (says_over and status in {"expired", "ended"}):
        return None
    if not (says_active or says_over):
        return None
    return f"status lembar {quote(claim)}"
