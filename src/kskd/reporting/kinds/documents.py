"""*Sampul* and *daftar publik*: a document as its paper file shows it, and the documents that are public."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kskd.domain.document.chain import ABROAD, SCHEME_SHORT
from kskd.domain.document.status import STATUS_NAMES
from kskd.domain.values.kinds import NO

if TYPE_CHECKING:
    from datetime import date

    from kskd.domain.document.agreement import Agreement, Party
    from kskd.domain.values.days import Day
    from kskd.reporting.basis import Basis
    from kskd.reporting.model import Head

ARCHIVE = {False: "100.3.7.1 (dalam negeri)", True: "100.3.7.2 (luar negeri)"}
"""The class of records by whether the partner is abroad, as the lists in use have it."""
PERSON = "perseorangan (nama tidak dimuat)"


@dataclass(frozen=True, slots=True)
class PartyLine:
    """One party: its numbers, and the office and name of who signed; None is not recorded."""

    name: str
    numbers: tuple[str, ...]
    office: str | None
    signer: str | None
    left: Day | None  # its first day as no party any more


@dataclass(frozen=True, slots=True)
class AdendumLine:
    """One adendum."""

    number: int
    signed: Day
    what: str
    numbers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Cover:
    """What the cover of a paper file is given; None and () are not recorded."""

    head: Head
    id: str
    title: str
    form: str
    scheme: str
    archive: str
    status: str
    opd: str
    support: tuple[str, ...]
    parties: tuple[PartyLine, ...]
    signed: date | Day | None
    term: str
    parent: str | None
    predecessor: str | None
    successor: str | None
    original_place: str | None
    adendums: tuple[AdendumLine, ...]
    files: tuple[str, ...]
    void_reason: str | None


@dataclass(frozen=True, slots=True)
class PublicLine:
    """One document as the public may know it."""

    id: str
    number: str | None
    title: str
    parties: tuple[str, ...]
    signed: date | Day | None
    term: str
    status: str


@dataclass(frozen=True, slots=True)
class PublicList:
    """What the public list is given; ``unpublished`` are ids that the office says are not yet available."""

    head: Head
    rows: tuple[PublicLine, ...]
    unpublished: tuple[str, ...]


def cover(basis: Basis) -> Cover:
    """The cover of the document that is looked at."""
    one, facts = basis.looked_at, basis.facts
    return Cover(
        head=basis.head,
        id=one.id,
        title=one.title,
        form=one.text("paper_name") or one.kind_name,
        scheme=SCHEME_SHORT[one.scheme],
        archive=ARCHIVE[one.scheme in ABROAD],
        status=STATUS_NAMES[one.status(basis.as_of)],
        opd=facts.opds[one.lead_opd].name,
        support=tuple(facts.opds[code].name for code in one.support_opds),
        parties=tuple(_party(basis, party) for party in one.parties),
        signed=one.signed_on or one.signed,
        term=one.effective_term.describe(),
        parent=one.parent,
        predecessor=one.predecessor,
        successor=basis.survey.successors.get(one.id),
        original_place=one.original_place,
        adendums=tuple(
            AdendumLine(each.number, each.signed, each.what, tuple(number for _, number in each.numbers))
            for each in one.amendments
        ),
        files=tuple(each.path for each in one.files),
        void_reason=one.void_reason,
    )


def public_list(basis: Basis) -> PublicList:
    """Every signed document that is not void, with another party, in order of id."""
    survey = basis.survey
    shown = [one for one in survey.agreements.values() if survey.is_signed(one) and _others(one)]
    return PublicList(
        head=basis.head,
        rows=tuple(
            PublicLine(
                id=one.id,
                number=next((party.number for party in one.parties if party.seat == 0), None),
                title=one.title,
                parties=_public(basis, one),
                signed=one.signed_on or one.signed,
                term=one.effective_term.describe(),
                status=STATUS_NAMES[survey.status[one.id]],
            )
            for one in shown
        ),
        unpublished=tuple(one.id for one in shown if one.fact("published") == NO),
    )


def _public(basis: Basis, one: Agreement) -> tuple[str, ...]:
    """The names of the other parties, of those that left where none is there; a person's is personal data."""
    others = _others(one)
    shown = [party for party in others if party.left is None] or others
    return tuple(PERSON if party.partner in basis.facts.persons else party.name for party in shown)


def _others(one: Agreement) -> list[Party]:
    return [party for party in one.parties if party.seat > 0]


def _party(basis: Basis, party: Party) -> PartyLine:
    name = basis.head.government if party.seat == 0 else party.name
    return PartyLine(name, party.numbers, party.signer.office, party.signer.name, party.left)
