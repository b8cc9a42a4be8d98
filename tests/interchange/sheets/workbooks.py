"""Workbooks made by hand, part by part, for the tests of the reader."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
_BOOK = (
    f'<workbook xmlns="{MAIN}" xmlns:r="{REL}"><workbookPr {{pr}}/><sheets>'
    '<sheet name="Satu" sheetId="1" r:id="rId1"/></sheets></workbook>'
)
_LINKS = (
    f'<Relationships xmlns="{PACKAGE}">'
    f'<Relationship Id="rId1" Type="{REL}/worksheet" Target="worksheets/sheet1.xml"/>'
    f'<Relationship Id="rId2" Type="{REL}/sharedStrings" Target="sharedStrings.xml"/>'
    f'<Relationship Id="rId3" Type="{REL}/styles" Target="styles.xml"/>'
    f'<Relationship Id="rId4" Type="{REL}/externalLink" Target="//contoh.example/x" TargetMode="External"/>'
    "</Relationships>"
)
_STYLES = (
    f'<styleSheet xmlns="{MAIN}"><numFmts count="2"><numFmt numFmtId="164" formatCode="[$-421]dd mmmm yyyy"/>'
    '<numFmt numFmtId="165" formatCode="#,##0.00&quot; dh&quot;"/></numFmts>'
    '<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>'
    '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="9"/>'
    "</cellXfs></styleSheet>"
)
STRINGS = (
    "<si><t>biasa</t></si><si><r><t>dua </t></r><r><t>potong</t></r><rPh><t>x</t></rPh></si>"
    "<si><t>a_x000A_b</t></si>"
)


def sheet_xml(cells: str) -> str:
    """A worksheet with these cells in its first row."""
    return f'<worksheet xmlns="{MAIN}"><sheetData><row r="1">{cells}</row></sheetData></worksheet>'


def packed(parts: dict[str, str | bytes], stored: tuple[str, ...] = ()) -> bytes:
    """A zip archive of these members, some as they are."""
    stream = BytesIO()
    with ZipFile(stream, "w", ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content, ZIP_STORED if name in stored else ZIP_DEFLATED)
    return stream.getvalue()


def parts_of(cells: str, *, pr: str = "") -> dict[str, str | bytes]:
    """The members of a workbook of one sheet with these cells."""
    return {
        "xl/workbook.xml": _BOOK.format(pr=pr),
        "xl/_rels/workbook.xml.rels": _LINKS,
        "xl/styles.xml": _STYLES,
        "xl/sharedStrings.xml": f'<sst xmlns="{MAIN}">{STRINGS}</sst>',
        "xl/worksheets/sheet1.xml": sheet_xml(cells),
    }


def workbook(cells: str, *, pr: str = "") -> bytes:
    """A workbook of one sheet with these cells."""
    return packed(parts_of(cells, pr=pr))
