"""Roll-ups of a report: by scheme and affair, reports in time, targets by kind, trend, what could change."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from kskd.domain.choices import TargetKind
from kskd.domain.document.affairs import AFFAIRS
from kskd.domain.document.agreement import Agreement
from kskd.domain.document.chain import SCHEME_NAMES, Scheme
from kskd.domain.document.lines import worth_of
from kskd.domain.evaluation import achievement
from kskd.domain.reporting_day import report_due
from kskd.domain.values.money import Worth
from kskd.domain.values.period import Period
from kskd.errors import InvalidDate
from kskd.evaluation.rollup import (
    MeanScore,
    Ratio,
    Timeliness,
    assumed_range,
    count_timeliness,
    latest_evaluation,
    mean_score,
)
from kskd.reporting.model import AssumedLine, RollupLine, TargetTally, TimelyLine, TrendLine
from kskd.reporting.survey import Survey

TREND_PERIODS = 4
"""How many periods a trend looks back over, the report's own included."""

NO_AFFAIR, TOTAL = "–", "total"


class By(StrEnum):
    """What counted documents are grouped by."""

    OPD = "opd"
    SCHEME = "scheme"
    AFFAIR = "affair"


class SummaryLine(NamedTuple):
    """A group with all that is counted of it; ``low`` and ``high`` bound the mean if all were reported.

    ``unsure`` are so many more of which nobody can tell whether they count.
    """

    code: str
    label: str
    total: int
    reported: Ratio
    mean: MeanScore
    low: Decimal
    high: Decimal
    timely: Timeliness
    unsure: int
    worth: Worth


def by_scheme(survey: Survey, counted: Sequence[Agreement]) -> tuple[RollupLine, ...]:
    """The counted documents by scheme, each once; the lines add up to the whole."""
    return tuple(_line(survey, *group) for group in groups_of(survey, counted, By.SCHEME))


def by_affair(survey: Survey, counted: Sequence[Agreement]) -> tuple[RollupLine, ...]:
    """The counted documents by affair: once under each affair, so the lines add up to more than the whole."""
    return tuple(_line(survey, *group) for group in groups_of(survey, counted, By.AFFAIR))


def summary(survey: Survey, by: By) -> tuple[SummaryLine, ...]:
    """The counted documents by lead OPD, scheme or affair, and last the Pemda, where each counts once.

    Among reports in time are also those of umbrellas that are reported on themselves.
    """
    told = [
        one
        for one in survey.agreements.values()
        if survey.is_counted(one) or survey.is_unsure(one) or (not one.is_derived and survey.owed(one))
    ]
    groups = [*groups_of(survey, told, by), (TOTAL, survey.facts.government.name, told)]
    lines = []
    for code, label, group in groups:
        counted = [one for one in group if survey.is_counted(one)]
        line = _line(survey, code, label, counted)
        low, high = assumed_range(survey.score(one.id) for one in counted) or (Decimal(0), Decimal(0))
        sure = [one for one in group if not survey.is_unsure(one)]
        counts = sum((one.counts for one in timely(survey, sure)), Timeliness())
        unsure, worth = len(group) - len(sure), worth_of(counted)
        lines.append(
            SummaryLine(code, label, line.total, line.reported, line.mean, low, high, counts, unsure, worth)
        )
    return tuple(lines)


def groups_of(survey: Survey, counted: Sequence[Agreement], by: By) -> list[tuple[str, str, list[Agreement]]]:
    """Code, name and documents of each group that has any; without an affair last, under one of its own."""
    groups: dict[str, list[Agreement]] = defaultdict(list)
    for one in counted:
        match by:
            case By.OPD:
                codes: Iterable[str] = (survey.opd[one.id],)
            case By.SCHEME:
                codes = (one.scheme.value,)
            case By.AFFAIR:
                codes = one.affairs or (NO_AFFAIR,)
        for code in codes:
            groups[code].append(one)
    names = {
        By.OPD: {code: opd.name for code, opd in survey.facts.opds.items()},
        By.SCHEME: {one.value: SCHEME_NAMES[one] for one in Scheme},
        By.AFFAIR: AFFAIRS | {NO_AFFAIR: "Urusan belum tercatat"},
    }[by]
    places = {code: at for at, code in enumerate(names)} if by is By.SCHEME else {}
    ordered = sorted(groups, key=lambda code: (code == NO_AFFAIR, places.get(code, 0), code))
    return [(code, names.get(code, code), groups[code]) for code in ordered]


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
    for period in survey.asked_periods:
        reports = []
        for one in agreements:
            due = report_due(one.scheme, period, survey.facts.government)
            if due is None or period not in survey.owed(one):
                continue
            shown = latest_evaluation(survey.evaluations(one.id), period)
            came = shown is not None and shown.implementation is not None
            reports.append((came, shown.reported_on if shown else None, due))
        if reports:
            lines.append(TimelyLine(str(period), period.label, count_timeliness(reports)))
    return tuple(lines)


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
    """The periods of the same kind up to this one, each seen from its last day.

    Periods of which nobody reported are left out. A line scored by other instruments than the line before it
    is marked: the two cannot be compared.
    """
    lines: list[TrendLine] = []
    for period in reversed(list(_back(survey.period))):
        there = survey if period == survey.period else Survey(survey.facts, period, period.end)
        counted = [one for one in there.agreements.values() if there.is_counted(one)]
        reported = _reported(there, counted)
        if period != survey.period and not any(_is_of_the_period(there, one.id) for one in counted):
            continue
        mean = mean_score(there.score(one.id) for one in counted)
        before = next((one.mean.instruments for one in reversed(lines) if one.mean.instruments), None)
        changed = before is not None and bool(mean.instruments) and mean.instruments != before
        lines.append(TrendLine(str(period), period.label, len(counted), reported, mean, changed))
    return tuple(lines)


def _is_of_the_period(survey: Survey, agreement: str) -> bool:
    """Whether the evaluation shown is of the period itself, not the latest known of a longer one."""
    shown = survey.evaluation(agreement)
    return shown is not None and survey.period.contains(shown.period)


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
