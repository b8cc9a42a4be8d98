"""Examining the registry and what lies around it, and mending what can be mended without losing anything."""

from collections.abc import Iterator
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import NamedTuple

from kskd.domain.ailment import Symptom
from kskd.domain.finding import Severity
from kskd.domain.settings import Government
from kskd.errors import RegistryError, os_reason
from kskd.interchange.files import FileState, file_state, shown_path
from kskd.registry import database, health
from kskd.registry.copies import backup
from kskd.registry.copies.shelf import Shelf, shelf_of
from kskd.registry.file import location
from kskd.registry.file.opening import checked
from kskd.registry.history import journal
from kskd.registry.session import Session
from kskd.registry.tables import files
from kskd.registry.tables.events import write_event
from kskd.registry.tables.settings import read_government
from kskd.workflows.access import Access
from kskd.workflows.silences import read_scheduled, report_silence

_INSIDE = frozenset(
    {"schema", "intruder", "row", "serial", "outside"}
)  # what is mended by an act of the registry itself
_MOST_UNLINKED = 20
_STATES = {
    FileState.MISSING: "tidak ada",
    FileState.CHANGED: "isinya berubah",
    FileState.UNREADABLE: "tidak terbaca",
}


class FilesAround(NamedTuple):
    """What the registry says of its files: its office, its backups, and files that documents link to."""

    government: Government
    shelf: Shelf | None
    links: tuple[tuple[str, str, str, int], ...]


def examine(access: Access) -> list[Symptom]:
    """All symptoms, the worst first. Raises RegistryError where there is no registry to examine."""
    path = checked(access.path)
    inside = health.examine(path, access.now, access.tell)
    around = _around(access, path)
    symptoms = [
        *inside,
        *location.examine(
            path,
            around.shelf,
            around.government.text("access"),
            access.now,
            backup_days=int(around.government.text("backup-silence-days")),
        ),
        *_scheduled(path, around.government, access.today),
        *_files(path, around),
    ]
    order = list(Severity)
    return sorted(symptoms, key=lambda one: order.index(one.ailment.severity))


def is_damaged(access: Access) -> bool:
    """Whether something inside the registry is broken, so that a command may fail in any way over it."""
    symptoms = health.examine(access.path, access.now, lambda _: None)
    return any(one.ailment.severity is Severity.ERROR for one in symptoms)


def fix(access: Access, symptoms: list[Symptom]) -> Iterator[str]:
    """Mend what the symptoms show and can be mended; gives each thing as it is done, in words.

    Before anything inside the registry is changed, its state is kept as a backup, or as it is.
    """
    path = checked(access.path)
    wanted = {one.code for one in symptoms if one.can_fix}
    if "outside" in wanted and access.reason is None:
        wanted.remove("outside")
        yield "perubahan dari luar belum diterima; sebut alasannya dengan --reason"
    if access.dry_run:
        yield from (f"akan diperbaiki: {one.where} ({one.code})" for one in symptoms if one.code in wanted)
        return
    around = _around(access, path)
    if "leftover" in wanted:
        yield from location.remove(location.leftovers(path, around.shelf, access.now))
    if "permission" in wanted:
        yield from location.restrict(
            location.open_to_others(path, around.shelf, around.government.text("access"))
        )
    if "closed" in wanted and around.shelf is not None:
        yield from _share(path, around.shelf)
    schema: list[str] = []
    if wanted & {"schema", "intruder"}:
        # Outside of any act: the triggers must stand before one is opened.
        with database.repairing(path, tell=access.tell) as session:
            _keep(access, path, session)
            schema = health.mend_schema(session)
        yield from schema
    if wanted & _INSIDE:
        mended: list[str] = []
        with access.writing() as session:
            mended = health.mend(session)
            outside = journal.last_outside(session) if "outside" in wanted else None
            if outside is not None:
                mended.append(f"{journal.count_outside(session)} perubahan dari luar kskd diterima")
            if mended and not schema:
                _keep(access, path, session)
            if mended or schema:
                detail = f"{len(schema) + len(mended)} perbaikan: {'; '.join((*schema, *mended))}"
                write_event(session, "repair", detail, outside=outside)
        yield from mended


def _share(path: Path, shelf: Shelf) -> Iterator[str]:
    try:
        location.share(path, shelf, "group")
        yield f"{shelf.folder.name}: dibuka bagi kelompok"
    except OSError as error:
        yield f"{shelf.folder.name} tidak dapat dibuka: {os_reason(error)}"


def _keep(access: Access, path: Path, session: Session) -> None:
    """Keep the state that is in the file: as a backup if it can be one, else as a plain copy beside it."""
    try:
        database.keep_before(session, path, access.now, "doctor", access.tell)
    except RegistryError:
        aside = path.with_name(f"{path.name}.rusak-{access.now:%Y%m%d-%H%M%S}")
        backup.plain_copy(path, aside)
        access.tell(f"Keadaan sebelum doctor disimpan apa adanya: {aside}")


def _around(access: Access, path: Path) -> FilesAround:
    """As much as can be read: a damaged registry still has a folder and a mode."""
    try:
        with access.reading() as session:
            return FilesAround(
                read_government(session),
                shelf_of(session, path),
                tuple(files.read_links(session)),
            )
    except (RegistryError, ValueError, KeyError, TypeError):
        return FilesAround(Government({}), None, ())


def _scheduled(path: Path, government: Government, today: date) -> Iterator[Symptom]:
    """Jobs of the calendar of which the latest run failed, or that have made no report for too long."""
    for one in read_scheduled(government, path).values():
        if one.status:
            yield Symptom("run-failed", one.job, f"{one.at[:10]}, status {one.status}")
        elif days := report_silence(government, one, today):
            yield Symptom("run-silent", one.job, f"terakhir {days} hari yang lalu")


def _files(path: Path, around: FilesAround) -> Iterator[Symptom]:
    """Linked files that are gone or changed, and files beside them that nothing links to."""
    known = set()
    for agreement, name, digest, size in around.links:
        place = path.parent / name
        known.add(place)
        state = file_state(place, digest, size)
        if state is not FileState.OK:
            code = "file-changed" if state is FileState.CHANGED else "file-missing"
            yield Symptom(code, f"{agreement} {name}", _STATES[state])
    # Elsewhere (a folder of downloads, /etc) files are none of the office's scans.
    inside = {
        place.parent for place in known if ".." not in place.parts and path.parent in place.parent.parents
    }
    for folder in sorted(inside):
        with suppress(OSError):  # a folder that this user may not list
            loose = [one for one in sorted(folder.iterdir()) if one.is_file() and one not in known]
            for one in loose[:_MOST_UNLINKED]:
                yield Symptom("file-unlinked", shown_path(one, path.parent), "belum ditautkan")
            if len(loose) > _MOST_UNLINKED:
                yield Symptom("file-unlinked", folder.name, f"dan {len(loose) - _MOST_UNLINKED} berkas lagi")
