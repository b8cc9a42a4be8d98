"""Adendums whose document nobody can find, and their way to it once it is found."""

from collections.abc import Iterator
from dataclasses import replace

from kskd.domain.document import chain, overlay
from kskd.domain.document.agreement import Agreement
from kskd.domain.document.amendment import Amendment, Effect, steps_back
from kskd.domain.document.said import Said
from kskd.domain.partner import seats_at
from kskd.domain.values.days import UNKNOWN, Day
from kskd.domain.values.kinds import YES
from kskd.domain.values.warning import warning
from kskd.errors import refusal
from kskd.registry.session import Session
from kskd.registry.tables import agreements, evaluations
from kskd.workflows import lookup
from kskd.workflows.access import Access
from kskd.workflows.adendums import amending
from kskd.workflows.adendums.amending import Values
from kskd.workflows.changes import compare, of_document
from kskd.workflows.register import chaining
from kskd.workflows.register.agreements import Kept, blank, enter, voided


def amend_unfound(access: Access, said: Said, values: Values) -> Kept:
    """Record an adendum whose document nobody can find, on a document in its place whose paper is missing.

    Of that document no day is known but that it was signed; its scheme, OPD and partners must be said.
    """
    signed, what = amending.needed(said, values, access.today)
    scheme = chaining.required_scheme(said.scheme)
    doc = said.doc or chain.derived_default(scheme)
    title = said.fact("title") or f"Naskah pokok adendum: {what}"
    stub = Said(
        scheme=scheme,
        doc=doc,
        partner=said.partner,
        opd=said.opd,
        signed=Day.parse(UNKNOWN),
        facts=(("title", title), ("paper_missing", YES)),
        new=said.new,
        partner_kind=said.partner_kind,
    )
    with access.writing() as session:
        kept = enter(access, session, stub, blank(access, doc, scheme, None, ()), [])
        old = kept.agreement
        amendment = amending.with_said(Amendment(1, signed, what), old, said, values, access.today)
        said = said._replace(facts=tuple(fact for fact in said.facts if fact[0] != "title"))
        new, notes = amending.inserted(session, old, amendment, said)
        agreements.update_agreement(session, old, new)
    found = f"Bila naskah pokoknya ditemukan, pindahkan adendumnya dengan kskd amend NASKAH --take {new.id}."
    beside = [note for note in kept.notes if note not in overlay.without_end(old)]
    return Kept(new, (*beside, *notes, *overlay.without_end(new), found), number=1)


def take(access: Access, text: str, other: str) -> Kept:
    """Move the adendums of a document in the place of one that was missing to that one, and void the former.

    Each takes its place by its day; what it changed, it changes of the document that was found.
    """
    with access.writing() as session:
        old = agreements.read_agreement(session, lookup.to_change(session, access, text))
        stub = agreements.read_agreement(session, lookup.agreement_id(session, other))
        if stub.id == old.id or stub.fact("paper_missing") != YES:
            raise refusal("amendments-not-taken", id=stub.id)
        if not stub.amendments:
            raise refusal("amendment-not-found", number=1, id=stub.id)
        _, steps = steps_back(stub.amendable, stub.amendments)
        first = max((one.number for one in old.amendments), default=0) + 1
        moved = [_at_home(old, stub, step, number) for number, step in enumerate(steps, first)]
        new = amending.with_effects(old, moved)
        done = voided(replace(stub, amendments=()), f"Adendumnya dipindahkan ke {old.id}.")
        agreements.update_agreement(session, stub, done)
        agreements.update_agreement(session, old, new)
        numbers = ", ".join(str(one.amendment.number) for one in moved)
        notes = [
            f"Adendum dari {stub.id} menjadi adendum {numbers}.",
            f"{stub.id} dibatalkan.",
            *_left_behind(session, old, stub),
            *(note for step in moved for note in amending.order_notes(new, step.amendment)),
            *chaining.beside_family(session, new, access.today),
        ]
    changes = compare(of_document(access.fields, old), of_document(access.fields, new))
    return Kept(new, tuple(notes), changes, first)


def _at_home(old: Agreement, stub: Agreement, step: Effect, number: int) -> Effect:
    """What an adendum on ``stub`` says, as one of ``old`` with that number."""
    seats = {party.partner: party.seat for party in seats_at(old.parties, step.amendment.signed)}
    partners = {party.seat: party for party in stub.parties}
    one = step.amendment
    amending.refuse_unamendable(old, one.signed)
    for seat, _ in one.numbers:
        if partners[seat].partner not in seats:
            raise refusal("amendment-of-stranger", party=partners[seat].name, id=old.id)
    numbers = tuple((seats[partners[seat].partner], text) for seat, text in one.numbers)
    one = replace(one, number=number, numbers=numbers)
    amending.refuse_second(old, one)
    return step._replace(amendment=one)


def _left_behind(session: Session, old: Agreement, stub: Agreement) -> Iterator[str]:
    """A warning for what the stub has beside its adendums and the document that was found has not."""
    strangers = [name for name in stub.partners if name not in old.partners]
    if strangers:
        joining = f'kskd update {old.id} --partner "{strangers[0]}"'
        yield warning(f"{'; '.join(strangers)} bukan mitra pada {old.id}", f"bila memang pihaknya, {joining}")
    if evaluations.read_targets(session, [stub.id]) or evaluations.read_evaluations(session, [stub.id]):
        yield warning(f"target dan evaluasi {stub.id} tidak ikut dipindahkan", f"lihat kskd show {stub.id}")
