"""Start-up: a command loads what it needs and no more, since cron starts many."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

NEVER = {"sqlite_utils", "jinja2", "rich", "pydantic", "dateutil", "openpyxl", "click"}
_PROBE = """
import atexit, sys
atexit.register(lambda: print(*sorted(sys.modules), file=sys.stderr))
from kskd.__main__ import main
main()
"""

# Command line, and what else it can do without.
COMMANDS: list[tuple[list[str], set[str]]] = [
    (["--help"], {"csv", "tomllib", "sqlite3", "json", "decimal", "unicodedata"}),
    (["--version"], {"csv", "tomllib", "sqlite3", "json", "decimal", "unicodedata"}),
    (["list"], {"csv", "tomllib", "decimal", "unicodedata"}),
    (["list", "--format", "json"], {"csv", "tomllib", "decimal", "unicodedata"}),
    (["show", "PKS-2024-001", "--format", "json"], {"csv", "tomllib"}),
    (["status"], {"csv", "tomllib", "tempfile"}),
    (["opd", "list"], {"csv", "tomllib", "decimal"}),
    (["update", "PKS-2024-001", "--note", "x"], {"csv", "tomllib", "unicodedata"}),
    (["add-mou", "--help"], {"csv", "tomllib", "sqlite3"}),
]


@pytest.mark.parametrize(("args", "also"), COMMANDS, ids=[" ".join(args) for args, _ in COMMANDS])
def test_a_command_loads_nothing_that_it_does_not_need(args: list[str], also: set[str], desk: Path) -> None:
    done = subprocess.run([sys.executable, "-c", _PROBE, *args], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert done.stdout
    loaded = set(done.stderr.splitlines()[-1].split())
    assert "kskd.cli" in loaded
    assert loaded & (NEVER | also) == set()
