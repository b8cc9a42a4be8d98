"""Pages of every part there is, made of what the parts declare, so that a part that is added is tried too."""

from __future__ import annotations

import re
import struct
import zlib
from base64 import b64encode
from dataclasses import fields
from datetime import date
from typing import TYPE_CHECKING, Any

from kskd.pages.parts import BLOCKS, CHILDREN, INLINE, MARKS, Annex
from kskd.pages.stamp import Origin
from kskd.pages.tree import Page

if TYPE_CHECKING:
    from collections.abc import Callable

    from kskd.pages.parts import Block


def lambang(width: int = 6, height: int = 8) -> str:
    """A small red PNG as a data URI."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    head = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
    rows = chunk(b"IDAT", zlib.compress((b"\0" + b"\xc8\x1e\x1e" * width) * height))
    return (
        "data:image/png;base64,"
        + b64encode(b"\x89PNG\r\n\x1a\n" + head + rows + chunk(b"IEND", b"")).decode()
    )


HIDDEN = {"blank.what", "letterhead.image"}
"""Told to who makes the page, or drawn."""
UNSEEN = {"md": {"state.ids"}, "docx": {"state.ids"}}
"""By format, what stands in an annex only."""
_FIXED: dict[str, Any] = {
    "column.kind": "num",
    "column.weight": 10,
    "state.code": "sebagian",
    "marks.codes": tuple(MARKS),
    "link.page": "halaman-lain",
    "letterhead.image": lambang(),
    "heading.level": 3,
    "bar.share": 0.5,
    "timeline.done": 0.5,
    "annex.wide": True,
    "pairs.numbered": True,
    "items.numbered": True,
}
_MANY = re.compile(r"tuple\[(\w+), \.\.\.\]")


class Maker:
    """Makes parts, each text in them by ``word``, which is told the field: ``heading.text``."""

    def __init__(self, word: Callable[[str], str]) -> None:
        self._word: Callable[[str], str] = lambda field: word(field).strip()

    def block(self, name: str) -> Block:
        """The block of that name, with two of each child, and every inline part in running text."""
        made: Block = self._part(BLOCKS[name])
        return made

    def blocks(self) -> tuple[Block, ...]:
        """Every block, an annex last, since it turns the paper."""
        return tuple(self.block(name) for name in sorted(BLOCKS, key="annex".__eq__))

    def _part(self, kind: type[Any]) -> Any:
        name = kind.__name__.lower()
        return kind(
            **{one.name: self._value(f"{name}.{one.name}", str(one.type), name) for one in fields(kind)}
        )

    def _value(self, field: str, declared: str, holder: str) -> Any:
        if field in _FIXED:
            return _FIXED[field]
        if field == "row.cells":
            return tuple(self._text(field) for _ in range(2))
        match declared:
            case "str" | "str | None":
                return self._word(field)
            case "Text":
                return self._text(field)
            case "tuple[str, ...]":
                return (self._word(field), self._word(field))
        found = _MANY.fullmatch(declared)
        assert found, f"{field}: {declared} is not known to the tests"
        return tuple(self._part(CHILDREN[found[1].lower()]) for _ in range(2))

    def _text(self, field: str) -> tuple[Any, ...]:
        spaced = (piece for one in INLINE.values() for piece in (" ", self._part(one)))
        return (self._word(field), *spaced, f" {self._word(field)}")


ORIGIN = Origin("2024-S2", 128, "9f3a11c2" * 8)


def page(
    parts: tuple[Block, ...], *, paper: str = "f4", title: str = "Judul", office: str = "Contoh"
) -> Page:
    """A page of these parts."""
    return Page("uji", "2024-S2/uji", title, office, date(2025, 1, 15), paper, "0.0", ORIGIN, parts)


def whole(word: Callable[[str], str], **settings: str) -> Page:
    """A page of every part, whose texts are made by ``word``."""
    return page(Maker(word).blocks(), **settings)


assert Annex is BLOCKS["annex"]
