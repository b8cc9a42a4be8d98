"""The number that an office prints on its letters: a text with marks that the day of a letter fills in.

The marks are those of ``numbering`` that a day can tell, and ``{n}`` for the running number. That one comes
from the agenda when the letter is sent, so it stays dots for a hand, as does whatever is typed as dots.
"""

import re
from datetime import date

from kskd.domain.values.dates import ROMAN
from kskd.domain.values.text import quote
from kskd.errors import refusal

_MARK = re.compile(r"\{(n|month|year)\}")
_KNOWN = "{year} tahun, {month} bulan Romawi, {n} titik-titik untuk nomor urut"


def require_letter_number(text: str) -> str:
    """``text`` as it is; InvalidFact where it has braces around anything but a mark, with those there are."""
    if re.search(r"[{}]", _MARK.sub("", text)):
        raise refusal("letter-number-unreadable", text=quote(text), known=_KNOWN)
    return text


def letter_number(text: str, day: date) -> str:
    """The number of a letter of a day: "100.3.7/{n}/{month}/{year}" gives "100.3.7/……/I/2025"."""
    said = {"n": "……", "month": ROMAN[day.month - 1], "year": str(day.year)}
    return _MARK.sub(lambda mark: said[mark[1]], text)
