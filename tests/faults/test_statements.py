"""Killed, stopped or failing at any statement, a writing command has happened wholly or not at all."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tests.faults.lines import LINES, NAMES, WRITERS, Line
from tests.faults.sweeping import FAULTS, Faulty, Traced, faulted, killed, points, sound, statements, turns

from ..cli.command_line import english_in
from ..registry.harness import Dump

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from .conftest import Stage

pytestmark = pytest.mark.slow

EVERY = pytest.mark.parametrize(
    "every", [False, pytest.param(True, marks=pytest.mark.torture)], ids=["some", "all"]
)
EACH = pytest.mark.parametrize("line", LINES, ids=NAMES)


# What a kill may leave: a file that was not finished, which no command takes for anything, and which doctor
# names once it is an hour old.
UNFINISHED = re.compile(r"(cadangan/)?\.[^/]+\.[0-9a-f]{8}\.(baru|salin)(-journal)?")
States = tuple[bytes | None, Dump | None, Dump | None]


def test_every_writing_command_is_swept() -> None:
    """A new command that can be tried with --dry-run needs a line in the table."""
    assert {line.command for line in LINES} == set(WRITERS)


def _content(stage: Stage, line: Line) -> Dump | None:
    path = stage.file(line.target)
    return sound(path) if path.exists() else None


def _bytes(stage: Stage, line: Line) -> bytes | None:
    path = stage.file(line.target)
    return path.read_bytes() if path.exists() else None


@EACH
@EVERY
def test_killed_at_any_statement_a_command_is_there_whole_or_not_at_all(
    line: Line, every: bool, stage: Stage, run: Callable[..., Any], count: Callable[..., None]
) -> None:
    """Then the next command works without repair, and repeating the command gives exactly one copy."""
    before, old = _bytes(stage, line), _content(stage, line)
    total = statements(Traced, line.args)
    new = _content(stage, line)
    assert new != old
    stage.reset(line.target)
    between = turns(line.args, Looking(stage, line.target))
    count("kill points: statements whose state was tried", total)
    assert between[-1] == total + 1
    # Up to the next turn every kill leaves the same bytes, so one stands for all; at the last both sides.
    tried = range(1, total + 1) if every else sorted({1, *between[:-1], between[-2] - 1, total} - {0})
    ends = []
    for at in tried:
        stage.reset(line.target)
        assert killed(at, line.args)
        ends.append(_left_by_a_kill(stage, line, run, (before, old, new), at) == new)
    count("kill points: really killed there", len(ends))
    assert ends == sorted(ends)  # the commit divides them
    assert (True in ends) == (line.target != "baru.db")  # a new file takes its name after the last statement


class Looking:
    """What the system holds of the registry and of every file that a command makes.

    The registry's descriptor stays open: closing one would take this process's locks on the file away.
    """

    def __init__(self, stage: Stage, target: str) -> None:
        self._stage, self._target = stage, target
        self._kept: dict[tuple[str, int], int] = {}

    def __call__(self) -> dict[str, bytes]:
        left = self._stage.names - {self._target}
        return {one.path: self._read(one) for one in _files(self._stage.folder) if one.name not in left}

    def _read(self, one: os.DirEntry[str]) -> bytes:
        if one.name.endswith("-journal"):
            return Path(one.path).read_bytes()
        status = one.stat()
        key = one.path, status.st_ino
        if key not in self._kept:
            self._kept[key] = os.open(one.path, os.O_RDONLY)
        return os.pread(self._kept[key], status.st_size, 0)


def _files(folder: str | Path) -> Iterator[os.DirEntry[str]]:
    """Every file below; ``rglob`` takes a second for what is asked at thousands of statements."""
    for one in os.scandir(folder):
        if one.is_dir():
            yield from _files(one.path)
        else:
            yield one


def _left_by_a_kill(
    stage: Stage, line: Line, run: Callable[..., Any], states: States, at: int
) -> Dump | None:
    """What there is after a kill, having tried that kskd goes on with it as it is."""
    before, old, new = states
    if stage.file(line.target).exists():
        listed = run("opd", "list", "--db", line.target)
        assert listed.status in ({0} if line.target != "lama.db" else {0, 1}), listed.err
    is_same = _bytes(stage, line) == before
    seen = old if is_same else _content(stage, line)
    assert seen in (old, new), at
    if seen == old and at % 4:
        return seen
    again = run(*line.args)
    if seen == old:
        assert again.status == 0, again.err
    elif line.again is not None:
        assert again.status in {0, 1}
        assert line.again in again.err
        assert english_in(again.err) == []
    if seen == old or line.again is not None:
        assert _content(stage, line) == new, at
    left = [name for name in stage.strays() if name != line.target]
    assert [name for name in left if not UNFINISHED.fullmatch(name)] == []
    return seen


@EACH
@EVERY
def test_a_fault_at_any_statement_is_told_and_nothing_has_happened(
    line: Line, every: bool, stage: Stage, count: Callable[..., None]
) -> None:
    """Ctrl-C, SIGTERM, a closed terminal, a failing disk, no memory: one sentence and the right exit status.

    One that comes after the commit changes nothing: the success is told. A disk that fails then makes it
    uncertain, and the sentence says so.
    """
    before, names = _bytes(stage, line), list(FAULTS)
    total = statements(Faulty, line.args)
    new = _content(stage, line)
    for at in points(total, every=every):
        for fault in names if every else [names[at % len(names)]]:
            stage.reset(line.target)
            result = faulted(at, fault, line.args)
            count("other faults: statements of writing commands × kinds")
            is_answer = (
                line.command == "doctor" and result.status == 3
            )  # what it could not read is its finding
            assert is_answer or result.status in {FAULTS[fault][1], 0}, (at, fault, result)
            assert "Traceback" not in result.err
            assert stage.strays() == (
                [line.target] if line.target not in stage.names and result.status == 0 else []
            )
            if result.status and not is_answer:
                assert result.err, (at, fault, result)
                last = result.err.splitlines()[-1]
                assert last.startswith("kskd: ")
                assert english_in(last) == []
                # Reminders are handed over before they are recorded: at worst one comes twice.
                assert result.out == "" or line.command in {"doctor", "remind"}
            if _bytes(stage, line) != before:
                assert _content(stage, line) == new, (at, fault)
                assert is_answer or result.status == 0 or "sudah tersimpan" in result.err, (at, fault, result)
            else:
                assert result.status, (at, fault)
