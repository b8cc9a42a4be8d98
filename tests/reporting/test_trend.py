"""Trends and roll-ups: what may be compared, what may not, and that the parts add up."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from kskd.domain.choices import Implementation
from kskd.domain.period import Period
from kskd.evaluation.rollup import Ratio
from kskd.reporting.build import NO_AFFAIR, build
from kskd.reporting.filters import perubahan

from .reporting_facts import S1, S2, agreement, answers, evaluation, facts, inti, rich_facts, term

if TYPE_CHECKING:
    from kskd.domain.evaluation import Evaluation
    from kskd.reporting.facts import Facts
    from kskd.reporting.model import RecapReport

PKS = "PKS-2023-001"
SINCE = date(2023, 1, 2)
EARLY = agreement(PKS, signed_on=SINCE, term=term(SINCE, date(2027, 1, 1)))
TWO = inti()._replace(version=2)


def recap(given: Facts, *, assume_reported: bool = False) -> RecapReport:
    return build(given, S2, S2.end, assume_reported=assume_reported).recap


def told(period: Period, place: int = 0, instrument: str = "inti/1") -> Evaluation:
    state = list(Implementation)[place]
    return evaluation(PKS, period, answers=answers(place), implementation=state, instrument=instrument)


def test_a_trend_sets_each_period_beside_the_one_before() -> None:
    rows = recap(facts(EARLY, evaluations=[told(S1, 1), told(S2)])).trend
    assert [row.period_label for row in rows] == [S1.label, S2.label]
    assert [row.reported for row in rows] == [Ratio(1, 1), Ratio(1, 1)]
    first, second = (row.mean.value for row in rows)
    assert first is not None
    assert second is not None
    assert (rows[0].change, rows[1].change) == (None, second - first)
    assert perubahan(rows[1]).startswith("+")


def test_no_change_is_told_where_the_instrument_changed() -> None:
    rows = recap(facts(EARLY, evaluations=[told(S1, 1), told(S2, 0, "inti/2")], instruments=[TWO])).trend
    assert (rows[1].change, rows[1].note) == (None, "instrumen berubah: inti/1 → inti/2")
    assert perubahan(rows[1]) == "tidak dibandingkan: instrumen berubah: inti/1 → inti/2"


def test_a_period_between_in_which_nobody_reported_stays_in_the_trend() -> None:
    """Not reported is told, and nothing is compared across it."""
    rows = recap(facts(EARLY, evaluations=[told(Period.parse("2023-S2")), told(S2)])).trend
    assert [row.reported.numerator for row in rows] == [1, 0, 1]
    assert [(row.change, row.note) for row in rows] == [(None, None)] * 3


def test_a_first_period_has_no_trend() -> None:
    assert recap(facts(EARLY, evaluations=[told(S2)])).trend == ()


def test_months_that_show_a_semesters_evaluation_are_no_trend() -> None:
    november = Period.parse("2024-11")
    given = facts(EARLY, evaluations=[told(S1), told(Period.parse("2023-S2"))])
    assert build(given, november, november.end).recap.trend == ()


def test_an_earlier_period_is_seen_from_its_own_last_day() -> None:
    """What was signed later was not there."""
    late = agreement("PKS-2024-002", signed_on=date(2024, 8, 1), term=term(date(2024, 8, 1), None))
    rows = recap(facts(EARLY, late, evaluations=[told(S1), told(S2)])).trend
    assert [row.reported.denominator for row in rows] == [1, 2]


def test_each_scheme_and_opd_counts_a_document_once_and_each_affair_of_its() -> None:
    page = recap(
        facts(
            agreement("PKS-2024-001", affairs=("1.01", "1.02")),
            agreement("PKS-2024-002", "DINSOS"),
            agreement("RK-2024-001", affairs=("1.02",)),
            agreement("KB-2024-001", affairs=("1.02",)),  # an umbrella does not count
            evaluations=[evaluation("PKS-2024-001")],
        )
    )
    assert [(one.code, one.reported) for one in page.schemes] == [
        ("ksdpk", Ratio(1, 2)),
        ("sinergi", Ratio(0, 1)),
    ]
    assert [(one.code, one.reported) for one in page.affairs] == [
        ("1.01", Ratio(1, 1)), ("1.02", Ratio(1, 2)), (NO_AFFAIR, Ratio(0, 1)),
    ]  # fmt: skip


def test_schemes_and_opd_add_up_to_the_pemda() -> None:
    page = recap(rich_facts())
    whole = page.figures
    for parts in (page.schemes, page.opds):
        assert sum(part.reported.numerator for part in parts) == whole.reported.numerator
        assert sum(part.reported.denominator for part in parts) == whole.reported.denominator
        assert sum(part.mean.scored for part in parts) == whole.mean.scored
        for at, share in enumerate(whole.states):
            assert sum(part.states[at].count for part in parts) == share.count


def test_what_full_reporting_could_change_is_told_only_when_asked() -> None:
    given = facts(EARLY, agreement("PKS-2024-002"), evaluations=[told(S2)])
    assert recap(given).figures.full is None
    full = recap(given, assume_reported=True).figures.full
    assert full is not None
    assert (full.missing, full.carried_out) == (1, (Ratio(1, 2), Ratio(2, 2)))
