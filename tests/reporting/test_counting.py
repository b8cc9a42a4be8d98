"""What a report counts, and for whom: small registries, one rule each."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest

from kskd.domain.document.agreement import Agreement, Party
from kskd.domain.document.ends import EndKind
from kskd.domain.document.term import Term
from kskd.domain.evaluation import Action, Effort, Obstacle
from kskd.domain.implementation import Implementation
from kskd.domain.opd import Opd
from kskd.domain.values.days import Day
from kskd.domain.values.period import Period
from kskd.errors import NotFound
from kskd.evaluation.rollup import Ratio
from kskd.reporting.build import build
from kskd.reporting.survey import Survey
from tests.reporting.reporting_facts import (
    OPDS,
    S1,
    S2,
    YEAR_END,
    agreement,
    answers,
    draft,
    evaluation,
    facts,
    inti,
    realisation,
    rich_facts,
    target,
    term,
)

if TYPE_CHECKING:
    from kskd.reporting.facts import Facts
    from kskd.reporting.model import OpdReport


def report(given: Facts, code: str = "DINKES", period: Period = S2, as_of: date | None = None) -> OpdReport:
    pages = build(given, period, as_of or period.end).opds
    return next(page for page in pages if page.code == code)


def states(page: OpdReport) -> dict[str, int]:
    return {share.code: share.count for share in page.figures.states}


def ids(rows: tuple[object, ...]) -> list[str]:
    return [row.id for row in rows]  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("name", "changes", "counted"),
    [
        ("in force all through", {}, True),
        ("ends on the first day of the period", {"term": term(date(2024, 5, 2), date(2024, 7, 1))}, True),
        ("ended the day before the period", {"term": term(date(2024, 5, 2), date(2024, 6, 30))}, False),
        ("signed on the last day", {"signed_on": YEAR_END, "term": term(YEAR_END, date(2026, 1, 1))}, True),
        ("signed, begins after the period", {"term": term(date(2025, 1, 1), date(2026, 1, 1))}, False),
        ("open-ended", {"term": Term(Day.of(date(2020, 1, 1)), EndKind.OPEN)}, True),
        ("end not recorded", {"term": Term(Day.of(date(2020, 1, 1)))}, True),
        ("draft", {"signed_on": None}, False),
    ],
)
def test_counted_is_what_was_in_force_on_a_day_of_the_period(
    name: str, changes: dict[str, Any], counted: bool
) -> None:
    page = report(facts(agreement("PKS-2024-001", **changes)))
    assert page.figures.reported == Ratio(0, int(counted)), name
    assert ids(page.agreements) == (["PKS-2024-001"] if counted else [])


def test_an_umbrella_is_not_counted_in_the_level_of_carrying_out() -> None:
    page = report(facts(agreement("KB-2024-001"), evaluations=[evaluation("KB-2024-001")]))
    assert page.figures.reported == Ratio(0, 0)


def test_what_is_signed_after_the_day_does_not_exist() -> None:
    pages = build(facts(agreement("PKS-2025-001", signed_on=date(2025, 1, 1))), S2, YEAR_END)
    assert (pages.opds, pages.recap.figures.totals.total) == ((), 0)


def test_a_draft_entered_after_the_day_does_not_exist() -> None:
    assert build(facts(draft("PKS-2025-001", entered_on=date(2025, 1, 1))), S2, YEAR_END).opds == ()


def test_a_draft_is_recorded_as_rancangan_and_not_as_belum_dilaporkan() -> None:
    page = report(facts(draft("PKS-2024-001")))
    assert [(share.label, share.count) for share in page.figures.totals.by_status] == [("Rancangan", 1)]
    assert states(page)["belum-dilaporkan"] == 0
    assert ids(page.uncounted) == ["PKS-2024-001"]


def test_void_documents_are_left_out_and_their_number_is_said() -> None:
    pages = build(
        facts(agreement("PKS-2024-001"), agreement("PKS-2024-002", void_reason="ganda")), S2, YEAR_END
    )
    assert pages.recap.figures.totals.total == 1
    assert "1 naskah yang catatannya dibatalkan" in pages.recap.figures.notes[-1]


def test_the_five_classes_are_always_there_and_unreported_is_apart_from_belum() -> None:
    given = facts(
        *(agreement(f"PKS-2024-{number:03}") for number in range(1, 7)),
        evaluations=[
            evaluation("PKS-2024-001"),
            evaluation("PKS-2024-002", implementation=Implementation.SEBAGIAN),
            evaluation("PKS-2024-003", implementation=Implementation.BELUM),
            evaluation("PKS-2024-004", implementation=Implementation.TIDAK),
            evaluation("PKS-2024-005", implementation=None),
        ],
    )
    page = report(given)
    assert states(page) == {"penuh": 1, "sebagian": 1, "belum": 1, "tidak": 1, "belum-dilaporkan": 2}
    assert page.figures.reported == Ratio(4, 6)


def test_a_supporting_opd_shows_the_document_apart_and_counts_nothing() -> None:
    page = report(facts(agreement("PKS-2024-001", support_opds=("DINSOS",))), "DINSOS")
    assert ids(page.supporting) == ["PKS-2024-001"]
    assert page.figures.totals.total == 0
    assert page.figures.reported == Ratio(0, 0)


def test_a_dissolved_opd_goes_on_under_its_successor_with_the_old_code_named() -> None:
    opds = (
        Opd("LAMA", "Dinas Lama", valid_to=date(2024, 9, 30), successor="BARU"),
        Opd("BARU", "Dinas Baru"),
    )
    given = facts(agreement("PKS-2024-001", "LAMA"), opds=opds)
    assert [page.code for page in build(given, S2, YEAR_END).opds] == ["BARU"]
    assert report(given, "BARU").agreements[0].former_opd == "LAMA"
    before = build(given, Period.parse("2024-Q2"), date(2024, 6, 30)).opds[0]
    assert (before.code, before.agreements[0].former_opd) == ("LAMA", None)


def test_two_units_merged_into_one_that_was_there_are_counted_there_once() -> None:
    """All that the two began stands on the page of the third, each row naming the unit that began it."""
    merged = date(2024, 9, 30)
    opds = (
        Opd("SATU", "Dinas Satu", valid_to=merged, successor="TIGA"),
        Opd("DUA", "Dinas Dua", valid_to=merged, successor="TIGA"),
        Opd("TIGA", "Dinas Tiga"),
    )
    numbers = ("PKS-2024-001", "PKS-2024-002", "PKS-2024-003")
    given = facts(
        agreement(numbers[0], "SATU", parent="KB-2024-001", support_opds=("DUA", "TIGA")),
        agreement(numbers[1], "DUA", parent="KB-2024-001"),
        agreement(numbers[2], "TIGA", support_opds=("SATU",)),
        agreement("KB-2024-001", "DUA"),
        opds=opds,
        evaluations=[evaluation(one) for one in numbers[:2]],
        obstacles=[Obstacle(one, 1, "Hambatan", None, S1) for one in numbers],
        actions=[Action(one, 1, S1, "Rapat", due_on=date(2024, 12, 1)) for one in numbers],
        targets=[target(one) for one in numbers],
    )
    pages = build(given, S2, YEAR_END)
    assert [page.code for page in pages.opds] == ["TIGA"]
    page = pages.opds[0]
    assert [(row.id, row.former_opd) for row in page.agreements] == [
        (numbers[0], "SATU"),
        (numbers[1], "DUA"),
        (numbers[2], None),
    ]
    assert [row.agreement.former_opd for row in page.umbrellas] == ["DUA"]
    assert (page.supporting, pages.index.idle) == ((), ())
    assert (page.figures.totals.total, page.figures.reported) == (4, Ratio(2, 3))
    assert page.figures.follow_up == Ratio(1, 1)
    assert [len(rows) for rows in (page.obstacles, page.actions_open, page.targets)] == [3, 3, 3]
    assert pages.recap.figures.totals == page.figures.totals
    assert (pages.recap.opds[0].open_obstacles, pages.recap.opds[0].overdue_actions) == (3, 3)


def test_before_two_units_merged_each_has_its_own_page() -> None:
    opds = (
        Opd("SATU", "Dinas Satu", valid_to=date(2024, 9, 30), successor="TIGA"),
        Opd("DUA", "Dinas Dua", valid_to=date(2024, 9, 30), successor="TIGA"),
        Opd("TIGA", "Dinas Tiga"),
    )
    given = facts(agreement("PKS-2024-001", "SATU"), agreement("PKS-2024-002", "DUA"), opds=opds)
    for day, codes in ((date(2024, 9, 30), ["DUA", "SATU"]), (date(2024, 10, 1), ["TIGA"])):
        assert [page.code for page in build(given, S2, day).opds] == codes


def test_support_by_an_opd_that_became_the_lead_is_not_shown_twice() -> None:
    opds = (
        Opd("LAMA", "Dinas Lama", valid_to=date(2024, 9, 30), successor="BARU"),
        Opd("BARU", "Dinas Baru"),
    )
    page = report(facts(agreement("PKS-2024-001", "BARU", support_opds=("LAMA",)), opds=opds), "BARU")
    assert page.supporting == ()


def test_idle_opds_are_listed_without_those_that_did_not_exist_or_were_succeeded() -> None:
    opds = (
        *OPDS,
        Opd("BARU", "Dinas Baru", valid_from=date(2025, 1, 1)),
        Opd("LAMA", "Dinas Lama", valid_to=date(2023, 1, 1)),
        Opd("LEBUR", "Dinas Lebur", valid_to=date(2024, 9, 1), successor="DLH"),
    )
    pages = build(facts(agreement("PKS-2024-001"), opds=opds), S2, YEAR_END)
    assert [share.code for share in pages.index.idle] == ["DINSOS", "DLH"]
    assert pages.recap.idle == pages.index.idle


def test_an_opd_that_the_facts_lack_is_named() -> None:
    with pytest.raises(NotFound, match="TIADA"):
        build(facts(agreement("PKS-2024-001", "TIADA")), S2, YEAR_END)


@pytest.mark.parametrize(
    ("children", "ratio"),
    [
        ((), Ratio(0, 1)),
        ((draft("PKS-2024-001", parent="KB-2024-001"),), Ratio(0, 1)),
        ((agreement("PKS-2024-001", parent="KB-2024-001"),), Ratio(1, 1)),
        ((agreement("PKS-2024-001", parent="KB-2024-001", void_reason="ganda"),), Ratio(0, 1)),
        ((agreement("PKS-2025-001", parent="KB-2024-001", signed_on=date(2025, 1, 1)),), Ratio(0, 1)),
        (
            (agreement("PKS-2024-001", "DLH", parent="KB-2024-001", term=term(None, date(2024, 6, 1))),),
            Ratio(1, 1),
        ),
    ],
)
def test_follow_up_needs_a_signed_derived_document(children: tuple[Agreement, ...], ratio: Ratio) -> None:
    figures = report(facts(agreement("KB-2024-001"), *children)).figures
    assert figures.follow_up == ratio
    assert [row.agreement.id for row in figures.without_derived] == ["KB-2024-001"] * (1 - ratio.numerator)


def test_follow_up_reaches_through_a_second_umbrella() -> None:
    given = facts(
        agreement("LOI-2024-001"),
        agreement("MOU-2024-001", parent="LOI-2024-001"),
        agreement("RKT-2024-001", parent="MOU-2024-001"),
    )
    assert report(given).figures.follow_up == Ratio(2, 2)


@pytest.mark.parametrize(
    ("middle", "leaf", "followed"),
    [
        ({}, {}, 1),
        ({"signed_on": None, "term": Term()}, {}, 1),
        ({}, {"signed_on": None, "term": Term()}, 0),
        ({}, {"signed_on": date(2025, 1, 1)}, 0),
        ({}, {"void_reason": "ganda"}, 0),
        ({"void_reason": "ganda"}, {}, 0),
    ],
)
def test_follow_up_through_an_mou_needs_a_leaf_signed_by_the_day_and_no_void_link(
    middle: dict[str, Any], leaf: dict[str, Any], followed: int
) -> None:
    given = facts(
        agreement("LOI-2024-001"),
        agreement("MOU-2024-001", **{"parent": "LOI-2024-001", "void_reason": None, **middle}),
        agreement("RKT-2024-001", **{"parent": "MOU-2024-001", **leaf}),
    )
    rows = build(given, S2, YEAR_END).recap.figures
    assert ("LOI-2024-001" not in [row.agreement.id for row in rows.without_derived]) == bool(followed)


def test_umbrellas_out_of_force_count_on_neither_side() -> None:
    ended = agreement("KB-2024-001", term=term(date(2024, 5, 2), date(2024, 12, 30)))
    assert report(facts(ended, draft("KB-2024-002"))).figures.follow_up == Ratio(0, 0)


def test_umbrellas_without_derived_documents_are_listed_oldest_first_with_days_since_signing() -> None:
    older = agreement("KB-2024-002", signed_on=date(2024, 1, 1))
    rows = report(facts(agreement("KB-2024-001"), older)).figures.without_derived
    assert [(row.agreement.id, row.days_since_signing) for row in rows] == [
        ("KB-2024-002", 365),
        ("KB-2024-001", 243),
    ]


def test_parents_in_a_circle_do_not_hang_the_report() -> None:
    given = facts(
        agreement("KB-2024-001", parent="KB-2024-002"), agreement("KB-2024-002", parent="KB-2024-001")
    )
    assert report(given).figures.follow_up == Ratio(0, 2)


def test_an_umbrella_rolls_up_its_derived_documents_of_all_opds() -> None:
    given = facts(
        agreement("KB-2024-001"),
        agreement("PKS-2024-001", parent="KB-2024-001"),
        agreement("PKS-2024-002", "DLH", parent="KB-2024-001"),
        evaluations=[evaluation("PKS-2024-002"), evaluation("KB-2024-001")],
    )
    row = report(given).umbrellas[0]
    assert (row.derived, row.reported, row.mean.value, row.own_result) == (
        2,
        Ratio(1, 2),
        Decimal("100.00"),
        False,
    )


def test_an_umbrella_without_derived_documents_shows_its_own_evaluation() -> None:
    given = facts(agreement("KB-2024-001"), evaluations=[evaluation("KB-2024-001")])
    row = report(given).umbrellas[0]
    assert (row.own_result, row.agreement.result.state_label) == (True, "Dilaksanakan penuh")


@pytest.mark.parametrize(
    ("end", "soon", "ended", "lapsed"),
    [
        (date(2024, 6, 30), False, False, True),
        (date(2024, 7, 1), False, True, False),
        (date(2024, 12, 30), False, True, False),
        (YEAR_END, True, True, False),
        (date(2025, 3, 31), True, False, False),
        (date(2025, 4, 1), False, False, False),
    ],
)
def test_what_ended_and_what_ends_soon(end: date, soon: bool, ended: bool, lapsed: bool) -> None:
    figures = report(facts(agreement("PKS-2024-001", term=term(date(2024, 5, 2), end)))).figures
    assert (bool(figures.soon), bool(figures.ended), bool(figures.lapsed)) == (soon, ended, lapsed)


@pytest.mark.parametrize(("signed", "listed"), [(date(2024, 7, 1), "renewed"), (None, "lapsed")])
def test_an_earlier_end_counts_as_renewed_only_with_a_signed_successor(
    signed: date | None, listed: str
) -> None:
    given = facts(
        agreement("PKS-2024-001", term=term(date(2024, 5, 2), date(2024, 6, 1))),
        agreement("PKS-2024-002", predecessor="PKS-2024-001", signed_on=signed),
    )
    figures = report(given).figures
    found = {"renewed": ids(figures.renewed), "lapsed": ids(figures.lapsed)}
    assert found == {"renewed": [], "lapsed": []} | {listed: ["PKS-2024-001"]}


def test_a_month_shows_the_latest_evaluation_and_names_its_period() -> None:
    given = facts(
        agreement("PKS-2024-001"),
        evaluations=[evaluation("PKS-2024-001", S1), evaluation("PKS-2024-001", S2)],
    )
    page = report(given, period=Period.parse("2024-11"))
    result = page.agreements[0].result
    assert (result.period, result.other_period) == ("Semester I Tahun 2024", True)
    assert any("Semester I Tahun 2024" in note for note in page.figures.notes)


def test_a_semester_does_not_borrow_the_evaluation_of_the_one_before() -> None:
    page = report(facts(agreement("PKS-2024-001"), evaluations=[evaluation("PKS-2024-001", S1)]))
    assert page.agreements[0].result.state == "belum-dilaporkan"


def test_an_incomplete_evaluation_has_coverage_and_no_score() -> None:
    lacking = evaluation("PKS-2024-001", answers=answers(without=("hasil",)))
    page = report(facts(agreement("PKS-2024-001"), evaluations=[lacking]))
    result = page.agreements[0].result
    assert (result.score, result.category, result.coverage) == (None, None, Decimal("0.78"))
    assert (page.figures.mean.value, page.figures.mean.scored, page.figures.mean.total) == (None, 0, 1)


def test_averaging_over_two_versions_of_an_instrument_is_said() -> None:
    newer = inti()._replace(version=2)
    given = facts(
        agreement("PKS-2024-001"),
        agreement("PKS-2024-002"),
        evaluations=[evaluation("PKS-2024-001"), evaluation("PKS-2024-002", instrument=newer.id)],
        instruments=[newer],
    )
    assert any("mencampur instrumen inti/1, inti/2" in note for note in report(given).figures.notes)


def test_an_instrument_that_the_facts_lack_is_named() -> None:
    given = facts(agreement("PKS-2024-001"), evaluations=[evaluation("PKS-2024-001", instrument="lain/9")])
    with pytest.raises(NotFound, match="lain/9"):
        build(given, S2, YEAR_END)


def test_obstacles_carry_on_and_later_efforts_are_not_known_yet() -> None:
    later = Period.parse("2025-S1")
    given = facts(
        agreement("PKS-2024-001"),
        obstacles=[
            Obstacle("PKS-2024-001", 1, "Lama", None, S1, None, (Effort(later, "Nanti"), Effort(S1, "Dulu"))),
            Obstacle("PKS-2024-001", 2, "Tutup", None, S1, S2),
            Obstacle("PKS-2024-001", 3, "Baru nanti", None, later),
        ],
    )
    rows = report(given).obstacles
    assert [(row.text, row.closed) for row in rows] == [("Lama", None), ("Tutup", "Semester II Tahun 2024")]
    assert [effort.text for effort in rows[0].efforts] == ["Dulu"]


def test_the_recap_lists_open_obstacles_oldest_first_and_no_more_than_twenty() -> None:
    """Of 23 open ones the three latest are only counted; closed ones, and those known later, are not."""
    months = [Period.parse(f"2024-{number:02}") for number in range(1, 13)]
    first, other = agreement("PKS-2024-001"), agreement("PKS-2024-002", "DLH")
    given = facts(
        first,
        other,
        agreement("PKS-2024-003", void_reason="ganda"),
        obstacles=[
            *(Obstacle(first.id, 12 - at, f"A{at + 1}", None, month) for at, month in enumerate(months)),
            *(Obstacle(other.id, at + 1, f"B{at + 1}", "data", month) for at, month in enumerate(months[1:])),
            Obstacle(first.id, 30, "Selesai", None, months[0], months[5]),
            Obstacle(first.id, 31, "Kemudian", None, Period.parse("2025-01")),
            Obstacle("PKS-2024-003", 1, "Batal", None, months[0]),
        ],
    )
    recap = build(given, S2, YEAR_END).recap
    shown = [row.text for row in recap.oldest_obstacles]
    assert shown[:5] == ["A1", "A2", "B1", "A3", "B2"]
    assert (len(shown), recap.more_obstacles) == (20, 3)
    assert {row.text: row.opd for row in recap.oldest_obstacles}["B1"] == "DLH"
    assert [(share.label, share.count) for share in recap.open_obstacles] == [
        ("Tanpa kategori", 12),
        ("Data dan dokumen", 11),
    ]
    assert sum(line.open_obstacles for line in recap.opds) == 23


def test_actions_are_open_overdue_or_done_on_the_day() -> None:
    given = facts(
        agreement("PKS-2024-001"),
        actions=[
            Action("PKS-2024-001", 1, S1, "tanpa tenggat"),
            Action("PKS-2024-001", 2, S1, "lewat", due_on=date(2024, 12, 1)),
            Action("PKS-2024-001", 3, S1, "selesai", done_on=date(2024, 8, 1)),
            Action("PKS-2024-001", 4, S1, "selesai dahulu", done_on=date(2024, 6, 1)),
            Action("PKS-2024-001", 5, S1, "selesai kemudian", done_on=date(2025, 1, 5)),
        ],
    )
    page = report(given)
    assert [(row.what, row.days_overdue, row.done_on) for row in page.actions_open] == [
        ("lewat", 30, None),
        ("tanpa tenggat", None, None),
        ("selesai kemudian", None, None),
    ]
    assert [row.what for row in page.actions_done] == ["selesai"]


@pytest.mark.parametrize(
    ("asked", "told", "shown"),
    [
        ("2024", ["2024", "2024-S2"], "2024"),
        ("2024", ["2024-S1", "2024-S2"], "2024-S2"),
        ("2024", ["2024-S2", "2024-Q4"], "2024-Q4"),
        ("2024", ["2023", "2023-S2", "2025-S1"], None),
        ("2024-S1", ["2023-S2", "2024", "2024-Q3"], None),
        ("2024-S1", ["2024-Q1", "2024-S1"], "2024-S1"),
        ("2024-S1", ["2024-Q1", "2023-S2"], "2024-Q1"),
        ("2024-Q4", ["2024-S2", "2024", "2024-12", "2024-Q4"], "2024-Q4"),
        ("2024-Q4", ["2024-S2", "2024"], "2024-S2"),
        ("2024-11", ["2024-S2", "2024-S1", "2024-Q2"], "2024-Q2"),
        ("2024-11", ["2023", "2024-Q3", "2024-S1"], "2024-Q3"),
    ],
)
def test_of_several_realisations_the_one_of_the_period_is_shown_or_the_latest(
    asked: str, told: list[str], shown: str | None
) -> None:
    """Of those that end together the one for the very period, else the one that begins last."""
    for texts in (told, told[::-1]):
        periods = [Period.parse(text) for text in texts]
        given = facts(
            agreement("PKS-2024-001"),
            realisations=[realisation("PKS-2024-001", period=period) for period in periods],
        )
        period = Period.parse(asked)
        found = Survey(given, period, period.end).realisation(target("PKS-2024-001"))
        assert (found and str(found.period)) == shown


def test_targets_show_the_realisation_of_the_period_only() -> None:
    given = facts(
        agreement("PKS-2024-001"),
        targets=[target("PKS-2024-001"), target("PKS-2024-001", 2)],
        realisations=[realisation("PKS-2024-001", 1), realisation("PKS-2024-001", 2, period=S1)],
    )
    assert [(row.realised, row.achievement) for row in report(given).targets] == [(750.0, 75.0), (None, None)]


@pytest.mark.parametrize(
    ("changes", "kinds"),
    [
        ({}, []),
        ({"parent": None}, ["parent"]),
        ({"term": Term(Day.of(date(2024, 5, 2)))}, ["end"]),
        ({"parties": (Party(0, "Kabupaten Contoh"), Party(1, "Mitra Contoh", number="1"))}, ["number"]),
        (
            {"parties": (Party(0, "Kabupaten Contoh", number="1"), Party(1, "Mitra Contoh"))},
            ["partner-number"],
        ),
    ],
)
def test_gaps_of_the_papers(changes: dict[str, Any], kinds: list[str]) -> None:
    given = facts(
        agreement("PKS-2024-001", **{"parent": "KB-2024-001", **changes}),
        agreement("KB-2024-001"),
        evaluations=[evaluation("PKS-2024-001")],
        targets=[target("PKS-2024-001")],
        realisations=[realisation("PKS-2024-001")],
    )
    assert [gap.kind for gap in report(given).gaps] == kinds


@pytest.mark.parametrize(
    ("given", "kinds"),
    [
        ([], ["report", "target"]),
        ([evaluation("PKS-2024-001", implementation=None)], ["state", "target"]),
        ([evaluation("PKS-2024-001", answers=answers(without=("bukti",)))], ["answers", "target"]),
        ([evaluation("PKS-2024-001", evidence=())], ["evidence", "target"]),
    ],
)
def test_gaps_of_the_evaluation(given: list[object], kinds: list[str]) -> None:
    registry = facts(
        agreement("PKS-2024-001", parent="KB-2024-001"),
        agreement("KB-2024-001"),
        evaluations=given,  # type: ignore[arg-type]
    )
    assert [gap.kind for gap in report(registry).gaps] == kinds


def test_a_month_asks_for_the_report_of_the_last_full_semester() -> None:
    long = term(date(2024, 1, 1), date(2026, 1, 1))
    given = facts(
        agreement("PKS-2024-001", signed_on=date(2024, 1, 1), term=long), targets=[target("PKS-2024-001")]
    )
    commands = [
        gap.command for gap in report(given, period=Period.parse("2024-11")).gaps if gap.kind == "report"
    ]
    assert commands == ["kskd evaluate PKS-2024-001 --period 2024-S1"]


def test_a_month_asks_for_no_report_of_a_semester_before_the_document_began() -> None:
    young = agreement(
        "PKS-2024-001", signed_on=date(2024, 8, 1), term=term(date(2024, 8, 1), date(2026, 1, 1))
    )
    page = report(facts(young), period=Period.parse("2024-11"))
    assert states(page)["belum-dilaporkan"] == 1
    assert "report" not in [gap.kind for gap in page.gaps]


def test_missing_answers_are_named_in_words_by_section() -> None:
    lacking = evaluation("PKS-2024-001", answers=answers(without=("peran-mitra", "hasil", "koordinasi")))
    found = report(facts(agreement("PKS-2024-001"), evaluations=[lacking])).gaps
    what = next(gap.what for gap in found if gap.kind == "answers")
    assert what == "Jawaban 3 dari 10 butir: peran mitra, koordinasi (Pelaksanaan); hasil (Capaian)"


def test_how_an_achievement_is_counted_is_said_only_where_there_are_targets() -> None:
    given = facts(
        agreement("PKS-2024-001"), agreement("PKS-2024-002", "DLH"), targets=[target("PKS-2024-001")]
    )
    said = {
        page.code: any(note.startswith("Capaian = realisasi ÷ target") for note in page.figures.notes)
        for page in build(given, S2, YEAR_END).opds
    }
    assert said == {"DINKES": True, "DLH": False}


def test_gaps_name_who_must_give_what() -> None:
    given = facts(agreement("PKS-2024-001", term=Term(Day.of(date(2024, 5, 2)))))
    who = {gap.kind: gap.who for gap in report(given).gaps}
    assert who["report"] == "Dinas Kesehatan"
    assert who["end"] == "Bagian Kerja Sama Sekretariat Daerah"


def test_the_recap_counts_each_document_once_and_equals_the_sum_of_the_opds() -> None:
    pages = build(rich_facts(), S2, YEAR_END)
    assert pages.recap.figures.totals.total == sum(page.figures.totals.total for page in pages.opds)
    for place, share in enumerate(pages.recap.figures.states):
        assert share.count == sum(page.figures.states[place].count for page in pages.opds)
    assert [page.code for page in pages.opds] == ["DINKES", "DINSOS", "DLH"]


@pytest.mark.parametrize(
    ("name", "head"),
    [
        ("Dinas Sosial", "Kepala Dinas Sosial"),
        ("Kecamatan Contoh Hilir", "Camat Contoh Hilir"),
        ("Rumah Sakit Umum Daerah Contoh", "Direktur Rumah Sakit Umum Daerah Contoh"),
        ("Inspektorat", "Inspektur"),
        ("Inspektorat Daerah", "Inspektur Daerah"),
        ("Sekretariat DPRD", "Sekretaris DPRD"),
    ],
)
def test_the_head_of_an_opd_signs_under_the_right_office(name: str, head: str) -> None:
    page = report(facts(agreement("PKS-2024-001", "DLH"), opds=(Opd("DLH", name),)), "DLH")
    assert page.signatures[0].office == head


@pytest.mark.parametrize(
    ("code", "page"), [("INDEX", "INDEX_"), ("REKAP", "REKAP_"), ("CON", "CON_"), ("DLH", "DLH")]
)
def test_page_names_stay_clear_of_other_pages_and_reserved_names(code: str, page: str) -> None:
    given = facts(agreement("PKS-2024-001", code), opds=(Opd(code, "Dinas Contoh"),))
    assert report(given, code).page == page
