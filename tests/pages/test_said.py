"""What a template says as a part, and every sentence that refuses it, with file and line of the kind."""

from __future__ import annotations

from math import inf
from typing import TYPE_CHECKING, Any

import pytest

from kskd.errors import TemplateError
from kskd.pages.kinds import environment, say
from kskd.pages.parts import (
    BLOCKS,
    CHILDREN,
    INLINE,
    Blank,
    Column,
    Heading,
    Ids,
    Item,
    Items,
    Letterhead,
    Para,
    Row,
    Strong,
    Table,
    Title,
)
from kskd.pages.templates import templates_dir
from tests.pages.whole_page import lambang

if TYPE_CHECKING:
    from pathlib import Path

    from kskd.pages.parts import Block


@pytest.fixture
def said(tmp_path: Path) -> Any:
    """What a kind of this text says of ``page``."""

    def say_it(text: str, **page: object) -> tuple[Block, ...]:
        (tmp_path / "kinds").mkdir(exist_ok=True)
        (tmp_path / "kinds/uji.j2").write_text(text, "utf-8")
        return say(environment([tmp_path, templates_dir()]), "uji", page)

    return say_it


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("{{ p.title('Judul') }}", (Title("Judul"),)),
        ("{{ p.title(text='Judul', sub=2) }}", (Title("Judul", "2"),)),
        ("{{ p.heading('Bab', level=3) }}", (Heading("Bab", level=3),)),
        ("{{ p.para(body='  a   b\n c ') }}", (Para(("a b c",)),)),
        ("{{ p.para(body=none) }}", (Para(("–",)),)),
        ("{{ p.para(body='') }}", (Para(()),)),
        ("{% call p.para() %}\n a {{ 1 }}\n b\n{% endcall %}", (Para(("a 1 b",)),)),
        (
            "{% call p.para() %}a {{ p.strong('b') }}, c{% endcall %}",
            (Para(("a ", Strong("b"), ", c")),),
        ),
        (
            "{% set x %}a {{ p.ids(['b']) }}{% endset %}{{ p.para(body=x) }}",
            (Para(("a ", Ids(("b",)))),),
        ),
        (
            "{% macro m(x) %}a {{ p.blank(x) }}{% endmacro %}{{ p.para(body=m('NIP')) }}",
            (Para(("a ", Blank("NIP"))),),
        ),
        (
            "{% call p.items() %}\n{% for one in [1, 2] %}\n{% call p.item() %}{{ one }}"
            "{% endcall %}\n{% endfor %}\n{% endcall %}",
            (Items((Item(("1",)), Item(("2",)))),),
        ),
        (
            "{% call p.table(p.column('a')) %}{{ p.row(1) }}{{ p.row('b') }}{% endcall %}",
            (Table((Column("a"),), (Row((("1",),)), Row((("b",),)))),),
        ),
        (
            f"{{{{ p.letterhead(('a', 'b'), none, '{lambang()}') }}}}",
            (Letterhead(("a", "b"), None, lambang()),),
        ),
        ("{% call p.letterhead([]) %}{% endcall %}", None),
        ("\n\n  {{ p.title('a') }}\n\n", (Title("a"),)),
    ],
)
def test_parts(said: Any, text: str, parts: tuple[Block, ...] | None) -> None:
    if parts is None:
        with pytest.raises(TemplateError, match=r"kinds/uji\.j2 baris 1"):
            said(text)
    else:
        assert said(text) == parts


def test_what_a_part_lacks_and_has_too_much_is_named_by_what_it_takes(said: Any) -> None:
    for call in ("heading()", "heading('a', 'b', 2, 4)", "heading('a', warna='b')", "heading(body='a')"):
        with pytest.raises(TemplateError, match=r"harus ditulis \{\{ p\.heading\(text, small, level\) \}\}"):
            said(f"{{{{ p.{call} }}}}")


REFUSED = {
    "no such part": ("{{ p.grafik(1) }}", "tidak ada bagian p.grafik; yang ada: annex, bar,"),
    "not called": ("{{ p.title }}", "p.title belum diisi; tulis p.title(…)"),
    "body as an argument": ("{{ p.para('a') }}", "p.para harus ditulis {% call p.para() %}…{% endcall %}"),
    "hidden": ("{{ p._x }}", "_x"),
    "text outside": ("kata bebas", "teks di luar bagian: kata bebas"),
    "text beside": ("{{ p.title('a') }} dan", "teks di luar bagian: dan"),
    "printed outside": ("{{ page.nama }}", "teks di luar bagian: Contoh"),
    "text in a block": ("{% block x %}kata{% endblock %}", "teks di luar bagian: kata"),
    "text of a macro": (
        "{% macro m() %}kata{% endmacro %}{{ p.title('a') }}{{ m() }}",
        "teks di luar bagian: kata",
    ),
    "child alone": ("{{ p.row(1) }}", "p.row harus berada di dalam bagian lain"),
    "inline alone": ("{{ p.strong('a') }}", "p.strong harus berada di dalam bagian lain"),
    "block in a sentence": (
        "{% call p.para() %}{{ p.title('a') }}{% endcall %}",
        "p.title tidak dapat berada di dalam kalimat",
    ),
    "block in a cell": (
        "{% call p.table(p.column('a')) %}{{ p.row(p.note(body='a')) }}{% endcall %}",
        "p.note tidak dapat berada di dalam kalimat",
    ),
    "another child": (
        "{% call p.table(p.column('a')) %}{{ p.item(body='a') }}{% endcall %}",
        "body dari p.table",
    ),
    "text among children": ("{% call p.items() %}kata{% endcall %}", "body dari p.items harus berupa bagian"),
    "text for children": ("{{ p.items(body='kata') }}", "body dari p.items harus berupa bagian"),
    "part for a word": ("{{ p.title(p.strong('a')) }}", "bagian hanya dapat dicetak"),
    "joined": ("{{ p.title('a') ~ 'b' }}", "bagian hanya dapat dicetak"),
    "joined by +": ("{{ p.title('a') + 'b' }}", "unsupported operand"),
    "filtered": ("{{ p.title('a')|upper }}", "bagian hanya dapat dicetak"),
    "listed": ("{{ [p.title('a')]|join(', ') }}", "bagian hanya dapat dicetak"),
    "reached into": ("{{ p.title('a').pieces }}", "unsafe"),
    "a number for a list": ("{{ p.heading(1, 2, 'x') }}", "level dari p.heading harus berupa bilangan"),
    "a text for ids": (
        "{% call p.para() %}{{ p.ids('KB') }}{% endcall %}",
        "ids dari p.ids harus berupa daftar teks",
    ),
    "level": ("{{ p.heading('a', level=1) }}", "level dari p.heading harus 2 atau 3"),
    "kind of column": (
        "{% call p.table(p.column('a', 'uang')) %}{% endcall %}",
        "kind dari p.column harus text atau num",
    ),
    "weight": ("{% call p.table(p.column('a', weight=0)) %}{% endcall %}", "weight bilangan di atas nol"),
    "cells": (
        "{% call p.table(p.column('a')) %}{{ p.row(1, 2) }}{% endcall %}",
        "setiap p.row di dalam p.table",
    ),
    "no columns": (
        "{% set k %}{% endset %}{% call p.table(k) %}{% endcall %}",
        "setiap p.row di dalam p.table",
    ),
    "bars": (
        "{% call p.bars() %}{{ p.row(1) }}{{ p.row(1, 2) }}{% endcall %}",
        "setiap p.row di dalam p.bars harus berisi sel sama banyak",
    ),
    "marks": (
        "{% call p.para() %}{{ p.marks(['x']) }}{% endcall %}",
        "kode p.marks harus salah satu dari penuh, sebagian",
    ),
    "state": (
        "{% call p.squares() %}{% call p.figure('a', 'b') %}{{ p.state('x', 'b', []) }}"
        "{% endcall %}{% endcall %}",
        "kode p.state harus salah satu dari penuh",
    ),
    "share": ("{% call p.para() %}{{ p.bar(-1, 'a') }}{% endcall %}", "share dari p.bar harus bilangan"),
    "endless": (
        "{% call p.para() %}{{ p.bar(page.tak_hingga, 'a') }}{% endcall %}",
        "share dari p.bar harus bilangan",
    ),
    "done": ("{{ p.timeline('a', 'b', 'c', 'd', 1.1) }}", "done dari p.timeline harus bilangan dari 0"),
    "script as a page": (
        "{% call p.para() %}{{ p.link('a', 'javascript:x') }}{% endcall %}",
        "page dari p.link harus nama halaman",
    ),
    "another host": (
        "{% call p.para() %}{{ p.link('a', '//x.test/y') }}{% endcall %}",
        "page dari p.link harus nama halaman",
    ),
    "picture elsewhere": (
        "{{ p.letterhead(['a'], none, 'https://x.test/a.png') }}",
        "image dari p.letterhead harus data:image/png",
    ),
    "no picture": (
        "{{ p.letterhead(['a'], none, 'data:image/png;base64,AAAA') }}",
        "image dari p.letterhead",
    ),
}


@pytest.mark.parametrize(("text", "sentence"), REFUSED.values(), ids=REFUSED)
def test_a_refusal_names_file_and_line_of_the_kind_and_what_is_wrong(
    said: Any, text: str, sentence: str
) -> None:
    with pytest.raises(TemplateError) as told:
        said(f"{{# satu #}}\n\n{text}\n", nama="Contoh", tak_hingga=inf)
    assert sentence in str(told.value)
    assert "Templat kinds/uji.j2 baris 3 " in str(told.value)


def test_every_part_is_said_by_its_name() -> None:
    assert len({**BLOCKS, **CHILDREN, **INLINE}) == len(BLOCKS) + len(CHILDREN) + len(INLINE)
