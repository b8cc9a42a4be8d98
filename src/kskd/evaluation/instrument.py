"""The questionnaire as data: reads an instrument file (TOML) and refuses one that could not be scored.

The file's text comes from the caller; where it lies is not this module's concern.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from decimal import Decimal
from itertools import pairwise
from typing import Any, NamedTuple, TypeVar

from kskd.domain.implementation import NOT_ASSESSABLE, Implementation
from kskd.domain.values.text import clean, quote
from kskd.errors import InstrumentError, InvalidText, refusal

_T = TypeVar("_T")

MAX_CHARACTERS = 100_000
MAX_DOTS = 500  # in a line: tomllib takes the square of a dotted key's parts, minutes for a hostile one
MAX_ENTRIES = 200
MAX_TEXT = 2_000
DECIMALS = 4  # keeps every product and sum exact in Decimal's 28 digits
SMALLEST_WEIGHT = Decimal("0.0001")
FULL_MARK = Decimal(100)

_CODE = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_WHERE = r"at line (\d+), column (\d+)"


class Option(NamedTuple):
    """A fixed answer; ``value`` is the share of the item's weight that it earns, from 0 to 1."""

    code: str
    label: str
    value: Decimal


class AskedItem(NamedTuple):
    """A question with its weight; ``from_implementation`` items are answered by the evaluation's state."""

    code: str
    section: str
    question: str
    options: tuple[Option, ...]
    weight: Decimal
    help: str | None = None
    from_implementation: bool = False

    def option(self, code: str) -> Option | None:
        """Return the option with this code, if there is one."""
        return next((option for option in self.options if option.code == code), None)


class Band(NamedTuple):
    """A category; it holds scores above ``above``, the lowest one (``None``) all that remain."""

    name: str
    above: Decimal | None


class EvidenceRule(NamedTuple):
    """Items whose answer is a claim until it is proven; ``cap`` is the share that a claim earns at most.

    Only evidence that names the item proves it; with ``needs_file`` only a file whose digest is kept.
    """

    items: tuple[str, ...]
    cap: Decimal
    needs_file: bool


class Instrument(NamedTuple):
    """A valid questionnaire: weights sum to 100, options and bands descend; sections map code to title."""

    code: str
    version: int
    title: str
    note: str
    boundary_rule: str
    sections: Mapping[str, str]
    items: tuple[AskedItem, ...]
    bands: tuple[Band, ...]
    evidence: EvidenceRule | None = None

    @property
    def id(self) -> str:
        """Code and version, as printed and stored with each evaluation: ``inti/1``."""
        return f"{self.code}/{self.version}"

    @property
    def asked_items(self) -> tuple[AskedItem, ...]:
        """The items that a person answers."""
        return tuple(item for item in self.items if not item.from_implementation)

    @property
    def codes(self) -> frozenset[str]:
        """The codes of all its items."""
        return frozenset(item.code for item in self.items)

    def item(self, code: str) -> AskedItem | None:
        """Return the item with this code, if there is one."""
        return next((item for item in self.items if item.code == code), None)

    def category(self, value: Decimal) -> str:
        """Return the name of the band that holds a score, as ``boundary_rule`` says in words."""
        return next(band.name for band in self.bands if band.above is None or value > band.above)


def read_instrument(text: str) -> Instrument:
    """Read an instrument file's text and check all of it.

    Raises ``InstrumentError`` naming the place of the first problem, for any text that is not usable.
    """
    found = _Problems()
    instrument = _read(text, found)
    if instrument is None or found.errors:
        raise found.errors[0]
    return instrument


def problems(text: str) -> tuple[str, ...]:
    """Every problem of an instrument file's text, each with its place; none for a usable one."""
    found = _Problems()
    _read(text, found)
    return tuple(map(str, found.errors))


class _Problems:
    """Collects what is wrong, so that a file can be mended in one go."""

    def __init__(self) -> None:
        self.errors: list[InstrumentError] = []

    def of(self, read: Callable[..., _T], *args: Any) -> _T | None:
        """What ``read`` gives; None where it found a problem, which is kept."""
        try:
            return read(*args)
        except InstrumentError as error:
            self.errors.append(error)
            return None


def _read(text: str, found: _Problems) -> Instrument | None:
    data = found.of(_parse, text)
    if data is None:
        return None
    top = _Table("berkas", data)
    code = found.of(top.code, "code")
    version = found.of(top.number, "version", 1, 9999, 0)
    title, note, boundary = (found.of(top.text, key) for key in ("title", "note", "boundary_rule"))
    sections = found.of(top.titles, "sections")
    items = [found.of(_item, one) for one in found.of(top.tables, "items", "butir") or ()]
    bands = [found.of(_band, one) for one in found.of(top.tables, "bands", "kategori") or ()]
    rule = found.of(_evidence_rule, top) if top.has("evidence") else None
    found.of(top.close)
    good_items = tuple(one for one in items if one is not None)
    good_bands = tuple(one for one in bands if one is not None)
    instrument = Instrument(
        code or "",
        int(version or 1),
        title or "",
        note or "",
        boundary or "",
        sections or {},
        good_items,
        good_bands,
        rule,
    )
    if sections is not None and items and None not in items:
        found.of(_check_items, instrument)
    if bands and None not in bands:
        found.of(_check_bands, good_bands)
    if None not in items:
        found.of(_check_evidence, instrument)
    return instrument


def _parse(text: str) -> dict[str, object]:
    import tomllib  # noqa: PLC0415 - loaded only when an instrument file is read

    if len(text) > MAX_CHARACTERS:
        raise refusal("instrument-too-long", most=MAX_CHARACTERS)
    for number, line in enumerate(text.split("\n"), start=1):
        if line.count(".") > MAX_DOTS:
            raise refusal("instrument-too-many-dots", line=number, most=MAX_DOTS)
    try:
        return tomllib.loads(text.removeprefix("\ufeff"), parse_float=Decimal)
    except tomllib.TOMLDecodeError as error:
        where = re.search(_WHERE, str(error))
        place = f"baris {where[1]}, kolom {where[2]}" if where else "akhir berkas"
        raise refusal("instrument-not-toml", place=place) from error
    except (ArithmeticError, ValueError, RecursionError) as error:
        # a number beyond Decimal's or int's limits, or nesting beyond the stack
        raise refusal("instrument-too-deep") from error


def _item(table: "_Table") -> AskedItem:
    code = table.code("code")
    table.place += f' "{code}"'
    item = AskedItem(
        code=code,
        section=table.code("section"),
        question=table.text("question"),
        options=tuple(_option(option) for option in table.tables("options", "pilihan")),
        weight=table.number("weight", SMALLEST_WEIGHT, 100),
        help=table.text("help") if table.has("help") else None,
        from_implementation=table.flag("from_implementation"),
    )
    table.close()
    _check_options(table, item)
    return item


def _option(table: "_Table") -> Option:
    option = Option(table.code("code"), table.text("label"), table.number("value", 0, 1))
    table.close()
    return option


def _band(table: "_Table") -> Band:
    band = Band(table.text("name"), table.number("above", 0, 100) if table.has("above") else None)
    table.close()
    return band


def _evidence_rule(top: "_Table") -> EvidenceRule:
    table = top.table("evidence")
    rule = EvidenceRule(table.codes("items", "butir"), table.number("cap", 0, 1), table.flag("needs_file"))
    table.close()
    return rule


def _check_evidence(instrument: Instrument) -> None:
    codes = instrument.evidence.items if instrument.evidence else ()
    if repeated := _repeated(codes):
        raise refusal("instrument-evidence-twice", item=repeated)
    if unknown := [code for code in codes if instrument.item(code) is None]:
        raise refusal("instrument-evidence-unknown", item=unknown[0])


def _check_options(table: "_Table", item: AskedItem) -> None:
    codes = [option.code for option in item.options]
    values = [option.value for option in item.options]
    if len(codes) < 2:
        raise refusal("instrument-options-too-few", place=table.place)
    if NOT_ASSESSABLE in codes:
        raise refusal("instrument-option-reserved", place=table.place, option=NOT_ASSESSABLE)
    if repeated := _repeated(codes):
        raise refusal("instrument-option-twice", place=table.place, code=repeated)
    if values[0] != 1 or values[-1] != 0 or any(a <= b for a, b in pairwise(values)):
        raise refusal("instrument-values-not-falling", place=table.place)
    if item.from_implementation and set(codes) != set(Implementation):
        raise refusal(
            "instrument-options-of-implementation", place=table.place, known=", ".join(Implementation)
        )


def _check_items(instrument: Instrument) -> None:
    if repeated := _repeated(item.code for item in instrument.items):
        raise refusal("instrument-item-twice", item=repeated)
    for item in instrument.items:
        if item.section not in instrument.sections:
            raise refusal("instrument-section-unknown", item=item.code, section=item.section)
    if sum(item.from_implementation for item in instrument.items) > 1:
        raise refusal("instrument-implementation-twice")
    total = sum(item.weight for item in instrument.items)
    if total != FULL_MARK:
        raise refusal("instrument-weights-not-100", total=total)


def _check_bands(bands: Sequence[Band]) -> None:
    if repeated := _repeated(band.name for band in bands):
        raise refusal("instrument-band-twice", band=repeated)
    limits = [band.above for band in bands[:-1]]
    if bands[-1].above is not None or None in limits:
        raise refusal("instrument-bands-open")
    descending = [FULL_MARK, *(limit for limit in limits if limit is not None)]
    if any(a <= b for a, b in pairwise(descending)):
        raise refusal("instrument-bands-not-falling")


def _repeated(names: Iterable[str]) -> str | None:
    return next((name for name, times in Counter(names).items() if times > 1), None)


class _Table:
    """One TOML table under inspection: each value is taken once by key, and none may be left over."""

    def __init__(self, place: str, data: dict[str, object]) -> None:
        self.place = place
        self._data = data
        self._taken: set[str] = set()

    def has(self, key: str) -> bool:
        return key in self._data

    def close(self) -> None:
        for key in self._data:
            if key not in self._taken:
                allowed = ", ".join(sorted(self._taken))
                raise refusal("instrument-key-unknown", place=self.place, key=quote(key), known=allowed)

    def _take(self, key: str) -> object:
        self._taken.add(key)
        if key not in self._data:
            raise refusal("instrument-key-missing", place=self.place, key=key)
        return self._data[key]

    def text(self, key: str) -> str:
        value = self._take(key)
        if not isinstance(value, str):
            raise refusal("instrument-not-text", place=self.place, key=key)
        try:
            return clean(value, f'isi "{key}"', limit=MAX_TEXT)
        except InvalidText as error:
            raise refusal(
                "instrument-text-unusable", place=self.place, problem=str(error).removesuffix(".")
            ) from error

    def code(self, key: str) -> str:
        return self.checked_code(key, self._take(key))

    def checked_code(self, key: str, value: object) -> str:
        if not isinstance(value, str) or len(value) > 40 or not _CODE.fullmatch(value):
            raise refusal("instrument-not-code", place=self.place, key=quote(key))
        return value

    def flag(self, key: str) -> bool:
        self._taken.add(key)
        value = self._data.get(key, False)
        if not isinstance(value, bool):
            raise refusal("instrument-not-boolean", place=self.place, key=key)
        return value

    def number(self, key: str, low: Decimal | int, top: int, decimals: int = DECIMALS) -> Decimal:
        value = self._take(key)
        if isinstance(value, int | Decimal) and not isinstance(value, bool):
            finite = isinstance(value, int) or value.is_finite()
            if finite and low <= value <= top and value == round(Decimal(value), decimals):
                return Decimal(value)
        raise refusal("instrument-not-number", place=self.place, key=key, low=low, top=top, decimals=decimals)

    def titles(self, key: str) -> dict[str, str]:
        value = self._take(key)
        if not isinstance(value, dict) or not 1 <= len(value) <= MAX_ENTRIES:
            raise refusal("instrument-not-titles", place=self.place, key=key, most=MAX_ENTRIES)
        inner = _Table(f"[{key}]", value)
        return {inner.checked_code(code, code): inner.text(code) for code in value}

    def codes(self, key: str, noun: str) -> tuple[str, ...]:
        value = self._take(key)
        if not isinstance(value, list) or not 1 <= len(value) <= MAX_ENTRIES:
            raise refusal(
                "instrument-not-list", place=self.place, key=key, most=MAX_ENTRIES, noun=f"kode {noun}"
            )
        return tuple(self.checked_code(key, one) for one in value)

    def table(self, key: str) -> "_Table":
        value = self._take(key)
        if not isinstance(value, dict):
            raise refusal("instrument-not-table", place=self.place, key=key)
        return _Table(f"[{key}]", value)

    def tables(self, key: str, noun: str) -> "list[_Table]":
        value = self._take(key)
        if not isinstance(value, list) or not 1 <= len(value) <= MAX_ENTRIES:
            raise refusal("instrument-not-list", place=self.place, key=key, most=MAX_ENTRIES, noun=noun)
        inner = "" if self.place == "berkas" else f"{self.place}, "
        found = []
        for position, entry in enumerate(value, start=1):
            if not isinstance(entry, dict):
                raise refusal("instrument-not-list-of-tables", place=self.place, noun=noun, position=position)
            found.append(_Table(f"{inner}{noun} ke-{position}", entry))
        return found
