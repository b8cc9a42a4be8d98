"""The signs that a PDF shows are those of the fonts that are shipped."""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING

import pytest

from kskd.pages.pdf import SIGNS, shown
from kskd.pages.templates import templates_dir

if TYPE_CHECKING:
    from collections.abc import Iterator


def _signs() -> set[int]:
    spans = ([int(end, 16) for end in one.split("-")] for one in SIGNS.split())
    return {code for span in spans for code in range(span[0], span[-1] + 1)}


def _coverage(font: bytes) -> Iterator[int]:
    """The code points of a TrueType font, by its ``cmap`` of format 4 for Windows."""
    tables = {font[at : at + 4]: struct.unpack(">I", font[at + 8 : at + 12])[0] for at in range(12, 400, 16)}
    start = tables[b"cmap"]
    count = struct.unpack(">H", font[start + 2 : start + 4])[0]
    places = (struct.unpack(">HHI", font[at : at + 8]) for at in range(start + 4, start + 4 + 8 * count, 8))
    at = start + next(offset for platform, encoding, offset in places if (platform, encoding) == (3, 1))
    assert struct.unpack(">H", font[at : at + 2]) == (4,)
    size = struct.unpack(">H", font[at + 6 : at + 8])[0]
    ends, starts, deltas, offsets = (
        struct.unpack(f">{size // 2}H", font[place : place + size])
        for place in (at + 14, at + 16 + size, at + 16 + 2 * size, at + 16 + 3 * size)
    )
    for one, (first, last) in enumerate(zip(starts, ends, strict=True)):
        for code in range(first, min(last, 0xFFFE) + 1):
            glyph = code + deltas[one]
            if offsets[one]:
                place = at + 16 + 3 * size + 2 * one + offsets[one] + 2 * (code - first)
                glyph = struct.unpack(">H", font[place : place + 2])[0]
            if glyph & 0xFFFF:
                yield code


def test_the_signs_are_those_that_both_fonts_have() -> None:
    fonts = sorted((templates_dir() / "fonts").glob("*.ttf"))
    assert [one.name for one in fonts] == ["LiberationSans-Bold.ttf", "LiberationSans-Regular.ttf"]
    assert set.intersection(*(set(_coverage(one.read_bytes())) for one in fonts)) == _signs()


def test_the_licence_of_the_fonts_stands_beside_them() -> None:
    assert (
        "SIL OPEN FONT LICENSE"
        in (templates_dir() / "fonts/LICENSE-Liberation.txt").read_text("utf-8").upper()
    )


@pytest.mark.parametrize(
    ("text", "seen"),
    [("Dinas é “x” – … ■□", None), ("a😀", "a[U+1F600]"), ("a\u2011b", "a[U+2011]b"), ("ꦗ", "[U+A997]")],
)
def test_a_sign_that_the_fonts_lack_is_shown_as_its_code(text: str, seen: str | None) -> None:
    assert shown(text) == (seen or text)
