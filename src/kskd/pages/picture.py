"""A picture within a page, the *lambang*: out of its data URI, since a page asks nothing of any place."""

from __future__ import annotations

import re
from base64 import b64decode
from binascii import Error
from typing import NamedTuple

_URI = re.compile(r"data:image/(png|jpeg);base64,([A-Za-z0-9+/]+=*)")
_FRAME = re.compile(rb"\xff[\xc0-\xc2].{3}(..)(..)", re.DOTALL)
"""The head of a frame of JPEG: height, width."""


class Picture(NamedTuple):
    """Its format, ``png`` or ``jpeg``, its bytes, and how high it is for a width of 1."""

    kind: str
    content: bytes
    height: float

    @property
    def digest(self) -> str:
        """Twelve hexadecimal figures over its bytes."""
        from hashlib import sha256  # noqa: PLC0415 - start-up

        return sha256(self.content).hexdigest()[:12]


def picture(uri: str) -> Picture | None:
    """The picture of a data URI; None for whatever else the text is."""
    found = _URI.fullmatch(uri)
    try:
        content = b64decode(found[2], validate=True) if found else b""
    except Error:
        return None
    kind = found[1] if found else ""
    if kind == "png" and content.startswith(b"\x89PNG\r\n\x1a\n") and len(content) > 24:
        sides = content[20:24], content[16:20]
    elif kind == "jpeg" and content.startswith(b"\xff\xd8") and (frame := _FRAME.search(content)):
        sides = frame[1], frame[2]
    else:
        return None
    height, width = (int.from_bytes(side) for side in sides)
    return Picture(kind, content, height / width) if height and width else None
