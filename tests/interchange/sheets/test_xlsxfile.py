"""Workbooks of others: their values are read, and whatever is wrong with a file is one sentence."""

from __future__ import annotations

import random
import struct
from datetime import date
from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import ZIP_BZIP2, ZipFile

import openpyxl
import pytest

from kskd.domain.values.grid import Cell
from kskd.errors import InputFileError
from kskd.interchange.sheets.grids import read_grids
from kskd.interchange.sheets.pages import SMALL
from kskd.interchange.sheets.xlsxfile import workbook_of
from tests.interchange.sheets.workbooks import packed, parts_of, sheet_xml, workbook

if TYPE_CHECKING:
    from pathlib import Path


def cell_of(xml: str) -> Cell | None:
    """What one cell of a workbook reads as."""
    (grid,) = workbook_of("x.xlsx", workbook(xml))
    return grid.rows.get(1, {}).get(1)


@pytest.mark.parametrize(
    ("xml", "cell"),
    [
        ('<c r="A1" t="s"><v>0</v></c>', Cell("biasa")),
        ('<c r="A1" t="s"><v>1</v></c>', Cell("dua potong")),
        ('<c r="A1" t="s"><v>2</v></c>', Cell("a\nb")),
        ('<c t="inlineStr"><is><t>di sini</t></is></c>', Cell("di sini")),
        ('<c r="A1"><v>12.5</v></c>', Cell("12.5", 12.5)),
        ('<c r="A1" s="1"><v>45672</v></c>', Cell("45672", 45672.0, "date")),
        ('<c r="A1" s="2"><v>45672</v></c>', Cell("45672", 45672.0, "date")),
        ('<c r="A1" s="3"><v>1</v></c>', Cell("1", 1.0, "")),
        ('<c r="A1" s="4"><v>0.5</v></c>', Cell("0.5", 0.5, "percent")),
        ('<c r="A1" s="99"><v>1</v></c>', Cell("1", 1.0, "")),
        ('<c r="A1" t="b"><v>1</v></c>', Cell("TRUE")),
        ('<c r="A1" t="str"><f>A2&amp;""</f><v>hasil</v></c>', Cell("hasil", computed=True)),
        ('<c r="A1"><f>1+1</f><v>2</v></c>', Cell("2", 2.0, computed=True)),
        ('<c r="A1" s="1"/>', None),
        ('<c r="A1"><v> </v></c>', None),
    ],
)
def test_a_cell_is_its_value(xml: str, cell: Cell | None) -> None:
    assert cell_of(xml) == cell


@pytest.mark.parametrize(
    ("xml", "fault"),
    [
        ('<c r="A1"><f>1+1</f></c>', "rumus tanpa hasil"),
        ('<c r="A1"><f>1+1</f><v></v></c>', "rumus tanpa hasil"),
        ('<c r="A1" t="e"><v>#DIV/0!</v></c>', "#DIV/0!"),
        ('<c r="A1"><v>1e999</v></c>', "tidak dapat dibaca"),
        (f'<c r="A1" t="inlineStr"><is><t>{"x" * 40_000}</t></is></c>', "terlalu panjang"),
    ],
)
def test_a_cell_without_a_usable_value_says_why(xml: str, fault: str) -> None:
    cell = cell_of(xml)
    assert cell is not None
    assert fault in (cell.fault or "")


def test_days_may_count_from_1904() -> None:
    (grid,) = workbook_of("x.xlsx", workbook('<c r="A1" s="1"><v>1</v></c>', pr='date1904="1"'))
    assert grid.from_1904


def test_what_another_program_saves_is_read_alike(tmp_path: Path) -> None:
    """openpyxl is a second writer: its own shared strings, styles and order of members."""
    book = openpyxl.Workbook()
    page = book.active
    assert page is not None
    page.title = "Isian"
    page["B2"], page["C3"], page["D4"] = "teks", date(2025, 1, 15), 12.5
    page["E5"] = "=1+1"
    book.create_sheet("Kosong")
    book.save(tmp_path / "a.xlsx")
    (filled, empty), _ = read_grids(str(tmp_path / "a.xlsx"))
    assert (filled.name, empty.name, empty.rows) == ("Isian", "Kosong", {})
    assert filled.rows[2] == {2: Cell("teks")}
    assert filled.rows[3] == {3: Cell("45672", 45672.0, "date")}
    assert filled.rows[4] == {4: Cell("12.5", 12.5)}
    assert "rumus" in (filled.rows[5][5].fault or "")


_LAUGHS = '<!DOCTYPE w [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><worksheet>&b;</worksheet>'
_REACHES = '<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd">]><worksheet>&x;</worksheet>'


def _with_sheet(xml: str | bytes) -> bytes:
    return packed({**parts_of(""), "xl/worksheets/sheet1.xml": xml})


def _without(name: str) -> bytes:
    return packed({key: value for key, value in parts_of("").items() if key != name})


def _bzip2() -> bytes:
    stream = BytesIO()
    with ZipFile(stream, "w", ZIP_BZIP2) as archive:
        for name, content in parts_of("").items():
            archive.writestr(name, content)
    return stream.getvalue()


def _encrypted() -> bytes:
    content = bytearray(workbook(""))
    for mark, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        start = 0
        while (start := content.find(mark, start)) >= 0:
            content[start + at] |= 1
            start += 4
    return bytes(content)


_FAR = sheet_xml('<c r="XFE1"><v>1</v></c>')
_HOSTILE = {
    "laughs": (_with_sheet(_LAUGHS), "DOCTYPE"),
    "reaches out": (_with_sheet(_REACHES), "DOCTYPE"),
    "no sheet": (_without("xl/worksheets/sheet1.xml"), "rusak"),
    "no book": (_without("xl/workbook.xml"), "rusak"),
    "no links": (_without("xl/_rels/workbook.xml.rels"), "rusak"),
    "cut xml": (_with_sheet("<worksheet><sheetData><row>"), "rusak"),
    "not xml": (_with_sheet(b"\xff\xfe\x00"), "rusak"),
    "far cell": (_with_sheet(_FAR), "rusak"),
    "bad place": (_with_sheet(sheet_xml('<c r="1A"><v>1</v></c>')), "rusak"),
    "bad string": (_with_sheet(sheet_xml('<c r="A1" t="s"><v>77</v></c>')), "rusak"),
    "bad number": (_with_sheet(sheet_xml('<c r="A1"><v>x</v></c>')), "rusak"),
    "bzip2": (_bzip2(), "pemampatan"),
    "password": (_encrypted(), "kata sandi"),
    "old xls": (bytes.fromhex("d0cf11e0a1b11ae1") + bytes(600), "kata sandi"),
    "ods": (packed({"mimetype": "application/vnd.oasis.opendocument.spreadsheet"}), "OpenDocument"),
    "no zip": (b"PK\x03\x04" + bytes(50), "rusak"),
    "empty": (b"", "rusak"),
}


@pytest.mark.parametrize("name", _HOSTILE)
def test_a_file_that_is_no_sheet_is_one_sentence(name: str) -> None:
    content, said = _HOSTILE[name]
    with pytest.raises(InputFileError, match=said):
        workbook_of("x.xlsx", content)


def test_what_unpacks_without_end_is_refused_before_and_while_it_does() -> None:
    """The size in the directory is looked at first; one that lies is caught by counting."""
    small = SMALL._replace(unpacked=100_000)
    bomb = _with_sheet(sheet_xml('<c r="A1" t="inlineStr"><is><t>' + " " * 1_000_000 + "</t></is></c>"))
    assert len(bomb) < 10_000
    with pytest.raises(InputFileError, match="terlalu besar"):
        workbook_of("x.xlsx", bomb, small)
    lying = bytearray(bomb)
    at = lying.rfind(b"xl/worksheets/sheet1.xml") - 46
    lying[at + 24 : at + 28] = struct.pack("<I", 50)
    with pytest.raises(InputFileError):
        workbook_of("x.xlsx", bytes(lying), small)


def test_more_cells_than_a_sheet_needs_are_refused() -> None:
    with pytest.raises(InputFileError, match="sel yang terisi"):
        workbook_of("x.xlsx", workbook("<c><v>1</v></c>" * 3), SMALL._replace(cells=2))


def test_a_far_cell_costs_nothing(tmp_path: Path) -> None:
    """The last cell of a sheet is one cell, not a million empty rows."""
    (grid,) = workbook_of("x.xlsx", _with_sheet(sheet_xml('<c r="XFD1048576"><v>1</v></c>')))
    assert grid.rows == {1048576: {16384: Cell("1", 1.0)}}


def test_a_file_that_cannot_be_opened_is_one_sentence(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "tiada.xlsx", "a\0b"):
        with pytest.raises(InputFileError, match="tidak dapat dibaca"):
            read_grids(str(path))


def test_damage_anywhere_is_a_sentence_or_other_values_but_never_a_traceback() -> None:
    """Bytes of the archive, and of the XML inside a sound archive, changed, cut and doubled at random."""
    chance = random.Random(7)  # noqa: S311 - damage, not secrets
    whole = workbook('<c r="A1" t="s"><v>1</v></c><c s="1"><v>45672</v></c><c><f>A1</f><v>2</v></c>')
    parts = {name: text.encode() if isinstance(text, str) else text for name, text in parts_of(
        '<c r="A1" t="s"><v>1</v></c><c s="1"><v>45672</v></c>').items()}  # fmt: skip
    read, sentences = 0, set()
    for _ in range(600):
        if chance.random() < 0.5:
            content = _damaged(whole, chance)
        else:
            name = chance.choice(list(parts))
            content = packed({**parts, name: _damaged(parts[name], chance)})
        try:
            read += bool(workbook_of("x.xlsx", content))
        except InputFileError as error:
            sentences.add(str(error))
    assert 0 < read < 600
    assert all(sentence.isprintable() for sentence in sentences)


def _damaged(content: bytes, chance: random.Random) -> bytes:
    at = chance.randrange(len(content))
    match chance.randrange(4):
        case 0:
            return content[:at]
        case 1:
            return content[:at] + content[at : at + 30] + content[at:]
        case 2:
            return content[:at] + content[at + chance.randrange(1, 20) :]
        case _:
            return content[:at] + bytes([chance.randrange(256)]) + content[at + 1 :]
