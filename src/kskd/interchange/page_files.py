"""Pages as files that come back: what they say of their making, and their text line by line."""

import json
import re
from collections.abc import Callable, Mapping
from html.parser import HTMLParser
from io import BytesIO
from typing import NamedTuple, TypeVar

from kskd.domain.values.text import quote_path
from kskd.errors import refusal
from kskd.interchange.files import decoded, read_content
from kskd.interchange.sheets.archive import Archive, Handler, reading_told, unpack
from kskd.interchange.sheets.pages import Limits, SourceFile, Unusual
from kskd.pages.compare import PageLine, lines, tidy
from kskd.pages.stamp import Stamp, find_short, find_stamp

LARGEST_PAGE = 40_000_000  # bytes
_LIMITS = Limits(LARGEST_PAGE, 80_000_000, 120_000_000, 0, 0)
_T = TypeVar("_T")
_FOOT = "kode pemeriksa "
"""In the line by which a page says what it is; no part of what it says."""


class PageFile(NamedTuple):
    """A page as it lies in a file: its ending, its bytes, and what it says of its making (None: nothing)."""

    name: str
    suffix: str
    content: bytes
    stamp: Stamp | None


def read_page(path: str) -> PageFile:
    """The page in a file; InputFileError for one that cannot be read, or is too large."""
    suffix = path.rpartition(".")[2].casefold()
    content = read_content(path, LARGEST_PAGE)
    said = content
    if suffix == "docx":
        said = _docx(
            path, content, lambda archive: "".join(archive.read("docProps/core.xml", _Said()).pieces).encode()
        )
    stamp = find_short(content.decode(errors="replace")) if suffix == "txt" else find_stamp(said)
    return PageFile(path, suffix, content, stamp)


def lines_in(page: PageFile) -> list[PageLine] | None:
    """What the page says; None for a format whose text is not read."""
    read = READERS.get(page.suffix)
    return None if read is None else read(page.name, page.content)


def _markdown(name: str, content: bytes) -> list[PageLine]:
    found, where = list[PageLine](), ""
    for raw in decoded(name, content).splitlines():
        line = raw.strip().removesuffix("\\").lstrip("> ")
        if not line or line.startswith("[kskd]: #") or _FOOT in line or re.fullmatch(r"[|:\- ]*", line):
            continue
        is_head = line.startswith("#")
        line = re.sub(r"\*\*|^#+ ", "", line.strip("| ") if line.startswith("|") else line)
        line = tidy(re.sub(r"\\([^\w\s])", r"\1", line))
        where = line if is_head else where
        found.append(PageLine(where, line))
    return found


def _plain(name: str, content: bytes) -> list[PageLine]:
    """The lines of a plain text, whose last says what it is and whose heads cannot be told."""
    text = decoded(name, content).rstrip()
    said = text.rpartition("\n")[0] if find_short(text) else text
    return [PageLine("", line) for raw in said.splitlines() if (line := tidy(raw))]


class _Html(HTMLParser):
    """The lines of a page: a row of a table, a paragraph, an item; drawings and styles are passed over."""

    _SILENT = frozenset({"style", "script", "svg", "title", "footer"})
    _LINE = frozenset({"p", "h1", "h2", "h3", "li", "tr", "figcaption", "caption", "dt", "div", "section"})

    def __init__(self) -> None:
        super().__init__()
        self.found: list[PageLine] = []
        self._where, self._text, self._silent = "", "", 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """A line begins, or a cell of one; a drawing says what it is called."""
        if tag in {"svg", "span"} and not self._silent:
            self._text += f" {dict(attrs).get('aria-label') or ''} "
        if tag in self._SILENT:
            self._silent += 1
        elif tag in self._LINE:
            self._end("")
        elif tag in {"td", "th"} and self._text:
            self._text += " | "
        elif tag in {"br", "span", "dd"}:
            self._text += " "

    def handle_endtag(self, tag: str) -> None:
        """A line ends."""
        if tag in self._SILENT:
            self._silent = max(self._silent - 1, 0)
        elif tag in self._LINE and tag != "dt":
            self._end(tag)

    def handle_data(self, data: str) -> None:
        """Words of the line."""
        if not self._silent:
            self._text += data

    def _end(self, tag: str) -> None:
        if text := tidy(self._text):
            self._where = text if tag in {"h2", "h3"} else self._where
            self.found.append(PageLine(self._where, text))
        self._text = ""


def _html(name: str, content: bytes) -> list[PageLine]:
    parser = _Html()
    parser.feed(decoded(name, content))
    parser.close()
    return parser.found


class _Said(Handler):
    """All text of a part, parted by elements."""

    def __init__(self) -> None:
        self.pieces: list[str] = []

    def end(self, tag: str) -> None:
        """What follows is another text."""
        self.pieces.append(f"</{tag}>")

    def text(self, data: str) -> None:
        """A piece of it."""
        self.pieces.append(data)


class _Paragraphs(Handler):
    """The lines of a document of Word: a row of a table is one, what was struck out is none."""

    _HEADS = frozenset({"Bab", "Anak", "Lampiran"})
    _LETTERHEAD = "Kop"  # begins the styles of its lines, which stand in a table only beside a lambang

    def __init__(self) -> None:
        self.found: list[PageLine] = []
        self._where, self._cells, self._line = "", list[str](), ""
        self._style, self._rows, self._silent = "", 0, 0
        self._is_text = False

    def start(self, tag: str, given: Mapping[str, str]) -> None:
        """A run of text, a line, or a row begins."""
        match tag:
            case "t":
                self._is_text = True
            case "tab" | "br":
                self._line += " "
            case "noBreakHyphen" if not self._silent:
                self._line += "-"
            case "tr":
                self._rows += 1
            case "pStyle":
                self._style = next((value for key, value in given.items() if key.endswith("}val")), "")
            case "Fallback" | "del":
                self._silent += 1

    def end(self, tag: str) -> None:
        """A paragraph outside of tables is a line, and so is a row."""
        match tag:
            case "t":
                self._is_text = False
            case "p" if self._rows and not self._style.startswith(self._LETTERHEAD):
                self._line += " "
            case "p":
                self._add(self._line)
            case "tc":
                self._cells.append(tidy(self._line))
                self._line = ""
            case "tr":
                self._rows -= 1
                self._add(" | ".join(self._cells))
                self._cells = []
            case "Fallback" | "del":
                self._silent -= 1

    def text(self, data: str) -> None:
        """Words of the line."""
        if self._is_text and not self._silent:
            self._line += data

    def _add(self, line: str) -> None:
        if (text := tidy(line)).strip("| "):
            self._where = text if self._style in self._HEADS else self._where
            self.found.append(PageLine(self._where, text))
        self._line = self._style = ""


def _word(name: str, content: bytes) -> list[PageLine]:
    return _docx(name, content, lambda archive: archive.read("word/document.xml", _Paragraphs()).found)


def _docx(name: str, content: bytes, read: Callable[[Archive], _T]) -> _T:
    """What is read of a document of Word, within limits; InputFileError for one that is broken."""
    with reading_told(name, damaged="page-broken", no_table="page-broken"):
        try:
            return read(unpack(SourceFile(name, BytesIO(content), _LIMITS, [])))
        except (Unusual, KeyError) as error:
            raise refusal("page-broken", file=quote_path(name)) from error


def _json(name: str, content: bytes) -> list[PageLine]:
    try:
        return lines(json.loads(decoded(name, content))["items"])
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        raise refusal("page-broken", file=quote_path(name)) from error


READERS: dict[str, Callable[[str, bytes], list[PageLine]]] = {
    "md": _markdown,
    "html": _html,
    "docx": _word,
    "json": _json,
    "txt": _plain,
}
"""How the text of a page is read, by the ending of its file."""
PAGES = frozenset({*READERS, "pdf"})
"""Endings of pages."""
