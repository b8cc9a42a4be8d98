"""What the *serah terima* page needs beyond a report's facts: of the registry, and of what lies around it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from kskd.domain.choices import OfficialRole
from kskd.domain.values.moving import moved
from kskd.interchange.files import FileState, file_state
from kskd.registry.copies import shelf
from kskd.registry.file.opening import resolved
from kskd.registry.history import journal
from kskd.registry.tables import files, officials, partners
from kskd.reporting.kinds.serah_terima import BackupLine, BesideFacts, DueLine, FileLine, Person
from kskd.workflows.law.due import read_open

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date
    from pathlib import Path

    from kskd.registry.copies.shelf import Backup
    from kskd.registry.session import Session
    from kskd.reporting.facts import Facts
    from kskd.workflows.access import Access
    from kskd.workflows.reports.origins import Again, Given

MONTHS = 6
"""Whose dates a successor is told."""

_STATES = {
    FileState.MISSING: "tidak ada",
    FileState.CHANGED: "isinya berubah",
    FileState.UNREADABLE: "tidak terbaca",
}
_ASKED = (OfficialRole.LIAISON, OfficialRole.CONTACT)


class Around(NamedTuple):
    """What lies around the registry: its newest good backup, and the linked files that are not as they were.

    ``files`` has the state of a file by its place among all links, in order.
    """

    backup: Backup | None
    files: Mapping[int, FileState]

    def given(self) -> Given:
        """The same as a stamp says it."""
        told = [f"{at}-{state}" for at, state in self.files.items()]
        return {"backup": (self.backup.path.name,) if self.backup else None, "files": told or None}


def read_around(session: Session, access: Access) -> Around:
    """How it is now."""
    path, found = resolved(access.path), dict[int, FileState]()
    for at, (_, name, digest, size) in enumerate(files.read_links(session)):
        if (state := file_state(path.parent / name, digest, size)) is not FileState.OK:
            found[at] = state
    return Around(newest_backup(session, access, path), found)


def told_around(session: Session, one: Again) -> Around:
    """How it was when a page was made, as its stamp says it."""
    named = one.given("backup")
    backup = shelf.shelf_of(session, resolved(one.access.path)).named(named[0]) if named else None
    pairs = (text.partition("-") for text in one.given("files") or ())
    return Around(
        backup, {int(at): FileState(state) for at, _, state in pairs if at.isdecimal() and state in _STATES}
    )


def read_beside(session: Session, access: Access, facts: Facts, as_of: date, around: Around) -> BesideFacts:
    """All of it, out of the snapshot of the facts and what lies around the registry."""
    until = moved(as_of, months=MONTHS)
    own, links = shelf.shelf_of(session, resolved(access.path)), files.read_links(session)
    found = ((links[at], state) for at, state in around.files.items() if at < len(links))
    return BesideFacts(
        dates=tuple(_dates(session, facts, as_of, until)),
        until=until,
        files=tuple(FileLine(agreement, name, _STATES[state]) for (agreement, name, *_), state in found),
        linked=len({name for _, name, _, _ in links}),
        backup=None if around.backup is None else _backup(session, around.backup),
        backup_folder=str(own.folder.name),
        people=tuple(_people(session, facts, as_of)),
    )


def newest_backup(session: Session, access: Access, path: Path) -> Backup | None:
    """The newest good backup on the registry's own shelf; ``path`` is the real one of the registry."""
    known = shelf.shelf_of(session, path).backups()
    good = [one for one in known if one.is_whole and not one.is_ahead(access.now)]
    return next(iter(shelf.in_turn(session, good)), None)


def _backup(session: Session, newest: Backup) -> BackupLine:
    latest = journal.latest_act(session)
    is_current = latest is not None and newest.act == latest.act and latest.head.startswith(newest.link)
    return BackupLine(newest.path.name, newest.at, is_current)


def _dates(session: Session, facts: Facts, as_of: date, until: date) -> Iterator[DueLine]:
    found = [one for _, due in read_open(session, facts.government, as_of, None) for one in due]
    for one in sorted(found, key=lambda one: (one.due_on, one.subject, one.kind)):
        if one.first_day <= until:
            basis = facts.government.basis(one.article)
            yield DueLine(one.due_on, one.days_left, one.agreement, one.opd, one.what, basis, one.note)


def _people(session: Session, facts: Facts, as_of: date) -> Iterator[Person]:
    """Who is asked on the day, without a name: a person's data stays in the registry."""
    known = partners.read_partners(session)
    for one in officials.read_officials(session).values():
        if one.role in _ASKED and one.holds(as_of):
            unit = facts.opds[one.opd].name if one.opd else None
            of = known[one.partner].name if one.partner else one.agreement
            yield Person(one.role.label, one.office, unit or of)
