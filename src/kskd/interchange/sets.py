"""Files that belong together, written so that all are as they were or all are new, whatever ends it.

What is about to be done stands in a journal in their folder, ``.kskd.set``: what a kill left half done is
finished or taken back by whoever writes there next. One at a time: who comes second waits.
"""

from __future__ import annotations

import json
import os
import re
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from kskd import system
from kskd.domain.ailment import HALF_DONE
from kskd.interchange.files import holds, writing_told

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import BinaryIO

_READY, _BACK = "siap", "batal"  # all new files are there; all are to be taken back
_TEMPORARY = re.compile(r"\..+\.[0-9a-f]{8}\.baru")


class _Exchange(NamedTuple):
    """A file that is to take the place of another, and where the other is kept until all have theirs.

    ``had`` says whether there was another.
    """

    path: Path
    new: Path
    old: Path
    had: bool

    def take_place(self) -> None:
        if self.had:
            system.give_name(self.path, self.old, reserve=False)
        system.replace(self.new, self.path)

    def finish(self) -> None:
        """Do what is left of ``take_place``."""
        if self.new.exists():
            system.replace(self.new, self.path)

    def give_back(self) -> None:
        """Undo ``take_place``, however far it came."""
        if self.old.exists() or self.old.is_symlink():
            system.replace(self.old, self.path)
        elif not self.had and not self.new.exists():
            self.path.unlink(missing_ok=True)

    def sweep(self) -> None:
        for left in (self.new, self.old):
            left.unlink(missing_ok=True)


def is_half_done(folder: Path) -> bool:
    """Whether a set of files in the folder was not finished, or is being written now."""
    return (folder / HALF_DONE).exists()


def write_set(folder: Path, files: Iterable[tuple[Path, bytes]], *, mode: int = 0o644) -> int:
    """As ``write_if_changed``, of files below ``folder`` that belong together; gives how many it wrote."""
    journal = _Journal(folder)
    made: list[_Exchange] = []
    is_settled = True
    try:
        if is_half_done(folder):
            with writing_told(folder):
                journal.begin()
        for path, content in files:
            with writing_told(path):
                if holds(path, content):
                    continue
                path.parent.mkdir(parents=True, exist_ok=True)
                journal.begin()
                new, old = (path.with_name(f".{path.name}.{os.urandom(4).hex()}.baru") for _ in range(2))
                made.append(_Exchange(path, new, old, path.exists() or path.is_symlink()))
                journal.note(made[-1])
                with system.new_file(new, mode) as stream:
                    stream.write(content)
                    system.sync(stream)
        if made:
            with writing_told(folder):
                journal.mark(_READY)
        for one in made:
            with writing_told(one.path):
                one.take_place()
        for parent in dict.fromkeys(one.path.parent for one in made):
            with writing_told(parent):
                system.sync_file(parent)
    except BaseException:
        is_settled = False
        with suppress(OSError):
            journal.mark(_BACK)
        with suppress(OSError):
            for one in made:
                one.give_back()
            is_settled = True
        raise
    finally:
        settled = made if is_settled else None
        try:
            with suppress(OSError):
                journal.end(settled)
        except BaseException:  # asked to end just then; what is over is taken away all the same
            with suppress(OSError):
                journal.end(settled)
            raise
    return len(made)


class _Journal:
    """What a set of files is and how far it came, a line each, held by one process at a time."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._path = folder / HALF_DONE
        self._stream: BinaryIO | None = None

    def begin(self) -> None:
        """Hold the journal, and settle what somebody left in it."""
        if self._stream is None:
            was_there = self._path.exists()
            try:
                stream = system.held(self._path)
            except BaseException:  # asked to end just then: nothing is begun, and nothing stays
                with suppress(OSError):
                    if not was_there and not self._path.stat().st_size:
                        self._path.unlink()
                raise
            try:
                self._settle(stream)
            except BaseException:
                stream.close()
                raise
            self._stream = stream

    def note(self, one: _Exchange) -> None:
        """Say what is about to be made."""
        names = (one.path, one.new, one.old)
        self._add([*(name.relative_to(self._folder).as_posix() for name in names), one.had])

    def mark(self, how: str) -> None:
        """Say, so that a power cut leaves it said, how far it came."""
        if self._stream is not None:
            self._add(how)
            system.sync(self._stream)
            system.sync_file(self._folder)

    def end(self, settled: Iterable[_Exchange] | None) -> None:
        """Take away what is over, the journal last; with None all stays for whoever comes next."""
        if self._stream is None:
            return
        try:
            if settled is not None:
                for one in settled:
                    one.sweep()
                self._path.unlink(missing_ok=True)
        finally:
            self._stream.close()

    def _add(self, line: object) -> None:
        if self._stream is not None:
            self._stream.write(f"{json.dumps(line)}\n".encode())
            self._stream.flush()

    def _settle(self, stream: BinaryIO) -> None:
        lines = [_read(line) for line in stream.read().decode("ascii", "replace").splitlines()]
        left = [one for line in lines if (one := self._exchange(line)) is not None]
        for one in left:
            if _READY in lines and _BACK not in lines:
                one.finish()
            else:
                one.give_back()
        for one in left:
            one.sweep()
        stream.truncate(0)

    def _exchange(self, line: object) -> _Exchange | None:
        """What a line says; None for one that was cut off, or that leads out of the folder."""
        match line:
            case [str(path), str(new), str(old), bool(had)]:
                paths = [Path(path), Path(new), Path(old)]
                is_ours = all(map(_TEMPORARY.fullmatch, (paths[1].name, paths[2].name)))
                if is_ours and not any(one.is_absolute() or ".." in one.parts for one in paths):
                    whole, fresh, kept = (self._folder / one for one in paths)
                    return _Exchange(whole, fresh, kept, had)
        return None


def _read(line: str) -> object:
    try:
        return json.loads(line)
    except ValueError:
        return None
