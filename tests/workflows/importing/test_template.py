"""The template: a heading for all that can be told, text cells, choices, and never over a file."""

from __future__ import annotations

from typing import TYPE_CHECKING

import openpyxl
import pytest

from kskd.domain.document.fields import FIELDS
from kskd.domain.field import OWN, Field
from kskd.domain.values.kinds import FieldKind
from kskd.errors import AlreadyThere
from kskd.importing.about.catalogues import catalogues
from kskd.importing.concepts import Subject
from kskd.importing.template import template_sheets
from kskd.workflows.importing.template import write_template

if TYPE_CHECKING:
    from pathlib import Path

KNOWN = catalogues(FIELDS)


def test_each_field_that_can_be_told_has_its_heading_once(tmp_path: Path) -> None:
    write_template(KNOWN, tmp_path / "t.xlsx")
    book = openpyxl.load_workbook(tmp_path / "t.xlsx")
    assert book.sheetnames == ["Naskah", "Petunjuk", "OPD", "Mitra", "Evaluasi", "Daftar"]
    assert book["Daftar"].sheet_state == "veryHidden"
    headings = [str(cell.value) for cell in book["Naskah"][1]]
    told = {one.over for one in FIELDS if one.is_typed and one.key != "doc"}
    assert set(headings) == told | {"ID", "Jenis naskah", "Jenis mitra", "Diakhiri", "Dasar pengakhiran"}
    assert len(headings) == len(set(headings))
    assert {str(cell.value) for cell in book["OPD"][1]} == {"Kode", "Nama", "Alias", "Sejak"}
    assert {str(cell.value) for cell in book["Mitra"][1]} == {"Mitra", "Jenis", "Alias"}
    evaluated = {str(cell.value) for cell in book["Evaluasi"][1]}
    skipped = {"partner", "semester", "year", "percent", "answer"}
    assert evaluated == {"ID", *(one.over for one in KNOWN[Subject.EVALUATION] if one.key not in skipped)}
    guide = list(book["Petunjuk"].iter_rows(min_row=2, values_only=True))
    assert [row[1] for row in guide if row[0] == "Naskah"] == headings
    assert {row[1] for row in guide if row[0] == "Naskah" and row[5] == "ya"} == {"Judul", "Mitra", "OPD"}


def test_what_is_typed_stays_text_and_choices_are_offered(tmp_path: Path) -> None:
    write_template(KNOWN, tmp_path / "t.xlsx")
    page = openpyxl.load_workbook(tmp_path / "t.xlsx")["Naskah"]
    widths = page.column_dimensions
    assert {widths[key].number_format for key in widths} == {"@"}
    lists = [one for one in page.data_validations.dataValidation if one.type == "list"]
    assert len(lists) > 40
    assert page.max_row == 1


def test_the_same_fields_give_the_same_bytes_and_no_file_is_replaced(tmp_path: Path) -> None:
    for name in ("a.xlsx", "b.xlsx", "a.CSV"):
        write_template(KNOWN, tmp_path / name)
    assert (tmp_path / "a.xlsx").read_bytes() == (tmp_path / "b.xlsx").read_bytes()
    headings = (tmp_path / "a.CSV").read_text("utf-8-sig").strip().split(";")
    assert headings == [one.heading for one in template_sheets(KNOWN)[0].columns]
    with pytest.raises(AlreadyThere):
        write_template(KNOWN, tmp_path / "a.CSV")


def test_an_own_field_has_a_column_and_one_with_a_heading_that_is_taken_goes_by_its_key() -> None:
    own = [
        Field(f"{OWN}{key}", label, FieldKind.TEXT) for key, label in (("pic", "narahubung"), ("x", "judul"))
    ]
    headings = [one.heading for one in template_sheets(catalogues(FIELDS.beside(*own)))[0].columns]
    assert headings[-2:] == ["Narahubung", "own_x"]
