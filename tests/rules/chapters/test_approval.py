"""Chapter 4: what the DPRD, the Menteri and others have to say before a signature."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import pytest

from kskd.domain.document.chain import Scheme
from kskd.domain.values.days import Day
from kskd.domain.values.workdays import Calendar
from kskd.rules.catalogue import RULES, Bench
from kskd.rules.laws import P22, PP28
from kskd.rules.parts import Addendum
from tests.rules.tables import Row, fires, holds, made, near, quiet, unknown

if TYPE_CHECKING:
    from kskd.rules.case import Case

DAY = timedelta(days=1)
BURDEN = {"burdens_public": "yes", "in_apbd": "yes"}
NEEDED = {**BURDEN, "ksdpk_kind": "pelayanan"}
LATE = {"dprd_answer": "setuju", "dprd_answered_on": "2024-05-03"}
ADDED = Addendum(1, Day.of(date(2024, 9, 2)), adds_burden=True)
SECOND = Addendum(2, Day.of(date(2024, 10, 2)), adds_burden=True, dprd_answer="menolak")
LL: dict[str, Any] = {"scheme": Scheme.KSDLL}


LISTED = Calendar(frozenset({date(2024, 3, 11), date(2024, 5, 1)}))


def _silent(received: str, calendar: Calendar = LISTED) -> Case:
    """A memorandum of 2 May 2024 on which the DPRD took no stand."""
    case = made("MOU-2024-001", facts={"dprd_answer": "tidak-menjawab", "dprd_received_on": received})
    return case._replace(office=case.office._replace(calendar=calendar))


def _waiting(as_of: date, calendar: Calendar = LISTED) -> Case:
    """The draft of a memorandum whose request the DPRD got on 27 February 2024."""
    case = made("MOU-2024-001", as_of=as_of, signed_on=None, facts={"dprd_received_on": "2024-02-27"})
    return case._replace(office=case.office._replace(calendar=calendar))


def _denials(code: str, one: str, fact: str) -> list[Row]:
    return [
        fires(code, made(one, facts={fact: "no"}), "tercatat tidak ada"),
        quiet(code, made(one, facts={fact: "yes"})),
        unknown(code, made(one), fact),
    ]


ROWS = [
    fires("KS401", made("PKS-2024-001", facts={**NEEDED, "dprd_answer": "belum-diminta"}), "membebani masyarakat dan daerah, sedangkan DPRD belum diminta"),
    fires("KS401", made("NK-2024-001", facts={"in_apbd": "no", "dprd_answer": "menolak"}), "belum ada dalam APBD tahun berjalan, sedangkan DPRD menolak"),
    fires("KS401", made("PKS-2024-001", facts={**NEEDED, "dprd_answer": "tidak-menjawab", "dprd_received_on": "2024-03-19"}), "45 hari belum lewat"),
    fires("KS401", made("PKS-2024-001", facts={**NEEDED, "dprd_answer": "tidak-menjawab", "dprd_received_on": "2024-03-18"}), "45 hari belum lewat"),  # on the 45th day
    quiet("KS401", made("PKS-2024-001", facts={**NEEDED, "dprd_answer": "tidak-menjawab", "dprd_received_on": "2024-03-17"})),
    fires("KS401", made("PKS-2018-001", signed_on=PP28, facts={**NEEDED, "dprd_answer": "menolak"}), "DPRD menolak"),
    quiet("KS401", made("PKS-2018-001", signed_on=PP28 - DAY, facts={**NEEDED, "dprd_answer": "menolak"})),
    quiet("KS401", made("PKS-2020-001", signed_on=P22 - DAY, facts={**NEEDED, "dprd_answer": "tidak-menjawab", "dprd_received_on": "2020-04-01"})),  # PP 28/2018 is silent
    fires("KS401", made("PKS-2020-001", signed_on=P22, facts={**NEEDED, "dprd_answer": "tidak-menjawab", "dprd_received_on": "2020-04-01"}), "45 hari belum lewat"),
    quiet("KS401", made("NK-2020-001", signed_on=P22 - DAY, facts={"in_apbd": "no", "dprd_answer": "menolak"})),
    fires("KS401", made("NK-2020-001", signed_on=P22, facts={"in_apbd": "no", "dprd_answer": "menolak", "in_process": "no"}), "DPRD menolak"),
    fires("KS401", made("PKS-2020-001", signed_on="2020", facts={**NEEDED, "dprd_answer": "menolak"}), "DPRD menolak"),  # in both eras
    unknown("KS401", made("PKS-2018-001", signed_on="2018", facts={**NEEDED, "dprd_answer": "menolak"}), "tanggal penandatanganan yang tepat (diketahui: 2018)"),
    quiet("KS401", made("PKS-2024-001", facts={**NEEDED, "dprd_answer": "setuju"})),
    quiet("KS401", made("PKS-2024-001", facts={"burdens_public": "no", "in_apbd": "yes"})),
    quiet("KS401", made("PKS-2024-001", facts={**NEEDED, "dprd_answer": "menolak", "ksdpk_kind": "investasi"})),
    quiet("KS401", made("PKS-2024-001", signed_on=None, facts={**NEEDED, "dprd_answer": "belum-diminta"})),
    unknown("KS401", made("PKS-2024-001", facts={**BURDEN, "dprd_answer": "belum-diminta"}), "ksdpk_kind"),
    unknown("KS401", made("PKS-2024-001"), "burdens_public"),
    unknown("KS401", made("PKS-2024-001", facts={"burdens_public": "no"}), "in_apbd"),
    unknown("KS401", made("PKS-2024-001", facts=NEEDED), "dprd_answer"),
    unknown("KS401", made("PKS-2024-001", facts={**NEEDED, "dprd_answer": "tidak-menjawab"}), "dprd_received_on"),
    fires("KS402", made("PKS-2024-001", facts={**NEEDED, **LATE}), "menyetujui 3 Mei 2024, sesudah"),
    quiet("KS402", made("PKS-2024-001", facts={**LATE, "burdens_public": "no", "in_apbd": "yes"})),  # need not be asked
    unknown("KS402", made("PKS-2024-001", facts=LATE), "burdens_public"),
    quiet("KS402", made("PKS-2024-001", facts={"dprd_answer": "setuju", "dprd_answered_on": "2024-05-02"})),
    quiet("KS402", made("PKS-2024-001", facts={**NEEDED, **LATE, "dprd_received_on": "2024-03-17"})),
    fires("KS402", made("PKS-2024-001", facts={**NEEDED, **LATE, "dprd_received_on": "2024-03-18"}), "menyetujui 3 Mei 2024"),
    fires("KS402", made("PKS-2020-001", signed_on=P22 - DAY, facts={**NEEDED, **LATE, "dprd_received_on": "2019-01-02"}), "sesudah penandatanganan 13 April 2020"),
    quiet("KS402", made("PKS-2020-001", signed_on=P22, facts={**NEEDED, **LATE, "dprd_received_on": "2019-01-02"})),
    fires("KS402", made("MOU-2024-001", facts={**LATE, "dprd_received_on": "2024-03-01"}), "menyetujui 3 Mei 2024"),  # working days
    unknown("KS402", made("MOU-2024-001", facts={**LATE, "dprd_received_on": "2024-01-02"}), "daftar hari libur 2024"),
    quiet("KS402", made("PKS-2024-001")),
    unknown("KS402", made("MOU-2024-001", facts={"dprd_answer": "setuju"}), "dprd_answered_on"),
    unknown("KS402", made("PKS-2024-001", facts={**NEEDED, "dprd_answer": "setuju"}), "dprd_answered_on"),
    quiet("KS402", made("PKS-2024-001", facts={"dprd_answer": "setuju", "burdens_public": "no", "in_apbd": "yes"})),
    fires("KS403", made("MOU-2024-001", facts={"dprd_answer": "belum-diminta"}), "belum diminta"),
    fires("KS403", made("MOU-2024-001", facts={"dprd_answer": "menolak", "ksdll_kind": "lainnya"}, **LL), "DPRD menolak"),
    fires("KS403", _silent("2024-02-28"), "45 hari kerja belum lewat"),
    fires("KS403", _silent("2024-02-27"), "45 hari kerja belum lewat"),  # on the last of them
    quiet("KS403", _silent("2024-02-26")),
    unknown("KS403", _silent("2024-02-28", Calendar()), "daftar hari libur 2024"),
    fires("KS403", _silent("2024-02-29", Calendar()), "belum lewat"),  # holidays only make it longer
    unknown("KS403", made("MOU-2024-001", facts={"dprd_answer": "tidak-menjawab"}), "dprd_received_on"),
    fires("KS403", made("MOU-2018-001", signed_on=PP28, facts={"dprd_answer": "menolak"}), "DPRD menolak"),
    quiet("KS403", made("MOU-2018-001", signed_on=PP28 - DAY, facts={"dprd_answer": "menolak"})),
    quiet("KS403", made("MOU-2024-001", facts={"dprd_answer": "menolak", "ksdll_kind": "penerusan"}, **LL)),
    unknown("KS403", made("MOU-2024-001"), "dprd_answer"),
    unknown("KS403", made("MOU-2024-001", **LL), "ksdll_kind"),
    fires("KS404", made("PKS-2025-001", signed_on=None, facts={"dprd_received_on": "2025-01-28"}), "45 hari berakhir 14 Maret 2025 tanpa pernyataan sikap"),
    quiet("KS404", made("PKS-2025-001", signed_on=None, facts={"dprd_received_on": "2025-01-29"})),  # its last day
    quiet("KS404", made("PKS-2025-001", signed_on=None, facts={"dprd_received_on": "2025-01-30"})),
    fires("KS404", _waiting(date(2024, 5, 3)), "45 hari kerja berakhir 2 Mei 2024 tanpa pernyataan sikap"),
    quiet("KS404", _waiting(date(2024, 5, 2))),
    unknown("KS404", _waiting(date(2024, 5, 3), Calendar()), "daftar hari libur 2024"),
    quiet("KS404", made("PKS-2020-001", as_of=P22 - DAY, signed_on=None, facts={"dprd_received_on": "2020-01-02"})),
    quiet("KS404", made("PKS-2025-001", signed_on=None, facts={"dprd_received_on": "2025-01-01", "dprd_answer": "menolak"})),
    quiet("KS404", made("PKS-2025-001", signed_on=None)),
    fires("KS405", made("PKS-2024-001", facts={"dprd_received_on": "2024-03-31"}, parent=near("KB-2024-001", date(2024, 4, 1))), "baru ditandatangani 1 April 2024"),
    unknown("KS405", made("PKS-2025-001", signed_on=None, facts={"dprd_received_on": "2025-01-30"}, parent=near("KB-2025-001", None)), "tanggal penandatanganan KB-2025-001"),
    quiet("KS405", made("PKS-2024-001", facts={"dprd_received_on": "2024-04-01"}, parent=near("KB-2024-001", date(2024, 4, 1)))),
    quiet("KS405", made("PKS-2024-001", facts={"dprd_received_on": "2024-03-31"})),
    fires("KS406", made("PKS-2024-001", facts={"dprd_received_on": "2024-04-01", "company_profile": "no"}), "tidak dilampirkan"),
    quiet("KS406", made("PKS-2024-001", facts={"dprd_received_on": "2024-04-01", "company_profile": "yes"})),
    unknown("KS406", made("PKS-2024-001", facts={"company_profile": "no"}), "dprd_received_on"),
    quiet("KS406", made("PKS-2024-001", facts={"company_profile": "yes"})),
    unknown("KS406", made("PKS-2024-001", facts={"dprd_received_on": "2024-04-01"}), "company_profile"),
    *_denials("KS407", "MOU-2024-001", "minister_approved"),
    fires("KS407", made("MOU-2024-001", facts={"minister_approved_on": "2024-05-03"}), "menyetujui 3 Mei 2024, sesudah"),
    quiet("KS407", made("MOU-2024-001", facts={"minister_approved_on": "2024-05-02"})),
    *_denials("KS408", "MOU-2024-001", "foreign_confirmation"),
    quiet("KS408", made("MOU-2024-001", facts={"foreign_confirmation": "no", "ksdll_kind": "penerusan"}, **LL)),
    *_denials("KS409", "LOI-2024-001", "minister_reply"),
    fires("KS410", made("PKS-2024-001", facts={"dprd_answer": "setuju"}), "nomor suratnya tidak tercatat"),
    quiet("KS410", made("PKS-2024-001", facts={"dprd_answer": "setuju", "dprd_letter": "170/12"})),
    quiet("KS410", made("PKS-2024-001")),
    quiet("KS410", made("PKS-2024-001", scheme=Scheme.KSDD_WAJIB, facts={"dprd_answer": "setuju"})),  # signed on the draft
    fires("KS410", made("NK-2024-001", facts={"dprd_answer": "setuju"}), "nomor suratnya tidak tercatat"),
    fires("KS411", made("PKS-2024-001", facts=NEEDED, addendums=(ADDED._replace(dprd_answer="belum-diminta"),)), "adendum 1 (2 September 2024) belum dimintakan"),
    fires("KS411", made("NK-2024-001", addendums=(ADDED._replace(dprd_approved_on=date(2024, 9, 3)), SECOND)), "baru disetujui DPRD 3 September 2024; 2 (2 Oktober 2024) ditolak"),
    quiet("KS411", made("PKS-2024-001", addendums=(ADDED._replace(dprd_approved_on=date(2024, 9, 2)),))),
    quiet("KS411", made("PKS-2024-001", addendums=(ADDED._replace(dprd_answer="tidak-menjawab"),))),
    quiet("KS411", made("PKS-2024-001", addendums=(ADDED._replace(adds_burden=False),))),
    quiet("KS411", made("PKS-2024-001", addendums=(SECOND,), facts={"ksdpk_kind": "investasi"})),
    fires("KS411", made("NK-2019-001", signed_on=date(2019, 1, 2), addendums=(SECOND._replace(signed=Day.of(P22)),)), "2 (14 April 2020) ditolak DPRD"),
    quiet("KS411", made("NK-2019-001", signed_on=date(2019, 1, 2), addendums=(SECOND._replace(signed=Day.of(P22 - DAY)),))),
    unknown("KS411", made("NK-2019-001", signed_on=date(2019, 1, 2), addendums=(SECOND._replace(signed=Day.parse("2020")),)), "tanggal adendum 2 yang tepat"),
    quiet("KS411", made("NK-2019-001", signed_on=date(2019, 1, 2), addendums=(SECOND._replace(signed=Day.parse("2020"), adds_burden=False),))),
    quiet("KS411", made("KB-2024-001", addendums=(SECOND,))),  # no article on changing a KB
    unknown("KS411", made("PKS-2024-001", addendums=(ADDED,)), "sikap DPRD atas adendum 1"),
    unknown("KS411", made("PKS-2024-001", addendums=(ADDED._replace(adds_burden=None),)), "apakah adendum 1 menambah beban"),
    unknown("KS411", made("PKS-2024-001", addendums=(SECOND,)), "ksdpk_kind"),
]  # fmt: skip


@pytest.mark.parametrize("row", ROWS, ids=str)
def test_a_rule_says_what_the_table_expects(row: Row) -> None:
    holds(row)


def test_of_several_adendums_the_remedy_begins_with_the_first() -> None:
    """Of which one command records the answer."""
    case = made("NK-2024-001", addendums=(SECOND, SECOND._replace(number=3)))
    (remedy,) = (
        rule.finding(case, verdict).remedy
        for rule, verdict in Bench(RULES).judge(case)
        if rule.code == "KS411"
    )
    assert "--amendment 2 " in remedy
