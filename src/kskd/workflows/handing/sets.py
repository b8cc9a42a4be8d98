"""A set of files that is handed over: what is in it is a table of entries, and this makes them files."""

from __future__ import annotations

from dataclasses import replace
from itertools import groupby
from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar

from kskd.interchange.csvfile import grid_bytes
from kskd.interchange.own_files import refuse_foreign_set, write_own_set
from kskd.pages.kinds import environment
from kskd.pages.stored import stored
from kskd.pages.templates import folders_of
from kskd.reporting.kinds.paket import paket
from kskd.reporting.reports import REPORTS, MadePage, page, pages
from kskd.reporting.trial import makeable
from kskd.workflows.reports.making import DEFAULT_FORMATS, in_formats

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from kskd.pages.tree import Page
    from kskd.reporting.basis import Basis
    from kskd.reporting.model import Head

S = TypeVar("S")
_INDEX = "index"


class SetEntry(NamedTuple, Generic[S]):
    """What a set holds: what it is, in words, and the files that it is made of, by name below the set."""

    what: str
    make: Callable[[S], Iterable[tuple[str, bytes]]]


class SetFile(NamedTuple):
    """A file of a set: its name, of which the first part is its folder, what it is, its bytes."""

    name: str
    what: str
    content: bytes


class SetCover(NamedTuple):
    """What the index of a set says beside its files: its title, whose each folder is, and notes."""

    head: Head
    title: str
    labels: Mapping[str, str] = {}
    notes: Sequence[str] = ()


class SetWanted(NamedTuple):
    """Where a set goes, whether its folders are packed, whether it is only looked at, whose templates."""

    out: Path
    is_packed: bool = False
    dry_run: bool = False
    templates: Path | None = None
    progress: Callable[[int], None] = lambda _: None


def collected(entries: Iterable[SetEntry[S]], source: S, wanted: SetWanted) -> list[SetFile]:
    """The files of all entries, in order."""
    items: list[SetFile] = []
    for one in entries:
        for name, content in one.make(source):
            items.append(SetFile(name, one.what, content))
            wanted.progress(len(items))
    return items


def files_of(items: Sequence[SetFile], cover: SetCover, wanted: SetWanted) -> dict[str, bytes]:
    """The set as it is to be written: its files, or the zip of each folder, and beside them the index."""
    files = {one.name: one.content for one in items}
    if wanted.is_packed:
        by_folder = groupby(sorted(files), key=lambda name: name.split("/", 1)[0])
        files = {
            f"{folder}.zip": stored((name, files[name]) for name in names) for folder, names in by_folder
        }
    told = paket(
        cover.head,
        cover.title,
        ((one.name, one.what) for one in items),
        cover.labels,
        cover.notes,
        ending=".zip" if wanted.is_packed else "",
    )
    made = environment(folders_of(wanted.templates))
    index = page(cover.head, "paket", MadePage(_INDEX, cover.title, told), made, None)
    return files | dict(in_formats([index], DEFAULT_FORMATS, wanted.templates))


def put(files: Mapping[str, bytes], wanted: SetWanted, *, mode: int = 0o644) -> tuple[Path, ...]:
    """Write the set, whole or not at all; gives its paths. What is there otherwise is never written over."""
    if wanted.dry_run:
        refuse_foreign_set(wanted.out, files, dry_run=True)
    else:
        write_own_set(wanted.out, files, mode=mode)
    return tuple(wanted.out / name for name in files)


def pages_in(
    basis: Basis,
    kinds: Iterable[str],
    templates: Path | None,
    *,
    folder: str = "",
    opds: Collection[str] = (),
) -> Iterator[Page]:
    """The pages of those of these kinds that there are, in the folder; of ``opds``, each in its own."""
    made = environment(folders_of(templates))
    for report in (REPORTS[key] for key in kinds if key in REPORTS):
        owners = {one.name: one.opd for one in report.build(basis)} if opds else {}
        for one in pages(report, basis, made, opds):
            yield replace(one, name=f"{owners.get(one.name) or folder}/{one.name.rsplit('/', 1)[-1]}")


def table(
    name: str, heads: Sequence[str], rows: Sequence[Sequence[str | None]]
) -> Iterator[tuple[str, bytes]]:
    """A table as CSV; without rows no file."""
    if rows:
        yield name, grid_bytes([heads, *rows])


def formats() -> tuple[str, ...]:
    """The formats of what is handed over: to be edited, to be read, and with the extra to be kept."""
    possible = makeable()
    return tuple(one for one in ("docx", "html", "pdf") if one in possible)
