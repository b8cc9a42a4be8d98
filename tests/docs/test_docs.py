"""Documents that fail the build when they lie: their commands run, their files and make targets exist."""

from __future__ import annotations

import re
import shlex
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from kskd.cli import ROOT as TREE
from kskd.cli.kit.group import Group

from ..cli.command_line import flags

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).resolve().parents[2]
PAGES = [
    ROOT / "README.md",
    ROOT / "CONTRIBUTING.md",
    ROOT / "examples" / "README.md",
    *sorted((ROOT / "docs").glob("*.md")),
]


def _commands(text: str) -> list[list[str]]:
    """Every kskd command line in the page's shell blocks, comments off, continued lines joined."""
    found = []
    for block in re.findall(r"```sh\n(.*?)```", text, re.DOTALL):
        for line in block.replace("\\\n", " ").splitlines():
            words = shlex.split(line, comments=True)
            if words[:1] == ["kskd"]:
                found.append(words[1:])
    return found


def test_readme_goes_from_an_empty_folder_to_a_report(ok: Callable[..., str], tmp_path: Path) -> None:
    """The README's commands, in order, as they stand there."""
    commands = _commands((ROOT / "README.md").read_text("utf-8"))
    assert len(commands) >= 7
    for words in commands:
        ok(*words)
    page = (tmp_path / "laporan" / "2024-S2" / "DINKES.md").read_text("utf-8")
    assert "Pelatihan bidan desa" in page


@pytest.mark.parametrize("page", PAGES, ids=lambda path: path.name)
def test_every_command_and_option_named_is_there(page: Path) -> None:
    """`kskd …` in a page names a command of the tree, and options that the command has."""
    for words in _commands(page.read_text("utf-8")):
        node: object = TREE
        path: list[str] = []
        while isinstance(node, Group):
            path.append(words[len(path)])
            found = node.find(path[-1])
            assert found is not None, f"{page.name}: {path[-1]}"
            node = found[0]
        typed = {word for word in words[len(path) :] if re.fullmatch(r"--[a-z-]+", word)}
        assert typed <= flags(" ".join(path)) | {"--help"}


@pytest.mark.parametrize("page", PAGES, ids=lambda path: path.name)
def test_links_and_make_targets_exist(page: Path) -> None:
    """Relative links lead to files, and every `make x` is a target of the Makefile."""
    text = page.read_text("utf-8")
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    for link in re.findall(r"\]\((?!https?:)([^)#]+)\)", text):
        assert (page.parent / link).exists(), link
    assert set(re.findall(r"\bmake ([a-z]+)\b(?! the| what)", text)) <= targets


def test_every_name_of_code_in_contributing_is_one() -> None:
    """What stands there in backticks like a name, a path or a call is in the tree under that name."""
    text = re.sub(r"```.*?```", "", (ROOT / "CONTRIBUTING.md").read_text("utf-8"), flags=re.DOTALL)
    quoted = re.findall(r"`([^`]+)`", text)
    files = [ROOT / "Makefile", *(one for top in ("src", "tests") for one in (ROOT / top).rglob("*.py"))]
    code = "\n".join([one.read_text("utf-8") for one in files] + [one.stem for one in files])
    names = {
        name for one in quoted for name in re.findall(r"\b(?:[A-Z]\w*[a-z]\w*|[A-Z]{4,}|\w+_\w+)\b", one)
    }
    assert [name for name in sorted(names - {"schema_N"}) if not re.search(rf"\b{name}\b", code)] == []
    paths = [one for one in quoted if re.fullmatch(r"(?:src|tests|templates|docs)/[\w./-]+", one)]
    assert [one for one in paths if "_N" not in one and not (ROOT / one).exists()] == []


def test_every_test_that_the_page_on_reliability_names_is_there() -> None:
    """All twenty have one, and a renamed or removed test is noticed here."""
    text = (ROOT / "docs" / "reliability.md").read_text("utf-8")
    named = re.findall(r"`(tests/[a-z_/]+\.py)::(test_\w+)`", text)
    missing = [name for path, name in named if f"\ndef {name}(" not in (ROOT / path).read_text("utf-8")]
    assert missing == []
    rows = re.findall(r"^\| (\d+) \|.*::test_", text, re.MULTILINE)
    assert rows == [str(number) for number in range(1, 21)]
