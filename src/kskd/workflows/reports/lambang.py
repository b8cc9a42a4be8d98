"""The *lambang* on the head of the paper: a picture beside the registry, read into the page itself."""

from __future__ import annotations

from base64 import b64encode
from typing import TYPE_CHECKING

from kskd.domain.values.warning import warning

if TYPE_CHECKING:
    from kskd.domain.settings import Government
    from kskd.workflows.access import Access

_TYPES = {".png": "png", ".jpg": "jpeg", ".jpeg": "jpeg"}
MAX_LAMBANG = 500_000
"""Bytes; every page carries it."""


def read_lambang(access: Access, government: Government) -> str | None:
    """The picture as a data URI; None where none is set, or, told as a warning, where it cannot be used.

    A registry that was copied without it goes on making its reports.
    """
    from kskd.pages.picture import picture

    named = government.get("lambang")
    if named is None:
        return None
    path = access.path.parent / named
    problem, kind = "berkasnya tidak ada atau tidak dapat dibaca", _TYPES.get(path.suffix.casefold())
    try:
        if kind is None:
            problem = "gambar selain PNG dan JPEG tidak dapat dipakai dalam semua format"
        elif path.is_file() and path.stat().st_size > MAX_LAMBANG:
            problem = f"berkasnya lebih dari {MAX_LAMBANG // 1000} kB"
        elif path.is_file():
            found = f"data:image/{kind};base64,{b64encode(path.read_bytes()).decode()}"
            if picture(found) is not None:
                return found
            problem = "isinya bukan gambar PNG atau JPEG"
    except OSError:
        pass
    access.tell(
        warning(
            f"lambang {named} tidak dicetak: {problem}",
            "simpan gambarnya sebagai PNG di samping registri, lalu kskd setting set lambang BERKAS",
        )
    )
    return None
