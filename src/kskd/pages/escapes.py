"""How text is written in each format, and what macro libraries call. Imported only to write pages."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from jinja2.exceptions import SecurityError
from markupsafe import Markup, escape

from kskd.domain.values.markdown import markdown as in_markdown
from kskd.domain.values.markdown import plain
from kskd.pages.parts import Bar, Blank, Check, Ids, Link, Small, Strong

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kskd.pages.formats import Spot
    from kskd.pages.parts import Table, Text
    from kskd.pages.tree import Page


def number(value: float) -> Markup:
    """A number for the format itself, such as a width: plain, with a point."""
    try:
        return Markup(f"{value:.3f}".rstrip("0").rstrip("."))
    except (TypeError, ValueError):
        raise SecurityError("num() hanya untuk bilangan") from None


def code(value: str) -> Markup:
    """A code for the format itself, such as a class: letters, figures and hyphens."""
    if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", str(value)):
        raise SecurityError("code() hanya untuk kode")
    return Markup(value)


def stamp(page: Page) -> Markup:
    """What the file of a page holds to make it again; of signs that stand anywhere as they are."""
    if not re.fullmatch(r"[\w./;=%~-]*", page.stamp, re.ASCII):
        raise SecurityError("stamp() hanya untuk halaman")
    return Markup(page.stamp)


def attribute(value: object) -> Markup:
    """Words within an attribute or element of XML."""
    return Markup(html(plain(value)))


COMMANDS = re.compile(r"\b(?:eval|import|include|plugin|std)\b", re.ASCII)
"""What of Typst runs or fetches something else; ``std`` would name the others by a text."""


def quoted(value: object) -> Markup:
    """Words as a string of Typst, in which no command can be found, as a look for these has to."""
    text = plain(value).replace("\\", "\\\\").replace('"', '\\"')
    return Markup('"' + COMMANDS.sub(lambda one: f"\\u{{{ord(one[0][0]):x}}}{one[0][1:]}", text) + '"')


def octets(value: bytes) -> Markup:
    """Bytes as a list of numbers, for a program."""
    return Markup(",".join(map(str, value)) + ",")


def bare(pieces: Text) -> Text:
    """Running text without words that stand out, for where all of it does already."""
    return tuple(one.text if isinstance(one, Strong | Small) else one for one in pieces)


def fitted(table: Table, spot: Spot) -> list[int]:
    """The weight of each column: as declared, but where there is room no less than its longest word takes.

    Figures with what belongs to them, ``89,00 (1 dari 1)``, count as one word where there is room for all.
    """
    units = _UNITS[spot.paper, spot.wide]
    whole = sum(one.weight for one in table.columns)
    least = _least(table, figures=True)
    if sum(least) > units:
        least = _least(table, figures=False)
    wanted = [max(need, units * one.weight / whole) for need, one in zip(least, table.columns, strict=True)]
    spare = [have - need for have, need in zip(wanted, least, strict=True)]
    over = min((sum(wanted) - units) / (sum(spare) or 1), 1)
    return [max(round(10 * (have - over * more)), 1) for have, more in zip(wanted, spare, strict=True)]


def _least(table: Table, *, figures: bool) -> list[float]:
    return [
        _PADDING
        + max(
            _BOLD * _units(column.label),
            *(_units(row.cells[at], whole=figures and column.kind == "num") for row in table.body),
            0,
        )
        for at, column in enumerate(table.columns)
    ]


_UNITS = {("f4", False): 98, ("f4", True): 165, ("a4", False): 99, ("a4", True): 151}
"""Figures in a line of a table, as wide as an ``a`` or an ``n``."""
_PADDING = 1.8
_DRAWN: dict[type, float] = {Bar: 13.5, Blank: 14.4, Check: 2}
_BOLD = 1.06
_BREAKS = r"\s+|(?<=-)|(?<=/)(?=[^\W\d])"
"""Where a line may end; a number of a document also behind a slash before letters, in all formats."""
_FIGURES = 18
"""Letters that a cell of figures is kept on one line for."""
_SIGNS = {
    "ijl'|": 0.4,
    "ftI.,:;!/ ": 0.5,
    "r()-": 0.6,
    "cksvxyzJ": 0.9,
    "FTZ": 1.1,
    "ABEKPSVXY&": 1.2,
    "CDHNRUw": 1.3,
    "GOQ": 1.4,
    "mM": 1.5,
    "W%…": 1.8,
}
_WIDTHS = {sign: width for signs, width in _SIGNS.items() for sign in signs}
"""Of signs that are narrower or wider than a figure in Arial."""


def _units(value: object, *, whole: bool = False) -> float:
    """The widest piece of running text that is not broken over two lines; a short ``whole`` text is one."""
    match value:
        case str():
            words = [value] if whole and len(value) <= _FIGURES else re.split(_BREAKS, value)
            return max(map(_width, words))
        case tuple():
            return max((_units(one, whole=whole) for one in value), default=0)
        case Ids():
            return max(map(_width, value.ids), default=0)
        case Bar() | Check():
            return _DRAWN[type(value)] + _units(value.label, whole=True)
        case Strong() | Small() | Link():
            return _units(value.text)
    return _DRAWN.get(type(value), 0)


def _width(word: str) -> float:
    return sum(_WIDTHS.get(sign, 1) for sign in word)


def widths(columns: Sequence[object], whole: int) -> list[int]:
    """The width of each by its weight, which together are the whole."""
    weights = [one if isinstance(one, int) else getattr(one, "weight", 1) for one in columns]
    edges = [whole * sum(weights[:at]) // sum(weights) for at in range(len(weights) + 1)]
    return [end - start for start, end in pairwise(edges)]


def html(text: str) -> str:
    """Words in HTML or XML; the two signs that these cannot hold as their code."""
    return str(escape(re.sub("[\ufffe\uffff]", lambda found: f"[U+{ord(found[0]):04X}]", text)))


def run(text: str) -> str:
    """A run of words in a document of Word."""
    return f'<w:r><w:t xml:space="preserve">{html(text)}</w:t></w:r>' if text else ""


def literal(text: str) -> str:
    """A string of Typst, ended by a semicolon: no markup and no following sign can reach it."""
    return f"#{quoted(text)};" if text else ""


def markdown(text: str) -> str:
    """As ``markdown``; the spaces at both ends stay, for a part may stand beside them."""
    inner = text.strip(" ")
    start = text.find(inner) if inner else len(text)
    return text[:start] + in_markdown(inner) + text[start + len(inner) :]
