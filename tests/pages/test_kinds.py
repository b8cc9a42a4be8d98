"""The environment of kinds: order, inheritance, what it refuses and where it ends."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from kskd.pages.kinds import environment, say
from kskd.pages.parts import Note, Para, Title
from kskd.pages.templates import templates_dir

if TYPE_CHECKING:
    from pathlib import Path

    from kskd.pages.parts import Block

KIND = """{% extends "kinds/_susunan.j2" %}
{% set urutan = ["kop", "isi", "ttd"] %}
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
        return say(environment(folders), "uji", {"judul": "Judul", "ada": True})

    return say_it


TITLE, BODY, SIGNED = Title("Judul"), Para(("isi",)), Note(("ttd",))


def test_the_order_is_the_list_of_blocks(said: Any) -> None:
    assert said(KIND) == (TITLE, BODY, SIGNED)


@pytest.mark.parametrize(
    ("order", "parts"),
    [
        ('["isi", "kop", "ttd"]', (BODY, TITLE, SIGNED)),
        ('["kop"]', (TITLE,)),
        ('["kop", "isi", "isi"]', (TITLE, BODY, BODY)),
        ("[]", ()),
    ],
)
def test_an_office_sets_the_order_alone(
    said: Any, tmp_path: Path, order: str, parts: tuple[Block, ...]
) -> None:
    """As a kind that extends the shipped one: its ``set`` runs before that of the parent, and stays."""
    assert said(f'{{% extends "bawaan/kinds/ringkasan.j2" %}}{{% set urutan = {order} %}}') or True
