"""Backups: making one by hand, and putting one back in the place of the registry."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from kskd.domain.settings import SETTINGS
from kskd.errors import refusal
from kskd.registry import restoring
from kskd.registry.copies import backup, rotation, shelf
from kskd.registry.file.opening import resolved
from kskd.registry.restoring import Loss, Staged
from kskd.registry.schema.steps import SCHEMA
from kskd.workflows.access import Access

SHOWN_ACTS = 5
MOST_KEPT = SETTINGS["backup-keep"].high or 0


class Made(NamedTuple):
    """A backup: whether it was made just now and is whole, and how many documents and acts are in it."""

    path: Path
    is_new: bool
    agreements: int
    acts: int
    is_whole: bool


def back_up(access: Access, folder: str | None, keep: int | None) -> Made:
    """Make a backup unless the newest one holds just the same; then let too old ones go."""
    if keep is not None and not 1 <= keep <= MOST_KEPT:
        raise refusal("backup-keep-outside", most=MOST_KEPT)
    path = resolved(access.path)
    try:
        with access.reading(older_is_fine=True) as session:
            own = shelf.shelf_of(session, path)
            chosen = shelf.place(folder, Path.cwd()) if folder else own.folder
            place = shelf.Shelf(path, chosen, keep or own.keep)
            present = rotation.newest_alike(place, session, access.now)
        made = present or rotation.make_backup(place, access.now)
    except backup.Unsound as error:
        raise rotation.unsound(path, error) from error
    for sentence in rotation.drop_surplus(place, made):
        access.tell(sentence)
    if not made.is_whole:
        access.tell(rotation.DAMAGED)
    return Made(made.path, present is None, made.account.agreements, made.account.act, made.is_whole)


class Restoring(NamedTuple):
    """A backup that was found whole and is ready; ``loss`` is None without a readable registry."""

    staged: Staged
    registry: Path
    loss: Loss | None

    @property
    def schema(self) -> int:
        """The schema that the registry will have."""
        return SCHEMA

    @property
    def is_there(self) -> bool:
        """Whether there is a registry now, readable or not."""
        return self.registry.exists()


@contextmanager
def preparing(access: Access, text: str) -> Iterator[Restoring]:
    """Check the backup in the file and tell what would be lost; nothing is changed yet."""
    source, registry = resolved(Path(text)), resolved(access.path)
    with restoring.staged(source, registry) as staged:
        yield Restoring(staged, registry, restoring.loss(registry, staged, SHOWN_ACTS, access.tell))


def restore(access: Access, one: Restoring) -> None:
    """Put the backup in the place of the registry; the present state is kept, and told where."""
    if not access.dry_run:
        restoring.put_back(one.registry, one.staged, access.act, one.loss, access.tell)
