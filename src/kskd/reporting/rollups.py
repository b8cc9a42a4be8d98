"""Roll-ups of a report: by scheme and affair, reports in time, targets by kind, trend, what could change."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from kskd.domain.affairs import AFFAIRS
from kskd.domain.chain import SCHEME_NAMES, Scheme
from kskd.domain.choices import TargetKind
from kskd.domain.evaluation import achievement
from kskd.domain.period import Period, PeriodKind
from kskd.domain.reporting_day import owes_report, report_due
from kskd.errors import InvalidDate
from kskd.evaluation.rollup import Ratio, assumed_range, count_timeliness, latest_evaluation, mean_score
from kskd.reporting.model import AssumedLine, RollupLine, TargetTally, TimelyLine, TrendLine
from kskd.reporting.survey import Survey

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from kskd.domain.agreement import Agreement

TREND_PERIODS = 4
"""How many periods a trend looks back over, the report's own included."""

NO_AFFAIR = "–"


def by_scheme(survey: Survey, counted: Sequence[Agreement]) -> tuple[RollupLine, ...]:
    """The counted documents by scheme, each once; the lines add up to the whole."""
    groups: dict[Scheme, list[Agreement]] = defaultdict(list)
    for one in counted:
        groups[one.scheme].append(one)
    return tuple(_line(survey, one.value, SCHEME_NAMES[one], groups[one]) for one in Scheme if groups[one])


def by_affair(survey: Survey, counted: Sequence[Agreement]) -> tuple[RollupLine, ...]:
    """The counted documents by affair: once under each affair, so the lines add up to more than the whole."""
    groups: dict[str, list[Agreement]] = defaultdict(list)
    for one in counted:
        for code in one.affairs or (NO_AFFAIR,):
            groups[code].append(one)
    names = AFFAIRS | {NO_AFFAIR: "Urusan belum tercatat"}
    return tuple(
        _line(survey, code, names.get(code, code), groups[code])
        for code in sorted(groups, key=lambda code: (code == NO_AFFAIR, code))
    )


def _line(survey: Survey, code: str, label: str, group: Sequence[Agreement]) -> RollupLine:
    return RollupLine(
        code, label, len(group), _reported(survey, group), mean_score(survey.score(one.id) for one in group)
    )


def _reported(survey: Survey, group: Sequence[Agreement]) -> Ratio:
    states = survey.states(group)
    return Ratio(sum(state is not None for state in states), len(states))


def timely(survey: Survey, agreements: Sequence[Agreement]) -> tuple[TimelyLine, ...]:
    """Reports owed for the report's semesters, abroad for its year; periods that owe none are left out."""
    lines = []
    for period in _owing(survey):
        reports = []
        for one in agreements:
            due = report_due(one.scheme, period, survey.facts.government)
            if due is None or not survey.is_counted(one, period) or not _owes(one, period):
                continue
            shown = latest_evaluation(survey.evaluations(one.id), period)
            came = shown is not None and shown.implementation is not None
            reports.append((came, shown.reported_on if shown else None, due))
        if reports:
            lines.append(TimelyLine(str(period), period.label, count_timeliness(reports)))
    return tuple(lines)


def _owes(one: Agreement, period: Period) -> bool:
    starts_on, ends_on = one.effective_term.starts_on, one.last_day(period.end)
    return starts_on is not None and owes_report(starts_on, ends_on, period)


def _owing(survey: Survey) -> Iterator[Period]:
    own = survey.period
    if own.kind is PeriodKind.YEAR:
        for index in (1, 2):
            semester = Period(own.year, PeriodKind.SEMESTER, index)
            if semester.start <= survey.as_of:
                yield semester
        yield own
    else:
        yield survey.due_period


def targets(survey: Survey, counted: Iterable[Agreement]) -> tuple[TargetTally, ...]:
    """Targets of the counted documents by kind: how many can be measured, how many of those are reached."""
    wanted = {one.id for one in counted}
    percents: dict[TargetKind, list[float | None]] = defaultdict(list)
    for target in survey.facts.targets:
        if target.agreement in wanted:
            percents[target.kind].append(achievement(target, survey.realised(target)))
    return tuple(
        TargetTally(
            kind.value,
            kind.label,
            len(percents[kind]),
            sum(one is not None for one in percents[kind]),
            sum(one is not None and one >= 100 for one in percents[kind]),
        )
        for kind in TargetKind
        if percents[kind]
    )


def trend(survey: Survey) -> tuple[TrendLine, ...]:
    """The periods of the same kind up to this one, each seen from its last day; those without scores apart.

    A line scored by other instruments than the line before it is marked: the two cannot be compared.
    """
    lines: list[TrendLine] = []
    for period in reversed(list(_back(survey.period))):
        there = survey if period == survey.period else Survey(survey.facts, period, period.end)
        counted = [one for one in there.agreements.values() if there.is_counted(one)]
        reported = _reported(there, counted)
        if not reported.numerator and period != survey.period:
            continue
        mean = mean_score(there.score(one.id) for one in counted)
        before = next((one.mean.instruments for one in reversed(lines) if one.mean.instruments), None)
        changed = before is not None and bool(mean.instruments) and mean.instruments != before
        lines.append(TrendLine(str(period), period.label, len(counted), reported, mean, changed))
    return tuple(lines)


def _back(period: Period) -> Iterator[Period]:
    for _ in range(TREND_PERIODS):
        yield period
        try:
            period = period.previous()
        except InvalidDate:
            return


def assumed(survey: Survey, label: str, counted: Sequence[Agreement]) -> AssumedLine | None:
    """What full reporting could change for these documents; None where there are none."""
    scores = [survey.score(one.id) for one in counted]
    reach = assumed_range(scores)
    return None if reach is None else AssumedLine(label, len(counted), mean_score(scores), *reach)
