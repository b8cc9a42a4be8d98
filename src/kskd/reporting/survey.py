"""Which documents and evaluations a report for a period counts, seen from one day.

The counting rules of the report live here, in one place; shaping into rows is done elsewhere.
"""

from __future__ import annotations

from collections import defaultdict
from functools import cached_property
from typing import TYPE_CHECKING

from kskd.domain.choices import Counting
from kskd.domain.document.agreement import Agreement, split_id
from kskd.domain.document.chain import ABROAD, Doc
from kskd.domain.document.lines import lines_of
from kskd.domain.document.status import OVER, Status
from kskd.domain.evaluation import reached
from kskd.domain.opd import present
from kskd.domain.reporting_day import is_reported_itself, owes_report, report_due
from kskd.domain.values.period import Period, PeriodKind
from kskd.errors import refusal
from kskd.evaluation.advice import Proposal, propose, situation_of
from kskd.evaluation.rollup import latest_evaluation
from kskd.evaluation.score import Score, score
from kskd.rules.laws import P22, P25

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from kskd.domain.evaluation import Evaluation, Realisation, Target
    from kskd.domain.implementation import Implementation
    from kskd.reporting.facts import Facts

_DOC_ORDER = {doc: place for place, doc in enumerate(Doc)}


def order(agreement_id: str) -> tuple[int, int, int, str]:
    """The key by which documents are printed: kind, year, number."""
    parts = split_id(agreement_id)
    if parts is None:
        return (len(_DOC_ORDER), 0, 0, agreement_id)
    doc, year, number = parts
    return (_DOC_ORDER[doc], year, number, agreement_id)


class Survey:
    """The facts as a report for ``period`` reads them on ``as_of``.

    Not there are: void documents, those signed after the day, and drafts entered after it. ``agreements``
    are those that are counted, where the facts choose some; what they are derived from, followed up or
    succeeded by is told by all that are there.
    """

    def __init__(self, facts: Facts, period: Period, as_of: date) -> None:
        """Read the facts; NotFound for a lead OPD that they lack."""
        self.facts = facts
        self.period = period
        self.as_of = as_of
        self.day = min(as_of, period.end)
        known = [one.on(as_of) for one in facts.agreements.values() if one.is_known(as_of)]
        only = facts.only
        void = (one.id for one in known if one.void_reason is not None)
        self.void = tuple(sorted((one for one in void if only is None or one in only), key=order))
        present_ones = (one for one in known if one.void_reason is None)
        self.present = {one.id: one for one in sorted(present_ones, key=lambda one: order(one.id))}
        self.agreements = {key: one for key, one in self.present.items() if only is None or key in only}
        self.status = {one.id: one.status(as_of) for one in self.present.values()}
        self.opd = {one.id: self.carried_on(one.lead_opd) for one in self.present.values()}
        self._shown: dict[str, Evaluation | None] = {}
        self._scores: dict[str, Score | None] = {}

    def carried_on(self, code: str) -> str:
        """The code of the OPD that carries on the work of this one; NotFound if the facts lack it."""
        if code not in self.facts.opds:
            raise refusal("report-opd-not-kept", code=code)
        return present(code, self.facts.opds, self.as_of)

    def co_leads(self, agreement: Agreement) -> tuple[str, ...]:
        """Codes of the OPD that the paper names as leads beside the one that counts, as carried on."""
        codes = set(map(self.carried_on, agreement.co_leads))
        return tuple(sorted(codes - {self.opd[agreement.id]}))

    def support(self, agreement: Agreement) -> tuple[str, ...]:
        """Codes of the supporting OPD as carried on, without the leads."""
        codes = set(map(self.carried_on, agreement.support_opds)).difference(self.co_leads(agreement))
        return tuple(sorted(codes - {self.opd[agreement.id]}))

    def beside(self, agreement: Agreement) -> tuple[str, ...]:
        """Codes of the OPD that show it apart: they lead it beside another, or support it."""
        return (*self.co_leads(agreement), *self.support(agreement))

    def own_values(self, agreement: Agreement) -> tuple[tuple[str, str], ...]:
        """Label and value of what it says in fields of the office's own."""
        told = ((field, agreement.fact(field.key)) for field in self.facts.own)
        return tuple((field.label, field.word(value)) for field, value in told if value is not None)

    def is_signed(self, agreement: Agreement) -> bool:
        """Whether it is signed on the day; those signed later are not in the survey at all."""
        return self.status[agreement.id] is not Status.DRAFT

    def is_over_before(self, agreement: Agreement, period: Period) -> bool:
        """Whether its last day lies before the period."""
        return agreement.status(period.start) in OVER

    def is_counted(self, agreement: Agreement, period: Period | None = None) -> bool:
        """Whether it counts in the level of carrying-out: derived, signed, in force in the period."""
        return agreement.is_derived and self._in_force(agreement, period or self.period) is True

    def is_unsure(self, agreement: Agreement) -> bool:
        """Whether nobody can tell if it counts, since its days are known only in part."""
        return agreement.is_derived and self._in_force(agreement, self.period) is None

    def is_asked(self, agreement: Agreement) -> bool:
        """Whether its evaluation is asked for: it counts, is an umbrella with none derived, or owes it."""
        if agreement.is_derived:
            return self._in_force(agreement, self.period) is not False
        below = self.derived_from(agreement.id)
        is_barren = self._in_force(agreement, self.period) is True and not any(map(self.is_signed, below))
        return is_barren or self.owes(agreement, self.period)

    def owed(self, agreement: Agreement) -> tuple[Period, ...]:
        """The periods within this one whose report is asked for of the document, come or not."""
        government = self.facts.government
        return tuple(
            period
            for period in self.asked_periods
            if report_due(agreement.scheme, period, government) is not None and self.owes(agreement, period)
        )

    @cached_property
    def asked_periods(self) -> tuple[Period, ...]:
        """The semesters of a year that have begun and the year itself; of any other period the one due.

        None that ends before the semester of ``reports-since``: what was reported then is not known.
        """
        own, since = self.period, self.facts.government.reports_since
        semesters = (Period(own.year, PeriodKind.SEMESTER, index) for index in (1, 2))
        begun = [one for one in semesters if one.start <= self.as_of]
        within = [*begun, own] if own.kind is PeriodKind.YEAR else [self.due_period]
        return tuple(one for one in within if since is None or one.end >= since.start)

    def owes(self, agreement: Agreement, period: Period) -> bool:
        """Whether a report of the period is owed of the document itself, come or not (``rules.case.owes``).

        Derived ones owe it; abroad an MoU that nothing carries out in the period, nor carries on. None that
        was, or may have been, signed before a law asked for it (KS501, KS502, KS503).
        """
        since = P25 if agreement.scheme in ABROAD else P22
        is_older = agreement.signed is not None and agreement.signed.earliest < since
        if is_older or not self._lasts(agreement, period):
            return False
        after = self.successors.get(agreement.id)
        return agreement.is_derived or (
            is_reported_itself(agreement.doc, agreement.scheme)
            and not self._told_below(agreement, period)
            and not (after and self._may_last(self.present[after], period))
        )

    def _lasts(self, agreement: Agreement, period: Period) -> bool:
        """Whether it is in force for so much of a period that it is reported on."""
        span = agreement.surely_in_force(self.as_of)
        return span is not None and self._in_force(agreement, period) is True and owes_report(*span, period)

    def _may_last(self, agreement: Agreement, period: Period) -> bool:
        """Whether it may be in force for so much, for all that is known of its days."""
        span = agreement.perhaps_in_force(self.as_of)
        return (
            span is not None and self._in_force(agreement, period) is not False and owes_report(*span, period)
        )

    def _told_below(self, umbrella: Agreement, period: Period) -> bool:
        return any(self._may_last(one, period) for one in self.derived_from(umbrella.id))

    def _in_force(self, agreement: Agreement, period: Period) -> bool | None:
        """Whether it is in force on a day of the period, as far as its days tell."""
        return agreement.in_force_between(period.start, min(self.as_of, period.end), self.as_of)

    @cached_property
    def due_period(self) -> Period:
        """The period of which reports are due: this one, or for a shorter one the last full semester.

        Reports are owed every semester (Permendagri 22/2020 Pasal 17, 39).
        """
        if self.period.kind in {PeriodKind.YEAR, PeriodKind.SEMESTER}:
            return self.period
        semester = Period.of(self.period.end, PeriodKind.SEMESTER)
        return semester if semester.end <= self.period.end else semester.previous()

    @cached_property
    def _carried_on(self) -> dict[str, Agreement]:
        """By predecessor what takes its place, drafts too."""
        ones = (one for one in self.present.values() if one.carries_on(self.as_of))
        return {one.predecessor: one for one in ones if one.predecessor is not None}

    @cached_property
    def successors(self) -> dict[str, str]:
        """Signed successor by predecessor."""
        return {key: one.id for key, one in self._carried_on.items() if self.is_signed(one)}

    @cached_property
    def lines(self) -> dict[str, tuple[str, ...]]:
        """The line of life of each umbrella, by id: its links, the oldest first."""
        return lines_of(self.present.values(), self.as_of)

    def lines_in_force(self, agreements: Iterable[Agreement]) -> list[Agreement]:
        """The lines among these umbrellas that are in force, each once: by the last of its links in force."""
        return [one for one in agreements if not one.is_derived and self._leads(one.id)]

    def _leads(self, umbrella: str) -> bool:
        line = self.lines[umbrella]
        active = [one for one in line if self.status[one] is Status.ACTIVE]
        return active[-1:] == [umbrella]

    @cached_property
    def _children(self) -> dict[str, list[Agreement]]:
        children: dict[str, list[Agreement]] = defaultdict(list)
        for one in self.present.values():
            if one.parent is not None:
                children[one.parent].append(one)
        return children

    def derived_from(self, agreement_id: str) -> list[Agreement]:
        """The derived documents under the line of an umbrella, also through another one (LoI, MoU, PKS)."""
        found: dict[str, Agreement] = {}
        queue = [*self.lines.get(agreement_id, (agreement_id,))]
        seen = {*queue}
        while queue:
            for child in self._children.get(queue.pop(), ()):
                for one in self.lines.get(child.id, (child.id,)):
                    if one not in seen:
                        seen.add(one)
                        found[one] = self.present[one]
                        queue.append(one)
        return sorted((one for one in found.values() if one.is_derived), key=lambda one: order(one.id))

    @cached_property
    def _evaluations(self) -> dict[str, list[Evaluation]]:
        by_agreement: dict[str, list[Evaluation]] = defaultdict(list)
        for one in self.facts.evaluations:
            if one.known_from <= self.as_of:
                by_agreement[one.agreement].append(one)
        return by_agreement

    def evaluations(self, agreement_id: str) -> Sequence[Evaluation]:
        """All evaluations of a document that are known on the day, of whatever period."""
        return self._evaluations.get(agreement_id, ())

    def evaluation(self, agreement_id: str) -> Evaluation | None:
        """The evaluation that the report shows for a document."""
        if agreement_id not in self._shown:
            candidates = self.evaluations(agreement_id)
            self._shown[agreement_id] = latest_evaluation(candidates, self.period)
        return self._shown[agreement_id]

    def score(self, agreement_id: str) -> Score | None:
        """Its score under its own instrument; None without an evaluation, NotFound without instrument."""
        if agreement_id not in self._scores:
            self._scores[agreement_id] = self._scored(self.evaluation(agreement_id))
        return self._scores[agreement_id]

    def _scored(self, evaluation: Evaluation | None) -> Score | None:
        if evaluation is None:
            return None
        instrument = self.facts.instruments.get(evaluation.instrument)
        if instrument is None:
            raise refusal(
                "instrument-of-evaluation-not-kept",
                instrument=evaluation.instrument,
                id=evaluation.agreement,
                period=evaluation.period,
            )
        return score(instrument, evaluation.implementation, evaluation.answers, evaluation.evidence)

    def states(self, agreements: Iterable[Agreement]) -> list[Implementation | None]:
        """The state of each, None for not reported."""
        shown = (self.evaluation(one.id) for one in agreements)
        return [None if one is None else one.implementation for one in shown]

    @cached_property
    def _realisations(self) -> dict[tuple[str, int], list[Realisation]]:
        by_target: dict[tuple[str, int], list[Realisation]] = defaultdict(list)
        for one in self.facts.realisations:
            if one.known_from <= self.as_of:
                by_target[(one.agreement, one.target)].append(one)
        return by_target

    def realisation(self, target: Target) -> Realisation | None:
        """What the report shows as reached: chosen among periods as evaluations are."""
        shorter = self.period.kind in {PeriodKind.QUARTER, PeriodKind.MONTH}
        candidates = [
            one
            for one in self._realisations.get((target.agreement, target.number), ())
            if one.period.end <= self.period.end and (shorter or one.period.start >= self.period.start)
        ]
        return max(
            candidates,
            key=lambda one: (one.period.end, one.period == self.period, one.period.start),
            default=None,
        )

    def realised(self, target: Target) -> float | None:
        """What was reached of a target by this report: the figure shown, or the sum of the periods so far."""
        if target.counting is Counting.PERIOD:
            return reached(self._realisations.get((target.agreement, target.number), ()), self.period)
        shown = self.realisation(target)
        return None if shown is None else shown.value

    def proposal(self, agreement_id: str) -> Proposal | None:
        """What is proposed by rule after the evaluation shown; None without one."""
        evaluation, score = self.evaluation(agreement_id), self.score(agreement_id)
        if evaluation is None or score is None:
            return None
        agreement = self.agreements[agreement_id]
        situation = situation_of(
            agreement, evaluation, score, self.as_of, has_successor=agreement_id in self._carried_on
        )
        return propose(situation, int(self.facts.government.text("renewal-days")))
