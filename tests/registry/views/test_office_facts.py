"""Which periods had documents, and what the registry tells of the office's papers by a day."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import date
from typing import TYPE_CHECKING

import pytest

from kskd.domain.settings import Government
from kskd.domain.values.period import Period
from kskd.registry.database import snapshot
from kskd.registry.views.office_facts import read_in_force, read_recorded
from kskd.rules.duties import OwedPaper
from kskd.rules.papers import KINDS
from kskd.rules.recorded import Given
from kskd.workflows.register import papers
from tests.registry.office import make_office, way_into

if TYPE_CHECKING:
    from pathlib import Path

AS_OF = date(2025, 1, 15)
PKS = "PKS-2024-001"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A KB of 20 February 2024 to 2029 with a PKS of 2 May 2024, both with a third party."""
    made = tmp_path / "kskd.db"
    make_office(made)
    return made


def changed(path: Path, **columns: str | None) -> None:
    """The PKS as it would stand with these columns, and the KB gone from view."""
    with closing(sqlite3.connect(path)) as con, con:
        con.execute("UPDATE agreement SET void_reason = 'uji' WHERE doc = 'kb'")
        for names in (
            ("signed_on",),
            ("starts_on",),
            ("end_kind", "ends_on"),
            ("ended_on", "end_ground"),
            ("void_reason",),
        ):
            if names[0] in columns:
                told = ", ".join(f"{name} = :{name}" for name in names)
                con.execute(f"UPDATE agreement SET {told} WHERE id = '{PKS}'", columns)  # noqa: S608


def covered(path: Path, kind: str, *periods: str, as_of: date = AS_OF) -> list[str]:
    asked = [OwedPaper(KINDS[kind], Period.parse(one)) for one in periods]
    with snapshot(path) as session:
        return [str(one.period) for one in read_in_force(session, asked, as_of)]


SEMESTERS = ("2023-S2", "2024-S1", "2024-S2")
SEMESTER, UPWARDS = "laporan-tkksd-semester", "laporan-berjenjang"


def test_a_period_counts_with_any_document_of_its_kind_in_force(path: Path) -> None:
    assert covered(path, SEMESTER, *SEMESTERS) == ["2024-S1", "2024-S2"]
    assert covered(path, "daftar-ksdpk", "2023", "2024", "2025") == ["2024", "2025"]
    assert (
        covered(path, "laporan-luar-negeri", "2024") == covered(path, "laporan-sinergi-tahunan", "2024") == []
    )
    assert covered(path, SEMESTER) == []


# columns of the PKS, kind, the semesters of 2024 that count
SPANS: list[tuple[dict[str, str | None], list[str]]] = [
    ({}, ["2024-S1", "2024-S2"]),
    ({"void_reason": "uji"}, []),
    ({"signed_on": None}, []),
    ({"signed_on": "2024-05-31"}, ["2024-S1", "2024-S2"]),  # 30 days before the end of June
    ({"signed_on": "2024-06-01"}, ["2024-S2"]),
    ({"starts_on": "2024-06-01"}, ["2024-S2"]),
    ({"end_kind": "date", "ends_on": "2024-07-30"}, ["2024-S1"]),
    (
        {"end_kind": "date", "ends_on": "2024-07-31"},
        ["2024-S1", "2024-S2"],
    ),  # 30 days from 1 July
    ({"end_kind": "date", "ends_on": "2024-05-31"}, []),  # in force for 29 days
    ({"end_kind": "date", "ends_on": "2024-06-01"}, ["2024-S1"]),
    ({"signed_on": "2020-04-13"}, []),  # before Permendagri 22/2020
    ({"signed_on": "2020-04-14"}, ["2023-S2", "2024-S1", "2024-S2"]),
    ({"end_kind": "open", "ends_on": None}, ["2024-S1", "2024-S2"]),
]


@pytest.mark.parametrize(("columns", "semesters"), SPANS, ids=[str(one[0]) for one in SPANS])
def test_a_document_counts_for_the_periods_in_which_it_is_reported_on(
    path: Path, columns: dict[str, str | None], semesters: list[str]
) -> None:
    changed(path, **columns)
    assert covered(path, SEMESTER, *SEMESTERS) == semesters
    assert covered(path, UPWARDS, *SEMESTERS) == semesters


def test_a_document_that_was_ended_counts_until_then(path: Path) -> None:
    changed(path, ended_on="2024-07-15", end_ground="tujuan")
    assert covered(path, SEMESTER, *SEMESTERS) == ["2024-S1"]
    assert covered(path, SEMESTER, *SEMESTERS, as_of=date(2024, 7, 14)) == ["2024-S1", "2024-S2"]


def test_an_umbrella_alone_is_nothing_to_pass_on(path: Path) -> None:
    with closing(sqlite3.connect(path)) as con, con:
        con.execute("UPDATE agreement SET void_reason = 'uji' WHERE doc = 'pks'")
    assert covered(path, SEMESTER, "2024-S2") == ["2024-S2"]
    assert covered(path, UPWARDS, "2024-S2") == []


def recorded(
    path: Path, as_of: date = AS_OF, settings: dict[str, str] | None = None
) -> tuple[tuple[Given, ...], date | None]:
    with snapshot(path) as session:
        found = read_recorded(session, Government(settings or {}), as_of)
    return found.papers, found.since


def test_papers_count_from_their_day_until_they_are_void(path: Path) -> None:
    way = way_into(path)
    papers.add(way, "rapat-pleno-tkksd", {"given_on": "2024-11-05", "period": "2024", "number": "7"})
    given = Given("rapat-pleno-tkksd", "2024", date(2024, 11, 5), "7")
    assert recorded(path)[0] == recorded(path, date(2024, 11, 5))[0] == (given,)
    assert recorded(path, date(2024, 11, 4))[0] == ()
    papers.void(way, 1)
    assert recorded(path)[0] == ()


def test_papers_are_asked_for_since_the_setting_or_the_first_document(path: Path) -> None:
    assert recorded(path)[1] == date(2025, 1, 1)
    assert recorded(path, settings={"reports-since": "2023-S2"})[1] == date(2023, 7, 1)
    with closing(sqlite3.connect(path)) as con, con:
        con.execute("UPDATE agreement SET void_reason = 'uji'")
    assert recorded(path)[1] is None
