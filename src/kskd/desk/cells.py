"""One cell of a returned sheet as a value: what people type for a choice, a day, a number or a text."""

from datetime import date
from typing import assert_never

from kskd.desk.sheet import CellKind, SheetColumn
from kskd.domain.values import names
from kskd.domain.values.dates import format_date, read_date
from kskd.domain.values.grid import Cell, day_of
from kskd.domain.values.numbers import format_number, in_range, read_number
from kskd.domain.values.text import clean, fold, quote
from kskd.errors import refusal

Value = str | float | date | tuple[str, ...]

_SAYS_NOTHING = frozenset({"-", "–", "—", ".", "…"})
_NOISE = 9  # decimals beyond which a spreadsheet's arithmetic tells nothing: 0,1 + 0,2 is not 0,3
_TRUTHS = {"TRUE": "ya", "FALSE": "tidak"}


def read_cell(cell: Cell, column: SheetColumn, *, from_1904: bool = False) -> tuple[Value | None, str | None]:
    """The value of a cell and what had to be read into it; None for a cell that says nothing.

    Raises a KskdError whose sentence says what is wrong with it and what to type.
    """
    if cell.fault is not None:
        raise refusal("cell-faulty", fault=cell.fault)
    if fold(cell.text) in _SAYS_NOTHING:
        return None, f"{quote(cell.text)} dibaca sebagai kosong."
    match column.kind:
        case CellKind.CHOICE:
            value, note = _choice(cell, column)
        case CellKind.DAY:
            value, note = _day(cell, from_1904=from_1904)
        case CellKind.NUMBER:
            value, note = _number(cell, from_1904=from_1904)
        case CellKind.TEXT:
            value, note = clean(_text(cell, from_1904=from_1904), _label(column), limit=column.limit), None
        case CellKind.BLOCK:
            lines = [line for line in _text(cell, from_1904=from_1904).splitlines() if line.strip()]
            value, note = tuple(clean(line, _label(column), limit=column.limit) for line in lines), None
        case _:
            assert_never(column.kind)
    if cell.computed:
        note = f"hasil rumus dipakai: {quote(cell.text)}."
    return value, note


def _choice(cell: Cell, column: SheetColumn) -> tuple[Value, str | None]:
    typed = _TRUTHS.get(cell.text, cell.text)
    wanted = names.key(typed)
    codes = {code for code, label in column.choices if wanted in {names.key(code), names.key(label)}}
    if len(codes) != 1:
        offered = "; ".join(label for _, label in column.choices)
        raise refusal("cell-choice-unknown", text=quote(cell.text), known=offered)
    code = codes.pop()
    label = dict(column.choices)[code]
    is_plain = fold(cell.text).casefold() in {code, label.casefold()}
    return code, None if is_plain else f"{quote(cell.text)} dibaca {quote(label)}."


def _day(cell: Cell, *, from_1904: bool) -> tuple[Value, str | None]:
    if cell.number is None:
        day = read_date(cell.text)
        is_plain = fold(cell.text) in {day.isoformat(), format_date(day)}
        return day, None if is_plain else f"{quote(cell.text)} dibaca {format_date(day)}."
    serial = None if cell.shown_as == "percent" else day_of(cell.number, from_1904=from_1904)
    if serial is None:
        raise refusal("cell-not-a-date", text=quote(cell.text))
    if cell.shown_as == "date":
        return serial, None
    return (
        serial,
        f"{quote(cell.text)} dibaca {format_date(serial)}, menurut cara spreadsheet menyimpan tanggal.",
    )


def _number(cell: Cell, *, from_1904: bool) -> tuple[Value, str | None]:
    if cell.number is None:
        value = read_number(cell.text)
        shown = format_number(value)
        return value, None if fold(cell.text) == shown else f"{quote(cell.text)} dibaca {shown}."
    if cell.shown_as == "date":
        day = day_of(cell.number, from_1904=from_1904)
        what = format_date(day) if day else cell.text
        raise refusal("cell-date-for-number", day=what)
    if cell.shown_as == "percent":
        value = in_range(round(cell.number * 100, _NOISE), cell.text)
        return value, f"{quote(cell.text)} berformat persen; dibaca {format_number(value)}."
    return in_range(round(cell.number, _NOISE) if cell.computed else cell.number, cell.text), None


def _text(cell: Cell, *, from_1904: bool) -> str:
    if cell.shown_as == "date" and cell.number is not None:
        day = day_of(cell.number, from_1904=from_1904)
        return format_date(day) if day else cell.text
    return cell.text


def _label(column: SheetColumn) -> str:
    return column.heading.lower()
