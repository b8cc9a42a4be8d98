"""From facts to the pages of one period: who gets a page, and what stands on it."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kskd.domain.opd import read_code
from kskd.reporting import rollups, rows
from kskd.reporting.figures import figures_of
from kskd.reporting.gap_rows import KINDS, gaps_of
from kskd.reporting.model import (
    AssumedLine,
    Head,
    IndexPage,
    OpdLine,
    OpdReport,
    RecapReport,
    Share,
)
from kskd.reporting.notes import TARGET_NOTE, void_note
from kskd.reporting.signing import signatures
from kskd.reporting.survey import Survey

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from kskd.domain.document.agreement import Agreement
    from kskd.domain.evaluation import Action, Obstacle, Target
    from kskd.domain.settings import Government
    from kskd.domain.values.period import Period
    from kskd.reporting.facts import Facts

_NOT_A_PAGE = frozenset({"index", "rekap", "con", "prn", "aux", "nul"}) | {
    f"{port}{number}" for port in ("com", "lpt") for number in range(1, 10)
}
"""Names taken by other pages, or refused by file systems that USB sticks use; compared in lower case."""

MAX_OBSTACLES = 20
"""Open obstacles that the recap prints one by one; the rest are in the reports of the OPD."""


@dataclass(frozen=True, slots=True)
class Reports:
    """All pages of one period."""

    opds: tuple[OpdReport, ...]
    recap: RecapReport
    index: IndexPage


def build(facts: Facts, period: Period, as_of: date, *, assume_reported: bool = False) -> Reports:
    """All pages for a period as things stood on ``as_of``; the same facts in any order give the same.

    With ``assume_reported`` the recap also has the range that full reporting would leave.

    An OPD gets a page if it leads or supports at least one document, under the OPD that carries on its
    work by then. Raises NotFound for an OPD or instrument that the facts name but lack, and InvalidFact
    for answers that the instrument does not know.
    """
    survey = Survey(facts, period, as_of)
    head = head_of_page(facts, period, as_of)
    desks = _desks(survey)
    opds = tuple(_opd_report(survey, head, code, desk) for code, desk in desks.items())
    lines = tuple(_line(report) for report in opds)
    busy = {code for one in survey.present.values() for code in (survey.opd[one.id], *survey.beside(one))}
    idle = tuple(
        Share(opd.code, opd.name, 0)
        for _, opd in sorted(facts.opds.items())
        if opd.code not in busy
        and survey.carried_on(opd.code) == opd.code
        and (opd.valid_from is None or opd.valid_from <= period.end)
        and (opd.valid_to is None or opd.valid_to >= period.start)
    )
    recap = _recap(survey, head, opds, lines, idle)
    if assume_reported:
        recap = replace(recap, assumed=_assumed(survey, lines))
    index = IndexPage(head=head, opds=lines, idle=idle, totals=recap.figures.totals)
    return Reports(opds=opds, recap=recap, index=index)


@dataclass(slots=True)
class _Desk:
    """What lies on the desk of one OPD: the documents it leads and supports, and all about the former."""

    leads: list[Agreement]
    supports: list[Agreement]
    obstacles: list[Obstacle]
    actions: list[Action]
    targets: list[Target]


def _desks(survey: Survey) -> dict[str, _Desk]:
    desks: dict[str, _Desk] = defaultdict(lambda: _Desk([], [], [], [], []))
    for agreement in survey.agreements.values():
        desks[survey.opd[agreement.id]].leads.append(agreement)
        for code in survey.beside(agreement):
            desks[code].supports.append(agreement)
    facts = survey.facts
    for obstacle in facts.obstacles:
        if obstacle.agreement in survey.agreements:
            desks[survey.opd[obstacle.agreement]].obstacles.append(obstacle)
    for action in facts.actions:
        if action.agreement in survey.agreements:
            desks[survey.opd[action.agreement]].actions.append(action)
    for target in facts.targets:
        if target.agreement in survey.agreements:
            desks[survey.opd[target.agreement]].targets.append(target)
    return dict(sorted(desks.items()))


def head_of_page(facts: Facts, period: Period, as_of: date) -> Head:
    """What stands at the head of every page of a period."""
    return head_of(
        facts.government, period, as_of, version=facts.version, filtered=facts.filtered, image=facts.image
    )


def head_of(
    government: Government,
    period: Period,
    as_of: date,
    *,
    version: str,
    filtered: str | None,
    image: str | None = None,
) -> Head:
    """As ``head_of_page``, where no facts are read."""
    name = government.name
    letterhead = name if name.lower().startswith("pemerintah") else f"Pemerintah {name}"
    return Head(
        government=name,
        letterhead=letterhead,
        office=government.text("office"),
        period=str(period),
        period_label=period.label,
        period_start=period.start,
        period_end=period.end,
        as_of=as_of,
        paper=government.text("paper"),
        version=version,
        filtered=filtered,
        lines=(letterhead.upper(), government.text("letterhead-unit").upper()),
        address=government.get("letterhead-address"),
        image=image,
    )


def _opd_report(survey: Survey, head: Head, code: str, desk: _Desk) -> OpdReport:
    opd = survey.facts.opds[code]
    actions_open, actions_done = rows.action_rows(survey, desk.actions)
    targets = rows.target_rows(survey, desk.targets)
    live = [one for one in desk.leads if rows.is_live(survey.status[one.id])]
    uncounted = [one for one in live if one.is_derived and not survey.is_counted(one)]
    return OpdReport(
        head=head,
        code=code,
        name=opd.name,
        page=page_name(code),
        figures=figures_of(survey, desk.leads, (TARGET_NOTE,) if targets else ()),
        umbrellas=tuple(rows.umbrella_row(survey, one) for one in live if not one.is_derived),
        agreements=rows.agreement_rows(survey, (one for one in desk.leads if survey.is_counted(one))),
        uncounted=rows.agreement_rows(survey, uncounted),
        supporting=rows.agreement_rows(survey, desk.supports),
        obstacles=rows.obstacle_rows(survey, desk.obstacles),
        actions_open=actions_open,
        actions_done=actions_done,
        targets=targets,
        gaps=gaps_of(survey, desk.leads, desk.targets),
        signatures=signatures(survey.facts, survey.as_of, code),
        own=rows.own_rows(survey, desk.leads),
    )


def _line(report: OpdReport) -> OpdLine:
    figures = report.figures
    return OpdLine(
        code=report.code,
        name=report.name,
        page=report.page,
        total=figures.totals.total,
        in_force=figures.totals.in_force,
        supporting=len(report.supporting),
        follow_up=figures.follow_up,
        states=figures.states,
        reported=figures.reported,
        mean=figures.mean,
        timely=figures.timely,
        soon=len(figures.soon),
        open_obstacles=sum(row.closed is None for row in report.obstacles),
        open_actions=len(report.actions_open),
        overdue_actions=sum(row.days_overdue is not None for row in report.actions_open),
        gaps=len(report.gaps),
        worth=figures.worth,
    )


def _recap(
    survey: Survey,
    head: Head,
    opds: Sequence[OpdReport],
    lines: tuple[OpdLine, ...],
    idle: tuple[Share, ...],
) -> RecapReport:
    still_open = rows.open_obstacle_rows(survey, survey.facts.obstacles)
    categories = Counter(row.category or "" for row in still_open)
    ranked = sorted(categories.items(), key=lambda pair: (-pair[1], pair[0]))
    missing = Counter(gap.kind for report in opds for gap in report.gaps)
    counted = [one for one in survey.agreements.values() if survey.is_counted(one)]
    return RecapReport(
        head=head,
        figures=figures_of(survey, list(survey.agreements.values()), void_note(survey)),
        opds=lines,
        idle=idle,
        open_obstacles=tuple(Share(name, name or "Tanpa kategori", count) for name, count in ranked),
        oldest_obstacles=still_open[:MAX_OBSTACLES],
        more_obstacles=max(0, len(still_open) - MAX_OBSTACLES),
        gaps=tuple(Share(kind, label, missing[kind]) for kind, label in KINDS.items() if missing[kind]),
        signatures=signatures(survey.facts, survey.as_of),
        by_scheme=rollups.by_scheme(survey, counted),
        by_affair=rollups.by_affair(survey, counted),
        trend=rollups.trend(survey),
        assumed=(),
    )


def _assumed(survey: Survey, opds: Sequence[OpdLine]) -> tuple[AssumedLine, ...]:
    """The Pemda, then each OPD that leads a counted document."""
    counted = [one for one in survey.agreements.values() if survey.is_counted(one)]
    lines = [rollups.assumed(survey, survey.facts.government.name, counted)]
    lines += [
        rollups.assumed(survey, line.name, [one for one in counted if survey.opd[one.id] == line.code])
        for line in opds
    ]
    return tuple(line for line in lines if line is not None)


def page_name(code: str) -> str:
    """The file name of an OPD's page, from its code only; InvalidText for what is no code."""
    name = read_code(code)
    return f"{name}_" if name.lower() in _NOT_A_PAGE else name
