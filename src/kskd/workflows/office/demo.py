"""The example registry, filled by the office's own script, with its reports."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from importlib.resources import files
from pathlib import Path

from kskd import system
from kskd.domain.values.period import Period
from kskd.errors import os_reason, refusal


@dataclass(frozen=True, slots=True)
class Demo:
    """Where the example's registry and reports are, the day they speak of, and how to call kskd there."""

    registry: Path
    index: Path
    as_of: date
    command: str


def examples_dir() -> Path:
    """The examples, packaged or in the checkout."""
    for folder in (Path(str(files("kskd") / "examples")), Path(__file__).resolve().parents[4] / "examples"):
        if (folder / "isi-registri.sh").is_file():
            return folder
    raise refusal("demo-not-installed")


def run(folder: Path, period_text: str, say: Callable[[str], None]) -> Demo:
    """Fill ``folder`` with the example registry and the reports of a period, by the shipped script.

    The script speaks through ``say``, line by line. Raises AlreadyThere where the folder is not empty.
    """
    period = Period.parse(period_text)
    folder = folder.expanduser().resolve()
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise refusal("demo-folder-there", folder=folder)
    shell = shutil.which("sh")
    if shell is None:
        raise refusal("demo-without-shell")
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise refusal("demo-folder-not-made", folder=folder, reason=os_reason(error)) from error
    registry = folder / "kskd.db"
    environment = {**os.environ, "KSKD": _ourselves(folder), "KSKD_DB": str(registry)}
    script = examples_dir() / "isi-registri.sh"
    as_of = period.end
    for command in ([shell, str(script)], [environment["KSKD"], *_report(period, folder, as_of)]):
        with subprocess.Popen(  # noqa: S603 - our own script and our own command
            command,
            env=environment,
            cwd=folder,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
            encoding="utf-8",
            errors="replace",
        ) as process:
            for line in process.stderr or ():
                say(line.rstrip())
        if process.returncode != 0:
            raise refusal("demo-unfinished", status=process.returncode)
    index = folder / "laporan" / str(period) / "index.html"
    typed = "kskd" if shutil.which("kskd") else _shown(Path(environment["KSKD"]))
    return Demo(Path(_shown(registry)), Path(_shown(index)), as_of, typed)


def _shown(path: Path) -> str:
    """The path as it may be typed from the present folder."""
    here = Path.cwd()
    return str(path.relative_to(here)) if path.is_relative_to(here) else str(path)


def _report(period: Period, folder: Path, as_of: date) -> list[str]:
    return ["report", "--period", str(period), "--as-of", as_of.isoformat(), "--out", str(folder / "laporan")]


def _ourselves(folder: Path) -> str:
    """The kskd that is running, as one word; a small starter where there is no such command."""
    beside = Path(sys.executable).with_name("kskd")
    if system.is_program(beside):
        return str(beside)
    starter = folder / "kskd"
    starter.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m kskd "$@"\n', "utf-8")
    system.set_mode(starter, 0o755)
    return str(starter)
