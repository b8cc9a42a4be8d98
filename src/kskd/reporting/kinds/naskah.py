"""*Naskah*: a form to start a document from, filled where the registry knows, with the clauses of the law."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kskd.domain.choices import TargetKind
from kskd.domain.document.affairs import AFFAIRS
from kskd.domain.document.agreement import PaperSigner, Party
from kskd.domain.document.chain import ABROAD, DOC_NAMES, KSDD, SCHEME_SHORT, SINERGI, Doc
from kskd.domain.document.clauses import CLAUSES, CONTENTS, clause_key, contents_of
from kskd.domain.values.dates import format_date
from kskd.domain.values.money import format_money
from kskd.reporting.kinds.letter import region_head
from kskd.reporting.signing import head_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from kskd.domain.document.agreement import Agreement
    from kskd.domain.document.chain import Scheme
    from kskd.domain.document.clauses import Content
    from kskd.domain.values.days import Day
    from kskd.reporting.basis import Basis
    from kskd.reporting.model import Head

KAK = "kak"
FORMS = {KAK: "Kerangka Acuan Kerja", **{doc.value: DOC_NAMES[doc] for doc in Doc}}
"""The forms by code: the *kerangka acuan kerja*, and every kind of document."""

_EXTRA = {
    "manfaat": "manfaat",
    "dampak": "analisis dampak sosial dan lingkungan",
    "tujuan-target": "tujuan dan target",
    "kegiatan-rencana": "kegiatan",
    "risiko": "mitigasi risiko",
}
"""Parts of a KAK, and of a Rencana Kerja, that no kind of document has as a clause."""
_KAK_LOCAL = (
    "latar-belakang",
    "maksud-tujuan",
    "lokasi",
    "ruang-lingkup",
    "jangka-waktu",
    "manfaat",
    "dampak",
    "pembiayaan",
)
_KAK_SINERGI = (
    "latar-belakang",
    "maksud-tujuan",
    "objek",
    "lokasi",
    "ruang-lingkup",
    "pembiayaan",
    "jangka-waktu",
    "manfaat",
)
_RK = (
    "tujuan-target",
    "manfaat",
    "ruang-lingkup",
    "kegiatan-rencana",
    "peran-pihak",
    "pembiayaan",
    "lokasi",
    "jangka-waktu",
    "risiko",
)
"""As local forms have it; the law names no content of a Rencana Kerja."""
_EXAMPLE = "contoh, tidak ditentukan peraturan"
"""The footing of what no law names: a Rencana Kerja, and the KAK of cooperation abroad."""
_DELEGATED = {Doc.PKS, Doc.KONTRAK, Doc.RKT}
"""What another than the head of the region may sign, on their power."""
_STAMPED = {Doc.KB, Doc.PKS, Doc.KONTRAK}
"""What the rules ask a stamp duty of."""
_FRAMED = {"judul", "subjek", "tempat-tanggal"}
"""Clauses that stand in the head and the end of the form, not as an article of it."""


@dataclass(frozen=True, slots=True)
class Side:
    """One party: PIHAK KESATU, who signs and on what power; None is not recorded."""

    name: str
    ordinal: str
    office: str | None
    signer: str | None
    power: str | None
    number: str | None


@dataclass(frozen=True, slots=True)
class Clause:
    """One article of the form: what it is about, on what it stands, and the lines that the registry knows."""

    label: str
    article: str
    known: tuple[str, ...]
    is_recorded: bool  # the registry says that the document has it


@dataclass(frozen=True, slots=True)
class Naskah:
    """What a form is given; a form without a document knows of nothing but the law."""

    head: Head
    form: str  # "pks"
    kind: str  # "Perjanjian Kerja Sama"
    id: str | None
    title: str | None
    scheme: str | None
    opd: str | None
    sides: tuple[Side, ...]
    signed: date | Day | None
    parent: str | None  # in words: "Kesepakatan Bersama Nomor …"
    laws: tuple[str, ...]
    clauses: tuple[Clause, ...]  # each as an article
    framed: tuple[Clause, ...]  # those of head and end
    missing: tuple[Clause, ...]  # of all, what the registry has not recorded
    is_kept: bool  # the registry keeps which clauses it has; of a KAK and a Rencana Kerja it does not
    is_judged: bool  # a clause of this very document is recorded, so that those not recorded are missing
    is_of_law: bool  # whether the law names its content
    is_document: bool  # False for a KAK and a plan: no parties sign articles
    is_stamped: bool
    is_abroad: bool  # written in the partner's language too
    opd_head: str | None


def naskah(basis: Basis) -> Naskah:
    """The form that was asked for: of the document that is looked at, if one is."""
    one, form = basis.subject.agreement, basis.subject.form
    key = form or (one.doc.value if one else KAK)
    scheme = one.scheme if one else None
    own = _own(one, key)
    contents = _contents(key, scheme)
    clauses = tuple(_clause(basis, one, key, code, article) for code, article in contents)
    articles = tuple(each for each, (code, _) in zip(clauses, contents, strict=True) if code not in _FRAMED)
    opd = basis.facts.opds[one.lead_opd].name if one else None
    return Naskah(
        head=basis.head,
        form=key,
        kind=FORMS[key],
        id=one.id if one else None,
        title=own.title if own else None,
        scheme=SCHEME_SHORT[scheme] if scheme else None,
        opd=opd,
        sides=_sides(basis, one, own, key),
        signed=(own.signed_on or own.signed) if own else None,
        parent=_parent(basis, one, own),
        laws=_laws(key, scheme),
        clauses=articles,
        framed=tuple(each for each in clauses if each not in articles),
        missing=tuple(each for each in clauses if not each.is_recorded),
        is_kept=own is not None and key not in {KAK, Doc.RK},
        is_judged=any(each.is_recorded for each in clauses),
        is_of_law=key != Doc.RK,
        is_document=key not in {KAK, Doc.RK, Doc.RKT},
        is_stamped=key in _STAMPED,
        is_abroad=_is_abroad(key, scheme),
        opd_head=head_of(opd) if opd else None,
    )


def _contents(key: str, scheme: Scheme | None) -> list[tuple[str, str]]:
    """The codes of the clauses that a form has, each with its article; all of a scheme not its own."""
    if key == KAK:
        if scheme in SINERGI:
            return [(code, "Permendagri 22/2020 Pasal 53 ayat (3)") for code in _KAK_SINERGI]
        if scheme in ABROAD:
            return [(code, _EXAMPLE) for code in _KAK_LOCAL]
        article = "Pasal 7 ayat (2)" if scheme in KSDD else "Pasal 29 ayat (2)"
        both = "Pasal 7 ayat (2) dan Pasal 29 ayat (2)"
        return [(code, f"Permendagri 22/2020 {article if scheme else both}") for code in _KAK_LOCAL]
    if key == Doc.RK:
        return [(code, _EXAMPLE) for code in _RK]
    found: tuple[Content, ...] = contents_of(Doc(key), scheme) if scheme else ()
    found = found or tuple(one for one in CONTENTS if one.doc == key)
    return [(code, one.article) for one in found for code in one.clauses]


def _own(one: Agreement | None, key: str) -> Agreement | None:
    """The document that the form is of: none where another is begun from it."""
    return one if one is not None and key in {KAK, one.doc.value} else None


def _clause(basis: Basis, one: Agreement | None, key: str, code: str, article: str) -> Clause:
    label, own = CLAUSES.get(code) or _EXTRA[code], _own(one, key)
    # What a document has says nothing of its KAK, which is a paper of its own.
    is_recorded = own is not None and key != KAK and own.fact(clause_key(code)) is not None
    return Clause(label, article, _known(basis, own or one, own, code), is_recorded)


def _known(basis: Basis, one: Agreement | None, own: Agreement | None, code: str) -> tuple[str, ...]:
    """What the registry knows of a clause, line by line; an umbrella's purpose and object are a beginning."""
    if own is not None and code in _OWN:
        return _OWN[code](basis, own)
    return _SHARED[code](one) if one is not None and code in _SHARED else ()


def _purpose(one: Agreement) -> tuple[str, ...]:
    return tuple(filter(None, (one.text("purpose"),)))


def _object(one: Agreement) -> tuple[str, ...]:
    affairs = "; ".join(AFFAIRS.get(each, each) for each in one.affairs)
    return tuple(filter(None, (one.text("object") or (affairs and f"urusan {affairs}"),)))


def _term(_: Basis, one: Agreement) -> tuple[str, ...]:
    return () if one.effective_term.end_kind is None else (one.effective_term.describe(),)


def _money(_: Basis, one: Agreement) -> tuple[str, ...]:
    value = one.fact("value")
    worth = () if value is None else (f"nilai {format_money(int(value))}",)
    return (*worth, *(f"{each.name}: {each.brings}" for each in _there(one) if each.brings))


def _there(one: Agreement) -> list[Party]:
    """Those who are still parties of it."""
    return [each for each in one.parties if each.left is None]


def _duties(basis: Basis, one: Agreement) -> tuple[str, ...]:
    return _targets(basis, one, TargetKind.DUTY)


def _results(basis: Basis, one: Agreement) -> tuple[str, ...]:
    return _targets(basis, one, TargetKind.OUTCOME)


_SHARED: dict[str, Callable[[Agreement], tuple[str, ...]]] = {
    "maksud-tujuan": _purpose,
    "tujuan-target": _purpose,
    "objek": _object,
    "ruang-lingkup": lambda one: one.scope,
}
_OWN: dict[str, Callable[[Basis, Agreement], tuple[str, ...]]] = {
    "jangka-waktu": _term,
    "pembiayaan": _money,
    "hak-kewajiban": _duties,
    "tugas-tanggung-jawab": _duties,
    "peran-pihak": _duties,
    "hasil": _results,
    "manfaat": _results,
}
"""What the registry knows of a clause, of the document and of the one it comes from; of the document only."""


def _targets(basis: Basis, one: Agreement, kind: TargetKind) -> tuple[str, ...]:
    found = (each for each in basis.facts.targets if each.agreement == one.id and each.kind is kind)
    return tuple(each.indicator for each in sorted(found, key=lambda each: each.number))


def _sides(basis: Basis, one: Agreement | None, own: Agreement | None, key: str) -> tuple[Side, ...]:
    """The parties in the order of the form: in a Nota Kesepakatan the region comes last."""
    parties = _there(one) if one else [Party(0, ""), Party(1, "")]
    if key == Doc.NK:
        parties = [*parties[1:], *parties[:1]]
    words = ("KESATU", "KEDUA", "KETIGA", "KEEMPAT", "KELIMA", "KEENAM")
    return tuple(
        _side(basis, own, party, f"PIHAK {words[at]}" if at < len(words) else f"PIHAK KE-{at + 1}", key)
        for at, party in enumerate(parties)
    )


def _side(basis: Basis, own: Agreement | None, party: Party, ordinal: str, key: str) -> Side:
    """A party as the form names it; who signs for the region is known where only its head may."""
    is_ours, signer = party.seat == 0, party.signer if own else PaperSigner()
    usual = region_head(basis.facts.government) if is_ours and key not in _DELEGATED else None
    day = format_date(signer.power_date) if signer.power_date else None
    power = " tanggal ".join(filter(None, (signer.power_number, day))) or None
    name = basis.head.letterhead if is_ours else party.name
    return Side(name, ordinal, signer.office or usual, signer.name, power, party.number if own else None)


def _parent(basis: Basis, one: Agreement | None, own: Agreement | None) -> str | None:
    """The umbrella that it hangs on, in words: the parent, or the document itself where another is begun."""
    above = basis.facts.agreements.get(own.parent) if own and own.parent else (None if own else one)
    if above is None:
        return None
    above = above.on(basis.as_of)
    number = next((party.number for party in above.parties if party.seat == 0), None)
    signed = f" tanggal {above.signed.words}" if above.signed else ""
    return f"{above.kind_name} Nomor {number or '……………………'}{signed} tentang {above.title}"


def _is_abroad(key: str, scheme: Scheme | None) -> bool:
    return scheme in ABROAD if scheme else key in {Doc.LOI, Doc.MOU, Doc.RKT}


def _laws(key: str, scheme: Scheme | None) -> tuple[str, ...]:
    ministry = (
        "Peraturan Menteri Dalam Negeri Nomor 25 Tahun 2020"
        if _is_abroad(key, scheme)
        else "Peraturan Menteri Dalam Negeri Nomor 22 Tahun 2020"
    )
    return (
        "Undang-Undang Nomor 23 Tahun 2014 tentang Pemerintahan Daerah",
        "Peraturan Pemerintah Nomor 28 Tahun 2018 tentang Kerja Sama Daerah",
        ministry,
    )
