"""Tables of a few known columns, such as the units or the holidays, whatever program has written them."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence

from kskd.domain.values.grid import Cell, RawSheet, address, day_of
from kskd.domain.values.text import as_heading, quote, quote_path
from kskd.errors import refusal
from kskd.interchange.sheets.book import Book, open_sheets
from kskd.interchange.sheets.pages import SMALL

_MAX_COLUMNS = 200


def read_table(
    path: str,
    columns: Sequence[str],
    required: Sequence[str],
    *,
    also: Mapping[str, str] | None = None,
    tell: Callable[[str], None] | None = None,
) -> list[tuple[int, dict[str, str]]]:
    """Rows with their number as a spreadsheet shows it; each has all of ``columns``, empty where the file has
    none.

    Headings are read in any case and order, "Berlaku Sejak" as ``berlaku_sejak``; ``also`` has other headings
    with the column that each means, "" for one that is passed over, as "No" is. A title above the headings
    is passed over. Of several sheets that hold something the first is read that is not hidden; ``tell``
    hears that, and whatever else is to be known of the file. Raises InputFileError for a missing or doubled
    heading, an unknown one, a row that is longer than the headings, a cell of which nothing can be taken, and
    what ``open_sheets`` refuses.
    """
    book = open_sheets(path, limits=SMALL)
    told = list(book.told)
    sheet = _chosen(book, told)
    rows: list[tuple[int, dict[str, str]]] = []
    headings: list[str] | None = None
    first: list[str] | None = None
    meanings = {"no": "", "no.": "", **(also or {})}
    for number, cells in sheet.rows() if sheet else ():
        width = max(cells)
        if headings is None:
            texts = [_text(path, sheet, number, at, cells.get(at)) for at in range(1, width + 1)]
            first = first or texts
            if sum(map(bool, texts)) >= len(required):
                headings = _headings(path, texts, columns, required, meanings)
            continue
        if width > len(headings):
            raise refusal(
                "csv-row-too-long", file=quote_path(path), line=number, count=width, headings=len(headings)
            )
        values = {headings[at - 1]: _text(path, sheet, number, at, cell) for at, cell in cells.items()}
        rows.append((number, {column: values.get(column, "") for column in columns}))
    if headings is None:
        _headings(path, first or [], columns, required, meanings)
    if tell is not None:
        for one in told:
            tell(f"berkas {quote_path(path)} {one}")
    return rows


def _chosen(book: Book, told: list[str]) -> RawSheet | None:
    filled = [one for one in book.sheets if not one.is_hidden and next(iter(one.rows()), None)]
    if len(filled) > 1:
        told.append(f"memuat {len(filled)} lembar; yang dibaca hanya {quote(filled[0].name)}")
    return filled[0] if filled else None


def _text(path: str, sheet: RawSheet | None, row: int, column: int, cell: Cell | None) -> str:
    """What is in a cell as one would type it; a day as 2025-01-31."""
    if cell is None or sheet is None:
        return ""
    if cell.fault:
        raise refusal(
            "table-cell-unusable", file=quote_path(path), cell=address(row, column), fault=cell.fault
        )
    if cell.shown_as == "date" and cell.number is not None:
        day = day_of(cell.number, from_1904=sheet.from_1904)
        return day.isoformat() if day else cell.text
    return cell.text.strip()


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
    counted = Counter(headings[:_MAX_COLUMNS])
    unknown = [
        as_typed.strip()
        for as_typed, heading in zip(typed, headings, strict=True)
        if heading not in columns and heading not in meanings
    ]
    missing = [column for column in required if column not in counted]
    doubled = [heading for heading, count in counted.items() if count > 1]
    if len(headings) > _MAX_COLUMNS:
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
