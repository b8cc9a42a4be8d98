"""A set of files that is handed over: what is in it is a table of entries, and this makes them files."""

from __future__ import annotations

from dataclasses import replace
from itertools import groupby
from typing import TYPE_CHECKING, Generic, NamedTuple, TypeAlias, TypeVar

from kskd.interchange.csvfile import grid_bytes
from kskd.interchange.own_files import refuse_foreign_set, write_own_set
from kskd.pages.kinds import environment
from kskd.pages.stored import stored
from kskd.pages.templates import folders_of
from kskd.reporting.kinds.paket import paket
from kskd.reporting.reports import REPORTS, MadePage, page, pages
from kskd.reporting.trial import makeable
from kskd.workflows.reports.making import DEFAULT_FORMATS, contents, in_formats
from kskd.workflows.reports.origins import origin

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from kskd.pages.kinds import KindEnvironment
    from kskd.pages.tree import Page
    from kskd.reporting.basis import Basis
    from kskd.reporting.model import Head
    from kskd.workflows.register.filtering import Filters
    from kskd.workflows.reports.origins import Given, State

S = TypeVar("S")
INDEX, _NAME = "paket", "index"
"""The kind of the index of a set, and its file."""


class OnePage(NamedTuple):
    """A page of a set in one format, before it is written."""

    page: Page
    suffix: str


Content: TypeAlias = "bytes | OnePage | Callable[[], bytes]"
"""What becomes a file once it is written: an index is made of the names alone."""
Files: TypeAlias = "Iterator[tuple[str, Content]]"


class SetEntry(NamedTuple, Generic[S]):
    """What a set holds: what it is, in words, and the files that it is made of, by name below the set."""

    what: str
    make: Callable[[S], Files]


class SetFile(NamedTuple):
    """A file of a set: its name, of which the first part is its folder, what it is, what is in it."""

    name: str
    what: str
    content: Content


class SetCover(NamedTuple):
    """What the index of a set says beside its files: its title, whose each folder is, and notes.

    ``state``, ``asked`` and ``given`` are those of its stamp.
    """

    head: Head
    title: str
    labels: Mapping[str, str]
    notes: Sequence[str]
    state: State
    asked: Filters
    given: Given


class SetWanted(NamedTuple):
    """Where a set goes, whether its folders are packed, whether it is only looked at, whose templates."""

    out: Path
    is_packed: bool = False
    dry_run: bool = False
    templates: Path | None = None
    progress: Callable[[int], None] = lambda _: None


def listed(entries: Iterable[SetEntry[S]], source: S) -> list[SetFile]:
    """The files of all entries, in order."""
    return [SetFile(name, one.what, content) for one in entries for name, content in one.make(source)]


def files_of(items: Sequence[SetFile], cover: SetCover, wanted: SetWanted) -> dict[str, bytes]:
    """The set as it is to be written: its files, or the zip of each folder, and beside them the index."""
    files = dict(_written(items, wanted))
    if wanted.is_packed:
        by_folder = groupby(sorted(files), key=lambda name: name.split("/", 1)[0])
        files = {
            f"{folder}.zip": stored((name, files[name]) for name in names) for folder, names in by_folder
        }
    index = index_of(items, cover, environment(folders_of(wanted.templates)), is_packed=wanted.is_packed)
    return files | dict(in_formats([index], DEFAULT_FORMATS, wanted.templates))


def _written(items: Sequence[SetFile], wanted: SetWanted) -> Iterator[tuple[str, bytes]]:
    """Name and bytes of each file, in order."""
    from kskd.pages.formats import writer

    own = [one.content for one in items if isinstance(one.content, OnePage)]
    writers = {suffix: writer(suffix, folders_of(wanted.templates)) for suffix in {one.suffix for one in own}}
    pages = contents([(one.page, writers[one.suffix]) for one in own])
    for at, (name, _, content) in enumerate(items, 1):
        if isinstance(content, OnePage):
            yield name, next(pages)
        else:
            yield name, content if isinstance(content, bytes) else content()
        wanted.progress(at)


def index_of(items: Sequence[SetFile], cover: SetCover, made: KindEnvironment, *, is_packed: bool) -> Page:
    """The page that says what is in a set."""
    named = ((one.name, one.what) for one in items)
    ending = ".zip" if is_packed else ""
    told = paket(cover.head, cover.title, named, cover.labels, cover.notes, ending=ending)
    given = {**cover.given, "zip": () if is_packed else None}
    of = origin(cover.state, cover.head.period, made, INDEX, asked=cover.asked, given=given)
    return page(cover.head, INDEX, MadePage(_NAME, cover.title, told), made, of)


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
    made: KindEnvironment,
    *,
    folder: str = "",
    opds: Collection[str] = (),
) -> Iterator[Page]:
    """The pages of those of these kinds that there are, in the folder; of ``opds``, each in its own."""
    for report in (REPORTS[key] for key in kinds if key in REPORTS):
        owners = {one.name: one.opd for one in report.build(basis)} if opds else {}
        for one in pages(report, basis, made, opds):
            yield replace(one, name=f"{owners.get(one.name) or folder}/{one.name.rsplit('/', 1)[-1]}")


def paged(those: Iterable[Page], suffixes: Sequence[str]) -> Files:
    """Each page in each of these formats."""
    return ((f"{one.name}.{suffix}", OnePage(one, suffix)) for one in those for suffix in suffixes)


def table(name: str, heads: Sequence[str], rows: Sequence[Sequence[str | None]]) -> Files:
    """A table as CSV; without rows no file."""
    if rows:
        yield name, grid_bytes([heads, *rows])


def formats() -> tuple[str, ...]:
    """The formats of what is handed over: to be edited, to be read, and with the extra to be kept."""
    possible = makeable()
    return tuple(one for one in ("docx", "html", "pdf") if one in possible)
