"""Trying templates on pages of made-up values: all that there may be, and all that may be lacking.

These are made of the fields of the pages as they are declared, so that a field that is added is tried too.
"""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal
from functools import partial
from types import NoneType, UnionType
from typing import TYPE_CHECKING, Any, NamedTuple, Union, get_args, get_origin, get_type_hints

from kskd.desk.sheet import CellKind, Sheet, SheetColumn, SheetPart
from kskd.domain.values.days import Day
from kskd.domain.values.money import Worth
from kskd.domain.values.period import Period
from kskd.evaluation.instrument import Instrument
from kskd.evaluation.rollup import MeanScore, Ratio, Timeliness
from kskd.reporting.desk_page import SheetPage
from kskd.reporting.environment import environment, guarded
from kskd.reporting.message import FORMS, DataRequest, Message
from kskd.reporting.model import AgreementRow, Head, IndexPage, OpdReport, RecapReport, Signature
from kskd.reporting.pages import PlanPage, QualityPage
from kskd.reporting.render import folders_of, page_of
from kskd.reporting.templates import names

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

_DECLARED = {
    one.__name__: one
    for one in (date, Day, Decimal, Ratio, MeanScore, Timeliness, AgreementRow, Head, Signature, Sheet, Worth)
}
"""What the modules of the pages name and import for types only."""
_DAY = date(2024, 5, 2)
_PLAIN: Mapping[type, object] = {
    str: "Contoh",
    int: 1,
    float: 1.0,
    bool: True,
    Decimal: Decimal(1),
    date: _DAY,
}
_EMPTY: Mapping[type, object] = {int: 0, float: 0.0, bool: False, Decimal: Decimal(0)}


class Guise(NamedTuple):
    """How a page is made up: whether its lists have something in them, and whether what may lack is there."""

    is_filled: bool
    is_known: bool


GUISES = (
    Guise(is_filled=True, is_known=True),
    Guise(is_filled=True, is_known=False),
    Guise(is_filled=False, is_known=False),
)


def check(user_dir: Path) -> list[str]:
    """Try the templates of a user's folder as a report would use them, and return their names.

    Each page is rendered by the function that renders it for real; what a template names only in a case that
    no made-up page is in is compiled. Raises TemplateError, naming file and line, for the first that cannot
    be used.
    """
    folders = folders_of(user_dir)
    mine = [name for name in names() if (user_dir / name).is_file()]
    environments = {suffix: environment(suffix, folders) for suffix in ("md", "html", "text")}
    waiting, seen = list(mine), set[str]()
    while waiting:
        name = waiting.pop()
        made = environments.get(name.partition("/")[0])
        if made is None or name in seen:
            continue
        seen.add(name)
        guarded(name, partial(made.get_template, name))
        waiting += made.needed_by(name)
    for name, page in _pages():
        page_of(environments[name.partition("/")[0]], name, page)
    return mine


def _pages() -> Iterator[tuple[str, Any]]:
    """Each template of a page by its name, with the pages on which it is tried."""
    kinds = (
        ("opd", OpdReport),
        ("rekap", RecapReport),
        ("index", IndexPage),
        ("rencana", PlanPage),
        ("mutu-data", QualityPage),
    )
    for way in GUISES:
        for stem, kind in kinds:
            page = _made(kind, way)
            yield from ((f"{suffix}/{stem}.{suffix}.j2", page) for suffix in ("md", "html"))
        yield "html/desk.html.j2", SheetPage(_made(Head, way), "0123", _sheet(way), ("Isi lembar ini.",))
        for form in FORMS:
            yield f"text/{form}.txt.j2", _made(Message, way)
            yield f"text/permintaan-{form}.txt.j2", _made(DataRequest, way)


def _made(kind: Any, way: Guise) -> Any:
    """A value of a declared type."""
    origin, inner = get_origin(kind), get_args(kind)
    if origin in {Union, UnionType}:
        known = [one for one in inner if one is not NoneType]
        return _made(known[0], way) if way.is_known else None
    if origin is tuple:
        if len(inner) == 2 and inner[1] is ...:
            return (_made(inner[0], way),) if way.is_filled else ()
        return tuple(_made(one, way) for one in inner)
    if is_dataclass(kind) or hasattr(kind, "_fields"):
        hints = get_type_hints(kind, localns=_DECLARED)
        names = [one.name for one in fields(kind)] if is_dataclass(kind) else kind._fields
        return kind(**{name: _made(hints[name], way) for name in names})
    return _PLAIN[kind] if way.is_filled else _EMPTY.get(kind, _PLAIN[kind])


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
        due_on=_DAY,
        contact="Bagian Kerja Sama",
        meeting="Contoh" if way.is_known else None,
        parts=parts,
    )
