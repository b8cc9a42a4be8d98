"""What may be told in a list of each subject: the fields of what is recorded, in the words of a list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kskd.domain.choices import KIND_NAMES, OBSTACLE_CATEGORIES, PartnerKind, Recommendation
from kskd.domain.field import Field, Fields, Place
from kskd.domain.implementation import NOT_ASSESSABLE, NOT_ASSESSABLE_LABEL, Implementation
from kskd.domain.subjects import SUBJECTS
from kskd.domain.values.kinds import FieldKind
from kskd.importing.concepts import Subject

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kskd.domain.subjects import Subjects
    from kskd.evaluation.instrument import Instrument


ANSWER, ACTION = "answer_", "action_"
"""What the keys of columns begin with that answer an item of the instrument, or tell of a follow-up."""
_ELSEWHERE = frozenset({"period", "closed", "voice"})
"""What ``evaluate`` is told and a list of past evaluations is not: its period is read from words, and of an
obstacle that is over and of two voices a row has too little."""
_STATES = (
    *((one.value, one.label) for one in Implementation),
    *(
        (str(code), word)
        for code, words in (
            (Implementation.PENUH, ("terlaksana penuh", "terlaksana seluruhnya", "dilaksanakan seluruhnya")),
            (
                Implementation.SEBAGIAN,
                ("terlaksana sebagian", "sebagian terlaksana", "sebagian dilaksanakan"),
            ),
            (Implementation.BELUM, ("belum terlaksana", "belum ada pelaksanaan")),
            (Implementation.TIDAK, ("tidak terlaksana",)),
        )
        for word in words
    ),
)
"""How far carried out, in words; "terlaksana" alone says neither that it is all nor that it is a part."""
_text = Field("x", "x", FieldKind.TEXT, place=Place.PARTS)
_NAMING = (
    _text._replace(key="number", label="nomor naskah", help="Nomor naskah yang dievaluasi."),
    _text._replace(key="title", label="judul naskah", help="Judulnya, persis seperti tercatat."),
    _text._replace(key="partner", label="mitra", help="Mitranya, bila judulnya dipakai beberapa naskah."),
    _text._replace(
        key="period", label="periode", help="Periode yang dievaluasi, misalnya Semester I 2024 atau 2024-S1."
    ),
    _text._replace(key="semester", label="semester", help="Semester, bila tahunnya di kolom sendiri."),
    _text._replace(key="year", label="tahun", help="Tahun periode yang dievaluasi."),
    _text._replace(key="percent", label="persentase pelaksanaan", help="Pelaksanaan dalam persen."),
)
_OF_ACTION = "tindak lanjut"


def catalogues(
    documents: Fields, subjects: Subjects = SUBJECTS, instrument: Instrument | None = None
) -> dict[Subject, Fields]:
    """What a list of each subject may tell: fields of documents as given, the rest of what is recorded.

    Items of the ``instrument`` are columns of evaluations.
    """
    return {
        Subject.DOCUMENT: documents,
        Subject.OPD: Fields(*(one for one in subjects.opd if one.is_typed and one.key != "successor")),
        Subject.PARTNER: Fields(*map(_of_partner, subjects.partner)),
        Subject.EVALUATION: Fields(*_NAMING, *_of_evaluation(subjects, instrument)),
    }


def _of_partner(field: Field) -> Field:
    """Its kind is told in the words of a list, as beside the partner of a document."""
    if field.members is not PartnerKind:
        return field
    kinds = tuple((kind.value, name) for kind, name in KIND_NAMES.items())
    return field._replace(kind=FieldKind.TEXT, members=None, choices=kinds)


def _of_evaluation(subjects: Subjects, instrument: Instrument | None) -> Iterator[Field]:
    for one in subjects.report:
        if one.key in _ELSEWHERE or one.key == "answer":
            continue
        if one.members is Implementation:
            yield one._replace(choices=_STATES)
        elif one.members is Recommendation:
            yield one._replace(choices=tuple((one.value, one.label) for one in Recommendation))
        elif one.key == "category":
            yield one._replace(choices=tuple(OBSTACLE_CATEGORIES.items()), help="Kategori tiap kendala.")
        else:
            yield one
    for item in instrument.asked_items if instrument else ():
        options = (*((one.code, one.label) for one in item.options), (NOT_ASSESSABLE, NOT_ASSESSABLE_LABEL))
        key = f"{ANSWER}{item.code.replace('-', '_')}"
        yield Field(
            key,
            item.question,
            FieldKind.CHOICE,
            choices=options,
            place=Place.PARTS,
            help=item.question,
            heading=item.code,
        )
    for one in subjects.action:
        if one.key != "agreed":
            label = _OF_ACTION if one.key == "what" else f"{one.label} {_OF_ACTION}"
            yield one._replace(key=f"{ACTION}{one.key}", label=label, heading="", flag="", is_needed=False)


def item_of(key: str) -> str:
    """The item of the instrument that a column answers."""
    return key.removeprefix(ANSWER).replace("_", "-")


_SOURCES = {
    "percent": "evaluation.implementation",
    "semester": "evaluation.period",
    "year": "evaluation.period",
    **dict.fromkeys(("number", "title", "partner"), ""),  # they only name the document
}


def source_of(concept: str) -> str:
    """The field of an evaluation or a follow-up of which a column tells, as sources call it; or empty."""
    if concept.startswith(ACTION):
        return f"action.{concept.removeprefix(ACTION)}"
    told = "answer" if concept.startswith(ANSWER) else concept
    return _SOURCES.get(told, f"evaluation.{told}")
