"""Tables of others: read as a spreadsheet wrote them, or refused with the line that is wrong."""

from __future__ import annotations

import csv
import io
import tempfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kskd.domain.values.text import FORMULA_SIGNS
from kskd.errors import InputFileError
from kskd.interchange.files import LARGEST_TABLE
from kskd.interchange.sheets.tables import read_table

COLUMNS = ("kode", "nama", "alias")
Rows = list[tuple[int, dict[str, str]]]


def read(folder: Path, content: bytes | str) -> Rows:
    """The rows of a file with this content."""
    path = folder / "opd.csv"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return read_table(str(path), COLUMNS, ("kode", "nama"))


def row(kode: str, nama: str, alias: str = "") -> dict[str, str]:
    """One row as read."""
    return {"kode": kode, "nama": nama, "alias": alias}


ONE: Rows = [(2, row("DINKES", "Dinas Kesehatan"))]


@pytest.mark.parametrize(
    "content",
    [
        "kode,nama\nDINKES,Dinas Kesehatan\n",
        "kode,nama\nDINKES,Dinas Kesehatan",  # no last line end
        "kode;nama\nDINKES;Dinas Kesehatan\n",
        "kode|nama\nDINKES|Dinas Kesehatan\n",
        "kode,nama\nDINKES,Dinas Kesehatan\n".encode("utf-16"),
        "kode,nama\nDINKES,Dinas Kesehatan\n".encode("utf-16-be"),
        "kode\tnama\nDINKES\tDinas Kesehatan\n",
        "kode,nama\r\nDINKES,Dinas Kesehatan\r\n",
        "\ufeffkode,nama\nDINKES,Dinas Kesehatan\n",
        '\ufeff"kode";"nama"\n"DINKES";"Dinas Kesehatan"\n',
        " KODE , Nama \n DINKES , Dinas Kesehatan \n",
        "nama,kode\nDinas Kesehatan,DINKES\n",
        "kode,nama,alias\nDINKES,Dinas Kesehatan\n",  # a short row
        "kode,nama,alias\nDINKES,Dinas Kesehatan,\n",
    ],
)
def test_what_spreadsheets_write_is_read_alike(tmp_path: Path, content: str | bytes) -> None:
    assert read(tmp_path, content) == ONE


@pytest.mark.parametrize(
    "content",
    [
        "No,Kode,Nama\n1,DINKES,Dinas Kesehatan\n",
        "No.;Kode;Nama\n1;DINKES;Dinas Kesehatan\n",
        "code,name\nDINKES,Dinas Kesehatan\n",
        "code,name,led\nDINKES,Dinas Kesehatan,4\n",
        "DAFTAR PERANGKAT DAERAH,,\n,,\nno,kode,nama\n1,DINKES,Dinas Kesehatan\n",
    ],
)
def test_other_headings_titles_and_running_numbers_are_passed_over(tmp_path: Path, content: str) -> None:
    path = tmp_path / "opd.csv"
    path.write_text(content, "utf-8")
    also = {"code": "kode", "name": "nama", "led": ""}
    [(_, values)] = read_table(str(path), COLUMNS, ("kode", "nama"), also=also)
    assert values == row("DINKES", "Dinas Kesehatan")


def test_the_apostrophe_that_kept_a_cell_from_running_is_taken_off(tmp_path: Path) -> None:
    assert read(tmp_path, "kode,nama\nA1,'-Dinas\nB2,'Aisyiyah\n") == [
        (2, row("A1", "-Dinas")),
        (3, row("B2", "'Aisyiyah")),
    ]


@pytest.mark.parametrize(
    "heading",
    ["berlaku_sejak", "Berlaku Sejak", "BERLAKU-SEJAK", " berlaku  sejak ", "Berlaku\u00a0Sejak",
     "berlaku - sejak", '"Berlaku\nSejak"'],
)  # fmt: skip
def test_spaces_and_hyphens_in_a_heading_are_underscores(tmp_path: Path, heading: str) -> None:
    path = tmp_path / "opd.csv"
    path.write_text(f"kode,{heading}\nA1,2/5/2024\n", "utf-8")
    [(_, values)] = read_table(str(path), ("kode", "berlaku_sejak"), ("kode",))
    assert values == {"kode": "A1", "berlaku_sejak": "2/5/2024"}


@pytest.mark.parametrize("first", ["sep=;\n", "sep=;\r\n", "sep=;\r", "SEP=;\n", "\ufeffsep=;\n"])
def test_the_line_by_which_excel_is_told_the_separator_is_passed_over(tmp_path: Path, first: str) -> None:
    """Rows are counted as Excel shows them, and it does not show this line."""
    assert read(tmp_path, f"{first}kode;nama\nDINKES;Dinas Kesehatan\n") == [
        (2, row("DINKES", "Dinas Kesehatan"))
    ]


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_the_separator_told_is_obeyed_whatever_the_headings_hold(tmp_path: Path, separator: str) -> None:
    content = f'sep={separator}\nkode{separator}nama\nA1{separator}"x,;\t|y"\n'
    assert read(tmp_path, content) == [(2, row("A1", "x,;\t|y"))]


def test_the_separator_is_the_one_of_the_headings(tmp_path: Path) -> None:
    assert read(tmp_path, "kode;nama;alias\nA1;Satu, dua,\ttiga;x,y\n") == [
        (2, row("A1", "Satu, dua,\ttiga", "x,y"))
    ]


def test_rows_are_counted_as_a_spreadsheet_shows_them(tmp_path: Path) -> None:
    content = 'kode,nama\n\n  ,\nA1,"Satu\nbaris\nlagi"\n,\nB2,Dua\n"C3","Ti""ga"\n\n'
    assert read(tmp_path, content) == [
        (4, row("A1", "Satu\nbaris\nlagi")),
        (6, row("B2", "Dua")),
        (7, row("C3", 'Ti"ga')),
    ]


@pytest.mark.parametrize("char", ["\x0b", "\x0c", "\x1c", "\x1d", "\x1e", "\x85", "\u2028", "\u2029"])
def test_only_line_ends_end_a_row(tmp_path: Path, char: str) -> None:
    """Python's own idea of lines would cut the row in two."""
    assert read(tmp_path, f"kode,nama\nA1,Satu{char}dua\nB2,Dua\n") == [
        (2, row("A1", f"Satu{char}dua")),
        (3, row("B2", "Dua")),
    ]


@pytest.mark.parametrize("content", ["kode,nama\n", "kode,nama", "kode,nama\n\n\n", "kode,nama\n,\n"])
def test_a_table_without_rows_is_empty(tmp_path: Path, content: str) -> None:
    assert read(tmp_path, content) == []


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        ("", "kosong"),
        ("\n", "kosong"),
        ("x\n", "kolom kode, nama tidak ada. Kolom yang dibaca: kode, nama, alias"),
        ("kode\nA1\n", "kolom nama tidak ada"),
        ("kode,nama,Nama\nA1,Satu,Dua\n", "kolom nama ada dua kali"),
        ("kode,nama,telepon\nA1,Satu,1\n", 'kolom "telepon" tidak dikenal'),
        ("kode,nama\nA1,Satu\nB2,Dua,Tiga\n", "baris 3: 3 kolom, kepala kolom 2"),
        ('kode,nama\n"A\n1",Satu,lebih\n', "baris 2: 3 kolom"),
        ('kode,nama\nA1,"Satu\nB2,Dua\n', "baris 3 bukan CSV yang utuh"),
        ('kode,nama\nA1,"Satu" dua\n', "baris 2 bukan CSV yang utuh"),
        ("kode,nama\nA1," + "x" * 200_000 + "\n", "baris 2 bukan CSV"),
        ("sep=;\nkode,nama\nA1,Satu\n", "kolom kode, nama tidak ada"),
        ("sep=;", "kolom kode, nama tidak ada"),
        ("sep=x\nkodexnama\nA1xSatu\n", "kolom kode, nama tidak ada"),
        ("sep=;\nkode;nama\nA1;Satu\nB2;Dua;Tiga\n", "baris 3: 3 kolom, kepala kolom 2"),
        ('sep=;\nkode;nama\nA1;"Satu" dua\n', "baris 3 bukan CSV yang utuh"),
        ("kode,nama,Nama \nA1,Satu,Dua\n", "kolom nama ada dua kali"),
        ("kode,nama,No. Telepon\nA1,Satu,1\n", 'kolom "No. Telepon" tidak dikenal'),
        ("kode,nama,kodenama\nA1,Satu,1\n", 'kolom "kodenama" tidak dikenal'),
        ("kode,nama\nA1,Sa\0tu\n", "memuat karakter NUL; simpan dari Excel"),
        ("kode,nama\nA1,Dinas Peñguji\x07\n".encode("cp1252"), r"bukan teks UTF-8 \(byte ke-22\); simpan"),
        (b"PK\x03\x04\xff\xff", "rusak"),
        (",".join(f"k{at}" for at in range(500)), "terlalu banyak"),
    ],
)
def test_what_cannot_be_read_is_refused_with_its_place(
    tmp_path: Path, content: bytes | str, sentence: str
) -> None:
    with pytest.raises(InputFileError, match=sentence) as refusal:
        read(tmp_path, content)
    assert "opd.csv" in str(refusal.value)


def test_a_file_beyond_the_limit_is_refused_before_it_is_read(tmp_path: Path) -> None:
    with (tmp_path / "besar.csv").open("wb") as stream:
        stream.truncate(LARGEST_TABLE + 1)
    with pytest.raises(InputFileError, match="lebih besar dari"):
        read_table(str(tmp_path / "besar.csv"), COLUMNS, ())


def test_a_file_that_is_not_there_is_not_said_to_be_badly_saved(tmp_path: Path) -> None:
    with pytest.raises(InputFileError, match="tidak dapat dibaca") as refusal:
        read_table(str(tmp_path / "tiada.csv"), COLUMNS, ())
    assert "Excel" not in str(refusal.value)


CELLS = st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=12)


@given(
    st.lists(st.tuples(CELLS, CELLS, CELLS), max_size=8),
    st.sampled_from(",;\t"),
    st.sampled_from(["\n", "\r\n"]),
)
def test_whatever_a_csv_writer_wrote_is_read_back(
    cells: list[tuple[str, str, str]], separator: str, end: str
) -> None:
    """Up to the white space around cells, what kept them from running, and rows without anything in them."""
    stream = io.StringIO()
    writer = csv.writer(stream, delimiter=separator, lineterminator=end, quoting=csv.QUOTE_ALL)
    writer.writerows([COLUMNS, *cells])
    with tempfile.TemporaryDirectory() as folder:
        found = [values for _, values in read(Path(folder), stream.getvalue())]
    stripped = [row(*map(_as_typed, one)) for one in cells]
    assert found == [one for one in stripped if any(one.values())]


def _as_typed(cell: str) -> str:
    bare = cell.lstrip()
    return (bare[1:] if bare.startswith("'") and bare[1:].startswith(FORMULA_SIGNS) else bare).strip()
