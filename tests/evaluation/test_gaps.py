"""What is missing in the life of a document: when a gap is there, since when, and when it is not."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from kskd.evaluation.gaps import KINDS, Wanted, gaps
from kskd.rules.case import Promise

from ..rules.tables import HEAD, OTHER, PROMISE, S1, S2, SIGNED, made, near, own, partner, report

if TYPE_CHECKING:
    from kskd.rules.case import Case

KB, PKS = "KB-2024-001", "PKS-2024-001"
FIRST = date(2024, 1, 2)
S3 = report("2025-S1", date(2025, 1, 1), date(2025, 6, 30))


def kb(**changes: Any) -> Case:
    return made(KB, **changes)


def pks(**changes: Any) -> Case:
    return made(PKS, has_target=True, **({"reports": (S1, S2)} | changes))


GO_ON = {"decision": "diperpanjang"}
OVER = {"signed_on": date(2022, 1, 3), "ends_on": FIRST}

HERE = [
    ("no-child", kb(), SIGNED, f"derive-pks {KB}"),
    ("no-child", kb(children=(near("PKS-2024-009", signed=None),)), SIGNED, "update PKS-2024-009 --signed"),
    ("no-target", made(PKS, reports=(S1, S2)), SIGNED, f"target add {PKS}"),
    ("no-activity", pks(signed_on=FIRST, reports=()), FIRST, f"evaluate {PKS} --period 2024-S2"),
    (
        "no-activity",
        pks(signed_on=FIRST, reports=(S1, S2._replace(implementation="belum"))),
        S1.ends,
        "evaluate",
    ),
    ("no-report", pks(reports=(S1,)), date(2025, 1, 1), f"evaluate {PKS} --period 2024-S2"),
    (
        "no-evidence",
        pks(reports=(S1, S2._replace(has_evidence=False))),
        S2.ends,
        "--period 2024-S2 --evidence",
    ),
    ("after-end", pks(signed_on=FIRST, ends_on=date(2024, 6, 1)), date(2024, 6, 1), f"extend {PKS}"),
    ("after-end", pks(signed_on=FIRST, ended_on=date(2024, 6, 1)), date(2024, 6, 1), f"extend {PKS}"),
    ("no-child", kb(successor=near("KB-2025-001", starts=date(2025, 3, 16))), SIGNED, f"derive-pks {KB}"),
    ("no-child", kb(successor=near("KB-2025-001", signed=None)), SIGNED, f"derive-pks {KB}"),
    ("never-evaluated", pks(reports=()), SIGNED, f"evaluate {PKS} --period 2024-S2"),
    ("never-evaluated", pks(reports=(), settings={"reports-since": "2024-S2"}), date(2024, 7, 1), "2024-S2"),
    (
        "never-evaluated",
        pks(reports=(), signed_on=date(2024, 12, 31)),
        date(2024, 12, 31),
        "--period 2024-S2",
    ),
    ("no-child", made("LOI-2024-001"), SIGNED, "add-mou --scheme ksdpl --doc mou --parent LOI-2024-001"),
    (
        "no-power",
        pks(seats=(own(OTHER), partner())),
        SIGNED,
        f"update {PKS} --power-of-attorney NOMOR --power-of-attorney-date TANGGAL",
    ),
    ("no-end", pks(ends_on=None), SIGNED, f"update {PKS} --ends TANGGAL"),
    ("no-end", kb(ends_on=None), SIGNED, "--ends TANGGAL"),
    ("overdue-action", pks(promises=(PROMISE,)), date(2025, 2, 1), f"action done {PKS} 1"),
    ("no-successor", pks(facts=GO_ON, **OVER), FIRST, f"extend {PKS} --signed TANGGAL"),
    ("no-successor", pks(facts={"decision": "diganti"}, **OVER), FIRST, f"extend {PKS}"),
    ("no-paper", pks(facts={"paper_missing": "yes"}), date(2024, 5, 1), f"update {PKS} --paper-missing"),
    (
        "no-paper",
        pks(facts={"paper_missing": "yes"}, as_of=date(2024, 2, 1), signed_on=FIRST),  # before it was entered
        date(2024, 2, 1),
        "",
    ),
]
NOT_HERE = [
    ("no-child", kb(children=(near(PKS),))),
    ("no-child", kb(successor=near("KB-2025-001"))),  # told of by the link that runs too
    ("no-child", kb(signed_on=None)),
    ("no-child", kb(ends_on=date(2024, 12, 31))),  # over: nothing can follow any more
    ("no-child", pks()),
    ("no-target", pks()),
    ("no-target", kb()),
    ("no-activity", pks(signed_on=FIRST)),
    ("no-activity", pks(signed_on=FIRST, reports=(S3,))),
    ("no-report", pks()),
    ("no-report", kb()),
    (
        "no-evidence",
        pks(reports=(S1._replace(has_evidence=False), S2)),
    ),  # only the latest can still be mended
    ("no-evidence", pks(reports=(S2._replace(implementation="belum", has_evidence=False),))),
    ("after-end", pks(signed_on=FIRST, ends_on=date(2024, 7, 1))),
    ("after-end", pks(signed_on=FIRST, ends_on=date(2024, 6, 1), successor=near("PKS-2024-002"))),
    ("never-evaluated", pks()),
    ("never-evaluated", pks(reports=(), signed_on=date(2025, 1, 1))),  # no semester of it is over
    ("never-evaluated", pks(reports=(), signed_on=date(2024, 7, 1), as_of=date(2025, 1, 30))),  # nor due
    ("never-evaluated", kb()),
    ("never-evaluated", pks(reports=(), settings={"reports-since": "2025-S1"})),
    ("no-activity", pks(signed_on=FIRST, reports=(), settings={"reports-since": "2025-S1"})),
    ("no-power", pks(seats=(own(HEAD), partner()))),
    ("no-power", pks(seats=(own(None), partner()))),
    ("no-power", pks(seats=(own("Contoh Contohan"), partner()))),  # an unknown form accuses nobody
    ("no-power", pks(seats=(own(OTHER, "7/SK"), partner()))),
    ("no-power", pks(seats=(own(OTHER, on=SIGNED), partner()))),
    ("no-power", pks(seats=(own(OTHER), partner()), facts={"has_power": "no"})),  # KS202 finds it
    ("no-power", pks(seats=(own(OTHER), partner()), facts={"has_power": "yes"})),
    ("no-power", pks(seats=(own(OTHER), partner()), signed_on=date(2018, 7, 12))),  # before PP 28/2018
    ("no-power", pks(seats=(own(OTHER), partner()), signed_on=None)),
    ("no-power", kb(seats=(own(OTHER), partner()))),  # KS201 finds it: no power helps
    ("no-end", pks()),
    ("no-end", pks(ends_on=None, end_kind="open")),
    ("no-end", pks(ends_on=None, end_kind="condition")),
    ("no-end", pks(ends_on=None, signed_on=None)),
    ("no-end", pks(ends_on=None, ended_on=date(2025, 1, 1))),
    ("no-successor", pks(**OVER)),
    ("no-successor", pks(facts={"decision": "tidak-diperpanjang"}, **OVER)),
    ("no-successor", pks(facts=GO_ON, successor=near("PKS-2024-009"), **OVER)),
    ("no-successor", pks(facts=GO_ON, ended_on=date(2023, 6, 1), **OVER)),  # ended early: decided anew
    ("no-successor", pks(facts=GO_ON, signed_on=FIRST, ends_on=date(2025, 3, 15))),  # its last day
    ("no-paper", pks()),
    ("no-paper", pks(facts={"paper_missing": "no"})),
    ("overdue-action", pks(promises=(Promise(1, "Rapat", None), Promise(2, "Rapat", date(2025, 3, 15))))),
]


@pytest.mark.parametrize(("kind", "case", "since", "command"), HERE)
def test_a_gap_is_found_with_its_age_and_the_command_that_closes_it(
    kind: str, case: Case, since: date, command: str
) -> None:
    (found,) = (one for one in gaps(case, Wanted(180)) if one.kind == kind)
    assert (found.since, found.days) == (since, (case.office.as_of - since).days)
    assert (found.agreement, found.opd) == (case.id, "DINKES")
    assert command in found.command


@pytest.mark.parametrize(("kind", "case"), NOT_HERE)
def test_what_is_in_order_or_cannot_be_closed_is_no_gap(kind: str, case: Case) -> None:
    assert [one for one in gaps(case, Wanted(180)) if one.kind == kind] == []


def test_every_kind_is_found_and_not_found_in_the_tables() -> None:
    codes = {kind.code for kind in KINDS}
    assert {kind for kind, *_ in HERE} == {kind for kind, _ in NOT_HERE} == codes


def test_the_days_without_activity_are_the_offices_own() -> None:
    case = pks(signed_on=FIRST, reports=())
    days = (case.office.as_of - FIRST).days
    assert "no-activity" in {one.kind for one in gaps(case, Wanted(days - 1))}
    assert "no-activity" not in {one.kind for one in gaps(case, Wanted(days))}


def test_each_report_that_is_missing_can_be_listed() -> None:
    """As many as the oldest says there are, the oldest first, each with its own command."""
    case = pks(signed_on=date(2023, 2, 1), reports=(S1,))
    (oldest,) = (one for one in gaps(case, Wanted(180)) if one.kind == "no-report")
    each = [one for one in gaps(case, Wanted(180, each=True)) if one.kind == "no-report"]
    assert "seluruhnya 3 laporan" in oldest.what
    assert [one.command.split()[-1] for one in each] == ["2023-S1", "2023-S2", "2024-S2"]
    assert (each[0].since, "seluruhnya" in each[0].what) == (oldest.since, False)
