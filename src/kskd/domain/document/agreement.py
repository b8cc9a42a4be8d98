"""Naskah: one cooperation document with its parties, term and place in the chain, and its status on a day."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

from kskd.domain.document.amendment import Amendable, steps_back
from kskd.domain.document.chain import DERIVED, DOC_NAMES, Doc, RelationKind, Scheme
from kskd.domain.document.ends import EndKind
from kskd.domain.document.standing import Stand, Step, spans, stand
from kskd.domain.document.status import NOT_BEGUN, OVER, Status
from kskd.domain.partner import seats_on
from kskd.domain.values.days import Day

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from kskd.domain.document.amendment import Amendment
    from kskd.domain.document.ending import Ending
    from kskd.domain.document.term import Term
    from kskd.domain.field import Value


_ID = re.compile(r"(KB|NK|LOI|MOU|PKS|KONTRAK|RKT|RK)-(\d{4})-(\d{3,7})", re.ASCII)


@dataclass(frozen=True, slots=True)
class PaperSigner:
    """Who signed for a party: the office held, the name if recorded, and the power of attorney if any.

    A derived document may be signed by another than the head of the region only under a surat kuasa
    (Permendagri 22/2020 Pasal 14, 36).
    """

    office: str | None = None
    name: str | None = None
    power_number: str | None = None
    power_date: date | None = None


@dataclass(frozen=True, slots=True)
class Party:
    """One party of a document; seat 0 is the Pemda itself, whose ``partner`` is None.

    ``further`` are numbers that it gave beside the first; ``contribution`` is what it brings in whole rupiah,
    ``brings`` the same in words.
    ``joined`` is the first day of one that came later, ``left`` the first day without one that went.
    """

    seat: int
    name: str
    partner: int | None = None
    number: str | None = None
    signer: PaperSigner = PaperSigner()
    contribution: int | None = None
    brings: str | None = None
    further: tuple[str, ...] = ()
    joined: Day | None = None
    left: Day | None = None

    @property
    def numbers(self) -> tuple[str, ...]:
        """All numbers that it gave, the first one first."""
        return (*filter(None, (self.number,)), *self.further)

    def has_joined(self, as_of: date) -> bool:
        """Whether it had come by the day, as far as its day is known."""
        return self.joined is None or self.joined.earliest <= as_of

    def has_left(self, as_of: date) -> bool:
        """Whether it had gone by the day, as far as its day is known."""
        return self.left is not None and self.left.earliest <= as_of

    def on(self, as_of: date) -> Party:
        """The party as it was known on the day: nobody knew yet that it would go."""
        return self if self.left is None or self.has_left(as_of) else replace(self, left=None)


class Relation(NamedTuple):
    """What a document is to another beside parent, predecessor and their like; ``other`` is an id."""

    kind: RelationKind
    other: str


@dataclass(frozen=True, slots=True)
class Agreement:
    """One document as recorded; ``children``, ``successor``, ``related`` are read from the other documents.

    ``signed_on`` is the day of signing where it is known exactly, else None. ``facts`` are the kept values of
    plain fields (``domain.field``) and the clauses, in order of key. Of several leads ``lead_opd`` counts;
    ``co_leads`` are the others that the paper names. ``related`` has the reverse kinds of what others say.
    """

    id: str
    doc: Doc
    scheme: Scheme
    lead_opd: str
    entered_on: date
    term: Term
    signed: Day | None = None
    parent: str | None = None
    predecessor: str | None = None
    ending: Ending | None = None
    void_reason: str | None = None
    parties: tuple[Party, ...] = ()
    support_opds: tuple[str, ...] = ()
    co_leads: tuple[str, ...] = ()
    affairs: tuple[str, ...] = ()
    scope: tuple[str, ...] = ()
    files: tuple[FileLink, ...] = ()
    facts: tuple[tuple[str, Value], ...] = ()
    amendments: tuple[Amendment, ...] = ()
    relations: tuple[Relation, ...] = ()
    children: tuple[str, ...] = ()
    successor: str | None = None
    related: tuple[Relation, ...] = ()

    def fact(self, key: str) -> Value | None:
        """The kept value of a plain field; None while it is not recorded."""
        return next((value for name, value in self.facts if name == key), None)

    def text(self, key: str) -> str | None:
        """The kept value of a plain field whose values are texts."""
        value = self.fact(key)
        return None if value is None else str(value)

    def with_facts(self, **values: Value | None) -> Agreement:
        """The document with these values of plain fields; None takes one away."""
        facts = dict(self.facts) | values
        kept = sorted((key, value) for key, value in facts.items() if value is not None)
        return replace(self, facts=tuple(kept))

    @property
    def title(self) -> str:
        """What the document is about; every recorded one has it."""
        return self.text("title") or ""

    @property
    def note(self) -> str | None:
        """The note, its lines parted by newlines."""
        return self.text("note")

    @property
    def original_place(self) -> str | None:
        """Where the original is kept."""
        return self.text("original_place")

    @property
    def planned_for(self) -> int | None:
        """The year for which it is planned."""
        year = self.fact("planned_for")
        return None if year is None else int(year)

    @property
    def is_derived(self) -> bool:
        """Whether this document is one that is carried out and therefore evaluated."""
        return self.doc in DERIVED

    @property
    def kind_name(self) -> str:
        """The full Indonesian name of the document's kind."""
        return DOC_NAMES[self.doc]

    @property
    def signed_on(self) -> date | None:
        """The day of signing, where it is known exactly."""
        return self.signed and self.signed.exact

    @property
    def effective_term(self) -> Term:
        """The term, beginning on the day of signing where no other start is recorded."""
        if self.term.starts is not None or self.signed is None:
            return self.term
        return replace(self.term, starts=self.signed)

    @property
    def partners(self) -> tuple[str, ...]:
        """Names of the other parties, in their order in the document, without those that left."""
        return tuple(party.name for party in self.parties if party.seat > 0 and party.left is None)

    def is_known(self, as_of: date) -> bool:
        """Whether there was such a document on the day: one signed by then, or a draft entered by then."""
        return (self.signed.earliest if self.signed else self.entered_on) <= as_of

    def on(self, as_of: date) -> Agreement:
        """The document on a day: with its parties then, without later adendums and what they changed.

        Twin: ``registry.twins.adendums``.
        """
        parties = seats_on(self.parties, as_of)
        one = self if parties == self.parties else replace(self, parties=parties)
        kept = tuple(each for each in self.amendments if each.is_known(as_of))
        if len(kept) == len(self.amendments):
            return one
        then, _ = steps_back(self.amendable, self.amendments[len(kept) :])
        return replace(one.become(then), amendments=kept)

    @property
    def amendable(self) -> Amendable:
        """What adendums can change of it, as it is now."""
        return Amendable(self.title, self.term, self.scope)

    def become(self, state: Amendable) -> Agreement:
        """The document with that in place of what adendums can change."""
        return replace(self.with_facts(title=state.title), term=state.term, scope=state.scope)

    def stand(self, as_of: date) -> Stand:
        """Where the document stands on ``as_of``, and by which steps."""
        return stand(
            is_void=self.void_reason is not None,
            signed=self.signed,
            starts=self.term.starts,
            end_kind=self.term.end_kind,
            ends=self.term.ends,
            ended_on=self.ending.on if self.ending else None,
            as_of=as_of,
        )

    def status(self, as_of: date) -> Status:
        """The status on ``as_of``."""
        return self.stand(as_of).status

    def ended_by(self, as_of: date) -> Ending | None:
        """The early end, if it had come by the day."""
        return self.ending if self.ending is not None and self.ending.on <= as_of else None

    def last(self, as_of: date) -> Day | None:
        """The last day in force known on a day: of an early end, else the dated one; None without either."""
        ended = self.ended_by(as_of)
        if ended:
            return Day.of(ended.on)
        return self.term.ends if self.term.end_kind is EndKind.DATE else None

    def last_day(self, as_of: date) -> date | None:
        """As ``last``, where it is known exactly."""
        ended = self.ended_by(as_of)
        return ended.on if ended else self.term.ends_on

    def in_force_between(self, first: date, last: date, as_of: date) -> bool | None:
        """Whether it is in force on a day from first to last; None where days known in part leave it open.

        As known on ``as_of``: only by then an early end says that it was in force before.
        """
        begun = self.stand(last)
        if begun.status in NOT_BEGUN or self.stand(first).status in OVER:
            return False
        if begun.status is Status.UNKNOWN and begun.steps[-1] is Step.START:
            return None
        days, ends = (self.signed, self.term.starts, self.term.ends), self.term.ends
        may_pass = self.term.end_kind is EndKind.DATE and self.ended_by(as_of) is None
        if may_pass and ends and ends.exact is None and max(day.earliest for day in days if day) < first:
            return None  # for nothing ends before it was signed and has begun
        return True

    def surely_in_force(self, as_of: date) -> tuple[date, date | None] | None:
        """From when to when (None: no end) it is in force as known on a day, whatever days known in part are.

        None of what is not signed. What may have been signed by the day is taken to have been, not before.
        """
        signing, start, _ = spans(self.signed, self.term.starts, self.term.ends, as_of)
        begins = start or signing
        if signing is None or begins is None:
            return None
        last = self.last(as_of)
        return begins[1], last and last.earliest

    def perhaps_in_force(self, as_of: date) -> tuple[date, date | None] | None:
        """As ``surely_in_force``, from the first day that it may have begun to the last that it may end."""
        begins = self.term.starts or self.signed
        if self.signed is None or begins is None:
            return None
        last = self.last(as_of)
        return begins.earliest, last and last.latest

    def carries_on(self, as_of: date) -> bool:
        """Whether it takes the place of its predecessor: not if it is void, or was ended before it began."""
        if self.void_reason is not None or not self.is_known(as_of):
            return False
        ended, begins = self.ended_by(as_of), self.term.starts or self.signed
        return ended is None or begins is None or ended.on >= begins.earliest

    def days_left(self, as_of: date) -> int | None:
        """Days until the last day of validity, 0 on that day, negative after it.

        None without a dated end, and once an early end has come, its last day included.
        """
        return None if self.ended_by(as_of) else self.term.days_left(as_of)

    def most_days_left(self, as_of: date) -> int | None:
        """As ``days_left``, to the last day that an end known in part may be."""
        last = None if self.ended_by(as_of) else self.term.dated_end
        return None if last is None else (last.latest - as_of).days


@dataclass(frozen=True, slots=True)
class FileLink:
    """A file that belongs to a document: its path relative to the registry, SHA-256 and size in bytes.

    ``embedded`` says that the registry holds its bytes too.
    """

    path: str
    digest: str
    size: int
    embedded: bool = False


def with_links(files: Iterable[FileLink], links: Iterable[FileLink]) -> tuple[FileLink, ...]:
    """``files`` with ``links`` added, or put in the place of the same path; the same bytes stay embedded."""
    known = {one.path: one for one in files}
    for link in links:
        old = known.get(link.path)
        kept = old is not None and old.embedded and old.digest == link.digest
        known[link.path] = replace(link, embedded=link.embedded or kept)
    return tuple(known.values())


def format_id(doc: Doc, year: int, number: int) -> str:
    """``KB-2024-003``: kind, year of signing (or of entry), running number of at least three digits."""
    return f"{doc.upper()}-{year}-{number:03d}"


def split_id(text: str) -> tuple[Doc, int, int] | None:
    """Kind, year and number of a text that is a whole id, in any case; None of anything else."""
    match = _ID.fullmatch(text.strip().upper())
    return (Doc(match[1].lower()), int(match[2]), int(match[3])) if match else None
