"""What the registry holds and how it fares, in one look."""

from collections.abc import Iterator
from datetime import date, datetime
from typing import NamedTuple

from kskd.domain.ailment import Symptom
from kskd.domain.settings import Government
from kskd.registry.copies import shelf
from kskd.registry.copies.shelf import Backup
from kskd.registry.file.location import ahead, place
from kskd.registry.file.opening import resolved
from kskd.registry.file.runs import Run
from kskd.registry.history import journal
from kskd.registry.history.journal import Latest
from kskd.registry.tables import settings
from kskd.registry.views import reminded
from kskd.registry.views.overview import Counts, read_counts
from kskd.workflows.access import Access
from kskd.workflows.silences import Silence, read_scheduled, silences


class Overview(NamedTuple):
    """The Pemda, its counts as of a day, the latest change, rows changed outside, the newest good backup, the
    last run of ``remind``, what was not done for too long, the latest runs by the calendar, and what is wrong
    with the place where the registry lies, and with the clock.
    """

    government: Government
    counts: Counts
    latest: Latest | None
    outside: int
    backup: Backup | None
    reminded_on: date | None
    silences: tuple[Silence, ...]
    runs: tuple[Run, ...]
    places: tuple[Symptom, ...]


def read_overview(access: Access, as_of: str, *, is_of_day: bool = False) -> Overview:
    """Counts by document and status, follow-up, what ends soon, evaluations per period, the latest change.

    Where the day is asked for (``is_of_day``), the latest change until then.
    """
    with access.reading() as session:
        government = settings.read_government(session)
        counts = read_counts(session, as_of, government.soon_days)
        latest = journal.latest_act(session, as_of if is_of_day else None)
        outside = journal.count_outside(session)
        reminded_on = reminded.read_last_run(session)
        path = resolved(access.path)
        silent = tuple(silences(session, government, path, date.fromisoformat(as_of), access.now))
        backups = shelf.shelf_of(session, path).backups()
        known = [one for one in backups if one.is_whole and not one.is_ahead(access.now)]
        in_turn = shelf.in_turn(session, known)
    symptoms = (*place(path), *ahead(backups, access.now), *_clock(latest, access.now))
    return Overview(
        government,
        counts,
        latest,
        outside,
        next(iter(in_turn), None),
        reminded_on,
        silent,
        tuple(read_scheduled(government, path).values()),
        symptoms,
    )


def _clock(latest: Latest | None, now: datetime) -> Iterator[Symptom]:
    if latest is not None and latest.at[:10] > now.date().isoformat():
        yield Symptom("clock", f"catatan {latest.act}", f"bertanggal {latest.at[:10]}, sesudah hari ini")
