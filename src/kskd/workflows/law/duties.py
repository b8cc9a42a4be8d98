"""Who owes what to whom by when, as articles, settings and agreements say it: entries of one data file."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from kskd.domain.document.chain import DOC_NAMES
from kskd.domain.document.clauses import CONTENTS

if TYPE_CHECKING:
    from collections.abc import Iterable

SORTS = {"wajib": "Wajib", "dapat": "Dapat", "batas": "Batas", "akibat": "Akibat"}
_TIMES = {"by": "paling lambat", "every": "setiap", "lasting": "paling lama"}


class Duty(NamedTuple):
    """One entry: articles joined by semicolons, subject, verb, object, to whom and when where that is said.

    ``sort`` is a key of SORTS; ``every`` is how often, ``lasting`` how long at most. ``page`` is the question
    of ``explain naskah`` that it answers, for the kinds of document in ``of``.
    """

    article: str
    who: str
    does: str
    what: str | None = None
    to: str | None = None
    by: str | None = None
    every: str | None = None
    lasting: str | None = None
    sort: str = "wajib"
    page: str | None = None
    of: tuple[str, ...] = ()

    @property
    def time(self) -> str | None:
        """When, how often or how long at most, in words."""
        told = [f"{words} {text}" for key, words in _TIMES.items() if (text := getattr(self, key))]
        return ", ".join(told) or None

    def line(self, beside: str = "") -> str:
        """It on one line, with its articles; ``beside`` is the one that it stands under."""
        told = [" ".join(filter(None, (self.who, self.does, self.what)))]
        told += [f"Kepada: {self.to}"] if self.to else []
        told += [
            f"{words.capitalize()}: {text}" for key, words in _TIMES.items() if (text := getattr(self, key))
        ]
        articles = self.article.split("; ")
        here = [one for one in articles if beside and _is_part(one, beside)]
        named = [one.removeprefix(beside).strip() for one in here or articles]
        return " · ".join(told) + (f" ({in_short(named)})" if any(named) else "")


@cache
def duties() -> tuple[Duty, ...]:
    """All entries, and what documents contain by the table of clauses."""
    import tomllib
    from importlib.resources import files

    told = tomllib.loads((files("kskd") / "explanations" / "kewajiban.toml").read_text("utf-8"))
    contents = (
        Duty(one.article, DOC_NAMES[one.doc], "memuat", f"sekurang-kurangnya {one.in_words()}")
        for one in CONTENTS
    )
    return (*(Duty(**{**one, "of": tuple(one.get("of", ()))}) for one in told["duty"]), *contents)


def duties_under(articles: str) -> tuple[Duty, ...]:
    """Those that stand on one of the articles, joined by semicolons, or on a part or the whole of one."""
    wanted = articles.split("; ")
    return tuple(
        duty
        for duty in duties()
        if any(
            _is_part(mine, one) or _is_part(one, mine) for mine in duty.article.split("; ") for one in wanted
        )
    )


def in_short(articles: Iterable[str], before: str = "") -> str:
    """Articles one after the other, the instrument named only where it is not that of the one before."""
    told = []
    for article in articles:
        instrument = article.partition(" Pasal ")[0]
        told.append(article.removeprefix(f"{instrument} ") if instrument == before else article)
        before = instrument
    return " dan ".join(filter(None, (", ".join(told[:-1]), *told[-1:])))


def _is_part(article: str, whole: str) -> bool:
    """Whether an article is another, or a part of it, such as one of its ayat."""
    return article == whole or article.startswith(f"{whole} ")
