"""Adendum: what an agreement became by mutual change, and what it was before.

A document keeps what it is now, and each adendum what it found, in the order of their days. From the two
follows what each did, so that it can be done again after another that came to light later.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

from kskd.domain.document.chain import Doc, Scheme
from kskd.domain.values.days import UNKNOWN

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from kskd.domain.document.term import Term
    from kskd.domain.values.days import Day


@dataclass(frozen=True, slots=True)
class Amendment:
    """One adendum: its running number, and each field of which it says something as it was before, else None.

    ``numbers`` are the parties' numbers for it by seat. ``dprd_answer`` is a choice of the fact of that name,
    ``tkksd_note`` whether the TKKSD gave a note. ``starts`` and ``ends`` are a term of its own, which is not
    the document's. ``old_term`` leaves out the start, which no adendum changes.
    """

    number: int
    signed: Day
    what: str
    adds_burden: bool | None = None
    dprd_answer: str | None = None
    dprd_approved_on: date | None = None
    tkksd_note: bool | None = None
    numbers: tuple[tuple[int, str], ...] = ()
    starts: Day | None = None
    ends: Day | None = None
    old_title: str | None = None
    old_term: Term | None = None
    old_scope: tuple[str, ...] | None = None

    @property
    def order(self) -> tuple[str, int]:
        """Where it stands among the adendums of a document: by its earliest day, then by its number.

        One of which no day is known may be as old as the document, and stands first. In SQL: ``ORDER`` of
        ``registry.twins.adendums``.
        """
        return ("" if self.signed.edtf == UNKNOWN else self.signed.edtf, self.number)

    def is_known(self, as_of: date) -> bool:
        """Whether it had been signed by the day, as far as its own day is known."""
        return self.order[0] <= as_of.isoformat()

    def may_cross(self, other: Amendment) -> bool:
        """Whether nobody can tell which of the two was signed first."""
        return self.signed.earliest <= other.signed.latest and other.signed.earliest <= self.signed.latest


Scope = tuple[str, ...]


class Amendable(NamedTuple):
    """What an adendum can change of a document. The start of the term is none of it, and stays."""

    title: str
    term: Term
    scope: Scope


class Effect(NamedTuple):
    """An adendum and what it says of each field, None where nothing: of the scope what goes and comes."""

    amendment: Amendment
    title: str | None = None
    term: Term | None = None
    scope: tuple[Scope, Scope] | None = None


def scope_change(old: Scope, new: Scope) -> tuple[Scope, Scope]:
    """The items that go from one scope to the other, and those that come."""
    return tuple(text for text in old if text not in new), tuple(text for text in new if text not in old)


def steps_back(now: Amendable, amendments: Sequence[Amendment]) -> tuple[Amendable, list[Effect]]:
    """What the document was before these adendums, the last ones in order, and what each did to it."""
    steps: list[Effect] = []
    for one in reversed(amendments):
        steps.append(
            Effect(
                one,
                None if one.old_title is None else now.title,
                None if one.old_term is None else now.term,
                None if one.old_scope is None else scope_change(one.old_scope, now.scope),
            )
        )
        now = Amendable(
            now.title if one.old_title is None else one.old_title,
            now.term if one.old_term is None else replace(one.old_term, starts=now.term.starts),
            now.scope if one.old_scope is None else one.old_scope,
        )
    return now, steps[::-1]


def steps_on(now: Amendable, steps: Iterable[Effect]) -> tuple[Amendable, tuple[Amendment, ...]]:
    """What the document becomes by these steps, done in order, and the adendums with what each then found."""
    amendments = []
    for one in steps:
        amendments.append(
            replace(
                one.amendment,
                old_title=None if one.title is None else now.title,
                old_term=None if one.term is None else replace(now.term, starts=None),
                old_scope=None if one.scope is None else now.scope,
            )
        )
        now = Amendable(
            now.title if one.title is None else one.title,
            now.term if one.term is None else replace(one.term, starts=now.term.starts),
            now.scope if one.scope is None else _scope_after(now.scope, *one.scope),
        )
    return now, tuple(amendments)


def _scope_after(now: Scope, goes: Scope, comes: Scope) -> Scope:
    kept = tuple(text for text in now if text not in goes)
    return (*kept, *(text for text in comes if text not in kept))


def in_order(steps: Iterable[Effect]) -> list[Effect]:
    """The steps by the day of their adendums."""
    return sorted(steps, key=lambda one: one.amendment.order)


_P25 = "Permendagri 25/2020 Pasal 20 ayat (5): menurut ketentuan amandemen dalam naskah"
_BY_SCHEME = {
    Scheme.KSDD_WAJIB: "Permendagri 22/2020 Pasal 15 ayat (3)-(5)",
    Scheme.KSDD_SUKARELA: "Permendagri 22/2020 Pasal 15 ayat (3)-(5)",
    Scheme.KSDPK: "Permendagri 22/2020 Pasal 37 ayat (2)-(4)",
    Scheme.KSDPL: _P25,
    Scheme.KSDLL: _P25,
}
_BURDEN = {
    Scheme.KSDD_WAJIB: "Permendagri 22/2020 Pasal 15 ayat (6)",
    Scheme.KSDD_SUKARELA: "Permendagri 22/2020 Pasal 15 ayat (6)",
    Scheme.KSDPK: "Permendagri 22/2020 Pasal 37 ayat (5)",
    Scheme.SINERGI: "Permendagri 22/2020 Pasal 58",
}


def article_on_burden(scheme: Scheme) -> str | None:
    """The article that sends a change that adds a burden to the DPRD again; None abroad, where none does."""
    return _BURDEN.get(scheme)


def article_on_change(doc: Doc, scheme: Scheme) -> str | None:
    """The article on changing such a document; None where there is none, as for a KB and an NK."""
    if doc in {Doc.PKS, Doc.KONTRAK} or (doc is Doc.MOU and _BY_SCHEME.get(scheme) == _P25):
        return _BY_SCHEME.get(scheme)
    return None
