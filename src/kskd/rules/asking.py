"""What the rules ask to be recorded: the options that the remedies of findings name, and the reports that are owed."""

import re
from collections.abc import Iterator
from datetime import timedelta
from functools import cache
from typing import NamedTuple

from kskd.domain.document.facts import FACTS
from kskd.domain.values.dates import FIRST_YEAR
from kskd.domain.values.period import Period, PeriodKind
from kskd.rules.case import Case, is_reported, must_report
from kskd.rules.chapters.evaluations import (
    semester_not_reported,
    synergy_not_reported,
    year_abroad_not_reported,
)
from kskd.rules.rule import Rule, Unknown, Violated

_COMMAND = re.compile(r"\bkskd ([a-z]+(?: [a-z]+)*)(?= [^a-z])([^(;),]*)")
_QUOTED = re.compile(r""""[^"]*"|'[^']*'""")
_OPTION = re.compile(r"(?<= )--[a-z-]+")
_REPORTED = {
    semester_not_reported.code: (semester_not_reported, PeriodKind.SEMESTER),
    synergy_not_reported.code: (synergy_not_reported, PeriodKind.SEMESTER),
    year_abroad_not_reported.code: (year_abroad_not_reported, PeriodKind.YEAR),
}
REPORT = "evaluate"
"""What is asked for where the report of the last ended period is due and not in."""


class Owed(NamedTuple):
    """A period of which a report on a document is asked for; whether it still runs, and whether the report is in."""

    period: Period
    is_running: bool
    is_reported: bool


def asked(case: Case, rule: Rule, verdict: Violated | Unknown) -> frozenset[str]:
    """The commands by which its remedy has something of this document recorded, each with one option: ``update --ends``."""
    if rule.code in _REPORTED:
        _, kind = _REPORTED[rule.code]
        due = case.office.year if kind is PeriodKind.YEAR else case.office.semester
        return frozenset(
            {REPORT} if Period.of(due.end + timedelta(1), kind) == Period.of(case.office.as_of, kind) else ()
        )
    if isinstance(verdict, Violated):
        if verdict.facts is not None:
            return frozenset(f"update {FACTS[key].option}" for key in verdict.facts)
        return _named(rule.remedy)
    option = _QUOTED.sub("…", verdict.option or FACTS[verdict.what].option)
    if not option.startswith("kskd "):
        return frozenset(f"update {one}" for one in _OPTION.findall(f" {option}"))
    told = _COMMAND.match(option)
    if told is None or (told[1] == "update" and case.id not in option.split()):  # of another document
        return frozenset()
    return frozenset(f"{told[1]} {one}" for one in _OPTION.findall(option))


@cache
def _named(remedy: str) -> frozenset[str]:
    return frozenset(
        f"{command[1]} {option}"
        for command in _COMMAND.finditer(remedy)
        if "{parent}" not in command[2]
        for option in _OPTION.findall(command[2])
    )


def reports(case: Case) -> Iterator[Owed]:
    """The running and the last ended period of which a report on the document is asked for.

    Those of KS501, KS502 and KS503; of days known in part those that every reading asks for.
    """
    if case.signed is None:
        return
    if case.is_exact:
        yield from _reports(case)
        return
    from kskd.rules.readings import days_in_part, readings  # noqa: PLC0415 - start-up

    found = [{one.period: one for one in _reports(each.case)} for each in readings(case, days_in_part(case))]
    for period in found[0]:
        if all(period in each for each in found):
            is_reported = all(each[period].is_reported for each in found)
            yield found[0][period]._replace(is_reported=is_reported)


def _reports(case: Case) -> Iterator[Owed]:
    """The same of a document whose days are all known."""
    today = case.office.as_of
    for rule, kind in _REPORTED.values():
        if rule.applies(case.doc, case.scheme, case.status, case.signing, today):
            running = Period.of(today, kind)
            for period in (running, *((running.previous(),) if today.year > FIRST_YEAR else ())):
                if period.end >= case.office.reports_since and must_report(case, period):
                    yield Owed(period, period == running, is_reported(case, period))
