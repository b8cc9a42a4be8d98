"""Files in one archive, which is the same bytes on every machine, whenever it is made."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_FIRST_DAY = (1980, 1, 1, 0, 0, 0)


def stored(members: Iterable[tuple[str, bytes]]) -> bytes:
    """A zip of members by name, in their order.

    Stored, not deflated, since builds of zlib give other bytes; no clock and no system is written into it.
    """
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as package:
        for name, content in members:
            info = zipfile.ZipInfo(name, _FIRST_DAY)
            info.create_system = info.external_attr = 0
            package.writestr(info, content)
    return out.getvalue()
