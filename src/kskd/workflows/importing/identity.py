"""Whether a row tells of a document that is in the registry: surely, perhaps, or not."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from kskd.domain.values import names
from kskd.registry.tables import agreements, partners
from kskd.registry.views import ids
from kskd.workflows import lookup

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from kskd.domain.document.agreement import Agreement
    from kskd.domain.document.chain import Doc
    from kskd.domain.document.said import Said
    from kskd.domain.values.days import Day
    from kskd.registry.session import Session


class Match(NamedTuple):
    """The document that a row tells of, or those that it may tell of; none of them where it is new.

    ``alike`` are several of which it surely tells of one, since all that tells documents apart is the same.
    """

    same: Agreement | None = None
    maybe: tuple[Agreement, ...] = ()
    alike: tuple[Agreement, ...] = ()


def find_same(
    session: Session,
    said: Said,
    doc: Doc,
    names_of: Sequence[str],
    wanted: str | None,
    *,
    is_other: Callable[[str], bool] = lambda _: False,
) -> Match:
    """The document of the row's id (``wanted``), of its own number, or of its kind, title, partner and day.

    A number makes it the same only with a partner or the title in common, an id only with title or number.
    One that ``is_other`` has another id in the list itself, so that the row is none of it.
    """
    title = str(said.fact("title") or "")
    if wanted is not None:
        one = agreements.read_agreement(session, wanted)
        numbers = set(one.parties[0].numbers)
        is_it = not title or _alike(title, one.title) or (said.number in numbers)
        if is_it:
            return Match(one)
        other = find_same(session, said, doc, names_of, None, is_other=is_other)  # an id of another registry
        return other if other.same or other.alike else Match(None, (one,))
    if said.number:
        known = ids.numbered(session, said.number, None)
        found = [agreements.read_agreement(session, one) for one in known if not is_other(one)]
        shared = [
            one
            for one in found
            if (set(names_of) & {party.name for party in one.parties}) or _alike(title, one.title)
        ]
        if found:
            if not shared or any(one.doc is not doc for one in shared):
                return Match(None, tuple(found))
            return _of(shared)
    return _by_title(session, said, doc, names_of, is_other)


def find_exact(
    session: Session, said: Said, doc: Doc, names_of: Sequence[str], is_other: Callable[[str], bool]
) -> list[Agreement]:
    """The documents that a row tells all of: title, number, signing and partners; the likest first."""
    title = str(said.fact("title") or "")
    near = [
        one
        for one, signed in ids.alike(session, title, doc, _seats(session, names_of))
        if signed == said.signed
    ]
    found = [
        old
        for old in agreements.read_agreements(session, [one for one in near if not is_other(one)]).values()
        if old.parties[0].number == said.number and {party.name for party in old.parties[1:]} == set(names_of)
    ]
    lists = ("scope", "affair", "support_opd", "co_lead")
    told: set[object] = {*said.facts, said.term, said.opd, said.parent, tuple(names_of), said.contribution}
    told.update((key, one) for key in lists for one in getattr(said, key))
    return sorted(found, key=lambda old: len(told.symmetric_difference(_kept(old))))


def _kept(one: Agreement) -> set[object]:
    """What is recorded of a document, as a row of all columns tells it."""
    own, *others = one.parties
    names = tuple(party.name for party in others)
    kept: set[object] = {*one.facts, one.term, one.lead_opd, one.parent, names, own.contribution}
    lists = {
        "scope": one.scope,
        "affair": one.affairs,
        "support_opd": one.support_opds,
        "co_lead": one.co_leads,
    }
    return kept.union((key, value) for key, values in lists.items() for value in values)


def find_void(session: Session, said: Said, doc: Doc, names_of: Sequence[str], reason: str) -> str | None:
    """The void document that a void row tells of: of its kind, title, partners, day and reason."""
    seats = _seats(session, names_of)
    for one, signed in ids.alike(session, str(said.fact("title") or ""), doc, seats, is_void=True):
        old = agreements.read_agreement(session, one)
        named = {party.name for party in old.parties[1:]}
        if (signed, old.void_reason, named) == (said.signed, reason, set(names_of)):
            return one
    return None


def _seats(session: Session, names_of: Sequence[str]) -> list[int]:
    known = partners.read_partners(session)
    return [lookup.partner(known, name).id for name in names_of]


def _by_title(
    session: Session, said: Said, doc: Doc, names_of: Sequence[str], is_other: Callable[[str], bool]
) -> Match:
    title = str(said.fact("title") or "")
    seats = _seats(session, names_of)
    sure, maybe = [], []
    for one, signed in ids.alike(session, title, doc, seats) if title and seats else ():
        if is_other(one):
            continue
        old = agreements.read_agreement(session, one)
        if said.number and old.parties[0].number:
            continue  # two numbers of one government are two documents
        theirs = {party.number for party in old.parties[1:] if party.number}
        if theirs and set(filter(None, said.partner_number)).difference(theirs):
            continue
        named = (set(old.partners), {party.name for party in old.parties[1:]})  # those that left, or all
        if signed == said.signed and set(names_of) in named:
            sure.append(old)
        elif _may_be_one(signed, said.signed):
            maybe.append(old)
    return _of(sure) if sure else Match(None, tuple(maybe))


def _of(found: Sequence[Agreement]) -> Match:
    return Match(alike=tuple(found)) if len(found) > 1 else Match(found[0])


def _may_be_one(one: Day | None, other: Day | None) -> bool:
    """Whether two days of signing may be one: a day is not known, or lies in the other."""
    return one is None or other is None or one.lies_in(other) or other.lies_in(one)


def _alike(one: str, other: str) -> bool:
    return names.key(one) == names.key(other)
