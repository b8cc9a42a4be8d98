"""Sheets that come back as files, as cells: workbooks and CSV alike."""

from hashlib import sha256

from kskd.domain.values.grid import Grid
from kskd.interchange.csvfile import grid_of
from kskd.interchange.files import LARGEST_TABLE, read_content
from kskd.interchange.xlsxfile import is_workbook, workbook_of


def read_grids(path: str) -> tuple[list[Grid], str]:
    """The sheets of a file, and its SHA-256; InputFileError for what is neither a workbook nor CSV."""
    content = read_content(path, LARGEST_TABLE)
    grids = workbook_of(path, content) if is_workbook(content) else [grid_of(path, content)]
    return grids, sha256(content).hexdigest()
