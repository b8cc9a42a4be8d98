"""Pieces of work on several processes: the same results in order, and nothing left however it ends."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from kskd.pages import together as module

_MANY = """
import os, sys, time
from kskd.pages import together as module
module.LEAST = 1
from kskd import system; system.processors = lambda: 3
first = os.getpid()
def work(at):
    {work}
def all_of(count):
    return module.together(work, count, count)
"""
linux = pytest.mark.skipif(sys.platform != "linux", reason="one process elsewhere")


def _run(work: str, then: str) -> subprocess.CompletedProcess[str]:
    script = _MANY.format(work=work) + then
    return subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=False, timeout=60
    )


@linux
def test_results_come_in_order_from_several_processes() -> None:
    done = _run(
        "return b'%d %d' % (at, os.getpid() != first) * 50_000",
        "print([one[:4].decode().split()[0] for one in all_of(20)] == [str(at) for at in range(20)],"
        " all(b' 1' in one[:6] for one in all_of(20)))",
    )
    assert (done.stdout, done.stderr) == ("True True\n", "")


def test_few_pieces_are_done_here() -> None:
    here = os.getpid()
    assert set(module.together(lambda _: str(os.getpid()).encode(), 20, 20)) == {str(here).encode()}


@linux
def test_what_fails_is_raised_here_once_all_before_it_are_given() -> None:
    done = _run(
        "if at == 7: raise KeyError('tujuh')\n    return bytes([at])",
        "\ntry:\n    for one in all_of(20): print(one[0])\nexcept KeyError as error: print(error)\n"
        "try: os.waitpid(-1, os.WNOHANG)\nexcept ChildProcessError: print('none left')",
    )
    assert done.stdout.split("\n")[:-1] == [*map(str, range(7)), "'tujuh'", "none left"]
    assert done.stderr == ""


@linux
def test_a_helper_that_is_killed_is_stood_in_for() -> None:
    done = _run(
        "if at == 4 and os.getpid() != first: os.kill(os.getpid(), 9)\n    return bytes([at])",
        "print(b''.join(all_of(20)) == bytes(range(20)))",
    )
    assert (done.stdout, done.stderr) == ("True\n", "")


@linux
@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGKILL])
def test_when_the_first_ends_all_end(how: signal.Signals, tmp_path: Path) -> None:
    """Also when it is killed: a helper ends at the next thing that it says."""
    work = (
        f"open({str(tmp_path)!r} + f'/{{os.getpid()}}', 'w').close(); time.sleep(0.05); return b'x' * 100_000"
    )
    script = _MANY.format(work=work) + "for one in all_of(1000): pass"
    first = subprocess.Popen([sys.executable, "-c", script], stderr=subprocess.DEVNULL)
    until = time.monotonic() + 30
    while len(list(tmp_path.iterdir())) < 3 and time.monotonic() < until:
        time.sleep(0.02)
    helpers = [int(path.name) for path in tmp_path.iterdir()]
    assert len(helpers) == 3
    first.send_signal(how)
    first.wait(30)
    while any(map(_lives, helpers)) and time.monotonic() < until:
        time.sleep(0.02)
    assert not any(map(_lives, helpers))


def _lives(pid: int) -> bool:
    try:
        return "\nState:\tZ" not in Path(f"/proc/{pid}/status").read_text("utf-8")
    except OSError:
        return False


@linux
def test_a_report_is_the_same_bytes_on_one_process_or_several(example: Path) -> None:
    script = """
import sys
from kskd.pages import together as module
import os
module.LEAST, out = int(sys.argv[1]), sys.argv[2]
from kskd import system; system.processors = lambda: 3
sys.argv[1:] = ["report", "--period", "2024-S2", "--out", out, "--format", "md,html,docx"]
from kskd.__main__ import main
main()
"""
    for least, out in (("1", "banyak"), ("1000", "satu")):
        subprocess.run(
            [sys.executable, "-c", script, least, out], check=True, capture_output=True, timeout=120
        )

    def all_of(folder: str) -> dict[str, bytes]:
        return {path.name: path.read_bytes() for path in Path(folder).rglob("*") if path.is_file()}

    assert all_of("banyak") == all_of("satu")
    assert len(all_of("satu")) == 60
