"""Start-up of the hot commands, as ratios to ``python -c "import typer"`` in the same interleaved run.

CPU time (user + system) of the whole process, median of the rounds. The goals are those of the design;
nothing here fails a build, since machines differ: it prints, and a person reads.
"""

from __future__ import annotations

import argparse
import os
import resource
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[1]


def cpu(command: list[str], folder: Path, environment: dict[str, str], *, on_terminal: bool) -> float:
    """CPU milliseconds of one run, the children's only; on a terminal it draws its table."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    master, slave = os.openpty() if on_terminal else (None, subprocess.DEVNULL)
    with subprocess.Popen(
        command,
        cwd=folder,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=slave,
        stderr=subprocess.DEVNULL,
    ) as process:
        if master is not None:
            os.close(slave)
            while _more(master):
                pass
            os.close(master)
    if process.returncode != 0:
        raise SystemExit(f"{' '.join(command)}: {process.returncode}")
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return 1000 * (after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)


def _more(terminal: int) -> bytes:
    try:
        return os.read(terminal, 65536)
    except OSError:  # the writer is gone
        return b""


def main() -> None:
    """Fill the example registry and time the commands on it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=15)
    rounds = parser.parse_args().rounds
    kskd = str(Path(sys.executable).with_name("kskd"))
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        # Timing a compiler would be timing nothing that users meet: their .pyc files are written once.
        os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
        environment = {**os.environ, "KSKD": kskd, "KSKD_DB": str(folder / "kskd.db")}
        subprocess.run(["sh", str(PROJECT / "examples" / "isi-registri.sh")], env=environment, check=True)
        python = sys.executable
        table: list[tuple[str, float | None, list[str]]] = [
            ("python -c pass", None, [python, "-c", "pass"]),
            ('python -c "import typer"', 1.0, [python, "-c", "import typer"]),
            ("--version", 1.3, [kskd, "--version"]),
            ("list --format json", 1.3, [kskd, "list", "--format", "json"]),
            ("list (tsv)", 1.3, [kskd, "list"]),
            ("show, two evaluations", 1.3, [kskd, "show", "PKS-2021-003", "--format", "json"]),
            ("show, no evaluation", 1.3, [kskd, "show", "KB-2021-003", "--format", "json"]),
            ("show (tsv), two evaluations", 1.3, [kskd, "show", "PKS-2021-003"]),
            ("show (tsv), no evaluation", 1.3, [kskd, "show", "KB-2021-003"]),
            ("status --format json", 1.3, [kskd, "status", "--format", "json"]),
            ("status (tsv)", 1.3, [kskd, "status"]),
            ("due --format json", 1.3, [kskd, "due", "--format", "json", "--as-of", "2024-12-31"]),
            ("next, ten deadlines", 1.3, [kskd, "next", "--format", "json", "--as-of", "2024-12-31"]),
            ("next, rules asked too", 1.3, [kskd, "next", "--format", "json", "--as-of", "2021-06-30"]),
            ("due (tsv)", 1.3, [kskd, "due", "--as-of", "2024-12-31"]),
            ("list (terminal)", 2.0, [kskd, "list"]),
            ("show (terminal)", 2.0, [kskd, "show", "PKS-2021-003"]),
            ("--help", 2.3, [kskd, "--help"]),
            ("list --help", 2.3, [kskd, "list", "--help"]),
            ("target add", 2.0, []),
            ("report", None, [kskd, "report", "--period", "2024-S2", "--out", "laporan"]),
        ]
        times: dict[str, list[float]] = {label: [] for label, *_ in table}
        for at in range(rounds):
            for label, _, command in table:
                line = command or [kskd, "target", "add", "PKS-2021-003", "--indicator", f"Indikator {at}"]
                times[label].append(cpu(line, folder, environment, on_terminal="terminal" in label))
        floor = statistics.median(times['python -c "import typer"'])
        print(f"{'command':28} {'CPU ms':>8} {'ratio':>7} {'goal':>6}")
        for label, goal, _ in table:
            median = statistics.median(times[label])
            print(
                f"{label:28} {median:8.1f} {median / floor:7.2f} {'' if goal is None else f'{goal:.1f}':>6}"
            )


if __name__ == "__main__":
    main()
