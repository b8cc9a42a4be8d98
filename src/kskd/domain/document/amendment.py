"""Adendum: what an agreement became by mutual change, and what it was before."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kskd.domain.document.chain import Doc, Scheme

if TYPE_CHECKING:
    from datetime import date

    from kskd.domain.document.term import Term


@dataclass(frozen=True, slots=True)
class Amendment:
    """One adendum: its running number, and each amended field as it was before; None where it did not change.

    ``numbers`` are the parties' numbers for it by seat. ``dprd_answer`` is a choice of the fact of that name,
    ``tkksd_note`` whether the TKKSD gave a note. ``old_term`` leaves out the start, which no adendum changes.
    """

    number: int
    signed_on: date
    what: str
    adds_burden: bool | None = None
    dprd_answer: str | None = None
    dprd_approved_on: date | None = None
    tkksd_note: bool | None = None
    numbers: tuple[tuple[int, str], ...] = ()
    old_title: str | None = None
    old_term: Term | None = None
    old_scope: tuple[str, ...] | None = None

    @property
    def changes_facts(self) -> bool:
        """Whether it changed something recorded of the document, not words alone."""
        return (self.old_title, self.old_term, self.old_scope) != (None, None, None)


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
