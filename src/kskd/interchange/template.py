"""The empty workbook of an import as bytes, and as CSV: the same fields always give the same bytes."""

from __future__ import annotations

from datetime import datetime
from io import BytesIO
from typing import TYPE_CHECKING, Any

from kskd.importing.template import GUIDE, GUIDE_HEADINGS, guide_rows
from kskd.interchange.csvfile import grid_bytes
from kskd.interchange.xlsxmade import BASE, LINES, OPEN, DropDowns, require_writer

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kskd.importing.template import TemplateSheet

_MADE = datetime(2020, 1, 1)  # noqa: DTZ001 - a workbook has no zone; one day for all, as nothing in it has another
_LAST = 100_000  # rows that offer the choices
_GUIDE_WIDTHS = (10, 34, 60, 34, 60, 12)
_LONGEST = 255  # characters of a hint in a spreadsheet


def template_csv(sheets: Sequence[TemplateSheet]) -> bytes:
    """The headings of the first sheet; a CSV has no room for the others."""
    return grid_bytes([[one.heading for one in sheets[0].columns]])


def template_workbook(sheets: Sequence[TemplateSheet]) -> bytes:
    """The workbook; OutputError where the extra ``xlsx`` is not installed."""
    stream = BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    book = require_writer().Workbook(stream, options)
    book.set_properties({"title": "Templat impor kskd", "created": _MADE})
    lists = DropDowns()
    _sheet(book, sheets[0], lists)
    _guide(book, sheets)
    for sheet in sheets[1:]:
        _sheet(book, sheet, lists)
    lists.write(book, "templat", {})
    book.close()
    return stream.getvalue()


def _heading(book: Any, *, is_needed: bool = False) -> Any:
    colour = "#ffe699" if is_needed else "#d9e2ea"
    return book.add_format(
        BASE | LINES | {"bold": True, "bg_color": colour, "align": "center", "valign": "vcenter"}
    )


def _sheet(book: Any, sheet: TemplateSheet, lists: DropDowns) -> None:
    page = book.add_worksheet(sheet.title)
    page.freeze_panes(1, 0)
    page.set_row(0, 44)
    usual, needed = _heading(book), _heading(book, is_needed=True)
    as_typed = book.add_format(BASE | {"num_format": OPEN["num_format"]})
    for at, one in enumerate(sheet.columns):
        page.set_column(at, at, max(16, min(len(one.heading) + 4, 30)), as_typed)
        page.write_string(0, at, one.heading, needed if one.is_needed else usual)
        given: dict[str, Any] = {"validate": "any"}
        if one.choices and one.offered:
            given = lists.offered(one.choices)
        hint = one.told + (f" Contoh: {one.example}" if one.example else "")
        given |= {"input_title": one.heading[:32], "input_message": hint[:_LONGEST]}
        page.data_validation(1, at, _LAST, at, given)


def _guide(book: Any, sheets: Sequence[TemplateSheet]) -> None:
    page = book.add_worksheet(GUIDE)
    page.set_landscape()
    page.set_paper(9)
    page.fit_to_pages(1, 0)
    page.repeat_rows(0)
    page.freeze_panes(1, 0)
    heading, cell = _heading(book), book.add_format(BASE | LINES)
    for at, (text, width) in enumerate(zip(GUIDE_HEADINGS, _GUIDE_WIDTHS, strict=True)):
        page.set_column(at, at, width)
        page.write_string(0, at, text, heading)
    for number, row in enumerate(guide_rows(sheets), 1):
        lines = max(-(-len(text) // (width - 4)) for text, width in zip(row, _GUIDE_WIDTHS, strict=True))
        page.set_row(number, 13 * lines + 3)
        for at, text in enumerate(row):
            page.write_string(number, at, text, cell)
