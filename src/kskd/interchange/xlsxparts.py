"""What the XML parts of a workbook say, element by element, as ``xlsxfile`` streams them."""

import re
from collections.abc import Mapping, Sequence
from math import isfinite

from kskd.domain.values.grid import Area, Cell

MAX_COLUMN, MAX_ROW = 16_384, 1_048_576
MAX_TEXT = 33_000  # characters; Excel keeps 32,767 in a cell

_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_PLACE = re.compile(r"([A-Z]{1,3})([1-9][0-9]{0,6})")
_DATE_FORMATS = frozenset({*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)})
_PERCENT_FORMATS = frozenset({9, 10})
_NOT_LETTERS = re.compile(r'"[^"]*"|\\.|_.|\*.|\[(?!h+\]|m+\]|s+\])[^\]]*\]|general', re.IGNORECASE)


class TooMuch(Exception):
    """More than a sheet can need; the text says of what."""


class Unusual(Exception):
    """Something that no spreadsheet program writes; the text says what."""


class Handler:
    """What is told of each element, by its name without a namespace; most parts look at few of them."""

    def start(self, tag: str, given: Mapping[str, str]) -> None:
        """An element begins, with its attributes."""

    def end(self, tag: str) -> None:
        """An element ends."""

    def text(self, data: str) -> None:
        """A text, or a piece of one, stands in the element."""


class Links(Handler):
    """Relationships by id, as last word of the type and target; those that lead outside are left out."""

    def __init__(self) -> None:
        """Nothing is linked yet."""
        self.found: dict[str, tuple[str, str]] = {}

    def start(self, tag: str, given: Mapping[str, str]) -> None:
        """Note a relationship."""
        if tag == "Relationship" and given.get("TargetMode") != "External":
            self.found[given["Id"]] = (given["Type"].rpartition("/")[2], given["Target"])


class Book(Handler):
    """The sheets in order, as name and relationship, and from which year days are counted."""

    def __init__(self) -> None:
        """No sheets yet."""
        self.sheets: list[tuple[str, str]] = []
        self.from_1904 = False

    def start(self, tag: str, given: Mapping[str, str]) -> None:
        """Note a sheet, or the year."""
        if tag == "workbookPr":
            self.from_1904 = given.get("date1904", "0") in {"1", "true"}
        elif tag == "sheet":
            link = next(value for name, value in given.items() if name.rpartition("}")[2] == "id")
            self.sheets.append((given["name"], link))


class Styles(Handler):
    """For each cell format whether it shows a date or a percentage, and the colour of its writing, if one."""

    def __init__(self) -> None:
        """No formats yet."""
        self.found: list[str] = []
        self.inks: list[str] = []
        self._fonts: list[str] = []
        self._codes: dict[int, str] = {}
        self._within = ""

    def start(self, tag: str, given: Mapping[str, str]) -> None:
        """Note a number format, a font or its colour, or a cell format."""
        match self._within, tag:
            case _, "numFmt":
                self._codes[int(given["numFmtId"])] = given["formatCode"]
            case _, "fonts" | "cellXfs":
                self._within = tag
            case "fonts", "font":
                self._fonts.append("")
            case "fonts", "color":
                self._fonts[-1] = given.get("rgb", "")
            case "cellXfs", "xf":
                number, font = int(given.get("numFmtId", "0")), int(given.get("fontId", "0"))
                self.found.append(_shown_as(number, self._codes.get(number)))
                self.inks.append(self._fonts[font] if 0 <= font < len(self._fonts) else "")

    def end(self, tag: str) -> None:
        """Leave the fonts, or the cell formats."""
        if tag == self._within:
            self._within = ""


def _shown_as(number: int, code: str | None) -> str:
    letters = _NOT_LETTERS.sub("", code).lower() if code is not None else ""
    if number in _PERCENT_FORMATS or "%" in letters:
        return "percent"
    return "date" if number in _DATE_FORMATS or re.search("[ymdhs]", letters) else ""


class Strings(Handler):
    """The shared strings; of a rich text all runs, without readings for pronunciation."""

    def __init__(self) -> None:
        """No strings yet."""
        self.found: list[str] = []
        self._runs = _Runs()

    def start(self, tag: str, given: Mapping[str, str]) -> None:  # noqa: ARG002 - runs have no attributes
        """Begin a string or one of its runs."""
        self._runs.start(tag)

    def end(self, tag: str) -> None:
        """End a run, or the string."""
        self._runs.end(tag)
        if tag == "si":
            self.found.append(self._runs.taken())

    def text(self, data: str) -> None:
        """Add to the run."""
        self._runs.text(data)


class _Runs:
    """The text of the ``t`` elements seen since it was last taken."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._is_open = False
        self._is_reading = False

    def start(self, tag: str) -> None:
        self._is_open = self._is_open or tag == "t"
        self._is_reading = self._is_reading or tag == "rPh"

    def end(self, tag: str) -> None:
        self._is_open = self._is_open and tag != "t"
        self._is_reading = self._is_reading and tag != "rPh"

    def text(self, data: str) -> None:
        if self._is_open and not self._is_reading:
            self._parts.append(data)

    def taken(self) -> str:
        text = "".join(self._parts)
        self._parts.clear()
        return unescaped(text)


class SheetCells(Handler):
    """The cells of a sheet that hold something, TooMuch beyond ``room`` of them; and the colours of writing,
    of as many cells again.
    """

    def __init__(self, strings: Sequence[str], styles: Styles, room: int) -> None:
        """The shared strings and cell formats that cells refer to, and how many cells may come."""
        self.rows: dict[int, dict[int, Cell]] = {}
        self.inks: dict[int, dict[int, str]] = {}
        self.merged: list[Area] = []
        self.room = room
        self._strings = strings
        self._styles = styles
        self._ink_left = room
        self._row, self._column = 0, 0
        self._given: Mapping[str, str] = {}
        self._value: list[str] | None = None
        self._has_value = self._has_formula = False
        self._takes = False
        self._runs = _Runs()

    def start(self, tag: str, given: Mapping[str, str]) -> None:
        """Begin a row, a cell, or something in it."""
        match tag:
            case "row":
                self._row = int(given.get("r", self._row + 1))
                self._column = 0
            case "c":
                self._row, self._column = _place(given.get("r"), self._row, self._column + 1)
                self._given, self._value = given, []
                self._has_value = self._has_formula = False
            case "v":
                self._has_value = True
            case "f":
                self._has_formula = True
            case "mergeCell":
                first, _, last = given["ref"].partition(":")
                self.merged.append(Area(*_place(first, 0, 0), *_place(last or first, 0, 0)))
                self.room -= 1
            case _:
                self._runs.start(tag)
        self._takes = tag == "v"

    def text(self, data: str) -> None:
        """Add to the value."""
        if self._takes and self._value is not None:
            self._value.append(data)
        self._runs.text(data)

    def end(self, tag: str) -> None:
        """Keep the cell that ends."""
        self._runs.end(tag)
        self._takes = False
        if tag != "c" or self._value is None:
            return
        cell = self._cell("".join(self._value), self._runs.taken())
        self._value = None
        if (ink := self._styled(self._styles.inks)) and self._ink_left:
            self._ink_left -= 1
            self.inks.setdefault(self._row, {})[self._column] = ink
        if cell is None:
            return
        self.room -= 1
        if self.room < 0:
            raise TooMuch("sel yang terisi")
        self.rows.setdefault(self._row, {})[self._column] = cell

    def _cell(self, value: str, inline: str) -> Cell | None:
        kind = self._given.get("t", "n")
        if kind == "e":
            return Cell(value, fault=f"memuat galat {value[:20]}; ketik lagi isinya")
        if self._has_formula and not (self._has_value and (value or kind == "str")):
            return Cell("", fault="memuat rumus tanpa hasil; simpan di Excel, atau ketik nilainya")
        if kind == "n" and value.strip():
            return self._number(value.strip())
        text = inline if kind == "inlineStr" else value
        if kind == "s" and value:
            if (at := int(value)) < 0:
                raise ValueError(value)  # Python would count from the end
            text = self._strings[at]
        elif kind == "str":
            text = unescaped(value)
        elif kind == "b":
            text = "TRUE" if value.strip() in {"1", "true"} else "FALSE"
        if len(text) > MAX_TEXT:
            return Cell("", fault="memuat teks yang terlalu panjang; ringkas")
        return Cell(text, computed=self._has_formula) if text.strip() else None

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


def plain_number(number: float) -> str:
    """A number as people type it: whole ones without a point, others with the fewest figures."""
    return str(int(number)) if number == int(number) and abs(number) < 10**15 else repr(number)


def unescaped(text: str) -> str:
    """A text with the characters that XML cannot hold in place of how workbooks write them."""
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text) if "_x" in text else text


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
