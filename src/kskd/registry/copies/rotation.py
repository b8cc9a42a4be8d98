"""Keeping backups: making one on its shelf, unasked before dangerous acts too, and taking old ones away."""

import re
import sqlite3
from collections.abc import Callable
from contextlib import closing, suppress
from datetime import datetime, timedelta
from pathlib import Path
from typing import NamedTuple

from kskd import system
from kskd.domain.values.warning import warning
from kskd.errors import KskdError, OutputError, os_reason, refusal
from kskd.registry.copies import backup
from kskd.registry.copies.backup import Account
from kskd.registry.copies.shelf import Shelf, in_turn, shelf_of, surplus
from kskd.registry.file.opening import connect
from kskd.registry.history import seals
from kskd.registry.schema.steps import SCHEMA
from kskd.registry.session import Session


class Shelved(NamedTuple):
    """A backup on its shelf, what is in it, and whether its history and its rows are whole."""

    path: Path
    account: Account
    is_whole: bool


def newest_alike(shelf: Shelf, session: Session, now: datetime) -> Shelved | None:
    """The newest ordinary backup, where it holds just what ``session`` reads; both are checked.

    One with a time that has not come yet does not count, since nothing could be told from its age.
    """
    found = [one for one in shelf.backups() if one.before is None and not one.is_ahead(now)]
    newest = {one.is_whole: one for one in reversed(in_turn(session, found))}
    act, link = seals.head(session.con) or (0, "")
    if not any(one.act == act and link.startswith(one.link) for one in newest.values()):
        return None
    account = backup.sound(session.con)
    alike = newest.get(_is_whole(session.con, account))
    if alike is None or not _holds(alike.path, account):
        return None
    return Shelved(alike.path, account, alike.is_whole)


def make_backup(shelf: Shelf, at: datetime, before: str | None = None) -> Shelved:
    """Make a backup; ``before`` is the command that it is made before.

    The file has its name only once it was checked and is on disk, and says there if the registry is damaged.
    Nothing is taken away here.
    """
    folder, registry = shelf.folder, shelf.registry
    try:
        _make_folder(folder, 0o770 if backup.mode_of(registry) & 0o060 else 0o700)
        with backup.temporary(
            folder, registry.name, backup.mode_of(registry), registry.stat().st_gid
        ) as made:
            account = backup.copy(registry, made)
            with closing(connect(made, "ro")) as con:
                is_whole = _is_whole(con, account)
            reason = f"-sebelum-{re.sub('[^a-z]+', '-', before)}" if before else ""
            ending = f"{account.act}-{account.link[:8]}{reason}{'' if is_whole else '-rusak'}.db"
            path = _name(made, shelf, at, ending, account)
            system.sync_file(folder)
    except OSError as error:
        raise backup.unwritable(folder, os_reason(error)) from error
    return Shelved(path, account, is_whole)


def _name(made: Path, shelf: Shelf, at: datetime, ending: str, account: Account) -> Path:
    """Give what was made a name that no backup has, of a later second where need be; one just like it stays."""
    while True:
        path = shelf.folder / f"{shelf.registry.stem}-{at:%Y%m%d-%H%M%S}-{ending}"
        if path.exists():
            if _holds(path, account):
                return path
            at += timedelta(seconds=1)
            continue
        try:
            system.give_name(made, path, reserve=False)
        except FileExistsError:  # another command was quicker
            continue
        return path


def _holds(path: Path, account: Account) -> bool:
    try:
        return backup.verified(path) == account
    except (backup.Unsound, OutputError):
        return False


def make_backup_before(
    session: Session,
    registry: Path,
    at: datetime,
    command: str,
    tell: Callable[[str], None],
    *,
    needed: Path | None = None,
) -> Path:
    """Keep the state before a dangerous command, told where; Unsound or OutputError if it cannot be kept.

    ``session`` may be in the middle of its act: what is in the file is what is kept. ``needed`` is an older backup
    that the command works with.
    """
    shelf = shelf_of(session, registry)
    kept = make_backup(shelf, at, command)
    tell(f"Keadaan sebelum {command} disimpan: {kept.path}")
    if not kept.is_whole:
        tell(DAMAGED)
    for sentence in drop_surplus(shelf, kept, needed=needed):
        tell(sentence)
    return kept.path


DAMAGED = warning(
    "registri ini rusak, sehingga cadangan itu memuat data terakhir, tetapi tidak dihitung sebagai cadangan yang baik",
    "periksa dengan kskd doctor",
)


def unsound(registry: Path, error: backup.Unsound) -> KskdError:
    """Our sentence for a registry of which no backup is made."""
    return refusal("backup-refused-of-unsound", path=registry, why=error)


def drop_surplus(shelf: Shelf, made: Shelved, *, needed: Path | None = None) -> list[str]:
    """Take away what is too old; gives sentences about files that look like ours and are not whole.

    Only backups of the same history as ``made`` count; it stays, and so does ``needed``. While the registry is
    damaged, no good one goes.
    """
    sound, sentences = [], []
    for one in shelf.backups():
        if one.path.is_symlink():  # it may lead to the registry, whose locks would go if it were opened here
            continue
        try:
            first, act, link = backup.glimpse(one.path)
        except backup.Unsound as error:
            sentences.append(
                warning(
                    f"cadangan {one.path.name} {error}, jadi tidak dihitung dan tidak dihapus",
                    "periksa dengan kskd doctor",
                )
            )
            continue
        if first == made.account.origin and act == one.act and link.startswith(one.link):
            sound.append(one)
    links: dict[int, str] = {}
    with suppress(sqlite3.Error), closing(connect(made.path, "ro")) as con:  # else by their names
        links = seals.links(con, [one.act for one in sound])
    for one in surplus(sound, shelf.keep, {made.path, needed}, links):
        if one.is_whole and not made.is_whole:
            continue
        try:
            one.path.unlink(missing_ok=True)
        except OSError as error:
            sentences.append(
                warning(
                    f"cadangan lama {one.path.name} tidak dapat dihapus: {os_reason(error)}", "hapus sendiri"
                )
            )
    return sentences


def _is_whole(con: sqlite3.Connection, account: Account) -> bool:
    """Whether the history is as it was sealed and the rows are as it says; of an older schema nobody can tell."""
    from kskd.registry.history import live_rows

    if account.schema != SCHEMA:
        return True
    try:
        return seals.verify(Session(con)).broken is None and not (
            live_rows.strays(con) or live_rows.breaks(con)
        )
    except (sqlite3.Error, ValueError, TypeError):
        return False


def _make_folder(folder: Path, mode: int) -> None:
    """Only the folder itself is made: a missing parent may be a disk that is not there."""
    if not folder.exists():
        with suppress(FileExistsError):  # another command was quicker
            system.make_folder(folder, mode)
            system.sync_file(folder.parent)
