"""Chapter 7, what is hardly to be believed: figures, states, files and days that contradict each other."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from kskd.domain.choices import Counting
from kskd.domain.evaluation import Realisation, Target
from kskd.domain.values.period import Period
from kskd.rules.catalogue import RULES, Bench
from kskd.rules.parts import SharedFile
from tests.rules.tables import S1, S2, Row, fires, holds, made, quiet

if TYPE_CHECKING:
    from kskd.rules.case import Case

PKS = "PKS-2024-001"
SHARED = (SharedFile("pindaian/a.pdf", "KB-2024-001"), SharedFile("pindaian/a.pdf", "KB-2024-002"))


def _measured(
    *realised: tuple[str, float],
    value: float | None = 200.0,
    state: str | None = "belum",
    more: tuple[Target, ...] = (),
    **target: Any,
) -> Case:
    """A document with one target and what was reached of it, by period, and its latest state."""
    one = Target("", 1, "Guru dilatih", "orang", value, **target)
    reached = tuple(Realisation("", 1, Period.parse(period), number) for period, number in realised)
    reports = (S1, S1, S2._replace(implementation=state))  # only the last tells
    return made(PKS, targets=(one, *more), realisations=reached, reports=reports)


def _reported(on: date | None, **changes: Any) -> Case:
    return made(PKS, reports=(S2._replace(reported_on=on, **changes),))


ROWS = [
    fires("KS711", _measured(("2024-S2", 20000)), "Guru dilatih) 2024-S2: 20.000, yaitu 10.000,0% dari 200"),
    fires("KS711", _measured(("2024-S2", 2000)), "1.000,0% dari 200"),  # ten times
    quiet("KS711", _measured(("2024-S2", 1999))),
    fires("KS711", _measured(("2024-S1", 2), ("2024-S2", 150)), "2024-S1: 2, yaitu 1,0% dari 200"),  # a hundredth
    quiet("KS711", _measured(("2024-S2", 2.01))),
    quiet("KS711", _measured(("2024-S2", 0))),
    quiet("KS711", _measured(("2024-S2", 20000), value=None)),  # without a value there is no proportion
    quiet("KS711", _measured(("2024-S2", 20000), value=0)),
    quiet("KS711", _measured()),
    fires("KS712", _measured(("2024-S2", 200)), "Evaluasi 2024-S2 menyebut belum dilaksanakan, padahal semua target tercapai"),
    fires("KS712", _measured(("2024-S1", 200), state="tidak"), "menyebut tidak dilaksanakan"),
    quiet("KS712", _measured(("2024-S2", 199.9))),
    quiet("KS712", _measured(("2024-S2", 200), state="sebagian")),
    quiet("KS712", _measured(("2024-S2", 200), state=None)),
    quiet("KS712", _measured()),  # nothing is known of what was reached
    quiet("KS712", _measured(("2024-S2", 200), more=(Target("", 2, "Kelas", "unit", 3.0),))),
    fires("KS712", _measured(("2024-S2", 200), more=(Target("", 2, "Terbentuknya forum"),)), "semua target tercapai"),
    fires("KS712", _measured(("2024-S2", 200), lower_is_better=True), "semua target tercapai"),
    quiet("KS712", _measured(("2024-S2", 201), lower_is_better=True)),
    fires("KS712", _measured(("2024-S1", 90), ("2024-S2", 110), counting=Counting.PERIOD), "semua target"),
    quiet("KS712", _measured(("2024-S1", 90), ("2024-S2", 109), counting=Counting.PERIOD)),
    quiet("KS712", _measured(("2024-S1", 200), ("2024-S2", 110))),
    quiet("KS712", made(PKS)),
    fires("KS713", made(PKS, shared_files=SHARED), "Berkas pindaian/a.pdf juga pada KB-2024-001; pindaian/a.pdf juga pada KB-2024-002"),
    quiet("KS713", made(PKS)),
    quiet("KS713", made(PKS, shared_files=SHARED, settings={"scan": "tidak"})),
    fires("KS714", _reported(date(2024, 5, 1)), "dilaporkan 1 Mei 2024, mendahului awal periodenya (1 Juli 2024)"),
    fires("KS714", _reported(date(2024, 5, 1), begins=date(2024, 1, 1)), "mendahului penandatanganannya (2 Mei 2024)"),
    quiet("KS714", _reported(date(2024, 5, 2), begins=date(2024, 1, 1))),
    quiet("KS714", _reported(date(2024, 7, 1))),
    fires("KS714", _reported(date(2025, 1, 9), sheet_sent_on=date(2025, 1, 10)), "mendahului hari lembar desk dibuat (10 Januari 2025)"),
    quiet("KS714", _reported(date(2025, 1, 10), sheet_sent_on=date(2025, 1, 10))),
    quiet("KS714", _reported(None, sheet_sent_on=date(2025, 1, 10))),
    quiet("KS714", made(PKS)),
    fires("KS714", made(PKS, reports=(S1._replace(reported_on=None), S2._replace(reported_on=date(2024, 5, 1)))), "Evaluasi 2024-S2 dilaporkan 1 Mei 2024"),
    fires("KS715", made("PKS-2024-001", facts={"paper_missing": "yes"}), "belum ditemukan"),
    fires("KS715", made("PKS-2024-001", signed_on="XXXX", facts={"paper_missing": "yes"}), "belum ditemukan"),
    quiet("KS715", made("PKS-2024-001", facts={"paper_missing": "no"})),
    quiet("KS715", made("PKS-2024-001")),
]  # fmt: skip


@pytest.mark.parametrize("row", ROWS, ids=str)
def test_a_rule_says_what_the_table_expects(row: Row) -> None:
    holds(row)


def test_of_several_the_remedy_begins_with_the_first() -> None:
    """Where one command mends one of them."""
    targets = tuple(Target("", number, "Guru dilatih", "orang", 2.0) for number in (1, 2))
    reached = tuple(Realisation("", number, Period.parse("2024-S2"), 90.0) for number in (1, 2))
    files = (SharedFile("a.pdf", "KB-2024-001"), SharedFile("b.pdf", "KB-2024-002"))
    case = made(PKS, targets=targets, realisations=reached, shared_files=files)
    found = {rule.code: rule.finding(case, verdict).remedy for rule, verdict in Bench(RULES).judge(case)}
    assert "--realisation 1=" in found["KS711"]
    assert '--drop "a.pdf" ' in found["KS713"]
