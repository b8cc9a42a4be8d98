"""Registering documents: umbrellas, what is derived from them, and voiding what was entered by mistake."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kskd.domain.document import chain, overlay
from kskd.domain.document.agreement import Agreement, FileLink, Party
from kskd.domain.document.chain import DOC_NAMES, Doc, Scheme
from kskd.domain.document.term import Term
from kskd.domain.values.text import clean, word
from kskd.domain.values.warning import warning
from kskd.errors import refusal
from kskd.registry.tables import agreements, opds, settings
from kskd.workflows import lookup
from kskd.workflows.register import chaining, naming, numbering
from kskd.workflows.register.file_links import link_files, shared

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from kskd.domain.document.said import Said
    from kskd.registry.session import Session
    from kskd.workflows.access import Access
    from kskd.workflows.changes import Change


@dataclass(frozen=True, slots=True)
class Kept:
    """What came of a command: the document as kept, what was worked out or chosen, and what changed.

    ``number`` is that of the adendum that it was about.
    """

    agreement: Agreement
    notes: tuple[str, ...] = ()
    changes: tuple[Change, ...] = ()
    number: int | None = None


def add_mou(access: Access, said: Said) -> Kept:
    """Register an umbrella document (KB, NK, LoI, MoU); without a day of signing it is a draft,
    but for one that has begun: that was signed, on a day that is not known.

    Raises UsageError for what is missing, and the other errors of ``kskd.errors`` for what cannot be.
    """
    return _register(access, said, chain.UMBRELLAS)


def derive_pks(access: Access, said: Said, *, no_parent: bool = False) -> Kept:
    """Register a document that is carried out (PKS, Kontrak, RK, RKT) under its parent.

    Partners, scheme, OPD, affairs and scope come from the parent, each narrowed by saying it. With
    ``no_parent`` the parent is unknown and all of that must be said.
    """
    if no_parent and said.parent:
        raise refusal(
            "options-several", options="naskah induk, atau --no-parent bila induknya tidak diketahui"
        )
    if not no_parent and not said.parent:
        raise refusal("parent-missing")
    return _register(access, said, chain.DERIVED)


def _register(access: Access, said: Said, kinds: tuple[Doc, ...]) -> Kept:
    links = link_files(said.file, access.path)
    with access.writing() as session:
        return register(access, session, said, kinds, links)


def register(
    access: Access,
    session: Session,
    said: Said,
    kinds: tuple[Doc, ...],
    links: tuple[FileLink, ...] = (),
    *,
    doubts: bool = True,
    inherits: bool = True,
) -> Kept:
    """Register a document of one of these kinds inside an act; without ``doubts`` nothing is told of them.

    One that ``inherits`` nothing has no affairs, scope and further units but those that were said.
    """
    wanted = chaining.allowed_doc(said.doc, kinds)
    if said.parent is None:
        scheme = chaining.required_scheme(said.scheme)
        usual = chain.first_doc(scheme) if kinds is chain.UMBRELLAS else chain.derived_default(scheme)
        base = blank(access, wanted or usual, scheme, None, links)
        return enter(access, session, said, base, [], doubts=doubts)
    parent = chaining.find_parent(session, said.parent, wanted)
    if said.scheme is not None and said.scheme is not parent.scheme:
        raise refusal("scheme-inherited", parent=parent.id, scheme=parent.scheme)
    inherited, notes = _inherit(parent, said)
    base = blank(access, wanted or chaining.usual_child(parent, kinds), parent.scheme, parent, links)
    if inherits:
        base = replace(
            base,
            affairs=parent.affairs,
            scope=parent.scope,
            support_opds=parent.support_opds if said.opd is None else (),
            co_leads=parent.co_leads if said.opd is None else (),
        )
    kept = enter(access, session, inherited, base, notes, doubts=doubts)
    beside = _beside_parent(kept.agreement, parent, access.today) if doubts else ()
    return replace(kept, notes=(*kept.notes, *beside))


def _beside_parent(kept: Agreement, parent: Agreement, today: date) -> Iterator[str]:
    """A warning for each way in which a document that was just derived is unlike its parent."""
    for name in kept.partners:
        if name not in parent.partners:
            dropping = f'kskd update {kept.id} --drop-partner {word(name)} --reason "…"'
            yield warning(f"{name} bukan mitra pada {parent.id}", f"bila keliru, {dropping}")
    yield from chaining.beside_parent(kept, parent, today)


def find(access: Access, text: str) -> Agreement:
    """The document meant by an id, the beginning of one, or a number."""
    with access.reading() as session:
        return agreements.read_agreement(session, lookup.agreement_id(session, text))


def void(access: Access, text: str) -> Kept:
    """Declare that a document was entered by mistake; it stays, out of every count. Needs a reason."""
    if access.reason is None:
        raise refusal("reason-missing", what="pembatalan")
    with access.writing() as session:
        agreement = agreements.read_agreement(session, lookup.to_change(session, access, text))
        new = voided(agreement, clean(access.reason, "alasan"))
        agreements.update_agreement(session, agreement, new)
    return Kept(new)


def voided(agreement: Agreement, reason: str) -> Agreement:
    """The document declared void; Refused where it is so already, or others are derived from it."""
    if agreement.void_reason is not None:
        raise refusal("agreement-void-already", id=agreement.id, reason=agreement.void_reason)
    if agreement.children:
        raise refusal("agreement-has-children", id=agreement.id, children=", ".join(agreement.children))
    return replace(agreement, void_reason=reason)


def enter(
    access: Access, session: Session, said: Said, base: Agreement, notes: list[str], *, doubts: bool = True
) -> Kept:
    """Read what was said over ``base``, refuse a second copy, give it an id and keep it."""
    title = said.fact("title")
    missing = [
        option
        for option, value in (("--title", title), ("--partner", said.partner), ("--opd", said.opd))
        if not value
    ]
    if said.opd is None or missing:
        raise refusal("option-missing", options=", ".join(missing))
    government = settings.read_government(session)
    overlay.require_come(said, access.today)
    signed = overlay.signed_at_entry(said, access.today)
    day = overlay.first_day(signed, said.begins, access.today)
    new_id = agreements.next_id(session, base.doc, day.year)
    term, term_notes = overlay.term_after(said, base.term, signed, government.term_rule, new_id)
    found, partner_notes = naming.resolve_partners(session, said)
    known = opds.read_opds(session)
    lead = lookup.opd_code(known, said.opd)
    heir = lookup.carried_on(known, lead, day)
    if heir != lead:
        gone = f"{lead} sudah diteruskan oleh {heir}, sedangkan naskah ini tercatat pada {lead}"
        moving = f'bila keliru, kskd update {new_id} --opd {heir} --reason "…"'
        notes = [*notes, warning(gone, moving)]
    support = {lookup.opd_code(known, code) for code in said.support_opd} or set(base.support_opds)
    leads = {lookup.opd_code(known, code) for code in said.co_lead} or set(base.co_leads)
    own = overlay.own_after(said, Party(0, government.name))
    agreement = replace(
        overlay.with_facts(base, said),
        lead_opd=lead,
        signed=signed,
        term=term,
        parties=(
            own,
            *naming.with_further_numbers(session, overlay.seat_partners(found, said, ()), said),
        ),
        support_opds=tuple(sorted(support - leads - {lead})),
        co_leads=tuple(sorted(leads - {lead})),
        affairs=tuple(sorted(set(said.affair))) or base.affairs,
        scope=tuple(dict.fromkeys(said.scope)) or base.scope,
        predecessor=chaining.find_predecessor(session, said.replaces, None) if said.replaces else None,
    )
    agreement = overlay.renewed(chaining.related(session, agreement, said))
    chaining.refuse_own_line(session, agreement)
    if not said.allow_duplicate:
        chaining.refuse_duplicates(session, agreement)
    agreement = replace(agreement, id=new_id)
    agreements.insert_agreement(session, agreement)
    if said.doc is None:
        scheme = chain.SCHEME_SHORT[agreement.scheme]
        notes = [f"Jenis naskah {DOC_NAMES[agreement.doc]}, menurut bentuk {scheme}.", *notes]
    doubtful = _doubts(access, session, said, base, agreement) if doubts else ()
    return Kept(agreement, (*notes, *partner_notes, *term_notes, *doubtful))


def _doubts(access: Access, session: Session, said: Said, base: Agreement, one: Agreement) -> tuple[str, ...]:
    """What is doubtful of a document that has just been entered over ``base``."""
    return (
        *naming.several_in_one(said, one),
        *overlay.idle_facts(access.fields_in(session), said, one),
        *overlay.parties_to_come(said, one, access.today),
        *overlay.above_value(said, one),
        *(numbering.remarks(session, one) if said.number else ()),
        *numbering.off_signing(one),
        *(() if said.allow_duplicate else chaining.near_duplicates(session, one)),
        *(overlay.signing_unsaid(one) if said.signed is None else ()),
        *overlay.without_end(one),
        *chaining.beside_replaced(session, base, one, access.today),
        *shared(session, one.id, one.files),
    )


def blank(
    access: Access, doc: Doc, scheme: Scheme, parent: Agreement | None, links: tuple[FileLink, ...]
) -> Agreement:
    """A document of which nothing is known yet but its place in the chain and its files."""
    return Agreement(
        id="",
        doc=doc,
        scheme=scheme,
        lead_opd="",
        entered_on=access.today,
        term=Term(),
        parent=parent.id if parent else None,
        files=links,
    )


def _inherit(parent: Agreement, said: Said) -> tuple[Said, list[str]]:
    """What was said, with partners and OPD of the parent where none was said, and a line for each."""
    notes = [f"Induk {parent.id}: {parent.title}."]
    if not said.partner:
        said = said._replace(partner=parent.partners)
        notes.append(f"Mitra diwarisi: {'; '.join(parent.partners)}.")
    if said.opd is None:
        said = said._replace(opd=parent.lead_opd)
        notes.append(f"OPD diwarisi: {parent.lead_opd}.")
    return said, notes
