"""Each clock as a table: the document, the day asked, and the due day or why it does not run."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kskd.domain.document.chain import Doc, Scheme
from kskd.domain.document.ends import EndKind
from kskd.domain.document.standing import stand
from kskd.domain.settings import Government
from kskd.domain.values.days import Day
from kskd.domain.values.workdays import Calendar
from kskd.rules.case import Asked, Case, Office, OwnTerm, Promise, Relative, Report
from kskd.rules.clock import ClockFrame, Renewals
from kskd.rules.clocks.catalogue import CLOCKS, deadlines
from kskd.rules.clocks.requests import REQUESTS, Started, deadline, due_on
from kskd.rules.council import is_over
from kskd.rules.deemed import last_day

LISTED = Calendar(frozenset({date(2024, 3, 11), date(2024, 3, 12), date(2024, 1, 1), date(2024, 5, 1)}))


def day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def case(
    what: str,
    as_of: str,
    *,
    settings: dict[str, str] | None = None,
    calendar: Calendar = LISTED,
    **more: Any,
) -> Case:
    """A document from ``doc scheme signed ends`` (``-`` for unknown), as of a day."""
    doc, scheme, signed_text, ends_text = what.split()
    signed, ends = (None if text == "-" else date.fromisoformat(text) for text in (signed_text, ends_text))
    asked, kind = date.fromisoformat(as_of), EndKind.DATE if ends else None
    days: dict[str, Any] = {"signed": Day.of(signed), "starts": None, "end_kind": kind, "ends": Day.of(ends)}
    days["end_kind"] = more.pop("end_kind", kind)
    return Case(
        Office.of(Government({"name": "Kabupaten Contoh", **(settings or {})}), asked, calendar),
        "X-2024-001",
        Doc(doc),
        Scheme(scheme),
        "DINKES",
        stand(is_void=False, **days, as_of=asked).status,
        signed or date(2024, 1, 1),
        **days,
        **more,
    )


def report(period: str, begins: str, ends: str, says: str | None = None) -> Report:
    return Report(
        period, date.fromisoformat(begins), date.fromisoformat(ends), None, says, has_evidence=False
    )


CHILD = Relative("PKS-2024-009", Doc.PKS, Day.of(date(2024, 2, 1)), None, None, None)
MOU = Relative("MOU-2023-001", Doc.MOU, Day.of(date(2023, 6, 1)), None, None, None)
DRAFT_CHILD = CHILD._replace(signed=None)
S1 = report("2024-S1", "2024-01-01", "2024-06-30")
Q2 = report("2024-Q2", "2024-04-01", "2024-06-30")
STOP = report("2024-S1", "2024-01-01", "2024-06-30", "hentikan")
EARLIER = report("2023-S2", "2023-07-01", "2023-12-31")
ASKED = {"dprd_received_on": "2024-03-01"}
SINCE = {"reports-since": "2024-S1"}
PROVINCE = {"level": "provinsi"}
KSDD, KSDPK, FOREIGN = "pks ksdd-wajib", "pks ksdpk", "ksdpl"

ENDING = "pks ksdpk 2020-05-01 2025-05-01"
GO_ON = {"decision": "diperpanjang", "decision_on": "2025-01-01"}
STOPPED = {"decision": "tidak-diperpanjang", "decision_on": "2025-02-01"}
YEARLY = {"renews_every": "12 bulan", "notice_period": "3 bulan"}
FIRST: dict[str, Any] = {"end_kind": EndKind.CONDITION}
RENEWED = FIRST | {"facts": YEARLY}


def decided(said: dict[str, str], *, on: str | None = None) -> dict[str, Any]:
    """What is renewed each year, with what was decided of its end."""
    return FIRST | {"facts": YEARLY | said | ({"decision_on": on} if on else {})}


# kind, document, day asked, facts and relatives, due day (None: it does not run), article
TABLE: list[tuple[str, str, str, dict[str, Any], str | None, str]] = [
    ("masa-berlaku", "kb ksdd-wajib 2020-05-01 2025-05-01", "2024-07-01", {}, "2025-05-01", "Permendagri 22/2020 Pasal 9 ayat (3)"),
    ("masa-berlaku", "kb ksdpk 2020-05-01 2025-05-01", "2024-07-01", {}, "2025-05-01", "Permendagri 22/2020 Pasal 32 ayat (3)"),
    ("masa-berlaku", "pks ksdpk 2020-05-01 2023-07-02", "2024-07-01", {}, "2023-07-02", "Permendagri 22/2020 Pasal 41"),
    ("masa-berlaku", "pks ksdpk 2020-05-01 2023-07-01", "2024-07-01", {}, None, "366 days after the end nobody asks"),
    ("masa-berlaku", "pks ksdpk 2020-05-01 2025-05-01", "2024-07-01", {"successor": CHILD}, None, "a successor stops it"),
    ("masa-berlaku", "pks ksdpk 2020-05-01 2025-05-01", "2024-07-01", {"reports": (STOP,)}, None, "so does the advice to stop"),
    ("masa-berlaku", "pks ksdpk 2020-05-01 2025-05-01", "2024-07-01", {"reports": (EARLIER, STOP)}, None, "its last evaluation counts"),
    ("masa-berlaku", "pks ksdpk 2020-05-01 2025-05-01", "2024-07-01", {"reports": (STOP._replace(period="2023-S2"), S1)}, "2025-05-01", "Permendagri 22/2020 Pasal 41"),
    ("masa-berlaku", "nk sinergi 2020-05-01 2025-05-01", "2024-07-01", {}, "2025-05-01", "Permendagri 22/2020 Pasal 42"),
    ("masa-berlaku", "mou ksdpl 2021-05-01 2025-05-01", "2024-07-01", {}, "2025-05-01", "Permendagri 25/2020 Pasal 32"),
    ("masa-berlaku", "rkt ksdpl 2024-01-05 2024-12-31", "2024-07-01", {}, "2024-12-31", "Permendagri 25/2020 Pasal 26 ayat (4)"),
    ("masa-berlaku", "loi ksdpl 2024-01-05 2024-12-31", "2024-07-01", {}, "2024-12-31", "Permendagri 25/2020 Pasal 13 ayat (3)"),
    ("masa-berlaku", "loi ksdpl 2024-01-05 2024-12-31", "2024-07-01", {"children": (CHILD,)}, None, "its MoU has been signed"),
    ("masa-berlaku", "loi ksdpl 2024-01-05 2024-12-31", "2024-07-01", {"children": (DRAFT_CHILD,)}, "2024-12-31", "Permendagri 25/2020 Pasal 13 ayat (3)"),
    ("masa-berlaku", "rkt ksdpl 2023-07-01 2024-06-30", "2024-07-01", {}, "2024-06-30", "Permendagri 25/2020 Pasal 26 ayat (4)"),
    ("masa-berlaku", "pks sinergi 2017-01-05 2024-12-31", "2024-07-01", {}, "2024-12-31", "PP 28/2018 Pasal 48; PP 28/2018 Pasal 49"),
    ("masa-berlaku", "kb ksdd-wajib 2019-05-01 2024-07-01", "2024-07-01", {}, "2024-07-01", "PP 28/2018 Pasal 6"),
    ("masa-berlaku", "kb ksdpk 2017-05-01 2024-07-01", "2024-07-01", {}, "2024-07-01", "PP 28/2018 Pasal 48; PP 28/2018 Pasal 49"),
    ("masa-berlaku", "rkt ksdpl 2023-07-01 2024-06-30", "2024-06-30", {"parents": (MOU,)}, "2024-06-30", "Permendagri 25/2020 Pasal 26 ayat (4)"),
    ("masa-berlaku", "rkt ksdpl 2023-07-01 2024-06-30", "2024-07-01", {"parents": (MOU,)}, None, "the next plan is no successor"),
    ("masa-berlaku", "pks ksdpk 2020-05-01 2025-05-01", "2024-07-01", {"ended_on": date(2024, 7, 1)}, None, "it was ended"),
    ("perpanjangan", "pks ksdpk 2020-05-01 2025-05-01", "2024-07-01", {"ended_on": date(2024, 7, 1)}, None, "it was ended"),
    ("masa-berlaku", "pks ksdpk - 2025-05-01", "2024-07-01", {}, None, "a draft has no term yet"),
    ("masa-berlaku", "pks ksdpk 2020-05-01 -", "2024-07-01", {}, None, "without an end date"),
    ("perpanjangan", "pks ksdpk 2020-05-01 2025-05-01", "2024-07-01", {}, "2025-01-31", "renewal-days"),
    ("perpanjangan", "pks ksdpk 2020-05-01 -", "2024-07-01", {}, None, "without an end date"),
    ("perpanjangan", "loi ksdpl 2024-01-05 2024-12-31", "2024-07-01", {}, None, "a LoI is not renewed, an MoU follows"),
    ("perpanjangan", "pks ksdpk 2020-05-01 2024-06-01", "2024-07-01", {}, None, "too late: the end itself is told"),
    ("loi-setahun", "loi ksdpl 2024-02-29 -", "2024-07-01", {}, "2025-02-28", "Permendagri 25/2020 Pasal 13 ayat (3)"),
    ("loi-setahun", "loi ksdpl 2024-02-01 2026-02-01", "2024-07-01", {}, "2025-02-01", "Permendagri 25/2020 Pasal 13 ayat (3)"),
    ("loi-setahun", "loi ksdpl 2024-02-01 2025-02-01", "2024-07-01", {}, None, "its own end is that day"),
    ("loi-setahun", "loi ksdpl 2024-02-01 2025-02-02", "2024-07-01", {}, "2025-02-01", "Permendagri 25/2020 Pasal 13 ayat (3)"),
    ("loi-setahun", "loi ksdpl 2024-02-01 -", "2024-07-01", {"successor": CHILD}, None, "so does a successor"),
    ("loi-setahun", "loi ksdpl 2024-02-01 -", "2024-07-01", {"ended_on": date(2024, 7, 1)}, None, "it was ended"),
    ("loi-setahun", "loi ksdpl 2024-02-01 2024-12-31", "2024-07-01", {}, None, "its own end comes first"),
    ("loi-setahun", "loi ksdpl 2024-02-01 -", "2024-07-01", {"children": (CHILD,)}, None, "an MoU stops it"),
    ("loi-setahun", "loi ksdpl 2024-02-01 -", "2024-07-01", {"children": (DRAFT_CHILD,)}, "2025-02-01", "Permendagri 25/2020 Pasal 13 ayat (3)"),
    ("usul-perpanjangan", "mou ksdll 2020-08-31 2025-08-31", "2024-07-01", {}, "2025-02-28", "Permendagri 25/2020 Pasal 33 ayat (2)"),
    ("usul-perpanjangan", "mou ksdll 2020-08-31 2025-08-31", "2024-07-01", {"facts": {"extension_requested_on": "2024-06-01"}}, None, "asked"),
    ("usul-perpanjangan", "mou ksdll 2020-08-31 -", "2024-07-01", {}, None, "without an end date"),
    ("usul-perpanjangan", "mou ksdll 2020-08-31 2025-08-31", "2024-07-01", {"successor": MOU}, None, "a successor stops it"),
    ("usul-perpanjangan", "mou ksdll 2020-08-31 2025-08-31", "2024-07-01", {"ended_on": date(2024, 7, 1)}, None, "it was ended"),
    ("usul-perpanjangan", "mou ksdll 2019-08-31 2025-08-31", "2024-07-01", {}, None, "older than the regulation"),
    ("masa-berlaku", ENDING, "2025-05-01", {"facts": GO_ON}, None, "decided: nothing is asked until the end has passed"),
    ("perpanjangan", ENDING, "2025-05-01", {"facts": GO_ON}, None, "decided"),
    ("masa-berlaku", ENDING, "2025-05-02", {"facts": GO_ON}, "2025-05-01", "Permendagri 22/2020 Pasal 41"),
    ("masa-berlaku", ENDING, "2025-05-02", {"facts": GO_ON, "successor": CHILD}, None, "decided and done"),
    ("masa-berlaku", ENDING, "2025-05-02", {"facts": STOPPED}, None, "decided not to go on, and over"),
    ("masa-berlaku", ENDING, "2024-12-31", {"facts": GO_ON}, "2025-05-01", "Permendagri 22/2020 Pasal 41"),  # not yet decided
    ("masa-berlaku", ENDING, "2025-03-01", {"facts": GO_ON, "moved": Day.of(date(2025, 1, 2))}, "2025-05-01", "Permendagri 22/2020 Pasal 41"),
    ("masa-berlaku", ENDING, "2025-03-01", {"facts": GO_ON, "moved": Day.of(date(2025, 1, 1))}, None, "moved before it was decided"),
    ("masa-berlaku", ENDING, "2025-03-01", {"facts": GO_ON, "moved": Day.parse("2025")}, "2025-05-01", "Permendagri 22/2020 Pasal 41"),
    ("masa-berlaku", ENDING, "2025-03-01", {"facts": {"decision": "diganti"}}, None, "decided, nobody knows when"),
    ("usul-perpanjangan", "mou ksdll 2020-08-31 2025-08-31", "2025-02-01", {"facts": GO_ON}, "2025-02-28", "Permendagri 25/2020 Pasal 33 ayat (2)"),
    ("usul-perpanjangan", "mou ksdll 2020-08-31 2025-08-31", "2025-02-01", {"facts": STOPPED}, None, "nothing is to be extended"),
    ("akhir-pertama", ENDING, "2025-04-30", FIRST, "2025-05-01", "menurut naskah"),
    ("akhir-pertama", ENDING, "2025-05-01", FIRST, "2025-05-01", "menurut naskah"),
    ("akhir-pertama", ENDING, "2026-05-01", FIRST, "2025-05-01", "menurut naskah"),
    ("akhir-pertama", ENDING, "2031-05-02", FIRST, "2025-05-01", "menurut naskah"),  # it never passes by itself
    ("akhir-pertama", ENDING, "2025-05-02", FIRST | {"facts": GO_ON}, None, "decided"),
    ("akhir-pertama", ENDING, "2025-05-01", RENEWED, None, "renewed by itself: see there"),
    ("masa-berlaku", ENDING, "2025-05-01", FIRST, None, "a first end does not pass by itself"),
    ("perpanjangan-otomatis", ENDING, "2025-04-30", RENEWED, "2025-05-01", "menurut naskah"),
    ("perpanjangan-otomatis", ENDING, "2025-05-01", RENEWED, "2025-05-01", "menurut naskah"),
    ("perpanjangan-otomatis", ENDING, "2025-05-02", RENEWED, "2026-05-01", "menurut naskah"),
    ("perpanjangan-otomatis", ENDING, "2028-05-01", RENEWED, "2028-05-01", "menurut naskah"),
    ("perpanjangan-otomatis", ENDING, "2025-04-30", decided(GO_ON), None, "decided to go on"),
    ("perpanjangan-otomatis", ENDING, "2025-05-02", decided(GO_ON), "2026-05-01", "menurut naskah"),
    ("perpanjangan-otomatis", ENDING, "2025-05-02", decided(STOPPED), "2025-05-01", "menurut naskah"),  # to be recorded
    ("perpanjangan-otomatis", ENDING, "2025-05-02", decided(STOPPED, on="2025-02-02"), "2026-05-01", "menurut naskah"),  # too late by a day
    ("perpanjangan-otomatis", ENDING, "2025-05-01", RENEWED | {"ended_on": date(2025, 4, 1)}, None, "it was ended"),
    ("pemberitahuan", ENDING, "2025-01-31", RENEWED, "2025-02-01", "menurut naskah"),
    ("pemberitahuan", ENDING, "2025-02-01", RENEWED, "2025-02-01", "menurut naskah"),
    ("pemberitahuan", ENDING, "2025-02-02", RENEWED, "2026-02-01", "menurut naskah"),
    ("pemberitahuan", ENDING, "2025-01-31", decided(GO_ON), None, "decided"),
    ("pemberitahuan", ENDING, "2025-02-01", {"facts": {"notice_period": "3 bulan"}}, "2025-02-01", "menurut naskah"),
    ("pemberitahuan", ENDING, "2025-02-02", {"facts": {"notice_period": "3 bulan"}}, "2025-02-01", "menurut naskah"),  # still open
    ("pemberitahuan", ENDING, "2025-05-02", {"facts": {"notice_period": "3 bulan"}}, None, "over"),
    ("akhir-adendum", "pks ksdpk 2020-05-01 -", "2025-02-01", {"own_terms": (OwnTerm(2, Day.parse("2025-02")),)}, "2025-02-28", "menurut naskah"),
    ("akhir-adendum", "pks ksdpk 2020-05-01 -", "2026-03-01", {"own_terms": (OwnTerm(2, Day.parse("2025-02")),)}, None, "366 days after it nobody asks"),
    ("tindak-lanjut-kb", "kb ksdpk 2024-02-29 -", "2024-07-01", {}, "2025-02-28", "follow-up-months"),
    ("tindak-lanjut-kb", "kb ksdpk 2024-02-29 -", "2024-07-01", {"children": (DRAFT_CHILD,)}, "2025-02-28", "follow-up-months"),
    ("tindak-lanjut-kb", "kb ksdpk 2024-02-29 -", "2024-07-01", {"successor": CHILD}, None, "so does a successor"),
    ("tindak-lanjut-kb", "kb ksdpk 2024-02-29 -", "2024-07-01", {"children": (CHILD,)}, None, "a signed PKS stops it"),
    ("dprd-pimpinan", f"{KSDD} - -", "2024-03-05", {"facts": ASKED}, "2024-03-16", "Permendagri 22/2020 Pasal 12 ayat (1) huruf b"),
    ("dprd-pimpinan", f"{KSDD} - -", "2024-03-05", {"facts": ASKED | {"dprd_answer": "setuju"}}, None, "answered"),
    ("dprd-pimpinan", f"{KSDD} - -", "2024-04-15", {"facts": ASKED}, "2024-03-16", "Permendagri 22/2020 Pasal 12 ayat (1) huruf b"),
    ("dprd-pimpinan", f"{KSDD} - -", "2024-04-16", {"facts": ASKED}, None, "silence is consent by now"),
    ("dprd-pimpinan", f"{KSDD} - -", "2024-03-05", {}, None, "never asked, as far as is known"),
    ("dprd-pimpinan", f"{KSDPK} - -", "2024-03-05", {"facts": ASKED}, None, "Pasal 12 is for KSDD"),
    ("dprd-45-hari", f"{KSDD} - -", "2024-03-05", {"facts": ASKED}, "2024-04-15", "Permendagri 22/2020 Pasal 12 ayat (4)"),
    ("dprd-45-hari", f"{KSDPK} - -", "2024-03-05", {"facts": ASKED}, "2024-04-15", "Permendagri 22/2020 Pasal 34 ayat (6)"),
    ("dprd-45-hari", "nk sinergi - -", "2024-03-05", {"facts": ASKED}, "2024-04-15", "Permendagri 22/2020 Pasal 56 ayat (6)"),
    ("dprd-45-hari", f"{KSDPK} - -", "2024-03-05", {"facts": ASKED | {"dprd_answer": "menolak"}}, None, "refused"),
    ("dprd-45-hari", f"{KSDPK} - -", "2024-04-16", {"facts": ASKED | {"dprd_answer": "tidak-menjawab"}}, None, "silence recorded: settled"),
    ("dprd-45-hari", f"{KSDPK} - -", "2024-04-15", {"facts": ASKED | {"dprd_answer": "tidak-menjawab"}}, "2024-04-15", "Permendagri 22/2020 Pasal 34 ayat (6)"),  # it may speak yet
    ("dprd-45-hari", f"{KSDPK} 2024-03-03 -", "2024-03-05", {"facts": ASKED}, None, "signed already"),
    ("dprd-45-hari-kerja", "mou ksdpl - -", "2024-03-05", {"facts": ASKED}, "2024-05-08", "Permendagri 25/2020 Pasal 17 ayat (2); Permendagri 25/2020 Pasal 17 ayat (3)"),
    ("laporan-semester", f"{KSDD} 2023-05-01 2026-05-01", "2024-08-15", {"settings": SINCE}, "2024-07-30", "Permendagri 22/2020 Pasal 17 ayat (1)"),
    ("laporan-semester", f"{KSDPK} 2023-05-01 2026-05-01", "2024-08-15", {"settings": SINCE, "reports": (S1,)}, "2025-01-30", "Permendagri 22/2020 Pasal 39 ayat (1)"),
    ("laporan-semester", f"{KSDPK} 2023-05-01 2026-05-01", "2024-08-15", {"settings": SINCE, "reports": (Q2,)}, "2025-01-30", "Permendagri 22/2020 Pasal 39 ayat (1)"),
    ("laporan-semester", f"{KSDPK} 2024-06-10 2026-05-01", "2024-08-15", {}, "2025-01-30", "Permendagri 22/2020 Pasal 39 ayat (1)"),
    ("laporan-semester", f"{KSDPK} 2019-05-01 2026-05-01", "2024-08-15", {}, None, "older than the regulation"),
    ("laporan-sinergi", "rk sinergi 2023-05-01 2026-05-01", "2024-08-15", {"settings": SINCE}, "2024-07-30", "Permendagri 22/2020 Pasal 60 ayat (1)"),
    ("laporan-semester", f"{KSDPK} 2023-05-01 2026-05-01", "2024-08-15", {}, "2023-07-30", "Permendagri 22/2020 Pasal 39 ayat (1)"),
    ("laporan-semester", f"{KSDPK} 2023-05-01 2026-05-01", "2024-08-15", {"reports": (S1,)}, "2023-07-30", "Permendagri 22/2020 Pasal 39 ayat (1)"),
    ("laporan-semester", f"{KSDPK} 2023-05-01 2026-05-01", "2024-08-15", {"settings": {"reports-since": "2024-S2"}}, "2025-01-30", "Permendagri 22/2020 Pasal 39 ayat (1)"),
    ("laporan-semester", f"{KSDPK} 2023-05-01 2026-05-01", "2024-08-15", {"settings": {"reports-since": "2025-S1"}}, None, "nothing is asked for yet"),
    ("laporan-januari", "rkt ksdpl 2024-01-15 2025-01-15", "2024-08-15", {}, "2025-01-07", "Permendagri 25/2020 Pasal 35 ayat (2); Permendagri 25/2020 Pasal 36 ayat (2); Permendagri 25/2020 Pasal 37"),
    ("laporan-januari", "rkt ksdpl 2024-01-15 2025-01-15", "2024-08-15", {"settings": PROVINCE}, "2025-01-14", "Permendagri 25/2020 Pasal 35 ayat (2); Permendagri 25/2020 Pasal 36 ayat (2); Permendagri 25/2020 Pasal 37"),
    ("laporan-januari", "mou ksdpl 2024-01-15 2029-01-15", "2024-08-15", {}, "2025-01-07", "Permendagri 25/2020 Pasal 35 ayat (2); Permendagri 25/2020 Pasal 36 ayat (2); Permendagri 25/2020 Pasal 37"),
    ("laporan-januari", "mou ksdpl 2024-01-15 2029-01-15", "2024-08-15", {"children": (CHILD,)}, None, "its child is asked"),
    ("laporan-januari", "mou ksdpl 2024-01-15 2029-01-15", "2024-08-15", {"successor": MOU._replace(signed=Day.of(date(2024, 8, 1)))}, None, "so is its successor"),
    ("laporan-januari", "mou ksdpl 2020-01-15 2029-01-15", "2024-08-15", {}, None, "older than the regulation"),
    ("tindak-lanjut", f"{KSDPK} 2023-05-01 -", "2024-08-15", {"promises": (Promise(3, "Rapat", date(2024, 8, 1)), Promise(4, "Lain", None))}, "2024-08-01", "hasil evaluasi"),
]  # fmt: skip


@pytest.mark.parametrize("row", TABLE, ids=lambda row: f"{row[0]} {row[-1]}")
def test_clock(row: tuple[str, str, str, dict[str, Any], str | None, str]) -> None:
    """The first due day of the kind and what it stands on; or that it does not run, for the reason given."""
    kind, what, as_of, more, due, article = row
    asked = case(what, as_of, **more)
    found = [one for one in deadlines(asked, ClockFrame()) if one.kind == kind]
    assert [one.due_on for one in found[:1]] == [day(due)] * bool(due)
    for one in found:
        assert one.days_left == (one.due_on - date.fromisoformat(as_of)).days
        assert (one.agreement, one.opd) == ("X-2024-001", "DINKES")
    if found:
        assert found[0].article == article


def test_every_clock_runs_in_the_table() -> None:
    """Each kind has a row with a due day, and says in words from when, how long and until what it runs."""
    running = {kind for kind, *_, due, _ in TABLE if due}
    assert running == {one.kind for one in CLOCKS}
    assert all(one.start and one.length and one.stops and one.article for one in CLOCKS)


@pytest.mark.parametrize(
    ("what", "as_of", "due"),
    [
        # Of a semester that is not due yet, and of the one that has begun since.
        (f"{KSDPK} 2024-07-01 2026-05-01", "2024-12-31", ["2024-S2"]),
        (f"{KSDPK} 2024-07-01 2026-05-01", "2025-01-30", ["2024-S2", "2025-S1"]),
        # What is overdue is told once, by its oldest.
        (f"{KSDPK} 2024-07-01 2026-05-01", "2025-01-31", ["2024-S2", "2025-S1"]),
        (f"{KSDPK} 2024-07-01 2026-05-01", "2025-07-31", ["2024-S2", "2025-S2"]),
        (f"{KSDPK} 2023-07-01 2026-05-01", "2025-01-31", ["2023-S2", "2025-S1"]),
        ("rkt ksdpl 2024-01-15 2026-05-01", "2024-12-31", ["2024"]),
        ("rkt ksdpl 2024-01-15 2026-05-01", "2025-01-07", ["2024", "2025"]),
        ("rkt ksdpl 2024-01-15 2026-05-01", "2025-01-08", ["2024", "2025"]),
        ("rkt ksdpl 2024-01-15 2026-05-01", "2026-01-08", ["2024", "2026"]),
        # The calendar of the registry ends with 2150.
        ("rkt ksdpl 2150-01-15 2150-12-31", "2150-12-31", ["2150"]),
        (f"{KSDPK} 2150-07-01 2150-12-31", "2150-12-31", ["2150-S2"]),
    ],
)
def test_each_period_that_has_begun_is_asked_for_once(what: str, as_of: str, due: list[str]) -> None:
    found = [one for one in deadlines(case(what, as_of), ClockFrame()) if one.kind.startswith("laporan-")]
    assert [one.remedy for one in found] == [f"kskd evaluate X-2024-001 --period {one}" for one in due]


def test_a_later_step_stops_the_first_of_the_dprd() -> None:
    """Once the study is being answered, the leaders' fifteen days are over."""
    later = (Asked("dprd-tindak-lanjut", date(2024, 3, 2)),)
    asked = case(f"{KSDD} - -", "2024-03-05", facts=ASKED)
    assert "dprd-pimpinan" in {one.kind for one in deadlines(asked, ClockFrame())}
    assert "dprd-pimpinan" not in {one.kind for one in deadlines(asked._replace(asked=later), ClockFrame())}


def test_renewal_names_the_habit_of_the_office() -> None:
    """The median of its own renewals with their number, before or after the end; or that there is none."""
    asked = case(f"{KSDPK} 2020-05-01 2025-05-01", "2024-07-01")

    def note(renewals: Renewals | None) -> str | None:
        found = deadlines(asked, ClockFrame(renewals=renewals, renewal_days=120))
        return next(one.note for one in found if one.kind == "perpanjangan")

    assert note(Renewals(12.5, 4)) == (
        "median 4 perpanjangan yang lalu: ditandatangani 12,5 hari sebelum pendahulunya berakhir"
    )
    assert note(Renewals(-39.0, 3)) == (
        "median 3 perpanjangan yang lalu: ditandatangani 39 hari sesudah pendahulunya berakhir"
    )
    assert note(Renewals(0.0, 1)) == (
        "median 1 perpanjangan yang lalu: ditandatangani 0 hari sebelum pendahulunya berakhir"
    )
    assert note(Renewals(-0.5, 2)) == (
        "median 2 perpanjangan yang lalu: ditandatangani 0,5 hari sesudah pendahulunya berakhir"
    )
    assert note(None) == "belum ada perpanjangan yang tercatat sebagai pembanding"


def test_working_days_of_a_year_without_a_list_say_so() -> None:
    """The due day stands, and its note names the years."""

    def note(calendar: Calendar) -> str | None:
        told = {"dprd_received_on": "2024-12-02"}
        asked = case("mou ksdpl - -", "2024-12-05", facts=told, calendar=calendar)
        (one,) = (one for one in deadlines(asked, ClockFrame()) if one.kind == "dprd-45-hari-kerja")
        return one.note

    assert "2024, 2025" in (note(Calendar()) or "")
    half = note(LISTED)
    assert half is not None
    assert "2024" not in half
    assert note(Calendar(LISTED.holidays | {date(2025, 1, 1)})) is None


@pytest.mark.parametrize(
    ("kind", "started", "due", "article"),
    [
        ("penawaran-ksdd", "2024-01-31", "2024-03-01", "Pasal 8 ayat (3)"),
        ("penawaran-ksdd-kedua", "2024-03-02", "2024-03-17", "Pasal 8 ayat (5)"),
        ("penawaran-sinergi", "2024-02-01", "2024-03-02", "Pasal 54 ayat (3)"),
        ("dprd-tindak-lanjut", "2024-03-01", "2024-03-16", "Pasal 12 ayat (1) huruf d"),
        ("dprd-persetujuan", "2024-03-01", "2024-03-16", "Pasal 12 ayat (1) huruf e"),
        ("gubernur-rencana", "2024-03-08", "2024-03-19", "Permendagri 25/2020 Pasal 18 ayat (4)"),
        ("gubernur-naskah", "2024-03-04", "2024-03-13", "Permendagri 25/2020 Pasal 20 ayat (4)"),
        ("laporan-tkksd", "2024-06-30", "2024-07-30", "Pasal 46 ayat (2) huruf j"),
    ],
)
def test_started_clock(kind: str, started: str, due: str, article: str) -> None:
    """The day after the start is day one; 11 and 12 March 2024 are days off in the calendar of this test."""
    one = Started(7, kind, None, "Kabupaten Tetangga", None, date.fromisoformat(started), None, None, None)
    found = deadline(one, LISTED, 30, date.fromisoformat(due) + timedelta(days=1))
    assert (found.due_on, found.days_left, found.number) == (day(due), -1, 7)
    assert article in found.article
    assert REQUESTS[kind].then in found.what, "what has passed says what follows"


STOP_IT = "kskd clock stop 7 --on TANGGAL --outcome …"


@pytest.mark.parametrize(
    ("kind", "agreement", "partner", "passed", "remedy"),
    [
        ("penawaran-ksdd", None, "Kota Umpama", 0, STOP_IT),
        (
            "penawaran-ksdd",
            None,
            "Kota Umpama",
            1,
            f'{STOP_IT}; kskd clock start penawaran-ksdd-kedua --partner "Kota Umpama" --on TANGGAL',
        ),
        (
            "penawaran-ksdd",
            "KB-2024-001",
            "Kota Umpama",
            1,
            f"{STOP_IT}; kskd clock start penawaran-ksdd-kedua --agreement KB-2024-001 --on TANGGAL",
        ),
        (
            "dprd-tindak-lanjut",
            "PKS-2024-001",
            None,
            1,
            f"{STOP_IT}; kskd clock start dprd-persetujuan --agreement PKS-2024-001 --on TANGGAL",
        ),
        ("penawaran-ksdd-kedua", None, "Kota Umpama", 1, STOP_IT),  # the Gubernur follows, no clock
    ],
)
def test_a_started_clock_says_what_stops_it_and_which_follows(
    kind: str, agreement: str | None, partner: str | None, passed: int, remedy: str
) -> None:
    one = Started(7, kind, agreement, partner, "DINKES", date(2024, 3, 1), None, None, None)
    last = due_on(REQUESTS[kind], one.started_on, LISTED, 30)
    found = deadline(one, LISTED, 30, last + timedelta(days=passed))
    assert (found.agreement, found.opd, found.remedy) == (agreement, "DINKES", remedy)
    title = REQUESTS[kind].title
    assert found.what.split(";")[0] == (f"{title}: {partner}" if partner else title)


@pytest.mark.parametrize(("kind", "is_noted"), [("gubernur-rencana", True), ("penawaran-ksdd", False)])
def test_only_working_days_need_a_list_of_holidays(kind: str, is_noted: bool) -> None:
    one = Started(7, kind, None, "Kota Umpama", None, date(2025, 3, 3), None, None, None)
    note = deadline(one, LISTED, 30, date(2025, 3, 3)).note
    assert note == (
        "daftar hari libur 2025 belum ada: hanya Sabtu dan Minggu yang dilewati" if is_noted else None
    )


def test_a_kind_of_started_clock_says_how_long_it_runs_and_what_it_is_of() -> None:
    """Only the steps of the DPRD belong to a document: the law knows an offer before there is one."""
    assert {one.kind for one in REQUESTS.values() if one.on_document} == {
        "dprd-tindak-lanjut",
        "dprd-persetujuan",
    }
    lengths = {kind: one.length for kind, one in REQUESTS.items()}
    assert lengths["penawaran-sinergi"] == "30 hari"
    assert lengths["gubernur-naskah"] == "5 hari kerja"
    assert lengths["laporan-tkksd"] == "sejumlah hari menurut pengaturan report-days"
    tkksd = REQUESTS["laporan-tkksd"]
    assert due_on(tkksd, date(2024, 6, 30), LISTED, 10) == date(2024, 7, 10)


@pytest.mark.parametrize(
    ("what", "kind"), [(f"{KSDPK} - -", "dprd-45-hari"), ("mou ksdpl - -", "dprd-45-hari-kerja")]
)
def test_the_clock_and_the_rule_end_the_time_of_the_dprd_on_one_day(what: str, kind: str) -> None:
    """On its last day it may still take a stand; from the next day on both say that it is deemed to agree."""
    for start in range(40):
        received = date(2024, 1, 5) + timedelta(days=start)
        told = {"dprd_received_on": received.isoformat()}

        def asked(on: date, told: dict[str, str] = told) -> Case:
            return case(what, on.isoformat(), facts=told)

        last = last_day(asked(received), received)
        for on, is_deemed in (
            (last - timedelta(days=1), False),
            (last, False),
            (last + timedelta(days=1), True),
        ):
            (due,) = (one for one in deadlines(asked(on), ClockFrame()) if one.kind == kind)
            assert due.due_on == last
            assert due.what.startswith("DPRD dianggap menyetujui") is is_deemed
            assert (is_over(asked(on), on) is True) is is_deemed


ALL_DAYS = st.dates(date(1945, 1, 1), date(2150, 12, 31))
SOME_FACTS = st.dictionaries(
    st.sampled_from(["dprd_received_on", "governor_reported_on", "extension_requested_on"]),
    ALL_DAYS.map(date.isoformat),
)


@given(
    doc=st.sampled_from(list(Doc)),
    scheme=st.sampled_from(list(Scheme)),
    signed=st.none() | ALL_DAYS,
    ends=st.none() | ALL_DAYS,
    as_of=ALL_DAYS,
    facts=SOME_FACTS,
    settings=st.sampled_from([{}, PROVINCE, {"renewal-days": "3650", "ended-days": "3650"}]),
)
def test_clocks_are_total(
    *,
    doc: Doc,
    scheme: Scheme,
    signed: date | None,
    ends: date | None,
    as_of: date,
    facts: dict[str, str],
    settings: dict[str, str],
) -> None:
    """Whatever is recorded and whichever day is asked: no clock fails, each due day has a basis and a command."""
    ends = None if signed and ends and ends < signed else ends
    asked = case(
        f"{doc} {scheme} {signed or '-'} {ends or '-'}", as_of.isoformat(), facts=facts, settings=settings
    )
    for one in deadlines(asked, ClockFrame(renewal_days=int(settings.get("renewal-days", "90")))):
        assert one.article
        assert one.remedy.startswith("kskd ")
        assert "{" not in one.remedy
        assert "None" not in one.remedy


def test_of_years_abroad_the_last_and_the_one_that_has_begun_are_told() -> None:
    """In the first days of a year the report of the last is still in time, and the new year owes one too."""
    asked = case("rkt ksdpl 2024-01-15 2026-12-31", "2025-01-03")
    told = [one for one in deadlines(asked, ClockFrame()) if one.kind == "laporan-januari"]
    assert [one.due_on for one in told] == [date(2025, 1, 7), date(2026, 1, 7)]
    assert ["Gubernur" in one.what for one in told] == [True, True]
    of_province = deadlines(
        case("rkt ksdpl 2024-01-15 2026-12-31", "2025-01-03", settings=PROVINCE), ClockFrame()
    )
    assert ["Menteri" in one.what for one in of_province if one.kind == "laporan-januari"] == [True, True]


@pytest.mark.parametrize(
    ("as_of", "is_over"), [(date(2024, 1, 31), False), (date(2024, 2, 1), False), (date(2024, 2, 2), True)]
)
def test_the_last_day_of_a_started_clock_is_still_in_time(as_of: date, is_over: bool) -> None:
    """What follows is told, and the next clock named, only when that day has passed."""
    started = Started(1, "penawaran-ksdd", None, "Kabupaten Umpama", None, date(2024, 1, 2), None, None, None)
    due = deadline(started, LISTED, 30, as_of)
    assert (due.due_on, due.lead) == (date(2024, 2, 1), 30)
    assert ("waktunya sudah lewat: kirim permintaan jawaban kedua" in due.what) is is_over
    assert ("clock start penawaran-ksdd-kedua" in due.remedy) is is_over
