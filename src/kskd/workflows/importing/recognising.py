"""Which documents rows and ids mean: in this act, in an import before it, or in the registry."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kskd.domain.document import chain
from kskd.domain.document.agreement import split_id
from kskd.domain.values import names
from kskd.domain.values.grid import column_name
from kskd.domain.values.text import quote
from kskd.errors import refusal
from kskd.registry.tables import agreements
from kskd.registry.views import ids
from kskd.registry.views.taken import EarlierRows, TakenRows
from kskd.workflows import lookup

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from kskd.domain.document.agreement import Agreement
    from kskd.importing.reading import RowReading
    from kskd.registry.session import Session


class Recognising:
    """What is known of the rows of an act: those that it has taken, and those that came before."""

    def __init__(self, session: Session, digests: Iterable[str], *, has_ids: bool) -> None:
        """Take the act, the files of its lists, and whether one of these tells ids."""
        self._session = session
        self.rows = TakenRows(session)
        self._earlier = EarlierRows(session, digests, has_ids=has_ids)
        self._called: dict[str, str] = {}  # ids that the sheet gave, by those that the documents have
        self._owners: dict[str, str] = {}  # the other way round
        self._is_foreign = False  # whether the sheet has ids of another registry
        self._is_told_before = False  # whether they are those that a list gave that was imported before

    def weigh(self, readings: Callable[[], Iterable[RowReading]]) -> None:
        """Decide of the whole file whether its ids are those of a list that was imported before, or our own.

        They are what more rows agree with: documents of their title, with the same others beside them.
        """
        if not self._earlier.has_ids:
            return
        own = before = 0
        for reading in readings():
            if self.own_id(reading):
                own += self._agrees(reading, lambda told: [told] if split_id(told) else [])
                before += self._agrees(reading, self._earlier.called)
        self._is_told_before = before > own

    def _agrees(self, reading: RowReading, called: Callable[[str], Iterable[str]]) -> bool:
        title = names.key(str(reading.typed.get("title") or ""))
        told = {one for key in ("parent", "replaces", "relates") for one in reading.names(key)}
        others = [one.rpartition("=")[2].upper() for one in told]
        meant = {found for one in others for found in called(one)}
        for one in self._there(called(self.own_id(reading))):
            related = {one.parent, one.predecessor, *(each.other for each in one.relations)} - {None}
            is_related = related <= meant and len(related) == len(told)
            if names.key(one.title) == title and (is_related or not all(map(split_id, others))):
                return True
        return False

    def _there(self, found: Iterable[str]) -> list[Agreement]:
        known = [one for one in found if ids.find_ids(self._session, one) == [one]]
        return [agreements.read_agreement(self._session, one) for one in known]

    def of_row(self, reading: RowReading, *, is_umbrella: bool) -> list[Agreement]:
        """The documents that this row of the same file told of before; void ones if no other is left."""
        mine = {column_name(column) for column in reading.record.cells}
        found = self._earlier.documents(reading.record.sheet, reading.record.row)
        kept = self._there(dict.fromkeys(one for column, one in found if column in mine))
        kept = [one for one in kept if chain.is_umbrella(one.doc) is is_umbrella]
        return [one for one in kept if one.void_reason is None] or kept

    def call(self, reading: RowReading, agreement: str) -> None:
        """Remember which document the id of a row means."""
        if told := reading.beside.get("id", "").upper():
            self._called[told] = agreement
            self._owners[agreement] = told
            self._is_foreign |= told != agreement

    def has_come(self, told: str) -> bool:
        """Whether the row of this id has been taken."""
        return told.upper() in self._called

    def own_id(self, reading: RowReading) -> str:
        """The id that makes a row another document than rows of other ids; a running number is none."""
        told = reading.beside.get("id", "").upper()
        return told if reading.is_whole or split_id(told) else ""

    def is_another(self, reading: RowReading, agreement: str) -> bool:
        """Whether a row of another id told of the document, so that this one is none of it."""
        mine = self.own_id(reading)
        return bool(mine) and self._owners.get(agreement, mine) != mine

    def meant(self, reading: RowReading) -> str | None:
        """The document of the id that the row gives, where the registry has it."""
        told = reading.beside.get("id", "").upper()
        return self._called.get(told) or self._meant(told)

    def _meant(self, told: str) -> str | None:
        """The document of an id of before the act; None of one that the act itself gave."""
        if self._is_told_before:
            found = [one for one in self._earlier.called(told) if one not in self._owners]
            return found[0] if len(found) == 1 else None
        if not split_id(told) or self.rows.is_new(told):
            return None
        return told if told in ids.find_ids(self._session, told) else None

    def named(self, text: str) -> str:
        """The document meant by an id that the sheet gives, else by one of before the act, or by a number.

        Ids that the act itself gave mean others, and so do all where the sheet has those of another registry.
        """
        told = text.upper()
        if (one := self._called.get(told)) or (self._is_told_before and (one := self._meant(told))):
            return one
        found = lookup.agreement_id(self._session, text)
        if split_id(text) and (self._is_foreign or self.rows.is_new(found)):
            raise refusal("agreement-not-found", text=quote(text))
        return found
