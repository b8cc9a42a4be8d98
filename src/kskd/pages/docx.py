"""A document of Word, packed so that the same page is the same file on every machine."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kskd.pages.stored import stored

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


def packed(writer: Writer, page: Page, document: str) -> bytes:
    """The package of ISO/IEC 29500 around a document."""
    members = {name: str(writer.macro(macro, page)) for name, macro in _MEMBERS.items()}
    members["word/document.xml"] = document
    contents = {name: (_HEAD + text.strip()).encode() for name, text in members.items()}
    if page.picture:
        contents[f"word/media/lambang.{page.picture.kind}"] = page.picture.content
    return stored(contents.items())
