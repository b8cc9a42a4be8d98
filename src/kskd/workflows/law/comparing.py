"""The kinds of document side by side, question by question, from the tables that rules stand on."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from kskd.domain.document.chain import ABROAD, CHILDREN, DOC_NAMES, KSDD, KSDPK, SINERGI, Doc
from kskd.domain.document.clauses import contents_of
from kskd.rules.chapters.chain import STAGES
from kskd.workflows.law.duties import duties, in_short

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kskd.workflows.law.duties import Duty

QUESTIONS = {
    "tanda-tangan": "Siapa yang menandatangani",
    "sebelum": "Apa yang mendahului",
    "lama": "Berapa lama berlaku",
    "isi": "Apa isinya sekurang-kurangnya",
    "laporan": "Siapa melapor kepada siapa, dan kapan",
}
_GROUPS = {"ksdd": KSDD, "ksdpk": KSDPK, "sinergi": SINERGI, "luar-negeri": ABROAD}
_NAMES = {"ksdd": "KSDD", "ksdpk": "KSDPK", "sinergi": "Sinergi", "luar-negeri": "luar negeri"}
_SHORT = {Doc.LOI: "LoI", Doc.MOU: "MoU", Doc.KONTRAK: "Kontrak"}
_ORDER = (Doc.KB, Doc.PKS, Doc.KONTRAK, Doc.NK, Doc.RK, Doc.LOI, Doc.MOU, Doc.RKT)
_COMMON = 3  # what is said of more kinds than this stands after what is said of single ones
_NOTHING = "peraturan tidak mengaturnya"

Row = tuple[Doc, str]  # a kind of document, of a group of schemes


class Fact(NamedTuple):
    """One answer, and the articles that it stands on."""

    text: str
    articles: tuple[str, ...] = ()


def compared() -> Iterator[tuple[str, tuple[tuple[str, str], ...]]]:
    """Each question with what the law says: the kinds of which it is said, and facts with their articles."""
    told = {name for duty in duties() for name in duty.of}
    rows = [(doc, group) for doc in _ORDER for group in _GROUPS if f"{doc} {group}" in told]
    for page, question in QUESTIONS.items():
        said: dict[Fact, tuple[Row, ...]] = {}
        for row in rows:
            for fact in tuple(_answers(page, *row, rows)) or (Fact(_NOTHING),):
                said[fact] = (*said.get(fact, ()), row)
        together: dict[tuple[Row, ...], list[Fact]] = {}
        for fact, of in said.items():
            together.setdefault(of, []).append(fact)
        ordered = sorted(together, key=lambda of: (len(of) > _COMMON, rows.index(of[0])))
        yield question, tuple((_name(of, rows), _joined(together[of])) for of in ordered)


def _answers(page: str, doc: Doc, group: str, rows: Sequence[Row]) -> Iterator[Fact]:
    if page == "isi":
        for at, content in enumerate(contents_of(doc, _GROUPS[group][0])):
            yield Fact(f"{'juga ' if at else ''}{content.in_words()}", (content.article,))
    if page == "sebelum":
        law = STAGES[_GROUPS[group]]
        for parent, children in CHILDREN.items():
            if doc in children and (parent, group) in rows:
                yield Fact(DOC_NAMES[parent], (law if isinstance(law, str) else law[0],))
    for duty in duties():
        if duty.page == page and f"{doc} {group}" in duty.of:
            yield Fact(_projected(duty, page), tuple(duty.article.split("; ")))


def _projected(duty: Duty, page: str) -> str:
    """What of an entry answers the question."""
    match page:
        case "tanda-tangan":
            return duty.who
        case "sebelum":
            by = {"memberi": "dari", "menyusun": "oleh", "melakukan": "oleh"}.get(duty.does)
            return f"{duty.what} {by} {duty.who}" if by else f"{duty.what}"
        case "lama":
            return f"{duty.who} {duty.time or duty.does}"
        case _:
            when = f", {duty.time}" if duty.time else ""
            return f"{duty.who} kepada {duty.to}: {duty.what}{when}"


def _joined(facts: Sequence[Fact]) -> str:
    """Facts in one sentence, each instrument named where it changes."""
    told, last = [], ""
    for fact in facts:
        named = f" ({in_short(fact.articles, last)})" if fact.articles else ""
        told.append(f"{fact.text}{named}")
        last = fact.articles[-1].partition(" Pasal ")[0] if fact.articles else last
    return "; ".join(told)


def _name(of: Sequence[Row], rows: Sequence[Row]) -> str:
    """The kinds as they are called for short, with the cooperation where not all of a kind is meant."""
    told = []
    for doc, group in of:
        whole = all(row in of for row in rows if row[0] is doc)
        short = _SHORT.get(doc, doc.upper())
        told.append(short if whole else f"{short} {_NAMES[group]}")
    return ", ".join(dict.fromkeys(told))
