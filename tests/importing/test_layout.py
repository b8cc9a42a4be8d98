"""Where a list stands in a sheet, and that no row of it is lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kskd.domain.values.grid import Area, Cell, RawSheet
from kskd.importing import passing
from kskd.importing.columns import plan_columns
from kskd.importing.heads import is_known_head
from kskd.importing.layout import find_headless, find_tables, is_across
from tests.importing.lists import kamus, sheet

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kskd.importing.records import FoundList, Record

KAMUS = kamus()
HEAD = "No | Mitra | Judul | Tanggal Mulai | Berakhir"
ROWS = (
    "1 | PT Contoh Satu | Pelatihan kerja | 2 Mei 2024 | 1 Mei 2027",
    "2 | PT Contoh Dua | Layanan pasar | 3 Mei 2024 | 2 Mei 2026",
    "3 | Universitas Contoh | Magang | 4 Mei 2024 | 3 Mei 2025",
)


def _only(made: RawSheet) -> FoundList:
    (found,) = find_tables(made, KAMUS)
    return found


def _taken(found: FoundList) -> list[Record]:
    return [record for record in found.records() if not record.passed]


def _passed(found: FoundList) -> list[tuple[int, str]]:
    return [(record.row, record.passed) for record in found.records() if record.passed]


def _texts(found: FoundList) -> list[list[str]]:
    return [[cell.text for _, cell in sorted(record.cells.items())] for record in _taken(found)]


def _is_complete(made: RawSheet, found: Sequence[FoundList]) -> bool:
    told = [one.row for part in found for one in part.before]
    told += [row for part in found for row in part.head_rows]
    told += [record.row for part in found for record in part.records()]
    return sorted(told) == [row for row, cells in made.rows() if cells]


def test_titles_stand_above_and_are_counted() -> None:
    made = sheet(["DAFTAR KERJA SAMA", "TAHUN 2024", "", HEAD, *ROWS])
    found = _only(made)
    assert found.above == ("DAFTAR KERJA SAMA", "TAHUN 2024")
    assert found.head_rows == (4,)
    assert [one.row for one in found.before] == [1, 2]
    assert [heading.text for heading in found.headings] == HEAD.split(" | ")
    assert [record.row for record in _taken(found)] == [5, 6, 7]
    assert _is_complete(made, [found])


def test_merged_groups_stand_over_their_headings() -> None:
    made = sheet(
        [
            "DAFTAR NASKAH",
            "No | Judul | PIHAK KESATU | | PIHAK KEDUA | | Masa Berlaku",
            " | | Jabatan | Nomor | Nama | Nomor | Mulai | Selesai",
            "(1) | (2) | (3) | (4) | (5) | (6) | (7) | (8)",
            "1 | Pelatihan | Bupati | 100/1/2024 | PT Contoh | 7/PT/2024 | 2 Mei 2024 | 1 Mei 2027",
        ],
        merged=[Area(2, 1, 3, 1), Area(2, 2, 3, 2), Area(2, 3, 2, 4), Area(2, 5, 2, 6), Area(2, 7, 2, 8)],
    )
    found = _only(made)
    assert [heading.text for heading in found.headings] == [
        "No",
        "Judul",
        "PIHAK KESATU / Jabatan",
        "PIHAK KESATU / Nomor",
        "PIHAK KEDUA / Nama",
        "PIHAK KEDUA / Nomor",
        "Masa Berlaku / Mulai",
        "Masa Berlaku / Selesai",
    ]
    assert _passed(found) == [(4, passing.NUMBERING)]
    assert _is_complete(made, [found])


def test_groups_that_a_csv_has_not_merged_stand_over_theirs() -> None:
    found = _only(
        sheet(
            [
                "No | Judul | PIHAK KEDUA | | Masa Berlaku | ",
                " | | Nama | Nomor | Mulai | Selesai",
                "1 | Pelatihan | PT Contoh | 7/PT/2024 | 2 Mei 2024 | 1 Mei 2027",
            ]
        )
    )
    assert [heading.text for heading in found.headings][2:] == [
        "PIHAK KEDUA / Nama",
        "PIHAK KEDUA / Nomor",
        "Masa Berlaku / Mulai",
        "Masa Berlaku / Selesai",
    ]
    assert [record.row for record in _taken(found)] == [3]


def test_three_rows_of_headings_and_numbers_of_columns() -> None:
    made = sheet(
        [
            "NO | KERJA SAMA | | | KETERANGAN",
            " | MITRA | MASA BERLAKU | | ",
            " | | MULAI | SELESAI | ",
            "1 | 2 | 3 | 4 | 5",
            "1 | Desa Contoh | 2021 | 2024 | baik",
        ],
        merged=[
            Area(1, 1, 3, 1),
            Area(1, 2, 1, 4),
            Area(1, 5, 3, 5),
            Area(2, 2, 3, 2),
            Area(2, 3, 2, 4),
        ],
    )
    found = _only(made)
    assert found.head_rows == (1, 2, 3)
    assert [heading.parts[-1] for heading in found.headings] == [
        "NO",
        "MITRA",
        "MULAI",
        "SELESAI",
        "KETERANGAN",
    ]
    assert _passed(found) == [(4, passing.NUMBERING)]
    assert len(_taken(found)) == 1


def test_repeated_headings_are_passed_over() -> None:
    made = sheet([HEAD, ROWS[0], "", HEAD, "1 | 2 | 3 | 4 | 5", ROWS[1], HEAD.upper(), ROWS[2]])
    found = _only(made)
    assert _passed(found) == [(4, passing.REPEATED), (5, passing.NUMBERING), (7, passing.REPEATED)]
    assert len(_taken(found)) == 3


def test_a_merged_cell_is_filled_down() -> None:
    found = _only(
        sheet(
            [
                "No | Nomor MoU | Nomor PKS | Mitra",
                "1 | 1/MOU/2024 | 5/PKS/2024 | PT Contoh",
                " | | 6/PKS/2024 | PT Contoh",
                "2 | 2/MOU/2024 | 7/PKS/2024 | CV Contoh",
            ],
            merged=[Area(2, 1, 3, 1), Area(2, 2, 3, 2)],
        )
    )
    second = _taken(found)[1]
    assert second.cells[2].text == "1/MOU/2024"
    assert second.carried == {1, 2}
    assert [record.carried for record in _taken(found)][::2] == [frozenset(), frozenset()]


def test_titles_of_groups_go_with_their_records() -> None:
    made = sheet(
        [
            HEAD,
            "I. DALAM NEGERI",
            "Tahun 2023",
            ROWS[0],
            "Tahun 2024",
            ROWS[1],
            "II. LUAR NEGERI",
            ROWS[2],
            "III | PIHAK KETIGA",
            "1 | PT Contoh Tiga | Sewa | 2 Mei 2024 | 1 Mei 2025",
        ]
    )
    found = _only(made)
    assert [record.section for record in _taken(found)] == [
        "I. DALAM NEGERI / Tahun 2023",
        "I. DALAM NEGERI / Tahun 2024",
        "II. LUAR NEGERI",
        "III. PIHAK KETIGA",
    ]
    assert {why for _, why in _passed(found)} == {passing.SECTION}
    assert _is_complete(made, [found])


@pytest.mark.parametrize(
    "title", ["DINAS KESEHATAN CONTOH", "Perjanjian Kerja Sama", "A. PKS", "2023", "MOU"]
)
def test_a_title_in_place_of_the_number_is_one_of_a_group(title: str) -> None:
    found = _only(sheet([HEAD, title, *ROWS]))
    assert {record.section for record in _taken(found)} == {title}


def test_a_record_of_one_cell_is_no_title() -> None:
    found = _only(sheet([HEAD, ROWS[0], " | PT Contoh Lain", ROWS[1]]))
    assert ["PT Contoh Lain"] in _texts(found)


def test_totals_and_signatures_are_left_out_with_their_reason() -> None:
    made = sheet(
        [
            HEAD,
            *ROWS,
            "Jumlah | | | 3",
            "",
            " | | | Contoh, 5 Mei 2024",
            "Mengetahui, | | | Kepala Bagian",
            " | | | Pejabat Contoh",
            " | | | NIP. 000",
        ]
    )
    found = _only(made)
    assert _passed(found) == [
        (5, passing.TOTAL),
        (7, passing.FOOTER),
        (8, passing.FOOTER),
        (9, passing.FOOTER),
        (10, passing.FOOTER),
    ]
    assert len(_taken(found)) == 3
    assert _is_complete(made, [found])


def test_a_partner_called_total_is_no_total() -> None:
    found = _only(
        sheet(
            [
                HEAD,
                "1 | PT Total Contoh | Jumlah penduduk | 2 Mei 2024 | 1 Mei 2025",
                " | Total Contoh Energi | x",
            ]
        )
    )
    assert len(_taken(found)) == 2


def test_a_full_row_below_a_note_is_a_record_again() -> None:
    found = _only(sheet([HEAD, ROWS[0], "Keterangan: belum lengkap", *ROWS[1:]]))
    assert _passed(found) == [(3, passing.FOOTER)]
    assert len(_taken(found)) == 3


def test_rows_with_nothing_but_a_number_are_told() -> None:
    found = _only(sheet([HEAD, ROWS[0], "2", "3 | - | - | - | -"]))
    assert _passed(found) == [(3, passing.NUMBER_ONLY), (4, passing.EMPTY)]


def test_hidden_rows_are_kept_and_marked() -> None:
    found = _only(sheet([HEAD, *ROWS], hidden=[3]))
    assert [record.is_hidden for record in _taken(found)] == [False, True, False]


def test_lists_under_one_another() -> None:
    made = sheet(
        [
            "MoU",
            HEAD,
            ROWS[0],
            "Jumlah | 1",
            "",
            "Mitra luar negeri",
            "Nama Mitra | Negara | Tentang | Jangka Waktu",
            "Kota Contoh | Negeri Contoh | Budaya | 3 tahun",
        ]
    )
    first, second = find_tables(made, KAMUS)
    assert [record.row for record in first.records()] == [3, 4]
    assert second.above == ("Mitra luar negeri",)
    assert _texts(second) == [["Kota Contoh", "Negeri Contoh", "Budaya", "3 tahun"]]
    assert _is_complete(made, [first, second])


def test_a_signature_between_two_lists_belongs_to_the_first() -> None:
    made = sheet(
        [
            HEAD,
            *ROWS,
            "",
            "Contoh, 5 Mei 2024",
            "Pejabat Contoh",
            "",
            "II. PKS",
            "",
            "Mitra | Judul | OPD",
            "PT Contoh | Air | Dinas Contoh",
        ]
    )
    first, second = find_tables(made, KAMUS)
    assert _passed(first) == [(6, passing.FOOTER), (7, passing.FOOTER)]
    assert second.above == ("II. PKS",)
    assert _is_complete(made, [first, second])


def test_a_cell_that_cannot_be_read_makes_a_record() -> None:
    rows = [(1, {1: Cell("Mitra"), 2: Cell("Judul")}), (2, {2: Cell("", fault="rumus tanpa nilai")})]
    assert [record.row for record in _taken(_only(RawSheet("", lambda: iter(rows))))] == [2]


def test_headings_that_nobody_knows_are_found_by_what_is_below() -> None:
    made = sheet(["Rekap", "Zat | Warna | Bobot", "Besi | kelabu | 7", "Emas | kuning | 19"])
    assert _only(made).head_rows == (2,)
    assert _is_complete(made, [_only(made)])


@pytest.mark.parametrize("rows", [[], [""], ["Kerja sama kami banyak."], ["a | b", "c | d"]])
def test_a_sheet_without_a_list_has_none(rows: list[str]) -> None:
    assert find_tables(sheet(rows), KAMUS) == ()


def test_an_indented_record_says_how_far() -> None:
    found = _only(
        sheet(
            ["Nomor | Judul | Mitra", ("1/MOU/2024", "Induk", "PT Contoh"), ("", "   Turunan", "PT Contoh")]
        )
    )
    assert [record.indent for record in _taken(found)] == [0, 3]


def test_a_record_stands_further_right_where_nothing_stands_above_its_first_words() -> None:
    """Not where its first cell is unknown, and not beside a merged one."""
    umbrella, derived = ("Induk", "", "PT Contoh"), ("", "Turunan", "PT Contoh")
    found = _only(sheet(["Judul | Isi | Mitra", umbrella, derived, derived, umbrella, derived]))
    assert [record.indent for record in _taken(found)] == [0, 1, 1, 0, 1]
    rows = (("1/PKS/2024", "Isi", "PT Contoh"), ("", "Rancangan", "PT Contoh"), ("", "Lagi", "PT Contoh"))
    found = _only(sheet(["Nomor | Judul | Mitra", *rows, rows[0]]))
    assert [record.indent for record in _taken(found)] == [0, 0, 0, 0]


@given(
    titles=st.lists(
        st.sampled_from(["DAFTAR KERJA SAMA", "PEMERINTAH KABUPATEN CONTOH", "Tahun 2024", ""]), max_size=5
    ),
    gaps=st.lists(st.integers(0, 3), min_size=3, max_size=3),
)
def test_titles_above_and_blank_rows_between_change_nothing(titles: list[str], gaps: list[int]) -> None:
    rows = [line for gap, one in zip(gaps, ROWS, strict=True) for line in (*[""] * gap, one)]
    made = sheet([*titles, HEAD, *rows])
    found, plain = _only(made), _only(sheet([HEAD, *ROWS]))
    assert (found.headings, _texts(found)) == (plain.headings, _texts(plain))
    assert _is_complete(made, [found])


def test_lists_beside_one_another_are_each_a_list() -> None:
    made = sheet(
        [
            "DAFTAR KERJA SAMA",
            "MoU | | | | PKS",
            "No | Mitra | Judul | | No | Mitra | Judul",
            "1 | PT Contoh | Air | | 1 | CV Contoh | Pasar",
            " | | | | 2 | CV Misal | Parkir",
        ],
        merged=[Area(1, 1, 1, 7)],
    )
    one, other = find_tables(made, KAMUS)
    assert _texts(one) == [["1", "PT Contoh", "Air"]]
    assert _texts(other) == [["1", "CV Contoh", "Pasar"], ["2", "CV Misal", "Parkir"]]
    assert (one.above, other.above) == (("DAFTAR KERJA SAMA", "MoU"), ("DAFTAR KERJA SAMA", "PKS"))
    assert [heading.column for heading in other.headings] == [5, 6, 7]


def test_an_empty_column_within_a_list_does_not_part_it() -> None:
    found = _only(
        sheet(["No | Mitra | Judul | | Nomor | Berakhir", "1 | PT Contoh | Air | | 1/KB/2024 | 1 Mei 2027"])
    )
    assert [heading.column for heading in found.headings] == [1, 2, 3, 5, 6]


def test_a_sheet_that_lies_across_has_no_list_and_is_recognised() -> None:
    rows = [
        "Judul | Air | Pasar",
        "Mitra | PT A | PT B",
        "Nomor | 1/KB/2024 | 2/KB/2024",
        "Berakhir | 2027 | 2028",
    ]
    assert find_tables(sheet(rows), KAMUS) == ()
    assert is_across(sheet(rows), KAMUS)
    assert not is_across(sheet([HEAD, *ROWS]), KAMUS)


def test_a_list_without_headings_loses_no_row_and_its_columns_are_never_certain() -> None:
    rows = [f"PT Contoh {at} | Layanan {at} | 440/{at}/PKS/2024 | {at} Mei 2024 | PKS" for at in range(1, 5)]
    made = sheet(["DAFTAR", "", *rows])
    assert find_tables(made, KAMUS) == ()
    (found,) = find_headless(made, KAMUS)
    assert (found.head, found.head_rows, found.above) == (3, (), ("DAFTAR",))
    assert len(_taken(found)) == 4
    plans = plan_columns(found, KAMUS)
    assert [(one.heading, one.concept) for one in plans] == [
        ("Kolom A", "partner"),
        ("Kolom B", None),
        ("Kolom C", "number"),
        ("Kolom D", None),
        ("Kolom E", "kind"),
    ]
    assert "pasti" not in {one.sure for one in plans}


def test_a_sheet_of_sums_is_no_list_without_headings() -> None:
    assert find_headless(sheet(["MoU | 3 | 4", "PKS | 5 | 6", "Kontrak | 7 | 8"]), KAMUS) == ()


def test_the_name_of_a_unit_alone_is_a_title_but_not_among_units_or_partners() -> None:
    head = "Judul | Nomor | Mitra | Berakhir"
    found = _only(sheet([head, "DINAS KESEHATAN", "Air | 1/KB/2024 | PT Contoh | 1 Mei 2027"]))
    assert [record.section for record in _taken(found)] == ["DINAS KESEHATAN"]
    found = _only(sheet(["Mitra | Judul | Nomor | Berakhir", "Dinas Kesehatan", "PT A | Air | 1/K/2 | 2027"]))
    assert [record.row for record in _taken(found)] == [2, 3]


@pytest.mark.parametrize("total", ["Jumlah Dinas Kesehatan", "Sub Total Bidang Contoh"])
def test_a_sum_of_anything_in_place_of_the_number_is_a_total(total: str) -> None:
    found = _only(sheet(["No | Judul | Mitra | Nilai", "1 | Air | PT Contoh | 100", f"{total} | | | 100"]))
    assert _passed(found) == [(3, passing.TOTAL)]


def test_a_kind_over_the_first_column_is_a_title_and_no_group() -> None:
    found = _only(sheet(["KESEPAKATAN BERSAMA", "No | Judul | Mitra | Nomor", "1 | Air | PT Contoh | 1/K/2"]))
    assert (found.above, found.headings[0].text) == (("KESEPAKATAN BERSAMA",), "No")


def test_a_row_of_a_wide_list_is_one_of_headings_only_where_a_quarter_is_known() -> None:
    wide = [f"Kolom lain {at}" for at in range(16)]
    few = ["Mitra", "Judul", "Nomor", "Berakhir"]
    assert is_known_head({at: Cell(text) for at, text in enumerate(few + wide[:12], 1)}, KAMUS)
    assert not is_known_head({at: Cell(text) for at, text in enumerate(few + wide, 1)}, KAMUS)


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("Judul | Nomor | Mitra | Berakhir", "Perangkat Daerah : Dinas Contoh"),
        ("No | OPD | Judul | Mitra", "1 | Dinas Contoh"),
        ("OPD | Judul | Mitra | Nomor", "Bagian Contoh"),
    ],
)
def test_a_unit_alone_is_over_the_rows_below(head: str, title: str) -> None:
    found = _only(sheet([head, title, " | | PKS Air | PT Contoh"]))
    assert [record.section for record in _taken(found)] == [title.removeprefix("1 | ")]


def test_a_text_alone_that_is_no_title_puts_in_doubt_which_title_holds() -> None:
    head = "Mitra | Judul | Nomor | Berakhir"
    found = _only(
        sheet(
            [
                head,
                "TAHUN 2023",
                "PT A | Air | 1 | 2027",
                "Contoh",
                "PT B | Air | 2 | 2027",
                "TAHUN 2024",
                "PT C | Air | 3 | 2027",
            ]
        )
    )
    assert [record.section for record in _taken(found)] == [
        "TAHUN 2023",
        "TAHUN 2023 / ?",
        "TAHUN 2023 / ?",
        "TAHUN 2024",
    ]
