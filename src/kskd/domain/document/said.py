"""What was said of a document in one go, each part read once into its value, whoever said it.

Options, questions, cells of a sheet: all make the same ``Said``, and nothing is turned back into text.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from kskd.domain.document.chain import TOLD_RELATIONS
from kskd.domain.values.dates import read_last_day
from kskd.domain.values.days import Day, read_day, says_unknown
from kskd.domain.values.durations import read_duration
from kskd.domain.values.text import clean, fold, quote, require_number
from kskd.errors import InvalidDate, refusal

if TYPE_CHECKING:
    from datetime import date

    from kskd.domain.choices import PartnerKind
    from kskd.domain.document.chain import Doc, Scheme
    from kskd.domain.document.term import Term
    from kskd.domain.field import Value


class SaidEnd(NamedTuple):
    """A last day, and the text that says it."""

    on: Day
    typed: str


class SaidOf(NamedTuple):
    """A text said of one among several, as in ``MITRA=NOMOR``; ``of`` is empty where none was named."""

    of: str
    text: str


class Said(NamedTuple):
    """Values by part; None, False or empty where nothing was said.

    Partners, units and other documents are named, not yet found: the registry knows them. A number,
    signer or day of a partner is None where it was said that it is not known. ``facts`` are kept values of
    plain fields by key; ``drop_…`` takes one of many away, ``clear`` makes a field unknown again. ``new``,
    ``partner_kind`` and ``allow_duplicate`` say how names and numbers that are not known, or are, are meant;
    ``kinds`` has those that a person was asked about by name, which are new. ``term`` is the whole of one
    that another registry has worked out already, in place of its parts: nothing follows from it.
    """

    scheme: Scheme | None = None
    doc: Doc | None = None
    partner: tuple[str, ...] = ()
    partner_number: tuple[str | None, ...] = ()
    partner_signer: tuple[str | None, ...] = ()
    partner_joined: tuple[Day | None, ...] = ()
    partner_left: tuple[Day | None, ...] = ()
    partner_more_number: tuple[SaidOf, ...] = ()
    partner_contribution: tuple[int | None, ...] = ()
    partner_brings: tuple[str | None, ...] = ()
    opd: str | None = None
    support_opd: tuple[str, ...] = ()
    co_lead: tuple[str, ...] = ()
    number: str | None = None
    more_number: tuple[str, ...] = ()
    contribution: int | None = None
    brings: str | None = None
    signed: Day | None = None
    starts: Day | None = None
    years: int | None = None
    duration: str | None = None
    ends: SaidEnd | None = None
    open_ended: bool = False
    until: str | None = None
    term: Term | None = None
    affair: tuple[str, ...] = ()
    scope: tuple[str, ...] = ()
    signer: str | None = None
    signer_name: str | None = None
    power_of_attorney: str | None = None
    power_of_attorney_date: date | None = None
    parent: str | None = None
    replaces: str | None = None
    relates: tuple[SaidOf, ...] = ()
    file: tuple[str, ...] = ()
    clause: tuple[str, ...] = ()
    facts: tuple[tuple[str, Value], ...] = ()
    drop_partner: tuple[str, ...] = ()
    drop_support_opd: tuple[str, ...] = ()
    drop_co_lead: tuple[str, ...] = ()
    drop_more_number: tuple[str, ...] = ()
    drop_partner_more_number: tuple[SaidOf, ...] = ()
    drop_relates: tuple[SaidOf, ...] = ()
    drop_affair: tuple[str, ...] = ()
    drop_scope: tuple[str, ...] = ()
    drop_clause: tuple[str, ...] = ()
    clear: tuple[str, ...] = ()
    new: bool = False
    partner_kind: PartnerKind | None = None
    kinds: tuple[tuple[str, PartnerKind], ...] = ()
    allow_duplicate: bool = False

    @property
    def says_term(self) -> bool:
        """Whether anything was said about how long the document runs."""
        return bool(
            self.years or self.duration or self.ends or self.open_ended or self.until or self.term is not None
        )

    @property
    def begins(self) -> Day | None:
        """The start that was said."""
        return self.starts or (self.term.starts if self.term else None)

    def fact(self, key: str) -> Value | None:
        """The value said for a plain field."""
        return dict(self.facts).get(key)

    def says(self, key: str) -> bool:
        """Whether anything was said for a field."""
        said = getattr(self, key, None)
        return bool(said) or (said == 0 and said is not False) or key in dict(self.facts)


def read_whole_years(text: str) -> int:
    """A length of time in whole years, 1 to 999."""
    typed = text.strip()
    if not (typed.isascii() and typed.isdigit() and 0 < int(typed[:6]) < 1000):
        raise refusal("duration-not-whole-years", text=quote(text))
    return int(typed)


def read_length(text: str) -> str:
    """A length of time as typed, which is kept beside the end that it gives; one that can be counted."""
    typed = clean(text, "jangka waktu", limit=200)
    read_duration(typed)
    return typed


def read_start(text: str) -> Day:
    """The start, as far as it is known; without one the day of signing counts."""
    if says_unknown(text):
        raise refusal("start-unknown")
    return read_day(text)


def read_number(text: str) -> str:
    """A document number, cleaned; it is never taken apart, and of lines the breaks stay visible."""
    require_number(text, "nomor naskah")
    lines = [line for line in map(fold, text.splitlines()) if line]
    return clean("; ".join(lines) if len(lines) > 1 else text, "nomor naskah", limit=100)


_BETWEEN = r" *; *(?:(?:dan|serta|&)(?: *; *| +))?"  # lines of a cell are parted by a semicolon
_PERHAPS_BETWEEN = r" +(?:dan|serta|&|[-–—/]) +"


def several_numbers(number: str) -> tuple[str, ...] | None:
    """The numbers in a list such as "1/KB/2024 - 7/MOU/2024"; None of what is one number.

    Each part has figures of its own. Parted by "dan", a hyphen or a stroke between blanks they are several
    only where each has a year or none has, and by a stroke where each has signs of its own:
    "1/KB - SETDA/2024" and "1 / KB / 2024" are one number.
    """
    parts = _with_figures(re.split(_BETWEEN, number, flags=re.IGNORECASE))
    if len(parts) > 1:
        return parts
    parts = _with_figures(re.split(_PERHAPS_BETWEEN, number, flags=re.IGNORECASE))
    years = {re.search(r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])", part) is not None for part in parts}
    are_whole = " / " not in number or all(re.search(r"\w[/.-]\w", part) for part in parts)
    return parts if len(parts) > 1 and len(years) == 1 and are_whole else None


def _with_figures(parts: list[str]) -> tuple[str, ...]:
    """The parts that are not empty, none where one of them has no figures."""
    told = tuple(part for part in parts if part)
    return told if all(re.search(r"[0-9]", part) for part in told) else ()


def read_number_of(text: str) -> SaidOf:
    """A further number, behind the name of the partner that gave it."""
    partner, sign, number = text.partition("=") if "=" in text else ("", "", text)
    require_number(number, "nomor lain")
    return SaidOf(clean(partner, "nama mitra", limit=300) if sign else "", read_number(number))


def read_relation(text: str) -> SaidOf:
    """What the document is to another one, which is named by id or number."""
    kind, sign, other = text.partition("=")
    told = kind.strip().casefold()
    if told not in TOLD_RELATIONS or not sign:
        raise refusal("relation-unreadable", text=quote(text), known=", ".join(TOLD_RELATIONS))
    return SaidOf(told, clean(other, "naskah lain", limit=100))


def read_power(text: str) -> str:
    """The number of a power of attorney."""
    require_number(text, "nomor surat kuasa")
    return clean(text, "nomor surat kuasa", limit=100)


def read_office(text: str) -> str:
    """The office that a signer holds."""
    return clean(text, "jabatan penanda tangan", limit=200)


def read_end(text: str) -> SaidEnd:
    """The last day, as far as it is known, with its text; one that nobody knows is none, and not said."""
    typed = clean(text, "tanggal akhir", limit=60)
    if says_unknown(typed):
        raise refusal("end-unknown")
    last = read_last_day(typed)
    return SaidEnd(Day.of(last) if last else read_day(typed), typed)


def read_term(text: str) -> str | SaidEnd:
    """A length of time, or the last day; the sentence of a refusal is of the one that was meant."""
    try:
        return read_length(text)
    except InvalidDate as refusal:
        try:
            return read_end(text)
        except InvalidDate:
            is_length = refusal.code == "duration-without-unit"
            if is_length or any(unit in text.casefold() for unit in ("tahun", "bulan", "minggu", "hari")):
                raise refusal from None
            raise


def one_of_term(said: Said) -> None:
    """UsageError where more than one end, or more than one length, was said."""
    ends = [name for name in ("ends", "open_ended", "until") if getattr(said, name)]
    lengths = [name for name in ("years", "duration") if getattr(said, name)]
    for names in (ends, lengths):
        if len(names) > 1:
            raise refusal("options-exclusive", options=" dan ".join(map(_option, names)))
    if lengths and said.open_ended:
        raise refusal("options-exclusive", options=f"{_option(lengths[0])} dan --open-ended")


def _option(name: str) -> str:
    return f"--{name.replace('_', '-')}"
