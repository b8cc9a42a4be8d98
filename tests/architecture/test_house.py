"""What holds the house together beside its layers: one place for one thing, one name, and sizes."""

from __future__ import annotations

import ast
import re
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

SOURCE = Path(__file__).resolve().parents[2] / "src" / "kskd"
MODULES = {path.relative_to(SOURCE).as_posix(): path for path in sorted(SOURCE.rglob("*.py"))}
TREES = {name: ast.parse(path.read_text("utf-8")) for name, path in MODULES.items()}

OF_ONE_SYSTEM = {"fcntl", "pwd", "grp", "msvcrt", "resource", "termios", "tty"}
CALLS_OF_SYSTEMS = {
    "os": {"fsync", "replace", "rename", "link", "umask", "getuid", "name", "access", "open", "fdopen"},
    "sys": {"platform"},
    "shutil": {"disk_usage"},
    "signal": {"pthread_sigmask", "SIGHUP", "SIGTERM"},
}
OF_PATHS = {"replace", "rename"}  # with one argument; texts and days have methods of these names too
PERMISSIONS = {"chmod", "fchmod", "chown", "fchown", "S_IMODE", "S_ISGID"}

SQL = re.compile(
    r"\bSELECT\b[\s\S]*\bFROM\b|\bINSERT (OR \w+ )?INTO\b|\bUPDATE \w+ SET\b|\bDELETE FROM\b|\bPRAGMA \w"
    r"|\b(SAVEPOINT|RELEASE|ROLLBACK TO) \w"
)
RUNS_SQL = {"execute", "executemany", "executescript"}

MOST_MODULES = 20
MOST_LINES, MOST_LINES_OF_CLI, MOST_LINES_OF_FUNCTION = 400, 200, 60

every_module = pytest.mark.parametrize("name", MODULES)
outside_registry = pytest.mark.parametrize(
    "name", [one for one in MODULES if not one.startswith("registry/")]
)


def _imported(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (one.name for one in node.names)
        elif isinstance(node, ast.ImportFrom) and not node.level:
            yield from (f"{node.module}.{one.name}" for one in node.names)


def _called_by_attribute(tree: ast.Module) -> Iterator[tuple[str, ast.Call]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            yield node.func.attr, node


@pytest.mark.parametrize("name", [one for one in MODULES if one != "system.py"])
def test_what_differs_between_systems_stands_in_one_module(name: str) -> None:
    tree = TREES[name]
    told = {f"import {one}" for one in _imported(tree) if one.split(".")[0] in OF_ONE_SYSTEM}
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute):
            told |= {f".{node.attr}"} & {f".{one}" for one in PERMISSIONS}
            if isinstance(node.value, ast.Name) and node.attr in CALLS_OF_SYSTEMS.get(node.value.id, ()):
                told.add(ast.unparse(node))
    told |= {
        f".{attribute}(…)"
        for attribute, call in _called_by_attribute(tree)
        if attribute in OF_PATHS and len(call.args) == 1 and not call.keywords
    }
    assert told == set()


def _texts(tree: ast.Module) -> Iterator[str]:
    """Every text of a module that is no docstring, of an f-string what stands between its fields."""
    documented = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)
    passed = {id(node.body[0].value) for node in ast.walk(tree) if isinstance(node, documented) and node.body
              and isinstance(node.body[0], ast.Expr)}  # fmt: skip
    for node in ast.walk(tree):
        if id(node) in passed:
            continue
        if isinstance(node, ast.JoinedStr):
            passed |= {id(one) for one in node.values}
            yield "x".join(str(one.value) for one in node.values if isinstance(one, ast.Constant))
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value


@outside_registry
def test_sql_stands_in_registry_only(name: str) -> None:
    assert [text for text in _texts(TREES[name]) if SQL.search(text)] == []
    assert [call for call, _ in _called_by_attribute(TREES[name]) if call in RUNS_SQL] == []


@pytest.mark.parametrize("room", sorted({path.parent for path in MODULES.values()}))
def test_a_room_has_no_more_modules_than_one_can_look_over(room: Path) -> None:
    assert len([path for path in room.glob("*.py") if path.name != "__init__.py"]) <= MOST_MODULES


@every_module
def test_a_module_is_short(name: str) -> None:
    lines = len(MODULES[name].read_text("utf-8").splitlines())
    most = MOST_LINES_OF_CLI if name.startswith("cli/") else MOST_LINES
    assert lines <= most


@every_module
def test_a_function_is_short(name: str) -> None:
    functions = (
        node for node in ast.walk(TREES[name]) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    )
    lines = [(one.name, (one.end_lineno or one.lineno) - one.lineno + 1) for one in functions]
    assert [one for one in lines if one[1] > MOST_LINES_OF_FUNCTION] == []


def test_a_class_has_a_name_of_its_own() -> None:
    names = Counter(
        node.name
        for tree in TREES.values()
        for node in ast.walk(tree)
        if isinstance(node, ast.ClassDef) and not node.name.startswith("_")
    )
    assert {name for name, count in names.items() if count > 1} == set()


ROOMS = "cli|workflows|registry|interchange|reporting|pages|desk|rules|domain|errors|system"
DOTTED, PATH = (
    re.compile(rf"`(?:kskd\.)?((?:{ROOMS})(?:\.\w+)+)`"),
    re.compile(rf"`((?:{ROOMS})/[\w/]+\.py)`"),
)
PAGES = [*MODULES.values(), *(SOURCE.parents[1] / "docs").glob("*.md")]


def _is_there(dotted: str) -> bool:
    """Whether a name leads to a module, or to something that one defines."""
    parts = dotted.split(".")
    for count in range(len(parts), 0, -1):
        name = "/".join(parts[:count])
        if f"{name}.py" in MODULES:
            return all(
                re.search(rf"\b{one}\b", MODULES[f"{name}.py"].read_text("utf-8")) for one in parts[count:]
            )
    return f"{dotted.replace('.', '/')}/__init__.py" in MODULES


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(SOURCE.parents[1]).as_posix())
def test_what_a_page_or_a_comment_points_to_is_there(page: Path) -> None:
    text = page.read_text("utf-8")
    assert [name for name in DOTTED.findall(text) if not _is_there(name)] == []
    assert [name for name in PATH.findall(text) if name not in MODULES] == []


@pytest.mark.parametrize("name", [one for one in MODULES if one.startswith(("workflows/", "cli/"))])
def test_workflows_hold_a_session_and_never_a_connection(name: str) -> None:
    """Not even as a type: what it can do are the verbs of registry."""
    tree = TREES[name]
    assert [one for one in _imported(tree) if one.split(".")[0] in {"sqlite3", "sqlite_utils"}] == []
    named = {node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
    named |= {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}
    assert named & {"con", "_con", "Connection"} == set()
