"""Amounts of money are read as people type them, never rounded, converted or guessed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kskd.domain.values.money import format_money, in_unit_of, read_money
from kskd.domain.values.numbers import LARGEST
from kskd.errors import InvalidNumber

AMOUNTS = st.integers(0, LARGEST)
STEPS = st.sampled_from(
    ["1", "200", "1.500", "2,5", "ribu", "jt", "juta", "miliar", "M", "dan", "rupiah", "Rp"]
)


@pytest.mark.parametrize(
    ("typed", "amount"),
    [
        ("Rp1.000.000,00", 1_000_000),
        ("75.450.000", 75_450_000),
        ("75450000", 75_450_000),
        ("1,2 miliar", 1_200_000_000),
        ("1,2 Milyar Rupiah", 1_200_000_000),
        ("Rp 500 ribu", 500_000),
        ("2.5 juta", 2_500_000),
        ("2,5jt", 2_500_000),
        ("1.250,5 juta", 1_250_500_000),
        ("3 triliun", 3 * 10**12),
        ("Rp. 1.000.000,-", 1_000_000),
        ("Rp 1.000.000.-", 1_000_000),
        ("IDR 1,000,000.00", 1_000_000),
        ("1,000,000", 1_000_000),
        ("1.000", 1000),
        ("75.450", 75_450),
        ("0", 0),
        ("Rp0,00", 0),
        ("500000 rupiah", 500_000),
        ("Rp\u00a01.000", 1000),
        ("0,000001 juta", 1),
        ("1 miliar 200 juta", 1_200_000_000),
        ("Rp 1 miliar dan 200 juta rupiah", 1_200_000_000),
        ("1 milyar, 200 jt 500 rb", 1_200_500_000),
        ("Rp1 miliar 200 juta", 1_200_000_000),
        ("1 M 200 juta", 1_200_000_000),
        ("Rp 15M dan 2jt rupiah", 15_002_000_000),
        ("2 T 1 M, 200 juta", 2_001_200_000_000),
        ("1 juta 500.000", 1_500_000),
        ("1 ribu 500", 1500),
        ("2 triliun 2,5 juta", 2_000_002_500_000),
        ("1 miliar 200 rupiah", 1_000_000_200),
        ("Rp1.000.000.000.000.000", LARGEST),
    ],
)
def test_it_is_read_as_people_type_it(typed: str, amount: int) -> None:
    assert read_money(typed) == amount


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("1.250 juta", "Rp1.250.000.000 atau Rp1.250.000"),
        ("1,250 miliar", "Rp1.250.000.000 atau Rp1.250.000.000.000"),
        ("75,450", "Rp75,45 atau Rp75.450"),
        ("1,000", "Rp1 atau Rp1.000"),
        ("5 M", "5 miliar atau 5 juta"),
        ("Rp 1,2 M", "1,2 miliar atau 1,2 juta"),
        ("1.2 M", "1.2 miliar atau 1.2 juta"),
        ("1 miliar 200", "1 miliar 200 juta atau Rp1.000.000.200"),
        ("1 juta 500", "1 juta 500 ribu atau Rp1.000.500"),
        ("1,2 miliar 300 juta", "tidak dapat dibaca"),
        ("1 miliar 1.200 juta", "tidak dapat dibaca"),
        ("200 juta 1 miliar", "tidak dapat dibaca"),
        ("1 miliar 2 miliar", "tidak dapat dibaca"),
        ("1 M 200", "tidak dapat dibaca"),
        ("1 M 200 ribu", "tidak dapat dibaca"),
        ("1 M 1.200 juta", "tidak dapat dibaca"),
        ("1000 triliun 1 juta", "tidak dapat dibaca"),
        ("Rp1.000,50", "pecahan rupiah"),
        ("0,5", "pecahan rupiah"),
        ("1,2345678 juta", "pecahan rupiah"),
        ("USD 5.000", "bukan dalam rupiah"),
        ("$5,000", "bukan dalam rupiah"),
        ("500 ringgit", "bukan dalam rupiah"),
        ("RM 500", "bukan dalam rupiah"),
        ("-5.000", "kurang dari nol"),
        ("Rp -5.000", "kurang dari nol"),
        ("Rp1.000.000.000.000.001", "lebih dari"),
        ("lima juta", "tidak dapat dibaca"),
        ("5 kodi", "tidak dapat dibaca"),
        ("1.00.000", "tidak dapat dibaca"),
        ("Rp", "tidak dapat dibaca"),
        ("", "tidak dapat dibaca"),
        ("5 juta lebih", "tidak dapat dibaca"),
        ("10.000.000 (sepuluh juta)", "tidak dapat dibaca"),
        ("9" * 81, "tidak dapat dibaca"),
        ("٥٠٠", "tidak dapat dibaca"),
    ],
)
def test_what_is_unclear_or_no_whole_rupiah_is_refused(typed: str, told: str) -> None:
    with pytest.raises(InvalidNumber, match=told):
        read_money(typed)


@given(AMOUNTS)
def test_said_and_read_again_it_is_the_same(amount: int) -> None:
    assert read_money(format_money(amount)) == amount
    assert read_money(f"Rp. {amount},-") == amount
    assert read_money(f"{format_money(amount)},00") == amount
    assert read_money(f"{amount:,}.00") == amount


@given(st.lists(st.integers(0, 999), min_size=4, max_size=4))
def test_an_amount_said_unit_by_unit_is_that_amount(counts: list[int]) -> None:
    units = ("miliar", "juta", "ribu", "rupiah")
    amount = sum(count * 1000**power for count, power in zip(counts, (3, 2, 1, 0), strict=True))
    typed = " ".join(f"{count} {unit}" for count, unit in zip(counts, units, strict=True))
    assert read_money(typed) == amount
    assert read_money(typed.replace(" miliar", " M")) == amount
    assert read_money(format_money(amount)) == amount


@given(st.text("0123456789.,- rpRMjutaibul", max_size=14) | st.lists(STEPS).map(" ".join))
def test_whatever_is_typed_is_an_amount_or_refused(typed: str) -> None:
    try:
        amount = read_money(typed)
    except InvalidNumber:
        return
    assert 0 <= amount <= LARGEST
    assert read_money(format_money(amount)) == amount


@pytest.mark.parametrize(
    ("heading", "typed", "read"),
    [
        ("Nilai (Rp juta)", "250", "250 juta"),
        ("Nilai / dalam jutaan rupiah", "300,5", "300,5 juta"),
        ("Anggaran (Rp. ribu)", "250", "250 ribu"),
        ("Nilai (Rp juta)", "Rp250.000.000", "Rp250.000.000"),
        ("Nilai (Rp)", "250", "250"),
        ("Nilai (juta atau miliar)", "250", "250"),
    ],
)
def test_a_heading_may_tell_the_unit_of_the_amounts_below(heading: str, typed: str, read: str) -> None:
    assert in_unit_of(heading, typed) == read
