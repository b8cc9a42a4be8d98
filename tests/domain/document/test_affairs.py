"""The 32 affairs and reading one as typed."""

from __future__ import annotations

import pytest

from kskd.domain.document.affairs import AFFAIRS, read_affair
from kskd.errors import Ambiguous, NotFound


def test_there_are_six_eighteen_and_eight() -> None:
    """UU 23/2014 Pasal 12: 6 basic, 18 other compulsory, 8 optional affairs, numbered through."""
    codes = list(AFFAIRS)
    assert [sum(code.startswith(f"{part}.") for code in codes) for part in (1, 2, 3)] == [6, 18, 8]
    assert [int(code[2:]) for code in codes] == list(range(1, 33))


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("1.02", "1.02"),
        ("kesehatan", "1.02"),
        ("KESEHATAN", "1.02"),
        (" Pangan ", "2.09"),
        ("pekerjaan umum", "1.03"),
        ("kelautan", "3.25"),
        ("Penanaman Modal", "2.18"),
        ("sosial", "1.06"),
    ],
)
def test_code_name_or_beginning(typed: str, code: str) -> None:
    """In any case; the beginning of one name is enough."""
    assert read_affair(typed) == code


@pytest.mark.parametrize("code", AFFAIRS)
def test_each_code_and_name_reads_as_itself(code: str) -> None:
    """No name is the beginning of another that would shadow it."""
    assert read_affair(code) == code
    assert read_affair(AFFAIRS[code]) == code


@pytest.mark.parametrize(
    ("typed", "hint"), [("pe", "2.15 Perhubungan"), ("modal", "2.18"), ("9.99", "1.01"), ("", "1.01")]
)
def test_unclear_or_unknown_lists_the_choices(typed: str, hint: str) -> None:
    """Several that begin so, one that contains it, or the whole list."""
    with pytest.raises((NotFound, Ambiguous), match=hint):
        read_affair(typed)
