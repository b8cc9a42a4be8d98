"""Chapter 3: how long a document runs, beside its parent, its predecessor and its successor."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from kskd.domain.document.chain import Scheme
from kskd.domain.values.days import Day
from kskd.rules.laws import P22, P25
from kskd.rules.parts import Addendum
from tests.rules.tables import S1, S2, Row, fires, holds, made, near, quiet, unknown

DAY = timedelta(days=1)
OPEN: dict[str, Any] = {"ends_on": None, "end_kind": "open"}
CONDITION: dict[str, Any] = {"ends_on": None, "end_kind": "condition"}
KB = near("KB-2021-001", date(2021, 4, 1), date(2026, 4, 1))
ASSET = {"ksdpk_kind": "aset", "asset_form": "ksp"}

LONGER = Addendum(1, Day.of(date(2029, 4, 1)), last=Day.of(date(2029, 5, 2)), changed=frozenset({"term"}))
TOLD = Addendum(1, Day.of(date(2024, 9, 2)), last=Day.of(date(2026, 4, 1)))

FIRST: dict[str, Any] = {"end_kind": "condition"}
GO_ON = {"decision": "diperpanjang", "decision_on": "2026-01-02"}
STOP = {"decision": "tidak-diperpanjang", "decision_on": "2025-02-01"}
YEARLY = {"renews_every": "12 bulan", "notice_period": "3 bulan"}
TOLD_IN_FULL = {"decision_by": "TKKSD", "decision_letter": "100/1/2026"}

SENT = {"extension_requested_on": "2025-01-02"}
ROWS = [
    fires("KS315", made("MOU-2024-001", facts={**SENT, "extension_copies": "no"}), "tercatat tidak disampaikan"),
    quiet("KS315", made("MOU-2024-001", facts={**SENT, "extension_copies": "yes"})),
    unknown("KS315", made("MOU-2024-001", facts={"extension_copies": "no"}), "extension_requested_on"),
    quiet("KS315", made("MOU-2024-001", facts={"extension_copies": "yes"})),  # nothing was asked yet
    quiet("KS315", made("MOU-2020-001", signed_on=P25 - DAY, facts={**SENT, "extension_copies": "no"})),
    fires("KS315", made("MOU-2020-001", signed_on=P25, facts={**SENT, "extension_copies": "no"}), "tidak disampaikan"),
    unknown("KS315", made("MOU-2024-001", facts=SENT), "extension_copies"),
    fires("KS317", made("PKS-2024-001", predecessor=KB), "Perjanjian Kerja Sama tercatat meneruskan Kesepakatan Bersama (KB-2021-001)."),
    fires("KS317", made("MOU-2024-001", signed_on=None, predecessor=near("LOI-2023-001")), "tercatat meneruskan Pernyataan Kehendak"),
    quiet("KS317", made("KB-2024-001", predecessor=KB)),
    quiet("KS317", made("NK-2024-001", predecessor=KB)),  # goes on as Sinergi
    quiet("KS317", made("KONTRAK-2024-001", predecessor=near("PKS-2021-001"))),
    quiet("KS317", made("PKS-2024-001")),
    quiet("KS317", made("PKS-2018-001", signed_on=date(2018, 7, 12), predecessor=KB)),
    fires("KS317", made("PKS-2020-001", signed_on=date(2020, 10, 15), predecessor=KB), "tercatat meneruskan"),
    fires("KS316", made("LOI-2024-001", addendums=(TOLD,)), "adendum 1 (2 September 2024) atas Pernyataan Kehendak"),
    fires("KS316", made("RKT-2024-001", addendums=(TOLD,)), "atas Rencana Kegiatan Tahunan"),
    fires("KS316", made("LOI-2020-001", signed_on=P25 - DAY, addendums=(TOLD._replace(signed=Day.of(P25)),)), "adendum 1"),
    quiet("KS316", made("LOI-2020-001", signed_on=P25 - DAY, addendums=(TOLD._replace(signed=Day.of(P25 - DAY)),))),
    unknown("KS316", made("LOI-2020-001", signed_on=P25 - DAY, addendums=(TOLD._replace(signed=Day.parse("2020")),)), "tanggal adendum 1 yang tepat"),
    fires("KS316", made("LOI-2020-001", signed_on=P25 - DAY, addendums=(TOLD._replace(signed=Day.parse("2021")),)), "adendum 1 (2021)"),
    quiet("KS316", made("LOI-2024-001")),
    quiet("KS316", made("MOU-2024-001", addendums=(TOLD,))),
    fires("KS301", made("KB-2024-001", ends_on=date(2029, 5, 3)), "2 Mei 2024 s.d. 3 Mei 2029, lebih dari 5 tahun"),
    fires("KS301", made("KB-2024-001", ends_on=date(2029, 5, 3), **FIRST), "s.d. akhir pertama 3 Mei 2029, lebih dari 5 tahun"),
    quiet("KS301", made("KB-2024-001", ends_on=date(2029, 5, 2), **FIRST)),
    quiet("KS301", made("KB-2024-001", ends_on=date(2029, 5, 2), **FIRST, facts={"renews_every": "5 tahun"})),
    fires("KS301", made("KB-2024-001", ends_on=date(2029, 5, 2), **FIRST, facts={"renews_every": "61 bulan"}), "Diperpanjang otomatis tiap 61 bulan, lebih dari 5 tahun"),
    fires("KS304", made("NK-2024-001", ends_on=date(2034, 5, 2), **FIRST), "akhir pertama 2 Mei 2034"),
    fires("KS307", made("PKS-2024-001", ends_on=date(2026, 4, 2), **FIRST, parent=KB), "Berakhir 2 April 2026, sesudah induknya"),
    quiet("KS307", made("PKS-2024-001", ends_on=date(2026, 4, 1), **FIRST, parent=KB)),
    quiet("KS309", made("PKS-2024-001", ends_on=date(2025, 3, 16), facts=STOP)),
    fires("KS309", made("PKS-2024-001", ends_on=date(2025, 3, 16), facts=STOP, moved=Day.of(date(2025, 2, 2))), "belum ada penerusnya"),
    fires("KS318", made("PKS-2024-001", as_of=date(2026, 4, 2), facts=GO_ON), "Diputuskan diperpanjang, tetapi berakhir 1 April 2026"),
    fires("KS318", made("PKS-2024-001", as_of=date(2026, 4, 2), facts=GO_ON | TOLD_IN_FULL), "Diputuskan diperpanjang oleh TKKSD (100/1/2026), tetapi"),
    fires("KS318", made("PKS-2024-001", as_of=date(2026, 4, 2), facts={"decision": "diganti"}), "Diputuskan diganti naskah lain"),
    quiet("KS318", made("PKS-2024-001", as_of=date(2026, 4, 1), facts=GO_ON)),
    quiet("KS318", made("PKS-2024-001", as_of=date(2026, 4, 2), facts=GO_ON, successor=near("PKS-2026-001"))),
    quiet("KS318", made("PKS-2024-001", as_of=date(2026, 4, 2), facts=STOP)),
    fires("KS319", made("PKS-2024-001", as_of=date(2026, 4, 9), facts=GO_ON | {"decision_on": "2026-04-02"}), "Keputusan 2 April 2026, sesudah naskah berakhir 1 April 2026"),
    quiet("KS319", made("PKS-2024-001", as_of=date(2026, 4, 9), facts=GO_ON | {"decision_on": "2026-04-01"})),
    quiet("KS319", made("PKS-2024-001", facts=STOP | TOLD_IN_FULL)),
    quiet("KS319", made("PKS-2024-001")),
    quiet("KS319", made("PKS-2024-001", ends_on=None, facts=GO_ON)),
    quiet("KS319", made("PKS-2024-001", ends_on=None, facts=GO_ON | {"decision_on": "2025-01-02"})),
    unknown("KS319", made("PKS-2024-001", facts={"decision": "diganti"}), "decision_on"),
    fires("KS320", made("PKS-2024-001", as_of=date(2026, 4, 2), **FIRST, facts=STOP | YEARLY), "berakhir 1 April 2026; pengakhirannya belum tercatat"),
    quiet("KS320", made("PKS-2024-001", as_of=date(2026, 4, 1), **FIRST, facts=STOP | YEARLY)),
    quiet("KS320", made("PKS-2024-001", as_of=date(2026, 4, 2), **FIRST, facts=STOP | YEARLY | {"decision_on": "2026-01-02"})),
    quiet("KS320", made("PKS-2024-001", as_of=date(2026, 4, 2), **FIRST, facts=YEARLY)),
    fires("KS301", made("KB-2024-001", **OPEN), "tanpa batas waktu"),
    quiet("KS301", made("KB-2024-001", ends_on=date(2029, 5, 2))),
    quiet("KS301", made("KB-2024-001", signed_on=date(2024, 2, 29), ends_on=date(2029, 2, 28))),
    quiet("KS301", made("KB-2020-001", signed_on=date(2020, 4, 13), ends_on=date(2030, 4, 13))),  # before P22
    quiet("KS301", made("KB-2024-001", ends_on=date(2034, 5, 2), addendums=(LONGER,))),  # extended by an adendum
    fires("KS301", made("KB-2024-001", ends_on=date(2034, 5, 3), addendums=(LONGER,)), "2 Mei 2029 s.d. 3 Mei 2034"),
    unknown("KS301", made("KB-2024-001", ends_on=None), "tanggal akhir"),
    unknown("KS301", made("KB-2024-001", **CONDITION), "tanggal akhir"),
    fires("KS302", made("MOU-2024-001", ends_on=date(2030, 1, 1)), "lebih dari 5 tahun"),
    quiet("KS302", made("MOU-2024-001", ends_on=date(2029, 5, 2))),
    unknown("KS302", made("MOU-2024-001", ends_on=None), "tanggal akhir"),
    fires("KS303", made("LOI-2024-001", ends_on=date(2025, 5, 3)), "lebih dari 1 tahun"),
    quiet("KS303", made("LOI-2024-001", ends_on=date(2025, 5, 2))),
    unknown("KS303", made("LOI-2024-001", ends_on=None), "tanggal akhir"),
    fires("KS304", made("PKS-2024-001", scheme=Scheme.KSDD_WAJIB, ends_on=date(2029, 5, 3)), "lebih dari 5 tahun"),
    fires("KS304", made("NK-2024-001", settings={"term-max-years": "1"}), "lebih dari 1 tahun"),
    fires("KS304", made("PKS-2024-001", ends_on=date(2034, 5, 2), facts={"ksdpk_kind": "pelayanan"}), "lebih dari 5"),
    quiet("KS304", made("PKS-2024-001", ends_on=date(2034, 5, 2), facts={"ksdpk_kind": "investasi"})),
    quiet("KS304", made("PKS-2024-001", ends_on=date(2029, 5, 2))),
    unknown("KS304", made("PKS-2024-001", ends_on=date(2034, 5, 2)), "ksdpk_kind"),
    fires("KS305", made("PKS-2024-001", ends_on=date(2054, 5, 3), facts=ASSET), "lebih dari 30 tahun"),
    quiet("KS305", made("PKS-2024-001", ends_on=date(2054, 5, 3), facts={**ASSET, "asset_form": "ksp-infrastruktur"})),
    quiet("KS305", made("PKS-2024-001", ends_on=date(2100, 5, 3), facts={**ASSET, "asset_form": "sewa"})),
    quiet("KS305", made("PKS-2024-001", ends_on=date(2100, 5, 3))),
    unknown("KS305", made("PKS-2024-001", facts={"ksdpk_kind": "aset"}), "asset_form"),
    fires("KS306", made("PKS-2026-001", signed_on=date(2026, 4, 2), as_of=date(2026, 5, 1), parent=KB), "sesudah induknya KB-2021-001"),
    quiet("KS306", made("PKS-2024-001", parent=KB)),
    fires("KS306", made("PKS-2024-001", parent=KB._replace(ended_on=date(2024, 5, 1))), "KB-2021-001 diakhiri 1 Mei 2024"),
    fires("KS307", made("PKS-2024-001", parent=KB, ends_on=date(2026, 4, 2)), "Berakhir 2 April 2026, sesudah induknya"),
    fires("KS307", made("PKS-2024-001", parent=KB, **OPEN), "Tanpa batas waktu, sedangkan"),
    quiet("KS307", made("PKS-2024-001", parent=KB)),
    quiet("KS307", made("PKS-2024-001", parent=KB, **CONDITION)),
    quiet("KS307", made("PKS-2024-001", parent=KB, ends_on=date(2026, 5, 1), as_of=date(2026, 4, 2))),  # KS118 then
    unknown("KS307", made("PKS-2024-001", parent=KB, ends_on=None), "tanggal akhir"),
    fires("KS307", made("PKS-2024-001", parent=KB._replace(ended_on=date(2025, 3, 15))), "induknya KB-2021-001 (15 Maret 2025)"),
    quiet("KS307", made("PKS-2024-001", parent=KB, ends_on=date(2026, 5, 1), ended_on=date(2025, 3, 15))),
    fires("KS308", made("PKS-2024-001", **OPEN), "Berlaku sejak 2 Mei 2024 tanpa batas waktu"),
    quiet("KS308", made("PKS-2024-001")),
    quiet("KS308", made("PKS-2024-001", **CONDITION)),
    unknown("KS308", made("PKS-2024-001", ends_on=None), "tanggal akhir"),
    fires("KS309", made("PKS-2024-001", ends_on=date(2025, 6, 13)), "Berakhir 13 Juni 2025, 90 hari lagi"),
    quiet("KS309", made("PKS-2024-001", ends_on=date(2025, 6, 14))),
    quiet("KS309", made("PKS-2024-001", ends_on=date(2025, 4, 1), successor=near("PKS-2025-001"))),
    quiet("KS309", made("RKT-2024-001", ends_on=date(2025, 4, 1))),
    quiet("KS309", made("PKS-2024-001", ends_on=date(2025, 6, 13), ended_on=date(2025, 3, 15))),
    fires("KS310", made("PKS-2024-001", ends_on=date(2025, 1, 1), reports=(S2._replace(recommendation="perpanjang"),)), "2024-S2 menganjurkan agar diperpanjang"),
    quiet("KS310", made("PKS-2024-001", ends_on=date(2025, 1, 1), reports=(S2,))),
    quiet("KS310", made("PKS-2024-001", ends_on=date(2025, 1, 1), successor=near("PKS-2025-001"),
                        reports=(S2._replace(recommendation="perluas"),))),
    fires("KS311", made("KB-2024-001", predecessor=near("KB-2019-001", date(2019, 3, 1), date(2024, 4, 30))), "jeda 1 hari"),
    quiet("KS311", made("KB-2024-001", predecessor=near("KB-2019-001", date(2019, 3, 1), date(2024, 5, 1)))),
    quiet("KS311", made("KB-2024-001", predecessor=near("KB-2019-001", date(2019, 3, 1)))),
    fires("KS311", made("KB-2024-001", predecessor=near("KB-2020-001", date(2020, 3, 1), date(2025, 3, 1), ended=date(2024, 4, 1))), "KB-2020-001 diakhiri 1 April 2024, penerusnya mulai 2 Mei 2024: jeda 30 hari"),
    fires("KS312", made("MOU-2024-001", facts={"extension_requested_on": "2025-10-02"}), "paling lambat 1 Oktober 2025"),
    quiet("KS312", made("MOU-2024-001", facts={"extension_requested_on": "2025-10-01"})),
    quiet("KS312", made("MOU-2024-001")),  # there is time yet
    unknown("KS312", made("MOU-2024-001", as_of=date(2025, 10, 2)), "extension_requested_on"),
    fires("KS313", made("PKS-2024-001", ends_on=date(2027, 4, 1), addendums=(TOLD._replace(signed=Day.of(date(2026, 4, 2))),)), "Adendum 1 (2 April 2026), sesudah naskahnya berakhir 1 April 2026"),
    fires("KS313", made("PKS-2024-001", ended_on=date(2024, 9, 1), addendums=(TOLD,)), "sesudah naskahnya diakhiri 1 September 2024"),
    fires("KS313", made("PKS-2024-001", ends_on=date(2027, 4, 1), ended_on=date(2025, 3, 1), addendums=(TOLD._replace(signed=Day.of(date(2025, 2, 1)), last=Day.of(date(2025, 1, 1))),)), "berakhir 1 Januari 2025"),
    fires("KS313", made("PKS-2024-001", addendums=(TOLD._replace(signed=Day.of(date(2024, 5, 1))),)), "sebelum naskahnya ditandatangani"),
    quiet("KS313", made("PKS-2024-001", addendums=(TOLD._replace(signed=Day.of(date(2026, 4, 1))),))),
    unknown("KS313", made("PKS-2024-001", as_of=date(2026, 4, 2), addendums=(TOLD._replace(signed=Day.parse("2026")),)), "tanggal adendum 1 yang tepat"),
    quiet("KS313", made("PKS-2024-001", as_of=date(2026, 4, 1), addendums=(TOLD._replace(signed=Day.parse("2026")),))),
    quiet("KS313", made("PKS-2024-001", addendums=(TOLD._replace(signed=Day.parse("2024")),))),  # it follows its document
    fires("KS313", made("PKS-2024-001", addendums=(TOLD._replace(signed=Day.parse("2023")),)), "1 (2023), sebelum naskahnya ditandatangani"),
    unknown("KS313", made("PKS-2020-001", signed_on=date(2021, 5, 2), addendums=(TOLD._replace(signed=Day.parse("2020")),)), "tanggal adendum 1 yang tepat"),
    quiet("KS313", made("PKS-2024-001", **OPEN, addendums=(TOLD._replace(last=None),))),
    fires("KS314", made("PKS-2024-001", scheme=Scheme.KSDD_WAJIB, ended_on=date(2024, 9, 1), end_ground="pailit"), "pihak ketiga dinyatakan pailit, yang bukan dasar pengakhiran KSDD wajib"),
    fires("KS314", made("MOU-2024-001", ended_on=date(2024, 9, 1), end_ground="peraturan"), "bukan dasar pengakhiran KSDPL"),
    quiet("KS314", made("PKS-2024-001", ended_on=date(2024, 9, 1), end_ground="pailit")),
    quiet("KS314", made("NK-2024-001", ended_on=date(2024, 9, 1), end_ground="pailit")),  # no article on Sinergi
    # The list abroad is of Permendagri 25/2020: what ended before it is not measured by it, whenever it was signed.
    quiet("KS314", made("MOU-2019-001", signed_on=date(2019, 1, 2), ended_on=P25 - DAY, end_ground="peraturan")),
    fires("KS314", made("MOU-2019-001", signed_on=date(2019, 1, 2), ended_on=P25, end_ground="peraturan"), "bukan dasar pengakhiran KSDPL"),
    fires("KS314", made("PKS-2019-001", scheme=Scheme.KSDD_WAJIB, signed_on=date(2019, 1, 2), ended_on=P25 - DAY, end_ground="pailit"), "bukan dasar pengakhiran KSDD wajib"),
]  # fmt: skip

# Limits at exactly their value, the first day of the term against the day of signing, and what is exempt.
INFRASTRUCTURE, BUILT = {**ASSET, "asset_form": "ksp-infrastruktur"}, {**ASSET, "asset_form": "bgs-bsg"}
LATER: dict[str, Any] = {"starts_on": date(2024, 6, 3)}  # signed a month before
TOLD_TO_EXTEND = S2._replace(recommendation="perpanjang")
ENDLESS = near("KB-2021-001", date(2021, 4, 1))
OF_OLD: dict[str, Any] = {"signed_on": date(2019, 1, 2), "ends_on": date(2020, 6, 1)}


def _after_its_end(signed_on: date) -> Addendum:
    """An adendum signed on the day after the document had ended, which it put off."""
    return Addendum(1, Day.of(signed_on), last=Day.of(signed_on - DAY))


EDGES = [
    quiet("KS301", made("KB-2024-001", **LATER, ends_on=date(2029, 6, 3))),
    fires("KS301", made("KB-2024-001", **LATER, ends_on=date(2029, 6, 4)), "3 Juni 2024 s.d. 4 Juni 2029"),
    fires("KS301", made("KB-2024-001", ends_on=date(2034, 5, 2), addendums=(LONGER._replace(changed=frozenset({"title"})),)), "2 Mei 2024 s.d. 2 Mei 2034"),
    fires("KS301", made("KB-2024-001", ends_on=date(2029, 5, 3), addendums=(LONGER._replace(last=Day.of(date(2029, 5, 3))),)), "2 Mei 2024 s.d. 3 Mei 2029"),
    unknown("KS301", made("KB-2024-001", ends_on=None, addendums=(LONGER,)), "tanggal akhir"),
    fires("KS303", made("LOI-2024-001", **LATER, ends_on=date(2025, 5, 3)), "Berlaku sejak ditandatangani 2 Mei 2024 s.d. 3 Mei 2025"),
    quiet("KS303", made("LOI-2024-001", **LATER, ends_on=date(2025, 5, 2))),
    quiet("KS303", made("LOI-2024-001", starts_on=date(2024, 4, 2), ends_on=date(2025, 5, 2))),
    fires("KS303", made("LOI-2024-001", **OPEN), "paling lama 1 tahun"),
    quiet("KS304", made("PKS-2024-001", scheme=Scheme.KSDD_WAJIB, **LATER, ends_on=date(2029, 6, 3))),
    quiet("KS304", made("PKS-2024-001", **LATER, ends_on=date(2029, 6, 3))),
    fires("KS304", made("PKS-2024-001", scheme=Scheme.KSDD_WAJIB, **LATER, ends_on=date(2029, 6, 4)), "3 Juni 2024"),
    quiet("KS304", made("PKS-2024-001", ends_on=date(2034, 5, 2), facts={"ksdpk_kind": "aset"})),
    quiet("KS304", made("PKS-2024-001", ends_on=None)),
    quiet("KS305", made("PKS-2024-001", ends_on=date(2054, 5, 2), facts=ASSET)),
    quiet("KS305", made("PKS-2024-001", ends_on=date(2054, 5, 2), facts=BUILT)),
    fires("KS305", made("PKS-2024-001", ends_on=date(2054, 5, 3), facts=BUILT), "lebih dari 30 tahun"),
    quiet("KS305", made("PKS-2024-001", ends_on=date(2074, 5, 2), facts=INFRASTRUCTURE)),
    fires("KS305", made("PKS-2024-001", ends_on=date(2074, 5, 3), facts=INFRASTRUCTURE), "lebih dari 50 tahun"),
    quiet("KS306", made("PKS-2026-001", signed_on=date(2026, 4, 1), as_of=date(2026, 5, 1), parent=KB)),
    quiet("KS306", made("PKS-2026-001", signed_on=date(2026, 4, 2), as_of=date(2026, 5, 1), parent=ENDLESS)),
    quiet("KS307", made("PKS-2024-001", parent=ENDLESS, ends_on=date(2040, 1, 1))),
    quiet("KS307", made("PKS-2024-001", parent=ENDLESS, **OPEN)),
    fires("KS307", made("PKS-2024-001", parent=KB, ends_on=date(2026, 5, 1), as_of=date(2026, 4, 1)), "sesudah induknya"),
    fires("KS308", made("PKS-2024-001", **LATER, **OPEN), "Berlaku sejak 3 Juni 2024"),
    quiet("KS309", made("PKS-2024-001", ends_on=None)),
    fires("KS309", made("PKS-2024-001", ends_on=date(2025, 3, 15)), "Berakhir 15 Maret 2025, 0 hari lagi"),
    quiet("KS310", made("PKS-2024-001", ends_on=date(2025, 3, 15), reports=(TOLD_TO_EXTEND,))),
    fires("KS310", made("PKS-2024-001", ends_on=date(2025, 3, 14), reports=(S2._replace(recommendation="perluas"),)), "menganjurkan agar diperluas"),
    quiet("KS310", made("PKS-2024-001", ends_on=date(2025, 1, 1), reports=(S1._replace(recommendation="perpanjang"), S2))),
    quiet("KS310", made("PKS-2024-001", ends_on=date(2025, 1, 1))),
    quiet("KS310", made("RKT-2024-001", ends_on=date(2025, 1, 1), reports=(TOLD_TO_EXTEND,))),  # a new one follows it
    quiet("KS311", made("KB-2024-001", **LATER, predecessor=near("KB-2019-001", date(2019, 3, 1), date(2024, 6, 2)))),
    fires("KS311", made("KB-2024-001", **LATER, predecessor=near("KB-2019-001", date(2019, 3, 1), date(2024, 6, 1))), "penerusnya mulai 3 Juni 2024: jeda 1 hari"),
    quiet("KS311", made("KB-2024-001")),
    quiet("KS312", made("MOU-2024-001", as_of=date(2025, 10, 1))),
    quiet("KS312", made("MOU-2024-001", ended_on=date(2025, 3, 1), facts={"extension_requested_on": "2025-10-02"})),
    quiet("KS313", made("PKS-2024-001", addendums=(TOLD._replace(signed=Day.of(date(2024, 5, 2))),))),
    quiet("KS313", made("PKS-2024-001", ended_on=date(2024, 9, 2), addendums=(TOLD,))),
    # No law on adendums before the Permendagri: at home 22/2020, abroad 25/2020.
    *(fires("KS313", made(one, **OF_OLD, addendums=(_after_its_end(first),)), f"sesudah naskahnya berakhir {said}") for one, first, said in (("PKS-2019-001", P22, "13 April 2020"), ("NK-2019-001", P22, "13 April 2020"), ("MOU-2019-001", P25, "21 Mei 2020"))),
    *(quiet("KS313", made(one, **OF_OLD, addendums=(_after_its_end(first - DAY),))) for one, first in (("PKS-2019-001", P22), ("NK-2019-001", P22), ("MOU-2019-001", P25))),
]  # fmt: skip


@pytest.mark.parametrize("row", ROWS + EDGES, ids=str)
def test_a_rule_says_what_the_table_expects(row: Row) -> None:
    holds(row)
