"""The cells of a sheet of a workbook, row by row as its XML is streamed."""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from math import isfinite

from kskd.domain.values.grid import Area, Cell, Row
from kskd.interchange.sheets.archive import Handler
from kskd.interchange.sheets.pages import (
    MAX_MERGED,
    GridPage,
    TooMuch,
    cell_of_text,
    cell_of_time,
    plain_number,
)
from kskd.interchange.sheets.xlsxparts import MAX_LINKS, Pieces, Runs, Styles, Texts, id_in, unescaped

MAX_COLUMN, MAX_ROW = 16_384, 1_048_576

_PLACE = re.compile(r"([A-Z]{1,3})([1-9][0-9]{0,6})")
_HYPERLINK = re.compile(r'\s*=?(?:of:=)?HYPERLINK\(\s*"((?:[^"]|"")*)"\s*[,;)]', re.IGNORECASE)
_TRUE = frozenset({"1", "true"})


class SheetCells(Handler):
    """The cells of a sheet that hold something, by rows; what else is known of it goes to its page."""

    def __init__(
        self, page: GridPage, strings: Texts, styles: Styles, outside: Mapping[str, str], inks: int = 0
    ) -> None:
        """The shared strings, cell formats and links out of the book that cells refer to, and of how many
        cells the colour of writing is kept.
        """
        self.inks: dict[int, dict[int, str]] = {}
        self._page = page
        self._strings = strings
        self._styles, self._has_strikes = styles, any(styles.struck)
        self._outside = outside
        self._ink_left = inks
        self._done: list[Row] = []
        self._cells: dict[int, Cell] = {}
        self._last = self._struck = 0
        self._row, self._column = 0, 0
        self._is_hidden = False
        self._given: Mapping[str, str] = {}
        self._within = ""
        self._value, self._formula = Pieces(), Pieces()
        self._has_value = self._has_formula = False
        self._runs = Runs()
        self._links = 0

    def taken(self) -> Iterator[Row]:
        """The rows that have come to their end since it was last asked."""
        done, self._done = self._done, []
        return iter(done)

    def start(self, tag: str, given: Mapping[str, str]) -> None:
        """Begin a row, a cell, or something in it."""
        self._within = tag
        match tag:
            case "c":
                row, self._column = _place(given.get("r"), self._row, self._column + 1)
                if row != self._row:
                    self._finish(row)
                self._given = given
                self._has_value = self._has_formula = False
            case "v":
                self._has_value = True
            case "row":
                self._finish(int(given.get("r", self._row + 1)))
                self._column = 0
                self._is_hidden = given.get("hidden", "0") in _TRUE
            case "f":
                self._has_formula = True
            case "mergeCell":
                self._page.merged.append(_area(given["ref"]))
                if len(self._page.merged) > MAX_MERGED:
                    raise TooMuch(f"lebih dari {MAX_MERGED} sel gabungan")
            case "hyperlink":
                self._link(given)
            case _:
                self._runs.start(tag)

    def text(self, data: str) -> None:
        """Add to the value, the formula, or a text in the cell."""
        if self._within == "v":
            self._value.add(data)
        elif self._within == "f":
            self._formula.add(data)
        else:
            self._runs.text(data)

    def end(self, tag: str) -> None:
        """Keep the cell that ends."""
        self._within = ""
        if tag in {"row", "sheetData"}:
            self._finish(self._row)
        elif tag == "c":
            self._keep()
        else:
            self._runs.end(tag)

    def _keep(self) -> None:
        cell = self._cell(self._value.taken(), self._runs.taken(), self._formula.taken())
        if self._ink_left and (ink := self._styled(self._styles.inks)):
            self._ink_left -= 1
            self.inks.setdefault(self._row, {})[self._column] = ink
        if cell is not None:
            self._cells[self._column] = cell
            self._struck += self._has_strikes and bool(self._styled(self._styles.struck))

    def _finish(self, following: int) -> None:
        """The row is whole; ValueError, a broken file, where it does not come after the one before."""
        if self._cells:
            if self._row <= self._last:
                raise ValueError(f"{self._row}")
            if self._is_hidden:
                self._page.hidden.add(self._row)
            if self._struck * 2 > len(self._cells):
                self._page.struck.add(self._row)
            self._done.append((self._row, self._cells))
            self._last, self._cells, self._struck = self._row, {}, 0
        self._row = following

    def _link(self, given: Mapping[str, str]) -> None:
        if not any(name.rpartition("}")[2] == "id" for name in given):
            return  # it leads to a place in the book
        target, area = self._outside.get(id_in(given), ""), _area(given["ref"])
        self._links += (area.bottom - area.top + 1) * (area.right - area.left + 1)
        if self._links > MAX_LINKS:
            raise TooMuch(f"lebih dari {MAX_LINKS} tautan")
        for row in range(area.top, area.bottom + 1):
            self._page.links.setdefault(row, {}).update(
                dict.fromkeys(range(area.left, area.right + 1), target)
            )

    def _cell(self, value: str, inline: str, formula: str) -> Cell | None:
        kind = self._given.get("t", "n")
        link = link_in(formula)
        if kind == "e":
            return Cell(value, fault=f"memuat galat {value[:20]}; ketik lagi isinya")
        if self._has_formula and not (self._has_value and (value or kind == "str")):
            return Cell("", fault="memuat rumus tanpa hasil; simpan di Excel, atau ketik nilainya", link=link)
        if kind == "n" and value.strip():
            return self._number(value.strip())
        if kind == "d" and value.strip():
            return cell_of_time(datetime.fromisoformat(value.strip()), computed=self._has_formula)
        text = inline if kind == "inlineStr" else value
        if kind == "s" and value:
            text = self._strings[int(value)]
        elif kind == "str":
            text = unescaped(value)
        elif kind == "b":
            text = "TRUE" if value.strip() in _TRUE else "FALSE"
        return cell_of_text(text, computed=self._has_formula, link=link)

    def _number(self, value: str) -> Cell:
        number = float(value)
        if not isfinite(number):
            return Cell(value[:20], fault="memuat bilangan yang tidak dapat dibaca; ketik lagi")
        shown_as = self._styled(self._styles.found)
        return Cell(plain_number(number), number, shown_as, computed=self._has_formula)

    def _styled(self, told: Sequence[str]) -> str:
        """What is told of the format of the cell."""
        style = int(self._given.get("s", "0"))
        return told[style] if 0 <= style < len(told) else ""


def link_in(formula: str) -> str:
    """Where a formula leads that is a link to an address written in it; empty for any other."""
    found = _HYPERLINK.match(formula)
    return found[1].replace('""', '"') if found else ""


def _area(reference: str) -> Area:
    first, _, last = reference.partition(":")
    return Area(*_place(first, 0, 0), *_place(last or first, 0, 0))


def _place(reference: str | None, row: int, column: int) -> tuple[int, int]:
    """Row and column of a cell; by its position where the file does not say it."""
    if reference is not None:
        found = _PLACE.fullmatch(reference)
        if found is None:
            raise ValueError(reference[:20])
        row, column = int(found[2]), 0
        for letter in found[1]:
            column = column * 26 + ord(letter) - ord("A") + 1
    if not (1 <= column <= MAX_COLUMN and 1 <= row <= MAX_ROW):
        raise ValueError(f"{row}, {column}")
    return row, column
