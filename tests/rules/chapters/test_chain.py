"""Chapter 1, first part: which document may follow which, and with whom."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from kskd.domain.document.chain import Scheme
from kskd.rules.catalogue import RULES, Bench
from kskd.rules.laws import PP28
from tests.rules.tables import Row, fires, holds, made, near, own, partner, quiet, unknown

DAY = timedelta(days=1)
OLD = date(2017, 5, 2)
KB = near("KB-2024-001", date(2024, 4, 1), date(2027, 4, 1))
NK = near("NK-2024-001")
PARENTLESS = {"has_parent": "no"}
PKS = near("PKS-2024-009", date(2024, 6, 1))
RKT_NOW = near("RKT-2025-001", date(2025, 1, 10), date(2025, 12, 31))
RKT = "RKT-2024-001"


def _with(kind: str | None, name: str = "Mitra Contoh", **more: Any) -> dict[str, Any]:
    return {"seats": (own(), partner(name, kind=kind)), **more}


LETTER, MEMORANDUM = near("LOI-2024-001", date(2024, 4, 1)), near("MOU-2024-001", date(2024, 4, 1))
ABROAD: dict[str, Any] = {"scheme": Scheme.KSDPL}
ROWS = [
    fires("KS119", made("PKS-2024-001", parent=LETTER, **ABROAD), "Perjanjian Kerja Sama di bawah Pernyataan Kehendak Kerja Sama (LoI) (LOI-2024-001)"),
    fires("KS119", made("RKT-2024-001", parent=LETTER), "Rencana Kegiatan Tahunan di bawah"),
    fires("KS119", made("PKS-2024-001", parent=NK), "di bawah Nota Kesepakatan"),
    fires("KS119", made("RK-2024-001", parent=KB), "Rencana Kerja di bawah Kesepakatan Bersama"),
    fires("KS119", made("MOU-2024-002", parent=MEMORANDUM), "MoU) di bawah"),
    fires("KS119", made("PKS-2024-001", signed_on=None, parent=NK), "di bawah Nota Kesepakatan"),
    fires("KS119", made("PKS-2018-001", signed_on=PP28, parent=near("NK-2018-001", PP28)), "di bawah Nota Kesepakatan"),
    quiet("KS119", made("PKS-2018-001", signed_on=PP28, parent=near("NK-2018-001", PP28 - DAY))),  # the freer chain
    quiet("KS119", made("PKS-2018-001", signed_on=PP28 - DAY, parent=LETTER, **ABROAD)),
    quiet("KS119", made("PKS-2024-001", parent=KB)),
    quiet("KS119", made("PKS-2024-001", parent=MEMORANDUM, **ABROAD)),
    quiet("KS119", made("MOU-2024-001", parent=LETTER)),
    quiet("KS119", made("PKS-2024-001")),
    fires("KS101", made("PKS-2024-001", scheme=Scheme.SINERGI), "bukan naskah Sinergi; yang dapat dipakai: Nota"),
    fires("KS101", made("KONTRAK-2024-001", scheme=Scheme.KSDD_WAJIB), "Kontrak bukan naskah KSDD wajib"),
    fires("KS101", made("NK-2024-001", scheme=Scheme.KSDPK, signed_on=None), "Nota Kesepakatan bukan naskah KSDPK"),
    quiet("KS101", made("KONTRAK-2024-001")),
    quiet("KS101", made("PKS-2024-001", scheme=Scheme.KSDPL)),  # under an MoU
    quiet("KS101", made("PKS-2017-001", scheme=Scheme.SINERGI, signed_on=OLD)),  # legacy: PP 28/2018 Pasal 49
    fires("KS102", made("PKS-2024-001", facts={**PARENTLESS, "ksdpk_kind": "pelayanan"}), "tercatat tidak ada"),
    fires("KS102", made("PKS-2024-001", scheme=Scheme.KSDD_WAJIB, facts=PARENTLESS), "tercatat tidak ada"),
    unknown("KS102", made("PKS-2024-001", facts=PARENTLESS), "ksdpk_kind"),
    unknown("KS102", made("PKS-2024-001"), "Kesepakatan Bersama yang mendahuluinya"),
    quiet("KS102", made("PKS-2024-001", parent=KB)),
    quiet("KS102", made("PKS-2024-001", facts={"ksdpk_kind": "aset"})),
    quiet("KS102", made("PKS-2017-001", signed_on=OLD)),
    fires("KS103", made("PKS-2024-001", signed_on=date(2024, 3, 31), parent=KB), "sebelum induknya KB-2024-001 (1 April 2024)"),
    quiet("KS103", made("PKS-2024-001", signed_on=date(2024, 4, 1), parent=KB)),
    fires("KS104", made("PKS-2024-001", parent=near("KB-2025-001", None)), "KB-2025-001 tercatat sebagai rancangan"),
    quiet("KS104", made("PKS-2024-001", parent=KB)),
    quiet("KS104", made("PKS-2024-001", signed_on=None, parent=near("KB-2025-001", None))),
    fires("KS105", made("PKS-2024-001", parent=KB, parent_partners=(2, 3)), "Mitra Contoh bukan pihak pada induknya"),
    quiet("KS105", made("PKS-2024-001", parent=KB, parent_partners=(1, 2))),
    fires("KS106", made("RK-2024-001", parent=near("NK-2024-001", date(2024, 5, 1))), "2 Mei 2024, NK-nya (NK-2024-001) 1 Mei"),
    quiet("KS106", made("RK-2024-001", parent=NK)),
    quiet("KS106", made("RK-2019-001", signed_on=date(2019, 5, 2), parent=near("NK-2019-001", date(2019, 5, 1)))),
    fires("KS107", made("RK-2024-001", facts=PARENTLESS), "Nota Kesepakatan yang mendahului"),
    quiet("KS107", made("RK-2024-001", parent=NK)),
    unknown("KS107", made("RK-2024-001"), "Nota Kesepakatan yang mendahuluinya"),
    fires("KS108", made("NK-2024-001"), "Rencana Kerjanya tidak tercatat"),
    quiet("KS108", made("NK-2024-001", children=(near("RK-2024-001"),))),
    fires("KS109", made("MOU-2024-001", facts=PARENTLESS), "(LoI) yang mendahului"),
    fires("KS109", made("MOU-2024-001", scheme=Scheme.KSDLL, facts={"ksdll_kind": "lainnya", **PARENTLESS}), "LoI"),
    unknown("KS109", made("MOU-2024-001"), "Pernyataan Kehendak Kerja Sama (LoI) yang mendahuluinya"),
    quiet("KS109", made("MOU-2024-001", parent=near("LOI-2024-001"))),
    quiet("KS109", made("MOU-2024-001", scheme=Scheme.KSDLL, facts={"ksdll_kind": "penerusan"})),
    unknown("KS109", made("MOU-2024-001", scheme=Scheme.KSDLL), "ksdll_kind"),
    fires("KS110", made("MOU-2024-001"), "rencana kegiatan tahunan untuk tahun 2025".capitalize()),
    fires("KS110", made("MOU-2024-001", children=(near(RKT, date(2024, 6, 1), date(2024, 12, 31)),)), "tahun 2025"),
    quiet("KS110", made("MOU-2024-001", children=(RKT_NOW,))),
    quiet("KS110", made("MOU-2025-001", signed_on=date(2025, 1, 20))),  # its first year
    fires("KS111", made("KB-2024-001", as_of=date(2025, 5, 3)), "sesudah 12 bulan"),
    fires("KS111", made("KB-2024-001", settings={"follow-up-months": "3"}), "sesudah 3 bulan"),
    quiet("KS111", made("KB-2024-001", as_of=date(2025, 5, 2))),
    quiet("KS111", made("KB-2024-001", as_of=date(2025, 5, 3), children=(PKS,))),
    fires("KS112", made("KB-2024-001", as_of=date(2026, 4, 2)), "Berakhir 1 April 2026 tanpa satu pun PKS"),
    quiet("KS112", made("KB-2024-001", as_of=date(2026, 4, 2), children=(PKS,))),
    quiet("KS112", made("KB-2024-001", as_of=date(2026, 4, 1))),
    fires("KS113", made("KB-2024-001", **_with("kementerian")), "(Kementerian/lembaga) tidak dapat menjadi mitra KSDPK"),
    fires("KS113", made("NK-2024-001", **_with("perusahaan")), "mitra Sinergi"),
    fires("KS113", made("KB-2024-001", **_with("ormas", scheme=Scheme.KSDD_WAJIB)), "mitra KSDD wajib"),
    quiet("KS113", made("NK-2024-001", **_with("perguruan-tinggi"))),
    quiet("KS113", made("PKS-2017-001", **_with("kementerian", signed_on=OLD))),
    unknown("KS113", made("KB-2024-001", **_with(None)), "jenis mitra Mitra Contoh"),
    *(unknown("KS114", made("KB-2024-001", **_with("perusahaan", name)), f"status badan hukum {name}, yang menurut namanya bukan badan hukum,") for name in ("CV Maju Contoh", "UD Maju", "Firma Maju", "CV. Maju")),
    *(unknown("KS114", made("KB-2024-001", **_with("perusahaan", name)), "legal_entity") for name in ("PD Pasar Contoh", "Fa Maju", "Firmansyah", "Maju CV")),
    quiet("KS114", made("KB-2017-001", **_with("perusahaan", "PT Maju", facts={"legal_entity": "no"}, signed_on=OLD))),
    fires("KS114", made("KB-2024-001", **_with("perusahaan", "PT Maju", facts={"legal_entity": "no"})), "tercatat tidak"),
    quiet("KS114", made("KB-2024-001", **_with("perusahaan", "PT Maju Contoh"))),
    quiet("KS114", made("KB-2024-001", **_with("perusahaan", "CV Maju", facts={"legal_entity": "yes"}))),
    quiet("KS114", made("KB-2024-001", **_with("ormas", "Fatayat Contoh"))),  # need not be one
    quiet("KS114", made("KB-2024-001", **_with("perusahaan", "PDAM Contoh", facts={"legal_entity": "yes"}))),
    quiet("KS114", made("KB-2024-001", **_with("bumd", "PD Pasar Contoh"))),  # Perusahaan Daerah, not Dagang
    unknown("KS114", made("KB-2024-001", **_with("perusahaan", "Maju Contoh")), "legal_entity"),
    fires("KS115", made("KB-2024-001", scheme=Scheme.KSDD_WAJIB, facts={"bordering": "no"}), "(Mitra Contoh) berbatasan"),
    quiet("KS115", made("KB-2024-001", scheme=Scheme.KSDD_WAJIB, facts={"bordering": "yes"})),
    quiet("KS115", made("KB-2024-001", scheme=Scheme.KSDD_SUKARELA)),
    unknown("KS115", made("KB-2024-001", scheme=Scheme.KSDD_WAJIB), "bordering"),
    fires("KS116", made("KB-2024-001", affairs=("1.02", "3.28")), "Urusan 3.28 bukan kewenangan kabupaten"),
    quiet("KS116", made("KB-2024-001", affairs=("1.02", "3.27"))),
    quiet("KS116", made("KB-2024-001", affairs=("3.29",), settings={"level": "provinsi"})),
    fires("KS117", made("LOI-2024-001", facts={"diplomatic_relations": "no"}), "tidak mempunyai hubungan diplomatik"),
    quiet("KS117", made("LOI-2024-001", facts={"diplomatic_relations": "yes"})),
    unknown("KS117", made("MOU-2024-001"), "diplomatic_relations"),
    fires("KS118", made("PKS-2024-001", parent=near("KB-2020-001", date(2020, 6, 1), date(2025, 3, 14))), "berakhir 14 Maret 2025"),
    quiet("KS118", made("PKS-2024-001", parent=near("KB-2020-001", date(2020, 6, 1), date(2025, 3, 15)))),
    quiet("KS118", made("PKS-2024-001", parent=near("KB-2020-001", date(2020, 6, 1)))),
    fires("KS118", made("PKS-2024-001", parent=near("KB-2023-001", ends=date(2028, 1, 1), ended=date(2025, 3, 14))), "KB-2023-001 diakhiri 14 Maret 2025"),
    quiet("KS118", made("PKS-2024-001", ended_on=date(2025, 3, 14), parent=near("KB-2023-001", ended=date(2025, 3, 14)))),
]  # fmt: skip

# Nothing to compare with, a plan's own first and last day, and who is named.
EDGES = [
    quiet("KS103", made("PKS-2024-001")),
    quiet("KS106", made("RK-2024-001")),
    quiet("KS106", made("RK-2024-001", parent=near("NK-2024-001", None))),
    quiet("KS110", made("MOU-2024-001", children=(near(RKT, date(2024, 6, 1), date(2025, 1, 1)),))),
    quiet("KS110", made("MOU-2024-001", children=(near("RKT-2025-001", date(2025, 1, 10)),))),
    fires("KS110", made("MOU-2024-001", children=(near(RKT, date(2024, 6, 1)),)), "tahun 2025"),
    fires("KS110", made("MOU-2024-001", children=(near("RKT-2025-001", None),)), "tahun 2025"),
    fires("KS110", made("MOU-2024-001", children=(near("RKT-2025-001", date(2025, 3, 1), date(2026, 12, 31), starts=date(2026, 1, 1)),)), "tahun 2025"),
    fires("KS114", made("KB-2024-001", **_with("perusahaan", "PT Maju", facts={"legal_entity": "no"})), "PT Maju tercatat tidak"),
]  # fmt: skip


@pytest.mark.parametrize("row", ROWS + EDGES, ids=str)
def test_a_rule_says_what_the_table_expects(row: Row) -> None:
    holds(row)


def test_of_several_partners_the_remedy_begins_with_the_first() -> None:
    """Where one command records the kind of one of them."""
    case = made("KB-2024-001", seats=(own(), partner("Awal", kind=None), partner("Akhir", kind=None)))
    (remedy,) = (
        rule.finding(case, verdict).remedy
        for rule, verdict in Bench(RULES).judge(case)
        if rule.code == "KS113"
    )
    assert remedy.startswith('kskd partner update "Awal" --kind')
