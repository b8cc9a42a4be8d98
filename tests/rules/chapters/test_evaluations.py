"""Chapter 5: what was reported and evaluated, when, and what came of it."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from kskd.domain.document.chain import Scheme
from kskd.domain.settings import Government
from kskd.rules.case import Case, Office
from kskd.rules.catalogue import RULES, Bench
from kskd.rules.laws import P25
from kskd.rules.recorded import Given
from tests.rules.tables import (
    PROMISE,
    S1,
    S2,
    TROUBLE,
    Row,
    beside,
    fires,
    holds,
    made,
    near,
    quiet,
    report,
    unknown,
)

DAY = timedelta(days=1)
YEAR = report("2024", date(2024, 1, 1), date(2024, 12, 31))
EARLY = report("2023-S2", date(2023, 7, 1), date(2023, 12, 31))
LATE = report("2025-S1", date(2025, 1, 1), date(2025, 6, 30))
OCTOBER = report("2024-10", date(2024, 10, 1), date(2024, 10, 31))
DECEMBER = report("2024-12", date(2024, 12, 1), date(2024, 12, 31))
OLD, NEXT_YEAR = date(2023, 12, 1), date(2026, 12, 1)
IDLE = (S1._replace(implementation="belum"), S2._replace(implementation="tidak"))

LAST: dict[str, Any] = {"settings": {"reports-since": "2024-S2"}}


def told_upwards(one: str, on: str, **more: Any) -> Case:
    """An old NK of an office that has recorded a report to the Gubernur of that day."""
    return beside(
        made(one, signed_on=OLD, **more), Given("laporan-sinergi-tahunan", "2024", date.fromisoformat(on))
    )


LONG: dict[str, Any] = {"signed_on": date(2022, 3, 1), "ends_on": date(2027, 3, 1)}

ROWS = [
    fires("KS501", made("PKS-2022-001", **LONG), "Laporan Semester I Tahun 2022 belum masuk; seluruhnya 6 laporan, ini yang tertua; belum pernah"),
    fires("KS501", made("PKS-2022-001", **LONG, settings={"reports-since": "2024-S1"}), "Laporan Semester I Tahun 2024 belum masuk; seluruhnya 2 laporan"),
    fires("KS501", made("PKS-2022-001", **LONG, **LAST), "Laporan Semester II Tahun 2024 belum masuk; belum pernah"),
    fires("KS501", made("PKS-2022-001", **LONG, settings={"reports-since": "2024-S1"}, reports=(S2,)), "Laporan Semester I Tahun 2024 belum masuk; yang terakhir 2024-S2"),
    quiet("KS501", made("PKS-2022-001", **LONG, settings={"reports-since": "2024-S1"}, reports=(S1, S2))),
    quiet("KS501", made("PKS-2022-001", **LONG, settings={"reports-since": "2024-S1"}, reports=(YEAR,))),  # a year has both
    quiet("KS501", made("PKS-2022-001", **LONG, settings={"reports-since": "2025-S1"})),
    fires("KS502", made("RK-2022-001", **LONG, settings={"reports-since": "2023-S2"}), "Semester II Tahun 2023 belum masuk; seluruhnya 3 laporan"),
    fires("KS503", made("RKT-2022-001", **LONG), "Laporan Tahun 2022 belum masuk; seluruhnya 3 laporan"),
    fires("KS503", made("RKT-2022-001", **LONG, settings={"reports-since": "2023-S2"}), "Laporan Tahun 2023 belum masuk; seluruhnya 2 laporan"),
    quiet("KS503", made("RKT-2022-001", **LONG, settings={"reports-since": "2025-S1"})),
    fires("KS501", made("PKS-2024-001", **LAST), "Laporan Semester II Tahun 2024 belum masuk; belum pernah ada laporan"),
    fires("KS501", made("PKS-2024-001", reports=(S1,)), "yang terakhir 2024-S1"),
    fires("KS501", made("PKS-2024-001", **LAST, reports=(LATE,)), "Semester II"),
    quiet("KS501", made("PKS-2024-001", **LAST, reports=(S2,))),
    quiet("KS501", made("PKS-2024-001", **LAST, reports=(DECEMBER,))),  # a shorter period inside it
    quiet("KS501", made("PKS-2024-001", reports=(YEAR,))),
    quiet("KS501", made("PKS-2024-001", as_of=date(2025, 1, 30), reports=(S1,))),  # not due yet
    quiet("KS501", made("PKS-2024-001", signed_on=date(2024, 12, 3))),  # in force for less than 30 days
    quiet("KS501", made("PKS-2022-001", **LAST, signed_on=date(2022, 4, 1), ends_on=date(2024, 6, 30))),
    fires("KS501", made("PKS-2022-001", signed_on=date(2022, 4, 1), ends_on=date(2024, 6, 30)), "seluruhnya 5 laporan"),  # owed though it is over
    fires("KS502", made("RK-2024-001", **LAST), "Laporan Semester II Tahun 2024 belum masuk"),
    quiet("KS502", made("RK-2024-001", **LAST, reports=(S2,))),
    fires("KS503", made("RKT-2024-001"), "Laporan Tahun 2024 belum masuk"),
    fires("KS503", made("MOU-2024-001"), "Laporan Tahun 2024 belum masuk"),
    fires("KS503", made("MOU-2024-001", children=(near("RKT-2024-001", None),)), "belum masuk"),  # a draft
    quiet("KS503", made("MOU-2024-001", children=(near("RKT-2024-001"),))),  # which is asked itself
    quiet("KS503", made("MOU-2024-001", children=(near("RKT-2024-001", date(2024, 12, 1)),))),
    fires("KS503", made("MOU-2024-001", children=(near("RKT-2024-001", date(2024, 12, 2)),)), "Tahun 2024 belum masuk"),
    fires("KS503", made("MOU-2023-001", signed_on=date(2023, 5, 2), children=(near("RKT-2023-001", date(2023, 5, 2), date(2023, 12, 31)),)),
          "Laporan Tahun 2024 belum masuk; belum pernah"),
    quiet("KS503", made("MOU-2024-001", successor=near("MOU-2024-002", date(2024, 11, 2)))),  # the next link of the line
    quiet("KS503", made("MOU-2024-001", reports=(report("2024", date(2024, 1, 1), date(2024, 12, 31)),))),
    quiet("KS503", made("MOU-2020-001", signed_on=P25 - DAY, ends_on=date(2026, 1, 1))),
    fires("KS503", made("MOU-2020-001", signed_on=P25, ends_on=date(2025, 1, 1)), "Laporan Tahun 2020 belum masuk; seluruhnya 5"),
    quiet("KS503", made("RKT-2024-001", reports=(S2,))),
    fires("KS503", made("RKT-2024-001", reports=(S1,)), "yang terakhir 2024-S1"),  # half a year is not the year
    quiet("KS501", made("PKS-2024-001", **LAST, reports=(OCTOBER,), ended_on=date(2024, 10, 30))),  # up to its end
    fires("KS501", made("PKS-2024-001", **LAST, reports=(OCTOBER,)), "yang terakhir 2024-10"),
    quiet("KS503", made("RKT-2024-001", as_of=date(2025, 1, 7))),
    fires("KS503", made("RKT-2024-001", as_of=date(2025, 1, 8)), "Tahun 2024"),
    quiet("KS503", made("RKT-2024-001", as_of=date(2025, 1, 14), settings={"level": "provinsi"})),
    fires("KS504", made("PKS-2024-001", troubles=(TROUBLE._replace(has_effort=False),)), "1 sejak 2024-S2 (Anggaran bergeser)"),
    quiet("KS504", made("PKS-2024-001", troubles=(TROUBLE,))),
    fires("KS505", made("RKT-2023-001", signed_on=OLD, ends_on=NEXT_YEAR, reports=(S1,)), "1 evaluasi tercatat dalam tahun 2024"),
    quiet("KS505", made("RKT-2023-001", signed_on=OLD, ends_on=NEXT_YEAR, reports=(S1, S2))),
    quiet("KS505", made("RKT-2024-001", reports=())),  # not in force the whole year
    fires("KS506", made("PKS-2024-001", as_of=date(2025, 5, 3)), "Belum pernah dievaluasi sejak berlaku (2 Mei 2024)"),
    fires("KS506", made("PKS-2024-001", as_of=date(2026, 1, 1), reports=(S2,)), "Evaluasi terakhir 2024-S2"),
    fires("KS506", made("PKS-2024-001", settings={"evaluation-months": "6"}), "lebih dari 6 bulan"),
    quiet("KS506", made("PKS-2024-001", as_of=date(2025, 5, 2))),
    quiet("KS506", made("PKS-2024-001", as_of=date(2025, 7, 1), settings={"reports-since": "2024-S2"})),
    fires("KS506", made("PKS-2024-001", as_of=date(2025, 7, 2), settings={"reports-since": "2024-S2"}), "sejak laporannya ditagih (1 Juli 2024)"),
    fires("KS506", made("PKS-2024-001", as_of=date(2025, 5, 3), settings={"reports-since": "2024-S1"}), "sejak berlaku (2 Mei 2024)"),
    quiet("KS506", made("PKS-2024-001", as_of=date(2025, 12, 31), reports=(S2,))),
    fires("KS507", made("PKS-2024-001", reports=(S1, S2._replace(has_evidence=False))), "2024-S2 menyebut dilaksanakan penuh"),
    quiet("KS507", made("PKS-2024-001", reports=(S1._replace(has_evidence=False), S2))),
    quiet("KS507", made("PKS-2024-001", reports=(S2._replace(has_evidence=False, implementation="belum"),))),
    fires("KS508", made("KB-2024-001", promises=(PROMISE,)), "1 (Menyusun jadwal), tenggat 1 Februari 2025"),
    quiet("KS508", made("KB-2024-001", promises=(PROMISE,), as_of=date(2025, 2, 1))),
    quiet("KS508", made("KB-2024-001", promises=(PROMISE._replace(due_on=None),))),
    fires("KS509", made("PKS-2024-001", reports=IDLE), "Evaluasi 2024-S1 dan 2024-S2"),
    quiet("KS509", made("PKS-2024-001", reports=IDLE[:1])),
    quiet("KS509", made("PKS-2024-001", reports=(IDLE[0], S2))),
    fires("KS510", made("NK-2023-001", signed_on=OLD, facts={"governor_reported_on": "2024-03-14"}), "kepada Gubernur 14 Maret 2024"),
    quiet("KS510", made("NK-2023-001", signed_on=OLD, facts={"governor_reported_on": "2024-03-15"})),
    quiet("KS510", made("NK-2024-001")),  # not a year old
    quiet("KS510", told_upwards("NK-2023-001", "2024-03-15")),
    fires("KS510", told_upwards("NK-2023-001", "2024-03-14"), "kepada Gubernur 14 Maret 2024"),
    quiet("KS510", told_upwards("NK-2023-001", "2024-03-15", facts={"governor_reported_on": "2023-03-14"})),
    quiet("KS510", told_upwards("NK-2023-001", "2023-03-14", facts={"governor_reported_on": "2024-03-15"})),
    quiet("KS510", made("NK-2023-001", signed_on=OLD, settings={"level": "provinsi"})),
    unknown("KS510", made("NK-2023-001", signed_on=OLD), "governor_reported_on"),
    fires("KS511", made("PKS-2024-001", reports=(S2._replace(implementation=None),)), "2024-S2 tidak menyebut keadaan"),
    quiet("KS511", made("PKS-2024-001", reports=(S2,))),
    quiet("KS511", made("PKS-2024-001", reports=(S1._replace(implementation=None), S2))),  # only the last is asked
    fires("KS511", made("PKS-2024-001", reports=(S1, S2._replace(implementation=None))), "2024-S2 tidak menyebut keadaan"),
    quiet("KS511", made("PKS-2024-001")),
    quiet("KS503", made("PKS-2024-001", scheme=Scheme.KSDPL, reports=(S2,))),
]  # fmt: skip

WHOLE: dict[str, Any] = {"starts_on": date(2024, 1, 1), "ends_on": date(2024, 12, 31)}

# Limits at exactly their value, the first day of the term against the day of signing, and the last of several.
EDGES = [
    fires("KS501", made("PKS-2024-001", reports=(EARLY, S1)), "yang terakhir 2024-S1"),
    fires("KS505", made("RKT-2023-001", signed_on=OLD, **WHOLE), "0 evaluasi tercatat dalam tahun 2024"),
    quiet("KS505", made("RKT-2023-001", signed_on=OLD, **WHOLE | {"starts_on": date(2024, 1, 2)})),
    quiet("KS505", made("RKT-2023-001", signed_on=OLD, **WHOLE | {"ends_on": date(2024, 12, 30)})),
    quiet("KS505", made("RKT-2023-001", signed_on=OLD, **WHOLE, reports=(S1, YEAR))),
    fires("KS505", made("RKT-2023-001", signed_on=OLD, **WHOLE, reports=(EARLY, S1, LATE)), "1 evaluasi tercatat dalam tahun 2024"),
    quiet("KS506", made("PKS-2023-001", signed_on=OLD, starts_on=date(2024, 3, 15))),
    fires("KS506", made("PKS-2023-001", signed_on=OLD, starts_on=date(2024, 3, 14)), "sejak berlaku (14 Maret 2024)"),
    fires("KS506", made("PKS-2023-001", signed_on=OLD, ends_on=NEXT_YEAR, as_of=date(2026, 1, 1), reports=(S1, S2)), "Evaluasi terakhir 2024-S2 (31 Desember 2024)"),
    quiet("KS506", made("PKS-2023-001", signed_on=OLD, ends_on=NEXT_YEAR, as_of=date(2025, 12, 31), reports=(S1, S2))),
    fires("KS509", made("PKS-2023-001", signed_on=OLD, ends_on=NEXT_YEAR, reports=(EARLY, *IDLE)), "Evaluasi 2024-S1 dan 2024-S2"),
    quiet("KS510", made("NK-2024-001", signed_on=date(2024, 3, 15))),
    unknown("KS510", made("NK-2024-001", signed_on=date(2024, 3, 14)), "governor_reported_on"),
    quiet("KS510", made("NK-2023-001", signed_on=OLD, starts_on=date(2024, 3, 15))),
]  # fmt: skip


@pytest.mark.parametrize("row", ROWS + EDGES, ids=str)
def test_a_rule_says_what_the_table_expects(row: Row) -> None:
    holds(row)


def test_of_several_the_remedy_begins_with_the_first() -> None:
    """Where one command mends one of them."""
    idle = tuple(TROUBLE._replace(number=number, has_effort=number == 1) for number in (1, 2, 3))
    late = tuple(PROMISE._replace(number=number) for number in (4, 5))
    case = made("PKS-2024-001", troubles=idle, promises=late, reports=(S2,))
    found = {rule.code: rule.finding(case, verdict).remedy for rule, verdict in Bench(RULES).judge(case)}
    assert "--effort 2=" in found["KS504"]
    assert "kskd action done PKS-2024-001 4 " in found["KS508"]


@pytest.mark.parametrize(
    ("as_of", "semester"),
    [
        (date(2025, 1, 30), "2024-S1"),
        (date(2025, 1, 31), "2024-S2"),
        (date(2025, 7, 30), "2024-S2"),
        (date(2025, 7, 31), "2025-S1"),
    ],
)
def test_a_semester_is_due_thirty_days_after_its_end_unless_set_otherwise(as_of: date, semester: str) -> None:
    assert str(Office.of(Government({}), as_of).semester) == semester


@pytest.mark.parametrize("as_of", [date(1945, 1, 1), date(1946, 1, 3), date(2150, 12, 31)])
def test_every_day_of_the_calendar_has_something_that_was_due_before(as_of: date) -> None:
    assert Office.of(Government({"report-days": "365"}), as_of).as_of == as_of
