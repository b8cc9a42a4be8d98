"""Signals: before an act is kept they end the command as Ctrl-C does, with everything taken back; afterwards
nothing is left to stop, and the command tells what it did.
"""

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, NoReturn

from kskd import system


class Stopped(BaseException):
    """A signal asks the command to end; no ``except Exception`` may take it for an error."""

    def __init__(self, number: int) -> None:
        """Keep the number of the signal."""
        super().__init__(number)
        self.number = number


@contextmanager
def heeded() -> Iterator[None]:
    """In the block a signal that would end the process raises Stopped; afterwards all is as it was before.

    One that is ignored (nohup) stays ignored. What a commit held back (``locks.commit``) came too late to
    stop anything, so it is dropped.
    """
    before = {}
    try:
        for one in system.ENDING:
            if signal.getsignal(one) is signal.SIG_DFL:
                before[one] = signal.signal(one, _stop)
    except ValueError:  # Python lets only its main thread do this
        pass
    try:
        yield
    finally:
        if has_kept():
            system.drop_signals()
        for one, action in before.items():
            signal.signal(one, action)


def has_kept() -> bool:
    """Whether this command has kept a change: only a commit holds signals back."""
    return system.holds_signals()


def _stop(number: int, _: Any) -> NoReturn:
    for one in system.ENDING:
        signal.signal(one, signal.SIG_IGN)  # the unwinding is not to be stopped a second time
    raise Stopped(number)
