"""Tables as CSV: read strictly with line numbers, whatever separator a spreadsheet has used."""

from __future__ import annotations

import csv
from collections import Counter
from io import StringIO
from typing import TYPE_CHECKING

from kskd.domain.text import quote, quote_path
from kskd.errors import InputFileError
from kskd.interchange.files import read_text

if TYPE_CHECKING:
    from collections.abc import Sequence

MAX_BYTES = 20_000_000
MAX_COLUMNS = 200


def read_table(
    path: str, columns: Sequence[str], required: Sequence[str]
) -> list[tuple[int, dict[str, str]]]:
    """Rows with the line on which each begins; each has all of ``columns``, empty where the file has none.

    Headings are read in any case and order. Raises InputFileError for a missing or doubled heading, an
    unknown one, a row that is longer than the headings, and text that is no CSV. Empty rows are passed over.
    """
    text = read_text(path, MAX_BYTES)
    if "\0" in text:
        raise InputFileError(
            f"Berkas {quote_path(path)} memuat karakter NUL; simpan ulang sebagai CSV UTF-8."
        )
    first = text.split("\n", 1)[0]
    separator = max((",", ";", "\t"), key=first.count)
    reader = csv.reader(StringIO(text, newline=""), delimiter=separator, strict=True)
    rows: list[tuple[int, dict[str, str]]] = []
    try:
        headings = [heading.strip().casefold() for heading in next(reader, [])]
        _check_headings(path, headings, columns, required)
        line = reader.line_num + 1
        for row in reader:
            if any(cell.strip() for cell in row):
                if len(row) > len(headings):
                    raise InputFileError(
                        f"Berkas {quote_path(path)} baris {line}: {len(row)} kolom,"
                        f" kepala kolom {len(headings)}."
                    )
                values = dict(zip(headings, (cell.strip() for cell in row), strict=False))
                rows.append((line, {column: values.get(column, "") for column in columns}))
            line = reader.line_num + 1
    except csv.Error as error:
        raise InputFileError(
            f"Berkas {quote_path(path)} baris {reader.line_num} bukan CSV yang utuh; periksa tanda kutipnya."
        ) from error
    return rows


def _check_headings(
    path: str, headings: Sequence[str], columns: Sequence[str], required: Sequence[str]
) -> None:
    counted = Counter(headings[:MAX_COLUMNS])
    unknown = [heading for heading in counted if heading not in columns]
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
        return
    raise InputFileError(f"Berkas {quote_path(path)}: {what}. Kolom yang dibaca: {', '.join(columns)}.")
