"""New information and corrections: what a document's update fills, changes, adds and takes away."""

from collections.abc import Collection, Iterator
from dataclasses import replace

from kskd.domain.document import overlay
from kskd.domain.document.agreement import Agreement, FileLink, with_links
from kskd.domain.document.parts import PARTS
from kskd.domain.document.said import Said
from kskd.domain.partner import check_seats, latest_seats
from kskd.domain.told import clearable, cleared
from kskd.errors import refusal
from kskd.registry.session import Session
from kskd.registry.tables import agreements, evaluations, opds, settings
from kskd.workflows import lookup
from kskd.workflows.access import Access
from kskd.workflows.changes import confirm, of_document
from kskd.workflows.register import chaining, naming, numbering
from kskd.workflows.register.agreements import Kept
from kskd.workflows.register.file_links import link_files, shared


def update(access: Access, text: str, said: Said) -> Kept:
    """Fill what was empty, or correct what was written; a correction needs a reason.

    Lists are added to; ``drop_…`` takes away. Gives every change with its old and new value.
    """
    links = link_files(said.file, access.path)
    with access.writing() as session:
        return change(access, session, lookup.to_change(session, access, text), said, links)


def change(
    access: Access,
    session: Session,
    wanted: str,
    said: Said,
    links: tuple[FileLink, ...] = (),
    *,
    doubts: bool = True,
) -> Kept:
    """As ``update``, inside an act, of the document of this id; of doubts only where they are wanted."""
    old = agreements.read_agreement(session, wanted)
    if old.void_reason is not None:
        raise refusal("agreement-void", id=old.id, done="diubah")
    if said.doc is not None and said.doc is not old.doc:
        raise refusal("kind-fixed", id=old.id)
    new, notes = _updated(access, session, _cleared(access, session, old, said), said)
    new = overlay.renewed(chaining.related(session, replace(new, files=with_links(old.files, links)), said))
    chaining.refuse_own_line(session, new)
    _check_life(new, old)
    fields = access.fields_in(session)
    changes = confirm(of_document(fields, old), of_document(fields, new), access.reason)
    if not said.allow_duplicate:
        chaining.refuse_duplicates(session, new)
    agreements.update_agreement(session, old, new)
    if new.scheme is not old.scheme and (chain := chaining.below(session, new)):
        for one in chain:
            agreements.update_agreement(session, one, replace(one, scheme=new.scheme))
        notes += (f"Bentuk naskah di bawahnya ikut diubah: {', '.join(one.id for one in chain)}.",)
    if doubts and (old.parent, old.signed, old.term) != (new.parent, new.signed, new.term):
        notes += chaining.beside_family(session, new, access.today)
    doubtful = tuple(_doubts(access, session, old, new, said)) if doubts else ()
    return Kept(new, (*notes, *doubtful), changes)


def _doubts(access: Access, session: Session, old: Agreement, new: Agreement, said: Said) -> Iterator[str]:
    """What the change itself makes doubtful."""
    yield from naming.several_in_one(said, new)
    yield from shared(session, new.id, set(new.files) - set(old.files))
    yield from overlay.idle_facts(access.fields_in(session), said, new)
    yield from overlay.parties_to_come(said, new, access.today)
    yield from overlay.above_value(said, new)
    yield from chaining.beside_replaced(session, old, new, access.today)
    if said.number:
        yield from numbering.remarks(session, new)
    numbered = tuple(party.numbers for party in old.parties), tuple(party.numbers for party in new.parties)
    if numbered[0] != numbered[1] or old.signed != new.signed:
        yield from numbering.off_signing(new)
    is_renamed = (old.title.casefold(), old.partners) != (new.title.casefold(), new.partners)
    if is_renamed and not said.allow_duplicate:
        yield from chaining.near_duplicates(session, new)
    if (old.signed, old.term.end_kind) != (new.signed, new.term.end_kind):
        yield from overlay.without_end(new)
    if new.signed is None and new.term.starts != old.term.starts:
        yield from overlay.begun_unsigned(new, access.today)
    if old.parent is not None and old.parent != new.parent:
        parents = agreements.read_agreements(session, [one for one in (old.parent, new.parent) if one])
        yield from chaining.misinherited(new, parents[old.parent], parents.get(new.parent or ""))


def _cleared(access: Access, session: Session, old: Agreement, said: Said) -> Agreement:
    """The document with what was recorded by mistake unknown again."""
    parts = {key.replace("_", "-"): key for key, part in PARTS.items() if part.clear}
    new = old
    for key in cleared(clearable(access.fields_in(session)) | parts, said.clear, said.says):
        way = PARTS[key].clear if key in PARTS else None
        new = way(new) if way else new.with_facts(**{key: None})
    evaluated = evaluations.read_evaluations(session, [old.id]) if new.signed is None else []
    if evaluated:
        raise refusal("agreement-evaluated", id=old.id, period=evaluated[0].period)
    return new


def _updated(access: Access, session: Session, old: Agreement, said: Said) -> tuple[Agreement, list[str]]:
    overlay.require_come(said, access.today)
    signed = overlay.signed_by(said, access.today) or old.signed
    rule = settings.read_government(session).term_rule
    term, term_notes = overlay.term_after(said, old.term, signed, rule, old.id)
    found, notes = naming.resolve_partners(session, said)
    own, *others = old.parties
    dropped = {lookup.read_partner(session, name).id for name in said.drop_partner}
    _require_there(dropped, [party.partner for party in others], "mitra")
    gone = {party.seat for party in latest_seats(others) if party.partner in dropped}
    others = [party for party in others if party.seat not in gone]
    seated = overlay.seat_partners(found, said, tuple(others))
    for told in () if any(said.partner_left) else naming.gone(old.id, found, others, seated):
        access.tell(told)  # also where nothing changes
    known = opds.read_opds(session)
    drop_opds = {lookup.opd_code(known, code) for code in said.drop_support_opd}
    drop_leads = {lookup.opd_code(known, code) for code in said.drop_co_lead}
    drop_affairs = set(said.drop_affair)
    _require_there(drop_opds, old.support_opds, "OPD pendukung")
    _require_there(drop_leads, old.co_leads, "OPD pemrakarsa bersama")
    _require_there(drop_affairs, old.affairs, "urusan")
    lead = lookup.opd_code(known, said.opd) if said.opd else old.lead_opd
    leads = {*old.co_leads, *(lookup.opd_code(known, code) for code in said.co_lead)} - drop_leads - {lead}
    support = {*old.support_opds, *(lookup.opd_code(known, code) for code in said.support_opd)}
    parent = chaining.find_parent(session, said.parent, old.doc) if said.parent else None
    if parent is not None:
        chaining.refuse_cycle(session, parent, old, "parent", "induk")
    new = replace(
        overlay.with_facts(old, said),
        scheme=chaining.changed_scheme(old, said.scheme, parent),
        lead_opd=lead,
        support_opds=tuple(sorted(support - drop_opds - leads - {lead})),
        co_leads=tuple(sorted(leads)),
        signed=signed,
        term=term,
        parties=(overlay.own_after(said, own), *naming.with_further_numbers(session, seated, said)),
        affairs=tuple(sorted({*old.affairs, *said.affair} - drop_affairs)),
        scope=changed_scope(old, said),
        parent=parent.id if parent else old.parent,
        predecessor=chaining.find_predecessor(session, said.replaces, old)
        if said.replaces
        else old.predecessor,
    )
    if len(new.parties) < 2:
        raise refusal("partner-last", id=old.id)
    return new, [*notes, *term_notes]


def changed_scope(old: Agreement, said: Said) -> tuple[str, ...]:
    """The scope after what was said: items dropped, then items added."""
    drop = {text.casefold() for text in said.drop_scope}
    _require_there(drop, {text.casefold() for text in old.scope}, "ruang lingkup")
    kept = [text for text in old.scope if text.casefold() not in drop]
    return (*kept, *(text for text in dict.fromkeys(said.scope) if text not in kept))


def _check_life(new: Agreement, old: Agreement) -> None:
    """Raise InvalidFact where a change contradicts an early end or an adendum."""
    if new.ending is not None:
        new.ending.check(new.id, new.signed, new.term.dated_end)
    first = min((one.signed for one in new.amendments), key=lambda day: day.latest, default=None)
    if first is not None and (new.signed is None or new.signed.earliest > first.latest):
        raise refusal("signing-after-amendment", id=new.id, day=first.words)
    check_seats(new.parties)
    seats = {(party.seat, party.partner) for party in new.parties}
    gone = {party.seat: party.name for party in old.parties if (party.seat, party.partner) not in seats}
    numbered = sorted(gone[seat] for one in new.amendments for seat, _ in one.numbers if seat in gone)
    if numbered:
        raise refusal("party-numbered-amendment", party=numbered[0], id=new.id)


def _require_there(wanted: Collection[object], present: Collection[object], what: str) -> None:
    strange = sorted(str(one) for one in wanted if one not in present)
    if strange:
        raise refusal("part-not-in-agreement", what=what, names=", ".join(strange))
