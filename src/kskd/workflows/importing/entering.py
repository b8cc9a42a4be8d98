"""A document taken in an act, as add-mou, derive-pks, update or amend would be told it, or left with why."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from kskd.domain.document import chain
from kskd.domain.document.agreement import split_id
from kskd.domain.document.reading import read_said
from kskd.domain.document.status import STATUS_NAMES
from kskd.errors import KskdError
from kskd.importing.concepts import without_options
from kskd.importing.kinds import amended_title
from kskd.importing.records import RowPlace
from kskd.registry.tables import agreements, partners
from kskd.registry.views import ids
from kskd.workflows import lookup
from kskd.workflows.adendums.amending import amend_within
from kskd.workflows.importing import telling
from kskd.workflows.importing.afterwards import Afterwards, bonds_of
from kskd.workflows.importing.identity import Match, find_exact, find_same, find_void
from kskd.workflows.importing.outcome import Fate, Merged, RowChange
from kskd.workflows.importing.taking import Undecided
from kskd.workflows.register import chaining
from kskd.workflows.register.agreements import register
from kskd.workflows.register.updating import change

if TYPE_CHECKING:
    from kskd.domain.document.agreement import Agreement
    from kskd.domain.document.chain import Doc, Scheme
    from kskd.domain.document.said import Said
    from kskd.domain.field import Typed
    from kskd.importing.kinds import NamedKind
    from kskd.importing.reading import RowReading
    from kskd.interchange.sheets.spool import Aside
    from kskd.workflows.importing.names import Names
    from kskd.workflows.importing.outcome import Batch
    from kskd.workflows.importing.recognising import Recognising
    from kskd.workflows.importing.taking import Taking
    from kskd.workflows.register.agreements import Kept

_CODES = {"kind": "doc", "numbers": "number", "duration_unit": "duration"}
"""Columns that only an import knows, by the field that they told of."""


class Entering:
    """An act into which rows of documents are taken one by one."""

    def __init__(self, taking: Taking, names: Names, known: Recognising, later: Aside) -> None:
        """Take the act, its names, what is known of rows, and where some are put aside for later."""
        self._taking, self._names = taking, names
        self._access, self._session, self._outcome = taking.access, taking.session, taking.outcome
        self._fields = self._access.fields_in(self._session)
        self.known, self._rows = known, known.rows
        self.afterwards = Afterwards(taking, known.named, later)

    def take(self, batch: Batch, reading: RowReading, kind: NamedKind | None, row: int | None) -> None:
        """Take a row of a document of this kind, which stands under that of another ``row`` of its list."""
        place = reading.record.place
        above = None if row is None else self._rows.document(*place._replace(row=row))
        told = {one.concept for one in reading.told}
        if above and told.isdisjoint({"parent", "umbrella_number"}):
            reading.stood["parent"] = above
        kind_above = telling.kind_in([reading.record.section]) or batch.kind
        if kind_above and told.isdisjoint({"kind", "doc"}):
            reading.stood["kind"] = kind_above
        self._taking.settle(batch, reading, partial(self._taken, kind=kind, above=above))

    def _taken(
        self, batch: Batch, reading: RowReading, *, kind: NamedKind | None, above: str | None
    ) -> tuple[Fate, str]:
        if kind is not None and kind.is_amendment and "replaces" in reading.typed:
            reading.typed.setdefault("parent", reading.typed.pop("replaces"))  # what it changes goes on
        bonds = self._bonds(reading)
        unit = self._units(reading)
        with self._session.savepoint():
            found = self._partners(reading)
            made = self._names.make_partners(reading, found)
            fate, one = self._written(reading, kind, found, unit, above)
            if fate is not Fate.SAME:
                self._taking.keep_source(batch, reading, one.id, lambda told: _CODES.get(told, told))
        self._outcome.partners += made
        self._note(reading, one)
        self.afterwards.keep(batch, reading, one.id, fate, bonds)
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
            if "kind" in reading.beside:
                reading.problem("jenis naskah ini tidak dikenal; tulis misalnya PKS.", "kind")
            else:
                way = 'isi kolom "Jenis naskah", misalnya PKS, atau doc pada [bawaan] di --rules.'
                reading.problem(f"jenis naskah tidak disebut; {way}")
            raise Undecided
        if reading.record.is_struck:
            reading.problem("dicoret di lembarnya; bila batal, hapus barisnya; bila masih benar, biarkan.")
            raise Undecided
        if concept := telling.called_off(reading):
            why = (
                "disebut batal; bila tidak jadi ditandatangani, hapus barisnya; bila jadi, kosongkan sel ini."
            )
            reading.problem(why, concept)
            raise Undecided
        parent = self._parent(reading, above)
        if unit is not None:
            reading.typed["opd"] = unit
        if kind.is_amendment:
            return self._amended(reading, self._amendee(reading, parent, above))
        if parent is not None:
            reading.typed["parent"] = parent
        inherits = agreements.read_agreement(self._session, parent) if parent is not None else None
        names = found or list(inherits.partners if inherits else ())
        telling.pair_numbers(reading, len(names))
        doc = self._kind(reading, kind, names, inherits)
        if kind.paper_name:
            reading.typed.setdefault("paper_name", kind.paper_name)
        said = self._said(reading)
        if "void_reason" in reading.beside:
            return self._voided(reading, said, doc, names, inherits)
        match = self._match(reading, said, doc, names)
        if match.maybe:
            near = tuple(f"{one.id} ({one.title})" for one in match.maybe)
            reading.problem("mungkin naskah yang sudah tercatat; bila sama, isi kolom ID.", "", near)
            raise Undecided(Fate.MAYBE, match.maybe[0].id if len(match.maybe) == 1 else "")
        if match.same is not None:
            return self._changed(reading, said, match.same)
        return self._entered(reading, doc, inherits)

    def _bonds(self, reading: RowReading) -> dict[str, Typed]:
        """What the row is to documents that may come later, of a list of kskd's own also its parent."""
        bonds, told = bonds_of(reading), reading.typed.get("parent")
        if reading.is_whole and isinstance(told, str) and split_id(told) and not self.known.has_come(told):
            bonds["parent"] = reading.typed.pop("parent")
        return bonds

    def _said(self, reading: RowReading) -> Said:
        """What the row says; with ids of their own two documents may have one number.

        Elsewhere ``_match`` knows by the Pemda's own number which documents a row is none of.
        """
        typed = reading.typed
        if "ends" in reading.undecided:  # no other end than the one that is asked about
            typed.pop("duration", None)
        is_numbered = typed.get("number") and not reading.names("partner_number")
        if is_numbered or self.known.own_id(reading):
            reading.typed["allow_duplicate"] = True
        return read_said(self._fields, reading.typed)._replace(term=reading.term)

    def _match(self, reading: RowReading, said: Said, doc: Doc, names: list[str]) -> Match:
        """The document that the row tells of: of several alike the one that its file or its id says it is.

        In a list of kskd's own another id is another document.
        """
        came = self.known.of_row(reading, is_umbrella=chain.is_umbrella(doc))
        if len(came) == 1:
            return Match(came[0])
        is_other = partial(self.known.is_another, reading)
        meant = self.known.meant(reading)
        if reading.is_whole:
            found = find_exact(self._session, said, doc, names, is_other)
            if found:
                return Match(next((one for one in found if one.id == meant), found[0]))
        match = find_same(self._session, said, doc, names, meant, is_other=is_other)
        return self._first_alike(reading, said, match) if match.alike else match

    def _first_alike(self, reading: RowReading, said: Said, match: Match) -> Match:
        """Of several that are alike the first of which no row told yet and that the row leaves as it is."""
        same = [one for one in match.alike if not self._alters(reading, said, one)]
        free = [one for one in same if self._rows.first(one.id) is None]
        return Match((free or same)[0]) if same else Match(None, match.alike)

    def _alters(self, reading: RowReading, said: Said, old: Agreement) -> bool:
        """Whether the row says anything else than what is recorded of a document."""
        try:
            with self._session.savepoint() as take_back:
                kept = self._change(reading, said, old)
                take_back()
        except KskdError:
            return True
        return bool(kept.changes)

    def _voided(
        self, reading: RowReading, said: Said, doc: Doc, names: list[str], parent: Agreement | None
    ) -> tuple[Fate, Agreement]:
        """The void document that the row tells of, which is void only afterwards where it is new."""
        void = find_void(self._session, said, doc, names, reading.beside["void_reason"])
        found = self._match(reading, said, doc, names).same
        if found is not None and found.void_reason is not None:  # what this row told of before
            void = found.id
        if void is not None:
            self.known.call(reading, void)
            return Fate.SAME, agreements.read_agreement(self._session, void)
        if found is not None and found.id == self.known.meant(reading):  # or it was entered again
            way = f'bila salah catat, kskd void {found.id} --reason "…".'
            reading.problem(f"{found.id} tercatat dan tidak dibatalkan; {way}")
            raise Undecided(agreement=found.id)
        reading.typed["allow_duplicate"] = True
        return self._entered(reading, doc, parent)

    def _parent(self, reading: RowReading, above: str | None) -> str | None:
        """The document above: told by id or number, else where the row stands; left if it is not found."""
        told, concept = reading.typed.pop("parent", None), "parent"
        if told is None:
            told, concept = reading.beside.get("umbrella_number"), "umbrella_number"
        if not isinstance(told, str):
            title = reading.beside.get("umbrella_title")
            return above if title is None else self._titled(reading, title)
        try:
            return self.known.named(told)
        except KskdError as error:
            reading.problem(without_options(self._fields, str(error)), concept)
            return None

    def _titled(self, reading: RowReading, title: str) -> str | None:
        """The umbrella of this title, which has no number; left if it is not the only one."""
        found = agreements.read_agreements(self._session, ids.titled(self._session, title)).values()
        umbrellas = [one.id for one in found if chain.is_umbrella(one.doc)]
        if len(umbrellas) == 1:
            return umbrellas[0]
        reading.problem("naskah payung ini tidak ditemukan; isi nomornya.", "umbrella_title", umbrellas)
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
            if told in (
                may or telling.may_be_under(kind)
            ):  # what the office decided for rows that say nothing
                may = (chain.read_scheme(told),)
            elif (recorded := self._scheme_of(reading)) in may:
                may = (recorded,)
            if len(may) != 1:
                why = (
                    "bentuk kerja sama tidak disebut; isi kolom Bentuk, atau scheme pada [bawaan] di --rules."
                )
                reading.problem(why, "", tuple(map(str, may)))
                if not names and "partner" not in reading.undecided:
                    reading.problem("mitra tidak disebut.")
                self._outcome.open_schemes[tuple(map(str, may or telling.may_be_under(kind)))] += 1
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

    def _entered(self, reading: RowReading, doc: Doc, parent: Agreement | None) -> tuple[Fate, Agreement]:
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
        said = self._said(reading)
        kinds = chain.UMBRELLAS if chain.is_umbrella(doc) else chain.DERIVED
        inherits = not reading.is_whole
        links = reading.links
        kept = register(self._access, self._session, said, kinds, links, doubts=False, inherits=inherits)
        self._rows.put(*reading.record.place, kept.agreement.id, is_new=True)
        self.known.call(reading, kept.agreement.id)
        return Fate.NEW, kept.agreement

    def _changed(self, reading: RowReading, said: Said, old: Agreement) -> tuple[Fate, Agreement]:
        """The document with what the row says otherwise; one that has been made void since stays as it is."""
        if old.void_reason is not None:
            known = f"{reading.record.place}: {old.id} dari baris ini sudah dibatalkan"
            self._outcome.remarks.append(f"{known}; tidak dicatat lagi.")
            return Fate.SAME, old
        self.known.call(reading, old.id)
        kept = self._change(reading, said, old)
        place = reading.record.place
        self._outcome.changes += [RowChange(old.id, place.row, one) for one in kept.changes]
        if first := self._rows.first(old.id):
            self._outcome.merged.append(Merged(old.id, kept.agreement.title, place, RowPlace(*first)))
        self._rows.put(*place, old.id)
        return (Fate.CHANGED if kept.changes else Fate.SAME), kept.agreement

    def _change(self, reading: RowReading, said: Said, old: Agreement) -> Kept:
        """The document after the row; the same end in other words changes nothing.

        That it is alike to another one has been agreed to where it is there already, and stays as it is.
        """
        if said.ends and old.term.ends == said.ends.on and old.term.end_typed:
            said = said._replace(ends=None)
        if not self._is_told(reading, "scheme"):
            said = said._replace(scheme=None)
        twice = said._replace(allow_duplicate=True)
        kept = change(self._access, self._session, old.id, twice, reading.links, doubts=False)
        if kept.changes and not said.allow_duplicate:
            chaining.refuse_duplicates(self._session, kept.agreement)
        return kept

    def _amendee(self, reading: RowReading, parent: str | None, above: str | None) -> str | None:
        """The document that an adendum changes: named by its row or by its title, else that where it stands.

        Beside an umbrella it changes what was derived from that, and not the umbrella.
        """
        if self._is_told(reading, "parent") or self._is_told(reading, "replaces"):
            return parent
        titled = ids.titled(self._session, amended_title(str(reading.typed.get("title") or "")))
        if parent is not None and not {"umbrella_number", "umbrella_title"}.isdisjoint(reading.beside):
            below = ids.derived_below(self._session, parent, self._access.today)
            among = [one for one in titled if one in below] or ([above] if above in below else below)
            return among[0] if len(among) == 1 else None
        return titled[0] if len(titled) == 1 else parent

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
        place = reading.record.place
        if any(one.signed == said.signed for one in old.amendments):
            first = RowPlace(*self._rows.first_adendum(parent, str(said.signed), place))
            if first != place:
                self._outcome.merged.append(Merged(parent, old.title, place, first))
            return Fate.SAME, old
        done = amend_within(self._access, self._session, parent, said, (("what", what),))
        self._rows.first_adendum(parent, str(said.signed), place)
        return Fate.NEW, done.agreement

    def _note(self, reading: RowReading, one: Agreement) -> None:
        """Remember what the sheet says of its status that cannot be."""
        status = one.status(self._access.today)
        if claim := telling.claim_differs(reading, status):
            place = f"baris {reading.record.row}"
            said = STATUS_NAMES[status]
            self._outcome.remarks.append(f"{place}: {claim}, tetapi dari tanggalnya {one.id} {said}.")
