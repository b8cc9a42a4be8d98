"""Where backups of a registry lie: their names, and which ones are too old. Nothing is opened here."""

import os
import re
from collections.abc import Collection, Iterable, Mapping
from datetime import datetime
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from kskd.registry.history import seals
from kskd.registry.session import Session
from kskd.registry.tables import settings

_NAME = r"-(\d{8}-\d{6})-(\d+)-([0-9a-f]{8})(?:-sebelum-([a-z-]+?))?(-rusak)?\.db"


class Backup(NamedTuple):
    """A backup by its name: when it was made, the latest act in it, and the command that it was made before.

    One that is not whole is of a registry that was damaged: the latest data, but none to count on.
    """

    path: Path
    stamp: str
    act: int
    link: str
    before: str | None
    is_whole: bool = True

    @property
    def at(self) -> str:
        """When it was made: local time, ISO."""
        day, time = self.stamp.split("-")
        return f"{day[:4]}-{day[4:6]}-{day[6:]}T{time[:2]}:{time[2:4]}:{time[4:]}"

    def is_ahead(self, now: datetime) -> bool:
        """Whether it is of a day that has not come yet: the clock ran ahead, so its time says nothing."""
        return self.stamp[:8] > f"{now:%Y%m%d}"


class Shelf(NamedTuple):
    """A folder for backups of one registry, and how many of each sort are kept there."""

    registry: Path
    folder: Path
    keep: int

    def backups(self) -> list[Backup]:
        """Files with a name of ours, the newest first; nothing is opened."""
        try:
            found = [one for name in os.listdir(self.folder) if (one := self.named(name))]  # noqa: PTH208 - names only
        except OSError:
            return []
        return sorted(found, key=lambda one: (one.stamp, one.act, one.path.name), reverse=True)

    def named(self, name: str) -> Backup | None:
        """The backup of a file's name, whether or not it is there; None where the name is none of ours."""
        match = re.fullmatch(re.escape(self.registry.stem) + _NAME, name)
        if match is None or not _is_stamp(match[1]):
            return None
        return Backup(self.folder / name, match[1], int(match[2]), match[3], match[4], match[5] is None)


def _is_stamp(text: str) -> bool:
    """Whether it is a time that there is."""
    try:
        return bool(datetime.strptime(text, "%Y%m%d-%H%M%S"))  # noqa: DTZ007 - local time, as it was written
    except ValueError:
        return False


def place(text: str, base: Path) -> Path:
    """The folder meant by what was typed, from ``base``; a home that is not there is a plain name."""
    return base / os.path.expanduser(text)  # noqa: PTH111 - Path's own raises for an unknown user


def shelf_of(session: Session, registry: Path) -> Shelf:
    """The registry's own folder for backups, as its office has set it; ``registry`` is its real path."""
    government = settings.read_government(session)
    folder = place(government.text("backup-dir"), registry.parent)
    return Shelf(registry, folder, int(government.text("backup-keep")))


def in_order(found: Iterable[Backup], links: Mapping[int, str]) -> list[Backup]:
    """The newest first, by what is in them where that is known, else by their names.

    ``links`` are the links of the acts of one history, by number. A backup of it is older than any that holds
    more of it, whatever the clock said when it was made; one of a branch that a restore left goes by its time.
    """
    by_name = sorted(found, key=lambda one: (one.stamp, one.act, one.path.name), reverse=True)
    own = [one for one in by_name if links.get(one.act, "").startswith(one.link)]
    stamps, latest = {}, "9"
    for one in sorted(own, key=lambda one: one.act, reverse=True):  # stable: of one act by name
        latest = stamps[one.path] = min(latest, one.stamp)
    return sorted(
        by_name,
        key=lambda one: (stamps.get(one.path, one.stamp), one.act, one.stamp, one.path.name),
        reverse=True,
    )


def in_turn(session: Session, found: Collection[Backup]) -> list[Backup]:
    """As ``in_order``, by the registry's own history."""
    return in_order(found, seals.links(session.con, [one.act for one in found]))


def surplus(
    found: Iterable[Backup],
    keep: int,
    kept: Collection[Path | None],
    links: Mapping[int, str] = MappingProxyType({}),
) -> list[Backup]:
    """Those beyond the ``keep`` newest of each sort, never one of ``kept``; ``links`` as in ``in_order``.

    The sorts are ordinary, automatic, and damaged: none pushes another out.
    """
    newest_first = in_order(found, links)
    gone = []
    for wanted in ((True, False), (True, True), (False, None)):
        sort = [one for one in newest_first if _sort(one) == wanted]
        gone += [one for one in sort[keep:] if one.path not in kept]
    return gone


def _sort(one: Backup) -> tuple[bool, bool | None]:
    """Whether it is whole, and if so whether it is automatic."""
    return one.is_whole, one.before is not None if one.is_whole else None
