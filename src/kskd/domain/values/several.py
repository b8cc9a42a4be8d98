"""Several values in one cell: a line each, else numbered, else parted by semicolons.

One that would be taken apart stands in quotation marks, its own doubled, as in CSV. No other does, so that
a name that an office itself has put into quotation marks keeps them.
"""

import re

from kskd.domain.values.text import listed

_MARKED = r'"|(?:[0-9]{1,2}[.)]|[-•*–])\s'
_ALONE = re.compile(rf"[^;]*;|{_MARKED}")
_BESIDE = re.compile(_MARKED)
_QUOTED = re.compile(r'\s*"((?:[^"]|"")*)"\s*(?:;|$)')
_PLAIN = re.compile(r"([^;]*)(?:;|$)")

_IS_MARKED = (
    "({0} GLOB '\"*' OR {0} GLOB '[0-9][.)] *' OR {0} GLOB '[0-9][0-9][.)] *' OR {0} GLOB '[-•*–] *')"
)
_IN_QUOTES = "'\"' || replace({0}, '\"', '\"\"') || '\"'"
IN_CELL = (
    f"iif(count(*) = 1 AND instr(max({{0}}), ';'), {_IN_QUOTES.format('max({0})')},"
    f" group_concat(iif({_IS_MARKED}, {_IN_QUOTES}, {{0}}), char(10)))"
)
"""SQL of ``in_cell``, of the rows whose value is ``{0}``."""


def in_cell(values: list[str]) -> str:
    """Values, each on one line, as one cell that ``several`` reads as them."""
    needs = _ALONE if len(values) == 1 else _BESIDE
    quoted = ('"' + one.replace('"', '""') + '"' if needs.match(one) else one for one in values)
    return "\n".join(quoted)


def several(text: str) -> list[str]:
    """The values in a cell, one or several."""
    if '"' in text and (parts := _of_quoted(text)) is not None:
        return parts
    found = listed(text)
    if len(found) < 2:
        found = [one.strip() for one in text.split(";")]
    return [one for one in found if one]


def _of_quoted(text: str) -> list[str] | None:
    """The values of a cell in which one stands in quotation marks that it needs; None where none does."""
    lines = [line for line in text.splitlines() if line.strip()]
    if len(lines) == 1:
        return _in_line(lines[0])
    read = [_in_line(line) if line.lstrip().startswith('"') else None for line in lines]
    if not any(read):
        return None
    plain = [
        listed(f"{line}\n-")[0] if parts is None else "" for line, parts in zip(lines, read, strict=True)
    ]
    return [one for parts, line in zip(read, plain, strict=True) for one in parts or [line]]


def _in_line(line: str) -> list[str] | None:
    parts: list[str] = []
    at, is_needed = 0, False
    while at < len(line):
        quoted = _QUOTED.match(line, at)
        inner = quoted[1].replace('""', '"') if quoted else ""
        if quoted and _ALONE.match(inner):
            parts.append(inner)
            at, is_needed = quoted.end(), True
        elif plain := _PLAIN.match(line, at):
            parts.append(plain[1].strip())
            at = plain.end()
    return [one for one in parts if one] if is_needed else None
