"""Help and version: on stdout, in Indonesian."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from tests.cli.command_line import english_in

if TYPE_CHECKING:
    from .command_line import Run


@pytest.mark.parametrize("args", [["--version"], ["--help"], ["opd", "--help"], ["list", "-h"]])
def test_help_and_version_go_to_stdout(args: list[str], run: Run) -> None:
    result = run(*args)
    assert (result.status, result.err) == (0, "")
    assert result.out


def _commands() -> list[str]:
    from kskd.cli import ROOT
    from kskd.cli.kit.group import Group

    found = []
    for section in ROOT.sections.values():
        for name, (where, _) in section.items():
            if isinstance(where, Group):
                found += [f"{name} {deeper}" for inner in where.sections.values() for deeper in inner]
            found.append(name)
    return found


@pytest.mark.parametrize("command", _commands())
def test_help_is_indonesian(command: str, run: Run) -> None:
    result = run(*command.split(), "--help")
    assert (result.status, result.err) == (0, "")
    assert result.out.startswith(f"Pemakaian: kskd {command}")
    codes = r"^.*--status STATUS(\n {20}.*)*|[a-z]+_[a-z]+"
    assert english_in(re.sub(codes, "", result.out, flags=re.MULTILINE)) == []
