"""The yearly list of planned cooperation as a page: per affair, with what the law asks of such a list.

Permendagri 22/2020 Pasal 5 ayat (3) (KSDD wajib) and Pasal 25 with PP 28/2018 Pasal 17 (KSDPK).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kskd.domain.document.affairs import AFFAIRS
from kskd.domain.document.facts import FACTS
from kskd.domain.values.period import Period, PeriodKind
from kskd.reporting import rows
from kskd.reporting.build import head_of_page
from kskd.reporting.pages import PlanGroup, PlanPage, PlanRow
from kskd.reporting.signing import signatures
from kskd.reporting.survey import Survey

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from kskd.domain.document.agreement import Agreement
    from kskd.reporting.facts import Facts


def build_plan(facts: Facts, year: int, as_of: date) -> PlanPage:
    """What was planned for the year as known on the day; a document of several affairs stands under each."""
    period = Period(year, PeriodKind.YEAR)
    survey = Survey(facts, period, as_of)
    planned = [one for one in survey.agreements.values() if one.planned_for == year]
    groups = (
        PlanGroup(code, name, _rows(survey, (one for one in planned if code in one.affairs)))
        for code, name in AFFAIRS.items()
    )
    return PlanPage(
        head=head_of_page(facts, period, as_of),
        year=year,
        total=len(planned),
        signed=sum(survey.is_signed(one) for one in planned),
        groups=tuple(group for group in groups if group.rows),
        unclassed=_rows(survey, (one for one in planned if not one.affairs)),
        signatures=signatures(facts, as_of),
    )


def _rows(survey: Survey, planned: Iterable[Agreement]) -> tuple[PlanRow, ...]:
    return tuple(_row(survey, one) for one in planned)


def _row(survey: Survey, one: Agreement) -> PlanRow:
    facts = dict(one.facts)
    return PlanRow(
        agreement=rows.agreement_row(survey, one),
        duration=one.term.duration_typed,
        in_plan=FACTS["in_plan"].word(facts["in_plan"]) if "in_plan" in facts else None,
        scope=one.scope,
    )
