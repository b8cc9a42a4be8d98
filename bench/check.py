"""``check`` over many documents beside streaming the same rows as JSON: CPU time, and peak memory.

The registry is made through the registry's own layer: a third umbrellas, two thirds derived from them,
with parties, facts, evaluations and obstacles; one document in ten breaks something. Nothing here fails a
build: it prints, and a person reads. The goal of the design is a ratio of at most 8, memory flat.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from kskd.registry.act import Act
from kskd.registry.database import creating
from kskd.registry.schema.steps import SCHEMA
from kskd.registry.tables.settings import write_setting

if TYPE_CHECKING:
    import sqlite3

SIGNED = date(2021, 1, 1)
FACTS = ("kak", "feasibility_study", "in_plan", "legal_entity", "original_held", "published", "stamp_duty")
# What check reads, row by row as JSON: the least that any program which looks at all of it must do.
STREAM = """
import sqlite3, sys
con = sqlite3.connect(sys.argv[1])
for table in ("agreement", "party", "affair", "fact", "evaluation", "obstacle", "action"):
    names = [name for (name,) in con.execute("SELECT name FROM pragma_table_info(?)", (table,))]
    pairs = ", ".join(f"'{name}', {name}" for name in names)
    for (text,) in con.execute(f"SELECT json_object({pairs}) FROM {table} "):
        sys.stdout.write(text)
        sys.stdout.write("\\n")
"""


def fill(path: Path, count: int) -> None:
    """A registry of so many documents, one umbrella to two derived ones."""
    with creating(path, Act(datetime(2025, 1, 15, tzinfo=UTC), "bench", "bench")) as session:
        write_setting(session, "name", "Kabupaten Contoh")
        for (name,) in session.con.execute(
            "SELECT name FROM sqlite_schema WHERE type = 'trigger'"
        ).fetchall():
            session.con.execute(f"DROP TRIGGER {name}")  # the journal of so much is not what is measured
        session.con.executemany(
            "INSERT INTO opd (code, name) VALUES (?, ?)", [(f"OPD{n}", f"Dinas {n}") for n in range(50)]
        )
        session.con.executemany(
            "INSERT INTO partner (id, name, kind) VALUES (?, ?, 'perusahaan')",
            [(n, f"PT Contoh {n}") for n in range(1, 201)],
        )
        session.con.execute("INSERT INTO instrument (id, text) VALUES ('inti/1', '-')")
        for number in range(count // 3):
            _umbrella(session.con, number)
        session.con.execute(f"PRAGMA user_version = {SCHEMA:d}")


def _umbrella(con: sqlite3.Connection, number: int) -> None:
    umbrella, is_bad = f"KB-2021-{number:06d}", number % 10 == 0
    _document(con, umbrella, "kb", None, number, years=6 if is_bad else 5)
    for place in (2 * number, 2 * number + 1):
        one = f"PKS-2021-{place:06d}"
        _document(con, one, "pks", umbrella, number, years=5)
        for period in ("2023-S2", "2024-S1", "2024-S2"):
            con.execute(
                "INSERT INTO evaluation (agreement, period, instrument, implementation)"
                " VALUES (?, ?, 'inti/1', 'penuh')",
                (one, period),
            )
            con.execute(
                "INSERT INTO evidence (agreement, period, number, text) VALUES (?, ?, 1, 'Laporan')",
                (one, period),
            )
        con.execute(
            "INSERT INTO target (agreement, number, kind, indicator, owed_by, lower_is_better)"
            " VALUES (?, 1, 'output', 'Peserta', 'pemda', 0)",
            (one,),
        )
        if is_bad:
            con.execute(
                "INSERT INTO obstacle (agreement, number, text, opened) VALUES (?, 1, 'Dana', '2024-S1')",
                (one,),
            )


def _document(
    con: sqlite3.Connection, one: str, doc: str, parent: str | None, number: int, *, years: int
) -> None:
    signed = SIGNED + timedelta(days=number % 365 + (parent is not None))
    ends = signed.replace(year=signed.year + years, day=min(signed.day, 28))
    con.execute(
        "INSERT INTO agreement (id, doc, scheme, title, lead_opd, entered_on, signed_on, end_kind, ends_on,"
        " duration_typed, parent) VALUES (?, ?, 'ksdpk', ?, ?, ?, ?, 'date', ?, ?, ?)",
        (
            one, doc, f"Kerja sama {number}", f"OPD{number % 50}", str(signed), str(signed), str(ends),
            f"{years} tahun", parent,
        ),
    )  # fmt: skip
    office = "Bupati Contoh" if doc == "kb" else "Kepala Dinas"
    con.execute(
        "INSERT INTO party (agreement, seat, partner, number, signer_office, power_number, power_date)"
        " VALUES (?, 0, NULL, ?, ?, ?, ?), (?, 1, ?, ?, 'Direktur', NULL, NULL)",
        (
            one, f"{number}/{one}", office, None if doc == "kb" else f"180/{number}",
            None if doc == "kb" else str(signed), one, number % 200 + 1, f"M/{one}",
        ),
    )  # fmt: skip
    con.execute("INSERT INTO affair (agreement, code) VALUES (?, '1.02')", (one,))
    con.execute("INSERT INTO scope_item (agreement, number, text) VALUES (?, 1, 'Layanan')", (one,))
    con.executemany(
        "INSERT INTO fact (agreement, key, value) VALUES (?, ?, 'yes')", [(one, key) for key in FACTS]
    )


def measure(command: list[str]) -> tuple[float, float]:
    """CPU seconds and peak memory in MB of one run."""
    code = (
        "import resource, subprocess, sys\n"
        "done = subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL)\n"
        "used = resource.getrusage(resource.RUSAGE_CHILDREN)\n"
        "print(done.returncode, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)\n"
    )
    done = subprocess.run([sys.executable, "-c", code, *command], capture_output=True, text=True, check=True)
    status, seconds, megabytes = done.stdout.split()
    if status not in {"0", "3"}:
        raise SystemExit(f"{' '.join(command)}: {status}")
    return float(seconds), float(megabytes)


def main() -> None:
    """Fill registries of two sizes and print what check and streaming take."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=100_000)
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    kskd = str(Path(sys.executable).with_name("kskd"))
    print(f"{'documents':>10} {'what':24} {'CPU s':>8} {'ratio':>7} {'peak MB':>8}")
    with tempfile.TemporaryDirectory() as name:
        for count in (options.count // 10, options.count):
            path = Path(name) / f"{count}.db"
            fill(path, count)
            check = [kskd, "check", "--db", str(path), "--as-of", "2025-03-01", "--format", "json"]
            rows = (
                ("rows as JSON", [sys.executable, "-c", STREAM, str(path)]),
                ("check", check),
                ("check --severity info", [*check, "--severity", "info", "--severity", "error"]),
                ("list --format json", [kskd, "list", "--db", str(path), "--format", "json"]),
            )
            best = {label: min(measure(command) for _ in range(options.rounds)) for label, command in rows}
            floor = best["rows as JSON"][0]
            for label, (seconds, megabytes) in best.items():
                print(f"{count:10} {label:24} {seconds:8.2f} {seconds / floor:7.2f} {megabytes:8.0f}")


if __name__ == "__main__":
    main()
