"""A document taken in an act, as add-mou, derive-pks, update or amend would be told it, or left with why."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from kskd.domain.document import chain
from kskd.domain.document.agreement import split_id
from kskd.domain.document.reading import read_said
from kskd.domain.document.status import STATUS_NAMES
from kskd.domain.values.text import quote
from kskd.errors import KskdError, refusal
from kskd.importing.concepts import without_options
from kskd.registry.tables import agreements, partners
from kskd.registry.views import ids
from kskd.workflows import lookup
from kskd.workflows.adendums.amending import amend_within
from kskd.workflows.importing import telling
from kskd.workflows.importing.identity import find_same
from kskd.workflows.importing.outcome import Fate, RowChange
from kskd.workflows.importing.taking import Undecided
from kskd.workflows.register.agreements import register
from kskd.workflows.register.file_links import link_file
from kskd.workflows.register.updating import change

if TYPE_CHECKING:
    from kskd.domain.document.agreement import Agreement, FileLink
    from kskd.domain.document.chain import Doc, Scheme
    from kskd.domain.document.said import Said
    from kskd.importing.kinds import NamedKind
    from kskd.importing.reading import RowReading
    from kskd.workflows.importing.names import Names
    from kskd.workflows.importing.outcome import Batch
    from kskd.workflows.importing.taking import Taking

_CODES = {"kind": "doc", "numbers": "number", "duration_unit": "duration"}
"""Columns that only an import knows, by the field that they told of."""


class Entering:
    """An act into which rows of documents are taken one by one."""

    def __init__(self, taking: Taking, names: Names) -> None:
        """Take the act, and the names of units and partners in it."""
        self._taking, self._names = taking, names
        self._access, self._session, self._outcome = taking.access, taking.session, taking.outcome
        self._fields = self._access.fields_in(self._session)
        self._called: dict[str, str] = {}  # ids that the sheet gave, by those that the documents have
        self.made: dict[tuple[str, int], str] = {}  # documents by sheet and row
        self._touched: set[str] = set()
        self._new: set[str] = set()
        self._is_foreign = False  # whether the sheet has ids of another registry

    def take(self, batch: Batch, reading: RowReading, kind: NamedKind | None, above: str | None) -> None:
        """Take a row; ``above`` is the document under which it stands, if it stands under one."""
        self._taking.settle(batch, reading, partial(self._taken, kind=kind, above=above))

    def _taken(
        self, batch: Batch, reading: RowReading, *, kind: NamedKind | None, above: str | None
    ) -> tuple[Fate, str]:
        unit = self._units(reading)
        with self._session.savepoint():
            found = self._partners(reading)
            made = self._names.make_partners(reading, found)
            fate, one = self._written(reading, kind, found, unit, above)
            if fate is not Fate.SAME:
                self._taking.keep_source(batch, reading, one.id, lambda told: _CODES.get(told, told))
        self._outcome.partners += made
        self._note(reading, one)
        return fate, one.id

    def _units(self, reading: RowReading) -> str | None:
        """Let units be named by their codes; those beside the first that are not known are left out."""
        typed = reading.typed
        lead = typed.get("opd")
        code = self._names.unit(reading, lead, "opd") if isinstance(lead, str) else None
        if lead and code is None:
            reading.undecided.add("opd")
        for key in ("support_opd", "co_lead"):
            if texts := reading.names(key):
                typed[key] = [one for text in texts if (one := self._names.unit(reading, text, key))]
        return code

    def _partners(self, reading: RowReading) -> list[str]:
        found = self._names.partners(reading)
        if found is None or "opd" in reading.undecided:
            raise Undecided
        reading.typed["partner"] = found
        return found

    def _written(
        self,
        reading: RowReading,
        kind: NamedKind | None,
        found: list[str],
        unit: str | None,
        above: str | None,
    ) -> tuple[Fate, Agreement]:
        """The document of the row as it is recorded now, and what became of it."""
        if kind is None:
            reading.problem('jenis naskah tidak disebut; isi kolom "Jenis naskah", misalnya PKS.')
            raise Undecided
        parent = self._parent(reading, above)
        if unit is not None:
            reading.typed["opd"] = unit
        if kind.is_amendment:
            return self._amended(reading, parent)
        if parent is not None:
            reading.typed["parent"] = parent
        inherits = agreements.read_agreement(self._session, parent) if parent is not None else None
        names = found or list(inherits.partners if inherits else ())
        telling.pair_numbers(reading, len(names))
        doc = self._kind(reading, kind, names, inherits)
        if kind.paper_name:
            reading.typed.setdefault("paper_name", kind.paper_name)
        links = self._links(reading)
        said = read_said(self._fields, reading.typed)
        match = find_same(self._session, said, doc, names, self.meant(reading))
        if match.maybe:
            near = tuple(f"{one.id} ({one.title})" for one in match.maybe)
            reading.problem("mungkin naskah yang sudah tercatat; bila sama, isi kolom ID.", "", near)
            raise Undecided(Fate.MAYBE, match.maybe[0].id if len(match.maybe) == 1 else "")
        if match.same is not None:
            return self._changed(reading, said, match.same, links)
        return self._entered(reading, doc, inherits, links)

    def _links(self, reading: RowReading) -> tuple[FileLink, ...]:
        """The files that a row names; one that is not there is left, an address elsewhere is counted only."""
        links = []
        for text in reading.names("file"):
            if "://" in text:
                self._outcome.links += 1
                continue
            try:
                links.append(link_file(text, self._access.path))
            except KskdError as error:
                reading.problem(str(error), "file")
        reading.typed.pop("file", None)
        return tuple(links)

    def _parent(self, reading: RowReading, above: str | None) -> str | None:
        """The document above: told by id or number, else where the row stands; left if it is not found."""
        told, concept = reading.typed.pop("parent", None), "parent"
        if told is None:
            told, concept = reading.beside.get("umbrella_number"), "umbrella_number"
        if not isinstance(told, str):
            return above
        try:
            return self._called.get(told.upper()) or self._before(told)
        except KskdError as error:
            reading.problem(without_options(self._fields, str(error)), concept)
            return None

    def _kind(self, reading: RowReading, kind: NamedKind, names: list[str], parent: Agreement | None) -> Doc:
        """The kind of document, its scheme told where no parent has it and it is certain."""
        typed = reading.typed
        if parent is not None:
            scheme = parent.scheme
            typed.pop("scheme", None)
        elif isinstance(told := typed.get("scheme"), str) and self._is_told(reading, "scheme"):
            scheme = chain.read_scheme(told)
        else:
            known = partners.read_partners(self._session)
            kinds = [(name, lookup.partner(known, name).kind) for name in names]
            may = telling.scheme_of(kind, kinds)
            if told in may:  # what the office has decided for rows that say nothing
                may = (chain.read_scheme(told),)
            elif (recorded := self._scheme_of(reading)) in may:
                may = (recorded,)
            if len(may) != 1:
                why = (
                    "bentuk kerja sama tidak disebut; isi kolom Bentuk, atau scheme pada [bawaan] di --rules."
                )
                reading.problem(why, "", tuple(map(str, may)))
                if may:
                    self._outcome.open_schemes[tuple(map(str, may))] += 1
                raise Undecided
            scheme = may[0]
            typed["scheme"] = str(scheme)
        doc = kind.under(scheme)
        typed["doc"] = str(doc)
        return doc

    def _scheme_of(self, reading: RowReading) -> Scheme | None:
        """The scheme of the document that has the row's own number, if one is recorded."""
        number = reading.typed.get("number")
        found = ids.numbered(self._session, number, None) if isinstance(number, str) else []
        return agreements.read_agreement(self._session, found[0]).scheme if len(found) == 1 else None

    def _is_told(self, reading: RowReading, concept: str) -> bool:
        """Whether a cell of the row tells it, and not what the office has decided for all."""
        return any(one.concept == concept for one in reading.told)

    def _before(self, text: str) -> str:
        """The document meant by an id of before the act, or by a number.

        Ids that the act itself gave mean others, and so do all where the sheet has those of another registry.
        """
        found = lookup.agreement_id(self._session, text)
        if split_id(text) and (self._is_foreign or found in self._new):
            raise refusal("agreement-not-found", text=quote(text))
        return found

    def _call(self, reading: RowReading, agreement: str) -> None:
        """Remember which document the id of a row means."""
        if told := reading.beside.get("id", "").upper():
            self._called[told] = agreement
            self._is_foreign |= told != agreement

    def meant(self, reading: RowReading) -> str | None:
        """The document of the id that the row gives, where the registry has it."""
        told = reading.beside.get("id", "").upper()
        if told in self._called:
            return self._called[told]
        is_there = split_id(told) and told not in self._new and told in ids.find_ids(self._session, told)
        return told if is_there else None

    def _entered(
        self, reading: RowReading, doc: Doc, parent: Agreement | None, links: tuple[FileLink, ...]
    ) -> tuple[Fate, Agreement]:
        if parent is None:
            telling.require_fields(reading)
        elif not reading.typed.get("partner"):
            del reading.typed["partner"]
        if not telling.signed_at_entry(reading):
            why = "belum jelas sudah ditandatangani atau masih rancangan; isi tanggalnya, atau statusnya."
            reading.problem(why, "signed")
            raise Undecided
        if not (parent or all(reading.typed.get(key) for key in ("title", "partner", "opd"))):
            raise Undecided
        said = read_said(self._fields, reading.typed)
        kinds = chain.UMBRELLAS if chain.is_umbrella(doc) else chain.DERIVED
        kept = register(self._access, self._session, said, kinds, links, doubts=False)
        self._new.add(kept.agreement.id)
        self._call(reading, kept.agreement.id)
        return Fate.NEW, kept.agreement

    def _changed(
        self, reading: RowReading, said: Said, old: Agreement, links: tuple[FileLink, ...]
    ) -> tuple[Fate, Agreement]:
        """The document with what the row says otherwise; the same end in other words changes nothing."""
        if said.ends and old.term.ends == said.ends.on and old.term.end_typed:
            said = said._replace(ends=None)
        if "scheme" not in {one.concept for one in reading.told}:
            said = said._replace(scheme=None)
        self._call(reading, old.id)
        kept = change(self._access, self._session, old.id, said, links, doubts=False)
        row = reading.record.row
        self._outcome.changes += [RowChange(old.id, row, one) for one in kept.changes]
        self._outcome.merged += old.id in self._touched
        return (Fate.CHANGED if kept.changes else Fate.SAME), kept.agreement

    def _amended(self, reading: RowReading, parent: str | None) -> tuple[Fate, Agreement]:
        """The document with the adendum that the row is; its title says what was changed."""
        if parent is None:
            reading.problem("naskah yang diubah adendum ini tidak ditemukan; isi kolom induk.")
            raise Undecided
        old = agreements.read_agreement(self._session, parent)
        typed = reading.typed
        what = str(typed.pop("title", None) or typed.pop("note", None) or reading.beside.get("kind", ""))
        kept = {"signed", "number", "partner_number", "ends", "duration", "until", "open_ended"}
        said = read_said(self._fields, {key: value for key, value in typed.items() if key in kept})
        if any(one.signed == said.signed for one in old.amendments):
            return Fate.SAME, old
        done = amend_within(self._access, self._session, parent, said, (("what", what),))
        return Fate.NEW, done.agreement

    def _note(self, reading: RowReading, one: Agreement) -> None:
        """Remember which document the row is, and what the sheet says of its status that cannot be."""
        self.made[reading.record.sheet, reading.record.row] = one.id
        self._touched.add(one.id)
        status = one.status(self._access.today)
        if claim := telling.claim_differs(reading, status):
            place = f"baris {reading.record.row}"
            said = STATUS_NAMES[status]
            self._outcome.remarks.append(f"{place}: {claim}, tetapi dari tanggalnya {one.id} {said}.")
