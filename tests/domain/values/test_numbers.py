"""Numbers typed and written the Indonesian way."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kskd.domain.values.numbers import format_number, format_percent, read_number
from kskd.errors import InvalidNumber


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("75", 75),
        ("75%", 75),
        ("66,7 %", 66.7),
        ("1250", 1250),
        ("1250,5", 1250.5),
        ("1250.5", 1250.5),
        ("1250.500", 1250.5),
        ("1.250,5", 1250.5),
        ("1.250,00", 1250),
        ("1.250.000", 1_250_000),
        ("1.250.000,25", 1_250_000.25),
        ("0,5", 0.5),
        ("1,250", 1.25),
        ("12.5", 12.5),
        ("1.25", 1.25),
        ("0.125", 0.125),
        ("-3,5", -3.5),
        ("+3", 3),
        (" 75\u00a0", 75),
        ("1.000.000.000.000.000", 1e15),
    ],
)
def test_numbers_that_can_mean_one_thing_are_read(typed: str, value: float) -> None:
    assert read_number(typed) == value


@pytest.mark.parametrize(
    ("typed", "readings"),
    [
        ("1.250", "1250 atau 1,25;"),
        ("12.345", "12345 atau 12,345;"),
        ("5.000", "5000 atau 5;"),
        ("-1.250", "-1250 atau -1,25;"),
        ("1.250%", "1250 atau 1,25;"),
    ],
)
def test_one_group_of_three_is_unclear_and_both_readings_are_named(typed: str, readings: str) -> None:
    with pytest.raises(InvalidNumber, match="dapat berarti " + readings):
        read_number(typed)


@pytest.mark.parametrize(
    "typed",
    [
        "", "%", "-", ",5", "5,", ".5", "5.", "1,250.5", "1,250,000", "1.25,5", "1.250.00", "12.5.5",
        "0.125.000", "1250.000.000", "1 250", "Rp75", "nan", "inf", "1e5", "1_000", "0x10", "٧٥", "75%%",
        "7\x005", "−5", "7" * 61,
    ],
)  # fmt: skip
def test_anything_else_is_refused(typed: str) -> None:
    with pytest.raises(InvalidNumber, match="tidak dapat dibaca; ketik angka seperti"):
        read_number(typed)


@pytest.mark.parametrize("typed", ["1000000000000001", "-1.000.000.000.000.001", "9" * 60])
def test_numbers_beyond_the_range_are_refused(typed: str) -> None:
    with pytest.raises(InvalidNumber, match=r"di luar batas ±1\.000\.000\.000\.000\.000"):
        read_number(typed)


@pytest.mark.parametrize("typed", ["-0", "-0,0", "-0.0"])
def test_there_is_no_minus_zero(typed: str) -> None:
    assert str(read_number(typed)) == "0.0"


@pytest.mark.parametrize(
    ("value", "decimals", "written"),
    [
        (0, None, "0"),
        (75.0, None, "75"),
        (1250, None, "1.250"),
        (1250000.5, None, "1.250.000,5"),
        (0.1, None, "0,1"),
        (1 / 3, None, "0,3333"),
        (0.00005, None, "0,0001"),
        (0.00004, None, "0"),
        (-0.00004, None, "0"),
        (-1250.5, None, "-1.250,5"),
        (100, None, "100"),
        (1250, 2, "1.250,00"),
        (2.675, 2, "2,68"),
        (2.5, 0, "3"),
        (-2.5, 0, "-3"),
        (0.25, 1, "0,3"),
        (-0.01, 1, "0,0"),
        (1e21, None, "1." + ".".join(["000"] * 7)),
        (1e300, 0, "1." + ".".join(["000"] * 100)),
    ],
)
def test_numbers_are_written_half_up_with_dot_and_comma(
    value: float, decimals: int | None, written: str
) -> None:
    assert format_number(value, decimals) == written


@pytest.mark.parametrize("value", [float("nan"), float("inf"), float("-inf")])
def test_what_is_no_number_is_not_written(value: float) -> None:
    with pytest.raises(InvalidNumber):
        format_number(value)


@given(st.integers(-(10**15), 10**15).map(lambda tenths: tenths / 10000))
def test_a_number_is_read_back_as_written_unless_it_is_unclear(value: float) -> None:
    assert read_number(format_number(value, 4)) == value
    written = format_number(value)
    if 1000 <= abs(value) < 1_000_000 and "," not in written:
        with pytest.raises(InvalidNumber, match="tidak jelas"):
            read_number(written)
    else:
        assert read_number(written) == value


@given(st.integers(1000, 999_999))
def test_a_whole_number_with_one_group_is_refused_as_unclear(value: int) -> None:
    with pytest.raises(InvalidNumber, match=f"{value} atau "):
        read_number(format_number(value))


@pytest.mark.parametrize(
    ("numerator", "denominator", "written"),
    [
        (2, 3, "66,7%"),
        (1, 1, "100,0%"),
        (0, 5, "0,0%"),
        (0, 0, "–"),
        (5, 0, "–"),
        (1, 2000, "0,1%"),
        (1, 2001, "0,0%"),
        (12500, 1000, "1.250,0%"),
        (0.5, 2, "25,0%"),
    ],
)
def test_a_share_has_one_decimal_or_is_a_dash(numerator: float, denominator: float, written: str) -> None:
    assert format_percent(numerator, denominator) == written
