"""The cost of ``kskd import``: CPU a row and the peak of memory, of sheets of 1,000, 10,000 and 100,000 rows.

Every run is one process into its own empty registry, alone. The goals are those of the design; nothing here
fails a build, since machines differ: it prints, and a person reads.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

HEADS = "No;Jenis;Nomor;Judul;Mitra;Tanggal;Berakhir;Jangka Waktu;Nilai;OPD\n"
UNITS = {"DINKES": "Dinas Kesehatan", "DISDIK": "Dinas Pendidikan", "DISHUB": "Dinas Perhubungan"}
GOAL = 1.3
"""The most that a row of the largest sheet may cost, of what one of the smallest does."""


class Cost(NamedTuple):
    """CPU seconds (user + system) and the most memory of a process, in bytes."""

    seconds: float
    peak: int


def write_sheet(path: Path, rows: int) -> None:
    """A register of so many documents, of four of which each partner has one."""
    with path.open("w", encoding="utf-8") as out:
        out.write(HEADS)
        for at in range(1, rows + 1):
            year, month, day = 2010 + at % 15, at % 12 + 1, at % 28 + 1
            out.write(
                f"{at};PKS;{at}/PKS/{year};Layanan Contoh nomor {at};PT Umpama Fiktif {at % (rows // 4)};"
                f"{day}/{month}/{year};{day}/{month}/{year + 3};3 tahun;{at}000000;"
                f"{list(UNITS.values())[at % len(UNITS)]}\n"
            )


def cost(command: list[str], folder: Path) -> Cost:
    """What a process took that ends well; SystemExit where it does not."""
    with subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE) as process:
        told = process.stderr.read() if process.stderr else b""
        _, state, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(state)
    if process.returncode:
        raise SystemExit(f"{' '.join(command)}: {process.returncode}\n{told.decode()[-500:]}")
    unit = 1 if sys.platform == "darwin" else 1024
    return Cost(used.ru_utime + used.ru_stime, used.ru_maxrss * unit)


def main() -> None:
    """Import a sheet of each size into a registry of its own, and tell what a row costs."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("rows", nargs="*", type=int, default=[1_000, 10_000, 100_000])
    sizes = parser.parse_args().rows
    kskd = str(Path(sys.executable).with_name("kskd"))
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    os.environ.pop("KSKD_DB", None)
    first = None
    print(f"{'rows':>8} {'CPU s':>8} {'ms a row':>9} {'ratio':>6} {'goal':>5} {'peak MB':>8}")
    for rows in sizes:
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            cost([kskd, "init", "--name", "Pemerintah Kabupaten Umpama"], folder)
            for code, unit in UNITS.items():
                cost([kskd, "opd", "add", code, "--name", unit], folder)
            write_sheet(folder / "Register.csv", rows)
            took = cost([kskd, "import", "Register.csv", "--yes", "--no-input"], folder)
        each = took.seconds / rows
        first = first or each
        print(
            f"{rows:8} {took.seconds:8.1f} {1000 * each:9.3f} {each / first:6.2f} {GOAL:5} {took.peak / 1e6:8.0f}",
            flush=True,
        )


if __name__ == "__main__":
    main()
