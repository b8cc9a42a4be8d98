"""The office into which registers are imported: a registry with its units and nothing else, made once."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING, Protocol

import pytest

from tests.importing.registers_kept import UNITS

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.command_line import Ok


class NewOffice(Protocol):
    """Puts such a registry into the folder of the test, by the name of its file."""

    def __call__(self, name: str = "kskd.db") -> Path: ...


@pytest.fixture
def new_office(once: Callable[[str, Callable[[], object]], Path], ok: Ok, tmp_path: Path) -> NewOffice:
    """A way to have as many of them as a test needs."""

    def fill() -> None:
        ok("init", "--name", "Pemerintah Kabupaten Umpama")
        for code, name in UNITS:
            ok("opd", "add", code, "--name", name)

    def make(name: str = "kskd.db") -> Path:
        place = tmp_path / name
        shutil.copy(once("kantor-import", fill) / "kskd.db", place)
        return place

    return make
