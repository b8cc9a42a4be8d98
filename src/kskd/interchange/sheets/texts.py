"""In which letters a text is written: UTF-8, UTF-16 or Windows-1252, tried in this order and told."""

import codecs
import re
from collections.abc import Iterator
from io import BufferedReader, TextIOWrapper

from kskd.domain.values.text import quote_path
from kskd.errors import refusal
from kskd.interchange.sheets.pages import SourceFile
from kskd.interchange.sheets.spool import Reach

_CHUNK = 1 << 16
_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_NEVER_TYPED = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")


def codec_of(source: SourceFile) -> str:
    """What a text is written in, told of the file unless it is UTF-8.

    InputFileError for NULs, and for bytes that are a text in none of these. Windows-1252 gives a meaning to
    nearly any byte: it is taken last, and only without bytes that nobody types.
    """
    head = next(_chunks(source), b"")
    marked = next((codec for mark, codec in _MARKS if head.startswith(mark)), None)
    codec = marked or _unmarked_utf_16(head) or "utf-8"
    if fault := _fault(source, codec):
        if codec != "utf-8" or b"\0" in head:
            raise fault
        codec = "cp1252"
        if _fault(source, codec) or any(map(_NEVER_TYPED.search, _chunks(source))):
            raise fault
    if told := _TOLD.get(codec):
        source.told.append(told)
    return codec


def text_of(source: SourceFile, codec: str) -> TextIOWrapper:
    """The text from its beginning, line ends as they are."""
    return TextIOWrapper(BufferedReader(Reach(source.stream), _CHUNK), codec, newline="")


_TOLD = {
    "cp1252": "dibaca sebagai Windows-1252 karena bukan UTF-8; periksa huruf beraksen dan tanda kutipnya",
} | dict.fromkeys(("utf-16", "utf-16-le", "utf-16-be"), "dibaca sebagai UTF-16")


def _unmarked_utf_16(head: bytes) -> str | None:
    """Latin letters in two bytes each, of which one is always NUL."""
    even, odd = head[::2], head[1::2]
    for codec, high, low in (("utf-16-le", odd, even), ("utf-16-be", even, odd)):
        if len(head) > 1 and high.count(0) > len(high) * 0.6 and low.count(0) == 0:
            return codec
    return None


def _chunks(source: SourceFile) -> Iterator[bytes]:
    source.stream.seek(0)
    return iter(lambda: source.stream.read(_CHUNK), b"")


def _fault(source: SourceFile, codec: str) -> Exception | None:
    """What hinders reading the text so."""
    decoder = codecs.getincrementaldecoder(codec)()
    before = 0
    try:
        for chunk in _chunks(source):
            if "\0" in decoder.decode(chunk):
                return refusal("csv-with-nul", file=quote_path(source.name))
            before += len(chunk)
        decoder.decode(b"", True)
    except UnicodeError as error:
        start = error.start if isinstance(error, UnicodeDecodeError) else 0
        return refusal("csv-not-utf-8", file=quote_path(source.name), position=before + start + 1)
    return None
