"""Registering documents: umbrellas, what is derived from them, and voiding what was entered by mistake."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kskd.domain.document import chain
from kskd.domain.document.agreement import Agreement, FileLink, Party, Signer
from kskd.domain.document.chain import DOC_NAMES, Doc, Scheme
from kskd.domain.document.term import Term
from kskd.domain.values.days import Day
from kskd.domain.values.text import clean
from kskd.errors import AlreadyThere, Refused, UsageError
from kskd.registry.tables import agreements, opds, settings
from kskd.workflows import lookup
from kskd.workflows.register import chaining, reading

if TYPE_CHECKING:
    import sqlite3

    from kskd.workflows.access import Access
    from kskd.workflows.changes import Change
    from kskd.workflows.register.form import AgreementForm


@dataclass(frozen=True, slots=True)
class Kept:
    """What came of a command: the document as kept, what was worked out or chosen, and what changed."""

    agreement: Agreement
    notes: tuple[str, ...] = ()
    changes: tuple[Change, ...] = ()


def add_mou(access: Access, form: AgreementForm) -> Kept:
    """Register an umbrella document (KB, NK, LoI, MoU); without a day of signing it is a draft.

    Raises UsageError for what is missing, and the other errors of ``kskd.errors`` for what cannot be.
    """
    return _register(access, form, chain.UMBRELLAS)


def derive_pks(access: Access, form: AgreementForm, *, no_parent: bool = False) -> Kept:
    """Register a document that is carried out (PKS, Kontrak, RK, RKT) under its parent.

    Partners, scheme, OPD, affairs and scope come from the parent, each narrowed by saying it. With
    ``no_parent`` the parent is unknown and all of that must be said.
    """
    if no_parent and form.parent:
        raise UsageError("Pilih salah satu: naskah induk, atau --no-parent bila induknya tidak diketahui.")
    if not no_parent and not form.parent:
        raise UsageError("Sebut naskah induk (misalnya KB-2024-001), atau --no-parent bila tidak diketahui.")
    return _register(access, form, chain.DERIVED)


def _register(access: Access, form: AgreementForm, kinds: tuple[Doc, ...]) -> Kept:
    links = tuple(reading.link_file(text, access.path) for text in form.file)
    wanted = chaining.read_doc(form.doc, kinds)
    with access.writing() as con:
        if form.parent is None:
            scheme = chaining.read_scheme(form.scheme)
            usual = chain.first_doc(scheme) if kinds is chain.UMBRELLAS else chain.derived_default(scheme)
            return enter(access, con, form, blank(access, wanted or usual, scheme, None, links), [])
        parent = chaining.find_parent(con, form.parent, wanted)
        if form.scheme is not None and chaining.read_scheme(form.scheme) is not parent.scheme:
            raise UsageError(
                f"Bentuk kerja sama diwarisi dari {parent.id} ({parent.scheme}); hapus --scheme."
            )
        inherited, notes = _inherit(parent, form)
        base = replace(
            blank(access, wanted or chaining.usual_child(parent, kinds), parent.scheme, parent, links),
            affairs=parent.affairs,
            scope=parent.scope,
            support_opds=parent.support_opds if form.opd is None else (),
        )
        kept = enter(access, con, inherited, base, notes)
        strangers = [name for name in kept.agreement.partners if name not in parent.partners]
        return replace(
            kept,
            notes=(
                *kept.notes,
                *(f"{name} bukan mitra pada {parent.id}." for name in strangers),
                *chaining.beside_parent(kept.agreement, parent, access.today),
            ),
        )


def find(access: Access, text: str) -> Agreement:
    """The document meant by an id, the beginning of one, or a number."""
    with access.reading() as con:
        return agreements.read_agreement(con, lookup.agreement_id(con, text))


def void(access: Access, text: str) -> Kept:
    """Declare that a document was entered by mistake; it stays, out of every count. Needs a reason."""
    if access.reason is None:
        raise UsageError("Sebut alasan pembatalan dengan --reason.")
    with access.writing() as con:
        agreement = agreements.read_agreement(con, lookup.to_change(con, access, text))
        if agreement.void_reason is not None:
            raise AlreadyThere(f"{agreement.id} sudah dibatalkan: {agreement.void_reason}.")
        if agreement.children:
            raise Refused(
                f"{agreement.id} masih mempunyai turunan ({', '.join(agreement.children)}); batalkan atau"
                " pindahkan turunannya dahulu dengan kskd void atau kskd update --parent."
            )
        voided = replace(agreement, void_reason=clean(access.reason, "alasan"))
        agreements.update_agreement(con, agreement, voided)
    return Kept(voided)


def enter(
    access: Access, con: sqlite3.Connection, form: AgreementForm, base: Agreement, notes: list[str]
) -> Kept:
    """Read what was said over ``base``, refuse a second copy, give it an id and keep it."""
    title = reading.read_title(form)
    missing = [
        option
        for option, value in (("--title", title), ("--partner", form.partner), ("--opd", form.opd))
        if not value
    ]
    if title is None or form.opd is None or missing:
        raise UsageError(f"Belum disebut: {', '.join(missing)}.")
    government = settings.read_government(con)
    signed_on = reading.read_signed(form.signed, access.today)
    term, term_notes = reading.read_term(form, base.term, signed_on, government.term_rule)
    found, partner_notes = reading.resolve_partners(con, form)
    known = opds.read_opds(con)
    lead = lookup.opd_code(known, form.opd)
    heir = lookup.carried_on(known, lead, signed_on or access.today)
    if heir != lead:
        notes = [*notes, f"{lead} sudah diteruskan oleh {heir}; naskah ini tercatat pada {lead}."]
    support = {lookup.opd_code(known, code) for code in form.support_opd} or set(base.support_opds)
    own = Party(
        0,
        government.name,
        None,
        reading.read_number(form.number) if form.number else None,
        reading.read_signer(form, Signer()),
    )
    agreement = replace(
        base,
        title=title,
        lead_opd=lead,
        signed=Day.of(signed_on),
        term=term,
        parties=(own, *reading.seat_partners(found, form, ())),
        support_opds=tuple(sorted(support - {lead})),
        affairs=reading.read_affairs(form) or base.affairs,
        scope=reading.read_scope(form) or base.scope,
        planned_for=reading.read_year(form.planned) if form.planned else None,
        note=reading.read_note(form),
        original_place=reading.read_place(form),
        facts=reading.read_facts(form, ()),
        predecessor=chaining.find_predecessor(con, form.replaces, None) if form.replaces else None,
    )
    chaining.refuse_own_line(con, agreement)
    if not form.allow_duplicate:
        chaining.refuse_duplicates(con, agreement)
    year = (signed_on or access.today).year
    agreement = replace(agreement, id=agreements.next_id(con, agreement.doc, year))
    agreements.insert_agreement(con, agreement)
    if form.doc is None:
        scheme = chain.SCHEME_SHORT[agreement.scheme]
        notes = [f"Jenis naskah {DOC_NAMES[agreement.doc]}, menurut bentuk {scheme}.", *notes]
    idle = reading.idle_facts(form, agreement.doc, agreement.scheme)
    return Kept(agreement, (*notes, *partner_notes, *term_notes, *idle))


def blank(
    access: Access, doc: Doc, scheme: Scheme, parent: Agreement | None, links: tuple[FileLink, ...]
) -> Agreement:
    """A document of which nothing is known yet but its place in the chain and its files."""
    return Agreement(
        id="",
        doc=doc,
        scheme=scheme,
        title="",
        lead_opd="",
        entered_on=access.today,
        term=Term(),
        parent=parent.id if parent else None,
        files=links,
    )


def _inherit(parent: Agreement, form: AgreementForm) -> tuple[AgreementForm, list[str]]:
    """The form with partners and OPD of the parent where none was said, and a line for each."""
    notes = [f"Induk {parent.id}: {parent.title}."]
    if not form.partner:
        form = replace(form, partner=parent.partners)
        notes.append(f"Mitra diwarisi: {'; '.join(parent.partners)}.")
    if form.opd is None:
        form = replace(form, opd=parent.lead_opd)
        notes.append(f"OPD diwarisi: {parent.lead_opd}.")
    return form, notes
