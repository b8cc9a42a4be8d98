"""The desk sheets of a period as the registry stands: who is asked about what, and what is known of it."""

from __future__ import annotations

from collections import defaultdict
from datetime import timedelta
from typing import TYPE_CHECKING

from kskd.desk.sheet import ACTIONS, EVALUATION, OBSTACLES, TARGETS, Sheet, part_of
from kskd.domain.choices import OBSTACLE_CATEGORIES
from kskd.domain.values.dates import format_date
from kskd.domain.values.numbers import format_number
from kskd.errors import refusal
from kskd.reporting.survey import Survey, order

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from kskd.domain.document.agreement import Agreement
    from kskd.domain.evaluation import Action, Obstacle, Target
    from kskd.domain.values.period import Period
    from kskd.reporting.facts import Facts

    Row = dict[str, str | None]


def sheets(
    facts: Facts,
    period: Period,
    today: date,
    due_on: date | None,
    meetings: Mapping[str, str],
    *,
    all_rows: bool = False,
) -> dict[str, Sheet]:
    """One sheet for each OPD that has something to evaluate, in order of code.

    What is asked about is what the report of the period counts (``Survey.is_asked``). ``meetings`` has the
    desk meeting of an OPD in words; with ``all_rows`` obstacles and actions stay that are settled meanwhile,
    so that a sheet can be read that went out before. Raises NotFound where the instrument in use is missing.
    """
    survey = Survey(facts, period, min(period.end, today))
    asked: dict[str, list[Agreement]] = defaultdict(list)
    for one in survey.agreements.values():
        if survey.is_asked(one):
            asked[survey.opd[one.id]].append(one)
    government = facts.government
    used = government.text("instrument")
    if used not in facts.instruments:
        raise refusal("instrument-not-kept", id=used)
    instrument = facts.instruments[used]
    name = government.get("signer-name")
    contact = government.text("signer-office") + (f" ({name})" if name else "")
    return {
        code: Sheet(
            government.name,
            government.text("office"),
            code,
            facts.opds[code].name,
            period,
            instrument,
            due_on or due_after(facts, period.end),
            contact,
            meetings.get(code),
            tuple(
                part_of(key, instrument, rows)
                for key, rows in _rows(survey, {one.id: one for one in agreements}, all_rows=all_rows).items()
            ),
        )
        for code, agreements in sorted(asked.items())
    }


def _was_told(obstacle: Obstacle, period: Period) -> bool:
    """Whether the report of another period told of it, also of a part of this one: its own tells it anew."""
    return obstacle.opened != period and obstacle.opened.end <= period.end


def due_after(facts: Facts, day: date) -> date:
    """The day on which a sheet is due that is asked for on, or about what ended on, a day."""
    return day + timedelta(days=int(facts.government.text("report-days")))


def _rows(survey: Survey, asked: Mapping[str, Agreement], *, all_rows: bool) -> dict[str, dict[str, Row]]:
    facts = survey.facts

    def in_order(found: list[tuple[str, int, Row]]) -> dict[str, Row]:
        found.sort(key=lambda one: (order(one[0]), one[1]))
        return {
            f"{agreement}/{number}": {"title": asked[agreement].title, **row}
            for agreement, number, row in found
        }

    return {
        EVALUATION: {one.id: _agreement(survey, one) for one in asked.values()},
        TARGETS: in_order(
            [
                (one.agreement, one.number, _target(survey, one))
                for one in facts.targets
                if one.agreement in asked
            ]
        ),
        OBSTACLES: in_order(
            [
                (one.agreement, one.number, _obstacle(survey, one))
                for one in facts.obstacles
                if one.agreement in asked
                and (all_rows or (_was_told(one, survey.period) and one.is_open_on(survey.period.end)))
            ]
        ),
        ACTIONS: in_order(
            [
                (one.agreement, one.number, _action(one))
                for one in facts.actions
                if one.agreement in asked and (all_rows or one.is_open(survey.as_of))
            ]
        ),
    }


def _agreement(survey: Survey, one: Agreement) -> Row:
    beside = {"OPD pemrakarsa bersama": survey.co_leads(one), "OPD pendukung": survey.support(one)}
    units = (f"{label}: {', '.join(codes)}" for label, codes in beside.items() if codes)
    return {
        "title": one.title,
        "doc": one.kind_name,
        "parties": "; ".join((survey.facts.government.name, *one.partners, *units)),
        "purpose": "; ".join(filter(None, (one.text("purpose"), *one.scope))) or None,
        "object": one.text("object"),
        "term": one.effective_term.describe(),
        "own": "; ".join(f"{label}: {value}" for label, value in survey.own_values(one)) or None,
    }


def _target(survey: Survey, one: Target) -> Row:
    known = survey.realisation(one)
    return {
        "kind": one.kind.label,
        "indicator": one.indicator,
        # Never a bare number: where points are decimal a spreadsheet makes 13 of a cell "13.000" in a CSV.
        "wanted": None if one.value is None else f"{format_number(one.value)} {one.unit or '(tanpa satuan)'}",
        "unit": one.unit,
        "due_on": format_date(one.due_on) if one.due_on else None,
        "so_far": f"{format_number(known.value)} ({known.period.label})" if known else None,
    }


def _obstacle(survey: Survey, one: Obstacle) -> Row:
    known = [effort for effort in one.efforts if effort.period.end <= survey.period.end]
    return {
        "text": one.text,
        "category": OBSTACLE_CATEGORIES.get(one.category, one.category) if one.category else None,
        "opened": str(one.opened),
        "so_far": "; ".join(f"{effort.text} ({effort.period})" for effort in known) or None,
    }


def _action(one: Action) -> Row:
    return {"what": one.what, "who": one.who, "due_on": format_date(one.due_on) if one.due_on else None}
