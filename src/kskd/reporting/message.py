"""Reminders and requests as text: one message per unit, by templates that an office may replace."""

from datetime import date
from functools import partial
from pathlib import Path
from typing import NamedTuple

from kskd.reporting.render import folders_of, text_of

FORMS = ("surat", "pesan")


class MessageItem(NamedTuple):
    """One deadline: of which document (None for an offer without one), what it is, and the days left."""

    agreement: str | None
    title: str | None
    partners: str | None
    what: str
    due_on: date
    days_left: int
    article: str
    note: str | None

    @property
    def days(self) -> str:
        """The days left in words."""
        if self.days_left == 0:
            return "hari ini"
        return f"{self.days_left} hari lagi" if self.days_left > 0 else f"lewat {-self.days_left} hari"


class OpenItem(NamedTuple):
    """An obstacle or an action without a day that is still open."""

    agreement: str
    what: str


class Message(NamedTuple):
    """What one unit is told: what is new, what has passed and was told before, what is still open."""

    government: str
    office: str
    signer_office: str
    signer_name: str | None
    opd: str
    opd_name: str
    as_of: date
    new: tuple[MessageItem, ...]
    passed: tuple[MessageItem, ...]
    open: tuple[OpenItem, ...]


class DataRequestItem(NamedTuple):
    """What is asked of one document, in questions."""

    agreement: str
    title: str
    number: str | None
    partners: str
    questions: tuple[str, ...]


class DataRequest(NamedTuple):
    """What one unit is asked, to make the registry complete: of itself, and of its documents."""

    government: str
    office: str
    signer_office: str
    signer_name: str | None
    opd: str
    opd_name: str
    as_of: date
    questions: tuple[str, ...]
    items: tuple[DataRequestItem, ...]


def write_request(request: DataRequest, form: str, user_dir: Path | None) -> str:
    """The request as ``write`` does with a message."""
    return _written(request, f"permintaan-{form}", user_dir)


def write(message: Message, form: str, user_dir: Path | None) -> str:
    """The message as ``surat`` or ``pesan``; TemplateError names the file and line that fail."""
    return _written(message, form, user_dir)


def _written(message: Message | DataRequest, stem: str, user_dir: Path | None) -> str:
    from kskd.reporting.environment import environment, guarded  # noqa: PLC0415 - Jinja only when rendering

    name = f"text/{stem}.txt.j2"
    made = environment("text", folders_of(user_dir))
    return guarded(name, partial(text_of, made, name, message))
