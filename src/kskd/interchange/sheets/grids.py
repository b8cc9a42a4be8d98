"""Sheets that come back as files, as cells: workbooks and CSV alike."""

from hashlib import sha256

from kskd.domain.values.grid import Grid
from kskd.domain.values.text import quote_path
from kskd.errors import refusal
from kskd.interchange.files import LARGEST_TABLE, read_content
from kskd.interchange.sheets.csvrows import grid_of
from kskd.interchange.sheets.pages import other_kind
from kskd.interchange.sheets.xlsxfile import is_workbook, workbook_of


def read_grids(path: str) -> tuple[list[Grid], str]:
    """The sheets of a file, and its SHA-256; InputFileError for what is neither a workbook nor CSV."""
    content = read_content(path, LARGEST_TABLE)
    beginning = content[:1024].removeprefix(b"\xef\xbb\xbf").lstrip()
    if not content.strip(b"\xef\xbb\xbf \t\r\n\0"):
        raise refusal("sheet-empty", file=quote_path(path))
    if what := other_kind(beginning):
        raise refusal("sheet-of-other-kind", file=quote_path(path), what=what)
    grids = workbook_of(path, content) if is_workbook(content) else [grid_of(path, content)]
    return grids, sha256(content).hexdigest()
