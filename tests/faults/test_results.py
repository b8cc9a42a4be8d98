"""Whatever stops a command that makes files, each is there whole or not at all, and none is left over."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from tests.faults.sweeping import CALL_FAULTS, at_call, points

from ..cli.command_line import english_in

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from .conftest import Stage

pytestmark = pytest.mark.slow

EVERY = pytest.mark.parametrize(
    "every", [False, pytest.param(True, marks=pytest.mark.torture)], ids=["some", "all"]
)
# Commands that make files outside the registry, and the folder for them.
MAKERS = {
    "report": ("report", "--period", "2024-S2", "--out", "hasil"),
    "package": ("package", "--period", "2025-S1", "--out", "hasil"),
    "handover": ("handover", "--zip", "--out", "hasil"),
    "export": ("export", "--out", "hasil/ekspor.json"),
    "export --public": ("export", "--public", "--out", "hasil/umum.json"),
    "backup": ("backup", "--out", "hasil"),
    "instrument eject": ("instrument", "eject", "hasil/sendiri.toml"),
    "templates eject": ("templates", "eject", "hasil"),
    "attach --extract": ("attach", "KB-2024-001", "--extract", "--out", "hasil", "--db", "isi.db"),
}


def _files(place: Path) -> dict[str, bytes]:
    return {
        path.relative_to(place).as_posix(): path.read_bytes() for path in place.rglob("*") if path.is_file()
    }


def _is_hidden(name: str) -> bool:
    return name.rpartition("/")[2].startswith(".")


def _empty(place: Path) -> None:
    """Take away what was made, but not what a kill left unfinished."""
    for one in sorted(place.rglob("[!.]*"), reverse=True) if place.exists() else ():
        if one.is_file():
            one.unlink()


@pytest.mark.parametrize("command", MAKERS)
@EVERY
def test_a_fault_at_any_call_leaves_whole_files_and_no_others(
    command: str, every: bool, stage: Stage, count: Callable[..., None], ok: Callable[..., str]
) -> None:
    """Killed, it may leave a hidden file, which hinders nothing."""
    place = stage.file("hasil")
    args = MAKERS[command]
    if command == "attach --extract":
        shutil.copy("kskd.db", "isi.db")
        ok("attach", "KB-2024-001", "opd.csv", "sendiri.toml", "--embed", "--db", "isi.db")
    if command in {"export", "export --public", "instrument eject", "attach --extract"}:
        place.mkdir()
    registry = stage.file("kskd.db").read_bytes()
    total, done = at_call(0, "disk full", args)
    assert done.status == 0, done.err
    whole = _files(place)
    assert total > 3
    names = list(CALL_FAULTS)
    for at in points(total, every=every):
        for fault in names if every else [names[at % len(names)]]:
            _empty(place)
            before = set(_files(place))
            _, result = at_call(at, fault, args)
            count("faults at calls of commands that make files × kinds")
            left = _files(place)
            visible = {name: content for name, content in left.items() if not _is_hidden(name)}
            assert visible.items() <= whole.items(), (at, fault)
            assert fault == "SIGKILL" or set(left) - before <= set(whole), (at, fault, sorted(left))
            if result.status == 0:
                assert whole.items() <= left.items()  # what could not be had was not needed
                continue
            assert result.status == CALL_FAULTS[fault][1], (at, fault, result)
            assert stage.file("kskd.db").read_bytes() == registry
            if fault != "SIGKILL":
                last = result.err.splitlines()[-1]
                assert last.startswith("kskd: ")
                assert english_in(last) == []
                assert "Traceback" not in result.err
