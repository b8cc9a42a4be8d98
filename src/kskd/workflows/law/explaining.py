"""What a rule, article, clock, term, error or refusal says; and why a document stands where it stands."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NamedTuple

from kskd.domain.document.chain import DOC_NAMES
from kskd.domain.document.status import status_name
from kskd.domain.finding import SEVERITY_NAMES
from kskd.domain.footing import FOOTING_NAMES
from kskd.domain.settings import SETTINGS
from kskd.domain.values.dates import format_date
from kskd.domain.values.text import quote
from kskd.errors import refusal
from kskd.rules.catalogue import CHAPTERS, OFFICE_RULES, RULES
from kskd.rules.clock import Clock
from kskd.rules.clocks.catalogue import CLOCKS
from kskd.rules.clocks.requests import REQUESTS
from kskd.rules.laws import ALWAYS
from kskd.rules.office_rule import SCOPE
from kskd.rules.papers import KINDS
from kskd.rules.rule import scope_in_words
from kskd.rules.stages import STAGE_NAMES, WAYS
from kskd.workflows.law.comparing import compared
from kskd.workflows.law.duties import SORTS, duties_under

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterator
    from datetime import date

    from kskd.domain.document.reasons import Reason
    from kskd.domain.document.record import SourceRecord
    from kskd.domain.document.status import Status
    from kskd.errors.table import Refusal
    from kskd.rules.clocks.requests import Request
    from kskd.rules.office_rule import OfficeRule
    from kskd.rules.papers import PaperKind
    from kskd.rules.rule import Rule
    from kskd.workflows.access import Access
    from kskd.workflows.law.duties import Duty

COMPARED = "naskah"  # the page on which the kinds of document stand side by side
TIMED: dict[str, Clock | Request] = {one.kind: one for one in CLOCKS} | REQUESTS
_REPLACED = {one.kind for one in REQUESTS.values() if one.instead}  # no longer started

# What a remedy names of a document, in words.
_PLACES = {
    "--partner {about}": "--partner MITRA",
    "{about}": "NOMOR",
    "{number}": "NOMOR",
    "{id}": "NASKAH",
    "{parent}": "INDUK",
    "{scheme}": "BENTUK",
    "{year}": "TAHUN",
    "{owed_year}": "TAHUN",
} | dict.fromkeys(("{period}", "{semester}", "{owed_semester}", "{last}"), "PERIODE")

_PART = r"(?:ayat|huruf|angka|dan|sampai dengan|\(?[0-9]{1,2}\)?|[a-z])"
_ARTICLE = re.compile(rf"(?P<law>.*?) ?\bpasal (?P<number>[0-9]{{1,4}})(?:,? {_PART})*")


class Explanation(NamedTuple):
    """Something explained: what it is, its key and title, labelled paragraphs, and who owes what by it."""

    kind: str
    key: str
    title: str
    sections: tuple[tuple[str, str], ...]
    duties: tuple[Duty, ...] = ()


class Why(NamedTuple):
    """A document's status on a day, with the steps that lead to it, the deciding one last.

    ``sources`` are the cells of an imported sheet from which its days and its term came.
    """

    agreement: str
    status: Status
    status_name: str
    reasons: tuple[Reason, ...]
    sources: tuple[SourceRecord, ...]


def texts() -> dict[str, Any]:
    """The texts that are told, as they stand in the one data file."""
    import tomllib
    from importlib.resources import files

    return tomllib.loads((files("kskd") / "explanations" / "peraturan.toml").read_text("utf-8"))


def explain(text: str) -> tuple[Explanation, ...]:
    """All that is called so: a rule, clock, term, setting, error or refusal, or an article of each law.

    Raises NotFound with what can be asked.
    """
    told = texts()
    wanted = " ".join(text.split()).casefold()
    rules = (_rule(one, told) for one in RULES if one.code.casefold() == wanted)
    of_office = (_office_rule(one, told) for one in OFFICE_RULES if one.code.casefold() == wanted)
    if rule := (*rules, *of_office):
        return rule
    if (found := _ARTICLE.fullmatch(wanted)) and (articles := tuple(_articles(found, told))):
        return articles
    if named := _named(wanted.replace(" ", "-"), told):
        return named
    raise refusal(
        "explanation-not-found", text=quote(text), terms=", ".join(sorted((COMPARED, *told["terms"])))
    )


def _named(slug: str, told: dict[str, Any]) -> tuple[Explanation, ...]:
    """What is called by one word or several with hyphens; nothing where nothing is."""
    from kskd.errors.table import REFUSALS

    slug = told["aliases"].get(slug, slug)
    if slug == COMPARED:
        return tuple(Explanation("comparison", question, question, rows) for question, rows in compared())
    errors = {name.casefold(): name for name in told["errors"]}
    explained: tuple[tuple[Container[str], Callable[[str], Explanation]], ...] = (
        (told["terms"], lambda key: _meaning("term", key, key.replace("-", " "), told["terms"][key])),
        (TIMED, lambda key: _clock(TIMED[key])),
        (KINDS, lambda key: _paper(KINDS[key])),
        (SETTINGS, _setting),
        (errors, lambda key: _meaning("error", errors[key], errors[key], told["errors"][errors[key]])),
        (REFUSALS, lambda key: _refusal(REFUSALS[key], told)),
    )
    return tuple(explain(slug) for known, explain in explained if slug in known)[:1]


def _meaning(kind: str, key: str, title: str, told: str | dict[str, str]) -> Explanation:
    """What is told in one text, or in several under labels of their own."""
    return Explanation(
        kind, key, title, (("Artinya", told),) if isinstance(told, str) else tuple(told.items())
    )


def _says(articles: str, told: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Each of these articles with its text."""
    return (
        (article, text)
        for article in articles.split("; ")
        if (text := article_text(article, told)) is not None
    )


def _office_rule(rule: OfficeRule, told: dict[str, Any]) -> Explanation:
    owed = duties_under(rule.article)
    return Explanation(
        "rule",
        rule.code,
        rule.title,
        (
            ("Tingkat", f"{SEVERITY_NAMES[rule.severity]}; bab {rule.chapter}: {CHAPTERS[rule.chapter]}"),
            ("Pijakan", f"{FOOTING_NAMES[rule.footing]}: {rule.article}"),
            *_says(rule.article, told),
            *_owed(owed),
            ("Penerapan", rule.applied),
            ("Naskah", f"{SCOPE}."),
            ("Perbaikan", _in_general(rule.remedy)),
        ),
        owed,
    )


def _paper(kind: PaperKind) -> Explanation:
    owed = duties_under(kind.article)
    return Explanation(
        "paper",
        kind.kind,
        kind.name,
        (
            ("Dari dan kepada", kind.who),
            *((("Tenggat", f"{kind.due.length}, dihitung dari {kind.due.start}"),) if kind.due else ()),
            ("Pijakan", f"{FOOTING_NAMES[kind.footing]}: {kind.article}"),
            *_owed(owed),
            ("Langkah", _in_general(kind.remedy)),
        ),
        owed,
    )


def _rule(rule: Rule, told: dict[str, Any]) -> Explanation:
    owed, dawns = duties_under(rule.articles()), rule.dawns()
    since = "" if rule.first_day == ALWAYS else f" Berlaku bagi naskah sejak {format_date(rule.first_day)}."
    day = "pemeriksaan" if rule.looks_at_today else "penandatanganan"
    eras = "; ".join(f"sejak {format_date(dawn)}: {articles.replace('; ', ', ')}" for dawn, articles in dawns)
    return Explanation(
        "rule",
        rule.code,
        rule.title,
        (
            ("Tingkat", f"{SEVERITY_NAMES[rule.severity]}; bab {rule.chapter}: {CHAPTERS[rule.chapter]}"),
            ("Pijakan", f"{FOOTING_NAMES[rule.footing]}: {rule.articles()}"),
            *_says(rule.articles(), told),
            *_owed(owed),
            ("Penerapan", f"{rule.applied}{since}"),
            *((("Menurut hari " + day, f"{eras}."),) if len(dawns) > 1 else ()),
            ("Naskah", f"{scope_in_words(rule)}."),
            ("Perbaikan", _in_general(rule.remedy)),
        ),
        owed,
    )


def _owed(duties: tuple[Duty, ...], beside: str = "") -> Iterator[tuple[str, str]]:
    """Entries as sections, one line each; ``beside`` is the article that they stand under."""
    return ((SORTS[one.sort], one.line(beside)) for one in duties)


def _in_general(remedy: str) -> str:
    """A remedy with words where a finding names its document, period or number."""
    for place, word in _PLACES.items():
        remedy = remedy.replace(place, word)
    return remedy


def article_text(article: str, told: dict[str, Any]) -> str | None:
    """What an article says, as rules name it; of a setting or a term what it is. None for neither."""
    if article in SETTINGS:
        return f"Pengaturan: {SETTINGS[article].label} [bawaan: {SETTINGS[article].default or 'tidak ada'}]."
    instrument, is_article, rest = article.partition(" Pasal ")
    if not is_article:
        term = told["terms"].get(article.replace(" ", "-"))
        return None if term is None else str(term)
    text = told["articles"].get(instrument, {}).get(rest.split(" ")[0])
    return None if text is None else str(text)


def _articles(found: re.Match[str], told: dict[str, Any]) -> Iterator[Explanation]:
    """The article of each instrument that has one of this number, or of the instrument named."""
    law = (found["law"] or "").strip()
    for instrument, articles in told["articles"].items():
        if found["number"] not in articles or (law and law not in instrument.casefold()):
            continue
        name = f"{instrument} Pasal {found['number']}"
        users = [f"{rule.code} {rule.title}" for rule in RULES if _cites(rule.articles(), name)]
        users += [f"{rule.code} {rule.title}" for rule in OFFICE_RULES if _cites(rule.article, name)]
        clocks = [
            f"{one.title}: {one.length}, dihitung dari {one.start}"
            for one in TIMED.values()
            if _cites(one.article, name) and one.kind not in _REPLACED
        ]
        clocks += [
            f"{one.name} dari {one.who}: {one.due.length}, dihitung dari {one.due.start}"
            for one in KINDS.values()
            if one.due and _cites(one.article, name)
        ]
        stages = [
            f"{STAGE_NAMES[turn.stage]}, giliran {turn.whose} ({', '.join(DOC_NAMES[doc] for doc in docs)})"
            for (docs, _), turns in WAYS.items()
            for turn in turns
            if _cites(turn.article, name)
        ]
        owed = duties_under(name)
        applied = tuple(
            (label, "; ".join(dict.fromkeys(each)))
            for label, each in (("Aturan", users), ("Tenggat", clocks), ("Tahap", stages))
            if each
        )
        yield Explanation(
            "article",
            name,
            name,
            (
                ("Bunyinya", articles[found["number"]]),
                *_owed(owed, name),
                *applied,
                ("Peraturan", told["instruments"][instrument]),
            ),
            owed,
        )


def _cites(articles: str, name: str) -> bool:
    """Whether an article is among those named, whole or by one of its parts."""
    return any(one == name or one.startswith(f"{name} ") for one in articles.split("; "))


def _clock(one: Clock | Request) -> Explanation:
    owed = duties_under(one.article)
    stops = ("Berhenti", one.stops) if isinstance(one, Clock) else ("Sesudahnya", one.then)
    return Explanation(
        "clock",
        one.kind,
        one.title,
        (
            ("Lamanya", one.length),
            ("Dihitung dari", one.start),
            stops,
            ("Pijakan", f"{FOOTING_NAMES[one.footing]}: {one.article}"),
            *_owed(owed),
            *((("Langkah", _in_general(one.remedy)),) if isinstance(one, Clock) else ()),
        ),
        owed,
    )


def _setting(key: str) -> Explanation:
    users = [f"{rule.code} {rule.title}" for rule in RULES if rule.articles() == key]
    applied = (("Aturan", "; ".join(users)),) if users else ()
    default = SETTINGS[key].default or "tidak ada"
    owed = duties_under(key)
    return Explanation(
        "setting",
        key,
        SETTINGS[key].label,
        (
            ("Artinya", f"Pengaturan kantor: {SETTINGS[key].label}."),
            ("Bawaan", default),
            *_owed(owed, key),
            *applied,
            ("Mengubah", f"kskd setting set {key} NILAI"),
        ),
        owed,
    )


def _refusal(one: Refusal, told: dict[str, Any]) -> Explanation:
    sentence, remedy = one.in_general()
    name = one.kind.__name__
    return Explanation(
        "refusal",
        one.code,
        one.code,
        (
            ("Pesan", sentence),
            *((("Langkah", remedy),) if remedy else ()),
            ("Jenis", f"{name}: {told['errors'][name]}"),
            ("Kode keluar", str(one.kind.exit_status)),
        ),
    )


_OF_STATUS = ("signed", "starts", "years", "duration", "ends", "open_ended", "until")


def why(access: Access, text: str, *, as_of: date) -> Why:
    """How the status of a document on a day follows from its facts, as ``status`` finds it."""
    from kskd.domain.document.reasons import reasons
    from kskd.registry.tables.agreements import read_agreement
    from kskd.registry.views.document import read_sources
    from kskd.workflows import lookup

    with access.reading() as session:
        agreement = read_agreement(session, lookup.agreement_id(session, text)).on(as_of)
        sources = read_sources(session, agreement.id, _OF_STATUS)
    status = agreement.status(as_of)
    name = status_name(status, is_end_known=agreement.term.end_kind is not None)
    return Why(agreement.id, status, name, reasons(agreement, as_of), sources)
