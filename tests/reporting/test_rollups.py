"""Roll-ups of the recap: they add up by their stated rules, and what cannot be compared is marked."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kskd.domain.choices import Counting, Recommendation, TargetKind
from kskd.domain.document.chain import Scheme
from kskd.domain.evaluation import Evidence
from kskd.domain.implementation import Implementation
from kskd.domain.values.period import Period
from kskd.evaluation.rollup import Timeliness
from kskd.reporting.build import build
from kskd.reporting.rollups import NO_AFFAIR, By, summary
from kskd.reporting.survey import Survey
from tests.reporting.reporting_facts import (
    S1,
    S2,
    YEAR_END,
    agreement,
    answers,
    evaluation,
    facts,
    inti,
    realisation,
    rich_facts,
    target,
    term,
)

if TYPE_CHECKING:
    from kskd.domain.document.agreement import Agreement
    from kskd.reporting.facts import Facts
    from kskd.reporting.model import AgreementRow, RecapReport


def recap(
    given_facts: Facts, period: Period = S2, as_of: date = YEAR_END, *, assume: bool = False
) -> RecapReport:
    return build(given_facts, period, as_of, assume_reported=assume).recap


def row(given_facts: Facts, wanted: str = "PKS-2024-001") -> AgreementRow:
    (page,) = build(given_facts, S2, YEAR_END).opds
    return next(one for one in page.agreements if one.id == wanted)


SCHEMES = st.sampled_from([Scheme.KSDPK, Scheme.KSDD_WAJIB, Scheme.KSDLL])
AFFAIRS = st.lists(st.sampled_from(["1.01", "1.02", "3.27"]), max_size=3, unique=True).map(tuple)
REPORTED = (
    st.none() | st.none().map(lambda _: date(2025, 1, 30)) | st.dates(date(2024, 12, 1), date(2025, 3, 9))
)


@given(
    st.lists(
        st.tuples(SCHEMES, AFFAIRS, st.sampled_from(["DINKES", "DINSOS"]), st.booleans(), REPORTED),
        max_size=8,
    )
)
def test_roll_ups_add_up_by_their_stated_rules(
    drawn: list[tuple[Scheme, tuple[str, ...], str, bool, date | None]],
) -> None:
    """By scheme and by OPD each document counts once; by affair once under each, and without one apart."""
    ids = [f"PKS-2024-{number:03}" for number in range(1, len(drawn) + 1)]
    documents = [
        agreement(one, opd, scheme=scheme, affairs=affairs)
        for one, (scheme, affairs, opd, _, _) in zip(ids, drawn, strict=True)
    ]
    reports = [
        evaluation(one, reported_on=day) for one, (_, _, _, came, day) in zip(ids, drawn, strict=True) if came
    ]
    page = recap(facts(*documents, evaluations=reports))
    whole = page.figures
    assert sum(line.total for line in page.by_scheme) == whole.reported.denominator == len(drawn)
    assert sum(line.reported.numerator for line in page.by_scheme) == whole.reported.numerator
    assert sum(line.mean.scored for line in page.by_scheme) == whole.mean.scored
    assert sum(line.total for line in page.by_affair) == sum(max(1, len(one[1])) for one in drawn)
    assert {line.code: line.total for line in page.by_affair}.get(NO_AFFAIR, 0) == sum(
        not one[1] for one in drawn
    )
    of_opds = sum((one.counts for line in page.opds for one in line.timely), Timeliness())
    of_all = sum((one.counts for one in whole.timely), Timeliness())
    assert of_opds == of_all
    assert of_all.owed == sum(one[0] is not Scheme.KSDLL for one in drawn)


@given(
    st.lists(st.tuples(SCHEMES, AFFAIRS, st.sampled_from(["DINKES", "DINSOS"]), st.booleans()), max_size=8)
)
def test_a_summary_by_anything_ends_in_the_same_whole(
    drawn: list[tuple[Scheme, tuple[str, ...], str, bool]],
) -> None:
    """The Pemda's own line is the same whatever the groups; by OPD and by scheme they add up to it."""
    documents = [
        agreement(f"PKS-2024-{number:03}", opd, scheme=scheme, affairs=affairs)
        for number, (scheme, affairs, opd, _) in enumerate(drawn, 1)
    ]
    reports = [evaluation(one.id) for one, (*_, came) in zip(documents, drawn, strict=True) if came]
    survey = Survey(facts(*documents, evaluations=reports), S2, YEAR_END)
    found = {by: summary(survey, by) for by in By}
    assert len({str(lines[-1]) for lines in found.values()}) == 1
    for by in (By.OPD, By.SCHEME):
        *groups, whole = found[by]
        assert whole.total == sum(one.total for one in groups) == len(drawn)
        assert whole.timely == sum((one.timely for one in groups), Timeliness())
        assert whole.mean.scored == sum(one.mean.scored for one in groups)


@pytest.mark.parametrize(
    ("below", "successor", "owed"),
    [
        (None, None, ["MOU-2023-001"]),
        (date(2023, 12, 31), None, ["MOU-2023-001"]),  # the plan of the year before
        (date(2024, 1, 30), None, ["MOU-2023-001"]),  # less than 30 days of the year
        (date(2024, 1, 31), None, ["RKT-2023-001"]),
        (None, date(2024, 12, 2), ["MOU-2023-001"]),
        (None, date(2024, 12, 1), ["MOU-2024-001"]),  # the line goes on
    ],
)
def test_a_cooperation_abroad_owes_its_year_once(
    below: date | None, successor: date | None, owed: list[str]
) -> None:
    signed, far = date(2023, 5, 2), date(2028, 5, 2)

    def made(one: str, first: date, last: date, **more: str) -> Agreement:
        return agreement(one, scheme=Scheme.KSDPL, signed_on=first, term=term(first, last), **more)

    documents = [made("MOU-2023-001", signed, far)]
    if below is not None:
        documents += [made("RKT-2023-001", signed, below, parent="MOU-2023-001")]
    if successor is not None:
        documents += [made("MOU-2024-001", successor, far, predecessor="MOU-2023-001")]
    known, year = facts(*documents), Period.parse("2024")
    survey = Survey(known, year, YEAR_END)
    assert [one.id for one in documents if survey.owes(one, year)] == owed
    lines = {one.period: one.counts for one in recap(known, year).figures.timely}
    assert lines["2024"] == Timeliness(missing=1) == summary(survey, By.OPD)[-1].timely
    assert "report" in {gap.kind for page in build(known, year, YEAR_END).opds for gap in page.gaps}


def test_a_report_is_late_after_the_setting_and_abroad_it_is_owed_for_the_year() -> None:
    documents = (
        agreement("PKS-2024-001"), agreement("PKS-2024-002"), agreement("PKS-2024-003"),
        agreement("RKT-2024-001", scheme=Scheme.KSDPL),
    )  # fmt: skip
    reports = [
        evaluation("PKS-2024-001", reported_on=date(2025, 1, 30)),
        evaluation("PKS-2024-002", reported_on=date(2025, 1, 31)),
        evaluation("PKS-2024-003", reported_on=None),
        evaluation("RKT-2024-001", Period.parse("2024"), reported_on=date(2025, 1, 8)),
    ]
    known = facts(*documents, evaluations=reports)
    (semester,) = recap(known).figures.timely
    assert semester.counts == Timeliness(on_time=1, late=1, unknown_day=1)
    lines = {one.period: one.counts for one in recap(known, Period.parse("2024")).figures.timely}
    assert lines["2024"] == Timeliness(late=1)
    assert lines["2024-S1"] == Timeliness(missing=3)
    later = facts(*documents, evaluations=reports, settings={"report-days": "31"})
    assert recap(later).figures.timely[0].counts == Timeliness(on_time=2, unknown_day=1)


def test_a_document_in_force_for_less_than_thirty_days_owes_no_report() -> None:
    short = agreement("PKS-2024-001", term=term(date(2024, 5, 2), date(2024, 7, 30)))
    enough = agreement("PKS-2024-002", term=term(date(2024, 5, 2), date(2024, 7, 31)))
    assert recap(facts(short)).figures.timely == ()
    assert recap(facts(short, enough)).figures.timely[0].counts == Timeliness(missing=1)
    assert asked_of(facts(short, enough)) == ["PKS-2024-002"]


@pytest.mark.parametrize(("since", "is_owed"), [("2024-S1", True), ("2024-S2", True), ("2025-S1", False)])
@pytest.mark.parametrize("period", [S2, Period.parse("2024"), Period.parse("2025-03")])
def test_nothing_is_owed_of_periods_before_the_first_that_is_asked_for(
    period: Period, since: str, *, is_owed: bool
) -> None:
    known = facts(agreement("PKS-2024-001"), settings={"reports-since": since})
    assert bool(recap(known, period).figures.timely) is is_owed
    assert asked_of(known, period) == ["PKS-2024-001"] * is_owed


def asked_of(known: Facts, period: Period = S2) -> list[str]:
    """Ids of the documents whose report an OPD is asked for, as gaps say it."""
    pages = build(known, period, period.end).opds
    return [gap.agreement for page in pages for gap in page.gaps if gap.kind == "report"]


def test_a_trend_marks_where_the_version_of_the_instrument_changed() -> None:
    newer = inti()._replace(version=9)
    document = agreement(
        "PKS-2024-001", signed_on=date(2023, 1, 2), term=term(date(2023, 1, 2), date(2027, 1, 2))
    )
    reports = [
        evaluation("PKS-2024-001", Period.parse("2023-S1")),
        evaluation("PKS-2024-001", S1),
        evaluation("PKS-2024-001", S2, instrument=newer.id),
    ]
    lines = recap(facts(document, evaluations=reports, instruments=[newer])).trend
    assert [(one.period, one.changed) for one in lines] == [
        ("2023-S1", False),
        ("2024-S1", False),
        ("2024-S2", True),
    ]
    assert lines[-1].mean.instruments == (newer.id,)


def test_months_that_show_a_semesters_evaluation_are_no_trend() -> None:
    november = Period.parse("2024-11")
    given = facts(agreement("PKS-2024-001"), evaluations=[evaluation("PKS-2024-001", S1)])
    assert [one.period for one in build(given, november, november.end).recap.trend] == [str(november)]


def test_an_earlier_period_is_seen_from_its_own_last_day() -> None:
    """What was signed later was not there."""
    late = agreement("PKS-2024-002", signed_on=date(2024, 8, 1), term=term(date(2024, 8, 1), None))
    reports = [evaluation("PKS-2024-001", S1), evaluation("PKS-2024-001", S2)]
    lines = recap(facts(agreement("PKS-2024-001"), late, evaluations=reports)).trend
    assert [one.total for one in lines] == [1, 2]


def test_full_reporting_is_told_as_a_range_and_only_when_asked() -> None:
    documents = [agreement(f"PKS-2024-00{number}") for number in (1, 2, 3)]
    reports = [evaluation("PKS-2024-001"), evaluation("PKS-2024-002", answers=answers(without=("hasil",)))]
    known = facts(*documents, evaluations=reports)
    assert recap(known).assumed == ()
    (pemda, opd) = recap(known, assume=True).assumed
    assert (pemda.mean.value, pemda.low, pemda.high) == (Decimal(100), Decimal("59.33"), Decimal("100.00"))
    assert (opd.label, opd.low, opd.high) == ("Dinas Kesehatan", pemda.low, pemda.high)
    everything = [evaluation(one.id) for one in documents]
    (line, _) = recap(facts(*documents, evaluations=everything), assume=True).assumed
    assert line.low == line.high == line.mean.value


def test_output_and_outcome_are_told_apart_and_what_cannot_be_measured_is_not_reached() -> None:
    document = agreement("PKS-2024-001")
    known = facts(
        document,
        targets=[
            target(document.id, 1, value=10.0), target(document.id, 2, value=10.0),
            target(document.id, 3, value=10.0, kind=TargetKind.OUTCOME),
            target(document.id, 4, value=None, kind=TargetKind.OUTCOME),
        ],
        realisations=[
            realisation(document.id, 1, 10.0), realisation(document.id, 2, 9.9),
            realisation(document.id, 4, 3.0),
        ],
    )  # fmt: skip
    tallies = [(one.kind, one.total, one.measured, one.reached) for one in recap(known).figures.targets]
    assert tallies == [("output", 2, 2, 1), ("outcome", 2, 0, 0)]


@pytest.mark.parametrize(
    ("counting", "reached", "percent"), [(Counting.PERIOD, 70.0, 70.0), (Counting.SUM, 30.0, 30.0)]
)
def test_a_target_by_period_shows_the_sum_so_far(counting: Counting, reached: float, percent: float) -> None:
    document = agreement("PKS-2024-001")
    known = facts(
        document,
        targets=[target(document.id, value=100.0, counting=counting, source="Renja")],
        realisations=[
            realisation(document.id, 1, 40.0, S1), realisation(document.id, 1, 30.0, S2),
            realisation(document.id, 1, 20.0, Period.parse("2024-Q3")),
        ],
    )  # fmt: skip
    (page,) = build(known, S2, YEAR_END).opds
    (line,) = page.targets
    assert (line.realised, line.achievement, line.source) == (reached, percent, "Renja")


def test_a_row_tells_proposal_and_the_reason_to_differ_claims_and_disputes() -> None:
    document = agreement("PKS-2024-001", term=term(date(2024, 5, 2), date(2027, 5, 2)))
    made = evaluation(
        document.id,
        recommendation=Recommendation.PERBAIKI,
        recommendation_reason="Ada keluhan",
        opd_answers={"hasil": "terbatas"},
        evidence=(Evidence("Laporan"),),
    )
    result = row(facts(document, evaluations=[made])).result
    assert (result.proposal, result.differs, result.recommendation_reason) == (
        "Diperluas",
        True,
        "Ada keluhan",
    )
    assert (result.disputed, result.claims) == (("hasil",), ())
    assert [one.category for one in result.borrowed] == ["Sangat Tinggi", "AA"]
    agreeing = replace(made, recommendation=Recommendation.PERLUAS)
    assert not row(facts(document, evaluations=[agreeing])).result.differs


def test_without_a_score_no_scale_is_borrowed_and_nothing_is_proposed() -> None:
    made = evaluation("PKS-2024-001", implementation=Implementation.PENUH, answers={})
    result = row(facts(agreement("PKS-2024-001"), evaluations=[made])).result
    assert (result.borrowed, result.proposal) == ((), None)


def test_the_rich_registry_shows_each_part() -> None:
    page = recap(rich_facts(), assume=True)
    assert all(
        (page.by_scheme, page.by_affair, page.trend, page.assumed, page.figures.timely, page.figures.targets)
    )


def test_what_lies_before_the_registry_is_not_late() -> None:
    """It is outside the rate, and a note says so; the year is owed that has not ended by then."""
    since = {"reports-since": "2024-S2"}
    known = facts(
        agreement("PKS-2024-001", signed_on=date(2024, 1, 2), term=term(None, None)), settings=since
    )
    before, now = (recap(known, Period.parse(one)).figures for one in ("2024-S1", "2024-S2"))
    assert (before.timely, [one.period for one in now.timely]) == ((), ["2024-S2"])
    told = [one for one in before.notes if "Sebelum registri dimulai (Semester II Tahun 2024)" in one]
    assert len(told) == 1
    assert not any("Sebelum registri" in one for one in now.notes)
    year = recap(known, Period.parse("2024")).figures
    assert [one.period for one in year.timely] == ["2024-S2"]
    assert any("Sebelum registri" in one for one in year.notes)
