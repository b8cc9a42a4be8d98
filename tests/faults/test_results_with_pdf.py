"""Sets with PDF in them, made by real processes: a full disk or a kill leaves all of a set, or none of it.

Most tests of faults split this process, and Typst's threads are not there in one split off after their use.
"""

from __future__ import annotations

import shutil
import subprocess
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from kskd.interchange.sets import is_half_done, write_set

from ..cli.command_line import english_in
from ..conftest import succeed
from .tracing import KSKD

if TYPE_CHECKING:
    from collections.abc import Callable

pytestmark = pytest.mark.slow

SET = Path("laporan")
SETS = pytest.mark.parametrize(
    "args",
    [("package", "--period", "2024-S2", "--out", str(SET)), ("handover", "--out", str(SET))],
    ids=["package", "handover"],
)
_BLOCK = 512  # bytes, as the limit of a shell counts them


def _started(args: tuple[str, ...], blocks: int | str = "unlimited") -> subprocess.Popen[str]:
    """The command in a process of its own, to which a file beyond so many blocks is a full disk."""
    line = ("sh", "-c", f'ulimit -f {blocks} && exec "$@"', "sh", *KSKD, *args)
    return subprocess.Popen(line, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def _all() -> dict[str, bytes]:
    return {str(path.relative_to(SET)): path.read_bytes() for path in SET.rglob("*") if path.is_file()}


def _made(args: tuple[str, ...]) -> dict[str, bytes]:
    with _started(args) as process:
        _, said = process.communicate()
    assert process.returncode == 0, said
    return _all()


def _put(files: dict[str, bytes]) -> None:
    shutil.rmtree(SET, ignore_errors=True)
    for name, content in files.items():
        (SET / name).parent.mkdir(parents=True, exist_ok=True)
        (SET / name).write_bytes(content)


@SETS
def test_a_pdf_for_which_there_is_no_room_leaves_the_old_set(args: tuple[str, ...], office: Path) -> None:
    """Also where there was none."""
    old = _made(args)
    largest = max(len(content) for name, content in old.items() if name.endswith(".pdf"))
    succeed("setting", "set", "name", "Kabupaten Lain")
    for before in ({}, old):
        _put(before)
        with _started(args, largest // _BLOCK) as process:
            _, said = process.communicate()
        last = said.splitlines()[-1]
        assert (process.returncode, last.startswith("kskd: "), english_in(last)) == (1, True, [])
        assert _all() == before
    assert _made(args).keys() == old.keys()


@SETS
def test_a_set_that_is_killed_while_its_pdf_are_made_is_whole_after_the_next(
    args: tuple[str, ...], office: Path
) -> None:
    """What is seen when the kill comes: files made ready beside their places, then one in its place."""
    old = _made(args)
    count = sum(name.endswith(".pdf") for name in old)
    succeed("setting", "set", "name", "Kabupaten Lain")
    new = _made(args)
    assert count > 0

    def ready(least: int) -> Callable[[], bool]:
        return lambda: len([*SET.rglob(".*.pdf.*")]) >= least

    def in_place() -> bool:
        return any(path.read_bytes() == new[path.name] for path in SET.glob("*.md"))

    killed = 0
    for before, has_come in (({}, ready(1)), (old, ready(count)), (old, in_place)):
        _put(before)
        with _started(args) as process:
            while process.poll() is None and not has_come():
                time.sleep(0.001)
            process.kill()
            process.communicate()
        killed += process.returncode < 0
        assert process.returncode == 0 or is_half_done(SET) or _all() in (before, new)
        write_set(SET, [])  # as any next one begins
        assert _all() in (before, new)
    assert killed > 0
    assert _made(args) == new
