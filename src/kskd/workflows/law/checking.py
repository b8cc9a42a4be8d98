"""Asking the rules: findings, the rules themselves, and findings that the office accepts."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from kskd.domain.choices import OfficialRole
from kskd.domain.finding import Acceptance, Finding, Severity
from kskd.domain.settings import Government
from kskd.domain.values.dates import format_date, read_date
from kskd.domain.values.text import quote
from kskd.errors import refusal
from kskd.registry.session import Session
from kskd.registry.tables import acceptances, agreements, officials, opds, settings
from kskd.registry.views.cases import read_cases
from kskd.rules.catalogue import CHAPTERS, OFFICE_RULES, RULES, Bench
from kskd.rules.office_rule import OfficeCase, OfficeRule
from kskd.rules.rule import Rule, Violated
from kskd.workflows import lookup
from kskd.workflows.access import Access
from kskd.workflows.law.office_duties import read_duties, read_office
from kskd.workflows.register.filtering import Filters, choose

GRAVE = (Severity.ERROR, Severity.WARNING)
"""What is shown unless asked otherwise; ``INFO`` is mostly what cannot be judged yet."""


_EVERY: tuple[Rule | OfficeRule, ...] = tuple(sorted((*RULES, *OFFICE_RULES), key=lambda rule: rule.code))


class RulesAsked(NamedTuple):
    """The rules that were asked for, as typed; empty means all."""

    rules: tuple[str, ...] = ()
    chapters: tuple[int, ...] = ()
    severities: tuple[str, ...] = ()


class Accepted(NamedTuple):
    """An acceptance, whether it holds on the day, and what the rule says by now (None: it is kept)."""

    acceptance: Acceptance
    holds: bool
    finding: Finding | None


def find_rule(text: str) -> Rule | OfficeRule:
    """The rule called by its code, in any case."""
    code = text.strip().upper()
    found = next((rule for rule in _EVERY if rule.code == code), None)
    if found is None:
        raise refusal("rule-unknown", text=quote(text))
    return found


def read_severities(asked: RulesAsked, fail_on: Severity | None) -> tuple[Severity, ...]:
    """The severities to be shown: those asked for, else the grave ones, and all that may fail the check."""
    named = tuple(read_severity(text, "--severity") for text in asked.severities)
    if named:
        return named
    return tuple(Severity) if fail_on is Severity.INFO else GRAVE


def read_severity(text: str, option: str) -> Severity:
    """The severity meant; UsageError lists those there are."""
    try:
        return Severity(text.strip().casefold())
    except ValueError:
        raise refusal(
            "choice-unknown", what=option, text=quote(text), known=", ".join(map(quote, Severity))
        ) from None


def fails(severity: Severity, fail_on: Severity) -> bool:
    """Whether a finding is at least as grave as the severity that makes the answer "no"."""
    return list(Severity).index(severity) <= list(Severity).index(fail_on)


def chosen_rules(asked: RulesAsked) -> tuple[Rule | OfficeRule, ...]:
    """The rules asked for by code or chapter, in order; all without either."""
    wanted = {find_rule(text).code for text in asked.rules}
    unknown = [chapter for chapter in asked.chapters if chapter not in CHAPTERS]
    if unknown:
        raise refusal("chapter-unknown", chapter=unknown[0], known=", ".join(map(str, CHAPTERS)))
    return tuple(
        rule
        for rule in _EVERY
        if (not wanted or rule.code in wanted) and (not asked.chapters or rule.chapter in asked.chapters)
    )


def check(
    access: Access, asked: RulesAsked, filters: Filters, severities: Sequence[Severity], *, as_of: date
) -> Iterator[Finding]:
    """What the rules find, document by document in order of id; what is accepted on the day is left out.

    Void documents are judged only where the filters ask for them. What is found about the office itself
    comes last, and only where no filter was given. The registry is being read until the last finding
    is taken.
    """
    rules, day = chosen_rules(asked), as_of.isoformat()
    bench = Bench(rule for rule in rules if isinstance(rule, Rule))
    with access.reading() as session:
        chosen = choose(session, access, filters, as_of)
        ids = None if chosen is None else chosen.ids
        accepted = {key for key, one in acceptances.read_acceptances(session).items() if one.holds(day)}
        government = settings.read_government(session)
        office = read_office(session, government, as_of)
        for case in read_cases(session, office, agreements=ids, even_void=chosen is not None):
            for rule, verdict in bench.judge(case):
                severity = rule.severity if isinstance(verdict, Violated) else Severity.INFO
                if severity in severities and (case.id, rule.code) not in accepted:
                    yield rule.finding(case, verdict)
        of_office = [rule for rule in rules if isinstance(rule, OfficeRule)] if chosen is None else []
        if of_office:
            itself = _read_office_case(session, government, as_of)
            found = [rule.finding(itself, said) for rule in of_office if (said := rule.judge(itself))]
            yield from (one for one in found if one.severity in severities)


def _read_office_case(session: Session, government: Government, as_of: date) -> OfficeCase:
    ever = tuple(one for one in officials.read_officials(session).values() if one.role is OfficialRole.TEAM)
    team = tuple(one for one in ever if one.holds(as_of))
    return OfficeCase(read_duties(session, government, as_of), team, ever)


def unit_names(access: Access) -> dict[str | None, str]:
    """Names of the units by code, and under None that of the office itself."""
    with access.reading() as session:
        office = settings.read_government(session).text("office")
        return {None: office, **{code: opd.name for code, opd in opds.read_opds(session).items()}}


def rule_titles() -> dict[str | None, str]:
    """Titles of all rules by code."""
    return {rule.code: rule.title for rule in _EVERY}


def _of_documents(code: str) -> Rule:
    rule = find_rule(code)
    if isinstance(rule, OfficeRule):
        raise refusal("rule-of-office", rule=rule.code)
    return rule


def accept(access: Access, text: str, code: str, until: str | None) -> tuple[Acceptance, bool]:
    """Accept a finding of a rule about a document, up to a day or for good; whether anything changed.

    Needs a reason, which is kept with it.
    """
    rule = _of_documents(code)
    last = read_date(until) if until else None
    if access.reason is None:
        raise refusal("reason-missing", what="menerima temuan ini")
    if last is not None and last < access.today:
        raise refusal("acceptance-day-past", day=format_date(last))
    with access.writing() as session:
        agreement = agreements.read_agreement(session, lookup.agreement_id(session, text))
        if agreement.void_reason is not None:
            raise refusal("agreement-void", id=agreement.id, done="diperiksa")
        before = acceptances.read_acceptances(session).get((agreement.id, rule.code))
        one = Acceptance(
            agreement.id,
            rule.code,
            access.reason,
            access.today.isoformat(),
            last.isoformat() if last else None,
        )
        changed = before is None or (before.reason, before.until) != (one.reason, one.until)
        if changed:
            acceptances.write_acceptance(session, one)
    return one, changed


def withdraw(access: Access, text: str, code: str) -> Acceptance:
    """Accept a finding no longer; needs a reason. Gives what stood until now."""
    rule = _of_documents(code)
    if access.reason is None:
        raise refusal("reason-missing", what="mencabut penerimaan ini")
    with access.writing() as session:
        agreement = lookup.agreement_id(session, text)
        one = acceptances.read_acceptances(session).get((agreement, rule.code))
        if one is None:
            raise refusal("finding-not-accepted", rule=rule.code, id=agreement)
        acceptances.drop_acceptance(session, agreement, rule.code)
    return one


def accepted(access: Access, asked: RulesAsked, filters: Filters, *, as_of: date) -> list[Accepted]:
    """Every accepted finding that passes the filters, also one that no longer holds or no longer is one."""
    rules = {rule.code for rule in chosen_rules(asked)}
    with access.reading() as session:
        kept = [one for key, one in acceptances.read_acceptances(session).items() if key[1] in rules]
        chosen = choose(session, access, filters, as_of)
        if chosen is not None:
            kept = [one for one in kept if one.agreement in chosen.ids]
        found: dict[tuple[str, str], Finding] = {}
        office = read_office(session, settings.read_government(session), as_of)
        bench = Bench(rule for rule in RULES if rule.code in rules)
        for case in read_cases(session, office, agreements=sorted({one.agreement for one in kept})):
            for rule, verdict in bench.judge(case):
                found[case.id, rule.code] = rule.finding(case, verdict)
    return [Accepted(one, one.holds(as_of.isoformat()), found.get((one.agreement, one.rule))) for one in kept]
