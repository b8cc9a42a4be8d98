"""Ask pip-audit about the locks, and say which of three it is: clean, vulnerable, or not checked.

pip-audit ends with 0 after skipping every package, and with 1 for a vulnerability as for a dead network. Here
a lock is clean only when there is an answer about each of its packages, those of other platforms too.

Exit status: 0 all clean, 3 something is vulnerable, 1 something could not be checked.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING

from supply.lock import Package, read

if TYPE_CHECKING:
    from collections.abc import Sequence

AUDITOR = (sys.executable, "-m", "pip_audit")
STRICT = ("--strict", "--require-hashes", "--disable-pip", "--progress-spinner", "off", "--format", "json")


class Verdict(Enum):
    """What is known about a lock; the value is the exit status."""

    CLEAN = 0
    UNCHECKED = 1
    VULNERABLE = 3


SENTENCE = {
    Verdict.CLEAN: "clean: no known vulnerability",
    Verdict.UNCHECKED: "COULD NOT BE CHECKED: this says nothing about vulnerabilities",
    Verdict.VULNERABLE: "VULNERABLE",
}


def ask(packages: Sequence[Package], auditor: Sequence[str] = AUDITOR) -> subprocess.CompletedProcess[str]:
    """Run the auditor over the packages, without their markers, for it would pass over other platforms'."""
    lines = [
        f"{package.pin} {' '.join(f'--hash=sha256:{it}' for it in package.hashes)}\n" for package in packages
    ]
    with tempfile.TemporaryDirectory() as folder:
        asked = Path(folder) / "requirements.txt"
        asked.write_text("".join(lines), "utf-8")
        return subprocess.run(
            [*auditor, *STRICT, "--requirement", str(asked)], capture_output=True, text=True, check=False
        )


def judge(packages: Sequence[Package], answer: subprocess.CompletedProcess[str]) -> tuple[Verdict, list[str]]:
    """Give the verdict on the packages and its reasons, from what the auditor answered."""
    try:
        told = json.loads(answer.stdout)["dependencies"]
    except (ValueError, KeyError, TypeError):
        last = answer.stderr.strip().splitlines()[-1:]
        return Verdict.UNCHECKED, last or [f"the auditor ended with {answer.returncode} and said nothing"]
    found = [
        f"{one['name']} {one['version']}: {vulnerability['id']}, "
        f"fixed in {', '.join(vulnerability['fix_versions']) or 'no release yet'}"
        for one in told
        for vulnerability in one.get("vulns", ())
    ]
    known = {(one["name"], one["version"]) for one in told if "skip_reason" not in one}
    missing = [
        f"no answer about {package.name} {package.version}"
        for package in packages
        if (package.name, package.version) not in known
    ]
    if found:
        return Verdict.VULNERABLE, found + missing
    if answer.returncode != 0:
        missing.append(f"the auditor ended with {answer.returncode}")
    return (Verdict.UNCHECKED, missing) if missing else (Verdict.CLEAN, [])


def main(arguments: Sequence[str] | None = None, auditor: Sequence[str] = AUDITOR) -> int:
    """Audit the locks named on the command line and give the exit status."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("lock", nargs="+", type=Path)
    verdicts = []
    for lock in parser.parse_args(arguments).lock:
        packages = read(lock)
        verdict, reasons = judge(packages, ask(packages, auditor))
        print(f"{lock.name}, {len(packages)} packages: {SENTENCE[verdict]}")
        for reason in reasons:
            print(f"  {reason}")
        verdicts.append(verdict)
    return max(verdict.value for verdict in verdicts)


if __name__ == "__main__":
    sys.exit(main())
