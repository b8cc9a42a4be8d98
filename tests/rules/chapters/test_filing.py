"""Chapter 6: originals, copies, numbers, and what the public may see."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from kskd.domain.document.chain import Scheme
from kskd.domain.values.days import Day
from kskd.rules.catalogue import RULES, Bench
from kskd.rules.laws import P22
from kskd.rules.parts import Addendum
from tests.rules.tables import Row, fires, holds, made, own, partner, quiet, unknown

DAY = timedelta(days=1)
KSDD: dict[str, Any] = {"scheme": Scheme.KSDD_SUKARELA}
NUMBERLESS = (own(number="")._replace(number=None), partner(kind="perguruan-tinggi", number=None))


def _denials(code: str, one: str, fact: str, says: str, **more: Any) -> list[Row]:
    return [
        fires(code, made(one, facts={fact: "no"}, **more), says),
        quiet(code, made(one, facts={fact: "yes"}, **more)),
        unknown(code, made(one, **more), fact),
    ]


OF_OLD: dict[str, Any] = {"signed_on": date(2019, 1, 2)}
NUMBERED = Addendum(1, Day.of(date(2024, 9, 2)), own_number="8/AD/2024")

ROWS = [
    fires("KS612", made("PKS-2024-001", addendums=(NUMBERED, Addendum(2, Day.of(date(2024, 10, 2))))), "Adendum 2 (2 Oktober 2024) tanpa nomor"),
    quiet("KS612", made("PKS-2024-001", addendums=(NUMBERED,))),
    fires("KS612", made("NK-2019-001", **OF_OLD, addendums=(Addendum(1, Day.of(P22)),)), "Adendum 1 (14 April 2020) tanpa nomor"),
    quiet("KS612", made("NK-2019-001", **OF_OLD, addendums=(Addendum(1, Day.of(P22 - DAY)),))),  # no law on adendums yet
    unknown("KS612", made("NK-2019-001", **OF_OLD, addendums=(Addendum(1, Day.parse("2020")),)), "tanggal adendum 1 yang tepat"),
    quiet("KS612", made("NK-2019-001", **OF_OLD, addendums=(NUMBERED._replace(signed=Day.parse("2020")),))),
    quiet("KS612", made("MOU-2024-001", addendums=(Addendum(1, Day.of(date(2024, 9, 2))),))),
    *_denials("KS601", "KB-2024-001", "original_held", "tidak dipegang TKKSD"),
    *_denials("KS601", "RK-2024-001", "original_held", "tidak dipegang TKKSD"),
    quiet("KS601", made("KB-2024-001", original_place="Lemari 3")),
    fires("KS601", made("KB-2024-001", original_place="Lemari 3", facts={"original_held": "no"}), "tidak dipegang"),
    quiet("KS601", made("KB-2020-001", signed_on=date(2020, 1, 2), facts={"original_held": "no"})),
    fires("KS602", made("KB-2024-001", facts={"original_held": "yes"}), "tempatnya tidak tercatat"),
    quiet("KS602", made("KB-2024-001", facts={"original_held": "yes"}, original_place="Lemari 3")),
    quiet("KS602", made("KB-2024-001")),
    *_denials("KS603", "PKS-2024-001", "copy_held", "tidak dipegang Bagian", **KSDD),
    quiet("KS603", made("PKS-2024-001", facts={"copy_held": "no"})),  # a third party's
    *_denials("KS604", "NK-2024-001", "sent_to_minister", "NK tanggal 2 Mei 2024 tercatat belum dikirim"),
    *_denials("KS605", "LOI-2024-001", "sent_to_minister", "LoI tanggal 2 Mei 2024 tercatat belum dikirim"),
    *_denials("KS606", "MOU-2024-001", "minister_original", "tidak ada pada Menteri"),
    *_denials("KS607", "PKS-2024-001", "published", "tidak tersedia bagi publik"),
    quiet("KS607", made("NK-2024-001", facts={"published": "no"})),  # with the State, no third party
    fires("KS608", made("KB-2024-001", seats=NUMBERLESS), "Naskah tanggal 2 Mei 2024 tanpa nomor"),
    quiet("KS608", made("KB-2024-001")),
    quiet("KS608", made("KB-2024-001", signed_on=None, seats=NUMBERLESS)),
    fires("KS609", made("KB-2024-001", seats=NUMBERLESS), "Nomor dari Mitra Contoh belum tercatat"),
    quiet("KS609", made("KB-2024-001")),
    quiet("KS609", made("KB-2024-001", seats=(own(), partner(kind="perseorangan", number=None)))),
    fires("KS610", made("KB-2024-001", settings={"number-pattern": "100.3.7.*/*"}), "1/KB/2024 tidak menurut pola"),
    quiet("KS610", made("KB-2024-001", settings={"number-pattern": "*/KB/2024"})),
    quiet("KS610", made("KB-2024-001")),
    fires("KS611", made("KB-2024-001"), "Tidak ada berkas naskah"),
    quiet("KS611", made("KB-2024-001", has_file=True)),
    quiet("KS611", made("KB-2024-001", settings={"scan": "tidak"})),
]  # fmt: skip


@pytest.mark.parametrize("row", ROWS, ids=str)
def test_a_rule_says_what_the_table_expects(row: Row) -> None:
    holds(row)


def test_of_several_the_remedy_begins_with_the_first() -> None:
    """Where one command mends one of them."""
    seats = (own(), *(partner(name, kind="perguruan-tinggi", number=None) for name in ("Awal", "Akhir")))
    without = tuple(Addendum(number, Day.of(date(2024, 9, number))) for number in (2, 3))
    case = made("PKS-2024-001", seats=seats, addendums=without)
    found = {rule.code: rule.finding(case, verdict).remedy for rule, verdict in Bench(RULES).judge(case)}
    assert '--partner "Awal" ' in found["KS609"]
    assert "--amendment 2 " in found["KS612"]
