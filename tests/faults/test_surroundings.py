"""What surrounds a command is wrong: no room, no clock, no time zone, no stdin, Ctrl-C while it loads."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

import kskd
from kskd.cli.kit import context
from kskd.domain.values.dates import FIRST_YEAR, LAST_YEAR

from ..registry.harness import raw
from .test_resources import _limited, in_child, is_told
from .tracing import KSKD, require_strace, traced

if TYPE_CHECKING:
    from collections.abc import Callable

    from ..conftest import Result
    from .conftest import Stage

    Run = Callable[..., Result]
    Ok = Callable[..., str]

pytestmark = pytest.mark.slow

ADD = ("opd", "add", "DLH", "--name", "Dinas Lingkungan Hidup")


def _process(*args: str, how: str = 'exec "$@"', **more: str) -> subprocess.CompletedProcess[str]:
    """A command in a process of its own, begun by a shell, with the computer's clock."""
    env = {key: value for key, value in os.environ.items() if key != "SOURCE_DATE_EPOCH"} | more
    line = ["/bin/sh", "-c", how, "sh", *KSKD, *args]
    return subprocess.run(line, capture_output=True, text=True, check=False, env=env)


def _is_sentence(done: subprocess.CompletedProcess[str]) -> bool:
    return "Traceback" not in done.stderr and "\x1b" not in done.stderr and done.stderr.startswith("kskd: ")


# -- no room -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("is_there", [True, False], ids=["over a registry", "into a new file"])
def test_without_room_a_restore_does_not_blame_the_backup(stage: Stage, is_there: bool) -> None:
    """At any size that a file may not pass; what the backup lacks is made anew in the copy."""
    raw(stage.file("cadangan.db"), "DROP TRIGGER journal_opd_insert")
    size = stage.file("cadangan.db").stat().st_size
    words = ("restore", "cadangan.db", "--yes", *(() if is_there else ("--db", "lain.db")))
    ends = []
    for limit in [*range(0, size, size // 12), size - 4096, size, size + 4096, size + 5 * 4096, 4 * size]:
        stage.reset("kskd.db")
        result = in_child(words, lambda limit=limit: _limited(limit))  # type: ignore[misc]
        ends.append(result.status)
        assert result.status == 0 or is_told(result), result
        assert "tidak dapat dipakai" not in result.err
        assert stage.strays() in ([], ["lain.db"] if result.status == 0 else [])
    assert (ends[0], ends[-1]) == (1, 0)


@pytest.mark.parametrize("call", ["pwrite64", "fsync", "pread64", "openat", "mkdir"])
def test_a_failing_disk_in_backup_is_told_in_a_sentence(call: str, office: Path, ok: Ok) -> None:
    """At the calls that touch our files; the second backup finds the first and takes it away."""
    require_strace()
    ok("setting", "set", "backup-keep", "1")
    for room in ("cadangan", "lain"):
        seen = traced(("backup", "--out", room), office.parent).calls
        times = [at for at, one in enumerate([one for one in seen if one.startswith(call)], 1)]
        for at in times[:: max(1, len(times) // 6)]:
            shutil.rmtree(office.parent / room, ignore_errors=True)
            done = traced(("backup", "--out", room), office.parent, inject=f"{call}:error=EIO:when={at}")
            assert "Traceback" not in done.err or "/lib/python" in done.err.split("\n")[-3], done.err
    assert ok("backup", "--out", "cadangan")


# -- clock and time zone -----------------------------------------------------------------------------------


@pytest.mark.parametrize("year", [1944, 2150, 2151, 9999])
def test_a_clock_in_a_year_that_there_cannot_be_is_told(
    year: int, office: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Clock(datetime):
        @classmethod
        def now(cls, tz: Any = None) -> Any:
            return datetime(year, 6, 1, tzinfo=tz)

    monkeypatch.delenv("SOURCE_DATE_EPOCH")
    monkeypatch.setattr(context, "datetime", Clock)
    before = office.read_bytes()
    for words in (ADD, ("status",), ("backup",), ("doctor",), ("due",)):
        result = run(*words)
        assert is_told(result, 2)
        assert f"Jam komputer menunjukkan tahun {year}" in result.err
    assert office.read_bytes() == before


@pytest.mark.parametrize("zone", ["<+99>-99", "UTC99999", "<+24>-24"])
def test_a_broken_time_zone_is_told(zone: str, office: Path) -> None:
    done = _process(*ADD, TZ=zone)
    assert _is_sentence(done), done.stderr
    assert "Zona waktu" in done.stderr
    assert done.returncode == 2


@pytest.mark.parametrize("zone", ["Asia/Jakarta", "Tiada/Tempat", ":/etc/passwd", "", "WIB-7"])
def test_a_time_zone_that_the_system_reads_in_its_own_way_will_do(zone: str, office: Path) -> None:
    assert _process("status", TZ=zone).returncode == 0


def test_the_years_of_a_clock_are_those_of_dates_but_the_last() -> None:
    assert range(FIRST_YEAR, LAST_YEAR) == context.YEARS


# -- stdin and Ctrl-C --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "status"),
    [
        (ADD, 0),
        (("status",), 0),
        (("add-mou",), 2),
        (("undo",), 1),
        (("restore", "kskd.db"), 1),
        (("doctor", "--fix"), 0),
    ],
)
def test_with_stdin_closed_nobody_is_asked(words: tuple[str, ...], status: int, office: Path) -> None:
    done = _process(*words, how='exec "$@" <&-')
    assert done.returncode == status, done.stderr
    assert "Traceback" not in done.stderr


INTERRUPTED = """\
import sys
from kskd.__main__ import main
class Interrupting:
    left = int(sys.argv.pop(1))
    def find_spec(self, *_):
        self.left -= 1
        if not self.left:
            raise KeyboardInterrupt
sys.meta_path.insert(0, Interrupting())
main()
"""


def test_ctrl_c_at_any_module_that_is_loaded_ends_without_a_traceback(office: Path) -> None:
    """Until it comes too late for the command: then it has done its work."""
    before, ends = office.read_bytes(), []
    for at in range(1, 1000, 13):
        done = subprocess.run(
            [sys.executable, "-P", "-c", INTERRUPTED, str(at), *ADD],
            capture_output=True,
            text=True,
            check=False,
        )
        assert "Traceback" not in done.stderr, done.stderr
        ends.append(done.returncode)
        if done.returncode == 0:
            break
        assert done.returncode == 130, done.stderr
        assert office.read_bytes() == before
    assert len(ends) > 5
    assert ends[-1] == 0


# -- the program itself ------------------------------------------------------------------------------------

PROGRAM = Path(kskd.__file__).parent


@pytest.mark.parametrize(
    ("module", "args"),
    [
        ("cli/__init__.py", ("status",)),
        ("cli/kit/door.py", ("status",)),
        ("errors/tree.py", ("status",)),
        ("system.py", ADD),
        ("registry/database.py", ADD),
        ("workflows/office/overview.py", ("status",)),
        ("pages/formats.py", ("report", "--period", "2024-S2")),
        ("errors/evaluation.py", ("evaluate", "PKS-2024-001", "--period", "1999-S1")),
    ],
)
@pytest.mark.parametrize("call", ["read", "openat"])
def test_a_part_of_the_program_that_cannot_be_read_is_one_sentence(
    call: str, module: str, args: tuple[str, ...], office: Path, tmp_path: Path
) -> None:
    """EIO while Python loads it, from its source and from what is compiled of it, early or in the middle."""
    require_strace()
    path = PROGRAM / module
    compiled = path.parent / "__pycache__" / f"{path.stem}.{sys.implementation.cache_tag}.pyc"
    assert path.exists()
    before = office.read_bytes()
    line = [
        "strace", "-f", "-qq", "-o", "/dev/null", "-e", f"trace={call}", "-P", str(path), "-P", str(compiled),
        "-e", f"inject={call}:error=EIO",
    ]  # fmt: skip
    env = {**os.environ, "PYTHONDONTWRITEBYTECODE": "1"}
    done = subprocess.run(
        [*line, *KSKD, *args], capture_output=True, text=True, check=False, env=env, cwd=tmp_path
    )
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (1, "", 1), done.stderr
    assert done.stderr.startswith("kskd: Berkas program kskd tidak dapat dibaca (")
    assert "pasang ulang kskd" in done.stderr
    assert office.read_bytes() == before


@pytest.mark.parametrize("module", ["kskd.cli", "kskd.cli.kit.door", "kskd.workflows.office.overview"])
def test_a_part_of_the_program_that_is_gone_is_one_sentence(module: str, office: Path) -> None:
    code = (
        f"import sys; sys.modules[{module!r}] = None; sys.argv = ['kskd', 'status'];"
        " from kskd.__main__ import main; main()"
    )
    line = [sys.executable, "-P", "-c", code]
    done = subprocess.run(line, capture_output=True, text=True, check=False, cwd=office.parent)
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (1, "", 1), done.stderr
    assert "pasang ulang kskd" in done.stderr
