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
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

HEADS = "No;Jenis;Nomor;Judul;Mitra;Tanggal;Berakhir;Jangka Waktu;Nilai;OPD;Nomor Induk;Naskah Sebelumnya\n"
UNITS = {"DINKES": "Dinas Kesehatan", "DISDIK": "Dinas Pendidikan", "DISHUB": "Dinas Perhubungan"}
CHAIN = ("Kesepakatan Bersama", "PKS", "PKS", "PKS", "Adendum")
"""The kinds of a chain: those derived name the umbrella as their parent, the last the one before it."""
SUCCESSOR = "Perjanjian Kerja Sama"
"""The kind of one that replaces the first of its chain."""
SHAPES = {"PKS alone": ("PKS",), "chains": CHAIN, "successors": ("PKS", SUCCESSOR)}
GOAL = 1.3
"""The most that a row of a sheet may cost, of what one of the smallest does."""


class Cost(NamedTuple):
    """CPU seconds (user + system) and the most memory of a process, in bytes."""

    seconds: float
    peak: int


def write_sheet(path: Path, kinds: Sequence[str], rows: int) -> None:
    """A register of so many rows, of these kinds in turn; every chain has a partner of its own."""
    units = list(UNITS.values())
    with path.open("w", encoding="utf-8") as out:
        out.write(HEADS)
        for at in range(rows):
            chain, place = divmod(at, len(kinds))
            year, month, day = 2010 + chain % 15, chain % 12 + 1, chain % 28 + 1
            is_adendum, is_successor = kinds[place] == "Adendum", kinds[place] == SUCCESSOR
            later = is_adendum or is_successor
            above = at - 1 if is_adendum else at - place
            number = f"{above}/X/{year}" if place else ""
            bonds = f";{number}" if is_successor else f"{number};"
            out.write(
                f"{at + 1};{kinds[place]};{at}/X/{year};Layanan Contoh nomor {at};"
                f"PT Umpama Fiktif {chain * len(kinds) // 4};{day}/{month}/{year + later};"
                f"{day}/{month}/{year + 3 + later};{'' if is_adendum else '3 tahun'};{at}000000;"
                f"{units[chain % len(units)]};{bonds}\n"
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


def measured(kinds: Sequence[str], rows: int) -> Cost:
    """What an import of so many rows takes, in a new registry that knows the units."""
    kskd = str(Path(sys.executable).with_name("kskd"))
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        cost([kskd, "init", "--name", "Pemerintah Kabupaten Umpama"], folder)
        for code, unit in UNITS.items():
            cost([kskd, "opd", "add", code, "--name", unit], folder)
        write_sheet(folder / "Register.csv", kinds, rows)
        return cost([kskd, "import", "Register.csv", "--yes", "--no-input"], folder)


def main() -> None:
    """Import a sheet of each shape and size, and tell what a row costs."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("rows", nargs="*", type=int, default=[1_000, 10_000, 100_000])
    parser.add_argument("--shape", action="append", choices=SHAPES)
    told = parser.parse_args()
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    os.environ.pop("KSKD_DB", None)
    print(f"{'shape':10} {'rows':>8} {'CPU s':>8} {'ms a row':>9} {'ratio':>6} {'goal':>5} {'peak MB':>8}")
    for shape in told.shape or SHAPES:
        first = None
        for rows in told.rows:
            took = measured(SHAPES[shape], rows)
            each = 1000 * took.seconds / rows
            first = first or each
            figures = f"{took.seconds:8.1f} {each:9.3f} {each / first:6.2f} {GOAL:5} {took.peak / 1e6:8.0f}"
            print(f"{shape:10} {rows:8} {figures}", flush=True)


if __name__ == "__main__":
    main()
