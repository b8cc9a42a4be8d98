"""What every kind is made from: the period, the one before, and the desks of the OPD."""

from __future__ import annotations

from datetime import date

import pytest

from kskd.domain.evaluation import Action, Obstacle
from kskd.domain.values.period import Period
from kskd.errors import NotFound
from kskd.reporting.basis import Basis
from tests.reporting.reporting_facts import (
    S1,
    S2,
    YEAR_END,
    agreement,
    evaluation,
    facts,
    rich_facts,
    target,
    term,
)


@pytest.mark.parametrize(
    ("period", "before", "day"),
    [
        ("2024-S2", "2024-S1", date(2024, 6, 30)),
        ("2024-S1", "2023-S2", date(2023, 12, 31)),
        ("2024", "2023", date(2023, 12, 31)),
        ("2024-Q1", "2023-Q4", date(2023, 12, 31)),
        ("2024-03", "2024-02", date(2024, 2, 29)),
    ],
)
def test_the_period_before_is_of_the_same_kind_and_seen_from_its_last_day(
    period: str, before: str, day: date
) -> None:
    found = Basis(facts(), Period.parse(period), Period.parse(period).end).before
    assert found is not None
    assert (str(found.period), found.as_of) == (before, day)


def test_before_the_first_period_there_is_none() -> None:
    basis = Basis(facts(), Period.parse("1945"), date(1945, 12, 31))
    assert (basis.before, basis.counted_before) == (None, ())


def test_what_was_signed_after_the_period_before_is_not_in_it() -> None:
    old, new = agreement("PKS-2024-001"), agreement("PKS-2024-002", signed_on=date(2024, 7, 1))
    basis = Basis(facts(old, new), S2, YEAR_END)
    assert [one.id for one in basis.counted] == [old.id, new.id]
    assert [one.id for one in basis.counted_before] == [old.id]


def test_each_document_lies_on_the_desk_of_its_lead_and_of_those_beside_it() -> None:
    one = agreement("PKS-2024-001", "DLH", support_opds=("DINKES",))
    two = agreement("KB-2024-001")
    other = agreement("PKS-2020-001", "DINSOS", signed_on=date(2026, 1, 1), term=term(date(2026, 1, 1), None))
    told = facts(
        two, one, other,
        obstacles=[Obstacle(one.id, 1, "Dana", None, S1), Obstacle(other.id, 1, "Dana", None, S1)],
        actions=[Action(one.id, 1, S1, "Rapat")], targets=[target(one.id), target(other.id)],
    )  # fmt: skip
    desks = Basis(told, S2, YEAR_END).desks
    assert [*desks] == ["DINKES", "DLH"]
    assert ([each.id for each in desks["DINKES"].leads], [each.id for each in desks["DINKES"].supports]) == (
        [two.id], [one.id],
    )  # fmt: skip
    mine = desks["DLH"]
    assert [each.id for each in mine.leads] == [one.id]
    assert [each.agreement for each in mine.obstacles] == [one.id]
    assert [each.agreement for each in mine.actions] == [one.id]
    assert [each.agreement for each in mine.targets] == [one.id]


def test_a_row_is_made_once() -> None:
    basis = Basis(rich_facts(), S2, YEAR_END)
    assert all(basis.row(one) is basis.row(one) for one in basis.survey.agreements.values())
    assert [row.id for row in basis.rows(basis.counted)] == [one.id for one in basis.counted]


def test_facts_in_another_order_give_the_same_desks() -> None:
    given = rich_facts()
    turned = facts(
        *reversed([*given.agreements.values()]), opds=reversed([*given.opds.values()]),
        evaluations=[*reversed(given.evaluations)], obstacles=given.obstacles, actions=given.actions,
        targets=given.targets, realisations=given.realisations,
    )  # fmt: skip
    one, two = Basis(given, S2, YEAR_END), Basis(turned, S2, YEAR_END)
    assert one.desks == two.desks
    assert [*one.desks] == [*two.desks]


def test_an_opd_that_the_facts_lack_is_refused() -> None:
    with pytest.raises(NotFound, match="DISHUB"):
        Basis(
            facts(agreement("PKS-2024-001", "DISHUB"), evaluations=[evaluation("PKS-2024-001")]), S2, YEAR_END
        )
