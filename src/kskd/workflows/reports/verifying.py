"""Making pages again from the state of the history that they name, and saying what differs."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

from kskd import __version__
from kskd.domain.values.period import Period
from kskd.errors import InputFileError, KskdError, refusal
from kskd.interchange.page_files import PAGES, PageFile, lines_in, read_page
from kskd.pages.compare import Difference, What, differences, lines
from kskd.pages.formats import FORMATS, Writer
from kskd.pages.kinds import environment
from kskd.pages.stamp import Origin, Stamp
from kskd.pages.templates import folders_of
from kskd.pages.tree import Page, plain_tree
from kskd.registry.history import seals
from kskd.registry.history.rewound import rewound
from kskd.registry.session import Session
from kskd.reporting.basis import Basis
from kskd.reporting.reports import BARE, REPORTS, Report, find_report, pages
from kskd.workflows.access import Access
from kskd.workflows.register.filtering import Filters
from kskd.workflows.reports.making import read_counted


class Verdict(StrEnum):
    """What became of comparing a page with the one made again, the worst last."""

    SAME = "same"
    LOOKS = "looks"  # what it says is the same, its bytes are not
    OPEN = "open"  # but for what was written by hand, or erased since
    WORDS = "words"
    FIGURES = "figures"
    UNREAD = "unread"  # a PDF of other bytes: its text is not read
    GONE = "gone"  # no such page is made
    FOREIGN = "foreign"  # of another history
    BROKEN = "broken"  # the file cannot be read


AGREES = frozenset({Verdict.SAME, Verdict.LOOKS, Verdict.OPEN})
"""Verdicts by which the page says what the registry said."""
_WORST = {
    What.FIGURES: Verdict.FIGURES,
    What.WORDS: Verdict.WORDS,
    What.ERASED: Verdict.OPEN,
    What.FILLED: Verdict.OPEN,
}


class Checked(NamedTuple):
    """A file that was compared: which act it names, the verdict, what differs, and more to know of it."""

    file: str
    act: int | None
    verdict: Verdict
    differences: tuple[Difference, ...] = ()
    note: str | None = None


def verify(
    access: Access, target: str, templates: Path | None = None
) -> tuple[tuple[Checked, ...], tuple[str, ...]]:
    """Every page in a file or folder compared with the one made again; and files that are no such pages.

    The templates are those shipped with this kskd, or the office's own as they are now.
    """
    path = Path(target).expanduser()
    if not path.is_dir():
        page = read_page(target)
        if page.stamp is None:
            raise refusal("page-unstamped", file=target)
        return tuple(_checked(access, [page], templates)), ()
    names = sorted(str(one) for one in path.rglob("*") if one.suffix[1:].casefold() in PAGES)
    found, broken, others = list[PageFile](), list[Checked](), list[str]()
    for name in names:
        try:
            page = read_page(name)
        except InputFileError as error:
            broken.append(Checked(name, None, Verdict.BROKEN, note=str(error)))
            continue
        if page.stamp is None:
            others.append(name)
        else:
            found.append(page)
    if not found and not broken:
        raise refusal("pages-none", folder=target)
    made = [*_checked(access, found, templates), *broken]
    return tuple(sorted(made, key=lambda one: one.file)), tuple(others)


def changed_since(
    access: Access, asked: "Asked", since: str, templates: Path | None = None
) -> Iterator[tuple[str, tuple[Difference, ...]]]:
    """What the pages of a period say otherwise than they did by what was recorded at the end of a day.

    ``since`` is the day, or a period, whose last day counts. Gives each page that differs, by name.
    """
    raise NotImplementedError
