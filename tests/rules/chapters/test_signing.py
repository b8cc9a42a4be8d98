"""Chapter 2: who signed, by what power, and how the paper was made."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from kskd.domain.document.chain import Scheme
from kskd.domain.values.days import Day
from kskd.rules.catalogue import RULES, Bench
from kskd.rules.laws import P22, PP28
from kskd.rules.parts import Addendum
from tests.rules.tables import HEAD, OTHER, SIGNED, Row, fires, holds, made, own, partner, quiet, unknown

KSDD: dict[str, Any] = {"scheme": Scheme.KSDD_WAJIB}


def _signed(
    office: str | None, power: str | None = None, on: date | None = None, **more: Any
) -> dict[str, Any]:
    kind = "pemda" if "scheme" in more else "perguruan-tinggi"
    return {"seats": (own(office, power, on), partner(kind=kind)), **more}


def _their(office: str | None) -> dict[str, Any]:
    return {"seats": (own(), partner("Kabupaten Umpama", kind="pemda", office=office)), **KSDD}


def _third(office: str | None, kind: str = "perguruan-tinggi") -> dict[str, Any]:
    return {"seats": (own(), partner("Universitas Contoh", kind=kind, office=office))}


DAY = timedelta(days=1)
UNREAD = ", penanda tangan dari Pemda, ialah kepala daerah"
NOTED = Addendum(1, Day.of(date(2024, 9, 2)), tkksd_note=True)
POWER = _signed(OTHER, "100/7/SK", SIGNED)
ROWS = [
    fires("KS201", made("KB-2024-001", **_signed("Sekretaris Daerah")), "Ditandatangani Sekretaris Daerah, bukan kepala"),
    fires("KS201", made("MOU-2024-001", **_signed("Wakil Bupati Contoh", scheme=Scheme.KSDPL)), "bukan kepala daerah"),
    quiet("KS201", made("KB-2024-001", **_signed("Pj. Bupati Contoh"))),
    quiet("KS201", made("KB-2017-001", **_signed("Sekretaris Daerah", signed_on=date(2017, 1, 2)))),
    quiet("KS201", made("KB-2024-001", **_signed("H. Contoh Contohan, S.E., M.M., Bupati Contoh Raya"))),
    quiet("KS201", made("MOU-2024-001", **_signed("Acting Mayor of Misal", scheme=Scheme.KSDPL))),
    unknown("KS201", made("KB-2024-001", **_signed("H. Contoh Contohan, S.E.")), f"apakah H. Contoh Contohan, S.E.{UNREAD}"),
    unknown("KS201", made("KB-2024-001", **_signed("Pejabat Bupati Contoh")), f"apakah Pejabat Bupati Contoh{UNREAD}"),
    unknown("KS201", made("NK-2024-001", **_signed(None, scheme=Scheme.SINERGI)), "penanda tangan dari Pemda"),
    fires("KS202", made("PKS-2024-001", facts={"has_power": "no"}, **_signed(OTHER)), "Kesehatan; surat kuasa kepala daerah tercatat tidak ada"),
    quiet("KS202", made("PKS-2024-001", facts={"has_power": "yes"}, **_signed(OTHER))),
    quiet("KS202", made("PKS-2024-001", facts={"has_power": "no"}, **_signed(HEAD))),  # he needs none
    quiet("KS202", made("PKS-2024-001", facts={"has_power": "no"}, **_signed(OTHER, "7/SK"))),  # its number is there
    quiet("KS202", made("PKS-2024-001", facts={"has_power": "no"}, **_signed(OTHER, on=SIGNED))),
    quiet("KS202", made("PKS-2024-001", **_signed(OTHER, on=SIGNED))),  # its number alone is not known
    quiet("KS202", made("PKS-2024-001", **_signed(OTHER))),  # `kskd gaps` asks its OPD
    quiet("KS202", made("PKS-2024-001", **POWER)),
    quiet("KS202", made("PKS-2024-001", **_signed(HEAD))),
    unknown("KS202", made("PKS-2024-001", **_signed(None)), "penanda tangan dari Pemda"),
    unknown("KS202", made("PKS-2024-001", facts={"has_power": "no"}, **_signed("Contoh Contohan")), f"apakah Contoh Contohan{UNREAD}"),
    quiet("KS202", made("PKS-2024-001", facts={"has_power": "yes"}, **_signed("Contoh Contohan"))),
    quiet("KS202", made("PKS-2024-001", **_signed("Contoh Contohan", "7/SK", SIGNED))),
    fires("KS203", made("PKS-2024-001", **_signed(OTHER, "7/SK", date(2024, 5, 3))), "tertanggal 3 Mei 2024, sesudah"),
    quiet("KS203", made("PKS-2024-001", **POWER)),
    quiet("KS203", made("PKS-2024-001", **_signed(OTHER))),  # KS202 tells of that
    unknown("KS203", made("PKS-2024-001", **_signed(OTHER, "7/SK")), "tanggal surat kuasa"),
    fires("KS204", made("KB-2024-001", **POWER), "surat kuasa 100/7/SK pada naskah payung"),
    quiet("KS204", made("KB-2024-001")),
    quiet("KS204", made("PKS-2024-001", **POWER)),
    fires("KS205", made("PKS-2024-001", facts={"power_copy_sent": "no"}, **_signed(OTHER, "7/SK", SIGNED, **KSDD)), "7/SK tidak"),
    quiet("KS205", made("PKS-2024-001", facts={"power_copy_sent": "yes"}, **_signed(OTHER, "7/SK", SIGNED, **KSDD))),
    quiet("KS205", made("PKS-2024-001", facts={"power_copy_sent": "no"}, **POWER)),  # a third party's
    quiet("KS205", made("PKS-2024-001", **KSDD)),  # signed by the head himself
    unknown("KS205", made("PKS-2024-001", **_signed(OTHER, None, SIGNED, **KSDD)), "power_copy_sent"),  # its number is not told
    unknown("KS205", made("PKS-2024-001", facts={"has_power": "yes"}, **_signed(OTHER, **KSDD)), "power_copy_sent"),
    quiet("KS205", made("PKS-2024-001", facts={"has_power": "no"}, **_signed(OTHER, **KSDD))),
    fires("KS205", made("PKS-2024-001", facts={"has_power": "yes", "power_copy_sent": "no"}, **_signed(OTHER, **KSDD)), "surat kuasa tidak diterima"),
    unknown("KS205", made("PKS-2024-001", **_signed(OTHER, "7/SK", SIGNED, **KSDD)), "power_copy_sent"),
    fires("KS206", made("RK-2024-001", **_signed(OTHER, scheme=Scheme.SINERGI)), "bukan kepala daerah"),
    quiet("KS206", made("RK-2024-001")),
    unknown("KS206", made("RK-2024-001", **_signed("Ketua", scheme=Scheme.SINERGI)), f"apakah Ketua{UNREAD}"),
    unknown("KS206", made("RK-2024-001", **_signed(None, scheme=Scheme.SINERGI)), "penanda tangan dari Pemda"),
    fires("KS207", made("KB-2024-001", **_their("Sekretaris Daerah")), "(Kabupaten Umpama: Sekretaris Daerah)"),
    quiet("KS207", made("KB-2024-001", **_their("Wali Kota Misal"))),
    quiet("KS207", made("KB-2024-001", seats=(own(), partner(kind="ormas", office="Ketua")))),
    unknown("KS207", made("KB-2024-001", **_their("Ketua")), "apakah Ketua (Kabupaten Umpama) berwenang menandatangani"),
    fires("KS207", made("KB-2019-001", signed_on=date(2019, 5, 2), **_their("Sekretaris Daerah")), "Sekretaris Daerah"),
    unknown("KS207", made("KB-2024-001", **_their(None)), "penanda tangan Kabupaten Umpama"),
    fires("KS208", made("MOU-2024-001", facts={"indonesian_text": "no"}), "tidak ada naskah berbahasa Indonesia"),
    quiet("KS208", made("MOU-2024-001", facts={"indonesian_text": "yes"})),
    quiet("KS208", made("PKS-2024-001")),  # taken for granted at home
    unknown("KS208", made("MOU-2024-001"), "indonesian_text"),
    fires("KS209", made("PKS-2024-001", facts={"stamp_duty": "no"}), "tidak bermeterai cukup"),
    quiet("KS209", made("PKS-2024-001", facts={"stamp_duty": "yes"})),
    unknown("KS209", made("KB-2024-001"), "stamp_duty"),
    fires("KS210", made("KB-2024-001", facts={"tkksd_recommended_on": "2024-05-03"}), "tertanggal 3 Mei 2024, sesudah"),
    quiet("KS210", made("KB-2024-001", facts={"tkksd_recommended_on": "2024-05-02"})),
    unknown("KS210", made("PKS-2024-001"), "tkksd_recommended_on"),
    fires("KS211", made("PKS-2024-001", addendums=(NOTED, NOTED._replace(number=2, tkksd_note=False))), "Adendum 2 tercatat tanpa catatan TKKSD"),
    quiet("KS211", made("PKS-2024-001", addendums=(NOTED,))),
    fires("KS211", made("PKS-2019-001", signed_on=date(2019, 1, 2), addendums=(NOTED._replace(signed=Day.of(P22), tkksd_note=False),)), "Adendum 1 tercatat tanpa catatan TKKSD"),
    quiet("KS211", made("PKS-2019-001", signed_on=date(2019, 1, 2), addendums=(NOTED._replace(signed=Day.of(P22 - DAY), tkksd_note=False),))),
    unknown("KS211", made("PKS-2019-001", signed_on=date(2019, 1, 2), addendums=(NOTED._replace(signed=Day.parse("2020-04"), tkksd_note=False),)), "tanggal adendum 1 yang tepat"),
    quiet("KS211", made("PKS-2019-001", signed_on=date(2019, 1, 2), addendums=(NOTED._replace(signed=Day.parse("2020-04")),))),
    quiet("KS211", made("PKS-2024-001")),
    quiet("KS211", made("NK-2024-001", addendums=(NOTED._replace(tkksd_note=False),))),
    unknown("KS211", made("PKS-2024-001", addendums=(NOTED, Addendum(2, Day.of(date(2024, 10, 2))))), "catatan TKKSD atas adendum 2"),
    fires("KS212", made("PKS-2024-001", facts={"partner_power": "no"}, **_third("Wakil Rektor I")), "(Universitas Contoh: Wakil Rektor I)"),
    quiet("KS212", made("PKS-2024-001", facts={"partner_power": "yes"}, **_third("Wakil Rektor I"))),
    unknown("KS212", made("KB-2024-001", **_third("Wakil Rektor I")), "partner_power"),
    quiet("KS212", made("KB-2024-001", facts={"partner_power": "no"}, **_third("Rektor"))),
    quiet("KS212", made("KB-2024-001", facts={"partner_power": "no"}, **_third("Kuasa", kind="perseorangan"))),
    quiet("KS212", made("KB-2020-001", signed_on=P22 - DAY, facts={"partner_power": "no"}, **_third("Wakil Rektor I"))),
    fires("KS212", made("KB-2020-001", signed_on=P22, facts={"partner_power": "no", "in_process": "no"}, **_third("Wakil Rektor I")), "tidak diberi kuasa"),
    unknown("KS212", made("KB-2020-001", signed_on="2020", facts={"partner_power": "no"}, **_third("Dekan")), "tanggal penandatanganan yang tepat (diketahui: 2020)"),
    unknown("KS212", made("KB-2024-001", facts={"partner_power": "no"}, **_third("Kepala")), "apakah Kepala (Universitas Contoh) berwenang menandatangani"),
    unknown("KS212", made("KB-2024-001", **_third(None)), "penanda tangan Universitas Contoh"),
    fires("KS213", made("NK-2024-001", facts={"partner_power": "no"}, **_third("Direktur Jenderal")), "(Universitas Contoh: Direktur Jenderal)"),
    quiet("KS213", made("RK-2024-001", facts={"partner_power": "yes"}, **_third("Direktur Jenderal"))),
    quiet("KS213", made("NK-2024-001", facts={"partner_power": "no"}, **_third("Menteri Contoh"))),
    quiet("KS213", made("NK-2020-001", signed_on=P22 - DAY, facts={"partner_power": "no"}, **_third("Direktur Jenderal"))),
    unknown("KS213", made("NK-2024-001", **_third("Direktur Jenderal")), "partner_power"),
    unknown("KS213", made("NK-2024-001", **_third(None)), "penanda tangan Universitas Contoh"),
    fires("KS214", made("PKS-2024-001", facts={"partner_power": "no"}, **_their("Kepala Dinas Pertanian")), "(Kabupaten Umpama: Kepala Dinas Pertanian)"),
    fires("KS214", made("PKS-2018-001", signed_on=PP28, facts={"partner_power": "no"}, **_their("Sekretaris Daerah")), "tidak diberi kuasa"),
    quiet("KS214", made("PKS-2018-001", signed_on=PP28 - DAY, facts={"partner_power": "no"}, **_their("Sekretaris Daerah"))),
    quiet("KS214", made("PKS-2024-001", facts={"partner_power": "yes"}, **_their("Kepala Dinas Pertanian"))),
    quiet("KS214", made("PKS-2024-001", facts={"partner_power": "no"}, **_their("Plt. Bupati Umpama"))),
    quiet("KS214", made("PKS-2024-001", facts={"partner_power": "no"}, **_third("Wakil Rektor I"))),  # KS212 tells of that
    unknown("KS214", made("PKS-2024-001", **_their("Kepala Dinas Pertanian")), "partner_power"),
    unknown("KS214", made("PKS-2024-001", facts={"partner_power": "no"}, **_their("Ketua")), "apakah Ketua (Kabupaten Umpama) berwenang menandatangani"),
    unknown("KS214", made("PKS-2024-001", **_their(None)), "penanda tangan Kabupaten Umpama"),
    quiet("KS212", made("PKS-2024-001", facts={"partner_power": "no"}, **_third("Ketua Universitas Contoh"))),
]  # fmt: skip


@pytest.mark.parametrize("row", ROWS, ids=str)
def test_a_rule_says_what_the_table_expects(row: Row) -> None:
    holds(row)


def test_of_several_the_remedy_begins_with_the_first() -> None:
    """Where one command mends one of them."""

    def remedy(code: str, one: str, **changes: Any) -> str:
        case = made(one, **changes)
        (found,) = (pair for pair in Bench(RULES).judge(case) if pair[0].code == code)
        return found[0].finding(case, found[1]).remedy

    seats = (
        own(),
        partner("Kota Awal", kind="pemda", office=None),
        partner("Kota Akhir", kind="pemda", office=None),
    )
    without = tuple(NOTED._replace(number=number, tkksd_note=False) for number in (2, 3))
    silent = tuple(NOTED._replace(number=number, tkksd_note=None) for number in (4, 5))
    unread = (own(), *(seat._replace(office="Ketua") for seat in seats[1:]))
    # What is not recorded is filled in; what is recorded is corrected, with a reason.
    for said, begins in ((seats, "KB-2024-001 "), (unread, "KB-2024-001 --reason … ")):
        assert remedy("KS207", "KB-2024-001", seats=said, **KSDD).startswith(
            f'kskd update {begins}--partner "Kota Awal" --partner-signer'
        )
    assert "--amendment 2 " in remedy("KS211", "PKS-2024-001", addendums=without)
    assert "--amendment 4 " in remedy("KS211", "PKS-2024-001", addendums=silent)
