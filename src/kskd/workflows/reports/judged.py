"""What the rules ask of each document and which reports on it are owed, in one pass over the documents."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple

from kskd.domain.finding import Severity
from kskd.registry.session import Session
from kskd.registry.tables import acceptances, settings
from kskd.registry.views.cases import read_cases
from kskd.rules.asking import Owed, asked, reports
from kskd.rules.catalogue import Bench
from kskd.workflows.law.office_duties import read_office

GRAVITY: Mapping[Severity | None, int] = {severity: at for at, severity in enumerate((*Severity, None))}
"""The gravest first, and last what no rule asks for."""


class Asking(NamedTuple):
    """That rules find, or cannot judge, something without one fact: the gravest of them, and their codes."""

    severity: Severity | None
    rules: tuple[str, ...]


class Judged(NamedTuple):
    """By document: requests by what answers them (see ``rules.asking``), and the reports asked for."""

    requests: Mapping[str, Mapping[str, Asking]]
    reports: Mapping[str, tuple[Owed, ...]]


def read_judged(session: Session, as_of: date, ids: Sequence[str] | None) -> Judged:
    """As ``check`` finds on the day: findings that the office accepts ask for nothing."""
    day, bench = as_of.isoformat(), Bench()
    accepted = {key for key, one in acceptances.read_acceptances(session).items() if one.holds(day)}
    office = read_office(session, settings.read_government(session), as_of)
    requests: dict[str, dict[str, Asking]] = {}
    owed: dict[str, tuple[Owed, ...]] = {}
    for case in read_cases(session, office, agreements=ids):
        of_case: dict[str, Asking] = {}
        for rule, verdict in bench.judge(case):
            if (case.id, rule.code) not in accepted:
                for command in asked(case, rule, verdict):
                    of_case[command] = _with(of_case.get(command), rule.severity, rule.code)
        if of_case:
            requests[case.id] = of_case
        if told := tuple(reports(case)):
            owed[case.id] = told
    return Judged(requests, owed)


def _with(known: Asking | None, severity: Severity, code: str) -> Asking:
    if known is None:
        return Asking(severity, (code,))
    return Asking(min(known.severity, severity, key=GRAVITY.__getitem__), (*known.rules, code))
