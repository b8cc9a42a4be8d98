"""The log of what ran by the calendar (cron, a timer), which the scripts of ``examples/cron`` write beside the registry.

A line a run: when it began (local time, ISO), job, exit status, seconds; tabs between. Commands that read write
nothing into a registry, so that a report was made is known by this alone.
"""

from datetime import date
from pathlib import Path
from typing import NamedTuple

_MOST = 65_536  # bytes at its end that are looked at: some 1,500 runs


class Run(NamedTuple):
    """The latest run of a job, and the day of the latest that went well, if any did."""

    job: str
    at: str
    status: int
    good_on: date | None


def read_runs(path: Path) -> dict[str, Run]:
    """The latest run of each job; none without a log that can be read. What is no line of ours is passed over."""
    try:
        with path.open("rb") as stream:
            size = stream.seek(0, 2)
            stream.seek(max(0, size - _MOST))
            lines = stream.read().decode("utf-8", "replace").splitlines()
    except (OSError, ValueError):
        return {}
    found: dict[str, Run] = {}
    for line in lines:
        try:
            at, job, status, _ = line.split("\t")
            day, code = date.fromisoformat(at[:10]), int(status)
        except ValueError:
            continue
        before = found.get(job)
        good_on = day if code == 0 else before.good_on if before else None
        found[job] = Run(job, at[:19], code, good_on)
    return found
