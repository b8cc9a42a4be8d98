"""What happens to the registry file while a command uses it is told, or noticed by doctor."""

from __future__ import annotations

import os
import random
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.faults.lines import LINES, NAMES
from tests.faults.sweeping import Faulty, points, sound, statements, striking

from ..conftest import invoke

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from ..registry.harness import Dump
    from .conftest import Stage

pytestmark = pytest.mark.slow


def _replace() -> None:
    Path("lain.db").replace("kskd.db")


def _truncate() -> None:
    path = Path("kskd.db")
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def _flip() -> None:
    content = bytearray(Path("kskd.db").read_bytes())
    content[random.Random(1).randrange(4096, len(content))] ^= 4  # noqa: S311 - the same in every run
    with Path("kskd.db").open("r+b") as stream:
        stream.write(content)


def _remove() -> None:
    Path("kskd.db").unlink(missing_ok=True)


def _lose_folder() -> None:
    here = Path.cwd()
    here.rename(here.with_name("hilang"))


MISHAPS = {"replaced": _replace, "truncated": _truncate, "flipped": _flip, "removed": _remove,
           "folder gone": _lose_folder}  # fmt: skip
USERS: dict[str, Sequence[str]] = {
    "add-mou": LINES[NAMES.index("add-mou 2")].args,
    "undo": LINES[NAMES.index("undo")].args,
    "restore": LINES[NAMES.index("restore")].args,
    "backup": ("backup",),
    "list": ("list",),
    "report": ("report", "--period", "2024-S2"),
    "export": ("export", "--out", "satu.json"),
}


@pytest.mark.parametrize("mishap", MISHAPS)
@pytest.mark.parametrize("command", USERS)
@pytest.mark.parametrize("every", [False, pytest.param(True, marks=pytest.mark.torture)], ids=["some", "all"])
def test_what_happens_to_the_file_in_use_is_told_or_noticed(
    command: str,
    mishap: str,
    every: bool,
    stage: Stage,
    count: Callable[..., None],
) -> None:
    """An act that is acknowledged is in the file, unless doctor finds the file damaged."""
    args = USERS[command]
    total = statements(Faulty, args)
    new = sound(stage.file("kskd.db"))
    for at in points(total, every=every)[:: 1 if every else 6]:
        stage.reset("kskd.db")
        shutil.copy(stage.first / "kskd.db", stage.file("lain.db"))
        with striking(MISHAPS[mishap], at):
            result = invoke(*args)
        if mishap == "folder gone":
            stage.folder.with_name("hilang").rename(stage.folder)
            os.chdir(stage.folder)
        count("mishaps to the file in use: statements × kinds × commands")
        assert result.status in {0, 1}, (at, result)
        assert "Traceback" not in result.err
        if result.status == 1:
            assert result.err.splitlines()[-1].startswith("kskd: "), (at, result)
        elif command in {"add-mou", "undo", "restore"}:
            seen = invoke("doctor", "--format", "json").status
            assert seen in {1, 3} or _facts(sound(stage.file("kskd.db"))) == _facts(new), (at, result)


def _facts(rows: Dump) -> Dump:
    """Without the history, where a restore tells what it found in the way."""
    return {table: seen for table, seen in rows.items() if table not in {"journal", "event"}}
