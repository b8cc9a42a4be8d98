"""Chapter 4, second part: what becomes of the Rencana Kerja Sama abroad before its MoU is signed."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from kskd.domain.document.chain import Scheme
from kskd.rules.laws import P25
from tests.rules.tables import SIGNED, Row, fires, holds, made, near, quiet, unknown

DAY = timedelta(days=1)
MOU = "MOU-2024-001"
LL: dict[str, Any] = {"scheme": Scheme.KSDLL}
LETTER = near("LOI-2024-001", date(2024, 1, 10))
STAGES = {
    "cooperation_plan_on": "2024-01-10",
    "dprd_received_on": "2024-01-10",
    "dprd_answered_on": "2024-01-10",
    "plan_verified_on": "2024-01-10",
}
ROWS = [
    fires("KS412", made(MOU, facts={"plan_verified": "no"}), "Verifikasi Menteri tercatat tidak ada"),
    fires(
        "KS412",
        made(MOU, facts={"plan_verified_on": (SIGNED + DAY).isoformat()}),
        "tertanggal 3 Mei 2024, sesudah",
    ),
    quiet("KS412", made(MOU, facts={"plan_verified_on": SIGNED.isoformat()})),
    quiet("KS412", made(MOU, facts={"plan_verified_on": (SIGNED - DAY).isoformat()})),
    quiet("KS412", made(MOU, facts={"plan_verified": "yes"})),
    quiet("KS412", made(MOU, facts={"plan_verified": "no", "ksdll_kind": "penerusan"}, **LL)),
    fires(
        "KS412", made(MOU, facts={"plan_verified": "no", "ksdll_kind": "lainnya"}, **LL), "tercatat tidak ada"
    ),
    quiet("KS412", made("MOU-2020-001", signed_on=P25 - DAY, facts={"plan_verified": "no"})),
    fires("KS412", made("MOU-2020-001", signed_on=P25, facts={"plan_verified": "no"}), "tercatat tidak ada"),
    unknown("KS412", made(MOU), "plan_verified"),
    quiet("KS413", made(MOU, parent=LETTER, facts=STAGES)),  # all on one day
    quiet("KS413", made(MOU)),
    fires(
        "KS413",
        made(MOU, parent=LETTER, facts={"cooperation_plan_on": "2024-01-09"}),
        "Rencana Kerja Sama tertanggal 9 Januari 2024, sebelum LoI ditandatangani 10 Januari 2024.",
    ),
    fires(
        "KS413",
        made(MOU, facts={**STAGES, "dprd_received_on": "2024-01-09"}),
        "Permintaan diterima DPRD 9 Januari 2024, sebelum Rencana",
    ),
    fires(
        "KS413",
        made(MOU, facts={**STAGES, "dprd_answered_on": "2024-01-09"}),
        "DPRD bersikap 9 Januari 2024, sebelum permintaan",
    ),
    fires(
        "KS413",
        made(MOU, facts={**STAGES, "plan_verified_on": "2024-01-09"}),
        "Menteri memverifikasi 9 Januari 2024, sebelum DPRD",
    ),
    fires(
        "KS413", made(MOU, parent=LETTER, facts={"plan_verified_on": "2024-01-09"}), "sebelum LoI"
    ),  # what is not known is passed over
    fires(
        "KS413", made(MOU, signed_on=None, facts={**STAGES, "plan_verified_on": "2024-01-09"}), "sebelum DPRD"
    ),
    quiet(
        "KS413", made("MOU-2020-001", signed_on=P25 - DAY, facts={**STAGES, "plan_verified_on": "2020-01-09"})
    ),
]


@pytest.mark.parametrize("row", ROWS, ids=str)
def test_a_rule_says_what_the_table_expects(row: Row) -> None:
    holds(row)
