"""What is in a file of each format, read by what others wrote: its structure, and the words that it shows."""

from __future__ import annotations

import io
import json
import re
import zipfile
from html.parser import HTMLParser
from typing import TYPE_CHECKING, Any, NamedTuple
from xml.etree import ElementTree as ET

import typst
from markdown_it import MarkdownIt

from kskd.pages.pdf import shown
from kskd.pages.templates import templates_dir

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


class Read(NamedTuple):
    """The elements of a file in order, and its words, with single spaces."""

    structure: tuple[object, ...]
    words: str


def _spaced(words: str) -> str:
    return " ".join(words.split())


def md(content: bytes) -> Read:
    """By markdown-it, with the tables and the strikethrough of GFM."""
    tokens = MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(content.decode())

    def flat(found: list[Any]) -> Iterator[Any]:
        for one in found:
            yield one
            yield from flat(one.children or [])

    every = list(flat(tokens))
    words = "".join(one.content if one.type == "text" else " " * one.block for one in every)
    kinds = [one.type for one in every if one.type not in {"text", "inline"}]
    return Read(tuple(kinds), _spaced(words))


class _Html(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[object] = []
        self.words: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, *(name for name, _ in attrs)))
        self.words += [f" {value or ''} " for name, value in attrs if name in {"aria-label", "alt"}]

    def handle_endtag(self, tag: str) -> None:
        self.found.append(f"/{tag}")

    def handle_data(self, data: str) -> None:
        self.words.append(data)

    def handle_comment(self, data: str) -> None:
        self.found.append("comment")

    def handle_decl(self, decl: str) -> None:
        self.found.append(decl)

    def handle_pi(self, data: str) -> None:
        self.found.append("instruction")


def html(content: bytes) -> Read:
    """By the parser of the standard library."""
    reader = _Html()
    reader.feed(content.decode())
    reader.close()
    return Read(tuple(reader.found), _spaced("".join(reader.words)))


def docx(content: bytes) -> Read:
    """Every member of the package by a parser of XML; an unbroken hyphen is a hyphen."""
    found: list[object] = []
    words: list[str] = []
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        for name in package.namelist():
            if not name.endswith((".xml", ".rels")):
                continue
            for one in ET.fromstring(package.read(name)).iter():  # noqa: S314 - our own file
                if one.tag == f"{W}p":
                    words.append(" ")
                words.append("-" if one.tag == f"{W}noBreakHyphen" else one.text or "")
                if one.tag != f"{W}noBreakHyphen" and not (one.tag == f"{W}t" and found[-1] == one.tag):
                    found.append(one.tag)
    return Read(tuple(found), _spaced("".join(words)))


_LITERAL = re.compile(r'"((?:[^"\\]|\\.)*)"')
_ELEMENTS = "selector.or(heading,strong,emph,table,enum,list,link,image,raw,math.equation,ref,footnote,par)"


def _unescaped(literal: str) -> str:
    """What a string of Typst says."""
    return re.sub(r"\\(?:u\{(\w+)\}|(.))", lambda one: chr(int(one[1], 16)) if one[1] else one[2], literal)


def typ(content: bytes) -> Read:
    """The source of Typst: the elements that Typst itself finds in it, and the words of its strings."""
    source = re.sub(r"height: \d+mm", "height: auto", shown(content.decode()))  # heads are not repeated
    fonts: list[Any] = [str(templates_dir() / "fonts")]
    found = json.loads(typst.query(source.encode(), _ELEMENTS, font_paths=fonts, ignore_system_fonts=True))
    literals = (_unescaped(one[1]) for one in _LITERAL.finditer(source))
    return Read(tuple(one["func"] for one in found), _spaced(" ".join(literals)))


def txt(content: bytes) -> Read:
    """The lines, by whether they say anything."""
    lines = content.decode().split("\n")
    return Read(tuple(bool(one) for one in lines), _spaced(" ".join(lines)))


READERS: dict[str, Callable[[bytes], Read]] = {"md": md, "html": html, "docx": docx, "typ": typ, "txt": txt}
