"""The figures of a period on screen: by OPD, scheme or affair, or over the periods before it."""

from datetime import date

from kskd.domain.values.period import Period
from kskd.domain.values.text import quote
from kskd.errors import InvalidDate, refusal
from kskd.reporting.model import TrendLine
from kskd.reporting.notes import unsure_notes
from kskd.reporting.rollups import By, SummaryLine, summary, trend
from kskd.reporting.sebanding import Sebanding
from kskd.reporting.sebanding import sebanding as steps_of
from kskd.reporting.survey import Survey
from kskd.workflows.access import Access
from kskd.workflows.register.filtering import Filters
from kskd.workflows.reports.making import read_counted
from kskd.workflows.reports.rewinding import recorded

TREND = "period"


def recap(
    access: Access,
    period_text: str,
    by: str,
    filters: Filters,
    as_of: date | None,
    *,
    known_on: date | None = None,
) -> tuple[SummaryLine, ...]:
    """The counted documents of a period in groups, the Pemda last, as a report of that day has them.

    With filters, those of the documents that pass on that day; so too in the periods of ``over_time``.
    """
    survey = _survey(access, period_text, filters, as_of, known_on=known_on)
    _tell_unsure(access, survey)
    return summary(survey, _grouping(by, *By, TREND))


def sebanding(
    access: Access,
    period_text: str,
    by: str,
    filters: Filters,
    as_of: date | None,
    *,
    known_on: date | None = None,
) -> tuple[Sebanding, ...]:
    """How far the umbrellas in force have come in a period, in groups, the Pemda last.

    Beside each figure that of the period of the same kind before it, on its last day.
    """
    survey = _survey(access, period_text, filters, as_of, known_on=known_on)
    _tell_unsure(access, survey)
    try:
        last = survey.period.previous()
    except InvalidDate:
        return steps_of(survey, None, _grouping(by, *By))
    return steps_of(survey, Survey(survey.facts, last, last.end), _grouping(by, *By))


def _tell_unsure(access: Access, survey: Survey) -> None:
    for line in unsure_notes(survey, survey.agreements.values()):
        access.tell(line)


def _grouping(text: str, *known: str) -> By:
    try:
        return By(text.strip().casefold())
    except ValueError:
        raise refusal(
            "choice-unknown", what="Pengelompokan", text=quote(text), known=", ".join(known)
        ) from None


def over_time(
    access: Access, period_text: str, filters: Filters, as_of: date | None, *, known_on: date | None = None
) -> tuple[TrendLine, ...]:
    """The Pemda in the period and those of the same kind before it."""
    return trend(_survey(access, period_text, filters, as_of, known_on=known_on))


def day_of(access: Access, period_text: str, as_of: date | None) -> date:
    """The day of the figures of a period: its last, or today while it runs, unless another is asked for."""
    period = Period.parse(period_text)
    if period.start > access.today and as_of is None:
        raise refusal("report-period-ahead", period=period)
    return as_of or min(period.end, access.today)


def _survey(
    access: Access, period_text: str, filters: Filters, as_of: date | None, *, known_on: date | None = None
) -> Survey:
    period, day = Period.parse(period_text), day_of(access, period_text, as_of)
    with recorded(access, known_on) as session:
        facts = read_counted(session, access, filters, day)
    return Survey(facts, period, day)
