"""What a rule is: a code, what it stands on, which documents it looks at, and one pure function that judges."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from kskd.domain.document.chain import DOC_NAMES, SCHEME_SHORT, Doc, Scheme
from kskd.domain.document.facts import FACTS
from kskd.domain.document.status import Status
from kskd.domain.finding import Finding, Severity
from kskd.domain.footing import Footing
from kskd.domain.values.kinds import NO, FieldKind
from kskd.domain.values.period import Period
from kskd.rules.case import Case, owed
from kskd.rules.laws import (
    ADJUSTED,
    ALWAYS,
    DAWNS,
    PP28,
    ByKind,
    Kinds,
    Law,
    in_force_since,
    is_among,
    of_day,
)
from kskd.rules.parts import Addendum
from kskd.rules.status_groups import OVER, SIGNED

_MAKING = 4  # the last chapter on how a document is made; what is owed afterwards follows
# What begins a title as a proper name, and keeps its capital inside a sentence.
_NAMES = ("Kesepakatan Bersama", "Nota Kesepakatan", "Pernyataan Kehendak", "Rencana Kerja", "Sinergi")


class Violated(NamedTuple):
    """The rule is not kept: a sentence that names the values, and what its remedy is about, a number or a name.

    ``facts`` are those that it looked at, by key, where its remedy names more than these.
    """

    message: str
    about: int | str | None = None
    facts: tuple[str, ...] | None = None


class Unknown(NamedTuple):
    """It cannot be told, because what is named is not recorded.

    ``what`` is the key of a fact (``domain.document.facts``), or words for anything else; ``option`` records it with
    ``update``, or is another command as a whole.
    """

    what: str
    option: str | None = None


Verdict = Violated | Unknown | None


def day_of_addendum(case: Case, unsure: Sequence[Addendum]) -> Unknown | None:
    """That the days of these adendums are not known well enough, None without any."""
    if not unsure:
        return None
    numbers = ", ".join(str(one.number) for one in unsure)
    command = f"kskd amend {case.id} --amendment {unsure[0].number} --signed"
    return Unknown(f"tanggal adendum {numbers} yang tepat", command)


class Rule(NamedTuple):
    """One rule. ``laws`` are what it stands on by scheme and document, newest first; a setting's key for SETTING.

    It applies where one of them was in force on the day that it judges: the day of signing, of a draft that of the
    question, and always this where ``looks_at_today``. ``since`` is the first day of signing to which it applies at
    all. ``applied`` says, to users, how kskd judges and when it does not; ``remedy`` what to do, with ``{id}`` for
    the document (see ``_filled``).
    """

    code: str
    severity: Severity
    title: str
    laws: tuple[tuple[Kinds, tuple[str, ...]], ...]
    footing: Footing
    docs: tuple[Doc, ...]
    schemes: tuple[Scheme, ...]
    stages: frozenset[Status]
    since: date
    looks_at_today: bool
    applied: str
    remedy: str
    judge: Callable[[Case], Verdict]

    @property
    def chapter(self) -> int:
        """The hundred of the code."""
        return int(self.code[2])

    def eras(self, scheme: Scheme | None = None, doc: Doc | None = None) -> tuple[str, ...]:
        """What it stands on for a scheme and a kind of document, or for all of them, newest first by kind."""
        told = [(kinds, eras) for kinds, eras in self.laws if is_among(scheme, kinds)]
        of_doc = [eras for kinds, eras in told if is_among(doc, kinds)]
        return tuple(dict.fromkeys(one for eras in of_doc or [eras for _, eras in told] for one in eras))

    def articles(self, scheme: Scheme | None = None, doc: Doc | None = None) -> str:
        """All that it stands on or stood on for a scheme and a kind of document, or for all, joined by semicolons."""
        return _joined(self.eras(scheme, doc))

    def dawns(self) -> tuple[tuple[date, str], ...]:
        """The days from which it judges by some law, the newest first, each with the articles of that day."""
        found: dict[date, list[str]] = {}
        for one in self.eras():
            found.setdefault(
                max(ALWAYS if self.looks_at_today else self.since, in_force_since(one)), []
            ).append(one)
        return tuple((day, _joined(found[day])) for day in sorted(found, reverse=True))

    @property
    def first_day(self) -> date:
        """The first day of signing of the documents that it looks at."""
        return self.since if self.looks_at_today else self.dawns()[-1][0]

    def applies(self, doc: Doc, scheme: Scheme, status: Status, signed_on: date | None, as_of: date) -> bool:
        """Whether it looks at documents of this kind and scheme, there where they stand, by a law of the day."""
        return (
            doc in self.docs
            and scheme in self.schemes
            and status in self.stages
            and (signed_on is None or signed_on >= self.since)
            and of_day(self.eras(scheme, doc), self._day(signed_on, as_of)) is not None
        )

    def in_transition(self, case: Case, verdict: Violated) -> Verdict:
        """A verdict on what was signed in the six months of Permendagri 22/2020 Pasal 62.

        A file that was in process before could still be made by the older law. What that asked for too, and what is
        owed once the document is signed, is judged all the same.
        """
        law, older = (of_day(self.eras(case.scheme, case.doc), day) for day in (ADJUSTED, PP28))
        if (
            self.looks_at_today
            or self.chapter > _MAKING
            or older
            or not (law or "").startswith("Permendagri 22")
        ):
            return verdict
        told = case.facts.get("in_process")
        if told is None:
            return Unknown("in_process")
        return verdict if told == NO else None

    def _day(self, signed_on: date | None, as_of: date) -> date:
        return as_of if self.looks_at_today or signed_on is None else signed_on

    def _law(self, case: Case) -> str:
        """What it stands on for a case, of every day on which that may have been signed."""
        signed, eras = case.signed, self.eras(case.scheme, case.doc)
        first, last = (
            self._day(day, case.office.as_of)
            for day in (signed and signed.earliest, signed and signed.latest)
        )
        turning = {min(max(day, first), last) for day in DAWNS}
        return _joined(one for day in sorted(turning, reverse=True) if (one := of_day(eras, day)))

    def finding(self, case: Case, verdict: Violated | Unknown) -> Finding:
        """The verdict in words."""
        if isinstance(verdict, Violated):
            severity, message = self.severity, verdict.message
            remedy = self.remedy.replace("{about}", str(verdict.about))
        else:
            option = verdict.option or FACTS[verdict.what].option
            severity = Severity.INFO
            message = cannot_tell(self.title, verdict.what)
            remedy = f"{option} …" if option.startswith("kskd ") else f"kskd update {{id}} {option} …"
        if "{" in remedy:
            remedy = _filled(remedy, case)
        return Finding(
            self.code,
            severity,
            case.id,
            case.opd,
            message,
            self._law(case),
            remedy,
        )


def _oldest(case: Case, last: Period) -> str:
    return str(next(iter(owed(case, last)), last)) if case.signed_on else str(last)


def _joined(articles: Iterable[str]) -> str:
    return "; ".join(dict.fromkeys(one for each in articles for one in each.split("; ")))


def cannot_tell(title: str, what: str) -> str:
    """That a rule of this title cannot judge, since a fact, or what is named, is not recorded."""
    return f"Belum dapat dinilai ({_within(title)}): {not_told(what)}."


def _within(title: str) -> str:
    """A title inside a sentence, where only abbreviations and proper names keep their capitals."""
    is_name = title.startswith(_NAMES) or any(letter.isupper() for letter in title.partition(" ")[0][1:])
    return title if is_name else title[:1].lower() + title[1:]


def not_told(what: str) -> str:
    """That a fact, by its key or in words, is not recorded, as a clause."""
    fact = FACTS.get(what)
    label = fact.label if fact else what
    if fact is not None and fact.kind is FieldKind.YES_NO:
        return f"belum tercatat apakah {label}"
    return f"belum tercatat {label}" if label.startswith("apakah ") else f"{label} belum tercatat"


def _filled(remedy: str, case: Case) -> str:
    """A remedy that names what it means of the document, so that its command can be typed as it stands."""
    if case.status in OVER:  # what is over is not ended any more
        remedy = re.sub(r" \(kskd end [^)]*\)", "", remedy)
    remedy = remedy.replace("{id}", case.id)
    if "{" not in remedy:
        return remedy
    semester = str(case.office.semester)
    for place, value in (
        ("{parent}", case.parent.id if case.parent else "INDUK"),
        ("{semester}", semester),
        ("{owed_semester}", _oldest(case, case.office.semester)),
        ("{owed_year}", _oldest(case, case.office.year)),
        ("{year}", str(case.office.as_of.year)),
        ("{last}", case.reports[-1].period if case.reports else semester),
    ):
        remedy = remedy.replace(place, value)
    return remedy


def rule(
    code: str,
    severity: Severity,
    title: str,
    article: Law | ByKind,
    *,
    docs: tuple[Doc, ...] = tuple(Doc),
    schemes: tuple[Scheme, ...] = tuple(Scheme),
    stages: frozenset[Status] = SIGNED,
    since: date = ALWAYS,
    looks_at_today: bool = False,
    footing: Footing = Footing.LAW,
    applied: str,
    remedy: str,
) -> Callable[[Callable[[Case], Verdict]], Rule]:
    """Make a rule of the function below; it is a rule only once a chapter's tuple names it."""
    by_scheme = article if isinstance(article, Mapping) else {tuple(Scheme): article}
    laws = tuple((who, (law,) if isinstance(law, str) else law) for who, law in by_scheme.items())

    def made(judge: Callable[[Case], Verdict]) -> Rule:
        return Rule(
            code,
            severity,
            title,
            laws,
            footing,
            docs,
            schemes,
            stages,
            since,
            looks_at_today,
            applied,
            remedy,
            judge,
        )

    return made


def denied(case: Case, fact: str, message: str) -> Verdict:
    """Violated where the fact is known to be no, unknown while nothing is recorded."""
    value = case.facts.get(fact)
    if value is None:
        return Unknown(fact)
    return Violated(message) if value == NO else None


def lacking(case: Case, facts: tuple[str, ...]) -> Verdict:
    """As ``denied``, of several that must all hold: those that are known not to come before what is not known."""
    wrong = [FACTS[key].label for key in facts if case.facts.get(key) == NO]
    if wrong:
        return Violated(f"Tercatat tidak terpenuhi: {'; '.join(wrong)}.", facts=facts)
    return next((Unknown(key) for key in facts if key not in case.facts), None)


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
