"""Letters and messages, one for each unit: in which form and format, and on which paper."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from kskd import __version__
from kskd.domain.values.period import Period, PeriodKind
from kskd.domain.values.text import quote
from kskd.errors import refusal
from kskd.pages.templates import folders_of
from kskd.registry.tables import officials, settings
from kskd.reporting.build import head_of
from kskd.reporting.kinds.letter import LetterFrame, frame
from kskd.reporting.message import FORMS
from kskd.reporting.reports import MadePage, page
from kskd.reporting.signing import keeper
from kskd.workflows.reports.lambang import read_lambang
from kskd.workflows.reports.making import contents
from kskd.workflows.reports.origins import read_state

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date
    from pathlib import Path

    from kskd.domain.settings import Government
    from kskd.pages.formats import AnyWriter
    from kskd.pages.kinds import KindEnvironment
    from kskd.pages.stamp import Origin
    from kskd.pages.tree import Page
    from kskd.registry.session import Session
    from kskd.reporting.message import DataRequest, Notice
    from kskd.reporting.model import Head, Signature
    from kskd.workflows.access import Access
    from kskd.workflows.reports.origins import State


class Text(NamedTuple):
    """What one unit is told, in one format: its page, and what wrote it."""

    page: Page
    writer: AnyWriter
    content: bytes

    @property
    def opd(self) -> str:
        """The code of the unit."""
        return self.page.name

    @property
    def text(self) -> str:
        """The content of a format that is text."""
        return self.content.decode()


class Paper(NamedTuple):
    """What stands on every letter of a day, and the state that it is read from."""

    government: Government
    head: Head
    signature: Signature
    state: State

    def frame(self, opd_name: str, subject: str) -> LetterFrame:
        """The frame of a letter to the head of an OPD."""
        return frame(self.government, self.head.as_of, opd_name, subject)


class LetterForm(NamedTuple):
    """How letters are written: as ``surat`` or ``pesan``, in which formats, by whose templates."""

    kind: str
    formats: tuple[str, ...] = ("txt",)
    templates: Path | None = None

    def of(self, kind: str) -> str:
        """The kind in this form: "pengingat-pesan"."""
        return kind + FORMS[self.kind]


def read_form(
    text: str | None, formats: Sequence[str], templates: Path | None, *, to_files: bool
) -> LetterForm:
    """The form meant; UsageError lists those there are, and asks for a folder where no text is wanted."""
    from kskd.pages.formats import find_format

    kind = (text or "surat").strip().casefold()
    if kind not in FORMS:
        raise refusal("choice-unknown", what="--form", text=quote(kind), known=", ".join(FORMS))
    wanted = tuple(dict.fromkeys(find_format(one).suffix for one in formats)) or ("txt",)
    if wanted != ("txt",) and not to_files:
        raise refusal("letter-without-folder", formats=", ".join(wanted))
    return LetterForm(kind, wanted, templates)


def read_paper(session: Session, access: Access, as_of: date) -> Paper:
    """The paper of the office on a day."""
    government = settings.read_government(session)
    head = head_of(
        government,
        Period.of(as_of, PeriodKind.SEMESTER),
        as_of,
        version=__version__,
        filtered=None,
        image=read_lambang(access, government),
    )
    persons = tuple(officials.read_officials(session).values())
    return Paper(government, head, keeper(government, persons, as_of), read_state(session))


def said(
    told: Iterable[Notice | DataRequest], kind: str, made: KindEnvironment, of: Origin
) -> Iterator[Page]:
    """The page of each letter; TemplateError names the file and line that fail."""
    for one in told:
        yield page(one.head, kind, MadePage(one.opd, f"{one.frame.subject}, {one.opd_name}", one), made, of)


def texts(letters: Iterable[Page], form: LetterForm) -> tuple[Text, ...]:
    """Each letter in each format."""
    from kskd.pages.formats import writer

    folders = folders_of(form.templates)
    writers = [writer(one, folders) for one in form.formats]
    pieces = [(one, each) for one in letters for each in writers]
    return tuple(
        Text(one, each, content) for (one, each), content in zip(pieces, contents(pieces), strict=True)
    )


def write_texts(access: Access, told: Iterable[Text], ending: str, folder: Path) -> list[Path]:
    """Write each text to a file named by unit and ending, beside and never over another of that name.

    A file that says the same, of an earlier act, is left as it is.
    """
    from kskd.interchange.files import holds, write_if_changed
    from kskd.workflows.reports.keeping import KeptPages

    paths: list[Path] = []
    kept = KeptPages(access, folder)
    for one in told:
        at, content = 1, one.content
        path = folder / f"{one.opd}-{ending}.{one.writer.suffix}"
        while path.exists() or path.is_symlink():
            content = kept.content(path.name, one.page, one.writer)
            if holds(path, content):
                break
            at += 1
            path = folder / f"{one.opd}-{ending}-{at}.{one.writer.suffix}"
        write_if_changed(path, content)
        paths.append(path)
    return paths
