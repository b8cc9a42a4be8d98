"""The steps from the facts to a status, in words."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from kskd.domain.document.agreement import Agreement
from kskd.domain.document.chain import Doc, Scheme
from kskd.domain.document.ending import Ending
from kskd.domain.document.ends import EndKind
from kskd.domain.document.reasons import reasons
from kskd.domain.document.term import Term
from kskd.domain.values.days import Day

AS_OF = date(2024, 6, 30)


def _document(signed: str | None = "2024-05-02", **changes: Any) -> Agreement:
    """A document signed on a day, with no term unless said."""
    fields: dict[str, Any] = {"lead_opd": "DINKES", "term": Term(), **changes}
    return Agreement(
        "KB-2024-001", Doc.KB, Scheme.KSDPK, entered_on=date(2024, 5, 3), signed=Day.parse(signed), **fields
    )


def _term(starts: str | None, ends: str | None, **more: Any) -> Term:
    return Term(Day.parse(starts), EndKind.DATE if ends else None, Day.parse(ends), **more)


SIGNED = ("Penandatanganan", "2 Mei 2024", "naskah sudah ditandatangani")
BEGUN = ("Mulai berlaku", "2 Mei 2024 (tidak tercatat, maka tanggal penandatanganan)", "sudah mulai")
ENDING = Ending(date(2024, 6, 29), "tujuan")
ENDED = "29 Juni 2024, dasar tujuan tercapai (PP 28/2018 Pasal 22)"
UNSURE = (
    "hari tepatnya belum diketahui, dan 30 Juni 2024 dapat sebelum atau sesudahnya: belum dapat dipastikan"
)
ENDLESS = "tanpa tanggal akhir tidak pernah lewat: berlaku"
NOBODY_KNOWS = "akhirnya belum diketahui, jadi dianggap belum lewat: berlaku"
LAST_DAY = "hari ini hari terakhirnya: berlaku"
NONE_LEFT = "sisa 0 hari, hari terakhir termasuk: berlaku"


@pytest.mark.parametrize(
    ("document", "told"),
    [
        (
            _document(void_reason="Ganda"),
            [("Pembatalan", "Ganda", "naskah salah catat tidak dihitung: dibatalkan")],
        ),
        (
            _document(None),
            [("Penandatanganan", "belum tercatat", "tanpa tanda tangan naskah masih rancangan")],
        ),
        (
            _document(term=_term("2024-07-01", None)),
            [SIGNED, ("Mulai berlaku", "1 Juli 2024 (tercatat)", "30 Juni 2024 mendahuluinya: akan berlaku")],
        ),
        (_document(ending=ENDING), [SIGNED, ("Pengakhiran", ENDED, "lewat 1 hari: diakhiri")]),
        (
            _document(ending=Ending(AS_OF, "x")),
            [
                SIGNED,
                BEGUN,
                ("Pengakhiran", "30 Juni 2024, dasar x (–)", LAST_DAY),
            ],
        ),
        (
            _document(term=Term(end_kind=EndKind.OPEN)),
            [
                SIGNED,
                BEGUN,
                ("Akhir", "tanpa batas waktu", ENDLESS),
            ],
        ),
        (
            _document(term=Term(end_kind=EndKind.CONDITION, condition="predikat WBK")),
            [SIGNED, BEGUN, ("Akhir", "predikat WBK", ENDLESS)],
        ),
        (
            _document(),
            [SIGNED, BEGUN, ("Akhir", "belum tercatat", NOBODY_KNOWS)],
        ),
        (
            _document(term=_term(None, "2024-06-30", duration_typed="2 bulan")),
            [
                SIGNED,
                BEGUN,
                (
                    "Akhir",
                    "30 Juni 2024, dihitung dari 2 bulan",
                    NONE_LEFT,
                ),
            ],
        ),
        (
            _document(term=_term(None, "2024-06-20", end_typed="20-6-2024", duration_typed="2 bulan")),
            [SIGNED, BEGUN, ("Akhir", "20 Juni 2024", "lewat 10 hari: berakhir")],
        ),
        (
            _document("2024", term=_term("2024-06", "2025")),
            [
                ("Penandatanganan", "2024", "naskah sudah ditandatangani"),
                ("Mulai berlaku", "Juni 2024 (tercatat)", "sudah mulai"),
                ("Akhir", "2025", "sisa sedikitnya 185 hari, hari terakhir termasuk: berlaku"),
            ],
        ),
        (
            _document("XXXX", term=_term("2023", "2023-11")),
            [
                ("Penandatanganan", "tanggal tidak diketahui", "naskah sudah ditandatangani"),
                ("Mulai berlaku", "2023 (tercatat)", "sudah mulai"),
                ("Akhir", "November 2023", "lewat sedikitnya 213 hari: berakhir"),
            ],
        ),
        (
            _document(term=_term("2024", "2030")),
            [SIGNED, ("Mulai berlaku", "2024 (tercatat)", UNSURE)],
        ),
        (_document(term=_term(None, "2024")), [SIGNED, BEGUN, ("Akhir", "2024", UNSURE)]),
    ],
)
def test_every_step_is_told_and_the_last_decides(
    document: Agreement, told: list[tuple[str, str, str]]
) -> None:
    assert [tuple(one) for one in reasons(document, AS_OF)] == told
