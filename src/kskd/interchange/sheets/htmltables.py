"""Tables in HTML, as office applications export them under the name .xls."""

import re
from collections import deque
from collections.abc import Iterator
from html.parser import HTMLParser
from itertools import groupby

from kskd.domain.values.grid import Area, Cell, Row
from kskd.interchange.sheets.pages import (
    MAX_MERGED,
    GridPage,
    OtherKind,
    SourceFile,
    TooMuch,
    Unusual,
    cell_of_text,
    counted,
)
from kskd.interchange.sheets.texts import codec_of, text_of
from kskd.interchange.sheets.xlsxparts import Pieces

_CHUNK = 1 << 15
_LONGEST_TAG = 1_000_000  # characters
_FURTHEST = 65_534  # rows that a cell may span
_MOST_ABOVE = 20
_MOST_TABLES = 1_000
_SILENT = frozenset({"script", "style", "title", "template", "xml"})
_BREAKS = frozenset({"br", "p", "div", "li", "h1", "h2", "h3", "h4", "h5", "h6", "caption"})
_HIDDEN = re.compile(r"display\s*:\s*none", re.IGNORECASE)
_BLANKS = re.compile(r"[ \t\r\n\f]+")


def pages(source: SourceFile) -> Iterator[GridPage]:
    """Each table as a sheet, one in a cell of another with it; what stands over a table is rows above it."""
    reader = _Tables(source.limits.columns)
    codec, room = codec_of(source), [source.limits.cells]
    for number, rows in groupby(_rows(reader, source, codec), key=lambda one: one[0]):
        page = reader.pages[number]
        page.rows = counted((row for _, row in rows), source.limits, room)
        yield page
    if not reader.pages:
        raise OtherKind("halaman tanpa tabel")


def _rows(reader: "_Tables", source: SourceFile, codec: str) -> Iterator[tuple[int, Row]]:
    with text_of(source, codec) as text:
        while piece := text.read(_CHUNK):
            reader.feed(piece)
            if len(reader.rawdata) > _LONGEST_TAG:
                raise Unusual("satu tanda HTML sepanjang itu")
            yield from reader.taken()
    reader.close()
    yield from reader.taken()


class _Tables(HTMLParser):
    """The rows of all tables as they come, with the number of their page."""

    def __init__(self, columns: int) -> None:
        super().__init__()
        self.pages: list[GridPage] = []
        self._columns = columns
        self._ready: list[tuple[int, Row]] = []
        self._above: deque[str] = deque(maxlen=_MOST_ABOVE)
        self._depth = 0
        self._silent = ""
        self._text = Pieces()
        self._row, self._column = 0, 0
        self._cells: dict[int, Cell] = {}
        self._in_row = self._in_cell = False
        self._span = (1, 1)
        self._link = ""
        self._spanned: dict[int, int] = {}  # by column up to which row cells above take it

    def taken(self) -> Iterator[tuple[int, Row]]:
        """The rows that have come to their end since it was last asked."""
        ready, self._ready = self._ready, []
        return iter(ready)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin a table, a row, a cell or a line."""
        given = {name: value or "" for name, value in attrs}
        if tag in _SILENT:
            self._silent = tag
        elif tag in _BREAKS:
            self._break()
        elif tag == "table":
            self._begin_table()
        elif tag == "tr" and self._depth:
            self._begin_row(given)
        elif tag in {"td", "th"} and self._depth:
            self._begin_cell(given)
        elif tag == "a" and self._in_cell:
            self._link = self._link or given.get("href", "").strip()

    def handle_endtag(self, tag: str) -> None:
        """End what began."""
        if tag == self._silent:
            self._silent = ""
        elif tag in _BREAKS:
            self._break()
        elif tag in {"td", "th"}:
            self._end_cell()
        elif tag == "tr":
            self._end_row()
        elif tag == "table" and self._depth:
            self._end_row()
            self._depth -= 1
            if not self._depth:
                self._end_table()

    def handle_data(self, data: str) -> None:
        """Add to the text of the cell, or of what stands outside of cells."""
        if not self._silent:
            self._text.add(_BLANKS.sub(" ", data))

    def close(self) -> None:
        """The file ends: what was not ended is, and what stands under the last table is its last rows."""
        super().close()
        if self._depth:
            self._end_row()
            self._end_table()
        self._break()
        if self.pages:
            self._put_above()

    def _break(self) -> None:
        """A line ends: in a cell one of its text, elsewhere one of what stands over the next row."""
        if self._in_cell:
            self._text.add("\n")
        elif line := _lines(self._text.taken()):
            self._above.append(line)

    def _put_above(self) -> None:
        self._break()
        for line in self._above:
            self._row += 1
            self._put({1: cell} if (cell := cell_of_text(line)) else {})
        self._above.clear()

    def _put(self, cells: dict[int, Cell]) -> None:
        if cells:
            self._ready.append((len(self.pages) - 1, (self._row, cells)))

    def _begin_table(self) -> None:
        self._end_row()
        if not self._depth:
            self._row = 0
            self.pages.append(GridPage(f"Tabel {len(self.pages) + 1}", iter(())))
            if len(self.pages) > _MOST_TABLES:
                raise TooMuch(f"lebih dari {_MOST_TABLES} tabel")
        self._depth += 1

    def _end_table(self) -> None:
        merged = self.pages[-1].merged
        merged[:] = [area._replace(bottom=min(area.bottom, self._row)) for area in merged]
        self._spanned.clear()

    def _begin_row(self, given: dict[str, str]) -> None:
        self._end_row()
        self._put_above()
        self._row += 1
        self._column = 0
        self._in_row = True
        if "hidden" in given or _HIDDEN.search(given.get("style", "")):
            self.pages[-1].hidden.add(self._row)

    def _end_row(self) -> None:
        self._end_cell()
        self._in_row = False
        self._put(self._cells)
        self._cells = {}

    def _begin_cell(self, given: dict[str, str]) -> None:
        self._end_cell()
        if not self._in_row:
            self._begin_row({})
        self._break()
        self._in_cell = True
        self._span = (_span(given.get("rowspan"), _FURTHEST), _span(given.get("colspan"), self._columns))

    def _end_cell(self) -> None:
        if not self._in_cell:
            return
        text, link = _lines(self._text.taken()), self._link
        self._in_cell, self._link = False, ""
        self._column += 1
        while self._spanned.get(self._column, 0) >= self._row:
            self._column += 1
        rows, columns = self._span
        area = Area(self._row, self._column, self._row + rows - 1, self._column + columns - 1)
        if area.right > self._columns:
            raise TooMuch(f"lebih dari {self._columns} kolom")
        if cell := cell_of_text(text, link=link):
            self._cells[self._column] = cell
        if rows > 1 or columns > 1:
            self.pages[-1].merged.append(area)
            if len(self.pages[-1].merged) > MAX_MERGED:
                raise TooMuch(f"lebih dari {MAX_MERGED} sel gabungan")
        if rows > 1:
            self._spanned.update(dict.fromkeys(range(area.left, area.right + 1), area.bottom))
        self._column = area.right


def _span(given: str | None, limit: int) -> int:
    """How many rows or columns a cell takes; one, for what says nothing else."""
    return (
        min(max(int(given), 1), limit)
        if given and given.isascii() and len(given) < 10 and given.isdecimal()
        else 1
    )


def _lines(text: str) -> str:
    """A text as it is seen: blanks count once, but those that do not break."""
    return "\n".join(line.strip(" ") for line in text.split("\n")).strip("\n").replace("\u00a0", " ").rstrip()
