"""Workbooks (.xlsx) read as cells with the standard library: values, never formulas, links or macros.

A workbook comes from anywhere, so nothing in it is trusted: sizes, members and cells are bounded before
and while it is unpacked, and a document type, by which XML grows or reaches out, is refused.
"""

from __future__ import annotations

import posixpath
import re
import zlib
from io import BytesIO
from typing import TYPE_CHECKING, TypeVar
from xml.parsers import expat
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile

from kskd.domain.values.grid import Grid
from kskd.domain.values.text import quote_path
from kskd.errors import refusal
from kskd.interchange.xlsxparts import Book, Handler, Links, SheetCells, Strings, Styles, TooMuch, Unusual

if TYPE_CHECKING:
    from collections.abc import Callable
    from zipfile import ZipInfo


_H = TypeVar("_H", bound=Handler)

MAX_PART = 40_000_000
MAX_UNPACKED = 80_000_000
MAX_MEMBERS = 2_000
MAX_CELLS = 200_000
MAX_SHEETS = 100

_CHUNK = 1 << 16
_OLE = bytes.fromhex("d0cf11e0a1b11ae1")  # old .xls, and .xlsx under a password
_BROKEN = (
    BadZipFile,
    zlib.error,
    expat.ExpatError,
    EOFError,
    NotImplementedError,
    RuntimeError,
    LookupError,
    ArithmeticError,
    ValueError,
    OSError,
)


def is_workbook(head: bytes) -> bool:
    """Whether a file that begins so is, or pretends to be, a workbook rather than a text."""
    return head.startswith((b"PK", _OLE))


def workbook_of(path: str, content: bytes) -> list[Grid]:
    """The sheets in their order, hidden ones too; InputFileError says why a file cannot be read so.

    ``path`` is only what a sentence calls it.
    """
    if content.startswith(_OLE):
        raise refusal("xls-old-or-locked", file=quote_path(path))
    try:
        with ZipFile(BytesIO(content)) as archive:
            return _Workbook(path, archive).grids()
    except TooMuch as error:
        raise refusal("xlsx-too-large", file=quote_path(path), what=error) from error
    except Unusual as error:
        raise refusal("xlsx-with-unusual-parts", file=quote_path(path), what=error) from error
    except _BROKEN as error:
        raise refusal("xlsx-broken", file=quote_path(path)) from error


class _Workbook:
    """An archive that is being read, and how much of it has been unpacked."""

    def __init__(self, path: str, archive: ZipFile) -> None:
        self._path = path
        self._archive = archive
        self._members = {info.filename: info for info in archive.infolist()}
        self._unpacked = 0
        if len(archive.infolist()) > MAX_MEMBERS:
            raise TooMuch(f"{len(archive.infolist())} berkas di dalamnya")
        if sum(info.file_size for info in archive.infolist()) > MAX_UNPACKED:
            raise TooMuch("isinya setelah dibuka")

    def grids(self) -> list[Grid]:
        if "mimetype" in self._members and b"opendocument" in self._head("mimetype"):
            raise refusal("ods-for-xlsx", file=quote_path(self._path))
        if "word/document.xml" in self._members:
            raise refusal("sheet-of-other-kind", file=quote_path(self._path), what="dokumen Word")
        book_at = self._linked(Links(), "", "officeDocument") or "xl/workbook.xml"
        book = self._read(book_at, Book())
        links = self._read(_links_of(book_at), Links())
        strings, styles = Strings(), Styles()
        if at := self._linked(links, book_at, "sharedStrings"):
            self._read(at, strings)
        if at := self._linked(links, book_at, "styles"):
            self._read(at, styles)
        if len(book.sheets) > MAX_SHEETS:
            raise TooMuch(f"{len(book.sheets)} lembar")
        grids, room = [], MAX_CELLS
        for name, link in book.sheets:
            kind, target = links.found[link]
            if kind != "worksheet":
                continue
            cells = self._read(_joined(book_at, target), SheetCells(strings.found, styles, room))
            room = cells.room
            grids.append(Grid(name, cells.rows, book.from_1904, tuple(cells.merged), cells.inks))
        return grids

    def _linked(self, links: Links, base: str, kind: str) -> str | None:
        """The member that the links of ``base`` name for a kind; those of the package itself without one."""
        if not base:
            if "_rels/.rels" not in self._members:
                return None
            links = self._read("_rels/.rels", Links())
        found = next((target for one, target in links.found.values() if one == kind), None)
        return None if found is None else _joined(base, found)

    def _head(self, name: str) -> bytes:
        return self._open(self._members[name])(200)

    def _open(self, info: ZipInfo) -> Callable[[int], bytes]:
        if info.flag_bits & 1:
            raise refusal("xlsx-locked", file=quote_path(self._path))
        if info.compress_type not in {ZIP_STORED, ZIP_DEFLATED}:
            raise Unusual("cara pemampatan")
        return self._archive.open(info).read

    def _read(self, name: str, handler: _H) -> _H:
        read = self._open(self._members[name])
        parser = expat.ParserCreate(namespace_separator="}")
        parser.buffer_text = True
        parser.StartDoctypeDeclHandler = _no_doctype
        parser.StartElementHandler = lambda tag, given: handler.start(_local(tag), given)
        parser.EndElementHandler = lambda tag: handler.end(_local(tag))
        parser.CharacterDataHandler = handler.text
        size = 0
        while chunk := read(_CHUNK):
            size += len(chunk)
            self._unpacked += len(chunk)
            if size > MAX_PART or self._unpacked > MAX_UNPACKED:
                raise TooMuch("isinya setelah dibuka")
            parser.Parse(chunk, False)
        parser.Parse(b"", True)
        return handler


def _no_doctype(*_: object) -> None:
    raise Unusual("DOCTYPE")


def _local(tag: str) -> str:
    return tag.rpartition("}")[2]


def _links_of(member: str) -> str:
    folder, name = posixpath.split(member)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def _joined(base: str, target: str) -> str:
    """A link's target as the name of a member; one that leads out of the archive names none."""
    if target.startswith("/"):
        return target.lstrip("/")
    return re.sub(r"^(\.\./)+", "", posixpath.normpath(posixpath.join(posixpath.dirname(base), target)))
