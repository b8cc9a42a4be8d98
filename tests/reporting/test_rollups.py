"""Trends and roll-ups: what may be compared, what may not, and that the parts add up."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from kskd.domain.choices import Implementation
from kskd.domain.period import Period
from kskd.evaluation.rollup import Ratio
from kskd.reporting.build import build
from kskd.reporting.rollups import NO_AFFAIR

from .reporting_facts import S1, S2, agreement, answers, evaluation, facts, inti, rich_facts, term

if TYPE_CHECKING:
    from kskd.domain.evaluation import Evaluation
    from kskd.reporting.facts import Facts
    from kskd.reporting.model import RecapReport

PKS = "PKS-2023-001"
SINCE = date(2023, 1, 2)
EARLY = agreement(PKS, signed_on=SINCE, term=term(SINCE, date(2027, 1, 1)))
TWO = inti()._replace(version=9)


def recap(given: Facts, *, assume_reported: bool = False) -> RecapReport:
    return build(given, S2, S2.end, assume_reported=assume_reported).recap


def told(period: Period, place: int = 0, instrument: str | None = None) -> Evaluation:
    state = list(Implementation)[place]
    one = evaluation(PKS, period, answers=answers(place), implementation=state)
    return one if instrument is None else evaluation(PKS, period, instrument=instrument)


def test_a_trend_sets_each_period_beside_the_one_before() -> None:
    lines = recap(facts(EARLY, evaluations=[told(S1, 1), told(S2)])).trend
    assert [(line.label, line.total, line.reported) for line in lines] == [
        (S1.label, 1, Ratio(1, 1)),
        (S2.label, 1, Ratio(1, 1)),
    ]
    assert not any(line.changed for line in lines)


def test_a_period_under_another_version_of_the_instrument_is_marked() -> None:
    lines = recap(facts(EARLY, evaluations=[told(S1, 1), told(S2, 0, TWO.id)], instruments=[TWO])).trend
    assert [line.changed for line in lines] == [False, True]
    assert [line.mean.instruments for line in lines] == [(inti().id,), (TWO.id,)]


def test_months_that_show_a_semesters_evaluation_are_no_trend() -> None:
    november = Period.parse("2024-11")
    given = facts(EARLY, evaluations=[told(S1), told(Period.parse("2023-S2"))])
    assert [line.label for line in build(given, november, november.end).recap.trend] == [november.label]


def test_an_earlier_period_is_seen_from_its_own_last_day() -> None:
    """What was signed later was not there."""
    late = agreement("PKS-2024-002", signed_on=date(2024, 8, 1), term=term(date(2024, 8, 1), None))
    lines = recap(facts(EARLY, late, evaluations=[told(S1), told(S2)])).trend
    assert [line.total for line in lines] == [1, 2]


def test_each_scheme_counts_a_document_once_and_each_affair_of_its_counts_it_too() -> None:
    page = recap(
        facts(
            agreement("PKS-2024-001", affairs=("1.01", "1.02")),
            agreement("PKS-2024-002", "DINSOS"),
            agreement("RK-2024-001", affairs=("1.02",)),
            agreement("KB-2024-001", affairs=("1.02",)),  # an umbrella does not count
            evaluations=[evaluation("PKS-2024-001")],
        )
    )
    assert [(one.code, one.reported) for one in page.by_scheme] == [
        ("ksdpk", Ratio(1, 2)),
        ("sinergi", Ratio(0, 1)),
    ]
    assert [(one.code, one.reported) for one in page.by_affair] == [
        ("1.01", Ratio(1, 1)), ("1.02", Ratio(1, 2)), (NO_AFFAIR, Ratio(0, 1)),
    ]  # fmt: skip


def test_schemes_and_opd_add_up_to_the_pemda() -> None:
    page = recap(rich_facts())
    whole = page.figures
    for parts in (page.by_scheme, page.opds):
        assert sum(part.reported.numerator for part in parts) == whole.reported.numerator
        assert sum(part.reported.denominator for part in parts) == whole.reported.denominator
        assert sum(part.mean.scored for part in parts) == whole.mean.scored


def test_what_full_reporting_could_change_is_told_only_when_asked() -> None:
    """From all missing at 0 to all missing at 100, for the Pemda and for each OPD."""
    given = facts(EARLY, agreement("PKS-2024-002"), evaluations=[told(S2)])
    assert recap(given).assumed == ()
    whole, opd = recap(given, assume_reported=True).assumed
    assert (whole.total, opd.total) == (2, 2)
    assert (whole.low, whole.high) == (Decimal(50), Decimal(100))
