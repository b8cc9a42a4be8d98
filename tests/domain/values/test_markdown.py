"""Markdown escaping: shown as typed, readable in the source, and never anything but text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from kskd.domain.values.markdown import markdown, plain

READER = MarkdownIt("commonmark").enable(["table", "strikethrough"])


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("415.4/26/SETDA.PEM/II/2023", "415.4/26/SETDA.PEM/II/2023"),
        ("Rumah-Sakit (tipe C), 2 Mei 2024: 12,5%", "Rumah-Sakit (tipe C), 2 Mei 2024: 12,5%"),
        ("Ruang & Jalan", "Ruang & Jalan"),
        ("-31", "-31"),
        ("2024", "2024"),
        ("1.250 orang", "1.250 orang"),
        ("- butir", r"\- butir"),
        ("1. butir", r"1\. butir"),
        ("12) butir", r"12\) butir"),
        ("# judul", r"\# judul"),
        ("---", r"\---"),
        ("===", r"\==="),
        ("a|b", r"a\|b"),
        ("&lt;b&gt;", "&amp;lt;b&amp;gt;"),
        ("<b>", "&lt;b&gt;"),
        ("dua\nbaris\t dan\u00a0spasi", "dua baris dan spasi"),
        ("a@contoh.example", r"a\@contoh.example"),
        ("https://contoh.example", r"https\://contoh.example"),
        ("www.contoh.example", r"www\.contoh.example"),
        (None, "–"),
        (0, "0"),
    ],
)
def test_only_what_markdown_would_read_is_escaped(typed: object, written: str) -> None:
    assert markdown(typed) == written


@given(st.text(alphabet=st.sampled_from("ab1 .)#-+=*_`~|<>&;[]()!\\:/@{}\n\t\"'“xw\u202e"), max_size=30))
def test_a_reader_shows_the_text_as_it_is(typed: str) -> None:
    """Alone in a paragraph, in a heading, in a list and in a cell, the text comes out as plain text."""
    shown = plain(typed).strip(" ")
    escaped = markdown(typed)
    for before, after in (("", ""), ("x ", " y"), ("- ", ""), ("## ", ""), ("**Label**: ", "")):
        tokens = [token for token in READER.parse(f"{before}{escaped}{after}") if token.type == "inline"]
        text = "".join(child.content for token in tokens for child in token.children or ())
        assert text.split() == [
            *before.strip("-#* ").replace("*", "").split(),
            *shown.split(),
            *after.split(),
        ]
    cells = [
        token
        for token in READER.parse(f"| a | b |\n| --- | --- |\n| {escaped} | {escaped} |\n")
        if token.type == "inline"
    ][2:]
    assert len(cells) == 2
    for cell in cells:
        assert "".join(child.content for child in cell.children or ()).split() == shown.split()
        assert {child.type for child in cell.children or ()} <= {"text", "text_special"}


@pytest.mark.parametrize(
    ("typed", "shown"),
    [("rapi", "rapi"), ("a\nb", "a b"), ("\u202etxt", "\\u202etxt"), ("\x1b[31m", "␛[31m"), (None, "–")],
)
def test_plain_text_hides_nothing(typed: object, shown: str) -> None:
    assert plain(typed) == shown
