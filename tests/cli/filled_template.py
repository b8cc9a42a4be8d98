"""The template of an import filled with all documents of a registry, as somebody would who has its papers."""

from __future__ import annotations

import csv
import json
import re
from io import StringIO
from typing import TYPE_CHECKING, Any

import openpyxl

from kskd.domain.document.chain import DOC_NAMES, Doc
from kskd.domain.document.fields import FIELDS
from kskd.domain.values.days import Day
from kskd.domain.values.several import in_cell
from tests.conftest import succeed

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

Row = dict[str, str]

_OTHERWISE: dict[str, Callable[[Row], str]] = {
    "ID": lambda row: row["id"],
    "Jenis naskah": lambda row: DOC_NAMES[Doc(row["doc"])],
    "Jenis mitra": lambda row: row["partner_kind"],
    "Diakhiri": lambda row: row["ended_on"],
    "Dasar pengakhiran": lambda row: row["end_ground"],
}
"""What a heading has of which the column of the list is called otherwise than its field."""

_OF_PARTNER = {"Mitra": "name", "Jenis": "kind", "Alias": "aliases"}
_HARMLESS = "'"  # before a text that a spreadsheet would run


def rows_of(registry: str | Path) -> list[Row]:
    """Every document but void ones, by column of the list."""
    args = ("list", "--format", "csv", "--columns", "all", "--sort", "id", "--db", registry)
    return list(csv.DictReader(StringIO(succeed(*args))))


def fill(path: str, registry: str | Path) -> int:
    """Write the template as a workbook with all that it has a column for; gives the documents."""
    rows = rows_of(registry)
    succeed("import", "--template", path, "--db", registry)
    book = openpyxl.load_workbook(path)
    keys = {one.over: one.key for one in reversed(list(FIELDS)) if one.is_typed and one.key != "years"}
    keys |= {
        f"{one['label'][:1].upper()}{one['label'][1:]}": one["key"] for one in _listed("field", registry)
    }
    _write(book["Naskah"], rows, lambda row, head: _document_cell(row, head, keys.get(head, head)))
    _write(book["Mitra"], _listed("partner", registry), lambda row, head: row[_OF_PARTNER[head]] or "")
    book.save(path)
    return len(rows)


def _listed(what: str, registry: str | Path) -> list[dict[str, Any]]:
    told = json.loads(succeed(what, "list", "--format", "json", "--db", registry))
    found: list[dict[str, Any]] = told["items"]
    return found


def _write(page: Any, rows: list[Any], cell: Callable[[Any, str], Any]) -> None:
    for at, row in enumerate(rows, 2):
        for column, head in enumerate(page[1], 1):
            if text := cell(row, str(head.value)):
                page.cell(at, column).value = in_cell(text) if isinstance(text, list) else text
                page.cell(at, column).data_type = "s"


def _document_cell(row: Row, head: str, key: str) -> str:
    """What is typed of a field: days with their month in words, a draft as one that is not signed yet."""
    if head in _OTHERWISE:
        return _in_words(_OTHERWISE[head](row))
    if key == "signed" and not row["signed"]:
        return "belum ditandatangani"
    if key == "ends":
        return row["end_typed"] or ("" if row["duration"] else _in_words(row["ends_on"]))
    return _in_words(row["start_told" if key == "starts" else key].removeprefix(_HARMLESS))


def _in_words(text: str) -> str:
    if re.fullmatch(r"[0-9]{4}(-[0-9]{2}){1,2}", text):
        return Day.parse(text).words
    return re.sub(r"^XXXX$", "tidak-diketahui", text, flags=re.MULTILINE)
