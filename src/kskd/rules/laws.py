"""Which law was in force on which day: what a rule or a clock stands on, chosen by the day that it judges."""

from collections.abc import Iterable, Mapping
from datetime import date
from functools import cache

from kskd.domain.document.chain import LEGACY_BEFORE, Doc, Scheme

PP28 = LEGACY_BEFORE  # the day on which PP 28/2018 came into force
P22 = date(2020, 4, 14)  # Permendagri 22/2020
P25 = date(2020, 5, 22)  # Permendagri 25/2020
ADJUSTED = date(2020, 10, 14)  # six months: its Pasal 62 for files that were in process
STAMPS = date(2021, 1, 1)  # UU 10/2020
ALWAYS = date.min

# Laws that are older than PP 28/2018 need a day only where a rule looks at documents of before it.
_SINCE = {
    "UU 24/2009": date(2009, 7, 9),
    "PP 28/2018": PP28,
    "Permendagri 22/2020": P22,
    "Permendagri 25/2020": P25,
    "UU 10/2020": STAMPS,
}

AGREED = "hasil evaluasi"  # what an evaluation recommended or agreed on stands on itself, not on an article
BY_PAPER = "menurut naskah"  # and so does what a document says of itself

Law = str | tuple[str, ...]
"""Articles joined by semicolons, or a setting's key; where a law took another's place several, newest first."""
Kinds = tuple[Scheme | Doc, ...]
"""Schemes, kinds of document, or both; where none of a sort is named, all of it."""
ByKind = Mapping[Kinds, Law]


def is_among(one: Scheme | Doc | None, kinds: Kinds) -> bool:
    """Whether it is one of these; a table that names none of its sort is for all of them."""
    return one is None or one in kinds or not any(isinstance(kind, type(one)) for kind in kinds)


@cache
def in_force_since(articles: str) -> date:
    """The first day on which all of these articles were in force; always for older laws and for a setting."""
    laws = (one.partition(" Pasal ")[0] for one in articles.split("; "))
    return max(_SINCE.get(law, ALWAYS) for law in laws)


def of_day(eras: Iterable[str], day: date) -> str | None:
    """Of articles, newest first, those in force on the day; None before all of them."""
    return next((one for one in eras if in_force_since(one) <= day), None)


DAWNS = tuple(sorted(_SINCE.values()))
"""The days on which a law began, so that what is judged may turn."""
