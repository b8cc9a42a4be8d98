"""Pieces of work that need nothing of each other, on the processors that there are, in the order asked for.

Only where a process can be split in two safely and cheaply: on Linux, while it has one thread. Elsewhere, and
where there is little to do, one after the other; what comes out is the same. Not the pools of the standard
library: their processes live on when the first is killed, these end with the pipe that they write to.
"""

from __future__ import annotations

import os
from functools import partial
from typing import TYPE_CHECKING, BinaryIO, NamedTuple

from kskd import system

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

LEAST = 50
"""Slow pieces for each process: of fewer the splitting costs more than it saves (measured: of 30 nothing is
gained on two processors, of 120 a quarter to a third)."""


class _Helper(NamedTuple):
    """A process that does its share of the work, and where it says what came of it."""

    pid: int
    told: BinaryIO

    def next(self) -> bytes | None:
        """What came of its next piece; None where it has ended, whatever the reason."""
        size = self.told.read(8)
        content = self.told.read(int.from_bytes(size, "big"))
        return content if len(size) == 8 and len(content) == int.from_bytes(size, "big") else None


def together(work: Callable[[int], bytes], count: int, slow: int) -> Iterator[bytes]:
    """What ``work`` gives for each number below ``count``, in order; ``slow`` of them take long.

    A piece that a helper could not do is done here again, so that whatever was wrong is raised where it is
    understood.
    """
    helpers: list[_Helper] = []
    many = min(system.processors(), slow // LEAST) if slow >= 2 * LEAST else 1
    try:
        if many > 1:
            helpers += [_started(work, range(first, count, many)) for first in range(many)]
        for at in range(count):
            content = helpers[at % many].next() if helpers else None
            yield work(at) if content is None else content
    finally:
        for one in helpers:
            one.told.close()  # which ends it
        for one in helpers:
            os.waitpid(one.pid, 0)


def _started(work: Callable[[int], bytes], share: Iterable[int]) -> _Helper:
    return _Helper(*system.split_off(partial(_help, work, share)))


def _help(work: Callable[[int], bytes], share: Iterable[int], told: BinaryIO) -> None:
    for at in share:
        content = work(at)
        told.write(len(content).to_bytes(8, "big") + content)
        told.flush()
