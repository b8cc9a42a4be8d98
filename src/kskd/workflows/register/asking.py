"""What the rules of law would like to know of a document that is being entered, one fact after the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kskd.domain.document import chain, overlay
from kskd.domain.document.facts import FACTS
from kskd.domain.document.status import Status
from kskd.domain.values import names
from kskd.registry.tables import partners, settings
from kskd.registry.tables.agreements import read_agreement
from kskd.rules.case import Case, Office, Relative
from kskd.rules.catalogue import RULES, Bench
from kskd.rules.parts import Seat
from kskd.rules.rule import Unknown
from kskd.workflows import lookup
from kskd.workflows.register import chaining, numbering

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from kskd.domain.document.agreement import Agreement
    from kskd.domain.document.chain import Doc, Scheme
    from kskd.domain.document.said import Said
    from kskd.domain.field import Field, Value
    from kskd.domain.office.numbering import NextNumber
    from kskd.registry.session import Session
    from kskd.workflows.access import Access


def as_judged(access: Access, said: Said, kinds: tuple[Doc, ...]) -> Case:
    """The document as it was said so far, as the rules see it; ``kinds`` are those it may be."""
    with access.reading() as session:
        parent = read_agreement(session, lookup.agreement_id(session, said.parent)) if said.parent else None
        scheme = parent.scheme if parent else chaining.required_scheme(said.scheme)
        doc = chaining.allowed_doc(said.doc, kinds) or _usual(scheme, parent, kinds)
        signed = overlay.signed_by(said, access.today)
        return Case(
            Office.of(settings.read_government(session), access.today),
            "",
            doc,
            scheme,
            "",
            Status.ACTIVE if signed else Status.DRAFT,
            access.today,
            signed,
            parents=(_relative(parent),) if parent else (),
            seats=(_own(said), *_partners(session, said, parent)),
            facts={key: str(value) for key, value in said.facts if key in FACTS},
        )


def next_fact(case: Case, passed: Collection[str]) -> Field | None:
    """The first fact that a rule lacks to judge the document, those passed over left out."""
    for rule, verdict in Bench(RULES).judge(case):
        del rule
        if isinstance(verdict, Unknown) and verdict.what in FACTS and verdict.what not in passed:
            return FACTS[verdict.what]
    return None


def next_number(access: Access, said: Said, kinds: tuple[Doc, ...]) -> NextNumber | None:
    """The Pemda's next number for such a document, of the year of its day, else of today's.

    None where it is not certain.
    """
    with access.reading() as session:
        parent = read_agreement(session, lookup.agreement_id(session, said.parent)) if said.parent else None
        doc = chaining.allowed_doc(said.doc, kinds) or _usual(
            parent.scheme if parent else chaining.required_scheme(said.scheme), parent, kinds
        )
        day = (said.signed and said.signed.exact) or access.today
        return numbering.offered(session, doc, day.year, day.month)


def with_fact(case: Case, fact: Field, value: Value) -> Case:
    """The document with one fact more."""
    return case._replace(facts={**case.facts, fact.key: str(value)})


def _usual(scheme: Scheme, parent: Agreement | None, kinds: tuple[Doc, ...]) -> Doc:
    if parent is not None:
        usual = [
            one
            for one in chain.children_of(parent.doc, parent.signed and parent.signed.latest)
            if one in kinds
        ]
        return usual[0] if usual else kinds[0]
    return chain.first_doc(scheme) if kinds is chain.UMBRELLAS else chain.derived_default(scheme)


def _own(said: Said) -> Seat:
    return Seat(0, None, None, None, said.number, said.signer, said.power_of_attorney, None)


def _partners(session: Session, said: Said, parent: Agreement | None) -> Iterator[Seat]:
    """The partners that are known, or are new and of the kind that was said."""
    known = {
        names.key(label): one
        for one in partners.read_partners(session).values()
        for label in (one.name, *one.aliases)
    }
    for at, name in enumerate(said.partner or (parent.partners if parent else ()), 1):
        one = known.get(names.key(name))
        kind = one.kind if one else dict(said.kinds).get(name, said.partner_kind)
        yield Seat(at, one.id if one else None, name, kind, None, None, None, None)


def _relative(parent: Agreement) -> Relative:
    term = parent.term
    return Relative(parent.id, parent.doc, parent.signed, term.starts, term.end_kind, term.ends)
