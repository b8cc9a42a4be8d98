"""Pipes that close, disks that are full, locales of cron: quiet or one sentence, never a traceback."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.cli.command_line import Ok, document, english_in, kskd

if TYPE_CHECKING:
    from pathlib import Path

needs_full = pytest.mark.skipif(not os.path.exists("/dev/full"), reason="no /dev/full here")  # noqa: PTH110
_Done = subprocess.CompletedProcess[str]


def _to_full_disk(*args: str) -> _Done:
    with open("/dev/full", "w") as full:  # noqa: PTH123
        return subprocess.run([*kskd(), *args], stdout=full, stderr=subprocess.PIPE, text=True, check=False)


@pytest.mark.parametrize("args", [["list"], ["list", "--format", "json"], ["log"], ["--help"]])
@pytest.mark.parametrize("buffering", [{"PYTHONUNBUFFERED": "1"}, {"PYTHONUNBUFFERED": ""}])
def test_a_reader_that_has_seen_enough_is_no_error(
    buffering: dict[str, str], args: list[str], desk: Path
) -> None:
    """As in ``kskd list | head -1``."""
    reader, writer = os.pipe()
    os.close(reader)
    try:
        done = subprocess.run(
            [*kskd(), *args],
            stdout=writer,
            stderr=subprocess.PIPE,
            check=False,
            env={**os.environ, **buffering},
        )
    finally:
        os.close(writer)
    assert done.returncode in {0, 141}
    assert done.stderr == b""


def test_a_long_list_cut_by_head_is_quiet(example: Path) -> None:
    line = f"{' '.join(kskd())} log --limit 5000 | head -1"
    done = subprocess.run(["/bin/sh", "-c", line], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr, done.stdout.count("\n")) == (0, "", 1)


@needs_full
@pytest.mark.parametrize("args", [["list"], ["show", "PKS-2024-001", "--format", "json"], ["--help"]])
def test_a_full_disk_is_told_in_one_sentence(args: list[str], desk: Path) -> None:
    done = _to_full_disk(*args)
    assert done.returncode == 1
    assert done.stderr.startswith("kskd: ")
    assert done.stderr.count("\n") == 1
    assert english_in(done.stderr) == []


@needs_full
def test_what_was_kept_before_the_disk_was_full_is_said_to_be_kept(desk: Path, ok: Ok) -> None:
    """Status 1 says that nothing was changed; here something was, so the sentence must say so."""
    done = _to_full_disk("update", "PKS-2024-001", "--note", "x")
    assert document(ok("show", "PKS-2024-001", "--format", "json"))["note"] == "x"
    assert done.returncode == 1
    assert "simpan" in done.stderr


def test_an_ascii_locale_prints_utf8(desk: Path, ok: Ok) -> None:
    ok("update", "PKS-2024-001", "--title", "Pelatihan – kopi robusta “Ünggul”", "--reason", "uji")
    plain = {
        name: value for name, value in os.environ.items() if not name.startswith(("LC_", "LANG", "PYTHON"))
    }
    for locale in ({"LC_ALL": "C"}, {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}):
        done = subprocess.run([*kskd(), "list"], capture_output=True, env={**plain, **locale}, check=False)
        assert done.returncode == 0
        assert "Pelatihan – kopi robusta “Ünggul”" in done.stdout.decode("utf-8")


def test_closed_stdout_is_no_traceback(desk: Path) -> None:
    line = f"{' '.join(kskd())} list >&-"
    done = subprocess.run(["/bin/sh", "-c", line], capture_output=True, text=True, check=False)
    assert "Traceback" not in done.stderr


def test_what_was_registered_for_the_end_runs_and_all_output_arrives(desk: Path) -> None:
    """Although the process ends without taking its objects apart."""
    code = (
        "import atexit, sys; from kskd.__main__ import main; atexit.register(print, 'terakhir');"
        f" sys.argv = ['kskd', 'show', 'XX-1', '--db', {str(desk)!r}]; main()"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (1, "terakhir\n")
    assert done.stderr.startswith("kskd: ")
