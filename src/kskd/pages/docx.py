"""A document of Word, packed so that the same page is the same file on every machine."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kskd.pages.formats import Writer
    from kskd.pages.tree import Page

_MEMBERS = {
    "[Content_Types].xml": "content_types",
    "_rels/.rels": "package_relations",
    "docProps/core.xml": "properties",
    "word/_rels/document.xml.rels": "relations",
    "word/styles.xml": "styles",
    "word/numbering.xml": "numbering",
    "word/settings.xml": "settings",
    "word/footer1.xml": "footer",
}
"""Members of the package beside the document, each by the macro that writes it."""
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_FIRST_DAY = (1980, 1, 1, 0, 0, 0)


def packed(writer: Writer, page: Page, document: str) -> bytes:
    """The package of ISO/IEC 29500 around a document.

    Stored, not deflated, since builds of zlib give other bytes; no clock and no system is written into it.
    """
    members = {name: str(writer.macro(macro, page)) for name, macro in _MEMBERS.items()}
    members["word/document.xml"] = document
    contents = {name: (_HEAD + text.strip()).encode() for name, text in members.items()}
    if page.picture:
        contents[f"word/media/lambang.{page.picture.kind}"] = page.picture.content
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as package:
        for name, content in contents.items():
            info = zipfile.ZipInfo(name, _FIRST_DAY)
            info.create_system = info.external_attr = 0
            package.writestr(info, content)
    return out.getvalue()
