"""What a rule is: a code, what it stands on, which documents it looks at, and one pure function that judges."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import NamedTuple

from kskd.domain.document.chain import DOC_NAMES, LEGACY_BEFORE, SCHEME_SHORT, Doc, Scheme
from kskd.domain.document.facts import FACTS
from kskd.domain.document.status import Status
from kskd.domain.field import NO, Field, FieldKind
from kskd.domain.finding import Finding, Footing, Severity
from kskd.rules.case import Case

KSDD = (Scheme.KSDD_WAJIB, Scheme.KSDD_SUKARELA)
KSDPK = (Scheme.KSDPK,)
LOCAL = (*KSDD, *KSDPK)
SINERGI = (Scheme.SINERGI,)
HOME = (*LOCAL, *SINERGI)
ABROAD = (Scheme.KSDPL, Scheme.KSDLL)
CONTRACTS = (Doc.PKS, Doc.KONTRAK)

PP28 = LEGACY_BEFORE  # the day on which PP 28/2018 came into force
P22 = date(2020, 4, 14)  # Permendagri 22/2020
P25 = date(2020, 5, 22)  # Permendagri 25/2020
ALWAYS = date.min
AGREED = "hasil evaluasi"  # what an evaluation recommended or agreed on stands on itself, not on an article


# Where documents stand that a rule or a clock looks at, on the day; each names several.
DRAFT, ACTIVE = frozenset({Status.DRAFT}), frozenset({Status.ACTIVE})
EXPIRED, ENDED = frozenset({Status.EXPIRED}), frozenset({Status.ENDED})
IN_FORCE = ACTIVE | {Status.UPCOMING}
OVER = EXPIRED | ENDED
SIGNED = IN_FORCE | OVER
ANY = SIGNED | DRAFT


# What begins a title as a proper name, and keeps its capital inside a sentence.
_NAMES = ("Kesepakatan Bersama", "Nota Kesepakatan", "Pernyataan Kehendak", "Rencana Kerja", "Sinergi")


class Violated(NamedTuple):
    """The rule is not kept: a sentence that names the values, and the number of the thing it is about, if any."""

    message: str
    number: int | None = None


class Unknown(NamedTuple):
    """It cannot be told, because what is named is not recorded.

    ``what`` is the key of a fact (``domain.document.facts``), or words for anything else; ``option`` records it with
    ``update``, or is another command as a whole.
    """

    what: str
    option: str | None = None


Verdict = Violated | Unknown | None
Kinds = tuple[Scheme | Doc, ...]
Article = str | tuple[tuple[Kinds, str], ...]


class Rule(NamedTuple):
    """One rule. ``article`` is what it stands on, for all or by scheme and document; a setting's key for SETTING.

    ``since`` is the first day of signing to which it applies. ``applied`` says, to users, how kskd judges and
    when it does not; ``remedy`` what to do, with ``{id}`` for the document (see ``_filled``).
    """

    code: str
    severity: Severity
    title: str
    article: Article
    footing: Footing
    docs: tuple[Doc, ...]
    schemes: tuple[Scheme, ...]
    stages: frozenset[Status]
    since: date
    applied: str
    remedy: str
    judge: Callable[[Case], Verdict]

    @property
    def chapter(self) -> int:
        """The hundred of the code."""
        return int(self.code[2])

    def articles(self, scheme: Scheme | None = None, doc: Doc | None = None) -> str:
        """What it stands on for a scheme and a kind of document, or for all of them, joined by semicolons."""
        if isinstance(self.article, str):
            return self.article
        told = [(kinds, text) for kinds, text in self.article if _is_among(scheme, kinds)]
        of_doc = [text for kinds, text in told if _is_among(doc, kinds)]
        return "; ".join(dict.fromkeys(of_doc or [text for _, text in told]))

    def applies(self, doc: Doc, scheme: Scheme, status: Status, signed_on: date | None) -> bool:
        """Whether it looks at documents of this kind and scheme, there where they stand."""
        return (
            doc in self.docs
            and scheme in self.schemes
            and status in self.stages
            and (signed_on is None or signed_on >= self.since)
        )

    def finding(self, case: Case, verdict: Violated | Unknown) -> Finding:
        """The verdict in words."""
        if isinstance(verdict, Violated):
            severity, message = self.severity, verdict.message
            remedy = self.remedy.replace("{number}", str(verdict.number))
        else:
            fact = FACTS.get(verdict.what)
            option = verdict.option or (fact.option if fact else "…")
            severity = Severity.INFO
            message = f"Belum dapat dinilai ({_within(self.title)}): {_not_told(fact, verdict.what)}."
            remedy = f"{option} …" if option.startswith("kskd ") else f"kskd update {{id}} {option} …"
        if "{" in remedy:
            remedy = _filled(remedy, case)
        return Finding(
            self.code,
            severity,
            case.id,
            case.opd,
            message,
            self.articles(case.scheme, case.doc),
            remedy,
        )


def _is_among(one: Scheme | Doc | None, kinds: Kinds) -> bool:
    """Whether it is one of these; a table that names none of its sort is for all of them."""
    return one is None or one in kinds or not any(isinstance(kind, type(one)) for kind in kinds)


def _within(title: str) -> str:
    """A title inside a sentence, where only abbreviations and proper names keep their capitals."""
    is_name = title.startswith(_NAMES) or any(
        letter.isupper() for letter in title.split(" ", maxsplit=1)[0][1:]
    )
    return title if is_name else title[:1].lower() + title[1:]


def _not_told(fact: Field | None, what: str) -> str:
    """That a fact is not recorded, as a clause."""
    label = fact.label if fact else what
    if fact is not None and fact.kind is FieldKind.YES_NO:
        return f"belum tercatat apakah {label}"
    return f"belum tercatat {label}" if label.startswith("apakah ") else f"{label} belum tercatat"


def _filled(remedy: str, case: Case) -> str:
    """A remedy that names what it means of the document, so that its command can be typed as it stands."""
    remedy = remedy.replace("{id}", case.id)
    if "{" not in remedy:
        return remedy
    semester = str(case.office.semester)
    for place, value in (
        ("{parent}", case.parent.id if case.parent else "INDUK"),
        ("{semester}", semester),
        ("{year}", str(case.office.year)),
        ("{last}", case.reports[-1].period if case.reports else semester),
    ):
        remedy = remedy.replace(place, value)
    return remedy


def rule(
    code: str,
    severity: Severity,
    title: str,
    article: str | Mapping[tuple[Scheme, ...], str] | Mapping[tuple[Scheme], str] | Mapping[Kinds, str],
    *,
    docs: tuple[Doc, ...] = tuple(Doc),
    schemes: tuple[Scheme, ...] = tuple(Scheme),
    stages: frozenset[Status] = SIGNED,
    since: date = ALWAYS,
    footing: Footing = Footing.LAW,
    applied: str,
    remedy: str,
) -> Callable[[Callable[[Case], Verdict]], Rule]:
    """Make a rule of the function below; it is a rule only once a chapter's tuple names it."""
    told = article if isinstance(article, str) else tuple(article.items())

    def made(judge: Callable[[Case], Verdict]) -> Rule:
        return Rule(
            code, severity, title, told, footing, docs, schemes, stages, since, applied, remedy, judge
        )

    return made


def denied(case: Case, fact: str, message: str) -> Verdict:
    """Violated where the fact is known to be no, unknown while nothing is recorded."""
    value = case.facts.get(fact)
    if value is None:
        return Unknown(fact)
    return Violated(message) if value == NO else None


def scope_in_words(rule: Rule) -> str:
    """Which documents a rule looks at, in words."""
    docs = (
        "semua jenis naskah" if len(rule.docs) == len(Doc) else ", ".join(DOC_NAMES[doc] for doc in rule.docs)
    )
    schemes = (
        "semua bentuk kerja sama"
        if len(rule.schemes) == len(Scheme)
        else ", ".join(SCHEME_SHORT[scheme] for scheme in rule.schemes)
    )
    return f"{docs}; {schemes}"
