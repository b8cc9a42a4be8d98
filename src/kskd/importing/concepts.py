"""What a list can be about, and a column of it: a field, or one of few more that only an import knows."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import TYPE_CHECKING

from kskd.domain.values.kinds import FieldKind
from kskd.domain.values.text import fold, quote

if TYPE_CHECKING:
    from kskd.domain.field import Fields


class Subject(StrEnum):
    """What the rows of a list are."""

    DOCUMENT = "naskah"
    OPD = "opd"
    PARTNER = "mitra"
    EVALUATION = "evaluasi"


SUBJECT_NAMES = {
    Subject.DOCUMENT: "naskah",
    Subject.OPD: "OPD",
    Subject.PARTNER: "mitra",
    Subject.EVALUATION: "evaluasi",
}
"""What each is called in a sentence."""

BESIDE = {
    "kind": "jenis dan nama naskah",
    "partner_kind": "jenis mitra",
    "status_claim": "status menurut lembar",
    "duration_unit": "satuan jangka waktu",
    "currency": "mata uang",
    "numbers": "nomor kedua pihak",
    "year": "tahun",
    "umbrella_number": "nomor naskah payung",
    "umbrella_signed": "tanggal naskah payung",
    "umbrella_title": "judul naskah payung",
    "umbrella_starts": "mulai berlaku naskah payung",
    "umbrella_ends": "akhir berlaku naskah payung",
    "above": "judul di atasnya",
    "sheet": "lembar asal",
    "id": "ID",
    "reason": "alasan",
    "start_told": "mulai menurut naskah",
    "end_typed": "akhir menurut naskah",
    "ended_on": "hari terakhir sebelum diakhiri",
    "end_ground": "dasar pengakhiran",
    "void_reason": "alasan pembatalan",
    "gone": "penerus",
    "gone_on": "hari terakhir",
}
"""What a column may be beside the fields of a document, in words."""
WHOLE = frozenset({"start_told", "end_typed"})
"""Columns by which a list is known that kskd made of documents as they are recorded, with all there is."""
NOT_TOLD = {
    "amendments": "adendum",
    "targets": "target",
    "evaluations": "evaluasi",
    "obstacles": "kendala",
    "actions": "tindak lanjut",
    "contacts": "narahubung",
    "embedded": "isi berkas",
    "rejoined": "mitra yang bergabung kembali",
    "sources": "riwayat",
}
"""What such a list does not tell, since each has rows of its own; ``export`` carries all of it."""
_PARTS = frozenset({"contribution", "partner_contribution"})  # amounts, each by its party
PASSED = {"row_number": "nomor urut", "computed": "hitungan", "ignored": "dilewati"}
"""What is never read."""


def is_amount(fields: Fields, concept: str | None) -> bool:
    """Whether a column of it holds amounts of money, which its heading may tell the unit of."""
    known = fields.get(concept or "")
    return concept in _PARTS or (known is not None and known.kind is FieldKind.MONEY)


_ALIKE = "catat dengan kskd add-mou atau kskd derive-pks beserta --allow-duplicate"


def label_of(fields: Fields, concept: str) -> str:
    """What a concept is called."""
    known = fields.get(concept)
    return known.label if known else BESIDE.get(concept, PASSED.get(concept, concept))


def concept_named(fields: Fields, text: str) -> str | None:
    """The concept meant by its key, its label or the name of its option; None where there is none."""
    wanted = fold(text).casefold().removeprefix("--")
    for key, label in (BESIDE | PASSED).items():
        if wanted in {key, key.replace("_", "-"), label.casefold()}:
            return key
    for one in fields:
        if wanted in {one.key, one.key.replace("_", "-"), one.name, one.label.casefold()}:
            return one.key
    return next((one.key for one in fields if wanted == one.over.casefold()), None)


def without_options(fields: Fields, text: str) -> str:
    """A sentence of the command line as one about a sheet: its options are the columns that tell the same.

    The reason of a correction is told to the import itself; that two documents are alike, to no sheet.
    """
    bare = re.sub(r" \(--[a-z-]+\)", "", text).replace("tambahkan --allow-duplicate", _ALIKE)
    return re.sub(
        r"--(?!reason\b)([a-z]+(?:-[a-z]+)*)", lambda found: _column(fields, found[1]) or found[0], bare
    )


def _column(fields: Fields, option: str) -> str | None:
    concept = concept_named(fields, option)
    return None if concept is None else f"isian {quote(label_of(fields, concept))}"
