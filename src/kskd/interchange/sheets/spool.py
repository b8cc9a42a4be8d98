"""Rows and texts kept in a temporary file while they are needed: a sheet of any size takes no memory."""

import json
import pickle
from array import array
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from io import SEEK_END, BufferedReader, RawIOBase
from itertools import islice
from tempfile import TemporaryFile
from typing import Any, BinaryIO
from weakref import finalize

from kskd.domain.values.grid import Cell, Row
from kskd.errors import os_reason, refusal

_BATCH = 500  # rows that are written at once


class Spool:
    """Sheets one after another, each read again as often as it is asked for, from its first row.

    Its file is gone with the last that reads it.
    """

    def __init__(self) -> None:
        """OutputError where the system has no room for a file."""
        with scratch_told():
            self._stream = TemporaryFile()  # noqa: SIM115 - closed when nothing refers to it
        finalize(self, self._stream.close)

    def keep(
        self, rows: Iterable[Row], links: Mapping[int, Mapping[int, str]]
    ) -> Callable[[], Iterator[Row]]:
        """Write the rows; gives what reads them. ``links`` are put on their cells when they are read."""
        start = self._stream.seek(0, SEEK_END)
        rows = iter(rows)
        while batch := list(islice(rows, _BATCH)):
            lines = (json.dumps([number, list(cells), _packed(cells)]) for number, cells in batch)
            with scratch_told():
                self._stream.write("".join(f"{line}\n" for line in lines).encode())
        with scratch_told():
            self._stream.flush()
        end = self._stream.tell()
        return partial(self._read, start, end, links)

    def _read(self, start: int, end: int, links: Mapping[int, Mapping[int, str]]) -> Iterator[Row]:
        for line in BufferedReader(Reach(self._stream, start, end), 1 << 16):
            number, columns, packed = json.loads(line)
            found = {
                column: Cell(one) if isinstance(one, str) else Cell(*one)
                for column, one in zip(columns, packed, strict=True)
            }
            for column, link in links.get(number, {}).items():
                if column in found:
                    found[column] = found[column]._replace(link=link)
            yield number, found


class TextShelf:
    """Texts by their number from 0."""

    def __init__(self, stream: BinaryIO) -> None:
        """``stream`` is written to and read."""
        self._stream = stream
        self._ends = array("Q", [0])
        self._waiting: list[bytes] = []

    def append(self, text: str) -> None:
        """Put a text behind the others."""
        content = text.encode("utf-8", "surrogatepass")
        self._ends.append(self._ends[-1] + len(content))
        self._waiting.append(content)
        if len(self._waiting) >= _BATCH:
            self._write()

    def _write(self) -> None:
        content = b"".join(self._waiting)
        with scratch_told():
            self._stream.seek(self._ends[-1] - len(content))
            self._stream.write(content)
            self._stream.flush()
        self._waiting.clear()

    def __getitem__(self, at: int) -> str:
        """The text of this number; IndexError where there is none."""
        if not 0 <= at < len(self._ends) - 1:
            raise IndexError(at)
        if self._waiting:
            self._write()
        start, end = self._ends[at : at + 2]
        self._stream.seek(start)
        return self._stream.read(end - start).decode("utf-8", "surrogatepass")


class Aside:
    """Values of this process put aside in a file, and given back group by group in their order."""

    def __init__(self, stream: BinaryIO) -> None:
        """``stream`` is written to and read, by nobody else: what is in it is trusted."""
        self._stream, self._end = stream, 0
        self._places: dict[int, array[int]] = {}

    def put(self, group: int, value: object) -> None:
        """Put a value behind the others of its group; OutputError where the system has no room for it."""
        content = pickle.dumps(value)
        self._places.setdefault(group, array("Q")).append(self._end)
        self._end += len(content)
        with scratch_told():
            self._stream.write(content)

    def taken(self, group: int, *, is_backwards: bool = False) -> Iterator[Any]:
        """The values of a group, once all have been put; the last first if ``is_backwards``."""
        places = self._places.get(group, array("Q"))
        for at in reversed(places) if is_backwards else places:
            self._stream.seek(at)
            yield pickle.load(self._stream)  # noqa: S301 - written by this very process


@contextmanager
def scratch() -> Iterator[BinaryIO]:
    """A file without a name, gone with the block; OutputError where the system has no room for it."""
    with scratch_told():
        stream = TemporaryFile()  # noqa: SIM115 - the block below closes it
    with stream:
        yield stream


@contextmanager
def scratch_told() -> Iterator[None]:
    """What the system refuses about a temporary file, in one sentence."""
    try:
        yield
    except OSError as error:
        raise refusal("scratch-unwritable", reason=os_reason(error)) from error


class Reach(RawIOBase):
    """A part of a file that is read from its own place, whoever else reads the file between two pieces."""

    def __init__(self, stream: BinaryIO, start: int = 0, end: int | None = None) -> None:
        """The bytes from ``start`` up to ``end``, or to where the file ends now."""
        self._stream, self._at, self._end = stream, start, end

    def readable(self) -> bool:
        """Yes."""
        return True

    def readinto(self, into: memoryview) -> int:  # type: ignore[override]
        """The next bytes."""
        size = len(into) if self._end is None else min(len(into), self._end - self._at)
        self._stream.seek(self._at)
        content = self._stream.read(size)
        into[: len(content)] = content
        self._at += len(content)
        return len(content)


def _packed(cells: Mapping[int, Cell]) -> list[object]:
    """The cells for JSON: of one that holds a text and no more, the text alone."""
    return [cell.text if cell == (cell.text, *_PLAIN) else cell for cell in cells.values()]


_PLAIN = Cell("")[1:]
