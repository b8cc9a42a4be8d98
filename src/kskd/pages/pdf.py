"""A PDF out of Typst's source: for archives (PDF/A-2a), to be read aloud (PDF/UA-1), the same bytes again."""

from __future__ import annotations

import atexit
import re
import tempfile
from functools import cache
from os import rmdir
from typing import TYPE_CHECKING

from kskd.errors import refusal
from kskd.pages.templates import templates_dir

if TYPE_CHECKING:
    import typst

    from kskd.pages.formats import Writer
    from kskd.pages.tree import Page


def compiled(_: Writer, page: Page, source: str) -> bytes:
    """The page by Typst, with the fonts that are shipped and nothing else of the machine's.

    Signs that the font lacks are shown as their code, since they would stop an archivable page.
    Refused without the extra ``pdf``, and for whatever Typst warns of.
    """
    try:
        import typst  # noqa: PLC0415 - an extra
    except ImportError:
        raise refusal("pdf-extra-missing") from None
    try:
        made, warnings = _compiler().compile_with_warnings(
            shown(source).encode(), pdf_standards=["a-2a", "ua-1"]
        )
    except typst.TypstError as error:
        raise refusal("pdf-failing", name=page.name, problem=_first_line(str(error))) from None
    if warnings:
        raise refusal("pdf-failing", name=page.name, problem=_first_line(warnings[0].message))
    if not isinstance(made, bytes):
        raise refusal("pdf-failing", name=page.name, problem="beberapa berkas")
    return made


@cache
def _compiler() -> typst.Compiler:
    """Typst with our fonts, in an empty root, so that a page can read nothing."""
    import typst  # noqa: PLC0415 - an extra

    root = tempfile.mkdtemp(prefix="kskd-")
    atexit.register(rmdir, root)
    fonts = str(templates_dir() / "fonts")
    return typst.Compiler(root=root, font_paths=[fonts], ignore_system_fonts=True)


def shown(source: str) -> str:
    """The source with every sign that the font lacks as its code: ``[U+1F600]``."""
    return re.sub(_LACKING, lambda found: f"[U+{ord(found[0]):04X}]", source)


_LACKING = (
    "[^\\x20-\\x7e\\n\\t\\u00a0-\\u024f\\u0370-\\u0373\\u0384-\\u03ce\\u0400-\\u045f\\u1e00-\\u1eff"
    "\\u2010-\\u2027\\u2030-\\u203a\\u20a0-\\u20b5\\u2190-\\u2195\\u2202\\u2206\\u2211\\u2212\\u221a\\u221e\\u2248\\u2260\\u2264\\u2265"
    "\\u25a0\\u25a1\\u25cb\\u25cf]"
)
"""Signs outside what Liberation Sans 2 has; narrower than the font, never wider."""


def _first_line(text: str) -> str:
    return text.strip().splitlines()[0] if text.strip() else text
