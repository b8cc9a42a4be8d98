"""Small changes of the code that no test notices: Cosmic Ray on a copy of the tree, told in short.

mutmut 3 is faster, but changes nothing in a decorated function nor outside functions: no rule, command or
table. Cosmic Ray changes whatever can be parsed, one change a run.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import re
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections import Counter
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

ROOT = Path(__file__).resolve().parents[1]
TOOLS = ROOT / ".venv-mutants" / "bin"
LEFT_BEHIND = (".git", ".venv*", ".*_cache", ".hypothesis", "__pycache__", "demo", "dist")

# Of an operator only the changes that could be a slip of the hand. No decorators: what one registers would be
# missing from the import on.
KEPT = (
    "Add_Sub|Sub_Add|Mul_Div|Div_Mul|FloorDiv_Div|Mod_Div|Eq_NotEq|NotEq_Eq|Lt_LtE|LtE_Lt|Gt_GtE|GtE_Gt"
    "|Is_IsNot|IsNot_Is|USub_UAdd|Delete_Not"
)
LEFT_OUT = [
    rf"core/Replace(Binary|Comparison|Unary)Operator_(?!({KEPT})$)",
    "core/RemoveDecorator",
    "core/Variable",
]

PYTEST = "python -m pytest -x -q --no-header -p no:cacheprovider -p no:randomly --hypothesis-seed=0"
QUICK = f'{PYTEST} -n auto --dist worksteal -m "not slow and not torture"'


class Tried(NamedTuple):
    """A change, where it was made, and whether a test failed for it."""

    module: str
    line: int
    change: str
    is_noticed: bool


def tests_of(module: Path) -> str | None:
    """Give the folder of tests named as the module's package, or as the nearest above it that has one."""
    parts = module.parent.parts[2:]  # below src/kskd
    folders = [Path("tests", *parts[:end]) for end in range(len(parts), 0, -1)]
    return next((str(folder) for folder in folders if (ROOT / folder).is_dir()), None)


def command(modules: list[Path], tests: list[str]) -> str:
    """Give the test command: the given tests, or those of the modules' folders and then the quick ones."""
    near = sorted({folder for module in modules if (folder := tests_of(module))})
    first = f"{PYTEST} {' '.join(tests or near)}"
    if tests:
        return first
    return f"sh -c '{first} && {QUICK}'" if near else QUICK


def configuration(modules: list[Path], tests: str, seconds: float) -> str:
    """Give Cosmic Ray's configuration; a change for which the tests take longer than this is noticed."""
    values = {
        "module-path": [str(module) for module in modules],
        "timeout": round(seconds, 1),
        "test-command": tests,
        "distributor.name": "local",
        "filters.operators-filter.exclude-operators": LEFT_OUT,
    }
    return "[cosmic-ray]\n" + "".join(f"{key} = {json.dumps(value)}\n" for key, value in values.items())


def tried(dump: str) -> list[Tried]:
    """Give what was tried by its place, from `cosmic-ray dump`."""
    found = []
    for entry in dump.splitlines():
        item, result = json.loads(entry)
        if result is not None and result["worker_outcome"] == "normal":
            (mutation,) = item["mutations"]
            change = "\n".join(re.findall(r"^[-+](?![-+]{2} ).*", result["diff"], re.MULTILINE))
            is_noticed = result["test_outcome"] != "survived"
            found.append(Tried(mutation["module_path"], mutation["start_pos"][0], change, is_noticed))
    return sorted(found)


class Copy:
    """A copy of the tree, in which the code is changed."""

    def __init__(self, folder: Path) -> None:
        """Copy everything but what is made, and compile it."""
        self.folder = folder / "kskd"
        shutil.copytree(ROOT, self.folder, ignore=shutil.ignore_patterns(*LEFT_BEHIND))
        path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ.get('PATH', os.defpath)}"
        self._environment = {**os.environ, "PYTHONPATH": str(self.folder / "src"), "PATH": path}
        self.call("python", "-m", "compileall", "-q", "src", "tests")

    def call(self, *words: str | Path) -> str:
        """Run a program in the copy and give what it wrote; SystemExit with all of it where it fails."""
        done = subprocess.run(
            words, cwd=self.folder, env=self._environment, capture_output=True, text=True, check=False
        )
        if done.returncode:
            raise SystemExit(f"{' '.join(map(str, words))}\n{done.stdout}{done.stderr}")
        return done.stdout


def _drop(con: sqlite3.Connection, jobs: Iterable[str]) -> None:
    """Take changes out of those that are to be tried."""
    for table in ("mutation_specs", "work_items"):
        con.executemany(f"DELETE FROM {table} WHERE job_id = ?", [(job,) for job in jobs])  # noqa: S608


def leave_out(session: Path, folder: Path) -> None:
    """Leave out what never changes what the code gives.

    Under ``if TYPE_CHECKING`` stand imports for annotations only. The ``*`` of a signature is taken for a
    product: a ``/`` in its place changes how arguments may be passed, which mypy holds, and nothing else.
    """
    with closing(sqlite3.connect(session)) as con, con:
        places = con.execute("SELECT job_id, module_path, start_pos_row, start_pos_col FROM mutation_specs")
        idle = []
        for job, module, row, column in places:
            line = (folder / module).read_text("utf-8").splitlines()[row - 1]
            if line.startswith("if TYPE_CHECKING:") or line.startswith("*,", column):
                idle.append(job)
        _drop(con, idle)


def draw(session: Path, sample: int, seed: str) -> None:
    """Leave so many of the changes that are to be tried, the same ones for the same seed and code."""
    with closing(sqlite3.connect(session)) as con, con:
        asked = "SELECT job_id FROM mutation_specs WHERE job_id NOT IN (SELECT job_id FROM work_results)"
        order = "module_path, operator_name, occurrence, start_pos_row, start_pos_col"
        jobs = [job for (job,) in con.execute(f"{asked} ORDER BY {order}")]
        kept = set(random.Random(seed).sample(jobs, min(sample, len(jobs))))  # noqa: S311 - no secret
        _drop(con, [job for job in jobs if job not in kept])


def run(modules: list[Path], tests: list[str], sample: int | None) -> None:
    """Try the changes of the modules, all or a sample, in a copy of the tree; tell what no test notices."""
    words = command(modules, tests)
    session = ("mutants.toml", "mutants.sqlite")
    with tempfile.TemporaryDirectory() as folder:
        copy = Copy(Path(folder))
        began = time.monotonic()
        copy.call("sh", "-c", words)  # unchanged, all must pass
        taken = time.monotonic() - began
        (copy.folder / session[0]).write_text(configuration(modules, words, 3 * taken + 10), "utf-8")
        copy.call(TOOLS / "cosmic-ray", "init", *session)
        copy.call(TOOLS / "cr-filter-operators", *reversed(session))
        leave_out(copy.folder / session[1], copy.folder)
        if sample is not None:
            seed = subprocess.check_output(("git", "rev-parse", "HEAD"), cwd=ROOT, text=True).strip()
            draw(copy.folder / session[1], sample, seed)
            print(f"a sample drawn by {seed}", flush=True)
        count = copy.call(TOOLS / "cosmic-ray", "dump", session[1]).count(", null]\n")
        print(f"{count} changes; the tests take {taken:.0f} s for one that they do not notice", flush=True)
        copy.call(TOOLS / "cosmic-ray", "exec", *session)
        found = tried(copy.call(TOOLS / "cosmic-ray", "dump", session[1]))
    for one in found:
        if not one.is_noticed:
            print(f"\n{one.module}:{one.line}\n{one.change}")
    noticed = sum(one.is_noticed for one in found)
    print(f"\n{noticed} of {len(found)} noticed ({100 * noticed / max(1, len(found)):.1f} %)")
    for module, total in Counter(one.module for one in found).items():
        survived = sum(one.module == module and not one.is_noticed for one in found)
        print(f"\n{module}: {total} changes, {total - survived} noticed, {survived} not")


def main() -> None:
    """Read which modules (files or folders) are changed, and which tests are to notice it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("modules", nargs="+", type=Path)
    parser.add_argument(
        "--tests", nargs="*", default=[], help="instead of those of the folders and the quick"
    )
    parser.add_argument("--sample", type=int, help="so many changes, drawn by the hash of the commit")
    asked = parser.parse_args()
    files = [
        file for path in asked.modules for file in (sorted(path.rglob("*.py")) if path.is_dir() else [path])
    ]
    run([file.resolve().relative_to(ROOT) for file in files], asked.tests, asked.sample)


if __name__ == "__main__":
    main()
