"""Chapter 1, third part: what comes before a document abroad, and before what a third party begins."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from kskd.domain.document.chain import Scheme
from kskd.rules.catalogue import RULES, Bench
from kskd.rules.laws import P22, P25, PP28
from tests.rules.tables import Row, fires, holds, made, quiet, unknown

DAY = timedelta(days=1)
MOU, KB = "MOU-2024-001", "KB-2024-001"
LL: dict[str, Any] = {"scheme": Scheme.KSDLL}
PASSED_ON = {"ksdll_kind": "penerusan"}
ANNEXED = {
    **PASSED_ON,
    "needs_mapped": "yes",
    "activity_outline": "yes",
    "willingness_letter": "yes",
    "needs_study": "no",
}
TECHNICAL = {**ANNEXED, "needs_study": "yes"}
NONPROFIT = {
    **PASSED_ON,
    "foreign_body": "nonprofit",
    "principle_permit": "yes",
    "operating_permit": "yes",
    "nonprofit_plan": "yes",
}
BEGUN = {
    "ksdpk_kind": "pelayanan",
    "initiator": "mitra",
    "fits_sector_plan": "yes",
    "feasible": "yes",
    "partner_can_finance": "yes",
    "partner_study": "yes",
}


def _without(facts: dict[str, str], key: str, value: str | None = None) -> dict[str, str]:
    """The facts with one of them otherwise, or not recorded."""
    left = {name: one for name, one in facts.items() if name != key}
    return left if value is None else {**left, key: value}


ROWS = [
    fires("KS126", made(MOU, facts={"cooperation_plan": "no"}), "Rencana Kerja Sama tercatat tidak ada"),
    fires("KS126", made(MOU, facts={"cooperation_plan": "no"}, **LL), "tercatat tidak ada"),
    fires("KS126", made(MOU, signed_on=None, facts={"cooperation_plan": "no"}), "tercatat tidak ada"),
    fires(
        "KS126", made("MOU-2018-001", signed_on=PP28, facts={"cooperation_plan": "no"}), "tercatat tidak ada"
    ),
    quiet("KS126", made("MOU-2018-001", signed_on=PP28 - DAY, facts={"cooperation_plan": "no"})),
    quiet("KS126", made(MOU, facts={"cooperation_plan": "yes"})),
    quiet("KS126", made(MOU, facts={"cooperation_plan_on": "2024-02-01"})),  # its day says that there is one
    unknown("KS126", made(MOU), "cooperation_plan"),
    fires(
        "KS127",
        made(MOU, facts={"cooperation_plan": "yes", "plan_complete": "no"}),
        "tidak memuat ketujuh isinya",
    ),
    fires(
        "KS127",
        made(MOU, facts={"cooperation_plan_on": "2024-02-01", "plan_complete": "no"}),
        "ketujuh isinya",
    ),
    quiet("KS127", made(MOU, facts={"cooperation_plan": "yes", "plan_complete": "yes"})),
    unknown("KS127", made(MOU, facts={"plan_complete": "no"}), "cooperation_plan"),
    quiet("KS127", made(MOU)),  # KS126 asks whether there is one
    quiet("KS127", made(MOU, facts={"cooperation_plan": "no", "plan_complete": "no"})),
    quiet(
        "KS127",
        made("MOU-2018-001", signed_on=PP28 - DAY, facts={"cooperation_plan": "yes", "plan_complete": "no"}),
    ),
    unknown("KS127", made(MOU, facts={"cooperation_plan": "yes"}), "plan_complete"),
    *[
        fires(
            "KS128",
            made(MOU, facts=_without(ANNEXED, key, "no"), **LL),
            f"Tercatat tidak terpenuhi: {says} dilampirkan.",
        )
        for key, says in (
            ("needs_mapped", "pemetaan potensi dan kebutuhan"),
            ("activity_outline", "kerangka acuan kegiatan"),
            ("willingness_letter", "surat pernyataan kesediaan"),
        )
    ],
    *[
        unknown("KS128", made(MOU, facts=_without(ANNEXED, key), **LL), key)
        for key in ("ksdll_kind", "needs_mapped", "activity_outline", "willingness_letter", "needs_study")
    ],
    quiet("KS128", made(MOU, facts=ANNEXED, **LL)),
    quiet("KS128", made(MOU, facts={"ksdll_kind": "lainnya"}, **LL)),
    quiet("KS128", made(MOU, facts=_without(ANNEXED, "needs_mapped", "no"))),  # of a region abroad
    quiet(
        "KS128",
        made("MOU-2020-001", signed_on=P25 - DAY, facts=_without(ANNEXED, "needs_mapped", "no"), **LL),
    ),
    fires(
        "KS128",
        made("MOU-2020-001", signed_on=P25, facts=_without(ANNEXED, "needs_mapped", "no"), **LL),
        "pemetaan",
    ),
    fires("KS128", made(MOU, facts={**TECHNICAL, "feasibility_study": "no"}, **LL), "studi kelayakan ada"),
    quiet("KS128", made(MOU, facts={**ANNEXED, "feasibility_study": "no"}, **LL)),  # not asked for
    quiet("KS128", made(MOU, facts={**TECHNICAL, "feasibility_study": "yes"}, **LL)),
    unknown("KS128", made(MOU, facts=TECHNICAL, **LL), "feasibility_study"),
    *[
        fires("KS129", made(MOU, facts=_without(NONPROFIT, key, "no"), **LL), says)
        for key, says in (
            ("principle_permit", "Izin Prinsip"),
            ("operating_permit", "Izin Operasional"),
            ("nonprofit_plan", "rencana tahunan"),
        )
    ],
    *[
        unknown("KS129", made(MOU, facts=_without(NONPROFIT, key), **LL), key)
        for key in ("foreign_body", "principle_permit", "operating_permit", "nonprofit_plan")
    ],
    quiet("KS129", made(MOU, facts=NONPROFIT, **LL)),
    quiet("KS129", made(MOU, facts=_without(NONPROFIT, "ksdll_kind"), **LL)),  # KS128 asks for that
    quiet(
        "KS129",
        made(MOU, facts={**PASSED_ON, "foreign_body": "mitra-pembangunan", "principle_permit": "no"}, **LL),
    ),
    quiet(
        "KS129",
        made("MOU-2020-001", signed_on=P25 - DAY, facts=_without(NONPROFIT, "principle_permit", "no"), **LL),
    ),
    *[
        fires("KS130", made(KB, facts=_without(BEGUN, key, "no")), says)
        for key, says in (
            ("fits_sector_plan", "rencana induk sektor"),
            ("feasible", "ekonomi dan finansial"),
            ("partner_can_finance", "mampu membiayai"),
            ("partner_study", "disusun mitra"),
        )
    ],
    *[
        unknown("KS130", made(KB, facts=_without(BEGUN, key)), key)
        for key in ("initiator", "fits_sector_plan", "feasible", "partner_can_finance", "partner_study")
    ],
    unknown("KS130", made(KB, facts=_without(_without(BEGUN, "feasible", "no"), "ksdpk_kind")), "ksdpk_kind"),
    quiet("KS130", made(KB, facts=BEGUN)),
    quiet("KS130", made(KB, facts=_without(BEGUN, "ksdpk_kind"))),
    quiet("KS130", made(KB, facts={"initiator": "pemda", "feasible": "no"})),
    quiet("KS130", made(KB, facts={**BEGUN, "ksdpk_kind": "investasi", "feasible": "no"})),
    quiet("KS130", made("KB-2018-001", signed_on=PP28 - DAY, facts=_without(BEGUN, "feasible", "no"))),
    fires(
        "KS130",
        made("KB-2018-001", signed_on=PP28, facts=_without(BEGUN, "feasible", "no")),
        "ekonomi dan finansial",
    ),
    fires(
        "KS130",
        made("KB-2020-001", signed_on=P22, facts=_without(BEGUN, "feasible", "no")),
        "ekonomi dan finansial",
    ),
]


@pytest.mark.parametrize("row", ROWS, ids=str)
def test_a_rule_says_what_the_table_expects(row: Row) -> None:
    holds(row)


@pytest.mark.parametrize(
    ("signed_on", "article"),
    [
        (PP28, "PP 28/2018 Pasal 30 ayat (3)"),
        (P25 - DAY, "PP 28/2018 Pasal 30 ayat (3)"),
        (P25, "Permendagri 25/2020 Pasal 15 ayat (3)"),
    ],
)
def test_a_plan_is_judged_by_the_law_of_its_day(signed_on: date, article: str) -> None:
    case = made("MOU-2020-001", signed_on=signed_on, facts={"cooperation_plan": "no"})
    ((rule, verdict),) = Bench([one for one in RULES if one.code == "KS126"]).judge(case)
    assert rule.finding(case, verdict).article == article
