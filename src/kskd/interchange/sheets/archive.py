"""Archives of XML, as workbooks are, unpacked piece by piece within limits.

One comes from anywhere, so nothing in it is trusted: sizes and members are bounded before and while it is
unpacked, and a document type, by which XML grows or reaches out, is refused.
"""

import zlib
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import TypeVar
from xml.parsers import expat
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from kskd.domain.values.text import quote_path
from kskd.errors import refusal
from kskd.interchange.sheets.pages import Limits, OtherKind, SourceFile, TooMuch, Unusual

MAX_MEMBERS = 2_000

_CHUNK = 1 << 16
_MEMBER = b"PK\x01\x02"
_LONGEST_TAG = 4_000_000  # bytes
_MOST_NAMES = 2_000
_LARGEST_KEPT = 40_000_000  # bytes
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


class Handler:
    """What is told of each element, by its name without a namespace; most parts look at few of them."""

    def start(self, tag: str, given: Mapping[str, str]) -> None:
        """An element begins, with its attributes."""

    def end(self, tag: str) -> None:
        """An element ends."""

    def text(self, data: str) -> None:
        """A text, or a piece of one, stands in the element."""


_H = TypeVar("_H", bound=Handler)


class Archive:
    """An archive that is being read, and how much of it has been unpacked."""

    def __init__(self, name: str, archive: ZipFile, limits: Limits) -> None:
        """TooMuch for one that says itself that it holds too much."""
        self.members = {info.filename: info for info in archive.infolist()}
        self._name = name
        self._archive = archive
        self._limits = limits
        self._unpacked = 0
        if sum(info.file_size for info in archive.infolist()) > limits.unpacked:
            raise TooMuch("isinya setelah dibuka")

    def head(self, name: str) -> bytes:
        """How a member begins."""
        return self._open(self.members[name])(2000)

    def read(self, name: str, handler: _H) -> _H:
        """Tell a handler, which keeps it, all that a member of XML holds."""
        for _ in self.pieces(name, handler, min(_LARGEST_KEPT, self._limits.part)):
            pass
        return handler

    def pieces(self, name: str, handler: Handler, limit: int | None = None) -> Iterator[None]:
        """As ``read``, stopping after each piece, so that the handler can be emptied."""
        limit = limit or self._limits.part
        read = self._open(self.members[name])
        parser = _parser_of(handler)
        size = 0
        while chunk := read(_CHUNK):
            size += len(chunk)
            self._unpacked += len(chunk)
            if size > limit or self._unpacked > self._limits.unpacked:
                raise TooMuch("isinya setelah dibuka")
            parser.Parse(chunk, False)
            if size - parser.CurrentByteIndex > _LONGEST_TAG:
                raise TooMuch("satu tanda XML di dalamnya")
            yield
        parser.Parse(b"", True)
        yield

    def _open(self, info: ZipInfo) -> Callable[[int], bytes]:
        if info.flag_bits & 1:
            raise refusal("xlsx-locked", file=quote_path(self._name))
        if info.compress_type not in {ZIP_STORED, ZIP_DEFLATED}:
            raise Unusual("cara pemampatan")
        return self._archive.open(info).read


def unpack(source: SourceFile) -> Archive:
    """The archive of a file; like all that is read of it, to be called within ``reading_told``."""
    _refuse_crowd(source)
    return Archive(source.name, ZipFile(source.stream), source.limits)


@contextmanager
def reading_told(name: str, *, damaged: str, no_table: str) -> Iterator[None]:
    """InputFileError for whatever is wrong with a file that is read: the refusal ``damaged`` where it is
    damaged, ``no_table`` where it is something else.
    """
    try:
        yield
    except TooMuch as error:
        raise refusal("xlsx-too-large", file=quote_path(name), what=error) from error
    except OtherKind as error:
        raise refusal(no_table, file=quote_path(name), what=error) from error
    except Unusual as error:
        raise refusal("xlsx-with-unusual-parts", file=quote_path(name), what=error) from error
    except _BROKEN as error:
        raise refusal(damaged, file=quote_path(name)) from error


def _refuse_crowd(source: SourceFile) -> None:
    """TooMuch for more members than Python should make a list of."""
    count, end = 0, b""
    source.stream.seek(0)
    while chunk := source.stream.read(_CHUNK):
        count += (end + chunk).count(_MEMBER)
        end = chunk[1 - len(_MEMBER) :]
        if count > MAX_MEMBERS:
            raise TooMuch(f"lebih dari {MAX_MEMBERS} berkas di dalamnya")


def _parser_of(handler: Handler) -> expat.XMLParserType:
    local: dict[str, str] = {}

    def name_of(tag: str) -> str:
        if tag not in local:
            if len(local) > _MOST_NAMES:
                raise Unusual("nama unsur sebanyak itu")
            local[tag] = tag.rpartition("}")[2]
        return local[tag]

    parser = expat.ParserCreate(namespace_separator="}")
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = _no_doctype
    parser.StartElementHandler = lambda tag, given: handler.start(name_of(tag), given)
    parser.EndElementHandler = lambda tag: handler.end(name_of(tag))
    parser.CharacterDataHandler = handler.text
    return parser


def _no_doctype(*_: object) -> None:
    raise Unusual("DOCTYPE")
