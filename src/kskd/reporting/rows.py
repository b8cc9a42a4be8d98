"""Facts shaped into the rows of a report; nothing is counted here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kskd.domain.choices import OBSTACLE_CATEGORIES, Counting
from kskd.domain.document.affairs import AFFAIRS
from kskd.domain.document.chain import SCHEME_SHORT
from kskd.domain.document.status import STATUS_NAMES, Status
from kskd.domain.evaluation import achievement
from kskd.domain.implementation import NOT_REPORTED_LABEL, Implementation, implementation_label
from kskd.evaluation.rollup import Ratio, count_implementation, mean_score
from kskd.evaluation.scales import SCALES
from kskd.reporting.model import (
    ActionRow,
    AgreementRow,
    Borrowed,
    EffortLine,
    ObstacleRow,
    Result,
    Share,
    TargetRow,
    UmbrellaRow,
)
from kskd.reporting.survey import Survey, order

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from decimal import Decimal

    from kskd.domain.document.agreement import Agreement
    from kskd.domain.evaluation import Action, Obstacle, Target
    from kskd.reporting.model import OwnValues

NOT_REPORTED = "belum-dilaporkan"


def state_shares(survey: Survey, agreements: Iterable[Agreement]) -> tuple[Share, ...]:
    """The five classes of carrying-out, always all five and in the same order."""
    count = count_implementation(survey.states(agreements))
    numbers = (count.penuh, count.sebagian, count.belum, count.tidak)
    known = tuple(
        Share(state.value, state.label, number) for state, number in zip(Implementation, numbers, strict=True)
    )
    return (*known, Share(NOT_REPORTED, NOT_REPORTED_LABEL, count.belum_dilaporkan))


def reported(states: Sequence[Share]) -> Ratio:
    """Reported out of all, from the five classes."""
    total = sum(share.count for share in states)
    return Ratio(total - states[-1].count, total)


def result(survey: Survey, agreement: Agreement) -> Result:
    """How a document was carried out; without an evaluation it is *belum dilaporkan*."""
    evaluation = survey.evaluation(agreement.id)
    if evaluation is None:
        return Result(
            NOT_REPORTED, NOT_REPORTED_LABEL, None, False, None, None, None, None, None, None, None, None
        )
    score = survey.score(agreement.id)
    state = evaluation.implementation
    advice = survey.proposal(agreement.id)
    return Result(
        state=NOT_REPORTED if state is None else state.value,
        state_label=implementation_label(state),
        period=evaluation.period.label,
        other_period=evaluation.period != survey.period,
        reported_on=evaluation.reported_on,
        filler=evaluation.filler,
        score=score.value if score else None,
        coverage=score.coverage if score else None,
        category=score.category if score else None,
        instrument=evaluation.instrument,
        recommendation=evaluation.recommendation.label if evaluation.recommendation else None,
        note=evaluation.note,
        borrowed=() if score is None else borrowed(score.value),
        claims=score.claims if score else (),
        disputed=tuple(sorted(evaluation.disputed)),
        proposal=advice.advice.label if advice and advice.advice else None,
        proposal_rule=": ".join(filter(None, (advice.rule, advice.says))) if advice else None,
        differs=bool(
            advice
            and advice.advice
            and evaluation.recommendation
            and evaluation.recommendation is not advice.advice
        ),
        recommendation_reason=evaluation.recommendation_reason,
    )


def borrowed(value: Decimal | None) -> tuple[Borrowed, ...]:
    """The class of a score on each national scale; none without a score."""
    return () if value is None else tuple(Borrowed(one.source, one.category(value)) for one in SCALES)


def agreement_row(survey: Survey, agreement: Agreement) -> AgreementRow:
    """One document on the day of the report, under the OPD that carries it on."""
    code = survey.opd[agreement.id]
    status = survey.status[agreement.id]
    ended = agreement.ended_by(survey.as_of)
    own = next((party.number for party in agreement.parties if party.seat == 0), None)
    return AgreementRow(
        id=agreement.id,
        doc=agreement.doc.upper(),
        kind=agreement.kind_name,
        scheme=SCHEME_SHORT[agreement.scheme],
        title=agreement.title,
        number=own,
        partners=agreement.partners,
        scope=agreement.scope,
        affairs=tuple(AFFAIRS.get(one, one) for one in sorted(agreement.affairs)),
        opd=code,
        opd_name=survey.facts.opds[code].name,
        former_opd=agreement.lead_opd if agreement.lead_opd != code else None,
        support=survey.support(agreement),
        derived=agreement.is_derived,
        parent=agreement.parent,
        successor=survey.successors.get(agreement.id),
        signed_on=agreement.signed_on or agreement.signed,
        term=agreement.effective_term.describe(),
        ends_on=agreement.term.ends_on or agreement.term.ends,
        ended_on=ended.on if ended else None,
        ground=ended.label if ended else None,
        days_left=agreement.days_left(survey.as_of),
        status=status.value,
        status_label=STATUS_NAMES[status],
        counted=survey.is_counted(agreement),
        result=result(survey, agreement),
        paper_name=agreement.text("paper_name"),
        money=None if (value := agreement.fact("value")) is None else int(value),
        co_leads=survey.co_leads(agreement),
    )


def agreement_rows(survey: Survey, agreements: Iterable[Agreement]) -> tuple[AgreementRow, ...]:
    """Documents as rows, in the order given."""
    return tuple(agreement_row(survey, one) for one in agreements)


def own_rows(survey: Survey, agreements: Iterable[Agreement]) -> tuple[OwnValues, ...]:
    """What documents say in fields of the office's own; those that say nothing are left out."""
    told = ((one, survey.own_values(one)) for one in agreements)
    return tuple((one.id, one.title, values) for one, values in told if values)


def umbrella_row(survey: Survey, umbrella: Agreement) -> UmbrellaRow:
    """An umbrella with the roll-up of its derived documents, or its own evaluation when it has none."""
    children = survey.derived_from(umbrella.id)
    counted = [one for one in children if survey.is_counted(one)]
    signed = sum(survey.is_signed(one) for one in children)
    states = state_shares(survey, counted)
    return UmbrellaRow(
        agreement=agreement_row(survey, umbrella),
        days_since_signing=(survey.as_of - umbrella.signed_on).days if umbrella.signed_on else None,
        derived=signed,
        drafts=len(children) - signed,
        states=states,
        reported=reported(states),
        mean=mean_score(survey.score(one.id) for one in counted),
        own_result=not signed and survey.evaluation(umbrella.id) is not None,
    )


def obstacle_rows(survey: Survey, obstacles: Iterable[Obstacle]) -> tuple[ObstacleRow, ...]:
    """The obstacles that the period shows, with the efforts known on the day."""
    shown = [one for one in obstacles if one.is_shown_in(survey.period, survey.as_of)]
    shown.sort(key=lambda one: (order(one.agreement), one.number))
    return tuple(_obstacle_row(survey, one) for one in shown)


def open_obstacle_rows(survey: Survey, obstacles: Iterable[Obstacle]) -> tuple[ObstacleRow, ...]:
    """The obstacles of the survey's documents that are open on its day, oldest first."""
    still_open = [
        one for one in obstacles if one.agreement in survey.agreements and one.is_open_on(survey.day)
    ]
    still_open.sort(key=lambda one: (one.opened, order(one.agreement), one.number))
    return tuple(_obstacle_row(survey, one) for one in still_open)


def _obstacle_row(survey: Survey, obstacle: Obstacle) -> ObstacleRow:
    closed, category = obstacle.closed_by(survey.day), obstacle.category
    return ObstacleRow(
        agreement=obstacle.agreement,
        title=survey.agreements[obstacle.agreement].title,
        opd=survey.opd[obstacle.agreement],
        number=obstacle.number,
        text=obstacle.text,
        category=None if category is None else OBSTACLE_CATEGORIES.get(category, category),
        opened=obstacle.opened.label,
        closed=closed.label if closed else None,
        age_days=obstacle.age(survey.day),
        efforts=tuple(
            EffortLine(effort.period.label, effort.text)
            for effort in sorted(
                obstacle.efforts_by(survey.day), key=lambda effort: (effort.period, effort.text)
            )
        ),
    )


def action_rows(survey: Survey, actions: Iterable[Action]) -> tuple[tuple[ActionRow, ...], ...]:
    """The actions open on the day, first those due first, and those done within the period."""
    known = sorted(actions, key=lambda one: (order(one.agreement), one.number))
    no_day = survey.as_of.max
    still_open = sorted(
        (one for one in known if one.is_open(survey.as_of)), key=lambda one: one.due_on or no_day
    )
    done = [one for one in known if one.done_on and survey.period.start <= one.done_on <= survey.as_of]
    return (
        tuple(_action_row(survey, one, still_open=True) for one in still_open),
        tuple(_action_row(survey, one, still_open=False) for one in done),
    )


def _action_row(survey: Survey, action: Action, *, still_open: bool) -> ActionRow:
    overdue = action.due_on is not None and action.is_overdue(survey.as_of)
    return ActionRow(
        agreement=action.agreement,
        title=survey.agreements[action.agreement].title,
        number=action.number,
        what=action.what,
        who=action.who,
        agreed=action.agreed.label,
        due_on=action.due_on,
        days_overdue=(survey.as_of - action.due_on).days if overdue and action.due_on else None,
        done_on=None if still_open else action.done_on,
        proof=None if still_open else action.proof,
    )


def target_rows(survey: Survey, targets: Iterable[Target]) -> tuple[TargetRow, ...]:
    """The targets of the documents counted in the period, with what was reached."""
    shown = [one for one in targets if survey.is_counted(survey.agreements[one.agreement])]
    rows = []
    for target in sorted(shown, key=lambda one: (order(one.agreement), one.number)):
        realisation, realised = survey.realisation(target), survey.realised(target)
        is_sum = target.counting is Counting.PERIOD and realised is not None
        rows.append(
            TargetRow(
                agreement=target.agreement,
                title=survey.agreements[target.agreement].title,
                number=target.number,
                kind=target.kind.label,
                indicator=target.indicator,
                owed_by=target.owed_by.label,
                unit=target.unit,
                value=target.value,
                due_on=target.due_on,
                lower_is_better=target.lower_is_better,
                realised=realised,
                realised_in=survey.period.label
                if is_sum
                else realisation.period.label
                if realisation
                else None,
                achievement=achievement(target, realised),
                counting=target.counting.label,
                source=target.source,
            )
        )
    return tuple(rows)


def is_endless(survey: Survey, agreement: Agreement) -> bool:
    """Whether it is in force and nobody knows when it ends: neither a day, nor open, nor on a condition."""
    return agreement.term.end_kind is None and survey.status[agreement.id] is Status.ACTIVE


def is_live(status: Status) -> bool:
    """Whether a document is in preparation, to come or in force, or may be."""
    return status in {Status.DRAFT, Status.UPCOMING, Status.ACTIVE, Status.UNKNOWN}
