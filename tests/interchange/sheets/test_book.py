"""Files of every kind are opened as the same sheets, or refused in one sentence; rows are read twice."""

from __future__ import annotations

import random
import tracemalloc
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

import openpyxl
import pytest

from kskd.domain.values.grid import Area, Cell, RawSheet, day_of
from kskd.errors import InputFileError
from kskd.interchange.sheets import calaminefile
from kskd.interchange.sheets.book import Book, open_sheets
from kskd.interchange.sheets.pages import LARGE
from tests.interchange.sheets.workbooks import packed, parts_of, sheet_xml, workbook

if TYPE_CHECKING:
    from collections.abc import Mapping

OLD = Path(__file__).parent / "data" / "contoh.xls"
"""Made by LibreOffice: a title over three columns, headings, three rows; an empty sheet, one hidden."""

_ODS = (
    '<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'
    ' xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"'
    ' xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:spreadsheet>'
    '<table:table table:name="Satu">{rows}</table:table></office:spreadsheet></office:body>'
    "</office:document-content>"
)
_ODS_CELLS = (
    '<table:table-row><table:table-cell/><table:table-cell office:value-type="string"><text:p>teks</text:p>'
    '</table:table-cell><table:table-cell office:value-type="date" office:date-value="2025-01-15"/>'
    '<table:table-cell office:value-type="float" office:value="12.5"/></table:table-row>'
)


def ods(rows: str) -> bytes:
    """A spreadsheet of LibreOffice with these rows."""
    kind = "application/vnd.oasis.opendocument.spreadsheet"
    manifest = (
        '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
        f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{kind}"/></manifest:manifest>'
    )
    return packed(
        {"mimetype": kind, "META-INF/manifest.xml": manifest, "content.xml": _ODS.format(rows=rows)},
        stored=("mimetype",),
    )


def opened(folder: Path, content: str | bytes, name: str = "daftar", **how: object) -> Book:
    """A file with this content, opened."""
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return open_sheets(str(path), **how)  # type: ignore[arg-type]


def texts(sheet: RawSheet) -> dict[int, dict[int, str]]:
    """What stands in each row; read twice."""
    first, again = list(sheet.rows()), list(sheet.rows())
    assert first == again
    return {number: {at: cell.text for at, cell in cells.items()} for number, cells in first}


# -- CSV --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
@pytest.mark.parametrize(
    ("codec", "told"),
    [
        ("utf-8", ""),
        ("utf-8-sig", ""),
        ("utf-16", "UTF-16"),
        ("utf-16-le", "UTF-16"),
        ("cp1252", "Windows-1252"),
    ],
)
def test_a_text_is_read_in_any_letters_and_separators(
    tmp_path: Path, separator: str, codec: str, told: str
) -> None:
    content = f'No{separator}Judul\r\n1{separator}"Café{separator} dan\nlagi"\r\n'.encode(codec)
    book = opened(tmp_path, content)
    assert (book.kind, book.digest) == ("csv", sha256(content).hexdigest())
    assert told in "".join(book.told)
    assert bool(book.told) == bool(told)
    (sheet,) = book.sheets
    assert texts(sheet) == {1: {1: "No", 2: "Judul"}, 2: {1: "1", 2: f"Café{separator} dan\nlagi"}}


def test_single_quotes_and_backslashes_quote_too(tmp_path: Path) -> None:
    assert texts(opened(tmp_path, "'a','b;c'\n'd','e'\n").sheets[0])[1] == {1: "a", 2: "b;c"}
    assert texts(opened(tmp_path, 'a,"b \\"c\\" d"\ne,f\n').sheets[0])[1] == {1: "a", 2: 'b "c" d'}


def test_an_apostrophe_or_a_backslash_in_a_common_table_quotes_nothing(tmp_path: Path) -> None:
    content = "nama,alias\n'kutipan',x\n'Aisyiyah,y\n"
    assert texts(opened(tmp_path, content).sheets[0])[3] == {1: "'Aisyiyah", 2: "y"}
    content = 'a,b\n"c\\","d\\"" e"\n'
    assert texts(opened(tmp_path, content).sheets[0])[2] == {1: "c\\", 2: 'd\\" e'}


def test_a_table_is_read_whatever_its_name_says(tmp_path: Path) -> None:
    assert opened(tmp_path, "a\tb\n", "daftar.xls").kind == "csv"
    assert opened(tmp_path, workbook("<c><v>1</v></c>"), "daftar.csv").kind == "xlsx"
    assert opened(tmp_path, "<table><tr><td>a</table>", "daftar.xls").kind == "html"


# -- XLSX -------------------------------------------------------------------------------------------------


def test_a_workbook_has_its_days_links_hidden_rows_and_merged_cells(tmp_path: Path) -> None:
    made = openpyxl.Workbook()
    page = made.active
    assert page is not None
    page.title = "Daftar"
    page["A1"] = "DAFTAR"
    page.merge_cells("A1:C1")
    page["A3"], page["B3"], page["C3"], page["D3"] = date(2025, 1, 15), "naskah", 0.25, "=1+1"
    page["B3"].hyperlink = "https://contoh.example/naskah.pdf"
    page["C3"].number_format = "0%"
    page["A4"] = '=HYPERLINK("https://contoh.example/b.pdf","b")'
    page.row_dimensions[4].hidden = True
    made.create_sheet("Simpanan").sheet_state = "hidden"
    made.save(tmp_path / "a.xlsx")
    book = open_sheets(str(tmp_path / "a.xlsx"))
    daftar, simpanan = book.sheets
    assert (daftar.merged, daftar.is_hidden) == ((Area(1, 1, 1, 3),), False)
    assert daftar.hidden == {4}
    assert (simpanan.name, simpanan.is_hidden, list(simpanan.rows())) == ("Simpanan", True, [])
    rows = dict(daftar.rows())
    assert rows[3][1] == Cell("45672", 45672.0, "date")
    assert day_of(rows[3][1].number or 0) == date(2025, 1, 15)
    assert rows[3][2] == Cell("naskah", link="https://contoh.example/naskah.pdf")
    assert rows[3][3] == Cell("0.25", 0.25, "percent")
    assert "rumus tanpa hasil" in (rows[3][4].fault or "")
    assert rows[4][1].link == "https://contoh.example/b.pdf"
    assert (book.kind, book.told) == ("xlsx", ())
    (only,) = open_sheets(str(tmp_path / "a.xlsx"), ("SIMPANAN",)).sheets
    assert only.name == "Simpanan"
    with pytest.raises(InputFileError, match=r'lembar "Lain"\. Lembar yang ada: "Daftar", "Simpanan"'):
        open_sheets(str(tmp_path / "a.xlsx"), ("Lain",))


# -- XLS and ODS ------------------------------------------------------------------------------------------


def test_an_old_workbook_has_its_values_and_what_is_not_seen_is_told() -> None:
    book = open_sheets(str(OLD))
    daftar, kosong, simpanan = book.sheets
    assert book.kind == "xls"
    assert [one.name for one in book.sheets if one.is_hidden] == ["Simpanan"]
    assert (daftar.merged, list(kosong.rows()), texts(simpanan)) == ((Area(2, 2, 2, 4),), [], {1: {1: "x"}})
    rows = dict(daftar.rows())
    assert rows[2] == {2: Cell("DAFTAR KERJA SAMA")}
    assert rows[5][3] == Cell("45327", 45327.0, "date")
    assert rows[5][4] == Cell("1500000", 1500000.0)
    (told,) = book.told
    assert "baris tersembunyi" in told
    assert "sel gabungan" not in told


def test_a_sheet_of_libreoffice_has_its_values_where_they_stand(tmp_path: Path) -> None:
    book = opened(tmp_path, ods("<table:table-row/>" + _ODS_CELLS))
    assert dict(book.sheets[0].rows()) == {
        2: {2: Cell("teks"), 3: Cell("45672", 45672.0, "date"), 4: Cell("12.5", 12.5)}
    }
    assert book.kind == "ods"
    assert "sel gabungan" in book.told[0]


def test_without_calamine_it_is_said_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(calaminefile, "find_spec", lambda _: None)
    with pytest.raises(InputFileError, match=r"pip install 'kskd\[xlsx\]'"):
        open_sheets(str(OLD))


# -- HTML -------------------------------------------------------------------------------------------------


def test_tables_of_a_page_are_sheets(tmp_path: Path) -> None:
    book = opened(
        tmp_path,
        "<html><style>td {x}</style><h3>DAFTAR 2024</h3><table><tr><th rowspan=2>No<th colspan=2>Pihak</tr>"
        "<tr><td>Satu<td>Dua<br>lagi</tr><tr style='display:none'><td>1<td><a href='https://contoh.example'>a"
        "</a><td>&lt;b&gt;</tr></table><p>akhir<table><tr><td>z</table></html>",
    )
    first, second = book.sheets
    assert texts(first) == {
        1: {1: "DAFTAR 2024"},
        2: {1: "No", 2: "Pihak"},
        3: {2: "Satu", 3: "Dua\nlagi"},
        4: {1: "1", 2: "a", 3: "<b>"},
    }
    assert first.merged == (Area(2, 1, 3, 1), Area(2, 2, 2, 3))
    assert first.hidden == {4}
    assert dict(first.rows())[4][2].link == "https://contoh.example"
    assert texts(second) == {1: {1: "akhir"}, 2: {1: "z"}}


# -- hostile files ----------------------------------------------------------------------------------------


def _with_sheet(xml: str) -> bytes:
    return packed({**parts_of(""), "xl/worksheets/sheet1.xml": xml})


_REPEATED = (
    '<table:table-row table:number-rows-repeated="1048576"><table:table-cell office:value-type="float"'
    ' table:number-columns-repeated="16384" office:value="1"/></table:table-row>'
)
_WIDE = ",".join(str(at) for at in range(10_000))
_HOSTILE: Mapping[str, tuple[bytes | str, str]] = {
    "nothing": ("", "kosong"),
    "blanks": ("\ufeff \r\n\t", "kosong"),
    "PDF": (b"%PDF-1.7\n%\xe2\xe3", "adalah PDF, bukan tabel"),
    "photo": (b"\xff\xd8\xff\xe0\x00\x10JFIF", "adalah foto"),
    "Word": (packed({**parts_of(""), "word/document.xml": "<x/>"}), "adalah dokumen Word"),
    "saved page": ("MIME-Version: 1.0\r\n", "halaman web tersimpan"),
    "XML": ('<?xml version="1.0"?><data/>', "adalah berkas XML"),
    "page without a table": ("<html><body><p>Masuk</p></body></html>", "halaman tanpa tabel"),
    "NUL": ("a,b\nc,\0d\n", "karakter NUL"),
    "no letters": (b"a,b\nc,\x81\xfe\n", "bukan teks UTF-8"),
    "open quote": ('a,b\nc,"d\ne,f\n', "bukan CSV yang utuh"),
    "10,000 columns": (f"{_WIDE}\n", "10000 kolom"),
    "10,000 columns of a page": ("<table><tr>" + "<td>x" * 10_000, "kolom"),
    "huge line": ("a,b\n" + "x" * 3_000_000, "baris 2 terlalu panjang"),
    "entities": (_with_sheet('<!DOCTYPE w [<!ENTITY a "x">]><worksheet>&a;</worksheet>'), "DOCTYPE"),
    "cut zip": (workbook("<c><v>1</v></c>")[:-40], "rusak"),
    "cut xls": (OLD.read_bytes()[:3000], "rusak"),
    "xls of noughts": (OLD.read_bytes()[:8] + bytes(5000), "rusak"),
    "password": (OLD.read_bytes() + "EncryptedPackage".encode("utf-16-le"), "kata sandi"),
    "no xml in ods": (ods("<table:table-row>"), "rusak"),
    "repeated ods": (ods(_REPEATED), "rusak|terlalu besar"),
}


@pytest.mark.parametrize("name", _HOSTILE)
def test_a_file_that_is_no_table_is_one_sentence(tmp_path: Path, name: str) -> None:
    content, said = _HOSTILE[name]
    with pytest.raises(InputFileError, match=said) as refused:
        opened(tmp_path, content, "daftar.csv")
    assert str(refused.value).isprintable()


def test_what_unpacks_without_end_is_refused(tmp_path: Path) -> None:
    bomb = _with_sheet(sheet_xml('<c t="inlineStr"><is><t>' + " " * 3_000_000 + "</t></is></c>"))
    assert len(bomb) < 20_000
    for limits in (LARGE._replace(unpacked=1_000_000), LARGE._replace(part=1_000_000)):
        with pytest.raises(InputFileError, match="terlalu besar"):
            opened(tmp_path, bomb, limits=limits)


def test_a_cell_beyond_any_cell_is_a_fault_of_its_own(tmp_path: Path) -> None:
    long = "x" * 40_000
    for content in (
        f"a,{long}\n",
        workbook(f'<c><v>1</v></c><c t="inlineStr"><is><t>{long}</t></is></c>'),
        f"<table><tr><td>a<td>{long}</table>",
    ):
        (_, cells), *_ = opened(tmp_path, content).sheets[0].rows()
        assert "terlalu panjang" in (cells[2].fault or "")


@pytest.mark.slow
def test_damage_in_an_old_workbook_never_ends_this_process(tmp_path: Path) -> None:
    chance = random.Random(7)  # noqa: S311 - damage, not secrets
    whole = OLD.read_bytes()
    for _ in range(25):
        spoilt = bytearray(whole)
        for _ in range(chance.randrange(1, 40)):
            spoilt[chance.randrange(8, len(spoilt))] = chance.randrange(256)
        try:
            opened(tmp_path, bytes(spoilt))
        except InputFileError as error:
            assert str(error).isprintable()  # noqa: PT017 - any of several, or none


@pytest.mark.slow
def test_memory_does_not_grow_with_the_rows(tmp_path: Path) -> None:
    def peak(count: int) -> int:
        path = tmp_path / f"{count}.csv"
        path.write_text("".join(f"{at};Perjanjian {at};2024-01-01\n" for at in range(count)))
        tracemalloc.start()
        (sheet,) = open_sheets(str(path)).sheets
        assert sum(1 for _ in sheet.rows()) == count
        _, most = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        return most

    assert peak(60_000) < peak(20_000) * 1.2
