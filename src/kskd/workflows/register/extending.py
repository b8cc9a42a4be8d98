"""Extending a cooperation: the successor of a document, which may be of another kind or scheme."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kskd.domain.document import chain, overlay
from kskd.domain.document.chain import DOC_NAMES, SCHEME_SHORT, SUCCESSORS, Doc, Scheme
from kskd.domain.document.ends import gap_days
from kskd.domain.values.dates import format_date
from kskd.domain.values.warning import warning
from kskd.errors import refusal
from kskd.registry.tables import agreements, opds
from kskd.workflows import lookup
from kskd.workflows.register import chaining
from kskd.workflows.register.agreements import Kept, blank, enter
from kskd.workflows.register.file_links import link_files

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from kskd.domain.document.agreement import Agreement
    from kskd.domain.document.said import Said
    from kskd.registry.session import Session
    from kskd.workflows.access import Access


def extend(access: Access, text: str, said: Said) -> Kept:
    """Register the document that carries another on, as a draft while it has no day of signing.

    Title, partners, OPD, affairs and scope come from the predecessor, each narrowed by saying it; of a
    derived document the parent too, or what carries the parent on. Refused where the kinds do not follow
    each other.
    """
    links = link_files(said.file, access.path)
    signed = overlay.signed_at_entry(said, access.today)
    with access.writing() as session:
        old = agreements.read_agreement(session, lookup.to_change(session, access, text))
        _refuse_unsigned(old)
        doc, scheme, notes = _kind(old, said)
        day = overlay.first_day(signed, said.starts, access.today)
        parent = (
            _said_parent(session, said, doc, scheme)
            if said.parent
            else _parent(session, old, doc, scheme, day)
        )
        known = opds.read_opds(session)
        support, leads = (
            tuple(lookup.carried_on(known, code, day) for code in codes)
            for codes in (old.support_opds, old.co_leads)
        )
        base = replace(
            blank(access, doc, scheme, parent, links),
            affairs=old.affairs,
            scope=old.scope,
            support_opds=support if said.opd is None else (),
            co_leads=leads if said.opd is None else (),
        )
        inherited = said._replace(
            doc=doc,
            facts=tuple(({"title": old.title} | dict(said.facts)).items()),
            partner=said.partner or old.partners,
            opd=said.opd or lookup.carried_on(known, old.lead_opd, day),
            replaces=old.id,
        )
        kept = enter(access, session, inherited, base, [f"Meneruskan {old.id}: {old.title}.", *notes])
        beside = chaining.beside_parent(kept.agreement, parent, access.today) if parent else ()
    return replace(kept, notes=(*kept.notes, *_between(old, kept.agreement, access.today), *beside))


def _refuse_unsigned(old: Agreement) -> None:
    if old.void_reason is not None:
        raise refusal("agreement-void-for-chain", id=old.id, what="diperpanjang")
    if old.signed is None:
        raise refusal("draft-not-extended", id=old.id)
    if old.successor is not None:
        raise refusal("agreement-succeeded", id=old.id, successor=old.successor)


def _kind(old: Agreement, said: Said) -> tuple[Doc, Scheme, list[str]]:
    """Kind and scheme of the successor, with a line for what was chosen and for what the law says of it."""
    scheme_said, doc = said.scheme, said.doc
    if doc is None:
        becomes_sinergi = (scheme_said or old.scheme) is Scheme.SINERGI and not chain.is_of_sinergi(old.doc)
        doc = Doc.NK if becomes_sinergi else old.doc
    allowed = SUCCESSORS[old.doc]
    if doc not in allowed:
        raise refusal(
            "successor-of-other-kind",
            kind=DOC_NAMES[old.doc],
            id=old.id,
            successor=DOC_NAMES[doc],
            known=", ".join(allowed),
            command="add-mou" if chain.is_umbrella(doc) else "derive-pks",
        )
    scheme = scheme_said or (Scheme.SINERGI if chain.is_of_sinergi(doc) else old.scheme)
    notes = []
    if (doc, scheme) != (old.doc, old.scheme):
        notes.append(f"Menjadi {DOC_NAMES[doc]}, bentuk {SCHEME_SHORT[scheme]}.")
    article = allowed[doc]
    notes.append(
        f"Dasar perpanjangan: {article}."
        if article
        else f"Peraturan tidak mengatur tata cara perpanjangan {DOC_NAMES[doc]}; menurut praktik daerah"
        " seluruh tata cara yang berlaku dijalankan lagi."
    )
    return doc, scheme, notes


def _said_parent(session: Session, said: Said, doc: Doc, scheme: Scheme) -> Agreement:
    found = chaining.find_parent(session, said.parent or "", doc)
    if found.scheme is not scheme:
        raise refusal("scheme-follows-parent", parent=found.id, scheme=found.scheme)
    return found


def _parent(session: Session, old: Agreement, doc: Doc, scheme: Scheme, day: date) -> Agreement | None:
    """The umbrella of the predecessor, or what carries it on if it is over by the day."""
    if old.parent is None:
        return None
    found = agreements.read_agreement(session, old.parent)
    while found.successor is not None and (last := found.last_day(day)) is not None and last < day:
        found = agreements.read_agreement(session, found.successor)
    fits = found.scheme is scheme and doc in chain.children_of(
        found.doc, found.signed and found.signed.latest
    )
    return found if fits and found.void_reason is None else None


def _between(old: Agreement, new: Agreement, as_of: date) -> Iterator[str]:
    """What lies between the end of one and the start of the other, and what the new one asks for."""
    last = old.last_day(as_of)
    gap = gap_days(last, new.effective_term.starts_on)
    if last is not None and gap:
        what = f"Jeda {gap} hari" if gap > 0 else f"Tumpang tindih {-gap} hari"
        yield warning(
            f"{what} antara akhir {old.id} ({format_date(last)}) dan mulai {new.id}",
            f'bila salah catat, kskd update {new.id} --starts TANGGAL --reason "…"',
        )
    if new.parent is not None and new.parent != old.parent:
        yield f"Induk {new.parent}."
    elif new.parent is None and new.is_derived:
        yield warning("tanpa naskah induk", f"bila ada, sebut dengan kskd update {new.id} --parent INDUK")
    if new.doc is Doc.NK and not chain.is_of_sinergi(old.doc):
        yield (
            "Rencana Kerja menyertai Nota Kesepakatan (Permendagri 22/2020 Pasal 52 dan 57): catat dengan"
            f" kskd derive-pks {new.id}."
        )
