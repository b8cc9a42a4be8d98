"""Making pages again from the state of the history that they name, and saying what differs."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from kskd import __version__
from kskd.domain.values.dates import read_date
from kskd.domain.values.text import ERASED
from kskd.errors import InputFileError, KskdError, TemplateError, refusal
from kskd.interchange.page_files import PAGES, PageFile, lines_in, read_page
from kskd.pages.compare import Difference, What, differences
from kskd.pages.formats import AnyWriter, writer
from kskd.pages.kinds import environment
from kskd.pages.templates import folders_of
from kskd.pages.tree import Page, texts
from kskd.registry.history.rewound import rewound, seal_of
from kskd.workflows.register.filters import OPTIONS
from kskd.workflows.reports.origins import Again, day_made
from kskd.workflows.verifying.makers import MAKERS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from datetime import date

    from kskd.pages.stamp import Origin, Stamp
    from kskd.registry.session import Session
    from kskd.workflows.access import Access


class Likeness(StrEnum):
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


AGREES = frozenset({Likeness.SAME, Likeness.LOOKS, Likeness.OPEN})
"""Verdicts by which the page says what the registry said."""
_WORST = {
    What.FIGURES: Likeness.FIGURES,
    What.WORDS: Likeness.WORDS,
    What.ERASED: Likeness.OPEN,
    What.FILLED: Likeness.OPEN,
}


class Checked(NamedTuple):
    """A file that was compared: which act it names, the verdict, what differs, and more to know of it."""

    file: str
    act: int | None
    verdict: Likeness
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
    here = (one for one in path.rglob("*") if one.suffix[1:].casefold() in PAGES and one.is_file())
    names = sorted(map(str, here))
    found, broken, others = list[PageFile](), list[Checked](), list[str]()
    for name in names:
        try:
            page = read_page(name)
        except InputFileError as error:
            broken.append(Checked(name, None, Likeness.BROKEN, note=str(error)))
            continue
        if page.stamp is None:
            others.append(name)
        else:
            found.append(page)
    if not found and not broken:
        raise refusal("pages-none", folder=target)
    made = [*_checked(access, found, templates), *broken]
    return tuple(sorted(made, key=lambda one: one.file)), tuple(others)


def _checked(access: Access, files: Sequence[PageFile], templates: Path | None) -> Iterator[Checked]:
    """Each file beside the page made again; files of one act share the state that is gone back to."""
    by_act: dict[int | None, list[PageFile]] = defaultdict(list)
    for file in files:
        if file.stamp is not None:
            by_act[file.stamp.origin.act].append(file)
    with access.reading() as session:
        for act, some in by_act.items():
            seal = seal_of(session, act) if act is not None else ""
            ours = [one for one in some if one.stamp and seal.startswith(one.stamp.origin.seal or "-")]
            yield from (_foreign(one) for one in some if one not in ours)
            if ours and act is not None:
                with rewound(session, act) as past:
                    yield from _compared(_Again(access, past, templates), ours)


def _foreign(file: PageFile) -> Checked:
    act = file.stamp.origin.act if file.stamp else None
    note = "catatan dan segel yang disebutnya tidak ada dalam riwayat registri ini"
    return Checked(file.name, act, Likeness.FOREIGN, note=note)


class _Again:
    """Makes pages of one state of the registry, those of a kind together."""

    def __init__(self, access: Access, past: Session, templates: Path | None) -> None:
        self._access, self._past, self._templates = access, past, templates
        self.folders = folders_of(templates)
        self._kinds = environment(self.folders)
        self._made: dict[tuple[str, date, Origin], Mapping[str, list[Page]]] = {}
        self._writers: dict[str, AnyWriter] = {}

    def page(self, stamp: Stamp) -> Page | None:
        """The page of a stamp, in whatever folder of a set it lies; None where none of its name is made."""
        key = (stamp.kind, stamp.as_of, stamp.origin)
        known = {one.key for one in OPTIONS}
        if stamp.kind not in MAKERS or not {name for name, _ in stamp.origin.asked} <= known:
            return None
        if key not in self._made:
            read_date(stamp.as_of.isoformat())  # a stamp may say any day, also one that nobody can look at
            access = self._access.back_to(self._past, day_made(stamp))
            found = defaultdict[str, list[Page]](list)
            for page in MAKERS[stamp.kind].make(Again(access, stamp, self._kinds, self._templates)):
                found[_own_name(page.name)].append(page)
            self._made[key] = found
        those = self._made[key].get(_own_name(stamp.name), ())
        fit = next((one for one in those if one.digest == stamp.digest), those[-1] if those else None)
        return replace(fit, name=stamp.name) if fit else None

    def file(self, page: Page, suffix: str) -> bytes:
        """The page in a format."""
        if suffix not in self._writers:
            self._writers[suffix] = writer(suffix, self.folders)
        return self._writers[suffix].write(page)


def _own_name(name: str) -> str:
    """The name of a page without its folder, which a set has of its own."""
    return name.rpartition("/")[2]


def _compared(again: _Again, files: Iterable[PageFile]) -> Iterator[Checked]:
    for file in files:
        stamp = file.stamp
        if stamp is None:
            continue
        try:
            page = again.page(stamp)
        except TemplateError:
            raise
        except KskdError as error:
            yield Checked(file.name, stamp.origin.act, Likeness.GONE, note=str(error))
            continue
        if page is None:
            yield Checked(file.name, stamp.origin.act, Likeness.GONE, note="halaman itu tidak dibuat lagi")
            continue
        yield _beside(file, stamp, page, again)


def _beside(file: PageFile, stamp: Stamp, page: Page, again: _Again) -> Checked:
    """The file beside the page made again: bytes, then what it says."""
    act, content = stamp.origin.act, again.file(page, file.suffix)
    if content == file.content:
        return Checked(file.name, act, Likeness.SAME, note=_noted(stamp))
    said = lines_in(file)
    if said is None:
        return _by_digest(file, stamp, page)
    found = tuple(differences(said, lines_in(file._replace(content=content)) or []))
    verdict = max((_WORST[one.what] for one in found), key=list(Likeness).index, default=Likeness.LOOKS)
    return Checked(file.name, act, verdict, found, _noted(stamp, page))


def _by_digest(file: PageFile, stamp: Stamp, page: Page) -> Checked:
    """A file whose text is not read, by the digest that it names."""
    act, notes = stamp.origin.act, _made_otherwise(stamp, page)
    if stamp.digest == page.digest and (stamp.version != __version__ or notes):
        told = "menurut kode pemeriksanya; isi PDF tidak dibaca"
        return Checked(file.name, act, Likeness.LOOKS, note="; ".join((*notes, told)))
    if stamp.digest == page.digest:
        note = "kode pemeriksanya sama, tetapi berkasnya berubah sejak dibuat; isi PDF tidak dibaca"
    else:
        note = f"kode pemeriksa {stamp.digest}, dibuat ulang {page.digest}; bandingkan dengan cetakan baru"
    if any(ERASED in text for text in texts(page.parts)):
        note += "; sebagian isinya dihapus sejak itu"
    return Checked(file.name, act, Likeness.UNREAD, note=note)


def _made_otherwise(stamp: Stamp, page: Page) -> list[str]:
    """What is known of why the page looks or reads otherwise: the words of the office, and its lambang."""
    now, notes = page.stamped, []
    if now and stamp.origin.templates != now.origin.templates:
        own = "templat kantor, yang sekarang lain atau belum disebut dengan --templates"
        notes.append(f"dibuat dengan {'templat bawaan' if stamp.origin.templates is None else own}")
    if now and stamp.lambang not in {"", now.lambang}:
        notes.append("lambang berubah sejak itu")
    return notes


def _noted(stamp: Stamp, page: Page | None = None) -> str | None:
    """The same, and before it what the page alone says, which cannot be held against the registry."""
    beside = MAKERS[stamp.kind].beside
    notes = [f"{beside} menurut halaman itu sendiri"] if beside else []
    return "; ".join([*notes, *(_made_otherwise(stamp, page) if page else ())]) or None
