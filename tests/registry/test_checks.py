"""What the schema itself refuses: for every CHECK, key and type a row that must not get in."""

from __future__ import annotations

import sqlite3
from typing import Any

import pytest

from tests.registry.harness import content, tables_of

pytestmark = pytest.mark.slow

DIGEST = "0123456789abcdef" * 4

# One good row a table, in an order in which each may be entered.
GOOD: dict[str, dict[str, object]] = {
    "setting": {"key": "name", "value": "Kabupaten Contoh"},
    "instrument": {"id": "inti/1", "text": "id = 'inti'"},
    "opd": {"code": "DINKES", "name": "Dinas Kesehatan", "valid_from": "2020-02-29", "valid_to": None,
    "successor": None},
    "opd_alias": {"alias": "Dinkes", "opd": "DINKES"},
    "partner": {"id": 1, "name": "Universitas Contoh", "kind": "perguruan-tinggi", "merged_into": None},
    "partner_alias": {"alias": "UC", "partner": 1},
    "serial": {"doc": "kb", "year": 2024, "last": 1},
    "agreement": {
        "id": "PKS-2024-001", "doc": "pks", "scheme": "ksdpk", "title": "Pelatihan", "lead_opd": "DINKES",
        "entered_on": "2024-05-02", "signed_on": "2024-05-02", "starts_on": None, "end_kind": "date",
        "ends_on": "2026-05-02", "end_condition": None, "end_typed": None, "duration_typed": "2 tahun",
        "parent": None, "predecessor": None, "void_reason": None, "note": "dua\nbaris",
        "original_place": "Lemari arsip 3", "ended_on": "2024-05-02", "end_ground": "tujuan",
        "planned_for": 2024, "paper_name": "MoA", "value": 75_450_000,
    },
    "party": {
        "agreement": "PKS-2024-001", "seat": 1, "partner": 1, "number": "7/PKS/2024",
        "signer_office": "Rektor",
        "signer_name": None, "power_number": None, "power_date": "2024-04-29",
        "contribution": 0, "brings": "Tenaga pengajar", "joined_on": "2024-05-02", "left_on": "2024-05-02",
    },
    "further_number": {"agreement": "PKS-2024-001", "seat": 1, "position": 2, "number": "8/PKS/2024"},
    "support_opd": {"agreement": "PKS-2024-001", "opd": "DINKES", "as_lead": "yes"},
    "affair": {"agreement": "PKS-2024-001", "code": "1.02"},
    "scope_item": {"agreement": "PKS-2024-001", "number": 1, "text": "Pelatihan bidan"},
    "file": {"agreement": "PKS-2024-001", "path": "naskah/pks.pdf", "digest": DIGEST, "size": 0,
    "embedded": 1},
    "content": {"digest": DIGEST, "data": b"isi"},
    "target": {
        "agreement": "PKS-2024-001", "number": 1, "kind": "output", "indicator": "Bidan terlatih",
        "unit": "orang",
        "value": 75.5, "due_on": "2024-12-31", "owed_by": "pemda", "lower_is_better": 0,
        "counting": "per-periode", "source": "Renja 2024",
    },
    "evaluation": {
        "agreement": "PKS-2024-001", "period": "2024-S2", "instrument": "inti/1", "implementation": "penuh",
        "reported_on": "2025-01-10", "filler": "Subbagian Umum", "recommendation": "lanjut", "note": None,
        "others": "Disepakati\nberdua", "channel": "desk", "unchanged": 1,
        "recommendation_reason": "Anggaran ada",
    },
    "answer": {"agreement": "PKS-2024-001", "period": "2024-S2", "item": "koordinasi", "option": "baik",
    "opd_option": "cukup"},
    "evidence": {
        "agreement": "PKS-2024-001", "period": "2024-S2", "number": 1, "text": "Daftar hadir",
        "digest": DIGEST, "size": 9, "item": "keluaran",
    },
    "filler": {"agreement": "PKS-2024-001", "period": "2024-S2", "number": 1, "name": "Contoh",
    "role": "opd", "opd": "DINKES", "filled_on": "2025-01-10"},
    "closing": {"period": "2024-S2", "closed_on": "2025-02-01"},
    "realisation": {"agreement": "PKS-2024-001", "target": 1, "period": "2024-S2", "value": -1e15},
    "obstacle": {
        "agreement": "PKS-2024-001", "number": 1, "text": "Pelatih kurang", "category": None,
        "opened": "2024-12",
        "closed": None,
    },
    "effort": {"agreement": "PKS-2024-001", "obstacle": 1, "number": 1, "period": "2024-Q4",
    "text": "Menambah"},
    "action": {
        "agreement": "PKS-2024-001", "number": 1, "agreed": "2024", "what": "Menambah pelatih", "who": None,
        "due_on": None, "done_on": "2025-01-02", "proof": "SK",
    },
    "act": {"id": 1, "at": "2025-01-15T00:00:00+00:00", "who": "analis", "command": "uji", "reason": None,
    "entries": 1, "link": "0" * 64, "letter": "100/7/2025", "undoes": "[7,8]",
    "salt": "00", "digest": DIGEST},
    "journal": {"seq": 100000, "act": 1, "tbl": "opd", "key": '["X"]', "old": None, "new": "{}",
    "salt": "00", "digest": None},
    "event": {"number": 1, "kind": "restore", "detail": "Dipulihkan dari cadangan"},
    "erasure": {"what": "journal", "number": 100000, "digest": DIGEST},
    "desk_sheet": {"digest": DIGEST[:16], "period": "2024-S2", "opd": "DINKES", "instrument": "inti/1",
    "sent_on": "2025-01-02", "due_on": "2025-01-30"},
    "desk_return": {"sheet": DIGEST[:16], "file": DIGEST, "returned_on": "2025-01-20", "taken": 12,
    "problems": 0},
    "desk_meeting": {"period": "2024-S2", "opd": "DINKES", "day": "2025-01-21", "starts": "09.00",
    "ends": "10.00", "place": "Ruang rapat"},
    "personal_field": {"tbl": "party", "col": "signer_office", "label": "jabatan", "basis": "contoh",
    "only_col": None, "only_value": None},
    "amendment": {"agreement": "PKS-2024-001", "number": 1, "signed_on": "2024-06-03", "what": "Gizi",
    "adds_burden": "no", "dprd_approved_on": None, "dprd_answer": "setuju", "tkksd_note": "yes"},
    "amendment_number": {"agreement": "PKS-2024-001", "amendment": 1, "seat": 1, "number": "8/AD/2024"},
    "amendment_change": {"agreement": "PKS-2024-001", "amendment": 1, "field": "title", "old": '"Lama"'},
    "fact": {"agreement": "PKS-2024-001", "key": "in_apbd", "value": "yes"},
    "acceptance": {"agreement": "PKS-2024-001", "rule": "KS601", "reason": "Disimpan Bagian Hukum",
    "accepted_on": "2025-01-15", "until": "2025-12-31"},
    "holiday": {"day": "2025-01-01", "name": "Tahun Baru Masehi", "source": "SKB 3 Menteri"},
    "clock": {"number": 1, "kind": "penawaran-ksdd", "agreement": None, "partner": 1, "opd": "DINKES",
    "started_on": "2025-01-15", "letter": "100/7/2025", "stopped_on": "2025-02-01", "outcome": "menerima"},
    "official": {"id": 1, "name": "Nama Contoh", "office": "Sekretaris Daerah", "role": "tkksd",
    "position": "ketua", "opd": "DINKES", "partner": None, "valid_from": "2024-01-05",
    "valid_to": "2024-01-05", "decree": "188/5/2024", "phone": "0800", "mail": "a@contoh.example",
    "personal": "no", "agreement": "PKS-2024-001"},
    "relation": {"agreement": "PKS-2024-001", "kind": "melengkapi", "other": "PKS-2023-001"},
    "own_field": {"key": "lokasi_2", "label": "Lokasi", "kind": "choice", "choices": '["desa"]',
    "docs": '["pks"]', "personal": "no", "position": 1, "retired_on": "2025-01-10"},
    "office_paper": {"id": 1, "kind": "laporan-tkksd-semester", "period": "2024-S2", "given_on": "2025-01-10",
    "number": "100/7/2025", "addressee": "Bupati Contoh", "receipt": "12/TT", "received_on": "2025-01-10",
    "note": "dua\nbaris", "void_reason": None},
    "source_file": {"id": 1, "name": "Register.xlsx", "digest": DIGEST},
    "source": {"agreement": "PKS-2024-001", "file": 1, "sheet": "2024", "row": 7,
    "cells": '[["title","B","Gizi"]]'},
    "reminder_run": {"number": 1, "ran_on": "2025-01-15", "opds": '["DINKES"]', "told": 0},
    "reminder": {"run": 1, "kind": "masa-berlaku", "subject": "PKS-2024-001", "due_on": "2026-05-02",
    "threshold": 90, "opd": "DINKES", "days_left": 80, "told": 0},
}  # fmt: skip

DAYS = (
    "2024-02-31",
    "2023-02-29",
    "2024-13-01",
    "2024-00-10",
    "2024-1-1",
    "20240101",
    "2024-01-01 00:00",
    "",
    "kapan",
    "2024-01-01\n",
)
TEXTS = ("", " ", "   ", "a\x1bb", "a\nb", "\t", "a\x1fb", "a\x01b")
PERIODS = (
    "",
    "24",
    "2024-S3",
    "2024-S0",
    "2024-Q5",
    "2024-13",
    "2024-00",
    "2024-19",
    "2024-1",
    "2024-s2",
    "0024",
    "3024",
    "2024-S2 ",
)

_DAY_COLUMNS = {
    "desk_sheet": ("sent_on", "due_on"),
    "desk_return": ("returned_on",),
    "desk_meeting": ("day",),
    "opd": ("valid_from", "valid_to"),
    "agreement": ("entered_on", "ended_on"),
    "party": ("power_date",),
    "target": ("due_on",),
    "evaluation": ("reported_on",),
    "action": ("due_on", "done_on"),
    "acceptance": ("accepted_on", "until"),
    "holiday": ("day",),
    "clock": ("started_on", "stopped_on"),
    "reminder_run": ("ran_on",),
    "reminder": ("due_on",),
    "amendment": ("dprd_approved_on",),
    "filler": ("filled_on",),
    "closing": ("closed_on",),
    "official": ("valid_from", "valid_to"),
    "office_paper": ("given_on", "received_on"),
    "own_field": ("retired_on",),
}
_PARTIAL_DAY_COLUMNS = {
    "agreement": ("signed_on", "starts_on", "ends_on"),
    "amendment": ("signed_on", "starts_on", "ends_on"),
    "party": ("joined_on", "left_on"),
}
NO_PARTS = (
    "24",
    "0024",
    "3024",
    "2024-13",
    "2024-00",
    "2024-5",
    "2024-",
    "XXX",
    "xxxx",
    "XXXX-05",
    "2024-XX",
)
_TEXT_COLUMNS = {
    "desk_meeting": ("place",),
    "setting": ("value",),
    "instrument": ("id",),
    "opd": ("name",),
    "opd_alias": ("alias",),
    "partner": ("name",),
    "partner_alias": ("alias",),
    "agreement": (
        "title",
        "end_condition",
        "end_typed",
        "duration_typed",
        "void_reason",
        "original_place",
        "paper_name",
    ),
    "party": ("number", "signer_office", "signer_name", "power_number", "brings"),
    "further_number": ("number",),
    "own_field": ("label",),
    "source_file": ("name",),
    "scope_item": ("text",),
    "file": ("path",),
    "target": ("indicator", "unit", "source"),
    "evaluation": ("filler",),
    "answer": ("item", "option", "opd_option"),
    "evidence": ("text", "item"),
    "filler": ("name",),
    "obstacle": ("text", "category"),
    "effort": ("text",),
    "action": ("what", "who", "proof"),
    "act": ("who", "command", "reason", "letter"),
    "event": ("detail",),
    "personal_field": ("label", "basis"),
    "fact": ("value",),
    "acceptance": ("reason",),
    "holiday": ("name", "source"),
    "clock": ("letter", "outcome"),
    "reminder": ("kind", "subject"),
    "amendment": ("what",),
    "amendment_number": ("number",),
    "official": ("name", "office", "decree", "phone", "mail"),
    "office_paper": ("number", "addressee", "receipt", "void_reason"),
}
_PERIOD_COLUMNS = {
    "desk_sheet": ("period",),
    "desk_meeting": ("period",),
    "evaluation": ("period",),
    "closing": ("period",),
    "obstacle": ("opened", "closed"),
    "effort": ("period",),
    "action": ("agreed",),
    "office_paper": ("period",),
}

Bad = tuple[str, dict[str, Any]]
CHECKED: list[Bad] = [
    ("desk_sheet", {"digest": DIGEST}),
    ("desk_sheet", {"digest": DIGEST[:16].upper()}),
    ("desk_return", {"file": DIGEST[:16]}),
    ("desk_return", {"taken": -1}),
    ("desk_return", {"problems": -1}),
    ("desk_meeting", {"starts": "9.00"}),
    ("desk_meeting", {"ends": "09.00"}),  # no time at all
    *((table, {column: day}) for table,
        columns in _DAY_COLUMNS.items() for column in columns for day in DAYS),
    *((table, {column: day}) for table,
        columns in _PARTIAL_DAY_COLUMNS.items() for column in columns for day in (*DAYS, *NO_PARTS)),
    *((table, {column: text}) for table,
        columns in _TEXT_COLUMNS.items() for column in columns for text in TEXTS),
    *((table, {column: code}) for table,
        columns in _PERIOD_COLUMNS.items() for column in columns for code in PERIODS),
    ("instrument", {"text": ""}),
    ("instrument", {"text": "x" * 1_000_001}),
    *(("opd", {"code": code}) for code in ("", "A", "dinkes", "1DIN", "DIN KES", "-DIN", "D" * 21, "DINKÉS")),
    ("opd", {"valid_to": "2020-02-28"}),  # ends before it begins
    ("opd", {"valid_to": None, "successor": "DINKES2"}),  # carried on, yet still there
    ("opd", {"valid_to": "2021-01-01", "successor": "DINKES"}),  # by itself
    ("partner", {"kind": "universitas"}),
    ("partner", {"merged_into": 1}),
    ("serial", {"year": 1944}),
    ("serial", {"year": 2151}),
    ("serial", {"last": 0}),
    *(("agreement", {"id": one}) for one in ("", "2024-001", "pks-2024-001", "PKS-24-001", "PKS-2024-1",
        "PKS-2024")),
    ("agreement", {"doc": "adendum"}),
    ("agreement", {"scheme": "ksdd"}),
    ("agreement", {"end_kind": "never"}),
    ("agreement", {"end_kind": None}),  # an end without its kind
    ("agreement", {"end_kind": "open"}),
    ("agreement", {"ends_on": None}),  # a dated end without a date
    ("agreement", {"end_kind": "condition", "ends_on": None}),  # a condition without text
    ("agreement", {"end_condition": "sampai selesai"}),  # a text without its kind
    ("agreement", {"ends_on": "2024-05-01"}),  # ends before the day of signing
    ("agreement", {"starts_on": "2026-05-03"}),  # ends before it starts
    ("agreement", {"ended_on": "2024-05-01"}),  # ended before the day of signing
    ("agreement", {"signed_on": None}),  # ended, yet never signed
    ("agreement", {"ended_on": "2026-05-02"}),  # ended on the day on which it is over anyhow
    ("agreement", {"planned_for": 1944}),
    ("agreement", {"planned_for": 2151}),
    ("agreement", {"end_ground": None}),  # ended without a ground
    ("agreement", {"ended_on": None}),  # a ground without an end
    ("agreement", {"end_ground": "pergantian"}),
    ("agreement", {"parent": "PKS-2024-001"}),
    ("agreement", {"predecessor": "PKS-2024-001"}),
    ("agreement", {"id": "KB-2024-001", "doc": "kb", "parent": "PKS-2024-001"}),
         # an umbrella under something
    ("agreement", {"note": " "}),
    ("agreement", {"ends_on": "2023"}),  # ends in a year before the day of signing
    ("agreement", {"signed_on": "2024-06", "ended_on": "2024-05-31"}),  # ended before the month of signing
    ("agreement", {"ends_on": "2023-12", "ended_on": None, "end_ground": None}),
    ("agreement", {"value": -1}),
    ("agreement", {"value": 10**15 + 1}),
    ("party", {"contribution": -1}),
    ("party", {"left_on": "2024-05-01"}),  # left before it joined
    ("party", {"joined_on": "2024-06", "left_on": "2024-05"}),
    ("party", {"seat": 0, "partner": None}),  # the Pemda leaves its own document
    ("further_number", {"position": 1}),  # the first stands with the party
    ("support_opd", {"as_lead": "ya"}),
    ("relation", {"kind": "induk"}),
    ("relation", {"other": "PKS-2024-001"}),  # with itself
    *(("own_field", {"key": key}) for key in ("", "Lokasi", "lokasi-2", "2lokasi", "k" * 41)),
    ("own_field", {"kind": "block"}),
    *(("own_field", {"choices": choices}) for choices in ("[]", "{}", None)),
    ("own_field", {"kind": "text"}),  # choices of what is no choice
    ("own_field", {"docs": "[]"}),
    ("own_field", {"personal": "ya"}),
    ("own_field", {"position": 0}),
    ("amendment", {"starts_on": "2025", "ends_on": "2024-12"}),
    ("party", {"seat": 0}),  # the Pemda's seat for a partner
    ("party", {"partner": None}),  # a partner's seat without one
    ("party", {"seat": -1}),
    ("party", {"seat": 1000}),
    *(("affair", {"code": code}) for code in ("", "102", "0.02", "4.01", "1.2", "1.02 ", "1.40")),
    ("scope_item", {"number": 0}),
    *((table, {"digest": digest}) for table in ("file", "evidence", "content",
        "erasure", "act", "source_file")
        for digest in ("", "0" * 63, "G" * 64, "A" * 64)),
    ("file", {"size": -1}),
    ("file", {"embedded": 2}),
    *(("act", {"undoes": undoes}) for undoes in ("[]", "{}", "7")),
    *(("event", {"kind": kind}) for kind in ("", "lain", "upgrade")),
    ("erasure", {"what": "party"}),
    ("erasure", {"number": 0}),
    ("personal_field", {"only_col": "kind"}),
    ("personal_field", {"only_value": "perseorangan"}),
    *(("fact", {"key": key}) for key in ("", "In_apbd", "in-apbd", "1kak", "k" * 61)),
    *(("acceptance", {"rule": rule}) for rule in ("", "KS1", "KS1011", "ks101", "KS011", "R01")),
    ("acceptance", {"until": "2025-01-14"}),  # over before it begins
    ("clock", {"number": 0}),
    ("clock", {"kind": "penawaran"}),
    ("clock", {"stopped_on": "2025-01-14"}),  # over before it began
    ("clock", {"stopped_on": None}),  # an outcome of what still runs
    ("clock", {"outcome": None}),  # over without an outcome
    ("clock", {"partner": None}),  # an offer to nobody
    ("clock", {"kind": "dprd-persetujuan"}),  # of no document
    ("reminder_run", {"number": 0}),
    ("reminder_run", {"told": -1}),
    *(("reminder_run", {"opds": opds}) for opds in ("[]", "{}", "7")),
    ("reminder", {"threshold": -1, "days_left": -2}),
    ("reminder", {"days_left": 91}),  # told before its time
    ("reminder", {"days_left": 90}),  # passed over, and yet due
    ("reminder", {"told": 2}),
    ("amendment", {"number": 0}),
    ("amendment", {"adds_burden": "ya"}),
    ("amendment", {"dprd_answer": "ya"}),
    ("amendment", {"tkksd_note": "7/TKKSD"}),
    ("amendment_change", {"field": "parties"}),
    *(("amendment_change", {"field": field, "old": old}) for field, old in (
        ("title", "[]"), ("term", '"x"'), ("scope", "{}"), ("scope", "null"))),
    ("evidence", {"size": -1}),
    ("evidence", {"size": None}),  # a digest without a size
    ("evidence", {"digest": None}),
    ("evidence", {"number": 0}),
    ("target", {"number": 0}),
    ("target", {"kind": "impact"}),
    ("target", {"value": 1.1e15}),
    ("target", {"value": float("inf")}),
    ("target", {"owed_by": "kami"}),
    ("target", {"lower_is_better": 2}),
    ("evaluation", {"implementation": "belum dilaporkan"}),
    ("evaluation", {"recommendation": "tunda"}),
    ("evaluation", {"note": " "}),
    ("evaluation", {"others": " "}),
    ("evaluation", {"channel": "telepon"}),
    ("evaluation", {"unchanged": 2}),
    ("evaluation", {"recommendation_reason": " "}),
    ("answer", {"opd_option": "baik"}),  # a second voice that says the same
    ("target", {"counting": "tahunan"}),
    ("filler", {"number": 0}),
    ("filler", {"role": "lain"}),
    ("filler", {"role": "mitra"}),  # a partner who works in an OPD
    ("official", {"id": 0}),
    ("official", {"role": "lain"}),
    ("official", {"role": "kontak"}),  # no seat in the team, and yet a position
    ("official", {"position": "bendahara"}),
    ("official", {"personal": "ya"}),
    ("official", {"partner": 1}),  # of a unit and of a partner
    ("official", {"valid_to": "2024-01-04"}),
    ("office_paper", {"id": 0}),
    *(("office_paper", {"kind": kind}) for kind in ("", "Laporan", "laporan_tkksd", "l" * 61)),
    ("office_paper", {"received_on": "2025-01-09"}),
    ("office_paper", {"note": " "}),
    ("source_file", {"id": 0}),
    ("source", {"row": 0}),
    ("source", {"sheet": "l" * 301}),
    *(("source", {"cells": cells}) for cells in ("[]", "{}", '"title"')),
    ("realisation", {"value": float("-inf")}),
    ("obstacle", {"number": 0}),
    ("effort", {"number": 0}),
    ("action", {"number": 0}),
    ("action", {"done_on": None}),  # a proof of what is not done
    ("act", {"entries": 0}),
    ("act", {"entries": None}),  # sealed, and yet open
    ("act", {"link": None}),
    ("act", {"link": "0" * 63}),
    ("act", {"link": "G" * 64}),
    ("journal", {"digest": "A" * 64}),
    ("journal", {"new": None}),  # neither old nor new
]  # fmt: skip
NEVER_NULL: list[Bad] = [
    (table, {column: None})
    for table, row in GOOD.items()
    for column in row
    if (table, column)
    in {
        ("desk_sheet", "period"), ("desk_sheet", "opd"), ("desk_sheet", "instrument"),
        ("desk_sheet", "sent_on"), ("desk_sheet", "due_on"), ("desk_return", "returned_on"),
        ("desk_return", "taken"), ("desk_return", "problems"), ("desk_meeting", "day"),
        ("desk_meeting", "starts"), ("desk_meeting", "ends"),
        ("setting", "value"), ("instrument", "text"), ("opd", "name"), ("opd_alias", "opd"), ("partner",
            "name"),
        ("partner_alias", "partner"), ("agreement", "id"), ("agreement", "doc"), ("agreement", "scheme"),
            ("agreement", "title"),
        ("agreement", "lead_opd"), ("agreement", "entered_on"), ("party", "agreement"), ("party", "seat"),
        ("scope_item", "text"), ("file", "digest"), ("file", "size"), ("target", "kind"), ("target",
            "indicator"),
        ("target", "owed_by"), ("target", "lower_is_better"), ("evaluation", "instrument"), ("answer",
            "option"),
        ("evidence", "text"), ("realisation", "value"), ("obstacle", "text"), ("obstacle", "opened"),
        ("effort", "period"), ("effort", "text"), ("action", "agreed"), ("action", "what"), ("act", "who"),
        ("act", "at"), ("act", "command"), ("content", "data"), ("event", "kind"), ("event", "detail"),
        ("erasure", "digest"), ("personal_field", "basis"), ("file", "embedded"),
        ("journal", "tbl"), ("journal", "key"),
        ("journal", "salt"), ("fact", "value"), ("acceptance", "reason"), ("acceptance", "accepted_on"),
        ("holiday", "source"), ("clock", "started_on"), ("reminder_run", "ran_on"), ("reminder", "opd"),
        ("reminder", "days_left"),
        ("amendment", "signed_on"), ("amendment", "what"),
        ("amendment_number", "number"), ("amendment_change", "old"),
        ("evaluation", "unchanged"), ("target", "counting"), ("filler", "name"), ("filler", "role"),
        ("closing", "closed_on"), ("official", "office"), ("official", "role"), ("official", "personal"),
        ("further_number", "number"), ("support_opd", "as_lead"), ("own_field", "label"),
        ("own_field", "kind"), ("own_field", "personal"), ("own_field", "position"),
        ("office_paper", "kind"), ("office_paper", "given_on"),
        ("source_file", "name"), ("source_file", "digest"), ("source", "cells"),
    }
]  # fmt: skip
BELONGS_NOWHERE: list[Bad] = [
    ("desk_sheet", {"digest": "0" * 16, "opd": "TIADA"}),
    ("desk_sheet", {"digest": "0" * 16, "instrument": "tiada/1"}),
    ("desk_return", {"sheet": "0" * 16}),
    ("desk_meeting", {"period": "2023", "opd": "TIADA"}),
    ("opd_alias", {"alias": "x", "opd": "TIADA"}),
    ("opd", {"code": "LAIN", "name": "Lain", "valid_to": "2021-01-01", "successor": "TIADA"}),
    ("partner", {"id": 2, "name": "Lain", "merged_into": 9}),
    ("partner_alias", {"alias": "x", "partner": 9}),
    ("agreement", {"id": "PKS-2024-002", "lead_opd": "TIADA"}),
    ("agreement", {"id": "PKS-2024-002", "parent": "KB-2024-999"}),
    ("agreement", {"id": "PKS-2024-002", "predecessor": "KB-2024-999"}),
    ("party", {"agreement": "PKS-2024-999"}),
    ("party", {"seat": 2, "partner": 9}),
    ("support_opd", {"agreement": "PKS-2024-999"}),
    ("affair", {"agreement": "PKS-2024-999"}),
    ("scope_item", {"agreement": "PKS-2024-999"}),
    ("file", {"agreement": "PKS-2024-999"}),
    ("target", {"agreement": "PKS-2024-999"}),
    ("evaluation", {"agreement": "PKS-2024-999"}),
    ("evaluation", {"period": "2023", "instrument": "tiada/1"}),
    ("answer", {"period": "2023"}),
    ("evidence", {"period": "2023"}),
    ("filler", {"period": "2023"}),
    ("filler", {"number": 2, "opd": "TIADA"}),
    ("realisation", {"target": 9}),
    ("realisation", {"period": "2023"}),
    ("obstacle", {"agreement": "PKS-2024-999"}),
    ("effort", {"obstacle": 9}),
    ("action", {"agreement": "PKS-2024-999"}),
    ("source", {"agreement": "PKS-2024-999"}),
    ("source", {"file": 2}),
    ("fact", {"agreement": "PKS-2024-999"}),
    ("acceptance", {"agreement": "PKS-2024-999"}),
    ("official", {"id": 2, "opd": "TIADA"}),
    ("official", {"id": 2, "opd": None, "partner": 9}),
    ("official", {"id": 2, "agreement": "PKS-2024-999"}),
    ("further_number", {"seat": 2}),
    ("relation", {"agreement": "PKS-2024-999"}),
    ("relation", {"other": "PKS-2024-999"}),
    ("clock", {"number": 2, "agreement": "PKS-2024-999"}),
    ("clock", {"number": 2, "partner": 9}),
    ("clock", {"number": 2, "opd": "TIADA"}),
    ("reminder", {"threshold": 180, "run": 9}),
    ("reminder", {"threshold": 180, "opd": "TIADA"}),
    ("amendment", {"agreement": "PKS-2024-999"}),
    ("amendment_number", {"amendment": 2}),
    ("amendment_number", {"seat": 2}),
    ("amendment_change", {"amendment": 2}),
]  # fmt: skip
TWICE: list[Bad] = [
    ("opd", {"code": "LAIN", "name": "DINAS KESEHATAN"}),  # names differ by more than capitals
    ("opd_alias", {"alias": "DINKES"}),
    ("partner", {"id": 2, "name": "universitas contoh"}),
    ("partner_alias", {"alias": "uc"}),
    ("party", {"seat": 2}),  # the same partner in two seats
    *((table, {}) for table in GOOD if table != "journal"),
]


def _insert(con: sqlite3.Connection, table: str, row: dict[str, object]) -> None:
    names = ", ".join(row)
    marks = ", ".join("?" * len(row))
    con.execute(f"INSERT INTO {table} ({names}) VALUES ({marks})", tuple(row.values()))  # noqa: S608


@pytest.fixture
def full(memory: sqlite3.Connection) -> sqlite3.Connection:
    """The schema with one good row in every table, and a second document to which one may relate."""
    for table, row in GOOD.items():
        _insert(memory, table, row)
        if table == "agreement":
            _insert(memory, table, row | {"id": "PKS-2023-001"})
    return memory


def test_a_good_row_of_every_table_is_taken(full: sqlite3.Connection) -> None:
    assert set(GOOD) == set(tables_of(full)) - {"_sqlite_migrations"}


@pytest.mark.parametrize(("table", "change"), CHECKED, ids=lambda value: repr(value)[:50])
def test_a_check_refuses(full: sqlite3.Connection, table: str, change: dict[str, object]) -> None:
    before = content(full)
    with pytest.raises(sqlite3.IntegrityError, match="CHECK constraint failed"):
        _insert(full, table, GOOD[table] | change)
    assert content(full) == before


@pytest.mark.parametrize(("table", "change"), NEVER_NULL, ids=lambda value: repr(value)[:50])
def test_what_must_be_known_is_never_null(
    full: sqlite3.Connection, table: str, change: dict[str, object]
) -> None:
    with pytest.raises(sqlite3.IntegrityError, match="NOT NULL"):
        _insert(full, table, GOOD[table] | change)


@pytest.mark.parametrize(("table", "change"), BELONGS_NOWHERE, ids=lambda value: repr(value)[:50])
def test_a_row_belongs_to_something(full: sqlite3.Connection, table: str, change: dict[str, object]) -> None:
    # effort, realisation … have one good row whose key the changed row does not share
    with pytest.raises(sqlite3.IntegrityError, match="FOREIGN KEY"):
        _insert(full, table, GOOD[table] | change)


@pytest.mark.parametrize(("table", "change"), TWICE, ids=lambda value: repr(value)[:50])
def test_nothing_is_there_twice(full: sqlite3.Connection, table: str, change: dict[str, object]) -> None:
    with pytest.raises(sqlite3.IntegrityError, match="UNIQUE"):
        _insert(full, table, GOOD[table] | change)


@pytest.mark.parametrize(
    ("table", "change"),
    [
        ("party", {"seat": "satu"}),
        ("serial", {"year": "dua ribu"}),
        ("target", {"value": "banyak"}),
        ("file", {"size": 1.5}),
        ("setting", {"value": b"\x00"}),
    ],
)
def test_a_value_of_another_type_is_refused(
    full: sqlite3.Connection, table: str, change: dict[str, object]
) -> None:
    with pytest.raises(sqlite3.IntegrityError, match="cannot store"):
        _insert(full, table, GOOD[table] | change)


def test_a_predecessor_has_one_successor_until_that_one_is_void(full: sqlite3.Connection) -> None:
    row = GOOD["agreement"] | {"predecessor": "PKS-2024-001"}
    _insert(full, "agreement", row | {"id": "PKS-2024-002", "void_reason": "salah catat"})
    _insert(full, "agreement", row | {"id": "PKS-2024-003"})
    with pytest.raises(sqlite3.IntegrityError, match="UNIQUE"):
        _insert(full, "agreement", row | {"id": "PKS-2024-004"})


def test_an_early_end_may_come_after_the_first_end_beside_a_condition(full: sqlite3.Connection) -> None:
    full.execute(
        "UPDATE agreement SET end_kind = 'condition', end_condition = 'WBK', ends_on = '2024-05-02',"
        " ended_on = '2026-06-01' WHERE id = 'PKS-2024-001'"
    )
    with pytest.raises(sqlite3.IntegrityError):
        full.execute("UPDATE agreement SET end_kind = 'date', end_condition = NULL WHERE id = 'PKS-2024-001'")
