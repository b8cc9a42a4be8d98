"""What a rule, an article, a term, an error or a refusal says; and why a document stands where it stands."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NamedTuple

from kskd.domain.finding import FOOTING_NAMES, SEVERITY_NAMES
from kskd.domain.settings import SETTINGS
from kskd.domain.values.dates import format_date
from kskd.domain.values.text import quote
from kskd.errors import refusal
from kskd.rules.catalogue import CHAPTERS, OFFICE_RULES, RULES
from kskd.rules.laws import ALWAYS
from kskd.rules.office_rule import SCOPE
from kskd.rules.rule import scope_in_words

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from kskd.domain.document.reasons import Reason
    from kskd.domain.document.status import Status
    from kskd.errors.table import Refusal
    from kskd.rules.office_rule import OfficeRule
    from kskd.rules.papers import PaperKind
    from kskd.rules.rule import Rule
    from kskd.workflows.access import Access

_PART = r"(?:ayat|huruf|angka|dan|sampai dengan|\(?[0-9]{1,2}\)?|[a-z])"
_ARTICLE = re.compile(rf"(?P<law>.*?) ?\bpasal (?P<number>[0-9]{{1,4}})(?:,? {_PART})*")


class Explanation(NamedTuple):
    """Something explained: what it is, its key and title, and labelled paragraphs."""

    kind: str
    key: str
    title: str
    sections: tuple[tuple[str, str], ...]


class Why(NamedTuple):
    """A document's status on a day, with the steps that lead to it, the deciding one last."""

    agreement: str
    status: Status
    reasons: tuple[Reason, ...]


def texts() -> dict[str, Any]:
    """The texts that are told, as they stand in the one data file."""
    import tomllib
    from importlib.resources import files

    return tomllib.loads((files("kskd") / "explanations" / "peraturan.toml").read_text("utf-8"))


def explain(text: str) -> tuple[Explanation, ...]:
    """All that is called so: one rule, term, setting, error or refusal, or an article of all that have it.

    Raises NotFound with what can be asked.
    """
    from kskd.errors.table import REFUSALS

    told = texts()
    wanted = " ".join(text.split()).casefold()
    slug = wanted.replace(" ", "-")
    if (called := _called(wanted, slug, told)) is not None:
        return (called,)
    if (found := _ARTICLE.fullmatch(wanted)) and (articles := tuple(_articles(found, told))):
        return articles
    slug = told["aliases"].get(slug, slug)
    if slug in told["terms"]:
        title = slug.replace("-", " ")
        return (Explanation("term", slug, title, (("Artinya", told["terms"][slug]),)),)
    if slug in SETTINGS:
        return (_setting(slug),)
    error = next((name for name in told["errors"] if name.casefold() == wanted), None)
    if error is not None:
        return (Explanation("error", error, error, (("Artinya", told["errors"][error]),)),)
    if slug in REFUSALS:
        return (_refusal(REFUSALS[slug], told),)
    raise refusal("explanation-not-found", text=quote(text), terms=", ".join(sorted(told["terms"])))


def _called(wanted: str, slug: str, told: dict[str, Any]) -> Explanation | None:
    """The rule of this code, or the kind of the office's papers."""
    for rule in RULES:
        if rule.code.casefold() == wanted:
            return _rule(rule, told)
    for of_office in OFFICE_RULES:
        if of_office.code.casefold() == wanted:
            return _office_rule(of_office, told)
    paper = _papers().get(slug)
    return None if paper is None else _paper(paper, told)


def _papers() -> dict[str, PaperKind]:
    from kskd.rules.papers import KINDS

    return KINDS


def _says(articles: str, told: dict[str, Any]) -> tuple[tuple[str, str], ...]:
    """Each of these articles with its text."""
    texts = ((article, article_text(article, told)) for article in articles.split("; "))
    return tuple((article, text) for article, text in texts if text is not None)


def _office_rule(rule: OfficeRule, told: dict[str, Any]) -> Explanation:
    return Explanation(
        "rule",
        rule.code,
        rule.title,
        (
            ("Tingkat", f"{SEVERITY_NAMES[rule.severity]}; bab {rule.chapter}: {CHAPTERS[rule.chapter]}"),
            ("Pijakan", f"{FOOTING_NAMES[rule.footing]}: {rule.articles()}"),
            *_says(rule.articles(), told),
            ("Penerapan", rule.applied),
            ("Naskah", f"{SCOPE}."),
            ("Perbaikan", _in_general(rule.remedy)),
        ),
    )


def _paper(kind: PaperKind, told: dict[str, Any]) -> Explanation:
    due = (("Tenggat", f"{kind.due.length}; dihitung dari {kind.due.start}"),) if kind.due else ()
    return Explanation(
        "paper",
        kind.kind,
        kind.name,
        (
            ("Dari dan kepada", kind.who),
            *due,
            ("Pijakan", f"{FOOTING_NAMES[kind.footing]}: {kind.article}"),
            *_says(kind.article, told),
            ("Mencatat", kind.remedy.format(period="PERIODE")),
        ),
    )


def _rule(rule: Rule, told: dict[str, Any]) -> Explanation:
    dawns = rule.dawns()
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
            ("Penerapan", f"{rule.applied}{since}"),
            *((("Menurut hari " + day, f"{eras}."),) if len(dawns) > 1 else ()),
            ("Naskah", f"{scope_in_words(rule)}."),
            ("Perbaikan", _in_general(rule.remedy)),
        ),
    )


def _in_general(remedy: str) -> str:
    """A remedy with words where a finding names its document, period or number."""
    places = {"id": "NASKAH", "parent": "INDUK", "semester": "PERIODE", "year": "TAHUN", "last": "PERIODE"}
    for place, word in (places | {"about": "NOMOR"}).items():
        remedy = remedy.replace(f"{{{place}}}", word)
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
    from kskd.rules.clocks.catalogue import CLOCKS
    from kskd.rules.clocks.requests import REQUESTS

    law = (found["law"] or "").strip()
    for instrument, articles in told["articles"].items():
        if found["number"] not in articles or (law and law not in instrument.casefold()):
            continue
        name = f"{instrument} Pasal {found['number']}"
        titles: list[tuple[str, str, str]] = [
            *((rule.code, rule.title, rule.articles()) for rule in RULES),
            *((rule.code, rule.title, rule.articles()) for rule in OFFICE_RULES),
        ]
        users = [f"{code} {title}" for code, title, articles_of in titles if _cites(articles_of, name)]
        timed = [(one.article, one.title, one.length, one.start) for one in CLOCKS]
        timed += [
            (one.article, one.title, one.length, one.start) for one in REQUESTS.values() if not one.instead
        ]
        timed += [
            (one.article, f"{one.name} dari {one.who}", one.due.length, one.due.start)
            for one in _papers().values()
            if one.due
        ]
        clocks = [
            f"{title} ({length}; dihitung dari {start})"
            for article, title, length, start in timed
            if _cites(article, name)
        ]
        applied = tuple(
            (label, "; ".join(dict.fromkeys(each)))
            for label, each in (("Aturan", users), ("Tenggat", clocks))
            if each
        )
        yield Explanation(
            "article",
            name,
            name,
            (
                ("Bunyinya", articles[found["number"]]),
                *applied,
                ("Peraturan", told["instruments"][instrument]),
            ),
        )


def _cites(articles: str, name: str) -> bool:
    """Whether an article is among those named, whole or by one of its parts."""
    return any(one == name or one.startswith(f"{name} ") for one in articles.split("; "))


def _setting(key: str) -> Explanation:
    users = [f"{rule.code} {rule.title}" for rule in RULES if rule.articles() == key]
    applied = (("Aturan", "; ".join(users)),) if users else ()
    default = SETTINGS[key].default or "tidak ada"
    return Explanation(
        "setting",
        key,
        SETTINGS[key].label,
        (
            ("Artinya", f"Pengaturan kantor: {SETTINGS[key].label}."),
            ("Bawaan", default),
            *applied,
            ("Mengubah", f"kskd setting set {key} NILAI"),
        ),
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


def why(access: Access, text: str, *, as_of: date) -> Why:
    """How the status of a document on a day follows from its facts, as ``status`` finds it."""
    from kskd.domain.document.reasons import reasons
    from kskd.registry.tables.agreements import read_agreement
    from kskd.workflows import lookup

    with access.reading() as session:
        agreement = read_agreement(session, lookup.agreement_id(session, text)).on(as_of)
    return Why(agreement.id, agreement.status(as_of), reasons(agreement, as_of))
