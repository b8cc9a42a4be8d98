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
from kskd.workflows.reports.making import in_formats

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date
    from pathlib import Path

    from kskd.domain.settings import Government
    from kskd.pages.tree import Page
    from kskd.registry.session import Session
    from kskd.reporting.message import DataRequest, Notice
    from kskd.reporting.model import Head, Signature
    from kskd.workflows.access import Access


class Text(NamedTuple):
    """What one unit is told, in one format; ``suffix`` of its file."""

    opd: str
    name: str
    suffix: str
    content: bytes

    @property
    def text(self) -> str:
        """The content of a format that is text."""
        return self.content.decode()


class Paper(NamedTuple):
    """What stands on every letter of a day."""

    government: Government
    head: Head
    signature: Signature

    def frame(self, opd_name: str, subject: str) -> LetterFrame:
        """The frame of a letter to the head of an OPD."""
        return frame(self.government, self.head.as_of, opd_name, subject)


class LetterForm(NamedTuple):
    """How letters are written: as ``surat`` or ``pesan``, in which formats, by whose templates."""

    kind: str
    formats: tuple[str, ...] = ("txt",)
    templates: Path | None = None


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
    return Paper(government, head, keeper(government, persons, as_of))


def letters(kind: str, told: Iterable[Notice | DataRequest], form: LetterForm) -> tuple[Text, ...]:
    """Each letter in each format; TemplateError names the file and line that fail."""
    from kskd.pages.kinds import environment

    made, name = environment(folders_of(form.templates)), kind + FORMS[form.kind]
    names = dict[str, str]()

    def said() -> Iterator[Page]:
        for one in told:
            names[one.opd] = one.opd_name
            title = f"{one.frame.subject}, {one.opd_name}"
            yield page(one.head, name, MadePage(one.opd, title, one), made, None)

    written = in_formats(said(), form.formats, form.templates)
    parted = ((*at.rpartition(".")[::2], content) for at, content in written)
    return tuple(Text(code, names[code], suffix, content) for code, suffix, content in parted)


def write_texts(texts: Iterable[Text], ending: str, folder: Path) -> list[Path]:
    """Write each text to a file named by unit and ending, beside and never over another of that name."""
    from kskd.interchange.files import holds, write_if_changed

    written: list[Path] = []
    for one in texts:
        at = 1
        path = folder / f"{one.opd}-{ending}.{one.suffix}"
        while (path.exists() or path.is_symlink()) and not holds(path, one.content):
            at += 1
            path = folder / f"{one.opd}-{ending}-{at}.{one.suffix}"
        write_if_changed(path, one.content)
        written.append(path)
    return written
