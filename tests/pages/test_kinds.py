"""The environment of kinds: order, inheritance, what it refuses and where it ends."""

from __future__ import annotations

from time import monotonic
from typing import TYPE_CHECKING, Any

import pytest

from kskd.errors import TemplateError
from kskd.pages.kinds import environment, say
from kskd.pages.parts import Note, Para, Title
from kskd.pages.templates import templates_dir

if TYPE_CHECKING:
    from pathlib import Path

    from kskd.pages.parts import Block

KIND = """{% extends "kinds/_susunan.j2" %}
{% set urutan = urutan|default(["kop", "isi", "ttd"], true) %}
{% block kop %}{{ p.title(page.judul) }}{% endblock %}
{% block isi %}{{ p.para(body="isi") }}{% endblock %}
{% block ttd %}{{ p.note(body="ttd") }}{% endblock %}
"""


@pytest.fixture
def said(tmp_path: Path) -> Any:
    """What ``kinds/uji.j2`` of an office says, over a shipped one and over others beside it."""

    def say_it(text: str, shipped: str = KIND, **others: str) -> tuple[Block, ...]:
        for folder, files in (("kantor", {"uji": text, **others}), ("kskd", {"uji": shipped})):
            (tmp_path / folder / "kinds").mkdir(parents=True, exist_ok=True)
            for name, content in files.items():
                (tmp_path / folder / f"kinds/{name}.j2").write_text(content, "utf-8")
        folders = [tmp_path / "kantor", tmp_path / "kskd", templates_dir()]
        return say(environment(folders), "uji", {"judul": "Judul", "head": {"filtered": None}})

    return say_it


TITLE, BODY, SIGNED = Title("Judul"), Para(("isi",)), Note(("ttd",))


def test_the_order_is_the_list_of_blocks(said: Any) -> None:
    assert said(KIND) == (TITLE, BODY, SIGNED)


def _mine(text: str) -> str:
    return '{% extends "dasar" %}'.replace("dasar", "kinds/dasar.j2") + text


@pytest.mark.parametrize(
    ("order", "parts"),
    [
        ('["isi", "kop", "ttd"]', (BODY, TITLE, SIGNED)),
        ('["kop"]', (TITLE,)),
        ('["kop", "isi", "isi"]', (TITLE, BODY, BODY)),
        ("[]", (TITLE, BODY, SIGNED)),
    ],
)
def test_an_office_sets_the_order_alone(said: Any, order: str, parts: tuple[Block, ...]) -> None:
    """Its ``set`` runs before that of the kind that it extends, which keeps what is set."""
    assert said(_mine(f"{{% set urutan = {order} %}}"), dasar=KIND) == parts


def test_an_office_words_one_block_and_keeps_the_rest(said: Any) -> None:
    mine = "{% block isi %}{{ p.para(body='kami') }}{{ super() }}{% endblock %}"
    assert said(_mine(mine), dasar=KIND) == (TITLE, Para(("kami",)), BODY, SIGNED)


def test_an_office_adds_a_block_of_its_own(said: Any) -> None:
    mine = '{% set urutan = ["kop", "baru"] %}{% block baru %}{{ p.para(body="baru") }}{% endblock %}'
    assert said(_mine(mine), dasar=KIND) == (TITLE, Para(("baru",)))


def test_the_shipped_kind_is_named_bawaan(said: Any) -> None:
    shipped = (templates_dir() / "kinds/_susunan.j2").read_text("utf-8")
    assert said('{% extends "bawaan/kinds/_susunan.j2" %}{% set urutan = [] %}') == ()
    assert "urutan" in shipped


REFUSED = {
    "unknown name": ("{{ entah }}", "'entah' is undefined"),
    "unknown field": ("{{ p.title(page.entah) }}", "'dict object' has no attribute 'entah'"),
    "unknown filter": ("{{ p.title('a'|entah) }}", "No filter named 'entah'"),
    "unknown block": (
        '{% extends "kinds/_susunan.j2" %}{% set urutan = ["entah"] %}{% block kop %}{% endblock %}',
        "urutan menyebut entah, yang tidak ada; block yang ada: kop",
    ),
    "unknown template": ("{% include 'kinds/entah.j2' %}", "kinds/entah.j2"),
    "outside the folder": ("{% include '../../etc/passwd' %}", "../../etc/passwd"),
    "syntax": ("{% blok kop %}", "Encountered unknown tag 'blok'"),
    "private": ("{{ p.title(page.__class__) }}", "unsafe"),
    "changed": ("{% if page.update({'a': 1}) %}{% endif %}", "unsafe"),
    "multiplied": ("{{ p.title('a' * 9) }}", "hanya bilangan yang dapat dikalikan"),
    "a large power": ("{{ p.title(9 ** 99) }}", "pangkat terlalu besar"),
    "nested loops": (
        "{% for a in range(99999) %}{% for b in range(99999) %}{% endfor %}{% endfor %}",
        "perulangannya lebih dari",
    ),
    "a macro in itself": ("{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}", "maximum recursion depth"),
    "a template in itself": ("{% include 'kinds/uji.j2' %}", "maximum recursion depth"),
    "a template that extends itself": ("{% extends 'kinds/uji.j2' %}", ""),
    "too much": (
        "{% for a in range(2000) %}{% for b in range(200) %}{{ p.title('a') }}{% endfor %}{% endfor %}",
        "menghasilkan halaman di atas 200000",
    ),
}


@pytest.mark.parametrize(("text", "sentence"), REFUSED.values(), ids=REFUSED)
def test_what_cannot_be_is_refused_soon_and_in_a_sentence(said: Any, text: str, sentence: str) -> None:
    began = monotonic()
    with pytest.raises(TemplateError) as told:
        said(text)
    assert sentence in str(told.value)
    assert "kinds/" in str(told.value)
    assert monotonic() - began < 20


def test_words_without_end_are_joined_without_copying_them_again_and_again(said: Any) -> None:
    began = monotonic()
    text = "{% call p.para() %}{% for a in range(99999) %}kata {{ a }} {% endfor %}{% endcall %}"
    assert len(said(text)[0].body[0]) > 900_000
    assert monotonic() - began < 10
