"""Start-up: a command loads what it needs and no more, since cron starts many."""

from __future__ import annotations

import re
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

MONTHS = {"dateutil"}  # month arithmetic, for commands that judge or compute
COMPUTING = {"check"}
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
    (
        ["show", "PKS-2024-001", "--format", "json"],
        {"csv", "tomllib", "decimal", "unicodedata", "dataclasses"},
    ),
    (["show", "PKS-2024-001"], {"csv", "tomllib", "decimal", "unicodedata"}),
    (["status"], {"csv", "tomllib", "tempfile", "dataclasses"}),
    (["opd", "list"], {"csv", "tomllib", "decimal"}),
    (["update", "PKS-2024-001", "--note", "x"], {"csv", "tomllib", "unicodedata"}),
    (["add-mou", "--help"], {"csv", "tomllib", "sqlite3"}),
    (["check"], {"csv", "tomllib"}),
    (["why", "PKS-2024-001"], {"csv", "tomllib"}),
]


@pytest.mark.parametrize(("args", "also"), COMMANDS, ids=[" ".join(args) for args, _ in COMMANDS])
def test_a_command_loads_nothing_that_it_does_not_need(args: list[str], also: set[str], desk: Path) -> None:
    loaded = _loaded(args)
    assert "kskd.cli" in loaded
    assert loaded & (NEVER | also) <= (MONTHS if args[0] in COMPUTING else set())
    assert "kskd.rules.catalogue" not in loaded or args[0] in {"check", "explain", "why"}
    assert "kskd.errors.table" not in loaded  # it comes with the first refusal


def _loaded(args: list[str]) -> set[str]:
    """Names of all modules at the end of a command that has shown something."""
    done = subprocess.run([sys.executable, "-c", _PROBE, *args], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert done.stdout
    return set(done.stderr.splitlines()[-1].split())


# Of kskd below the command line: what any document needs, an evaluated one, and a person who reads it.
_ANY = {
    "errors": {"tree"},
    "domain": {"text", "field", "fields", "kinds", "facts", "chain"},
    "registry": {
        "constraints",
        "documents",
        "database",
        "document",
        "ids",
        "versions",
        "listing",
        "steps",
        "opening",
        "session",
        "periods",
        "adendums",
        "values",
    },
    "workflows": {"access", "lookup", "showing"},
}  # fmt: skip
_EVALUATED = {
    "domain": {"implementation"},
    "evaluation": {"instrument", "score"},
    "registry": {"instruments"},
}
_READ = {"domain": {"affairs", "chain", "dates", "days", "numbers", "status"}}
_PROMISED = {"domain": {"choices", "period", "subjects"}}  # by a person: a target


@pytest.mark.parametrize(
    ("how", "registry", "parts"),
    [
        ("json", "desk", [_ANY]),
        ("tsv", "desk", [_ANY, _READ]),
        ("table", "desk", [_ANY, _READ]),
        ("json", "busy", [_ANY, _EVALUATED]),
        ("tsv", "busy", [_ANY, _EVALUATED, _READ, _PROMISED]),
        ("table", "busy", [_ANY, _EVALUATED, _READ, _PROMISED]),
    ],
)
def test_show_loads_what_the_form_and_the_document_need(
    how: str, registry: str, parts: list[dict[str, set[str]]], request: pytest.FixtureRequest
) -> None:
    """Nothing is evaluated in ``desk``: no instrument, no scoring, and never the domain's evaluation."""
    request.getfixturevalue(registry)
    loaded = _loaded(["show", "PKS-2024-001", "--format", how])
    may = {(layer, name) for part in parts for layer, names in part.items() for name in names}
    below = re.compile(r"kskd\.(?!cli\b)(\w+)\.(?:\w+\.)*(\w+)")
    rooms = {one.rpartition(".")[0] for one in loaded}
    found = {match.groups() for one in loaded - rooms if (match := below.fullmatch(one))}
    assert found - may == set()
