"""Tables of many columns on a terminal of 80: one line an OPD, and what is left out is told."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from tests.cli.command_line import on_screen, table

if TYPE_CHECKING:
    from pathlib import Path

    from .command_line import Ok


@pytest.mark.parametrize(
    ("args", "key"),
    [
        (("recap", "--period", "2024-S2", "--as-of", "2024-12-31"), "key"),
        (("desk", "status", "--period", "2024-S2", "--as-of", "2024-12-31"), "opd"),
    ],
)
def test_every_opd_has_one_line(
    args: tuple[str, ...], key: str, example: Path, ok: Ok, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    codes = [row[key] for row in table(ok(*args))]
    lines = [re.sub(r"\x1b\[[0-9;]*m", "", line) for line in on_screen(*args).splitlines()]
    assert max(map(len, lines)) <= 80
    assert [line.split()[0] for line in lines if line.split()[0] in codes] == codes
    assert len(lines) == len(codes) + 2, "the heading and a rule"
