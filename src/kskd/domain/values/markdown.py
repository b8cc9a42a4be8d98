"""What every printed value passes through: escaped for Markdown, or cleaned of hidden characters for HTML.

HTML's own escaping is Jinja's autoescape; here is what it does not do.
"""

import re

from kskd.domain.values.text import fold, safe

UNKNOWN = "–"
"""Printed for ``None``, which means unknown and never zero."""

_ALWAYS = re.compile(r"[\\`*_\[\]{}|~]")
_ENTITY = re.compile(r"&(?=#?[A-Za-z0-9]+;)")
_ADDRESS = re.compile(
    r"""(?<=[a-z]):(?=//)         # a scheme and its authority
      | (?<=www)\.
      | (?<=[\w.+-])@(?=\w)
      | (?<=mailto):|(?<=xmpp):
    """,
    re.IGNORECASE | re.VERBOSE,
)
_LINE_START = re.compile(
    r"""[-+](?=[\s-]|$)           # list, rule, underline of a heading
      | \#(?=\#*(?:\s|$))         # heading
      | =(?==*\s*$)               # underline of a heading
      | (?<=\d)[.)](?=\s|$)       # numbered list
    """,
    re.VERBOSE,
)
_CLOSING = re.compile(r"(?<=\s)#(?=#*$)")  # ends a heading that the text may stand in
_NUMBERED = re.compile(r"\d{1,9}")


def plain(value: object) -> str:
    """The value on one line, with nothing hidden in it: white space folded, control characters shown."""
    if value is None:
        return UNKNOWN
    text = value if isinstance(value, str) else str(value)
    return text if text.isprintable() else safe(fold(text))


def markdown(value: object) -> str:
    r"""The value as text that Markdown shows as it was typed, anywhere: in a cell, heading, list or link.

    Escaped are characters that Markdown reads in the middle of a text, ``&`` where an entity could begin,
    ``<`` and ``>``, what makes a bare address a link (``://``, ``www.``, ``a@b``), and marks of lists and
    headings at the start. Dots, hyphens and brackets in running text stay as they are.
    """
    text = _ALWAYS.sub(r"\\\g<0>", plain(value).strip(" "))
    text = _ENTITY.sub("&amp;", text).replace("<", "&lt;").replace(">", "&gt;")
    text = _CLOSING.sub(r"\\\g<0>", _ADDRESS.sub(r"\\\g<0>", text))
    number = _NUMBERED.match(text)
    start = number.end() if number else 0
    found = _LINE_START.match(text, start)
    return f"{text[:start]}\\{text[start:]}" if found else text
