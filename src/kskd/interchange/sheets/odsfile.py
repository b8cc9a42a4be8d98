"""Spreadsheets of LibreOffice (.ods) read with the standard library: values, with what stands beside them."""

from collections.abc import Iterator, Mapping
from datetime import date, datetime, timedelta
from itertools import groupby, repeat
from math import isfinite
import re

from kskd.domain.values.grid import Area, Cell, Row
from kskd.domain.values.text import quote_path
from kskd.errors import refusal
from kskd.interchange.sheets.archive import Handler, unpack
from kskd.interchange.sheets.pages import (
    MAX_MERGED,
    MAX_SHEETS,
    Page,
    Source,
    TooMuch,
    cell_of_text,
    cell_of_time,
    counted,
    plain_number,
)
from kskd.interchange.sheets.xlsxcells import MAX_COLUMN, MAX_ROW, link_in
from kskd.interchange.sheets.xlsxparts import Pieces

_SPAN = re.compile(r"PT(\d{1,6})H(\d{1,4})M(\d{1,4})(?:[.,]\d+)?S")
_ASIDE = frozenset({"annotation", "tracked-changes", "shapes"})


def pages(source: Source) -> Iterator[Page]:
    """The sheets in their order, hidden ones too; to be read within ``reading_told``."""
    archive = unpack(source)
    if "META-INF/manifest.xml" in archive.members:
        archive.read("META-INF/manifest.xml", _Manifest(source.name))
    content = _Content()
    room = [source.limits.cells]

    def rows() -> Iterator[tuple[int, Row]]:
        for _ in archive.pieces("content.xml", content):
            yield from content.taken()

    for number, found in groupby(rows(), key=lambda one: one[0]):
        page = content.pages[number]
        page.rows = counted((row for _, row in found), source.limits, room)
        yield page


class _Manifest(Handler):
    """What the archive holds; it is locked where one part is."""

    def __init__(self, name: str) -> None:
        self._name = name

    def start(self, tag: str, given: Mapping[str, str]) -> None:  # noqa: ARG002
        """Refuse what is locked."""
        if tag == "encryption-data":
            raise refusal("xlsx-locked", file=quote_path(self._name))


class _Content(Handler):
    """The rows of all sheets as they come, with the number of their page."""

    def __init__(self) -> None:
        self.pages: list[Page] = []
        self._ready: list[Iterator[tuple[int, Row]]] = []
        self._style = ""
        self._unseen: set[str] = set()
        self._row = self._rows = 0
        self._cells: dict[int, Cell] = {}
        self._column = 0
        self._groups: list[bool] = []
        self._is_hidden = False
        self._aside = 0
        self._cell: dict[str, str] | None = None
        self._text = Pieces()
        self._paragraphs = 0
        self._link = ""

    def taken(self) -> Iterator[tuple[int, Row]]:
        """The rows that have come to their end since it was last asked."""
        ready, self._ready = self._ready, []
        for rows in ready:
            yield from rows

    def start(self, tag: str, given: Mapping[str, str]) -> None:
        """Begin a sheet, a row, a cell, or something in it."""
        if self._aside or tag in _ASIDE:
            self._aside += 1
            return
        match tag:
            case "table-cell" | "covered-table-cell":
                self._cell = {_local(name): value for name, value in given.items()}
                self._cell["is"] = tag
            case "p" | "s" | "tab" | "line-break" | "a" if self._cell is not None:
                self._within(tag, given)
            case "table-row":
                self._begin_row({_local(name): value for name, value in given.items()})
            case "table-row-group":
                self._groups.append(_of(given, "display") == "false")
            case "table":
                self._begin_table(given)
            case "style":
                self._style = _of(given, "name")
            case "table-properties" if _of(given, "display") == "false":
                self._unseen.add(self._style)

    def end(self, tag: str) -> None:
        """End what began."""
        if self._aside:
            self._aside -= 1
        elif tag in {"table-cell", "covered-table-cell"}:
            self._end_cell()
        elif tag == "table-row":
            self._end_row()
        elif tag == "table-row-group":
            self._groups.pop()

    def text(self, data: str) -> None:
        """Add to the text of the cell."""
        if self._cell is not None and self._paragraphs and not self._aside:
            self._text.add(data)

    def _begin_table(self, given: Mapping[str, str]) -> None:
        self.pages.append(Page(_of(given, "name"), iter(()), _of(given, "style-name") in self._unseen))
        if len(self.pages) > MAX_SHEETS:
            raise TooMuch(f"lebih dari {MAX_SHEETS} lembar")
        self._row = self._rows = 0

    def _begin_row(self, given: Mapping[str, str]) -> None:
        self._row += self._rows + (not self._rows and not self._row)
        self._rows = _number(given.get("number-rows-repeated"))
        self._column = 0
        self._is_hidden = any(self._groups) or given.get("visibility", "visible") != "visible"

    def _end_row(self) -> None:
        if not self._cells:
            return
        page, cells = self.pages[-1], self._cells
        self._cells = {}
        rows = range(self._row, self._row + self._rows)
        if rows.stop - 1 > MAX_ROW:
            raise TooMuch(f"{rows.stop - 1} baris")
        if self._is_hidden:
            page.hidden.update(rows)
        self._ready.append(zip(repeat(len(self.pages) - 1), zip(rows, repeat(cells))))

    def _within(self, tag: str, given: Mapping[str, str]) -> None:
        if tag == "p":
            if self._paragraphs:
                self._text.add("\n")
            self._paragraphs += 1
        elif tag == "s":
            self._text.add(" " * min(_number(_of(given, "c")), 1000))
        elif tag == "a":
            self._link = self._link or _of(given, "href")
        else:
            self._text.add("\t" if tag == "tab" else "\n")

    def _end_cell(self) -> None:
        given, text, link = self._cell or {}, self._text.taken(), self._link
        self._cell, self._paragraphs, self._link = None, 0, ""
        first = self._column + 1
        self._column += _number(given.get("number-columns-repeated"))
        across, down = (_number(given.get(f"number-{one}-spanned")) for one in ("columns", "rows"))
        if across > 1 or down > 1:
            merged = self.pages[-1].merged
            merged.append(Area(self._row, first, self._row + down - 1, first + across - 1))
            if len(merged) > MAX_MERGED:
                raise TooMuch(f"lebih dari {MAX_MERGED} sel gabungan")
        if given["is"] == "covered-table-cell" or not (cell := _cell_of(given, text, link)):
            return
        if self._column > MAX_COLUMN:
            raise TooMuch(f"{self._column} kolom")
        self._cells.update(dict.fromkeys(range(first, self._column + 1), cell))


def _cell_of(given: Mapping[str, str], text: str, link: str) -> Cell | None:
    formula = given.get("formula", "")
    computed = bool(formula)
    link = link or link_in(formula)
    kind = given.get("value-type", "")
    # LibreOffice tells an error and a text apart only in an attribute of its own, of the same name.
    if computed and text.startswith(("#", "Err:")) and kind in {"", "string", "error", "float"}:
        return Cell(text, fault=f"memuat galat {text[:20]}; ketik lagi isinya")
    if computed and not kind:
        return Cell("", fault="memuat rumus tanpa hasil; simpan di LibreOffice, atau ketik nilainya", link=link)
    if kind == "date":
        day = given["date-value"]
        moment = datetime.fromisoformat(day) if "T" in day else date.fromisoformat(day)
        return cell_of_time(moment, computed=computed)._replace(link=link)
    if kind == "time":
        found = _SPAN.fullmatch(given["time-value"])
        if found is None:
            raise ValueError(given["time-value"][:20])
        hours, minutes, seconds = map(int, found.groups())
        moment_of_day = timedelta(hours=hours, minutes=minutes, seconds=seconds)
        return cell_of_time(moment_of_day, computed=computed)._replace(link=link)
    if kind in {"float", "percentage", "currency"}:
        number = float(given["value"])
        if not isfinite(number):
            return Cell(given["value"][:20], fault="memuat bilangan yang tidak dapat dibaca; ketik lagi")
        return Cell(plain_number(number), number, "percent" if kind == "percentage" else "", None, computed, link)
    if kind == "boolean":
        return Cell("TRUE" if given["boolean-value"] == "true" else "FALSE", computed=computed)
    return cell_of_text(given.get("string-value") or text, computed=computed, link=link)


def _local(name: str) -> str:
    return name.rpartition("}")[2]


def _of(given: Mapping[str, str], wanted: str) -> str:
    return next((value for name, value in given.items() if _local(name) == wanted), "")


def _number(text: str | None) -> int:
    """A count, one where none is told; ValueError, a broken file, for less."""
    number = int(text or 1)
    if number < 1:
        raise ValueError(text)
    return number
