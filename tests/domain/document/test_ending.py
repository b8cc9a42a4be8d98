"""Grounds of an early end: what people type means one, given by the law or not, or is refused with a list."""

from __future__ import annotations

from datetime import date

import pytest

from kskd.domain.document.chain import Scheme
from kskd.domain.document.ending import BY_AGREEMENT, GROUNDS, Ending, grounds_of, read_ground
from kskd.domain.values.days import Day
from kskd.errors import InvalidFact

KSDD, KSDPK, KSDPL, SINERGI = Scheme.KSDD_WAJIB, Scheme.KSDPK, Scheme.KSDPL, Scheme.SINERGI


@pytest.mark.parametrize(
    ("typed", "scheme", "code", "article"),
    [
        ("tujuan tercapai", KSDD, "tujuan", "PP 28/2018 Pasal 9 ayat (1)"),
        ("TUJUAN", KSDD, "tujuan", "PP 28/2018 Pasal 9 ayat (1)"),
        ("Tujuan kerja sama sudah tercapai.", KSDPK, "tujuan", "PP 28/2018 Pasal 22"),
        ("tercapainya tujuan", KSDPL, "tujuan", "Permendagri 25/2020 Pasal 34"),
        ("tujuan tercapay", KSDD, "tujuan", "PP 28/2018 Pasal 9 ayat (1)"),
        ("kesepakatan para pihak", KSDPL, "kesepakatan", "Permendagri 25/2020 Pasal 34"),
        ("kedua pihak sepakat mengakhiri", KSDPK, "kesepakatan", "PP 28/2018 Pasal 22"),
        ("disepakati bersama", SINERGI, "kesepakatan", BY_AGREEMENT),
        ("perubahan peraturan perundang-undangan", KSDD, "peraturan", "PP 28/2018 Pasal 9 ayat (1)"),
        ("kebijakan pusat berubah", KSDPK, "peraturan", "PP 28/2018 Pasal 22"),
        ("peraturan bupati yang baru", KSDPK, "peraturan", "PP 28/2018 Pasal 22"),
        ("obyek musnah terbakar", KSDD, "objek", "PP 28/2018 Pasal 9 ayat (1)"),
        ("hilangnya objek", KSDPK, "objek", "PP 28/2018 Pasal 22"),
        ("putusan pengadilan inkrah", KSDPK, "pengadilan", "PP 28/2018 Pasal 22"),
        ("mitra pailit", KSDPK, "pailit", "PP 28/2018 Pasal 22"),
        ("diganti dengan MoU baru", KSDPL, "penggantian", "Permendagri 25/2020 Pasal 34"),
        ("tujuan tercapai", SINERGI, "tujuan", BY_AGREEMENT),
    ],
)
def test_words_mean_one_ground_of_the_scheme(typed: str, scheme: Scheme, code: str, article: str) -> None:
    ground = read_ground(typed, scheme)
    assert (ground.code, ground.article(scheme)) == (code, article)


@pytest.mark.parametrize("scheme", Scheme)
def test_every_ground_is_found_by_its_code_and_its_label(scheme: Scheme) -> None:
    for ground in grounds_of(scheme):
        assert read_ground(ground.code.upper(), scheme) == ground
        assert read_ground(f" {ground.label}. ", scheme) == ground


@pytest.mark.parametrize(
    "typed",
    [
        "pergantian kepala daerah", "Pergantian pejabat", "bupati ganti", "karena bupati berganti",
        "ganti wali kota", "walikota baru", "gubernur terpilih yang baru", "pejabat lama pensiun",
        "kepala dinas dimutasi", "mutasi kepala dinas", "rotasi pejabat", "hasil pilkada",
        "masa jabatan bupati habis", "penggantian pimpinan mitra", "direktur mengundurkan diri",
        "pelantikan bupati", "serah terima jabatan", "bupati meninggal", "perubahan kepemimpinan",
        "rektor diganti", "Sekda berhenti",
    ],
)  # fmt: skip
@pytest.mark.parametrize("scheme", [KSDD, KSDPK, SINERGI])
def test_a_change_of_leader_is_known_as_such_and_given_by_no_article(typed: str, scheme: Scheme) -> None:
    ground = read_ground(typed, scheme)
    assert (ground.code, ground in grounds_of(scheme)) == ("pergantian-pejabat", False)
    assert ground.article(scheme).startswith("bukan dasar pengakhiran")


@pytest.mark.parametrize(
    ("typed", "scheme", "code"),
    [
        ("mitra pailit", KSDD, "pailit"),
        ("diganti dengan naskah yang baru", KSDPK, "penggantian"),
        ("lain", KSDD, "lain"),
        ("Pergantian-pejabat", KSDPL, "pergantian-pejabat"),
    ],
)
def test_a_ground_that_the_law_does_not_give_is_recorded(typed: str, scheme: Scheme, code: str) -> None:
    ground = read_ground(typed, scheme)
    assert (ground.code, ground in grounds_of(scheme)) == (code, False)
    assert ground.article(scheme).startswith("bukan dasar pengakhiran")


@pytest.mark.parametrize(
    ("typed", "scheme", "sentence"),
    [
        ("lain-lain", KSDD, "tidak dikenal"),
        ("tujuan tercapai dan para pihak sepakat", KSDD, "tidak jelas"),
        ("jangka waktu habis", KSDD, "berakhir dengan sendirinya"),
        ("berakhirnya masa berlaku", KSDPK, "berakhir dengan sendirinya"),
    ],
)
def test_anything_else_is_refused_with_the_grounds_of_the_scheme(
    typed: str, scheme: Scheme, sentence: str
) -> None:
    with pytest.raises(InvalidFact) as refused:
        read_ground(typed, scheme)
    assert sentence in str(refused.value)
    told = str(refused.value)
    listed = {one.code for one in grounds_of(scheme)} | {"lain"}
    assert {code for code in GROUNDS if f"{code} (" in told} == listed


def test_an_early_end_lies_between_the_signing_and_the_last_day() -> None:
    signed, last = Day.of(date(2024, 2, 20)), Day.of(date(2029, 2, 20))
    for day in (date(2024, 2, 20), date(2029, 2, 19)):
        Ending(day, "tujuan").check("KB-2024-001", signed, last)
    Ending(date(2040, 1, 1), "tujuan").check("KB-2024-001", signed, None)
    for day, when, until in (
        (date(2024, 2, 19), signed, last),
        (date(2029, 2, 20), signed, last),
        (date(2030, 1, 1), signed, last),
        (date(2024, 3, 1), None, None),
    ):
        with pytest.raises(InvalidFact, match="KB-2024-001"):
            Ending(day, "tujuan").check("KB-2024-001", when, until)


def test_an_early_end_contradicts_days_known_in_part_only_where_no_day_fits() -> None:
    signed, last = Day.parse("2024"), Day.parse("2029-02")
    for day in (date(2024, 1, 1), date(2024, 6, 1), date(2029, 2, 27)):
        Ending(day, "tujuan").check("KB-2024-001", signed, last)
    Ending(date(1990, 1, 1), "tujuan").check("KB-2024-001", Day.parse("XXXX"), None)
    for day in (date(2023, 12, 31), date(2029, 2, 28)):
        with pytest.raises(
            InvalidFact, match=r"ditandatangani 2024|berakhir dengan sendirinya Februari 2029"
        ):
            Ending(day, "tujuan").check("KB-2024-001", signed, last)
