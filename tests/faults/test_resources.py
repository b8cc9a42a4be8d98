"""No room, no memory, no right to write: told in a sentence, nothing half, and it works afterwards."""

from __future__ import annotations

import _sqlite3
import ctypes
import json
import os
import resource
import shutil
import signal
import sqlite3
import subprocess
from typing import TYPE_CHECKING

import pytest

from tests.faults.lines import LINES, NAMES, Line
from tests.faults.sweeping import sound
from tests.faults.test_results import MAKERS

from ..cli.command_line import english_in, folder
from ..conftest import Result, invoke
from ..registry.conftest import nobody as _nobody
from ..registry.conftest import shared as _shared
from ..registry.harness import forked

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from .conftest import Stage

pytestmark = pytest.mark.slow

nobody, shared = _nobody, _shared
SOME = {"add-mou 2", "attach 2", "import", "import 2", "restore", "opd rename 4", "undo"}
EVERY = [
    pytest.param(line, id=name, marks=() if name in SOME else pytest.mark.torture)
    for line, name in zip(LINES, NAMES, strict=True)
]


def in_child(args: Sequence[str | Path], before: Callable[[], object]) -> Result:
    """How a command ends in a child for which something was arranged before."""

    def work() -> str:
        before()
        done = invoke(*args)
        return json.dumps([done.status, done.out, done.err])

    status, said = forked(work)
    assert status == 0, said
    return Result(*json.loads(said))


def _in_use() -> int:
    """The bytes that SQLite has in this process already, for connections that other tests have not closed."""
    used = ctypes.CDLL(_sqlite3.__file__).sqlite3_memory_used
    used.restype = ctypes.c_int64
    return int(used())


def is_told(result: Result, status: int = 1) -> bool:
    """Whether a failure was told as all are: one sentence at the end, in Indonesian, and no data."""
    last = result.err.splitlines()[-1]
    return (
        result.status == status
        and last.startswith("kskd: ")
        and english_in(last) == []
        and "Traceback" not in result.err
    )


class Outcome:
    """A writing line of the stage under conditions: what was there before it, and what it is to make."""

    def __init__(self, stage: Stage, line: Line) -> None:
        self.stage, self.line = stage, line
        self._path = stage.file(line.target)
        self._before = self._path.read_bytes() if self._path.exists() else None
        self._old = None if self._before is None else sound(self._path)
        done = invoke(*line.args)
        assert done.status == 0, done.err
        self._new = sound(self._path)

    def check(self, result: Result) -> bool:
        """Whether the command did its work; if not, that it said so and nothing has happened."""
        if result.status == 0:
            assert sound(self._path) == self._new
            return True
        assert is_told(result), result
        now = self._path.read_bytes() if self._path.exists() else None
        if now != self._before:  # a rollback that failed too is done by whoever opens the file next
            seen = sound(self._path)
            assert seen == self._old or (seen == self._new and "sudah tersimpan" in result.err), result
        assert self.stage.strays() == []
        return False


def _limited(size: int) -> None:
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, resource.RLIM_INFINITY))


@pytest.mark.parametrize("line", EVERY)
def test_out_of_room_a_writing_command_is_told_and_works_once_there_is_room(
    line: Line, stage: Stage, count: Callable[..., None]
) -> None:
    outcome = Outcome(stage, line)
    stage.reset(line.target)
    size = max(path.stat().st_size for path in stage.folder.iterdir() if path.is_file())
    ends = []
    for limit in [0, 512, 4096, 3 * 4096, size // 2, size - 4096, size, size + 3 * 4096, 4 * size]:
        stage.reset(line.target)
        ends.append(outcome.check(in_child(line.args, lambda limit=limit: _limited(limit))))  # type: ignore[misc]
        count("disk full: limits × commands")
    assert ends[0] is False
    assert ends[-1] is True


@pytest.mark.parametrize("command", MAKERS)
def test_out_of_room_a_command_that_makes_files_leaves_none_half(
    command: str, stage: Stage, ok: Callable[..., str], count: Callable[..., None]
) -> None:
    args, place = MAKERS[command], stage.file("hasil")
    place.mkdir()
    if command == "attach --extract":
        shutil.copy("kskd.db", "isi.db")
        ok("attach", "KB-2024-001", "opd.csv", "sendiri.toml", "--embed", "--db", "isi.db")
    ok(*args)
    whole = folder(place)
    sizes = sorted(len(content) for content in whole.values() if content is not None)
    for limit in {0, 10, sizes[0] - 1, sizes[-1] - 1}:
        shutil.rmtree(place)
        place.mkdir()
        result = in_child(args, lambda limit=limit: _limited(limit))  # type: ignore[misc]
        assert is_told(result)
        assert {
            name: content for name, content in folder(place).items() if content is not None
        }.items() <= whole.items()
        count("disk full: limits × commands")
    shutil.rmtree(place)
    place.mkdir()
    ok(*args)
    assert folder(place) == whole


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of four megabytes, in memory."""
    place = tmp_path / "disk"
    place.mkdir()
    if (
        os.getuid() != 0
        or subprocess.run(
            ["mount", "-t", "tmpfs", "-o", "size=4m", "kskd", place], capture_output=True, check=False
        ).returncode
    ):
        pytest.skip("mounting a small disk needs root")
    yield place
    os.chdir(tmp_path)  # nobody may stand on what is taken away
    subprocess.run(["umount", place], check=True)


@pytest.mark.torture
@pytest.mark.parametrize("line", LINES, ids=NAMES)
def test_on_a_disk_that_fills_up_a_command_is_there_whole_or_not_at_all(
    line: Line, stage: Stage, small_disk: Path, monkeypatch: pytest.MonkeyPatch, count: Callable[..., None]
) -> None:
    """With ever more room left, from none to enough."""
    for name in stage.names:
        if name.endswith((".csv", ".toml", ".json", "cadangan.db")) or name == line.target:
            shutil.copy(stage.folder / name, small_disk / name)
    monkeypatch.chdir(small_disk)
    there = stage._replace(folder=small_disk)
    if line.target in stage.names:
        shutil.copy(line.target, stage.file("asal"))
    outcome = Outcome(there, line)
    ends = []
    for room in range(0, 1200, 24):
        for path in [*small_disk.glob("cadangan/*"), small_disk / "isi", small_disk / line.target]:
            path.unlink(missing_ok=True)
        if line.target in stage.names:
            shutil.copy(stage.file("asal"), small_disk / line.target)
        free = shutil.disk_usage(small_disk).free
        (small_disk / "isi").write_bytes(b"x" * max(0, free - room * 1024))
        assert invoke(
            "opd", "list", "--db", line.target if line.target in stage.names else "cadangan.db"
        ).status in {0, 1}
        result = invoke(*line.args)
        (small_disk / "isi").unlink()
        ends.append(outcome.check(result))
        count("disk full: free kilobytes × commands, on a real small disk")
    assert ends[-1] is True
    assert False in ends


@pytest.mark.parametrize("limits", [24, pytest.param(80, marks=pytest.mark.torture)], ids=["some", "many"])
@pytest.mark.parametrize("line", EVERY)
def test_out_of_memory_a_command_is_there_whole_or_not_at_all(
    line: Line, limits: int, stage: Stage, count: Callable[..., None]
) -> None:
    """SQLite may not take more than so many bytes."""
    outcome = Outcome(stage, line)
    ends = []
    for at in range(limits):
        stage.reset(line.target)
        limit = 60_000 + at * 1_200_000 // limits

        def scarce(limit: int = limit) -> None:
            sqlite3.connect(":memory:").execute(f"PRAGMA hard_heap_limit = {_in_use() + limit}")

        ends.append(outcome.check(in_child(line.args, scarce)))
        count("out of memory: limits × commands")
    assert ends[0] is False


UNWRITABLE: dict[str, tuple[str, ...]] = {
    "a writing command": ("opd", "add", "DLH", "--name", "Dinas Lingkungan Hidup"),
    "a new registry": ("init", "--name", "Kota Lain", "--db", "baru.db"),
    "an export": ("export", "--out", "ekspor.json"),
    "a backup": ("backup",),
    "a report": ("report", "--period", "2024-S2"),
    "templates": ("templates", "eject", "templat"),
    "an instrument": ("instrument", "eject", "baru.toml"),
    "a restore": ("restore", "cadangan.db", "--yes"),
}


@pytest.mark.parametrize("what", UNWRITABLE)
def test_where_one_may_not_write_reading_works_and_writing_is_refused(
    what: str, stage: Stage, shared: Path, nobody: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("kskd.db", "cadangan.db"):
        shutil.copy(name, shared / name)
        (shared / name).chmod(0o444)
    monkeypatch.chdir(shared)
    invoke(
        *UNWRITABLE[what], "--help"
    )  # whatever is loaded late is loaded now: another user may not see our Python
    before = folder(shared)
    shared.chmod(0o555)

    def become() -> None:
        if os.getuid() != nobody:
            os.setgroups([])
            os.setgid(nobody)
            os.setuid(nobody)

    assert in_child(("list",), become).status == 0
    assert in_child(("show", "KB-2024-001", "--format", "json"), become).status == 0
    assert is_told(in_child(UNWRITABLE[what], become))
    assert folder(shared) == before
