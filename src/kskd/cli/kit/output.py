"""Data to stdout in the format asked for, talk to stderr; no text can steer the terminal."""

import io
import sys
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, TypeAlias

from kskd.cli.kit.talk import NOTHING, folded, say
from kskd.domain.values.text import harmless, quote, safe, safe_json
from kskd.errors import refusal

if TYPE_CHECKING:
    from kskd.cli.kit.command import Call

Json: TypeAlias = Mapping[str, object]  # one JSON object
Listable: TypeAlias = str | float | Sequence[str | int] | None  # of a listing, whatever its format
Rows: TypeAlias = Sequence[Sequence[object]]  # of a table; each value is shown as people read it


class Format(StrEnum):
    """How a reading command prints."""

    TABLE = "table"
    JSON = "json"
    CSV = "csv"
    TSV = "tsv"
    MD = "md"


def read_format(text: str | None) -> Format:
    """The format asked for; a table on a terminal, else TSV."""
    if text is None:
        return Format.TABLE if sys.stdout.isatty() else Format.TSV
    try:
        return Format(text.strip().casefold())
    except ValueError:
        raise refusal(
            "choice-unknown", what="Bentuk keluaran", text=quote(text), known=", ".join(Format)
        ) from None


def put_text(*lines: str) -> None:
    """Lines for people on stdout; on a terminal long ones break between words."""
    for line in lines:
        for part in folded(safe(line)) if sys.stdout.isatty() else (safe(line),):
            sys.stdout.write(part + "\n")


def put(*cells: str) -> None:
    """One line of data on stdout; several cells are parted by tabs."""
    sys.stdout.write("\t".join(map(safe, cells)) + "\n")


def iso(day: date | None) -> str | None:
    """A day for programs; None stays unknown."""
    return day.isoformat() if day else None


def moment(stamp: str) -> str:
    """A time as the journal keeps it (ISO with offset), in the order in which people read it."""
    return f"{stamp[8:10]}/{stamp[5:7]}/{stamp[:4]} {stamp[11:16]}"


def put_json(schema: str, as_of: date, objects: Iterable[str]) -> None:
    """A listing as one JSON document, from items that are JSON already."""
    sys.stdout.write(f'{{"schema": "kskd/{schema}", "as_of": "{as_of}", "items": [')
    sys.stdout.write(",".join(f"\n  {safe_json(one)}" for one in objects))
    sys.stdout.write("\n]}\n")


def put_items(schema: str, as_of: date, items: Iterable[Json]) -> None:
    """A listing as one JSON document, an item a line."""
    import json

    put_json(schema, as_of, (json.dumps(one, ensure_ascii=False, default=str) for one in items))


def put_document(schema: str, values: Json) -> None:
    """One JSON document."""
    import json

    text = json.dumps({"schema": f"kskd/{schema}", **values}, ensure_ascii=False, indent=2)
    sys.stdout.write(safe_json(text) + "\n")


def put_rows(
    how: Format,
    keys: Sequence[str],
    headings: Sequence[str],
    rows: Rows,
    *,
    empty: str = "Tidak ada yang cocok.",
    spare: Sequence[str] = (),
) -> None:
    """Rows in any format but JSON: headings for people, keys for programs.

    ``spare`` are the keys of columns that may go, in that order, on a terminal that is too narrow.
    """
    match how:
        case Format.TABLE | Format.MD:
            from kskd.cli.kit.table import put_markdown, put_pairs, put_table

            cells = [[_shown(value) for value in row] for row in rows]
            if how is Format.MD:
                put_markdown(headings, cells)
            elif not rows:
                say(empty)
            else:
                numeric = [
                    all(row[at] is None or isinstance(row[at], int | float) for row in rows)
                    for at in range(len(keys))
                ]
                for row in put_table(keys, headings, cells, numeric, spare):
                    put_pairs(
                        row[0],
                        [pair for pair in zip(headings[1:], row[1:], strict=True) if pair[1] != NOTHING],
                    )
        case Format.TSV:
            sys.stdout.write("\t".join(keys) + "\n")
            sys.stdout.writelines("\t".join(_tsv(value) for value in row) + "\n" for row in rows)
        case Format.CSV:
            import csv

            writer = csv.writer(sys.stdout, lineterminator="\n")
            writer.writerow(keys)
            writer.writerows([_harmless(value) for value in row] for row in rows)
        case _:
            raise TypeError(how)


def put_listing(
    call: "Call",
    schema: str,
    columns: Mapping[str, str],
    rows: Sequence[Sequence[Listable]],
    *,
    empty: str,
    spare: Sequence[str] = (),
    as_of: date | None = None,
) -> None:
    """A whole listing in the format asked for; ``columns`` maps keys to headings, tuples are JSON lists.

    ``spare`` as in ``put_rows``; ``as_of`` is the day of the figures, where it is not the day asked for.
    """
    how = call.output
    keys = tuple(columns)
    if how is Format.JSON:
        items = [dict(zip(keys, row, strict=True)) for row in rows]
        put_document(schema, {"as_of": (as_of or call.day).isoformat(), "items": items})
        return
    put_rows(how, keys, tuple(columns.values()), rows, empty=empty, spare=spare)


def csv_line(values: Iterable[object]) -> str:
    """One line of CSV in which nothing runs as a formula."""
    import csv

    line = io.StringIO()
    csv.writer(line, lineterminator="\n").writerow([_harmless(value) for value in values])
    return line.getvalue()


def _cell(value: object) -> str:
    if isinstance(value, tuple):
        return "; ".join(map(str, value))
    return "" if value is None else str(value)


def _shown(value: object) -> str:
    """A value as people read it."""
    if isinstance(value, bool):
        return "ya" if value else NOTHING
    if isinstance(value, float):
        from kskd.domain.values.numbers import format_number

        return format_number(value)
    return safe(_cell(value)) or NOTHING


def _tsv(value: object) -> str:
    return safe(str(_harmless(value) if isinstance(value, str | tuple) else _cell(value)))


def _harmless(value: object) -> object:
    return harmless(_cell(value)) if isinstance(value, str | tuple) else value
