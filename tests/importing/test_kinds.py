"""What documents and partners are, from what offices call them."""

from __future__ import annotations

import pytest

from kskd.domain.choices import PartnerKind
from kskd.importing.kinds import amended_title, kind_of_name, read_kind


@pytest.mark.parametrize(
    "name",
    [
        "Pemerintah Kabupaten Umpama Jaya",
        "Pemerintah Daerah Kab. Umpama Jaya",
        "Pemda Kab. Umpama Jaya",
        "Pemda Kota Umpama Jaya",
        "PEMKAB UMPAMA JAYA",
        "Pemkot Umpama Jaya",
        "Pemprov Umpama Raya",
        "Pemerintah Provinsi Umpama Raya",
    ],
)
def test_a_regional_government_is_known_by_its_name(name: str) -> None:
    assert kind_of_name(name) is PartnerKind.PEMDA


@pytest.mark.parametrize(
    "name",
    [
        "Pemuda Umpama",
        "Pemerintah Desa Umpama",
        "Kota Umpama Jaya",
        "Kabupaten Umpama",
        "Pemerhati Kota Umpama",
    ],
)
def test_no_other_name_makes_a_regional_government_certain(name: str) -> None:
    assert kind_of_name(name) is None


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Adendum PKS Gizi", "PKS Gizi"),
        ("Addendum I Beasiswa Anak", "Beasiswa Anak"),
        ("ADENDUM KEDUA ATAS PKS Internet Desa", "PKS Internet Desa"),
        ("Adendum ke-2 terhadap PKS Gizi", "PKS Gizi"),
        ("Adendum Internet Desa", "Internet Desa"),
        ("Adendum III", ""),
        ("Memperpanjang jangka waktu", ""),
    ],
)
def test_an_adendum_names_the_title_of_its_document(text: str, title: str) -> None:
    assert amended_title(text) == title


@pytest.mark.parametrize("text", ["MoU/PKS", "PKS dan MoU", "KB / PKS"])
def test_two_kinds_in_one_cell_are_none(text: str) -> None:
    assert read_kind(text) is None
