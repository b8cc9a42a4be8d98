"""Templates that lead out of their folder, never end, or loop: each ends soon, in a sentence."""

from __future__ import annotations

import os
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from kskd.pages import sandbox
from kskd.pages.templates import templates_dir

from .test_resources import is_told

if TYPE_CHECKING:
    from collections.abc import Callable

    from ..conftest import Result

    Run = Callable[..., Result]
    Ok = Callable[..., str]

pytestmark = pytest.mark.slow

REPORT = ("report", "--period", "2024-S2", "--templates", "templat")
NAME = Path("templat/kinds/indeks.j2")


def _link(target: str) -> Callable[[], None]:
    return lambda: NAME.symlink_to(target)


def _included(make: Callable[[Path], None]) -> Callable[[], None]:
    def put() -> None:
        NAME.write_text("{% include 'kinds/lain.j2' %}", "utf-8")
        make(NAME.with_name("lain.j2"))

    return put


MADE: dict[str, Callable[[], object]] = {
    "a link to a secret": _link("../../rahasia"),
    "a link to a device without an end": _link("/dev/zero"),
    "a link to nothing": _included(lambda path: path.symlink_to("tiada")),
    "a link to itself": _included(lambda path: path.symlink_to(path.name)),
    "a pipe that nobody fills": _included(os.mkfifo),
    "a folder": _included(lambda path: path.mkdir()),
    "a very large file": lambda: NAME.write_text("x" * (sandbox.MAX_SOURCE + 1), "utf-8"),
}
LOOPS = {
    "nested": "{% for a in range(99999) %}{% for b in range(99999) %}{% endfor %}{% endfor %}",
    "including itself": "{% include 'kinds/indeks.j2' %}" * 2,
    "a macro that calls itself": "{% macro m() %}{{ m() }}{{ m() }}{% endmacro %}{{ m() }}",
}


@pytest.fixture(autouse=True)
def _folder(office: Path) -> None:
    NAME.parent.mkdir(parents=True)
    Path("rahasia").write_text("kata sandi", "utf-8")


@pytest.mark.parametrize("what", MADE)
def test_only_plain_files_of_the_folder_are_templates(what: str, run: Run) -> None:
    MADE[what]()
    began = time.monotonic()
    result = run(*REPORT)
    assert is_told(result), result
    assert time.monotonic() - began < 20
    assert not Path("laporan").exists() or not list(Path("laporan").rglob("*.*"))


@pytest.mark.parametrize("what", LOOPS)
def test_templates_that_loop_come_to_an_end(what: str, run: Run) -> None:
    NAME.write_text(LOOPS[what], "utf-8")
    began = time.monotonic()
    result = run(*REPORT)
    assert result.status == 1
    assert result.err.splitlines()[-1].startswith("kskd: Templat ")
    assert time.monotonic() - began < 30
    assert "Traceback" not in result.err


def test_a_link_inside_the_folder_and_a_folder_that_is_one_will_do(run: Run) -> None:
    source = (templates_dir() / "kinds/indeks.j2").read_text("utf-8")
    NAME.with_name("asli.j2").write_text(source, "utf-8")
    NAME.symlink_to("asli.j2")
    Path("lain").symlink_to("templat")
    assert run("report", "--period", "2024-S2", "--templates", "lain").status == 0


def test_what_is_allowed_is_far_more_than_the_example_takes(
    example: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sandbox, "MAX_STEPS", sandbox.MAX_STEPS // 100)
    assert run("report", "--period", "2024-S2").status == 0
