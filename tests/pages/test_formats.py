"""Every format shows every part and every word, and no word becomes anything but words."""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import replace
from functools import cache
from itertools import count
from typing import TYPE_CHECKING

import pytest

from kskd.domain.values.markdown import plain
from kskd.errors import TemplateError
from kskd.pages.escapes import fitted
from kskd.pages.formats import FORMATS, Spot, Writer
from kskd.pages.parts import (
    BLOCKS,
    INLINE,
    Annex,
    Bar,
    Blank,
    Check,
    Ids,
    Message,
    Para,
    Row,
    Signatures,
    Signer,
    Strong,
    Table,
    Title,
)
from kskd.pages.parts import Column as Col
from kskd.pages.pdf import shown
from kskd.pages.templates import templates_dir
from tests.pages.readers import READERS
from tests.pages.whole_page import HIDDEN, UNSEEN, Maker, page, whole

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from kskd.pages.parts import Text
    from kskd.pages.tree import Page
    from tests.pages.readers import Read

LIBRARIES = {one.library: name for name, one in FORMATS.items()}


def _source(library: str, made: Page, *folders: Path) -> bytes:
    """What the library writes; of PDF what Typst is given."""
    kept = FORMATS[LIBRARIES[library]]
    if library == "typ":
        kept = kept._replace(packed=lambda _, __, text: text.encode())
    return Writer(kept, [*folders, templates_dir()]).write(made)


def _read(library: str, made: Page) -> Read:
    return READERS[library](_source(library, made))


@pytest.mark.parametrize("library", LIBRARIES)
@pytest.mark.parametrize("name", [*BLOCKS, *INLINE])
def test_each_part_has_a_macro_in_each_format(name: str, library: str) -> None:
    text = (templates_dir() / f"formats/{library}.j2").read_text("utf-8")
    assert f"{{% macro {name}(x) %}}" in text


@pytest.mark.parametrize("library", LIBRARIES)
@pytest.mark.parametrize("name", BLOCKS)
def test_every_word_of_a_part_stands_in_every_format(name: str, library: str) -> None:
    numbers, told = count(100), dict[str, str]()

    def word(field: str) -> str:
        told[word := f"kata{next(numbers)}"] = field
        return word

    words = _read(library, page((Maker(word).block(name),))).words
    assert not re.search(r"</?w:|xml:space", words), "what is written is no word"
    unseen = HIDDEN | UNSEEN.get(library, set())
    assert [field for word, field in told.items() if word not in words and field not in unseen] == []


NASTY = {
    "html": '<script>alert("x")</script><b>x</b>',
    "html-end": "--></style></title></svg></main>",
    "attribute": "\" onmouseover='alert(1)' x=\"",
    "entity": "&lt;b&gt; &amp; &#60; &nbsp;",
    "markdown": "# *x* **y** _z_ `k` [a](http://x.test) ![b](c) ~~d~~ | e |",
    "markdown-start": "- x",
    "markdown-number": "1. x",
    "markdown-rule": "---",
    "markdown-address": "http://x.test www.x.test a@x.test",
    "jinja": "{{ 7 * 7 }} {% raw %} {# x #} {%",
    "typst": '#eval("1") $x^2$ @ref <label> *a* _b_ `c` = d // e /* f */ \\',
    "typst-end": '"; #panic("x"); ]])',
    "typst-unicode": "\\u{41} \\n \\",
    "xml": "]]><w:p/><![CDATA[x",
    "rich": "[bold]x[/bold] [link=x]y[/link]",
    "control": "a\x00b\x07c\x1bd\x7fe\x85f",
    "lines": "a\nb\r\nc\u2028d\u2029e\tf",
    "bidi": "a\u202eb\u2066c\u200fd\u061ce",
    "joiners": "a\u200bb\u200dc\ufeffd\u00ade",
    "long": "panjang " * 37,
    "unbroken": "x" * 300,
    "emoji": "a 😀 👩‍👩‍👧 🇮🇩 b",
    "scripts": "ꦗꦮ العربية 漢字 e\u0301\u0301 ﷽",
    "not-a-character": "a\ufffe\uffffb\ud800c",
    "formula": "=1+1 +x @y",
    "path": "../../etc/passwd",
    "hyphens": "-- - -x- --",
    "unbroken-hyphen": "a\u2011b",
    "command": "import include std.eval plugin",
}


_SEEN: dict[str, Callable[[str], str]] = {
    "typ": shown,
    **dict.fromkeys(("html", "docx"), lambda text: re.sub("[\ufffe\uffff]", _as_code, text)),
}
"""How formats show what they cannot hold."""


def _as_code(sign: re.Match[str]) -> str:
    return f"[U+{ord(sign[0]):04X}]"


@cache
def _harmless(library: str) -> tuple[object, ...]:
    return _read(library, whole(lambda _: "biasa", title="biasa", office="biasa")).structure


@pytest.mark.parametrize("library", LIBRARIES)
@pytest.mark.parametrize("nasty", NASTY.values(), ids=NASTY)
def test_a_nasty_text_in_every_field_is_words_and_nothing_else(nasty: str, library: str) -> None:
    found = _read(library, whole(lambda _: nasty, title=nasty, office=nasty))
    assert found.structure == _harmless(library)
    assert _SEEN.get(library, str)(" ".join(plain(nasty).split())) in found.words


@pytest.mark.parametrize("nasty", NASTY.values(), ids=NASTY)
def test_a_nasty_text_never_stops_an_archivable_page(nasty: str) -> None:
    made = Writer(FORMATS["pdf"], [templates_dir()]).write(whole(lambda _: nasty, title=nasty, office=nasty))
    assert made.startswith(b"%PDF-1.7")
    assert b"pdfaid:part>2<" in made
    assert b"pdfuaid:part>1<" in made


@pytest.mark.parametrize("library", LIBRARIES)
@pytest.mark.parametrize("paper", ["f4", "a4"])
def test_a_page_says_its_day_its_code_and_its_history(paper: str, library: str) -> None:
    made = whole(lambda _: "biasa", paper=paper)
    text = _source(library, made)
    for word in ("15 Januari 2025", made.digest, "catatan 128, segel 9f3a 11c2"):
        assert word.encode() in text


def test_the_sheet_is_as_large_as_the_paper_says() -> None:
    sizes = {"f4": (b"215mm 330mm", b'w:w="12189"'), "a4": (b"210mm 297mm", b'w:w="11906"')}
    for paper, (html, docx) in sizes.items():
        made = page((Para(("x",)), Annex("Lampiran", wide=True), Para(("y",))), paper=paper)
        assert html in _source("html", made)
        assert docx in _source("docx", made)
        assert b'w:orient="landscape"' in _source("docx", made)


@pytest.mark.parametrize("wide", [False, True])
@pytest.mark.parametrize(("paper", "room"), [("f4", (9638, 16158)), ("a4", (9355, 14287))])
def test_a_table_of_word_is_as_wide_as_the_paper(paper: str, room: tuple[int, int], *, wide: bool) -> None:
    table = Table((Col("a", weight=1), Col("b", weight=2)), (Row((("x",), ("y",))),))
    text = _source("docx", page((Annex("Lampiran", wide=wide), table), paper=paper))
    assert f'<w:tblW w:w="{room[wide]}" w:type="dxa"/>'.encode() in text


def test_a_column_is_no_narrower_than_its_longest_word_where_there_is_room() -> None:
    row = Row((("DISDUKCAPIL",), ("panjang " * 40,), ("1",)))
    columns = (Col("OPD", weight=5), Col("Nama", weight=90), Col("Naskah", "num", 5))
    kept, long, count = fitted(Table(columns, (row,)), Spot("f4"))
    assert kept / (kept + long + count) > 0.14
    assert count / (kept + long + count) > 0.07
    assert long > kept > count
    crowded = fitted(Table((Col("x" * 200), Col("y")), ()), Spot("f4"))
    assert all(one > 0 for one in crowded)
    assert fitted(Table((Col("a", weight=1), Col("b", weight=3)), ()), Spot("f4")) == [245, 735]


def test_a_number_of_a_document_may_be_broken_behind_a_slash() -> None:
    columns = (Col("Nomor", weight=10), Col("Isi", weight=90))
    row = Row((("518/690/DISKOPDAG/IX/2023",), ("panjang " * 40,)))
    number, rest = fitted(Table(columns, (row,)), Spot("f4"))
    assert 0.12 < number / (number + rest) < 0.18


def test_figures_and_what_belongs_to_them_stand_on_one_line() -> None:
    """By the widths of Arial: ``100,00 (1 dari 1)`` takes 7,3 times its size, a row of F4 54,8 times."""
    columns = (Col("OPD", weight=38), *(Col("Naskah", "num", 8) for _ in range(8)), Col("Nilai", "num", 1))
    row = Row((("Dinas Kesehatan",), *(("1",) for _ in range(8)), ("100,00 (1 dari 1)",)))
    each = fitted(Table(columns, (row,)), Spot("f4"))
    assert 54.8 * each[-1] / sum(each) > 7.3 + 0.75  # and its margins
    apart = fitted(Table((*columns[:-1], Col("Nilai", "text", 1)), (row,)), Spot("f4"))
    assert apart[-1] < each[-1]


def test_a_bar_stands_beside_its_figure() -> None:
    """It takes 62 points and a space; the letters of a table have 8,8."""
    row = Row(((Bar(1.2, "120,8%"),), ("panjang " * 40,)))
    bar, rest = fitted(Table((Col("Capaian", weight=1), Col("b", weight=40)), (row,)), Spot("f4"))
    assert 482 * bar / (bar + rest) > 62 + 8.8 * (3.9 + 0.75)


def test_a_choice_and_a_blank_have_room_in_a_narrow_column() -> None:
    """A blank is eight signs as wide as the letters are high."""
    columns = (Col("a", weight=1), Col("b", weight=1), Col("c", weight=40))
    row = Row(((Blank("tanggal"),), (Check("sudah selesai"),), ("x",)))
    blank, check, rest = fitted(Table(columns, (row,)), Spot("f4", wide=True))
    assert 91.8 * blank / (blank + check + rest) > 8.7
    assert 91.8 * check / (blank + check + rest) > 7.5


@pytest.mark.parametrize("paper", ["f4", "a4"])
def test_a_page_can_lie_on_its_side_from_the_first_sheet_on_and_be_turned_back(paper: str) -> None:
    parts = (Title("Daftar"), Para(("x",)), Annex("Lampiran"), Para(("y",)), Annex("Lain", wide=True))
    for wide in (False, True):
        made = replace(page(parts, paper=paper), wide=wide)
        sheets = [True, False, True] if wide else [False, True]
        by_word = [b"landscape" in one for one in _source("docx", made).split(b"<w:pgSz ")[1:]]
        by_browser = _source("html", made)
        by_typst = re.findall(rb"#set page\(flipped: (true|false)\)", _source("typ", made))
        assert by_word == sheets
        assert [one == b"true" for one in by_typst] == sheets
        assert by_browser.count(b'<div class="lebar">') == sum(sheets)
        assert (by_browser.index(b'<div class="lebar">') < by_browser.index(b"<h1>")) == wide
        boxes = re.findall(
            rb"MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]", Writer(FORMATS["pdf"], [templates_dir()]).write(made)
        )
        assert [float(width) > float(height) for width, height in boxes] == [wide, False, True]
        assert made.digest == page(parts, paper=paper).digest


def test_the_last_words_stand_on_the_sheet_of_who_signs() -> None:
    signed = page((Para(("a",)), Para(("b",)), Signatures((Signer("", "Kepala"),))))
    word, typst = _source("docx", signed), _source("typ", signed)
    assert word.count(b"<w:pPr><w:keepNext/></w:pPr>") == 1
    assert re.findall(rb"#block\(sticky: (true|false)\)", typst) == [b"false", b"true"]


def test_words_that_stand_out_within_words_that_do_are_not_marked_twice() -> None:
    lead: Text = ("a ", Strong("b"), " c")
    assert b"> **a b c**" in _source("md", page((Message(lead),)))


def test_an_id_is_never_broken_in_word() -> None:
    assert b"PKS</w:t><w:noBreakHyphen/>" in _source("docx", page((Para((Ids(("PKS-2020-003",)),)),)))


class TestLibraryOfAnOffice:
    def _written(self, folder: Path, text: str, library: str = "md") -> bytes:
        (folder / "formats").mkdir()
        (folder / f"formats/{library}.j2").write_text(text, "utf-8")
        return _source(library, page((Para(("a *b*",)),)), folder)

    def test_one_macro_of_its_own_stands_in_for_the_shipped_one(self, tmp_path: Path) -> None:
        text = self._written(tmp_path, "{% macro para(x) %}\n\nKantor: {{ t(x.body) }}\n\n{% endmacro %}")
        assert b"Kantor: a \\*b\\*" in text
        assert b"kode pemeriksa" in text

    def test_what_it_joins_is_escaped_once(self, tmp_path: Path) -> None:
        text = self._written(tmp_path, '{% macro para(x) %}{{ "<" ~ t(x.body) ~ "_" }}{% endmacro %}')
        assert b"&lt;a \\*b\\*\\_" in text

    def test_its_html_runs_nothing_and_asks_for_nothing(self, tmp_path: Path) -> None:
        """Whatever it writes comes after the policy that forbids both."""
        text = self._written(
            tmp_path, "{% macro document(page, body) %}<script>x()</script>{{ body }}{% endmacro %}", "html"
        )
        before, _, _ = text.partition(b"<script>")
        assert b"Content-Security-Policy\" content=\"default-src 'none';" in before

    @pytest.mark.parametrize(
        "said",
        [
            "{{ t(x.body)|safe }}",
            "{{ t(x.body)|upper }}",
            '{{ "a" + "b" }}',
            '{{ "%s" % x }}',
            "{{ t(x.body).replace('a', '<') }}",
            "{{ x.__class__ }}",
            "{{ x.entah }}",
            "{{ 'a' * 99 }}",
            "{{ num('1') }}",
            "{{ code('a b') }}",
            "{% for a in range(99999) %}{% for b in range(99999) %}{% endfor %}{% endfor %}",
            "{% macro dalam(x) %}{{ dalam(x) }}{% endmacro %}{{ dalam(x) }}",
            "{% include 'formats/entah.j2' %}",
        ],
    )
    def test_what_is_not_for_it_is_refused_with_file_and_line(self, said: str, tmp_path: Path) -> None:
        with pytest.raises(TemplateError, match=r"formats/(md|entah)\.j2"):
            self._written(tmp_path, f"{{% macro para(x) %}}\n{said}\n{{% endmacro %}}")

    @pytest.mark.parametrize(
        "said",
        [
            '#read("/etc/hostname")',
            '#include "/etc/hostname"',
            '#import "@preview/cetz:0.3.1": *',
            "#im{% if true %}port {{ quoted('x.typ') }}{% endif %}",
            '#eval("1")',
            '#dictionary(std).at("ev" + "al")("1")',
            '#image("/etc/logo.png", alt: "x")',
            '#json("../../data.json")',
            "#sys.inputs.rahasia",
            "#panic()",
            "#let f(n) = f(n + 1)\n#f(0)",
            "#while sys.version != none { }",
            "#for i in range(40000) { for j in range(40000) { } }",
            "#range(999999999999)",
        ],
    )
    def test_its_typst_reaches_no_file_no_package_and_no_end(
        self, said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("kskd.pages.pdf.MAX_SECONDS", 5)
        (tmp_path / "formats").mkdir()
        (tmp_path / "formats/typ.j2").write_text(f"{{% macro para(x) %}}\n{said}\n{{% endmacro %}}", "utf-8")
        with pytest.raises(TemplateError, match=r"formats/typ\.j2"):
            Writer(FORMATS["pdf"], [tmp_path, templates_dir()]).write(page((Para(("a",)),)))

    @pytest.mark.parametrize("said", ["{{ t(x.body) }}", "#while sys.version != none { }"])
    def test_the_process_that_it_runs_in_leaves_nothing_behind(
        self, said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("kskd.pages.pdf.MAX_SECONDS", 10)
        for name in ("formats", "temp"):
            (tmp_path / name).mkdir()
        monkeypatch.setenv("TMPDIR", str(tmp_path / "temp"))
        (tmp_path / "formats/typ.j2").write_text(f"{{% macro para(x) %}}{said}{{% endmacro %}}", "utf-8")
        with suppress(TemplateError):
            Writer(FORMATS["pdf"], [tmp_path, templates_dir()]).write(page((Para(("a",)),)))
        assert [*(tmp_path / "temp").iterdir()] == []
