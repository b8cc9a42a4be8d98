"""New information and corrections: what a document's update fills, changes, adds and takes away."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kskd.domain.document.affairs import read_affair
from kskd.domain.document.agreement import with_links
from kskd.domain.document.chain import Doc
from kskd.domain.values.dates import format_date
from kskd.domain.values.days import Day
from kskd.domain.values.text import clean
from kskd.errors import InvalidFact, NotFound, Refused
from kskd.registry.tables import agreements, evaluations, opds, settings
from kskd.workflows import lookup
from kskd.workflows.changes import confirm
from kskd.workflows.register import chaining, reading
from kskd.workflows.register.agreements import Kept
from kskd.workflows.register.clearing import clear

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Collection

    from kskd.domain.document.agreement import Agreement
    from kskd.workflows.access import Access
    from kskd.workflows.register.form import AgreementForm


def update(access: Access, text: str, form: AgreementForm) -> Kept:
    """Fill what was empty, or correct what was written; a correction needs a reason.

    Lists are added to; ``drop_…`` takes away. Gives every change with its old and new value.
    """
    links = tuple(reading.link_file(name, access.path) for name in form.file)
    with access.writing() as con:
        old = agreements.read_agreement(con, lookup.to_change(con, access, text))
        if old.void_reason is not None:
            raise Refused(f"{old.id} sudah dibatalkan; naskah yang batal tidak diubah.")
        if form.doc is not None and chaining.read_doc(form.doc, tuple(Doc)) is not old.doc:
            raise Refused(
                f"Jenis naskah menjadi bagian dari {old.id} dan tidak dapat diubah."
                " Batalkan dengan kskd void, lalu catat lagi dengan jenis yang benar."
            )
        new, notes = _updated(access, con, _cleared(con, old, form), form)
        new = replace(new, files=with_links(old.files, links))
        chaining.refuse_own_line(con, new)
        _check_life(new, old)
        changes = confirm(old, new, access.reason)
        if not form.allow_duplicate:
            chaining.refuse_duplicates(con, new)
        agreements.update_agreement(con, old, new)
        if (old.parent, old.signed_on, old.term) != (new.parent, new.signed_on, new.term):
            notes += chaining.beside_family(con, new, access.today)
    idle = reading.idle_facts(form, new.doc, new.scheme)
    return Kept(new, (*notes, *idle), changes)


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
    lead = lookup.opd_code(known, form.opd) if form.opd else old.lead_opd
    support = (
        {*old.support_opds, *(lookup.opd_code(known, code) for code in form.support_opd)} - drop_opds - {lead}
    )
    parent = chaining.find_parent(con, form.parent, old.doc) if form.parent else None
    if parent is not None:
        chaining.refuse_cycle(con, parent, old, "parent", "induk")
    new = replace(
        old,
        title=reading.read_title(form) or old.title,
        planned_for=reading.read_year(form.planned) if form.planned else old.planned_for,
        note=reading.read_note(form) or old.note,
        original_place=reading.read_place(form) or old.original_place,
        facts=reading.read_facts(form, old.facts),
        scheme=chaining.changed_scheme(old, form.scheme, parent),
        lead_opd=lead,
        support_opds=tuple(sorted(support)),
        signed=Day.of(signed_on),
        term=term,
        parties=(own, *seated),
        affairs=tuple(sorted({*old.affairs, *reading.read_affairs(form)} - drop_affairs)),
        scope=changed_scope(old, form),
        parent=parent.id if parent else old.parent,
        predecessor=chaining.find_predecessor(con, form.replaces, old) if form.replaces else old.predecessor,
    )
    if len(new.parties) < 2:
        raise InvalidFact(
            f"{old.id} harus mempunyai sedikitnya satu mitra; tambahkan mitra lain dengan --partner."
        )
    return new, [*notes, *term_notes]


def changed_scope(old: Agreement, form: AgreementForm) -> tuple[str, ...]:
    """The scope after what was said: items dropped, then items added."""
    drop = {clean(text, "ruang lingkup", limit=1000).casefold() for text in form.drop_scope}
    _require_there(drop, {text.casefold() for text in old.scope}, "ruang lingkup")
    kept = [text for text in old.scope if text.casefold() not in drop]
    return (*kept, *(text for text in reading.read_scope(form) if text not in kept))


def _check_life(new: Agreement, old: Agreement) -> None:
    """Raise InvalidFact where a change contradicts an early end or an adendum."""
    if new.ending is not None:
        new.ending.check(new.id, new.signed_on, new.term.ends_on)
    first = min((one.signed_on for one in new.amendments), default=None)
    if first is not None and (new.signed_on is None or new.signed_on > first):
        raise InvalidFact(
            f"{new.id} mempunyai adendum yang ditandatangani {format_date(first)}, jadi tentu ditandatangani"
            " paling lambat hari itu; periksa tanggalnya."
        )
    seats = {(party.seat, party.partner) for party in new.parties}
    gone = {party.seat: party.name for party in old.parties if (party.seat, party.partner) not in seats}
    numbered = sorted(gone[seat] for one in new.amendments for seat, _ in one.numbers if seat in gone)
    if numbered:
        raise Refused(f"{numbered[0]} memberi nomor pada adendum {new.id}, sehingga tetap menjadi pihaknya.")


def _require_there(wanted: Collection[object], present: Collection[object], what: str) -> None:
    strange = sorted(str(one) for one in wanted if one not in present)
    if strange:
        raise NotFound(f"Tidak ada {what} {', '.join(strange)} pada naskah ini; lihat dengan kskd show.")
