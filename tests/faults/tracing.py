"""A command under strace: what it asks of the disk, faults at any such call, and what a power cut leaves."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING, NamedTuple

import pytest

if TYPE_CHECKING:
    import random
    from collections.abc import Sequence
    from pathlib import Path

# The calls by which SQLite and Python change and keep files, and those by which SQLite reads them.
WRITING = (
    "pwrite64", "fdatasync", "fsync", "ftruncate", "unlink", "rename", "link", "fchmod", "mkdir", "openat",
    "write",
)  # fmt: skip
READING = ("pread64",)
KSKD = (sys.executable, "-P", "-m", "kskd")  # Python itself is not to look into the folder
_SECTOR = 512


def require_strace() -> None:
    """Skip where no process can be traced."""
    if shutil.which("strace") is None:
        pytest.skip("strace is not installed")
    probe = ["strace", "-qq", "-e", "trace=none", "true"]
    if subprocess.run(probe, capture_output=True, check=False).returncode:
        pytest.skip("strace may not trace here")


class Traced(NamedTuple):
    """How a traced command ended (negative for a signal), what it said, and its calls in order."""

    status: int
    out: str
    err: str
    calls: tuple[str, ...]


def traced(
    args: Sequence[str | Path],
    folder: Path,
    *,
    inject: str | None = None,
    full: bool = False,
    program: Sequence[str] = (),
) -> Traced:
    """Run a command in ``folder`` under strace, perhaps with a fault; calls to other places are left out.

    ``full`` keeps every byte that is written; ``program`` runs in place of kskd.
    """
    log = folder.parent / "strace.log"
    options = ["-f", "-qq", "-y", "-o", str(log), "-e", "signal=none"]
    options += ["-e", f"trace={','.join((*WRITING, *READING))}"]
    if full:
        options += ["-xx", "-s", "1000000"]
    else:
        options += [part for path in sorted(_places(folder)) for part in ("-P", path)]
    if inject:
        options += ["-e", f"inject={inject}"]
    done = subprocess.run(
        ["strace", *options, *(program or KSKD), *args],
        cwd=folder, capture_output=True, text=True, check=False,
        env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1"},
    )  # fmt: skip
    lines = log.read_text("latin-1").splitlines()
    log.unlink()
    return Traced(done.returncode, done.stdout, done.stderr, tuple(lines))


def _places(folder: Path) -> set[str]:
    names = {path.name for path in folder.iterdir() if path.is_file()}
    files = {str(folder / name) for one in names for name in (one, f"{one}-journal")}
    return files | {str(folder), str(folder / "cadangan")}


# -- power cuts -------------------------------------------------------------------------------------------

_CALL = re.compile(r"^\d+ +(\w+)\((.*)\) += (-?\d+)")
_TEXT = re.compile(r'"((?:\\x[0-9a-f]{2})*)"')
_OPEN_FILE = re.compile(r"^(?:AT_FDCWD|\d+)<((?:\\x[0-9a-f]{2})*)>")


class Event(NamedTuple):
    """Something that the disk was asked for: ``kind`` is the call, ``path`` the file."""

    kind: str
    path: str
    other: str = ""
    offset: int = 0
    data: bytes = b""


def events(calls: Sequence[str], folder: Path) -> list[Event]:
    """What was asked of the disk below a folder, in order; ``told`` is the first word to standard output."""
    found: list[Event] = []
    for line in calls:
        match = _CALL.match(line)
        if match is None or int(match[3]) < 0:
            continue
        call, rest = match[1], match[2]
        texts = [_bytes(text) for text in _TEXT.findall(rest)]
        held = _OPEN_FILE.match(rest)
        path = _bytes(held[1]).decode() if held else ""
        if call == "write" and rest.startswith("1<"):
            found.append(Event("told", ""))
        elif call == "pwrite64":
            found.append(Event("write", path, offset=int(rest.rsplit(",", 1)[1]), data=texts[0]))
        elif call in {"fsync", "fdatasync"}:
            found.append(Event("sync", path))
        elif call == "ftruncate":
            found.append(Event("truncate", path, offset=int(rest.rsplit(",", 1)[1])))
        elif call == "openat" and "O_CREAT" in rest:
            found.append(Event("create", _absolute(texts[0], path)))
        elif call in {"unlink", "rename", "link"}:
            names = [_absolute(text, str(folder)) for text in texts]
            found.append(Event(call, names[0], names[-1]))
    return [one for one in found if one.kind == "told" or one.path.startswith(str(folder))]


def _bytes(text: str) -> bytes:
    return bytes.fromhex(text.replace("\\x", ""))


def _absolute(name: bytes, folder: str) -> str:
    return os.path.join(folder, os.fsdecode(name))  # noqa: PTH118


class _Inode:
    """Bytes that are on the disk for sure, and those on their way."""

    def __init__(self, content: bytes) -> None:
        self.content = bytearray(content)
        self.pending: list[Event] = []

    def settle(self) -> None:
        for one in self.pending:
            _apply(self.content, one)
        self.pending.clear()

    def after_cut(self, chance: random.Random) -> bytes:
        """What may be found: of the writes on their way any, in any order, some of them torn."""
        content, some = bytearray(self.content), [one for one in self.pending if chance.random() < 0.6]
        chance.shuffle(some)
        for one in some:
            size = len(one.data)
            if size and chance.random() < 0.2:
                size = chance.randrange(size) // _SECTOR * _SECTOR
            _apply(content, one._replace(data=one.data[:size]))
        return bytes(content)


def _apply(content: bytearray, one: Event) -> None:
    if one.kind == "truncate":
        del content[one.offset :]
        content.extend(b"\0" * (one.offset - len(content)))
        return
    content.extend(b"\0" * (one.offset - len(content)))
    content[one.offset : one.offset + len(one.data)] = one.data


def after_power_cut(
    before: dict[str, bytes], asked: Sequence[Event], chance: random.Random
) -> dict[str, bytes]:
    """Files by path as a disk could hold them when the power goes after these events.

    Data that was not synced is there, missing, torn or out of order; of the changes of names in a folder that
    was not synced, the first few happened.
    """
    live = {path: _Inode(content) for path, content in before.items()}
    sure, pending = dict(live), list[tuple[str, str, str, _Inode | None]]()
    for one in asked:
        match one.kind:
            case "create" if one.path not in live:
                live[one.path] = _Inode(b"")
                pending.append(("set", one.path, "", live[one.path]))
            case "write" | "truncate":
                live[one.path].pending.append(one)
            case "sync" if one.path in live:
                live[one.path].settle()
            case "sync":
                _rename(sure, [each for each in pending if each[1].rpartition("/")[0] == one.path])
                pending = [each for each in pending if each[1].rpartition("/")[0] != one.path]
            case "unlink":
                live.pop(one.path, None)
                pending.append(("drop", one.path, "", None))
            case "link":
                live[one.other] = live[one.path]
                pending.append(("set", one.other, "", live[one.path]))
            case "rename":
                live[one.other] = live.pop(one.path)
                pending.append(("move", one.path, one.other, live[one.other]))
    _rename(sure, pending[: chance.randint(0, len(pending))])
    return {path: inode.after_cut(chance) for path, inode in sure.items()}


def _rename(names: dict[str, _Inode], changes: Sequence[tuple[str, str, str, _Inode | None]]) -> None:
    for what, path, other, inode in changes:
        if what != "set":
            names.pop(path, None)
        if inode is not None:
            names[other or path] = inode
