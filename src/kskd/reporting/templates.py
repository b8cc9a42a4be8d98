"""Where the shipped templates lie, and copying them out for an office to change."""

from __future__ import annotations

import os
from functools import cache
from importlib.resources import files
from pathlib import Path

from kskd.errors import Refused, TemplateError, os_reason

_CHECKOUT = Path(__file__).resolve().parents[3] / "templates"


@cache
def templates_dir() -> Path:
    """The templates inside the installed package, else those of the checkout; TemplateError without."""
    packaged = Path(str(files("kskd") / "templates"))
    if packaged.is_dir():
        return packaged
    if (_CHECKOUT.parent / "pyproject.toml").is_file() and _CHECKOUT.is_dir():
        return _CHECKOUT
    raise TemplateError("Templat laporan tidak ada dalam pemasangan ini; pasang ulang kskd.")


def names() -> tuple[str, ...]:
    """The shipped templates, as they are named in a user's folder: ``html/opd.html.j2``."""
    root = templates_dir()
    found = (path.relative_to(root).as_posix() for path in root.rglob("*.j2"))
    return tuple(sorted(name for name in found if name.startswith(("md/", "html/", "text/"))))


def eject(target: Path) -> list[Path]:
    """Copy the shipped templates into ``target`` and return the files written, in order of name.

    Refused, with nothing written, when one of them is there already; TemplateError, with what was
    written taken back, when the folder cannot be written.
    """
    root = templates_dir()
    wanted = [(root / name, target / name) for name in names()]
    for _, copy in wanted:
        if copy.exists() or copy.is_symlink():
            raise Refused(
                f"Berkas {copy} sudah ada dan tidak ditimpa; pilih folder lain atau pindahkan dahulu."
            )
    written: list[Path] = []
    try:
        for source, copy in wanted:
            copy.parent.mkdir(parents=True, exist_ok=True)
            with copy.open("xb") as file:
                written.append(copy)
                file.write(source.read_bytes())
                file.flush()
                os.fsync(file.fileno())
    except OSError as error:
        for copy in written:
            copy.unlink(missing_ok=True)
        raise TemplateError(
            f"Templat tidak dapat disalin ke {target} ({os_reason(error)}); periksa folder itu dan izinnya."
        ) from error
    return written
