"""Evaluation rows: the values and the schema agree in every column, and what goes in comes out."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from kskd.domain.choices import Channel, Counting, FillerRole, OwedBy, Recommendation, TargetKind
from kskd.domain.evaluation import (
    Action,
    Effort,
    Evaluation,
    Evidence,
    Filler,
    Obstacle,
    Realisation,
    Target,
)
from kskd.domain.implementation import Implementation
from kskd.domain.values.period import Period
from kskd.registry.schema.images import columns_of
from kskd.registry.session import Session
from kskd.registry.tables import agreements, evaluations
from kskd.registry.tables.instruments import add_instrument
from kskd.registry.tables.records import Records
from tests.registry.harness import plain

if TYPE_CHECKING:
    import sqlite3

PKS = "PKS-2024-001"
S1, S2 = Period.parse("2024-S1"), Period.parse("2024-S2")
RECORDS: list[Records[Any]] = [one for one in vars(evaluations).values() if isinstance(one, Records)]
SPOKEN = Evaluation(
    PKS,
    S2,
    "inti/1",
    Implementation.PENUH,
    {"hasil": "nyata", "koordinasi": "baik"},
    Implementation.BELUM,
    {"hasil": "terbatas"},
    unchanged=True,
    fillers=(
        Filler("Pengisi", FillerRole.PARTNER, None, date(2025, 1, 3)),
        Filler("Lain", FillerRole.OFFICE),
    ),
    evidence=(Evidence("data.csv", "0" * 64, 12, "hasil"), Evidence("Foto")),
    reported_on=date(2025, 1, 2),
    channel=Channel.MAIL,
    filler="Sekretaris",
    recommendation=Recommendation.LANJUT,
    recommendation_reason="Sepakat",
    others="Rapat\nbulanan",
    note="Baik",
)


@pytest.fixture
def reported(con: sqlite3.Connection) -> sqlite3.Connection:
    add_instrument(Session(con), "inti/1", "-")
    agreements.insert_agreement(Session(con), plain(PKS))
    return con


@pytest.mark.parametrize("records", RECORDS, ids=lambda one: one.table)
def test_every_column_of_a_table_is_part_of_its_value(records: Records[Any], con: sqlite3.Connection) -> None:
    columns, _ = columns_of(con, records.table)
    assert sorted(records.columns) == sorted(columns)


def test_evaluations_come_out_as_they_went_in_and_change(reported: sqlite3.Connection) -> None:
    blank = Evaluation(PKS, S1, "inti/1")
    for one in (blank, Evaluation(PKS, S2, "inti/1"), SPOKEN):
        evaluations.write_evaluation(Session(reported), one)
    assert evaluations.read_evaluations(Session(reported)) == [blank, SPOKEN]
    assert evaluations.read_evaluations(Session(reported), iter([PKS])) == [blank, SPOKEN]
    assert evaluations.read_evaluations(Session(reported), ["KB-2024-001"]) == []


def test_what_hangs_on_a_document_comes_out_as_it_went_in(reported: sqlite3.Connection) -> None:
    evaluations.write_evaluation(Session(reported), SPOKEN)
    target = Target(PKS, 1, "Bidan", "orang", 75.0, date(2025, 1, 1), TargetKind.OUTCOME, OwedBy.MITRA)
    target = replace(target, lower_is_better=True, counting=Counting.PERIOD, source="Renja")
    action = Action(PKS, 1, S1, "Rapat", "Dinas", date(2024, 9, 1), date(2024, 8, 1), "Notula")
    obstacle = Obstacle(PKS, 1, "Dana", "anggaran", S1, S2, (Effort(S1, "Surat"), Effort(S2, "Rapat")))
    for other in (Target(PKS, 1, "Bidan"), target):
        evaluations.write_target(Session(reported), other)
    evaluations.write_realisation(Session(reported), Realisation(PKS, 1, S2, 1 / 3))
    evaluations.write_action(Session(reported), action)
    for known in (Obstacle(PKS, 1, "Dana", None, S1), obstacle):
        evaluations.write_obstacle(Session(reported), known)
    assert evaluations.read_targets(Session(reported)) == [target]
    assert evaluations.read_realisations(Session(reported), [PKS]) == [Realisation(PKS, 1, S2, 1 / 3)]
    assert evaluations.read_actions(Session(reported)) == [action]
    assert evaluations.read_obstacles(Session(reported)) == [obstacle]
