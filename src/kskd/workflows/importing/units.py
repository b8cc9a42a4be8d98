"""A unit or a partner of a list taken in an act, as ``opd`` or ``partner`` would be told it."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING

from kskd.domain.partner import Partner
from kskd.domain.told import read_told
from kskd.domain.values import names
from kskd.domain.values.text import fold, leaves_unknown, quote
from kskd.errors import KskdError
from kskd.importing.kinds import kind_of_name, read_partner_kind
from kskd.registry.tables import opds as opd_table
from kskd.registry.tables import partners as partner_table
from kskd.workflows import lookup
from kskd.workflows.changes import Change
from kskd.workflows.importing.names import NEW, new_code
from kskd.workflows.importing.outcome import Fate, RowChange
from kskd.workflows.importing.taking import Undecided
from kskd.workflows.register import opds, partners
from kskd.workflows.register.naming import several_names

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from kskd.domain.opd import Opd
    from kskd.importing.reading import RowReading
    from kskd.workflows.importing.outcome import Batch, Wishes
    from kskd.workflows.importing.taking import Taking


class Units:
    """An act into which rows of OPD are taken, before the documents that name them."""

    def __init__(self, taking: Taking, wishes: Wishes) -> None:
        """Take the act, and what was decided of names before."""
        self._taking, self._wishes = taking, wishes
        self._before = _labels(opd_table.read_opds(taking.session).values())

    def take(self, batch: Batch, reading: RowReading) -> None:
        """Take a row."""
        self._taking.settle(batch, reading, self._taken)

    def _taken(self, _: Batch, reading: RowReading) -> tuple[Fate, str]:
        with self._taking.session.savepoint():
            return self._written(reading), ""

    def _written(self, reading: RowReading) -> Fate:
        """What became of the unit that a row tells of by its code, or else by its name or another one."""
        typed = reading.typed
        code, name = (
            fold(text) if isinstance(text := typed.pop(key, None), str) else "" for key in ("code", "name")
        )
        aliases = [fold(one) for one in reading.names("alias") if not leaves_unknown(one)]
        typed.pop("alias", None)
        if not (code or name):
            reading.problem("nama OPD tidak disebut.", "name")
            raise Undecided
        known = opd_table.read_opds(self._taking.session)
        old = _unit(known, [text for text in (code, self._decided(name), *aliases) if text])
        for key in ("gone", "gone_on"):
            if told := reading.beside.get(key):
                self._refuse_gone(reading, old, key, told)
        if old is None:
            return self._entered(reading, code, name, aliases, known)
        if (other := _unit(known, [self._decided(name)] if name else [])) and other.code != old.code:
            why = "kode dan nama ini milik dua OPD yang tercatat."
            reading.problem(why, "name", [f"{one.code} ({one.name})" for one in (old, other)])
            raise Undecided
        if code and code.upper() != old.code:
            how = f"kodenya tercatat {old.code}; kode berganti dengan kskd opd rename."
            reading.problem(how, "code")
        return self._changed(reading, old, name, aliases)

    def _decided(self, name: str) -> str:
        decided = self._wishes.opds.get(name, name)
        return name if decided == NEW else decided

    def _entered(
        self, reading: RowReading, code: str, name: str, aliases: list[str], known: Mapping[str, Opd]
    ) -> Fate:
        """A list of units says that they are there; one without a code that resembles one is asked about."""
        if not name:
            reading.problem(f"nama OPD {quote(code)} tidak disebut.", "code")
            raise Undecided
        if not code:
            near = names.closest(name, self._before) if self._wishes.opds.get(name) != NEW else ()
            if near:
                why = "mirip dengan OPD yang sudah tercatat; bila OPD lain, isi kodenya."
                reading.problem(why, "name", tuple(dict.fromkeys(one for _, one in near)))
                raise Undecided
            code = new_code(name, known)
        opd = opds.read_unit(self._taking.access, code, name, aliases, reading.typed)
        opds.enter(self._taking.session, opd, new=True)
        self._taking.outcome.opds[opd.code] = opd.name
        return Fate.NEW

    def _changed(self, reading: RowReading, old: Opd, name: str, aliases: list[str]) -> Fate:
        """The unit with what the row says otherwise; another way to write its name is none."""
        access, session = self._taking.access, self._taking.session
        said = read_told(opds.updatable(access.subjects.opd), reading.typed)
        new = old.telling(said)
        if name and names.key(name) not in map(
            names.key, (old.code, old.name, *old.aliases, self._wishes.opds.get(name, ""))
        ):
            new = replace(new, name=name)
        changes = opds.correct(access, session, old, new)
        called = old.code, (old.name, *old.aliases, name)
        made = _more(aliases, called)
        for alias in made:
            opds.call_too(session, opd_table.read_opds(session)[old.code], alias)
        return _told(self._taking, reading, old.code, changes, made)

    def _refuse_gone(self, reading: RowReading, old: Opd | None, key: str, told: str) -> None:
        """Leave a unit that has ended: what carries its work on is followed by itself."""
        if old is not None and old.valid_to is not None:
            return
        how = "catat penerusnya dengan kskd opd rename KODE --into OPD --on TANGGAL."
        reading.problem(f"OPD ini sudah berakhir ({quote(told)}); {how}", key)
        raise Undecided


class PartnerRows:
    """An act into which rows of partners are taken, before the documents that name them."""

    def __init__(self, taking: Taking, wishes: Wishes) -> None:
        """Take the act, and what was decided of names before."""
        self._taking, self._wishes = taking, wishes
        self._before = _labels(partner_table.read_partners(taking.session).values())

    def take(self, batch: Batch, reading: RowReading) -> None:
        """Take a row."""
        self._taking.settle(batch, reading, self._taken)

    def _taken(self, _: Batch, reading: RowReading) -> tuple[Fate, str]:
        with self._taking.session.savepoint():
            return self._written(reading), ""

    def _written(self, reading: RowReading) -> Fate:
        """What became of the partner that a row tells of by its name, or else by another one."""
        typed = reading.typed
        name = fold(text) if isinstance(text := typed.pop("name", None), str) else ""
        aliases = [fold(one) for one in reading.names("alias") if not leaves_unknown(one)]
        typed.pop("alias", None)
        if not name:
            reading.problem("nama mitra tidak disebut.", "name")
            raise Undecided
        self._read_kind(reading)
        decided = self._wishes.partners.get(name, name)
        wanted = name if decided == NEW else decided
        known = partner_table.read_partners(self._taking.session)
        found = known.meant(names.key(wanted)) or {
            number for alias in aliases for number in known.meant(names.key(alias))
        }
        if len(found) > 1:
            reading.problem("dapat berarti beberapa mitra.", "name", sorted(known[one].name for one in found))
            raise Undecided
        if found:
            return self._changed(reading, known[found.pop()], wanted, aliases)
        return self._entered(reading, wanted, aliases, is_new=decided == NEW)

    def _read_kind(self, reading: RowReading) -> None:
        """Its kind as registers say it, by its code."""
        if isinstance(text := reading.typed.pop("kind", None), str):
            if (kind := read_partner_kind(text)) is None:
                reading.problem("jenis mitra ini tidak dikenal; lihat kskd partner add --help.", "kind")
            else:
                reading.typed["kind"] = kind

    def _entered(self, reading: RowReading, name: str, aliases: list[str], *, is_new: bool) -> Fate:
        near = () if is_new else tuple(dict.fromkeys(one for _, one in names.closest(name, self._before)))
        if near:
            reading.problem(f"mitra {quote(name)} mirip dengan yang tercatat.", "name", near)
            raise Undecided
        access, session = self._taking.access, self._taking.session
        fields = access.subjects.partner
        said = read_told(fields, {**reading.typed, "name": name})
        said.setdefault("kind", kind_of_name(name))
        one = replace(Partner(0, name).telling(said), aliases=names.distinct(aliases, but=said["name"]))
        self._taking.outcome.partners.append(partners.enter(session, one, new=True).name)
        if several_names(name) is not None:
            place = f"baris {reading.record.row}"
            self._taking.outcome.remarks.append(f"{place}: {quote(name)} dicatat sebagai satu mitra.")
        return Fate.NEW

    def _changed(self, reading: RowReading, old: Partner, name: str, aliases: list[str]) -> Fate:
        """The partner with what the row says otherwise; found by an old name, it takes the new one."""
        access, session = self._taking.access, self._taking.session
        said = read_told(access.subjects.partner, reading.typed)
        new = old.telling(said)
        if names.key(name) not in map(names.key, (old.name, *old.aliases)):
            new = replace(new, name=name)
        new, changes = partners.correct(access, session, old, new)
        made = _more(aliases, (new.name, (*new.aliases, old.name)))
        for alias in made:
            partners.call_too(session, new, alias)
        return _told(self._taking, reading, old.name, changes, made)


def _unit(known: Mapping[str, Opd], texts: Iterable[str]) -> Opd | None:
    """The unit that the first of these texts means that means any."""
    for text in texts:
        with suppress(KskdError):
            return known[lookup.opd_code(known, text)]
    return None


def _labels(every: Iterable[Opd | Partner]) -> list[tuple[str, str]]:
    return [(label, one.name) for one in every for label in (one.name, *one.aliases)]


def _more(aliases: Iterable[str], known: tuple[str, tuple[str, ...]]) -> tuple[str, ...]:
    """Those of the other names that are not known yet, each once."""
    one, others = known
    taken = {names.key(label) for label in (one, *others)}
    return tuple(alias for alias in names.distinct(aliases, but=one) if names.key(alias) not in taken)


def _told(
    taking: Taking, reading: RowReading, what: str, changes: Iterable[Change], aliases: Iterable[str]
) -> Fate:
    """What became of one that was known, with its changes told."""
    told = [*changes, *(Change("Nama lain", None, alias) for alias in aliases)]
    taking.outcome.changes += [RowChange(what, reading.record.row, one) for one in told]
    return Fate.CHANGED if told else Fate.SAME
