"""A file of tables of any kind opened as sheets, whose rows are streamed as often as they are asked for."""

from hashlib import sha256
from importlib import import_module
from typing import NamedTuple

from kskd.domain.values.grid import RawSheet
from kskd.domain.values.text import quote, quote_path
from kskd.errors import refusal
from kskd.interchange.files import chunks_of, opened
from kskd.interchange.sheets.archive import reading_told
from kskd.interchange.sheets.pages import (
    LARGE,
    GridPage,
    Limits,
    OtherKind,
    SourceFile,
    beginning_of,
    other_kind,
)
from kskd.interchange.sheets.spool import Spool

_HEAD = 4096
_OLE = bytes.fromhex("d0cf11e0a1b11ae1")
_READERS = {
    "csv": "csvrows",
    "xlsx": "xlsxfile",
    "xls": "calaminefile",
    "ods": "calaminefile",
    "html": "htmltables",
}
"""The module that reads each kind, by its ``pages``; loaded where there is such a file."""


class Book(NamedTuple):
    """A file as its reader has it: SHA-256, ``csv``, ``xlsx``, ``xls``, ``ods`` or ``html``, and its sheets.

    ``told`` is what its user has to know of it as a whole, each a clause to follow "Berkas X: ".
    """

    path: str
    digest: str
    kind: str
    told: tuple[str, ...]
    sheets: tuple[RawSheet, ...]


def open_sheets(path: str, only: tuple[str, ...] = (), limits: Limits = LARGE) -> Book:
    """The sheets of a file in their order, hidden ones too; only those named where some are.

    All is read once, and refused where it cannot be read: InputFileError. Later the rows come from a file
    without a name on disk, gone with the sheets; whatever happens to the file that was read is no matter.
    """
    spool = Spool()
    with opened(path, limits.size) as stream:
        digest = sha256()
        for chunk in chunks_of(stream, path, limits.size):
            digest.update(chunk)
        source = SourceFile(path, stream, limits, [])
        with reading_told(path, damaged="table-broken", no_table="table-of-other-kind"):
            stream.seek(0)
            kind = _kind_of(path, stream.read(_HEAD))
            reader = import_module(f"kskd.interchange.sheets.{_READERS[kind]}")
            wanted, names, sheets = {*map(str.casefold, only)}, [], []
            for page in reader.pages(source):
                names.append(page.name)
                if not wanted or page.name.casefold() in wanted:
                    sheets.append(_kept(spool, page))
    if missing := [name for name in only if name.casefold() not in map(str.casefold, names)]:
        known = ", ".join(map(quote, names[:20]))
        raise refusal("table-sheet-unknown", file=quote_path(path), name=quote(missing[0]), known=known)
    return Book(path, digest.hexdigest(), kind, tuple(source.told), tuple(sheets))


def _kept(spool: Spool, page: GridPage) -> RawSheet:
    rows = spool.keep(page.rows, page.links)
    hidden, struck = frozenset(page.hidden), frozenset(page.struck)
    return RawSheet(page.name, rows, tuple(page.merged), hidden, page.is_hidden, page.from_1904, struck)


def _kind_of(path: str, head: bytes) -> str:
    """By how the file begins, whatever its name says."""
    if head.startswith(_OLE):
        return "xls"
    if head.startswith(b"PK"):
        return "ods" if b"mimetypeapplication/vnd.oasis.opendocument.spreadsheet" in head else "xlsx"
    beginning = beginning_of(head)
    if not beginning:
        raise refusal("table-empty", file=quote_path(path))
    if beginning.startswith(b"<"):
        if any(
            tag in beginning.lower() for tag in (b"<html", b"<!doctype html", b"<table", b"<meta", b"<body")
        ):
            return "html"
        raise OtherKind("berkas XML")
    if what := other_kind(beginning):
        raise OtherKind(what)
    return "csv"
