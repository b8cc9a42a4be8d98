"""What is to be done again and again and was not for too long: reminders, reports, backups.

Reminders are known by their ledger, backups by their shelf, reports by the log of the calendar.
"""

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import NamedTuple

from kskd.domain.settings import Government
from kskd.domain.silence import silence
from kskd.registry.copies import shelf
from kskd.registry.file.runs import Run, read_runs
from kskd.registry.history import journal
from kskd.registry.session import Session
from kskd.registry.views import reminded

_LONGER = {"bulan": 0, "semester": 153}
"""Jobs that make reports, and by how many days their turn is longer than a month."""


class Silence(NamedTuple):
    """One of them: its kind, for how many days, that in words, in short beside its kind, what to do, how."""

    kind: str
    days: int
    reason: str
    short: str
    what: str
    command: str


def read_scheduled(government: Government, registry: Path) -> dict[str, Run]:
    """The latest run of each job by the calendar; ``registry`` is its real path."""
    return read_runs(shelf.place(government.text("run-log"), registry.parent))


def silences(
    session: Session, government: Government, registry: Path, as_of: date, now: datetime
) -> Iterator[Silence]:
    """Those that are longer than the office allows. Who never began has not fallen silent."""
    if days := _days(government, "remind-silence-days", reminded.read_last_run(session), as_of):
        reason = f"kskd remind tidak dijalankan selama {days} hari"
        short = f"tidak dibuat selama {days} hari"
        yield Silence("pengingat", days, reason, short, "Buat pengingat per OPD", "kskd remind")
    for one in read_scheduled(government, registry).values():
        if days := report_silence(government, one, as_of):
            reason = f"laporan terjadwal ({one.job}) tidak dibuat selama {days} hari"
            short = f"{one.job}: tidak dibuat selama {days} hari"
            yield Silence(
                "laporan", days, reason, short, "Buat laporan yang terlewat", "kskd report --period …"
            )
    if days := _days(government, "backup-silence-days", _changed(session, registry, now), as_of):
        reason = f"perubahan selama {days} hari belum dicadangkan"
        yield Silence("cadangan", days, reason, reason, "Buat cadangan", "kskd backup")


def report_silence(government: Government, run: Run, as_of: date) -> int | None:
    """Days since a job that makes reports went well, when they are more than its turn and office allow.

    None for other jobs.
    """
    if run.job not in _LONGER:
        return None
    return silence(int(government.text("report-silence-days")) + _LONGER[run.job], run.good_on, as_of)


def _days(government: Government, key: str, last: date | None, as_of: date) -> int | None:
    return silence(int(government.text(key)), last, as_of)


def _changed(session: Session, registry: Path, now: datetime) -> date | None:
    """The day of the first change that no good backup holds; None without one, or without any backup."""
    found = shelf.shelf_of(session, registry).backups()
    good = [one.act for one in found if one.is_whole and not one.is_ahead(now)]
    return journal.first_after(session, max(good)) if good else None
