"""Where backups of a registry lie: their names, the one before a dangerous act, and which ones go."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from kskd.errors import OutputError, RegistryError, os_reason
from kskd.registry import backup, seals, settings
from kskd.registry.opening import sync_folder

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Collection
    from datetime import datetime

    from kskd.registry.backup import Account

_NAME = r"-(\d{8}-\d{6})-(\d+)-([0-9a-f]{8})(?:-sebelum-([a-z-]+))?\.db"


class Backup(NamedTuple):
    """A backup by its name: when it was made, the latest act in it, and the command that it was made before."""

    path: Path
    stamp: str
    act: int
    link: str
    before: str | None

    @property
    def at(self) -> str:
        """When it was made: local time, ISO."""
        day, time = self.stamp.split("-")
        return f"{day[:4]}-{day[4:6]}-{day[6:]}T{time[:2]}:{time[2:4]}:{time[4:]}"


class Shelf(NamedTuple):
    """A folder for backups of one registry, and how many of each sort are kept there."""

    registry: Path
    folder: Path
    keep: int

    def backups(self) -> list[Backup]:
        """Files with a name of ours, the newest first; nothing is opened."""
        pattern = re.compile(re.escape(self.registry.stem) + _NAME)
        try:
            names = [(name, pattern.fullmatch(name)) for name in os.listdir(self.folder)]  # noqa: PTH208 - names only
        except OSError:
            return []
        found = [
            Backup(self.folder / name, match[1], int(match[2]), match[3], match[4])
            for name, match in names
            if match
        ]
        return sorted(found, key=lambda one: (one.stamp, one.act, one.path.name), reverse=True)


def shelf_of(con: sqlite3.Connection, registry: Path) -> Shelf:
    """The registry's own folder for backups, as its office has set it; ``registry`` is its real path."""
    government = settings.read_government(con)
    folder = registry.parent / Path(government.text("backup-dir")).expanduser()
    return Shelf(registry, folder, int(government.text("backup-keep")))


def same(shelf: Shelf, con: sqlite3.Connection) -> tuple[Path, Account] | None:
    """The newest ordinary backup and its account, where it holds just what ``con`` reads, checked anew."""
    newest = next((one for one in shelf.backups() if one.before is None), None)
    act, link = seals.head(con) or (0, "")
    if newest is None or newest.act != act or not link.startswith(newest.link):
        return None
    account = backup.account(con)
    try:
        return (newest.path, account) if backup.verified(newest.path) == account else None
    except (backup.Unsound, OutputError):
        return None


def put_by(shelf: Shelf, at: datetime, before: str | None = None) -> tuple[Path, Account]:
    """Make a backup and give its path and account; ``before`` is the command that it is made before.

    The file has its name only once it was checked and is on disk. Nothing is taken away here.
    """
    folder, registry = shelf.folder, shelf.registry
    try:
        _make_folder(folder)
        with backup.temporary(folder, registry.name, backup.mode_of(registry)) as made:
            account = backup.copy(registry, made)
            reason = f"-sebelum-{re.sub('[^a-z]+', '-', before)}" if before else ""
            name = f"{registry.stem}-{at:%Y%m%d-%H%M%S}-{account.act}-{account.link[:8]}{reason}.db"
            made.replace(folder / name)
            sync_folder(folder)
    except OSError as error:
        raise backup.unwritable(folder, os_reason(error)) from error
    return folder / name, account


def put_by_before(
    con: sqlite3.Connection, registry: Path, at: datetime, command: str, tell: Callable[[str], None]
) -> Path:
    """Keep the state before a dangerous command, told where; Unsound or OutputError if it cannot be kept.

    ``con`` may be in the middle of its act: what is in the file is what is kept.
    """
    shelf = shelf_of(con, registry)
    path, account = put_by(shelf, at, command)
    tell(f"Keadaan sebelum {command} disimpan: {path}")
    for sentence in thin(shelf, path, account.origin):
        tell(sentence)
    return path


def unsound(registry: Path, error: backup.Unsound) -> RegistryError:
    """Our sentence for a registry of which no backup is made."""
    return RegistryError(
        f"Registri {registry} tidak dicadangkan karena {error}; cadangan yang ada tidak disentuh. Periksa dengan"
        " kskd log --verify, atau pulihkan dengan kskd restore BERKAS."
    )


def thin(shelf: Shelf, newest: Path, origin: str) -> list[str]:
    """Take away what is too old; gives sentences about files that look like ours and are not whole.

    ``newest`` was just checked and stays. Only backups of the history that began with ``origin`` count.
    """
    sound, sentences = [], []
    for one in shelf.backups():
        try:
            first, act, link = backup.glimpse(one.path)
        except backup.Unsound as error:
            sentences.append(f"Cadangan {one.path.name} {error}; tidak dihitung dan tidak dihapus.")
            continue
        if first == origin and act == one.act and link.startswith(one.link):
            sound.append(one)
    for one in surplus(sound, shelf.keep, {newest}):
        try:
            one.path.unlink(missing_ok=True)
        except OSError as error:
            sentences.append(f"Cadangan lama {one.path.name} tidak dapat dihapus: {os_reason(error)}.")
    return sentences


def surplus(found: Collection[Backup], keep: int, kept: Collection[Path]) -> list[Backup]:
    """Those beyond the ``keep`` newest ordinary and the ``keep`` newest automatic ones, never one of ``kept``."""
    newest_first = sorted(found, key=lambda one: (one.stamp, one.act, one.path.name), reverse=True)
    gone = []
    for is_automatic in (False, True):
        sort = [one for one in newest_first if (one.before is not None) is is_automatic]
        gone += [one for one in sort[keep:] if one.path not in kept]
    return gone


def _make_folder(folder: Path) -> None:
    """Only the folder itself is made: a missing parent may be a disk that is not there."""
    if not folder.is_dir():
        folder.mkdir(mode=0o700)
        sync_folder(folder.parent)
