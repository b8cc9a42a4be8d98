"""The enriched example with all that a result can say: each proposal at its limits, and a second voice."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from tests.conftest import succeed
from tests.golden.enriched import enriched

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Once

__all__ = ["enriched", "voiced"]

FULL = {"keluaran": "tercapai", "hasil": "nyata", "sesuai-tujuan": "ya", "peran-mitra": "ya",
        "tepat-waktu": "tepat", "kelengkapan-dokumen": "lengkap", "pelaporan": "rutin", "bukti": "lengkap",
        "relevansi": "sangat", "koordinasi": "sangat-baik"}  # fmt: skip
NONE = dict.fromkeys(FULL, "tidak") | {"koordinasi": "kurang"}
LIMITS = [  # document, state, items in full, items by half, what is recommended
    ("PKS-2021-002", "tidak", {"keluaran", "hasil", "tepat-waktu"}, {"sesuai-tujuan"}, None),  # 50
    ("PKS-2022-005", "tidak", {"keluaran", "hasil", "pelaporan"}, {"peran-mitra"}, None),  # 49,5
    ("PKS-2021-001", "sebagian", {"keluaran", "hasil", "sesuai-tujuan", "bukti", "relevansi"}, set(), None),
    ("PKS-2021-003", "sebagian",
     {"keluaran", "hasil", "peran-mitra", "koordinasi", "bukti", "relevansi", "pelaporan"}, set(),
     None),  # 75
    ("PKS-2023-004", "penuh", {*FULL} - {"bukti", "sesuai-tujuan"}, {"sesuai-tujuan"}, None),  # 90
    ("PKS-2022-001", "penuh", {*FULL} - {"bukti", "sesuai-tujuan"}, {"sesuai-tujuan"}, "lanjut"),
    ("KB-2023-002", "sebagian", {*FULL}, set(), None),  # a parent that nothing came from
]  # fmt: skip
ENDS = [("PKS-2021-004", "2025-03-31"), ("RK-2022-001", "2025-04-01"), ("KB-2023-002", "2025-02-01")]
"""Last days, of which the first two are 90 and 91 days after the semester."""

EARLY = [("PKS-2023-004", "2025-01-15"), ("PKS-2023-002", "2024-12-31"), ("PKS-2021-003", "2025-01-10")]
"""Early ends, on the last day of the semester and after it."""
WORTH = [("PKS-2020-003", "0"), ("KB-2022-002", "1000000000"), ("KB-2023-001", "900000000"),
         ("PKS-2023-003", "400000001"), ("PKS-2019-001", "5000000")]  # fmt: skip
"""What documents are worth: also nothing, one that is over, parents less and more than what came of them."""


def evaluate(key: str, *told: str, period: str = "2024-S2") -> None:
    """Record what is told of a document."""
    succeed("evaluate", key, "--period", period, "--no-input", "--reason", "uji", *told)


def voice() -> None:
    """Record it in ./kskd.db, which holds the enriched example."""
    for key, state, full, half, advice in LIMITS:
        answers = {item: FULL[item] if item in full else NONE[item] for item in FULL}
        answers |= dict.fromkeys(half, "sebagian")
        told = [part for item, answer in answers.items() for part in ("--answer", f"{item}={answer}")]
        proof = ("--evidence", "keluaran=daftar hadir", "--evidence", "hasil=laporan")
        meant = ("--recommendation", advice, "--recommendation-reason", "Menunggu rapat") if advice else ()
        evaluate(key, "--implementation", state, *told, *proof, *meant)
    evaluate("PKS-2023-005", "--answer", "hasil=tidak", "--voice", "opd")
    evaluate("PKS-2023-003", "--answer", "tepat-waktu=tepat", "--answer", "bukti=lengkap", "--voice", "opd")
    evaluate("RK-2022-001", "--implementation", "sebagian", "--answer", "hasil=terbatas", "--voice", "opd")
    evaluate("RK-2023-001", "--answer", "relevansi=cukup", "--voice", "bagian")
    evaluate("PKS-2021-004", "--answer", "keluaran=sebagian", "--voice", "opd", period="2024-S1")
    evaluate("PKS-2020-002", "--clear", "recommendation")
    evaluate("PKS-2024-003", "--clear", "recommendation")
    evaluate("RK-2022-001", "--clear", "recommendation")
    evaluate("RKT-2024-001", "--clear", "recommendation", "--clear", "recommendation-reason")
    evaluate("PKS-2020-003", "--clear", "recommendation")
    for key, ends in ENDS:
        succeed("update", key, "--ends", ends, "--reason", "uji")
    for key, value in WORTH:
        succeed("update", key, "--value", value)
    succeed("extend", "PKS-2022-002", "--years", "2")
    succeed("extend", "PKS-2020-003", "--years", "2")
    succeed("derive-pks", "KB-2024-001", "--title", "Naskah baru", "--signed", "2025-01-10", "--years", "1")
    succeed("derive-pks", "KB-2023-001", "--title", "Tanpa akhir", "--signed", "2023-02-01")
    for key, on in EARLY:
        succeed("end", key, "--on", on, "--ground", "kesepakatan")


@pytest.fixture(scope="session")
def voiced(enriched: Path, once: Once) -> Path:
    """The registry, made once."""

    def fill() -> None:
        shutil.copy(enriched, "kskd.db")
        voice()

    return once("voiced", fill) / "kskd.db"
