"""What lies around the registry file: its folder, its mode, its disk, what killed commands left, its backups."""

from __future__ import annotations

import re
from contextlib import suppress
from typing import TYPE_CHECKING

from kskd import system
from kskd.domain.ailment import HALF_DONE, Symptom
from kskd.errors import os_reason

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import datetime
    from pathlib import Path

    from kskd.registry.copies.shelf import Backup, Shelf

MODES = {"owner": 0o600, "group": 0o660}  # of the setting ``access``
_LEFT = re.compile(r"\..+\.[0-9a-f]{8}\.(baru|salin)(-journal)?")  # what a file is called until it is whole
_IN_USE_SECONDS = 3600  # a younger temporary file may belong to a command that is at work
_SYNCED = (
    "dropbox",
    "onedrive",
    "google drive",
    "googledrive",
    "icloud",
    "nextcloud",
    "owncloud",
    "syncthing",
)
# After the stem: Dropbox and Nextcloud, Syncthing, Google Drive, iCloud, OneDrive with the computer's name.
_CONFLICT = re.compile(
    r" ?\(.*(conflict|konflik).*\)|[ ._-](sync-)?conflict.*|[ -]?salinan konflik.*|_conf\(.*| ?\(\d+\)| \d+"
    r"|-(desktop|laptop|pc)\b.*"
)
_NETWORKED = {"nfs", "nfs4", "cifs", "smb3", "smbfs", "9p", "fuse.sshfs", "fuse.rclone", "afs", "davfs"}
_ROOM = 50_000_000  # bytes that should be free at the least


def examine(
    path: Path, shelf: Shelf | None, access: str, now: datetime, *, backup_days: int
) -> Iterator[Symptom]:
    """What is wrong around the file at its real ``path``; ``access`` is the setting, ``shelf`` its backups.

    After ``backup_days`` a backup is too old.
    """
    for left in leftovers(path, shelf, now):
        yield Symptom("leftover", left.name, "ditinggalkan perintah yang terhenti")
    for one, _ in open_to_others(path, shelf, access):
        yield Symptom("permission", one.name, "terbuka bagi yang tidak berhak")
    if access == "group" and shelf is not None and closed_to_group(path, shelf):
        yield Symptom("closed", shelf.folder.name, "tertutup bagi kelompok")
    yield from place(path)
    yield from _space(path)
    if shelf is not None:
        yield from ahead(shelf.backups(), now)
        yield from _backups(shelf, now, backup_days)


def leftovers(path: Path, shelf: Shelf | None, now: datetime) -> list[Path]:
    """Temporary files that commands left long enough ago beside the registry and in the folder of its backups."""
    found = []
    for folder in dict.fromkeys((path.parent, *((shelf.folder,) if shelf else ()))):
        with suppress(OSError):  # a folder that this user may not list
            for one in sorted(folder.iterdir()):
                if _LEFT.fullmatch(one.name) and now.timestamp() - one.stat().st_mtime > _IN_USE_SECONDS:
                    found.append(one)
    return found


def remove(paths: list[Path]) -> list[str]:
    """Take files away; gives what was done, in words."""
    done = []
    for one in paths:
        try:
            one.unlink(missing_ok=True)
            done.append(f"{one.name} dihapus")
        except OSError as error:
            done.append(f"{one.name} tidak dapat dihapus: {os_reason(error)}")
    return done


def open_to_others(path: Path, shelf: Shelf | None, access: str) -> list[tuple[Path, int]]:
    """Registry and backups that more people can use than ``access`` says, and the mode they should have."""
    wanted = MODES[access]
    files = [path, *(one.path for one in (shelf.backups() if shelf else ()))]
    found = []
    for one in files:
        with suppress(OSError):
            if system.mode_of(one) & ~wanted:
                found.append((one, wanted))
    return found


def closed_to_group(path: Path, shelf: Shelf) -> bool:
    """Whether the group cannot use the folder of backups, where it is the registry's own."""
    with suppress(OSError):
        return path.parent in shelf.folder.parents and system.mode_of(shelf.folder) & 0o070 != 0o070
    return False


def share(path: Path, shelf: Shelf, access: str) -> None:
    """Open the folder of backups to the group, or close it, where it is the registry's own; OSError if refused."""
    if path.parent in shelf.folder.parents and shelf.folder.is_dir():
        mode = system.mode_of(shelf.folder)
        system.set_mode(shelf.folder, mode | 0o070 if access == "group" else mode & ~0o070)


def restrict(paths: list[tuple[Path, int]]) -> list[str]:
    """Give files their mode; gives what was done, in words."""
    done = []
    for one, mode in paths:
        try:
            system.set_mode(one, mode)
            done.append(f"{one.name}: izin {mode:o}")
        except OSError as error:
            done.append(f"{one.name} tidak dapat dibatasi: {os_reason(error)}")
    return done


def place(path: Path) -> Iterator[Symptom]:
    """Whether the registry lies where changes get lost: in a synced folder, beside a copy in conflict with it, or
    on a network; and folders beside it with results that were not finished.
    """
    for part in path.parts[:-1]:
        if any(part.casefold().startswith(name) for name in _SYNCED):
            yield Symptom("place", part, "folder sinkronisasi")
            break
    with suppress(OSError):  # a folder that this user may not list
        for one in sorted(path.parent.iterdir()):
            if is_conflict(one.name, path):
                yield Symptom("conflict", one.name, "di sebelah registri")
            with suppress(OSError):
                if (one / HALF_DONE).is_file():
                    yield Symptom("results-half-done", one.name, HALF_DONE)
    kind = system.kind_of_disk(path)
    if kind in _NETWORKED:
        yield Symptom("place", str(path.parent), f"folder jaringan ({kind})")


def is_conflict(name: str, registry: Path) -> bool:
    """Whether a sync client gives this name to the copy of a registry that was changed at two places."""
    stem, ending = registry.stem.casefold(), registry.suffix.casefold()
    folded = name.casefold()
    if not (folded.startswith(stem) and folded.endswith(ending)) or folded == registry.name.casefold():
        return False
    return _CONFLICT.fullmatch(folded[len(stem) : len(folded) - len(ending)]) is not None


def _space(path: Path) -> Iterator[Symptom]:
    free, size = system.free_bytes(path.parent), path.stat().st_size
    # A backup needs the size once more, a commit its journal.
    if free < max(_ROOM, 3 * size):
        yield Symptom("space", str(path.parent), f"tersisa {free // 1_000_000} MB")


def ahead(backups: Iterable[Backup], now: datetime) -> Iterator[Symptom]:
    """Backups with a time that has not come yet."""
    for one in backups:
        if one.is_ahead(now):
            yield Symptom("backup-ahead", one.path.name, f"bertanggal {one.at[:10]}, sesudah hari ini")


def _backups(shelf: Shelf, now: datetime, most: int) -> Iterator[Symptom]:
    from datetime import date

    whole = [one for one in shelf.backups() if one.is_whole]
    newest = next((one for one in whole if not one.is_ahead(now)), None)
    if newest is None:
        seen = "waktunya tidak dapat dipercaya" if whole else "belum pernah dibuat"
        yield Symptom("backup", str(shelf.folder.name), seen)
        return
    days = (now.date() - date.fromisoformat(newest.at[:10])).days
    if days > most:
        yield Symptom("backup", newest.path.name, f"berumur {days} hari")
