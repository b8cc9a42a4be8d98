"""*Isi paket*: which files are in a set that is handed over, and what each is."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from kskd.reporting.model import Head


@dataclass(frozen=True, slots=True)
class FolderPart:
    """What is in a folder, in words, and its files: names with the endings that there are."""

    what: str
    names: tuple[str, ...]
    count: int


@dataclass(frozen=True, slots=True)
class Folder:
    """A folder of the set, or the zip of its name, and whose it is."""

    name: str
    label: str
    parts: tuple[FolderPart, ...]


@dataclass(frozen=True, slots=True)
class Paket:
    """What the page is given; ``notes`` say as of when it is, and what is not there and why."""

    head: Head
    title: str
    folders: tuple[Folder, ...]
    notes: tuple[str, ...]


def paket(
    head: Head,
    title: str,
    files: Iterable[tuple[str, str]],
    labels: Mapping[str, str],
    notes: Iterable[str] = (),
    *,
    ending: str = "",
) -> Paket:
    """The page of files by name below the set and what they are, in order.

    ``ending`` is that of a folder's name.
    """
    folders: dict[str, dict[str, list[str]]] = {}
    for name, what in files:
        folder, _, below = name.partition("/")
        folders.setdefault(folder, {}).setdefault(what, []).append(below)
    return Paket(
        head,
        title,
        tuple(
            Folder(
                f"{folder}{ending}",
                labels.get(folder, folder),
                tuple(FolderPart(what, tuple(_named(names)), len(names)) for what, names in parts.items()),
            )
            for folder, parts in sorted(folders.items())
        ),
        tuple(notes),
    )


def _named(names: Iterable[str]) -> Iterator[str]:
    """Files of one folder and the same endings stand together: ``laporan: DINKES, DINSOS (docx, html)``."""
    endings: dict[str, list[str]] = {}
    for name in names:
        stem, _, ending = name.rpartition(".")
        endings.setdefault(stem, []).append(ending)
    alike = groupby(endings, key=lambda stem: (stem.rpartition("/")[0], tuple(endings[stem])))
    for (folder, kinds), stems in alike:
        place = f"{folder}: " if folder else ""
        yield f"{place}{', '.join(stem.rpartition('/')[2] for stem in stems)} ({', '.join(kinds)})"
