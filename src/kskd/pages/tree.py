"""A page before it is written: its parts, and by what they can be checked."""

from __future__ import annotations

from dataclasses import dataclass, fields, is_dataclass, replace
from typing import TYPE_CHECKING

from kskd.pages.parts import Annex, Blank, Heading, Letterhead, Signer, Title
from kskd.pages.picture import picture
from kskd.pages.stamp import Stamp

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from kskd.pages.parts import Block
    from kskd.pages.picture import Picture
    from kskd.pages.stamp import Origin


@dataclass(frozen=True, slots=True)
class Page:
    """What a kind has said, and what every page carries."""

    kind: str  # key of the kind: "ringkasan"
    name: str  # of its file, without ending: "2024-S2/ringkasan"
    title: str  # of the document, as programs show it
    government: str
    as_of: date  # the day looked at
    paper: str  # "f4" or "a4"
    version: str  # of kskd; not part of the digest
    origin: Origin | None  # what it was made from; None for a page that is not made from a registry
    parts: tuple[Block, ...]

    @property
    def history(self) -> str | None:
        """The head of the history that it was made from, as it is printed; None where none is known."""
        return self.origin.history if self.origin else None

    @property
    def known_on(self) -> date | None:
        """The day by whose end all that it says was recorded; None for all that was when it was made."""
        return self.origin.known_on if self.origin else None

    @property
    def stamped(self) -> Stamp | None:
        """What its file holds to make it again; None where it has no origin."""
        if self.origin is None:
            return None
        shown = self.picture.digest if self.picture else None
        return Stamp(self.kind, self.name, self.as_of, self.digest, self.version, self.origin, shown)

    @property
    def stamp(self) -> str:
        """The same as text; empty where it has no origin."""
        return self.stamped.text() if self.stamped else ""

    @property
    def short(self) -> str:
        """The same as a plain text tells it behind its head of the history."""
        return self.stamped.short() if self.stamped else ""

    @property
    def picture(self) -> Picture | None:
        """The *lambang* of the head of its paper, if there is one."""
        heads = (one.image for one in self.parts if isinstance(one, Letterhead) and one.image)
        return next(map(picture, heads), None)

    @property
    def digest(self) -> str:
        """The *kode pemeriksa*: 16 hexadecimal figures in groups of four, over all that the parts say.

        One for all formats; neither kskd's version nor the looks of a page change it, its *lambang* included.
        """
        import json  # noqa: PLC0415 - start-up
        from hashlib import sha256  # noqa: PLC0415 - start-up

        said = tuple(replace(one, image=None) if isinstance(one, Letterhead) else one for one in self.parts)
        told = [self.kind, self.title, self.as_of.isoformat(), plain_tree(said)]
        text = json.dumps(told, sort_keys=True, ensure_ascii=True, separators=(",", ":"))
        digest = sha256(text.encode()).hexdigest()[:16]
        return " ".join(digest[start : start + 4] for start in range(0, 16, 4))


def levels(parts: Iterable[Block]) -> Iterator[int]:
    """Of each part the level of its head, else of the one above: none is left out, as PDF/UA asks."""
    level = 0
    for one in parts:
        wanted = {Title: 1, Annex: 2, Heading: getattr(one, "level", 2)}.get(type(one))
        level = level if wanted is None else min(wanted, level + 1)
        yield level


def plain_tree(value: object) -> object:
    """Parts as lists and objects of plain JSON; each object names its ``part``."""
    if is_dataclass(value):
        told = {one.name: plain_tree(getattr(value, one.name)) for one in fields(value)}
        return {"part": type(value).__name__.lower(), **told}
    return [plain_tree(one) for one in value] if isinstance(value, tuple) else value


_NAMED = ("nama", "NIP")


def blanks(value: object) -> Iterator[str]:
    """What stays blank within parts, in order, to be written by hand: "nomor surat", "NIP Kepala Bagian"."""
    if isinstance(value, Blank):
        yield value.what
    elif isinstance(value, Signer):
        if what := " dan ".join(
            what for what, known in zip(_NAMED, (value.name, value.number), strict=True) if not known
        ):
            yield f"{what} {value.office}"
    elif isinstance(value, tuple):
        for one in value:
            yield from blanks(one)
    elif is_dataclass(value):
        for field in fields(value):
            yield from blanks(getattr(value, field.name))


def texts(value: object) -> Iterator[str]:
    """Every text within parts, in order: what each format has to show."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for one in value:
            yield from texts(one)
    elif is_dataclass(value):
        for one in fields(value):
            yield from texts(getattr(value, one.name))
