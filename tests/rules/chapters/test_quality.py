"""Chapter 7: what the registry itself lacks or contradicts, before any law is asked."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from kskd.domain.document.chain import Scheme
from tests.rules.tables import Row, fires, holds, made, near, own, partner, quiet

KB = near("KB-2024-001", date(2024, 4, 1), date(2027, 4, 1))


def _numbered(number: str) -> dict[str, Any]:
    return {"seats": (own(number=number), partner(kind="perguruan-tinggi"))}


ROWS = [
    fires("KS701", made("PKS-2024-001", ends_on=None), "Tanggal akhir atau syarat berakhir tidak tercatat"),
    quiet("KS701", made("PKS-2024-001", ends_on=None, end_kind="open")),
    quiet("KS701", made("PKS-2024-001", signed_on=None, ends_on=None)),
    fires("KS702", made("KB-2024-001", duration_typed="5 tahun"), "Jangka waktu 5 tahun sejak 2 Mei 2024 tidak berakhir pada 1 April 2026"),
    fires("KS702", made("KB-2024-001", duration_typed="99999 tahun"), "tidak berakhir"),
    fires("KS702", made("KB-2024-001", duration_typed="99999 minggu"), "tidak berakhir"),
    quiet("KS702", made("KB-2024-001", duration_typed="2 tahun", ends_on=date(2026, 5, 1))),
    quiet("KS702", made("KB-2024-001", duration_typed="2 tahun", ends_on=date(2026, 5, 2))),
    quiet("KS702", made("KB-2024-001", duration_typed="2 tahun", starts_on=date(2024, 6, 3), ends_on=date(2026, 6, 3))),
    quiet("KS702", made("KB-2024-001", signed_on=None, duration_typed="2 tahun", ends_on=date(2026, 6, 3))),
    quiet("KS702", made("KB-2024-001")),
    fires("KS703", made("PKS-2024-001", starts_on=date(2024, 5, 1)), "Mulai berlaku 1 Mei 2024, sedangkan ditandatangani 2 Mei 2024"),
    quiet("KS703", made("PKS-2024-001", starts_on=date(2024, 6, 1))),
    quiet("KS703", made("PKS-2024-001", starts_on=date(2024, 5, 2))),  # the day of signing itself
    fires("KS704", made("KB-2024-001"), "Tidak satu pun urusan"),
    quiet("KS704", made("KB-2024-001", affairs=("1.02",))),
    fires("KS705", made("NK-2024-001"), "Tidak satu pun butir ruang lingkup"),
    quiet("KS705", made("NK-2024-001", has_scope=True)),
    fires("KS706", made("RK-2024-001"), "Tidak satu pun target tercatat"),
    quiet("KS706", made("RK-2024-001", has_target=True)),
    quiet("KS706", made("KB-2024-001")),
    fires("KS707", made("KB-2024-001", signed_on=None), "Dicatat 1 Mei 2024 sebagai rancangan, lebih dari 180 hari"),
    quiet("KS707", made("KB-2024-001", signed_on=None, as_of=date(2024, 10, 28))),
    quiet("KS707", made("KB-2024-001", signed_on=None, planned_for=2025)),  # its year is not over
    fires("KS707", made("KB-2024-001", signed_on=None, planned_for=2024), "lebih dari 180 hari"),
    quiet("KS707", made("KB-2024-001", signed_on=None, settings={"draft-days": "365"})),
    fires("KS708", made("KB-2024-001", **_numbered("415.4/2/SETDA/IV/2024")), "menunjuk April 2024, sedangkan naskahnya ditandatangani 2 Mei"),
    fires("KS708", made("KB-2024-001", **_numbered("415.4/2/SETDA/V/2023")), "menunjuk Mei 2023"),
    quiet("KS708", made("KB-2024-001", **_numbered("415.4/2/SETDA/v/2024"))),
    *(
        fires("KS708", made("KB-2024-001", **_numbered(number)), f"Nomor {number} menunjuk tahun 2023, sedangkan")
        for number in (
            "415.4/2/SETDA/2023", "415.4/2/IIII/2023", "100.3.7.1-12-KB-2023", "12 Tahun 2023", "12/KB/Tahun 2023 (asli)",
            "12/V/2023/SETDA", "KB.12/th. 2023/SETDA", "2024/KB/2023.",
            "12/2023/PKS", "2023/33/PKS", "2023/12/KB", "PKS-7-2023-SETDA", "12/PKS/23", "KB-12'23",
        )
    ),
    *(
        quiet("KS708", made("KB-2024-001", **_numbered(number)))
        for number in (
            "415.4/2/SETDA/2024", "100.3.7.1/2023/SETDA", "12/KB/12023", "2023", "12/V/2024/SETDA", "2023/KB/2024",
            "12/2024/PKS", "2023/2024/7/PKS", "415/2023/SETDA", "2023/SETDA", "12/PKS/24", "V/21", "12/2023a/PKS",
        )
    ),
    fires(
        "KS708", made("KB-2024-001", seats=(own(), partner("Universitas Contoh", number="4/UA/2019"))),
        "Nomor 4/UA/2019 dari Universitas Contoh menunjuk tahun 2019, sedangkan naskahnya ditandatangani 2 Mei 2024",
    ),
    fires(
        "KS708", made("KB-2024-001", seats=(own(number="1/KB/2023"), partner(number="4/2019/UA"))),
        "Nomor 1/KB/2023 menunjuk tahun 2023; nomor 4/2019/UA dari Mitra Contoh menunjuk tahun 2019, sedangkan",
    ),
    quiet("KS708", made("KB-2024-001", seats=(own(), partner(number="4/UA/IV/2024")))),  # a partner's month may differ
    fires("KS708", made("KB-2024-001", seats=(own(), partner(number="4/UA/19"))), "menunjuk tahun 2019"),
    fires(
        "KS708", made("KB-2024-001", seats=(own(), partner(further=("5/UA/2024", "6/UA/2018")))),
        "Nomor 6/UA/2018 dari Mitra Contoh menunjuk tahun 2018, sedangkan",
    ),
    quiet("KS708", made("KB-2024-001", seats=(own(), partner(further=("5/UA/2024",))))),
    quiet("KS708", made("KB-2024-001", seats=(own(), partner(number=None)))),
    quiet("KS708", made("KB-2024-001", signed_on=None, seats=(own(), partner(number="4/UA/2019")))),
    fires("KS709", made("PKS-2024-001", opd_ended_on=date(2024, 12, 31)), "DINKES berakhir 31 Desember 2024"),
    quiet("KS709", made("PKS-2024-001", opd_ended_on=date(2025, 3, 15))),  # its last day is today
    quiet("KS709", made("PKS-2024-001", opd_ended_on=date(2025, 12, 31))),
    quiet("KS709", made("PKS-2024-001")),
    fires("KS710", made("PKS-2024-001", parent=KB, affairs=("1.02", "3.27"), parent_affairs=("1.02",)), "Urusan 3.27 tidak ada"),
    quiet("KS710", made("PKS-2024-001", parent=KB, affairs=("1.02",), parent_affairs=("1.02", "3.27"))),
    quiet("KS710", made("PKS-2024-001", parent=KB, affairs=("1.02",))),
    quiet("KS706", made("RKT-2024-001", scheme=Scheme.KSDPL, has_target=True)),
]  # fmt: skip


@pytest.mark.parametrize("row", ROWS, ids=str)
def test_a_rule_says_what_the_table_expects(row: Row) -> None:
    holds(row)
