"""Pages that come back as files: their lines in every format, and files that are no pages."""

from __future__ import annotations

import io
import json
import zipfile
from typing import TYPE_CHECKING

import pytest

from kskd.errors import InputFileError
from kskd.interchange.page_files import PageFile, lines_in, read_page
from kskd.pages.compare import PageLine

if TYPE_CHECKING:
    from pathlib import Path

STAMP = "kskd-page/1;kind=opd;name=x;period=2024;as-of=2024-12-31;digest=0123456789abcdef;version=1"
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def page(suffix: str, content: str | bytes) -> PageFile:
    return PageFile(f"x.{suffix}", suffix, content.encode() if isinstance(content, str) else content, None)


def word(body: str, *, head: str = "", properties: str = "") -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("word/document.xml", f"{head}<w:document {W}><w:body>{body}</w:body></w:document>")
        package.writestr("docProps/core.xml", f"<c><t>Judul</t><d>{properties}</d><l>id-ID</l></c>")
    return out.getvalue()


def par(*runs: str, style: str = "") -> str:
    told = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{told}{''.join(f'<w:r><w:t>{one}</w:t></w:r>' for one in runs)}</w:p>"


def test_markdown_is_read_by_lines_rows_and_heads() -> None:
    text = (
        "# Judul\n\n> **13 dari 16** payung\n\n## Naskah (per OPD)\n\n| OPD | Naskah |\n| --- | ---: |\n"
        "| DINKES | 3 \\[dihapus\\] |\n\n- *satu* \\* dua\nPasal\\\n\n---\n\n"
        "Keadaan X · kode pemeriksa 0123\n\n"
        f"[kskd]: # ({STAMP})\n"
    )
    assert lines_in(page("md", text)) == [
        PageLine("Judul", "Judul"),
        PageLine("Judul", "13 dari 16 payung"),
        PageLine("Naskah (per OPD)", "Naskah (per OPD)"),
        PageLine("Naskah (per OPD)", "OPD | Naskah"),
        PageLine("Naskah (per OPD)", "DINKES | 3 [dihapus]"),
        PageLine("Naskah (per OPD)", "- *satu* * dua"),
        PageLine("Naskah (per OPD)", "Pasal"),
    ]


def test_html_is_read_without_its_looks_and_with_what_drawings_are_called() -> None:
    text = (
        "<html><head><title>x</title><style>p{color:red}</style></head><body><h1>Judul</h1>"
        "<p>13 <strong>dari</strong> 16</p><h2>Naskah</h2><table><tr><th>OPD</th><th>Naskah</th></tr>"
        "<tr><td>DINKES</td><td>3&nbsp;&lt;b&gt;</td></tr></table>"
        '<div><svg aria-label="PKS-2024-001"><title>lain</title></svg></div>'
        "<footer>kode pemeriksa 0123</footer></body></html>"
    )
    assert lines_in(page("html", text)) == [
        PageLine("", "Judul"),
        PageLine("", "13 dari 16"),
        PageLine("Naskah", "Naskah"),
        PageLine("Naskah", "OPD | Naskah"),
        PageLine("Naskah", "DINKES | 3 <b>"),
        PageLine("Naskah", "PKS-2024-001"),
    ]


def test_a_document_of_word_is_read_by_paragraphs_and_rows() -> None:
    cells = "".join(f"<w:tc>{one}</w:tc>" for one in (par("DINKES"), par("3 ", "nas", "kah") + par("lagi")))
    body = par("Naskah", style="Bab") + par("13 ", "dari 16") + f"<w:tbl><w:tr>{cells}</w:tr></w:tbl>" + par()
    assert lines_in(page("docx", word(body))) == [
        PageLine("Naskah", "Naskah"),
        PageLine("Naskah", "13 dari 16"),
        PageLine("Naskah", "DINKES | 3 naskah lagi"),
    ]


def test_what_was_struck_out_or_is_an_alternative_is_not_read() -> None:
    body = (
        "<w:p><w:r><w:t>satu </w:t></w:r><w:del><w:r><w:t>dua</w:t><w:delText>tiga</w:delText></w:r></w:del>"
        "<w:r><w:instrText>PAGE</w:instrText></w:r><mc><Fallback><w:t>empat</w:t></Fallback></mc>"
        "<w:ins><w:r><w:tab/><w:t>lima</w:t></w:r></w:ins></w:p>"
    )
    assert lines_in(page("docx", word(body))) == [PageLine("", "satu lima")]


def test_a_stamp_is_found_in_every_format(tmp_path: Path) -> None:
    for name, content in {
        "a.md": f"[kskd]: # ({STAMP})".encode(),
        "a.html": f'<meta name="kskd" content="{STAMP}">'.encode(),
        "a.json": json.dumps({"made_from": STAMP}).encode(),
        "a.pdf": b"<</Keywords(" + STAMP.encode() + b")>>",
        "a.DOCX": word("", properties=STAMP),
    }.items():
        (tmp_path / name).write_bytes(content)
        found = read_page(str(tmp_path / name))
        assert found.stamp, name
        assert (found.stamp.digest, found.stamp.version) == ("0123 4567 89ab cdef", "1")


BOMB = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>'


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"PK\x03\x04",
        word(par("x"))[:-30],
        word(par("&b;"), head=BOMB),
        word("<w:p>"),
    ],
)
def test_a_document_that_is_broken_or_hostile_is_refused(content: bytes) -> None:
    with pytest.raises(InputFileError) as refused:
        lines_in(page("docx", content))
    assert refused.value.code == "page-broken"


def test_a_document_that_unpacks_to_too_much_is_refused() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("word/document.xml", b" " * 130_000_000)
    with pytest.raises(InputFileError) as refused:
        lines_in(page("docx", out.getvalue()))
    assert refused.value.code == "xlsx-too-large"


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"items": [3]}', '{"items": [{}]}', "[" * 100_000])
def test_json_that_is_no_page_is_refused(text: str) -> None:
    with pytest.raises(InputFileError):
        lines_in(page("json", text))


def test_the_text_of_a_pdf_is_not_read() -> None:
    assert lines_in(page("pdf", b"%PDF")) is None


def test_a_plain_text_is_read_without_its_last_line_which_says_what_it_is(tmp_path: Path) -> None:
    last = (
        "Keadaan 15 Januari 2025 · kode pemeriksa 0123 4567 89ab cdef · riwayat catatan 9, segel 9f3a 11c2"
        " · halaman pengingat-pesan DLH 2025-S1 hanya-opd=DLH"
    )
    path = tmp_path / "pesan.TXT"
    path.write_text(f"Pengingat,  DLH\n\n- PKS-1: satu\n\n{last}\n", "utf-8")
    found = read_page(str(path))
    assert lines_in(found) == [PageLine("", "Pengingat, DLH"), PageLine("", "- PKS-1: satu")]
    assert found.stamp is not None
    assert (found.stamp.kind, found.stamp.name, found.stamp.origin.asked) == (
        "pengingat-pesan", "DLH", (("opd", ("DLH",)),),
    )  # fmt: skip
    path.write_text("Catatan.\n", "utf-8")
    assert read_page(str(path)).stamp is None
    assert lines_in(read_page(str(path))) == [PageLine("", "Catatan.")]
