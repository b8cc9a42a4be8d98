"""All rules in order of code, and which of them look at a document."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from kskd.rules.chapters import (
    approval,
    carrying_out,
    chain,
    content,
    counterparts,
    ending,
    evaluations,
    filing,
    office,
    partners,
    plausibility,
    preparation,
    quality,
    signing,
    term,
    verification,
)
from kskd.rules.laws import ADJUSTED, DAWNS, P22
from kskd.rules.rule import Violated

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kskd.domain.document.chain import Doc, Scheme
    from kskd.domain.document.status import Status
    from kskd.rules.case import Case
    from kskd.rules.rule import Rule, Unknown

RULES: tuple[Rule, ...] = (
    *chain.RULES,
    *partners.RULES,
    *preparation.RULES,
    *content.RULES,
    *signing.RULES,
    *counterparts.RULES,
    *term.RULES,
    *ending.RULES,
    *approval.RULES,
    *verification.RULES,
    *evaluations.RULES,
    *carrying_out.RULES,
    *filing.RULES,
    *quality.RULES,
    *plausibility.RULES,
    *office.RULES,
)

OFFICE_RULES = office.OFFICE_RULES
"""The rules about the office itself, which look at no document."""

CHAPTERS = {
    1: "Rantai, mitra, dan isi naskah",
    2: "Penandatanganan dan kuasa",
    3: "Jangka waktu",
    4: "Persetujuan",
    5: "Pelaporan dan evaluasi",
    6: "Penyimpanan dan keterbukaan",
    7: "Mutu data",
    8: "Kantor dan TKKSD",
}


class Bench:
    """Some rules, sorted beforehand by what they look at, so that a document meets only its own."""

    def __init__(self, rules: Iterable[Rule] = RULES) -> None:
        """Take the rules in the order in which they are to judge."""
        self._rules = tuple(rules)
        self._chosen: dict[tuple[Doc, Scheme, Status, int | None, int], tuple[Rule, ...]] = {}
        self._dawns = sorted({rule.since for rule in self._rules} | set(DAWNS))

    def judge(self, case: Case) -> Iterator[tuple[Rule, Violated | Unknown]]:
        """What the rules say of a document, those that are kept left out.

        Where its days are known in part, what they say of every reading, else that they cannot tell.
        """
        return self._judged(case) if case.is_exact else self._agreed(case)

    def _agreed(self, case: Case) -> Iterator[tuple[Rule, Violated | Unknown]]:
        from kskd.rules.readings import agreed, days_in_part, readings  # noqa: PLC0415 - start-up

        days = days_in_part(case)
        seen = readings(case, days)
        said = [{rule.code: verdict for rule, verdict in self._judged(one.case)} for one in seen]
        for rule in self._rules:
            verdicts = [each.get(rule.code) for each in said]
            if any(verdicts):
                yield rule, agreed(rule, verdicts, seen, days)

    def _judged(self, case: Case) -> Iterator[tuple[Rule, Violated | Unknown]]:
        signed_on, as_of = case.signed_on, case.office.as_of
        era = None if signed_on is None else bisect_right(self._dawns, signed_on)
        key = (case.doc, case.scheme, case.status, era, bisect_right(self._dawns, as_of))
        chosen = self._chosen.get(key)
        if chosen is None:
            chosen = self._chosen[key] = tuple(
                rule
                for rule in self._rules
                if rule.applies(case.doc, case.scheme, case.status, signed_on, as_of)
            )
        for rule in chosen:
            verdict = rule.judge(case)
            if isinstance(verdict, Violated) and signed_on is not None and P22 <= signed_on <= ADJUSTED:
                verdict = rule.in_transition(case, verdict)
            if verdict is not None:
                yield rule, verdict
