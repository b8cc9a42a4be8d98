"""Chapter 1, second part: what comes before a document, what it may be about, and what it must contain."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from kskd.domain.document import clauses
from kskd.domain.document.chain import Scheme
from tests.rules.tables import Row, fires, holds, made, own, quiet, unknown

KSDD: dict[str, Any] = {"scheme": Scheme.KSDD_SUKARELA}


def _denials(code: str, one: str, fact: str, **more: Any) -> list[Row]:
    """A fact that is known to be no, known to be yes, and not known."""
    return [
        fires(code, made(one, facts={fact: "no"}, **more), "tercatat tidak ada"),
        quiet(code, made(one, facts={fact: "yes"}, **more)),
        unknown(code, made(one, **more), fact),
    ]


def _contents(code: str, one: str, content: clauses.Content, lacks: str, **more: Any) -> list[Row]:
    """All clauses, all but the last, and none recorded at all."""
    wanted = content.clauses
    return [
        fires(code, made(one, clauses=frozenset(wanted[:-1]), **more), f"Klausul yang tidak ada: {lacks}."),
        quiet(code, made(one, clauses=frozenset(wanted), **more)),
        unknown(code, made(one, **more), "daftar klausul naskah"),
    ]


ROWS = [
    *_denials("KS121", "KB-2024-001", "kak"),
    *_denials("KS121", "NK-2024-001", "kak"),
    quiet("KS121", made("KB-2020-001", signed_on=date(2020, 4, 13), facts={"kak": "no"})),  # before P22
    *_denials("KS122", "KB-2024-001", "feasibility_study"),
    quiet("KS122", made("KB-2024-001", facts={"feasibility_study": "no"}, **KSDD)),
    *_denials("KS123", "LOI-2024-001", "kajian"),
    *[row for row in _denials("KS124", "NK-2024-001", "in_rkpd") if row.kind != "fires"],
    fires("KS124", made("NK-2024-001", facts={"in_rkpd": "no"}), "tidak ada dalam RKPD"),
    fires("KS125", made("KB-2024-001", facts={"in_plan": "no", "plan_exception": "tidak-ada"}), "tanpa dasar pengecualian"),
    unknown("KS125", made("KB-2024-001", facts={"in_plan": "no"}), "plan_exception"),
    quiet("KS125", made("KB-2024-001", facts={"in_plan": "yes"}, **KSDD)),
    quiet("KS125", made("KB-2024-001", facts={"in_plan": "no", "plan_exception": "darurat"})),
    unknown("KS125", made("KB-2024-001", facts={"plan_exception": "psn"}), "in_plan"),
    *_contents("KS131", "KB-2024-001", clauses.KB, "lain-lain"),
    *_contents("KS132", "PKS-2024-001", clauses.PKS, "pengakhiran"),
    *_contents("KS134", "KONTRAK-2024-001", clauses.KONTRAK, "sanksi"),
    *_contents("KS135", "NK-2024-001", clauses.NK, "lain-lain"),
    *_contents("KS136", "LOI-2024-001", clauses.LOI, "tempat dan tanggal"),
    *_contents("KS137", "MOU-2024-001", clauses.MOU, "tempat dan tanggal"),
    *_contents("KS138", "RKT-2024-001", clauses.RKT, "pembiayaan"),
    fires("KS139", made("PKS-2024-001", seats=(own(),)), "Tidak ada lagi mitra"),
    quiet("KS139", made("PKS-2024-001")),
    quiet("KS139", made("PKS-2024-001", seats=(own(),), ended_on=date(2024, 9, 1))),
    fires("KS133", made("PKS-2024-001", clauses=frozenset(clauses.PKS.clauses)), "Klausul yang tidak ada: sanksi."),
    quiet("KS133", made("PKS-2024-001", clauses=frozenset((*clauses.PKS.clauses, "sanksi")))),
    quiet("KS133", made("PKS-2024-001", clauses=frozenset(clauses.PKS.clauses), **KSDD)),
    unknown("KS133", made("PKS-2024-001"), "daftar klausul naskah"),
]  # fmt: skip


@pytest.mark.parametrize("row", ROWS, ids=str)
def test_a_rule_says_what_the_table_expects(row: Row) -> None:
    holds(row)
