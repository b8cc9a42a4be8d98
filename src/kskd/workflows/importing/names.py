"""Units and partners that a sheet names: found, made where that is certain or was decided, else left."""

from __future__ import annotations

import re
from contextlib import suppress
from functools import lru_cache
from typing import TYPE_CHECKING

from kskd.domain.opd import Opd
from kskd.domain.partner import Partner
from kskd.domain.values import names
from kskd.domain.values.text import fold, quote, require_name
from kskd.errors import KskdError
from kskd.importing.kinds import kind_of_name, read_partner_kind
from kskd.registry.tables import opds, partners
from kskd.workflows import lookup
from kskd.workflows.register.naming import begins_as_body, several_names

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Sequence

    from kskd.importing.reading import RowReading
    from kskd.registry.session import Session
    from kskd.workflows.importing.outcome import Outcome, Wishes

_SEVERAL = (
    "menyebut beberapa OPD; sisakan pemrakarsanya, dan isi yang lain di kolom OPD pendukung"
    " atau OPD pemrakarsa bersama."
)
_BETWEEN = " (?:dengan|dan) "
_FEW = 1_000  # names that are left to a person come again in many rows
NEW = "baru"
"""What a person decides of a name that is really new."""


class Names:
    """Names as they are in the registry, each looked up once."""

    def __init__(self, session: Session, wishes: Wishes, outcome: Outcome, own: str) -> None:
        """Take an act, what was decided before, where to tell what was made, and the Pemda's own name."""
        self._session, self._wishes, self._outcome = session, wishes, outcome
        self._own, self._ourselves = names.key(own), frozenset(_own_names(names.key(own)))
        self._units: dict[str, str | None] = {}
        self._spelt: dict[str, str] = {}  # units that are not known as they are first spelt, by their keys
        self._before = [
            (label, one.name)
            for one in partners.read_partners(session).values()
            for label in (one.name, *one.aliases)
        ]
        self._closest = lru_cache(_FEW)(self._near)

    def unit(self, reading: RowReading, text: str, concept: str) -> str | None:
        """The code of a unit; None, with a problem, where it is not found and not to be made."""
        typed = fold(text)
        if typed not in self._units:
            if self._names_several(text):
                reading.problem(_SEVERAL, concept)
                return None
            self._units[typed] = self._unit(typed)
        if (code := self._units[typed]) is None:
            near = self._outcome.unknown_opds[self._spelt[names.key(typed)]]
            how = (
                f'Bila itu namanya yang lain: kskd opd alias "{near[0]}" "{typed}".'
                if near
                else f'Bila memang ada: kskd opd add KODE --name "{typed}".'
            )
            why = f"OPD {quote(typed)} belum tercatat. {how}"
            reading.problem(why, concept, near)
        return code

    def _unit(self, typed: str) -> str | None:
        decided = self._wishes.opds.get(typed, typed)
        known = opds.read_opds(self._session)
        if (code := self._code(typed if decided == NEW else decided)) is not None:
            return code
        labels = [(label, one) for one in known.values() for label in (one.code, one.name, *one.aliases)]
        near = tuple(dict.fromkeys(one.name for _, one in names.closest(typed, labels)))
        if decided == NEW or (self._wishes.new_opd and not near):
            code = new_code(typed, known)
            opds.insert_opd(self._session, Opd(code, typed))
            self._outcome.opds[code] = typed
            return code
        self._outcome.unknown_opds[self._spelt.setdefault(names.key(typed), typed)] = near
        return None

    def _names_several(self, text: str) -> bool:
        """Whether a cell names more than one unit, and not one of which the name stands in two lines."""
        if fold(text) in self._wishes.opds:
            return False
        for between in ("[;\n]", r"[/,&+]|\bdan\b"):
            parts = [fold(one) for one in re.split(between, text) if one.strip()]
            if len(parts) > 1 and (";" in text or all(map(self._code, parts))):
                return True
        return False

    def _code(self, name: str) -> str | None:
        known = opds.read_opds(self._session)
        for spelt in spellings(name, self._own):
            with suppress(KskdError):
                return lookup.opd_code(known, spelt)
        return None

    def partners(self, reading: RowReading) -> list[str] | None:
        """The partners of a row as the registry names them, or is to; None where one is left undecided."""
        texts = list(map(fold, reading.names("partner")))
        told = texts if reading.is_whole else [part for text in texts for part in self._parts(text)]
        found = [self._partner(reading, text) for text in told if names.key(text) not in self._ourselves]
        known = [one for one in found if one is not None]
        return known if len(known) == len(found) else None

    def _parts(self, text: str) -> list[str]:
        """The names in one cell, where together they are no partner that is known."""
        parts = several_names(text)
        if (parts is None and not re.search(_BETWEEN, text)) or self.is_known(text):
            return [text]
        for between in (" dengan ", " dan "):
            first, _, rest = text.partition(between)
            is_ours = names.key(first) in self._ourselves or (between == " dengan " and self._code(first))
            if rest and is_ours:
                return self._parts(rest)
        return [text] if parts is None or _is_one_body(parts) else [fold(part) for part in parts]

    def is_known(self, text: str) -> bool:
        """Whether the name means one partner of the registry."""
        return len(self._meant(text)) == 1

    def _meant(self, text: str) -> list[str]:
        """The partners of the registry that have this name; looked up without asking which resemble it."""
        known = partners.read_partners(self._session)
        return sorted(known[one].name for one in known.meant(names.key(text)))

    def _partner(self, reading: RowReading, text: str) -> str | None:
        decided = self._wishes.partners.get(text, text)
        name = text if decided == NEW else decided
        found = self._meant(name)
        if len(found) == 1:
            return found[0]
        near = tuple(found) or (() if decided == NEW else self._closest(name))
        if not near and decided == text and begins_as_body(text.partition(" dengan ")[2]):
            reading.problem(f"{quote(text)} menyebut dua pihak; tulis nama mitranya saja.", "partner")
            return None
        if not near:
            require_name(name, "nama mitra")
            return name
        why = "dapat berarti beberapa mitra." if found else "mirip dengan yang tercatat."
        reading.problem(f"mitra {quote(name)} {why}", "partner", near)
        return None

    def _near(self, name: str) -> tuple[str, ...]:
        """Partners of before the act that resemble it: what the file itself names new is new in any order."""
        return tuple(dict.fromkeys(label for _, label in names.closest(name, self._before)))

    def make_partners(self, reading: RowReading, found: list[str]) -> list[str]:
        """Enter those that are new, each with its kind where a column or its name makes that certain.

        The column tells it of each partner in their order, or, of one partner, as a whole.
        """
        new = [name for name in dict.fromkeys(found) if not self.is_known(name)]
        words = reading.beside.get("partner_kind", "")
        each = [words] if len(found) == 1 else re.split("[\n;]", words)
        told = dict(zip(found, map(read_partner_kind, each), strict=True)) if len(each) == len(found) else {}
        for name in new:
            kind = told.get(name) or (None if reading.is_whole else kind_of_name(name))
            partners.insert_partner(self._session, Partner(0, name, kind))
        return new


def spellings(typed: str, own: str) -> Iterator[str]:
    """A name of a unit, without that of the Pemda (the key ``own``) behind it, and "Dinas PUPR" as DPUPR."""
    yield typed
    bare = names.key(typed)
    region = own.removeprefix("pemerintah ").removeprefix("daerah ")
    for form in (region, region.replace("kabupaten ", "kab ")):
        bare = bare.removesuffix(f" {form}")
    yield bare
    first, _, rest = bare.partition(" ")
    if rest and " " not in rest:
        yield f"{first[0]}{rest}".upper()


def _own_names(own: str) -> Iterator[str]:
    """What a Pemda with this key is called where its own name stands among the parties, each as a key."""
    yield own
    region = own.removeprefix("pemerintah ").removeprefix("daerah ")
    sort, _, name = region.partition(" ")
    short = {"kabupaten": "kab", "kota": "kot", "provinsi": "prov"}.get(sort)
    if not (short and name):
        return
    yield from (f"pem{short}", "pemda", "pemerintah daerah", f"pem{short} {name}", f"pemda {name}")
    for form in (region, f"{short} {name}"):
        yield from (form, *(f"{before} {form}" for before in ("pemerintah", "pemerintah daerah", "pemda")))


def _is_one_body(parts: Sequence[str]) -> bool:
    """Whether a list reads as one name, since its first part alone begins as the name of a body does."""
    first, *further = (begins_as_body(part) for part in parts)
    return first and not any(further)


def new_code(name: str, taken: Container[str]) -> str:
    """A code for a new unit: the name itself where it is short, else its words as far as there is room."""
    words = [word for word in re.sub(r"[^A-Z0-9]+", " ", name.upper()).split() if word != "DAN"]
    code = "-".join(words)[:20].strip("-") or "OPD"
    code = code if code[0].isalpha() and len(code) > 1 else f"OPD-{code}"[:20]
    return next(one for one in (code, *(f"{code[:17]}-{at}" for at in range(2, 99))) if one not in taken)
