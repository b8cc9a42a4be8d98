"""Tables as CSV, whatever separator, quotes and letters a program has used."""

import csv
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from io import StringIO
from typing import TextIO, TypedDict

from kskd.domain.values.grid import Grid, Row
from kskd.domain.values.text import FORMULA_SIGNS, quote_path
from kskd.errors import refusal
from kskd.interchange.files import decoded
from kskd.interchange.sheets.pages import GridPage, SourceFile, cell_of_text, counted
from kskd.interchange.sheets.texts import codec_of, text_of

MAX_COLUMNS = 200

_SEPARATOR_LINE = re.compile(r"sep=([,;\t|])(?:\r\n?|\n|$)", re.IGNORECASE)
_SEPARATORS = ",;\t|"
_SAMPLE = 400_000  # characters, from which the separator is chosen
_LONGEST_LINE = 2_000_000  # characters
_IN_DOUBLE = re.compile(r'(?:^|[,;\t|])"', re.MULTILINE)
_IN_SINGLE = re.compile(r"(?:'[^'\r\n]*'(?:[,;\t|]|(?=[\r\n]|\Z)))+(?=[\r\n]|\Z)")
_ESCAPED = re.compile(r'\\"(?![",;\t|\r\n]|\Z)')


def pages(source: SourceFile) -> Iterator[GridPage]:
    """The one sheet of a CSV, whatever its separator and letters; InputFileError for a text that is none."""
    codec = codec_of(source)
    rows = _numbered(_rows(source.name, lambda: text_of(source, codec)))
    yield GridPage("", counted(rows, source.limits, [source.limits.cells]))


def grid_of(path: str, content: bytes) -> Grid:
    """The cells of a CSV by line and column, whatever its headings; an apostrophe that kept a text from
    running as a formula is taken off. InputFileError for a text that is no CSV; ``path`` is its name.
    """
    text = decoded(path, content, not_utf_8="csv-not-utf-8")
    if "\0" in text:
        raise refusal("csv-with-nul", file=quote_path(path))
    rows = dict(_numbered(_rows(path, lambda: StringIO(text, newline=""))))
    if (count := max(map(max, rows.values()), default=0)) > MAX_COLUMNS:
        raise refusal("csv-too-wide", file=quote_path(path), count=count)
    return Grid("", rows)


def _numbered(rows: Iterable[list[str]]) -> Iterator[Row]:
    """Rows that hold something, numbered as a spreadsheet counts them: a cell of several lines is one row."""
    for number, row in enumerate(rows, 1):
        cells = {at: cell for at, text in enumerate(row, 1) if text and (cell := cell_of_text(_typed(text)))}
        if cells:
            yield number, cells


def _typed(text: str) -> str:
    bare = text.lstrip()
    return bare[1:] if bare.startswith("'") and bare[1:].startswith(FORMULA_SIGNS) else text


def _rows(path: str, opened: Callable[[], TextIO]) -> Iterator[list[str]]:
    """Each row as it stands; InputFileError for a text that is no CSV."""
    with opened() as text:
        sample = text.read(_SAMPLE)
    told = _SEPARATOR_LINE.match(sample)
    kinds = [_dialect(one, sample) for one in (told[1] if told else _SEPARATORS)]
    kind = max(kinds, key=lambda one: _evenness(csv.reader(StringIO(sample, newline=""), **one)))
    with opened() as text:
        lines = _lines(path, text)
        if told:
            next(lines)
        reader = csv.reader(lines, **kind)
        try:
            yield from reader
        except csv.Error as error:
            line = reader.line_num + bool(told)
            raise refusal("csv-malformed", file=quote_path(path), line=line) from error


def _lines(path: str, text: TextIO) -> Iterator[str]:
    for number, line in enumerate(iter(lambda: text.readline(_LONGEST_LINE), ""), 1):
        if len(line) == _LONGEST_LINE:
            raise refusal("csv-line-too-long", file=quote_path(path), line=number)
        yield line


class _Dialect(TypedDict):
    delimiter: str
    quotechar: str
    escapechar: str | None
    doublequote: bool
    strict: bool


def _dialect(separator: str, sample: str) -> _Dialect:
    """How cells are parted, and quoted as the sample shows it: singly where its first line is all so."""
    is_single = not _IN_DOUBLE.search(sample) and bool(_IN_SINGLE.match(sample))
    is_escaped = not is_single and bool(_ESCAPED.search(sample))
    return {
        "delimiter": separator,
        "quotechar": "'" if is_single else '"',
        "escapechar": "\\" if is_escaped else None,
        "doublequote": not is_escaped,
        "strict": True,
    }


def _evenness(rows: Iterable[list[str]]) -> float:
    """How much rows look like those of a table: the share that has the width that most have, which counts
    the more the wider it is.
    """
    widths: Counter[int] = Counter()
    with suppress(csv.Error):  # at the latest where the sample was cut off
        widths.update(len(row) for row in rows if any(row))
    width, count = max(widths.items(), key=lambda one: (one[0] > 1, one[1], one[0]), default=(1, 0))
    return count / max(widths.total(), 1) * (1 - 1 / width)
