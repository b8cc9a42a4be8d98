"""No template fills the memory or runs for hours, whatever it is a template of."""

from __future__ import annotations

import tracemalloc
from time import monotonic
from typing import TYPE_CHECKING

import pytest

from kskd.errors import TemplateError
from kskd.pages import sandbox
from kskd.pages.formats import FORMATS, Writer
from kskd.pages.kinds import environment, say
from kskd.pages.parts import Para
from kskd.pages.templates import templates_dir
from tests.pages.whole_page import page

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

LARGE = "9" * 9


def _again(what: str, start: str = "'a'") -> str:
    """Done forty times over to what came of it."""
    return f"{{% set n = namespace(s={start}) %}}{{% for i in range(40) %}}{what}{{% endfor %}}"


BOMBS = {
    "doubled by ~": _again("{% set n.s = n.s ~ n.s %}"),
    "doubled by +": _again("{% set n.s = n.s + n.s %}"),
    "doubled list": _again("{% set n.s = n.s + n.s %}", "[1]"),
    "joined": _again("{% set n.s = [n.s, n.s]|join %}"),
    "joined with much": "{% set s = range(99999)|join('a' ~ 'b') %}{% set t = range(99999)|join(s) %}",
    "set twice": _again("{% set t %}{{ n.s }}{{ n.s }}{% endset %}{% set n.s = t %}"),
    "kept": (
        "{% set n = namespace(l=[], s='a' ~ range(99999)|join) %}"
        "{% for i in range(9999) %}{% set n.l = n.l + [n.s ~ i] %}{% endfor %}"
    ),
    "ljust": f"{{% if 'a'.ljust({LARGE}) %}}{{% endif %}}",
    "format": f"{{% if '{{:>{LARGE}}}'.format(1) %}}{{% endif %}}",
    "%": f"{{% if '%{LARGE}d' % 1 %}}{{% endif %}}",
    "center": f"{{% if 'a'|center({LARGE}) %}}{{% endif %}}",
    "indent": f"{{% if 'a'|indent({LARGE}) %}}{{% endif %}}",
    "batch": f"{{% if [1]|batch({LARGE}, 1)|list %}}{{% endif %}}",
    "slice": f"{{% if [1]|slice({LARGE})|list %}}{{% endif %}}",
    "mapped": f"{{% if ['a']|map('center', {LARGE})|list %}}{{% endif %}}",
    "replaced": _again("{% set n.s = n.s.replace('a', 'aa') %}"),
    "replaced by a filter": _again("{% set n.s = n.s|replace('a', 'aa') %}"),
    "lipsum": "{% if lipsum(99999) %}{% endif %}",
    "range": f"{{% if range({LARGE})|list %}}{{% endif %}}",
    "power": "{% if 10 ** 10 ** 10 %}{% endif %}",
}


def _kind(folder: Path) -> None:
    say(environment([folder, templates_dir()]), "uji", {})


def _format(folder: Path) -> None:
    Writer(FORMATS["md"], [folder, templates_dir()]).write(page((Para(("a",)),)))


def _text(folder: Path) -> None:
    Writer(FORMATS["txt"], [folder, templates_dir()]).write(page((Para(("a",)),)))


WAYS: dict[str, tuple[str, str, Callable[[Path], None]]] = {
    "kind": ("kinds/uji.j2", "{}", _kind),
    "format": ("formats/md.j2", "{{% macro para(x) %}}{}{{% endmacro %}}", _format),
    "text": ("formats/txt.j2", "{{% macro para(x) %}}{}{{% endmacro %}}", _text),
}


@pytest.fixture(autouse=True)
def _bounds(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Both bounds lower, so that what reaches them does so at once; the memory taken is looked at."""
    monkeypatch.setattr(sandbox, "MAX_TEXT", 5_000_000)
    monkeypatch.setattr(sandbox, "MAX_STEPS", 200_000)
    tracemalloc.start()
    yield
    tracemalloc.stop()


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("bomb", BOMBS.values(), ids=BOMBS)
def test_what_would_fill_the_memory_is_refused_before_it_does(bomb: str, way: str, tmp_path: Path) -> None:
    name, frame, run = WAYS[way]
    (tmp_path / name).parent.mkdir()
    (tmp_path / name).write_text(frame.format(bomb), "utf-8")
    began = monotonic()
    with pytest.raises(TemplateError, match=name.replace(".", r"\.")):
        run(tmp_path)
    assert monotonic() - began < 20
    assert tracemalloc.get_traced_memory()[1] < 200_000_000


def test_what_is_not_the_same_again_is_not_there(tmp_path: Path) -> None:
    (tmp_path / "kinds").mkdir()
    (tmp_path / "kinds/uji.j2").write_text("{{ p.title([1, 2]|random) }}", "utf-8")
    with pytest.raises(TemplateError, match="No filter named 'random'"):
        _kind(tmp_path)
