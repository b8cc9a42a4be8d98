"""The desk sheet as a workbook: a cover, one sheet a part, and the lists behind the drop-downs.

The same sheet on the same day gives the same bytes. Cells hold texts only; nothing in them can run.
"""

from datetime import date, datetime, time
from io import BytesIO
from typing import Any

from kskd.desk.sheet import ID, UNKNOWN, CellKind, Sheet, SheetColumn, SheetPart, how_to_fill
from kskd.interchange.xlsxmade import BASE, LINES, OPEN, DropDowns, require_writer

_FOLIO, _A4 = 14, 9  # Excel's numbers of paper; folio is the F4 of Indonesian offices
_KEYS, _HEADINGS, _FIRST = 0, 1, 2  # rows, counted from 0 as XlsxWriter does
_FROZEN = 2
_WIDTH_OF_PAGE = 150  # characters of 10 points across a landscape page
_LINE, _LEAST_LINES = 13, 4  # points a line; room to write by hand
_LONGEST_HINT = 255
_INKS = 240  # kinds of black, which no eye tells apart; Excel keeps at most 512 fonts in a workbook
_ALLOWED = {
    "select_locked_cells": True,
    "select_unlocked_cells": True,
    "format_columns": True,
    "format_rows": True,
    "autofilter": True,
}
_STYLES: dict[str, dict[str, Any]] = {
    "title": {"bold": True, "font_size": 14, "text_wrap": False},
    "subtitle": {"bold": True, "font_size": 11, "text_wrap": False},
    "label": {**LINES, "bold": True, "bg_color": "#e4e9ed"},
    "fact": LINES,
    "code": {**LINES, "font_name": "Courier New"},
    "step": {},
    "heading": {**LINES, "bold": True, "bg_color": "#d9e2ea", "valign": "vcenter", "align": "center"},
    "asked": {**LINES, "bold": True, "bg_color": "#ffe699", "valign": "vcenter", "align": "center"},
    "locked": {**LINES, "bg_color": "#f2f5f7"},
    "unknown": {**LINES, "bg_color": "#f2f5f7", "italic": True, "font_color": "#6b7782"},
    "open": OPEN,
    "open-number": {**OPEN, "align": "right"},
    "again": {**OPEN, "bg_color": "#ffd7c2", "border": 2, "border_color": "#b3411e"},
}


def workbook_bytes(sheet: Sheet, made_on: date, *, paper: str = "f4") -> bytes:
    """The workbook; OutputError where the extra ``xlsx`` is not installed."""
    stream = BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    book = require_writer().Workbook(stream, options)
    book.set_properties(
        {
            "title": f"Desk evaluasi {sheet.opd} {sheet.period}",
            "author": sheet.office,
            "comments": sheet.code,
            "created": datetime.combine(made_on, time()),
        }
    )
    _Book(book, sheet, _FOLIO if paper == "f4" else _A4).write()
    book.close()
    return stream.getvalue()


class _Book:
    """A workbook while it is written."""

    def __init__(self, book: Any, sheet: Sheet, paper: int) -> None:
        self._book = book
        self._sheet = sheet
        self._paper = paper
        self._styles = {name: book.add_format(BASE | given) for name, given in _STYLES.items()}
        self._marked: dict[tuple[str, int], Any] = {}
        self._lists = DropDowns()

    def write(self) -> None:
        self._cover()
        for part in self._sheet.filled_parts:
            self._part(part)
        self._lists.write(self._book, self._sheet.code, _ALLOWED)

    def _page(self, title: str) -> Any:
        page = self._book.add_worksheet(title)
        page.set_paper(self._paper)
        page.set_margins(left=0.5, right=0.5, top=0.6, bottom=0.6)
        page.set_footer(f"&L&8{self._sheet.code}&R&8{title}, halaman &P dari &N")
        page.protect("", _ALLOWED)
        page.hide_gridlines(2)
        return page

    def _cover(self) -> None:
        sheet, page = self._sheet, self._page("Petunjuk")
        page.fit_to_pages(1, 0)
        page.set_column(0, 0, 30)
        page.set_column(1, 1, 78)
        page.write_string(0, 0, "LEMBAR DESK EVALUASI KERJA SAMA DAERAH", self._styles["title"])
        page.write_string(1, 0, f"{sheet.government}, {sheet.office}", self._styles["subtitle"])
        row = 3
        for label, value in sheet.facts:
            page.write_string(row, 0, label, self._styles["label"])
            page.write_string(row, 1, value, self._styles["code" if value == sheet.code else "fact"])
            row += 1
        page.write_string(row + 1, 0, "Cara mengisi", self._styles["subtitle"])
        row += 2
        for number, step in enumerate(how_to_fill(sheet), 1):
            page.merge_range(row, 0, row, 1, f"{number}. {step}", self._styles["step"])
            page.set_row(row, _LINE * _lines(step, 125) + 2)
            row += 1
        page.write_string(row + 1, 0, "Lembar dalam berkas ini", self._styles["subtitle"])
        row += 2
        for part in sheet.filled_parts:
            page.write_string(row, 0, part.title, self._styles["label"])
            page.write_string(row, 1, part.note, self._styles["fact"])
            row += 1

    def _part(self, part: SheetPart) -> None:
        page = self._page(part.title)
        page.set_landscape()
        wide = sum(column.width for column in part.table)
        page.fit_to_pages(max(1, round(wide / _WIDTH_OF_PAGE)), 0)
        page.freeze_panes(_FIRST, _FROZEN)
        page.repeat_rows(_HEADINGS)
        page.repeat_columns(0, _FROZEN - 1)
        keys, headings, *rows = self._sheet.lines(part)
        page.set_row(_KEYS, None, None, {"hidden": True})
        page.set_row(_HEADINGS, _height(headings, part))
        for number, row in enumerate(rows, _FIRST):
            page.set_row(number, _height(row, part))
        for at, column in enumerate(part.table):
            page.set_column(at, at, column.width)
            page.write_string(_KEYS, at, keys[at] or "")
            style = self._styles["heading" if column.locked else "asked"]
            page.write_string(_HEADINGS, at, headings[at] or "", style)
            for number, row in enumerate(rows, _FIRST):
                again = (row[0], column.key) in part.again
                self._cell(page, number, at, column, row[at], again=again)
            if not column.locked:
                self._help(page, at, column, len(rows))
        page.autofilter(_HEADINGS, 0, _HEADINGS + len(rows), len(part.columns))

    def _cell(
        self, page: Any, number: int, at: int, column: SheetColumn, value: str | None, *, again: bool
    ) -> None:
        if column.key == ID:
            page.write_string(number, at, value or "", self._of_row("locked", number))
        elif column.locked:
            page.write_string(
                number, at, value or "", self._styles["unknown" if value == UNKNOWN else "locked"]
            )
        else:
            style = "open-number" if column.kind is CellKind.NUMBER else "open"
            page.write_blank(number, at, None, self._of_row("again" if again else style, number))

    def _of_row(self, style: str, number: int) -> Any:
        """A style in the ink of a row, by which cells are found that were sorted without their row."""
        ink = (number - _FIRST) % _INKS + 1
        if (style, ink) not in self._marked:
            colour = f"#{ink >> 4:02x}{ink & 15:02x}00"
            self._marked[style, ink] = self._book.add_format(BASE | _STYLES[style] | {"font_color": colour})
        return self._marked[style, ink]

    def _help(self, page: Any, at: int, column: SheetColumn, count: int) -> None:
        """What the cells of a column offer, and say when one is entered."""
        given: dict[str, Any] = {"validate": "any"}
        hint = column.hint or ""
        if column.choices:
            given = self._lists.offered(column.choices)
        elif column.kind is CellKind.DAY:
            hint = hint or "Tulis hari/bulan/tahun, misalnya 15/1/2025."
        if hint:
            given |= {"input_title": column.heading[:32], "input_message": hint[:_LONGEST_HINT]}
        if len(given) > 1:
            page.data_validation(_FIRST, at, _FIRST + count - 1, at, given)


def _height(row: tuple[str | None, ...], part: SheetPart) -> int:
    """Points that a row needs: LibreOffice does not grow rows of a file that does not say their heights."""
    texts = zip(row, part.table, strict=True)
    needed = max(_lines(text or "", column.width - 2) for text, column in texts)
    return _LINE * max(needed, _LEAST_LINES) + 4


def _lines(text: str, width: int) -> int:
    """How many lines a text takes in a column, about."""
    lines, room = 1, 0
    for word in text.split():
        room += len(word) + 1
        if room > width + 1:
            lines, room = lines + 1, len(word) + 1
    return lines
