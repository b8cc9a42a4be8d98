"""*Laporan bulanan*: what happened in the month, what ends next, what is overdue."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kskd.domain.document.status import NOT_BEGUN, Status
from kskd.domain.implementation import implementation_label
from kskd.domain.values.period import Period, PeriodKind
from kskd.evaluation.rollup import Ratio
from kskd.reporting import rows
from kskd.reporting.kinds.decisions import ending
from kskd.reporting.signing import signatures
from kskd.reporting.survey import Survey

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from kskd.domain.document.agreement import Agreement
    from kskd.domain.values.days import Day
    from kskd.reporting.basis import Basis
    from kskd.reporting.model import ActionRow, AgreementRow, Head, Signature


@dataclass(frozen=True, slots=True)
class ReportIn:
    """A report that came in within the month: of which document, for which period, how it was carried out."""

    agreement: str
    title: str
    opd: str
    period: str
    state: str
    reported_on: date


@dataclass(frozen=True, slots=True)
class Bulanan:
    """What the page of a month is given."""

    head: Head
    before_label: str | None
    in_force: int  # documents in force on the day
    in_force_before: int | None  # a month before, on its last day
    signed: tuple[AgreementRow, ...]
    begun: tuple[AgreementRow, ...]
    ended: tuple[AgreementRow, ...]
    reports: tuple[ReportIn, ...]
    done: tuple[ActionRow, ...]
    ending: tuple[AgreementRow, ...]  # within ``soon_days``, without a signed successor
    soon_days: int
    overdue: tuple[ActionRow, ...]
    semester: str  # label of the semester of the month
    reported: Ratio  # of that semester on the day: a month has no rate of its own
    silent: tuple[str, ...]  # ids of its counted documents without a report
    signatures: tuple[Signature, Signature]


def bulanan(basis: Basis) -> Bulanan:
    """The page of a month of the whole Pemda."""
    survey, past, period = basis.survey, basis.before, basis.period
    all_ = list(survey.agreements.values())
    actions = [one for one in basis.facts.actions if one.agreement in survey.agreements]
    still_open, done = rows.action_rows(survey, actions)
    semester = Period.of(period.end, PeriodKind.SEMESTER)
    whole = Survey(basis.facts, semester, basis.as_of)
    counted = [one for one in whole.agreements.values() if whole.is_counted(one)]
    silent = tuple(one.id for one, state in zip(counted, whole.states(counted), strict=True) if state is None)
    return Bulanan(
        head=basis.head,
        before_label=past.period.label if past else None,
        in_force=_in_force(survey),
        in_force_before=_in_force(past) if past else None,
        signed=basis.rows(one for one in all_ if one.signed and _lies_in(one.signed, basis)),
        begun=basis.rows(one for one in all_ if _has_begun(basis, one)),
        ended=basis.rows(one for one in all_ if _has_ended(basis, one)),
        reports=tuple(_reports(basis)),
        done=tuple(one for one in done if _is_within(one.done_on, basis)),
        ending=basis.rows(one for one, _ in ending(basis)),
        soon_days=basis.facts.government.soon_days,
        overdue=tuple(one for one in still_open if one.days_overdue is not None),
        semester=semester.label,
        reported=Ratio(len(counted) - len(silent), len(counted)),
        silent=silent,
        signatures=signatures(basis.facts, basis.as_of),
    )


def _in_force(survey: Survey) -> int:
    return sum(survey.status[one] is Status.ACTIVE for one in survey.agreements)


def _is_within(day: date | None, basis: Basis) -> bool:
    return day is not None and basis.period.start <= day <= min(basis.period.end, basis.as_of)


def _lies_in(day: Day, basis: Basis) -> bool:
    """Whether it lies in the month, whichever day it is."""
    return basis.period.start <= day.earliest and day.latest <= basis.period.end


def _has_begun(basis: Basis, one: Agreement) -> bool:
    """Whether its first day lies in the month and has come."""
    begins, starts = one.effective_term.starts, one.term.starts
    has_come = basis.survey.status[one.id] not in NOT_BEGUN and not (starts and starts.latest > basis.as_of)
    return begins is not None and has_come and _lies_in(begins, basis)


def _has_ended(basis: Basis, one: Agreement) -> bool:
    """Whether its last day lies in the month and has gone by."""
    if basis.survey.status[one.id] in NOT_BEGUN:
        return False
    last = one.last(basis.as_of)
    return last is not None and _lies_in(last, basis) and last.latest < basis.as_of


def _reports(basis: Basis) -> Iterator[ReportIn]:
    survey = basis.survey
    came = (
        one
        for one in basis.facts.evaluations
        if one.agreement in survey.agreements and _is_within(one.reported_on, basis)
    )
    for one in sorted(came, key=lambda one: (one.reported_on, one.agreement)):
        agreement = survey.agreements[one.agreement]
        if one.reported_on is not None:
            yield ReportIn(
                agreement.id,
                agreement.title,
                survey.opd[agreement.id],
                one.period.label,
                implementation_label(one.implementation),
                one.reported_on,
            )
