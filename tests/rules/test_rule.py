"""What a finding tells of its own document: a remedy that can be typed as it stands, and whose duty is judged."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from kskd.domain.finding import Severity
from kskd.domain.values.days import Day
from kskd.rules.catalogue import RULES, Bench
from kskd.rules.laws import ADJUSTED, P22
from kskd.rules.parts import Addendum
from kskd.rules.rule import Unknown, day_of_addendum
from tests.rules.tables import S1, TROUBLE, made, near

if TYPE_CHECKING:
    from kskd.domain.finding import Finding

LONG: dict[str, Any] = {"signed_on": date(2022, 3, 1), "ends_on": date(2027, 3, 1)}
IN_MARCH: dict[str, Any] = {"signed_on": "2022-03", "ends_on": date(2027, 3, 1)}
IN_2026: dict[str, Any] = {"duration_typed": "2 tahun", "ends_on": "2026"}
STRANGE: dict[str, Any] = {"facts": {"diplomatic_relations": "no"}}


def found(code: str, one: str, **changes: Any) -> Finding:
    """The one finding of a rule on a document."""
    case = made(one, **changes)
    bench = Bench([rule for rule in RULES if rule.code == code])
    (finding,) = (rule.finding(case, verdict) for rule, verdict in bench.judge(case))
    return finding


@pytest.mark.parametrize(
    ("code", "one", "changes", "remedy"),
    [
        # The oldest report that is owed; where the day of signing is not known exactly, the last that is due.
        ("KS501", "PKS-2022-001", LONG, "kskd evaluate PKS-2022-001 --period 2022-S1"),
        ("KS501", "PKS-2022-001", IN_MARCH, "kskd evaluate PKS-2022-001 --period 2024-S2"),
        ("KS503", "MOU-2022-001", LONG, "kskd evaluate MOU-2022-001 --period 2022"),
        ("KS503", "MOU-2022-001", IN_MARCH, "kskd evaluate MOU-2022-001 --period 2024"),
        ("KS506", "PKS-2022-001", LONG, "kskd evaluate PKS-2022-001 --period 2024-S2"),
        # What is not recorded is recorded by its option.
        ("KS121", "KB-2024-001", {}, "kskd update KB-2024-001 --kak …"),
        ("KS702", "KB-2024-001", IN_2026, "kskd update KB-2024-001 --ends …"),
    ],
)
def test_a_remedy_names_what_it_means_of_the_document(
    code: str, one: str, changes: dict[str, Any], remedy: str
) -> None:
    assert found(code, one, **changes).remedy == remedy


def test_a_remedy_about_a_report_names_the_last_or_the_semester_that_is_due() -> None:
    """An obstacle may be open although its report was never recorded."""
    idle, begins = (TROUBLE._replace(has_effort=False),), "kskd evaluate PKS-2024-001 --period "
    assert found("KS504", "PKS-2024-001", troubles=idle).remedy.startswith(f"{begins}2024-S2 ")
    reported = found("KS504", "PKS-2024-001", troubles=idle, reports=(S1,))
    assert reported.remedy.startswith(f"{begins}2024-S1 ")


def test_a_remedy_names_the_parent_that_is_recorded() -> None:
    parent = near("KB-2020-001", date(2020, 6, 1), date(2025, 3, 14))
    assert "kskd extend KB-2020-001" in found("KS118", "PKS-2024-001", parent=parent).remedy


@pytest.mark.parametrize(
    ("changes", "is_ended_by_it"),
    [({}, True), ({"ends_on": date(2025, 3, 14)}, False), ({"ended_on": date(2025, 3, 14)}, False)],
    ids=["in force", "expired", "ended"],
)
def test_what_is_over_is_not_ended_any_more(changes: dict[str, Any], is_ended_by_it: bool) -> None:
    remedy = found("KS117", "MOU-2024-001", **STRANGE, **changes).remedy
    assert ("kskd end MOU-2024-001" in remedy) is is_ended_by_it
    assert "kskd update MOU-2024-001" in remedy


@pytest.mark.parametrize("signed_on", [P22, ADJUSTED])
def test_in_the_transition_only_the_making_of_a_document_is_asked_about(signed_on: date) -> None:
    """The DPRD's consent belongs to the making, up to chapter 4; a report is owed by whoever carries it out."""
    refused = {"in_apbd": "no", "dprd_answer": "menolak"}
    consent = found("KS401", "NK-2020-001", signed_on=signed_on, ends_on=date(2026, 1, 1), facts=refused)
    assert consent.severity is Severity.INFO
    assert consent.remedy == "kskd update NK-2020-001 --in-process …"
    report = found("KS501", "PKS-2020-001", signed_on=signed_on, ends_on=date(2026, 1, 1))
    assert report.severity is Severity.ERROR


def test_of_adendums_whose_days_are_not_known_all_are_named_and_the_first_is_told_how_to_mend() -> None:
    unsure = [Addendum(number, Day.parse("2020")) for number in (2, 5)]
    told = day_of_addendum(made("PKS-2019-001"), unsure)
    assert told == Unknown(
        "tanggal adendum 2, 5 yang tepat", "kskd amend PKS-2019-001 --amendment 2 --signed"
    )
    assert day_of_addendum(made("PKS-2019-001"), []) is None
