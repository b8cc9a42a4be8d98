"""Names that are the same to the eye share a key; names that resemble are found, others are not."""

from __future__ import annotations

from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kskd.domain.values.names import closest, key


@pytest.mark.parametrize(
    ("name", "skeleton"),
    [
        ("Dinas Kesehatan", "dinas kesehatan"),
        ("  DINAS\u00a0 Kesehatan. ", "dinas kesehatan"),
        ("PT. Contoh Sejahtera, Tbk.", "pt contoh sejahtera tbk"),
        ("P.T. Contoh", "pt contoh"),
        ("R.S.U.D. Contoh", "rsud contoh"),
        ("CV.Contoh_Jaya", "cv contoh jaya"),
        ("Dinas A & B", "dinas a dan b"),
        ("Dinas A dan B", "dinas a dan b"),
        ("Ma'arif", "maarif"),
        ("Ma\u2019arif", "maarif"),
        ("Al-Contoh", "al contoh"),
        ("Dinas\u200b Kes\u00adehatan", "dinas kesehatan"),
        ("Ｄｉｎａｓ", "dinas"),
        ("Dinаs Kеsеhаtаn", "dinas kesehatan"),  # Cyrillic а and е
        ("ΡΤ Соntоh", "pt contoh"),  # Greek capitals, Cyrillic С and о
        ("Universite\u0301", "université"),
        ("Tabel 1.2", "tabel 1 2"),
        ("***", "***"),
    ],
)
def test_a_key_passes_over_what_the_eye_does(name: str, skeleton: str) -> None:
    assert key(name) == skeleton


@given(st.text())
def test_a_key_is_its_own_key(name: str) -> None:
    assert key(key(name)) == key(name)


@given(st.text(st.sampled_from("ABCabc .-é1")))
def test_a_key_ignores_case_composition_and_spacing(name: str) -> None:
    if any(char.isalnum() for char in name):
        assert key(name) == key(f" {normalize('NFD', name.upper())}  ")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Universtas Contoh", "Universitas Contoh"),
        ("Universitas Contah", "Universitas Contoh"),
        ("Universitas Cotnoh", "Universitas Contoh"),
        ("Universtas Cotnoh", "Universitas Contoh"),
        ("DINAS KETAHANAN PANGAN", "Dinas Ketahanan Pangan dan Pertanian"),
        ("Dinas Perhubungan", "DINAS PERHUBUNGAN Kota Contoh"),
        ("Dinas Perhubungan Kab. Contoh", "Dinas Perhubungan"),
        ("Badan Kepagawaian Daerah", "Badan Kepegawaian Daerah"),
        ("BPJS Kesehatanan", "BPJS Kesehatan"),
        ("Contoh Sejahtera PT", "PT. Contoh Sejahtera"),
        ("PT Contoh Sejahtera", "Contoh Sejahtera"),
        ("PT Contoh Sejahtera", "CV Contoh Sejahtera"),
        ("Dinas Ketahananpangan", "Dinas Ketahanan Pangan"),
        ("Puskesmas Contoh II", "Puskesmas Contoh 2"),
        ("SMP Negeri 01 Contoh", "SMP Negri 1 Contoh"),
        ("P.T. Contoh", "PT Contoh"),
        ("Univ. Contoh", "Universitas Contoh"),
        ("UNIV.CONTOH", "Universitas Contoh"),
        ("Univ. Cotnoh", "Universitas Contoh"),
        ("Pemkab Ogan Ilir", "Kabupaten Ogan Ilir"),
        ("Pemkab Ogan Ilir", "Pemerintah Kabupaten Ogan Ilir"),
        ("Pemerintah Kab. Ogan Ilir", "Pemerintah Daerah Kabupaten Ogan Ilir"),
        ("Kab. Ogan Ilir", "Pemerintah Daerah Kabupaten Ogan Ilir"),
        ("Kabupaten Contoh", "Pemerintah Kabupaten Cotnoh"),
        ("Pemkot Contoh", "Kota Contoh"),
        ("Pemkot Contoh", "Pemerintah Kota Contoh"),
        ("Pemprov Contoh Selatan", "Provinsi Contoh Selatan"),
        ("Prov. Contoh Selatan", "Pemerintah Provinsi Contoh Selatan"),
        ("Dinas Sosial Pemkab Contoh", "Dinas Sosial Kabupaten Contoh"),
        ("Dinas Sosial Pemkot Contoh", "Dinas Sosial"),
        ("Poltek Negeri Contoh", "Politeknik Negeri Contoh"),
        ("Kec. Contoh", "Kecamatan Contoh"),
        ("Kementrian Contoh", "Kementerian Contoh"),
        ("RS Contoh", "Rumah Sakit Contoh"),
        ("R.S. Contoh", "RumahSakit Contoh"),
        ("RSUD Contoh", "Rumah Sakit Umum Daerah Contoh"),
        ("RSUD Contoh Kab. Rekaan", "Rumah Sakit Umum Daerah Contoh"),
        ("RS Contoh II", "Rumah Sakit Contoh 2"),
        ("Universitas Sriwidjaja", "Universitas Sriwijaya"),
        ("Univ. Sriwidjaja", "Universitas Sriwijaya"),
        ("RSPAD Gatot Soebroto", "RSPAD Gatot Subroto"),
        ("PT Tjipta Moelia", "PT Cipta Mulia"),
        ("CV Adji", "PT Aji"),
        ("Pemerntah Kabupaten Contoh", "Pemerintah Kabupaten Contoh"),
        ("Rumah Sakt Contoh", "Rumah Sakit Contoh"),
        ("***", "***"),
    ],
)
def test_names_that_resemble_find_each_other(one: str, other: str) -> None:
    assert closest(one, [(other, 7)]) == [(other, 7)]
    assert closest(other, [(one, 7)]) == [(one, 7)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Dinas Kesehatan", "Dinas Kesenian"),
        ("Dinas Pertanian", "Dinas Pertanahan"),
        ("SMA Negeri 1 Contoh", "SMA Negeri 2 Contoh"),
        ("SMA Negeri 1 Contoh", "SMA Negeri Contoh"),
        ("SMA Negeri 1 Contoh", "SMA Negeri 11 Contoh"),
        ("Puskesmas Contoh I", "Puskesmas Contoh II"),
        ("Pemerintah Kabupaten Contoh", "Pemerintah Kabupaten Rekaan"),
        ("Dinas Kesehatan Kabupaten Contoh", "Dinas Kesehatan Kabupaten Rekaan"),
        ("Kota Contoh", "Kabupaten Contoh"),
        ("Universitas Contoh", "Universitas Negeri Contoh"),
        ("Universitas Contoh", "Universitas Contoh Nusantara"),
        ("Univ. Contoh", "Universitas Contoh Nusantara"),
        ("Univ. Contoh", "Politeknik Contoh"),
        ("Kabupaten Ogan Ilir", "Kota Ogan Ilir"),
        ("Pemkab Ogan Ilir", "Pemkot Ogan Ilir"),
        ("Pemkab Ogan Ilir", "Kota Ogan Ilir"),
        ("Pemkab Contoh", "Pemprov Contoh"),
        ("Kab. Contoh", "Kec. Contoh"),
        ("Kabupaten Ogan Ilir", "Kabupaten Ogan Komering Ilir"),
        ("Pemkab Ogan Ilir", "Kabupaten Ogan Komering Ilir"),
        ("Pemerintah Contoh", "Kabupaten Contoh"),
        ("Pemerintah Desa Contoh", "Desa Contoh"),
        ("Badan Pemerintahan Kabupaten Contoh", "Badan Kabupaten Contoh"),
        ("Dinas Sosial Pemkab Contoh", "Dinas Sosial Pemkab Rekaan"),
        ("RS Contoh", "Rumah Sakit Umum Daerah Contoh"),
        ("RSUD Contoh", "Rumah Sakit Umum Daerah Rekaan"),
        ("RS Contoh 1", "Rumah Sakit Contoh 2"),
        ("RS Contoh", "Rumah Sakit Contoh II"),
        ("Univ. 17 Contoh", "Universitas 18 Contoh"),
        ("Dinkes Contoh", "Dinas Kesehatan Contoh"),
        ("Bank CTH", "Bank CPH"),
        ("PT", "CV"),
        ("Dinas", "Dinas Kota Contoh"),
        ("***", "+++"),
        ("", "Dinas Kesehatan"),
    ],
)
def test_names_of_different_bodies_are_not_called_alike(one: str, other: str) -> None:
    assert closest(one, [(other, 7)]) == []
    assert closest(other, [(one, 7)]) == []


def test_the_best_come_first_and_no_more_than_asked() -> None:
    known = [
        ("Dinas Perhubungan Kota Contoh", "d"),
        ("Dinas Perhubugan", "c"),
        ("Perhubungan Dinas", "b"),
        ("Dinas Kesehatan", "x"),
        ("DINAS PERHUBUNGAN", "a"),
    ]
    found = closest("Dinas Perhubungan", iter(known), limit=4)
    assert [value for _, value in found] == ["a", "b", "c", "d"]
    assert closest("Dinas Perhubungan", known, limit=1) == [("DINAS PERHUBUNGAN", "a")]
    assert [value for _, value in closest("Dinas Perhubungan", known)] == ["a", "b", "c"]


def test_the_same_words_come_before_words_written_out_and_these_before_slips() -> None:
    known = [
        ("Pemkab Contoj", "d"),
        ("Pemerintah Kab. Contoh", "c"),
        ("Contoh Pemkab", "b"),
        ("PEMKAB CONTOH", "a"),
    ]
    assert [value for _, value in closest("Pemkab Contoh", known, limit=4)] == ["a", "b", "c", "d"]


def test_abbreviations_and_old_spelling_do_not_share_a_key() -> None:
    """Equal keys join names without a question, which only the user may do."""
    assert key("Univ. Contoh") != key("Universitas Contoh")
    assert key("Pemkab Contoh") != key("Kabupaten Contoh")
    assert key("Soebroto") != key("Subroto")


def test_equally_good_names_come_in_the_order_of_the_alphabet() -> None:
    known = [("PT. Contoh", 1), ("P.T. Contoh", 2), ("PT Contoh", 3)]
    assert [value for _, value in closest("pt contoh", known)] == [2, 3, 1]
