"""Perangkat daerah (OPD): the units of the Pemda that begin and carry out cooperation."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from kskd.domain.told import Told
from kskd.domain.values.text import quote
from kskd.errors import refusal

_CODE = re.compile(r"[A-Z][A-Z0-9-]{1,19}", re.ASCII)


@dataclass(frozen=True, slots=True)
class Opd(Told):
    """One unit: its code, today's name, other and former names, and the days between which it exists."""

    code: str
    name: str
    aliases: tuple[str, ...] = ()
    valid_from: date | None = None
    valid_to: date | None = None
    successor: str | None = None


def read_code(text: str) -> str:
    """An OPD code in capitals, 2 to 20 letters, digits or hyphens, a letter first; else InvalidText."""
    code = text.strip().upper()
    if _CODE.fullmatch(code) is None:
        raise refusal("opd-code-unusable", text=quote(text))
    return code


def present(code: str, opds: Mapping[str, Opd], as_of: date) -> str:
    """The code that carries on the work of ``code`` on ``as_of``: itself, or its last successor by then.

    A chain that returns to itself ends where it began; the registry refuses to make one.
    """
    seen = {code}
    while True:
        opd = opds[code]
        if opd.successor is None or opd.valid_to is None or as_of <= opd.valid_to or opd.successor in seen:
            return code
        code = opd.successor
        seen.add(code)
