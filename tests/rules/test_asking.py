"""What the rules ask to be recorded, read from their remedies, and the reports that are owed."""

from __future__ import annotations

from datetime import date

import pytest

from kskd.rules.asking import REPORT, asked, reports
from kskd.rules.catalogue import RULES
from kskd.rules.rule import Unknown, Violated
from tests.rules.tables import made

BY_CODE = {rule.code: rule for rule in RULES}
PKS = made("PKS-2024-001")
FOUND = Violated("Uji.")


@pytest.mark.parametrize(
    ("code", "verdict", "commands"),
    [
        ("KS701", FOUND, {"update --ends"}),
        ("KS704", FOUND, {"update --affair"}),
        ("KS706", FOUND, {"target add --indicator", "target add --value", "target add --unit"}),
        ("KS710", FOUND, {"update --drop-affair", "update --reason"}),  # that of the parent is not of this one
        ("KS512", Violated("Uji.", facts=("proceeds_paid",)), {"update --proceeds-paid"}),  # of money, not of goods
        ("KS413", Violated("Uji.", facts=()), set()),
        ("KS209", Unknown("stamp_duty"), {"update --stamp-duty"}),
        ("KS131", Unknown("daftar klausul naskah", "--clause"), {"update --clause"}),
        ("KS113", Unknown("jenis", 'kskd partner update "PT Umpama, Tbk; --x" --kind'), {"partner update --kind"}),
        ("KS405", Unknown("tanggal", "kskd update KB-2024-001 --signed"), set()),  # of another document
        ("KS405", Unknown("tanggal", "kskd update PKS-2024-001 --signed"), {"update --signed"}),
        ("KS404", Unknown("hari libur", "kskd holiday import"), set()),
    ],
)  # fmt: skip
def test_a_remedy_asks_for_what_it_records_of_the_document(
    code: str, verdict: Violated | Unknown, commands: set[str]
) -> None:
    assert asked(PKS, BY_CODE[code], verdict) == commands


def test_a_number_that_tells_another_day_asks_for_no_other_number() -> None:
    assert not any("partner" in command for command in asked(PKS, BY_CODE["KS708"], FOUND))


@pytest.mark.parametrize(
    ("day", "is_due"),
    [
        (date(2025, 1, 15), False),  # the last semester is over, and its report not due yet
        (date(2025, 3, 3), True),
    ],
)
def test_the_report_of_the_last_period_is_asked_for_once_it_is_due(day: date, is_due: bool) -> None:
    case = made("PKS-2024-001", as_of=day)
    assert asked(case, BY_CODE["KS501"], FOUND) == ({REPORT} if is_due else set())


def test_a_report_is_owed_of_the_running_and_of_the_last_period() -> None:
    owed = reports(made("PKS-2024-001", as_of=date(2025, 1, 15)))
    assert [(str(one.period), one.is_running, one.is_reported) for one in owed] == [
        ("2025-S1", True, False),
        ("2024-S2", False, False),
    ]


def test_nothing_is_owed_of_what_began_too_late_or_on_an_unknown_day() -> None:
    assert list(reports(made("PKS-2024-001", as_of=date(2024, 5, 10), signed_on=None))) == []
    late = made(
        "PKS-2024-001", as_of=date(2024, 6, 20), signed_on=date(2024, 6, 15), starts_on=date(2024, 6, 15)
    )
    assert list(reports(late)) == []  # 15 days of the semester
