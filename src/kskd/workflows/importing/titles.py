"""What stands over rows says of them: a group or a sheet of one unit, a year, a scheme, a kind of partner."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from kskd.domain.document.chain import SCHEME_NAMES, Scheme
from kskd.domain.values import names
from kskd.domain.values.text import fold, quote
from kskd.importing.kinds import read_partner_kind
from kskd.importing.passing import OF_UNIT, STRAY
from kskd.workflows.importing.names import spellings
from kskd.workflows.importing.telling import kind_in

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from kskd.domain.opd import Opd
    from kskd.importing.reading import RowReading
    from kskd.importing.records import Record

_MARK = r"(?:(?:[0-9]+(?:\.[0-9]+)+\.?|(?:[IVX]{1,5}|[A-Za-z]|[0-9]{1,2})[.)]) *(?=\S))+"
_STRANGE = 0.2  # rows of another year for one of this, above which it is no year of signing
_FEW = 2  # rows of other units, up to which each is a contradiction to be settled
_COUNT = r"(?i)\W*\([0-9]+[^()]*\)$|[ :]*[0-9]+ (?:naskah|dokumen|kerja sama|mou|pks)$"
_YEAR = r"\b((?:19|20)[0-9]{2})\b"
_OF_YEAR = r"(?i)(?:(?:daftar|rekap\w*|register) )?(?:kerja ?sama (?:daerah )?)?(?:tahun )?"
_SHEET_WORDS = r"(?i)\b(?:tahun|thn|mou|pks|kb|nk|kerja ?sama|daftar|(?:19|20)[0-9]{2})\b|[-_()]"
_SCHEMES = {
    **{names.key(one): one for one in Scheme},
    **{names.key(name): one for one, name in SCHEME_NAMES.items()},
    "sinergi": Scheme.SINERGI,
    "pihak ketiga": Scheme.KSDPK,
    "kerja sama dengan pihak ketiga": Scheme.KSDPK,
    "kerja sama pihak ketiga": Scheme.KSDPK,
    "kerja sama daerah dengan pihak ketiga ksdpk": Scheme.KSDPK,
}


class SaidAbove(NamedTuple):
    """What a text over rows says of a concept, and the text."""

    concept: str
    value: str
    text: str


class UnitNames:
    """The units of a registry by all that they are called."""

    def __init__(self, known: Mapping[str, Opd], own: str) -> None:
        """Take them with the Pemda's own name."""
        self._own = names.key(own)
        self._meant: dict[str, set[str]] = {}
        self._named: dict[str, str | None] = {}
        for one in known.values():
            for label in (one.code, one.name, *one.aliases):
                self._meant.setdefault(names.key(label), set()).add(one.code)

    def named(self, text: str) -> str | None:
        """The code of the one unit that the text is a name of."""
        if text not in self._named:
            found = (self._meant.get(names.key(form), ()) for form in spellings(fold(text), self._own))
            self._named[text] = next((code for codes in found if len(codes) == 1 for code in codes), None)
        return self._named[text]


class Titles:
    """The titles over the rows of one list: those of its groups, the innermost first, then its sheet's.

    Rows of a quarantine carry those that they stood under; of these, units are what is not settled already.
    """

    def __init__(self, sheet: str, above: Iterable[str], units: UnitNames, offices: re.Pattern[str]) -> None:
        """Take the name of the sheet, the texts above the headings, and how names of units begin."""
        self._units, self._offices = units, offices
        self._agree: Counter[tuple[SaidAbove, bool]] = Counter()
        self._whole = _first(
            (*self._of_sheet(sheet), *(one for text in above for one in self._of_title(text)))
        )
        self._led = tuple(text for text in above if re.match(OF_UNIT, text))
        self._known: dict[tuple[str, ...], dict[str, SaidAbove]] = {}
        self._left: dict[str, str] = {}
        self._silent: set[str] = set()
        self.rows: Counter[SaidAbove] = Counter()

    def over(self, section: str, above: str = "", sheet: str = "") -> dict[str, SaidAbove]:
        """What holds for the rows of a group (``Record.section``), by concept.

        ``above`` and ``sheet`` are the titles and the name of a sheet that rows of a quarantine carry.
        """
        if (place := (section, above, sheet)) not in self._known:
            parts = _parts(section)
            said = [one for text in parts for one in self._of_section(text)]
            said += [one for text in _parts(above) for one in self._of_carried(text)]
            carried = (one for one in self._of_sheet(sheet) if one.concept == "opd")
            is_stray = parts[:1] == [STRAY]
            self._known[place] = {} if is_stray else _first((*carried, *self._whole.values())) | _first(said)
        return self._known[place]

    def count(
        self, record: Record, days: Iterable[int], units: Iterable[int], carried: Iterable[int] = ()
    ) -> None:
        """Count a row under each title that says something of it.

        ``days`` are columns that have its year, ``units`` those that have its unit, ``carried`` those that
        have what it stood under.
        """
        place = (cell.text.strip() if (cell := record.cells.get(at)) else "" for at in carried)
        if not (over := self.over(record.section, *place)):
            return
        self.rows.update(over.values())
        texts = {
            concept: " ".join(cell.text for at in columns if (cell := record.cells.get(at)))
            for concept, columns in (("year", days), ("opd", units))
        }
        if (title := over.get("year")) and (years := re.findall(_YEAR, texts["year"])):
            self._agree[title, title.value in years] += 1
        if (title := over.get("opd")) and (code := self._units.named(texts["opd"])):
            self._agree[title, code == self._units.named(title.value)] += 1

    def close(self) -> None:
        """Let a year say nothing that few of its rows have, nor a unit most of whose rows have others."""
        for one in {one for one, _ in self._agree}:
            agree, against = self._agree[one, True], self._agree[one, False]
            if against <= {"year": _STRANGE * agree, "opd": max(_FEW, agree)}[one.concept]:
                continue
            del self.rows[one]
            self._silent.add(one.text)
            for said in self._known.values():
                if said.get(one.concept) == one:
                    del said[one.concept]

    def tell(self, reading: RowReading) -> None:
        """Let a row have what stands over it where no cell says it; one that says otherwise is a problem."""
        section, beside = reading.record.section, reading.beside
        if left := self._of_unit(section):
            reading.stood["above"] = left
        if not (over := self.over(section, beside.get("above", ""), beside.get("sheet", ""))):
            return
        told = {one.concept: one.typed for one in reading.told if one.typed.strip()}
        for concept, title in over.items():
            said = reading.typed if concept in {"opd", "scheme"} else reading.beside
            if concept not in said:
                is_free = concept not in told and concept not in reading.undecided
                if is_free and not (concept == "year" and self._is_of_another_year(reading, title.value)):
                    said[concept] = reading.stood[concept] = title.value
            elif self._differs(concept, str(said[concept]), title.value):
                del said[concept]
                reading.undecided.add(concept)
                why = f"lain daripada judul di atasnya, {quote(title.text)}; betulkan salah satunya."
                reading.problem(why, concept, (told.get(concept, ""), title.value))

    def _differs(self, concept: str, cell: str, title: str) -> bool:
        if concept == "opd":
            codes = self._units.named(cell), self._units.named(title)
            return None not in codes and codes[0] != codes[1]
        return concept != "partner_kind" and names.key(cell.removesuffix(".0")) != names.key(title)

    @staticmethod
    def _is_of_another_year(reading: RowReading, year: str) -> bool:
        """Whether the number of the row has a year, and not this one."""
        found = re.findall(_YEAR, str(reading.typed.get("number", "")))
        return bool(found) and year not in found

    def _of_unit(self, section: str) -> str:
        """The titles over a group, as they stand, that may name a unit which is not recorded yet."""
        if section not in self._left:
            parts = [*reversed(_parts(section))]
            may = () if parts[-1:] == [STRAY] else (*self._led, *filter(_may_be_unit, parts))
            self._left[section] = " / ".join(text for text in may if text not in self._silent)
        return self._left[section]

    def _of_carried(self, text: str) -> Iterator[SaidAbove]:
        if self._units.named(name := _name_in(text)):
            yield SaidAbove("opd", name, text)

    def _of_section(self, text: str) -> Iterator[SaidAbove]:
        bare = _bare(text)
        name = _name_in(text)
        if name and (self._units.named(name) or self._offices.fullmatch(name.casefold())):
            yield SaidAbove("opd", name, text)
        years = set(re.findall(_YEAR, bare))
        if len(years) == 1:
            yield SaidAbove("year", years.pop(), text)
        if scheme := _SCHEMES.get(names.key(bare)):
            yield SaidAbove("scheme", str(scheme), text)
        elif read_partner_kind(bare):
            yield SaidAbove("partner_kind", bare, text)

    def _of_sheet(self, name: str) -> Iterator[SaidAbove]:
        bare = fold(re.sub(_SHEET_WORDS, " ", name))
        if bare and self._units.named(bare):
            yield SaidAbove("opd", bare, name)
        years = set(re.findall(_YEAR, name))
        if len(years) == 1 and not re.search(r"(?i)\b(?:sd|s\.? ?d|per|sampai|hingga)\b", name):
            yield SaidAbove("year", years.pop(), name)
        if scheme := _SCHEMES.get(names.key(bare)):
            yield SaidAbove("scheme", str(scheme), name)

    def _of_title(self, text: str) -> Iterator[SaidAbove]:
        """Above a list stand the office that keeps it and the day of print too: only what is named counts."""
        unit = re.sub(f"^{OF_UNIT}", "", text)
        if unit != text and self._units.named(unit):
            yield SaidAbove("opd", unit, text)
        if found := re.fullmatch(_OF_YEAR + _YEAR, text):
            yield SaidAbove("year", found[1], text)
        if scheme := _SCHEMES.get(names.key(text)):
            yield SaidAbove("scheme", str(scheme), text)


def _parts(section: str) -> list[str]:
    """The titles over a group, the innermost first."""
    return [fold(one) for one in reversed(section.split(" / "))] if section else []


def _bare(text: str) -> str:
    """The title of a group without its mark, how many rows it has, and that it is one of a unit."""
    return re.sub(f"^{OF_UNIT}", "", re.sub(f"^{_MARK}", "", re.sub(_COUNT, "", text)))


def _name_in(text: str) -> str:
    """What the title of a group names, without a year."""
    return re.sub(rf"(?i)[ ,-]*(?:tahun ?)?{_YEAR}\W*$", "", _bare(text))


def _may_be_unit(text: str) -> bool:
    name = _name_in(text)
    return (
        bool(name) and names.key(name) not in _SCHEMES and not read_partner_kind(name) and not kind_in([name])
    )


def _first(titles: Iterable[SaidAbove]) -> dict[str, SaidAbove]:
    """Of each concept the first that says something of it."""
    found: dict[str, SaidAbove] = {}
    for one in titles:
        found.setdefault(one.concept, one)
    return found
