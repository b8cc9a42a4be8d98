"""What the XML parts of a workbook say, element by element, as ``xlsxfile`` streams them."""

import re
from collections.abc import Mapping
from typing import NamedTuple, Protocol

from kskd.interchange.sheets.archive import Handler
from kskd.interchange.sheets.pages import MAX_SHEETS, MAX_TEXT, TooMuch

MAX_LINKS = 100_000
MAX_FORMATS = 100_000

_MOST_KEPT = len("_x000A_") * MAX_TEXT
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_DATE_FORMATS = frozenset({*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)})
_PERCENT_FORMATS = frozenset({9, 10})
_NOT_LETTERS = re.compile(r'"[^"]*"|\\.|_.|\*.|\[(?!h+\]|m+\]|s+\])[^\]]*\]|general', re.IGNORECASE)


class Links(Handler):
    """Relationships by id, as last word of the type and target; those that lead outside apart."""

    def __init__(self) -> None:
        """Nothing is linked yet."""
        self.found: dict[str, tuple[str, str]] = {}
        self.outside: dict[str, str] = {}

    def start(self, tag: str, given: Mapping[str, str]) -> None:
        """Note a relationship."""
        if tag != "Relationship":
            return
        if given.get("TargetMode") == "External":
            self.outside[given["Id"]] = given["Target"]
        else:
            self.found[given["Id"]] = (given["Type"].rpartition("/")[2], given["Target"])
        if len(self.found) + len(self.outside) > MAX_LINKS:
            raise TooMuch(f"lebih dari {MAX_LINKS} tautan")


class BookSheet(NamedTuple):
    """A sheet as the book lists it: its relationship has the place."""

    name: str
    link: str
    is_hidden: bool


class WorkbookParts(Handler):
    """The sheets in order, and from which year days are counted."""

    def __init__(self) -> None:
        """No sheets yet."""
        self.sheets: list[BookSheet] = []
        self.from_1904 = False

    def start(self, tag: str, given: Mapping[str, str]) -> None:
        """Note a sheet, or the year."""
        if tag == "workbookPr":
            self.from_1904 = given.get("date1904", "0") in {"1", "true"}
        elif tag == "sheet":
            is_hidden = given.get("state", "visible") != "visible"
            self.sheets.append(BookSheet(given["name"], id_in(given), is_hidden))
            if len(self.sheets) > MAX_SHEETS:
                raise TooMuch(f"lebih dari {MAX_SHEETS} lembar")


def id_in(given: Mapping[str, str]) -> str:
    """The relationship that an element names; ValueError, a broken file, for none."""
    found = next((value for name, value in given.items() if name.rpartition("}")[2] == "id"), None)
    if found is None:
        raise ValueError("id")
    return found


class Styles(Handler):
    """For each cell format whether it shows a date or a percentage, the colour of its writing, if one, and
    whether that is struck through.
    """

    def __init__(self) -> None:
        """No formats yet."""
        self.found: list[str] = []
        self.inks: list[str] = []
        self.struck: list[str] = []
        self._fonts: list[str] = []
        self._strikes: list[str] = []
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
                self._strikes.append("")
            case "fonts", "strike":
                self._strikes[-1] = "" if given.get("val", "1") in {"0", "false"} else tag
            case "fonts", "color":
                self._fonts[-1] = given.get("rgb", "")
            case "cellXfs", "xf":
                number, font = int(given.get("numFmtId", "0")), int(given.get("fontId", "0"))
                self.found.append(_shown_as(number, self._codes.get(number)))
                self.inks.append(self._fonts[font] if 0 <= font < len(self._fonts) else "")
                self.struck.append(self._strikes[font] if 0 <= font < len(self._strikes) else "")
        if len(self.found) + len(self._fonts) + len(self._codes) > MAX_FORMATS:
            raise TooMuch(f"lebih dari {MAX_FORMATS} format")

    def end(self, tag: str) -> None:
        """Leave the fonts, or the cell formats."""
        if tag == self._within:
            self._within = ""


def _shown_as(number: int, code: str | None) -> str:
    letters = _NOT_LETTERS.sub("", code).lower() if code is not None else ""
    if number in _PERCENT_FORMATS or "%" in letters:
        return "percent"
    return "date" if number in _DATE_FORMATS or re.search("[ymdhs]", letters) else ""


class Texts(Protocol):
    """Where shared strings are kept, by their number from 0."""

    def append(self, text: str, /) -> None:
        """Put one behind the others."""

    def __getitem__(self, at: int, /) -> str:
        """One of them; IndexError for none."""


class Strings(Handler):
    """The shared strings; of a rich text all runs, without readings for pronunciation."""

    def __init__(self, kept: Texts) -> None:
        """``kept`` takes them."""
        self._kept = kept
        self._runs = Runs()

    def start(self, tag: str, given: Mapping[str, str]) -> None:  # noqa: ARG002 - runs have no attributes
        """Begin a string or one of its runs."""
        self._runs.start(tag)

    def end(self, tag: str) -> None:
        """End a run, or the string."""
        self._runs.end(tag)
        if tag == "si":
            self._kept.append(self._runs.taken())

    def text(self, data: str) -> None:
        """Add to the run."""
        self._runs.text(data)


class Pieces:
    """Pieces of a text as they come; what goes far beyond what a cell can hold is left out."""

    def __init__(self) -> None:
        """No text yet."""
        self._parts: list[str] = []
        self._size = 0

    def add(self, data: str) -> None:
        """Put a piece behind the others."""
        if self._size <= _MOST_KEPT:
            self._parts.append(data)
            self._size += len(data)

    def taken(self) -> str:
        """The text, which is empty from then on."""
        text = "".join(self._parts)
        self._parts.clear()
        self._size = 0
        return text


class Runs:
    """The text of the ``t`` elements seen since it was last taken."""

    def __init__(self) -> None:
        """No text yet."""
        self._pieces = Pieces()
        self._is_open = False
        self._is_reading = False

    def start(self, tag: str) -> None:
        """An element begins."""
        self._is_open = self._is_open or tag == "t"
        self._is_reading = self._is_reading or tag == "rPh"

    def end(self, tag: str) -> None:
        """An element ends."""
        self._is_open = self._is_open and tag != "t"
        self._is_reading = self._is_reading and tag != "rPh"

    def text(self, data: str) -> None:
        """A text stands in the element."""
        if self._is_open and not self._is_reading:
            self._pieces.add(data)

    def taken(self) -> str:
        """The text, which is empty from then on."""
        return unescaped(self._pieces.taken())


def unescaped(text: str) -> str:
    """A text with the characters that XML cannot hold in place of how workbooks write them."""
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text) if "_x" in text else text
