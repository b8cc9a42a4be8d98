"""How far a long command has come: a bar on a terminal, and nothing anywhere else."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from time import monotonic

_OFTEN = 0.1  # seconds


@contextmanager
def progress(what: str, total: int | None = None, *, least: int = 0) -> Iterator[Callable[[int], None]]:
    """What is called with the things done so far; without a ``total`` they are counted only.

    Of fewer than ``least`` nothing is shown.

    The bar is gone after the block, so that nothing of it is in what is kept of a terminal.
    """
    if not sys.stderr.isatty() or (total is not None and total < least):
        yield lambda _: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn

    counted = TextColumn("{task.completed}" if total is None else "{task.completed}/{task.total}")
    columns = (TextColumn("{task.description}"), BarColumn(), counted)
    # Without the thread that would draw it: pages are made in processes that only one thread may split off.
    with Progress(*columns, console=Console(stderr=True), transient=True, auto_refresh=False) as bar:
        task, drawn = bar.add_task(what, total=total), 0.0

        def told(done: int) -> None:
            nonlocal drawn
            bar.update(task, completed=done)
            if monotonic() - drawn > _OFTEN:
                bar.refresh()
                drawn = monotonic()

        yield told
