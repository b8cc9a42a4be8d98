"""A format: a library of macros, one a part, that knows no kinds. Imported only to write pages."""

from __future__ import annotations

import re
from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

from jinja2 import ChoiceLoader, PrefixLoader, StrictUndefined, nodes, pass_context
from jinja2.exceptions import SecurityError
from jinja2.visitor import NodeTransformer
from markupsafe import Markup, escape

from kskd.domain.values.markdown import markdown, plain
from kskd.domain.values.text import quote
from kskd.errors import refusal
from kskd.pages.docx import packed as docx
from kskd.pages.filters import FILTERS
from kskd.pages.parts import MARKS, Annex
from kskd.pages.pdf import compiled as pdf
from kskd.pages.sandbox import Loader, PartFault, Sandbox, guarded
from kskd.pages.templates import SHIPPED, templates_dir
from kskd.pages.tree_file import TreeWriter

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from pathlib import Path

    from jinja2.runtime import Context

    from kskd.pages.parts import Part, Text
    from kskd.pages.tree import Page

MAX_PAGE = 20_000_000
"""Characters of one page; a library that writes more is broken or hostile."""


class Format(NamedTuple):
    """A format by its library, how plain text is written in it, and how its text becomes the file."""

    library: str  # of ``templates/formats``
    suffix: str  # of its files
    escape: Callable[[str], str]
    packed: Callable[[Writer, Page, str], bytes]


class _Joins(NodeTransformer):
    """``a ~ b`` is done by the format; Jinja's own would escape a text beside a part for HTML."""

    def visit_Concat(self, node: nodes.Concat, *args: Any) -> nodes.Node:  # noqa: N802 - a visitor's name
        """The join of its parts in its place."""
        self.generic_visit(node, *args)
        return nodes.Filter(
            nodes.List(node.nodes, lineno=node.lineno), "join", [], [], None, None, lineno=node.lineno
        )


class FormatEnvironment(Sandbox):
    """Where macros write a format: what they print is escaped for it, unless it is written already.

    ``autoescape`` makes Jinja mark as written what macros return; all else passes through ``finalize``.
    What is written is printed, joined and passed on, and nothing else.
    """

    intercepted_binops = Sandbox.intercepted_binops | {"+", "%"}

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        tree = super()._parse(source, name, filename)
        _Joins().visit(tree)
        return tree

    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:
        """As the sandbox's; ``+`` and ``%`` for numbers and lists only."""
        if operator in {"+", "%"}:
            if any(isinstance(side, str) for side in (left, right)):
                raise SecurityError("teks digabung dengan ~")
            return self.binop_table[operator](left, right)
        return super().call_binop(context, operator, left, right)

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        """Nothing of what is written is reached into."""
        return not isinstance(obj, Markup) and super().is_safe_attribute(obj, attr, value)


_LIST_FILTERS = (
    "batch",
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
    "slice",
    "sort",
    "sum",
    "unique",
    "abs",
    "attr",
)


class Writer:
    """Writes pages in one format, by the shipped library and the macros that an office has in its place."""

    def __init__(self, made: Format, folders: Sequence[Path]) -> None:
        """Load the libraries; TemplateError for one that cannot be used."""
        self.format = made
        self._name = f"formats/{made.library}.j2"
        self._env = self._environment([*folders])
        office = [f"{self._name}"] if len(folders) > 1 and (folders[0] / self._name).is_file() else []
        self._names = [*office, f"{SHIPPED}/{self._name}"]
        self._modules = [guarded(name, partial(self._module, name)) for name in self._names]

    def write(self, page: Page) -> bytes:
        """The page as a file of this format."""
        return guarded(self._name, partial(self._env.run, partial(self._written, page)))

    def macro(self, name: str, *args: object) -> Markup:
        """What the library says for a part; PartFault for a part that it lacks."""
        for module in self._modules:
            if (macro := getattr(module, name, None)) is not None:
                return Markup(macro(*args))
        raise PartFault(f"format {self.format.library} tidak mempunyai bagian {name}")

    def _module(self, name: str) -> Any:
        return self._env.get_template(name).module

    def _written(self, page: Page) -> bytes:
        sections: list[tuple[bool, list[Markup]]] = [(False, [])]
        size = 0
        for one in page.parts:
            if isinstance(one, Annex) and one.wide != sections[-1][0]:
                sections.append((one.wide, []))
            written = self._part(one)
            sections[-1][1].append(written)
            size += len(written)
            if size > MAX_PAGE:
                raise refusal("template-too-long", name=self._name, most=MAX_PAGE)
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
            return Markup(self._words(between) if between else "").join(written)

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
            | {"counted": made.counted, "join": joined}
        )
        made.globals.update(
            t=self._text,
            tanda=MARKS,
            num=_number,
            code=_code,
            stamp=_stamp,
            attr=_attribute,
            quoted=_quoted,
            widths=_widths,
            file=self._file,
        )
        return made


def _number(value: float) -> Markup:
    """A number for the format itself, such as a width: plain, with a point."""
    try:
        return Markup(f"{value:.3f}".rstrip("0").rstrip("."))
    except (TypeError, ValueError):
        raise SecurityError("num() hanya untuk bilangan") from None


def _code(value: str) -> Markup:
    """A code for the format itself, such as a class: letters, figures and hyphens."""
    if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", str(value)):
        raise SecurityError("code() hanya untuk kode")
    return Markup(value)


def _stamp(page: Page) -> Markup:
    """What the file of a page holds to make it again; of signs that stand anywhere as they are."""
    if not re.fullmatch(r"[\w./;=%~-]*", page.stamp, re.ASCII):
        raise SecurityError("stamp() hanya untuk halaman")
    return Markup(page.stamp)


def _attribute(value: object) -> Markup:
    """Words within an attribute or element of XML."""
    return Markup(_html(plain(value)))


def _quoted(value: object) -> Markup:
    """Words as a string of a program, such as Typst's."""
    return Markup('"' + plain(value).replace("\\", "\\\\").replace('"', '\\"') + '"')


def _widths(columns: Sequence[object], whole: int) -> list[int]:
    """The width of each by its weight, which together are the whole."""
    weights = [getattr(one, "weight", 1) for one in columns]
    edges = [whole * sum(weights[:at]) // sum(weights) for at in range(len(weights) + 1)]
    return [end - start for start, end in pairwise(edges)]


def _html(text: str) -> str:
    return str(escape(text))


def _run(text: str) -> str:
    """A run of words in a document of Word."""
    return f'<w:r><w:t xml:space="preserve">{_html(text)}</w:t></w:r>' if text else ""


def _literal(text: str) -> str:
    """A string of Typst, ended by a semicolon: no markup and no following sign can reach it."""
    return f"#{_quoted(text)};" if text else ""


def _markdown(text: str) -> str:
    """As ``markdown``; the spaces at both ends stay, for a part may stand beside them."""
    inner = text.strip(" ")
    start = text.find(inner) if inner else len(text)
    return text[:start] + markdown(inner) + text[start + len(inner) :]


def _tidied(_: Writer, __: Page, text: str) -> bytes:
    """Markdown with no more blank lines than it means."""
    kept = re.sub(r"\n{3,}", "\n\n", re.sub(r"[ \t]+\n", "\n", text))
    return (kept.strip() + "\n").encode()


def _as_is(_: Writer, __: Page, text: str) -> bytes:
    return (text.strip() + "\n").encode()


FORMATS = {
    "md": Format("md", "md", _markdown, _tidied),
    "html": Format("html", "html", _html, _as_is),
    "docx": Format("docx", "docx", _run, docx),
    "pdf": Format("typ", "pdf", _literal, pdf),
    "json": Format("", "json", str, _as_is),
}
"""The formats by the name that ``--format`` has for them; one without a library writes the tree itself."""


AnyWriter: TypeAlias = Writer | TreeWriter
"""What writes a format, with a library or without."""


def writer(text: str, folders: Sequence[Path]) -> AnyWriter:
    """What writes the format called ``text``; UsageError lists those there are."""
    made = find_format(text)
    return Writer(made, folders) if made.library else TreeWriter(made)


def find_format(text: str) -> Format:
    """The format called ``text``; UsageError lists those there are."""
    try:
        return FORMATS[text.strip().casefold()]
    except KeyError:
        raise refusal("choice-unknown", what="--format", text=quote(text), known=", ".join(FORMATS)) from None
