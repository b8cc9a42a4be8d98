"""Made-up values of declared types: all that there may be, and all that may be lacking.

Pages are made of the fields as they are declared, so that a field that is added is tried too.
"""

from __future__ import annotations

import sys
from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal
from types import NoneType, UnionType
from typing import TYPE_CHECKING, Any, NamedTuple, Union, get_args, get_origin, get_type_hints

from kskd.desk.sheet import CellKind, Sheet, SheetColumn, SheetPart
from kskd.domain.values.days import Day
from kskd.domain.values.money import Worth
from kskd.domain.values.period import Period
from kskd.evaluation.instrument import Instrument
from kskd.evaluation.rollup import MeanScore, Ratio, Timeliness
from kskd.reporting import desk_page, message, model, pages
from kskd.reporting.kinds import (
    bulanan,
    decisions,
    desk_letters,
    documents,
    letter,
    luar_negeri,
    naskah,
    opd,
    paket,
    pemetaan,
    rekap,
    ringkasan,
    semester,
    serah_terima,
    tkksd,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

_MODULES = (
    desk_page,
    message,
    model,
    pages,
    bulanan,
    decisions,
    desk_letters,
    documents,
    letter,
    luar_negeri,
    naskah,
    opd,
    paket,
    pemetaan,
    rekap,
    ringkasan,
    semester,
    serah_terima,
    tkksd,
)
_DECLARED: Mapping[str, object] = {name: one for module in _MODULES for name, one in vars(module).items()} | {
    one.__name__: one for one in (date, Day, Decimal, MeanScore, Period, Ratio, Sheet, Timeliness, Worth)
}
"""What the modules of the pages name and import for types only."""
DAY = date(2024, 5, 2)
_PLAIN: Mapping[type, object] = {
    str: "Contoh",
    int: 1,
    float: 0.5,
    bool: True,
    Decimal: Decimal(1),
    date: DAY,
    Period: Period.parse("2024-S2"),
    Day: Day.of(DAY),
}
_EMPTY: Mapping[type, object] = {int: 0, float: 0.0, bool: False, Decimal: Decimal(0)}
_CODES: Mapping[tuple[str, str], object] = {
    ("StateIds", "code"): "penuh",
    ("OpdNote", "marks"): ("penuh", "belum-dilaporkan"),
    ("Head", "image"): None,
    ("Head", "paper"): "f4",
}
"""Texts that are no words: by class and field."""


class Guise(NamedTuple):
    """How a page is made up: whether its lists have something in them, and whether what may lack is there."""

    is_filled: bool
    is_known: bool


GUISES = (
    Guise(is_filled=True, is_known=True),
    Guise(is_filled=True, is_known=False),
    Guise(is_filled=False, is_known=False),
)


def made_up(kind: Any, way: Guise) -> Any:
    """A value of a declared type."""
    origin, inner = get_origin(kind), get_args(kind)
    if origin in {Union, UnionType}:
        known = [one for one in inner if one is not NoneType]
        return made_up(known[0], way) if way.is_known else None
    if origin is tuple:
        if len(inner) == 2 and inner[1] is ...:
            return (made_up(inner[0], way),) if way.is_filled else ()
        return tuple(made_up(one, way) for one in inner)
    if kind is Sheet:
        return _sheet(way)
    if kind in _PLAIN:
        return _PLAIN[kind] if way.is_filled else _EMPTY.get(kind, _PLAIN[kind])
    hints = get_type_hints(kind, localns={**_DECLARED, **vars(sys.modules[kind.__module__])})
    names = [one.name for one in fields(kind)] if is_dataclass(kind) else kind._fields
    codes = {name: code for (owner, name), code in _CODES.items() if owner == kind.__name__}
    return kind(**{name: codes[name] if name in codes else made_up(hints[name], way) for name in names})


def _sheet(way: Guise) -> Sheet:
    """A sheet of one part: its row, a locked cell, and one cell of each kind to be filled."""
    asked = [SheetColumn(one.value, "Contoh", 20, one) for one in CellKind if one is not CellKind.CHOICE]
    choice = SheetColumn("choice", "Contoh", 20, CellKind.CHOICE, choices=(("ya", "Ya"),), hint="Pilih satu.")
    known = (SheetColumn("id", "Naskah", 17, locked=True), SheetColumn("title", "Judul", 40, locked=True))
    columns = (*known, choice, *asked)
    rows = {"PKS-2024-001": {"id": "PKS-2024-001", "title": "Contoh" if way.is_known else None}}
    parts = tuple(
        SheetPart(key, "Contoh", "naskah", "Contoh.", columns, rows)
        for key in ("evaluation", "obstacle")
        if way.is_filled
    )
    instrument = Instrument("contoh", 1, "Contoh", "", "", {}, (), ())
    return Sheet(
        government="Kabupaten Contoh",
        office="Bagian Kerja Sama",
        opd="DINKES",
        opd_name="Dinas Kesehatan",
        period=Period.parse("2024-S2"),
        instrument=instrument,
        due_on=DAY,
        contact="Bagian Kerja Sama",
        meeting="Contoh" if way.is_known else None,
        parts=parts,
    )
