"""The sheet of an OPD: what it asks and in which order, the term of a document, its nine items."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import pytest

from kskd.domain.choices import OwedBy, TargetKind
from kskd.domain.document.agreement import Party
from kskd.domain.document.chain import Scheme
from kskd.domain.document.ending import Ending
from kskd.domain.evaluation import Action, Effort, Obstacle
from kskd.domain.values.days import Day
from kskd.reporting.basis import Basis
from kskd.reporting.kinds.opd import MOST_ASKED, Life, OpdSheet, opd_sheets
from tests.reporting.reporting_facts import (
    S1,
    S2,
    YEAR_END,
    agreement,
    draft,
    evaluation,
    facts,
    target,
    term,
)

if TYPE_CHECKING:
    from kskd.domain.document.agreement import Agreement

PKS = "PKS-2024-001"


def sheet(*documents: Agreement, as_of: date = YEAR_END, **told: Any) -> OpdSheet:
    (found,) = opd_sheets(Basis(facts(*documents, **told), S2, as_of))
    return found


def told(document: str = PKS, **changes: Any) -> Any:
    return evaluation(document, reported_on=YEAR_END, **changes)


def asked(found: OpdSheet) -> list[tuple[str, int | None]]:
    return [(one.kind, one.days_late) for one in found.requests]


# -- what is asked --------------------------------------------------------------------------------------


def action(number: int, days: int | None) -> Action:
    due = None if days is None else YEAR_END + timedelta(days=days)
    return Action(PKS, number, S1, f"Tindakan {number}", None, due)


def test_what_is_late_comes_first_the_longest_first_then_by_day_then_what_has_none() -> None:
    one = agreement(PKS, term=term(date(2024, 5, 2), YEAR_END + timedelta(days=30)))
    actions = [action(1, 40), action(2, None), action(3, -5), action(4, -50)]
    found = sheet(one, evaluations=[told()], actions=actions)
    assert asked(found) == [
        ("action", 50),
        ("action", 5),
        ("ending", None),
        ("action", None),
        ("action", None),
    ]
    assert [one.due for one in found.requests][2:] == [
        YEAR_END + timedelta(days=30), YEAR_END + timedelta(days=40), None,
    ]  # fmt: skip
    assert (found.overdue, found.more) == (2, 1)  # the target that nobody told is the sixth


def test_no_more_than_five_are_asked_and_the_rest_is_counted() -> None:
    found = sheet(agreement(PKS), evaluations=[told()], actions=[action(at, -at) for at in range(1, 9)])
    assert len(found.requests) == MOST_ASKED
    assert [one.days_late for one in found.requests] == [8, 7, 6, 5, 4]
    assert found.overdue == 8
    assert found.more >= 3


@pytest.mark.parametrize(("days", "kinds"), [(-1, []), (0, ["ending"]), (90, ["ending"]), (91, [])])
def test_an_end_is_asked_about_within_the_days_of_the_setting(days: int, kinds: list[str]) -> None:
    one = agreement(PKS, term=term(date(2024, 5, 2), YEAR_END + timedelta(days=days)))
    found = sheet(one, evaluations=[told()], targets=[target(PKS)])
    assert [kind for kind, _ in asked(found) if kind == "ending"] == kinds


def test_with_a_successor_the_change_is_asked_and_a_plan_of_a_year_is_followed() -> None:
    one = agreement(PKS, term=term(date(2024, 5, 2), YEAR_END + timedelta(days=9)))
    follows = agreement("PKS-2024-002", term=term(date(2025, 1, 10), date(2027, 1, 1)), predecessor=PKS)
    found = sheet(one, follows, evaluations=[told()])
    (switch,) = [each for each in found.requests if each.kind == "switch"]
    assert (switch.agreements, switch.what) == ((PKS,), follows.id)
    assert found.sheets[0].successor_starts == date(2025, 1, 10)
    plan = replace(one, id="RKT-2024-001", scheme=Scheme.KSDPL)
    found = sheet(agreement("RKT-2024-001", scheme=Scheme.KSDPL, term=plan.term))
    assert found.sheets[0].followed
    assert "followed" in [each.kind for each in found.requests]
    assert "ending" not in [each.kind for each in found.requests]


# -- the term -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("start", "end", "life"),
    [
        (date(2024, 12, 21), date(2025, 1, 10), Life(date(2024, 12, 21), date(2025, 1, 10), 0.5, 10)),
        (date(2024, 12, 1), YEAR_END, Life(date(2024, 12, 1), YEAR_END, 1.0, 0)),
        (date(2024, 1, 1), date(2024, 12, 30), Life(date(2024, 1, 1), date(2024, 12, 30), 1.0, -1)),
        (date(2024, 5, 2), None, None),
    ],
)
def test_the_term_says_how_much_of_it_has_gone_by(start: date, end: date | None, life: Life | None) -> None:
    one = agreement(PKS, signed_on=min(start, date(2024, 1, 1)), term=term(start, end))
    assert sheet(one).sheets[0].life == life


def test_an_early_end_is_the_end_once_it_has_come() -> None:
    start, early = date(2024, 5, 2), date(2024, 11, 30)
    one = replace(agreement(PKS), ending=Ending(early, "tujuan"))
    found = sheet(one).sheets[0]
    assert found.life == Life(start, early, 1.0, -31)
    assert (found.row.ended_on, found.row.ground) == (early, "tujuan tercapai")
    before = sheet(one, as_of=date(2024, 11, 29)).sheets[0]
    assert before.row.ended_on is None
    assert before.life is not None
    assert before.life.ends == date(2026, 5, 2)


def test_a_day_known_in_part_draws_no_term() -> None:
    one = agreement(PKS, term=replace(term(date(2024, 5, 2), date(2026, 5, 2)), ends=Day.parse("2026")))
    assert sheet(one).sheets[0].life is None


def test_what_a_partner_has_to_do_is_asked_of_it() -> None:
    both = (Party(0, ""), Party(1, "Kota Misal", 1), Party(2, "PT Contoh", 2))
    told_of: dict[str, Any] = {"evaluations": [told()], "actions": [replace(action(1, 5), who="pt contoh")]}
    for parties, named in ((both, "PT Contoh"), ((both[0], both[2]), None)):
        found = sheet(agreement(PKS, parties=parties), **told_of)
        assert [(one.partner, one.what) for one in found.requests if one.kind == "chase"] == [
            (named, "Tindakan 1")
        ]
    own = sheet(agreement(PKS, parties=both), evaluations=[told()], actions=[action(1, 5)])
    assert "chase" not in {one.kind for one in own.requests}


def test_what_a_leader_has_to_decide_the_opd_is_asked_too() -> None:
    over = agreement(PKS, term=term(date(2024, 5, 2), YEAR_END - timedelta(days=9)))
    barren = agreement(
        "KB-2022-001", signed_on=date(2022, 1, 3), term=term(date(2022, 1, 3), date(2027, 1, 3))
    )
    found = sheet(over, barren, evaluations=[told()])
    due = YEAR_END + timedelta(days=14)
    asked_for = [
        (one.kind, one.agreements, one.due) for one in found.requests if one.kind in {"lapsed", "barren"}
    ]
    assert asked_for == [("lapsed", (PKS,), due), ("barren", ("KB-2022-001",), due)]


# -- the nine items -------------------------------------------------------------------------------------


def test_what_is_recorded_of_the_nine_items_is_counted() -> None:
    bare, reported = agreement(PKS), [told()]
    found = sheet(bare, evaluations=reported)
    assert found.asked == 9
    assert found.known == 6  # title, form, parties, term, no obstacle, no effort
    full = agreement(PKS, purpose="Sehat", affairs=("1.02",), scope=("Layanan",))
    assert sheet(full, evaluations=reported).known == 9
    duty = target(PKS, kind=TargetKind.DUTY, owed_by=OwedBy.MITRA)
    assert sheet(bare, targets=[duty], evaluations=reported).known == 7


def test_without_a_report_nobody_knows_whether_there_was_an_obstacle() -> None:
    found = sheet(agreement(PKS))
    assert found.known == 4  # title, form, parties, term
    assert not found.sheets[0].nine.is_reported
    assert sheet(agreement(PKS), evaluations=[told()]).sheets[0].nine.is_reported


@pytest.mark.parametrize(("efforts", "known"), [((), 5), ((Effort(S1, "Rapat"),), 6)])
def test_an_obstacle_without_effort_leaves_the_effort_open(efforts: tuple[Effort, ...], known: int) -> None:
    trouble = Obstacle(PKS, 1, "Dana", None, S1, None, efforts)
    assert sheet(agreement(PKS), obstacles=[trouble]).known == known


def test_an_obstacle_of_a_document_that_is_over_stays_on_the_sheet() -> None:
    over = agreement(PKS, term=term(date(2023, 5, 2), date(2024, 6, 30)))
    lasting = agreement("PKS-2024-002")
    troubles = [Obstacle(one, 1, f"Dana {one}", None, S1) for one in (PKS, lasting.id)]
    found = sheet(over, lasting, obstacles=troubles)
    assert [one.text for one in found.obstacles] == [f"Dana {PKS}"]
    assert [one.text for each in found.sheets for one in each.nine.obstacles] == [f"Dana {lasting.id}"]


def test_the_same_gap_is_asked_once_for_all_documents() -> None:
    others = ("PKS-2024-002", "PKS-2024-003")
    found = sheet(agreement(PKS), *map(agreement, others), targets=[target(PKS)])
    (report,) = [one for one in found.requests if one.kind == "report"]
    (targets,) = [one for one in found.requests if one.kind == "target"]
    assert (report.agreements, targets.agreements) == ((PKS, *others), others)


def test_drafts_and_documents_of_others_are_not_counted_and_named() -> None:
    found = sheet(agreement(PKS), draft("PKS-2024-002"))
    assert [one.row.id for one in found.sheets] == [PKS]
    assert [one.id for one in found.uncounted] == ["PKS-2024-002"]
    sheets = {
        one.code: one for one in opd_sheets(Basis(facts(agreement(PKS, support_opds=("DLH",))), S2, YEAR_END))
    }
    assert [row.id for row in sheets["DLH"].supporting] == [PKS]
    assert sheets["DLH"].sheets == ()


def test_a_document_that_did_not_count_before_has_no_result_of_then() -> None:
    assert sheet(agreement(PKS)).sheets[0].before is not None
    new = agreement(PKS, term=term(date(2024, 7, 1), date(2026, 5, 2)))
    assert sheet(new).sheets[0].before is None
