"""What titles over rows say of them."""

from __future__ import annotations

import re

import pytest

from kskd.domain.opd import Opd
from kskd.domain.values.grid import Cell
from kskd.importing.reading import CellTold, RowReading
from kskd.importing.records import Record
from kskd.workflows.importing.titles import Titles, UnitNames

UNITS = UnitNames(
    {
        "DINKES": Opd("DINKES", "Dinas Kesehatan", aliases=("Dinas Kesehatan dan KB",)),
        "RSUD": Opd("RSUD", "Rumah Sakit Umum Daerah"),
        "SETDA": Opd("SETDA", "Bagian Kerja Sama"),
    },
    "Pemerintah Kabupaten Umpama",
)
OFFICES = re.compile("dinas .*")


def _said(section: str = "", sheet: str = "Sheet1", above: tuple[str, ...] = ()) -> dict[str, str]:
    titles = Titles(sheet, above, UNITS, OFFICES)
    return {concept: one.value for concept, one in titles.over(section).items()}


@pytest.mark.parametrize(
    ("section", "said"),
    [
        ("DINAS KESEHATAN", {"opd": "DINAS KESEHATAN"}),
        ("A. Dinas Kesehatan Kabupaten Umpama", {"opd": "Dinas Kesehatan Kabupaten Umpama"}),
        ("OPD: Dinkes", {"opd": "Dinkes"}),
        ("DINKES", {"opd": "DINKES"}),
        ("II. 1.02 DINAS KESEHATAN (3 naskah)", {"opd": "DINAS KESEHATAN"}),
        ("Tahun 2022 / ?", {}),
        ("Dinas Sosial", {"opd": "Dinas Sosial"}),
        ("III. TAHUN 2023", {"year": "2023"}),
        ("Dinas Kesehatan Tahun 2023", {"opd": "Dinas Kesehatan", "year": "2023"}),
        ("Tahun 2022 / DINAS KESEHATAN", {"opd": "DINAS KESEHATAN", "year": "2022"}),
        ("2021 - 2023", {}),
        ("KSDPK", {"scheme": "ksdpk"}),
        ("I. Kerja Sama Daerah dengan Pihak Ketiga", {"scheme": "ksdpk"}),
        ("PERGURUAN TINGGI", {"partner_kind": "PERGURUAN TINGGI"}),
        ("Lain-lain", {}),
    ],
)
def test_the_title_of_a_group(section: str, said: dict[str, str]) -> None:
    assert _said(section) == said


@pytest.mark.parametrize(
    ("sheet", "said"),
    [
        ("2023", {"year": "2023"}),
        ("PKS Dinkes 2024", {"opd": "Dinkes", "year": "2024"}),
        ("KSDPK", {"scheme": "ksdpk"}),
        ("s.d. 2024", {}),
        ("Dinas Lain", {}),
        ("Sheet1", {}),
    ],
)
def test_the_name_of_a_sheet(sheet: str, said: dict[str, str]) -> None:
    assert _said(sheet=sheet) == said


@pytest.mark.parametrize(
    ("above", "said"),
    [
        ("Perangkat Daerah : Dinas Kesehatan", {"opd": "Dinas Kesehatan"}),
        ("DAFTAR KERJA SAMA TAHUN 2024", {"year": "2024"}),
        ("KEADAAN 31 DESEMBER 2024", {}),
        ("BAGIAN KERJA SAMA", {}),
        ("Daftar kerja sama yang berlaku tahun 2024", {}),
    ],
)
def test_above_a_list_only_what_is_named_counts(above: str, said: dict[str, str]) -> None:
    assert _said(above=(above,)) == said


def test_what_stands_nearer_goes_before() -> None:
    assert _said("Tahun 2022", "2023", ("DAFTAR KERJA SAMA TAHUN 2024",)) == {"year": "2022"}
    assert _said("RSUD", "Dinkes") == {"opd": "RSUD"}


def _told(section: str, **typed: str) -> RowReading:
    record = Record("Sheet1", 7, {}, section=section)
    reading = RowReading(record, told=[CellTold(key, 3, text, key) for key, text in typed.items()])
    reading.typed.update({key: text for key, text in typed.items() if key != "year"})
    reading.beside.update({key: text for key, text in typed.items() if key == "year"})
    Titles("Sheet1", (), UNITS, OFFICES).tell(reading)
    return reading


def test_a_row_that_says_nothing_has_what_stands_over_it() -> None:
    reading = _told("Tahun 2022 / DINAS KESEHATAN")
    assert (reading.typed, reading.beside, reading.problems) == (
        {"opd": "DINAS KESEHATAN"},
        {"year": "2022"},
        [],
    )


def test_a_cell_goes_before_and_one_that_contradicts_is_left() -> None:
    same = _told("DINAS KESEHATAN", opd="Dinkes")
    assert (same.typed["opd"], same.problems) == ("Dinkes", [])
    other = _told("DINAS KESEHATAN", opd="RSUD")
    assert ("opd" in other.typed, other.undecided) == (False, {"opd"})
    assert (other.problems[0].column, other.problems[0].readings) == (3, ("RSUD", "DINAS KESEHATAN"))
    unknown = _told("DINAS KESEHATAN", opd="Dinas Sosial")  # which is named as unknown anyway
    assert (unknown.typed["opd"], unknown.problems) == ("Dinas Sosial", [])


def test_a_year_that_the_row_contradicts_is_not_its_own() -> None:
    assert _told("Tahun 2022", number="7/PKS/2021").beside == {}
    assert _told("Tahun 2022", number="7/PKS/2022").beside == {"year": "2022"}
    assert _told("Tahun 2022", year="2021").undecided == {"year"}


def test_a_year_in_which_most_rows_were_not_signed_says_nothing() -> None:
    titles = Titles("2024", (), UNITS, OFFICES)
    for at, year in enumerate((2024, 2021, 2022, 2024), 2):
        titles.count(Record("2024", at, {1: Cell(f"{at}/PKS/{year}"), 2: Cell("2024")}), [1], [])
    titles.close()
    assert (titles.over(""), dict(titles.rows)) == ({}, {})
    titles = Titles("2024", (), UNITS, OFFICES)
    for at in range(6):
        titles.count(Record("2024", at, {1: Cell(f"13/02/{2024 - (at == 5)}")}), [1], [])
    titles.close()
    assert titles.over("")["year"].value == "2024"


@pytest.mark.parametrize(
    ("units", "said"), [(["RSUD"] * 3, {}), (["RSUD", "RSUD", "Dinkes", ""], {"opd": "Dinkes"})]
)
def test_a_unit_most_of_whose_rows_have_others_says_nothing(units: list[str], said: dict[str, str]) -> None:
    titles = Titles("Dinkes", (), UNITS, OFFICES)
    for at, unit in enumerate(units, 2):
        titles.count(Record("Dinkes", at, {2: Cell(unit)}), [1], [2])
    titles.close()
    assert {concept: one.value for concept, one in titles.over("").items()} == said


@pytest.mark.parametrize(
    ("section", "above", "left"),
    [
        ("DINAS SOSIAL", (), "DINAS SOSIAL"),
        ("Tahun 2022 / BAPPEDA", (), "BAPPEDA"),
        (
            "A. Dinas Sosial / Kelompok Dua",
            ("DAFTAR KERJA SAMA", "OPD: Bappeda"),
            "OPD: Bappeda / A. Dinas Sosial / Kelompok Dua",
        ),
        ("KSDPK", (), ""),
        ("PERGURUAN TINGGI", (), ""),
        ("PERJANJIAN KERJA SAMA", (), ""),
        ("BAPPEDA / ?", ("OPD: Bappeda",), ""),
        ("", ("Dinas Sosial",), ""),
    ],
)
def test_titles_that_may_name_a_unit_go_with_a_row_that_is_left(
    section: str, above: tuple[str, ...], left: str
) -> None:
    reading = RowReading(Record("Sheet1", 7, {}, section=section))
    Titles("Sheet1", above, UNITS, OFFICES).tell(reading)
    assert reading.stood.get("above", "") == left


def test_a_title_that_says_nothing_of_its_rows_does_not_go_with_them() -> None:
    titles = Titles("Sheet1", (), UNITS, OFFICES)
    records = [Record("Sheet1", at, {2: Cell("RSUD")}, section="DINKES") for at in range(3)]
    for record in records:
        titles.count(record, [], [2])
    titles.close()
    reading = RowReading(records[0])
    titles.tell(reading)
    assert reading.stood == {}


@pytest.mark.parametrize(
    ("above", "sheet", "said"),
    [
        ("Dinas Sosial / A. RSUD", "PKS Dinkes 2024", {"opd": "RSUD"}),
        ("Dinas Sosial", "PKS Dinkes 2024", {"opd": "Dinkes"}),  # a year was told, or said nothing
        ("Dinas Sosial", "2024", {}),
    ],
)
def test_a_row_of_a_quarantine_stands_under_the_units_that_it_carries(
    above: str, sheet: str, said: dict[str, str]
) -> None:
    titles = Titles("", (), UNITS, OFFICES)
    assert {concept: one.value for concept, one in titles.over("", above, sheet).items()} == said
