"""Files of a document: linked by path and digest, or embedded, so that the scan cannot go missing."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from kskd.domain.document.agreement import Agreement, FileLink, with_links
from kskd.domain.values.text import quote_path, word
from kskd.domain.values.warning import warning
from kskd.errors import refusal
from kskd.interchange.files import FileState, file_state, holds, safe_name, shown_path, write_new
from kskd.registry.session import Session
from kskd.registry.tables import agreements
from kskd.registry.tables import files as store
from kskd.workflows import lookup
from kskd.workflows.access import Access
from kskd.workflows.changes import confirm, of_document
from kskd.workflows.register import file_links
from kskd.workflows.register.agreements import Kept

EMBED_LIMIT = 50_000_000  # bytes of one file; a scan of a hundred pages has a tenth


class Extracted(NamedTuple):
    """A file of a document on disk again, and whether it had to be written."""

    path: Path
    is_written: bool


def attach(access: Access, text: str, paths: Sequence[str], *, embed: bool) -> Kept:
    """Link files to a document, or keep their bytes too; other bytes under a known path are a correction."""
    if embed:
        taken = [file_links.take_file(one, access.path, EMBED_LIMIT) for one in paths]
    else:
        taken = [(file_links.link_file(one, access.path), b"") for one in paths]
    with access.writing() as session:
        old = _changeable(session, access, text)
        new = replace(old, files=with_links(old.files, (link for link, _ in taken)))
        changes = confirm(of_document(access.fields, old), of_document(access.fields, new), access.reason)
        for link, data in taken:
            if embed:
                store.add_content(session, link, data)
        agreements.update_agreement(session, old, new)
        alike = tuple(file_links.shared(session, new.id, (link for link, _ in taken)))
    embedded = {one.path for one in old.files if one.embedded}
    lost = [one.path for one in new.files if one.path in embedded and not one.embedded]
    notes = (
        warning(
            f"isi baru {path} hanya ditautkan",
            f"simpan di registri dengan kskd attach {new.id} {word(path)} --embed",
        )
        for path in lost
    )
    return Kept(new, (*notes, *alike), changes)


def drop(access: Access, text: str, paths: Sequence[str]) -> Kept:
    """Take links away, as a correction. Bytes that were embedded stay, since the history tells of them."""
    with access.writing() as session:
        old = _changeable(session, access, text)
        dropped = {one.path for one in _chosen(access, old, paths)}
        new = replace(old, files=tuple(one for one in old.files if one.path not in dropped))
        changes = confirm(of_document(access.fields, old), of_document(access.fields, new), access.reason)
        agreements.update_agreement(session, old, new)
    return Kept(new, (), changes)


def list_files(access: Access, text: str) -> tuple[Agreement, list[tuple[FileLink, FileState]]]:
    """The files of a document, each with how it is on disk now."""
    agreement = _read(access, text)
    folder = access.path.resolve().parent
    return agreement, [(one, file_state(folder / one.path, one.digest, one.size)) for one in agreement.files]


def extract(access: Access, text: str, paths: Sequence[str], folder: Path) -> list[Extracted]:
    """Write embedded files out, all of them or those named; a file with other content is never replaced."""
    agreement = _read(access, text)
    links = _chosen(access, agreement, paths) if paths else [one for one in agreement.files if one.embedded]
    if not links:
        raise refusal("file-not-embedded", id=agreement.id)
    for link in links:
        if not link.embedded:
            raise refusal("file-only-linked", file=quote_path(link.path))
    targets = [(link, folder / name) for link, name in _named(links)]
    for link, target in targets:
        is_taken = target.is_symlink() or target.exists()
        if is_taken and (
            target.is_symlink() or file_state(target, link.digest, link.size) is not FileState.OK
        ):
            raise refusal("extracted-file-differs", file=quote_path(str(target)))
    return [Extracted(target, _put(access, link, target)) for link, target in targets]


def _put(access: Access, link: FileLink, target: Path) -> bool:
    # One reading a file: a slow disk keeps no writer waiting, and bytes under a digest never change.
    with access.reading() as session:
        data = store.read_content(session, link)
    if holds(target, data):
        return False
    if not access.dry_run:
        write_new(target, data, mode=0o600)
    return True


def _named(links: Iterable[FileLink]) -> list[tuple[FileLink, str]]:
    """A name of its own for each, also where capitals do not count; equal files share one."""
    named: dict[str, str] = {}
    found = []
    for link in links:
        name = safe_name(link.path)
        if named.setdefault(name.casefold(), link.digest) != link.digest:
            stem, dot, ending = name.rpartition(".")
            name = f"{stem or ending}-{link.digest[:12]}{dot}{ending if stem else ''}"
            named[name.casefold()] = link.digest
        found.append((link, name))
    return found


def _chosen(access: Access, agreement: Agreement, paths: Sequence[str]) -> list[FileLink]:
    """The links meant by paths as recorded, or as they are typed from the present folder."""
    known = {one.path: one for one in agreement.files}
    folder = access.path.resolve().parent
    chosen: dict[str, FileLink] = {}
    for text in paths:
        link = known.get(text) or known.get(_recorded(text, folder))
        if link is None:
            raise refusal("file-not-attached", id=agreement.id, file=quote_path(text))
        chosen[link.path] = link
    return list(chosen.values())


def _recorded(text: str, folder: Path) -> str:
    try:
        return shown_path(Path(text).expanduser().resolve(), folder)
    except (OSError, RuntimeError, ValueError):
        return text


def _read(access: Access, text: str) -> Agreement:
    with access.reading() as session:
        return agreements.read_agreement(session, lookup.agreement_id(session, text))


def _changeable(session: Session, access: Access, text: str) -> Agreement:
    agreement = agreements.read_agreement(session, lookup.to_change(session, access, text))
    if agreement.void_reason is not None:
        raise refusal("agreement-void", id=agreement.id, done="diubah")
    return agreement
