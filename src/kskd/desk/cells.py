"""One cell of a returned sheet as a value: what people type for a choice, a day, a number or a text.

The cells go out as text, so that they hold what was typed. A number or a day in one was made by the
spreadsheet, or by whoever changed the cell: it is told how it was read, or it is not taken.
"""

import re
from datetime import date
from typing import assert_never

from kskd.desk.sheet import CellKind, SheetColumn
from kskd.domain.values import names
from kskd.domain.values.dates import format_date, read_date
from kskd.domain.values.grid import Cell, day_of
from kskd.domain.values.numbers import Percent, format_number, in_range, read_number
from kskd.domain.values.text import clean, fold, listed, quote, says_nothing
from kskd.errors import refusal

Value = str | float | date | tuple[str, ...]

_NOISE = 9  # decimals beyond which a spreadsheet's arithmetic tells nothing: 0,1 + 0,2 is not 0,3
_EXACT = 10**15  # from here on a spreadsheet has rounded what was typed
_TRUTHS = {"TRUE": "Ya", "FALSE": "Tidak"}


def read_cell(cell: Cell, column: SheetColumn, *, from_1904: bool = False) -> tuple[Value | None, str | None]:
    """The value of a cell and what had to be read into it; None for a cell that says nothing.

    Raises a KskdError whose sentence says what is wrong with it and what to type.
    """
    if cell.fault is not None:
        raise refusal("cell-faulty", fault=cell.fault)
    value: Value | None
    note: str | None
    match column.kind:
        case CellKind.CHOICE | CellKind.NUMBER if not re.search(r"\w", cell.text):
            value, note = None, _as_empty(cell.text)
        case CellKind.CHOICE:
            value, note = _choice(cell, column)
        case CellKind.NUMBER:
            value, note = _number(cell, from_1904=from_1904)
        case _ if says_nothing(cell.text) and not (column.several and re.search(r"\w", cell.text)):
            value, note = None, _as_empty(cell.text)
        case CellKind.DAY:
            value, note = _day(cell, from_1904=from_1904)
        case CellKind.TEXT:
            value, note = clean(_text(cell, from_1904=from_1904), _label(column), limit=column.limit), None
        case CellKind.BLOCK:
            value, note = _block(cell, column, from_1904=from_1904)
        case _:
            assert_never(column.kind)
    if cell.computed:
        note = f"hasil rumus dipakai: {quote(cell.text)}."
    elif cell.number is not None and column.kind in {CellKind.TEXT, CellKind.BLOCK}:
        note = (
            f"sel berisi bilangan, bukan teks; dibaca {quote(cell.text)}. Nol di depannya, bila ada, hilang."
        )
    return value, note


def _as_empty(text: str) -> str:
    return f"{quote(text)} dibaca sebagai kosong."


def _choice(cell: Cell, column: SheetColumn) -> tuple[Value, str | None]:
    """The choice that is offered in these words; what only resembles it is none, nor is a part of it."""
    typed = _TRUTHS.get(cell.text, cell.text)
    labels = {names.key(label): (code, label) for code, label in column.choices}
    if (found := labels.get(names.key(typed))) is None:
        offered = "; ".join(label for _, label in column.choices)
        raise refusal("cell-choice-unknown", text=quote(cell.text), known=offered)
    code, label = found
    is_plain = fold(cell.text).casefold() == label.casefold()
    return code, None if is_plain else f"{quote(cell.text)} dibaca {quote(label)}."


def _day(cell: Cell, *, from_1904: bool) -> tuple[Value, str | None]:
    if cell.number is None:
        day = read_date(cell.text)
        is_plain = fold(cell.text) in {day.isoformat(), format_date(day)}
        return day, None if is_plain else f"{quote(cell.text)} dibaca {format_date(day)}."
    serial = None if cell.shown_as == "percent" else day_of(cell.number, from_1904=from_1904)
    if serial is None:
        raise refusal("cell-not-a-date", text=quote(cell.text))
    return serial, f"sel berisi tanggal menurut spreadsheet; dibaca {format_date(serial)}.{_swapped(serial)}"


def _swapped(day: date) -> str:
    """What may have been typed where a spreadsheet takes the month to come first."""
    if day.day > 12 or day.day == day.month:
        return ""
    other = date(day.year, day.day, day.month)
    return f" Periksa: yang diketik mungkin {format_date(other)}."


def _number(cell: Cell, *, from_1904: bool) -> tuple[Value, str | None]:
    if cell.number is None:
        value = read_number(cell.text)
        shown = format_number(value)
        return value, None if fold(cell.text) == shown else f"{quote(cell.text)} dibaca {shown}."
    if cell.shown_as == "date":
        day = day_of(cell.number, from_1904=from_1904)
        raise refusal("cell-date-for-number", day=format_date(day) if day else cell.text)
    if cell.shown_as == "percent":
        value = Percent(in_range(round(cell.number * 100, _NOISE), cell.text))
        return value, f"{quote(cell.text)} berformat persen; dibaca {format_number(value)}."
    value = in_range(round(cell.number, _NOISE) if cell.computed else cell.number, cell.text)
    return (
        value,
        f"sel berisi bilangan menurut spreadsheet; dibaca {format_number(value)}.{_thousandfold(value)}",
    )


def _thousandfold(value: float) -> str:
    """What may have been typed where a spreadsheet takes a point to be the decimal one."""
    if value.is_integer() or not (value * 1000).is_integer():
        return ""
    return f" Periksa: yang diketik mungkin {format_number(value * 1000)}."


def _block(cell: Cell, column: SheetColumn, *, from_1904: bool) -> tuple[Value | None, str | None]:
    """Each of a list, whether it stands on lines of its own or is numbered through in one."""
    text = _text(cell, from_1904=from_1904)
    told = [line for line in listed(text) if column.several or not says_nothing(line)]
    items = tuple(clean(line, _label(column), limit=column.limit) for line in told)
    plain = len([line for line in text.splitlines() if line.strip()])
    if len(items) > 1 and (column.several or len(items) != plain):
        return items, f"dibaca sebagai {len(items)} {column.several or 'bukti'}, menurut daftar dalam sel."
    return items or None, None if items else _as_empty(text)


def _text(cell: Cell, *, from_1904: bool) -> str:
    """What stands in a cell; a day, or a number that was rounded, is not what was typed."""
    if cell.number is None:
        return cell.text
    if cell.shown_as == "date":
        day = day_of(cell.number, from_1904=from_1904)
        shown = format_date(day) if day else cell.text
        if cell.computed:
            return shown
        raise refusal("cell-date-for-text", day=shown)
    if abs(cell.number) >= _EXACT:
        raise refusal("cell-number-rounded", text=quote(cell.text))
    return cell.text


def _label(column: SheetColumn) -> str:
    return column.heading.lower()
