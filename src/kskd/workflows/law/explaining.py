"""What a rule, an article, a term or an error says; and why a document stands where it stands."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NamedTuple

from kskd.domain.document.ending import GROUNDS
from kskd.domain.document.status import STATUS_NAMES, Status
from kskd.domain.document.term import EndKind
from kskd.domain.finding import FOOTING_NAMES, SEVERITY_NAMES
from kskd.domain.settings import SETTINGS
from kskd.domain.values.dates import format_date
from kskd.domain.values.text import quote
from kskd.errors import NotFound
from kskd.rules.catalogue import CHAPTERS, RULES
from kskd.rules.rule import ALWAYS, scope_in_words

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from kskd.domain.document.agreement import Agreement
    from kskd.domain.document.ending import Ending
    from kskd.rules.rule import Rule
    from kskd.workflows.access import Access

_ARTICLE = re.compile(r"(?P<law>.*?) ?\bpasal (?P<number>[0-9]{1,4})(?: ayat \(?[0-9]{1,2}\)?)?")


class Explanation(NamedTuple):
    """Something explained: what it is, its key and title, and labelled paragraphs."""

    kind: str
    key: str
    title: str
    sections: tuple[tuple[str, str], ...]


class Reason(NamedTuple):
    """One step from the facts to a status: the fact, its value, and what follows from it."""

    fact: str
    value: str
    effect: str


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
    """All that is called so: one rule, term, setting or error, or an article of every instrument that has it.

    Raises NotFound with what can be asked.
    """
    told = texts()
    wanted = " ".join(text.split()).casefold()
    slug = wanted.replace(" ", "-")
    rule = next((one for one in RULES if one.code.casefold() == wanted), None)
    if rule is not None:
        return (_rule(rule, told),)
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
    raise NotFound(
        f"Tidak ada penjelasan untuk {quote(text)}. Yang dapat ditanyakan: aturan (KS101; kskd check --list),"
        f" pasal (“pasal 17”), pengaturan, jenis galat, dan istilah {', '.join(sorted(told['terms']))}."
    )


def _rule(rule: Rule, told: dict[str, Any]) -> Explanation:
    says = (
        (article, text)
        for article in rule.articles().split("; ")
        if (text := article_text(article, told)) is not None
    )
    since = "" if rule.since == ALWAYS else f" Berlaku bagi naskah sejak {format_date(rule.since)}."
    return Explanation(
        "rule",
        rule.code,
        rule.title,
        (
            ("Tingkat", f"{SEVERITY_NAMES[rule.severity]}; bab {rule.chapter}: {CHAPTERS[rule.chapter]}"),
            ("Pijakan", f"{FOOTING_NAMES[rule.footing]}: {rule.articles()}"),
            *says,
            ("Penerapan", f"{rule.applied}{since}"),
            ("Naskah", f"{scope_in_words(rule)}."),
            ("Perbaikan", _in_general(rule.remedy)),
        ),
    )


def _in_general(remedy: str) -> str:
    """A remedy with words where a finding names its document, period or number."""
    places = {"id": "NASKAH", "parent": "INDUK", "semester": "PERIODE", "year": "TAHUN", "last": "PERIODE"}
    for place, word in (places | {"number": "NOMOR"}).items():
        remedy = remedy.replace(f"{{{place}}}", word)
    return remedy


def article_text(article: str, told: dict[str, Any]) -> str | None:
    """What an article says, as rules name it; of a setting what it is. None for neither."""
    if article in SETTINGS:
        return f"Pengaturan: {SETTINGS[article].label} [bawaan: {SETTINGS[article].default or 'tidak ada'}]."
    instrument, _, rest = article.partition(" Pasal ")
    text = told["articles"].get(instrument, {}).get(rest.split(" ")[0])
    return None if text is None else str(text)


def _articles(found: re.Match[str], told: dict[str, Any]) -> Iterator[Explanation]:
    """The article of each instrument that has one of this number, or of the instrument named."""
    law = (found["law"] or "").strip()
    for instrument, articles in told["articles"].items():
        if found["number"] not in articles or (law and law not in instrument.casefold()):
            continue
        name = f"{instrument} Pasal {found['number']}"
        users = [
            f"{rule.code} {rule.title}"
            for rule in RULES
            if any(one == name or one.startswith(f"{name} ") for one in rule.articles().split("; "))
        ]
        applied = (("Aturan", "; ".join(users)),) if users else ()
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


def _setting(key: str) -> Explanation:
    users = [f"{rule.code} {rule.title}" for rule in RULES if rule.article == key]
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


def why(access: Access, text: str, *, as_of: date) -> Why:
    """How the status of a document on a day follows from its facts, as ``status`` finds it."""
    from kskd.registry.tables.agreements import read_agreement
    from kskd.workflows import lookup

    with access.reading() as con:
        agreement = read_agreement(con, lookup.agreement_id(con, text)).on(as_of)
    return Why(agreement.id, agreement.status(as_of), tuple(_reasons(agreement, as_of)))


def _reasons(one: Agreement, as_of: date) -> Iterator[Reason]:
    if one.void_reason is not None:
        yield Reason("Pembatalan", one.void_reason, "naskah salah catat tidak dihitung: dibatalkan")
        return
    if one.signed_on is None:
        yield Reason("Penandatanganan", "belum tercatat", "tanpa tanda tangan naskah masih rancangan")
        return
    yield Reason("Penandatanganan", format_date(one.signed_on), "naskah sudah ditandatangani")
    starts_on = one.term.starts_on or one.signed_on
    source = "tercatat" if one.term.starts_on else "tidak tercatat, maka tanggal penandatanganan"
    begins = max(one.signed_on, starts_on)
    ended = one.ended_by(as_of)
    if ended is not None and as_of > ended.on:
        yield Reason(
            "Pengakhiran",
            _ending(one, ended),
            f"lewat {(as_of - ended.on).days} hari: {STATUS_NAMES[Status.ENDED]}",
        )
        return
    if as_of < begins:
        effect = f"{format_date(as_of)} mendahuluinya: {STATUS_NAMES[Status.UPCOMING]}"
        yield Reason("Mulai berlaku", f"{format_date(starts_on)} ({source})", effect)
        return
    yield Reason("Mulai berlaku", f"{format_date(starts_on)} ({source})", "sudah mulai")
    if ended is not None:
        effect = f"hari ini hari terakhirnya: {STATUS_NAMES[Status.ACTIVE]}"
        yield Reason("Pengakhiran", _ending(one, ended), effect)
    else:
        yield _end(one, as_of)


def _ending(one: Agreement, ended: Ending) -> str:
    ground = GROUNDS[ended.ground].article(one.scheme) if ended.ground in GROUNDS else "–"
    return f"{format_date(ended.on)}, dasar {ended.label} ({ground})"


def _end(one: Agreement, as_of: date) -> Reason:
    term = one.term
    if term.ends_on is None:
        value = "tanpa batas waktu" if term.end_kind is EndKind.OPEN else term.condition or "belum tercatat"
        return Reason(
            "Akhir", value, f"tanpa tanggal akhir tidak pernah lewat: {STATUS_NAMES[Status.ACTIVE]}"
        )
    how = f", dihitung dari {term.duration_typed}" if term.duration_typed and not term.end_typed else ""
    value = f"{format_date(term.ends_on)}{how}"
    if as_of > term.ends_on:
        return Reason(
            "Akhir", value, f"lewat {(as_of - term.ends_on).days} hari: {STATUS_NAMES[Status.EXPIRED]}"
        )
    left = (term.ends_on - as_of).days
    return Reason("Akhir", value, f"sisa {left} hari, hari terakhir termasuk: {STATUS_NAMES[Status.ACTIVE]}")
