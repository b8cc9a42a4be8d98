"""Chapter 1, second part: what comes before a document, what it may be about, and what it must contain."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from kskd.domain.document.chain import Doc, Scheme
from kskd.domain.document.facts import CONTENT
from tests.rules.tables import Row, fires, holds, made, quiet, unknown

KSDD: dict[str, Any] = {"scheme": Scheme.KSDD_SUKARELA}


def _denials(code: str, one: str, fact: str, **more: Any) -> list[Row]:
    """A fact that is known to be no, known to be yes, and not known."""
    return [
        fires(code, made(one, facts={fact: "no"}, **more), "tercatat tidak ada"),
        quiet(code, made(one, facts={fact: "yes"}, **more)),
        unknown(code, made(one, **more), fact),
    ]


def _contents(code: str, one: str, doc: Doc, lacks: str, **more: Any) -> list[Row]:
    """All clauses, all but the last, and none recorded at all."""
    wanted = CONTENT[doc]
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
    *_contents("KS131", "KB-2024-001", Doc.KB, "lain-lain"),
    *_contents("KS132", "PKS-2024-001", Doc.PKS, "pengakhiran"),
    *_contents("KS134", "KONTRAK-2024-001", Doc.KONTRAK, "sanksi"),
    *_contents("KS135", "NK-2024-001", Doc.NK, "lain-lain"),
    *_contents("KS136", "LOI-2024-001", Doc.LOI, "tempat dan tanggal"),
    *_contents("KS137", "MOU-2024-001", Doc.MOU, "tempat dan tanggal"),
    *_contents("KS138", "RKT-2024-001", Doc.RKT, "pembiayaan"),
    fires("KS133", made("PKS-2024-001", clauses=frozenset(CONTENT[Doc.PKS])), "Klausul yang tidak ada: sanksi."),
    quiet("KS133", made("PKS-2024-001", clauses=frozenset((*CONTENT[Doc.PKS], "sanksi")))),
    quiet("KS133", made("PKS-2024-001", clauses=frozenset(CONTENT[Doc.PKS]), **KSDD)),
    unknown("KS133", made("PKS-2024-001"), "daftar klausul naskah"),
]  # fmt: skip


@pytest.mark.parametrize("row", ROWS, ids=str)
def test_a_rule_says_what_the_table_expects(row: Row) -> None:
    holds(row)


@pytest.mark.parametrize(
    ("doc", "count"), [(Doc.KB, 7), (Doc.PKS, 10), (Doc.NK, 10), (Doc.LOI, 6), (Doc.MOU, 11), (Doc.RKT, 4)]
)
def test_a_kind_of_document_has_as_many_clauses_as_the_law_lists(doc: Doc, count: int) -> None:
    """Permendagri 22/2020 Pasal 40-42; Permendagri 25/2020 Pasal 13, 20, 26."""
    assert len(set(CONTENT[doc])) == count
