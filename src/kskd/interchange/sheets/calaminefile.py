"""Old workbooks (.xls) and those of LibreOffice (.ods) read by calamine, in a process of its own.

What such a file claims of its size is believed by what reads it, and damage may end the process: there a
limit of memory and of time holds, and whatever happens is one sentence.
"""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from importlib.util import find_spec
from itertools import groupby

from kskd.domain.values.grid import Area, Cell, Row
from kskd.domain.values.text import quote_path
from kskd.errors import refusal
from kskd.interchange.sheets.pages import MAX_MERGED, MAX_SHEETS, GridPage, SourceFile, TooMuch, counted

_CHILD = "kskd.interchange.sheets.calaminechild"
_TOLD = (
    "dibaca tanpa yang tidak terlihat pada bentuk {kind}: baris tersembunyi, coretan, tautan,"
    " {more}tanda persen, dan rumus; rumus yang galat terbaca kosong, yang belum dihitung kosong atau 0."
    " Simpan sebagai .xlsx"
)


def pages(source: SourceFile) -> Iterator[GridPage]:
    """The sheets in their order, hidden ones too; to be read within ``reading_told``.

    InputFileError where calamine is not installed, for a password and for a file that cannot be read.
    """
    if find_spec("python_calamine") is None:
        raise refusal("table-reader-not-installed", file=quote_path(source.name))
    source.stream.seek(0)
    is_ods = source.stream.read(2) == b"PK"
    source.told.append(
        _TOLD.format(kind=".ods" if is_ods else ".xls", more="sel gabungan, " if is_ods else "")
    )
    os.lseek(source.stream.fileno(), 0, os.SEEK_SET)  # the child reads on from where the descriptor stands
    with subprocess.Popen(  # noqa: S603 - our own module
        (sys.executable, "-P", "-m", _CHILD),
        stdin=source.stream,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    ) as child:
        try:
            yield from _pages(source, child)
        finally:
            child.kill()


def _pages(source: SourceFile, child: "subprocess.Popen[bytes]") -> Iterator[GridPage]:
    said = map(json.loads, child.stdout or ())
    room = [source.limits.cells]
    found: list[GridPage] = []

    def rows() -> Iterator[tuple[int, Row | None]]:
        for one in said:
            match one:
                case "kata sandi":
                    raise refusal("xlsx-locked", file=quote_path(source.name))
                case "selesai":
                    return
                case {"name": name, "hidden": hidden, "merged": merged}:
                    found.append(GridPage(name, iter(()), hidden, merged=[Area(*area) for area in merged]))
                    if len(found) > MAX_SHEETS or len(merged) > MAX_MERGED:
                        raise TooMuch("lembar atau sel gabungan di dalamnya")
                    yield len(found) - 1, None
                case [number, cells]:
                    yield len(found) - 1, (number, {column: Cell(*cell) for column, *cell in cells})
        raise ValueError("cut off")

    for number, group in groupby(rows(), key=lambda one: one[0]):
        page = found[number]
        page.rows = counted((row for _, row in group if row), source.limits, room)
        yield page
