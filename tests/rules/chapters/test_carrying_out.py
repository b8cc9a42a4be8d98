"""Chapter 5, second part: what came of a cooperation: its proceeds and its disputes."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from kskd.domain.document.chain import Scheme
from kskd.rules.laws import P22, PP28
from tests.rules.tables import S1, S2, Row, fires, holds, made, quiet, unknown

DAY = timedelta(days=1)
PKS = "PKS-2024-001"
KSDD: dict[str, Any] = {"scheme": Scheme.KSDD_SUKARELA}
BOTH = {"proceeds": "uang-barang", "proceeds_paid": "yes", "proceeds_recorded": "yes"}
TALKED = {"dispute": "musyawarah", "dispute_minutes": "yes", "dispute_reported": "yes"}
WAYS = ("tkksd-provinsi", "gubernur", "menteri")
ROWS = [
    fires(
        "KS512",
        made(PKS, facts={"proceeds": "uang", "proceeds_paid": "no"}),
        "hasil berupa uang disetor ke kas daerah.",
    ),
    fires("KS512", made(PKS, facts={**BOTH, "proceeds_recorded": "no"}), "dicatat sebagai aset daerah"),
    fires(
        "KS512",
        made("KONTRAK-2018-001", signed_on=PP28, facts={"proceeds": "barang", "proceeds_recorded": "no"}),
        "aset daerah",
    ),
    quiet(
        "KS512",
        made("PKS-2018-001", signed_on=PP28 - DAY, facts={"proceeds": "barang", "proceeds_recorded": "no"}),
    ),
    quiet("KS512", made(PKS, facts=BOTH)),
    quiet("KS512", made(PKS, facts={"proceeds": "uang", "proceeds_paid": "yes", "proceeds_recorded": "no"})),
    quiet("KS512", made(PKS, facts={"proceeds": "tidak-ada", "proceeds_paid": "no"})),
    quiet("KS512", made(PKS, facts={"proceeds": "uang", "proceeds_paid": "no"}, **KSDD)),
    quiet("KS512", made(PKS)),  # nothing was carried out yet
    quiet("KS512", made(PKS, reports=(S1._replace(implementation="belum"),))),
    unknown(
        "KS512",
        made(PKS, reports=(S1._replace(implementation="sebagian"), S2._replace(implementation="belum"))),
        "proceeds",
    ),
    unknown("KS512", made(PKS, reports=(S1,)), "proceeds"),
    unknown("KS512", made(PKS, facts={"proceeds": "uang"}), "proceeds_paid"),
    unknown(
        "KS512", made(PKS, facts={"proceeds": "uang-barang", "proceeds_paid": "yes"}), "proceeds_recorded"
    ),
    fires(
        "KS513",
        made(PKS, facts={**TALKED, "dispute_minutes": "no"}, **KSDD),
        "Berita acara musyawarah atas perselisihan tercatat tidak ada",
    ),
    fires(
        "KS513",
        made("KB-2020-001", signed_on=P22, facts={**TALKED, "dispute_minutes": "no"}, **KSDD),
        "tidak ada",
    ),
    quiet(
        "KS513", made("KB-2020-001", signed_on=P22 - DAY, facts={**TALKED, "dispute_minutes": "no"}, **KSDD)
    ),
    quiet("KS513", made(PKS, facts=TALKED, **KSDD)),
    quiet("KS513", made(PKS, **KSDD)),  # no dispute, as far as is known
    quiet("KS513", made(PKS, facts={"dispute": "tidak-ada", "dispute_minutes": "no"}, **KSDD)),
    unknown("KS513", made(PKS, facts={"dispute": "menteri"}, **KSDD), "dispute_minutes"),
    *[fires("KS514", made(PKS, facts={"dispute": way}), "bukan jalan bagi KSDPK") for way in WAYS],
    quiet("KS514", made(PKS, facts={"dispute": "menurut-perjanjian"})),
    quiet("KS514", made(PKS, facts=TALKED)),
    quiet("KS514", made(PKS, facts={"dispute": "tidak-ada"})),
    quiet("KS514", made("PKS-2018-001", signed_on=PP28 - DAY, facts={"dispute": "menteri"})),
    fires(
        "KS514", made("PKS-2018-001", signed_on=PP28, facts={"dispute": "menteri"}), "sampai langkah Menteri"
    ),
    fires("KS514", made(PKS, facts={"dispute": "menurut-perjanjian"}, **KSDD), "bukan jalan bagi KSDD"),
    fires(
        "KS514",
        made(PKS, facts={"dispute": "gubernur", "same_province": "no"}, **KSDD),
        "dari provinsi yang berbeda",
    ),
    quiet("KS514", made(PKS, facts={"dispute": "tkksd-provinsi", "same_province": "yes"}, **KSDD)),
    quiet("KS514", made(PKS, facts={"dispute": "menteri", "same_province": "no"}, **KSDD)),
    quiet(
        "KS514", made("PKS-2020-001", signed_on=P22 - DAY, facts={"dispute": "menurut-perjanjian"}, **KSDD)
    ),
    unknown("KS514", made(PKS, facts={"dispute": "tkksd-provinsi"}, **KSDD), "same_province"),
    fires(
        "KS515", made(PKS, facts={**TALKED, "dispute_reported": "no"}, **KSDD), "tercatat tidak dilaporkan"
    ),
    fires(
        "KS515",
        made("PKS-2020-001", signed_on=P22, facts={**TALKED, "dispute_reported": "no"}, **KSDD),
        "tidak dilaporkan",
    ),
    quiet(
        "KS515", made("PKS-2020-001", signed_on=P22 - DAY, facts={**TALKED, "dispute_reported": "no"}, **KSDD)
    ),
    quiet("KS515", made(PKS, facts=TALKED, **KSDD)),
    quiet("KS515", made(PKS, **KSDD)),
    unknown("KS515", made(PKS, facts={"dispute": "musyawarah"}, **KSDD), "dispute_reported"),
]


@pytest.mark.parametrize("row", ROWS, ids=str)
def test_a_rule_says_what_the_table_expects(row: Row) -> None:
    holds(row)
