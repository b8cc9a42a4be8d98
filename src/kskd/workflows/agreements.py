"""Registering documents: umbrellas, what is derived from them, corrections, and voiding."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kskd.domain import chain
from kskd.domain.affairs import read_affair
from kskd.domain.agreement import Agreement, FileLink, Party, Signer
from kskd.domain.chain import DOC_NAMES, Doc, Scheme
from kskd.domain.term import Term
from kskd.domain.text import clean, quote
from kskd.errors import AlreadyThere, InvalidFact, NotFound, Refused, UsageError
from kskd.registry import agreements, evaluations, opds, settings
from kskd.workflows import lookup, reading
from kskd.workflows.changes import Change, confirm
from kskd.workflows.clearing import clear

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Collection, Iterable

    from kskd.workflows.access import Access
    from kskd.workflows.form import AgreementForm


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
    if no_parent == bool(form.parent):
        raise UsageError("Sebut naskah induk (misalnya KB-2024-001), atau --no-parent bila tidak diketahui.")
    return _register(access, form, chain.DERIVED)


def _register(access: Access, form: AgreementForm, kinds: tuple[Doc, ...]) -> Kept:
    links = tuple(reading.link_file(text, access.path) for text in form.file)
    wanted = _doc(form.doc, kinds)
    with access.writing() as con:
        if form.parent is None:
            scheme = _scheme(form.scheme)
            usual = chain.first_doc(scheme) if kinds is chain.UMBRELLAS else chain.derived_default(scheme)
            return _enter(access, con, form, _blank(access, wanted or usual, scheme, None, links), [])
        parent = _parent(con, form.parent, wanted)
        if form.scheme is not None and _scheme(form.scheme) is not parent.scheme:
            raise UsageError(
                f"Bentuk kerja sama diwarisi dari {parent.id} ({parent.scheme}); hapus --scheme."
            )
        inherited, notes = _inherit(parent, form)
        base = replace(
            _blank(access, wanted or _usual_child(parent, kinds), parent.scheme, parent, links),
            affairs=parent.affairs,
            scope=parent.scope,
            support_opds=parent.support_opds if form.opd is None else (),
        )
        kept = _enter(access, con, inherited, base, notes)
        strangers = [name for name in kept.agreement.partners if name not in parent.partners]
        return replace(
            kept, notes=(*kept.notes, *(f"{name} bukan mitra pada {parent.id}." for name in strangers))
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
        agreement = agreements.read_agreement(con, lookup.agreement_id(con, text))
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


def update(access: Access, text: str, form: AgreementForm) -> Kept:
    """Fill what was empty, or correct what was written; a correction needs a reason.

    Lists are added to; ``drop_…`` takes away. Gives every change with its old and new value.
    """
    links = tuple(reading.link_file(name, access.path) for name in form.file)
    with access.writing() as con:
        old = agreements.read_agreement(con, lookup.agreement_id(con, text))
        if old.void_reason is not None:
            raise Refused(f"{old.id} sudah dibatalkan; naskah yang batal tidak diubah.")
        if form.doc is not None and _doc(form.doc, tuple(Doc)) is not old.doc:
            raise Refused(
                f"Jenis naskah menjadi bagian dari {old.id} dan tidak dapat diubah."
                " Batalkan dengan kskd void, lalu catat lagi dengan jenis yang benar."
            )
        new, notes = _updated(access, con, _cleared(con, old, form), form)
        new = replace(new, files=tuple({link.path: link for link in (*old.files, *links)}.values()))
        changes = confirm(old, new, access.reason)
        if not form.allow_duplicate:
            _refuse_duplicates(con, new)
        agreements.update_agreement(con, old, new)
    return Kept(new, tuple(notes), changes)


def _cleared(con: sqlite3.Connection, old: Agreement, form: AgreementForm) -> Agreement:
    cleared = clear(old, form)
    evaluated = evaluations.read_evaluations(con, [old.id]) if cleared.signed_on is None else []
    if evaluated:
        raise Refused(
            f"{old.id} sudah dievaluasi ({evaluated[0].period}), jadi tentu ditandatangani; koreksi"
            " tanggalnya dengan --signed."
        )
    return cleared


def _updated(
    access: Access, con: sqlite3.Connection, old: Agreement, form: AgreementForm
) -> tuple[Agreement, list[str]]:
    signed_on = reading.read_signed(form.signed, access.today) or old.signed_on
    rule = settings.read_government(con).term_rule
    term, term_notes = reading.read_term(form, old.term, signed_on, rule)
    found, notes = reading.resolve_partners(con, form)
    own, *others = old.parties
    dropped = {lookup.read_partner(con, name).id for name in form.drop_partner}
    _require_there(dropped, [party.partner for party in others], "mitra")
    others = [party for party in others if party.partner not in dropped]
    seated = reading.seat_partners(found, form, tuple(others))
    own = replace(
        own,
        number=reading.read_number(form.number) if form.number else own.number,
        signer=reading.read_signer(form, own.signer),
    )
    known = opds.read_opds(con)
    drop_opds = {lookup.opd_code(known, code) for code in form.drop_support_opd}
    drop_affairs = {read_affair(code) for code in form.drop_affair}
    _require_there(drop_opds, old.support_opds, "OPD pendukung")
    _require_there(drop_affairs, old.affairs, "urusan")
    drop_scope = {clean(text, "ruang lingkup", limit=1000).casefold() for text in form.drop_scope}
    _require_there(drop_scope, {text.casefold() for text in old.scope}, "ruang lingkup")
    lead = lookup.opd_code(known, form.opd) if form.opd else old.lead_opd
    support = (
        {*old.support_opds, *(lookup.opd_code(known, code) for code in form.support_opd)} - drop_opds - {lead}
    )
    scope = [text for text in old.scope if text.casefold() not in drop_scope]
    parent = _parent(con, form.parent, old.doc) if form.parent else None
    if parent is not None:
        _refuse_cycle(con, parent, old, "parent", "induk")
    new = replace(
        old,
        title=reading.read_title(form) or old.title,
        note=reading.read_note(form) or old.note,
        scheme=_changed_scheme(old, form.scheme),
        lead_opd=lead,
        support_opds=tuple(sorted(support)),
        signed_on=signed_on,
        term=term,
        parties=(own, *seated),
        affairs=tuple(sorted({*old.affairs, *reading.read_affairs(form)} - drop_affairs)),
        scope=(*scope, *(text for text in reading.read_scope(form) if text not in scope)),
        parent=parent.id if parent else old.parent,
        predecessor=_predecessor(con, form.replaces, old) if form.replaces else old.predecessor,
    )
    if len(new.parties) < 2:
        raise InvalidFact(
            f"{old.id} harus mempunyai sedikitnya satu mitra; tambahkan mitra lain dengan --partner."
        )
    return new, [*notes, *term_notes]


def _changed_scheme(old: Agreement, text: str | None) -> Scheme:
    """The scheme after an update; it is one for a whole chain, so a part of a chain cannot change alone."""
    scheme = old.scheme if text is None else _scheme(text)
    family = [one for one in (old.parent, *old.children) if one is not None]
    if scheme is not old.scheme and family:
        raise Refused(
            f"Bentuk {old.id} sama dengan naskah dalam rantainya ({', '.join(family)}); lepas dahulu dengan"
            " kskd update TURUNAN --clear parent."
        )
    return scheme


def _enter(
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
        signed_on=signed_on,
        term=term,
        parties=(own, *reading.seat_partners(found, form, ())),
        support_opds=tuple(sorted(support - {lead})),
        affairs=reading.read_affairs(form) or base.affairs,
        scope=reading.read_scope(form) or base.scope,
        note=reading.read_note(form),
        predecessor=_predecessor(con, form.replaces, None) if form.replaces else None,
    )
    if not form.allow_duplicate:
        _refuse_duplicates(con, agreement)
    year = (signed_on or access.today).year
    agreement = replace(agreement, id=agreements.next_id(con, agreement.doc, year))
    agreements.insert_agreement(con, agreement)
    if form.doc is None:
        scheme = chain.SCHEME_SHORT[agreement.scheme]
        notes = [f"Jenis naskah {DOC_NAMES[agreement.doc]}, menurut bentuk {scheme}.", *notes]
    return Kept(agreement, (*notes, *partner_notes, *term_notes))


def _blank(
    access: Access, doc: Doc, scheme: Scheme, parent: Agreement | None, links: tuple[FileLink, ...]
) -> Agreement:
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


def _scheme(text: str | None) -> Scheme:
    if text is None:
        raise UsageError(f"Belum disebut: --scheme. Yang ada: {', '.join(Scheme)}.")
    try:
        return Scheme(text.strip().casefold())
    except ValueError:
        raise UsageError(
            f"Bentuk kerja sama {quote(text)} tidak dikenal. Yang ada: {', '.join(Scheme)}."
        ) from None


def _doc(text: str | None, allowed: Iterable[Doc]) -> Doc | None:
    if text is None:
        return None
    choices = tuple(allowed)
    try:
        doc = Doc(text.strip().casefold())
    except ValueError:
        raise UsageError(
            f"Jenis naskah {quote(text)} tidak dikenal. Yang ada: {', '.join(choices)}."
        ) from None
    if doc not in choices:
        command = "kskd add-mou" if chain.is_umbrella(doc) else "kskd derive-pks"
        raise UsageError(f"{DOC_NAMES[doc]} dicatat dengan {command}.")
    return doc


def _parent(con: sqlite3.Connection, text: str, doc: Doc | None) -> Agreement:
    """The parent named, refused where the chain of the law gives it no such child."""
    parent = agreements.read_agreement(con, lookup.agreement_id(con, text))
    if parent.void_reason is not None:
        raise Refused(f"{parent.id} sudah dibatalkan, sehingga tidak dapat menjadi induk.")
    if parent.is_derived:
        raise Refused(
            f"{parent.id} adalah {parent.kind_name}, naskah turunan; yang dapat menjadi induk ialah naskah"
            " payung (KB, NK, LoI, MoU). Sebut naskah payungnya, atau pakai --no-parent."
        )
    allowed = chain.children_of(parent.doc, parent.signed_on)
    if doc is not None and doc not in allowed:
        raise Refused(
            f"Dari {parent.kind_name} ({parent.id}) tidak dapat diturunkan {DOC_NAMES[doc]};"
            f" yang dapat: {', '.join(allowed)} (PP 28/2018, Permendagri 22/2020, Permendagri 25/2020)."
        )
    return parent


def _usual_child(parent: Agreement, kinds: tuple[Doc, ...]) -> Doc:
    """The document of these kinds that usually comes from ``parent``; an LoI first becomes an MoU."""
    allowed = chain.children_of(parent.doc, parent.signed_on)
    usual = next((doc for doc in allowed if doc in kinds), None)
    if usual is not None:
        return usual
    is_umbrella = chain.is_umbrella(allowed[0])
    command = f"add-mou --doc {allowed[0]} --parent {parent.id}" if is_umbrella else f"derive-pks {parent.id}"
    raise Refused(
        f"Dari {parent.kind_name} ({parent.id}) diturunkan"
        f" {' atau '.join(DOC_NAMES[doc] for doc in allowed)}: pakai kskd {command}."
    )


def _predecessor(con: sqlite3.Connection, text: str, itself: Agreement | None) -> str:
    old = agreements.read_agreement(con, lookup.agreement_id(con, text))
    if old.void_reason is not None:
        raise Refused(f"{old.id} sudah dibatalkan, sehingga tidak dapat menjadi pendahulu.")
    if old.successor is not None and (itself is None or old.successor != itself.id):
        raise AlreadyThere(f"{old.id} sudah diteruskan oleh {old.successor}.")
    if itself is not None:
        _refuse_cycle(con, old, itself, "predecessor", "pendahulu")
    return old.id


def _refuse_cycle(con: sqlite3.Connection, start: Agreement, itself: Agreement, link: str, what: str) -> None:
    """Follow ``link`` (parent or predecessor) upwards; a document is neither of itself."""
    above: str | None = start.id
    while above is not None:
        if above == itself.id:
            raise InvalidFact(f"{itself.id} tidak dapat menjadi {what} dari dirinya sendiri.")
        above = getattr(agreements.read_agreement(con, above), link)


def _refuse_duplicates(con: sqlite3.Connection, agreement: Agreement) -> None:
    """The same party numbers no two documents alike, and no document is entered twice."""
    for party in agreement.parties:
        if party.number is None:
            continue
        others = [one for one in agreements.numbered(con, party.number, party.partner) if one != agreement.id]
        if others:
            raise AlreadyThere(
                f"Nomor {party.number} dari {party.name} sudah tercatat pada {', '.join(others)}."
                " Bila memang naskah lain, tambahkan --allow-duplicate."
            )
    for one in agreements.same_title(con, agreement.title, agreement.signed_on, agreement.doc):
        if one != agreement.id and agreements.read_agreement(con, one).partners == agreement.partners:
            raise AlreadyThere(
                f"Naskah ini sudah tercatat sebagai {one} (jenis, judul, mitra, dan tanggal sama)."
                " Bila memang naskah lain, tambahkan --allow-duplicate."
            )


def _require_there(wanted: Collection[object], present: Collection[object], what: str) -> None:
    strange = sorted(str(one) for one in wanted if one not in present)
    if strange:
        raise NotFound(f"Tidak ada {what} {', '.join(strange)} pada naskah ini; lihat dengan kskd show.")
