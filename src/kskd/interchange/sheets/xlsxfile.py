"""Workbooks (.xlsx) read with the standard library: values, never formulas, external data or macros."""

import posixpath
import re
from collections.abc import Iterator
from io import BytesIO

from kskd.domain.values.grid import Grid, Row
from kskd.domain.values.text import quote_path
from kskd.errors import refusal
from kskd.interchange.sheets.archive import Archive, reading_told, unpack
from kskd.interchange.sheets.pages import SMALL, GridPage, Limits, OtherKind, SourceFile, counted
from kskd.interchange.sheets.spool import TextShelf, scratch
from kskd.interchange.sheets.xlsxcells import SheetCells
from kskd.interchange.sheets.xlsxparts import Links, Strings, Styles, WorkbookParts

_OLE = bytes.fromhex("d0cf11e0a1b11ae1")  # old .xls, and .xlsx under a password


def is_workbook(head: bytes) -> bool:
    """Whether a file that begins so is, or pretends to be, a workbook rather than a text."""
    return head.startswith((b"PK", _OLE))


def pages(source: SourceFile) -> Iterator[GridPage]:
    """The sheets in their order, hidden ones too; to be read within ``reading_told``."""
    for page, _ in _pages(source):
        yield page


def workbook_of(path: str, content: bytes, limits: Limits = SMALL) -> list[Grid]:
    """The sheets of a small workbook, whole; InputFileError says why it cannot be read so.

    ``path`` is only what a sentence calls it.
    """
    if content.startswith(_OLE):
        raise refusal("xls-old-or-locked", file=quote_path(path))
    grids: list[Grid] = []
    inks = limits.cells
    with reading_told(path, damaged="xlsx-broken", no_table="sheet-of-other-kind"):
        for page, cells in _pages(SourceFile(path, BytesIO(content), limits, []), inks):
            rows = dict(page.rows)
            grids.append(Grid(page.name, rows, page.from_1904, tuple(page.merged), cells.inks))
    return grids


def _pages(source: SourceFile, inks: int = 0) -> Iterator[tuple[GridPage, SheetCells]]:
    archive = unpack(source)
    with scratch() as stream:
        if "mimetype" in archive.members and b"opendocument" in archive.head("mimetype"):
            raise refusal("ods-for-xlsx", file=quote_path(source.name))
        if "xl/workbook.bin" in archive.members:
            raise refusal("xlsb-for-xlsx", file=quote_path(source.name))
        if "word/document.xml" in archive.members:
            raise OtherKind("dokumen Word")
        book_at = _linked(archive, Links(), "", "officeDocument") or "xl/workbook.xml"
        book = archive.read(book_at, WorkbookParts())
        links = archive.read(_links_of(book_at), Links())
        strings, styles = TextShelf(stream), Styles()
        if at := _linked(archive, links, book_at, "sharedStrings"):
            for _ in archive.pieces(at, Strings(strings)):
                pass
        if at := _linked(archive, links, book_at, "styles"):
            archive.read(at, styles)
        room = [source.limits.cells]
        for sheet in book.sheets:
            kind, target = links.found[sheet.link]
            if kind != "worksheet":
                continue
            at = _joined(book_at, target)
            own = Links()
            if (named := _links_of(at)) in archive.members:
                archive.read(named, own)
            page = GridPage(sheet.name, iter(()), sheet.is_hidden, book.from_1904)
            cells = SheetCells(page, strings, styles, own.outside, inks)
            page.rows = counted(_rows(archive, at, cells), source.limits, room)
            yield page, cells


def _rows(archive: Archive, at: str, cells: SheetCells) -> Iterator[Row]:
    for _ in archive.pieces(at, cells):
        yield from cells.taken()


def _linked(archive: Archive, links: Links, base: str, kind: str) -> str | None:
    """The member that the links of ``base`` name for a kind; those of the package itself without one."""
    if not base:
        if "_rels/.rels" not in archive.members:
            return None
        links = archive.read("_rels/.rels", Links())
    found = next((target for one, target in links.found.values() if one == kind), None)
    return None if found is None else _joined(base, found)


def _links_of(member: str) -> str:
    folder, name = posixpath.split(member)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def _joined(base: str, target: str) -> str:
    """A link's target as the name of a member; one that leads out of the archive names none."""
    if target.startswith("/"):
        return target.lstrip("/")
    return re.sub(r"^(\.\./)+", "", posixpath.normpath(posixpath.join(posixpath.dirname(base), target)))
