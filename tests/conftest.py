"""What all tests share: a clean office, commands run in process, and the example registry."""

from __future__ import annotations

import fcntl
import gc
import io
import os
import re
import shutil
import signal
import subprocess
import sys
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings
from jinja2 import BytecodeCache, Environment

from kskd.cli import ROOT
from kskd.cli.kit.group import build

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from jinja2.bccache import Bucket

    Once = Callable[[str, Callable[[], object]], Path]

APP = build(ROOT)  # once: a command of many options is not built quickly
CLOCK = "1736899200"  # 15 January 2025, 00:00 UTC

settings.register_profile("default", deadline=None, max_examples=60)
settings.register_profile("quick", deadline=None, max_examples=15)
settings.load_profile("default")


def pytest_addoption(parser: pytest.Parser) -> None:
    """`make golden` writes the golden files anew; `make torture` prints its figures."""
    parser.addoption("--update-golden", action="store_true", help="write the golden files anew")
    parser.addoption("--figures", action="store_true", help="print how many faults were tried")


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say what was not tried for want of LibreOffice, so that no skip hides it."""
    skipped = terminalreporter.stats.get("skipped", [])
    if count := sum("LibreOffice" in str(one.longrepr) for one in skipped):
        terminalreporter.write_line(
            f"NOT RUN, {count} tests: no LibreOffice (libreoffice-calc, python3-uno) here"
        )


@dataclass(frozen=True)
class Result:
    """How a command ended and what it wrote."""

    status: int
    out: str
    err: str


def invoke(*args: str | Path, stdin: str = "") -> Result:
    """Run one command line in this process, as the console script would."""
    out, err, old = io.StringIO(), io.StringIO(), sys.stdin
    sys.stdin = io.StringIO(stdin)
    status: object = 0
    try:
        with redirect_stdout(out), redirect_stderr(err):
            APP.main([str(arg) for arg in args])
    except SystemExit as end:
        status = end.code
    finally:
        sys.stdin = old
    return Result(status if isinstance(status, int) else 0, out.getvalue(), err.getvalue())


def succeed(*args: str | Path) -> str:
    """Run a command that must succeed; gives what it wrote to stdout."""
    result = invoke(*args)
    assert result.status == 0, result.err
    return result.out


def _clean(patch: pytest.MonkeyPatch, folder: Path) -> None:
    for name in ("KSKD_DB", "KSKD", "KSKD_WHO", "COLUMNS", "LINES"):
        patch.setenv(name, "")  # readline sets COLUMNS where child processes see it and Python does not
        patch.delenv(name)
    patch.setenv("LOGNAME", "analis")
    patch.setenv("SOURCE_DATE_EPOCH", CLOCK)
    patch.chdir(folder)


@pytest.fixture(autouse=True)
def _clean_environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """No test sees the user's registry, name, clock, locale, screen or folder."""
    _clean(monkeypatch, tmp_path)


@pytest.fixture(autouse=True)
def _clean_signals() -> Iterator[None]:
    """No test sees signals ignored by who started the run, or held back by a commit in the test before."""
    before = {one: signal.signal(one, signal.SIG_DFL) for one in (signal.SIGTERM, signal.SIGHUP)}
    before[signal.SIGINT] = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.pthread_sigmask(signal.SIG_UNBLOCK, set(before))
    for one, action in before.items():
        signal.signal(one, action)


class _Compiled(BytecodeCache):
    """Templates compiled in this process, by place and text."""

    def __init__(self) -> None:
        self._kept: dict[tuple[str, str], bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        if code := self._kept.get((bucket.key, bucket.checksum)):
            bucket.bytecode_from_string(code)

    def dump_bytecode(self, bucket: Bucket) -> None:
        self._kept[bucket.key, bucket.checksum] = bucket.bytecode_to_string()


@pytest.fixture(scope="session", autouse=True)
def _templates_compiled_once() -> Iterator[None]:
    """Each report has an environment of its own, and compiling for it takes ten times as long as the rest."""
    kept = _Compiled()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(
            Environment, "bytecode_cache", property(lambda _: kept, lambda _, __: None), raising=False
        )
        yield


@pytest.fixture
def run() -> Callable[..., Result]:
    """Run a command and return how it ended."""
    return invoke


@pytest.fixture
def ok() -> Callable[..., str]:
    """Run a command that must succeed; gives what it wrote to stdout."""
    return succeed


@pytest.fixture(scope="session")
def once(tmp_path_factory: pytest.TempPathFactory) -> Once:
    """A folder that is filled once in a run, by whichever of its processes comes first; the others wait.

    It is the working folder while it is filled. Tests leave what is in it as it is.
    """
    base = tmp_path_factory.getbasetemp()
    shared = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base

    def make(name: str, fill: Callable[[], object]) -> Path:
        place, draft = shared / name, shared / f"{name}.baru"
        with (shared / f"{name}.lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            if not place.exists():
                shutil.rmtree(draft, ignore_errors=True)  # of a process that failed to fill it
                draft.mkdir()
                with pytest.MonkeyPatch.context() as patch:
                    _clean(patch, draft)
                    fill()
                draft.rename(place)
        return place

    return make


@pytest.fixture
def office(once: Once, tmp_path: Path) -> Path:
    """A small registry in ./kskd.db: two OPD, two partners, one KB and one PKS under it."""
    return Path(shutil.copy(once("office", fill_office) / "kskd.db", tmp_path))


def fill_office() -> None:
    """Two OPD, two partners, one KB and one PKS under it."""
    succeed("init", "--name", "Kabupaten Contoh", "--seat", "Contoh", "--reports-since", "1990-S1")
    succeed("opd", "add", "DINKES", "--name", "Dinas Kesehatan")
    succeed("opd", "add", "DIKBUD", "--name", "Dinas Pendidikan dan Kebudayaan", "--alias", "Dikbud")
    succeed("partner", "add", "Universitas Contoh", "--kind", "perguruan-tinggi")
    succeed("partner", "add", "PT Maju Contoh", "--kind", "perusahaan")
    succeed(
        "add-mou", "--scheme", "ksdpk", "--title", "Peningkatan mutu tenaga kesehatan",
        "--partner", "Universitas Contoh", "--opd", "DINKES", "--number", "100.3.7.1/12/KB/2024",
        "--partner-number", "77/UC/KS/2024", "--signed", "2024-02-20", "--years", "5", "--affair", "1.02",
        "--scope", "Pelatihan bidan", "--scope", "Penelitian gizi",
    )  # fmt: skip
    succeed(
        "derive-pks", "KB-2024-001", "--title", "Pelatihan bidan desa", "--signed", "2024-05-02",
        "--years", "2", "--number", "440/7/PKS/2024", "--signer", "Kepala Dinas Kesehatan",
        "--power-of-attorney", "100/7/SK/2024", "--power-of-attorney-date", "2024-04-29",
    )  # fmt: skip


RECORDER = """\
#!/bin/sh
{ printf '%s\\0' "$@"; printf '\\n\\0'; } >>commands
"""


def _fill_example() -> None:
    """Take down the commands of the office's own script and run them in this process."""
    recorder, commands = Path("kskd"), Path("commands")
    recorder.write_text(RECORDER, "utf-8")
    recorder.chmod(0o755)
    script = Path(__file__).parent.parent / "examples" / "isi-registri.sh"
    subprocess.run(["/bin/sh", script], env={"KSKD": "./kskd"}, stderr=subprocess.DEVNULL, check=True)
    os.environ["SOURCE_DATE_EPOCH"] = re.findall(r"SOURCE_DATE_EPOCH:-(\d+)", script.read_text("utf-8"))[0]
    for command in commands.read_text("utf-8").split("\0\n\0")[:-1]:
        succeed(*command.split("\0"))
    recorder.unlink()
    commands.unlink()


@pytest.fixture(scope="session")
def example_registry(once: Once) -> Path:
    """The example registry, made once by the office's own script; copy it before changing it."""
    return once("example", _fill_example) / "kskd.db"


@pytest.fixture(scope="session")
def example_reports(example_registry: Path, once: Once) -> Path:
    """The example's reports of two semesters, a month and a year, made once."""

    def fill() -> None:
        for period in ("2024-S1", "2024-S2", "2024-11", "2024"):
            succeed("report", "--db", example_registry, "--period", period, "--out", ".")

    return once("laporan", fill)


@pytest.fixture
def example(example_registry: Path, tmp_path: Path) -> Path:
    """A copy of the example registry as ./kskd.db."""
    return Path(shutil.copy(example_registry, tmp_path / "kskd.db"))


def pytest_collection_finish() -> None:
    """Ten thousand tests are not looked through for garbage again and again."""
    gc.freeze()
