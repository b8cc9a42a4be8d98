"""What the disk itself may do: fail, or lose its power, at any call."""

from __future__ import annotations

import random
import re
import shutil
import sqlite3
import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.faults.lines import LINES, NAMES
from tests.faults.sweeping import sound
from tests.faults.tracing import READING, WRITING, after_power_cut, events, require_strace, traced

from ..conftest import invoke

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from ..registry.harness import Dump
    from .conftest import Stage

pytestmark = pytest.mark.slow

CUT = {
    "add-mou": LINES[NAMES.index("add-mou 2")].args,
    "update": LINES[NAMES.index("update 3")].args,
    "undo": LINES[NAMES.index("undo")].args,
    "erase": LINES[NAMES.index("erase")].args,
    "backup": ("backup",),
    "restore": LINES[NAMES.index("restore")].args,
}


@pytest.fixture
def place(stage: Stage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with the registry and little else, on which commands run under strace."""
    require_strace()
    folder = tmp_path / "disk"
    folder.mkdir()
    for name in ("kskd.db", "cadangan.db", "opd.csv", "lama.db", "ekspor.json"):
        shutil.copy(stage.file(name), folder / name)
    monkeypatch.chdir(folder)
    return folder


@pytest.mark.parametrize(
    ("command", "states"),
    [("add-mou", 200), *(pytest.param(name, 1500, marks=pytest.mark.torture) for name in CUT)],
)
def test_after_a_power_cut_a_command_is_there_whole_or_not_at_all(
    command: str, states: int, place: Path, count: Callable[..., None]
) -> None:
    """And what was acknowledged is there: unsynced writes may be lost, torn and out of order."""
    assert _replayed(CUT[command], states, place, count) == []


# The same command over a registry that does not have the folder synced, or nothing at all.
_WEAKER = """
from kskd.registry.file import opening
opening._WRITE_PRAGMAS = ("PRAGMA synchronous = {}",)
from kskd.cli import main
main()
"""


@pytest.mark.parametrize(("setting", "wrong"), [("FULL", "lost"), ("OFF", "half")])
def test_the_replay_finds_what_a_weaker_setting_loses(
    setting: str, wrong: str, place: Path, count: Callable[..., None]
) -> None:
    """Otherwise a replay without faults would prove nothing."""
    program = [sys.executable, "-c", _WEAKER.format(setting)]
    assert wrong in _replayed(CUT["add-mou"], 60, place, lambda *_: None, program)


def _replayed(
    args: Sequence[str], states: int, place: Path, count: Callable[..., None], program: Sequence[str] = ()
) -> list[str]:
    """What is wrong with what power cuts at any moment of a command leave."""
    before = {str(path): path.read_bytes() for path in place.iterdir()}
    old = sound(place / "kskd.db")
    done = traced(args, place, full=True, program=program)
    assert done.status == 0, done.err
    new = sound(place / "kskd.db")
    asked = events(done.calls, place)
    told = next((at for at, one in enumerate(asked) if one.kind == "told"), len(asked) - 1)  # or by its end
    chance = random.Random(states)  # noqa: S311 - the same states in every run
    seen: set[int] = set()
    wrong: list[str] = []
    for _ in range(states):
        at = len(asked) if chance.random() < 0.2 else chance.randint(0, len(asked))
        files = after_power_cut(before, asked[:at], chance)
        count("power cuts: states replayed")
        key = hash((at > told, *sorted(files.items())))
        if key not in seen:
            seen.add(key)
            count("power cuts: different states among them")
            _lay_out(place, files)
            wrong += _wrong(place, old, new, must_be_new=at > told)
    assert len(seen) > 20
    return wrong


def _wrong(place: Path, old: Dump, new: Dump, *, must_be_new: bool) -> list[str]:
    """What is wrong in a folder after a power cut, in a word each."""
    if invoke("opd", "list").status != 0:
        return ["unreadable"]
    try:
        now = sound(place / "kskd.db")
        backups = [sound(one) for one in place.glob("cadangan/[!.]*")]
    except (AssertionError, sqlite3.Error):
        return ["half"]
    if now not in (old, new) or any(one != old for one in backups):
        return ["half"]
    if must_be_new and now != new:
        return ["lost"]
    return [] if invoke("opd", "add", "BARU", "--name", "Badan Baru").status == 0 else ["stuck"]


def _lay_out(place: Path, files: dict[str, bytes]) -> None:
    for path in place.rglob("*"):
        if path.is_file():
            path.unlink()
    for name, content in files.items():
        path = Path(name)
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(content)


# -- faults at every call ---------------------------------------------------------------------------------

SWEPT = {
    **CUT,
    "import": LINES[NAMES.index("import")].args,
    "init --upgrade": LINES[NAMES.index("init 2")].args,
    "report": ("report", "--period", "2024-S2"),
    "export": ("export", "--out", "satu.json"),
}
TARGET = {"import": "baru.db", "init --upgrade": "lama.db"}
KINDS = {
    **dict.fromkeys((*WRITING, *READING), ("signal=KILL", "error=EIO")),
    **dict.fromkeys(
        ("pwrite64", "ftruncate", "write", "openat", "link", "mkdir"),
        ("signal=KILL", "error=EIO", "error=ENOSPC"),
    ),
}


@pytest.mark.torture
@pytest.mark.parametrize("command", SWEPT)
def test_a_fault_at_any_disk_call_is_told_and_nothing_is_half(
    command: str, place: Path, count: Callable[..., None]
) -> None:
    """Killed, failing or without room at each call; then the next command works."""
    assert _swept(command, place, count, step=1) > 20


def test_killed_or_failing_at_a_disk_call_an_upgrade_is_there_whole_or_not_at_all(
    place: Path, count: Callable[..., None]
) -> None:
    assert _swept("init --upgrade", place, count, step=43) > 10


def _swept(command: str, place: Path, count: Callable[..., None], *, step: int) -> int:
    """How many faults were tried; what must hold after each is asserted here."""
    args, target = SWEPT[command], place / TARGET.get(command, "kskd.db")
    before = {str(path): path.read_bytes() for path in place.iterdir()}
    old = sound(target) if target.exists() else None
    calls = traced(args, place).calls
    new = sound(target)
    made = {path.name: path.read_bytes() for path in place.rglob("*.md")}
    counted = Counter(match[1] for line in calls if (match := re.match(r"^\d+ +(\w+)\(", line)))
    todo = [
        (call, number, kind)
        for call, total in counted.items()
        for number in range(1, total + 1)
        for kind in KINDS[call]
    ]
    for call, number, kind in todo[::step]:
        _lay_out(place, before)
        done = traced(args, place, inject=f"{call}:{kind}:when={number}")
        count(f"disk calls: {kind.partition('=')[2]} at each, of {len(SWEPT)} commands")
        where = (command, call, number, kind, done.status, done.err)
        assert "Traceback" not in done.err, where
        if target.exists():
            assert invoke("opd", "list", "--db", target).status in (
                {0} if command != "init --upgrade" else {0, 1}
            ), where
        now = sound(target) if target.exists() else None
        assert now in (old, new), where
        if done.status == 0:
            assert now == new, where
        elif kind == "signal=KILL":
            assert done.status in {-9, 137}, where
        else:
            assert done.status == 1, where
            assert done.err.splitlines()[-1].startswith("kskd: "), where
            assert old in (now, new) or re.search("sudah tersimpan|Terhapus", done.err), where
        for path in place.rglob("[!.]*.md"):
            assert path.read_bytes() == made[path.name], where
    return len(todo[::step])
