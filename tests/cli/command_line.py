"""What the tests of the command line share: types, and what every refusal must look like."""

from __future__ import annotations

import csv
import io
import json
import re
import sys
from contextlib import redirect_stderr, redirect_stdout, suppress
from typing import TYPE_CHECKING, Any, Protocol

from kskd.cli import ROOT
from kskd.cli.kit.group import build

if TYPE_CHECKING:
    from pathlib import Path


class Result(Protocol):
    """How a command ended and what it wrote."""

    @property
    def status(self) -> int: ...
    @property
    def out(self) -> str: ...
    @property
    def err(self) -> str: ...


class Run(Protocol):
    """Run a command line; how it ended."""

    def __call__(self, *args: str | Path, stdin: str = "") -> Result: ...


class Ok(Protocol):
    """Run a command line that must succeed; what it wrote to stdout."""

    def __call__(self, *args: str | Path) -> str: ...


class Refused(Protocol):
    """Run a command line that must be refused; the sentence."""

    def __call__(self, *args: str | Path, status: int = 1) -> str: ...


SENTENCE_LIMIT = 2000  # the longest sentence there is lists the 32 affairs
_OURS = r"“[^”]*”|\"[^\"]*\"|'[^']*'|--[a-z-]+|\bkskd( [a-z][a-z-]*)*|(?<=, )value(?=, )"  # a key among keys
_ENGLISH = (
    r"\b(abort(ed)?|argument|cannot|command|denied|device|directory|does|error|expected|failed|found|give[ns]?|got|"
    r"invalid|is|long|missing|must|no such|not|option|permission|required|requires?|the|too|traceback|try|"
    r"unexpected|usage|valid|value|was|with)\b"
)


def english_in(sentence: str) -> list[str]:
    """English words in a sentence of ours, apart from what is quoted and from commands and options."""
    return [found[0] for found in re.finditer(_ENGLISH, re.sub(_OURS, " ", sentence), re.IGNORECASE)]


def faults(result: Result, *, status: int | None = None) -> list[str]:
    """What is wrong with how a command refused, if anything: see docs on exit statuses and on talk."""
    found = []
    if result.status not in {1, 2} or (status is not None and result.status != status):
        found.append(f"status {result.status}, expected {status or '1 or 2'}")
    if result.out:
        found.append(f"stdout holds {result.out[:80]!r}")
    body = result.err.removesuffix("\n")
    if not body.startswith("kskd: ") or result.err.count("\n") != 1:
        found.append(f"not one line of kskd's: {result.err[:200]!r}")
    if not body.removesuffix("\n").replace("\u00a0", " ").isprintable():
        found.append(f"hidden characters on stderr: {body[:200]!r}")
    if words := english_in(body):
        found.append(f"English {words}: {body[:200]}")
    if len(body) > SENTENCE_LIMIT:
        found.append(f"a sentence of {len(body)} characters")
    return found


def folder(path: Path) -> dict[str, bytes | None]:
    """Every file below a folder with its bytes."""
    return {
        one.relative_to(path).as_posix(): one.read_bytes() if one.is_file() else None
        for one in sorted(path.rglob("*"))
    }


def table(text: str, separator: str = "\t") -> list[dict[str, str]]:
    """The rows of TSV (never quoted) or CSV as dicts; every row must be as wide as the headings."""
    if separator == ",":
        rows = list(csv.reader(io.StringIO(text), strict=True))
    else:
        rows = [line.split(separator) for line in text.removesuffix("\n").split("\n")]
    headings, *body = rows
    assert all(len(row) == len(headings) for row in body), text
    return [dict(zip(headings, row, strict=True)) for row in body]


def document(text: str) -> dict[str, Any]:
    """The one JSON document on stdout; a key that comes twice is an error."""

    def unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        assert len(dict(pairs)) == len(pairs), [key for key, _ in pairs]
        return dict(pairs)

    read = json.loads(text, object_pairs_hook=unique)
    assert isinstance(read, dict)
    return read


class _Screen(io.StringIO):
    def isatty(self) -> bool:
        return True


def parameters(path: str) -> dict[str, Any]:
    """The options and arguments of a command as Typer has them, by name; its words as they are typed."""
    command: Any = build(ROOT)
    for word in path.split():
        command = command.get_command(None, word)
    return {one.name: one for one in command.params}


def flags(path: str) -> set[str]:
    """Every option of a command as it is typed, old spellings apart."""
    return {flag for one in parameters(path).values() if one.param_type_name == "option" for flag in one.opts}


def on_screen(*args: str | Path) -> str:
    """What a reading command writes to a terminal."""
    out = _Screen()
    with redirect_stdout(out), redirect_stderr(io.StringIO()) as err, suppress(SystemExit):
        build(ROOT).main([str(arg) for arg in args])
    assert not err.getvalue().startswith("kskd: "), err.getvalue()
    return out.getvalue()


def kskd() -> list[str]:
    """The command that runs kskd in a process of its own."""
    return [sys.executable, "-m", "kskd"]
