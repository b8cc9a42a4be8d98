"""Keeping backups: making one on its shelf, unasked before dangerous acts too, and taking old ones away."""

from __future__ import annotations

import re
import sqlite3
import stat
from contextlib import closing, suppress
from typing import TYPE_CHECKING

from kskd.errors import OutputError, RegistryError, os_reason
from kskd.registry import backup, seals
from kskd.registry.opening import connect, sync_folder
from kskd.registry.shelf import shelf_of, surplus

if TYPE_CHECKING:
    from collections.abc import Callable, Collection
    from datetime import datetime
    from pathlib import Path

    from kskd.registry.backup import Account
    from kskd.registry.shelf import Shelf


def same(shelf: Shelf, con: sqlite3.Connection) -> tuple[Path, Account] | None:
    """The newest ordinary backup and its account, where it holds just what ``con`` reads; both are checked."""
    newest = next((one for one in shelf.backups() if one.before is None), None)
    act, link = seals.head(con) or (0, "")
    if newest is None or newest.act != act or not link.startswith(newest.link):
        return None
    account = backup.sound(con)
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
        _make_folder(folder, 0o770 if backup.mode_of(registry) & 0o060 else 0o700)
        with backup.temporary(
            folder, registry.name, backup.mode_of(registry), registry.stat().st_gid
        ) as made:
            account = backup.copy(registry, made)
            reason = f"-sebelum-{re.sub('[^a-z]+', '-', before)}" if before else ""
            name = f"{registry.stem}-{at:%Y%m%d-%H%M%S}-{account.act}-{account.link[:8]}{reason}.db"
            made.replace(folder / name)
            sync_folder(folder)
    except OSError as error:
        raise backup.unwritable(folder, os_reason(error)) from error
    return folder / name, account


def put_by_before(
    con: sqlite3.Connection,
    registry: Path,
    at: datetime,
    command: str,
    tell: Callable[[str], None],
    *,
    needed: Path | None = None,
) -> Path:
    """Keep the state before a dangerous command, told where; Unsound or OutputError if it cannot be kept.

    ``con`` may be in the middle of its act: what is in the file is what is kept. ``needed`` is an older backup
    that the command works with.
    """
    shelf = shelf_of(con, registry)
    path, account = put_by(shelf, at, command)
    tell(f"Keadaan sebelum {command} disimpan: {path}")
    for sentence in thin(shelf, account.origin, {path, needed}):
        tell(sentence)
    return path


def unsound(registry: Path, error: backup.Unsound) -> RegistryError:
    """Our sentence for a registry of which no backup is made."""
    return RegistryError(
        f"Registri {registry} tidak dicadangkan karena {error}; cadangan yang ada tidak disentuh. Periksa dengan"
        " kskd log --verify, atau pulihkan dengan kskd restore BERKAS."
    )


def thin(shelf: Shelf, origin: str, kept: Collection[Path | None]) -> list[str]:
    """Take away what is too old; gives sentences about files that look like ours and are not whole.

    Only backups of the history that began with ``origin`` count; those in ``kept`` stay, such as the one that was
    just checked.
    """
    sound, sentences = [], []
    for one in shelf.backups():
        if one.path.is_symlink():  # it may lead to the registry, whose locks would go if it were opened here
            continue
        try:
            first, act, link = backup.glimpse(one.path)
        except backup.Unsound as error:
            sentences.append(f"Cadangan {one.path.name} {error}; tidak dihitung dan tidak dihapus.")
            continue
        if first == origin and act == one.act and link.startswith(one.link):
            sound.append(one)
    old = surplus(sound, shelf.keep, kept)
    if old and not _is_whole(sound[0].path):
        sentences.append(
            "Riwayat registri tidak utuh; cadangan lama tidak dihapus. Periksa dengan kskd doctor."
        )
        return sentences
    for one in old:
        try:
            one.path.unlink(missing_ok=True)
        except OSError as error:
            sentences.append(f"Cadangan lama {one.path.name} tidak dapat dihapus: {os_reason(error)}.")
    return sentences


def _is_whole(path: Path) -> bool:
    """Whether the newest backup holds its history and what the history says: only then may older ones go."""
    from kskd.registry import comparing

    try:
        with closing(connect(path, "ro")) as con:
            return seals.verify(con).broken is None and not (comparing.strays(con) or comparing.breaks(con))
    except (sqlite3.Error, ValueError):
        return False


def _make_folder(folder: Path, mode: int) -> None:
    """Only the folder itself is made: a missing parent may be a disk that is not there."""
    if not folder.exists():
        with suppress(FileExistsError):  # another command was quicker
            folder.mkdir(mode=0o700)
            folder.chmod(mode | (folder.stat().st_mode & stat.S_ISGID))  # whatever the umask
            sync_folder(folder.parent)
