"""What readers of tables give and are held to: pages whose rows come one by one, within limits."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import BinaryIO, NamedTuple

from kskd.domain.values.grid import Area, Cell, Row
from kskd.interchange.files import LARGEST_TABLE

MAX_TEXT = 33_000  # characters; Excel keeps 32,767 in a cell
MAX_MERGED = 200_000
MAX_SHEETS = 100
_EPOCH = datetime(1899, 12, 30)  # noqa: DTZ001 - days in sheets have no zone
_DAY = timedelta(days=1)


class TooMuch(Exception):
    """More than a sheet can need; the text says of what."""


class OtherKind(Exception):
    """No table at all; the text says what it is instead."""


class Unusual(Exception):
    """Something that no spreadsheet program writes; the text says what."""


class Limits(NamedTuple):
    """How much of a file is taken: bytes of the file, of a part of it unpacked and of all, cells, columns."""

    size: int
    part: int
    unpacked: int
    cells: int
    columns: int


SMALL = Limits(LARGEST_TABLE, 40_000_000, 80_000_000, 200_000, 16_384)
"""For a table of a few columns, and a sheet that went out and comes back."""
LARGE = Limits(200_000_000, 600_000_000, 700_000_000, 5_000_000, 1_000)
"""For the register of an office: 100,000 rows of 50 columns."""


class SourceFile(NamedTuple):
    """A file that is being read: what a sentence calls it, its bytes, and what it is held to.

    What is to be told of the file as a whole, once, is added to ``told``.
    """

    name: str
    stream: BinaryIO
    limits: Limits
    told: list[str]


@dataclass(slots=True)
class GridPage:
    """A sheet while it is read: ``merged``, ``hidden``, ``struck`` and ``links`` are whole only at its end.

    ``links`` lead from cells by row and column, where the file tells them apart from the rows.
    """

    name: str
    rows: Iterator[Row]
    is_hidden: bool = False
    from_1904: bool = False
    merged: list[Area] = field(default_factory=list)
    hidden: set[int] = field(default_factory=set)
    struck: set[int] = field(default_factory=set)
    links: dict[int, dict[int, str]] = field(default_factory=dict)


_OTHERS = {
    b"%PDF": "PDF",
    b"\xff\xd8\xff": "foto (JPEG)",
    b"\x89PNG": "gambar (PNG)",
    b"II*\0": "gambar (TIFF)",
    b"MM\0*": "gambar (TIFF)",
    b"{\\rtf": "dokumen RTF",
    b"MIME-Version:": "halaman web tersimpan (MHTML)",
    b"<": "halaman HTML atau XML",
}
"""What people send in place of a sheet, by how such a file begins."""


def beginning_of(head: bytes) -> bytes:
    """The first bytes that say something; none where a file is empty."""
    return (
        head.removeprefix(b"\xef\xbb\xbf").strip(b"\xff\xfe \t\r\n\0")
        if not head.startswith(b"\xff\xd8")
        else head
    )


def other_kind(beginning: bytes) -> str:
    """What a file is that begins so and is no sheet; empty for all others."""
    return next((what for head, what in _OTHERS.items() if beginning.startswith(head)), "")


def counted(rows: Iterator[Row], limits: Limits, room: list[int]) -> Iterator[Row]:
    """The rows as they come; TooMuch for cells beyond the ``room`` left in the file, and far columns."""
    for number, cells in rows:
        room[0] -= len(cells)
        if room[0] < 0:
            raise TooMuch(f"lebih dari {limits.cells} sel yang terisi")
        if (last := max(cells, default=0)) > limits.columns:
            raise TooMuch(f"{last} kolom")
        yield number, cells


def plain_number(number: float) -> str:
    """A number as people type it: whole ones without a point, others with the fewest figures."""
    return str(int(number)) if number == int(number) and abs(number) < 10**15 else repr(number)


def cell_of_text(text: str, *, computed: bool = False, link: str = "") -> Cell | None:
    """A cell with a text; None for a blank one, a fault for more than a cell can hold."""
    if len(text) > MAX_TEXT:
        return Cell("", fault="memuat teks yang terlalu panjang; ringkas")
    return Cell(text, computed=computed, link=link) if text.strip() else None


def cell_of_time(moment: date | time | timedelta, *, computed: bool = False) -> Cell:
    """A cell with a day, a time of day or both, as the number by which spreadsheets keep it, from 1900."""
    if isinstance(moment, time):
        span = datetime.combine(_EPOCH, moment) - _EPOCH
    elif isinstance(moment, timedelta):
        span = moment
    elif isinstance(moment, datetime):
        span = moment.replace(tzinfo=None) - _EPOCH
    else:
        span = datetime.combine(moment, time()) - _EPOCH
    serial = span / _DAY
    return Cell(plain_number(serial), serial, "date", computed=computed)
