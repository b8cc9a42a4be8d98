"""Evaluating one document in one period: what was reported is checked, kept and scored."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from kskd.domain.document.agreement import Agreement
from kskd.domain.evaluation import Evaluation, Obstacle, Realisation, Target
from kskd.domain.field import Fields
from kskd.domain.reported import Reported
from kskd.domain.reporting_day import owes_report
from kskd.domain.told import worded
from kskd.domain.values.dates import format_date
from kskd.domain.values.numbers import Percent, format_number
from kskd.domain.values.period import Period, PeriodKind
from kskd.domain.values.text import quote
from kskd.errors import refusal
from kskd.evaluation.advice import Proposal, propose, situation_of
from kskd.evaluation.instrument import Instrument, read_instrument
from kskd.evaluation.score import Score, check_answers, score
from kskd.registry.session import Session
from kskd.registry.tables import agreements, closings, evaluations, instruments, settings
from kskd.registry.views import ids
from kskd.workflows import lookup
from kskd.workflows.access import Access
from kskd.workflows.changes import Change, compare, require_reason
from kskd.workflows.evaluation.doubts import doubts
from kskd.workflows.evaluation.obstacles import take_in
from kskd.workflows.evaluation.periods import begun_period


@dataclass(frozen=True, slots=True)
class Evaluated:
    """What came of it: the evaluation as kept, its score, what is proposed, open obstacles, changes, remarks.

    ``disagreements`` says for which items the OPD answered otherwise than the office.
    """

    evaluation: Evaluation
    score: Score
    proposal: Proposal
    disagreements: tuple[str, ...]
    obstacles: tuple[Obstacle, ...]
    changes: tuple[Change, ...]
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Questions:
    """What a person may still be asked about one document and period."""

    agreement: Agreement
    period: Period
    instrument: Instrument
    evaluation: Evaluation | None
    obstacles: tuple[Obstacle, ...]
    targets: tuple[Target, ...]
    realised: frozenset[int]
    near_days: int
    today: date


def likely_period(access: Access, text: str) -> Period:
    """The last semester that is over, or of a document that had ended before it the one in which it ended."""
    semester = Period.of(access.today, PeriodKind.SEMESTER).previous()
    with access.reading() as session:
        agreement = agreements.read_agreement(session, lookup.agreement_id(session, text))
    last = agreement.last_day(access.today)
    if last is None or last >= semester.start:
        return semester
    return Period.of(last, PeriodKind.SEMESTER)


def questions(access: Access, text: str, period_text: str) -> Questions:
    """What is known so far, so that only the rest is asked. Raises Refused where nothing can be evaluated."""
    period = begun_period(period_text, access.today)
    with access.reading() as session:
        agreement = evaluable(session, access, text, period)
        evaluation = known_evaluation(session, agreement.id, period)
        return Questions(
            agreement,
            period,
            _instrument(session, evaluation),
            evaluation,
            tuple(
                one
                for one in evaluations.read_obstacles(session, [agreement.id])
                if one.is_open_on(period.end)
            ),
            tuple(evaluations.read_targets(session, [agreement.id])),
            frozenset(
                one.target
                for one in evaluations.read_realisations(session, [agreement.id])
                if one.period == period
            ),
            _near_days(session),
            access.today,
        )


def proposed(known: Questions, report: Reported) -> Proposal:
    """What would be proposed if the report were kept as it is."""
    base = known.evaluation or Evaluation(known.agreement.id, known.period, known.instrument.id)
    new = report.over(base, known.instrument.codes)
    return _proposal(known.agreement, new, _score(known.instrument, new), known.near_days, known.today)


def evaluate(access: Access, text: str, period_text: str, report: Reported) -> Evaluated:
    """Keep what an OPD reports on a document for a period, over what it reported before.

    What was empty is filled; what was written is corrected only with a reason, and once the period is
    closed nothing changes without one. A recommendation that is not the one proposed needs a reason of its
    own. Obstacles live on from period to period. Evaluated are derived documents, and umbrellas that have
    none (product page, "Counting"; Permendagri 22/2020 Pasal 17 and 39 ask for a report each semester).
    """
    period = begun_period(period_text, access.today)
    with access.writing() as session:
        agreement = evaluable(session, access, text, period)
        if report == Reported():
            raise refusal("report-empty")
        done = keep(session, access, agreement, period, report)
    return done  # noqa: RET504 - for all that types know, the block swallows exceptions


def keep(
    session: Session, access: Access, agreement: Agreement, period: Period, report: Reported
) -> Evaluated:
    """As ``evaluate``, inside an act."""
    if report.reported_on is not None:
        require_possible(report.reported_on, period, access.today)
    old = known_evaluation(session, agreement.id, period)
    instrument = _instrument(session, old)
    base = old or Evaluation(agreement.id, period, instrument.id)
    if report.unchanged:
        base = _carried_over(session, base)
    new = report.over(base, instrument.codes)
    check_answers(instrument, new.answers)
    check_answers(instrument, new.opd_answers)
    fields = access.subjects.evaluation
    changes = compare(_facts(fields, old) if old else {}, _facts(fields, new))
    realised, realised_changes = _realisations(session, agreement.id, period, report.realisations)
    changes += realised_changes
    require_reason(_corrections(changes, old, new, report), access.reason)
    evaluations.write_evaluation(session, new)
    for one in realised:
        evaluations.write_realisation(session, one)
    obstacles, obstacle_changes = take_in(
        session, access.subjects.beside_obstacle, agreement.id, period, report, reason=access.reason
    )
    changes += obstacle_changes
    if changes and access.reason is None and (closed := closings.closing_of(session, period)):
        raise refusal("period-closed", period=closed)
    made = _score(instrument, new)
    proposal = _proposal(agreement, new, made, _near_days(session), access.today)
    if new.recommendation is not None and (
        report.recommendation or "recommendation_reason" in report.cleared
    ):
        _require_ground(new, proposal)
    still_open = tuple(one for one in obstacles if one.is_open_on(period.end))
    return Evaluated(
        new,
        made,
        proposal,
        disagreements(new),
        still_open,
        changes,
        tuple(doubts(session, agreement, new, realised, [one.text for one in report.obstacles])),
    )


def disagreements(evaluation: Evaluation) -> tuple[str, ...]:
    """One line an item for which the OPD answered otherwise than the answer that counts."""
    return tuple(
        f"{item}: OPD menjawab {voice}, yang dihitung {counted}"
        for item, (counted, voice) in evaluation.disputed.items()
    )


def _carried_over(session: Session, base: Evaluation) -> Evaluation:
    """What is not answered yet as the latest earlier evaluation by the same instrument answered it."""
    earlier = [
        one
        for one in evaluations.read_evaluations(session, [base.agreement])
        if one.period.end < base.period.start and one.instrument == base.instrument
    ]
    if not earlier:
        raise refusal(
            "nothing-to-carry-on", id=base.agreement, period=base.period.label, instrument=base.instrument
        )
    last = max(earlier, key=lambda one: one.period)
    return replace(
        base,
        implementation=base.implementation or last.implementation,
        opd_implementation=base.opd_implementation
        or (None if base.implementation else last.opd_implementation),
        answers={**last.answers, **base.answers},
        opd_answers={item: option for item, option in last.opd_answers.items() if item not in base.answers}
        | dict(base.opd_answers),
    )


def _corrections(
    changes: Iterable[Change], old: Evaluation | None, new: Evaluation, report: Reported
) -> list[Change]:
    """The changes without those by which the office's answer only takes its place beside the OPD's."""
    second = {
        f"Jawaban {item}"
        for item, option in new.opd_answers.items()
        if report.voice and old and item not in old.opd_answers and old.answers.get(item) == option
    }
    if report.voice and old and not old.opd_implementation and new.opd_implementation == old.implementation:
        second.add("Pelaksanaan")
    return [change for change in changes if change.label not in second]


def _proposal(agreement: Agreement, new: Evaluation, made: Score, near_days: int, today: date) -> Proposal:
    has_successor = agreement.successor is not None
    return propose(situation_of(agreement, new, made, today, has_successor=has_successor), near_days)


def _require_ground(new: Evaluation, proposal: Proposal) -> None:
    differs = proposal.advice is not None and new.recommendation is not proposal.advice
    if differs and new.recommendation_reason is None:
        raise refusal(
            "recommendation-without-reason",
            advice=proposal.advice,
            rule=proposal.rule,
            says=proposal.says,
            chosen=new.recommendation,
        )


def require_possible(reported_on: date, period: Period, today: date) -> None:
    """The day on which the OPD reported is not before the period, and not to come."""
    if reported_on > today:
        raise refusal("day-in-future", what="Tanggal lapor", day=format_date(reported_on))
    if reported_on < period.start:
        raise refusal("day-before-period", what="Tanggal lapor", day=format_date(reported_on), period=period)


def evaluable(session: Session, access: Access, text: str, period: Period) -> Agreement:
    """The document meant; Refused, with the reason, where it is not evaluated in the period."""
    agreement = agreements.read_agreement(session, lookup.to_change(session, access, text))
    if agreement.void_reason is not None:
        raise refusal("agreement-void", id=agreement.id, done="dievaluasi")
    if agreement.signed is None:
        raise refusal("draft-not-evaluated", id=agreement.id)
    if agreement.signed.earliest > period.end:
        raise refusal("signed-after-period", id=agreement.id, day=agreement.signed.words, period=period.label)
    below = () if agreement.is_derived else ids.derived_below(session, agreement.id, period.end)
    if told := [one.id for one in agreements.read_agreements(session, below).values() if _lasts(one, period)]:
        raise refusal("umbrella-not-evaluated", id=agreement.id, children=", ".join(told))
    return agreement


def _lasts(one: Agreement, period: Period) -> bool:
    """Whether a derived document is in force for so much of a period that it tells of its umbrella too.

    On whatever day it began and ended, where these are known in part.
    """
    if (span := one.surely_in_force(period.end)) is None:
        return False
    return owes_report(*span, period)


def known_evaluation(session: Session, agreement: str, period: Period) -> Evaluation | None:
    """What is recorded of a document for the very period."""
    return next(
        (one for one in evaluations.read_evaluations(session, [agreement]) if one.period == period), None
    )


def _instrument(session: Session, evaluation: Evaluation | None) -> Instrument:
    wanted = evaluation.instrument if evaluation else settings.read_government(session).text("instrument")
    text = instruments.read_instrument(session, wanted)
    if text is None:
        raise refusal("instrument-not-kept", id=quote(wanted))
    return read_instrument(text)


def instrument_in_use(session: Session) -> Instrument | None:
    """The instrument by which the next evaluation is made; None in a registry that has not kept it."""
    text = instruments.read_instrument(session, settings.read_government(session).text("instrument"))
    return None if text is None else read_instrument(text)


def _near_days(session: Session) -> int:
    return int(settings.read_government(session).text("renewal-days"))


def _score(instrument: Instrument, evaluation: Evaluation) -> Score:
    return score(instrument, evaluation.implementation, evaluation.answers, evaluation.evidence)


def _realisations(
    session: Session, agreement: str, period: Period, said: Mapping[int, float]
) -> tuple[list[Realisation], tuple[Change, ...]]:
    targets = {target.number: target for target in evaluations.read_targets(session, [agreement])}
    recorded = {
        one.target: one for one in evaluations.read_realisations(session, [agreement]) if one.period == period
    }
    realised: list[Realisation] = []
    changes: list[Change] = []
    for number, value in said.items():
        if number not in targets:
            known = ", ".join(map(str, targets)) or "belum ada target"
            raise refusal("target-not-found", number=f'"{number}"', id=agreement, known=known)
        one = Realisation(agreement, number, period, in_unit(targets[number], value))
        was = recorded.get(number)
        if was is None or was.value != one.value:
            label = f"Realisasi {targets[number].indicator}"
            changes.append(Change(label, format_number(was.value) if was else None, format_number(one.value)))
        realised.append(one)
    return realised, tuple(changes)


def in_unit(target: Target, value: float) -> float:
    """A realisation as a plain number; InvalidNumber where it is in per cent and the target's unit is not."""
    if isinstance(value, Percent) and not value.suits(target.unit):
        raise refusal(
            "realisation-in-percent",
            value=format_number(value),
            number=target.number,
            unit=target.unit or "belum tercatat",
        )
    return float(value)


def _facts(fields: Fields, evaluation: Evaluation) -> dict[str, str | None]:
    """What was reported by label, in words, to be compared."""
    found: dict[str, str | None] = {
        "Pelaksanaan": evaluation.implementation,
        "Pelaksanaan menurut OPD": evaluation.opd_implementation,
        **{f"Jawaban {item}": option for item, option in evaluation.answers.items()},
        **{f"Jawaban OPD {item}": option for item, option in evaluation.opd_answers.items()},
        "Tidak ada perubahan": "ya" if evaluation.unchanged else None,
        **worded(fields, evaluation),
    }
    for who in evaluation.fillers:
        day = format_date(who.filled_on) if who.filled_on else "hari tidak tercatat"
        found[f"Pengisi {who.opd or who.role} {who.name}"] = day
    for proof in evaluation.evidence:
        of = f"{proof.item} " if proof.item else ""
        found[f"Bukti {of}{proof.text}"] = f"SHA-256 {proof.digest[:12]}…" if proof.digest else "uraian"
    return found
