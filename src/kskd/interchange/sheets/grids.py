"""Sheets that come back as files, as cells: workbooks and CSV alike."""

from hashlib import sha256

from kskd.domain.values.grid import Grid
from kskd.domain.values.text import quote_path
from kskd.errors import refusal
from kskd.interchange.csvfile import grid_of
from kskd.interchange.files import LARGEST_TABLE, read_content
from kskd.interchange.xlsxfile import is_workbook, workbook_of

_OTHERS = {
    b"%PDF": "PDF",
    b"\xff\xd8\xff": "foto (JPEG)",
    b"\x89PNG": "gambar (PNG)",
    b"II*\0": "gambar (TIFF)",
    b"MM\0*": "gambar (TIFF)",
    b"{\\rtf": "dokumen RTF",
    b"<": "halaman HTML atau XML",
}
"""What people send in place of a sheet, by how such a file begins."""


def read_grids(path: str) -> tuple[list[Grid], str]:
    """The sheets of a file, and its SHA-256; InputFileError for what is neither a workbook nor CSV."""
    content = read_content(path, LARGEST_TABLE)
    beginning = content[:1024].removeprefix(b"\xef\xbb\xbf").lstrip()
    if not content.strip(b"\xef\xbb\xbf \t\r\n\0"):
        raise refusal("sheet-empty", file=quote_path(path))
    for head, what in _OTHERS.items():
        if beginning.startswith(head):
            raise refusal("sheet-of-other-kind", file=quote_path(path), what=what)
    grids = workbook_of(path, content) if is_workbook(content) else [grid_of(path, content)]
    return grids, sha256(content).hexdigest()
