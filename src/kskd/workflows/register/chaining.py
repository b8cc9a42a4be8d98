"""Where a document stands among others: its chain by the law, its predecessor, and no second copy of it."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import date

from kskd.domain.document import chain
from kskd.domain.document.agreement import Agreement, Relation
from kskd.domain.document.chain import DOC_NAMES, Doc, RelationKind, Scheme
from kskd.domain.document.said import Said
from kskd.domain.document.status import Status
from kskd.domain.values.days import Day
from kskd.domain.values.text import quote, word
from kskd.domain.values.warning import warning
from kskd.errors import refusal
from kskd.registry.session import Session
from kskd.registry.tables import agreements
from kskd.registry.views import ids
from kskd.workflows import lookup


def required_scheme(said: Scheme | None) -> Scheme:
    """The scheme that was said; UsageError lists the codes where none was."""
    if said is None:
        raise refusal("scheme-missing", known=", ".join(Scheme))
    return said


def allowed_doc(doc: Doc | None, allowed: Iterable[Doc]) -> Doc | None:
    """The kind of document that was said, None if none was; UsageError for one not recorded here."""
    if doc is not None and doc not in tuple(allowed):
        command = "kskd add-mou" if chain.is_umbrella(doc) else "kskd derive-pks"
        raise refusal("kind-has-own-command", kind=DOC_NAMES[doc], command=command)
    return doc


def find_parent(session: Session, text: str, doc: Doc | None) -> Agreement:
    """The parent named, refused for a child that hangs on nothing: a KB, NK or LoI begins its chain.

    What the law does not put under it is recorded all the same, and found by a rule.
    """
    parent = agreements.read_agreement(session, lookup.agreement_id(session, text))
    if parent.void_reason is not None:
        raise refusal("agreement-void-for-chain", id=parent.id, what="menjadi induk")
    if doc is None and parent.is_derived:
        raise refusal("parent-not-umbrella", id=parent.id, kind=parent.kind_name)
    if doc in chain.HEADS:
        raise refusal("parent-of-other-kind", kind=parent.kind_name, id=parent.id, child=DOC_NAMES[doc])
    return parent


def usual_child(parent: Agreement, kinds: tuple[Doc, ...]) -> Doc:
    """The document of these kinds that usually comes from ``parent``; an LoI first becomes an MoU."""
    allowed = chain.children_of(parent.doc, parent.signed and parent.signed.latest)
    usual = next((doc for doc in allowed if doc in kinds), None)
    if usual is not None:
        return usual
    is_umbrella = chain.is_umbrella(allowed[0])
    command = f"add-mou --doc {allowed[0]} --parent {parent.id}" if is_umbrella else f"derive-pks {parent.id}"
    raise refusal(
        "child-by-other-command",
        kind=parent.kind_name,
        id=parent.id,
        children=" atau ".join(DOC_NAMES[doc] for doc in allowed),
        command=command,
    )


def find_predecessor(session: Session, text: str, itself: Agreement | None) -> str:
    """The id of the document that ``itself`` (None: a new one) carries on; each is carried on by one only."""
    old = agreements.read_agreement(session, lookup.agreement_id(session, text))
    if old.void_reason is not None:
        raise refusal("agreement-void-for-chain", id=old.id, what="menjadi pendahulu")
    if old.successor is not None and (itself is None or old.successor != itself.id):
        raise refusal("agreement-succeeded", id=old.id, successor=old.successor)
    if itself is not None:
        refuse_cycle(session, old, itself, "predecessor", "pendahulu")
    return old.id


def refuse_own_line(session: Session, one: Agreement) -> None:
    """A document replaces neither what it is derived from nor what is derived from it."""
    if one.predecessor is None:
        return
    for start, end in ((one.parent, one.predecessor), (one.predecessor, one.id)):
        above: str | None = start
        while above is not None:
            if above == end:
                name = one.id or "naskah ini"
                raise refusal("predecessor-in-own-line", predecessor=one.predecessor, id=name)
            above = agreements.read_agreement(session, above).parent


def refuse_cycle(session: Session, start: Agreement, itself: Agreement, link: str, what: str) -> None:
    """Follow ``link`` (parent or predecessor) upwards; a document is neither of itself."""
    above: str | None = start.id
    while above is not None:
        if above == itself.id:
            raise refusal("chain-circular", id=itself.id, what=what)
        above = getattr(agreements.read_agreement(session, above), link)


def related(session: Session, one: Agreement, said: Said) -> Agreement:
    """The document with the relations that were said added and dropped; what the other says is not repeated.

    Refused where the other is the document itself, is void, or was recorded as the younger of the two.
    """
    dropped = {
        Relation(RelationKind(kind), lookup.agreement_id(session, text)) for kind, text in said.drop_relates
    }
    if strange := dropped.difference(one.relations):
        names = ", ".join(f"{kind}={other}" for kind, other in sorted(strange))
        raise refusal("part-not-in-agreement", what="hubungan", names=names)
    kept = [bond for bond in one.relations if bond not in dropped]
    for kind, text in said.relates:
        other = agreements.read_agreement(session, lookup.agreement_id(session, text))
        bond = Relation(RelationKind(kind), other.id)
        if other.id == one.id:
            raise refusal("relation-to-itself", id=one.id)
        if other.void_reason is not None:
            raise refusal("agreement-void-for-chain", id=other.id, what="dihubungkan")
        if any(back == (bond.kind, one.id) for back in other.relations):
            if bond.kind is not RelationKind.RELATED:
                raise refusal("relation-reversed", id=other.id, what=bond.kind.words, other=one.id)
        elif bond not in kept:
            kept.append(bond)
    return replace(one, relations=tuple(sorted(kept)))


def beside_replaced(session: Session, old: Agreement, new: Agreement, as_of: date) -> tuple[str, ...]:
    """A line for each document that ``new`` replaces, unlike ``old``, and that is still in force."""
    ids = [
        other for kind, other in set(new.relations).difference(old.relations) if kind is RelationKind.REPLACES
    ]
    found = agreements.read_agreements(session, ids).values() if ids else ()
    return tuple(
        warning(
            f"{one.id} yang digantikan masih berlaku",
            f"bila sudah tidak berlaku, kskd end {one.id} --ground penggantian --on TANGGAL",
        )
        for one in found
        if one.status(as_of) is Status.ACTIVE
    )


def refuse_duplicates(session: Session, agreement: Agreement) -> None:
    """The same party numbers no two documents alike, and no document is entered twice."""
    given = [(party, number) for party in agreement.parties for number in party.numbers]
    for party, number in given:
        others = [one for one in ids.numbered(session, number, party.partner) if one != agreement.id]
        if others:
            raise refusal("number-known", number=number, party=party.name, ids=", ".join(others))
    for one, signed in _alike(session, agreement):
        if signed != agreement.signed:
            continue
        if _is_same(agreements.read_agreement(session, one), agreement):
            raise refusal("agreement-known", id=one)


def _is_same(one: Agreement, other: Agreement) -> bool:
    """Whether two of one kind, title and signing are one; of a signing known in part the start tells."""
    is_told = other.signed is None or other.signed.exact is not None
    return one.partners == other.partners and (is_told or one.term.starts == other.term.starts)


def _alike(session: Session, agreement: Agreement) -> list[tuple[str, Day | None]]:
    partners = [party.partner for party in agreement.parties if party.seat > 0]
    found = ids.alike(session, agreement.title, agreement.doc, partners)
    return [(one, signed) for one, signed in found if one != agreement.id]


def near_duplicates(session: Session, one: Agreement) -> tuple[str, ...]:
    """A warning for the documents of its kind with its title and a partner of its, whatever their days.

    Those of its line of life are left out: what extends a document often has its title.
    """
    found = dict(_alike(session, one))
    for start, link in ((one.predecessor, "predecessor"), (one.successor, "successor")):
        step = start
        while found and step is not None:
            found.pop(step, None)
            step = getattr(agreements.read_agreement(session, step), link)
    if not found:
        return ()
    said = [f"{other} ({signed.words if signed else 'rancangan'})" for other, signed in found.items()]
    more = f", dan {len(said) - _NAMED} lagi" if len(said) > _NAMED else ""
    last = agreements.read_agreement(session, next(reversed(found)))
    ways = []
    if not one.children:
        ways.append(f'bila naskah yang sama, kskd void {one.id} --reason "…"')
    if last.successor is None and one.predecessor is None:
        ways.append(f"bila perpanjangannya, kskd update {one.id} --replaces {last.id}")
    ways.append(f"bandingkan dengan kskd show {last.id}")
    what = f"jenis, judul, dan mitranya sama dengan {', '.join(said[:_NAMED])}{more}"
    return (warning(what, "; ".join(ways)),)


def misinherited(one: Agreement, before: Agreement, now: Agreement | None) -> Iterator[str]:
    """A warning for each part that came from the parent ``before`` and is not of the one it has ``now``."""
    for label, option, of in _INHERITED:
        had, has = of(before), of(now) if now else ()
        stale = [value for value in of(one) if value in had and value not in has]
        if not stale:
            continue
        fresh = [value for value in has if value not in of(one)]
        drops = [] if option == "--opd" else [f"--drop-{option[2:]} {word(value)}" for value in stale]
        adds = [f"{option} {word(value)}" for value in fresh]
        if not adds and len(stale) == len(of(one)):
            adds = [f"{option} …"]
        yield warning(
            f"{label} {', '.join(map(quote, stale))} diwarisi dari {before.id}",
            f'bila keliru, kskd update {one.id} {" ".join((*adds, *drops))} --reason "…"',
        )


_NAMED = 3
_INHERITED: tuple[tuple[str, str, Callable[[Agreement], tuple[str, ...]]], ...] = (
    ("mitra", "--partner", lambda one: one.partners),
    ("OPD pemrakarsa", "--opd", lambda one: (one.lead_opd,)),
    ("OPD pendukung", "--support-opd", lambda one: one.support_opds),
    ("urusan", "--affair", lambda one: one.affairs),
    ("ruang lingkup", "--scope", lambda one: one.scope),
)
"""What ``derive-pks`` takes over from the parent, by the option that says it."""


def beside_parent(child: Agreement, parent: Agreement, as_of: date) -> Iterator[str]:
    """A warning for each way in which a document precedes or outlives the one that it comes from.

    An MoU is meant to outlive its LoI, which runs for a year at most.
    """
    days = {parent.signed.earliest, parent.signed.latest} if parent.signed else {None}
    if all(child.doc not in chain.children_of(parent.doc, day) for day in days):
        yield warning(
            f"{child.kind_name} ({child.id}) menurut peraturan tidak berada di bawah {parent.kind_name}"
            f" ({parent.id}), dan itu disebut oleh kskd check",
            f"bila salah induk, {_correcting(child, '--parent INDUK')}",
        )
    if child.signed and parent.signed and child.signed.latest < parent.signed.earliest:
        yield warning(
            f"{child.id} ditandatangani {child.signed.words}, mendahului induknya {parent.id}"
            f" ({parent.signed.words})",
            f"bila salah catat, {_correcting(child, '--signed TANGGAL')}",
        )
    last, parent_last = child.last(as_of), parent.last(as_of)
    if parent_last is None or parent.doc is Doc.LOI:
        return
    over = f"{parent.id} berakhir {parent_last.words}"
    start = child.effective_term.starts
    extended = f"bila induknya diperpanjang, kskd extend {parent.id} --signed TANGGAL; bila salah catat, "
    if start and start.earliest > parent_last.latest:
        yield warning(
            f"{child.id} mulai {start.words}, sesudah induknya {over}",
            extended + _correcting(child, "--starts TANGGAL"),
        )
    elif child.term.condition and (first := child.term.ends):
        if first.earliest > parent_last.latest:
            yield warning(
                f"akhir pertama {child.id} {first.words}, sesudah induknya {over}",
                extended + _correcting(child, "--ends TANGGAL"),
            )
    elif last is None and child.term.end_kind is not None:
        yield warning(
            f"{child.id} tidak bertanggal akhir, sedangkan induknya {over}",
            extended + _correcting(child, "--ends TANGGAL"),
        )
    elif last and last.earliest > parent_last.latest:
        yield warning(
            f"{child.id} berakhir {last.words}, sesudah induknya {over}",
            extended + _correcting(child, "--ends TANGGAL"),
        )


def _correcting(one: Agreement, options: str) -> str:
    return f'kskd update {one.id} {options} --reason "…"'


def beside_family(session: Session, one: Agreement, as_of: date) -> tuple[str, ...]:
    """As ``beside_parent``, of a document beside its own parent and of its children beside it."""
    relatives = agreements.read_agreements(session, [*filter(None, [one.parent]), *one.children])
    notes = list(beside_parent(one, relatives[one.parent], as_of)) if one.parent else []
    for child in one.children:
        notes += beside_parent(relatives[child], one, as_of)
    return tuple(notes)


def changed_scheme(old: Agreement, said: Scheme | None, parent: Agreement | None) -> Scheme:
    """The scheme after an update, with ``parent`` the one newly named; a chain has one, told at its head."""
    scheme = said or old.scheme
    if parent is not None and parent.scheme is not scheme:
        raise refusal(
            "scheme-differs-from-parent", id=old.id, scheme=scheme, parent=parent.id, wanted=parent.scheme
        )
    if scheme is not old.scheme and old.parent is not None and parent is None:
        raise refusal("scheme-tied-to-chain", id=old.id, parent=old.parent, scheme=scheme)
    return scheme


def below(session: Session, head: Agreement) -> list[Agreement]:
    """All documents of the chain below one, each after what it hangs on."""
    found: list[Agreement] = []
    ids = head.children
    while ids:
        found += agreements.read_agreements(session, ids).values()
        ids = tuple(child for one in found[-len(ids) :] for child in one.children)
    return found
