"""What stands in the empty workbook of an import: a heading a field, what its cells hold, and an example."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from kskd.domain.choices import KIND_NAMES, PartnerKind
from kskd.domain.document.chain import DOC_NAMES, Scheme
from kskd.domain.document.ending import GROUNDS
from kskd.domain.field import Field, Fields, Many
from kskd.domain.values.kinds import FieldKind
from kskd.importing.concepts import Subject

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

Choices = tuple[tuple[str, str], ...]

DOCUMENTS, GUIDE = "Naskah", "Petunjuk"
GUIDE_HEADINGS = ("Lembar", "Kepala kolom", "Isinya", "Contoh", "Pilihan", "Perlu diisi")
_MANY = "Bila beberapa, pisahkan dengan titik koma; yang memuat titik koma ditulis di antara tanda petik."
_CALLED = (
    "ID naskah bila sudah tercatat; naskah baru boleh diberi sebutan, misalnya A1,"
    " yang dipakai baris lain sebagai induknya."
)
_KINDS: Choices = tuple((kind.value, name) for kind, name in KIND_NAMES.items())


class TemplateColumn(NamedTuple):
    """A column to be filled: the import knows it by ``heading``; ``choices`` are its closed list.

    ``offered`` is False where a cell may hold several of the choices, which a drop-down could not.
    """

    heading: str
    told: str
    example: str
    choices: Choices = ()
    is_needed: bool = False
    offered: bool = True


class TemplateSheet(NamedTuple):
    """A sheet of the workbook, with its columns in order."""

    title: str
    columns: tuple[TemplateColumn, ...]


_ENDED = (
    TemplateColumn("Diakhiri", "Hari terakhir berlaku, bila diakhiri sebelum waktunya.", "31/12/2025"),
    TemplateColumn(
        "Dasar pengakhiran",
        "Dasar pengakhiran sebelum waktunya.",
        "kesepakatan para pihak",
        tuple((code, ground.label) for code, ground in GROUNDS.items()),
    ),
)
"""What no option of a new document tells, but ``end``."""
_ASKED = {Subject.DOCUMENT: ("title", "partner", "opd"), Subject.EVALUATION: ("period",)}
"""The least that makes a row one, beside what no row may lack."""
_TOLD_OTHERWISE = {
    Subject.DOCUMENT: {"doc", "years"},
    Subject.EVALUATION: {"partner", "semester", "year", "percent", "answer"},
}
"""Fields without a column: what another one tells, the kind in words, a length of time with its unit."""
_EXAMPLES = {
    "scheme": Scheme.KSDPK.value,
    "title": "Penyediaan Layanan Contoh",
    "partner": "PT Contoh Sejahtera",
    "partner_number": "001/CONTOH/2025",
    "partner_signer": "Direktur Utama",
    "partner_more_number": "PT Contoh Sejahtera=002/CONTOH/2025",
    "partner_contribution": "Rp75.450.000",
    "partner_brings": "peralatan",
    "partner_joined": "16/2/2025",
    "partner_left": "31/12/2025",
    "opd": "DINKES",
    "support_opd": "BAPPEDA; DISKOMINFO",
    "co_lead": "BAPPEDA",
    "number": "100.3/01/PKS/2025",
    "more_number": "100.3/02/PKS/2025",
    "paper_name": "MoA",
    "contribution": "Rp10.000.000",
    "brings": "gedung",
    "signed": "15/1/2025",
    "starts": "16/2/2025",
    "duration": "18 bulan",
    "ends": "31/7/2026",
    "until": "sampai predikat WBK",
    "signer": "Kepala Dinas Kesehatan",
    "signer_name": "Nama Contoh",
    "power_of_attorney": "100.3/03/SK/2025",
    "power_of_attorney_date": "13/1/2025",
    "parent": "100.3/04/KB/2024",
    "affair": "1.02",
    "scope": "pelatihan; pendampingan",
    "file": "naskah/contoh.pdf",
    "clause": "objek, jangka-waktu",
    "replaces": "100.3/05/PKS/2020",
    "relates": "melengkapi=100.3/06/PKS/2023",
    "planned_for": "2026",
    "code": "DINKES",
    "period": "Semester I 2025",
    "text": "Dana belum cair",
    "category": "Anggaran",
    "effort": "Usulan perubahan anggaran",
    "realisation": "1=50",
    "evidence": "Daftar hadir",
    "filler": "Nama Contoh",
    "action_what": "Rapat koordinasi",
    "action_who": "Dinas Kesehatan",
    "action_proof": "Notula",
}
_EXAMPLES_OF = {
    FieldKind.DATE: "15/1/2025",
    FieldKind.MONEY: "Rp75.450.000",
    FieldKind.NUMBER: "75",
    FieldKind.YEAR: "2026",
    FieldKind.DURATION: "12 bulan",
    FieldKind.PERIOD: "2025-S1",
    FieldKind.YES_NO: "ya",
    FieldKind.SWITCH: "ya",
}


def template_sheets(known: Mapping[Subject, Fields]) -> tuple[TemplateSheet, ...]:
    """The sheets to be filled, of all that may be told in a list of each subject.

    A heading stands once in its sheet: a field whose heading another has already goes by its key.
    """
    documents = [
        TemplateColumn("ID", _CALLED, "KB-2024-001"),
        TemplateColumn(
            "Jenis naskah", "Jenis naskah dengan kata-kata.", "Perjanjian Kerja Sama", _named_docs()
        ),
    ]
    taken = {"id", "jenis naskah", "jenis mitra"}
    for column in _columns(Subject.DOCUMENT, known, taken):
        documents.append(column)
        if column.heading == known[Subject.DOCUMENT]["partner"].over:
            told = f"Jenis mitra; bagi beberapa mitra menurut urutannya. {_MANY}"
            documents.append(TemplateColumn("Jenis mitra", told, KIND_NAMES[PartnerKind.PERUSAHAAN], _KINDS))
        if column.heading == known[Subject.DOCUMENT]["until"].over:
            documents += _ENDED
    evaluated = TemplateColumn(
        "ID", "ID naskah, bila diketahui; nomor atau judulnya pun cukup.", "PKS-2025-001"
    )
    return (
        TemplateSheet(DOCUMENTS, tuple(documents)),
        TemplateSheet("OPD", tuple(_columns(Subject.OPD, known, set()))),
        TemplateSheet("Mitra", tuple(_columns(Subject.PARTNER, known, set()))),
        TemplateSheet("Evaluasi", (evaluated, *_columns(Subject.EVALUATION, known, {"id"}))),
    )


def guide_rows(sheets: Iterable[TemplateSheet]) -> Iterator[tuple[str, ...]]:
    """The sheet that tells how to fill the others, below GUIDE_HEADINGS."""
    for sheet in sheets:
        for one in sheet.columns:
            offered = " / ".join(word for _, word in one.choices)
            yield sheet.title, one.heading, one.told, one.example, offered, "ya" if one.is_needed else "tidak"


def _named_docs() -> Choices:
    return tuple((doc.value, name) for doc, name in DOC_NAMES.items())


def _columns(subject: Subject, known: Mapping[Subject, Fields], taken: set[str]) -> Iterator[TemplateColumn]:
    for one in known[subject]:
        if not one.is_typed or one.key in _TOLD_OTHERWISE.get(subject, ()):
            continue
        heading = one.key if one.over.casefold() in taken else one.over
        taken.add(heading.casefold())
        choices = _choices(one)
        several = one.many is not Many.NO
        yield TemplateColumn(
            heading,
            f"{one.told} {_MANY}" if several else one.told,
            _example(one, choices),
            choices,
            one.is_needed or one.key in _ASKED.get(subject, ()),
            offered=not several,
        )


def _choices(field: Field) -> Choices:
    """The words that a cell of the field may hold; none where its list is not closed."""
    if field.key == "scheme":
        return tuple((one.value, one.value) for one in Scheme)
    if field.kind is FieldKind.YES_NO:
        return (("yes", "ya"), ("no", "tidak"))
    if field.kind is FieldKind.SWITCH:
        return (("yes", "ya"),)
    if field.choices or field.members is None:
        first = dict(reversed(field.choices))
        return tuple((code, first[code]) for code in dict.fromkeys(code for code, _ in field.choices))
    return tuple((one.value, one.value) for one in field.members)


def _example(field: Field, choices: Choices) -> str:
    known = _EXAMPLES.get(field.key) or _EXAMPLES_OF.get(field.kind, "")
    return known or (choices[0][1] if choices else "")
