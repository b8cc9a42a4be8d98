"""Tables as CSV: read strictly with line numbers, whatever separator a spreadsheet has used."""

import csv
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from io import StringIO

from kskd.domain.values.grid import Cell, Grid
from kskd.domain.values.text import FORMULA_SIGNS, as_heading, harmless, quote, quote_path
from kskd.errors import refusal
from kskd.interchange.files import LARGEST_TABLE, decoded, read_content

MAX_COLUMNS = 200

_SEPARATOR_LINE = r"sep=([,;\t|])(?:\r\n?|\n|$)"


def read_table(
    path: str, columns: Sequence[str], required: Sequence[str], *, also: Mapping[str, str] | None = None
) -> list[tuple[int, dict[str, str]]]:
    """Rows with the line on which each begins; each has all of ``columns``, empty where the file has none.

    Headings are read in any case and order, "Berlaku Sejak" as ``berlaku_sejak``; ``also`` has other headings
    with the column that each means, "" for one that is passed over, as "No" is. A title above the headings
    is passed over; a first line ``sep=;``, by which Excel is told the separator, is obeyed. Raises
    InputFileError for a missing or doubled heading, an unknown one, a row that is longer than the headings,
    and text that is no CSV. Empty rows are passed over; an apostrophe before what would run is taken off.
    """
    rows: list[tuple[int, dict[str, str]]] = []
    headings: list[str] | None = None
    first: list[str] | None = None
    meanings = {"no": "", "no.": "", **(also or {})}
    for line, row in _rows(path, read_content(path, LARGEST_TABLE)):
        if headings is None:
            first = first or row
            if sum(map(bool, map(str.strip, row))) >= len(required):
                headings = _headings(path, row, columns, required, meanings)
        elif any(cell.strip() for cell in row):
            if len(row) > len(headings):
                raise refusal(
                    "csv-row-too-long",
                    file=quote_path(path),
                    line=line,
                    count=len(row),
                    headings=len(headings),
                )
            values = dict(zip(headings, (_typed(cell.strip()) for cell in row), strict=False))
            rows.append((line, {column: values.get(column, "") for column in columns}))
    if headings is None:
        _headings(path, first or [], columns, required, meanings)
    return rows


def grid_of(path: str, content: bytes) -> Grid:
    """The cells of a CSV by line and column, whatever its headings; an apostrophe that kept a text from
    running as a formula is taken off. InputFileError for a text that is no CSV; ``path`` is its name.
    """
    rows: dict[int, dict[int, Cell]] = {}
    for number, (_, row) in enumerate(_rows(path, content), 1):
        if len(row) > MAX_COLUMNS:
            raise refusal("csv-too-wide", file=quote_path(path), count=len(row))
        cells = {at: Cell(_typed(text)) for at, text in enumerate(row, 1) if text.strip()}
        if cells:
            rows[number] = cells
    return Grid("", rows)


def grid_bytes(rows: Iterable[Sequence[str | None]]) -> bytes:
    """A table as Excel in Indonesia opens it: UTF-8 with its mark, semicolons, and nothing that runs."""
    made = StringIO(newline="")
    writer = csv.writer(made, delimiter=";")
    writer.writerows([harmless(value or "") for value in row] for row in rows)
    return made.getvalue().encode("utf-8-sig")


def _typed(text: str) -> str:
    return text[1:] if text.startswith("'") and text[1:].startswith(FORMULA_SIGNS) else text


def _rows(path: str, content: bytes) -> Iterator[tuple[int, list[str]]]:
    """Each row with the line on which it begins; InputFileError for a text that is no CSV."""
    text = _text(path, content)
    skipped = 0
    if told := re.match(_SEPARATOR_LINE, text, re.IGNORECASE):
        separator, text, skipped = told[1], text[told.end() :], 1
    else:
        separator = max((",", ";", "\t"), key=text.split("\n", 1)[0].count)
    reader = csv.reader(StringIO(text, newline=""), delimiter=separator, strict=True)
    line = skipped + 1
    try:
        for row in reader:
            yield line, row
            line = skipped + reader.line_num + 1
    except csv.Error as error:
        raise refusal("csv-malformed", file=quote_path(path), line=skipped + reader.line_num) from error


def _text(path: str, content: bytes) -> str:
    text = decoded(path, content, not_utf_8="csv-not-utf-8")
    if "\0" in text:
        raise refusal("csv-with-nul", file=quote_path(path))
    return text


def _headings(
    path: str,
    typed: Sequence[str],
    columns: Sequence[str],
    required: Sequence[str],
    meanings: Mapping[str, str],
) -> list[str]:
    """The column that each heading means, of one that is passed over the heading itself."""
    read = list(map(as_heading, typed))
    headings = [meanings.get(one) or one for one in read]
    counted = Counter(headings[:MAX_COLUMNS])
    unknown = [
        as_typed.strip()
        for as_typed, heading in zip(typed, headings, strict=True)
        if heading not in columns and heading not in meanings
    ]
    missing = [column for column in required if column not in counted]
    doubled = [heading for heading, count in counted.items() if count > 1]
    if len(headings) > MAX_COLUMNS:
        what = f"{len(headings)} kolom, terlalu banyak"
    elif missing:
        what = f"kolom {', '.join(missing)} tidak ada"
    elif "" in counted:
        what = "ada kolom tanpa kepala"
    elif doubled:
        what = f"kolom {', '.join(doubled)} ada dua kali"
    elif unknown:
        what = f"kolom {', '.join(map(quote, unknown[:3]))} tidak dikenal"
    else:
        return headings
    raise refusal("csv-headings-wrong", file=quote_path(path), what=what, known=", ".join(columns))
