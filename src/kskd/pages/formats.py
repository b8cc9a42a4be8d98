"""A format: a library of macros, one a part, that knows no kinds. Imported only to write pages."""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

from jinja2 import ChoiceLoader, PrefixLoader, StrictUndefined, pass_context
from jinja2.exceptions import SecurityError
from markupsafe import Markup

from kskd.domain.values.markdown import plain
from kskd.domain.values.text import quote
from kskd.errors import refusal
from kskd.pages import escapes
from kskd.pages.docx import packed as docx
from kskd.pages.filters import FILTERS
from kskd.pages.parts import MARKS, Annex, Signatures
from kskd.pages.pdf import compiled as pdf
from kskd.pages.picture import picture
from kskd.pages.sandbox import Loader, PartFault, Sandbox, guarded
from kskd.pages.templates import SHIPPED, templates_dir
from kskd.pages.tree import levels
from kskd.pages.tree_file import TreeWriter

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from pathlib import Path

    from jinja2.runtime import Context

    from kskd.pages.parts import Part, Text
    from kskd.pages.tree import Page

MAX_PAGE = 20_000_000
"""Characters of one page; a library that writes more is broken or hostile."""


class Spot(NamedTuple):
    """Where a part is written: on ``f4`` or ``a4``, on its side or not, and as a head of which level.

    ``signed``: who signs stands next, and never on a page of its own.
    """

    paper: str
    wide: bool = False
    level: int = 0
    signed: bool = False


class PageFormat(NamedTuple):
    """A format by its library, how plain text is written in it, and how its text becomes the file."""

    library: str  # of ``templates/formats``
    suffix: str  # of its files
    escape: Callable[[str], str]
    packed: Callable[[Writer, Page, str], bytes]


class FormatEnvironment(Sandbox):
    """Where macros write a format: what they print is escaped for it, unless it is written already.

    ``autoescape`` makes Jinja mark as written what macros return; all else passes through ``finalize``.
    What is written is printed, joined and passed on, and nothing else.
    """

    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:
        """As the sandbox's; ``+`` and ``%`` for numbers and lists only."""
        if operator in {"+", "%"} and any(isinstance(side, str) for side in (left, right)):
            raise SecurityError("teks digabung dengan ~")
        return super().call_binop(context, operator, left, right)

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        """Nothing of what is written is reached into."""
        return not isinstance(obj, Markup) and super().is_safe_attribute(obj, attr, value)


_LIST_FILTERS = (
    "default",
    "d",
    "dictsort",
    "first",
    "float",
    "int",
    "items",
    "last",
    "length",
    "count",
    "list",
    "map",
    "max",
    "min",
    "reject",
    "rejectattr",
    "reverse",
    "round",
    "select",
    "selectattr",
    "sort",
    "sum",
    "unique",
    "abs",
    "attr",
)


class Writer:
    """Writes pages in one format, by the shipped library and the macros that an office has in its place."""

    def __init__(self, made: PageFormat, folders: Sequence[Path]) -> None:
        """Load the libraries; TemplateError for one that cannot be used."""
        self.format = made
        self.name = f"formats/{made.library}.j2"
        self._spot = Spot("f4")
        self.environment = self._environment([*folders])
        self.is_own = len(folders) > 1 and (folders[0] / self.name).is_file()
        self.names = [*[self.name] * self.is_own, f"{SHIPPED}/{self.name}"]
        self._modules = [guarded(name, partial(self._module, name)) for name in self.names]

    @property
    def suffix(self) -> str:
        """Of its files."""
        return self.format.suffix

    def write(self, page: Page) -> bytes:
        """The page as a file of this format."""
        return guarded(self.name, partial(self.environment.run, partial(self._written, page)))

    def macro(self, name: str, *args: object) -> Markup:
        """What the library says for a part; PartFault for a part that it lacks."""
        for module in self._modules:
            if (macro := getattr(module, name, None)) is not None:
                return Markup(macro(*args))
        raise PartFault(f"format {self.format.library} tidak mempunyai bagian {name}")

    def _module(self, name: str) -> Any:
        return self.environment.get_template(name).module

    def _written(self, page: Page) -> bytes:
        sections: list[tuple[bool, list[Markup]]] = [(page.wide, [])]
        size = 0
        following = (*page.parts[1:], None)
        for one, level, then in zip(page.parts, levels(page.parts), following, strict=True):
            if isinstance(one, Annex) and one.wide != sections[-1][0]:
                sections.append((one.wide, []))
            self._spot = Spot(page.paper, sections[-1][0], level, isinstance(then, Signatures))
            written = self._part(one)
            sections[-1][1].append(written)
            size += len(written)
            if size > MAX_PAGE:
                raise refusal("template-too-long", name=self.name, most=MAX_PAGE)
        body = Markup("").join(
            self.macro("section", wide, Markup("").join(parts), place == len(sections), page)
            for place, (wide, parts) in enumerate(sections, 1)
        )
        return self.format.packed(self, page, str(self.macro("document", page, body)))

    def _part(self, one: Part) -> Markup:
        return self.macro(type(one).__name__.lower(), one)

    def _text(self, pieces: Text | object) -> Markup:
        """Running text as it is written: words escaped, parts by their macros."""
        if not isinstance(pieces, tuple):
            return self._words(pieces)
        return Markup("").join(
            self._words(one) if isinstance(one, str) else self._part(one) for one in pieces
        )

    def _file(self, page: str) -> str:
        """The file of another page of the set in this format."""
        return f"{page}.{self.format.suffix}"

    def _words(self, value: object) -> Markup:
        return Markup(self.format.escape(plain(value)))

    def _environment(self, folders: list[Path]) -> FormatEnvironment:
        shipped = PrefixLoader({SHIPPED: Loader(str(templates_dir()))})

        @pass_context
        def finalize(_: Context, value: object) -> object:
            """Called with the context, so that Jinja does not fold constants by its escape for HTML."""
            return value if isinstance(value, Markup) else self._words(value)

        @pass_context
        def joined(_: Context, values: Iterable[object], between: str = "") -> Markup:
            written = (one if isinstance(one, Markup) else self._words(one) for one in values)
            return Markup(self._words(between) if between else "").join(made.measured(written, len(between)))

        made = FormatEnvironment(
            loader=ChoiceLoader([*(Loader(str(one)) for one in folders), shipped]),
            autoescape=True,
            finalize=finalize,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,
        )
        made.filters = (
            {name: made.filters[name] for name in _LIST_FILTERS}
            | FILTERS
            | {"counted": made.counted, "join": joined, "tilde": joined}
        )
        made.globals.update(
            t=self._text,
            tanda=MARKS,
            tempat=lambda: self._spot,
            lambang=picture,
            bare=escapes.bare,
            octets=escapes.octets,
            num=escapes.number,
            code=escapes.code,
            stamp=escapes.stamp,
            attr=escapes.attribute,
            quoted=escapes.quoted,
            widths=escapes.widths,
            kolom=lambda table: escapes.fitted(table, self._spot),
            file=self._file,
        )
        return made


def _tidied(_: Writer, __: Page, text: str) -> bytes:
    """Text with no more blank lines and spaces than it means."""
    kept = re.sub(r"\n{3,}", "\n\n", re.sub(r" +\|", " |", re.sub(r"[ \t]+\n", "\n", text)))
    return (kept.strip() + "\n").encode()


_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'"
HEAD = f"""<!DOCTYPE html>
<html lang="id">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{_POLICY}">
"""
"""How each page in HTML begins, whatever an office's library writes: it runs nothing and asks for nothing."""


def _headed(_: Writer, __: Page, text: str) -> bytes:
    return f"{HEAD}{text.strip()}\n".encode()


FORMATS = {
    "md": PageFormat("md", "md", escapes.markdown, _tidied),
    "html": PageFormat("html", "html", escapes.html, _headed),
    "docx": PageFormat("docx", "docx", escapes.run, docx),
    "pdf": PageFormat("typ", "pdf", escapes.literal, pdf),
    "txt": PageFormat("txt", "txt", str, _tidied),
}
"""The formats with a library, by the name that ``--format`` has for them."""

AnyWriter: TypeAlias = Writer | TreeWriter
"""What writes a format, with a library or without."""


def writer(text: str, folders: Sequence[Path]) -> AnyWriter:
    """What writes the format called ``text``; UsageError lists those there are."""
    if text.strip().casefold() == TreeWriter.suffix:
        return TreeWriter()
    return Writer(find_format(text), folders)


def find_format(text: str) -> PageFormat:
    """The format called ``text``; UsageError lists those there are."""
    try:
        return FORMATS[text.strip().casefold()]
    except KeyError:
        known = ", ".join((*FORMATS, TreeWriter.suffix))
        raise refusal("choice-unknown", what="--format", text=quote(text), known=known) from None
