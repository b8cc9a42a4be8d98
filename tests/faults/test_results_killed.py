"""A set of files whose writing is killed, at each of its steps: the next run has all old or all new ones."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from kskd.domain.ailment import HALF_DONE
from kskd.errors import OutputError
from kskd.interchange.sets import is_half_done, write_set

from ..conftest import invoke, succeed
from ..registry.harness import forked
from .tracing import KSKD, require_strace

if TYPE_CHECKING:
    from collections.abc import Callable

pytestmark = pytest.mark.slow

OLD = {"a.md": b"lama a", "S2/b.md": b"lama b", "S2/c.md": b"tetap"}
NEW = {
    "a.md": b"baru a",
    "S2/b.md": b"baru b",
    "S2/c.md": b"tetap",
    "S2/d.md": b"baru d",
    "x/e.md": b"baru e",
}
STEPS = ("open", "os.rename", "os.remove", "os.link", "os.truncate", "os.mkdir")  # before each, a kill
SET = Path("hasil")


def _write(files: dict[str, bytes]) -> str:
    return str(write_set(SET, [(SET / name, content) for name, content in files.items()]))


def _killed(work: Callable[[], str], at: int) -> bool:
    """Whether the work was killed before the step of that number; False when it came to its end."""

    def begun() -> str:
        count = 0

        def hook(event: str, args: tuple[object, ...]) -> None:
            nonlocal count
            if event in STEPS and str(SET) in str(args[0]):
                count += 1
                if count == at:
                    os.kill(os.getpid(), signal.SIGKILL)

        sys.addaudithook(hook)  # of the child alone
        return work()

    status, told = forked(begun)
    assert os.WIFSIGNALED(status) or os.waitstatus_to_exitcode(status) == 0, told
    return os.WIFSIGNALED(status)


def _all(folder: Path = SET) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def _fresh() -> None:
    shutil.rmtree(SET, ignore_errors=True)
    _write(OLD)


def _is_whole(found: dict[str, bytes]) -> bool:
    return found in (OLD, NEW)


def test_a_set_that_was_killed_at_any_step_is_settled_by_the_next_run() -> None:
    """The next run, which itself has nothing to write, finds out how far it came."""
    ends = []
    for at in range(1, 200):
        _fresh()
        was_killed = _killed(lambda: _write(NEW), at)
        assert was_killed == is_half_done(SET) or _is_whole(_all()), at
        assert _write({}) == "0"
        found = _all()
        assert _is_whole(found), (at, found)
        ends.append(found == NEW)
        if not was_killed:
            break
    assert not was_killed
    assert ends == sorted(ends), "once all is ready it is finished, before that taken back"
    assert {True, False} == set(ends)
    assert at > 20


def test_settling_may_be_killed_too() -> None:
    for first in (6, 12, 16, 20, 24):
        for at in range(1, 60):
            _fresh()
            assert _killed(lambda: _write(NEW), first)
            was_killed = _killed(lambda: _write({}), at)
            _write({})
            assert _is_whole(_all()), (first, at)
            if not was_killed:
                break


def test_taking_back_may_be_killed_too(monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that cannot take its place makes all go back; the kill comes while they do."""

    def failing() -> str:
        made = Path.replace

        def replace(one: Path, other: Path) -> Path:
            if other.name == "e.md":
                raise OSError(5, "EIO")
            return made(one, other)

        with monkeypatch.context() as patch:
            patch.setattr(Path, "replace", replace)
            with pytest.raises(Exception, match="tidak dapat ditulis"):
                _write(NEW)
        return ""

    for at in range(1, 100):
        _fresh()
        was_killed = _killed(failing, at)
        _write({})
        assert _is_whole(_all()), at
        if not was_killed:
            break
    assert _all() == OLD
    assert at > 20


def test_a_journal_that_names_other_places_does_nothing_there() -> None:
    _fresh()
    Path("luar.md").write_bytes(b"luar")
    Path(".luar.md.00000000.baru").write_bytes(b"jahat")
    lines = (
        '["../luar.md", "../.luar.md.00000000.baru", "../.luar.md.00000001.baru", true]',
        f'["{Path("luar.md").absolute()}", ".a.00000000.baru", ".a.00000001.baru", false]',
        '["a.md", "b.md", "a.md", true]',
        '[["a"], 1, 2, 3]',
        '"siap"',
        '["a.md", ".a.md.0000',
    )
    (SET / HALF_DONE).write_text("\n".join(lines), "utf-8")
    _write({})
    assert _all() == OLD
    assert Path("luar.md").read_bytes() == b"luar"


def test_who_comes_second_waits(tmp_path: Path) -> None:
    """The journal is held: what another process is about to write is not taken for left over."""
    _fresh()
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)

        def slow() -> object:
            yield SET / "a.md", b"baru a"
            os.write(writing, b"x")
            os.close(writing)
            import time

            time.sleep(0.5)
            yield SET / "S2/b.md", b"baru b"

        write_set(SET, slow())  # type: ignore[arg-type]
        os._exit(0)
    os.close(writing)
    os.read(reading, 1)
    os.close(reading)
    assert _write(OLD) == "2", "what the first wrote was there when the second looked"
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
    assert _all() == OLD


@pytest.mark.parametrize(
    ("report", "step"),
    [
        (("report", "--period", "2024-S2", "--out", "laporan"), 1),
        (("package", "--period", "2024-S2", "--out", "laporan"), 7),
        (("handover", "--out", "laporan"), 13),
    ],
    ids=["report", "package", "handover"],
)
def test_a_set_that_is_killed_is_told_and_settled_by_the_next(
    report: tuple[str, ...], step: int, office: Path
) -> None:
    """A real process, killed at each of its renames."""
    require_strace()
    succeed(*report)
    old = _all(Path("laporan"))
    succeed("setting", "set", "name", "Kabupaten Lain")
    seen = set()
    for at in range(1, 1000, step):
        line = ["strace", "-f", "-qq", "-o", "/dev/null", "-e", "trace=rename", "-e"]
        inject = f"inject=rename:signal=KILL:when={at}"
        done = subprocess.run([*line, inject, *KSKD, *report], capture_output=True, check=False)
        if done.returncode == 0:
            break
        assert is_half_done(Path("laporan"))
        told = invoke("status").err
        assert ("laporan: " in told, "kskd report" in told) == (True, True)
        found = json.loads(invoke("doctor", "--format", "json").out)["items"]
        assert [one["where"] for one in found if one["code"] == "results-half-done"] == ["laporan"]
        succeed(*report)
        now = _all(Path("laporan"))
        assert not [name for name in now if name.endswith((".baru", HALF_DONE))]
        seen.add(now != old)
        assert "kskd report" not in invoke("status").err
        shutil.rmtree("laporan")
        for name, content in old.items():
            path = Path("laporan") / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
    assert seen == {True}
    assert at > 3


@pytest.mark.parametrize("call", ["rename", "unlink"])
def test_settling_that_fails_is_told_and_done_by_the_next(call: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """What it could not do stays in the journal, as far as it came before."""
    for first in (16, 20, 24):
        for at in range(1, 40):
            _fresh()
            assert _killed(lambda: _write(NEW), first)
            name, count = {"rename": "replace"}.get(call, call), 0
            made = getattr(Path, name)

            def failing(
                *args: object, at: int = at, made: Callable[..., object] = made, **more: object
            ) -> object:
                nonlocal count
                count += 1
                if count == at:
                    raise OSError(5, "EIO")
                return made(*args, **more)

            with monkeypatch.context() as patch:
                patch.setattr(Path, name, failing)
                with suppress(OutputError):  # in a sentence, as everything that cannot be written
                    _write({})
            _write({})
            assert _is_whole(_all()), (first, at)
            if count < at:
                break
